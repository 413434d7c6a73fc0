import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Call } from "../call/call";
import { awaited, decisionOf, onStage, unrecorded, unsent, type CallState } from "../state/call";
import { delayText } from "../state/delay";
import { reasonOf } from "../state/reasons";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { Decision, ParticipantView } from "../wire.gen";
import { Follows } from "./controllers";
import type { IconName } from "./icon";
import "./icon";
import "./indicator";

const t = strings.ear;
const CHIP: Record<Decision | "none", { look: string; icon: IconName }> = {
  agree: { look: "accent", icon: "Check" },
  decline: { look: "danger", icon: "X" },
  withdraw: { look: "danger", icon: "X" },
  none: { look: "warn", icon: "Hourglass" },
};

/** The clinician's side of transcription: start or pause it, and see who agreed. */
@customElement("attune-ear-panel")
export class AttuneEarPanel extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        padding: 1rem 1.1rem;
        border-bottom: 1px solid var(--attune-line);
      }
      .consents {
        display: grid;
        gap: 0.4rem;
      }
      .consents li {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.5rem;
        font-size: 0.925rem;
      }
      .consents li > :first-child {
        flex: 1;
      }
      .consents span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .actions {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
      }
      .actions .button {
        padding-inline: 0.6rem;
      }
      .actions > :only-child {
        grid-column: 1 / -1;
      }
      .chip attune-icon {
        width: 0.95rem;
        height: 0.95rem;
      }
      .who {
        display: none;
      }
      p:empty {
        display: none;
      }
      /* A phone: once everyone has agreed and is on the record, the list is folded away behind a button. */
      @media (max-width: 600px) {
        :host {
          gap: 0.45rem;
          padding: 0.55rem 0.75rem;
        }
        .row.between {
          flex-wrap: nowrap;
        }
        .who {
          display: inline-flex;
          min-height: 2.2rem;
          padding-inline: 0.5rem;
        }
        .consents.folded {
          display: none;
        }
        .actions .button {
          min-height: 2.75rem;
        }
      }
      .late {
        display: flex;
        align-items: baseline;
        gap: 0.45rem;
        color: var(--attune-warn);
      }
      .late attune-icon {
        flex: none;
        align-self: center;
        width: 1rem;
        height: 1rem;
      }
      .unsent {
        color: var(--attune-warn);
      }
      .on {
        background: var(--attune-warn-soft);
        border-color: var(--attune-warn);
        color: var(--attune-warn);
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;
  @state() private unfolded = false;
  private readonly follows = new Follows(this);

  override willUpdate(): void {
    this.follows.of(this.call.store);
  }

  override render(): TemplateResult {
    const { state } = this.call;
    const status = state.room?.transcription ?? "off";
    const reason = state.pending.pause && !unsent(state) ? t.pausing : unrecorded(state) ? strings.consent.notRecorded : reasonOf(state);
    const delay = status === "active" || status === "stalled" ? delayText(state.room ?? {}) : "";
    const people = onStage(state);
    const settled = people.length > 0 && awaited(state).length === 0 && !people.some(({ off_record }) => off_record);
    return html`<div class="row between wrap">
        <attune-indicator .status=${status} .code=${state.room?.transcription_reason ?? ""}></attune-indicator>
        ${settled
          ? html`<button
              class="button quiet compact who"
              type="button"
              data-testid="who-agreed"
              aria-expanded=${this.unfolded ? "true" : "false"}
              @click=${() => (this.unfolded = !this.unfolded)}
            >
              <attune-icon name="Check"></attune-icon>${t.everyone}
            </button>`
          : nothing}
      </div>
      <p class="small muted" role="status" data-testid="transcription-reason">${reason || (status === "off" ? t.before : "")}</p>
      ${delay ? html`<p class="small late" role="status" data-testid="transcript-delay"><attune-icon name="Hourglass"></attune-icon>${delay}</p>` : nothing}
      ${unsent(state) ? html`<p class="small unsent" role="alert" data-testid="unsent">${t.unsent}</p>` : nothing}
      ${this.consents(people, settled && !this.unfolded)}
      <div class="actions">${this.main(state)} ${this.offRecord(state)}</div>`;
  }

  private consents(people: readonly ParticipantView[], folded: boolean): TemplateResult | typeof nothing {
    if (people.length === 0) return nothing;
    return html`<ul class="consents ${folded ? "folded" : ""}" data-testid="consents">
      ${people.map((person) => {
        const decision = decisionOf(person) ?? "none";
        const { look, icon } = CHIP[decision];
        return html`<li data-participant=${person.id} data-decision=${decision}>
          <span>${person.name}</span>
          ${person.off_record ? html`<span class="chip warn"><attune-icon name="EarOff"></attune-icon>${t.offRecord}</span>` : nothing}
          <span class="chip ${look}"><attune-icon .name=${icon}></attune-icon>${strings.consent.states[decision]}</span>
        </li>`;
      })}
    </ul>`;
  }

  private main(state: CallState): TemplateResult | typeof nothing {
    const status = state.room?.transcription ?? "off";
    if (status === "stopped") return nothing;
    const byClinician = state.room?.transcription_reason === "paused_by_clinician";
    if (status === "off" || (status === "paused" && byClinician)) {
      return html`<button class="button primary" type="button" data-testid="start-transcription" ?disabled=${state.connection !== "open"} @click=${() => this.call.startTranscription()}>
        <attune-icon name="Play"></attune-icon>${status === "off" ? t.start : t.resume}
      </button>`;
    }
    return html`<button
      class="button"
      type="button"
      data-testid="pause-transcription"
      @click=${() => this.call.pauseTranscription()}
      ?disabled=${state.pending.pause}
    >
      <attune-icon name="Pause"></attune-icon>${t.pause}
    </button>`;
  }

  private offRecord(state: CallState): TemplateResult | typeof nothing {
    const status = state.room?.transcription ?? "off";
    if ((status === "off" || status === "stopped") && !state.offRecord) return nothing;
    return html`<button
      class="button ${state.offRecord ? "on" : ""}"
      type="button"
      data-testid="off-record"
      aria-pressed=${state.offRecord ? "true" : "false"}
      @click=${() => this.call.setOffRecord(!state.offRecord)}
    >
      <attune-icon name=${state.offRecord ? "Ear" : "EarOff"}></attune-icon>${state.offRecord ? t.onRecord : t.offRecord}
    </button>`;
  }
}
