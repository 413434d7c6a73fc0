/** Preferences of one note alone as fields of a form: an empty one is as preferred. Pure. */

import type { NotePreferences } from "../api/types";

/** What a single note may have of its own, in the order of the form. */
export const OWN = ["detail", "client_term", "clinician_term", "pronouns", "modalities"] as const;
export type OwnName = (typeof OWN)[number];

/** What is sent: only what was filled in. */
export function ownSent(field: (name: OwnName) => string): NotePreferences {
  const filled = OWN.map((name) => [name, field(name).replace(/\s+/g, " ").trim()] as const).filter(([, value]) => value);
  return Object.fromEntries(filled.map(([name, value]) => [name, name === "modalities" ? listed(value) : value]));
}

/** A preference as its field shows it. */
export function ownShown(own: NotePreferences, name: OwnName): string {
  return name === "modalities" ? (own.modalities ?? []).join(", ") : (own[name] ?? "");
}

const listed = (value: string): string[] => [...new Set(value.split(",").map((one) => one.trim()).filter(Boolean))];
