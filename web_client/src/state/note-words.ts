/** The words a note rests on, as long as they live. */

import { Problem, type Api } from "../api/client";
import type { Segment } from "../wire.gen";
import type { TranscriptAction } from "./transcript";

export class NoteWords {
  segments: Segment[] = [];
  gone = false;
  /** Why they are gone, as the receipt says: `withdrawn`, `requested`, `expired`. */
  why = "";

  constructor(
    private readonly api: Api,
    private readonly session: string,
  ) {}

  async load(): Promise<void> {
    try {
      this.segments = (await this.api.transcript(this.session)).segments;
    } catch (error) {
      this.gone = error instanceof Problem && error.status === 410;
      if (this.gone) this.why ||= await this.whyGone();
    }
  }

  /** They are gone, and `why`, if that is known. */
  destroyed(why = this.why): void {
    [this.segments, this.gone, this.why] = [[], true, why];
  }

  /** What the event stream tells; false where it changes nothing here. */
  told(action: TranscriptAction): boolean {
    if (action.type === "destroyed") {
      if (this.gone && (!action.reason || action.reason === this.why)) return false;
      this.destroyed(action.reason);
      return true;
    }
    if (action.type !== "struck") return false;
    const struck = new Set(action.segments);
    const left = this.segments.filter(({ id }) => !struck.has(id));
    const changed = left.length < this.segments.length;
    this.segments = left;
    return changed;
  }

  private async whyGone(): Promise<string> {
    const receipts = await this.api.receipts(this.session).catch(() => []);
    return receipts.filter(({ what }) => what === "transcript").at(-1)?.why ?? "";
  }
}
