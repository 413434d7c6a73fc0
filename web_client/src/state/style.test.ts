import { describe, expect, it } from "vitest";
import type { StyleRule } from "../api/style";
import { styleStrings } from "../strings/style";
import { byKind, fieldOf, wordsOf } from "./style";

const en = styleStrings(["en-US"]);
const es = styleStrings(["fr", "es-MX"]);

const rule = (given: Partial<StyleRule>): StyleRule => ({
  id: "rule_1",
  kind: "wording",
  words: "as the server says",
  standing: "on",
  enabled: true,
  edited: false,
  seen: 3,
  contrary: 0,
  writable: null,
  before: null,
  after: null,
  section: null,
  text: null,
  first: null,
  second: null,
  topic: null,
  most: null,
  keeping: null,
  tense: null,
  ...given,
});

describe("rules of a style", () => {
  it("stand by kind, in a fixed order, without empty kinds", () => {
    const groups = byKind([rule({ kind: "order", id: "a" }), rule({ kind: "wording", id: "b" }), rule({ kind: "order", id: "c" })]);
    expect(groups.map(({ kind, rules }) => [kind, rules.map(({ id }) => id)])).toEqual([
      ["wording", ["b"]],
      ["order", ["a", "c"]],
    ]);
  });

  it("are said in the words of the page's language", () => {
    const pt = rule({ before: "client", after: "pt" });
    expect(wordsOf(pt, en)).toBe("Writes “pt” for “client”");
    expect(wordsOf(pt, es)).toBe("Escribe «pt» en lugar de «client»");
    expect(wordsOf(rule({ before: "therapist observed that", after: "" }), en)).toBe("Leaves out “therapist observed that”");
    const length = rule({ kind: "length", section: "Subjective", most: 1, keeping: "first" });
    expect(wordsOf(length, en)).toBe("Keeps Subjective to about 1 sentence, the first");
  });

  it("of a kind this page has no words for are said as the server does", () => {
    expect(wordsOf(rule({ kind: "omission", topic: "something new" }), es)).toBe("as the server says");
  });

  it("say what is to be written only where something is", () => {
    expect(fieldOf(rule({ kind: "addition", section: "Plan" }), en)).toBe("Sentence to add to Plan");
    expect(fieldOf(rule({ kind: "voice", tense: "past" }), en)).toBe("");
  });
});
