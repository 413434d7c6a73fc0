import { describe, expect, it } from "vitest";
import type { Section } from "../api/types";
import { changes } from "./note-compare";

const section = (title: string, ...texts: string[]): Section => ({ title, sentences: texts.map((text) => ({ text, evidence: [], flags: [] })) });

describe("comparing a note with its draft", () => {
  it("marks words that were cut and added, and counts them", () => {
    const found = changes([section("S", "Client reported poor sleep.")], [section("S", "Client reported very poor sleep at night.")]);
    expect([found.cut, found.added]).toEqual([0, 3]);
    const pieces = found.sections[0]?.pieces ?? [];
    expect(pieces.filter(({ fate }) => fate !== "cut").map(({ text }) => text).join("")).toBe("Client reported very poor sleep at night.");
    expect(pieces.filter(({ fate }) => fate !== "added").map(({ text }) => text).join("")).toBe("Client reported poor sleep.");
  });

  it("shows a note as it was drafted without any change", () => {
    const same = [section("S", "One.", "Two."), section("P")];
    expect(changes(same, same)).toMatchObject({ cut: 0, added: 0 });
  });

  it("shows the sections of both where the format is another", () => {
    const found = changes([section("Data", "Two words")], [section("Subjective", "Three whole words")]);
    expect(found.sections.map(({ title }) => title)).toEqual(["Subjective", "Data"]);
    expect([found.cut, found.added]).toEqual([2, 3]);
  });
});
