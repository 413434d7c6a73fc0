import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { SessionView, SpeakerCorrection } from "../api/types";
import { Call } from "../call/call";
import { Devices } from "../call/devices";
import { Guest } from "../call/guests";
import { clock } from "../format/time";
import { recall } from "../state/recall";
import { allAgreed, hearing, toAdmit, type Hearing } from "../state/room-page";
import { buttons, fields, shared } from "../styles/shared";
import type { Decision } from "../wire.gen";
import { words } from "../strings/ways";
import { Follows, Hears, Ticks } from "./controllers";
import { waysStyles } from "./ways.styles";
import "./confirm";
import "./icon";
import "./mic-level";
import "./present";
import "./transcript";
import "./voices";

const t = words.room;

/** A session at this device: everybody in the room, or the clinician who dictates. Fires `changed` at its end. */
@customElement("attune-room")
export class AttuneRoom extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    waysStyles,
    css`
      .state {
        display: inline-flex;
        align-items: center;
        gap: 0.6rem;
        width: max-content;
        max-width: 100%;
        padding: 0.4rem 0.95rem;
        border-radius: 999px;
        background: var(--attune-sunken);
        color: var(--attune-ink-2);
        font-weight: 580;
      }
      .state.listening {
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      .state.stalled,
      .state.stopped {
        background: var(--attune-danger-soft);
        color: var(--attune-danger);
      }
      .state.paused,
      .state.off-record,
      .state.waiting {
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
      .big {
        justify-self: center;
        min-width: min(20rem, 100%);
        min-height: 4rem;
        font-size: 1.15rem;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;
  @state() private call: Call | null = null;
  @state() private devices = new Devices();
  @state() private finishing = false;
  @state() private over = false;
  @state() private agreedAt: ReadonlyMap<string, Date> = new Map();
  private guests: Guest[] = [];
  private recalled = false;
  private readonly follows = new Follows(this);
  private readonly hears = new Hears(this, ["change"]);
  protected readonly ticks = new Ticks(this);

  private get inPerson(): boolean {
    return this.session.source === "in_person";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.inPerson || this.session.state === "live") void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.devices.close();
  }

  override willUpdate(): void {
    this.follows.of(this.call?.store ?? null);
    this.hears.to(this.devices);
  }

  override updated(): void {
    const { call } = this;
    if (!call) return;
    for (const id of toAdmit(call.state.room, new Set(this.guests.map(({ participant }) => participant)))) call.send({ type: "admit", participant: id });
    if (call.state.self && !this.recalled) {
      this.recalled = true;
      void this.recall(call);
    }
    if (call.state.closing || call.state.noteReady) void this.ended();
  }

  override render(): TemplateResult {
    const { call } = this;
    const now = this.hearing();
    return html`<div class="stack" data-testid="room" data-hearing=${now}>
      ${this.inPerson && now === "idle" ? this.present() : nothing}
      <section class="card">
        <div class="lead">
          <h2>${this.inPerson ? t.inPersonTitle : t.dictationTitle}</h2>
          ${now === "stopped" ? nothing : html`<p class="muted">${this.inPerson ? t.inPersonText : t.dictationText}</p>`}
        </div>
        ${this.trouble()} ${call ? this.state(call, now) : nothing} ${this.controls(now)}
      </section>
      ${this.inPerson && now !== "stopped" && now !== "idle" ? this.present() : nothing}
      ${call && now !== "stopped" && (now !== "idle" || call.state.transcript.finals.length > 0)
        ? html`<attune-voices .session=${this.session} .segments=${call.state.transcript.finals} .correct=${this.correct}></attune-voices>
            <section class="card words" aria-label=${t.words}>
              <attune-transcript .transcript=${call.state.transcript} .people=${this.inPerson ? this.session.participants : []} live @attune-speaker=${this.says}></attune-transcript>
            </section>`
        : nothing}
      <attune-confirm
        .open=${this.finishing}
        .heading=${t.finishTitle}
        .text=${now === "stopped" ? t.endText : t.finishText}
        .action=${now === "stopped" ? t.end : t.finish}
        @confirm=${this.finish}
        @closed=${() => (this.finishing = false)}
      ></attune-confirm>
    </div>`;
  }

  private trouble(): TemplateResult | typeof nothing {
    const trouble = this.devices.trouble.microphone;
    if (!trouble) return nothing;
    const text = trouble === "missing" ? t.noMicrophone : t.denied;
    return html`<p class="error" role="alert" data-testid="mic-trouble">${text}</p>
      <button class="button compact" type="button" @click=${() => this.devices.chooseMicrophone("")}>${t.tryAgain}</button>`;
  }

  private state(call: Call, now: Hearing): TemplateResult {
    const elapsed = call.state.room?.elapsed;
    const seconds = elapsed == null ? null : elapsed + (performance.now() - call.state.roomAt) / 1000;
    return html`<div class="row between wrap">
        <span class="state ${now}" id="hearing" role="status" data-testid="hearing"><attune-icon name=${now === "listening" ? "Ear" : "EarOff"}></attune-icon>${this.said(now)}</span>
        ${seconds === null ? nothing : html`<span class="muted" aria-hidden="true">${clock(seconds)}</span>`}
      </div>
      <attune-mic-level .track=${now === "listening" ? this.devices.audio : null}></attune-mic-level>`;
  }

  private said(now: Hearing): string {
    const texts: Record<Hearing, string> = {
      idle: this.ready() ? t.idle : t.waiting,
      connecting: t.connecting,
      listening: t.listening,
      paused: t.paused,
      "off-record": t.offRecordNow,
      waiting: t.waiting,
      stalled: t.stalled,
      stopped: t.withdrawn,
    };
    return this.call?.state.connection === "reconnecting" ? t.gone : texts[now];
  }

  /** Whether listening can begin: in a room only once everybody there agreed. */
  private ready(): boolean {
    return !this.inPerson || allAgreed(this.call?.state.room ?? null);
  }

  private controls(now: Hearing): TemplateResult | typeof nothing {
    if (this.over) return nothing;
    if (now === "idle") {
      return html`<button class="button primary big" type="button" data-testid="room-start" aria-describedby="hearing" ?disabled=${!this.ready()} @click=${this.begin}>
        <attune-icon name="Mic"></attune-icon>${this.inPerson ? t.begin : t.beginDictation}
      </button>`;
    }
    const off = now === "off-record";
    const resting = now === "paused";
    return html`<div class="actions">
      ${now === "stopped"
        ? nothing
        : html`${this.inPerson
              ? html`<button class="button" type="button" data-testid="off-record" aria-pressed=${off ? "true" : "false"} @click=${() => this.call?.setOffRecord(!off)}>
                  <attune-icon name=${off ? "Ear" : "EarOff"}></attune-icon>${off ? t.onRecord : t.offRecord}
                </button>`
              : nothing}
            <button class="button" type="button" data-testid="room-pause" @click=${() => this.pause(!resting)}>
              <attune-icon name=${resting ? "Play" : "Pause"}></attune-icon>${resting ? t.resume : t.pause}
            </button>`}
      <button class="button primary" type="button" data-testid="room-finish" @click=${() => (this.finishing = true)}>${now === "stopped" ? t.end : t.finish}</button>
    </div>`;
  }

  private present(): TemplateResult {
    const { call } = this;
    return html`<attune-present
      .room=${call?.state.room ?? null}
      .wording=${call?.state.wordings.find(({ purpose }) => purpose === "notes") ?? null}
      .times=${this.agreedAt}
      @decide=${this.decide}
      @absent=${(event: CustomEvent<{ participant: string }>) => this.api.revokeLink(this.session.id, event.detail.participant)}
    ></attune-present>`;
  }

  private hearing(): Hearing {
    const { call } = this;
    if (!call) return "idle";
    return hearing(call.state.room, { offRecord: call.state.offRecord, pausing: call.state.pending.pause, open: call.state.leg === "sending" });
  }

  /** Takes the clinician's own seat, and one for everybody in the room. */
  private async open(): Promise<void> {
    const own = this.session.participants.find(({ role }) => role === "clinician");
    if (!own || this.call) return;
    const { token } = await this.api.mintLink(this.session.id, own.id);
    this.call = new Call({ token, devices: this.devices, peerless: true });
    this.call.start();
    if (!this.inPerson) return;
    for (const person of this.session.participants.filter(({ role, revoked }) => role !== "clinician" && !revoked)) {
      const link = await this.api.mintLink(this.session.id, person.id);
      const guest = new Guest({ token: link.token, onChange: () => this.requestUpdate() });
      this.guests.push(guest);
      guest.start();
    }
  }

  private readonly begin = async (): Promise<void> => {
    if (!this.devices.audio) await this.devices.chooseMicrophone("");
    if (!this.devices.audio) return;
    await this.open();
    this.whenSeated(() => this.call?.startTranscription());
  };

  /** A seat that has just been taken is welcomed a moment later. */
  private whenSeated(act: () => void): void {
    const { call } = this;
    if (!call) return;
    if (call.state.self) return act();
    const stop = call.store.subscribe((now) => {
      if (!now.self) return;
      stop();
      act();
    });
  }

  private pause(on: boolean): void {
    if (on) this.call?.pauseTranscription();
    else this.call?.startTranscription();
  }

  private decide(event: CustomEvent<{ participant: string; decision: Decision }>): void {
    const { participant, decision } = event.detail;
    this.guests.find((guest) => guest.participant === participant)?.decide(decision);
    if (decision === "agree") this.agreedAt = new Map([...this.agreedAt, [participant, new Date()]]);
  }

  private readonly finish = (): void => {
    this.finishing = false;
    this.over = true;
    if (this.call?.state.room?.elapsed == null) void this.api.endSession(this.session.id).catch(() => undefined).then(() => this.ended());
    else this.call.end();
  };

  private readonly correct = (correction: SpeakerCorrection): Promise<unknown> => this.api.correctSpeakers(this.session.id, correction);

  private says(event: CustomEvent<{ segment: string; participant: string }>): void {
    void this.correct(event.detail).catch(() => undefined);
  }

  private async recall(call: Call): Promise<void> {
    const action = await recall(this.api, this.session.id, call.state.transcript);
    if (action) call.store.dispatch({ type: "transcript", action });
  }

  private async ended(): Promise<void> {
    this.over = true;
    this.devices.close();
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private close(): void {
    this.call?.close();
    for (const guest of this.guests) guest.close();
    this.guests = [];
    this.call = null;
  }
}
