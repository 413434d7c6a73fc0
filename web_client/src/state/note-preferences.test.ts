import { describe, expect, it } from "vitest";
import { OWN, ownSent, ownShown } from "./note-preferences";

describe("preferences of one note alone", () => {
  it("are only what was filled in", () => {
    const typed: Record<string, string> = { client_term: "  Mrs  Lee ", modalities: "CBT, ACT,, CBT", detail: "" };
    expect(ownSent((name) => typed[name] ?? "")).toEqual({ client_term: "Mrs Lee", modalities: ["CBT", "ACT"] });
    expect(ownSent(() => " ")).toEqual({});
  });

  it("are shown as they were sent", () => {
    const own = { detail: "concise", modalities: ["CBT", "ACT"] };
    expect(OWN.map((name) => ownShown(own, name))).toEqual(["concise", "", "", "", "CBT, ACT"]);
    expect(ownSent((name) => ownShown(own, name))).toEqual(own);
  });
});
