import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Api } from "../api/client";
import type { Template } from "../api/templates";
import type { Note, NotePreferences, Preferences, Redraft } from "../api/types";
import type { OwnName } from "../state/note-preferences";
import { choiceId, formatOf } from "../state/form-choice";
import { evidenceCount, flagsOf, isByHand } from "../state/note";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { formOptions } from "./form-options";
import "./icon";
import "./note-redraft";

const t = strings.note;
const e = strings.editor;

/** What can be done with the whole note: another format, another draft, comparing. Fires `redraft` and `compare`. */
@customElement("attune-note-tools")
export class AttuneNoteTools extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1.2rem;
        align-items: center;
        justify-content: space-between;
      }
      select {
        width: auto;
        min-width: 9rem;
      }
      .row {
        gap: 0.5rem;
      }
      .notice {
        display: flex;
        flex: 1 1 100%;
        gap: 0.5rem;
        color: var(--attune-ink-2);
      }
      .notice attune-icon {
        flex: none;
        width: 1.1rem;
        height: 1.1rem;
        margin-top: 0.15rem;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) note!: Note;
  @property() client: string | null = null;
  /** What the note was drafted with of its own. */
  @property({ attribute: false }) own: NotePreferences = {};
  @property({ type: Boolean }) busy = false;
  /** The transcript is destroyed: another format can only be arranged from the note itself. */
  @property({ type: Boolean }) gone = false;
  @property({ type: Boolean }) comparable = false;
  @property({ type: Boolean }) comparing = false;
  /** A format, or one of the practice's own in its place, as one id. */
  @state() private asking: string | null = null;
  @state() private templates: Template[] = [];
  @state() private preferred: Pick<Preferences, OwnName> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const { note } = this;
    const flags = flagsOf(note).length;
    const { supported, total } = evidenceCount(note);
    return html`<span class="row wrap">
        ${this.formats()}
        ${this.gone || isByHand(note)
          ? nothing
          : html`<button class="button quiet compact" type="button" data-testid="redraft-open" ?disabled=${this.busy} @click=${() => (this.asking = this.kept())}>
              <attune-icon name="RotateCw"></attune-icon>${e.redraft.open}
            </button>`}
        ${this.comparable
          ? html`<button class="button quiet compact" type="button" data-testid="compare-toggle" aria-pressed=${this.comparing ? "true" : "false"} @click=${() => this.fire("compare")}>
              <attune-icon name="Columns2"></attune-icon>${this.comparing ? e.compare.close : e.compare.open}
            </button>`
          : nothing}
      </span>
      <span class="row wrap">
        ${flags > 0 ? html`<span class="chip warn" data-testid="flag-count"><attune-icon name="Flag"></attune-icon>${t.flags(flags)}</span>` : nothing}
        ${isByHand(note) ? nothing : html`<span class="small muted">${t.supported(supported, total)}</span>`}
      </span>
      ${note.drafter_notice ? html`<p class="notice small" data-testid="drafter-notice"><attune-icon name="Info"></attune-icon>${note.drafter_notice}</p>` : nothing}
      <attune-redraft
        .open=${this.asking !== null}
        .format=${this.asking ?? this.kept()}
        .templates=${this.templates}
        .own=${this.own}
        .preferred=${this.preferred}
        .arranged=${this.gone || isByHand(note)}
        @redraft=${(event: CustomEvent<Redraft>) => this.fire("redraft", event.detail)}
        @closed=${() => (this.asking = null)}
      ></attune-redraft>`;
  }

  /** Another format is drafted only when it is confirmed: until then the note keeps its own. */
  private formats(): TemplateResult {
    const kept = this.kept();
    const { template } = this.note;
    const gone = template && !this.templates.some(({ id }) => id === template.id);
    return html`<select data-testid="format" aria-label=${t.format} .value=${live(kept)} ?disabled=${this.busy} @change=${this.choose}>
      ${gone ? html`<option value=${kept} selected>${formatOf(this.note, strings.formats)}</option>` : nothing}${formOptions(this.templates, gone ? "" : kept, strings.formats)}
    </select>`;
  }

  private choose(event: Event): void {
    const select = event.currentTarget as HTMLSelectElement;
    const chosen = select.value;
    if (chosen !== this.kept()) this.asking = chosen;
    select.value = this.kept();
  }

  private kept(): string {
    return choiceId(this.note.format, this.note.template?.id);
  }

  private async load(): Promise<void> {
    this.templates = await this.api.templates().catch(() => []);
    const preferred = this.client ? this.api.clientPreferences(this.client).then(({ effective }) => effective) : this.api.preferences();
    this.preferred = await preferred.catch(() => null);
  }

  private fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
