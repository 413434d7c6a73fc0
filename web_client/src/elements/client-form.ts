import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Client, ClientName } from "../api/brief";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/clients";
import { markFault } from "./fault";
import "./dialog";

const t = words.form;

/** Name and reference of a new client, or of one that is there. Fires `closed`; `save` does the rest. */
@customElement("attune-client-form")
export class AttuneClientForm extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 1.1rem;
        padding-top: 0.6rem;
        color: var(--attune-ink);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) client: Client | null = null;
  /** Keeps what was entered; what it throws is shown. */
  @property({ attribute: false }) save: (name: ClientName) => Promise<unknown> = () => Promise.resolve();
  @state() private trouble = "";
  @state() private busy = false;
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) this.trouble = "";
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${this.client ? t.rename : t.create} @closed=${this.close}>
      <form novalidate @submit=${this.submit} data-testid="client-form">
        <label class="field">
          <span>${t.name}</span>
          <input name="name" required maxlength="800" autocomplete="off" data-testid="client-form-name" .value=${this.client?.name ?? ""} />
          <small>${t.nameHint}</small>
        </label>
        <label class="field">
          <span>${t.reference}</span>
          <input name="reference" maxlength="120" autocomplete="off" data-testid="client-form-reference" .value=${this.client?.reference ?? ""} />
          <small>${t.referenceHint}</small>
        </label>
      </form>
      ${this.trouble ? html`<p slot="trouble" class="error" role="alert">${this.trouble}</p>` : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="client-form-save" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>${t.save}</button>
    </attune-dialog>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = new FormData(this.form);
    const [name, reference] = [String(form.get("name") ?? "").trim(), String(form.get("reference") ?? "").trim()];
    if (!name) {
      this.trouble = t.nameless;
      markFault(this.form, "name");
      return;
    }
    this.busy = true;
    try {
      await this.save({ name, reference });
      this.form.reset();
      this.close();
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    } finally {
      this.busy = false;
    }
  }

  private close(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
