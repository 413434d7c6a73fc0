import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Content, TemplateSection } from "../api/templates";
import { MOST, type DraftSection } from "../state/template-draft";
import { buttons, fields, shared } from "../styles/shared";
import { words } from "../strings/templates";
import "./icon";

const t = words.editor;
const CONTENTS = Object.keys(words.contents) as Content[];
/** Contents that any note may have; the rest are matters of an intake or of EMDR. */
const COMMON = CONTENTS.indexOf("goals") + 1;

/** One section of a note format. Fires `change` (what of it), `toggle` (a content), `move` (-1 or 1) and `remove`. */
@customElement("attune-template-section")
export class AttuneTemplateSection extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      fieldset {
        display: grid;
        gap: 1rem;
        min-width: 0;
        margin: 0;
        padding: 1.1rem 1.3rem 1.4rem;
      }
      .top {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
      }
      .top .number {
        font-size: 0.875rem;
        font-weight: 600;
        color: var(--attune-ink-3);
      }
      .contents {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
      .contents button {
        min-height: 2rem;
        padding: 0.2rem 0.75rem;
        border: 1px solid var(--attune-line-strong);
        border-radius: 999px;
        background: transparent;
        color: var(--attune-ink-2);
        font-size: 0.875rem;
        cursor: pointer;
      }
      .contents button:hover {
        background: var(--attune-sunken);
      }
      .contents button[aria-pressed="true"] {
        border-color: var(--attune-accent);
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
        font-weight: 560;
      }
      .contents .all {
        border-style: dashed;
      }
      textarea {
        min-height: 2.75rem;
        field-sizing: content;
        resize: vertical;
      }
      .note {
        display: flex;
        gap: 0.5rem;
        color: var(--attune-warn);
      }
      .each {
        display: flex;
        gap: 0.6rem;
        font-size: 0.925rem;
      }
    `,
  ];

  @property({ attribute: false }) section!: DraftSection;
  @property({ type: Number }) number = 1;
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  /** Its instruction as kept is not followed whole, or not at all. */
  @property() advice: "unfollowed" | "setAside" | "" = "";
  @state() private all = false;
  @query("[name=title]") private heading!: HTMLInputElement;

  /** Puts the cursor into the heading. */
  override focus(): void {
    this.heading.focus();
  }

  override render(): TemplateResult {
    const { section, number } = this;
    return html`<fieldset class="card" aria-label=${t.section(number)} data-testid="template-section">
      ${this.top()}
      <label class="field">
        <span>${t.title}</span>
        <input name="title" maxlength=${MOST.title} .value=${live(section.title)} data-testid="section-title" @input=${this.typed} @keydown=${this.key} />
      </label>
      ${this.contents()}
      <label class="field">
        <span>${t.instruction}</span>
        <textarea name="instruction" maxlength=${MOST.instruction} .value=${live(section.instruction)} data-testid="section-instruction" @input=${this.typed}></textarea>
        ${this.hint(t.instructionHint)}
      </label>
      ${this.advice ? html`<p class="note small" data-testid="section-advice"><attune-icon name="TriangleAlert"></attune-icon>${t[this.advice]}</p>` : nothing}
      <label class="field">
        <span>${t.text}</span>
        <textarea name="text" maxlength=${MOST.text} .value=${live(section.text)} data-testid="section-text" @input=${this.typed}></textarea>
        ${this.hint(t.textHint)}
      </label>
      <label class="each">
        <input type="checkbox" .checked=${live(section.each_client)} data-testid="section-each" @change=${this.each} />${t.eachClient}
      </label>
    </fieldset>`;
  }

  private top(): TemplateResult {
    const { title } = this.section;
    return html`<div class="top">
      <span class="number">${t.section(this.number)}</span>
      <span>
        <button class="icon-button" type="button" title=${t.up} aria-label=${t.upLabel(title)} data-testid="section-up" ?disabled=${this.first} @click=${() => this.fire("move", -1)}>
          <attune-icon name="ArrowUp"></attune-icon>
        </button>
        <button class="icon-button" type="button" title=${t.down} aria-label=${t.downLabel(title)} data-testid="section-down" ?disabled=${this.last} @click=${() => this.fire("move", 1)}>
          <attune-icon name="ArrowDown"></attune-icon>
        </button>
        <button class="icon-button" type="button" title=${t.remove} aria-label=${t.removeLabel(title)} data-testid="section-remove" @click=${() => this.fire("remove", null)}>
          <attune-icon name="Trash2"></attune-icon>
        </button>
      </span>
    </div>`;
  }

  private contents(): TemplateResult {
    const chosen = new Set(this.section.contents);
    // Folded, a section shows what it holds alone; one that holds nothing yet shows what is chosen most.
    const folded = chosen.size > 0 ? CONTENTS.filter((content) => chosen.has(content)) : CONTENTS.slice(0, COMMON);
    const shown = this.all ? CONTENTS : folded;
    return html`<div class="field">
      <span id="holds">${t.contents}</span>
      <div class="contents" role="group" aria-labelledby="holds">
        ${shown.map(
          (content) =>
            html`<button type="button" aria-pressed=${chosen.has(content) ? "true" : "false"} data-testid="content-${content}" @click=${() => this.fire("toggle", content)}>
              ${words.contents[content]}
            </button>`,
        )}
        <button class="all" type="button" aria-expanded=${this.all ? "true" : "false"} data-testid="contents-more" @click=${() => (this.all = !this.all)}>
          ${this.all ? t.less : t.more}
        </button>
      </div>
      ${this.hint(t.contentsHint)}
    </div>`;
  }

  /** Said once, in the first section: the others have the same fields. */
  private hint(text: string): TemplateResult | typeof nothing {
    return this.first ? html`<small>${text}</small>` : nothing;
  }

  private typed(event: Event): void {
    const { name, value } = event.currentTarget as HTMLInputElement;
    this.fire("change", { [name]: value } as Partial<TemplateSection>);
  }

  private each(event: Event): void {
    this.fire("change", { each_client: (event.currentTarget as HTMLInputElement).checked });
  }

  /** Alt and an arrow move the section, as they do a line in an editor. */
  private key(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    this.fire("move", event.key === "ArrowUp" ? -1 : 1);
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
