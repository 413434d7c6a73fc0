import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { Problem, type Api } from "../api/client";
import type { ClientPreferences, Template } from "../api/templates";
import type { Preferences } from "../api/types";
import { CHOICES, differing, formOf, inherited, labelOf, overridesOf, type ChoiceName, type ClientForm } from "../state/client-preferences";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/templates";
import { formOptions } from "./form-options";
import "./dialog";
import "./icon";
import "./modalities";

const t = words.forClient;
const LONG: ReadonlySet<ChoiceName> = new Set(["instructions"]);
/** Fields that take the form's whole width. */
const WIDE: ReadonlySet<ChoiceName> = new Set(["modalities", "instructions"]);

/** What differs for one client from the clinician's own preferences, and the form that changes it. */
@customElement("attune-client-preferences")
export class AttuneClientPreferences extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      .card {
        display: grid;
        gap: 0.9rem;
        padding: 1.1rem 1.3rem 1.3rem;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: 0.6rem 1rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.35rem 1.4rem;
      }
      dd {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .note {
        display: flex;
        gap: 0.5rem;
        color: var(--attune-warn);
      }
      form {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 1.2rem 1rem;
        padding-top: 1rem;
        color: var(--attune-ink);
      }
      .wide {
        grid-column: 1 / -1;
      }
      textarea {
        min-height: 5rem;
        resize: vertical;
      }
      .mine {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.1rem 0.6rem;
        min-height: 2.25rem;
      }
      .mine .button {
        padding-inline: 0.3rem;
      }
      @media (max-width: 520px) {
        form,
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dl {
          gap: 0.1rem;
        }
        dd + dt {
          margin-top: 0.6rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() client = "";
  @state() private view: ClientPreferences | null = null;
  @state() private mine: Preferences | null = null;
  @state() private templates: Template[] = [];
  @state() private form: ClientForm | null = null;
  @state() private trouble = "";

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("client") && this.client) void this.load();
  }

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    const own = differing(view.own, view.effective, this.templates, words);
    return html`<section class="card" lang=${words.locale} aria-label=${t.title} data-testid="client-preferences">
        <div class="head">
          <div>
            <h2>${t.title}</h2>
            <p class="small muted">${t.text}</p>
          </div>
          <button class="button compact" type="button" data-testid="change-client-preferences" @click=${() => (this.form = formOf(view.own))}>
            <attune-icon name="Settings2"></attune-icon>${t.change}
          </button>
        </div>
        ${own.length === 0
          ? html`<p class="muted" data-testid="client-preferences-none">${t.none}</p>`
          : html`<dl>${own.map(({ name, label, value }) => html`<dt class="muted">${label}</dt><dd data-preference=${name}>${value || "–"}</dd>`)}</dl>`}
        ${view.conflicts.map((one) => html`<p class="note small" data-testid="preference-conflict"><attune-icon name="TriangleAlert"></attune-icon>${words.conflicts[one] ?? one}</p>`)}
      </section>
      <attune-dialog lang=${words.locale} .open=${this.form !== null} .heading=${t.title} @closed=${this.close}>
        <p>${t.text}</p>
        ${this.form && this.mine ? this.fields(this.form, this.mine) : nothing} ${this.trouble ? html`<p slot="trouble" class="error" role="alert">${this.trouble}</p>` : nothing}
        <button slot="actions" class="button" type="button" @click=${this.close}>${words.cancel}</button>
        <button slot="actions" class="button primary" type="button" data-testid="save-client-preferences" @click=${this.save}>${t.save}</button>
      </attune-dialog>`;
  }

  private fields(form: ClientForm, mine: Preferences): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>${CHOICES.map((name) => this.field(name, form[name], inherited(name, mine, this.templates, words)))}</form>`;
  }

  private field(name: ChoiceName, value: string | null, mine: string): TemplateResult {
    const label = labelOf(name, words);
    const id = `choice-${name}`;
    return html`<div class="field ${WIDE.has(name) ? "wide" : ""}">
      ${name === "modalities" ? nothing : html`<label for=${id} class="small"><strong>${label}</strong></label>`}
      ${this.control(name, id, value, mine)}
      ${LONG.has(name) ? html`<small data-testid="instructions-hint">${words.forClient.instructionsHint}</small>` : nothing}
      <div class="mine small muted" data-testid="mine-${name}">
        ${value === null
          ? t.asMineIs(mine)
          : html`<span>${t.own}</span
              ><button class="button quiet compact" type="button" aria-label=${t.resetLabel(label)} data-testid="reset-${name}" @click=${() => this.choose(name, null)}>${t.reset}</button>`}
      </div>
    </div>`;
  }

  private control(name: ChoiceName, id: string, value: string | null, mine: string): TemplateResult {
    const typed = (event: Event): void => this.choose(name, (event.currentTarget as HTMLInputElement).value);
    const options = { detail: t.details, pronouns: t.pronouns, fillers: t.fillers }[name as string];
    if (name === "form" || options) {
      // The first option is a value of its own that no preference has: nothing differs.
      const picked = (event: Event): void => this.choose(name, (event.currentTarget as HTMLSelectElement).value || null);
      return html`<select id=${id} data-testid=${id} .value=${live(value ?? "")} @change=${picked}>
        <option value="" ?selected=${value === null}>${t.asMine}</option>
        ${options ? Object.entries(options).map(([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`) : formOptions(this.templates, value ?? "", words.formats)}
      </select>`;
    }
    if (name === "modalities") return this.modalities(id, value, mine, typed);
    if (LONG.has(name)) return html`<textarea id=${id} maxlength="4000" data-testid=${id} placeholder=${mine} .value=${live(value ?? "")} @input=${typed}></textarea>`;
    return html`<input id=${id} data-testid=${id} placeholder=${mine} .value=${live(value ?? "")} @input=${typed} />`;
  }

  private modalities(id: string, value: string | null, mine: string, typed: (event: Event) => void): TemplateResult {
    return html`<attune-modalities label=${labelOf("modalities", words)} placeholder=${mine} testid=${id} .own=${this.mine?.modalities ?? []} .value=${value ?? ""} @input=${typed}></attune-modalities>`;
  }

  private choose(name: ChoiceName, value: string | null): void {
    if (this.form) this.form = { ...this.form, [name]: value };
  }

  private async load(): Promise<void> {
    const { client } = this;
    try {
      const [view, mine, templates] = await Promise.all([this.api.clientPreferences(client), this.api.preferences(), this.api.templates()]);
      if (client === this.client) [this.view, this.mine, this.templates] = [view, mine, templates];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.view = null; // the page around it says what is wrong
    }
  }

  private async save(): Promise<void> {
    if (!this.form) return;
    try {
      this.view = await this.api.saveClientPreferences(this.client, overridesOf(this.form));
      this.close();
    } catch (error) {
      this.trouble = error instanceof Problem && error.detail ? error.detail : strings.common.failed;
    }
  }

  private close(): void {
    [this.form, this.trouble] = [null, ""];
  }
}
