/** What the call itself shows of a session, as its note's head names it. Pure. */

import type { Frame, SessionView } from "../api/types";
import { duration, longDay, timeOfDay } from "../format/time";
import { strings } from "../strings";

const t = strings.note;
const e = strings.editor;

type Held = Pick<SessionView, "participants" | "started_at" | "ended_at" | "duration_seconds">;

/** Name and value of each fact that is known. */
export function factsOf(session: Held, frame: Frame | null, locale: string = strings.locale): [name: string, value: string][] {
  const people = frame?.participants?.length ? frame.participants : session.participants.map(({ name }) => name);
  // A session that was told of later, or uploaded, has other times than it was held at: the frame knows.
  const [start, stop] = frame ? [frame.started_at, frame.ended_at] : [session.started_at, session.ended_at];
  const day = frame ? (start ?? (frame.date ? `${frame.date}T12:00:00` : null)) : start;
  const minutes = frame?.duration_minutes;
  const seconds = minutes === undefined || minutes === null ? (frame ? null : session.duration_seconds) : minutes * 60;
  const said: ([string, string] | null)[] = [
    day ? [e.frame.date, longDay(day, locale)] : null,
    start ? [e.frame.start, timeOfDay(start, locale)] : null,
    stop ? [e.frame.stop, timeOfDay(stop, locale)] : null,
    seconds !== null ? [t.duration, duration(seconds)] : null,
    frame?.modality ? [e.frame.modality, e.frame.modalities[frame.modality] ?? frame.modality] : null,
    [t.participants, people.join(", ")],
  ];
  return said.filter((one) => one !== null);
}
