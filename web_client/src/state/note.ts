/** Editing a note, as pure steps: a sentence keeps its evidence whatever its words become. */

import type { Note, NoteFormat, Section, Sentence } from "../api/types";
import { keepKey } from "./note-keys";

/** The sections of a note begun by hand, as the server's formats have them. */
export const SECTIONS: Record<NoteFormat, readonly string[]> = {
  soap: ["Subjective", "Objective", "Assessment", "Plan"],
  dap: ["Data", "Assessment", "Plan"],
  birp: ["Behavior", "Intervention", "Response", "Plan"],
  narrative: ["Narrative"],
  girp: ["Goal", "Intervention", "Response", "Plan"],
  pirp: ["Problem", "Intervention", "Response", "Plan"],
  pie: ["Problem", "Intervention", "Evaluation"],
  intake: [
    "Presenting problem",
    "Psychiatric history",
    "Medical history",
    "Substance use",
    "Family history",
    "Developmental history",
    "Trauma",
    "Legal",
    "Social history",
    "Strengths",
    "Mental status",
    "Assessment",
    "Plan",
  ],
  emdr: [
    "History and target",
    "Preparation",
    "Assessment of the target",
    "Desensitization",
    "Installation",
    "Body scan",
    "Interventions and responses",
    "Closure and plan",
  ],
  group: ["Group", "Client A", "Client B", "Plan"],
};

/** The same note, or a new one, with the empty sections of its format, to be written by hand. */
export function byHand(note: Note | null, format: NoteFormat): Note {
  const own = note && note.format in SECTIONS ? (note.format as NoteFormat) : format;
  const blank = { format, risk: [], not_discussed: [], drafter: BY_HAND, generated_at: new Date().toISOString() };
  const kept = note ?? blank;
  // As the server keeps it: nothing was drafted, and nobody listed what was not said.
  return { ...kept, drafter: BY_HAND, not_discussed: [], sections: SECTIONS[own].map((title) => ({ title, sentences: [] })) };
}

/** The drafter the server names where nothing was drafted. */
const BY_HAND = "clinician";

/** Nothing in the note was read from a transcript: none could be drafted, or a withdrawal took it all. */
export function isByHand(note: Note): boolean {
  return note.drafter === BY_HAND || note.drafter === "none" || Boolean(note.statement);
}

/** Whether a drafted section is only the practice's own text: nothing of the session ever stands there. */
export function isFixed(drafted: Section): boolean {
  return Boolean(drafted.fixed) && !drafted.statement && drafted.sentences.length === 0;
}

export interface At {
  section: number;
  sentence: number;
}

function withSection(note: Note, index: number, change: (section: Section) => Section): Note {
  return { ...note, sections: note.sections.map((section, at) => (at === index ? change(section) : section)) };
}

/** Changes a sentence's words. Text is trimmed; emptied sentences are removed. */
export function editSentence(note: Note, at: At, text: string): Note {
  const words = text.replace(/\s+/g, " ").trim();
  if (!words) return removeSentence(note, at);
  return withSection(note, at.section, (section) => ({
    ...section,
    sentences: section.sentences.map((sentence, index) =>
      index === at.sentence ? keepKey(sentence, { ...sentence, text: words }) : sentence,
    ),
  }));
}

export function removeSentence(note: Note, at: At): Note {
  return withSection(note, at.section, (section) => ({
    ...section,
    sentences: section.sentences.filter((_, index) => index !== at.sentence),
  }));
}

/** The clinician's own words: no evidence, and none pretended. */
export function addSentence(note: Note, section: number, text: string): Note {
  const words = text.replace(/\s+/g, " ").trim();
  if (!words) return note;
  const sentence: Sentence = { text: words, evidence: [], flags: [] };
  return withSection(note, section, (known) => ({ ...begun(known), sentences: [...known.sentences, sentence] }));
}

/** A section that gets its first sentence no longer says that there was nothing to say. */
function begun(section: Section): Section {
  if (section.sentences.length > 0 || !section.statement) return section;
  const { statement: _, ...rest } = section;
  return rest;
}

/** Moves a sentence up (-1) or down (1), over the end of a section into the next one. Null where it can't go. */
export function moveSentence(note: Note, at: At, by: -1 | 1): { note: Note; at: At } | null {
  const sections = note.sections.map(({ sentences }) => [...sentences]);
  const here = sections[at.section];
  const [moved] = here?.splice(at.sentence, 1) ?? [];
  if (!here || !moved) return null;
  let to = { section: at.section, sentence: at.sentence + by };
  if (to.sentence < 0 || to.sentence > here.length) {
    to = { section: at.section + by, sentence: by > 0 ? 0 : (sections[at.section + by]?.length ?? 0) };
  }
  const there = sections[to.section];
  if (!there) return null;
  there.splice(to.sentence, 0, moved);
  const after = note.sections.map((section, index) => ({ ...(index === to.section ? begun(section) : section), sentences: sections[index] ?? [] }));
  return { note: { ...note, sections: after }, at: to };
}

export interface Flagged {
  at: At;
  flag: string;
  text: string;
  /** What differs; "" where the flag's own words say it all. */
  reason: string;
}

/** Flags whose reason is always the same, and says no more than their label. */
const SAY_IT_ALL: ReadonlySet<string> = new Set(["no-evidence", "unknown-evidence", "speaker-unknown", "standing-sentence"]);

/** Why a flag was raised, as a sentence; "" where that is not known, or says no more than the flag. */
export function reasonOf(sentence: Sentence, flag: string): string {
  const reason = SAY_IT_ALL.has(flag) ? "" : (sentence.objections?.find((one) => one.flag === flag)?.reason.trim() ?? "");
  if (!reason) return "";
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]["”]?$/.test(reason) ? "" : "."}`;
}

/** Every flag of the note, in reading order. */
export function flagsOf(note: Note): Flagged[] {
  return note.sections.flatMap((section, s) =>
    section.sentences.flatMap((sentence, n) =>
      sentence.flags.map((flag) => ({ at: { section: s, sentence: n }, flag, text: sentence.text, reason: reasonOf(sentence, flag) })),
    ),
  );
}

/** What signing over a flag attests to: the flag and where it stands. */
export function attestationOf(flagged: Flagged): string {
  return `${flagged.flag}:${flagged.at.section + 1}.${flagged.at.sentence + 1}`;
}

/** How many sentences rest on the transcript: lines are named, and nothing is said against it. */
export function evidenceCount(note: Note): { supported: number; total: number } {
  const sentences = note.sections.flatMap((section) => section.sentences);
  return { supported: sentences.filter(({ evidence, flags }) => evidence.length > 0 && flags.length === 0).length, total: sentences.length };
}
