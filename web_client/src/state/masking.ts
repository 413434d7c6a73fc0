/** The masked view while it is open: asks again when it may have changed, and carries choices out. No DOM. */

import { Problem, type Api } from "../api/client";
import type { MaskedTranscript, MaskingChange } from "../api/processing";
import { strings } from "../strings";
import { unsentOf, type Unsent } from "./masked";

/** Masking follows a final at its own pace: by then most lines are through. */
const AFTER_MS = 700;
const WAITING_MS = 1200;
const LONGEST_MS = 10_000;

/** Events: `change` after anything a screen shows has changed. */
export class Masking extends EventTarget {
  view: MaskedTranscript | null = null;
  /** The transcript is destroyed: there is nothing to show any more. */
  gone = false;
  unreachable = false;
  busy = false;
  /** Why a choice was refused, in words for the reader. */
  refusal = "";
  private asked = 0;
  private waits = 0;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Pick<Api, "masked" | "chooseMasking">,
    readonly session: string,
  ) {
    super();
  }

  get unsent(): Unsent {
    return unsentOf(this.view?.lines ?? []);
  }

  /** Reads what is there now. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    const asked = ++this.asked;
    try {
      const view = await this.api.masked(this.session);
      if (asked === this.asked) this.take(view);
    } catch (error) {
      if (asked === this.asked) this.failed(error);
    }
  }

  /** Something was said, struck or corrected: masking follows it. */
  touched(): void {
    this.waits = 0;
    if (!this.gone) this.later(AFTER_MS);
  }

  destroyed(): void {
    this.asked += 1;
    clearTimeout(this.timer);
    this.changed({ view: null, gone: true });
  }

  /** True when the choice was made; otherwise `refusal` says why not. */
  async choose(change: MaskingChange): Promise<boolean> {
    if (this.busy || !this.view) return false;
    const { edition } = this.view;
    this.changed({ busy: true, refusal: "" });
    try {
      const view = await this.api.chooseMasking(this.session, change, edition);
      this.asked += 1; // an answer still on its way is from before
      this.waits = 0;
      this.take(view);
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  close(): void {
    this.closed = true;
    this.asked += 1;
    clearTimeout(this.timer);
  }

  private take(view: MaskedTranscript): void {
    if (this.closed) return;
    this.changed({ view, gone: false, unreachable: false });
    if (unsentOf(view.lines).waiting === 0) this.waits = 0;
    else this.later(Math.min(LONGEST_MS, WAITING_MS * 2 ** this.waits++));
  }

  private failed(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 410) return this.destroyed();
    this.changed({ unreachable: true });
    this.later(LONGEST_MS);
  }

  private async refused(error: unknown): Promise<void> {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 410) return this.destroyed();
    if (error.code === "stale-version") {
      await this.look();
      this.refusal = strings.masked.stale;
    } else this.refusal = error.status === 0 ? strings.common.unreachable : error.detail || strings.common.failed;
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.look(), wait);
  }

  private changed(change: Partial<Pick<Masking, "view" | "gone" | "unreachable" | "busy" | "refusal">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}
