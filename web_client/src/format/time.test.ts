import { describe, expect, it, vi } from "vitest";
import { clock, duration, remaining, when, within, zoned } from "./time";

describe("times as people read them", () => {
  it("writes a clock", () => {
    expect([0, 63, 3723].map(clock)).toEqual(["0:00", "1:03", "1:02:03"]);
  });

  it("counts down in the two largest units", () => {
    expect([7 * 86400 - 3600, 86400, 5 * 3600 + 720, 240, 20, -5].map(remaining)).toEqual([
      "6 d 23 h", "1 d", "5 h 12 min", "4 min", "under a minute", "under a minute",
    ]);
  });

  it("says how long a session lasted", () => {
    expect([2950, 60, 10].map(duration)).toEqual(["49 minutes", "1 minute", "under a minute"]);
  });

  it("names near days", () => {
    const now = new Date(2026, 10, 23, 9, 0);
    expect(when(new Date(2026, 10, 23, 14, 30).toISOString(), now, "en")).toMatch(/^Today, 2:30/);
    expect(when(new Date(2026, 10, 24, 9, 0).toISOString(), now, "en")).toMatch(/^Tomorrow, 9:00/);
    expect(within(new Date(2026, 10, 24, 9, 0).toISOString(), now, "en")).toMatch(/^tomorrow, 9:00/);
    expect(within(new Date(2026, 10, 27, 9, 0).toISOString(), now, "en")).toMatch(/^Fri, Nov 27, 9:00/);
    expect(when(new Date(2026, 10, 27, 9, 0).toISOString(), now, "en")).toMatch(/^Fri, Nov 27, 9:00/);
  });

  it("keeps the day a time was here", () => {
    const evening = new Date(2026, 10, 23, 19, 30);
    const offset = vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(330);
    expect(zoned("2026-11-23T19:30")).toBe("2026-11-23T19:30:00-05:30");
    offset.mockReturnValue(-60);
    expect(zoned("2026-11-23T19:30")).toBe("2026-11-23T19:30:00+01:00");
    offset.mockRestore();
    expect(new Date(zoned("2026-11-23T19:30")).getTime()).toBe(evening.getTime());
  });
});
