import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem } from "../api/client";
import type { SessionView, SpeakerCorrection } from "../api/types";
import { voicesOf, type VoiceRow } from "../state/voices";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import type { Segment } from "../wire.gen";
import { words } from "../strings/ways";

const t = words.voices;

/** Whose each voice at a shared microphone is; one click swaps two. Nothing where nobody guessed. */
@customElement("attune-voices")
export class AttuneVoices extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      section {
        display: grid;
        gap: 0.9rem;
        padding: 1rem 1.2rem 1.15rem;
      }
      .rows {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.8rem;
      }
      .field {
        flex: 1 1 11rem;
      }
      /* Beside the words there is little room: a voice a line. */
      :host([compact]) section {
        gap: 0.6rem;
        padding: 0.8rem 1.1rem 0.9rem;
      }
      :host([compact]) .rows {
        gap: 0.4rem;
      }
      :host([compact]) .field {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        align-items: center;
        flex: 1 1 100%;
      }
      :host([compact]) select {
        min-height: 2.25rem;
        padding-block: 0.2rem;
        font-size: 0.9rem;
      }
      :host([compact]) .rows .button {
        min-height: 2.25rem;
        margin-left: auto;
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionView;
  /** Tells who said what; what it is refused with is shown here. */
  @property({ attribute: false }) correct!: (correction: SpeakerCorrection) => Promise<unknown>;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @state() private trouble = "";

  /** With nothing to show it takes no place in a list either. */
  override willUpdate(): void {
    this.hidden = voicesOf(this.segments).length === 0;
  }

  override render(): TemplateResult | typeof nothing {
    const rows = voicesOf(this.segments);
    if (rows.length === 0) return nothing;
    const [one, other] = rows;
    return html`<section class="card" lang=${words.locale} data-testid="voices">
      <div><h3>${t.title}</h3><p class="small muted">${t.text}</p></div>
      <div class="rows">
        ${rows.map((row, place) => this.row(row, place))}
        ${rows.length === 2 && one && other && one.track !== other.track
          ? html`<button class="button" type="button" data-testid="voices-swap" ?disabled=${this.busy} @click=${() => this.tell({ swap: [one.track, other.track] })}>${t.swap}</button>`
          : nothing}
      </div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}
    </section>`;
  }

  private row(row: VoiceRow, place: number): TemplateResult {
    const people = this.session.participants.filter(({ revoked }) => !revoked);
    return html`<label class="field">
      <span>${t.is(t.voice(place + 1))} <span class="faint">(${t.lines(row.lines)})</span></span>
      <select data-testid="voice" data-voice=${row.voice} .value=${row.track} ?disabled=${this.busy} @change=${(event: Event) => this.tell({ voice: row.voice, participant: (event.target as HTMLSelectElement).value })}>
        ${people.map(({ id, name }) => html`<option value=${id} ?selected=${id === row.track}>${name}</option>`)}
      </select>
    </label>`;
  }

  private async tell(correction: SpeakerCorrection): Promise<void> {
    this.trouble = "";
    try {
      await this.correct(correction);
    } catch (error) {
      this.trouble = error instanceof Problem && error.detail ? error.detail : strings.common.failed;
    }
  }
}
