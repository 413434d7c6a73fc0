import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Api } from "../api/client";
import type { Template } from "../api/templates";
import type { Note, NoteFormat } from "../api/types";
import { choiceId, choiceOf, formName } from "../state/form-choice";
import { fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { formOptions } from "./form-options";

const t = strings.note;

/** Another format or template for a note, and what it is called. */
export interface NamedForm {
  readonly name: string;
  readonly asked: { readonly format: NoteFormat } | { readonly template: string };
}

/** What a note's format is called: the built-in one, or the practice's own by the name it had. */
export function formatOf(note: Note): string {
  return note.template?.name ?? (strings.formats as Record<string, string>)[note.format] ?? note.format;
}

/** The format of a note, and the others it can be drafted in. Fires `choose` ({@link NamedForm}); until then it keeps its own. */
@customElement("attune-note-formats")
export class AttuneNoteFormats extends LitElement {
  static override styles = [
    shared,
    fields,
    css`
      select {
        width: auto;
        min-width: 9rem;
        max-width: 100%;
        min-height: 2.4rem;
        padding-block: 0.3rem;
        border-radius: 999px;
        font-weight: 560;
        font-size: 0.9rem;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) note!: Note;
  @property({ type: Boolean }) busy = false;
  @state() private templates: Template[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const chosen = this.chosen();
    return html`<select data-testid="format" aria-label=${t.format} .value=${live(chosen)} ?disabled=${this.busy} @change=${this.choose}>
      ${this.gone(chosen) ? html`<option value=${chosen} selected>${formatOf(this.note)}</option>` : ""}${formOptions(this.templates, this.gone(chosen) ? "" : chosen, strings.formats)}
    </select>`;
  }

  private chosen(): string {
    return choiceId(this.note.format, this.note.template?.id);
  }

  /** Its template is deleted, or not read yet. */
  private gone(chosen: string): boolean {
    const { template } = choiceOf(chosen);
    return template !== undefined && !this.templates.some(({ id }) => id === template);
  }

  private choose(event: Event): void {
    const select = event.currentTarget as HTMLSelectElement;
    const { format, template } = choiceOf(select.value);
    const kept = this.chosen();
    if (select.value !== kept) {
      const name = formName(format ?? "", template, strings.formats, this.templates);
      const asked = template ? { template } : { format: format as NoteFormat };
      this.dispatchEvent(new CustomEvent<NamedForm>("choose", { detail: { name, asked } }));
    }
    select.value = kept;
  }

  private async load(): Promise<void> {
    this.templates = await this.api.templates().catch(() => []);
  }
}
