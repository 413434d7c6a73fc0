/** Words of the pages about clients, in the first language of the browser that there are words in. */

import { clients as en, type ClientStrings } from "./en-clients";
import { clients as es } from "./es-clients";

export type { ClientStrings };

const KNOWN: Record<string, ClientStrings> = { en, es };

/** The words of the first of these languages that is known; English where none is. */
export function clientStrings(languages: readonly string[]): ClientStrings {
  const known = languages.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find((code) => code in KNOWN);
  return KNOWN[known ?? "en"] ?? en;
}

export const words: ClientStrings = clientStrings(globalThis.navigator?.languages ?? []);
