import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Devices, DeviceTrouble } from "../call/devices";
import { LevelMeter } from "../call/level";
import { shared, buttons, fields } from "../styles/shared";
import { strings } from "../strings";
import { Hears } from "./controllers";
import "./icon";
import "./video";

const t = strings.devices;
const HEARD = 0.35;

/** Camera preview, level meter and device choice, with help in words when something is missing. */
@customElement("attune-device-check")
export class AttuneDeviceCheck extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 1.1rem;
      }
      .preview {
        position: relative;
        aspect-ratio: 16 / 10;
      }
      attune-video {
        width: 100%;
        height: 100%;
      }
      .preview .toggle {
        position: absolute;
        right: 0.75rem;
        bottom: 0.75rem;
        border-color: transparent;
        background: rgb(9 13 12 / 72%);
        color: #eef3f0;
      }
      .toggle:hover {
        background: rgb(9 13 12 / 90%);
      }
      .meter {
        height: 0.55rem;
        border-radius: 999px;
        background: var(--attune-sunken);
        border: 1px solid var(--attune-line);
        overflow: hidden;
      }
      .meter i {
        display: block;
        height: 100%;
        width: 100%;
        border-radius: inherit;
        background: var(--attune-accent);
        transform-origin: left;
        transition: transform 80ms linear;
      }
      .pickers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: 1rem;
      }
      .trouble {
        display: flex;
        gap: 0.75rem;
        padding: 0.9rem 1rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-warn-soft);
        color: var(--attune-ink);
        font-size: 0.925rem;
      }
      .trouble attune-icon {
        color: var(--attune-warn);
        margin-top: 0.1rem;
      }
      .again {
        margin-top: 0.6rem;
        background: transparent;
      }
      .heard {
        margin-top: 0.45rem;
        min-height: 1lh;
      }
    `,
  ];

  @property({ attribute: false }) devices!: Devices;
  /** Inside a call the devices are open already. */
  @property({ type: Boolean }) running = false;
  @state() private asking = true;
  @state() private heard = false;
  private readonly hears = new Hears(this, ["change"]);
  private meter: LevelMeter | null = null;
  private listened: MediaStreamTrack | null = null;
  private stream: MediaStream | null = null;
  private frame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.running) this.asking = false;
    else void this.open();
    this.frame = requestAnimationFrame(() => this.measure());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.meter?.close();
    this.meter = null;
    this.listened = null;
  }

  override willUpdate(): void {
    this.hears.to(this.devices);
    const { video, audio } = this.devices;
    if (this.stream?.getVideoTracks()[0] !== (video ?? undefined)) this.stream = video ? new MediaStream([video]) : null;
    if (audio !== this.listened) {
      this.listened = audio;
      this.meter ??= new LevelMeter();
      this.meter.listen(audio);
    }
  }

  override render(): TemplateResult {
    const on = this.devices.video !== null;
    return html`<div class="preview">
        <attune-video own mirror testid="preview-video" .stream=${this.stream} .camera=${on} .hint=${this.hint(on)}></attune-video>
        ${this.asking || this.devices.trouble.camera
          ? nothing
          : html`<button class="button compact toggle" type="button" data-testid="preview-camera" @click=${() => this.devices.setCamera(!on)}>
              <attune-icon name=${on ? "VideoOff" : "Video"}></attune-icon>${on ? t.turnOff : t.turnOn}
            </button>`}
      </div>
      ${this.troubles()}
      <div class="stack">
        <div>
          <div class="meter" role="meter" aria-label=${t.level} aria-valuemin="0" aria-valuemax="100" data-testid="level-meter">
            <i></i>
          </div>
          <p class="small muted heard" role="status">
            ${this.asking || !this.devices.audio ? "" : this.heard ? t.heard : t.speak}
          </p>
        </div>
        <div class="pickers">
          ${this.picker("microphone", t.microphone, this.devices.lists.microphones, (id) => this.devices.chooseMicrophone(id))}
          ${this.picker("camera", t.camera, this.devices.lists.cameras, (id) => this.devices.chooseCamera(id))}
        </div>
      </div>`;
  }

  private hint(on: boolean): string {
    if (this.asking) return t.asking;
    return on ? "" : t.off;
  }

  /** The same trouble with both is told once. */
  private troubles(): TemplateResult | typeof nothing {
    if (this.asking) return nothing;
    const { microphone, camera } = this.devices.trouble;
    if (microphone && microphone === camera) return this.trouble("both", microphone);
    return html`${microphone ? this.trouble("microphone", microphone) : nothing} ${camera ? this.trouble("camera", camera) : nothing}`;
  }

  private trouble(which: "microphone" | "camera" | "both", kind: DeviceTrouble): TemplateResult {
    return html`<div class="trouble" role="alert" data-testid="device-trouble" data-device=${which} data-kind=${kind}>
      <attune-icon name="TriangleAlert"></attune-icon>
      <div>
        <strong>${t.troubleTitle[which]}.</strong> ${t.trouble[kind]}
        <p class="small muted">${t.without}</p>
        <button class="button compact again" type="button" data-testid="check-again" @click=${this.open}>${t.retry}</button>
      </div>
    </div>`;
  }

  /** While the browser still asks, an empty list keeps the room: a button below must not move under the finger. */
  private picker(
    which: "microphone" | "camera",
    label: string,
    list: MediaDeviceInfo[],
    choose: (id: string) => Promise<void>,
  ): TemplateResult | typeof nothing {
    if (list.length === 0 && !this.asking) return nothing;
    const track = which === "microphone" ? this.devices.audio : this.devices.video;
    const current = track?.getSettings().deviceId ?? this.devices.choice[which];
    return html`<label class="field">
      <span>${label}</span>
      <select data-testid="choose-${which}" ?disabled=${list.length === 0} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${list.map(
          (device, index) =>
            html`<option value=${device.deviceId} ?selected=${device.deviceId === current}>
              ${device.label || t.unnamed(label, index + 1)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private readonly open = async (): Promise<void> => {
    this.asking = true;
    await this.devices.open();
    this.asking = false;
  };

  private measure(): void {
    const level = this.meter && this.listened ? this.meter.read() : 0;
    const bar = this.renderRoot.querySelector<HTMLElement>(".meter i");
    if (bar) bar.style.transform = `scaleX(${level.toFixed(3)})`;
    bar?.parentElement?.setAttribute("aria-valuenow", String(Math.round(level * 100)));
    if (level > HEARD) this.heard = true;
    this.frame = requestAnimationFrame(() => this.measure());
  }
}
