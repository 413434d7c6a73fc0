/** Lists of clients, and the sessions that belong to none of them yet. Pure. */

import type { Client } from "../api/brief";
import type { SessionView } from "../api/types";

/** By name as the language sorts them; of one name by reference. */
export function byName(clients: readonly Client[], locale: string): Client[] {
  const compare = new Intl.Collator(locale, { sensitivity: "base", numeric: true }).compare;
  return [...clients].sort((a, b) => compare(a.name, b.name) || compare(a.reference, b.reference) || a.id.localeCompare(b.id));
}

/** What tells a client from another of the same name, for a list to choose from. */
export function choiceOf(client: Client): string {
  return client.reference ? `${client.name} · ${client.reference}` : client.name;
}

/** Clients of exactly this name, however it is written large or small: the same person, or another of that name. */
export function namesakes(clients: readonly Client[], name: string): Client[] {
  const plain = (text: string): string => text.trim().replace(/\s+/g, " ").toLocaleLowerCase();
  return plain(name) ? clients.filter((client) => plain(client.name) === plain(name)) : [];
}

/** By when they were held, the latest first; of one that nobody gave a time, by when it was created. */
export function latestFirst(sessions: readonly SessionView[]): SessionView[] {
  const at = (one: SessionView): number => new Date(one.started_at ?? one.scheduled_for ?? one.created_at).getTime();
  return [...sessions].sort((a, b) => at(b) - at(a));
}

/** Sessions from before there were clients, those of the same name first. */
export function unfiled(sessions: readonly SessionView[], name: string): SessionView[] {
  const same = (session: SessionView): boolean => session.client.trim().toLowerCase() === name.trim().toLowerCase();
  const waiting = sessions.filter(({ client_id }) => client_id === null);
  return [...waiting.filter(same), ...waiting.filter((session) => !same(session))];
}
