import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { LocalMedia } from "../state/call";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { IconName } from "./icon";
import "./icon";

const t = strings.call;
const canShare = typeof navigator !== "undefined" && "getDisplayMedia" in (navigator.mediaDevices ?? {});

/** The bar under the video. Fires `microphone`, `camera`, `screen`, `devices`, `panel` and `hang-up`. */
@customElement("attune-controls")
export class AttuneControls extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
      }
      [role="toolbar"] {
        display: flex;
        justify-content: center;
        flex-wrap: wrap;
        gap: clamp(0.35rem, 1.4vw, 0.75rem);
      }
      .control {
        position: relative;
        display: inline-grid;
        place-items: center;
        width: var(--control-size, 3.1rem);
        height: var(--control-size, 3.1rem);
        border: 0;
        border-radius: 50%;
        background: var(--attune-stage-3);
        color: var(--attune-stage-ink);
        cursor: pointer;
        transition: background-color 0.15s;
      }
      .control:hover {
        background: color-mix(in srgb, var(--attune-stage-3) 82%, white);
      }
      .control:focus-visible {
        outline-color: #8ad8c1;
        outline-offset: 3px;
      }
      .control.off {
        background: #f2f5f3;
        color: #17221e;
      }
      .control.hang-up {
        width: 4.4rem;
        border-radius: 999px;
        background: #b3261e;
        color: #fff;
      }
      .control.hang-up:hover {
        background: #c9362d;
      }
      .badge {
        position: absolute;
        top: 0.1rem;
        right: 0.1rem;
        min-width: 1.2rem;
        padding: 0 0.3rem;
        border-radius: 999px;
        background: #8ad8c1;
        color: #06251c;
        font: 700 0.72rem/1.2rem var(--attune-font);
        text-align: center;
      }
      attune-icon {
        width: 1.35rem;
        height: 1.35rem;
      }
    `,
  ];

  @property({ attribute: false }) media: LocalMedia = { microphone: true, camera: true, screen: false };
  @property({ type: Boolean }) panel = false;
  @property({ type: Boolean }) host = false;
  @property({ type: Number }) unread = 0;

  override render(): TemplateResult {
    const { microphone, camera, screen } = this.media;
    return html`<div role="toolbar" aria-label=${t.label}>
      ${this.control("microphone", microphone ? t.mute : t.unmute, microphone ? "Mic" : "MicOff", !microphone)}
      ${this.control("camera", camera ? t.cameraOff : t.cameraOn, camera ? "Video" : "VideoOff", !camera)}
      ${canShare ? this.control("screen", screen ? t.unshare : t.share, screen ? "MonitorX" : "MonitorUp", screen) : nothing}
      ${this.control("devices", t.devices, "Settings2", false)}
      ${this.control("panel", this.host ? t.panel : t.chat, "MessageSquare", this.panel)}
      <button
        class="control hang-up"
        type="button"
        data-testid="hang-up"
        aria-label=${this.host ? t.hangUp : t.leave}
        title=${this.host ? t.hangUp : t.leave}
        @click=${() => this.fire("hang-up")}
      >
        <attune-icon name="PhoneOff"></attune-icon>
      </button>
    </div>`;
  }

  private control(event: string, label: string, icon: IconName, off: boolean): TemplateResult {
    return html`<button
      class="control ${off ? "off" : ""}"
      type="button"
      data-testid="toggle-${event}"
      aria-label=${label}
      title=${label}
      @click=${() => this.fire(event)}
    >
      <attune-icon .name=${icon}></attune-icon>
      ${event === "panel" && this.unread > 0 ? html`<span class="badge" aria-hidden="true">${this.unread}</span>` : nothing}
    </button>`;
  }

  private fire(type: string): void {
    this.dispatchEvent(new CustomEvent(type));
  }
}
