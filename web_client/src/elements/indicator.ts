import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TranscriptionStatus } from "../wire.gen";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import type { IconName } from "./icon";
import "./icon";

const ICON: Record<TranscriptionStatus, IconName> = {
  off: "EarOff",
  starting: "Hourglass",
  active: "Ear",
  paused: "Pause",
  stopped: "EarOff",
  stalled: "TriangleAlert",
};

/** Whether words are being written down, always visible: icon, words and a live region. */
@customElement("attune-indicator")
export class AttuneIndicator extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
      }
      .pill {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-width: 0;
        padding: 0.38rem 0.85rem 0.38rem 0.65rem;
        border-radius: 999px;
        background: var(--attune-sunken);
        color: var(--attune-ink-2);
        font-size: 0.875rem;
        font-weight: 580;
        line-height: 1.3;
      }
      .active {
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      .active .dot {
        width: 0.55rem;
        height: 0.55rem;
        border-radius: 50%;
        background: currentcolor;
        animation: breathe 2.4s ease-in-out infinite;
      }
      .paused,
      .starting {
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
      .stalled {
        background: var(--attune-danger-soft);
        color: var(--attune-danger);
      }
      .told {
        display: flex;
        flex-wrap: wrap;
        column-gap: 0.5rem;
        min-width: 0;
      }
      .reason {
        font-weight: 440;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .pill.explained {
        border-radius: 1.3rem;
      }
      .pill attune-icon {
        flex: none;
      }
      @keyframes breathe {
        50% {
          opacity: 0.35;
        }
      }
    `,
  ];

  @property() status: TranscriptionStatus = "off";
  @property() reason = "";
  /** Why, as the room's code; some say it better than the status does. */
  @property() code = "";

  override render(): TemplateResult {
    return html`<div class="pill ${this.status} ${this.reason ? "explained" : ""}" role="status" data-testid="indicator" data-status=${this.status}>
      <attune-icon .name=${ICON[this.status]}></attune-icon>
      <span class="told"><span>${this.code === "not_saved" ? strings.ear.notSaved : strings.ear.status[this.status]}</span>
      ${this.reason ? html`<span class="reason">${this.reason}</span>` : nothing}</span>
      ${this.status === "active" ? html`<span class="dot" aria-hidden="true"></span>` : nothing}
    </div>`;
  }
}
