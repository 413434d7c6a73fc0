import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Advice } from "../api/types";
import { adviceAt, adviceKey, leave, left, standing } from "../state/note-advice";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import "./icon";

const t = strings.editor.advice;

/** What the note may lack, quietly; each can be left for this note. Never in the way of signing. Fires `show` (where). */
@customElement("attune-note-advice")
export class AttuneNoteAdvice extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      section {
        display: grid;
        gap: 0.7rem;
        padding: 1.1rem 1.3rem;
        border: 1px solid var(--attune-line);
        border-radius: var(--attune-radius);
      }
      header {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        color: var(--attune-ink-2);
      }
      h2 {
        font-size: 1rem;
        color: var(--attune-ink);
      }
      ul {
        display: grid;
        gap: 0.15rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.2rem 0.8rem;
        align-items: center;
        padding-block: 0.25rem;
      }
      li + li {
        border-top: 1px solid var(--attune-line);
      }
      .does {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
      }
      @media (max-width: 520px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .does {
          justify-content: flex-start;
          margin-left: -0.7rem;
        }
      }
      .again {
        justify-self: start;
        margin-left: -0.7rem;
      }
    `,
  ];

  @property() noteId = "";
  @property({ attribute: false }) advice: readonly Advice[] = [];
  /** Whether when the session was held can be said anew. */
  @property({ type: Boolean }) timed = false;
  /** Keys of what is left at this note. */
  @state() private leftCodes: readonly string[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("noteId")) this.leftCodes = left(globalThis.localStorage, this.noteId);
  }

  override render(): TemplateResult | typeof nothing {
    const shown = standing(this.advice, this.leftCodes);
    const hidden = this.advice.length - shown.length;
    if (this.advice.length === 0) return nothing;
    return html`<section data-testid="advice" data-count=${shown.length} aria-labelledby="advice">
      ${shown.length === 0 ? html`<h2 id="advice" class="visually-hidden">${t.title(0)}</h2>` : this.list(shown)}
      ${hidden > 0
        ? html`<button class="button quiet compact again" type="button" data-testid="advice-again" @click=${() => this.keep([])}>${t.again(hidden)}</button>`
        : nothing}
    </section>`;
  }

  private list(shown: readonly Advice[]): TemplateResult {
    return html`<header><attune-icon name="Lightbulb"></attune-icon><h2 id="advice">${t.title(shown.length)}</h2></header>
      <p class="small muted">${t.text}</p>
      <ul>
        ${shown.map((one) => this.item(one))}
      </ul>`;
  }

  private item(one: Advice): TemplateResult {
    const { code, rule, section } = one;
    const said = term(t.codes, code);
    const named = section ? `${section}: ${said}` : said;
    const at = adviceAt(one, this.timed);
    return html`<li data-testid="advice-item" data-code=${code}>
      <span>
        <span>${section ? html`<strong>${section}:</strong> ` : nothing}${said}</span><br />
        <span class="small faint">${t.rule(term(t.rules, rule))}</span>
      </span>
      <span class="does">
        ${at
          ? html`<button class="button quiet compact" type="button" data-testid="advice-show" aria-label=${t.showNamed(named)} @click=${() => this.dispatchEvent(new CustomEvent("show", { detail: at }))}>${t.show}</button>`
          : nothing}
        <button class="button quiet compact" type="button" data-testid="advice-leave" aria-label=${t.dismissNamed(named)} @click=${() => this.keep([...this.leftCodes, adviceKey(one)])}>${t.dismiss}</button>
      </span>
    </li>`;
  }

  private keep(codes: readonly string[]): void {
    this.leftCodes = codes;
    leave(globalThis.localStorage, this.noteId, codes);
  }
}
