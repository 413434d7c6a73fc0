import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api, type ExportForm } from "../api/client";
import type { NoteView, SessionView } from "../api/types";
import { saveFile } from "../pages/save";
import { blocksOf, plain, type Block } from "../state/note-text";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.signed;

const FORMS: readonly [form: ExportForm, ending: string][] = [
  ["pdf", "pdf"],
  ["text", "txt"],
  ["fhir", "fhir.json"],
];

/**
 * Takes a signed note along, for a record elsewhere: into the clipboard as text (with headings where those are taken),
 * or as a file.
 */
@customElement("attune-note-export")
export class AttuneNoteExport extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.9rem;
        align-items: center;
      }
      .forms {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) view!: NoteView;
  @property({ attribute: false }) session!: SessionView;
  @state() private told: "" | "copied" | "refused" = "";
  @state() private making: ExportForm | null = null;
  @state() private failed = "";

  override render(): TemplateResult {
    const { told } = this;
    const words = this.failed || (told === "copied" ? t.copiedHint : told === "refused" ? t.uncopied : "");
    const wrong = told === "refused" || this.failed !== "";
    return html`<button class="button compact" type="button" data-testid="copy-note" @click=${this.copy}>
        <attune-icon name=${told === "copied" ? "Check" : "Copy"}></attune-icon>${told === "copied" ? t.copied : t.copy}
      </button>
      <div class="forms" role="group" aria-label=${t.exportAs}>${FORMS.map(([form, ending]) => this.file(form, ending))}</div>
      <span class="small ${wrong ? "error" : "muted"}" role="status" data-testid="copy-told">${words || nothing}</span>`;
  }

  private file(form: ExportForm, ending: string): TemplateResult {
    const busy = this.making === form;
    return html`<button class="button compact" type="button" title=${t.exports[form].hint} data-testid="export-${form}" aria-busy=${busy ? "true" : nothing}
      ?disabled=${this.making !== null && !busy} @click=${() => this.save(form, ending)}>
      <attune-icon name="Download"></attune-icon>${t.exports[form].name}
    </button>`;
  }

  private async save(form: ExportForm, ending: string): Promise<void> {
    const note = this.view.id;
    if (!note || this.making) return;
    this.making = form;
    this.told = "";
    this.failed = "";
    try {
      saveFile(`${note}.${ending}`, await this.api.exported(note, form));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.failed = error.code === "pdf-unprintable" ? t.unprintable : t.notExported;
    } finally {
      this.making = null;
    }
  }

  private async copy(): Promise<void> {
    this.failed = "";
    const blocks = blocksOf(this.view, this.session);
    try {
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": new Blob([plain(blocks)], { type: "text/plain" }), "text/html": new Blob([marked(blocks)], { type: "text/html" }) }),
      ]);
      this.told = "copied";
    } catch {
      this.told = "refused"; // said on the page, with what to do instead
    }
  }
}

/** The same with headings and paragraphs. Words come in as text: nothing in them is ever read as HTML. */
function marked(blocks: readonly Block[]): string {
  const page = document.implementation.createHTMLDocument();
  for (const { heading, lines } of blocks) {
    page.body.append(Object.assign(page.createElement("h3"), { textContent: heading }));
    page.body.append(...lines.map((line) => Object.assign(page.createElement("p"), { textContent: line })));
  }
  return page.body.innerHTML;
}
