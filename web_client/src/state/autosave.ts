/** Saves the newest version of something after a quiet moment, one save at a time. */

export type SaveState = "saved" | "pending" | "saving" | "failed";

export interface AutosaveOptions<T> {
  save(value: T): Promise<void>;
  onState(state: SaveState, error?: unknown): void;
  delayMs?: number;
}

/** A save that failed is tried again after this long, or at the next `flush`. */
const RETRY_MS = 5000;

export class Autosave<T> {
  private waiting: { value: T } | null = null;
  private cancelled = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  constructor(private readonly options: AutosaveOptions<T>) {}

  put(value: T): void {
    this.waiting = { value };
    this.options.onState("pending");
    this.later(this.options.delayMs ?? 800);
  }

  /** True when everything put so far is saved; false when it failed (it was reported and stays to be tried again). */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    while (this.waiting) {
      const { value } = this.waiting;
      this.waiting = null;
      this.running = this.run(value);
      if (!(await this.running)) return false;
    }
    return true;
  }

  /** Forgets what was not saved yet. */
  cancel(): void {
    clearTimeout(this.timer);
    this.waiting = null;
    this.cancelled = true;
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async run(value: T): Promise<boolean> {
    this.cancelled = false;
    this.options.onState("saving");
    try {
      await this.options.save(value);
      this.options.onState(this.waiting ? "pending" : "saved");
      return true;
    } catch (error) {
      if (!this.cancelled) {
        this.waiting ??= { value };
        this.later(RETRY_MS);
      }
      this.options.onState("failed", error);
      return false;
    } finally {
      this.running = null;
    }
  }
}
