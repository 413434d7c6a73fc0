/** The transcript as the screen shows it: finals in order, at most one partial a track. Pure. */

import { clock } from "../format/time";
import type { Segment } from "../wire.gen";

export interface Transcript {
  /** Finals ordered by start, then id. */
  readonly finals: readonly Segment[];
  readonly partials: Readonly<Record<string, Segment>>;
  /** Ids that were struck: a late copy of one of them is never shown again. */
  readonly struck: readonly string[];
  readonly destroyed: { reason: string; receipt: string } | null;
}

export type TranscriptAction =
  | { type: "heard"; segment: Segment }
  /** All finals as the server holds them; `since` is what was on the screen when they were asked for. */
  | { type: "loaded"; segments: readonly Segment[]; since?: Transcript }
  | { type: "struck"; segments: readonly string[] }
  | { type: "destroyed"; reason: string; receipt: string };

export const EMPTY_TRANSCRIPT: Transcript = { finals: [], partials: {}, struck: [], destroyed: null };

const inOrder = (a: Segment, b: Segment): number => a.start - b.start || (a.id < b.id ? -1 : 1);

export function reduceTranscript(state: Transcript, action: TranscriptAction): Transcript {
  switch (action.type) {
    case "heard":
      return state.destroyed ? { ...hear(EMPTY_TRANSCRIPT, action.segment), struck: state.struck } : hear(state, action.segment);
    case "loaded":
      return load(state, action.segments, action.since ?? state);
    case "struck":
      return strike(state, action.segments);
    case "destroyed":
      // Whoever only finds it gone knows no more than what was told before.
      if (state.destroyed && !action.receipt && state.finals.length === 0) return { ...state, partials: {} };
      return { ...EMPTY_TRANSCRIPT, struck: state.struck, destroyed: { reason: action.reason, receipt: action.receipt } };
  }
}

/** What was known when the server was asked and is not in its answer is gone; what came meanwhile stays. */
function load(state: Transcript, segments: readonly Segment[], since: Transcript): Transcript {
  // Destroyed since it was asked for: an answer from before holds words that are no more.
  if (state.destroyed && state.destroyed !== since.destroyed) return state;
  const before = new Set(since.finals.map(({ id }) => id));
  const stale = new Set(Object.values(since.partials));
  const kept: Transcript = {
    ...state,
    finals: state.finals.filter(({ id }) => !before.has(id)),
    partials: Object.fromEntries(Object.entries(state.partials).filter(([, segment]) => !stale.has(segment))),
    destroyed: segments.length > 0 ? null : state.destroyed,
  };
  return segments.reduce(hear, kept);
}

function hear(state: Transcript, segment: Segment): Transcript {
  if (state.struck.includes(segment.id)) return state;
  return segment.final ? settle(state, segment) : tentative(state, segment);
}

function settle(state: Transcript, segment: Segment): Transcript {
  const others = state.finals.filter((known) => known.id !== segment.id);
  const { [segment.track]: pending, ...rest } = state.partials;
  // A partial of the next window may already be there; only its own final replaces it.
  const keep = pending && pending.id !== segment.id && pending.start >= segment.end;
  return {
    ...state,
    finals: [...others, segment].sort(inOrder),
    partials: keep ? state.partials : rest,
  };
}

function tentative(state: Transcript, segment: Segment): Transcript {
  if (state.finals.some((known) => known.id === segment.id)) return state;
  if (!segment.text.trim()) {
    const { [segment.track]: _gone, ...rest } = state.partials;
    return { ...state, partials: rest };
  }
  return { ...state, partials: { ...state.partials, [segment.track]: segment } };
}

function strike(state: Transcript, ids: readonly string[]): Transcript {
  const gone = new Set(ids);
  return {
    ...state,
    finals: state.finals.filter((segment) => !gone.has(segment.id)),
    partials: Object.fromEntries(Object.entries(state.partials).filter(([, segment]) => !gone.has(segment.id))),
    struck: [...new Set([...state.struck, ...ids])],
  };
}

/** Everything to show, partials last where they belong by time. */
export function visibleSegments(state: Transcript): Segment[] {
  return [...state.finals, ...Object.values(state.partials).sort(inOrder)];
}

/** How many words of a partial were there before and are the same now: they are shown as settled. */
export function steadyWords(before: string, now: string): number {
  const [old, fresh] = [before.split(/\s+/).filter(Boolean), now.split(/\s+/).filter(Boolean)];
  const changed = fresh.findIndex((word, place) => bare(word) !== bare(old[place] ?? ""));
  return changed < 0 ? fresh.length : changed;
}

/** A word without the marks and capitals that come and go while a sentence is still being heard. */
const bare = (word: string): string => word.toLocaleLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, "");

/** Finals that came since `before`, oldest first: what a screen reader is told. */
export function newFinals(before: Transcript, now: Transcript): Segment[] {
  const known = new Set(before.finals.map(({ id }) => id));
  return now.finals.filter(({ id }) => !known.has(id));
}

/** When it was said, as a clock shows it; nothing of what was written, which took no time. */
export function clockOf({ start, end }: Pick<Segment, "start" | "end">): string {
  return end > start ? clock(start) : "";
}

/** Finals (and partials) holding `query`, letters compared without case. */
export function matching(segments: readonly Segment[], query: string): Segment[] {
  const needle = query.trim().toLocaleLowerCase();
  if (!needle) return [...segments];
  return segments.filter((segment) => segment.text.toLocaleLowerCase().includes(needle));
}

/** A number from 0 for each speaker in order of first words: the clinician is always 0. */
export function speakerColours(segments: readonly Pick<Segment, "track" | "role">[]): Map<string, number> {
  const colours = new Map<string, number>();
  let next = 1;
  for (const segment of segments) {
    if (colours.has(segment.track)) continue;
    colours.set(segment.track, segment.role === "clinician" ? 0 : ((next++ - 1) % 5) + 1);
  }
  return colours;
}
