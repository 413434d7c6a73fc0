import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Me, SessionView } from "../api/types";
import { Call } from "../call/call";
import { Devices } from "../call/devices";
import { when } from "../format/time";
import type { Closing } from "../state/call";
import { InOrder } from "../state/in-order";
import { recall } from "../state/recall";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { closingPage } from "./closing";
import { Follows } from "./controllers";
import "./brand";
import "./call";
import "./confirm";
import "./device-check";
import "./icon";
import "./invite";
import "./message-page";
import "./note";
import "./session-client";
import "./way-page";

const t = strings.session;
const POLL_MS = 4000;
const SETTLE_MS = 300;

const isOver = ({ state }: SessionView): boolean => state === "ended" || state === "signed";

/** One session from invitation to signed note. */
@customElement("attune-session")
export class AttuneSession extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .page {
        max-width: 66rem;
        margin-inline: auto;
        padding: 1.4rem clamp(1.1rem, 4vw, 2.5rem) 3rem;
        display: grid;
        gap: 1.6rem;
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        width: max-content;
        min-height: 2.5rem;
        color: var(--attune-ink-2);
        text-decoration: none;
        font-weight: 560;
        font-size: 0.95rem;
      }
      .back:hover {
        color: var(--attune-ink);
      }
      .cards {
        display: grid;
        grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
        gap: 1.5rem;
        align-items: start;
      }
      .cards .card {
        padding: clamp(1.2rem, 3vw, 1.9rem);
        display: grid;
        gap: 1.2rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .actions .button {
        flex: 1 1 auto;
        min-height: 3.1rem;
      }
      @media (max-width: 820px) {
        .cards {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) me: Me | null = null;
  @property() session = "";
  @state() private view: SessionView | null = null;
  @state() private trouble: "missing" | "unreachable" | "" = "";
  @state() private call: Call | null = null;
  @state() private devices = new Devices();
  @state() private ending = false;
  @state() private closing: Closing | null = null;
  private poll: ReturnType<typeof setInterval> | undefined;
  private readonly order = new InOrder();
  private recalledFor: object | null = null;
  private readonly follows = new Follows(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.poll = setInterval(() => !this.call && this.view?.state !== "signed" && void this.load(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.poll);
    this.call?.close();
    this.call = null;
    this.devices.close();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session")) void this.load();
    this.follows.of(this.call?.store ?? null);
  }

  override updated(): void {
    const { closing, self } = this.call?.state ?? {};
    if (closing) this.callOver(closing);
    // Every welcome makes a new `self`.
    else if (this.call && self && self !== this.recalledFor) {
      this.recalledFor = self;
      void this.recall(this.call);
    }
  }

  override render(): TemplateResult {
    if (this.trouble) return this.failed();
    if (!this.view) return html`<attune-message icon="Hourglass" .heading=${strings.common.loading}></attune-message>`;
    if (this.call) return this.live(this.call);
    if (this.view.source !== "call" && !isOver(this.view)) {
      return html`<attune-way-page .api=${this.api} .session=${this.view} @changed=${this.load}></attune-way-page>`;
    }
    if (isOver(this.view)) {
      return html`<attune-note .api=${this.api} .me=${this.me} .session=${this.view} @changed=${this.load}></attune-note>`;
    }
    if (this.closing?.kind === "ended") {
      return html`<attune-message icon="ScrollText" .heading=${strings.note.drafting} .text=${strings.note.draftingText}></attune-message>`;
    }
    if (this.closing) return closingPage(this.closing, () => void this.enter());
    return this.antechamber(this.view);
  }

  private failed(): TemplateResult {
    const text = this.trouble === "missing" ? t.missing : strings.common.unreachable;
    return html`<attune-message icon="CircleAlert" .heading=${strings.common.failed} .text=${text} testid="session-trouble">
      <a href="#/">${t.back}</a>
    </attune-message>`;
  }

  private live(call: Call): TemplateResult {
    if (!call.state.self) return html`<attune-message icon="Hourglass" .heading=${strings.join.connecting}></attune-message>`;
    return html`<attune-call
      .call=${call}
      .api=${this.api}
      .heading=${this.view?.client ?? ""}
      @attune-strike=${this.strike}
      @attune-pop-out=${this.popOut}
    ></attune-call>`;
  }

  private antechamber(view: SessionView): TemplateResult {
    const live = view.state === "live";
    const at = view.started_at ?? view.scheduled_for;
    return html`<main class="page" data-testid="session" data-state=${view.state}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div>
        <h1>${view.client}</h1>
        <p class="muted">${at ? `${when(at, new Date(), strings.locale)} · ` : ""}${t.planned(view.planned_minutes)} · ${strings.kinds[view.kind]}</p>
      </div>
      <div class="cards">
        <section class="card">
          <div>
            <h2>${t.open}</h2>
            <p class="muted small">${t.openText}</p>
          </div>
          <attune-device-check .devices=${this.devices}></attune-device-check>
          <div class="actions">
            ${live
              ? html`<button class="button" type="button" data-testid="end-session" @click=${() => (this.ending = true)}>${t.end}</button>`
              : nothing}
            <button class="button primary" type="button" data-testid="enter-room" @click=${this.enter}>
              <attune-icon name="Video"></attune-icon>${live ? t.rejoin : t.enter}
            </button>
          </div>
        </section>
        <div class="stack">
          <section class="card"><attune-invite .api=${this.api} .session=${view} @changed=${this.load}></attune-invite></section>
          <section class="card"><attune-session-client .api=${this.api} .session=${view} @changed=${this.load}></attune-session-client></section>
        </div>
      </div>
      <attune-confirm
        .open=${this.ending}
        .heading=${strings.call.endTitle}
        .text=${strings.call.endText}
        .action=${strings.call.endConfirm}
        danger
        @confirm=${this.end}
        @closed=${() => (this.ending = false)}
      ></attune-confirm>
    </main>`;
  }

  private readonly load = async (): Promise<void> => {
    const { session } = this;
    const question = this.order.ask();
    try {
      const view = await this.api.session(session);
      if (session !== this.session || !this.order.takes(question)) return;
      this.view = view;
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      else if (error instanceof Problem && error.status === 404) this.trouble = "missing";
      else if (!this.view) this.trouble = "unreachable";
    }
  };

  private readonly enter = async (): Promise<void> => {
    const own = this.view?.participants.find(({ role }) => role === "clinician");
    if (!own) return;
    this.closing = null;
    if (!this.devices.audio && !this.devices.video) this.devices = await reopened(this.devices);
    const { token } = await this.api.mintLink(this.session, own.id);
    this.call = new Call({ token, devices: this.devices });
    this.call.start();
  };

  /** What was said before this page was (re)loaded, or while it was disconnected. */
  private async recall(call: Call): Promise<void> {
    const action = await recall(this.api, this.session, call.state.transcript);
    if (action) call.store.dispatch({ type: "transcript", action });
  }

  private callOver(closing: Closing): void {
    this.call?.close();
    this.call = null;
    this.devices.close();
    this.devices = new Devices();
    this.closing = closing.kind === "left" ? null : closing;
    void this.settle();
  }

  /** The end is on record a moment after the call is over. */
  private async settle(): Promise<void> {
    await this.load();
    if (this.closing?.kind !== "ended" || !this.isConnected || (this.view && isOver(this.view))) return;
    setTimeout(() => void this.settle(), SETTLE_MS);
  }

  private async strike(event: CustomEvent<{ segments: string[] }>): Promise<void> {
    await this.api.strike(this.session, event.detail.segments);
    this.call?.store.dispatch({ type: "transcript", action: { type: "struck", segments: event.detail.segments } });
  }

  private popOut(): void {
    const features = "popup,width=440,height=760";
    globalThis.open(`/watch#session=${encodeURIComponent(this.session)}`, `attune-${this.session}`, features);
  }

  private async end(): Promise<void> {
    this.ending = false;
    await this.api.endSession(this.session);
    this.devices.close();
    await this.load();
  }
}

async function reopened(old: Devices): Promise<Devices> {
  old.close();
  const devices = new Devices();
  await devices.open();
  return devices;
}
