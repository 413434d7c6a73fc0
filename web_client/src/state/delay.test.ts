import { describe, expect, it } from "vitest";
import { delayText } from "./delay";

describe("the delay of the transcript", () => {
  it("is told with its seconds, says when it gets better, and is silent in time", () => {
    expect(delayText({ delay_seconds: 7 })).toContain("7 seconds behind");
    expect(delayText({ delay_seconds: 4, catching_up: true })).toContain("catching up: 4 seconds");
    expect(delayText({ delay_seconds: null })).toBe("");
    expect(delayText({})).toBe("");
  });
});
