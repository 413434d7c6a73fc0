/** The shapes of the REST API (`/v1`, see `/openapi.json`). */

import type { Role, Segment } from "../wire.gen";

export type SessionKind = "individual" | "couple" | "group";
/** Preferences of one note alone; what is left out is as for its client. */
export interface NotePreferences {
  readonly detail?: string;
  readonly clinician_term?: string;
  readonly client_term?: string;
  readonly pronouns?: string;
  readonly modalities?: readonly string[];
}

/** What is wanted of another draft: of this detail, with this guidance; as preferred where nothing is said. */
export interface DraftWishes {
  readonly detail?: "concise" | "intermediate" | "detailed";
  readonly guidance?: string;
  readonly preferences?: NotePreferences;
}

/** Another draft: of the whole in a format or in one of the practice's own, or of one section. */
export type Redraft = DraftWishes & ({ readonly format: NoteFormat } | { readonly template: string } | { readonly section: string });

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
  /** The id of a practice's own format in its place; none when empty. */
  default_template: string;
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

/** When a session was held that was told of afterwards; null takes away what was said, what is not sent stays. */
export interface HeldTimes {
  scheduled_for?: string | null;
  held_minutes?: number | null;
}

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
  /** The practice's own format that its note is to be drafted in. */
  template: string | null;
  created_at: string;
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
  format?: NoteFormat;
  template?: string;
  language?: string;
  source?: Source;
  /** How long a session was that is told of. */
  held_minutes?: number;
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
  /** Why each flag was raised, while the note is unsigned; left out where there is none. */
  objections?: Objection[];
}

/** What differs between a sentence and what was said, in words for the reader; it may quote the session. */
export interface Objection {
  flag: string;
  reason: string;
}

export interface Section {
  title: string;
  sentences: Sentence[];
  /** What the call itself shows, or why the section is empty. */
  statement?: string | null;
  /** The practice's own text: it rests on nothing that was said and stays as it is. */
  fixed?: string | null;
}

export interface RiskItem {
  kind: string;
  status: string;
  evidence: string[];
  /** The exact words; they are part of the note and outlive the transcript. */
  quotes?: string[];
  /** It was long ago; what is so now is an item of its own. */
  past?: boolean;
  /** Whose danger it is where it is not the client's own: "the client's husband". */
  whose?: string;
}

/** Which version of which of the practice's own formats a note was drafted in. */
export interface TemplateMark {
  id: string | null;
  name: string;
  version: number;
}

export interface Note {
  /** `template`: the practice's own, which `template` names. */
  format: NoteFormat | "template";
  template?: TemplateMark | null;
  sections: Section[];
  risk: RiskItem[];
  not_discussed: string[];
  drafter: string;
  generated_at: string;
  statement?: string | null;
  drafter_notice?: string | null;
  frame?: Frame | null;
  [extra: string]: unknown;
}

/** What the call itself shows; the place of service alone is the clinician's to say. */
export interface Frame {
  date?: string | null;
  started_at?: string | null;
  ended_at?: string | null;
  duration_minutes?: number | null;
  modality?: string | null;
  participants?: string[];
  place_of_service?: PlaceOfService | null;
}

/** CMS place-of-service codes of sessions such as these. */
export type PlaceOfService = "02" | "10" | "11" | "12" | "53" | "99";

/** An unsigned note as it was drafted. */
export interface Drafted {
  format: NoteFormat | "template";
  template?: TemplateMark | null;
  sections: Section[];
  generated_at: string;
  /** Of this note alone, as its draft was asked for. */
  preferences?: NotePreferences;
}

/** Something a note of its format usually holds and this one does not; `rule`: where that is from. */
export interface Advice {
  code: string;
  rule: string;
  section?: string | null;
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
  drafted?: Drafted | null;
  advice?: Advice[];
  /** The psychotherapy code whose time the session's minutes lie in. */
  time_band?: TimeBand | null;
}

/** The draft of a call that goes on, as of so many seconds on the session clock. */
export interface LiveDraftView {
  session: string;
  as_of: number;
  note: Note;
}

export interface TimeBand {
  code: string;
  from_minutes: number;
  to_minutes: number | null;
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
