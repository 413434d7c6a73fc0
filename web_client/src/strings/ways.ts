/** Words of the ways in, in the first language of the browser that there are words in. */

import { ways as en, type WayStrings } from "./en-ways";
import { ways as es } from "./es-ways";

export type { WayStrings };

const KNOWN: Record<string, WayStrings> = { en, es };

/** The words of the first of these languages that is known; English where none is. */
export function wayStrings(languages: readonly string[]): WayStrings {
  const known = languages.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find((code) => code in KNOWN);
  return KNOWN[known ?? "en"] ?? en;
}

export const words: WayStrings = wayStrings(globalThis.navigator?.languages ?? []);
