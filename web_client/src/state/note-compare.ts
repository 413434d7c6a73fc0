/** What was changed since the draft, word by word. */

import { diffWordsWithSpace } from "diff";
import type { Section } from "../api/types";

export type Fate = "kept" | "cut" | "added";

export interface Piece {
  readonly text: string;
  readonly fate: Fate;
}

export interface SectionChange {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

export interface Changes {
  readonly sections: readonly SectionChange[];
  /** Words. */
  readonly cut: number;
  readonly added: number;
}

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const textOf = (section: Section | undefined): string => (section?.sentences ?? []).map(({ text }) => text.trim()).join("\n");

function pieces(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({ text: value, fate: added ? "added" : removed ? "cut" : "kept" }));
}

/** The sections of both in order, each with its words as they were kept, cut and added. */
export function changes(drafted: readonly Section[], now: readonly Section[]): Changes {
  const order = [...new Set([...now, ...drafted].map(({ title }) => title))];
  const sections = order.map((title) => ({
    title,
    pieces: pieces(textOf(drafted.find((one) => one.title === title)), textOf(now.find((one) => one.title === title))),
  }));
  const count = (fate: Fate): number => sections.flatMap((one) => one.pieces).reduce((sum, one) => sum + (one.fate === fate ? words(one.text) : 0), 0);
  return { sections, cut: count("cut"), added: count("added") };
}
