import { describe, expect, it } from "vitest";
import type { Note } from "../api/types";
import { addSentence, attestationOf, byHand, editSentence, evidenceCount, flagsOf, isFixed, moveSentence, removeSentence } from "./note";

const note: Note = {
  format: "soap", risk: [], not_discussed: [], drafter: "embedded", generated_at: "",
  sections: [
    { title: "Subjective", sentences: [{ text: "One.", evidence: ["s1"], flags: [] }, { text: "Two 3.", evidence: ["s2"], flags: ["number-not-in-evidence"] }] },
    { title: "Plan", sentences: [] },
  ],
};

it("tells a text that stands in every note from a section that was drafted", () => {
  const [said] = note.sections;
  expect(isFixed({ title: "Consent", sentences: [], fixed: "Consent is on file." })).toBe(true);
  expect(isFixed({ title: "Plan", sentences: [], fixed: "Next time.", statement: "Nothing was said." })).toBe(false);
  expect(isFixed({ title: "Plan", sentences: said?.sentences ?? [], fixed: "Next time." })).toBe(false);
  expect(isFixed({ title: "Plan", sentences: [] })).toBe(false);
});

describe("editing a note", () => {
  it("changes words and keeps evidence and flags", () => {
    const edited = editSentence(note, { section: 0, sentence: 1 }, "  Two\n4. ");
    expect(edited.sections[0]?.sentences[1]).toEqual({ text: "Two 4.", evidence: ["s2"], flags: ["number-not-in-evidence"] });
    expect(note.sections[0]?.sentences[1]?.text).toBe("Two 3.");
  });

  it("removes a sentence that was emptied", () => {
    expect(editSentence(note, { section: 0, sentence: 0 }, "  ").sections[0]?.sentences).toHaveLength(1);
    expect(removeSentence(note, { section: 0, sentence: 1 }).sections[0]?.sentences.map(({ text }) => text)).toEqual(["One."]);
  });

  it("pretends no evidence for the clinician's own words", () => {
    expect(addSentence(note, 1, " Call back ").sections[1]?.sentences).toEqual([{ text: "Call back", evidence: [], flags: [] }]);
    expect(addSentence(note, 1, "  ")).toBe(note);
  });

  it("takes away that there was nothing to say once something stands there", () => {
    const empty = { title: "Assessment", sentences: [], statement: "No formulation was stated." };
    const open: Note = { ...note, sections: [...note.sections, empty] };
    expect(addSentence(open, 2, "Low mood.").sections[2]).toEqual({ title: "Assessment", sentences: [{ text: "Low mood.", evidence: [], flags: [] }] });
    const planned = addSentence(open, 1, "Call back.");
    const moved = moveSentence(planned, { section: 1, sentence: 0 }, 1);
    expect(moved?.note.sections[2]?.statement).toBeUndefined();
    expect(planned.sections[2]).toEqual(empty);
    const kept = { ...empty, sentences: [{ text: "Low mood.", evidence: ["s1"], flags: [] }] };
    expect(addSentence({ ...note, sections: [kept] }, 0, "Sad.").sections[0]?.statement).toBe(empty.statement);
  });

  it("begun by hand in a statement's place is nobody's draft and lists no silences", () => {
    const statement: Note = { ...note, sections: [], statement: "Too little was said.", not_discussed: ["suicide"] };
    const begun = byHand(statement, "soap");
    expect([begun.drafter, begun.not_discussed, begun.sections.length]).toEqual(["clinician", [], 4]);
  });

  it("lists every flag with what signing over it attests", () => {
    const [flagged] = flagsOf(note);
    expect(flagged && attestationOf(flagged)).toBe("number-not-in-evidence:1.2");
    expect(evidenceCount(note)).toEqual({ supported: 1, total: 2 });
  });

  it("tells of a flag what differs, where that says more than the flag", () => {
    const flags = ["unsupported", "speaker-unknown", "quote-not-exact"];
    const objections = [
      { flag: "unsupported", reason: 'the cited lines say nothing of "debts"' },
      { flag: "speaker-unknown", reason: "Whose words these are is not known." },
    ];
    const sentence = { text: "Three.", evidence: ["s1"], flags, objections };
    const found = flagsOf({ ...note, sections: [{ title: "Plan", sentences: [sentence] }] });
    expect(found.map(({ reason }) => reason)).toEqual(['The cited lines say nothing of "debts".', "", ""]);
  });
});
