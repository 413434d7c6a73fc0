import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { Call } from "../call/call";
import { clock } from "../format/time";
import { elapsed, others, waiting } from "../state/call";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { callStyles } from "./call.styles";
import { Follows, Ticks } from "./controllers";
import "./chat";
import "./confirm";
import "./controls";
import "./device-check";
import "./device-notice";
import "./dialog";
import "./ear-panel";
import "./icon";
import "./knocks";
import "./live-draft";
import "./masked";
import "./own-ear";
import "./stage";
import "./transcript";

const t = strings.call;

type Tab = "transcript" | "masked" | "draft" | "chat";

/**
 * The live call. The clinician also gets the waiting room, transcription and the transcript.
 * Fires `attune-strike` and `attune-pop-out` (from the transcript), which the session answers.
 */
@customElement("attune-call")
export class AttuneCall extends LitElement {
  static override styles = [shared, buttons, fields, callStyles];

  @property({ attribute: false }) call!: Call;
  /** The clinician's: with it they see the words as they are masked. */
  @property({ attribute: false }) api: Api | null = null;
  @property() heading = "";
  @state() private panel = false;
  @state() private tab: Tab = "transcript";
  @state() private choosing = false;
  @state() private leaving = false;
  @state() private seen = 0;
  private lock: WakeLockSentinel | null = null;
  private readonly follows = new Follows(this);
  protected readonly ticks = new Ticks(this);

  private get host(): boolean {
    return this.call.state.self?.role === "clinician";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.panel = this.host;
    void this.stayAwake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.lock?.release();
  }

  override willUpdate(): void {
    this.follows.of(this.call.store);
    if (this.panel && (!this.host || this.tab === "chat")) this.seen = this.call.state.chat.length;
  }

  override render(): TemplateResult {
    const { state } = this.call;
    return html`<div class="layout" ?data-panel=${this.panel} data-testid="call" data-connection=${state.connection}>
      <main class="main" aria-label=${t.label}>
        ${this.top()}
        ${state.connection === "reconnecting"
          ? html`<div class="lost" role="alert" data-testid="reconnecting"><attune-icon name="WifiOff"></attune-icon>${state.room?.transcription_reason === "server_restarting" ? t.restarting : t.reconnecting}</div>`
          : nothing}
        ${this.host
          ? html`<attune-knocks .people=${waiting(state)} @admit=${this.admit} @deny=${this.deny}></attune-knocks>`
          : nothing}
        <attune-stage .call=${this.call} .aloneText=${this.aloneText()}></attune-stage>
        <attune-device-notice .devices=${this.call.devices} @devices=${() => (this.choosing = true)}></attune-device-notice>
        <attune-controls
          .media=${state.media}
          .panel=${this.panel}
          .host=${this.host}
          .unread=${state.chat.length - this.seen}
          @microphone=${() => this.call.setMuted(state.media.microphone)}
          @camera=${() => this.call.devices.setCamera(!state.media.camera)}
          @screen=${this.screen}
          @devices=${() => (this.choosing = true)}
          @panel=${() => (this.panel = !this.panel)}
          @hang-up=${() => (this.leaving = true)}
        ></attune-controls>
      </main>
      ${this.panel ? this.side() : nothing}
      <p class="visually-hidden" role="status">${t.entered}</p>
      ${this.deviceDialog()} ${this.leaveDialog()}
    </div>`;
  }

  private top(): TemplateResult {
    const seconds = elapsed(this.call.state, performance.now());
    const since = html`<span class="clock" title=${t.elapsed} data-testid="call-clock">${seconds === null ? "" : clock(seconds)}</span>`;
    if (!this.host) return html`<div class="top"><h1 class="visually-hidden">${t.label}</h1><attune-own-ear .call=${this.call}>${since}</attune-own-ear></div>`;
    return html`<div class="top">
      <h1>${this.heading}</h1>${since}<span class="grow"></span>
      ${this.panel
        ? nothing
        : html`<attune-indicator .status=${this.call.state.room?.transcription ?? "off"}></attune-indicator>`}
    </div>`;
  }

