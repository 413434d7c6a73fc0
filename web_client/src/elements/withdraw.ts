import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Withdrawal, WithdrawalState } from "../state/withdrawal";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { Hears } from "./controllers";
import "./confirm";
import "./icon";

const t = strings.withdrawal;

/** A participant takes their consent back outside the call, and sees what came of it. */
@customElement("attune-withdraw")
export class AttuneWithdraw extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
        width: 100%;
        padding-top: 1.1rem;
        border-top: 1px solid var(--attune-line);
      }
      .stack {
        gap: 0.6rem;
        justify-items: start;
      }
      .outcome {
        display: flex;
        gap: 0.6rem;
        align-items: start;
        width: 100%;
        padding: 0.9rem 1.1rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-sunken);
      }
      .outcome.done {
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      .outcome.unsent {
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
      .outcome.refused {
        background: var(--attune-danger-soft);
        color: var(--attune-danger);
      }
      .outcome attune-icon {
        flex: none;
        margin-top: 0.1rem;
      }
      code {
        font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) withdrawal!: Withdrawal;
  @state() private asking = false;
  private readonly hears = new Hears(this, ["change"]);

  override willUpdate(): void {
    this.hears.to(this.withdrawal);
  }

  override render(): TemplateResult {
    const { state } = this.withdrawal;
    return html`${state === "idle" ? this.question() : this.outcome(state)}
      <attune-confirm
        .open=${this.asking}
        .heading=${strings.consent.withdrawTitle}
        .text=${t.confirmText}
        .action=${strings.consent.withdrawConfirm}
        .keep=${strings.consent.keep}
        danger
        @confirm=${this.withdraw}
        @closed=${() => (this.asking = false)}
      ></attune-confirm>`;
  }

  private question(): TemplateResult {
    return html`<div class="stack">
      <p class="small muted">${t.offer}</p>
      <button class="button compact" type="button" data-testid="withdraw-late" @click=${() => (this.asking = true)}>${t.action}</button>
    </div>`;
  }

  private outcome(state: Exclude<WithdrawalState, "idle">): TemplateResult {
    const icon = state === "done" ? "ShieldCheck" : state === "unsent" ? "WifiOff" : state === "sending" ? "Hourglass" : "Info";
    return html`<div class="outcome small ${state}" role="status" data-testid="withdrawal" data-state=${state}>
      <attune-icon name=${icon}></attune-icon>
      <div>
        <p>${t.outcomes[state]}</p>
        ${this.withdrawal.receipt ? html`<p>${strings.signed.receipt}: <code data-testid="withdrawal-receipt">${this.withdrawal.receipt}</code></p>` : nothing}
      </div>
    </div>`;
  }

  private withdraw(): void {
    this.asking = false;
    void this.withdrawal.send();
  }
}
