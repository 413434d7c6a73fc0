/** Shapes of what an AI processor is shown, of what was sent, and of the processors (`/v1`, see `/openapi.json`). */

import type { Role } from "../wire.gen";

/** Where a placeholder stands in a masked line: offsets in code points, not in UTF-16 units. */
export interface MaskedSpan {
  start: number;
  end: number;
  placeholder: string;
}

/** A final as a processor would be shown it. `waiting`: its turn comes; `failed`: it is not sent. */
export interface MaskedLine {
  id: string;
  start: number;
  speaker: string;
  role: Role;
  state: "masked" | "waiting" | "failed";
  masked: string | null;
  spans: MaskedSpan[];
}

/** Words that are masked (`hidden`) or left as they are because the clinician chose so. */
export interface MaskingChoice {
  text: string;
  kind: string;
  hidden: boolean;
}

export interface MaskedTranscript {
  lines: MaskedLine[];
  meanings: Record<string, string>;
  /** Placeholders that no choice frees. */
  stay: string[];
  choices: MaskingChoice[];
  unsent: number;
  /** Names this numbering of placeholders and choices; sent back with each change. */
  edition: string;
}

/** What words are that are hidden: of a person each part of the name is masked, of the others the words together. */
export const HIDDEN_KINDS = ["PERSON", "LOCATION", "ORGANIZATION", "OTHER_ID"] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

export type MaskingChange = { hide: { segment: string; text: string; kind?: HiddenKind } } | { free: string } | { undo: number };

/** What went out and came back, masked; kept until the transcript is destroyed. */
export interface LedgerBody {
  sent: { messages?: { role: string; content: string }[]; [setting: string]: unknown };
  answer: string | null;
}

export type LedgerOutcome = "begun" | "answered" | "refused" | "unavailable" | "truncated" | "invalid";

/** One attempt to use a processor. Counts of masked things stand under `placeholders.KIND`. */
export interface LedgerEntry {
  id: string;
  at: string;
  processor: string;
  model: string;
  host?: string;
  purpose: string;
  outcome: LedgerOutcome;
  local: boolean;
  agreement: string | null;
  body_bytes: number;
  body_sha256: string;
  prompt_tokens: number | null;
  answer_tokens: number | null;
  seconds: number;
  audio_seconds?: number;
  joules_low?: number | null;
  joules_mid?: number | null;
  joules_high?: number | null;
  body: LedgerBody | null;
  [fact: string]: unknown;
}

export interface Attested {
  by: string;
  at: string;
}

export interface Agreement {
  reference: string;
  from_: string;
  to: string;
  in_force: boolean;
  days_left: number;
}

export interface Permission {
  purpose: string;
  allowed: boolean;
  reason: string | null;
}

export interface Processor {
  id: string;
  endpoint: string;
  host: string;
  model: string;
  purposes: string[];
  region: string;
  local: boolean;
  stands_locally: boolean;
  private_hosts: string[];
  baa: Agreement | null;
  zero_retention: Attested | null;
  no_training: Attested | null;
  api_key_env: string | null;
  key_missing: boolean;
  permitted: Permission[];
  drafts: boolean;
}

export interface Processors {
  drafter: "embedded" | "model";
  processor: string | null;
  processors: Processor[];
}
