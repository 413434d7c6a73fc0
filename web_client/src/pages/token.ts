/** Tokens arrive in the URL's fragment, which browsers never send to a server. */

interface Place {
  hash: string;
  pathname: string;
}
interface Trail {
  replaceState(state: unknown, unused: string, url: string): void;
}
interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const SHELF = "attune.join";

/** The value of `#t=…` (or one of `names`), or "". */
export function fragmentToken(hash: string, names: readonly string[] = ["t", "token", "login"]): string {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  return names.map((name) => values.get(name)).find((value) => value) ?? "";
}

/** Takes the token out of the address, so that it does not stay in the history. */
export function takeToken(place: Place, trail: Trail): string {
  const token = fragmentToken(place.hash);
  if (token) trail.replaceState(null, "", place.pathname);
  return token;
}

/** A participant's token: from the address, else what this tab kept for a reload. */
export function joinToken(place: Place, trail: Trail, shelf: Shelf): string {
  const token = takeToken(place, trail);
  if (token) shelf.setItem(SHELF, token);
  return token || (shelf.getItem(SHELF) ?? "");
}

/** The session a join token is for, as the token itself says; "" when it can't be read. Nothing rests on it. */
export function sessionOf(token: string): string {
  try {
    const body = (token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
    return String((JSON.parse(atob(body)) as { session?: string }).session ?? "");
  } catch {
    return "";
  }
}

/** Whatever is over for good is not kept; another tab's call may still be taken back. */
export function forgetToken(shelf: Shelf, why: string): void {
  if (why === "ended" || why === "refused") shelf.removeItem(SHELF);
}

/** What `/watch` is to show, and the one-time login that may stand beside it, which is taken out of the history. */
export function watchTarget(place: Place, trail: Trail): { session: string; login: string } {
  const session = fragmentToken(place.hash, ["session", "s"]);
  const login = fragmentToken(place.hash, ["login"]);
  if (login) trail.replaceState(null, "", `${place.pathname}#session=${encodeURIComponent(session)}`);
  return { session, login };
}
