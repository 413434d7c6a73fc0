/** A brief's lines as they are shown: what stands before the notes' words, the words by note, what follows. Pure. */

import type { Brief, BriefLine, BriefPast, BriefSection, BriefSectionId, BriefSource } from "../api/brief";
import type { ClientStrings } from "../strings/clients";

type Words = ClientStrings["brief"];

/** Words of one note, each passage by itself. */
export interface ShownNote {
  note: string;
  date: string | null;
  words: string[];
}

export interface ShownLine {
  key: string;
  status: string;
  topic: string;
  /** A heading of its own, such as the kind of risk. */
  label: string;
  /** What became of it, where that is more than the words say. */
  state: string;
  notes: ShownNote[];
  tail: string;
  /** Further notes it rests on. */
  also: string[];
  /** Whether it asks for attention. */
  alarming: boolean;
  quoted: boolean;
}

export interface ShownSection {
  id: BriefSectionId;
  title: string;
  statements: string[];
  lines: ShownLine[];
  leftOut: number;
}

/** Risk first, then what is to be done, then the rest: the order of a screen. */
const ORDER: readonly BriefSectionId[] = ["risk", "plan", "homework", "goals", "goals-ended", "medication", "themes", "attendance"];

/** Serious enough to stand out however they are told. */
const SERIOUS = new Set(["suicide", "self-harm", "harm to others", "abuse"]);

/** `2026-03-02` -> `Mar 2, 2026`. */
export function dayName(date: string | null, t: Words, locale: string): string {
  const at = new Date(`${date ?? ""}T00:00:00Z`);
  if (date === null || Number.isNaN(at.getTime())) return t.undated;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

/** The session of each note, by the note's id: where a line's links lead. */
export function sessionsOf(notes: readonly BriefSource[]): ReadonlyMap<string, BriefSource> {
  return new Map(notes.map((note) => [note.id, note]));
}

export function shownBrief(brief: Brief, { brief: t, locale }: ClientStrings): ShownSection[] {
  const sections = new Map(brief.sections.map((section) => [section.id, section]));
  const homework = new Set((sections.get("homework")?.lines ?? []).map((line) => passageKey(line)));
  return ORDER.flatMap((id) => {
    const section = sections.get(id);
    return section ? [shownSection(section, homework, t, locale)] : [];
  });
}

function shownSection(section: BriefSection, homework: ReadonlySet<string>, t: Words, locale: string): ShownSection {
  // Homework has a section of its own, with what became of it.
  const lines = section.lines.filter((line) => !(line.status === "homework" && homework.has(passageKey(line))));
  const statements = section.codes.map((code) => said(code, section, t, locale));
  if (section.lines.length > 0 && lines.length === 0) statements.push(t.homeworkOnly);
  return {
    id: section.id,
    title: t.sections[section.id],
    statements,
    lines: lines.map((line, index) => shownLine(line, section.id, index, t, locale)),
    leftOut: section.left_out,
  };
}

const passageKey = (line: BriefLine): string => `${line.passages[0]?.note} ${line.passages[0]?.words}`;

function said(code: string, section: BriefSection, t: Words, locale: string): string {
  if (code === "plan-not-in-last") return t.planNotInLast(dayName(section.lines[0]?.date ?? null, t, locale));
  return t.said[code] ?? section.statement ?? "";
}

function shownLine(line: BriefLine, section: BriefSectionId, index: number, t: Words, locale: string): ShownLine {
  const notes = byNote(line);
  const spoken = new Set(notes.map(({ note }) => note));
  const day = (date: string | null): string => dayName(date, t, locale);
  const tails = [tailOf(line, section, t, day), line.corrected ? t.corrected(day(line.corrected)) : ""];
  return {
    key: `${section} ${index}`,
    status: line.status,
    topic: line.topic ?? "",
    label: labelOf(line, section, t),
    state: section === "risk" ? "" : (t.states[line.status] ?? ""),
    notes,
    tail: tails.filter(Boolean).join(" "),
    also: line.notes.filter((note) => !spoken.has(note)),
    alarming: alarming(line, section),
    quoted: section === "risk",
  };
}

function byNote(line: BriefLine): ShownNote[] {
  const notes: ShownNote[] = [];
  for (const { note, date, words } of line.passages) {
    const last = notes.at(-1);
    if (last?.note === note && last.date === date) last.words.push(words);
    else notes.push({ note, date, words: [words] });
  }
  return notes;
}

function labelOf(line: BriefLine, section: BriefSectionId, t: Words): string {
  const topic = line.topic ?? "";
  if (section === "risk") {
    const kind = t.riskKinds[topic] ?? capital(topic);
    if (line.status === "earlier") return `${kind}, ${t.earlier}`;
    return line.status === "not recorded" ? kind : `${kind}: ${t.riskStates[line.status] ?? line.status}`;
  }
  if (section === "themes") return `${t.themes[topic] ?? capital(topic)} (${line.notes.length})`;
  const numbered = (section === "goals" || section === "goals-ended") && topic !== "";
  return numbered && !/\bgoal\b/i.test(line.passages[0]?.words ?? "") ? t.goal(topic) : "";
}

function tailOf(line: BriefLine, section: BriefSectionId, t: Words, day: (date: string | null) => string): string {
  if (section === "risk") return riskTail(line, t, day);
  if (section === "attendance") return attendanceTail(line, t, day);
  if (line.status !== "disputed") return "";
  if (section === "medication") return t.noChange;
  return section === "goals" && line.passages.length === 1 ? t.whichGoal : "";
}

function riskTail(line: BriefLine, t: Words, day: (date: string | null) => string): string {
  if (line.status === "not recorded") return t.silent(line.notes.length, day(line.past[0]?.date ?? null));
  const statuses = [...new Set(line.past.map(({ status }) => status))];
  return statuses
    .map((status) => `${t.riskStates[status] ?? status}: ${line.past.filter((one) => one.status === status).map(({ date }) => day(date)).join(", ")}`)
    .join("; ");
}

function attendanceTail(line: BriefLine, t: Words, day: (date: string | null) => string): string {
  const length = ({ minutes }: { minutes: number | null }): string => (minutes === null ? t.noLength : t.minutes(minutes));
  const dated = (one: BriefPast): string => `${day(one.date)} (${length(one)})`;
  switch (line.status) {
    case "held":
      return [length(line), line.days === null ? "" : t.after(line.days)].filter(Boolean).join(", ");
    case "earlier":
      return `${t.before}: ${line.past.map(dated).join(", ")}`;
    case "summary": {
      const [first, last, from, to] = line.past.map(({ date }) => day(date));
      return `${t.summary(line.count ?? 0, first ?? "", last ?? "")}; ${t.longest(line.days ?? 0, from ?? "", to ?? "")}`;
    }
    default:
      return "";
  }
}

function alarming(line: BriefLine, section: BriefSectionId): boolean {
  if (section !== "risk") return line.status === "disputed";
  if (line.status === "denied" || line.status === "not recorded") return false;
  return SERIOUS.has(line.topic ?? "") || !["reported", "unclear", "mentioned", "earlier"].includes(line.status);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
