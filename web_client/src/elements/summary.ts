import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { SessionView } from "../api/types";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/ways";
import { waysStyles } from "./ways.styles";

const t = words.summary;
const MOST = 50_000;
const NEARLY = 5_000;

/** What the clinician writes of a session that is over. Fires `changed` once its note is drafted. */
@customElement("attune-summary")
export class AttuneSummary extends LitElement {
  static override styles = [shared, buttons, fields, waysStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;
  @state() private text = "";
  @state() private trouble = "";
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener("beforeunload", this.warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener("beforeunload", this.warn);
  }

  override render(): TemplateResult {
    const left = MOST - this.text.length;
    return html`<form class="card" novalidate data-testid="summary" @submit=${this.submit}>
      <div class="lead"><h2>${t.title}</h2><p class="muted">${t.text}</p></div>
      <label class="field">
        <span class="visually-hidden">${t.label}</span>
        <textarea
          maxlength=${MOST}
          data-testid="summary-text"
          aria-invalid=${this.trouble ? "true" : "false"}
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        ${left < NEARLY ? html`<small>${t.left(left)}</small>` : nothing}
      </label>
      ${this.trouble ? html`<p class="error" role="alert" data-testid="summary-trouble">${this.trouble}</p>` : nothing}
      <div class="actions"><button class="button primary" type="submit" data-testid="summary-submit" ?disabled=${this.busy}>${t.submit}</button></div>
    </form>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.trouble = this.text.trim() ? "" : t.empty;
    if (this.trouble || this.busy) return;
    this.busy = true;
    try {
      await this.api.writeSummary(this.session.id, this.text);
      this.text = "";
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      this.trouble = error instanceof Problem && error.detail ? error.detail : strings.common.unreachable;
    } finally {
      this.busy = false;
    }
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.text.trim()) event.preventDefault();
  };
}
