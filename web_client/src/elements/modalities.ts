import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { has, offered, toggled } from "../state/modalities";
import { fields, shared } from "../styles/shared";

/**
 * A field for therapy modalities: typed, or ticked among those that are known. A field of its form, with `name` and
 * `value`. Fires `input`.
 */
@customElement("attune-modalities")
export class AttuneModalities extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    fields,
    css`
      .offered {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        padding-top: 0.15rem;
      }
      button {
        min-height: 2rem;
        padding: 0.2rem 0.75rem;
        border: 1px solid var(--attune-line-strong);
        border-radius: 999px;
        background: transparent;
        color: var(--attune-ink-2);
        font: inherit;
        font-size: 0.875rem;
        cursor: pointer;
      }
      button:hover {
        background: var(--attune-sunken);
      }
      button[aria-pressed="true"] {
        border-color: var(--attune-accent);
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
        font-weight: 560;
      }
      button:focus-visible {
        outline: 2.5px solid var(--attune-accent);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ reflect: true }) name = "modalities";
  @property() label = "";
  @property() hint = "";
  @property() placeholder = "";
  /** Of the field inside, for tests. */
  @property() testid = "";
  @property({ type: Number }) most = 1200;
  /** What the clinician lists for themselves: offered first. */
  @property({ attribute: false }) own: readonly string[] = [];
  @query("input") private input!: HTMLInputElement | null;
  private readonly internals = this.attachInternals();
  private text = "";

  @property()
  get value(): string {
    return this.text;
  }

  set value(text: string) {
    const before = this.text;
    this.text = text;
    this.internals.setFormValue(text);
    this.requestUpdate("value", before);
  }

  /** The form begins anew. */
  formResetCallback(): void {
    this.value = "";
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <label class="field">
        <span>${this.label}</span>
        <input maxlength=${this.most} placeholder=${this.placeholder} autocomplete="off" data-testid=${this.testid} .value=${live(this.text)} @input=${this.typed} />
      </label>
      <div class="offered" role="group" aria-label=${this.label}>
        ${offered(this.own).map(
          ([name, full]) => html`<button type="button" aria-pressed=${has(this.text, name) ? "true" : "false"} title=${full || nothing} data-testid="modality" @click=${() => this.tick(name)}>${name}</button>`,
        )}
      </div>
      ${this.hint ? html`<small>${this.hint}</small>` : nothing}
    </div>`;
  }

  private typed(): void {
    this.value = this.input?.value ?? "";
  }

  private tick(name: string): void {
    this.value = toggled(this.text, name);
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }
}
