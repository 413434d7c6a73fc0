import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SessionView } from "../api/types";
import type { NoteDraft } from "../state/note-draft";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.note;
/** A draft that comes by itself has come by then. */
const SETTLED_MS = 60_000;

/** While there is no note yet: it is being drafted, or how to come by one. */
@customElement("attune-note-waiting")
export class AttuneNoteWaiting extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      .drafting {
        min-height: 60dvh;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.8rem;
        padding-inline: 1.1rem;
        text-align: center;
      }
      .drafting .muted,
      .drafting .error {
        max-width: 34rem;
      }
      .drafting .row {
        justify-content: center;
        margin-top: 0.4rem;
      }
      .error {
        color: var(--attune-danger);
      }
      .pulse {
        width: 3.4rem;
        height: 3.4rem;
        display: grid;
        place-items: center;
        border-radius: 50%;
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
        animation: pulse 2s ease-in-out infinite;
      }
      .pulse.still {
        animation: none;
      }
      @keyframes pulse {
        50% {
          transform: scale(1.08);
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionView;
  @property({ attribute: false }) draft: NoteDraft | null = null;
  /** Counts renders of the page: the draft itself is always the same object. */
  @property({ type: Number }) turn = 0;

  override render(): TemplateResult {
    const { draft } = this;
    const waits = draft !== null && (draft.gaveUp || this.idle(draft));
    const living = this.session.transcript.state === "living" && !draft?.transcriptGone;
    const none = draft?.view?.status === "none";
    return html`<main><div class="drafting" role="status" data-testid="drafting" data-waiting=${waits ? "no" : "yes"}>
      <span class="pulse ${waits ? "still" : ""}"><attune-icon name="ScrollText"></attune-icon></span>
      <h1>${waits && none ? t.noDraft : t.drafting}</h1>
      <p class="muted">${this.text(waits, none, living)}</p>
      ${draft?.refusal ? html`<p class="error" role="alert">${draft.refusal}</p>` : nothing}
      ${waits ? this.actions(draft, none, living) : nothing}
    </div></main>`;
  }

  /** An old session is not being drafted any more: its button need not be waited for. */
  private idle(draft: NoteDraft): boolean {
    const { ended_at } = this.session;
    const long = ended_at !== null && Date.now() - Date.parse(ended_at) > SETTLED_MS;
    return draft.idle || (draft.view?.status === "none" && long);
  }

  private text(waits: boolean, none: boolean, living: boolean): string {
    if (this.draft?.trouble === "unreachable") return strings.common.unreachable;
    if (!waits) return t.draftingText;
    if (!none) return t.gaveUp;
    if (living) return t.noDraftText;
    return this.session.transcript.state === "none" ? t.nothing : t.noDraftGone;
  }

  private actions(draft: NoteDraft, none: boolean, living: boolean): TemplateResult {
    const format = this.session.format ?? "soap";
    return html`<div class="row wrap">
      ${none && living
        ? html`<button class="button primary" type="button" data-testid="draft-now" ?disabled=${draft.busy} @click=${() => draft.redraft({ format })}>
            <attune-icon name="ScrollText"></attune-icon>${t.draftNow}
          </button>`
        : nothing}
      ${none && !living
        ? html`<button class="button" type="button" data-testid="write-by-hand" @click=${() => draft.writeByHand(format)}>
            <attune-icon name="Plus"></attune-icon>${t.byHand}
          </button>`
        : nothing}
      ${draft.gaveUp
        ? html`<button class="button" type="button" data-testid="look-again" @click=${() => draft.look()}>${t.look}</button>`
        : nothing}
    </div>`;
  }
}
