import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NoteView } from "../api/types";
import { remaining } from "../format/time";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.note;

/** Why there is no note, and what becomes of the transcript. Fires `by-hand`. */
@customElement("attune-note-statement")
export class AttuneNoteStatement extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      section {
        padding: 1.5rem;
        display: grid;
        gap: 0.6rem;
      }
      .button {
        justify-self: start;
        margin-top: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) view!: NoteView;
  @property({ type: Boolean }) gone = false;
  @property({ type: Number }) secondsLeft: number | null = null;

  override render(): TemplateResult {
    const { note, signed, statement } = this.view;
    return html`<section class="card" data-testid="no-note">
      <h2>${t.insufficient}</h2>
      <p class="muted">${statement ?? note?.statement ?? t.nothing}</p>
      ${this.fate()}
      ${note && signed === null
        ? html`<button class="button" type="button" data-testid="write-by-hand" @click=${() => this.dispatchEvent(new CustomEvent("by-hand"))}>
            <attune-icon name="Plus"></attune-icon>${t.byHand}
          </button>`
        : nothing}
    </section>`;
  }

  /** Nothing to sign: the transcript goes by its time alone. */
  private fate(): TemplateResult | typeof nothing {
    if (this.gone) return html`<p class="small" data-testid="transcript-fate">${t.statementGone}</p>`;
    const left = this.secondsLeft;
    return left === null ? nothing : html`<p class="small" data-testid="transcript-fate">${t.statementLiving(remaining(left))}</p>`;
  }
}
