/** How late the transcript is, in words; "" while it is in time. Pure. */

import { strings } from "../strings";

export interface Delay {
  readonly delay_seconds?: number | null;
  readonly catching_up?: boolean;
}

export function delayText({ delay_seconds: seconds, catching_up: better }: Delay): string {
  if (!seconds) return "";
  return better ? strings.ear.catchingUp(seconds) : strings.ear.late(seconds);
}
