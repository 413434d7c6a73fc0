import { describe, expect, it } from "vitest";
import { CHOOSING, channelsOf, share, uploaded, type Progress, type Upload } from "./upload";

const begun = uploaded(CHOOSING, { type: "begun" });
const at = (heard: number, total: number | null = 100): { type: "progress"; progress: Progress } => ({
  type: "progress",
  progress: { state: "hearing", heard, total, estimated: false },
});

describe("an upload", () => {
  it("shows how much of the recording is heard", () => {
    expect(share(uploaded(begun, at(25)))).toBe(0.25);
    expect(share(uploaded(begun, at(25, null)))).toBeNull();
  });

  it("never goes back", () => {
    const later = uploaded(uploaded(begun, at(50)), at(40));
    expect(share(later)).toBe(0.5);
  });

  it("is whole while its note is drafted", () => {
    const drafting = uploaded(uploaded(begun, at(50)), { type: "progress", progress: { state: "drafting", heard: 100, total: 100, estimated: false } });
    expect(drafting.phase).toBe("drafting");
    expect(share(drafting)).toBe(1);
  });

  it("takes another file after one that was refused, unless words had been heard", () => {
    const refused = (reusable: boolean): Upload => uploaded(begun, { type: "refused", detail: "no recording", reusable });
    expect(uploaded(refused(true), { type: "chosen" })).toEqual(CHOOSING);
    expect(uploaded(refused(false), { type: "chosen" }).phase).toBe("failed");
  });

  it("is not brought back by an event that comes after its answer", () => {
    const refused = uploaded(begun, { type: "refused", detail: "", reusable: true });
    expect(uploaded(refused, at(60))).toBe(refused);
  });
});

describe("channels", () => {
  it("name the left speaker first and somebody else second", () => {
    expect(channelsOf("b", ["a", "b"])).toEqual(["b", "a"]);
    expect(channelsOf("a", ["a", "b"])).toEqual(["a", "b"]);
  });
});
