/** Undo and redo of a note, as pure steps. A step holds the note as it was before (or after) it. */

import type { Note } from "../api/types";

/** What a step did, for the names of the buttons. */
export type Act = "edit" | "add" | "remove" | "move" | "redraft" | "section" | "place" | "merge";

interface Step {
  readonly note: Note;
  readonly act: Act;
  /** Steps with the same one, soon after each other, are one step: words typed into one sentence. */
  readonly run: string;
  readonly at: number;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };
/** Steps that can be taken back; older ones are forgotten. */
export const MOST_STEPS = 300;
/** Typing that pauses longer begins a new step, milliseconds. */
const PAUSE_MS = 2000;

/** What can be undone and redone next, null where there is nothing. */
export function nextSteps({ past, future }: History): { undo: Act | null; redo: Act | null } {
  return { undo: past.at(-1)?.act ?? null, redo: future.at(-1)?.act ?? null };
}

/** The history after something was done to `before` at the time `at` (milliseconds). */
export function recorded(history: History, before: Note, act: Act, at: number, run = ""): History {
  const last = history.past.at(-1);
  if (run && last?.run === run && at - last.at < PAUSE_MS) {
    return { past: [...history.past.slice(0, -1), { ...last, at }], future: [] };
  }
  return { past: [...history.past, { note: before, act, run, at }].slice(-MOST_STEPS), future: [] };
}

/** The note before the last step, and the history in which that step can be redone. Null where there is none. */
export function undone(history: History, now: Note): { note: Note; history: History } | null {
  const step = history.past.at(-1);
  if (!step) return null;
  const future = [...history.future, { ...step, note: now, run: "" }];
  return { note: written(step.note, now), history: { past: history.past.slice(0, -1), future } };
}

export function redone(history: History, now: Note): { note: Note; history: History } | null {
  const step = history.future.at(-1);
  if (!step) return null;
  const past = [...history.past, { ...step, note: now, run: "" }];
  return { note: written(step.note, now), history: { past, future: history.future.slice(0, -1) } };
}

/** Only what is written goes back: what was found in the call itself stays as it is. */
function written(then: Note, now: Note): Note {
  const place = then.frame?.place_of_service;
  const frame = now.frame ? { ...now.frame, place_of_service: place ?? null } : now.frame;
  return { ...now, format: then.format, sections: then.sections, ...(frame ? { frame } : {}) };
}
