import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Client } from "../api/brief";
import { Problem, type Api } from "../api/client";
import { within } from "../format/time";
import { byName } from "../state/clients";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/clients";
import { words as templateWords } from "../strings/templates";
import { clientsStyles } from "./clients.styles";
import { pageStyles } from "./page.styles";
import "./client-form";
import "./icon";

const t = words.list;

/** All clients, by name. Fires `signed-out`. */
@customElement("attune-clients")
export class AttuneClients extends LitElement {
  static override styles = [shared, buttons, pageStyles, clientsStyles];

  @property({ attribute: false }) api!: Api;
  @state() private clients: Client[] | null = null;
  /** Those that were put away; null until they are asked for. */
  @state() private away: Client[] | null = null;
  @state() private adding = false;
  @state() private trouble = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`<main class="page" lang=${words.locale} data-testid="clients-page" aria-busy=${this.clients || this.trouble ? "false" : "true"}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div class="head">
        <div>
          <h1>${t.title}</h1>
          <p class="muted">${t.intro}</p>
        </div>
        <button class="button" type="button" data-testid="add-client" @click=${() => (this.adding = true)}>
          <attune-icon name="Plus"></attune-icon>${t.add}
        </button>
      </div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.content()} ${this.archived()}
      <attune-client-form
        .open=${this.adding}
        .save=${(name: { name: string; reference: string }) => this.api.createClient(name).then(() => this.load())}
        @closed=${() => (this.adding = false)}
      ></attune-client-form>
    </main>`;
  }

  private content(): TemplateResult | typeof nothing {
    if (!this.clients) return this.trouble ? nothing : html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (this.clients.length === 0) return html`<p class="muted" data-testid="clients-none">${t.none}</p>`;
    return this.list(this.clients);
  }

  private list(clients: readonly Client[]): TemplateResult {
    return html`<ul class="card list">
      ${repeat(
        byName(clients, words.locale),
        ({ id }) => id,
        (client) => this.row(client),
      )}
    </ul>`;
  }

  private archived(): TemplateResult {
    return html`<details class="more" data-testid="archived-clients" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.loadArchived()}>
      <summary class="muted">${templateWords.whole.archivedOnes}</summary>
      ${this.away?.length === 0 ? html`<p class="small muted">${templateWords.whole.noneArchived}</p>` : nothing}
      ${this.away && this.away.length > 0 ? this.list(this.away) : nothing}
    </details>`;
  }

  private async loadArchived(): Promise<void> {
    this.away = await this.api.clients(true).catch(() => null);
  }

  private row(client: Client): TemplateResult {
    const latest = client.last_at ? ` · ${t.latest(within(client.last_at, new Date(), words.locale))}` : "";
    const reference = client.reference ? `${client.reference} · ` : "";
    return html`<li>
      <a href="#/clients/${client.id}" data-testid="client-row" data-client=${client.id}>
        <span class="who">
          <strong>${client.name}</strong>
          <span class="small muted">${reference}${t.sessions(client.sessions)}${latest}</span>
        </span>
        <attune-icon name="ChevronRight"></attune-icon>
      </a>
    </li>`;
  }

  private async load(): Promise<void> {
    try {
      this.clients = await this.api.clients();
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = strings.common.unreachable;
    }
  }
}
