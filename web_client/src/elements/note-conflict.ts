import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { NoteConflict } from "../state/note-merge";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";
import "./note-compare";

const t = strings.editor.conflict;

/** Two versions of one note, both shown whole. Fires `choose` ({choice: "mine" | "theirs" | "both"}). */
@customElement("attune-note-conflict")
export class AttuneNoteConflict extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      section {
        display: grid;
        gap: 1.2rem;
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
        margin-top: 0.15rem;
      }
      .row {
        gap: 0.6rem;
      }
      h2:focus {
        outline: none;
      }
      attune-note-compare {
        margin-top: 1.2rem;
      }
    `,
  ];

  @property({ attribute: false }) conflict!: NoteConflict;
  @query("h2") private heading!: HTMLElement | null;

  override firstUpdated(): void {
    // What was being typed is not editable any more: the focus goes where the choice is explained.
    this.heading?.focus();
    this.scrollIntoView({ block: "start" });
  }

  override render(): TemplateResult {
    const { mine, theirs, locked } = this.conflict;
    return html`<section role="alert" data-testid="note-conflict" data-locked=${locked ? "yes" : "no"}>
      <div class="told">
        <attune-icon name="TriangleAlert"></attune-icon>
        <div>
          <h2 tabindex="-1">${t.title}</h2>
          <p class="small">${locked ? t.textSigned : t.text}</p>
        </div>
      </div>
      ${locked ? this.choices([["theirs", t.close]]) : this.choices([["mine", t.keepMine], ["theirs", t.keepTheirs], ["both", t.keepBoth]])}
    </section>
    <attune-note-compare .older=${theirs.sections} .newer=${mine.sections} .versions=${true} .olderLabel=${t.theirs} .newerLabel=${t.mine}></attune-note-compare>`;
  }

  private choices(known: readonly (readonly ["mine" | "theirs" | "both", string])[]): TemplateResult {
    return html`<div class="row wrap">
        ${known.map(
          ([choice, label]) => html`<button class="button" type="button" data-testid="conflict-${choice}" @click=${() => this.choose(choice)}>${label}</button>`,
        )}
      </div>
      ${known.length > 1 ? html`<p class="small muted">${t.keepBothHint}</p>` : ""}`;
  }

  private choose(choice: "mine" | "theirs" | "both"): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: { choice } }));
  }
}
