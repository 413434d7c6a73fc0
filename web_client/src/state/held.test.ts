import { expect, it } from "vitest";
import { localInput, zoned } from "../format/time";
import { atFault, canBeHeldOtherwise, changeOf, formOf, heldFault, minutesFault, type HeldFault, type HeldForm } from "./held";

const NOW = new Date(2026, 10, 29, 15, 0, 0);
const form = (change: Partial<HeldForm> = {}): HeldForm => ({ at: "", unreadable: false, minutes: "", ...change });

it.each<[string, boolean, HeldFault]>([
  ["", false, ""],
  ["", true, "unreadable"],
  ["2026-11-29T14:59", false, ""],
  ["2026-11-29T15:00", false, ""],
  ["2026-11-29T15:01", false, "future"],
  ["2027-01-01T09:00", false, "future"],
])("takes a time up to now: %s", (at, unreadable, fault) => {
  expect(atFault(at, unreadable, NOW)).toBe(fault);
});

it.each<[string, HeldFault]>([["", ""], ["1", ""], ["600", ""], ["0", "minutes"], ["601", "minutes"], ["-5", "minutes"], ["4.5", "minutes"], ["e", "minutes"]])(
  "takes whole minutes from 1 to 600: %s",
  (minutes, fault) => expect(minutesFault(minutes)).toBe(fault),
);

it.each<[Partial<HeldForm>, number | null, HeldFault]>([
  [{ minutes: "50" }, null, ""],
  [{ at: "2026-11-29T14:10", minutes: "50" }, null, ""],
  [{ at: "2026-11-29T14:11", minutes: "50" }, null, "ends"],
  [{ at: "2026-11-29T14:50" }, null, ""],
  [{ at: "2026-11-29T14:50" }, 10, ""],
  [{ at: "2026-11-29T14:50" }, 11, "ends"],
  [{ at: "2026-11-29T16:00", minutes: "0" }, null, "future"],
])("a session that is over has ended by now: %o", (change, measured, fault) => {
  expect(heldFault(form(change), NOW, measured)).toBe(fault);
});

it.each([
  ["call", "ended", false],
  ["in_person", "ended", false],
  ["summary", "ended", true],
  ["dictation", "live", true],
  ["recording", "ended", true],
  ["recording", "signed", false],
  ["summary", "signed", false],
] as const)("can be said of a %s that is %s: %s", (source, state, can) => {
  expect(canBeHeldOtherwise({ source, state })).toBe(can);
});

it("begins with what was said; a recording's length is its own", () => {
  const at = new Date(2026, 10, 2, 9, 30).toISOString();
  expect(formOf({ source: "summary", scheduled_for: at, duration_seconds: 3180 })).toEqual(form({ at: "2026-11-02T09:30", minutes: "53" }));
  expect(formOf({ source: "recording", scheduled_for: at, duration_seconds: 3180 })).toEqual(form({ at: localInput(new Date(at)) }));
  expect(formOf({ source: "dictation", scheduled_for: null, duration_seconds: null })).toEqual(form());
});

it("sends only what was changed, and takes away what was emptied", () => {
  const before = form({ at: "2026-11-02T09:30", minutes: "53" });
  expect(changeOf(before, before)).toBeNull();
  expect(changeOf(before, { ...before, minutes: "45" })).toEqual({ held_minutes: 45 });
  expect(changeOf(before, { ...before, at: "2026-11-01T09:30" })).toEqual({ scheduled_for: zoned("2026-11-01T09:30") });
  expect(changeOf(before, form())).toEqual({ scheduled_for: null, held_minutes: null });
});
