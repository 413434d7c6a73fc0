import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Client } from "../api/brief";
import type { Api } from "../api/client";
import type { SessionView } from "../api/types";
import { byName, choiceOf } from "../state/clients";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.session;

/** Before a session: the way to the brief of its client; or the question whose it is. Fires `changed`. */
@customElement("attune-session-client")
export class AttuneSessionClient extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.7rem;
      }
      .ask .field {
        flex: 1 1 14rem;
      }
      .button {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;
  @state() private clients: Client[] | null = null;
  @state() private trouble = "";

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") && this.session.client_id === null && !this.clients) void this.load();
  }

  override render(): TemplateResult {
    const { client_id: client, id } = this.session;
    return html`<div>
        <h2>${t.brief}</h2>
        <p class="muted small">${client ? t.briefText : t.whoseText}</p>
      </div>
      ${client
        ? html`<a class="button" href="#/clients/${client}?from=${id}" data-testid="open-brief"><attune-icon name="FileCheck"></attune-icon>${t.briefOpen}</a>`
        : this.ask()}
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}`;
  }

  private ask(): TemplateResult | typeof nothing {
    if (!this.clients || this.clients.length === 0) return nothing;
    return html`<form class="ask" @submit=${this.file} data-testid="file-form">
      <label class="field">
        <span>${strings.create.client}</span>
        <select name="client" data-testid="whose">
          <option value="">${strings.create.choose}</option>
          ${byName(this.clients, strings.locale).map((client) => html`<option value=${client.id}>${choiceOf(client)}</option>`)}
        </select>
      </label>
      <button class="button" type="submit">${t.whoseSave}</button>
    </form>`;
  }

  private async load(): Promise<void> {
    this.clients = await this.api.clients().catch(() => null);
  }

  private async file(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const client = String(new FormData(event.target as HTMLFormElement).get("client") ?? "");
    this.trouble = client ? "" : strings.create.unchosen;
    if (!client) return;
    try {
      await this.api.fileSession(this.session.id, client);
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    }
  }
}
