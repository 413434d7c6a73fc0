import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { HeldTimes, SessionView } from "../api/types";
import { localInput } from "../format/time";
import { MOST_MINUTES, changeOf, formOf, heldFault, isTold, type HeldFault, type HeldForm } from "../state/held";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/ways";
import { markFault } from "./fault";
import type { AttuneDialog } from "./dialog";
import "./dialog";
import "./icon";

const t = words.times;
const FIELDS: Record<HeldFault, string> = { "": "", unreadable: "at", future: "at", minutes: "minutes", ends: "at" };

/** Says anew when a session was held that was told of afterwards, or recorded; what `save` gives is why that failed. */
@customElement("attune-held")
export class AttuneHeld extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 1.1rem;
        padding-top: 1.1rem;
        color: var(--attune-ink);
      }
      .opener {
        margin-left: -0.85rem;
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionView;
  @property({ attribute: false }) save: (change: HeldTimes) => Promise<string> = async () => "";
  @property({ type: Boolean }) disabled = false;
  @state() private open = false;
  @state() private busy = false;
  @state() private trouble = "";
  @state() private told = "";
  private beginning: HeldForm = { at: "", unreadable: false, minutes: "" };
  @query("form") private form!: HTMLFormElement;
  @query("attune-dialog") private dialog!: AttuneDialog;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("button")?.focus(options);
  }

  override render(): TemplateResult {
    return html`<span lang=${words.locale}>
      <button class="button quiet compact opener" type="button" data-testid="held-open" ?disabled=${this.disabled} @click=${this.begin}>
        <attune-icon name="CalendarDays"></attune-icon>${this.session.scheduled_for ? t.change : t.add}
      </button>
      <span class="small muted" role="status" data-testid="held-told">${this.told}</span>
      <attune-dialog .open=${this.open} .heading=${t.title} @closed=${() => (this.open = false)}>
        <p>${t.text}</p>
        ${keyed(this.open, this.fields())}
        ${this.trouble ? html`<p id="trouble" slot="trouble" class="error" role="alert" data-testid="held-trouble">${this.trouble}</p>` : nothing}
        <button slot="actions" class="button" type="button" @click=${() => (this.open = false)}>${strings.common.cancel}</button>
        <button slot="actions" class="button primary" type="button" data-testid="held-save" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>${t.save}</button>
      </attune-dialog>
    </span>`;
  }

  private fields(): TemplateResult {
    return html`<form novalidate data-testid="held-form" @submit=${this.submit}>
      <label class="field">
        <span>${words.held}</span>
        <input name="at" type="datetime-local" max=${localInput(new Date())} data-testid="held-at" aria-describedby="trouble" .value=${this.beginning.at} />
        <small>${t.atHint}</small>
      </label>
      ${isTold(this.session)
        ? html`<label class="field">
            <span>${words.lasted}</span>
            <input name="minutes" type="number" inputmode="numeric" min="1" max=${MOST_MINUTES} step="1" data-testid="held-minutes" aria-describedby="trouble" .value=${this.beginning.minutes} />
            <small>${words.lastedHint}</small>
          </label>`
        : nothing}
    </form>`;
  }

  private begin(): void {
    this.beginning = formOf(this.session);
    [this.trouble, this.told, this.open] = ["", "", true];
  }

  private read(): HeldForm {
    const at = this.form.elements.namedItem("at") as HTMLInputElement;
    const minutes = this.form.elements.namedItem("minutes") as HTMLInputElement | null;
    // Of a number that is none the browser gives an empty text, too.
    const said = minutes?.validity.badInput ? "?" : (minutes?.value.trim() ?? "");
    return { at: at.value.slice(0, 16), unreadable: at.validity.badInput, minutes: said };
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = this.read();
    const measured = isTold(this.session) || this.session.duration_seconds === null ? null : this.session.duration_seconds / 60;
    const fault = heldFault(form, new Date(), measured);
    this.trouble = fault ? t.faults[fault] : "";
    markFault(this.form, FIELDS[fault]);
    if (fault) return;
    const change = changeOf(this.beginning, form);
    if (change) {
      this.busy = true;
      this.trouble = await this.save(change);
      this.busy = false;
      if (this.trouble) return;
    }
    this.open = false;
    if (!change) return;
    // Beside an open dialog the rest of the page is silent: it is told once that is closed.
    await this.updateComplete;
    await this.dialog.updateComplete;
    this.told = t.saved;
  }
}
