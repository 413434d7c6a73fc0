/** A choice between built-in formats and the practice's own, in one list. Pure. */

import type { Template } from "../api/templates";
import type { Note, NoteFormat, SessionKind } from "../api/types";

/** What stands for a template among the ids of formats. */
const MARK = "template:";

/** A format, or a template in its place. */
export interface FormChoice {
  readonly format?: NoteFormat;
  readonly template?: string;
}

/** The id in a list: of the template where there is one, else of the format. */
export const choiceId = (format: string, template: string | null | undefined): string => (template ? `${MARK}${template}` : format);

/** The format everybody begins with. */
const FIRST = "soap";

/** What a session's note is to be in: a group's is a group's note, unless another format is preferred or `chosen` for its client. */
export const usualFor = (preferred: string, kind: SessionKind, chosen = false): string => (kind === "group" && preferred === FIRST && !chosen ? "group" : preferred);

export function choiceOf(id: string): FormChoice {
  return id.startsWith(MARK) ? { template: id.slice(MARK.length) } : { format: id as NoteFormat };
}

/** What a format or a template is called; a template that is not there any more by its id. */
export function formName(format: string, template: string | null | undefined, formats: Record<string, string>, own: readonly Template[]): string {
  if (template) return own.find(({ id }) => id === template)?.name ?? template;
  return formats[format] ?? format;
}

/** What a note's format is called: the built-in one, or the practice's own by the name it had. */
export function formatOf(note: Pick<Note, "format" | "template">, formats: Record<string, string>): string {
  return note.template?.name ?? formats[note.format] ?? note.format;
}
