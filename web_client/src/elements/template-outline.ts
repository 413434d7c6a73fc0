import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TemplateSection } from "../api/templates";
import { shared } from "../styles/shared";
import { words } from "../strings/templates";

const t = words.outline;

/** How a note in a format is laid out: headings, what is drafted under each, and the texts that always stand there. */
@customElement("attune-template-outline")
export class AttuneTemplateOutline extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.35rem;
        padding: 1.2rem 1.3rem 1.4rem;
      }
      ol {
        display: grid;
        gap: 1rem;
        margin-top: 0.8rem;
      }
      li {
        display: grid;
        gap: 0.2rem;
        overflow-wrap: anywhere;
      }
      .fixed {
        padding-left: 0.7rem;
        border-left: 3px solid var(--attune-line-strong);
        font: 400 0.95rem/1.5 var(--attune-font-reading);
        white-space: pre-wrap;
      }
    `,
  ];

  @property() name = "";
  @property({ attribute: false }) sections: readonly TemplateSection[] = [];

  override render(): TemplateResult {
    return html`<section class="card" aria-label=${t.title} data-testid="template-outline">
      <h2>${t.title}</h2>
      <p class="small muted">${t.text}</p>
      <ol>
        ${this.sections.map((section) => this.row(section))}
      </ol>
    </section>`;
  }

  private row(section: TemplateSection): TemplateResult {
    const { title, text, instruction, each_client: each } = section;
    const contents = section.contents.map((content) => words.contents[content] ?? content);
    const drafted = contents.length > 0 || instruction.trim() !== "";
    return html`<li>
      <h3>${title}${each ? html` <span class="small faint">${t.each}</span>` : nothing}</h3>
      ${text.trim() ? html`<p class="fixed">${text}</p>` : nothing}
      ${drafted ? html`<p class="small muted">${t.drafted(contents.join(", ").toLocaleLowerCase(words.locale) || t.byWish)}</p>` : nothing}
      ${instruction.trim() ? html`<p class="small faint">${t.wish(instruction.trim())}</p>` : nothing}
    </li>`;
  }
}
