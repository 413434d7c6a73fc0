import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosave, type SaveState } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saving(save: (value: string) => Promise<void>): { autosave: Autosave<string>; states: SaveState[] } {
  const states: SaveState[] = [];
  return { states, autosave: new Autosave<string>({ save, onState: (state) => states.push(state), delayMs: 100 }) };
}

describe("autosave", () => {
  it("saves only the newest value after a quiet moment", async () => {
    const saved: string[] = [];
    const { autosave, states } = saving(async (value) => void saved.push(value));
    autosave.put("a");
    autosave.put("ab");
    await vi.advanceTimersByTimeAsync(100);
    expect(saved).toEqual(["ab"]);
    expect(states.at(-1)).toBe("saved");
  });

  it("runs one save at a time and then what came meanwhile", async () => {
    const saved: string[] = [];
    let release = (): void => undefined;
    const { autosave } = saving((value) => new Promise((done) => { saved.push(value); release = done; }));
    autosave.put("a");
    await vi.advanceTimersByTimeAsync(100);
    autosave.put("b");
    await vi.advanceTimersByTimeAsync(100);
    expect(saved).toEqual(["a"]);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(["a", "b"]);
    release();
  });

  it("says when a save failed", async () => {
    const { autosave, states } = saving(() => Promise.reject(new Error("offline")));
    autosave.put("a");
    await autosave.flush();
    expect(states).toEqual(["pending", "saving", "failed"]);
  });
});
