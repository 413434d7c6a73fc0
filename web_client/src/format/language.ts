/** A language's name as people read it, by its code; a code the browser does not know stays as it is. */
export function languageName(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return code;
  }
}

/** Codes with names, by name; `present` is among them whether known or not. */
export function languageChoices(known: readonly string[], present: string, locale: string): [code: string, name: string][] {
  const codes = [...new Set([...known, present])];
  return codes
    .map((code): [string, string] => [code, languageName(code, locale)])
    .sort((a, b) => a[1].localeCompare(b[1], locale));
}
