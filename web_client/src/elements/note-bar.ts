import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SessionView } from "../api/types";
import { remaining } from "../format/time";
import type { NoteDraft } from "../state/note-draft";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { barStyles } from "./note-bar.styles";
import "./icon";

const t = strings.note;
const e = strings.editor;

/** The head of a note's page: the way back, how long the words live, undo and redo, whether all is saved, signing. */
@customElement("attune-note-bar")
export class AttuneNoteBar extends LitElement {
  static override styles = [shared, buttons, barStyles];

  @property({ attribute: false }) session!: SessionView;
  @property({ attribute: false }) draft: NoteDraft | null = null;
  @property({ type: Boolean }) gone = false;
  @property({ type: Boolean }) held = false;
  @property({ type: Number }) secondsLeft: number | null = null;
  /** Counts renders of the page: the draft itself is always the same object. */
  @property({ type: Number }) turn = 0;

  override render(): TemplateResult {
    const view = this.draft?.view;
    const writable = view?.note && view.signed === null && view.status !== "insufficient" && this.draft?.ready;
    return html`<header class="bar">
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon><span>${strings.session.back}</span></a>
      ${this.countdown()} ${writable && this.draft ? this.controls(this.draft) : nothing}
    </header>`;
  }

  private controls(draft: NoteDraft): TemplateResult {
    const { undo, redo } = draft.steps;
    const state = draft.conflict ? "conflict" : draft.save;
    return html`<span class="row">
      <span class="small muted save" role="status" data-testid="save-state" data-state=${state}>${draft.conflict ? e.conflict.waiting : t.save[draft.save]}</span>
      <span class="steps">
        ${this.step("undo", "Undo2", undo ? e.undo(e.acts[undo]) : e.undoNothing, undo === null, () => draft.undo())}
        ${this.step("redo", "Redo2", redo ? e.redo(e.acts[redo]) : e.redoNothing, redo === null, () => draft.redo())}
      </span>
      <button class="button primary" type="button" data-testid="sign" ?disabled=${draft.busy || draft.conflict !== null} @click=${() => draft.beginSigning()}>
        <attune-icon name="FileCheck"></attune-icon>${t.sign}
      </button>
    </span>`;
  }

  /** Stays focusable where there is nothing to take back, so that the focus is not lost with the last step. */
  private step(id: string, icon: "Undo2" | "Redo2", label: string, none: boolean, take: () => void): TemplateResult {
    return html`<button class="icon-button" type="button" data-testid=${id} aria-label=${label} title=${label} aria-disabled=${none ? "true" : "false"} @click=${() => !none && take()}>
      <attune-icon name=${icon}></attune-icon>
    </button>`;
  }

  private countdown(): TemplateResult | typeof nothing {
    if (this.gone) {
      return html`<span class="chip accent" data-testid="transcript-gone"><attune-icon name="ShieldCheck"></attune-icon>${t.destroyedLine}</span>`;
    }
    if (this.held) {
      return html`<span class="chip warn" data-testid="transcript-held"><attune-icon name="Lock"></attune-icon>${t.heldLine}</span>`;
    }
    const left = this.secondsLeft;
    if (left === null) return nothing;
    const { warning } = this.session.transcript;
    const urgent = warning === "day5" || warning === "day6";
    const only = this.draft?.view?.status === "insufficient";
    return html`<span class="countdown ${urgent ? "urgent" : ""}" data-testid="countdown">
      <attune-icon name="Clock"></attune-icon>${only ? t.countdownOnly(remaining(left)) : t.countdown(remaining(left))}
    </span>`;
  }
}
