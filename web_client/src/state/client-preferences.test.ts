import { describe, expect, it } from "vitest";
import type { Overrides } from "../api/templates";
import type { Preferences } from "../api/types";
import { templates as t } from "../strings/en-templates";
import { CHOICES, differing, formOf, inherited, labelOf, overridesOf } from "./client-preferences";

const NONE: Overrides = {
  clinician_term: null,
  client_term: null,
  detail: null,
  default_format: null,
  default_template: null,
  modalities: null,
  pronouns: null,
  instructions: null,
  fillers: null,
  vocabulary: null,
};
const MINE: Preferences = {
  name: "Dr Grey",
  credential: "PsyD",
  clinician_term: "therapist",
  client_term: "client",
  detail: "intermediate",
  default_format: "soap",
  default_template: "tpl_1",
  modalities: ["CBT", "ACT"],
  pronouns: "said",
  instructions: "",
  fillers: "removed",
  vocabulary: [],
};
const OURS = { id: "tpl_1", name: "Ours", version: 1, sections: [], created_at: "", changed_at: "", unfollowed: [], set_aside: [] };

describe("preferences of one client", () => {
  it("send nothing where nothing differs", () => {
    expect(overridesOf(formOf(NONE))).toEqual({});
  });

  it("come back as they were", () => {
    const own: Overrides = { ...NONE, client_term: "patient", modalities: ["CBT"], instructions: "", default_template: "tpl_1", vocabulary: [] };
    expect({ ...NONE, ...overridesOf(formOf(own)) }).toEqual(own);
  });

  it("send a format or a template, not both", () => {
    const form = formOf(NONE);
    expect(overridesOf({ ...form, form: "dap" })).toEqual({ default_format: "dap" });
    expect(overridesOf({ ...form, form: "template:tpl_1" })).toEqual({ default_template: "tpl_1" });
  });

  it("take an emptied word for somebody as in the clinician's own, and emptied instructions as none", () => {
    expect(overridesOf({ ...formOf(NONE), client_term: " ", instructions: "" })).toEqual({ instructions: "" });
  });

  it("send each word of a list once", () => {
    expect(overridesOf({ ...formOf(NONE), modalities: "CBT, ACT,, CBT" })).toEqual({ modalities: ["CBT", "ACT"] });
  });

  it.each([
    ["form", "Ours"],
    ["detail", "Intermediate"],
    ["pronouns", "As said in the session"],
    ["modalities", "CBT, ACT"],
    ["client_term", "client"],
    ["fillers", "Leave out"],
  ] as const)("say what %s is in the clinician's own", (name, value) => {
    expect(inherited(name, MINE, [OURS], t)).toBe(value);
  });

  it("have a label each", () => {
    expect(new Set(CHOICES.map((name) => labelOf(name, t))).size).toBe(CHOICES.length);
  });

  it("list what differs alone", () => {
    const own = { ...NONE, client_term: "patient", default_format: "dap" as const };
    const effective = { ...MINE, client_term: "patient", default_format: "dap" as const, default_template: "" };
    expect(differing(own, effective, [OURS], t).map(({ label, value }) => [label, value])).toEqual([
      ["Notes call the client", "patient"],
      ["Note format", "DAP"],
    ]);
  });
});
