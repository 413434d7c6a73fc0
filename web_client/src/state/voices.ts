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

/** The voices heard, by how they were numbered: whose most of their lines are; between equals, who has no voice yet. */
export function voicesOf(segments: readonly Segment[]): VoiceRow[] {
  const rows = new Map<number, Map<string, number>>();
  for (const { voice, track, certainty } of segments) {
    if (voice === null || voice === undefined || !certainty) continue;
    const tracks = rows.get(voice) ?? new Map<string, number>();
    tracks.set(track, (tracks.get(track) ?? 0) + 1);
    rows.set(voice, tracks);
  }
  const taken = new Set<string>();
  // The clearest voice chooses first, so that a tie falls to whoever is left.
  return [...rows.entries()]
    .sort(([, one], [, other]) => lead(other) - lead(one))
    .map(([voice, tracks]) => {
      const most = Math.max(...tracks.values());
      const equals = [...tracks].filter(([, count]) => count === most).map(([track]) => track);
      const track = equals.find((one) => !taken.has(one)) ?? equals[0] ?? "";
      taken.add(track);
      return { voice, track, lines: sum(tracks) };
    })
    .sort((one, other) => one.voice - other.voice);
}

function sum(tracks: ReadonlyMap<string, number>): number {
  return [...tracks.values()].reduce((total, count) => total + count, 0);
}

/** By how many lines a voice is more one person's than the next one's. */
function lead(tracks: ReadonlyMap<string, number>): number {
  const [most = 0, next = 0] = [...tracks.values()].sort((one, other) => other - one);
  return most - next;
}
