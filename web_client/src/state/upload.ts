/** An upload as its page shows it: from the choice of a file to the draft. Pure. */

export type Channels = "mixed" | "split";

export type Upload =
  | { phase: "choosing"; trouble: string }
  | { phase: "hearing"; heard: number; total: number | null; estimated: boolean }
  | { phase: "drafting" }
  | { phase: "failed"; detail: string; reusable: boolean };

export type UploadAction =
  | { type: "begun" }
  | { type: "progress"; progress: Progress }
  | { type: "refused"; detail: string; reusable: boolean }
  | { type: "chosen" };

/** The event `recording` of a session's stream. */
export interface Progress {
  state: "hearing" | "drafting" | "done" | "failed";
  heard: number;
  total: number | null;
  estimated: boolean;
  detail?: string | null;
}

export const CHOOSING: Upload = { phase: "choosing", trouble: "" };

export function uploaded(state: Upload, action: UploadAction): Upload {
  switch (action.type) {
    case "begun":
      return { phase: "hearing", heard: 0, total: null, estimated: true };
    case "progress":
      return progressed(state, action.progress);
    case "refused":
      return { phase: "failed", detail: action.detail, reusable: action.reusable };
    case "chosen":
      return state.phase === "failed" && !state.reusable ? state : CHOOSING;
  }
}

/** The bar never goes back, and the answer to the upload, not the stream, says how it ended. */
function progressed(state: Upload, progress: Progress): Upload {
  if (state.phase !== "hearing") return state;
  if (progress.state === "drafting" || progress.state === "done") return { phase: "drafting" };
  if (progress.state === "failed") return state;
  return { phase: "hearing", heard: Math.max(state.heard, progress.heard), total: progress.total, estimated: progress.estimated };
}

/** How much is done, 0 to 1; null while nobody knows the whole. */
export function share(state: Upload): number | null {
  if (state.phase === "drafting") return 1;
  if (state.phase !== "hearing" || !state.total) return null;
  return Math.min(1, state.heard / state.total);
}

/** Participants a channel, left first. */
export function channelsOf(left: string, others: readonly string[]): string[] {
  const right = others.find((id) => id !== left);
  return right ? [left, right] : [left];
}
