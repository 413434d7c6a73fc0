/** Two people, or two windows, at one note: what both wrote is put together, or both are shown. */

import type { Note, Section, Sentence } from "../api/types";
import { keepKey, keyOf, matched, sentencesOf } from "./note-keys";

/** Two texts of one note, neither of which may be lost: somebody chooses. */
export interface NoteConflict {
  readonly base: Note;
  readonly mine: Note;
  readonly theirs: Note;
  /** Theirs is signed: mine can only be read, and taken along by hand. */
  readonly locked: boolean;
}

/** What becomes of a text that was typed while another version was saved. */
export type Crossing = { readonly kind: "conflict"; readonly conflict: NoteConflict } | { readonly kind: "joined"; readonly note: Note } | { readonly kind: "theirs" };

/** `mine`, typed on top of `base`, and `theirs`, which was saved, or signed, meanwhile. */
export function crossing(base: Note, mine: Note, theirs: Note, signed: boolean): Crossing {
  if (signed) {
    const lost = !sameWords(mine, theirs) && !sameWords(mine, base);
    return lost ? { kind: "conflict", conflict: { base: theirs, mine, theirs, locked: true } } : { kind: "theirs" };
  }
  const found = merged(base, mine, theirs);
  if (found.clash) return { kind: "conflict", conflict: { base, mine, theirs, locked: false } };
  return sameWords(found.note, theirs) ? { kind: "theirs" } : { kind: "joined", note: found.note };
}

/** The note that comes of a choice between two texts, and the one it can be undone to. */
export function chosen(conflict: NoteConflict, choice: "mine" | "theirs" | "both"): { note: Note; other: Note } {
  const { base, mine, theirs } = conflict;
  const own = { ...theirs, format: mine.format, sections: mine.sections };
  if (choice === "theirs") return { note: theirs, other: own };
  return { note: choice === "both" ? both(base, mine, theirs) : own, other: theirs };
}

export interface Merged {
  note: Note;
  /** Both changed the same sentence, or the note as a whole: somebody has to choose. */
  clash: boolean;
}

const titles = (note: Note): string => [note.format, ...note.sections.map(({ title }) => title)].join("\n");

/** Both sides' changes since `base` in one note; where they clash, `note` is theirs. */
export function merged(base: Note, mine: Note, theirs: Note): Merged {
  matched(base, mine);
  matched(base, theirs);
  if (titles(mine) !== titles(theirs)) return { note: theirs, clash: true };
  const [before, here, there] = [byKey(base), byKey(mine), byKey(theirs)];
  const said = new Set(sentencesOf(theirs).map(({ text }) => text));
  const clash = [...before.values()].some((was) => {
    const now = here.get(keyOf(was));
    return now !== undefined && now.text !== was.text && !there.has(keyOf(was)) && !said.has(now.text);
  });
  if (clash) return { note: theirs, clash: true };
  const sections = theirs.sections.map((section, at) => together(section, mine.sections[at], before, there));
  return { note: { ...theirs, sections }, clash: false };
}

const byKey = (note: Note): Map<number, Sentence> => new Map(sentencesOf(note).map((one) => [keyOf(one), one]));

/** My order with my words; their new sentences stand behind the one they follow there. */
function together(
  theirs: Section,
  mine: Section | undefined,
  before: ReadonlyMap<number, Sentence>,
  there: ReadonlyMap<number, Sentence>,
): Section {
  const kept = (mine?.sentences ?? []).filter((one) => there.has(keyOf(one)) || !before.has(keyOf(one)));
  const sentences = kept.map((one) => {
    const found = there.get(keyOf(one));
    return found ? keepKey(one, { ...found, text: one.text }) : one;
  });
  const known = new Set(kept.map(({ text }) => text));
  let at = 0;
  for (const one of theirs.sentences) {
    const here = sentences.findIndex((own) => keyOf(own) === keyOf(one));
    if (here >= 0) at = here + 1;
    else if (!before.has(keyOf(one)) && !known.has(one.text)) sentences.splice(at++, 0, one);
  }
  return { ...theirs, sentences };
}

/** Their note with what I changed or wrote standing behind it, section by section. */
export function both(base: Note, mine: Note, theirs: Note): Note {
  const known = new Set([...sentencesOf(base), ...sentencesOf(theirs)].map(({ text }) => text));
  const left = new Map(mine.sections.map((section) => [section.title, section.sentences.filter(({ text }) => !known.has(text))]));
  const sections = theirs.sections.map((section) => {
    const own = left.get(section.title) ?? [];
    left.delete(section.title);
    return own.length > 0 ? { ...section, sentences: [...section.sentences, ...own] } : section;
  });
  const homeless = [...left.values()].flat();
  const last = sections.pop();
  if (!last) return theirs;
  return { ...theirs, sections: [...sections, { ...last, sentences: [...last.sentences, ...homeless] }] };
}

/** Whether two notes say the same in the same places. */
export function sameWords(one: Note, other: Note): boolean {
  const words = (note: Note): string => JSON.stringify([note.format, note.frame?.place_of_service ?? null, note.sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)])]);
  return words(one) === words(other);
}

/** A note without what rests on lines that `base` knew and that are no longer there: they were struck. */
export function without(note: Note, base: Note, segments: readonly { readonly id: string }[]): Note {
  const there = new Set(segments.map(({ id }) => id));
  const struck = new Set(sentencesOf(base).flatMap(({ evidence }) => evidence).filter((id) => !there.has(id)));
  if (struck.size === 0) return note;
  const sections = note.sections.map((section) => ({ ...section, sentences: section.sentences.filter(({ evidence }) => !evidence.some((id) => struck.has(id))) }));
  return { ...note, sections };
}
