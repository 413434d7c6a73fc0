import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Section } from "../api/types";
import { changes, type Changes, type Fate, type Piece, type SectionChange } from "../state/note-compare";
import { shared } from "../styles/shared";
import { strings } from "../strings";

const t = strings.editor.compare;

/** Two texts of a note side by side, section by section, words cut and added marked for eye and ear. */
@customElement("attune-note-compare")
export class AttuneNoteCompare extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 1.5rem;
      }
      header {
        display: grid;
        gap: 0.3rem;
      }
      section {
        display: grid;
        gap: 0.5rem;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 1rem;
      }
      .side {
        min-width: 0;
        padding: 0.8rem 1rem;
        border: 1px solid var(--attune-line);
        border-radius: var(--attune-radius-s);
        background: var(--attune-surface);
      }
      summary {
        width: max-content;
        min-height: 2rem;
        align-content: center;
        cursor: pointer;
      }
      h4 {
        margin: 0 0 0.3rem;
        font-size: 0.8125rem;
        font-weight: 620;
        color: var(--attune-ink-3);
      }
      .side p {
        font: 400 1.02rem/1.6 var(--attune-font-reading);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .side .none {
        font-style: italic;
        color: var(--attune-ink-3);
      }
      del,
      ins {
        border-radius: 3px;
        padding-inline: 0.1em;
      }
      del {
        background: var(--attune-danger-soft);
        color: var(--attune-danger);
        text-decoration-thickness: 1px;
      }
      ins {
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
      @media (max-width: 700px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) older: readonly Section[] = [];
  @property({ attribute: false }) newer: readonly Section[] = [];
  @property() text = "";
  /** Two versions of one time: only where they differ, and without a sum of what came after what. */
  @property({ type: Boolean }) versions = false;
  @property() olderLabel: string = t.draft;
  @property() newerLabel: string = t.now;

  override render(): TemplateResult {
    const found = changes(this.older, this.newer);
    const sections = this.versions ? found.sections.filter(({ pieces }) => pieces.some(({ fate }) => fate !== "kept")) : found.sections;
    return html`${this.versions ? nothing : this.head(found)} ${sections.map((section) => this.section(section))}`;
  }

  private head({ cut, added }: Changes): TemplateResult {
    return html`<header>
      <h2>${t.title}</h2>
      ${this.text ? html`<p class="small muted">${this.text}</p>` : nothing}
      <p class="small" role="status" data-testid="compare-sum" data-cut=${cut} data-added=${added}>
        ${cut === 0 && added === 0 ? t.same : `${t.cut(cut)}, ${t.added(added)}`}
      </p>
    </header>`;
  }

  private section({ title, pieces }: SectionChange): TemplateResult {
    if (pieces.every(({ fate }) => fate === "kept")) {
      return html`<section data-testid="compare-section">
        <h3>${title}</h3>
        <details data-testid="compare-unchanged">
          <summary class="small muted">${t.unchanged}</summary>
          <div class="side">${this.words(pieces)}</div>
        </details>
      </section>`;
    }
    return html`<section data-testid="compare-section">
      <h3>${title}</h3>
      <div class="two">${this.side(this.olderLabel, pieces, "added")}${this.side(this.newerLabel, pieces, "cut")}</div>
    </section>`;
  }

  /** One of the two texts: without the pieces of the other. */
  private side(label: string, pieces: readonly Piece[], without: Fate): TemplateResult {
    const own = pieces.filter(({ fate }) => fate !== without);
    return html`<div class="side">
      <h4>${label}</h4>
      ${this.words(own)}
    </div>`;
  }

  private words(pieces: readonly Piece[]): TemplateResult {
    return pieces.length === 0 ? html`<p class="none">${t.empty}</p>` : html`<p>${pieces.map((piece) => marked(piece))}</p>`;
  }
}

/** A change is also said: assistive technology seldom reads out `del` and `ins`. Space around it is not marked. */
function marked({ text, fate }: Piece): TemplateResult {
  const core = text.trim();
  if (fate === "kept" || !core) return html`${text}`;
  const start = text.indexOf(core);
  const [lead, tail] = [text.slice(0, start), text.slice(start + core.length)];
  const said = (words: string): TemplateResult => html`<span class="visually-hidden"> ${words} </span>`;
  const mark =
    fate === "cut" ? html`<del>${said(t.cutStart)}${core}${said(t.cutEnd)}</del>` : html`<ins>${said(t.addedStart)}${core}${said(t.addedEnd)}</ins>`;
  return html`${lead}${mark}${tail}`;
}
