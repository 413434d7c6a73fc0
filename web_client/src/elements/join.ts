import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Call } from "../call/call";
import { Devices } from "../call/devices";
import { forgetToken, joinToken, sessionOf } from "../pages/token";
import { others, ownDecision, ownView, type Closing } from "../state/call";
import { mayWithdraw, wordsAreOver } from "../state/closing";
import { Withdrawal, resumed } from "../state/withdrawal";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { Decision } from "../wire.gen";
import { Follows, Hears } from "./controllers";
import { closingPage } from "./closing";
import "./brand";
import "./call";
import "./consent";
import "./device-check";
import "./fate";
import "./icon";
import "./message-page";
import "./waiting-room";
import "./withdraw";

const t = strings.join;
type Step = "devices" | "consent" | "wait";
const STEPS: readonly Step[] = ["devices", "consent", "wait"];

/** The participant's page: device check, consent, waiting room, call, and every way it can end. */
@customElement("attune-join")
export class AttuneJoin extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .page {
        max-width: 36rem;
        margin-inline: auto;
        padding: 1.4rem 1.25rem max(2.5rem, env(safe-area-inset-bottom));
        display: grid;
        gap: 1.6rem;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      .intro {
        display: grid;
        gap: 0.7rem;
      }
      h1:focus {
        outline: none;
      }
      .wide {
        min-height: 3.25rem;
        width: 100%;
        font-size: 1.0625rem;
      }
      .promise {
        display: flex;
        gap: 0.55rem;
        align-items: start;
      }
      .promise attune-icon {
        color: var(--attune-accent-ink);
        margin-top: 0.05rem;
      }
    `,
  ];

  @state() private step: Step = "devices";
  @state() private call: Call | null = null;
  private devices = new Devices();
  private readonly follows = new Follows(this);
  private readonly hears = new Hears(this, ["change"]);
  private token = "";
  private wasPresent = false;
  private knockedAs: object | null = null;
  @state() private withdrawal: Withdrawal | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.token = joinToken(globalThis.location, globalThis.history, globalThis.sessionStorage);
    this.withdrawal = resumed(globalThis.localStorage);
    if (this.token) this.open();
  }

  override willUpdate(): void {
    this.follows.of(this.call?.store ?? null);
    if (this.call && !this.withdrawal) this.withdrawal = this.takeable(this.call);
    this.hears.to(this.withdrawal);
  }

  override updated(): void {
    if (!this.call) return;
    this.followPresence(this.call);
    this.followWithdrawal(this.call);
  }

  override render(): TemplateResult {
    if (!this.token) return closingPage({ kind: "refused", code: "invalid", detail: "" }, this.again, this.taking(), !this.withdrawal?.undone);
    const { call } = this;
    if (!call) return html``;
    const { closing, self } = call.state;
    if (closing) return closingPage(closing, this.again, this.aftermath(call), !this.withdrawal?.undone);
    if (!self) return html`<attune-message icon="Hourglass" heading=${t.checking} testid="checking"></attune-message>`;
    if (this.inCall(call)) return html`<attune-call .call=${call}></attune-call>`;
    return this.lobby(call);
  }

  /** Taking back one's consent, where there may be one to take back. */
  private taking(): TemplateResult | typeof nothing {
    const { withdrawal } = this;
    return withdrawal ? html`<attune-withdraw .withdrawal=${withdrawal}></attune-withdraw>` : nothing;
  }

  /** What became of the words, and taking one's consent back. */
  private aftermath(call: Call): TemplateResult {
    const session = call.state.self?.session ?? sessionOf(this.token);
    const fate = wordsAreOver(call.state.closing)
      ? html`<attune-fate .session=${session} .token=${this.token} .stage=${this.withdrawal?.state ?? ""}></attune-fate>`
      : nothing;
    return html`${fate} ${this.taking()}`;
  }

  private takeable(call: Call): Withdrawal | null {
    const { closing, self, wordings } = call.state;
    const session = self?.session ?? sessionOf(this.token);
    if (!closing || !session || !mayWithdraw(call.state)) return null;
    const wording = wordings.find(({ purpose }) => purpose === "notes")?.version ?? "";
    return new Withdrawal({ session, token: this.token, wording }, { shelf: globalThis.localStorage });
  }

  /** A withdrawal that the lost connection can't carry goes its own way. */
  private followWithdrawal(call: Call): void {
    const { pending, connection, self } = call.state;
    const { decision } = pending;
    if (decision?.decision !== "withdraw" || connection === "open" || !self || this.withdrawal) return;
    this.withdrawal = new Withdrawal(
      { session: self.session, token: this.token, wording: decision.wording },
      { shelf: globalThis.localStorage },
    );
    void this.withdrawal.send();
  }

  private lobby(call: Call): TemplateResult {
    return html`<div class="page" data-testid="join" data-step=${this.step}>
      <header>
        <attune-brand></attune-brand>
        <span class="small faint">${t.step(STEPS.indexOf(this.step) + 1, STEPS.length)}</span>
      </header>
      <main>${this.content(call)}</main>
      <footer class="promise small muted"><attune-icon name="Lock"></attune-icon><span>${t.promise}</span></footer>
    </div>`;
  }

  private content(call: Call): TemplateResult {
    switch (this.step) {
      case "devices":
        return this.deviceStep(call);
      case "consent":
        return html`<attune-consent
          .wording=${call.state.wordings.find(({ purpose }) => purpose === "notes") ?? null}
          @decide=${this.decide}
        ></attune-consent>`;
      case "wait":
        return html`<attune-waiting-room .call=${call} @change-consent=${() => (this.step = "consent")}></attune-waiting-room>`;
    }
  }

  private deviceStep(call: Call): TemplateResult {
    const host = others(call.state).find(({ role }) => role === "clinician")?.name ?? t.host;
    return html`<div class="stack">
      <div class="intro">
        <h1>${t.hello(call.state.self?.name ?? "")}</h1>
        <p class="muted">${t.invited(host)}</p>
      </div>
      <attune-device-check .devices=${this.devices}></attune-device-check>
      <button class="button primary wide" type="button" data-testid="devices-continue" @click=${this.devicesDone}>${t.next}</button>
    </div>`;
  }

  private inCall(call: Call): boolean {
    const presence = ownView(call.state)?.presence;
    // During a reconnect the last known room still holds: the call stays on the screen.
    return presence === "present" || presence === "away";
  }

  private open(): void {
    this.call?.close();
    this.call = new Call({ token: this.token, devices: this.devices });
    this.call.start();
  }

  private devicesDone(): void {
    const decided = this.call ? ownDecision(this.call.state) : null;
    this.step = decided ? "wait" : "consent";
    if (decided) this.knock();
    globalThis.scrollTo({ top: 0 });
  }

  private decide(event: CustomEvent<{ decision: Decision }>): void {
    this.call?.decide(event.detail.decision);
    this.step = "wait";
    this.knock();
    globalThis.scrollTo({ top: 0 });
  }

  /** After a reload in mid-call the devices are opened again; after a lost connection the knock is repeated. */
  private followPresence(call: Call): void {
    const presence = ownView(call.state)?.presence;
    if (call.state.closing) {
      this.devices.close();
      // What is over can still be withdrawn from, also after a reload of this page.
      if (call.state.closing.kind === "refused" && !mayWithdraw(call.state)) forgetToken(globalThis.sessionStorage, "refused");
      return;
    }
    if (presence === "present" && !this.wasPresent) {
      this.wasPresent = true;
      if (!this.devices.audio && !this.devices.video) void this.devices.open();
    }
    if (presence === "lobby" && call.state.connection === "open" && (this.step === "wait" || this.wasPresent)) {
      this.wasPresent = false;
      this.step = "wait";
      this.knock();
    }
  }

  /** Once a connection: every welcome makes a new `self`. */
  private knock(): void {
    const state = this.call?.state;
    if (!state?.self || state.self === this.knockedAs || ownView(state)?.presence !== "lobby") return;
    this.knockedAs = state.self;
    this.call?.send({ type: "knock" });
  }

  private readonly again = (closing: Closing): void => {
    if (!this.withdrawal?.undone) this.withdrawal = null;
    this.devices = new Devices();
    this.wasPresent = false;
    this.step = "devices";
    if (closing.kind === "refused") this.token = joinToken(globalThis.location, globalThis.history, globalThis.sessionStorage);
    this.open();
  };
}
