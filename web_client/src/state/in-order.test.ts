import { expect, it } from "vitest";
import { InOrder } from "./in-order";

it("takes no answer after that to a later question", () => {
  const order = new InOrder();
  const [first, second, third] = [order.ask(), order.ask(), order.ask()];
  expect(order.takes(second)).toBe(true);
  expect(order.takes(first)).toBe(false);
  expect(order.takes(third)).toBe(true);
});
