import { describe, expect, it } from "vitest";
import { termsOf } from "./terms";

describe("a typed list of terms", () => {
  it("takes lines and commas, trims, and keeps each once in its order", () => {
    expect(termsOf(" Gottman \n\nNora  Quinn, gottman,\r\nKintsugi,")).toEqual(["Gottman", "Nora Quinn", "Kintsugi"]);
    expect(termsOf(" ,\n")).toEqual([]);
  });
});
