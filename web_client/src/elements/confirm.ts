import { LitElement, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./dialog";

/** A question before something that can't be undone. Fires `confirm` or `closed`. */
@customElement("attune-confirm")
export class AttuneConfirm extends LitElement {
  static override styles = [shared, buttons];

  @property({ type: Boolean }) open = false;
  @property() heading = "";
  @property() text = "";
  @property() action = "";
  @property() keep = strings.common.cancel;
  @property({ type: Boolean }) danger = false;

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${this.heading} @closed=${() => this.answer("closed")}>
      <p>${this.text}</p>
      <slot></slot>
      <button slot="actions" class="button" type="button" data-testid="confirm-no" @click=${() => this.answer("closed")}>
        ${this.keep}
      </button>
      <slot name="more" slot="actions"></slot>
      <button
        slot="actions"
        class="button ${this.danger ? "danger" : "primary"}"
        type="button"
        data-testid="confirm-yes"
        @click=${() => this.answer("confirm")}
      >
        ${this.action}
      </button>
    </attune-dialog>`;
  }

  private answer(type: "confirm" | "closed"): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new CustomEvent(type));
  }
}
