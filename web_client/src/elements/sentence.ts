import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Sentence } from "../api/types";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import "./icon";

const t = strings.note;

/**
 * One sentence of the note, edited in place. Its evidence shows on hover, focus and tap.
 * Fires `point` (evidence ids, or none), `edit` ({text}) and `remove`.
 */
@customElement("attune-sentence")
export class AttuneSentence extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
        position: relative;
        border-radius: 8px;
        padding: 0.3rem 2.4rem 0.3rem 0.9rem;
        margin-inline: calc(-0.9rem - 3px) -0.9rem;
        border-left: 3px solid transparent;
        transition: background-color 0.12s;
      }
      :host(:hover),
      :host(:focus-within) {
        background: var(--attune-accent-soft);
        border-left-color: var(--attune-accent);
        border-radius: 3px 8px 8px 3px;
      }
      :host([flagged]) {
        border-left-color: var(--attune-warn);
        border-radius: 3px 8px 8px 3px;
      }
      .words {
        display: block;
        font: 400 1.09rem/1.62 var(--attune-font-reading);
        color: var(--attune-ink);
        outline: none;
        overflow-wrap: anywhere;
        cursor: text;
      }
      :host([locked]) .words {
        cursor: default;
      }
      :host([locked]) {
        padding-right: 0.9rem;
      }
      .words:focus-visible {
        box-shadow: 0 2px 0 var(--attune-accent);
      }
      .flags {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        margin: 0.3rem 0 0.2rem;
      }
      .flags attune-icon {
        width: 0.9rem;
        height: 0.9rem;
      }
      .remove {
        position: absolute;
        top: 0.2rem;
        right: 0.2rem;
        width: 2rem;
        height: 2rem;
        opacity: 0;
      }
      :host(:hover) .remove,
      :host(:focus-within) .remove {
        opacity: 1;
      }
      .quotes {
        margin: 0.4rem 0 0.35rem;
        display: grid;
        gap: 0.3rem;
        font-size: 0.9rem;
        color: var(--attune-ink-2);
      }
      .own {
        color: var(--attune-ink-3);
        font-size: 0.84rem;
      }
    `,
  ];

  @property({ attribute: false }) sentence: Sentence = { text: "", evidence: [], flags: [] };
  /** Evidence in words, shown beneath while pointed at (where there is no room beside the note). */
  @property({ attribute: false }) quotes: readonly { speaker: string; text: string }[] = [];
  @property({ type: Boolean, reflect: true }) locked = false;
  @query(".words") private words!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    const point = (): void => this.fire("point", { evidence: this.sentence.evidence });
    const away = (): void => this.fire("point", { evidence: [] });
    this.addEventListener("pointerenter", point);
    this.addEventListener("focusin", point);
    this.addEventListener("click", point);
    this.addEventListener("pointerleave", away);
  }

  override updated(): void {
    this.toggleAttribute("flagged", this.sentence.flags.length > 0);
    // The words being typed are never overwritten by an older answer of the server.
    if (this.shadowRoot?.activeElement !== this.words && this.words.textContent !== this.sentence.text) {
      this.words.textContent = this.sentence.text;
    }
  }

  override render(): TemplateResult {
    const { flags } = this.sentence;
    return html`<span
        class="words"
        role=${this.locked ? nothing : "textbox"}
        aria-label=${this.locked ? nothing : t.edit}
        aria-multiline=${this.locked ? nothing : "true"}
        tabindex="0"
        contenteditable=${this.locked ? "false" : "plaintext-only"}
        spellcheck="true"
        data-testid="sentence-text"
        @blur=${this.commit}
        @input=${this.typed}
        @keydown=${this.key}
      ></span>
      ${flags.length > 0
        ? html`<span class="flags">
            ${flags.map(
              (flag) => html`<span class="chip warn" data-testid="flag" data-flag=${flag}><attune-icon name="Flag"></attune-icon>${term(strings.flagLabels, flag)}</span>`,
            )}
          </span>`
        : nothing}
      ${this.quotes.length > 0
        ? html`<span class="quotes">${this.quotes.map((quote) => html`<span><b>${quote.speaker}:</b> ${quote.text}</span>`)}</span>`
        : nothing}
      ${this.sentence.evidence.length === 0 && flags.length === 0 ? html`<span class="own">${t.noEvidence}</span>` : nothing}
      ${this.locked
        ? nothing
        : html`<button class="icon-button remove" type="button" aria-label=${t.remove} title=${t.remove} data-testid="remove-sentence" @click=${() => this.fire("remove", {})}>
            <attune-icon name="Trash2"></attune-icon>
          </button>`}`;
  }

  private typed(): void {
    const text = this.words.textContent ?? "";
    if (text.trim()) this.fire("edit", { text });
  }

  private commit(): void {
    const text = (this.words.textContent ?? "").trim();
    if (!text) this.fire("remove", {});
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      this.words.blur();
    }
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
