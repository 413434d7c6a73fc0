import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Note, Section } from "../api/types";
import { addSentence, editSentence, isByHand, isFixed, moveSentence, removeSentence, type At } from "../state/note";
import type { Act } from "../state/note-history";
import { keyOf } from "../state/note-keys";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import type { Segment } from "../wire.gen";
import type { AttuneNoteSection, SectionRedraft } from "./note-section";
import "./note-section";
import "./risk";

const t = strings.note;

/** A change made by hand: the note after it, what it was, and what belongs to one step of undo. */
export interface Edited {
  readonly note: Note;
  readonly act: Act;
  readonly run?: string;
}

/** Risk, sections and what was not discussed. Fires `edited` ({@link Edited}), `redraft` (of a section) and `point`. */
@customElement("attune-note-body")
export class AttuneNoteBody extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 1.75rem;
      }
      .not-discussed {
        padding-top: 1.2rem;
        border-top: 1px solid var(--attune-line);
      }
      .not-discussed ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-top: 0.6rem;
      }
      footer {
        display: grid;
        gap: 0.35rem;
      }
    `,
  ];

  @property({ attribute: false }) note!: Note;
  @property({ type: Boolean }) locked = false;
  @property({ type: Boolean }) busy = false;
  /** The words are still there to draft from again. */
  @property({ type: Boolean }) redraftable = false;
  /** The sections as they were drafted, where that is remembered. */
  @property({ attribute: false }) drafted: readonly Section[] = [];
  @property({ attribute: false }) segments: ReadonlyMap<string, Segment> = new Map();
  @property({ attribute: false }) pointed: readonly string[] = [];
  /** Who a quoted line may be given to; `attune-speaker` passes through. */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  @query("[role=status]") private told!: HTMLElement | null;

  override render(): TemplateResult {
    const { note } = this;
    const own = isByHand(note);
    return html`<attune-risk .risk=${note.risk} .unread=${own} .segments=${this.segments} @point=${this.pass}></attune-risk>
      ${note.sections.map((_, index) => this.section(note, index))} ${this.notDiscussed()}
      <p class="visually-hidden" role="status" data-testid="moved"></p>
      <footer class="small faint">
        <p>${t.drafters[note.drafter] ?? t.drafter(note.drafter)} ${this.locked ? (note.drafter_notice ?? "") : ""}</p>
        ${own ? nothing : html`<p data-testid="assisted">${this.locked ? t.ai : strings.editor.draftedWith}</p>`}
      </footer>`;
  }

  private section(note: Note, index: number): TemplateResult {
    const section = note.sections[index];
    const was = this.drafted.find(({ title }) => title === section?.title) ?? section;
    const at = (event: CustomEvent<{ sentence: number }>): At => ({ section: index, sentence: event.detail.sentence });
    return html`<attune-note-section
      .section=${section}
      .byHand=${isByHand(note)}
      .locked=${this.locked}
      .segments=${this.segments}
      .pointed=${this.pointed}
      .people=${this.people}
      .redraftable=${this.redraftable && !isByHand(note) && !(was && isFixed(was))}
      .busy=${this.busy}
      .first=${index === 0}
      .last=${index === note.sections.length - 1}
      @point=${this.pass}
      @edit-sentence=${(event: CustomEvent<{ sentence: number; text: string }>) => this.typed(at(event), event.detail.text)}
      @remove-sentence=${(event: CustomEvent<{ sentence: number; keyed: boolean }>) => void this.cut(at(event), event.detail.keyed)}
      @move-sentence=${(event: CustomEvent<{ sentence: number; by: -1 | 1 }>) => void this.move(at(event), event.detail.by)}
      @add-sentence=${(event: CustomEvent<{ text: string }>) => this.edited(addSentence(note, index, event.detail.text), "add")}
      @redraft=${(event: CustomEvent<SectionRedraft>) => this.fire("redraft", { section: section?.title ?? "", ...event.detail })}
    ></attune-note-section>`;
  }

  private notDiscussed(): TemplateResult | typeof nothing {
    const { not_discussed: topics } = this.note;
    if (topics.length === 0) return nothing;
    return html`<section class="not-discussed" data-testid="not-discussed">
      <h3>${t.notDiscussed}</h3>
      <ul>
        ${topics.map((topic) => html`<li class="chip">${term(strings.riskKinds, topic)}</li>`)}
      </ul>
    </section>`;
  }

  /** The words of one sentence, letter by letter, are one step. */
  private typed(at: At, text: string): void {
    const sentence = this.note.sections[at.section]?.sentences[at.sentence];
    if (sentence) this.edited(editSentence(this.note, at, text), "edit", `typed ${keyOf(sentence)}`);
  }

  /** Moved by keyboard or button, a sentence keeps the focus wherever it comes to stand. */
  private async move(at: At, by: -1 | 1): Promise<void> {
    const moved = moveSentence(this.note, at, by);
    if (!moved) return;
    this.edited(moved.note, "move");
    // The page above renders first, and hands the note back down.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const section = this.renderRoot.querySelectorAll<AttuneNoteSection>("attune-note-section")[moved.at.section];
    await section?.focusSentence(moved.at.sentence);
    if (this.told) this.told.textContent = strings.editor.moved(section?.section.title ?? "", moved.at.sentence + 1);
  }

  /** Brings a section into view, with the focus at its heading. */
  showSection(title: string): void {
    const at = this.note.sections.findIndex((section) => section.title === title);
    void this.renderRoot.querySelectorAll<AttuneNoteSection>("attune-note-section")[at]?.focusHeading("start");
  }

  /** Where a sentence was removed by keyboard, the next one has the focus. */
  private async cut(at: At, keyed: boolean): Promise<void> {
    this.edited(removeSentence(this.note, at), "remove");
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const section = this.renderRoot.querySelectorAll<AttuneNoteSection>("attune-note-section")[at.section];
    if (keyed) await section?.focusSentence(at.sentence);
    if (this.told) this.told.textContent = strings.editor.removed(section?.section.title ?? "");
  }

  private edited(note: Note, act: Act, run = ""): void {
    this.fire("edited", { note, act, run } satisfies Edited);
  }

  private readonly pass = (event: CustomEvent): void => this.fire("point", event.detail);

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
