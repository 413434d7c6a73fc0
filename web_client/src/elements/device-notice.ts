import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Devices } from "../call/devices";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import { Hears } from "./controllers";
import "./icon";

const t = strings.call.lost;

/** Says during a call that a microphone or camera is gone, and what is used instead. Fires `devices`. */
@customElement("attune-device-notice")
export class AttuneDeviceNotice extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: absolute;
        z-index: 3;
        bottom: 5.4rem;
        inset-inline: 1rem;
        pointer-events: none;
      }
      div {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 0.7rem;
        width: fit-content;
        max-width: 100%;
        margin-inline: auto;
        padding: 0.5rem 0.6rem 0.5rem 1.1rem;
        border-radius: 16px;
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
        font-weight: 560;
      }
      button {
        flex: none;
        min-height: 2.5rem;
        padding: 0 0.9rem;
        border: 1px solid currentcolor;
        border-radius: 999px;
        background: transparent;
        color: inherit;
        font: 600 0.9rem var(--attune-font);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) devices!: Devices;
  private readonly hears = new Hears(this, ["change"]);

  override willUpdate(): void {
    this.hears.to(this.devices);
  }

  override render(): TemplateResult | typeof nothing {
    const { loss } = this.devices;
    if (!loss) return nothing;
    const text = loss.instead === null ? t[loss.which] : t.instead(loss.device || t.some[loss.which], loss.instead);
    return html`<div role="alert" data-testid="device-lost" data-device=${loss.which}>
      <attune-icon name="TriangleAlert"></attune-icon><span>${text}</span>
      ${loss.instead === null
        ? html`<button type="button" data-testid="device-lost-choose" @click=${this.choose}>${strings.call.devices}</button>`
        : html`<button type="button" data-testid="device-lost-ok" @click=${() => this.devices.dismissLoss()}>${t.understood}</button>`}
    </div>`;
  }

  private choose(): void {
    this.dispatchEvent(new CustomEvent("devices"));
  }
}
