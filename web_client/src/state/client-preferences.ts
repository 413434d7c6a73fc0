/** Preferences of one client as a form: each either as in the clinician's own, or its own. Pure. */

import type { Effective, Overrides, Template } from "../api/templates";
import type { Preferences } from "../api/types";
import type { TemplateStrings } from "../strings/templates";
import { choiceId, choiceOf, formName } from "./form-choice";

/** What can differ, in the order of the form; a format and a template are one choice. */
export const CHOICES = ["client_term", "clinician_term", "pronouns", "detail", "form", "modalities", "instructions", "fillers", "vocabulary"] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** The value of a field as it is typed: "" counts as a value, null as in the clinician's own. */
export type ClientForm = Record<ChoiceName, string | null>;

const LISTS: ReadonlySet<ChoiceName> = new Set(["modalities", "vocabulary"]);

export function formOf(own: Overrides): ClientForm {
  const form = own.default_format === null && own.default_template === null ? null : choiceId(own.default_format ?? "", own.default_template);
  return {
    client_term: own.client_term,
    clinician_term: own.clinician_term,
    pronouns: own.pronouns,
    detail: own.detail,
    form,
    modalities: own.modalities?.join(", ") ?? null,
    instructions: own.instructions,
    fillers: own.fillers,
    vocabulary: own.vocabulary?.join(", ") ?? null,
  };
}

/** What is sent: only what differs. An emptied word for somebody is as in the clinician's own. */
export function overridesOf(form: ClientForm): Partial<Overrides> {
  const sent: Record<string, unknown> = {};
  for (const name of CHOICES) {
    const value = form[name];
    if (value === null || ((name === "client_term" || name === "clinician_term") && !value.trim())) continue;
    if (name === "form") Object.assign(sent, formSent(value));
    else sent[name] = LISTS.has(name) ? listed(value) : value.trim();
  }
  return sent;
}

function formSent(id: string): Partial<Overrides> {
  const { format, template } = choiceOf(id);
  return template ? { default_template: template } : { default_format: format ?? null };
}

const listed = (value: string): string[] => [...new Set(value.split(/[,\n]/).map((word) => word.trim()).filter(Boolean))];

/** What a field would be in the clinician's own preferences, as people read it. */
export function inherited(name: ChoiceName, mine: Preferences | Effective, templates: readonly Template[], t: TemplateStrings): string {
  switch (name) {
    case "form":
      return formName(mine.default_format, mine.default_template, t.formats, templates);
    case "detail":
      return t.forClient.details[mine.detail] ?? mine.detail;
    case "pronouns":
      return t.forClient.pronouns[mine.pronouns] ?? mine.pronouns;
    case "fillers":
      return t.forClient.fillers[mine.fillers] ?? mine.fillers;
    case "modalities":
    case "vocabulary":
      return mine[name].join(", ");
    default:
      return mine[name];
  }
}

export const labelOf = (name: ChoiceName, t: TemplateStrings): string => t.forClient.names[name === "form" ? "default_format" : name] ?? name;

/** What differs, each as it is called and read. */
export function differing(own: Overrides, effective: Effective, templates: readonly Template[], t: TemplateStrings): { name: ChoiceName; label: string; value: string }[] {
  const form = formOf(own);
  return CHOICES.filter((name) => form[name] !== null).map((name) => ({ name, label: labelOf(name, t), value: inherited(name, effective, templates, t) }));
}
