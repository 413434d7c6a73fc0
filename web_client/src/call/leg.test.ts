import { describe, expect, it } from "vitest";
import { FakeConnection, sdpOf } from "../tests/fake-rtc";
import type { ClientMessage } from "../wire.gen";
import { AudioLeg } from "./leg";

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

function leg(): { leg: AudioLeg; microphone: Track; sent: ClientMessage[]; connection: FakeConnection } {
  const [microphone, sent, connection] = [new Track(), [] as ClientMessage[], new FakeConnection()];
  const opened = new AudioLeg({
    track: "t1", microphone: microphone as unknown as MediaStreamTrack, iceServers: [],
    send: (message) => sent.push(message), onState: () => undefined,
    create: () => connection as unknown as RTCPeerConnection,
  });
  return { leg: opened, microphone, sent, connection };
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
