/** What is still missing before a note, or what is added to one, can be signed. Pure. */

/** What a signing form says so far. */
export interface Signing {
  readonly name: string;
  readonly credential: string;
  /** Flags to confirm, and how many of them are. */
  readonly flags: number;
  readonly confirmed: number;
  readonly reviewed: boolean;
}

export type Missing = "name" | "credential" | "flags" | "reviewed";

/** The first thing that is missing, in the order of the form; null when all is there. */
export function missingOf({ name, credential, flags, confirmed, reviewed }: Signing): Missing | null {
  if (!name.trim()) return "name";
  if (!credential.trim()) return "credential";
  if (confirmed < flags) return "flags";
  return reviewed ? null : "reviewed";
}
