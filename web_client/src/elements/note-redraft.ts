import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Template } from "../api/templates";
import type { DraftWishes, NoteFormat, Redraft } from "../api/types";
import { choiceId, choiceOf } from "../state/form-choice";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { formOptions } from "./form-options";
import "./dialog";

const t = strings.editor.redraft;
/** Characters the server takes. */
export const MOST_GUIDANCE = 1000;

/** Asks how the whole note is to be drafted again. Fires `redraft` ({@link Redraft}) and `closed`. */
@customElement("attune-redraft")
export class AttuneRedraft extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 1.1rem;
        padding-top: 1.1rem;
        color: var(--attune-ink);
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 1rem;
      }
      textarea {
        min-height: 5rem;
        resize: vertical;
      }
      @media (max-width: 460px) {
        .two {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** A format, or one of the practice's own in its place, as one id. */
  @property() format = "soap";
  @property({ attribute: false }) templates: readonly Template[] = [];
  /** There is nothing to draft from: only the note's own sentences can be put in another format. */
  @property({ type: Boolean }) arranged = false;
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) this.form?.reset();
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${this.arranged ? t.titleArranged : t.title} @closed=${this.close}>
      <p>${this.arranged ? t.textArranged : t.text}</p>
      <form @submit=${this.submit}>
        <div class="two">
          <label class="field"><span>${t.format}</span>
            <select name="format" data-testid="redraft-format" .value=${live(this.known())}>
              ${formOptions(this.templates, this.known(), strings.formats)}
            </select>
          </label>
          ${this.arranged ? nothing : this.detail()}
        </div>
        ${this.arranged ? nothing : this.guidance()}
      </form>
      <button slot="actions" class="button" type="button" data-testid="redraft-no" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="redraft-yes" @click=${() => this.form.requestSubmit()}>${this.arranged ? t.arrange : t.confirm}</button>
    </attune-dialog>`;
  }

  private detail(): TemplateResult {
    return html`<label class="field"><span>${t.detail}</span>
      <select name="detail" data-testid="redraft-detail">
        ${Object.entries(t.details).map(([id, label]) => html`<option value=${id}>${label}</option>`)}
      </select>
    </label>`;
  }

  private guidance(): TemplateResult {
    return html`<label class="field"><span>${t.guidance}</span>
      <textarea name="guidance" maxlength=${MOST_GUIDANCE} data-testid="redraft-guidance"></textarea>
      <small>${t.guidanceHint}</small>
    </label>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const form = new FormData(this.form);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const { format, template } = choiceOf(text("format"));
    const asked = template ? { template } : { format: format as NoteFormat };
    const detail: Redraft = { ...asked, ...wishes(text("detail"), text("guidance")) };
    this.close();
    this.dispatchEvent(new CustomEvent("redraft", { detail }));
  }

  /** The format asked for; one of the practice's own that is deleted can't be drafted in again. */
  private known(): string {
    const { template } = choiceOf(this.format);
    return template && !this.templates.some(({ id }) => choiceId("", id) === this.format) ? "soap" : this.format;
  }

  private close(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}

/** Wishes as they are sent: what was left empty is not said. */
export function wishes(detail: string, guidance: string): DraftWishes {
  return { ...(detail ? { detail: detail as NonNullable<DraftWishes["detail"]> } : {}), ...(guidance ? { guidance } : {}) };
}
