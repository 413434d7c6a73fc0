import { describe, expect, it } from "vitest";
import type { Note } from "../api/types";
import { MOST_STEPS, NO_HISTORY, nextSteps, recorded, redone, undone, type History } from "./note-history";

const noteOf = (text: string, more: Partial<Note> = {}): Note => ({
  format: "soap", sections: [{ title: "Plan", sentences: [{ text, evidence: [], flags: [] }] }],
  risk: [], not_discussed: [], drafter: "embedded", generated_at: "2026-01-01T00:00:00Z", ...more,
});
const textOf = (note: Note | undefined): string | undefined => note?.sections[0]?.sentences[0]?.text;

describe("the history of a note", () => {
  it("goes back step by step and forward again", () => {
    const history = recorded(recorded(NO_HISTORY, noteOf("a"), "edit", 0), noteOf("b"), "remove", 10);
    const back = undone(history, noteOf("c"));
    expect(textOf(back?.note)).toBe("b");
    const further = undone(back?.history ?? NO_HISTORY, back?.note ?? noteOf(""));
    expect([textOf(further?.note), nextSteps(further?.history ?? NO_HISTORY)]).toEqual(["a", { undo: null, redo: "edit" }]);
    const forward = redone(further?.history ?? NO_HISTORY, further?.note ?? noteOf(""));
    expect([textOf(forward?.note), nextSteps(forward?.history ?? NO_HISTORY)]).toEqual(["b", { undo: "edit", redo: "remove" }]);
  });

  it("takes words typed into one sentence as one step, until a pause", () => {
    let history: History = NO_HISTORY;
    for (const [text, at] of [["", 0], ["h", 100], ["he", 200], ["he said", 5000]] as const) history = recorded(history, noteOf(text), "edit", at, "typed 1");
    expect(history.past.map(({ note }) => textOf(note))).toEqual(["", "he said"]);
    expect(recorded(history, noteOf("x"), "edit", 5100, "typed 2").past).toHaveLength(3);
  });

  it("forgets what could be redone once something else is done", () => {
    const back = undone(recorded(NO_HISTORY, noteOf("a"), "add", 0), noteOf("b"));
    expect(recorded(back?.history ?? NO_HISTORY, noteOf("a"), "edit", 1).future).toEqual([]);
  });

  it("brings back what was written and leaves what the call itself showed", () => {
    const before = noteOf("mine", { format: "soap", drafter: "embedded", frame: { date: "2026-01-01", place_of_service: "10" } });
    const after = noteOf("drafted anew", { format: "dap", drafter: "model:x", frame: { date: "2026-01-02", place_of_service: null } });
    const back = undone(recorded(NO_HISTORY, before, "redraft", 0), after)?.note;
    expect(back).toMatchObject({ format: "soap", drafter: "model:x", frame: { date: "2026-01-02", place_of_service: "10" } });
    expect(textOf(back)).toBe("mine");
  });

  it("holds a bounded number of steps and gives none where there is none", () => {
    let history: History = NO_HISTORY;
    for (let n = 0; n <= MOST_STEPS; n += 1) history = recorded(history, noteOf(String(n)), "edit", n);
    expect([history.past.length, textOf(history.past[0]?.note)]).toEqual([MOST_STEPS, "1"]);
    expect([undone(NO_HISTORY, noteOf("")), redone(NO_HISTORY, noteOf(""))]).toEqual([null, null]);
  });
});
