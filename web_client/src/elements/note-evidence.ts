import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/client";
import { EMPTY_TRANSCRIPT, reduceTranscript, type Transcript } from "../state/transcript";
import { shared } from "../styles/shared";
import { strings } from "../strings";
import type { Segment } from "../wire.gen";
import "./words";

const t = strings.note;

/** The words beside a note, with those lit that the sentence pointed at rests on. */
@customElement("attune-note-evidence")
export class AttuneNoteEvidence extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        height: 100%;
        display: flex;
        flex-direction: column;
        min-height: 0;
        overflow: hidden;
      }
      attune-words {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property({ attribute: false }) lit: readonly string[] = [];
  /** Who a line may be given to, where people share a microphone; `attune-speaker` passes through. */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  /** There are sentences that rest on them. */
  @property({ type: Boolean }) evidence = false;
  private transcript: Transcript = EMPTY_TRANSCRIPT;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("segments")) return;
    this.transcript = reduceTranscript(EMPTY_TRANSCRIPT, { type: "loaded", segments: this.segments });
  }

  override render(): TemplateResult {
    return html`<div class="card">
      <attune-words .api=${this.api} .session=${this.session} .transcript=${this.transcript} .lit=${this.lit} .people=${this.people}
        .heading=${this.evidence ? t.evidence : strings.transcript.plain} .hint=${this.evidence ? t.evidenceHint : ""}
      ></attune-words>
    </div>`;
  }
}
