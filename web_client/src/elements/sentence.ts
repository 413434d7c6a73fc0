import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Sentence } from "../api/types";
import { buttons, fields, shared } from "../styles/shared";
import { reasonOf } from "../state/note";
import { isGuessed, isSure } from "../state/voices";
import { strings, term } from "../strings";
import { words } from "../strings/ways";
import type { Segment } from "../wire.gen";
import "./icon";

const t = strings.note;

/**
 * One sentence of the note, edited in place. Its evidence shows on hover, focus and tap.
 * Fires `point` (evidence ids, or none), `edit` ({text}), `move` ({by}) and `remove` ({keyed}: by keyboard).
 */
@customElement("attune-sentence")
export class AttuneSentence extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: block;
        position: relative;
        border-radius: 8px;
        padding: 0.3rem 6.4rem 0.3rem 0.9rem;
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
        gap: 0.55rem 0.35rem;
        margin: 0.4rem 0 0.3rem;
      }
      .flags li {
        display: grid;
        justify-items: start;
        gap: 0.15rem;
      }
      .flags .explained {
        flex: 1 1 100%;
      }
      .why {
        padding-left: 0.7rem;
        font-size: 0.875rem;
        line-height: 1.45;
        color: var(--attune-ink-2);
        overflow-wrap: anywhere;
      }
      .flags attune-icon {
        width: 0.9rem;
        height: 0.9rem;
      }
      .tools {
        position: absolute;
        top: 0.2rem;
        right: 0.2rem;
        display: flex;
        opacity: 0;
      }
      .tools .icon-button {
        width: 2rem;
        height: 2rem;
      }
      .tools .icon-button[aria-disabled="true"] {
        opacity: 0.35;
        cursor: default;
      }
      :host(:hover) .tools,
      :host(:focus-within) .tools {
        opacity: 1;
      }
      @media (max-width: 520px) {
        :host(:not([locked])) {
          padding-right: 0.9rem;
        }
        .tools {
          position: static;
          justify-content: flex-end;
          display: none;
        }
        :host(:focus-within) .tools {
          display: flex;
        }
      }
      .quotes {
        margin: 0.4rem 0 0.35rem;
        display: grid;
        gap: 0.3rem;
        font-size: 0.9rem;
        color: var(--attune-ink-2);
      }
      .quotes select {
        width: auto;
        max-width: 100%;
        min-height: 2.25rem;
        padding-block: 0.15rem;
        font-size: 0.875rem;
        font-weight: 600;
      }
      .own {
        color: var(--attune-ink-3);
        font-size: 0.84rem;
      }
    `,
  ];

  @property({ attribute: false }) sentence: Sentence = { text: "", evidence: [], flags: [] };
  /** Evidence in words, shown beneath while pointed at (where there is no room beside the note). */
  @property({ attribute: false }) quotes: readonly Segment[] = [];
  /** Who a quoted line may be given to, where people share a microphone; fires `attune-speaker` ({segment, participant}). */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  @property({ type: Boolean, reflect: true }) locked = false;
  /** Whether it can be moved that way. */
  @property({ type: Boolean }) up = false;
  @property({ type: Boolean }) down = false;
  @query(".words") private words!: HTMLElement;

  async focusWords(): Promise<void> {
    await this.updateComplete;
    this.words.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const point = (): void => this.fire("point", { evidence: this.sentence.evidence });
    const away = (): void => this.fire("point", { evidence: [] });
    this.addEventListener("pointerenter", point);
    this.addEventListener("focusin", point);
    this.addEventListener("click", point);
    this.addEventListener("pointerleave", away);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    this.toggleAttribute("flagged", this.sentence.flags.length > 0);
    const before = changed.get("sentence") as Sentence | undefined;
    const typed = (this.words.textContent ?? "").replace(/\s+/g, " ").trim();
    const focused = this.shadowRoot?.activeElement === this.words;
    // The words being typed are never overwritten by an older answer of the server; undo does change them.
    if (typed !== this.sentence.text && (!focused || (before !== undefined && before.text !== this.sentence.text))) {
      this.words.textContent = this.sentence.text;
      if (focused) globalThis.getSelection()?.selectAllChildren(this.words);
      if (focused) globalThis.getSelection()?.collapseToEnd();
    }
  }

  override render(): TemplateResult {
    const { flags } = this.sentence;
    return html`<span
        class="words"
        role=${this.locked ? nothing : "textbox"}
        aria-label=${this.locked ? nothing : t.edit}
        aria-multiline=${this.locked ? nothing : "false"}
        aria-keyshortcuts=${this.locked ? nothing : "Alt+ArrowUp Alt+ArrowDown"}
        aria-describedby=${flags.length > 0 && !this.locked ? "flags" : nothing}
        tabindex="0"
        contenteditable=${this.locked ? "false" : "plaintext-only"}
        spellcheck="true"
        data-testid="sentence-text"
        @blur=${this.commit}
        @input=${this.typed}
        @keydown=${this.key}
      ></span>
      ${flags.length > 0
        ? html`<ul class="flags" id="flags" role="list">${flags.map((flag) => this.flag(flag))}</ul>`
        : nothing}
      ${this.quotes.length > 0
        ? html`<span class="quotes">${this.quotes.map((quote) => html`<span>${this.speaker(quote)} ${quote.text}</span>`)}</span>`
        : nothing}
      ${this.sentence.evidence.length === 0 && flags.length === 0 ? html`<span class="own">${t.noEvidence}</span>` : nothing}
      ${this.locked ? nothing : this.tools()}`;
  }

  /** Who said it; where that is a guess, it says so, and the line can be given to somebody else. */
  private speaker(quote: Segment): TemplateResult {
    const unknown = quote.certainty === 0;
    const doubt = unknown || isSure(quote) ? "" : ` (${words.voices.guess})`;
    if (this.people.length === 0 || !isGuessed(quote)) return html`<b>${unknown ? words.voices.uncertain : quote.speaker}${doubt}:</b>`;
    return html`<select aria-label=${words.voices.line} data-testid="quote-said-by" @change=${(event: Event) => this.say(quote, (event.target as HTMLSelectElement).value)}>
        ${unknown ? html`<option value="" selected>${words.voices.uncertain}</option>` : nothing}
        ${this.people.map(({ id, name }) => html`<option value=${id} ?selected=${!unknown && id === quote.track}>${name}</option>`)}
      </select>
      ${doubt ? html`<b>${doubt}:</b>` : nothing}`;
  }

  private say({ id }: Segment, participant: string): void {
    if (participant) this.dispatchEvent(new CustomEvent("attune-speaker", { detail: { segment: id, participant }, bubbles: true, composed: true }));
  }

  private flag(flag: string): TemplateResult {
    const why = reasonOf(this.sentence, flag);
    return html`<li class=${why ? "explained" : nothing}>
      <span class="chip warn" data-testid="flag" data-flag=${flag}><attune-icon name="Flag"></attune-icon>${term(strings.flagLabels, flag)}</span>
      ${why ? html`<span class="why" data-testid="flag-reason">${why}</span>` : nothing}
    </li>`;
  }

  private tools(): TemplateResult {
    const e = strings.editor;
    return html`<span class="tools">
      ${this.mover(-1, "ArrowUp", e.moveUp, this.up)} ${this.mover(1, "ArrowDown", e.moveDown, this.down)}
      <button class="icon-button remove" type="button" aria-label=${t.remove} title=${t.remove} data-testid="remove-sentence" @click=${(event: MouseEvent) => this.fire("remove", { keyed: event.detail === 0 })}>
        <attune-icon name="Trash2"></attune-icon>
      </button>
    </span>`;
  }

  private mover(by: -1 | 1, icon: "ArrowUp" | "ArrowDown", label: string, can: boolean): TemplateResult {
    const title = `${label} (Alt+${by < 0 ? "↑" : "↓"})`;
    return html`<button class="icon-button" type="button" aria-label=${label} title=${title} aria-disabled=${can ? "false" : "true"} data-testid=${by < 0 ? "move-up" : "move-down"} @click=${() => can && this.fire("move", { by })}>
      <attune-icon name=${icon}></attune-icon>
    </button>`;
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
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const by = event.key === "ArrowUp" ? -1 : 1;
      if (by < 0 ? this.up : this.down) this.fire("move", { by });
      return;
    }
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      this.words.blur();
    }
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
