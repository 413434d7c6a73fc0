import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { MaskingChoice } from "../api/processing";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { maskedStyles } from "./masked.styles";
import "./icon";

const t = strings.masked;

/** What the clinician chose to mask or to leave in this session. Fires `undo` ({place}). */
@customElement("attune-masking-choices")
export class AttuneMaskingChoices extends LitElement {
  static override styles = [shared, buttons, maskedStyles];

  @property({ attribute: false }) choices: readonly MaskingChoice[] = [];
  @property({ type: Boolean }) busy = false;

  override render(): TemplateResult | typeof nothing {
    if (this.choices.length === 0) return nothing;
    return html`<details data-testid="masking-choices">
      <summary>${t.choices(this.choices.length)}</summary>
      <ul>
        ${this.choices.map((choice, place) => this.choice(choice, place))}
      </ul>
      <p class="small muted">${t.choicesHint}</p>
    </details>`;
  }

  private choice({ text, hidden }: MaskingChoice, place: number): TemplateResult {
    return html`<li data-testid="masking-choice" data-hidden=${String(hidden)}>
      <b>${text}</b>
      <span class="chip ${hidden ? "accent" : "warn"}">${hidden ? t.hidden : t.shown}</span>
      <button class="button compact" type="button" data-testid="undo-choice" aria-label=${t.undoLabel(text, hidden)} ?disabled=${this.busy} @click=${() => this.undo(place)}>
        ${t.undo}
      </button>
    </li>`;
  }

  private undo(place: number): void {
    this.dispatchEvent(new CustomEvent("undo", { detail: { place } }));
  }
}
