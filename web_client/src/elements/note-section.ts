import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { DraftWishes, Section, Sentence } from "../api/types";
import { keyOf } from "../state/note-keys";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import type { Segment } from "../wire.gen";
import "./icon";
import { MOST_GUIDANCE, wishes } from "./note-redraft";
import type { AttuneSentence } from "./sentence";
import "./sentence";

const t = strings.note;
/** Below this width there is no room for the transcript: evidence is shown under its sentence. */
const NARROW = "(max-width: 1020px)";

/** How a section is wanted when it is drafted again; as preferred where nothing is said. */
export type SectionRedraft = DraftWishes;

/**
 * A section of the note. Fires `redraft` ({@link SectionRedraft}), `edit-sentence`, `remove-sentence`, `move-sentence`,
 * `add-sentence` and `point`.
 */
@customElement("attune-note-section")
export class AttuneNoteSection extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 0.3rem;
      }
      h2 {
        font-size: 1.05rem;
        margin-bottom: 0.1rem;
      }
      .fixed {
        padding: 0.2rem 0 0.3rem;
        font: 400 1.02rem/1.6 var(--attune-font-reading);
        color: var(--attune-ink-2);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .nothing {
        padding-block: 0.2rem;
        font: italic 400 1.02rem/1.6 var(--attune-font-reading);
        color: var(--attune-ink-3);
      }
      h2 {
        scroll-margin-block: 6rem 1rem;
      }
      h2:focus {
        outline: none;
      }
      h2:focus-visible {
        box-shadow: 0 2px 0 var(--attune-accent);
      }
      .choices {
        scroll-margin-block: 5rem 1rem;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }
      .tools > :first-child {
        margin-left: -0.85rem;
      }
      .tools .quiet {
        color: var(--attune-ink-3);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.4rem;
      }
      textarea {
        min-height: 4rem;
        resize: vertical;
      }
      .field {
        flex: 1 1 100%;
      }
    `,
  ];

  @property({ attribute: false }) section: Section = { title: "", sentences: [] };
  @property({ type: Boolean }) locked = false;
  /** Nothing was drafted: an empty section says nothing of the session. */
  @property({ type: Boolean }) byHand = false;
  /** It can be drafted again: the words are still there, and it is more than a text that stands in every note. */
  @property({ type: Boolean }) redraftable = false;
  @property({ type: Boolean }) busy = false;
  /** Nothing comes before it, or after it: its first or last sentence goes no further. */
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  @property({ attribute: false }) segments: ReadonlyMap<string, Segment> = new Map();
  @property({ attribute: false }) pointed: readonly string[] = [];
  /** Who a quoted line may be given to; `attune-speaker` passes through. */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  @state() private adding = false;
  @state() private choosing = false;
  @query("textarea[name=words]") private words!: HTMLTextAreaElement | null;
  @query("textarea[name=guidance]") private guidance!: HTMLTextAreaElement | null;
  @query("h2") private heading!: HTMLElement;
  private readonly narrow = matchMedia(NARROW);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("section") as Section | undefined;
    // In another format another section stands here: what was being written was meant for the one before.
    if (before && before.title !== this.section.title) [this.adding, this.choosing] = [false, false];
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("adding") && this.adding) this.words?.focus();
    if (changed.has("choosing") && this.choosing) {
      this.guidance?.focus({ preventScroll: true });
      this.guidance?.form?.scrollIntoView({ block: "nearest" });
    }
  }

  /** Puts the focus into a sentence; to the heading where there is none. */
  async focusSentence(index: number): Promise<void> {
    await this.updateComplete;
    const all = this.renderRoot.querySelectorAll<AttuneSentence>("attune-sentence");
    const sentence = all[Math.min(index, all.length - 1)];
    if (sentence) await sentence.focusWords();
    else await this.focusHeading();
  }

  /** Brings the section into view, with the focus at its heading. */
  async focusHeading(block: ScrollLogicalPosition = "nearest"): Promise<void> {
    await this.updateComplete;
    this.heading.scrollIntoView({ block });
    this.heading.focus({ preventScroll: true });
  }

  /** A form was closed: the focus goes back to the button that opened it. */
  private async backTo(button: "add-sentence" | "section-redraft"): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-testid=${button}]`)?.focus();
  }

  /** Escape closes a form; Ctrl or Command with Enter sends it. */
  private readonly formKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      const button = this.adding ? "add-sentence" : "section-redraft";
      [this.adding, this.choosing] = [false, false];
      void this.backTo(button);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    }
  };

  override render(): TemplateResult {
    const { sentences, title, statement, fixed } = this.section;
    return html`<h2 id="title" tabindex="-1">${title}</h2>
      ${fixed ? html`<p class="fixed" data-testid="section-fixed">${fixed}</p>` : nothing}
      ${statement ? html`<p class="nothing">${statement}</p>` : nothing}
      ${sentences.length === 0 && !statement && !fixed ? html`<p class="nothing">${this.byHand ? t.emptyByHand : t.emptySection}</p>` : nothing}
      ${repeat(sentences, keyOf, (sentence, index) => this.sentence(sentence, index))} ${this.locked ? nothing : this.addition()}`;
  }

  private sentence(sentence: Sentence, index: number): TemplateResult {
    const pointed = this.narrow.matches && sentence.evidence.length > 0 && sentence.evidence === this.pointed;
    const quotes = pointed ? sentence.evidence.map((id) => this.segments.get(id)).filter((quote) => quote !== undefined) : [];
    return html`<attune-sentence
      data-testid="sentence"
      data-evidence=${sentence.evidence.join(" ")}
      .sentence=${sentence}
      .quotes=${quotes}
      .people=${this.people}
      .locked=${this.locked}
      .up=${!(this.first && index === 0)}
      .down=${!(this.last && index === this.section.sentences.length - 1)}
      @move=${(event: CustomEvent<{ by: -1 | 1 }>) => this.fire("move-sentence", { sentence: index, by: event.detail.by })}
      @point=${(event: CustomEvent) => this.fire("point", event.detail)}
      @edit=${(event: CustomEvent<{ text: string }>) => this.fire("edit-sentence", { sentence: index, text: event.detail.text })}
      @remove=${(event: CustomEvent<{ keyed?: boolean }>) => this.fire("remove-sentence", { sentence: index, keyed: event.detail.keyed ?? false })}
    ></attune-sentence>`;
  }

  private addition(): TemplateResult {
    if (!this.adding) {
      return html`<div class="tools">
        <button class="button quiet compact" type="button" data-testid="add-sentence" @click=${() => (this.adding = true)}>
          <attune-icon name="Plus"></attune-icon>${t.add}
        </button>
        ${this.redraftable ? this.again() : nothing}
      </div>
      ${this.choosing && this.redraftable ? this.choices() : nothing}`;
    }
    return html`<form @submit=${this.add} @keydown=${this.formKey}>
      <label class="field">
        <span class="visually-hidden">${t.add}</span>
        <textarea name="words" placeholder=${t.addHint} data-testid="new-sentence"></textarea>
        <small>${t.addOwn}</small>
      </label>
      <button class="button primary compact" data-testid="new-sentence-add">${t.add}</button>
      <button class="button compact" type="button" @click=${this.cancelAdding}>${strings.common.cancel}</button>
    </form>`;
  }

  /** Drafts this section anew, of another length if wanted; the others stay as they are. */
  private again(): TemplateResult {
    return html`<button
      class="button quiet compact"
      type="button"
      data-testid="section-redraft"
      aria-expanded=${this.choosing ? "true" : "false"}
      aria-describedby="title"
      ?disabled=${this.busy}
      @click=${() => (this.choosing = !this.choosing)}
    >
      ${t.section.again}
    </button>`;
  }

  private choices(): TemplateResult {
    const lengths = [["", t.section.asBefore], ["concise", t.section.shorter], ["detailed", t.section.longer]] as const;
    return html`<form class="choices" @submit=${this.redraft} @keydown=${this.formKey}>
      <label class="field">
        <span>${strings.editor.redraft.guidance}</span>
        <textarea name="guidance" maxlength=${MOST_GUIDANCE} placeholder=${strings.editor.redraft.guidanceHint} data-testid="section-guidance"></textarea>
      </label>
      ${lengths.map(
        ([detail, label]) => html`<button class="button compact ${detail ? "" : "primary"}" name="detail" value=${detail} data-testid="section-${detail || "again"}" aria-describedby="title" ?disabled=${this.busy}>${label}</button>`,
      )}
    </form>`;
  }

  private redraft(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const guidance = String(new FormData(form).get("guidance") ?? "").trim();
    this.choosing = false;
    void this.focusHeading(); // the buttons rest while it is drafted
    this.fire("redraft", wishes((event.submitter as HTMLButtonElement | null)?.value ?? "", guidance));
  }

  private add(event: Event): void {
    event.preventDefault();
    const text = this.words?.value.trim() ?? "";
    this.adding = false;
    if (text) this.fire("add-sentence", { text });
    void this.backTo("add-sentence");
  }

  private cancelAdding(): void {
    this.adding = false;
    void this.backTo("add-sentence");
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
