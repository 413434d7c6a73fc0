import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NoteView, SessionView } from "../api/types";
import { blocksOf, plain, type Block } from "../state/note-text";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.signed;

/** Takes a signed note into the clipboard, for a record elsewhere: as text, and with headings where those are taken. */
@customElement("attune-note-copy")
export class AttuneNoteCopy extends LitElement {
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
    `,
  ];

  @property({ attribute: false }) view!: NoteView;
  @property({ attribute: false }) session!: SessionView;
  @state() private told: "" | "copied" | "refused" = "";

  override render(): TemplateResult {
    const { told } = this;
    return html`<button class="button compact" type="button" data-testid="copy-note" @click=${this.copy}>
        <attune-icon name=${told === "copied" ? "Check" : "Copy"}></attune-icon>${told === "copied" ? t.copied : t.copy}
      </button>
      <span class="small ${told === "refused" ? "error" : "muted"}" role="status" data-testid="copy-told">${told === "copied" ? t.copiedHint : told === "refused" ? t.uncopied : nothing}</span>`;
  }

  private async copy(): Promise<void> {
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
