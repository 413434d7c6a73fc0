import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Call } from "../call/call";
import { onStage } from "../state/call";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import type { ParticipantView } from "../wire.gen";
import { Follows, Hears } from "./controllers";
import "./video";

/** The others large, oneself small in the corner. */
@customElement("attune-stage")
export class AttuneStage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
        container-type: size;
        min-width: 0;
        min-height: 0;
        color: var(--attune-stage-ink);
      }
      .grid {
        position: absolute;
        inset: 0;
        display: grid;
        gap: 0.6rem;
        grid-template-columns: 1fr;
        grid-auto-rows: 1fr;
      }
      /* Columns by the shape of the room there is: tall, wide, or a strip. */
      .grid[data-count="4"],
      .grid[data-count="5"] {
        grid-template-columns: repeat(2, 1fr);
      }
      @container (min-aspect-ratio: 1 / 1) {
        .grid[data-count="2"],
        .grid[data-count="3"] {
          grid-template-columns: repeat(2, 1fr);
        }
        .grid[data-count="5"] {
          grid-template-columns: repeat(3, 1fr);
        }
      }
      @container (min-aspect-ratio: 2 / 1) {
        .grid[data-count="3"],
        .grid[data-count="4"],
        .grid[data-count="5"] {
          grid-template-columns: repeat(3, 1fr);
        }
      }
      .own {
        position: absolute;
        right: 0.9rem;
        bottom: 0.9rem;
        width: clamp(6.5rem, 22%, 14rem);
        aspect-ratio: 4 / 3;
        border-radius: 12px;
        box-shadow: 0 0 0 2px rgb(255 255 255 / 14%), 0 8px 28px rgb(0 0 0 / 40%);
      }
      @media (max-width: 700px) {
        .own {
          aspect-ratio: 3 / 4;
          width: var(--own-width, 6.2rem);
          bottom: 0.7rem;
          right: 0.7rem;
        }
      }
      .alone {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        padding: var(--alone-padding, 2rem 2rem 6rem);
        text-align: center;
        border-radius: 16px;
        background: var(--attune-stage-2);
        color: var(--attune-stage-ink-2);
      }
      .alone h2 {
        color: var(--attune-stage-ink);
        font-size: var(--alone-size, 1.35rem);
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;
  @property() aloneText = "";
  private readonly follows = new Follows(this);
  private readonly streams = new Hears(this, ["streams", "quality"]);
  private readonly devices = new Hears(this, ["change"]);
  private own: MediaStream | null = null;

  override willUpdate(): void {
    this.follows.of(this.call.store);
    this.streams.to(this.call);
    this.devices.to(this.call.devices);
    const track = this.call.devices.outgoingVideo;
    if (this.own?.getVideoTracks()[0] !== (track ?? undefined)) this.own = track ? new MediaStream([track]) : null;
  }

  override render(): TemplateResult {
    const { state } = this.call;
    const people = onStage(state);
    return html`${people.length === 0 ? this.alone() : nothing}
      <div class="grid" data-count=${people.length}>
        ${repeat(
          people,
          ({ id }) => id,
          (person) => this.tile(person),
        )}
      </div>
      <attune-video
        class="own"
        own
        ?mirror=${!state.media.screen}
        testid="own-video"
        .name=${strings.common.you}
        .stream=${this.own}
        .camera=${this.own !== null}
        .microphone=${state.media.microphone}
      ></attune-video>`;
  }

  private tile(person: ParticipantView): TemplateResult {
    const stream = this.call.streams.get(person.id) ?? null;
    return html`<attune-video
      data-participant=${person.id}
      fit=${person.screen ? "contain" : nothing}
      .name=${person.name}
      .note=${person.screen ? strings.call.sharing : ""}
      .stream=${stream}
      .camera=${(person.camera ?? true) || (person.screen ?? false)}
      .microphone=${person.microphone ?? true}
      .quality=${this.call.quality.get(person.id) ?? ""}
      .hint=${this.hint(person)}
    ></attune-video>`;
  }

  private hint(person: ParticipantView): string {
    const connection = this.call.connections.get(person.id);
    // Their line to the server may be lost while the call itself goes on: then they are seen as before.
    if (connection !== "connected") {
      if (person.presence === "away") return strings.call.peerAway(person.name);
      return connection === "disconnected" || connection === "failed" ? strings.call.peerReconnecting : strings.call.peerConnecting;
    }
    return person.camera === false && !person.screen ? strings.call.cameraIsOff : "";
  }

  private alone(): TemplateResult {
    return html`<div class="alone">
      <h2>${strings.call.alone}</h2>
      <p>${this.aloneText}</p>
    </div>`;
  }
}
