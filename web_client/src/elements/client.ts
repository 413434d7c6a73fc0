import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ClientDetail, ClientName } from "../api/brief";
import { Problem, type Api } from "../api/client";
import type { SessionView } from "../api/types";
import { shortDate } from "../format/time";
import { latestFirst, unfiled } from "../state/clients";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/clients";
import { clientsStyles } from "./clients.styles";
import { pageStyles } from "./page.styles";
import "./brief";
import { words as templateWords } from "../strings/templates";
import "./client-form";
import "./client-preferences";
import "./client-whole";
import "./icon";
import "./message-page";
import "./new-session";

const t = words.client;

/** One client: the brief of their signed notes, and their sessions. Fires `signed-out`. */
@customElement("attune-client")
export class AttuneClient extends LitElement {
  static override styles = [shared, buttons, pageStyles, clientsStyles];

  @property({ attribute: false }) api!: Api;
  /** The client's id. */
  @property() client = "";
  /** The session one came from, if any: the way back leads there. */
  @property() from = "";
  @state() private view: ClientDetail | null = null;
  @state() private sessions: SessionView[] = [];
  @state() private waiting: SessionView[] = [];
  @state() private trouble: "missing" | "unreachable" | "" = "";
  @state() private renaming = false;
  @state() private creating = false;
  @state() private edition = 0;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("client") && this.client) void this.load();
  }

  override render(): TemplateResult {
    if (this.trouble) {
      const text = this.trouble === "missing" ? t.missing : strings.common.unreachable;
      return html`<attune-message icon="CircleAlert" .heading=${strings.common.failed} .text=${text} testid="client-trouble"><a href="#/clients">${t.back}</a></attune-message>`;
    }
    const { view } = this;
    if (!view) return html`<attune-message icon="Hourglass" .heading=${strings.common.loading}></attune-message>`;
    if (view.merged_into) {
      return html`<attune-message icon="Users" .heading=${view.name} .text=${templateWords.whole.mergedInto} testid="client-merged-away"
        ><a href="#/clients/${view.merged_into}">${templateWords.whole.toOther}</a></attune-message
      >`;
    }
    return html`<main class="page wide" lang=${words.locale} data-testid="client-page" data-client=${view.id}>
      ${this.back()}
      <div class="head">
        <div>
          <h1>${view.name}</h1>
          ${view.reference ? html`<p class="muted">${view.reference}</p>` : nothing}
        </div>
        <div class="actions">
          <button class="button quiet" type="button" data-testid="rename-client" @click=${() => (this.renaming = true)}>${t.rename}</button>
          <button class="button" type="button" data-testid="client-new-session" ?disabled=${view.archived_at !== null} @click=${() => (this.creating = true)}>
            <attune-icon name="Plus"></attune-icon>${t.newSession}
          </button>
        </div>
      </div>
      <attune-brief .api=${this.api} .client=${view.id} .edition=${this.edition}></attune-brief>
      ${this.held()} ${this.unfiled()}
      <attune-client-preferences .api=${this.api} .client=${view.id}></attune-client-preferences>
      <attune-client-whole .api=${this.api} .client=${view} @changed=${this.refresh}></attune-client-whole>
      <attune-client-form .open=${this.renaming} .client=${view} .save=${(name: ClientName) => this.rename(name)} @closed=${() => (this.renaming = false)}></attune-client-form>
      <attune-new-session .api=${this.api} .client=${view} .open=${this.creating} @closed=${() => (this.creating = false)}></attune-new-session>
    </main>`;
  }

  private back(): TemplateResult {
    const [href, text] = this.from ? [`#/sessions/${this.from}`, t.toSession] : ["#/clients", t.back];
    return html`<a class="back" href=${href} data-testid="client-back"><attune-icon name="ArrowLeft"></attune-icon>${text}</a>`;
  }

  private held(): TemplateResult {
    return html`<section class="more" aria-label=${t.sessions}>
      <h2>${t.sessions}</h2>
      ${this.sessions.length === 0
        ? html`<p class="muted">${t.noSessions}</p>`
        : html`<ul class="card list" data-testid="client-sessions">
            ${repeat(
              this.sessions,
              ({ id }) => id,
              (session) => html`<li>${this.row(session, "")}</li>`,
            )}
          </ul>`}
    </section>`;
  }

  private row(session: SessionView, name: string): TemplateResult {
    return html`<a href="#/sessions/${session.id}" data-testid="client-session" data-session=${session.id}>
      <span class="who">
        <strong>${whenOf(session)}</strong>
        <span class="small muted">${name}${words.kinds[session.kind]} · ${words.states[session.state]}</span>
      </span>
      <attune-icon name="ChevronRight"></attune-icon>
    </a>`;
  }

  /** Sessions from before there were clients: only a person knows whose they are. */
  private unfiled(): TemplateResult | typeof nothing {
    if (this.waiting.length === 0) return nothing;
    return html`<section class="more" aria-label=${t.unfiled}>
      <div>
        <h2>${t.unfiled}</h2>
        <p class="small muted">${t.unfiledText}</p>
      </div>
      <ul class="card list" data-testid="unfiled-sessions">
        ${repeat(
          this.waiting,
          ({ id }) => id,
          (session) => html`<li>
            ${this.row(session, `${session.client} · `)}
            <button class="button compact" type="button" data-testid="file-session" aria-label=${t.fileLabel(session.client, whenOf(session))} @click=${() => this.file(session)}>
              ${t.fileHere}
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private async rename(name: ClientName): Promise<void> {
    await this.api.renameClient(this.client, name);
    await this.load();
  }

  private async refresh(): Promise<void> {
    this.edition += 1;
    await this.load();
  }

  private async file(session: SessionView): Promise<void> {
    await this.api.fileSession(session.id, this.client);
    this.edition += 1;
    await this.load();
  }

  private async load(): Promise<void> {
    const { client } = this;
    try {
      const [view, sessions, all] = await Promise.all([this.api.client(client), this.api.sessions(client), this.api.sessions()]);
      if (client !== this.client) return;
      this.trouble = "";
      [this.view, this.sessions, this.waiting] = [view, latestFirst(sessions), unfiled(all, view.name)];
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      else this.trouble = error instanceof Problem && error.status === 404 ? "missing" : "unreachable";
    }
  }
}

/** Nobody said when some sessions were held: they are told apart by when they were made. */
function whenOf({ started_at, scheduled_for, created_at }: SessionView): string {
  const at = started_at ?? scheduled_for;
  return at ? shortDate(at, words.locale) : t.created(shortDate(created_at, words.locale));
}
