import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Api, Problem } from "../api/client";
import { followTranscript } from "../net/events";
import { watchTarget } from "../pages/token";
import { delayText } from "../state/delay";
import { recall } from "../state/recall";
import { EMPTY_TRANSCRIPT, reduceTranscript, type TranscriptAction } from "../state/transcript";
import { Store } from "../state/store";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { TranscriptionStatus } from "../wire.gen";
import { Follows } from "./controllers";
import "./brand";
import "./indicator";
import "./message-page";
import "./transcript";

const t = strings.watch;

/**
 * The live transcript in a window of its own, for the signed-in clinician (`/watch#session=ID`).
 * With `&login=TOKEN` the one-time link signs in first.
 */
@customElement("attune-watch")
export class AttuneWatch extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
        background: var(--attune-surface);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.8rem 1.1rem;
        border-bottom: 1px solid var(--attune-line);
      }
      h1 {
        font-size: 1.05rem;
        letter-spacing: -0.01em;
      }
      main {
        flex: 1;
        min-height: 0;
        display: flex;
      }
      attune-transcript {
        flex: 1;
      }
      .late {
        padding: 0.4rem 1.1rem 0;
        color: var(--attune-warn);
      }
      .late:empty {
        display: none;
      }
      .lost {
        padding: 0.6rem 1.1rem;
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
    `,
  ];

  @state() private status: TranscriptionStatus | "" = "";
  @state() private delay = "";
  @state() private connected = true;
  private readonly api = new Api();
  @state() private access: "checking" | "granted" | "refused" | "unreachable" = "checking";
  private readonly target = watchTarget(globalThis.location, globalThis.history);
  private readonly session = this.target.session;
  private readonly store = new Store(reduceTranscript, EMPTY_TRANSCRIPT);
  private readonly follows = new Follows(this);
  private stop: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follows.of(this.store);
    if (this.session) void this.enter();
  }

  /** A one-time link signs in by itself; without one the cookie of this browser must do. */
  private async enter(): Promise<void> {
    this.access = "checking";
    try {
      // A used link is no reason to refuse somebody who is signed in.
      if (this.target.login) await this.api.login(this.target.login).catch(onlyIfUnreachable);
      await this.api.me();
      this.access = "granted";
    } catch (error) {
      this.access = error instanceof Problem && error.status > 0 && error.status < 500 ? "refused" : "unreachable";
    }
    if (this.access === "granted" && this.isConnected) this.watch();
  }

  private watch(): void {
    this.stop?.();
    this.stop = followTranscript(this.session, {
      onAction: (action: TranscriptAction) => this.store.dispatch(action),
      onStatus: (status, delay) => {
        this.status = status as TranscriptionStatus;
        this.delay = delayText(delay);
      },
      onConnection: (open) => this.connection(open),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render(): TemplateResult {
    if (!this.session) return html`<attune-message icon="ScrollText" .heading=${t.title} .text=${t.choose} testid="watch-none"></attune-message>`;
    if (this.access !== "granted") return this.outside();
    return html`<header>
        <h1>${t.title}</h1>
        ${this.status ? html`<attune-indicator .status=${this.status}></attune-indicator>` : nothing}
      </header>
      ${this.connected || this.store.state.destroyed ? nothing : html`<p class="lost small" role="alert">${t.lost}</p>`}
      <p class="late small" role="status" data-testid="transcript-delay">${this.delay}</p>
      <main><attune-transcript
        live
        can-strike
        .transcript=${this.store.state}
        @attune-strike=${(event: CustomEvent<{ segments: string[] }>) => this.strike(event.detail.segments)}
      ></attune-transcript></main>`;
  }

  private outside(): TemplateResult {
    const { signedOut, common } = strings;
    switch (this.access) {
      case "checking":
        return html`<attune-message icon="Hourglass" .heading=${signedOut.signingIn} testid="signing-in"></attune-message>`;
      case "refused":
        return html`<attune-message icon="Lock" .heading=${signedOut.title} .text=${signedOut.text} testid="signed-out">
          ${this.target.login ? html`<p role="alert" data-testid="login-refused">${signedOut.refused}</p>` : nothing}
        </attune-message>`;
      default:
        return html`<attune-message icon="WifiOff" .heading=${common.failed} .text=${common.unreachable} testid="unreachable">
          <button class="button primary" type="button" @click=${() => this.enter()}>${common.retry}</button>
        </attune-message>`;
    }
  }

  /** What was missed while away is loaded whole. A stream that is refused may mean that all is destroyed. */
  private connection(open: boolean): void {
    this.connected = open;
    void recall(this.api, this.session, this.store.state).then((action) => action && this.store.dispatch(action));
  }

  private async strike(segments: string[]): Promise<void> {
    await this.api.strike(this.session, segments);
    this.store.dispatch({ type: "struck", segments });
  }
}

function onlyIfUnreachable(error: unknown): void {
  if (error instanceof Problem && error.status === 0) throw error;
}
