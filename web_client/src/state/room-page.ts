/** A session at one device, as its page shows it: who agreed, what is being heard. Pure. */

import type { ParticipantView, RoomView } from "../wire.gen";

export type Hearing = "idle" | "connecting" | "listening" | "paused" | "off-record" | "waiting" | "stalled" | "stopped";

/** What the page says of the microphone; the room decides, this page's own wishes count at once. */
export function hearing(room: RoomView | null, own: { offRecord: boolean; pausing: boolean; open: boolean }): Hearing {
  if (!room) return "idle";
  if (room.transcription === "stopped") return "stopped";
  if (own.offRecord) return "off-record";
  if (own.pausing) return "paused";
  switch (room.transcription) {
    case "active":
      return own.open ? "listening" : "connecting";
    case "stalled":
      return "stalled";
    case "starting":
      return room.transcription_reason === "awaiting_consent" || room.transcription_reason === "waiting_for_client" ? "waiting" : "connecting";
    case "paused":
      return pausedBy(room.transcription_reason ?? "");
    default:
      return "idle";
  }
}

function pausedBy(reason: string): Hearing {
  if (reason === "off_record") return "off-record";
  return reason === "awaiting_consent" || reason === "declined" || reason === "waiting_for_client" ? "waiting" : "paused";
}

/** People of the room other than the clinician, who have not left for good. */
export function guestsOf(room: RoomView | null): ParticipantView[] {
  return (room?.participants ?? []).filter(({ role, presence }) => role !== "clinician" && presence !== "left" && presence !== "denied");
}

/** Whether everybody in the room agreed. */
export function allAgreed(room: RoomView | null): boolean {
  const guests = guestsOf(room);
  return guests.length > 0 && guests.every(({ consent }) => consent?.notes === "agree");
}

/** Who knocks and sits at this device: they are let in at once. */
export function toAdmit(room: RoomView | null, seated: ReadonlySet<string>): string[] {
  return guestsOf(room)
    .filter(({ id, presence }) => presence === "waiting" && seated.has(id))
    .map(({ id }) => id);
}
