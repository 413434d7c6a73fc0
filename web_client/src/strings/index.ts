/** The strings of the page's language. English only so far. */

import { en, type Strings } from "./en";

export const strings: Strings = en;

/** A term's label, or the code itself in plain words when it is not known. */
export function term(labels: Record<string, string>, code: string): string {
  const plain = code.replace(/[_-]+/g, " ").trim();
  return labels[code] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** `Alex`, `Alex and Sam`, `Alex, Sam and Kim`. */
export function names(list: readonly string[]): string {
  return new Intl.ListFormat(strings.locale, { type: "conjunction" }).format(list);
}
