/** The shapes of the REST API (`/v1`, see `/openapi.json`). */

import type { Role, Segment } from "../wire.gen";

export type SessionKind = "individual" | "couple" | "group";
/** Another draft: of the whole in a format, or of one section; of this detail, as preferred by default. */
export type Redraft =
  | { readonly format: NoteFormat }
  | { readonly section: string; readonly detail?: "concise" | "detailed" };

export type NoteFormat =
  | "soap"
  | "dap"
  | "birp"
  | "narrative"
  | "girp"
  | "pirp"
  | "pie"
  | "intake"
  | "emdr"
  | "group";
export type SessionState = "scheduled" | "live" | "ended" | "signed";
export type NoteStatus = "none" | "drafting" | "draft" | "insufficient" | "signed";

export interface Me {
  clinician: { name: string; credential: string } | null;
  practice: string;
  version: string;
  model: string;
  legal_hold: boolean;
}

/** A legal hold on a session's transcript: `held` and `release_asked` are in force. */
export interface Hold {
  session: string;
  state: "none" | "asked" | "held" | "release_asked";
  reason: string | null;
  asked_by: string | null;
  held_by: string | null;
  release_by: string | null;
  owed: string | null;
}

export interface Preferences {
  name: string;
  credential: string;
  clinician_term: string;
  client_term: string;
  detail: string;
  default_format: NoteFormat;
  modalities: string[];
  pronouns: string;
  instructions: string;
  fillers: Fillers;
  vocabulary: string[];
}

/** Whether hesitations (um, uh) are left out of a transcript. */
export type Fillers = "removed" | "kept";

/** What the recognisers that are connected hear; `any`: every language there is a code for. */
export interface Languages {
  default: string;
  known: string[];
  any: boolean;
}

export interface SessionParticipant {
  id: string;
  name: string;
  role: Role;
  revoked: boolean;
  language: string;
}

export interface TranscriptState {
  state: "none" | "living" | "destroyed";
  destroy_by: string | null;
  seconds_left: number | null;
  warning: string | null;
  receipt: string | null;
}

/** How a session's words come in, and how the session was held. */
export type Source = "call" | "in_person" | "dictation" | "recording" | "summary";
export type Setting = "telehealth" | "in_person";

export type SpeakerCorrection = { swap: [string, string] } | { voice: number; participant: string } | { segment: string; participant: string };

/** What whoever uploads a recording confirms. */
export interface Attestation {
  version: string;
  title: string;
  paragraphs: string[];
}

export interface SessionView {
  id: string;
  kind: SessionKind;
  source: Source;
  setting: Setting | null;
  client: string;
  /** Null in a session from before there were clients, until it is filed. */
  client_id: string | null;
  format?: NoteFormat;
  scheduled_for: string | null;
  planned_minutes: number;
  state: SessionState;
  started_at: string | null;
  ended_at: string | null;
  duration_seconds: number | null;
  participants: SessionParticipant[];
  transcript: TranscriptState;
  note: { id: string | null; status: NoteStatus };
}

/** Held with a client by `client_id`, or with a new one by name. */
export interface NewSession {
  client?: string;
  client_id?: string;
  clients?: string[];
  scheduled_for?: string;
  planned_minutes: number;
  kind: SessionKind;
  format: NoteFormat;
  language?: string;
  source?: Source;
  setting?: Setting;
}

export interface JoinLink {
  token: string;
  url: string;
  expires_at: string;
  participant: string;
}

export interface TranscriptBody {
  language: string;
  segments: Segment[];
}

export interface Sentence {
  text: string;
  evidence: string[];
  flags: string[];
}

export interface Section {
  title: string;
  sentences: Sentence[];
  /** What the call itself shows, or why the section is empty. */
  statement?: string | null;
}

export interface RiskItem {
  kind: string;
  status: string;
  evidence: string[];
  /** The exact words; they are part of the note and outlive the transcript. */
  quotes?: string[];
}

export interface Note {
  format: NoteFormat;
  sections: Section[];
  risk: RiskItem[];
  not_discussed: string[];
  drafter: string;
  generated_at: string;
  statement?: string | null;
  drafter_notice?: string | null;
  [extra: string]: unknown;
}

export interface Signed {
  name: string;
  credential: string;
  at: string;
  hash: string;
}

export interface NoteView {
  id: string;
  session: string;
  status: NoteStatus;
  version: number;
  note: Note | null;
  statement: string | null;
  signed: Signed | null;
  additions: Addition[];
}

export type AdditionKind = "addendum" | "correction" | "late_entry" | "cosignature";

/** What was added to a signed note, with a signature of its own. */
export interface Addition {
  id: string;
  position: number;
  kind: AdditionKind;
  text: string;
  signed: Signed;
}

export interface NewAddition {
  kind: AdditionKind;
  text: string;
  name: string;
  credential: string;
}

export interface NoteVerification {
  note: string;
  verified: boolean;
  additions: number;
}

/** A destruction receipt. Only counts and hashes; the server may add fields. */
export interface Receipt {
  id: string;
  session?: string;
  what?: string;
  why?: string;
  at?: string;
  requested_at?: string;
  destroyed_at?: string;
  counts?: Record<string, number>;
  hash?: string;
  verified?: boolean;
  [extra: string]: unknown;
}

/** Low, mid and high of something estimated. */
export interface Estimate {
  low: number;
  mid: number;
  high: number;
}

/** A coefficient in use and where it is from. */
export interface EnergyFactor extends Estimate {
  name: string;
  unit: string;
  source: string;
}

export interface EnergyFigures {
  label: string;
  joules?: Estimate;
  watt_hours?: Estimate;
  grams_co2e?: Estimate;
  water_millilitres?: Estimate;
  /** Joules by stage. */
  stages?: Record<string, Estimate>;
  cpu_seconds?: Record<string, number>;
  remote_tokens?: number;
}

export interface EnergyMethod {
  factors?: EnergyFactor[];
  not_counted?: string[];
}

export interface EnergyReport extends EnergyFigures, EnergyMethod {
  [extra: string]: unknown;
}

/** What a month, a session or a note used; what the row does not stand for is null. */
export interface EnergyRow extends EnergyFigures {
  month: string | null;
  session: string | null;
  note: string | null;
  sessions: number;
  signed_notes: number;
}

export interface EnergySummary extends EnergyMethod {
  by: string;
  rows: EnergyRow[];
  total: EnergyRow;
}
