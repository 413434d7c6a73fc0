/** A list of words typed by a person: one per line or parted by commas, each once. Pure. */
export function termsOf(typed: string): string[] {
  const terms = typed.split(/[\n,]/).map((term) => term.trim().replace(/\s+/g, " "));
  const known = new Set<string>();
  return terms.filter((term) => {
    const key = term.toLocaleLowerCase();
    return term !== "" && !known.has(key) && known.add(key);
  });
}
