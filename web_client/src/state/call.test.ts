import { describe, expect, it } from "vitest";
import type { ParticipantView, RoomView, ServerMessage } from "../wire.gen";
import { awaited, elapsed, INITIAL_CALL, onStage, reduceCall, waiting, type CallState } from "./call";
import { reasonOf } from "./reasons";

const person = (id: string, presence: ParticipantView["presence"], more: Partial<ParticipantView> = {}): ParticipantView => ({
  id, name: id.toUpperCase(), role: id === "me" ? "clinician" : "client", presence, consent: {}, ...more,
});
const room = (participants: ParticipantView[], more: Partial<RoomView> = {}): RoomView => ({
  session: "s", participants, transcription: "off", ...more,
});
const welcome = (view: RoomView): ServerMessage => ({
  type: "welcome", version: 1, session: "s", participant: "me", role: "clinician", name: "ME", scopes: [], ice_servers: [], wordings: [],
  heartbeat_seconds: 5, room: view,
});
const after = (...messages: ServerMessage[]): CallState =>
  messages.reduce((state, message) => reduceCall(state, { type: "message", message, at: 1000 }), INITIAL_CALL);

describe("the call's state", () => {
  it("shows who waits and who is on the stage, those away within the grace time included", () => {
    const state = after(welcome(room([person("me", "present"), person("a", "waiting"), person("b", "away"), person("c", "left")])));
    expect(waiting(state).map(({ id }) => id)).toEqual(["a"]);
    expect(onStage(state).map(({ id }) => id)).toEqual(["b"]);
  });

  it("names whose consent is awaited", () => {
    const view = room([person("me", "present"), person("a", "present"), person("b", "present", { consent: { notes: "agree" } })], {
      transcription: "starting", transcription_reason: "awaiting_consent",
    });
    const state = after(welcome(view));
    expect(awaited(state).map(({ id }) => id)).toEqual(["a"]);
    expect(reasonOf(state)).toBe("Waiting for A to agree");
  });

  it("names who declined and who is off the record", () => {
    const declined = room([person("me", "present"), person("a", "present", { consent: { notes: "decline" } })], { transcription_reason: "declined" });
    expect(reasonOf(after(welcome(declined)))).toBe("A declined");
    const off = room([person("me", "present", { off_record: true })], { transcription_reason: "off_record" });
    expect(reasonOf(after(welcome(off)))).toBe("You off the record");
  });

  it("lets the session clock run on between snapshots", () => {
    expect(elapsed(after(welcome(room([], { elapsed: 60 }))), 3500)).toBeCloseTo(62.5);
    expect(elapsed(after(welcome(room([]))), 3500)).toBeNull();
  });

  it("stays off the record whatever an older snapshot or a restarted server says", () => {
    const off = reduceCall(after(welcome(room([person("me", "present")]))), { type: "off_record", on: true });
    const stale: ServerMessage = { type: "room", room: room([person("me", "present", { off_record: false })]) };
    expect(reduceCall(off, { type: "message", message: stale, at: 0 }).offRecord).toBe(true);
    expect(reduceCall(off, { type: "message", message: welcome(stale.room), at: 0 }).offRecord).toBe(true);
    const back = after(welcome(room([person("me", "present", { off_record: true })])));
    expect(back.offRecord).toBe(true);
  });

  it("keeps the first reason for closing", () => {
    const state = after(welcome(room([])), { type: "ended", reason: "denied" }, { type: "ended", reason: "later" });
    expect(state.closing).toEqual({ kind: "ended", reason: "denied" });
    expect(state.connection).toBe("closed");
  });

  it("survives a refused message and closes on a fatal one", () => {
    const refused = after({ type: "error", code: "clinician_only", detail: "no" });
    expect(refused.closing).toBeNull();
    expect(refused.notice?.code).toBe("clinician_only");
    expect(after({ type: "error", code: "token-expired", detail: "", fatal: true }).closing).toMatchObject({ kind: "refused", code: "token-expired" });
  });

  it("does not show one's own chat line twice", () => {
    const own = reduceCall(after(welcome(room([]))), { type: "own_chat", text: "hi" });
    const echoed = reduceCall(own, { type: "message", at: 0, message: { type: "chat_from", sender: "me", name: "ME", text: "hi" } });
    expect(echoed.chat.map(({ text, own: mine }) => [text, mine])).toEqual([["hi", true]]);
  });
});
