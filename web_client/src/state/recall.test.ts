import { describe, expect, it } from "vitest";
import { EMPTY_TRANSCRIPT } from "./transcript";
import { Problem } from "../api/client";
import { recall } from "./recall";

const failing = (status: number) => ({ transcript: () => Promise.reject(new Problem(status, "", "")) });

describe("asking for the transcript again", () => {
  it("says that it is destroyed, and nothing when the server can't be asked", async () => {
    expect(await recall(failing(410), "s", EMPTY_TRANSCRIPT)).toMatchObject({ type: "destroyed" });
    expect(await recall(failing(0), "s", EMPTY_TRANSCRIPT)).toBeNull();
  });
});
