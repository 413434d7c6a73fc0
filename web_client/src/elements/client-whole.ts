import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Client } from "../api/brief";
import { Problem, type Api } from "../api/client";
import type { Merge } from "../api/templates";
import { shortDate } from "../format/time";
import { byName, choiceOf } from "../state/clients";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/templates";
import "./confirm";
import "./dialog";
import "./icon";

const t = words.whole;

/** What becomes of a client as a whole: put away, merged with another, deleted. Fires `changed`. */
@customElement("attune-client-whole")
export class AttuneClientWhole extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      section {
        display: grid;
        gap: 0.7rem;
      }
      .row {
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .quiet.danger-ink {
        color: var(--attune-danger);
      }
      form {
        padding-top: 1rem;
        color: var(--attune-ink);
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) client!: Client;
  @state() private merges: Merge[] = [];
  @state() private others: Client[] = [];
  @state() private merging = false;
  @state() private deleting = false;
  @state() private trouble = "";
  @state() private unchosen = false;
  @query("select") private other!: HTMLSelectElement;

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get("client") as Client | undefined;
    if (changed.has("client") && before?.id !== this.client.id) void this.load();
  }

  override render(): TemplateResult {
    const { client } = this;
    const away = client.archived_at !== null;
    return html`<section lang=${words.locale} aria-label=${t.title} data-testid="client-whole">
        <h2>${t.title}</h2>
        <p class="small muted">${away ? t.archived(shortDate(client.archived_at ?? "", words.locale)) : t.archiveText}</p>
        ${this.merges.map((merge) => this.merged(merge))}
        ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}
        <div class="row">
          <button class="button compact" type="button" data-testid="archive-client" @click=${() => this.tried(away ? this.api.takeClientBack(client.id) : this.api.archiveClient(client.id))}>
            ${away ? t.takeBack : t.archive}
          </button>
          <button class="button compact" type="button" data-testid="merge-client" @click=${this.ask}>${t.merge}</button>
          <button class="button quiet compact danger-ink" type="button" data-testid="delete-client" @click=${() => (this.deleting = true)}>
            <attune-icon name="Trash2"></attune-icon>${t.delete}
          </button>
        </div>
      </section>
      ${this.questions()}`;
  }

  private merged(merge: Merge): TemplateResult {
    return html`<p class="row small" data-testid="client-merged">
      ${t.merged(merge.other_name, merge.sessions)}
      <button
        class="button quiet compact"
        type="button"
        aria-label=${t.undoLabel(merge.other_name)}
        data-testid="undo-merge"
        @click=${() => this.tried(this.api.undoMerge(this.client.id, merge.id))}
      >
        ${t.undo}
      </button>
    </p>`;
  }

  private questions(): TemplateResult {
    const { name } = this.client;
    return html`<attune-dialog lang=${words.locale} .open=${this.merging} .heading=${t.merge} @closed=${() => (this.merging = false)}>
        <p>${t.mergeText(name)}</p>
        <form @submit=${this.merge}>
          <label class="field">
            <span>${t.mergeWith}</span>
            <select data-testid="merge-choice">
              <option value="">${t.choose}</option>
              ${this.others.map((client) => html`<option value=${client.id}>${choiceOf(client)}</option>`)}
            </select>
          </label>
        </form>
        ${this.unchosen ? html`<p slot="trouble" class="error" role="alert">${t.unchosen}</p>` : nothing}
        <button slot="actions" class="button" type="button" @click=${() => (this.merging = false)}>${words.cancel}</button>
        <button slot="actions" class="button primary" type="button" data-testid="merge-yes" @click=${this.merge}>${t.mergeYes}</button>
      </attune-dialog>
      <attune-confirm
        lang=${words.locale}
        danger
        .open=${this.deleting}
        .heading=${t.deleteTitle(name)}
        .text=${t.deleteText}
        .action=${t.deleteYes}
        .keep=${words.cancel}
        @confirm=${this.erase}
        @closed=${() => (this.deleting = false)}
      ></attune-confirm>`;
  }

  private async ask(): Promise<void> {
    this.unchosen = false;
    const all = await this.api.clients().catch(() => []);
    this.others = byName(all, words.locale).filter(({ id }) => id !== this.client.id);
    this.merging = true;
  }

  private async merge(event: Event): Promise<void> {
    event.preventDefault();
    this.unchosen = !this.other.value;
    if (this.unchosen) return;
    this.merging = false;
    await this.tried(this.api.mergeClient(this.client.id, this.other.value));
  }

  private async erase(): Promise<void> {
    this.deleting = false;
    if (await this.tried(this.api.deleteClient(this.client.id), false)) globalThis.location.hash = "#/clients";
  }

  /** Whether it was done; what the server says otherwise is shown. */
  private async tried(doing: Promise<unknown>, stays = true): Promise<boolean> {
    this.trouble = "";
    try {
      await doing;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.trouble = error.detail || strings.common.failed;
      return false;
    }
    if (stays) {
      await this.load();
      this.dispatchEvent(new CustomEvent("changed"));
    }
    return true;
  }

  private async load(): Promise<void> {
    const { id } = this.client;
    const merges = await this.api.merges(id).catch(() => []);
    if (id === this.client.id) this.merges = merges;
  }
}
