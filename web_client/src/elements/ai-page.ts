import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { SessionView } from "../api/types";
import { followTranscript } from "../net/events";
import { Store } from "../state/store";
import { EMPTY_TRANSCRIPT, reduceTranscript } from "../state/transcript";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { Follows } from "./controllers";
import { pageStyles } from "./page.styles";
import "./icon";
import "./ledger";
import "./masked";
import "./message-page";

const t = strings.aiUse;

/** Of one session: what an AI processor is shown, and exactly what was sent. Fires `signed-out`. */
@customElement("attune-ai-page")
export class AttuneAiPage extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    pageStyles,
    css`
      .segmented {
        justify-self: start;
      }
      .lines {
        display: flex;
        flex-direction: column;
        height: max(24rem, calc(100dvh - 17rem));
        overflow: hidden;
      }
      .lines attune-masked {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  @state() private view: SessionView | null = null;
  @state() private trouble: "missing" | "unreachable" | "" = "";
  @state() private shows: "masked" | "ledger" = "masked";
  private readonly store = new Store(reduceTranscript, EMPTY_TRANSCRIPT);
  private readonly follows = new Follows(this);
  private stop: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") && this.session) void this.load();
    this.follows.of(this.store);
  }

  override render(): TemplateResult {
    if (this.trouble) {
      const text = this.trouble === "missing" ? strings.session.missing : strings.common.unreachable;
      return html`<attune-message icon="CircleAlert" .heading=${strings.common.failed} .text=${text}><a href="#/">${strings.session.back}</a></attune-message>`;
    }
    const { view } = this;
    if (!view) return html`<attune-message icon="Hourglass" .heading=${strings.common.loading}></attune-message>`;
    return html`<main class="page" data-testid="ai-page">
      <a class="back" href="#/sessions/${this.session}"><attune-icon name="ArrowLeft"></attune-icon>${strings.ledger.back}</a>
      <div>
        <h1>${view.client}</h1>
        <p class="muted">${t.title}</p>
      </div>
      <div class="segmented" role="group" aria-label=${t.title}>${this.tab("masked", t.seen)} ${this.tab("ledger", t.sent)}</div>
      ${this.shows === "ledger"
        ? html`<attune-ledger .api=${this.api} .session=${this.session}></attune-ledger>`
        : html`<div class="card lines">
            <attune-masked .api=${this.api} .session=${this.session} .transcript=${this.store.state}></attune-masked>
          </div>`}
    </main>`;
  }

  private tab(shows: "masked" | "ledger", label: string): TemplateResult {
    return html`<button type="button" data-testid="ai-${shows}" aria-pressed=${this.shows === shows ? "true" : "false"} @click=${() => (this.shows = shows)}>${label}</button>`;
  }

  private async load(): Promise<void> {
    const { session } = this;
    try {
      const view = await this.api.session(session);
      if (session !== this.session || !this.isConnected) return;
      [this.view, this.trouble] = [view, ""];
      // After the destruction there are facts alone.
      if (view.transcript.state === "destroyed") this.shows = "ledger";
      else this.follow(session);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      else this.trouble = error instanceof Problem && error.status === 404 ? "missing" : "unreachable";
    }
  }

  /** Words that are said, struck or destroyed while the page is open change what it shows. */
  private follow(session: string): void {
    this.stop?.();
    this.stop = followTranscript(session, {
      onAction: (action) => this.store.dispatch(action),
      onStatus: () => undefined,
      onConnection: () => undefined,
    });
  }
}
