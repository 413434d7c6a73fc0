import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Problem, type Api } from "../api/client";
import type { Template } from "../api/templates";
import { within } from "../format/time";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/templates";
import { clientsStyles } from "./clients.styles";
import { pageStyles } from "./page.styles";
import { templatesStyles } from "./templates.styles";
import "./icon";

const t = words.list;

/** The practice's own note formats, and the way to a new one. Fires `signed-out`. */
@customElement("attune-templates")
export class AttuneTemplates extends LitElement {
  static override styles = [shared, buttons, fields, pageStyles, clientsStyles, templatesStyles];

  @property({ attribute: false }) api!: Api;
  @state() private templates: Template[] | null = null;
  @state() private trouble = "";
  @query("select") private beginning!: HTMLSelectElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`<main class="page" lang=${words.locale} data-testid="templates-page" aria-busy=${this.templates || this.trouble ? "false" : "true"}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div>
        <h1>${t.title}</h1>
        <p class="muted">${t.intro}</p>
      </div>
      ${this.begin()} ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.content()}
    </main>`;
  }

  private begin(): TemplateResult {
    return html`<form class="card begin" @submit=${this.go}>
      <label class="field">
        <span>${t.begin}</span>
        <select data-testid="template-beginning">
          ${Object.entries(words.formats).map(([id, name], at) => html`<option value=${id} ?selected=${at === 0}>${name}</option>`)}
          <option value="blank">${t.blank}</option>
        </select>
      </label>
      <button class="button primary" data-testid="template-begin"><attune-icon name="Plus"></attune-icon>${t.create}</button>
    </form>`;
  }

  private content(): TemplateResult | typeof nothing {
    if (!this.templates) return this.trouble ? nothing : html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (this.templates.length === 0) return html`<p class="muted" data-testid="templates-none">${t.none}</p>`;
    return html`<ul class="card list">
      ${repeat(
        this.templates,
        ({ id }) => id,
        (template) => html`<li>
          <a href="#/templates/${template.id}" data-testid="template-row">
            <span class="who">
              <strong>${template.name}</strong>
              <span class="small muted">${t.sections(template.sections.length)} · ${t.version(template.version, within(template.changed_at, new Date(), words.locale))}</span>
            </span>
            <attune-icon name="ChevronRight"></attune-icon>
          </a>
        </li>`,
      )}
    </ul>`;
  }

  private go(event: SubmitEvent): void {
    event.preventDefault();
    globalThis.location.hash = `#/templates/new?from=${this.beginning.value}`;
  }

  private async load(): Promise<void> {
    try {
      this.templates = await this.api.templates();
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = strings.common.unreachable;
    }
  }
}
