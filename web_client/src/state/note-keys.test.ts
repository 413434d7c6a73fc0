import { describe, expect, it } from "vitest";
import type { Note, Sentence } from "../api/types";
import { addSentence, byHand, editSentence, removeSentence } from "./note";
import { keyOf, rebased, withFindings } from "./note-keys";

const said = (text: string, ...evidence: string[]): Sentence => ({ text, evidence, flags: [] });
const noteOf = (...sections: Sentence[][]): Note => ({
  format: "dap", sections: ["Data", "Assessment", "Plan"].map((title, n) => ({ title, sentences: sections[n] ?? [] })),
  risk: [], not_discussed: [], drafter: "embedded", generated_at: "",
});
const textsOf = (note: Note): string[] => note.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text));
const first = { section: 0, sentence: 0 };
/** The same note as it would come from a server. */
const sent = (note: Note): Note => JSON.parse(JSON.stringify(note)) as Note;

describe("what the server found", () => {
  it("stands on the words it was found in, and nothing typed since is lost", () => {
    const mine = editSentence(noteOf([said("takes 3", "s1"), said("sleeps", "s2")]), first, "takes 9");
    const saved = sent(mine);
    saved.sections[0]!.sentences[0]!.flags = ["number-not-in-evidence"];
    const typed = editSentence(mine, { section: 0, sentence: 1 }, "sleeps badly");
    const shown = withFindings(typed, saved);
    expect(shown.sections[0]?.sentences.map(({ text, flags }) => [text, flags])).toEqual([
      ["takes 9", ["number-not-in-evidence"]],
      ["sleeps badly", []],
    ]);
    expect(keyOf(shown.sections[0]!.sentences[0]!)).toBe(keyOf(mine.sections[0]!.sentences[0]!));
  });

  it("tells anew why a flag stands, and forgets why one stood", () => {
    const flags = ["number-not-in-evidence"];
    const mine = noteOf([{ ...said("takes 9", "s1"), flags, objections: [{ flag: flags[0]!, reason: "not 7" }] }]);
    const saved = sent(mine);
    saved.sections[0]!.sentences[0]!.objections = [{ flag: flags[0]!, reason: "not 9" }];
    expect(withFindings(mine, saved).sections[0]?.sentences[0]?.objections?.[0]?.reason).toBe("not 9");
    const mended = noteOf([said("takes 9", "s1")]);
    expect(withFindings(mine, sent(mended)).sections[0]?.sentences[0]).toEqual(said("takes 9", "s1"));
  });

  it("changes nothing when nothing was found", () => {
    const mine = noteOf([said("takes 3", "s1")]);
    expect(withFindings(mine, sent(mine))).toBe(mine);
  });
});

describe("a note the server changed meanwhile", () => {
  const base = noteOf([said("drafted", "s1"), said("also drafted", "s2"), said("own")], [], [said("plan", "s3")]);

  it("keeps one's own words and lets go of what the server let go of", () => {
    const mine = addSentence(editSentence(base, first, "drafted and edited"), 2, "typed just now");
    const merged = rebased(base, mine, sent(noteOf([said("own")])));
    expect(textsOf(merged)).toEqual(["own", "typed just now"]);
  });

  it("keeps an edit of what stays, on the evidence that is left", () => {
    const mine = editSentence(base, first, "drafted and edited");
    const theirs = sent(noteOf([said("drafted"), said("own")], [], [said("plan", "s3")]));
    expect(textsOf(rebased(base, mine, theirs))).toEqual(["drafted and edited", "own", "plan"]);
    expect(rebased(base, mine, theirs).sections[0]?.sentences[0]?.evidence).toEqual([]);
  });

  it("keeps what was removed removed, and takes in what is new", () => {
    const theirs = sent(noteOf([said("drafted", "s1"), said("also drafted", "s2"), said("own"), said("new", "s4")], [], [said("plan", "s3")]));
    expect(textsOf(rebased(base, removeSentence(base, first), theirs))).toEqual(["also drafted", "own", "new", "plan"]);
  });

  it("is the server's when nothing was typed", () => {
    const theirs = sent(noteOf([said("own")]));
    expect(rebased(base, base, theirs)).toBe(theirs);
  });
});

it("a note by hand has the sections of its format", () => {
  expect(byHand({ ...noteOf(), sections: [] }, "soap").sections.map(({ title }) => title)).toEqual(["Data", "Assessment", "Plan"]);
});
