import { expect, it } from "vitest";
import { missingOf, type Missing, type Signing } from "./signing";

const whole: Signing = { name: "Ana Ruiz", credential: "LCSW", flags: 2, confirmed: 2, reviewed: true };

it.each<[Partial<Signing>, Missing | null]>([
  [{}, null],
  [{ flags: 0, confirmed: 0 }, null],
  [{ name: " " }, "name"],
  [{ credential: "" }, "credential"],
  [{ confirmed: 1 }, "flags"],
  [{ reviewed: false }, "reviewed"],
  [{ credential: "", confirmed: 0, reviewed: false }, "credential"],
])("says the first thing that is missing: %o", (change, missing) => {
  expect(missingOf({ ...whole, ...change })).toBe(missing);
});
