import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Advice } from "../api/types";
import { adviceAt, inShort } from "../state/note-advice";
import { shared } from "../styles/shared";
import { strings, term } from "../strings";
import "./icon";

const t = strings.editor.advice;

/** What the note that is being signed may lack, in a few words each. Stops nothing. Fires `show` (where it is). */
@customElement("attune-sign-advice")
export class AttuneSignAdvice extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.35rem 0.7rem;
        padding: 0.8rem 1rem;
        border: 1px solid var(--attune-line);
        border-radius: var(--attune-radius-s);
        color: var(--attune-ink);
      }
      attune-icon {
        margin-top: 0.1rem;
        color: var(--attune-ink-2);
      }
      section > div {
        display: grid;
        gap: 0.3rem;
        min-width: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.4rem;
      }
      li {
        min-width: 0;
      }
      li > span,
      button {
        display: inline-block;
        min-height: 1.75rem;
        padding: 0.15rem 0.65rem;
        border: 1px solid var(--attune-line);
        border-radius: 999px;
        background: none;
        color: inherit;
        font: inherit;
        font-size: 0.875rem;
        line-height: 1.5;
        text-align: start;
        overflow-wrap: anywhere;
      }
      button {
        border-color: var(--attune-line-strong);
        color: var(--attune-accent-ink);
        cursor: pointer;
      }
      button:hover {
        background: var(--attune-accent-soft);
      }
    `,
  ];

  @property({ attribute: false }) advice: readonly Advice[] = [];
  /** Whether when the session was held can be said anew. */
  @property({ type: Boolean }) timed = false;

  override render(): TemplateResult | typeof nothing {
    if (this.advice.length === 0) return nothing;
    return html`<section aria-labelledby="title" data-testid="sign-advice" data-count=${this.advice.length}>
      <attune-icon name="Lightbulb"></attune-icon>
      <div>
        <h3 id="title">${t.signing}</h3>
        <ul>
          ${inShort(this.advice).map((one) => this.item(one))}
        </ul>
        <p class="small muted">${t.signingText}</p>
      </div>
    </section>`;
  }

  private item({ code, sections, first }: { code: string; sections: readonly string[]; first: Advice }): TemplateResult {
    const said = term(t.short, code);
    const named = sections.length > 0 ? `${sections.join(", ")}: ${said}` : said;
    const at = adviceAt(first, this.timed);
    return html`<li data-testid="sign-advice-item" data-code=${code}>
      ${at
        ? html`<button type="button" aria-label=${t.showNamed(named)} title=${t.show} @click=${() => this.dispatchEvent(new CustomEvent("show", { detail: at }))}>${named}</button>`
        : html`<span>${named}</span>`}
    </li>`;
  }
}
