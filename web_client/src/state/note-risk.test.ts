import { describe, expect, it } from "vitest";
import { riskStatus } from "./note-risk";

describe("a finding of risk", () => {
  it.each([
    [{ status: "denied" }, "Denied"],
    [{ status: "reported", past: true }, "History"],
    [{ status: "unclear", whose: "the client's husband" }, "Concern about the client's husband, not about the client"],
  ])("%o is told as %s", (item, told) => {
    expect(riskStatus(item)).toBe(told);
  });
});
