import { describe, expect, it } from "vitest";
import type { MaskedLine } from "../api/processing";
import { bare, phraseOf, picked, piecesOf, selectable, tokensOf, unsentOf } from "./masked";

const line = (masked: string | null, ...spans: [number, number, string][]): MaskedLine => ({
  id: "s1", start: 0, speaker: "Anna", role: "client", state: masked === null ? "failed" : "masked", masked,
  spans: spans.map(([start, end, placeholder]) => ({ start, end, placeholder })),
});
const SAID = line("My sister [PERSON_1] called Miriam, again.", [10, 20, "[PERSON_1]"]);

describe("the pieces of a masked line", () => {
  it("are its words and its placeholders in order, and together the line", () => {
    expect(piecesOf(SAID)).toEqual([
      { text: "My sister ", placeholder: false },
      { text: "[PERSON_1]", placeholder: true },
      { text: " called Miriam, again.", placeholder: false },
    ]);
    expect(piecesOf(SAID).map(({ text }) => text).join("")).toBe(SAID.masked);
    expect(piecesOf(line(null))).toEqual([]);
  });

  it("are cut by code points, as the server counts", () => {
    expect(piecesOf(line("😀 [CLIENT] 😀", [2, 10, "[CLIENT]"])).map(({ text }) => text)).toEqual(["😀 ", "[CLIENT]", " 😀"]);
  });

  it("have no empty piece between placeholders that touch", () => {
    expect(piecesOf(line("[CLIENT][DATE_1]", [0, 8, "[CLIENT]"], [8, 16, "[DATE_1]"]))).toHaveLength(2);
  });
});

describe("choosing words", () => {
  const tokens = tokensOf(SAID);
  const at = (text: string): number => tokens.findIndex((token) => token.text === text);

  it("offers every word and no placeholder, gap or mark", () => {
    expect(tokens.filter(({ kind }) => kind === "word").map(({ text }) => text)).toEqual(["My", "sister", "called", "Miriam,", "again."]);
    expect(tokensOf(line("well — no")).filter(({ kind }) => kind === "word").map(({ text }) => text)).toEqual(["well", "no"]);
    expect(tokens.map(({ text }) => text).join("")).toBe(SAID.masked);
  });

  it("sends a word without the marks around it, and a phrase with those inside", () => {
    const one = picked(tokens, null, at("Miriam,"));
    expect(phraseOf(tokens, one)).toBe("Miriam");
    expect(phraseOf(tokens, picked(tokens, one, at("again.")))).toBe("Miriam, again");
    expect(phraseOf(tokens, null)).toBe("");
  });

  it("grows towards a word that is pressed, shrinks from its ends, and puts the last one back", () => {
    const all = picked(tokens, picked(tokens, null, at("again.")), at("called"));
    expect(phraseOf(tokens, all)).toBe("called Miriam, again");
    expect(phraseOf(tokens, picked(tokens, all, at("called")))).toBe("Miriam, again");
    expect(phraseOf(tokens, picked(tokens, all, at("again.")))).toBe("called Miriam");
    expect(phraseOf(tokens, picked(tokens, all, at("Miriam,")))).toBe("Miriam");
    expect(picked(tokens, picked(tokens, null, at("called")), at("called"))).toBeNull();
  });

  it("never spans a placeholder", () => {
    const sister = picked(tokens, null, at("sister"));
    expect(phraseOf(tokens, picked(tokens, sister, at("called")))).toBe("called");
    expect(picked(tokens, sister, at("[PERSON_1]"))).toBe(sister);
  });
});

describe("a selection", () => {
  it("can be masked when it lies within the words of one line", () => {
    expect(selectable(SAID, " Miriam, ")).toBe("Miriam");
    expect(selectable(SAID, "called\n Miriam")).toBe("called Miriam");
    expect(selectable(SAID, "sister [PERSON_1] called")).toBe("");
    expect(selectable(SAID, "somebody else")).toBe("");
    expect(selectable(SAID, " ... ")).toBe("");
    expect(selectable(line("a".repeat(200)), "a".repeat(121))).toBe("");
  });
});

describe("what is not sent", () => {
  it("is counted apart by whether its turn still comes", () => {
    expect(unsentOf([SAID, line(null), { ...line(null), state: "waiting" }])).toEqual({ failed: 1, waiting: 1 });
    expect(bare("“Miriam’s”")).toBe("Miriam’s");
  });
});
