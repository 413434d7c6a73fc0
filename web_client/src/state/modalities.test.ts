import { describe, expect, it } from "vitest";
import { KNOWN, has, listed, offered, toggled } from "./modalities";

describe("therapy modalities", () => {
  it("are listed with commas between, each once", () => {
    expect(listed(" CBT,  act ,, cbt\nGestalt  therapy ")).toEqual(["CBT", "act", "Gestalt therapy"]);
    expect(listed("")).toEqual([]);
  });

  it.each([
    ["", "CBT", "CBT"],
    ["CBT", "ACT", "CBT, ACT"],
    ["CBT, ACT", "CBT", "ACT"],
    ["cbt", "CBT", ""],
    ["Gestalt,", "DBT", "Gestalt, DBT"],
  ])("%o with %o ticked is %o", (text, name, after) => {
    expect(toggled(text, name)).toBe(after);
    expect(has(after, name)).toBe(!has(text, name));
  });

  it("are offered with one's own first, and none twice", () => {
    expect(offered([]).map(([name]) => name)).toEqual(KNOWN.map(([name]) => name));
    const names = offered(["Gestalt", "emdr"]).map(([name]) => name);
    expect(names.slice(0, 3)).toEqual(["Gestalt", "emdr", "CBT"]);
    expect(names).toHaveLength(KNOWN.length + 1);
    expect(offered(["emdr"])[0]?.[1]).toContain("Eye movement");
  });
});
