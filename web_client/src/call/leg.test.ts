import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeConnection, sdpOf } from "../tests/fake-rtc";
import type { ClientMessage } from "../wire.gen";
import { AudioLeg, LEG_SILENCE_MS } from "./leg";

class Track {
  kind = "audio";
  enabled = true;
  stopped = false;
  readonly copies: Track[] = [];
  clone(): Track {
    const copy = new Track();
    copy.enabled = this.enabled;
    this.copies.push(copy);
    return copy;
  }
  stop(): void {
    this.stopped = true;
  }
}

interface Opened {
  leg: AudioLeg;
  microphone: Track;
  sent: ClientMessage[];
  connection: FakeConnection;
  connections: FakeConnection[];
  states: string[];
}

function leg(): Opened {
  const [microphone, sent, connection] = [new Track(), [] as ClientMessage[], new FakeConnection()];
  const [connections, states]: [FakeConnection[], string[]] = [[], []];
  const opened = new AudioLeg({
    track: "t1", microphone: microphone as unknown as MediaStreamTrack, iceServers: [],
    send: (message) => sent.push(message), onState: (state) => states.push(state),
    create: () => {
      connections.push(connections.length === 0 ? connection : new FakeConnection());
      return connections.at(-1) as unknown as RTCPeerConnection;
    },
  });
  return { leg: opened, microphone, sent, connection, connections, states };
}

describe("the audio leg", () => {
  it("offers a copy of the microphone for the track it was opened for", async () => {
    const { leg: opened, sent, microphone } = leg();
    await opened.open();
    expect(sent).toMatchObject([{ type: "leg_offer", track: "t1" }]);
    expect(microphone.copies).toHaveLength(1);
  });

  it("stops at once and touches neither the call's microphone nor a late answer", async () => {
    const { leg: opened, microphone, connection } = leg();
    await opened.open();
    opened.stop();
    expect(connection.signalingState).toBe("closed");
    expect(microphone.copies[0]?.stopped).toBe(true);
    expect(microphone.stopped).toBe(false);
    await opened.answer(sdpOf("9"));
    expect(connection.remoteDescription).toBeNull();
  });

  it("is silenced together with the call", () => {
    const { leg: opened, microphone } = leg();
    opened.mute(true);
    expect(microphone.copies[0]?.enabled).toBe(false);
    opened.mute(false);
    expect(microphone.copies[0]?.enabled).toBe(true);
  });

  it("sends no offer when it was stopped while opening", async () => {
    const { leg: opened, sent } = leg();
    const opening = opened.open();
    opened.stop();
    await opening;
    expect(sent).toEqual([]);
  });
});

describe("a leg whose path breaks", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("offers the same track anew over a fresh connection, with the same copy of the microphone", async () => {
    const { leg: opened, sent, connection, connections, states, microphone } = leg();
    await opened.open();
    connection.becomes("connected");
    connection.becomes("disconnected");
    await vi.advanceTimersByTimeAsync(LEG_SILENCE_MS);
    expect(sent).toMatchObject([{ type: "leg_offer", track: "t1" }, { type: "leg_offer", track: "t1" }]);
    expect(connections.map(({ signalingState }) => signalingState)).toEqual(["closed", "have-local-offer"]);
    expect(states).toEqual(["opening", "sending", "failed", "opening"]);
    expect(microphone.copies).toHaveLength(1);
    expect(microphone.copies[0]?.stopped).toBe(false);
  });

  it("does not insist when the fresh one fails, too: the room opens another track", async () => {
    const { leg: opened, sent, connection, connections } = leg();
    await opened.open();
    connection.becomes("connected");
    connection.becomes("failed");
    await vi.advanceTimersByTimeAsync(0);
    connections[1]?.becomes("failed");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
  });

  it("offers nothing once it was stopped", async () => {
    const { leg: opened, sent, connection } = leg();
    await opened.open();
    connection.becomes("connected");
    connection.becomes("disconnected");
    opened.stop();
    await vi.advanceTimersByTimeAsync(10 * LEG_SILENCE_MS);
    expect(sent).toHaveLength(1);
  });
});
