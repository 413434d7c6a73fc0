/** A note format being edited: pure steps on it, what stands against saving, and how to go back. */

import type { Content, Template, TemplateBody, TemplateSection } from "../api/templates";

export const MOST = { sections: 16, name: 80, title: 60, instruction: 600, text: 4000, all: 20_000, undo: 50 } as const;

/** A section on the page; `key` stays with it wherever it is moved. */
export interface DraftSection extends TemplateSection {
  readonly key: number;
}

export interface TemplateDraft {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sections: readonly DraftSection[];
  /** What was before, the latest last. */
  readonly past: readonly Past[];
  /** What the server has, as text to compare with. */
  readonly kept: string;
  readonly next: number;
  /** The step that was made last: typing on in one field is one step. */
  readonly last: string;
}

interface Past {
  readonly name: string;
  readonly sections: readonly DraftSection[];
}

export type TemplateAction =
  | { type: "name"; name: string }
  | { type: "change"; key: number; change: Partial<TemplateSection> }
  | { type: "toggle"; key: number; content: Content }
  | { type: "add"; title: string }
  | { type: "remove"; key: number }
  | { type: "move"; key: number; by: -1 | 1 }
  | { type: "undo" }
  | { type: "kept"; template: Template };

/** What stands against saving it. */
export type TemplateProblem =
  | { kind: "nameless" | "undrafted" }
  | { kind: "untitled" | "idle" | "forNobody"; section: number }
  | { kind: "twice"; section: number; other: number }
  | { kind: "tooLong"; most: number };

/** A draft of what the server has, or of a beginning: then nothing is kept yet. */
export function draftOf(body: TemplateBody, known: { id: string; version: number } | null = null): TemplateDraft {
  const sections = body.sections.map((section, key) => ({ ...section, key }));
  const blank = { name: body.name, sections, past: [], next: sections.length, last: "" };
  return { ...blank, id: known?.id ?? "", version: known?.version ?? 0, kept: known ? plain(body) : "" };
}

/** The draft as it is sent. */
export function bodyOf({ name, sections }: Pick<TemplateDraft, "name" | "sections">): TemplateBody {
  return { name: name.trim(), sections: sections.map(({ key: _, ...section }) => ({ ...section, title: section.title.trim() })) };
}

const plain = (body: TemplateBody): string => JSON.stringify([body.name, body.sections.map((s) => [s.title, s.contents, s.instruction, s.text, s.each_client])]);

export const isUnsaved = (draft: TemplateDraft): boolean => plain(bodyOf(draft)) !== draft.kept;

export function reduceTemplate(draft: TemplateDraft, action: TemplateAction): TemplateDraft {
  switch (action.type) {
    case "name":
      return stepped(draft, "name", { name: action.name });
    case "change":
      return stepped(draft, `${Object.keys(action.change).join()} ${action.key}`, { sections: changed(draft, action.key, action.change) });
    case "toggle":
      return stepped(draft, "", { sections: toggled(draft, action.key, action.content) });
    case "add":
      return added(draft, action.title);
    case "remove":
      return stepped(draft, "", { sections: draft.sections.filter(({ key }) => key !== action.key) });
    case "move":
      return moved(draft, action.key, action.by);
    case "undo":
      return undone(draft);
    case "kept":
      return kept(draft, action.template);
  }
}

/** Puts a change on record; steps of one name in a row are one. */
function stepped(draft: TemplateDraft, last: string, change: Partial<Past>): TemplateDraft {
  const goesOn = last !== "" && last === draft.last;
  const past = goesOn ? draft.past : [...draft.past, { name: draft.name, sections: draft.sections }].slice(-MOST.undo);
  return { ...draft, ...change, past, last };
}

function changed(draft: TemplateDraft, key: number, change: Partial<TemplateSection>): DraftSection[] {
  return draft.sections.map((section) => (section.key === key ? { ...section, ...change } : section));
}

function toggled(draft: TemplateDraft, key: number, content: Content): DraftSection[] {
  return draft.sections.map((section) => {
    if (section.key !== key) return section;
    const on = section.contents.includes(content);
    return { ...section, contents: on ? section.contents.filter((one) => one !== content) : [...section.contents, content] };
  });
}

function added(draft: TemplateDraft, title: string): TemplateDraft {
  if (draft.sections.length >= MOST.sections) return draft;
  const section: DraftSection = { key: draft.next, title: freeTitle(draft, title), contents: ["reported"], instruction: "", text: "", each_client: false };
  return { ...stepped(draft, "", { sections: [...draft.sections, section] }), next: draft.next + 1 };
}

/** The title, numbered where another section has it. */
function freeTitle(draft: TemplateDraft, title: string): string {
  const taken = new Set(draft.sections.map((section) => section.title.trim().toLowerCase()));
  let free = title;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${title} ${number}`;
  return free;
}

function moved(draft: TemplateDraft, key: number, by: -1 | 1): TemplateDraft {
  const from = draft.sections.findIndex((section) => section.key === key);
  const to = from + by;
  const section = draft.sections[from];
  if (!section || to < 0 || to >= draft.sections.length) return draft;
  const rest = draft.sections.filter((one) => one.key !== key);
  return stepped(draft, "", { sections: [...rest.slice(0, to), section, ...rest.slice(to)] });
}

function undone(draft: TemplateDraft): TemplateDraft {
  const before = draft.past.at(-1);
  return before ? { ...draft, ...before, past: draft.past.slice(0, -1), last: "" } : draft;
}

/** What is on the page stays: it may have been changed while it was saved. */
function kept(draft: TemplateDraft, template: Template): TemplateDraft {
  return { ...draft, id: template.id, version: template.version, kept: plain(template) };
}

const isDrafted = (section: TemplateSection): boolean => section.contents.length > 0 || section.instruction.trim() !== "";

export function problemsOf({ name, sections }: Pick<TemplateDraft, "name" | "sections">): TemplateProblem[] {
  const found: TemplateProblem[] = name.trim() ? [] : [{ kind: "nameless" }];
  const first = new Map<string, number>();
  sections.forEach((section, index) => {
    const [title, number] = [section.title.trim().toLowerCase(), index + 1];
    const other = first.get(title);
    if (!title) found.push({ kind: "untitled", section: number });
    else if (other !== undefined) found.push({ kind: "twice", section: other, other: number });
    else first.set(title, number);
    if (!isDrafted(section) && section.each_client) found.push({ kind: "forNobody", section: number });
    else if (!isDrafted(section) && !section.text.trim()) found.push({ kind: "idle", section: number });
  });
  if (!sections.some(isDrafted)) found.push({ kind: "undrafted" });
  const all = sections.reduce((sum, section) => sum + section.title.length + section.instruction.length + section.text.length, 0);
  if (all > MOST.all) found.push({ kind: "tooLong", most: MOST.all });
  return found;
}
