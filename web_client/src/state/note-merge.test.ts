import { describe, expect, it } from "vitest";
import type { Note, Sentence } from "../api/types";
import { addSentence, editSentence, moveSentence, removeSentence } from "./note";
import { sentencesOf } from "./note-keys";
import { both, merged, sameWords, without } from "./note-merge";

const said = (text: string): Sentence => ({ text, evidence: [text], flags: [] });
const noteOf = (...texts: string[]): Note => ({
  format: "soap", sections: [{ title: "S", sentences: texts.map(said) }, { title: "P", sentences: [said("plan")] }],
  risk: [], not_discussed: [], drafter: "embedded", generated_at: "2026-01-01T00:00:00Z",
});
const texts = (note: Note): string[] => sentencesOf(note).map(({ text }) => text);
const at = (sentence: number, section = 0): { section: number; sentence: number } => ({ section, sentence });
/** What the server gives another window: the same sentences as other objects. */
const elsewhere = (note: Note): Note => structuredClone(note);

describe("two windows' changes", () => {
  const base = noteOf("one", "two", "three");

  it("of different sentences stand in one note, in their places", () => {
    const mine = editSentence(base, at(0), "one, mine");
    const theirs = addSentence(editSentence(elsewhere(base), at(2), "three, theirs"), 1, "theirs added");
    const found = merged(base, mine, theirs);
    expect([texts(found.note), found.clash]).toEqual([["one, mine", "two", "three, theirs", "plan", "theirs added"], false]);
  });

  it("of the same sentence clash, and so does another format", () => {
    const mine = editSentence(base, at(0), "one, mine");
    expect(merged(base, mine, editSentence(elsewhere(base), at(0), "one, theirs")).clash).toBe(true);
    expect(merged(base, mine, { ...elsewhere(base), format: "dap" }).clash).toBe(true);
    expect(merged(base, mine, editSentence(elsewhere(base), at(0), "one, mine")).clash).toBe(false);
  });

  it("lose no sentence of either where both removed, added and moved", () => {
    const mine = addSentence(moveSentence(removeSentence(base, at(1)), at(0), 1)?.note ?? base, 0, "mine added");
    const theirs = addSentence(elsewhere(base), 0, "theirs added");
    const found = merged(base, mine, theirs);
    expect(found.clash).toBe(false);
    expect(texts(found.note).sort()).toEqual(["mine added", "one", "plan", "theirs added", "three"]);
  });

  it("can be kept both, section by section, also where one was drafted in another format", () => {
    const mine = editSentence(base, at(0), "one, mine");
    const theirs = editSentence(elsewhere(base), at(0), "one, theirs");
    expect(texts(both(base, mine, theirs))).toEqual(["one, theirs", "two", "three", "one, mine", "plan"]);
    const other: Note = { ...elsewhere(base), format: "narrative", sections: [{ title: "Narrative", sentences: [said("told")] }] };
    expect(texts(both(base, mine, other))).toEqual(["told", "one, mine"]);
  });
});

it("a sentence moves within its section and over its end into the next, and no further", () => {
  const note = noteOf("one", "two");
  expect(moveSentence(note, at(1), 1)).toMatchObject({ at: at(0, 1) });
  expect(texts(moveSentence(note, at(0), 1)?.note ?? note)).toEqual(["two", "one", "plan"]);
  expect(texts(moveSentence(note, at(0, 1), -1)?.note ?? note)).toEqual(["one", "two", "plan"]);
  expect([moveSentence(note, at(0), -1), moveSentence(note, at(0, 1), 1)]).toEqual([null, null]);
});

it("what rests on struck lines is left out, own words stay", () => {
  const base = noteOf("one", "two");
  const mine = addSentence(editSentence(base, at(0), "one, in other words"), 0, "my own");
  expect(texts(without(mine, base, [{ id: "two" }, { id: "plan" }]))).toEqual(["two", "my own", "plan"]);
  expect(sameWords(base, noteOf("one", "two"))).toBe(true);
  expect(sameWords(base, mine)).toBe(false);
});
