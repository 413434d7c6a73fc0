/** Words of the page about the clinician's style, in the first language of the browser that there are words in. */

import { style as en, type StyleStrings } from "./en-style";
import { style as es } from "./es-style";

export type { StyleStrings };

const KNOWN: Record<string, StyleStrings> = { en, es };

/** The words of the first of these languages that is known; English where none is. */
export function styleStrings(languages: readonly string[]): StyleStrings {
  const known = languages.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find((code) => code in KNOWN);
  return KNOWN[known ?? "en"] ?? en;
}

export const words: StyleStrings = styleStrings(globalThis.navigator?.languages ?? []);
