import { describe, expect, it } from "vitest";
import type { Receipt } from "../api/types";
import { fateOf, receiptOf, told, type Fate } from "./fate";

const RECEIPT: Receipt = { id: "rcp_1", what: "transcript", why: "signed", destroyed_at: "2026-01-05T09:00:00Z" };
const fate = (more: Partial<Fate>): Fate => ({ session: "ses_1", state: "living", held: false, destroy_by: null, receipts: [], ...more });

describe("the fate of the words", () => {
  it("is told in every state", () => {
    expect(told(fate({ state: "none" }))).toContain("Nothing was written down");
    expect(told(fate({ destroy_by: "2026-01-12T09:00:00Z" }))).toMatch(/at the latest on January 12, 2026/);
    expect(told(fate({ held: true }))).toContain("legal hold");
    expect(told(fate({ state: "destroyed", receipts: [RECEIPT] }))).toMatch(/January 5, 2026.*because your clinician signed the note/);
    expect(told(fate({ state: "destroyed" }))).toContain("was destroyed. Nobody");
  });

  it("is proved by the whole transcript's receipt, not by those of passages", () => {
    const struck = { ...RECEIPT, id: "rcp_2", what: "segments" };
    expect(receiptOf(fate({ receipts: [struck, RECEIPT, struck] }))?.id).toBe("rcp_1");
    expect(receiptOf(fate({ receipts: [struck] }))).toBeUndefined();
  });

  it("is asked for with the participant's own link, and nothing is said when that is refused", async () => {
    const asked: [string, RequestInit][] = [];
    const answering = (response: Response) => async (path: string, init: RequestInit) => {
      asked.push([path, init]);
      return response;
    };
    expect(await fateOf("ses_1", "secret", answering(Response.json(fate({}))))).toEqual(fate({}));
    expect(asked[0]?.[0]).toBe("/v1/sessions/ses_1/fate");
    expect((asked[0]?.[1].headers as Record<string, string>)["Authorization"]).toBe("Bearer secret");
    expect(await fateOf("ses_1", "secret", answering(new Response("", { status: 403 })))).toBeNull();
    expect(await fateOf("ses_1", "secret", () => Promise.reject(new TypeError("offline")))).toBeNull();
  });
});
