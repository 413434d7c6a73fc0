import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Api } from "../api/client";
import { followTranscript } from "../net/events";
import { fragmentToken } from "../pages/token";
import { EMPTY_TRANSCRIPT, reduceTranscript, type TranscriptAction } from "../state/transcript";
import { Store } from "../state/store";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import type { TranscriptionStatus } from "../wire.gen";
import { Follows } from "./controllers";
import "./brand";
import "./indicator";
import "./message-page";
import "./transcript";

const t = strings.watch;

/** The live transcript in a window of its own, for the signed-in clinician (`/watch#session=ID`). */
@customElement("attune-watch")
export class AttuneWatch extends LitElement {
  static override styles = [
    shared,
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
      .lost {
        padding: 0.6rem 1.1rem;
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
    `,
  ];

  @state() private status: TranscriptionStatus | "" = "";
  @state() private connected = true;
  private readonly api = new Api();
  private readonly session = fragmentToken(globalThis.location.hash, ["session", "s"]);
  private readonly store = new Store(reduceTranscript, EMPTY_TRANSCRIPT);
  private readonly follows = new Follows(this);
  private stop: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follows.of(this.store);
    if (!this.session) return;
    this.stop = followTranscript(this.session, {
      onAction: (action: TranscriptAction) => this.store.dispatch(action),
      onStatus: (status) => (this.status = status as TranscriptionStatus),
      onConnection: (open) => this.connection(open),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render(): TemplateResult {
    if (!this.session) return html`<attune-message icon="ScrollText" .heading=${t.title} .text=${t.choose} testid="watch-none"></attune-message>`;
    return html`<header>
        <h1>${t.title}</h1>
        ${this.status ? html`<attune-indicator .status=${this.status}></attune-indicator>` : nothing}
      </header>
      ${this.connected ? nothing : html`<p class="lost small" role="alert">${t.lost}</p>`}
      <main><attune-transcript
        live
        can-strike
        .transcript=${this.store.state}
        @attune-strike=${(event: CustomEvent<{ segments: string[] }>) => this.strike(event.detail.segments)}
      ></attune-transcript></main>`;
  }

  /** Whatever was missed while away is loaded whole; ids keep it from appearing twice. */
  private connection(open: boolean): void {
    this.connected = open;
    if (!open) return;
    void this.api
      .transcript(this.session)
      .then(({ segments }) => this.store.dispatch({ type: "loaded", segments }))
      .catch(() => undefined);
  }

  private async strike(segments: string[]): Promise<void> {
    await this.api.strike(this.session, segments);
    this.store.dispatch({ type: "struck", segments });
  }
}
