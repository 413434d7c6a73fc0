import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem, type Api } from "../api/client";
import type { MaskedLine, MaskedTranscript, MaskingChange } from "../api/processing";
import { Masking } from "./masking";

const line = (id: string, state: MaskedLine["state"]): MaskedLine => ({
  id, start: 0, speaker: "Anna", role: "client", state, masked: state === "masked" ? "words" : null, spans: [],
});
const viewOf = (edition: string, ...states: MaskedLine["state"][]): MaskedTranscript => ({
  lines: states.map((state, number) => line(`s${number}`, state)), meanings: {}, stay: [], choices: [], edition,
  unsent: states.filter((state) => state !== "masked").length,
});

class Server {
  view = viewOf("a-0", "masked");
  failing: Problem | null = null;
  asked = 0;
  chosen: [MaskingChange, string][] = [];
  api = {
    masked: async () => {
      this.asked++;
      if (this.failing) throw this.failing;
      return this.view;
    },
    chooseMasking: async (_session: string, change: MaskingChange, seen: string) => {
      if (this.failing) throw this.failing;
      if (seen !== this.view.edition) throw new Problem(409, "stale-version", "read it again");
      this.chosen.push([change, seen]);
      return (this.view = viewOf("a-1", "masked"));
    },
  } as unknown as Api;
}

describe("the masked view", () => {
  let server: Server;
  let masking: Masking;
  beforeEach(() => {
    vi.useFakeTimers();
    server = new Server();
    masking = new Masking(server.api, "ses_1");
  });
  afterEach(() => {
    masking.close();
    vi.useRealTimers();
  });

  it("asks again while lines wait for their masking, ever more slowly, and then no more", async () => {
    server.view = viewOf("a-0", "masked", "waiting");
    await masking.look();
    expect(masking.unsent).toEqual({ failed: 0, waiting: 1 });
    await vi.advanceTimersByTimeAsync(1300);
    expect(server.asked).toBe(2);
    await vi.advanceTimersByTimeAsync(1300);
    expect(server.asked).toBe(2);
    server.view = viewOf("a-0", "masked", "masked");
    await vi.advanceTimersByTimeAsync(1300);
    expect(server.asked).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBe(3);
  });

  it("does not ask again for lines that could not be masked", async () => {
    server.view = viewOf("a-0", "failed");
    await masking.look();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBe(1);
    expect(masking.unsent).toEqual({ failed: 1, waiting: 0 });
  });

  it("looks once a moment after several finals", async () => {
    await masking.look();
    masking.touched();
    masking.touched();
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.asked).toBe(2);
  });

  it("sends a choice with what it was decided on, and shows what came of it", async () => {
    await masking.look();
    expect(await masking.choose({ free: "[PERSON_1]" })).toBe(true);
    expect(server.chosen).toEqual([[{ free: "[PERSON_1]" }, "a-0"]]);
    expect(masking.view?.edition).toBe("a-1");
    expect(masking.busy).toBe(false);
  });

  it("decides nothing on placeholders that were given out anew meanwhile", async () => {
    await masking.look();
    server.view = viewOf("b-0", "masked");
    expect(await masking.choose({ undo: 0 })).toBe(false);
    expect(server.chosen).toEqual([]);
    expect(masking.view?.edition).toBe("b-0");
    expect(masking.refusal).not.toBe("");
  });

  it("shows the server's own words when a choice is refused", async () => {
    await masking.look();
    server.failing = new Problem(400, "choice-refused", "Too many choices.");
    expect(await masking.choose({ hide: { segment: "s0", text: "x", kind: "PERSON" } })).toBe(false);
    expect(masking.refusal).toBe("Too many choices.");
  });

  it("shows nothing once the transcript is destroyed, whoever finds it out", async () => {
    await masking.look();
    server.failing = new Problem(410, "transcript-destroyed", "");
    await masking.choose({ undo: 0 });
    expect(masking.view).toBeNull();
    expect(masking.gone).toBe(true);
    masking.touched();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBe(1);
  });

  it("drops an answer from before the destruction", async () => {
    const late = masking.look();
    masking.destroyed();
    await late;
    expect(masking.view).toBeNull();
  });

  it("asks again in a while when the server can't be reached", async () => {
    server.failing = new Problem(0, "unreachable", "");
    await masking.look();
    expect(masking.unreachable).toBe(true);
    server.failing = null;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(masking.unreachable).toBe(false);
    expect(masking.view).not.toBeNull();
  });
});
