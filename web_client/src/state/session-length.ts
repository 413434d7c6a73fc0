/** How long a session is said to be in lists. */

import type { SessionView } from "../api/types";

type Lasting = Pick<SessionView, "source" | "state" | "planned_minutes" | "duration_seconds">;

/** Minutes: as it was held once it is over, before that as planned; what is told of or uploaded has no plan. */
export function lengthOf({ source, state, planned_minutes, duration_seconds }: Lasting): number | null {
  const over = state === "ended" || state === "signed";
  if (!over && (source === "call" || source === "in_person")) return planned_minutes;
  return duration_seconds === null ? null : Math.max(1, Math.round(duration_seconds / 60));
}