  private side(): TemplateResult {
    if (!this.host) {
      return html`<aside class="side" aria-label=${t.chat}>
        <div class="tabs"><h2>${strings.chat.title}</h2>${this.closer()}</div>
        ${this.chat()}
      </aside>`;
    }
    return html`<aside class="side" aria-label=${t.panel}>
      <attune-ear-panel .call=${this.call}></attune-ear-panel>
      <div class="tabs">
        <div class="segmented">
          ${this.tabButton("transcript", t.transcript)} ${this.api ? html`${this.tabButton("masked", t.masked)} ${this.tabButton("draft", strings.editor.live.tab)}` : nothing} ${this.tabButton("chat", t.chat)}
        </div>
      </div>
      ${this.words()}
    </aside>`;
  }

  private words(): TemplateResult {
    const { transcript, self } = this.call.state;
    if (this.tab === "chat") return this.chat();
    if (this.tab === "masked" && this.api) {
      return html`<attune-masked live .api=${this.api} .session=${self?.session ?? ""} .transcript=${transcript}></attune-masked>`;
    }
    if (this.tab === "draft" && this.api) {
      return html`<attune-live-draft .api=${this.api} .session=${self?.session ?? ""} .transcript=${transcript}></attune-live-draft>`;
    }
    return html`<attune-transcript live can-strike can-pop-out .transcript=${transcript}></attune-transcript>`;
  }

  private tabButton(tab: Tab, label: string): TemplateResult {
    const unread = tab === "chat" && this.tab !== "chat" ? this.call.state.chat.length - this.seen : 0;
    return html`<button
      type="button"
      data-testid="tab-${tab}"
      aria-pressed=${this.tab === tab ? "true" : "false"}
      @click=${() => (this.tab = tab)}
    >
      ${label}${unread > 0 ? ` (${unread})` : ""}
    </button>`;
  }

  private chat(): TemplateResult {
    return html`<attune-chat
      .messages=${this.call.state.chat}
      @attune-chat=${(event: CustomEvent<{ text: string }>) => this.call.chat(event.detail.text)}
    ></attune-chat>`;
  }

  private closer(): TemplateResult {
    return html`<button class="icon-button" type="button" aria-label=${strings.common.close} @click=${() => (this.panel = false)}>
      <attune-icon name="X"></attune-icon>
    </button>`;
  }

  private deviceDialog(): TemplateResult {
    return html`<attune-dialog .open=${this.choosing} .heading=${strings.devices.title} @closed=${() => (this.choosing = false)}>
      ${this.choosing
        ? html`<attune-device-check class="device-dialog" running .devices=${this.call.devices}></attune-device-check>`
        : nothing}
    </attune-dialog>`;
  }

  private leaveDialog(): TemplateResult {
    const ends = this.host;
    return html`<attune-confirm
      .open=${this.leaving}
      .heading=${ends ? t.endTitle : t.leaveTitle}
      .text=${ends ? t.endText : t.leaveText}
      .action=${ends ? t.endConfirm : t.leaveConfirm}
      .keep=${t.stay}
      danger
      @confirm=${this.hangUp}
      @closed=${() => (this.leaving = false)}
    >
      ${ends
        ? html`<button slot="more" class="button" type="button" data-testid="step-out" @click=${() => this.call.leave()}>${t.stepOut}</button>`
        : nothing}
    </attune-confirm>`;
  }

  private aloneText(): string {
    if (this.host) return t.aloneHost;
    const clinician = others(this.call.state).find(({ role }) => role === "clinician");
    return t.aloneGuest(clinician?.name ?? strings.join.host);
  }

  private admit(event: CustomEvent<{ participant: string }>): void {
    this.call.send({ type: "admit", participant: event.detail.participant });
  }

  private deny(event: CustomEvent<{ participant: string }>): void {
    this.call.send({ type: "deny", participant: event.detail.participant });
  }

  private screen(): void {
    if (this.call.state.media.screen) this.call.devices.stopScreen();
    else void this.call.devices.shareScreen();
  }

  private hangUp(): void {
    this.leaving = false;
    if (this.host) this.call.end();
    else this.call.leave();
  }

  /** Keeps a phone's screen on during the call, where the browser can. */
  private async stayAwake(): Promise<void> {
    this.lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
  }
}
