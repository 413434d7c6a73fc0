import { describe, expect, it } from "vitest";
import { troubleOf } from "./devices";
import { levelOf } from "./level";
import { qualityBetween, readingOf } from "./quality";
import { sessionIdOf } from "./sdp";

const SDP = "v=0\r\no=- 4711 2 IN IP4 0.0.0.0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 opus/48000/2\r\na=sendrecv\r\n";

describe("session descriptions", () => {
  it("reads whose connection a description is", () => {
    expect(sessionIdOf(SDP)).toBe("4711");
    expect(sessionIdOf("nonsense")).toBe("");
  });
});

describe("devices and connections in words", () => {
  it("tells a refusal from a missing and a busy device", () => {
    expect(["NotAllowedError", "NotFoundError", "NotReadableError", "x"].map((name) => troubleOf({ name }))).toEqual([
      "denied", "missing", "busy", "unknown",
    ]);
  });

  it("shows silence as nothing and loud speech as much", () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array(64).fill(0.3))).toBeGreaterThan(0.7);
  });

  it("calls a lossy or slow connection what it is", () => {
    const before = { received: 0, lost: 0, roundTrip: null, answers: 3 };
    expect(qualityBetween(before, { received: 100, lost: 0, roundTrip: 0.05, answers: 4 })).toBe("good");
    expect(qualityBetween(before, { received: 95, lost: 5, roundTrip: 0.05, answers: 4 })).toBe("fair");
    expect(qualityBetween(before, { received: 80, lost: 20, roundTrip: 0.05, answers: 4 })).toBe("poor");
    expect(qualityBetween(before, { ...before, answers: 4 }), "camera and microphone off").toBe("good");
    expect(qualityBetween(before, before), "the path is dead").toBe("poor");
    expect(readingOf([{ type: "inbound-rtp", packetsReceived: 3, packetsLost: 1 }, { type: "inbound-rtp", packetsReceived: 4 }])).toEqual({
      received: 7, lost: 1, roundTrip: null, answers: 0,
    });
  });
});
