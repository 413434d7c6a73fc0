import { describe, expect, it } from "vitest";
import type { Segment } from "../wire.gen";
import { EMPTY_TRANSCRIPT, clockOf, matching, newFinals, reduceTranscript, speakerColours, steadyWords, visibleSegments, type Transcript } from "./transcript";

const said = (id: string, track: string, start: number, final: boolean, text = id): Segment => ({
  id, track, speaker: track, role: track === "a" ? "clinician" : "client", start, end: start + 1, text, final,
});
const hear = (...segments: Segment[]): Transcript =>
  segments.reduce((state, segment) => reduceTranscript(state, { type: "heard", segment }), EMPTY_TRANSCRIPT);
const ids = (state: Transcript): string[] => visibleSegments(state).map(({ id }) => id);

describe("a partial", () => {
  it("keeps the words that stayed the same apart from those still in motion", () => {
    expect(steadyWords("I went to", "I went to the shop")).toBe(3);
    expect(steadyWords("I went too.", "i went, to the")).toBe(2);
    expect(steadyWords("", "I")).toBe(0);
    expect(steadyWords("I went.", "I went")).toBe(2);
    expect(steadyWords("I went home", "I")).toBe(1);
    expect(steadyWords("... so", "So")).toBe(0);
  });
});

describe("what a screen reader is told", () => {
  it("is every final once, and no partial", () => {
    const before = hear(said("s1", "a", 1, true), said("s2", "b", 2, false));
    const now = reduceTranscript(before, { type: "heard", segment: said("s2", "b", 2, true) });
    expect(newFinals(EMPTY_TRANSCRIPT, before).map(({ id }) => id)).toEqual(["s1"]);
    expect(newFinals(before, now).map(({ id }) => id)).toEqual(["s2"]);
    expect(newFinals(now, now)).toEqual([]);
  });
});

describe("the transcript on the screen", () => {
  it("orders finals by when they were said, not by when they arrived", () => {
    expect(ids(hear(said("s2", "b", 5, true), said("s1", "a", 1, true)))).toEqual(["s1", "s2"]);
  });

  it("replaces a partial by its final and keeps one partial a track", () => {
    const partial = hear(said("s1", "a", 1, false, "he"), said("s1", "a", 1, false, "hello"));
    expect(visibleSegments(partial).map(({ text }) => text)).toEqual(["hello"]);
    const final = reduceTranscript(partial, { type: "heard", segment: said("s1", "a", 1, true, "Hello.") });
    expect(final.partials).toEqual({});
    expect(final.finals.map(({ text }) => text)).toEqual(["Hello."]);
  });

  it("keeps the partial of the next window when a final of the one before comes late", () => {
    const state = hear(said("s2", "a", 9, false), said("s1", "a", 1, true));
    expect(ids(state)).toEqual(["s1", "s2"]);
  });

  it("never lets a late partial shadow its final", () => {
    expect(visibleSegments(hear(said("s1", "a", 1, true), said("s1", "a", 1, false, "old"))).map(({ text }) => text)).toEqual(["s1"]);
  });

  it("removes what was struck for good, late copies included", () => {
    const struck = reduceTranscript(hear(said("s1", "a", 1, true)), { type: "struck", segments: ["s1"] });
    expect(ids(struck)).toEqual([]);
    expect(ids(reduceTranscript(struck, { type: "heard", segment: said("s1", "a", 1, true) }))).toEqual([]);
    expect(ids(reduceTranscript(struck, { type: "loaded", segments: [said("s1", "a", 1, true)] }))).toEqual([]);
  });

  it("holds no word after destruction", () => {
    const gone = reduceTranscript(hear(said("s1", "a", 1, true, "secret")), { type: "destroyed", reason: "withdrawn", receipt: "r" });
    expect(JSON.stringify(gone)).not.toContain("secret");
    expect(gone.destroyed).toEqual({ reason: "withdrawn", receipt: "r" });
  });

  it("loads earlier finals without doubling live ones", () => {
    const state = reduceTranscript(hear(said("s1", "a", 1, true)), { type: "loaded", segments: [said("s1", "a", 1, true), said("s0", "b", 0, true)] });
    expect(ids(state)).toEqual(["s0", "s1"]);
  });

  it("lets go of what was struck or destroyed while it was not connected", () => {
    const shown = hear(said("s1", "a", 1, true), said("s2", "b", 2, true), said("s3", "b", 4, false));
    expect(ids(reduceTranscript(shown, { type: "loaded", segments: [said("s1", "a", 1, true)], since: shown }))).toEqual(["s1"]);
    expect(ids(reduceTranscript(shown, { type: "destroyed", reason: "", receipt: "" }))).toEqual([]);
  });

  it("keeps what was heard while it loaded", () => {
    const asked = hear(said("s1", "a", 1, true));
    const meanwhile = reduceTranscript(asked, { type: "heard", segment: said("s2", "b", 2, true) });
    expect(ids(reduceTranscript(meanwhile, { type: "loaded", segments: [said("s1", "a", 1, true)], since: asked }))).toEqual(["s1", "s2"]);
  });

  it("shows no answer from before the destruction", () => {
    const asked = hear(said("s1", "a", 1, true));
    const gone = reduceTranscript(asked, { type: "destroyed", reason: "withdrawn", receipt: "r" });
    const late = reduceTranscript(gone, { type: "loaded", segments: asked.finals, since: asked });
    expect([ids(late), late.destroyed?.receipt]).toEqual([[], "r"]);
    const again = reduceTranscript(gone, { type: "destroyed", reason: "", receipt: "" });
    expect(again.destroyed?.receipt).toBe("r");
  });

  it("tells when something was said, and no time of what was written", () => {
    expect(clockOf(said("s1", "a", 63, true))).toBe("1:03");
    expect(clockOf({ start: 0.002, end: 0.002 })).toBe("");
  });

  it("searches without regard to case", () => {
    const lines = [said("s1", "a", 1, true, "Sleep was poor"), said("s2", "b", 2, true, "Work")];
    expect(matching(lines, " sleep ").map(({ id }) => id)).toEqual(["s1"]);
    expect(matching(lines, "")).toHaveLength(2);
  });

  it("gives each speaker one colour and the clinician always the first", () => {
    const colours = speakerColours([said("1", "b", 1, true), said("2", "c", 2, true), said("3", "a", 3, true), said("4", "b", 4, true)]);
    expect([...colours]).toEqual([["b", 1], ["c", 2], ["a", 0]]);
  });
});
