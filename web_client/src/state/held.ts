/** When a session was held that was told of afterwards, as a form says it. Pure. */

import type { HeldTimes, SessionView } from "../api/types";
import { localInput, zoned } from "../format/time";

/** The longest a session is said to have lasted, in minutes. */
export const MOST_MINUTES = 600;

/** What the fields hold; `unreadable`: a date was begun that is none, which the browser gives as an empty text. */
export interface HeldForm {
  readonly at: string;
  readonly unreadable: boolean;
  readonly minutes: string;
}

export type HeldFault = "" | "unreadable" | "future" | "minutes" | "ends";

/** Why a date and time can't be taken; `at` is what an `<input type=datetime-local>` holds. */
export function atFault(at: string, unreadable: boolean, now: Date): HeldFault {
  if (unreadable) return "unreadable";
  return at && new Date(at).getTime() > now.getTime() ? "future" : "";
}

/** Whole minutes, from one to the most; an empty text says nothing. */
export function minutesFault(minutes: string): HeldFault {
  if (minutes === "") return "";
  const said = Number(minutes);
  return Number.isInteger(said) && said >= 1 && said <= MOST_MINUTES ? "" : "minutes";
}

/** The first thing that is not right. `measured`: minutes of a recording, which has its own length. */
export function heldFault(form: HeldForm, now: Date, measured: number | null = null): HeldFault {
  const wrong = atFault(form.at, form.unreadable, now) || minutesFault(form.minutes);
  if (wrong || !form.at) return wrong;
  const lasted = measured ?? Number(form.minutes || 0);
  return new Date(form.at).getTime() + lasted * 60_000 > now.getTime() ? "ends" : "";
}

/** Whether a session's time is what somebody says, rather than what was measured. */
export function isTold(session: Pick<SessionView, "source">): boolean {
  return session.source === "dictation" || session.source === "summary";
}

/** Whether its time can be said anew: it was no call, and not held before this device's microphone. */
export function canBeHeldOtherwise(session: Pick<SessionView, "source" | "state">): boolean {
  return session.state !== "signed" && (isTold(session) || session.source === "recording");
}

/** What the form begins with. */
export function formOf(session: Pick<SessionView, "source" | "scheduled_for" | "duration_seconds">): HeldForm {
  const { scheduled_for: at, duration_seconds: seconds } = session;
  const minutes = isTold(session) && seconds !== null ? String(Math.round(seconds / 60)) : "";
  return { at: at ? localInput(new Date(at)) : "", unreadable: false, minutes };
}

/** Only what was changed; null where nothing was. An emptied field takes away what was said. */
export function changeOf(before: HeldForm, after: HeldForm): HeldTimes | null {
  const change: HeldTimes = {
    ...(before.at === after.at ? {} : { scheduled_for: after.at ? zoned(after.at) : null }),
    ...(before.minutes === after.minutes ? {} : { held_minutes: after.minutes ? Number(after.minutes) : null }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
