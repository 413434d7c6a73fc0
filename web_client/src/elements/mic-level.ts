import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LevelMeter } from "../call/level";
import { shared } from "../styles/shared";
import { words } from "../strings/ways";

const BARS = 40;

/** How loud the microphone is, drawn; it is measured here and kept nowhere. */
@customElement("attune-mic-level")
export class AttuneMicLevel extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .bars {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.15rem;
        height: 2.4rem;
      }
      i {
        flex: 0 1 0.32rem;
        height: 100%;
        border-radius: 999px;
        background: var(--attune-line);
        transform: scaleY(var(--height, 0.16));
        transition: transform 0.09s;
      }
      i.on {
        background: var(--attune-accent);
      }
    `,
  ];

  @property({ attribute: false }) track: MediaStreamTrack | null = null;
  private meter: LevelMeter | null = null;
  private levels: number[] = Array<number>(BARS).fill(0);
  private frame: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.frame = setInterval(() => this.measure(), 90);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.frame);
    this.meter?.close();
    this.meter = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("track")) return;
    if (this.track) this.meter ??= new LevelMeter();
    this.meter?.listen(this.track);
  }

  override render(): TemplateResult {
    return html`<div class="bars" role="meter" aria-label=${words.room.level} aria-valuemin="0" aria-valuemax="100" data-testid="mic-level">
      ${this.levels.map(() => html`<i></i>`)}
    </div>`;
  }

  private measure(): void {
    const level = this.meter && this.track?.enabled ? this.meter.read() : 0;
    this.levels = [...this.levels.slice(1), level];
    const bars = this.renderRoot.querySelectorAll("i");
    bars.forEach((bar, place) => {
      const height = this.levels[place] ?? 0;
      bar.style.setProperty("--height", String(Math.max(0.16, height).toFixed(2)));
      bar.classList.toggle("on", height > 0.12);
    });
    this.renderRoot.querySelector("[role=meter]")?.setAttribute("aria-valuenow", String(Math.round(level * 100)));
  }
}
