/** Which sentence is which while a note is edited, saved and changed by the server. Nothing of it is sent. */

import type { Note, Sentence } from "../api/types";

const keys = new WeakMap<Sentence, number>();
let next = 1;

/** A number that stays with a sentence through edits and answers of the server. */
export function keyOf(sentence: Sentence): number {
  const known = keys.get(sentence);
  if (known !== undefined) return known;
  keys.set(sentence, next);
  return next++;
}

/** `after` is the same sentence as `before`. */
export function keepKey(before: Sentence, after: Sentence): Sentence {
  keys.set(after, keyOf(before));
  return after;
}

/** All sentences of a note in reading order. */
export const sentencesOf = (note: Note): Sentence[] => note.sections.flatMap((section) => section.sentences);

/** Gives the sentences of `after` the keys of those in `before` with the same words, each once. */
export function matched(before: Note, after: Note): void {
  const waiting = sentencesOf(before);
  for (const sentence of sentencesOf(after)) {
    const at = waiting.findIndex(({ text }) => text === sentence.text);
    if (at < 0) continue;
    const [found] = waiting.splice(at, 1);
    if (found) keepKey(found, sentence);
  }
}

const findings = ({ evidence, flags, objections }: Sentence): Pick<Sentence, "evidence" | "flags" | "objections"> =>
  objections ? { evidence, flags, objections } : { evidence, flags };

const sameFindings = (a: Sentence, b: Sentence): boolean => JSON.stringify(findings(a)) === JSON.stringify(findings(b));

/** What the server found in the saved words, put on the note as it stands; words typed since then stay. */
export function withFindings(mine: Note, saved: Note): Note {
  matched(mine, saved);
  const found = new Map(sentencesOf(saved).map((sentence) => [keyOf(sentence), sentence]));
  let changed = false;
  const sections = mine.sections.map((section) => ({
    ...section,
    sentences: section.sentences.map((sentence) => {
      const answer = found.get(keyOf(sentence));
      if (!answer || answer.text !== sentence.text || sameFindings(answer, sentence)) return sentence;
      changed = true;
      return keepKey(sentence, { text: sentence.text, ...findings(answer) });
    }),
  }));
  return changed ? { ...mine, sections } : mine;
}

/**
 * The server's note with what was typed here since `base`, the note both began with.
 * What rests on the transcript goes when the server let it go; own words stay, wherever they were.
 */
export function rebased(base: Note, mine: Note, theirs: Note): Note {
  matched(mine, base);
  matched(base, theirs);
  const before = new Map(sentencesOf(base).map((sentence) => [keyOf(sentence), sentence]));
  const there = new Map(sentencesOf(theirs).map((sentence) => [keyOf(sentence), sentence]));
  const here = new Set(sentencesOf(mine).map(keyOf));
  let changed = false;

  const kept = (sentence: Sentence): Sentence[] => {
    const [was, now] = [before.get(keyOf(sentence)), there.get(keyOf(sentence))];
    if (now) {
      if (!was || was.text === sentence.text) return [now];
      changed = true;
      return [keepKey(sentence, { ...now, text: sentence.text })];
    }
    if ((was ?? sentence).evidence.length > 0) return [];
    changed = true;
    return [sentence];
  };

  const sections = theirs.sections.map((section) => {
    const own = mine.sections.find(({ title }) => title === section.title)?.sentences ?? [];
    const added = section.sentences.filter((sentence) => !here.has(keyOf(sentence)) && !before.has(keyOf(sentence)));
    const removed = section.sentences.some((sentence) => !here.has(keyOf(sentence)) && before.has(keyOf(sentence)));
    changed ||= removed;
    return { ...section, sentences: [...own.flatMap(kept), ...added] };
  });
  return changed ? { ...theirs, sections } : theirs;
}
