import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { Fillers, Preferences } from "../api/types";
import type { Template } from "../api/templates";
import { choiceId, choiceOf } from "../state/form-choice";
import { listed } from "../state/modalities";
import { termsOf } from "../state/terms";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/templates";
import { formOptions } from "./form-options";
import "./dialog";
import "./modalities";

const t = strings.preferences;

/** How the clinician's notes are written. Fires `closed` and `profile-changed`. */
@customElement("attune-preferences")
export class AttunePreferences extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 1.1rem 1rem;
        padding-top: 1rem;
        color: var(--attune-ink);
      }
      .wide {
        grid-column: 1 / -1;
      }
      .conflict {
        margin-top: 0.8rem;
        color: var(--attune-warn);
      }
      .field > label {
        font-size: 0.875rem;
        font-weight: 560;
      }
      textarea {
        min-height: 6rem;
        resize: vertical;
      }
      @media (max-width: 460px) {
        form {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ type: Boolean }) open = false;
  @state() private known: Preferences | null = null;
  @state() private templates: Template[] = [];
  @state() private conflicts: string[] = [];
  /** They were saved, and something about them is to be read before the dialog is closed. */
  @state() private kept = false;
  @state() private trouble = "";
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) void this.load();
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${t.title} @closed=${this.close}>
      <p>${t.text} <a href="#/style" data-testid="preferences-style" @click=${this.close}>${t.style}</a></p>
      ${this.known ? this.fields(this.known) : nothing}
      <div slot="trouble" role="status">
        ${this.kept ? html`<p class="small" data-testid="preferences-kept">${t.savedBut}</p>` : nothing}
        ${this.conflicts.map((one) => html`<p class="conflict small" data-testid="preference-conflict">${words.conflicts[one] ?? one}</p>`)}
      </div>
      ${this.trouble ? html`<p slot="trouble" class="error" role="alert">${this.trouble}</p>` : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${this.kept ? strings.common.close : strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="save-preferences" @click=${this.save}>${t.save}</button>
    </attune-dialog>`;
  }

  private fields(known: Preferences): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      ${this.text("name", t.name, known.name)} ${this.text("credential", t.credential, known.credential, strings.sign.credentialHint)}
      ${this.text("clinician_term", t.clinicianTerm, known.clinician_term)} ${this.text("client_term", t.clientTerm, known.client_term)}
      ${this.select("detail", t.detail, known.detail, t.details)} ${this.format(known)}
      ${this.select("pronouns", t.pronouns, known.pronouns, strings.pronouns)} 
      ${this.select("fillers", t.fillers, known.fillers, t.fillerChoices, t.fillersHint)}
      <attune-modalities
        class="wide"
        label=${t.modalities}
        hint=${t.modalitiesHint}
        testid="preference-modalities"
        .value=${known.modalities.join(", ")}
      ></attune-modalities>
      <label class="field wide">
        <span>${t.vocabulary}</span>
        <textarea name="vocabulary" data-testid="preference-vocabulary" .value=${known.vocabulary.join("\n")}></textarea>
        <small>${t.vocabularyHint}</small>
      </label>
      <label class="field wide">
        <span>${t.instructions}</span>
        <textarea name="instructions" .value=${known.instructions}></textarea>
        <small lang=${words.locale} data-testid="instructions-hint">${words.forClient.instructionsHint}</small>
      </label>
    </form>`;
  }

  private text(name: string, label: string, value: string, hint = ""): TemplateResult {
    return html`<label class="field">
      <span>${label}</span><input name=${name} .value=${value} data-testid="preference-${name}" />${hint ? html`<small>${hint}</small>` : nothing}
    </label>`;
  }

  private select(name: string, label: string, value: string, options: Record<string, string>, hint = ""): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <select name=${name} data-testid="preference-${name}">
        ${Object.entries(options).map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
      </select>
      ${hint ? html`<small>${hint}</small>` : nothing}
    </label>`;
  }

  private format(known: Preferences): TemplateResult {
    return html`<div class="field">
      <label for="format">${t.format}</label>
      <select id="format" name="default_format" data-testid="preference-default_format">
        ${formOptions(this.templates, choiceId(known.default_format, known.default_template), strings.formats)}
      </select>
      <a class="small" href="#/templates" data-testid="own-formats" @click=${this.close}>${t.ownFormats}</a>
    </div>`;
  }

  private async load(): Promise<void> {
    [this.trouble, this.kept] = ["", false];
    this.templates = await this.api.templates().catch(() => []);
    this.conflicts = await this.api.conflicts().catch(() => []);
    this.known = await this.api.preferences().catch(() => null);
    if (!this.known) this.trouble = strings.common.unreachable;
  }

  private async save(): Promise<void> {
    if (!this.known) return;
    const form = new FormData(this.form);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const chosen = choiceOf(text("default_format"));
    try {
      await this.api.savePreferences({
        ...this.known,
        name: text("name"),
        credential: text("credential"),
        clinician_term: text("clinician_term"),
        client_term: text("client_term"),
        detail: text("detail"),
        default_format: chosen.format ?? this.known.default_format,
        default_template: chosen.template ?? "",
        pronouns: text("pronouns"),
        modalities: listed(text("modalities")),
        instructions: text("instructions"),
        fillers: text("fillers") as Fillers,
        vocabulary: termsOf(text("vocabulary")),
      });
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
      return;
    }
    this.trouble = "";
    this.dispatchEvent(new CustomEvent("profile-changed", { bubbles: true, composed: true }));
    const told = this.conflicts;
    this.conflicts = await this.api.conflicts().catch(() => []);
    this.kept = this.conflicts.some((one) => !told.includes(one));
    if (!this.kept) this.close();
  }

  private close(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
