/** Taking one's consent back over plain HTTP: after the call, or while the call's connection is lost. No DOM. */

export type WithdrawalState = "idle" | "sending" | "unsent" | "done" | "held" | "signed" | "nothing" | "refused";

/** Whose consent in which session, and the wording they had read. */
export interface Subject {
  readonly session: string;
  readonly token: string;
  readonly wording: string;
}

interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface WithdrawalOptions {
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Where an unsent withdrawal waits should the page be closed. */
  shelf?: Shelf | null;
  retryMs?: number;
}

const SHELF = "attune.withdrawal";
const RETRY_MS = 4000;
const UNDONE: readonly WithdrawalState[] = ["sending", "unsent"];

/**
 * One withdrawal. Once asked for it is sent until it is answered: again after a while, when the network is
 * back, when the page is hidden, and when this browser comes back to the page. Events: `change`.
 */
export class Withdrawal extends EventTarget {
  state: WithdrawalState = "idle";
  receipt = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ending = new AbortController();

  constructor(
    readonly subject: Subject,
    private readonly options: WithdrawalOptions = {},
  ) {
    super();
    const { signal } = this.ending;
    globalThis.addEventListener?.("online", () => this.undone && void this.send(), { signal });
    globalThis.addEventListener?.("pagehide", () => this.undone && void this.send(), { signal });
    globalThis.addEventListener?.("beforeunload", (event) => this.undone && event.preventDefault(), { signal });
  }

  /** Asked for, and not answered yet. */
  get undone(): boolean {
    return UNDONE.includes(this.state);
  }

  close(): void {
    this.ending.abort();
    clearTimeout(this.timer);
  }

  async send(): Promise<void> {
    clearTimeout(this.timer);
    this.options.shelf?.setItem(SHELF, JSON.stringify(this.subject));
    if (this.state === "idle") this.become("sending");
    const { session, token, wording } = this.subject;
    try {
      const response = await (this.options.fetch ?? globalThis.fetch.bind(globalThis))(`/v1/sessions/${encodeURIComponent(session)}/consent`, {
        method: "POST",
        // Goes on when the page is closed meanwhile.
        keepalive: true,
        credentials: "omit",
        cache: "no-store",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
        body: JSON.stringify({ purpose: "notes", decision: "withdraw", wording: wording || "none" }),
      });
      await this.answered(response);
    } catch {
      this.later();
    }
  }

  private async answered(response: Response): Promise<void> {
    const body = (await response.json().catch(() => ({}))) as { receipt?: string | null; code?: string };
    if (response.status >= 500 || response.status === 429) return this.later();
    this.options.shelf?.removeItem(SHELF);
    this.receipt = body.receipt ?? "";
    if (response.ok) this.become("done");
    else if (body.code === "already-signed") this.become("signed");
    else if (body.code === "legally-held") this.become("held");
    else this.become(body.code === "not-ready" ? "nothing" : "refused");
  }

  private later(): void {
    if (!this.ending.signal.aborted) this.timer = setTimeout(() => void this.send(), this.options.retryMs ?? RETRY_MS);
    this.become("unsent");
  }

  private become(state: WithdrawalState): void {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}

/** A withdrawal that a closed page could not send, on its way again; null when there is none. */
export function resumed(shelf: Shelf, options: WithdrawalOptions = {}): Withdrawal | null {
  try {
    const kept = JSON.parse(shelf.getItem(SHELF) ?? "null") as Subject | null;
    if (!kept?.session || !kept.token) return null;
    const withdrawal = new Withdrawal(kept, { ...options, shelf });
    void withdrawal.send();
    return withdrawal;
  } catch {
    shelf.removeItem(SHELF);
    return null;
  }
}
