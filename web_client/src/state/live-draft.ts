/** The draft of a call that goes on, asked for while somebody looks at it. Whether it is wanted is remembered. */

import { Problem, type Api } from "../api/client";
import type { LiveDraftView } from "../api/types";
import type { Shelf } from "./note-advice";

/** Milliseconds between two askings; the server decides how often it drafts. */
export const EVERY_MS = 10_000;
const KEY = "attune-live-draft";

export function isWanted(shelf: Shelf): boolean {
  return shelf.getItem(KEY) === "on";
}

export function want(shelf: Shelf, wanted: boolean): void {
  try {
    shelf.setItem(KEY, wanted ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Events: `change`. */
export class LiveDraft extends EventTarget {
  view: LiveDraftView | null = null;
  trouble: "" | "failed" | "gone" = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private open = false;

  constructor(
    private readonly api: Pick<Api, "liveDraft">,
    readonly session: string,
  ) {
    super();
  }

  /** Begins to ask; again does nothing. */
  start(): void {
    if (this.open) return;
    this.open = true;
    void this.look();
  }

  /** Stops asking, and forgets what was shown. */
  stop(): void {
    this.open = false;
    clearTimeout(this.timer);
    [this.view, this.trouble] = [null, ""];
  }

  /** Words were struck: what was drafted from them goes from the screen before it is drafted anew. */
  forget(): void {
    if (!this.open) return;
    this.view = null;
    this.tell();
    clearTimeout(this.timer);
    void this.look();
  }

  private async look(): Promise<void> {
    try {
      const view = await this.api.liveDraft(this.session);
      if (!this.open) return;
      [this.view, this.trouble] = [view, ""];
    } catch (error) {
      if (!this.open) return;
      const gone = error instanceof Problem && error.status === 410;
      [this.view, this.trouble] = [gone ? null : this.view, gone ? "gone" : "failed"];
    }
    this.tell();
    if (this.trouble !== "gone") this.timer = setTimeout(() => void this.look(), EVERY_MS);
  }

  private tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}
