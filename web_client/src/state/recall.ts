/** What the server holds of a transcript now, as an action on what is on the screen. */

import type { Transcript, TranscriptAction } from "./transcript";
import { Problem, type Api } from "../api/client";

/** Null when the server could not be asked: then nothing is known to have changed. */
export async function recall(api: Pick<Api, "transcript">, session: string, since: Transcript): Promise<TranscriptAction | null> {
  try {
    const { segments } = await api.transcript(session);
    return { type: "loaded", segments, since };
  } catch (error) {
    if (error instanceof Problem && error.status === 410) return { type: "destroyed", reason: "", receipt: "" };
    return null;
  }
}
