/** Whose voices are whose at a shared microphone, as guessed or corrected. Pure. */

import type { Segment } from "../wire.gen";

/** Below this a guess is shown as one. */
const SURE = 0.7;

export interface VoiceRow {
  readonly voice: number;
  readonly track: string;
  readonly lines: number;
}

/** Whether its speaker is told by voice, not by track. */
export function isGuessed(segment: Segment): boolean {
  return segment.certainty !== null && segment.certainty !== undefined;
}

export function isSure(segment: Segment): boolean {
  return (segment.certainty ?? 1) >= SURE;
}

/** The voices heard, by how they were numbered: whose most of their lines are. */
export function voicesOf(segments: readonly Segment[]): VoiceRow[] {
  const rows = new Map<number, Map<string, number>>();
  for (const { voice, track, certainty } of segments) {
    if (voice === null || voice === undefined || !certainty) continue;
    const tracks = rows.get(voice) ?? new Map<string, number>();
    tracks.set(track, (tracks.get(track) ?? 0) + 1);
    rows.set(voice, tracks);
  }
  return [...rows.entries()]
    .sort(([one], [other]) => one - other)
    .map(([voice, tracks]) => {
      const [track = "", most = 0] = [...tracks.entries()].sort((one, other) => other[1] - one[1])[0] ?? [];
      return { voice, track, lines: Math.max(most, [...tracks.values()].reduce((sum, count) => sum + count, 0)) };
    });
}
