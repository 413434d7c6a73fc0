import { describe, expect, it } from "vitest";
import { lengthOf } from "./session-length";

const call = { source: "call", state: "scheduled", planned_minutes: 50, duration_seconds: null } as const;

describe("the length of a session in a list", () => {
  it("is as planned until the session is over, then as it was", () => {
    expect(lengthOf(call)).toBe(50);
    expect(lengthOf({ ...call, state: "live", duration_seconds: 120 })).toBe(50);
    expect(lengthOf({ ...call, state: "ended", duration_seconds: 2820 })).toBe(47);
    expect(lengthOf({ ...call, state: "signed", duration_seconds: 20 })).toBe(1);
  });

  it("is what was said of a session told of, or nothing", () => {
    expect(lengthOf({ ...call, source: "summary", duration_seconds: 3180 })).toBe(53);
    expect(lengthOf({ ...call, source: "summary" })).toBeNull();
  });
});
