/** Masked lines as they are shown and chosen from: pieces, words, phrases. Pure. */

import type { MaskedLine } from "../api/processing";

/** A stretch of a masked line: plain words, or one placeholder. */
export interface Piece {
  readonly text: string;
  readonly placeholder: boolean;
}

/** A piece of a line cut for choosing: words can be picked, what lies between them and placeholders can't. */
export interface Token {
  readonly text: string;
  readonly kind: "word" | "gap" | "placeholder";
}

/** Tokens picked, from the first to the last one, both included. */
export interface Picked {
  readonly from: number;
  readonly to: number;
}

const WORD = /[^\s]+/gu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The line cut at its placeholders. Offsets count code points, as the server does. */
export function piecesOf({ masked, spans }: Pick<MaskedLine, "masked" | "spans">): Piece[] {
  const points = [...(masked ?? "")];
  const pieces: Piece[] = [];
  let taken = 0;
  const plain = (until: number): void => {
    const text = points.slice(taken, until).join("");
    if (text) pieces.push({ text, placeholder: false });
  };
  for (const { start, end, placeholder } of spans) {
    plain(start);
    pieces.push({ text: placeholder, placeholder: true });
    taken = end;
  }
  plain(points.length);
  return pieces;
}

/** The line cut into words. */
export function tokensOf(line: Pick<MaskedLine, "masked" | "spans">): Token[] {
  return piecesOf(line).flatMap(({ text, placeholder }): Token[] => (placeholder ? [{ text, kind: "placeholder" }] : cut(text)));
}

function cut(text: string): Token[] {
  const tokens: Token[] = [];
  let taken = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index > taken) tokens.push({ text: text.slice(taken, index), kind: "gap" });
    // What is only marks ("—") is nothing to choose.
    tokens.push({ text: word, kind: bare(word) ? "word" : "gap" });
    taken = index + word.length;
  }
  if (taken < text.length) tokens.push({ text: text.slice(taken), kind: "gap" });
  return tokens;
}

/** Words without the marks around them: `Miriam,` is `Miriam`. */
export function bare(text: string): string {
  return text.replace(EDGES, "");
}

/** What is picked after a press on a word: it joins what is picked beside it, and a second press puts it back. */
export function picked(tokens: readonly Token[], before: Picked | null, at: number): Picked | null {
  if (tokens[at]?.kind !== "word") return before;
  if (!before) return { from: at, to: at };
  if (before.from === at && before.to === at) return null;
  if (at === before.from) return { from: next(tokens, at, 1), to: before.to };
  if (at === before.to) return { from: before.from, to: next(tokens, at, -1) };
  const grown = { from: Math.min(before.from, at), to: Math.max(before.to, at) };
  const crosses = tokens.slice(grown.from, grown.to + 1).some(({ kind }) => kind === "placeholder");
  const within = at > before.from && at < before.to;
  return crosses || within ? { from: at, to: at } : grown;
}

/** The next word from `at` in a direction. */
function next(tokens: readonly Token[], at: number, step: 1 | -1): number {
  let place = at + step;
  while (tokens[place] && tokens[place]?.kind !== "word") place += step;
  return place;
}

/** The words that are picked, as they are sent. */
export function phraseOf(tokens: readonly Token[], chosen: Picked | null): string {
  if (!chosen) return "";
  const text = tokens.slice(chosen.from, chosen.to + 1).map((token) => token.text).join("");
  return bare(text.replace(/\s+/g, " "));
}

/** What of a selection can be masked: words of one line in which no placeholder lies. */
export function selectable(line: Pick<MaskedLine, "masked" | "spans">, selection: string): string {
  const phrase = bare(selection.replace(/\s+/g, " ").trim());
  if (!phrase || phrase.length > MOST) return "";
  const inside = piecesOf(line).some(({ text, placeholder }) => !placeholder && text.replace(/\s+/g, " ").includes(phrase));
  return inside ? phrase : "";
}

/** Characters that the server masks by one choice. */
export const MOST = 120;

export interface Unsent {
  readonly failed: number;
  readonly waiting: number;
}

/** Lines that no processor would be shown now, and why. */
export function unsentOf(lines: readonly MaskedLine[]): Unsent {
  const count = (state: MaskedLine["state"]): number => lines.filter((line) => line.state === state).length;
  return { failed: count("failed"), waiting: count("waiting") };
}
