import { LitElement, css, html, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { strings } from "../strings";

/** The product's mark and name. */
@customElement("attune-brand")
export class AttuneBrand extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.6rem;
      font: 640 1.1rem/1 var(--attune-font);
      letter-spacing: -0.015em;
      color: var(--attune-ink);
    }
    svg {
      width: 1.85rem;
      height: 1.85rem;
    }
    rect {
      fill: var(--attune-accent);
    }
    path {
      stroke: var(--attune-on-accent);
    }
  `;

  override render(): TemplateResult {
    return html`<svg viewBox="0 0 32 32" aria-hidden="true">
        ${svg`<rect width="32" height="32" rx="9.5"></rect>
        <path d="M7.5 16c2.2-6.6 4.6-6.6 6.6 0s4.4 6.6 6.6 0c1.1-3.3 2.3-4.9 3.8-4.9" fill="none" stroke-width="2.6" stroke-linecap="round"></path>`}
      </svg>
      <span>${strings.product}</span>`;
  }
}
