import { describe, expect, it } from "vitest";
import { choiceId, choiceOf, formName, usualFor } from "./form-choice";

const OWN = [{ id: "tpl_1", name: "Ours", version: 1, sections: [], created_at: "", changed_at: "", unfollowed: [], set_aside: [] }];

describe("a format or a template in one list", () => {
  it.each([
    ["soap", "", { format: "soap" }],
    ["soap", null, { format: "soap" }],
    ["dap", "tpl_1", { template: "tpl_1" }],
  ])("%s %s", (format, template, chosen) => {
    expect(choiceOf(choiceId(format, template))).toEqual(chosen);
  });

  it.each([
    ["soap", "group", false, "group"],
    ["soap", "group", true, "soap"],
    ["soap", "couple", false, "soap"],
    ["birp", "group", false, "birp"],
    ["template:tpl_1", "group", false, "template:tpl_1"],
    ["group", "individual", false, "group"],
  ] as const)("%s for a session of the kind %s", (preferred, kind, chosen, usual) => {
    expect(usualFor(preferred, kind, chosen)).toBe(usual);
  });

  it("goes by its name, or by its id once it is deleted", () => {
    expect(formName("soap", "", { soap: "SOAP" }, OWN)).toBe("SOAP");
    expect(formName("soap", "tpl_1", { soap: "SOAP" }, OWN)).toBe("Ours");
    expect(formName("soap", "tpl_2", { soap: "SOAP" }, OWN)).toBe("tpl_2");
  });
});
