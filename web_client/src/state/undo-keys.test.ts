import { expect, it } from "vitest";
import { undoKey } from "./undo-keys";

const press = (key: string, more: Partial<Parameters<typeof undoKey>[0]> = {}) =>
  undoKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

it("undo and redo have the keys of other editors, and no others", () => {
  expect([press("z", { ctrlKey: true }), press("z", { metaKey: true })]).toEqual(["undo", "undo"]);
  expect([press("Z", { ctrlKey: true, shiftKey: true }), press("y", { ctrlKey: true })]).toEqual(["redo", "redo"]);
  expect([press("z"), press("z", { ctrlKey: true, altKey: true }), press("y", { metaKey: true }), press("a", { ctrlKey: true })]).toEqual([null, null, null, null]);
});
