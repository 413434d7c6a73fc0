import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { silenced, unsent } from "../state/call";
import { FakeConnection } from "../tests/fake-rtc";
import { Line } from "../tests/fake-line";
import type { Decision, Role } from "../wire.gen";
import { Call } from "./call";
import type { Devices } from "./devices";

let lines: Line[];
let call: Call;
let legs: number;

const room = (decision: Decision, more: object = {}): object => ({
  session: "s", transcription: "active", ...more,
  participants: [{ id: "me", name: "Me", role: "client", presence: "present", consent: { notes: decision } }],
});
const welcome = (view: object, role: Role = "client"): object => ({
  type: "welcome", version: 1, session: "s", participant: "me", role, name: "Me", scopes: [], ice_servers: [],
  wordings: [{ purpose: "notes", version: "v1", title: "", paragraphs: [] }], heartbeat_seconds: 5, room: view,
});

function line(): Line {
  const last = lines.at(-1);
  if (!last) throw new Error("not connected");
  return last;
}

/** The connection is lost; what `meanwhile` does happens before the next one. */
async function away(meanwhile: () => void): Promise<void> {
  line().drop();
  meanwhile();
  await vi.advanceTimersByTimeAsync(1000);
  line().up();
}

beforeEach(() => {
  vi.useFakeTimers();
  [lines, legs] = [[], 0];
  const devices = Object.assign(new EventTarget(), { audio: null, video: null, screen: null, outgoingVideo: null, muted: false });
  call = new Call({
    token: "t", devices: devices as unknown as Devices, location: { protocol: "http:", host: "x" },
    open: () => (lines.push(new Line()), line()),
    createLeg: () => (legs++, new FakeConnection() as unknown as RTCPeerConnection),
  });
  call.start();
  line().up();
});
afterEach(() => {
  call.close();
  vi.useRealTimers();
});

describe("what is said while there is no connection", () => {
  it.each<Decision>(["withdraw", "decline"])("%s is said first after the reconnect, and no leg opens before the room shows it", async (decision) => {
    line().say(welcome(room("agree")));
    line().say({ type: "leg_open", track: "t1" });
    expect(legs).toBe(1);
    await away(() => call.decide(decision));
    expect(unsent(call.state)).toBe(true);
    line().say(welcome(room("agree")));
    expect(line().sent[1]).toEqual({ type: "consent", purpose: "notes", decision, wording: "v1" });
    line().say({ type: "leg_open", track: "t2" });
    expect([legs, call.state.leg, unsent(call.state)]).toEqual([1, "closed", false]);
    line().say({ type: "room", room: room(decision) });
    expect(call.state.pending.decision).toBeNull();
  });

  it("says a decision again when the connection was lost before the room showed it", async () => {
    line().say(welcome(room("agree")));
    call.decide("withdraw");
    await away(() => undefined);
    line().say(welcome(room("agree")));
    expect(line().types()[1]).toBe("consent");
    await away(() => undefined);
    line().say(welcome(room("withdraw")));
    expect(line().types()).not.toContain("consent");
  });

  it("opens legs again once one agrees again", () => {
    line().say(welcome(room("agree")));
    call.decide("decline");
    line().say({ type: "room", room: room("decline") });
    call.decide("agree");
    line().say({ type: "leg_open", track: "t2" });
    expect(legs).toBe(1);
  });

  it("asks afresh when the wording agreed to is not current", () => {
    line().say(welcome(room("decline")));
    call.decide("agree");
    line().say({ type: "error", code: "stale_wording", detail: "" });
    expect(call.state.pending.decision).toBeNull();
  });

  it("keeps Pause and End until they are done", async () => {
    line().say(welcome(room("agree"), "clinician"));
    await away(() => call.pauseTranscription());
    line().say(welcome(room("agree"), "clinician"));
    expect(line().types()[1]).toBe("pause_transcription");
    expect(silenced(call.state)).toBe(true);
    line().say({ type: "room", room: room("agree", { transcription: "paused", transcription_reason: "paused_by_clinician" }) });
    expect(call.state.pending.pause).toBe(false);
    await away(() => call.end());
    line().say(welcome(room("agree"), "clinician"));
    expect(line().types()[1]).toBe("end");
  });
});
