import { expect, it } from "vitest";
import { MOST_NOTES, adviceAt, adviceKey, inShort, leave, left, standing, type Shelf } from "./note-advice";

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

it("advice is left at one note only, and can be wanted again", () => {
  const on = shelf();
  leave(on, "not_1", ["goal", "next"]);
  expect([left(on, "not_1"), left(on, "not_2")]).toEqual([["goal", "next"], []]);
  leave(on, "not_1", []);
  expect(left(on, "not_1")).toEqual([]);
});

it("the oldest note is forgotten first, and what can't be read counts as nothing", () => {
  const on = shelf();
  for (let n = 0; n <= MOST_NOTES; n += 1) leave(on, `not_${n}`, ["goal"]);
  expect([left(on, "not_0"), left(on, `not_${MOST_NOTES}`)]).toEqual([[], ["goal"]]);
  on.kept.set([...on.kept.keys()][0] ?? "", "{broken");
  expect(left(on, "not_5")).toEqual([]);
});

it("the same advice on two sections is two pieces of advice, each with its place", () => {
  const [trauma, legal] = ["Trauma", "Legal"].map((section) => ({ code: "untouched", section }));
  expect(adviceKey(trauma!)).not.toBe(adviceKey(legal!));
  expect(adviceKey({ code: "goal", section: null })).toBe("goal");
  expect([adviceAt(trauma!), adviceAt({ code: "place" }), adviceAt({ code: "goal" })]).toEqual([{ section: "Trauma" }, { head: "place" }, null]);
  expect([adviceAt({ code: "start-stop" }), adviceAt({ code: "start-stop" }, true)]).toEqual([null, { head: "time" }]);
});

it("keeps what was not left, and says each kind once with its sections", () => {
  const advice = [{ code: "place" }, { code: "untouched", section: "Family" }, { code: "goal", section: null }, { code: "untouched", section: "Work" }];
  const shown = standing(advice, ["goal"]);
  expect(shown.map(({ code }) => code)).toEqual(["place", "untouched", "untouched"]);
  expect(standing(advice, ["untouched@Work"])).toHaveLength(3);
  expect(inShort(shown)).toEqual([
    { code: "place", sections: [], first: advice[0] },
    { code: "untouched", sections: ["Family", "Work"], first: advice[1] },
  ]);
});
