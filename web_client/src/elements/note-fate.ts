import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Api } from "../api/client";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./confirm";
import "./icon";
import "./receipt";

const t = strings.note;

/** What became of an unsigned note's transcript, with the receipt; or the way to have it destroyed. Fires `destroy`. */
@customElement("attune-note-fate")
export class AttuneNoteFate extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .told {
        display: flex;
        gap: 0.7rem;
        align-items: start;
        padding: 1.1rem 1.3rem;
        border-radius: var(--attune-radius);
        background: var(--attune-warn-soft);
        color: var(--attune-warn);
      }
      .told p {
        color: var(--attune-ink-2);
        margin-top: 0.2rem;
      }
      .told attune-icon {
        flex: none;
        margin-top: 0.15rem;
      }
      .offer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1.2rem;
        align-items: center;
        justify-content: space-between;
        padding-top: 1.2rem;
        border-top: 1px solid var(--attune-line);
      }
      .offer .button {
        color: var(--attune-danger);
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  @property({ type: Boolean }) gone = false;
  @property() why = "";
  /** `told` above the note; `foot` below it: the receipt, or the offer. */
  @property() place: "told" | "foot" = "told";
  @property({ type: Boolean }) busy = false;
  @state() private asking = false;

  override render(): TemplateResult | typeof nothing {
    if (this.place === "told") return this.gone ? this.told() : nothing;
    if (this.gone) return html`${keyed(this.why, html`<attune-receipt .api=${this.api} .session=${this.session}></attune-receipt>`)}`;
    return this.offer();
  }

  private told(): TemplateResult {
    const { title, text } = t.gone[this.why] ?? t.goneOther;
    return html`<section class="told" role="status" data-testid="transcript-told" data-why=${this.why}>
      <attune-icon name="ShieldCheck"></attune-icon>
      <div>
        <h2>${title}</h2>
        <p class="small">${text}</p>
      </div>
    </section>`;
  }

  private offer(): TemplateResult {
    return html`<div class="offer">
        <p class="small muted">${t.destroyOffer}</p>
        <button class="button compact" type="button" data-testid="destroy-transcript" ?disabled=${this.busy} @click=${() => (this.asking = true)}>
          <attune-icon name="Trash2"></attune-icon>${t.destroy}
        </button>
      </div>
      <attune-confirm
        .open=${this.asking}
        .heading=${t.destroyTitle}
        .text=${t.destroyText}
        .action=${t.destroyConfirm}
        .keep=${t.destroyKeep}
        danger
        @confirm=${this.confirmed}
        @closed=${() => (this.asking = false)}
      ></attune-confirm>`;
  }

  private confirmed(): void {
    this.asking = false;
    this.dispatchEvent(new CustomEvent("destroy"));
  }
}
