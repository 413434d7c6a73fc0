import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Frame, HeldTimes, NoteView, PlaceOfService, SessionView, TimeBand } from "../api/types";
import { canBeHeldOtherwise } from "../state/held";
import { factsOf } from "../state/note-facts";
import { fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./held";

const e = strings.editor;

/** Whose note it is and what the call itself shows of the session. Fires `place` ({place}). */
@customElement("attune-note-head")
export class AttuneNoteHead extends LitElement {
  static override styles = [
    shared,
    fields,
    css`
      h1:focus {
        outline: none;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem 1.6rem;
        margin-top: 0.6rem;
      }
      dl div {
        display: flex;
        gap: 0.45rem;
        align-items: baseline;
      }
      dt {
        color: var(--attune-ink-3);
      }
      .band {
        margin-top: 0.5rem;
        color: var(--attune-ink-2);
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.6rem;
        align-items: center;
        margin-top: 0.6rem;
      }
      .place span {
        color: var(--attune-ink-3);
      }
      .place select {
        width: auto;
        max-width: 100%;
        min-height: 2.25rem;
        padding-block: 0.25rem;
        font-size: 0.9rem;
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionView;
  @property({ attribute: false }) view!: NoteView;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) retime: (change: HeldTimes) => Promise<string> = async () => "";

  /** Puts the focus at the beginning of the note. */
  focusTitle(): void {
    this.renderRoot.querySelector("h1")?.focus();
  }

  /** Puts the focus where the place of service, or the session's time, is chosen. */
  focusOn(what: "place" | "time"): void {
    this.renderRoot.querySelector<HTMLElement>(what === "place" ? "select" : "attune-held")?.focus();
  }

  override render(): TemplateResult {
    const locked = this.view.signed !== null;
    const frame = this.view.note?.frame ?? null;
    return html`<h1 tabindex="-1">${this.session.client}</h1>
      <dl class="small" data-testid="note-frame">${factsOf(this.session, frame).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${!locked && canBeHeldOtherwise(this.session) ? html`<attune-held .session=${this.session} .save=${this.retime} ?disabled=${this.busy}></attune-held>` : nothing}
      ${this.view.note && this.view.status !== "insufficient" ? this.place(frame, locked) : nothing}
      ${this.view.time_band && this.session.kind === "individual" ? html`<p class="band small" data-testid="time-band" data-code=${this.view.time_band.code}>${this.band(this.view.time_band)}</p>` : nothing}`;
  }

  private place(frame: Frame | null, locked: boolean): TemplateResult {
    const known = frame?.place_of_service ?? "";
    if (locked) {
      return html`<p class="place small"><span>${e.frame.place}</span>${known ? e.frame.places[known] : e.frame.placeNone}</p>`;
    }
    return html`<label class="place small">
      <span>${e.frame.place}</span>
      <select data-testid="place-of-service" @change=${this.choose}>
        <option value="" ?selected=${known === ""}>${e.frame.placeNone}</option>
        ${Object.entries(e.frame.places).map(([code, label]) => html`<option value=${code} ?selected=${code === known}>${label}</option>`)}
      </select>
    </label>`;
  }

  private band(band: TimeBand): string {
    const span = band.to_minutes === null ? e.frame.from(band.from_minutes) : e.frame.span(band.from_minutes, band.to_minutes);
    return e.frame.band(band.code, span);
  }

  private choose(event: Event): void {
    const place = ((event.currentTarget as HTMLSelectElement).value || null) as PlaceOfService | null;
    this.dispatchEvent(new CustomEvent("place", { detail: { place } }));
  }
}
