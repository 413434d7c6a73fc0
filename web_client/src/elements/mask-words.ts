import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HIDDEN_KINDS, type HiddenKind } from "../api/processing";
import { buttons, shared } from "../styles/shared";
import { fields } from "../styles/fields";
import { strings } from "../strings";
import { maskedStyles } from "./masked.styles";
import "./icon";

const t = strings.masked;

/** The offer to mask words, and as what. Fires `mask` ({kind}, null for the server to go by the words) and `cancel`. */
@customElement("attune-mask-words")
export class AttuneMaskWords extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    maskedStyles,
    css`
      .as {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
      }
      select {
        width: auto;
        min-height: 2.4rem;
        padding-block: 0.3rem;
        font-size: 0.875rem;
      }
    `,
  ];

  @property() words = "";
  /** Whether the words are chosen one by one, which is explained. */
  @property({ type: Boolean }) picking = false;
  @property({ type: Boolean }) busy = false;
  @state() private chosen: HiddenKind | null = null;

  override render(): TemplateResult {
    const { words, picking, chosen } = this;
    return html`<div class="panel" role="group" aria-label=${t.hide} data-testid="mask-panel">
      ${picking ? html`<p class="muted">${t.pick}</p>` : nothing}
      <div class="row">
        <button class="button primary compact" type="button" data-testid="mask-this" ?disabled=${!words || this.busy} @click=${this.mask}>
          <attune-icon name="EyeOff"></attune-icon>${picking ? t.hide : t.hideSelected(words)}
        </button>
        <label class="as">
          <span>${t.hideAs}</span>
          <select data-testid="mask-kind" @change=${(event: Event) => (this.chosen = ((event.target as HTMLSelectElement).value || null) as HiddenKind | null)}>
            <option value="" ?selected=${!chosen}>${t.hideByWords}</option>
            ${HIDDEN_KINDS.map((one) => html`<option value=${one} ?selected=${one === chosen}>${t.hideKinds[one]}</option>`)}
          </select>
        </label>
        <button class="button quiet compact" type="button" data-testid="mask-cancel" @click=${() => this.dispatchEvent(new CustomEvent("cancel"))}>${strings.common.cancel}</button>
      </div>
      <p class="small muted">${chosen ? t.hideHint[chosen] : t.hideByWordsHint}</p>
    </div>`;
  }

  private mask(): void {
    this.dispatchEvent(new CustomEvent("mask", { detail: { kind: this.chosen } }));
  }
}
