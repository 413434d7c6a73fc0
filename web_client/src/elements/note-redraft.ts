import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Template } from "../api/templates";
import type { DraftWishes, NoteFormat, NotePreferences, Preferences, Redraft } from "../api/types";
import { choiceId, choiceOf } from "../state/form-choice";
import { OWN, ownSent, ownShown, type OwnName } from "../state/note-preferences";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { formOptions } from "./form-options";
import "./dialog";
import "./modalities";

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
      summary {
        min-height: 2.5rem;
        align-content: center;
        font-weight: 560;
        cursor: pointer;
      }
      summary .muted {
        font-weight: 400;
      }
      details .two {
        padding-block: 0.4rem 0.2rem;
      }
      details {
        scroll-margin-bottom: 9.5rem; /* the dialog's foot stays in view */
      }
      .modalities {
        display: block;
        padding-block: 0.6rem;
      }
      details > .small {
        padding-bottom: 0.4rem;
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
  /** What the note was drafted with of its own. */
  @property({ attribute: false }) own: NotePreferences = {};
  /** What is preferred where the note has nothing of its own, if known. */
  @property({ attribute: false }) preferred: Pick<Preferences, OwnName> | null = null;
  /** What was picked in the dialog. It outlasts templates and preferences that arrive while it is open. */
  @state() private picked = "";
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("open") || !this.open) return;
    this.form?.reset();
    this.picked = "";
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has("open") || !this.open) return;
    for (const name of OWN) {
      const field = this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
      if (field) field.value = ownShown(this.own, name);
    }
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${this.arranged ? t.titleArranged : t.title} @closed=${this.close}>
      <p>${this.arranged ? t.textArranged : t.text}</p>
      <form @submit=${this.submit}>
        <div class="two">
          <label class="field"><span>${t.format}</span>
            <select name="format" data-testid="redraft-format" .value=${live(this.known())} @change=${this.pick}>
              ${formOptions(this.templates, this.known(), strings.formats)}
            </select>
          </label>
          ${this.arranged ? nothing : this.detail()}
        </div>
        ${this.arranged ? nothing : [this.guidance(), this.forThisNote()]}
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

  /** What differs for this note from what is preferred for its client; its length stands above. */
  private forThisNote(): TemplateResult {
    const { preferred } = this;
    const p = strings.preferences;
    const set = OWN.filter((name) => name !== "detail").map((name) => this.named(name, ownShown(this.own, name)));
    return html`<details ?open=${set.some(Boolean)} data-testid="for-this-note">
      <summary @click=${this.unfolded}>${t.own} <span class="small muted">${set.filter(Boolean).join(" · ")}</span></summary>
      <div class="two">
        ${this.text("client_term", p.clientTerm)} ${this.text("clinician_term", p.clinicianTerm)}
        <label class="field"><span>${p.pronouns}</span>
          <select name="pronouns" data-testid="own-pronouns">
            <option value="">${t.details[""]}</option>
            ${Object.entries(strings.pronouns).map(([id, label]) => html`<option value=${id}>${label}</option>`)}
          </select>
          ${preferred ? html`<small>${t.preferred(this.named("pronouns", preferred.pronouns))}</small>` : nothing}
        </label>
      </div>
      ${this.modalities()}
      <p class="small muted">${t.ownHint}</p>
    </details>`;
  }

  /** Where none are listed in the preferences, it says so; what is known can be ticked all the same. */
  private modalities(): TemplateResult {
    const listed = this.preferred?.modalities ?? [];
    return html`<attune-modalities
      class="modalities"
      label=${strings.preferences.modalities}
      hint=${listed.length > 0 ? strings.preferences.modalitiesHint : t.noModalities}
      placeholder=${listed.join(", ")}
      testid="own-modalities"
      .own=${listed}
    ></attune-modalities>`;
  }

  private text(name: "client_term" | "clinician_term", label: string): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <input name=${name} maxlength="60" placeholder=${this.preferred ? ownShown(this.preferred, name) : ""} data-testid="own-${name}" />
    </label>`;
  }

  /** What was folded away comes into view, above the dialog's foot. */
  private unfolded(event: Event): void {
    const details = (event.currentTarget as HTMLElement).parentElement;
    requestAnimationFrame(() => details?.scrollIntoView({ block: "nearest" }));
  }

  private named(name: OwnName, value: string): string {
    return name === "pronouns" ? (strings.pronouns[value as keyof typeof strings.pronouns] ?? value) : value;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const form = new FormData(this.form);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const { format, template } = choiceOf(text("format"));
    const asked = template ? { template } : { format: format as NoteFormat };
    const own = ownSent(text);
    const preferences = Object.keys(own).length > 0 ? { preferences: own } : {};
    const detail: Redraft = { ...asked, ...wishes("", text("guidance")), ...preferences };
    this.close();
    this.dispatchEvent(new CustomEvent("redraft", { detail }));
  }

  /** The format asked for; one of the practice's own that is deleted can't be drafted in again. */
  private known(): string {
    const asked = this.picked || this.format;
    const { template } = choiceOf(asked);
    return template && !this.templates.some(({ id }) => choiceId("", id) === asked) ? "soap" : asked;
  }

  private pick(event: Event): void {
    this.picked = (event.currentTarget as HTMLSelectElement).value;
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
