/** The style profile, as the REST API has it (`/v1/style`). */

export type RuleKind = "wording" | "addition" | "heading" | "order" | "omission" | "length" | "voice";

export type RuleStanding = "on" | "off" | "fading";

/** A rule with the parts its kind has; `writable` is the one that may be written anew. */
export interface StyleRule {
  id: string;
  kind: RuleKind;
  words: string;
  standing: RuleStanding;
  enabled: boolean;
  edited: boolean;
  seen: number;
  contrary: number;
  writable: string | null;
  before: string | null;
  after: string | null;
  section: string | null;
  text: string | null;
  first: string | null;
  second: string | null;
  topic: string | null;
  most: number | null;
  keeping: string | null;
  tense: string | null;
}

export interface StyleView {
  learning: boolean;
  sessions: number;
  emerging: number;
  rules: StyleRule[];
}

export interface RuleChange {
  id: string;
  enabled?: boolean;
  text?: string;
}

export interface StyleChange {
  learning?: boolean;
  rules?: RuleChange[];
}
