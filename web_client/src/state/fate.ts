/** What became of a session's words, as the person who spoke them is told. No DOM. */

import type { Receipt } from "../api/types";
import { shortDate } from "../format/time";
import { strings, term } from "../strings";

const t = strings.fate;

export interface Fate {
  session: string;
  state: "none" | "living" | "destroyed";
  held: boolean;
  destroy_by: string | null;
  receipts: Receipt[];
}

type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Asked with the participant's own link; null when that is no longer good, or there is no connection. */
export async function fateOf(session: string, token: string, fetch: Fetch = globalThis.fetch.bind(globalThis)): Promise<Fate | null> {
  try {
    const response = await fetch(`/v1/sessions/${encodeURIComponent(session)}/fate`, {
      credentials: "omit",
      cache: "no-store",
      headers: { Authorization: `Bearer ${token}` },
    });
    return response.ok ? ((await response.json()) as Fate) : null;
  } catch {
    return null;
  }
}

/** One sentence or two; "" when nothing can be said. */
export function told(fate: Fate): string {
  if (fate.state === "none") return t.none;
  if (fate.state === "destroyed") return gone(receiptOf(fate));
  if (fate.held) return t.held;
  return fate.destroy_by ? t.living(shortDate(fate.destroy_by, strings.locale)) : "";
}

/** The receipt of the whole transcript's destruction; passages that were struck before have others. */
export function receiptOf({ receipts }: Fate): Receipt | undefined {
  return receipts.findLast(({ what }) => what === "transcript");
}

/** Others' withdrawals have no receipt here: who withdrew is theirs to tell. */
function gone(receipt: Receipt | undefined): string {
  const at = receipt?.destroyed_at;
  return at ? t.destroyed(shortDate(at, strings.locale), term(t.whys, receipt?.why ?? "")) : t.gone;
}
