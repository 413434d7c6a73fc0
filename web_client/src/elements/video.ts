import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import type { Quality } from "../call/quality";
import "./icon";

/** One person's picture with their name. Without a picture: a calm monogram. */
@customElement("attune-video")
export class AttuneVideo extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        border-radius: 16px;
        background: var(--attune-stage-2);
        color: var(--attune-stage-ink);
        min-width: 0;
        min-height: 0;
      }
      video {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
      }
      :host([fit="contain"]) video {
        object-fit: contain;
      }
      :host([mirror]) video {
        transform: scaleX(-1);
      }
      video[data-off] {
        opacity: 0;
      }
      .cover {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.9rem;
        text-align: center;
        padding: 1rem;
        color: var(--attune-stage-ink-2);
        font-size: 0.95rem;
      }
      /* Over the last picture of a path that broke: dimmed, so that the words can be read. */
      .cover.over {
        background: rgb(9 13 12 / 68%);
        color: var(--attune-stage-ink);
      }
      .monogram {
        display: grid;
        place-items: center;
        width: clamp(3rem, 18cqmin, 7rem);
        aspect-ratio: 1;
        border-radius: 50%;
        background: var(--attune-stage-3);
        color: var(--attune-stage-ink);
        font-weight: 560;
        font-size: clamp(1.15rem, 7cqmin, 2.5rem);
        letter-spacing: 0.01em;
      }
      :host {
        container-type: size;
      }
      .name {
        position: absolute;
        left: 0.75rem;
        bottom: 0.75rem;
        max-width: calc(100% - 1.5rem);
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        padding: 0.25rem 0.7rem;
        border-radius: 999px;
        background: rgb(9 13 12 / 72%);
        color: var(--attune-stage-ink);
        font-size: 0.875rem;
        font-weight: 560;
        line-height: 1.45;
      }
      .name span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .sound {
        position: absolute;
        inset: auto 0 4rem;
        margin-inline: auto;
        width: max-content;
        min-height: 2.75rem;
        padding: 0 1.2rem;
        border: 0;
        border-radius: 999px;
        font: 600 0.95rem var(--attune-font);
        cursor: pointer;
      }
      @container (max-height: 150px) {
        .name {
          left: 0.4rem;
          bottom: 0.4rem;
          max-width: calc(100% - 0.8rem);
          font-size: 0.75rem;
          padding: 0.1rem 0.5rem;
        }
        .cover span:not(.monogram) {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) stream: MediaStream | null = null;
  @property() name = "";
  @property() note = "";
  /** Text over the picture while it is not (yet) moving. */
  @property() hint = "";
  @property({ type: Boolean }) own = false;
  @property({ type: Boolean }) camera = true;
  @property({ type: Boolean }) microphone = true;
  @property() quality: Quality | "" = "";
  @property() testid = "remote-video";
  @state() private silent = false;
  @query("video") private video!: HTMLVideoElement;

  override updated(): void {
    if (this.video.srcObject === this.stream) return;
    this.video.srcObject = this.stream;
    if (this.stream) void this.play();
  }

  override render(): TemplateResult {
    const covered = !this.camera || !this.stream;
    return html`<video
        data-testid=${this.testid}
        aria-label=${this.name}
        autoplay
        playsinline
        disablepictureinpicture
        .muted=${this.own}
        ?data-off=${covered}
      ></video>
      ${covered || this.hint ? this.cover() : nothing}
      ${this.silent
        ? html`<button class="sound" type="button" @click=${this.play}>
            <attune-icon name="Volume2"></attune-icon> ${strings.call.sound}
          </button>`
        : nothing}
      ${this.name ? this.label() : nothing}`;
  }

  private cover(): TemplateResult {
    return html`<div class="cover ${this.camera && this.stream ? "over" : ""}">
      <span class="monogram" aria-hidden="true">${initials(this.name) || html`<attune-icon name="VideoOff"></attune-icon>`}</span>
      ${this.hint ? html`<span>${this.hint}</span>` : nothing}
    </div>`;
  }

  private label(): TemplateResult {
    const quality = this.quality && this.quality !== "good" ? this.quality : "";
    return html`<div class="name">
      ${this.microphone ? nothing : html`<attune-icon name="MicOff" title=${strings.call.muted}></attune-icon>`}
      ${quality
        ? html`<attune-icon name=${quality === "poor" ? "SignalLow" : "SignalMedium"} title=${strings.call.quality[quality]}></attune-icon>`
        : nothing}
      <span>${this.name}</span>
      ${this.note ? html`<span class="faint-note">· ${this.note}</span>` : nothing}
    </div>`;
  }

  /** Browsers may refuse sound before a gesture; then a button asks for one. */
  private async play(): Promise<void> {
    try {
      await this.video.play();
      this.silent = false;
    } catch (error) {
      this.silent = (error as DOMException).name === "NotAllowedError" && !this.own;
    }
  }
}

/** `Dr. Maya Rivera` -> `MR`: titles are not names. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word && !/^(dr|mr|mrs|ms|prof)\.?$/i.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toLocaleUpperCase();
}
