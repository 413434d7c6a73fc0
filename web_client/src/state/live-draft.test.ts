import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Problem } from "../api/client";
import type { LiveDraftView } from "../api/types";
import { EVERY_MS, LiveDraft, isWanted, want } from "./live-draft";

const viewOf = (as_of: number): LiveDraftView => ({
  session: "ses_1", as_of,
  note: { format: "soap", sections: [], risk: [], not_discussed: [], drafter: "embedded", generated_at: "" },
});
let asked = 0;
let answer: () => LiveDraftView;
let draft: LiveDraft;

beforeEach(() => {
  vi.useFakeTimers();
  [asked, answer] = [0, () => viewOf(asked)];
  draft = new LiveDraft({ liveDraft: async () => (asked++, answer()) }, "ses_1");
});
afterEach(() => void vi.useRealTimers());

it("is asked for only while it is looked at", async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(0);
  draft.start();
  draft.start();
  await vi.advanceTimersByTimeAsync(2 * EVERY_MS + 1);
  expect([asked, draft.view?.as_of]).toEqual([3, 3]);
  draft.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked, draft.view]).toEqual([3, null]);
});

it("keeps the last one through trouble and goes with the transcript", async () => {
  draft.start();
  await vi.advanceTimersByTimeAsync(1);
  answer = () => { throw new Problem(409, "not-ready", ""); };
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  expect([draft.trouble, draft.view?.as_of]).toEqual(["failed", 1]);
  answer = () => { throw new Problem(410, "transcript-destroyed", ""); };
  await vi.advanceTimersByTimeAsync(EVERY_MS);
  expect([draft.trouble, draft.view]).toEqual(["gone", null]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(3);
});

it("is off until it is wanted, which is remembered", () => {
  const kept = new Map<string, string>();
  const shelf = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  expect(isWanted(shelf)).toBe(false);
  want(shelf, true);
  expect(isWanted(shelf)).toBe(true);
  want(shelf, false);
  expect(isWanted(shelf)).toBe(false);
});
