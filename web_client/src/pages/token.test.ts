import { describe, expect, it } from "vitest";
import { pageOf } from "../state/closing";
import { forgetToken, fragmentToken, joinToken, takeToken, watchTarget } from "./token";

class Shelf {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
  removeItem = (key: string): void => void this.kept.delete(key);
}

describe("tokens in the fragment", () => {
  it("reads a token and nothing else", () => {
    expect(fragmentToken("#t=a.b-c_d")).toBe("a.b-c_d");
    expect(fragmentToken("#/sessions/ses_1")).toBe("");
  });

  it("takes the token out of the history", () => {
    const urls: string[] = [];
    expect(takeToken({ hash: "#t=secret", pathname: "/join" }, { replaceState: (_s, _u, url) => void urls.push(url) })).toBe("secret");
    expect(urls).toEqual(["/join"]);
  });

  it("keeps it for a reload of this tab until the session is over", () => {
    const shelf = new Shelf();
    const trail = { replaceState: () => undefined };
    joinToken({ hash: "#t=one", pathname: "/join" }, trail, shelf);
    expect(joinToken({ hash: "", pathname: "/join" }, trail, shelf)).toBe("one");
    forgetToken(shelf, "replaced");
    expect(joinToken({ hash: "", pathname: "/join" }, trail, shelf)).toBe("one");
    forgetToken(shelf, "ended");
    expect(joinToken({ hash: "", pathname: "/join" }, trail, shelf)).toBe("");
  });

  it("takes a one-time login out of the watch window's address and leaves the session there", () => {
    const urls: string[] = [];
    const trail = { replaceState: (_s: unknown, _u: string, url: string) => void urls.push(url) };
    expect(watchTarget({ hash: "#session=ses_1&login=once", pathname: "/watch" }, trail)).toEqual({ session: "ses_1", login: "once" });
    expect(watchTarget({ hash: "#session=ses_1", pathname: "/watch" }, trail)).toEqual({ session: "ses_1", login: "" });
    expect(urls).toEqual(["/watch#session=ses_1"]);
  });
});

describe("the ways a call can be over", () => {
  it("has a page of its own for each", () => {
    const refused = (code: string) => pageOf({ kind: "refused", code, detail: "" }).id;
    expect([refused("token-expired"), refused("token-forged"), refused("session-ended")]).toEqual(["expired", "invalid", "ended"]);
    expect(pageOf({ kind: "ended", reason: "denied" }).id).toBe("denied");
    expect(pageOf({ kind: "ended", reason: "time_over" }).text).toContain("longest");
    expect(pageOf({ kind: "replaced" }).again).toBeTruthy();
  });
});
