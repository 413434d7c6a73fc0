/** A practice's own note formats and the preferences of one client, as the REST API has them. */

import type { Fillers, NoteFormat } from "./types";

export type Content =
  | "reported"
  | "observed"
  | "measures"
  | "assessment"
  | "interventions"
  | "response"
  | "plan"
  | "homework"
  | "appointment"
  | "risk"
  | "medication"
  | "goals"
  | "psychiatric-history"
  | "medical-history"
  | "substance-use"
  | "family-history"
  | "developmental-history"
  | "trauma"
  | "legal"
  | "social-history"
  | "strengths"
  | "emdr-preparation"
  | "emdr-target"
  | "emdr-desensitization"
  | "emdr-installation"
  | "emdr-body-scan";

/** What it holds, a wish in free words, and a text that nothing ever changes. */
export interface TemplateSection {
  title: string;
  contents: Content[];
  instruction: string;
  text: string;
  each_client: boolean;
}

export interface TemplateBody {
  name: string;
  sections: TemplateSection[];
}

/** `unfollowed`, `set_aside`: sections, counted from 1, whose instructions are not followed whole, or not at all. */
export interface Template extends TemplateBody {
  id: string;
  version: number;
  created_at: string;
  changed_at: string;
  unfollowed: number[];
  set_aside: number[];
}

export interface BuiltInFormat {
  format: NoteFormat;
  sections: TemplateSection[];
}

/** Preferences that differ for a client; null is as in the clinician's own. */
export interface Overrides {
  clinician_term: string | null;
  client_term: string | null;
  detail: string | null;
  default_format: NoteFormat | null;
  default_template: string | null;
  modalities: string[] | null;
  pronouns: string | null;
  instructions: string | null;
  fillers: Fillers | null;
  vocabulary: string[] | null;
}

export type Effective = { [Key in keyof Overrides]: NonNullable<Overrides[Key]> };

export type Conflict = "detail" | "pronouns" | "client-term" | "clinician-term" | "format" | "rules";

export interface ClientPreferences {
  client: string;
  own: Overrides;
  effective: Effective;
  conflicts: Conflict[];
}

/** Two clients made one. */
export interface Merge {
  id: string;
  client: string;
  other: string;
  other_name: string;
  at: string;
  sessions: number;
  undone: boolean;
}
