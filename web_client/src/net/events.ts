/** The transcript's event stream (`text/event-stream`) as actions of the transcript. */

import type { Segment } from "../wire.gen";
import type { Delay } from "../state/delay";
import type { TranscriptAction } from "../state/transcript";
import type { Progress } from "../state/upload";

export interface StreamListener {
  onAction(action: TranscriptAction): void;
  onStatus(status: string, delay: Delay): void;
  onConnection(open: boolean): void;
  /** How far the session's uploaded recording is heard. */
  onRecording?(progress: Progress): void;
}

/** Reads one event's payload; null for what is not understood. */
export function actionOf(name: string, payload: unknown): TranscriptAction | null {
  const body = (payload ?? {}) as Record<string, unknown>;
  switch (name) {
    case "segment":
      return { type: "heard", segment: (body["segment"] ?? body) as Segment };
    case "struck":
      return { type: "struck", segments: (body["segments"] ?? []) as string[] };
    case "destroyed":
      return { type: "destroyed", reason: String(body["reason"] ?? body["why"] ?? ""), receipt: String(body["receipt"] ?? "") };
    default:
      return null;
  }
}

/** Follows a session's transcript; the browser reconnects by itself. Returns the function that stops. */
export function followTranscript(session: string, listener: StreamListener): () => void {
  const source = new EventSource(`/v1/sessions/${encodeURIComponent(session)}/transcript/events`);
  source.onopen = () => listener.onConnection(true);
  source.onerror = () => listener.onConnection(false);
  for (const name of ["segment", "struck", "destroyed"]) {
    source.addEventListener(name, (event) => {
      const action = actionOf(name, JSON.parse((event as MessageEvent<string>).data));
      if (action) listener.onAction(action);
    });
  }
  source.addEventListener("status", (event) => {
    const body = JSON.parse((event as MessageEvent<string>).data) as { status?: string; transcription?: string } & Delay;
    listener.onStatus(body.status ?? body.transcription ?? "", body);
  });
  source.addEventListener("recording", (event) => listener.onRecording?.(JSON.parse((event as MessageEvent<string>).data) as Progress));
  return () => source.close();
}
