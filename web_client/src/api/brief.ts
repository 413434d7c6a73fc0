/** Clients and their briefs, as the REST API has them (`/v1/clients`). */

import type { SessionKind } from "./types";

export interface Client {
  id: string;
  name: string;
  reference: string;
  created_at: string;
  sessions: number;
  last_at: string | null;
  archived_at: string | null;
  /** The client whose sessions theirs are now. */
  merged_into: string | null;
}

/** `people`, `kind`: of their latest session. */
export interface ClientDetail extends Client {
  people: string[];
  kind: SessionKind | null;
}

export interface ClientName {
  name: string;
  reference: string;
}

export type BriefSectionId = "plan" | "homework" | "goals" | "goals-ended" | "risk" | "themes" | "medication" | "attendance";

/** Words of one note, never anything else. */
export interface BriefPassage {
  words: string;
  note: string;
  date: string | null;
}

/** What shares a line with others: an older mention of risk, an older session. */
export interface BriefPast {
  status: string;
  note: string;
  date: string | null;
  minutes: number | null;
}

export interface BriefLine {
  text: string;
  notes: string[];
  date: string | null;
  status: string;
  topic: string | null;
  passages: BriefPassage[];
  minutes: number | null;
  days: number | null;
  corrected: string | null;
  past: BriefPast[];
  count: number | null;
}

export interface BriefSection {
  id: BriefSectionId;
  title: string;
  lines: BriefLine[];
  statement: string | null;
  codes: string[];
  left_out: number;
}

export interface BriefSource {
  id: string;
  session: string | null;
  format: string | null;
  date: string | null;
  signed_at: string | null;
}

export interface Brief {
  sections: BriefSection[];
  notes: BriefSource[];
  left_out: { drafts: number; older: number };
}

export interface BriefView {
  client: Client;
  brief: Brief;
}
