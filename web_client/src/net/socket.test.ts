import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerMessage } from "../wire.gen";
import { backoffSeconds } from "./backoff";
import { Line } from "../tests/fake-line";
import { ATTEMPT_MS, DOUBT_MS, RoomSocket, socketUrl } from "./socket";

const WELCOME = { type: "welcome", heartbeat_seconds: 5 };
let lines: Line[];
let states: string[];
let heard: ServerMessage[];
let clock: number;

function connect(): RoomSocket {
  const socket = new RoomSocket({
    url: "ws://x/v1/socket", token: "tok",
    onMessage: (message) => heard.push(message), onState: (state) => states.push(state),
    open: () => { const line = new Line(); lines.push(line); return line; },
    random: () => 1, now: () => clock,
  });
  socket.connect();
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  [lines, states, heard, clock] = [[], [], [], 0];
});
afterEach(() => void vi.useRealTimers());

describe("the room's socket", () => {
  it("says hello first, on every opening", async () => {
    connect();
    lines[0]?.up();
    expect(lines[0]?.sent).toEqual([{ type: "hello", version: 1, token: "tok" }]);
    lines[0]?.say(WELCOME);
    lines[0]?.drop();
    await vi.advanceTimersByTimeAsync(600);
    lines[1]?.up();
    expect(lines[1]?.sent[0]).toMatchObject({ type: "hello", token: "tok" });
    expect(states).toEqual(["connecting", "open", "reconnecting", "reconnecting"]);
  });

  it("does not come back after it was replaced, ended or refused for good", async () => {
    for (const last of [{ type: "replaced" }, { type: "ended", reason: "x" }, { type: "error", code: "c", detail: "", fatal: true }]) {
      lines = [];
      connect();
      lines[0]?.up();
      lines[0]?.say(last);
      lines[0]?.drop();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(lines).toHaveLength(1);
    }
  });

  it("gives up a connection that stays silent", async () => {
    connect();
    lines[0]?.up();
    lines[0]?.say(WELCOME);
    for (let i = 0; i < 4; i++) {
      clock += 5001;
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect(lines[0]?.readyState).toBe(3);
    await vi.advanceTimersByTimeAsync(1000);
    expect(lines.length).toBeGreaterThan(1);
  });

  it("gives up a doubted connection soon, unless it answers", async () => {
    const socket = connect();
    lines[0]?.up();
    lines[0]?.say(WELCOME);
    socket.probe();
    expect(lines[0]?.sent.at(-1)).toMatchObject({ type: "ping" });
    clock += 100;
    lines[0]?.say({ type: "pong", at: 0 });
    await vi.advanceTimersByTimeAsync(DOUBT_MS);
    expect(lines).toHaveLength(1);
    socket.probe();
    await vi.advanceTimersByTimeAsync(DOUBT_MS);
    expect(states.at(-1)).toBe("reconnecting");
    await vi.advanceTimersByTimeAsync(600);
    expect(lines).toHaveLength(2);
  });

  it("drops an attempt that nobody answers and makes another", async () => {
    connect();
    await vi.advanceTimersByTimeAsync(ATTEMPT_MS + 600);
    expect(lines).toHaveLength(2);
    lines[1]?.up();
    await vi.advanceTimersByTimeAsync(2 * ATTEMPT_MS);
    expect(lines).toHaveLength(2);
  });

  it("ignores what a connection already given up still says", async () => {
    connect();
    lines[0]?.up();
    lines[0]?.say(WELCOME);
    lines[0]?.drop();
    await vi.advanceTimersByTimeAsync(600);
    lines[0]?.say({ type: "replaced" });
    expect(heard.map(({ type }) => type)).toEqual(["welcome"]);
  });

  it("tells when a message could not be sent", () => {
    const socket = connect();
    expect(socket.send({ type: "knock" })).toBe(false);
    lines[0]?.up();
    expect(socket.send({ type: "knock" })).toBe(true);
  });

  it("waits longer each time, but never more than ten seconds", () => {
    const waits = [0, 1, 2, 3, 10].map((attempt) => backoffSeconds(attempt, 1));
    expect(waits).toEqual([0.5, 1, 2, 4, 10]);
    expect(backoffSeconds(10, 0)).toBe(5);
  });

  it("follows the page's own origin and scheme", () => {
    expect(socketUrl({ protocol: "https:", host: "a.example" })).toBe("wss://a.example/v1/socket");
    expect(socketUrl({ protocol: "http:", host: "127.0.0.1:8700" })).toBe("ws://127.0.0.1:8700/v1/socket");
  });
});
