import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Withdrawal, resumed } from "./withdrawal";

const SUBJECT = { session: "ses_1", token: "secret", wording: "notes-1" };

class Shelf {
  kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
  removeItem = (key: string): void => void this.kept.delete(key);
}

const answer = (status: number, body: object = {}): Response => new Response(JSON.stringify(body), { status });
const problem = (code: string): Response => answer(409, { code });

let shelf: Shelf;
let answers: Array<Response | Error>;
let asked: RequestInit[];
const fetch = async (_path: string, init: RequestInit): Promise<Response> => {
  asked.push(init);
  const next = answers.shift() ?? new TypeError("offline");
  if (next instanceof Error) throw next;
  return next;
};

beforeEach(() => {
  vi.useFakeTimers();
  [shelf, answers, asked] = [new Shelf(), [], []];
});
afterEach(() => void vi.useRealTimers());

describe("a withdrawal", () => {
  it("is sent with the participant's own token, outliving its page, and gives the receipt", async () => {
    answers = [answer(200, { receipt: "rcp_1" })];
    const withdrawal = new Withdrawal(SUBJECT, { fetch, shelf });
    await withdrawal.send();
    expect([withdrawal.state, withdrawal.receipt, shelf.kept.size]).toEqual(["done", "rcp_1", 0]);
    expect(asked[0]?.keepalive).toBe(true);
    expect((asked[0]?.headers as Record<string, string>)["Authorization"]).toBe("Bearer secret");
    expect(JSON.parse(String(asked[0]?.body))).toEqual({ purpose: "notes", decision: "withdraw", wording: "notes-1" });
  });

  it("stays unsent without a network, and is sent again until it is answered", async () => {
    const withdrawal = new Withdrawal(SUBJECT, { fetch, shelf });
    await withdrawal.send();
    expect([withdrawal.state, withdrawal.undone, shelf.kept.size]).toEqual(["unsent", true, 1]);
    answers = [answer(503), answer(200, { receipt: "rcp_1" })];
    await vi.advanceTimersByTimeAsync(9000);
    expect([withdrawal.state, asked.length]).toEqual(["done", 3]);
  });

  it.each([["already-signed", "signed"], ["not-ready", "nothing"], ["token-revoked", "refused"]])("%s is an answer", async (code, state) => {
    answers = [problem(code)];
    const withdrawal = new Withdrawal(SUBJECT, { fetch, shelf });
    await withdrawal.send();
    expect([withdrawal.state, withdrawal.undone, shelf.kept.size]).toEqual([state, false, 0]);
  });

  it("that a closed page could not send goes out when this browser comes back", async () => {
    const closed = new Withdrawal(SUBJECT, { fetch, shelf });
    await closed.send();
    closed.close();
    answers = [answer(200, { receipt: "rcp_1" })];
    const again = resumed(shelf, { fetch });
    await vi.advanceTimersByTimeAsync(0);
    expect(again?.state).toBe("done");
    expect(resumed(shelf, { fetch })).toBeNull();
  });
});
