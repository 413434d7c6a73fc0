import { describe, expect, it } from "vitest";
import type { ParticipantView, RoomView } from "../wire.gen";
import { allAgreed, guestsOf, hearing, toAdmit } from "./room-page";

const person = (id: string, given: Partial<ParticipantView> = {}): ParticipantView => ({ id, name: id, role: "client", presence: "present", ...given });
const room = (given: Partial<RoomView> = {}): RoomView => ({
  session: "ses_1",
  participants: [person("clin", { role: "clinician" }), person("anna"), person("ben")],
  transcription: "active",
  ...given,
});
const own = { offRecord: false, pausing: false, open: true };

describe("a session at one device", () => {
  it("says that it listens only while its microphone is heard", () => {
    expect(hearing(room(), own)).toBe("listening");
    expect(hearing(room(), { ...own, open: false })).toBe("connecting");
    expect(hearing(room({ transcription: "stalled" }), own)).toBe("stalled");
  });

  it("shows what was asked for here at once", () => {
    expect(hearing(room(), { ...own, offRecord: true })).toBe("off-record");
    expect(hearing(room(), { ...own, pausing: true })).toBe("paused");
  });

  it("tells waiting for consent from a pause", () => {
    expect(hearing(room({ transcription: "starting", transcription_reason: "awaiting_consent" }), own)).toBe("waiting");
    expect(hearing(room({ transcription: "paused", transcription_reason: "declined" }), own)).toBe("waiting");
    expect(hearing(room({ transcription: "paused", transcription_reason: "paused_by_clinician" }), own)).toBe("paused");
  });

  it("has stopped for good after a withdrawal, whatever is asked", () => {
    expect(hearing(room({ transcription: "stopped", transcription_reason: "withdrawn" }), { ...own, offRecord: true })).toBe("stopped");
  });

  it("waits for each person's own agreement, but not for who is not there", () => {
    const agreed = { consent: { notes: "agree" as const } };
    expect(allAgreed(room())).toBe(false);
    expect(allAgreed(room({ participants: [person("clin", { role: "clinician" }), person("anna", agreed)] }))).toBe(true);
    expect(allAgreed(room({ participants: [person("anna", agreed), person("ben", { presence: "left" })] }))).toBe(true);
    expect(allAgreed(null)).toBe(false);
  });

  it("lets in who sits here, nobody else", () => {
    const waiting = room({ participants: [person("anna", { presence: "waiting" }), person("eve", { presence: "waiting" })] });
    expect(toAdmit(waiting, new Set(["anna"]))).toEqual(["anna"]);
    expect(guestsOf(waiting).map(({ id }) => id)).toEqual(["anna", "eve"]);
  });
});
