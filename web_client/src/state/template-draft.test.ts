import { describe, expect, it } from "vitest";
import type { Template, TemplateBody } from "../api/templates";
import { MOST, bodyOf, draftOf, isUnsaved, problemsOf, reduceTemplate, type TemplateAction, type TemplateDraft } from "./template-draft";

const section = (title: string, more = {}) => ({ title, contents: ["reported" as const], instruction: "", text: "", each_client: false, ...more });
const BODY: TemplateBody = { name: "Ours", sections: [section("Story"), section("Plan", { contents: ["plan"] }), section("Consent", { contents: [], text: " Seen. " })] };
const KEPT = draftOf(BODY, { id: "tpl_1", version: 3 });

const after = (draft: TemplateDraft, ...actions: TemplateAction[]): TemplateDraft => actions.reduce(reduceTemplate, draft);
const titles = (draft: TemplateDraft): string[] => draft.sections.map(({ title }) => title);

describe("a note format being edited", () => {
  it("is sent as it was read, its text byte for byte", () => {
    expect(bodyOf(KEPT)).toEqual(BODY);
    expect(isUnsaved(KEPT)).toBe(false);
  });

  it("is unsaved from its beginning, and after a change", () => {
    expect(isUnsaved(draftOf(BODY))).toBe(true);
    expect(isUnsaved(after(KEPT, { type: "name", name: "Other" }))).toBe(true);
    expect(isUnsaved(after(KEPT, { type: "name", name: "Other" }, { type: "undo" }))).toBe(false);
  });

  it("moves a section by its key, and not beyond the ends", () => {
    const down = after(KEPT, { type: "move", key: 0, by: 1 });
    expect(titles(down)).toEqual(["Plan", "Story", "Consent"]);
    expect(titles(after(down, { type: "move", key: 0, by: 1 }, { type: "move", key: 0, by: 1 }))).toEqual(["Plan", "Consent", "Story"]);
    expect(after(KEPT, { type: "move", key: 0, by: -1 })).toBe(KEPT);
  });

  it("takes typing on in one field as one step to undo", () => {
    const typed = after(KEPT, ...["O", "Ot", "Oth"].map((name): TemplateAction => ({ type: "name", name })));
    expect(after(typed, { type: "undo" }).name).toBe("Ours");
    const two = after(KEPT, { type: "change", key: 0, change: { title: "A" } }, { type: "change", key: 1, change: { title: "B" } });
    expect(titles(after(two, { type: "undo" }))).toEqual(["A", "Plan", "Consent"]);
  });

  it("brings a removed section back where it was", () => {
    const removed = after(KEPT, { type: "remove", key: 1 });
    expect(titles(removed)).toEqual(["Story", "Consent"]);
    expect(titles(after(removed, { type: "undo" }))).toEqual(["Story", "Plan", "Consent"]);
    expect(after(KEPT, { type: "undo" })).toBe(KEPT);
  });

  it("adds sections with a title of their own, up to the limit", () => {
    const add: TemplateAction = { type: "add", title: "New" };
    expect(titles(after(KEPT, add, add))).toEqual(["Story", "Plan", "Consent", "New", "New 2"]);
    const full = after(KEPT, ...Array<TemplateAction>(20).fill(add));
    expect(full.sections).toHaveLength(MOST.sections);
    expect(new Set(full.sections.map(({ key }) => key)).size).toBe(MOST.sections);
  });

  it("chooses and leaves contents", () => {
    const on = after(KEPT, { type: "toggle", key: 0, content: "risk" });
    expect(on.sections[0]?.contents).toEqual(["reported", "risk"]);
    expect(after(on, { type: "toggle", key: 0, content: "reported" }).sections[0]?.contents).toEqual(["risk"]);
  });

  it("keeps what was typed while it was saved", () => {
    const saved: Template = { ...BODY, id: "tpl_1", version: 4, created_at: "", changed_at: "", unfollowed: [], set_aside: [] };
    const typed = after(KEPT, { type: "name", name: "Typed on" }, { type: "kept", template: saved });
    expect([typed.name, typed.version, isUnsaved(typed)]).toEqual(["Typed on", 4, true]);
  });
});

describe("what stands against saving", () => {
  const problems = (change: Partial<TemplateBody>) => problemsOf(draftOf({ ...BODY, ...change }));

  it("is nothing where it can be drafted with", () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ name: " " }, [{ kind: "nameless" }]],
    [{ sections: [section(" ")] }, [{ kind: "untitled", section: 1 }]],
    [{ sections: [section("A"), section(" a ")] }, [{ kind: "twice", section: 1, other: 2 }]],
    [{ sections: [section("A"), section("B", { contents: [] })] }, [{ kind: "idle", section: 2 }]],
    [{ sections: [section("A", { contents: [], text: "x" })] }, [{ kind: "undrafted" }]],
    [{ sections: [] }, [{ kind: "undrafted" }]],
    [{ sections: [section("A"), section("B", { contents: [], text: "x", each_client: true })] }, [{ kind: "forNobody", section: 2 }]],
    [{ sections: Array.from({ length: 6 }, (_, at) => section(`${at}`, { text: "x".repeat(4000) })) }, [{ kind: "tooLong", most: MOST.all }]],
  ])("%#", (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
