/** Saves the newest version of something after a quiet moment, one save at a time. */

export type SaveState = "saved" | "pending" | "saving" | "failed";

export interface AutosaveOptions<T> {
  save(value: T): Promise<void>;
  onState(state: SaveState, error?: unknown): void;
  delayMs?: number;
}

export class Autosave<T> {
  private waiting: { value: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly options: AutosaveOptions<T>) {}

  put(value: T): void {
    this.waiting = { value };
    this.options.onState("pending");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.options.delayMs ?? 800);
  }

  /** Resolves when everything put so far is saved (or has failed and was reported). */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.waiting) return;
    const { value } = this.waiting;
    this.waiting = null;
    this.running = this.run(value).finally(() => {
      this.running = null;
    });
    await this.running;
    if (this.waiting) await this.flush();
  }

  /** Forgets what was not saved yet. */
  cancel(): void {
    clearTimeout(this.timer);
    this.waiting = null;
  }

  private async run(value: T): Promise<void> {
    this.options.onState("saving");
    try {
      await this.options.save(value);
      this.options.onState(this.waiting ? "pending" : "saved");
    } catch (error) {
      this.options.onState("failed", error);
    }
  }
}
