/** What a participant's page knows of its call. A pure reducer over wire messages and local events. */

import type {
  ConsentWording,
  Decision,
  IceServer,
  ParticipantView,
  RoomView,
  ServerMessage,
} from "../wire.gen";
import { EMPTY_TRANSCRIPT, reduceTranscript, type Transcript, type TranscriptAction } from "./transcript";

export type Connection = "connecting" | "open" | "reconnecting" | "closed";

/** Why this page's part in the call is over. */
export type Closing =
  | { kind: "ended"; reason: string }
  | { kind: "replaced" }
  | { kind: "refused"; code: string; detail: string }
  | { kind: "left" };

export interface ChatLine {
  readonly key: number;
  readonly sender: string;
  readonly name: string;
  readonly text: string;
  readonly own: boolean;
}

export interface LocalMedia {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

/** What was asked for here and the room does not show yet. It is said again after each reconnect. */
export interface Pending {
  readonly decision: { readonly decision: Decision; readonly wording: string } | null;
  readonly pause: boolean;
  readonly end: boolean;
}

export interface CallState {
  readonly connection: Connection;
  readonly closing: Closing | null;
  readonly self: { id: string; name: string; role: string; session: string; scopes: readonly string[] } | null;
  readonly iceServers: readonly IceServer[];
  readonly wordings: readonly ConsentWording[];
  readonly room: RoomView | null;
  /** `performance.now()` when `room.elapsed` was received, to let the clock run on. */
  readonly roomAt: number;
  readonly transcript: Transcript;
  readonly chat: readonly ChatLine[];
  readonly media: LocalMedia;
  /** The audio leg's own state, as this browser sees it. */
  readonly leg: "closed" | "opening" | "sending" | "failed";
  readonly offRecord: boolean;
  readonly pending: Pending;
  readonly noteReady: string | null;
  readonly notice: { key: number; code: string; detail: string } | null;
}

export type CallAction =
  | { type: "connection"; connection: Connection }
  | { type: "message"; message: ServerMessage; at: number }
  | { type: "transcript"; action: TranscriptAction }
  | { type: "own_chat"; text: string }
  | { type: "media"; media: Partial<LocalMedia> }
  | { type: "leg"; leg: CallState["leg"] }
  | { type: "off_record"; on: boolean }
  | { type: "pending"; pending: Partial<Pending> }
  | { type: "closing"; closing: Closing };

const NOTHING_PENDING: Pending = { decision: null, pause: false, end: false };

export const INITIAL_CALL: CallState = {
  connection: "connecting",
  closing: null,
  self: null,
  iceServers: [],
  wordings: [],
  room: null,
  roomAt: 0,
  transcript: EMPTY_TRANSCRIPT,
  chat: [],
  media: { microphone: true, camera: true, screen: false },
  leg: "closed",
  offRecord: false,
  pending: NOTHING_PENDING,
  noteReady: null,
  notice: null,
};

export function reduceCall(state: CallState, action: CallAction): CallState {
  switch (action.type) {
    case "connection":
      return state.connection === action.connection ? state : { ...state, connection: action.connection };
    case "message":
      return receive(state, action.message, action.at);
    case "transcript":
      return { ...state, transcript: reduceTranscript(state.transcript, action.action) };
    case "own_chat":
      return say(state, state.self?.id ?? "", state.self?.name ?? "", action.text, true);
    case "media":
      return { ...state, media: { ...state.media, ...action.media } };
    case "leg":
      return { ...state, leg: action.leg };
    case "off_record":
      return { ...state, offRecord: action.on };
    case "pending":
      return { ...state, pending: { ...state.pending, ...action.pending } };
    case "closing":
      return { ...state, closing: state.closing ?? action.closing, connection: "closed" };
  }
}

function receive(state: CallState, message: ServerMessage, at: number): CallState {
  switch (message.type) {
    case "welcome":
      return welcomed(state, message, at);
    case "room":
      return withRoom(state, message.room, at);
    case "heard":
      return { ...state, transcript: reduceTranscript(state.transcript, { type: "heard", segment: message.segment }) };
    case "struck":
      return { ...state, transcript: reduceTranscript(state.transcript, message) };
    case "transcript_destroyed":
      return { ...state, transcript: reduceTranscript(state.transcript, { ...message, type: "destroyed" }) };
    case "note_ready":
      return { ...state, noteReady: message.status };
    case "chat_from":
      return message.sender === state.self?.id ? state : say(state, message.sender, message.name, message.text, false);
    case "replaced":
      return { ...state, closing: { kind: "replaced" }, connection: "closed" };
    case "ended":
      return { ...state, closing: state.closing ?? { kind: "ended", reason: message.reason }, connection: "closed" };
    case "error":
      return refused(state, message.code, message.detail, message.fatal ?? false);
    default:
      return state;
  }
}

function welcomed(state: CallState, message: Extract<ServerMessage, { type: "welcome" }>, at: number): CallState {
  const { participant: id, name, role, session, scopes } = message;
  const known: CallState = {
    ...state,
    offRecord: state.offRecord || (message.room.participants.find((person) => person.id === id)?.off_record ?? false),
    connection: "open",
    self: { id, name, role, session, scopes },
    iceServers: message.ice_servers,
    wordings: message.wordings,
  };
  return withRoom(known, message.room, at);
}

/** One's own being off the record is never taken from a snapshot: an older one would open the microphone again. */
function withRoom(state: CallState, room: RoomView, at: number): CallState {
  return shown({ ...state, room, roomAt: at });
}

/** Forgets what the room shows as done. */
function shown(state: CallState): CallState {
  const { decision, pause, end } = state.pending;
  const decided = decision !== null && decisionOf(ownView(state)) === decision.decision;
  const status = state.room?.transcription ?? "off";
  const paused = state.room?.transcription_reason === "paused_by_clinician" || status === "off" || status === "stopped";
  if (!decided && !(pause && paused)) return state;
  return { ...state, pending: { decision: decided ? null : decision, pause: pause && !paused, end } };
}

function refused(state: CallState, code: string, detail: string, fatal: boolean): CallState {
  if (fatal) return { ...state, closing: state.closing ?? { kind: "refused", code, detail }, connection: "closed" };
  // An agreement to an older wording does not count: the question is open again.
  const stale = code === "stale_wording" && state.pending.decision?.decision === "agree";
  const pending = stale ? { ...state.pending, decision: null } : state.pending;
  return { ...state, pending, notice: { key: (state.notice?.key ?? 0) + 1, code, detail } };
}

function say(state: CallState, sender: string, name: string, text: string, own: boolean): CallState {
  const key = (state.chat.at(-1)?.key ?? 0) + 1;
  return { ...state, chat: [...state.chat, { key, sender, name, text, own }] };
}

// ------------------------------------------------------------------ reading the state

export function ownView(state: CallState): ParticipantView | null {
  return state.room?.participants.find((participant) => participant.id === state.self?.id) ?? null;
}

export function others(state: CallState): ParticipantView[] {
  return state.room?.participants.filter((participant) => participant.id !== state.self?.id) ?? [];
}

/** Those whose video belongs on the stage: present, or away within the grace time. */
export function onStage(state: CallState): ParticipantView[] {
  return others(state).filter((participant) => participant.presence === "present" || participant.presence === "away");
}

export function waiting(state: CallState): ParticipantView[] {
  return others(state).filter((participant) => participant.presence === "waiting");
}

export function decisionOf(participant: ParticipantView | null): Decision | null {
  return participant?.consent?.["notes"] ?? null;
}

/** One's own answer as given here, though the room may not know of it yet. */
export function ownDecision(state: CallState): Decision | null {
  return state.pending.decision?.decision ?? decisionOf(ownView(state));
}

/** Whether something asked for here still makes this microphone stay closed to the companion. */
export function silenced(state: CallState): boolean {
  const { decision, pause, end } = state.pending;
  return state.offRecord || pause || end || (decision !== null && decision.decision !== "agree");
}

/** Whether something asked for here has not been sent, because there is no connection. */
export function unsent(state: CallState): boolean {
  const { decision, pause, end } = state.pending;
  return state.connection !== "open" && (decision !== null || pause || end);
}

/** Whether one's own agreement did not get onto the record, so that the question is open again. */
export function unrecorded(state: CallState): boolean {
  return state.notice?.code === "consent_not_recorded" && ownDecision(state) === null;
}

/** Everybody present who has not (or no longer) agreed to notes. The clinician agrees by pressing Start. */
export function awaited(state: CallState): ParticipantView[] {
  return onStage(state).filter((participant) => decisionOf(participant) !== "agree");
}

/** The session clock in seconds now, or null before the call has begun. */
export function elapsed(state: CallState, now: number): number | null {
  const at = state.room?.elapsed;
  return at === null || at === undefined ? null : Math.max(0, at + (now - state.roomAt) / 1000);
}
