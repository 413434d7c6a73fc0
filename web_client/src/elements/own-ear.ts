import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Call } from "../call/call";
import { ownDecision, silenced, unrecorded, unsent } from "../state/call";
import { reasonOf } from "../state/reasons";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { Decision } from "../wire.gen";
import { Follows } from "./controllers";
import "./confirm";
import "./consent";
import "./dialog";
import "./icon";
import "./indicator";

/** A participant's own say in the call: what is written down, off the record, consent. */
@customElement("attune-own-ear")
export class AttuneOwnEar extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.9rem;
      }
      attune-indicator {
        max-width: calc(100% - 4.5rem);
      }
      .actions {
        display: flex;
        gap: 0.5rem;
        margin-left: auto;
      }
      .button.open {
        background: var(--attune-accent);
        color: var(--attune-on-accent);
      }
      @media (max-width: 700px) {
        :host {
          justify-content: space-between;
        }
        .actions {
          flex: 1 1 100%;
        }
        .actions .button {
          flex: 1;
        }
      }
      .button {
        border-color: transparent;
        background: var(--attune-stage-3);
        color: var(--attune-stage-ink);
      }
      .button:hover {
        background: color-mix(in srgb, var(--attune-stage-3) 82%, white);
      }
      .button.on {
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
      :focus-visible {
        outline-color: #8ad8c1;
      }
      .question {
        flex: 1 1 100%;
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.7rem 0.8rem 0.7rem 1.1rem;
        border-radius: 16px;
        background: var(--attune-raised);
        color: var(--attune-ink);
      }
      .standing {
        margin-top: 1rem;
      }
      .plain {
        border-color: var(--attune-line-strong);
        background: var(--attune-surface);
        color: var(--attune-ink);
      }
      .plain:hover {
        background: var(--attune-sunken);
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;
  @state() private reviewing = false;
  @state() private withdrawing = false;
  private readonly follows = new Follows(this);

  override willUpdate(): void {
    this.follows.of(this.call.store);
  }

  override render(): TemplateResult {
    const { state } = this.call;
    const decision = ownDecision(state);
    const status = state.room?.transcription ?? "off";
    const off = state.offRecord;
    const reason = unsent(state) ? strings.ear.unsent : off ? strings.ear.offRecord : unrecorded(state) ? strings.consent.notRecorded : reasonOf(state);
    return html`<attune-indicator
        .status=${silenced(state) && status !== "stopped" ? "paused" : status}
        .reason=${reason}
        .code=${silenced(state) ? "" : (state.room?.transcription_reason ?? "")}
        data-testid=${unsent(state) ? "unsent" : nothing}
      ></attune-indicator>
      <slot></slot>
      <div class="actions">
      ${decision === "agree" || off
        ? html`<button
            class="button compact ${off ? "on" : ""}"
            type="button"
            data-testid="off-record"
            aria-pressed=${off ? "true" : "false"}
            title=${off ? strings.ear.offRecordOn : nothing}
            @click=${() => this.call.setOffRecord(!off)}
          >
            <attune-icon name=${off ? "Ear" : "EarOff"}></attune-icon>${off ? strings.ear.onRecord : strings.ear.offRecord}
          </button>`
        : nothing}
      <button class="button compact ${decision ? "" : "open"}" type="button" data-testid="review-consent" @click=${() => (this.reviewing = true)}>
        <attune-icon name="ShieldCheck"></attune-icon>${strings.consent.own[decision ?? "none"]}
      </button>
      </div>
      ${this.review(decision)} ${this.confirmation()}`;
  }

  private review(decision: Decision | null): TemplateResult {
    const wording = this.call.state.wordings.find(({ purpose }) => purpose === "notes") ?? null;
    return html`<attune-dialog .open=${this.reviewing} .heading=${wording?.title ?? strings.consent.review} @closed=${() => (this.reviewing = false)}>
      ${this.reviewing
        ? html`<attune-consent headless .wording=${wording} @decide=${this.decide}></attune-consent>`
        : nothing}
      ${decision === "agree"
        ? html`<p class="standing">
            <button class="button compact plain" type="button" data-testid="withdraw" @click=${this.askWithdraw}>
              ${strings.consent.withdraw}
            </button>
          </p>`
        : nothing}
    </attune-dialog>`;
  }

  private confirmation(): TemplateResult {
    return html`<attune-confirm
      .open=${this.withdrawing}
      .heading=${strings.consent.withdrawTitle}
      .text=${strings.consent.withdrawText}
      .action=${strings.consent.withdrawConfirm}
      .keep=${strings.consent.keep}
      danger
      @confirm=${this.withdraw}
      @closed=${() => (this.withdrawing = false)}
    ></attune-confirm>`;
  }

  private decide(event: CustomEvent<{ decision: Decision }>): void {
    this.reviewing = false;
    this.call.decide(event.detail.decision);
  }

  private askWithdraw(): void {
    this.reviewing = false;
    this.withdrawing = true;
  }

  private withdraw(): void {
    this.withdrawing = false;
    this.call.decide("withdraw");
  }
}
