import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { Note, Section } from "../api/types";
import { clock } from "../format/time";
import { LiveDraft, isWanted, want } from "../state/live-draft";
import { riskStatus } from "../state/note-risk";
import { EMPTY_TRANSCRIPT, type Transcript } from "../state/transcript";
import { buttons, fields, shared } from "../styles/shared";
import { strings, term } from "../strings";
import { Hears } from "./controllers";

const t = strings.editor.live;

/** The draft so far beside a call, for the clinician alone; off until they want it. */
@customElement("attune-live-draft")
export class AttuneLiveDraft extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
      }
      header {
        display: grid;
        gap: 0.35rem;
        padding: 0.9rem 1.1rem 0.7rem;
        border-bottom: 1px solid var(--attune-line);
      }
      label {
        display: flex;
        gap: 0.6rem;
        align-items: start;
        font-weight: 560;
      }
      .words {
        flex: 1;
        overflow-y: auto;
        padding: 0.9rem 1.1rem 1.4rem;
        display: grid;
        gap: 1.1rem;
        align-content: start;
      }
      section {
        display: grid;
        gap: 0.35rem;
      }
      section p,
      .none {
        font: 400 1rem/1.55 var(--attune-font-reading);
        overflow-wrap: anywhere;
      }
      .none {
        font-style: italic;
        color: var(--attune-ink-3);
      }
      .risk {
        padding: 0.7rem 0.9rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-danger-soft);
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  /** What is said: a passage struck from it goes from the draft at once. */
  @property({ attribute: false }) transcript: Transcript = EMPTY_TRANSCRIPT;
  @state() private wanted = isWanted(globalThis.localStorage);
  private draft: LiveDraft | null = null;
  private readonly hears = new Hears(this, ["change"]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // taken off the page and put back, it begins anew
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.draft?.stop();
    this.draft = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.draft?.session !== this.session) {
      this.draft?.stop();
      this.draft = this.session ? new LiveDraft(this.api, this.session) : null;
    }
    this.hears.to(this.draft);
    if (this.wanted) this.draft?.start();
    else this.draft?.stop();
    const before = changed.get("transcript");
    const fewer = before !== undefined && this.transcript.finals.length < before.finals.length;
    if (fewer || (this.transcript.destroyed && !before?.destroyed)) this.draft?.forget();
  }

  override render(): TemplateResult {
    return html`<header>
        <label><input type="checkbox" data-testid="live-draft-toggle" .checked=${this.wanted} @change=${this.toggle} /><span>${t.show}</span></label>
        <p class="small muted">${this.wanted ? t.hint : t.off}</p>
      </header>
      ${this.wanted ? this.words() : nothing}`;
  }

  private words(): TemplateResult {
    const { view, trouble } = this.draft ?? { view: null, trouble: "" as const };
    const said = trouble === "gone" ? t.gone : trouble === "failed" ? t.failed : view ? t.at(clock(view.as_of)) : strings.common.loading;
    return html`<div class="words" tabindex="0" role="region" aria-label=${t.title} data-testid="live-draft" data-as-of=${view?.as_of ?? ""}>
      <p class="small muted" data-testid="live-draft-state">${said}</p>
      ${view ? this.note(view.note) : nothing}
    </div>`;
  }

  private note(note: Note): TemplateResult {
    if (note.statement || note.sections.length === 0) return html`<p class="none">${t.waiting}</p>`;
    return html`${note.risk.length > 0
        ? html`<div class="risk"><h3>${strings.note.risk}</h3>
            <ul>${note.risk.map((item) => html`<li class="small">${term(strings.riskKinds, item.kind)} · ${riskStatus(item)}</li>`)}</ul></div>`
        : nothing}
      ${note.sections.filter(({ sentences }) => sentences.length > 0).map((section) => this.section(section))}`;
  }

  private section({ title, sentences }: Section): TemplateResult {
    return html`<section><h3>${title}</h3>${sentences.map(({ text }) => html`<p data-testid="live-sentence">${text}</p>`)}</section>`;
  }

  private toggle(event: Event): void {
    this.wanted = (event.currentTarget as HTMLInputElement).checked;
    want(globalThis.localStorage, this.wanted);
  }
}
