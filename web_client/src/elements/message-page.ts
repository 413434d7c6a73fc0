import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../styles/shared";
import type { IconName } from "./icon";
import "./brand";
import "./icon";

/** A whole page that says one thing; actions go into the slot. */
@customElement("attune-message")
export class AttuneMessage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: 100dvh;
        display: grid;
        grid-template-rows: auto 1fr auto;
        padding: 1.4rem clamp(1.25rem, 5vw, 3rem);
      }
      main {
        align-self: center;
        justify-self: center;
        max-width: 30rem;
        width: 100%;
        display: grid;
        justify-items: start;
        gap: 1.1rem;
        padding-block: 2rem 4rem;
      }
      .icon {
        display: grid;
        place-items: center;
        width: 3.4rem;
        height: 3.4rem;
        border-radius: 50%;
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      .icon attune-icon {
        width: 1.6rem;
        height: 1.6rem;
      }
      .text {
        font-size: 1.0625rem;
        color: var(--attune-ink-2);
      }
      ::slotted(*) {
        max-width: 100%;
      }
    `,
  ];

  @property() icon: IconName = "Info";
  @property() heading = "";
  @property() text = "";
  @property() testid = "message";

  override render(): TemplateResult {
    return html`<header><attune-brand></attune-brand></header>
      <main data-testid=${this.testid}>
        <span class="icon"><attune-icon .name=${this.icon}></attune-icon></span>
        <h1>${this.heading}</h1>
        ${this.text ? html`<p class="text">${this.text}</p>` : nothing}
        <slot></slot>
      </main>
      <footer><slot name="foot"></slot></footer>`;
  }
}
