/** Advice that was left, per note. Only ids and codes: a note's words are never kept in a browser. */

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What one piece of advice is remembered by: the same may be said of several sections, and each is left alone. */
export function adviceKey({ code, section }: { code: string; section?: string | null }): string {
  return section ? `${code}@${section}` : code;
}

/** A place of a note: a section, or what is chosen in its head. */
export type Place = { section: string } | { head: "place" | "time" };

/** Where the thing that may lack is; null where it may stand anywhere. `timed`: the session's time can be said there. */
export function adviceAt({ code, section }: { code: string; section?: string | null }, timed = false): Place | null {
  if (section) return { section };
  if (code === "place") return { head: "place" };
  return code === "start-stop" && timed ? { head: "time" } : null;
}

/** What stands in this note's advice and was not left. */
export function standing<A extends { code: string; section?: string | null }>(advice: readonly A[], leftKeys: readonly string[]): A[] {
  return advice.filter((one) => !leftKeys.includes(adviceKey(one)));
}

/** Each kind of advice once, with the sections it is said of; `first` says where to go. */
export function inShort<A extends { code: string; section?: string | null }>(advice: readonly A[]): { code: string; sections: string[]; first: A }[] {
  const found = new Map<string, { code: string; sections: string[]; first: A }>();
  for (const one of advice) {
    const known = found.get(one.code) ?? { code: one.code, sections: [], first: one };
    if (one.section) known.sections.push(one.section);
    found.set(one.code, known);
  }
  return [...found.values()];
}

/** Notes remembered; the oldest is forgotten first. */
export const MOST_NOTES = 200;
const KEY = "attune-advice-left";

function read(shelf: Shelf): [string, string[]][] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? (kept as [string, string[]][]).filter((one) => Array.isArray(one) && Array.isArray(one[1])) : [];
  } catch {
    return [];
  }
}

/** What is remembered of the advice that was left at this note. */
export function left(shelf: Shelf, note: string): string[] {
  return read(shelf).find(([id]) => id === note)?.[1] ?? [];
}

/** Remembers what is left at this note from now on; nothing when all of it is wanted again. */
export function leave(shelf: Shelf, note: string, codes: readonly string[]): void {
  const others = read(shelf).filter(([id]) => id !== note);
  const kept: [string, string[]][] = codes.length > 0 ? [...others, [note, [...codes]]] : others;
  try {
    shelf.setItem(KEY, JSON.stringify(kept.slice(-MOST_NOTES)));
  } catch {
    // A browser that keeps nothing shows the advice again: no harm is done.
  }
}
