import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { ConsentWording } from "../wire.gen";

/** The wording and two answers of equal weight. Fires `decide` ({decision}). */
@customElement("attune-consent")
export class AttuneConsent extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 1.5rem;
      }
      .wording {
        display: grid;
        gap: 0.85rem;
        color: var(--attune-ink-2);
      }
      .answers {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
      }
      /* One look for both: neither answer is the expected one. */
      .answers .button {
        min-height: 3.25rem;
        font-size: 1.0625rem;
        border-width: 1.5px;
        border-color: var(--attune-accent);
        color: var(--attune-accent-ink);
      }
      .answers .button:hover {
        background: var(--attune-accent-soft);
      }
    `,
  ];

  @property({ attribute: false }) wording: ConsentWording | null = null;
  @property({ type: Boolean }) headless = false;

  override render(): TemplateResult | typeof nothing {
    if (!this.wording) return nothing;
    return html`${this.headless ? nothing : html`<h1 tabindex="-1">${this.wording.title}</h1>`}
      <div class="wording">${this.wording.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      <div class="answers">
        <button class="button" type="button" data-testid="consent-decline" @click=${() => this.fire("decline")}>
          ${strings.consent.decline}
        </button>
        <button class="button" type="button" data-testid="consent-agree" @click=${() => this.fire("agree")}>
          ${strings.consent.agree}
        </button>
      </div>
      <p class="small muted">${strings.consent.equal}</p>`;
  }

  private fire(decision: "agree" | "decline"): void {
    this.dispatchEvent(new CustomEvent("decide", { detail: { decision } }));
  }
}
