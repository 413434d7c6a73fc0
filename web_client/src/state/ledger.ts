/** What the ledger of a session says, as people read it. Pure. */

import type { LedgerBody, LedgerEntry, Permission, Processor } from "../api/processing";

const KIND = "placeholders.";

/** How many things of each kind were masked in what was sent, by kind. */
export function kindsOf(entry: LedgerEntry): [kind: string, count: number][] {
  return Object.entries(entry)
    .filter(([fact, count]) => fact.startsWith(KIND) && typeof count === "number" && count > 0)
    .map(([fact, count]): [string, number] => [fact.slice(KIND.length), count as number])
    .sort(([a], [b]) => a.localeCompare(b));
}

/** Whether anything went out at all: a refused attempt sends nothing. */
export const wasSent = (entry: LedgerEntry): boolean => entry.body_bytes > 0;

/** Whether it went to somebody else's machine. */
export const leftHere = (entry: LedgerEntry): boolean => wasSent(entry) && !entry.local;

export interface LedgerSummary {
  /** `nothing` was sent; it stayed on the practice's machines (`local`); or it `left` them. */
  readonly verdict: "nothing" | "local" | "left";
  readonly requests: number;
  /** To whom it went. */
  readonly processors: readonly string[];
}

export function summaryOf(entries: readonly LedgerEntry[]): LedgerSummary {
  const left = entries.filter(leftHere);
  const sent = left.length > 0 ? left : entries.filter(wasSent);
  return {
    verdict: left.length > 0 ? "left" : sent.length > 0 ? "local" : "nothing",
    requests: sent.length,
    processors: [...new Set(sent.map(({ processor }) => processor))],
  };
}

/** Everything in a request beside its messages: the model's name, limits, `store: false`. */
export function settingsOf(entry: LedgerEntry): string {
  const sent: LedgerBody["sent"] = entry.body?.sent ?? {};
  const { messages: _messages, ...rest } = sent;
  return Object.keys(rest).length > 0 ? JSON.stringify(rest, null, 2) : "";
}

/** What a processor may be used for, and for which of its declared purposes not, each with the reason. */
export function permissionsOf(processor: Processor): { allowed: Permission[]; refused: Permission[]; undeclared: Permission[] } {
  const declared = new Set(processor.purposes);
  const mine = processor.permitted.filter(({ purpose }) => declared.has(purpose));
  return {
    allowed: mine.filter(({ allowed }) => allowed),
    refused: mine.filter(({ allowed }) => !allowed),
    undeclared: processor.permitted.filter(({ purpose }) => !declared.has(purpose)),
  };
}
