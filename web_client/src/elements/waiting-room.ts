import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Call } from "../call/call";
import { others, ownDecision } from "../state/call";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { Follows, Hears } from "./controllers";
import "./icon";
import "./video";

const t = strings.join;

/** The participant waits to be let in, sees themselves, and may change their answer. Fires `change-consent`. */
@customElement("attune-waiting-room")
export class AttuneWaitingRoom extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 1.4rem;
      }
      attune-video {
        aspect-ratio: 16 / 10;
        width: 100%;
      }
      .waiting {
        display: flex;
        gap: 0.35rem;
      }
      .waiting i {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--attune-accent);
        animation: wait 1.6s ease-in-out infinite;
      }
      .waiting i:nth-child(2) {
        animation-delay: 0.2s;
      }
      .waiting i:nth-child(3) {
        animation-delay: 0.4s;
      }
      @keyframes wait {
        0%,
        70%,
        100% {
          opacity: 0.25;
        }
        35% {
          opacity: 1;
        }
      }
      .choice {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.8rem 0.8rem 0.8rem 1.1rem;
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;
  private readonly follows = new Follows(this);
  private readonly devices = new Hears(this, ["change"]);
  private stream: MediaStream | null = null;

  override willUpdate(): void {
    this.follows.of(this.call.store);
    this.devices.to(this.call.devices);
    const { video } = this.call.devices;
    if (this.stream?.getVideoTracks()[0] !== (video ?? undefined)) this.stream = video ? new MediaStream([video]) : null;
  }

  override render(): TemplateResult {
    const { state } = this.call;
    const clinician = others(state).find(({ role }) => role === "clinician");
    const host = clinician?.name ?? t.host;
    const here = clinician?.presence === "present";
    const decision = ownDecision(state);
    return html`<div class="stack" role="status" data-testid="waiting" data-host-here=${String(here)}>
        <span class="waiting" aria-hidden="true"><i></i><i></i><i></i></span>
        <h1>${t.waitTitle(host)}</h1>
        <p class="muted">${here ? t.waitText : t.waitAway(host)}</p>
      </div>
      <attune-video
        own
        mirror
        testid="preview-video"
        .stream=${this.stream}
        .camera=${this.stream !== null}
        .name=${state.self?.name ?? ""}
        .microphone=${state.media.microphone}
      ></attune-video>
      ${decision
        ? html`<div class="card choice small" data-testid="consent-choice" data-decision=${decision}>
            <span>${decision === "agree" ? t.agreed : t.declined}</span>
            <button class="button quiet compact" type="button" @click=${() => this.dispatchEvent(new CustomEvent("change-consent"))}>
              ${t.change}
            </button>
          </div>`
        : nothing}`;
  }
}
