import { describe, expect, it } from "vitest";
import { languageChoices, languageName } from "./language";

describe("languages", () => {
  it("have names, and their code where there is none", () => {
    expect(languageName("es", "en")).toBe("Spanish");
    expect(languageName("!", "en")).toBe("!");
  });
  it("are listed by name, the present one always among them", () => {
    expect(languageChoices(["es", "de", "en"], "uk", "en").map(([code]) => code)).toEqual(["en", "de", "es", "uk"]);
  });
});
