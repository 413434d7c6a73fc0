import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import { EMPTY_TRANSCRIPT, type Transcript } from "../state/transcript";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./masked";
import "./transcript";

/** The words beside a note: as they were said, with the evidence pointed at, or as an AI processor would see them. */
@customElement("attune-words")
export class AttuneWords extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      header {
        display: grid;
        gap: 0.6rem;
        padding: 0.95rem 1.1rem 0.75rem;
      }
      .segmented {
        justify-self: start;
      }
      attune-transcript,
      attune-masked {
        flex: 1;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  @property() heading = "";
  @property() hint = "";
  @property({ attribute: false }) transcript: Transcript = EMPTY_TRANSCRIPT;
  /** Segment ids to highlight: pointing at a sentence shows the words again. */
  @property({ attribute: false }) lit: readonly string[] = [];
  /** Who a line may be given to, where people share a microphone; `attune-speaker` passes through. */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  @state() private masked = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("lit") && this.lit.length > 0) this.masked = false;
  }

  override render(): TemplateResult {
    return html`<header>
        <h2>${this.masked ? strings.masked.title : this.heading}</h2>
        <div class="segmented">
          ${this.choice(false, strings.call.transcript, "words-said")} ${this.choice(true, strings.masked.title, "words-masked")}
        </div>
        ${!this.masked && this.hint ? html`<p class="small muted">${this.hint}</p>` : nothing}
      </header>
      ${this.masked
        ? html`<attune-masked .api=${this.api} .session=${this.session} .transcript=${this.transcript}></attune-masked>`
        : html`<attune-transcript .transcript=${this.transcript} .lit=${this.lit} .people=${this.people}></attune-transcript>`}`;
  }

  private choice(masked: boolean, label: string, testid: string): TemplateResult {
    return html`<button type="button" data-testid=${testid} aria-pressed=${this.masked === masked ? "true" : "false"} @click=${() => (this.masked = masked)}>${label}</button>`;
  }
}
