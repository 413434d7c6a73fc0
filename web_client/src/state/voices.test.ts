import { describe, expect, it } from "vitest";
import type { Segment } from "../wire.gen";
import { isGuessed, isSure, voicesOf } from "./voices";

const line = (id: string, track: string, voice: number | null, certainty: number | null): Segment =>
  ({ id, track, speaker: track, role: "client", start: 0, end: 1, text: "x", final: true, voice, certainty }) as Segment;

describe("voices at a shared microphone", () => {
  it("are listed with whose most of their lines are", () => {
    const rows = voicesOf([line("a", "anna", 1, 0.9), line("b", "ben", 1, 0.4), line("c", "anna", 1, 0.8), line("d", "clin", 0, 0.9)]);
    expect(rows).toEqual([
      { voice: 0, track: "clin", lines: 1 },
      { voice: 1, track: "anna", lines: 3 },
    ]);
  });

  it("are two people's on a tie", () => {
    const rows = voicesOf([line("a", "anna", 0, 0.4), line("b", "clin", 0, 0.4), line("c", "anna", 1, 0.9)]);
    expect(rows.map(({ track }) => track)).toEqual(["clin", "anna"]);
  });

  it("may be one person's, when most lines of both are", () => {
    const rows = voicesOf([line("a", "anna", 0, 0.9), line("b", "anna", 1, 0.9), line("c", "clin", 1, 0.4), line("d", "anna", 1, 0.4)]);
    expect(rows.map(({ track }) => track)).toEqual(["anna", "anna"]);
  });

  it("are none where each has a track, or nobody knows yet", () => {
    expect(voicesOf([line("a", "anna", null, null), line("b", "clin", 2, 0)])).toEqual([]);
  });

  it("are shown as guesses until they are sure", () => {
    expect(isGuessed(line("a", "anna", null, null))).toBe(false);
    expect(isGuessed(line("a", "anna", 0, 0))).toBe(true);
    expect(isSure(line("a", "anna", 0, 0.5))).toBe(false);
    expect(isSure(line("a", "anna", 0, 1))).toBe(true);
  });
});
