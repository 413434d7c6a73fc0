/** Therapy modalities as a field holds them: names with commas between, each there once. Pure. */

/** Offered to be ticked: short name, and what it stands for. Whatever else is used is typed. */
export const KNOWN: readonly (readonly [name: string, full: string])[] = [
  ["CBT", "Cognitive behavioral therapy"],
  ["DBT", "Dialectical behavior therapy"],
  ["ACT", "Acceptance and commitment therapy"],
  ["EMDR", "Eye movement desensitization and reprocessing"],
  ["IFS", "Internal family systems"],
  ["MI", "Motivational interviewing"],
  ["SFBT", "Solution-focused brief therapy"],
  ["ERP", "Exposure and response prevention"],
  ["EFT", "Emotionally focused therapy"],
  ["MBCT", "Mindfulness-based cognitive therapy"],
  ["Psychodynamic", ""],
  ["Person-centered", ""],
];

/** The names in a field. */
export function listed(text: string): string[] {
  const names = text.split(/[,\n]/).map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
  return names.filter((name, at) => names.findIndex((other) => same(other, name)) === at);
}

/** Whether a field has this name. */
export function has(text: string, name: string): boolean {
  return listed(text).some((one) => same(one, name));
}

/** The field with the name added, or taken out where it was in. */
export function toggled(text: string, name: string): string {
  const names = listed(text);
  const others = names.filter((one) => !same(one, name));
  return (others.length < names.length ? others : [...names, name]).join(", ");
}

/** What is offered: what the clinician lists for themselves first, then what is known. */
export function offered(own: readonly string[]): [name: string, full: string][] {
  const mine = listed(own.join(",")).map((name): [string, string] => [name, KNOWN.find(([known]) => same(known, name))?.[1] ?? ""]);
  const rest = KNOWN.filter(([known]) => !mine.some(([name]) => same(name, known))).map(([name, full]): [string, string] => [name, full]);
  return [...mine, ...rest];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
