import { describe, expect, it } from "vitest";
import type { LedgerEntry, Processor } from "../api/processing";
import { kindsOf, permissionsOf, settingsOf, summaryOf } from "./ledger";

const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: "led_1", at: "2026-01-05T09:00:00Z", processor: "hosted", model: "m", host: "api.example.com", purpose: "drafting",
  outcome: "answered", local: false, agreement: "BAA-1", body_bytes: 900, body_sha256: "ab", prompt_tokens: 11,
  answer_tokens: 7, seconds: 1.5, body: null, ...more,
});

describe("the ledger in short", () => {
  it("says that nothing left when nothing was sent, also after a refused attempt", () => {
    expect(summaryOf([])).toEqual({ verdict: "nothing", requests: 0, processors: [] });
    expect(summaryOf([entry({ outcome: "refused", body_bytes: 0 })]).verdict).toBe("nothing");
  });

  it("tells the practice's own machines from others'", () => {
    const own = entry({ local: true, processor: "own" });
    expect(summaryOf([own, own])).toEqual({ verdict: "local", requests: 2, processors: ["own"] });
    expect(summaryOf([own, entry(), entry()])).toEqual({ verdict: "left", requests: 2, processors: ["hosted"] });
  });

  it("counts an attempt that was never answered, for it was sent", () => {
    expect(summaryOf([entry({ outcome: "unavailable" })]).verdict).toBe("left");
  });
});

describe("an entry", () => {
  it("counts what was masked by kind", () => {
    expect(kindsOf(entry({ "placeholders.PERSON": 2, "placeholders.DATE": 1, "placeholders.AGE": 0 }))).toEqual([["DATE", 1], ["PERSON", 2]]);
    expect(kindsOf(entry())).toEqual([]);
  });

  it("shows what else was in the request beside the messages", () => {
    const sent = { model: "m", store: false, messages: [{ role: "user", content: "[CLIENT] slept" }] };
    expect(JSON.parse(settingsOf(entry({ body: { sent, answer: null } })))).toEqual({ model: "m", store: false });
    expect(settingsOf(entry())).toBe("");
    expect(settingsOf(entry({ body: { sent: {}, answer: null } }))).toBe("");
  });
});

describe("a processor", () => {
  it("has what it may do, what it may not and why, and what it is not declared for", () => {
    const permitted = [
      { purpose: "drafting", allowed: true, reason: null },
      { purpose: "recognition", allowed: false, reason: "attest first" },
      { purpose: "brief", allowed: false, reason: "not declared" },
    ];
    const found = permissionsOf({ purposes: ["drafting", "recognition"], permitted } as unknown as Processor);
    expect(found.allowed.map(({ purpose }) => purpose)).toEqual(["drafting"]);
    expect(found.refused).toEqual([permitted[1]]);
    expect(found.undeclared.map(({ purpose }) => purpose)).toEqual(["brief"]);
  });
});
