import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { StyleRule } from "../api/style";
import { fieldOf } from "../state/style";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/style";
import { styleStyles } from "./style.styles";
import "./dialog";

const t = words.form;

/** Writes one rule of a style anew; open while there is a `rule`. Fires `closed`; `save` does the rest. */
@customElement("attune-style-form")
export class AttuneStyleForm extends LitElement {
  static override styles = [shared, buttons, fields, styleStyles];

  @property({ attribute: false }) rule: StyleRule | null = null;
  /** Keeps what was written; what it throws is shown. */
  @property({ attribute: false }) save: (rule: StyleRule, text: string) => Promise<unknown> = () => Promise.resolve();
  @state() private trouble = "";
  @state() private busy = false;
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("rule")) this.trouble = "";
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.rule !== null} .heading=${t.title} @closed=${this.close}>
      ${this.rule ? this.field(this.rule) : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="rule-save" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>
        ${t.save}
      </button>
    </attune-dialog>`;
  }

  private field(rule: StyleRule): TemplateResult {
    const value = rule.writable ?? "";
    const long = rule.kind === "addition";
    return html`<form novalidate lang=${words.locale} @submit=${this.submit}>
      <label class="field">
        <span>${fieldOf(rule, words)}</span>
        ${
          long
            ? html`<textarea name="text" rows="3" maxlength="600" data-testid="rule-text" .value=${value}></textarea>`
            : html`<input
                name="text"
                maxlength="600"
                autocomplete="off"
                inputmode=${rule.kind === "length" ? "numeric" : "text"}
                data-testid="rule-text"
                .value=${value}
              />`
        }
        <small>${t.hint}</small>
      </label>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}
    </form>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.rule) return;
    const text = String(new FormData(this.form).get("text") ?? "").trim().replace(/\s+/g, " ");
    this.busy = true;
    try {
      await this.save(this.rule, text);
      this.close();
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    } finally {
      this.busy = false;
    }
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
