import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import type { Advice, Note } from "../api/types";
import { attestationOf, flagsOf, type Flagged } from "../state/note";
import { left, standing } from "../state/note-advice";
import { missingOf, type Missing } from "../state/signing";
import { buttons, fields, shared } from "../styles/shared";
import { strings, term } from "../strings";
import { markFault } from "./fault";
import type { AttuneDialog } from "./dialog";
import "./dialog";
import "./icon";
import "./sign-advice";

const t = strings.sign;

export interface SignDetail {
  name: string;
  credential: string;
  attestations: string[];
}

/** Who signs, and what is confirmed in signing. Fires `sign` (SignDetail), `closed` and, once it is closed, `show` (where). */
@customElement("attune-sign")
export class AttuneSign extends LitElement {
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
      .two {
        display: grid;
        grid-template-columns: 3fr 2fr;
        gap: 1rem;
      }
      .check {
        display: flex;
        gap: 0.75rem;
        align-items: start;
      }
      .flagged {
        padding: 0.8rem 1rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-warn-soft);
      }
      .flagged > span {
        display: grid;
        gap: 0.25rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      q {
        font-family: var(--attune-font-reading);
      }
      @media (max-width: 460px) {
        .two {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) busy = false;
  /** A legal hold keeps the transcript, also from the signature. */
  @property({ type: Boolean }) held = false;
  @property({ attribute: false }) note: Note | null = null;
  /** The note's id, and what the note may lack. */
  @property() noteId = "";
  @property({ attribute: false }) advice: readonly Advice[] = [];
  /** Whether when the session was held can be said anew. */
  @property({ type: Boolean }) timed = false;
  @property() name = "";
  @property() credential = "";
  @property() trouble = "";
  @state() private missing: Missing | null = null;
  @query("form") private form!: HTMLFormElement;
  @query("attune-dialog") private dialog!: AttuneDialog;

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${t.title} @closed=${this.close}>
      <p>${this.held ? t.textHeld : t.text}</p>
      ${keyed(this.open ? this.note : null, this.questions(this.note ? flagsOf(this.note) : []))}
      ${this.missing || this.trouble
        ? html`<p slot="trouble" class="error" role="alert" data-testid="sign-error">${this.trouble || (this.missing ? t.missing[this.missing] : "")}</p>`
        : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="sign-submit" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>
        <attune-icon name="Lock"></attune-icon>${this.busy ? t.signing : this.held ? t.submitHeld : t.submit}
      </button>
    </attune-dialog>`;
  }

  /** A form of its own for each note: a tick never passes from one note to another. */
  private questions(flagged: readonly Flagged[]): TemplateResult {
    return html`<form @submit=${this.submit} data-testid="sign-form" novalidate>
      <div class="two">
        <label class="field"><span>${t.name}</span><input name="name" autocomplete="name" data-testid="sign-name" .value=${this.name} /></label>
        <label class="field">
          <span>${t.credential}</span><input name="credential" data-testid="sign-credential" .value=${this.credential} />
          <small>${t.credentialHint}</small>
        </label>
      </div>
      ${flagged.length > 0 ? html`<p class="small">${t.flags}</p>` : nothing} ${flagged.map((item) => this.flag(item))}
      <attune-sign-advice ?timed=${this.timed} .advice=${standing(this.advice, left(globalThis.localStorage, this.noteId))} @show=${this.show}></attune-sign-advice>
      <label class="check">
        <input type="checkbox" name="reviewed" data-testid="attest-reviewed" /><span>${t.attestAll}</span>
      </label>
    </form>`;
  }

  private flag(item: Flagged): TemplateResult {
    return html`<label class="check flagged small">
      <input type="checkbox" name="attest" value=${attestationOf(item)} data-testid="attest-flag" />
      <span>
        <strong>${t.attest(term(strings.flagLabels, item.flag))}</strong>
        <q>${item.text}</q>${item.reason ? html`<span data-testid="attest-reason">${item.reason}</span>` : nothing}
      </span>
    </label>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const form = new FormData(this.form);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const attestations = form.getAll("attest").map(String);
    const flags = this.note ? flagsOf(this.note).length : 0;
    this.missing = missingOf({ name: text("name"), credential: text("credential"), flags, confirmed: attestations.length, reviewed: form.has("reviewed") });
    markFault(this.form, this.missing === "flags" ? "attest" : (this.missing ?? ""), (field) => !(field instanceof HTMLInputElement && field.checked));
    if (this.missing) return;
    const detail: SignDetail = { name: text("name"), credential: text("credential"), attestations: ["reviewed", ...attestations] };
    this.dispatchEvent(new CustomEvent("sign", { detail }));
  }

  /** Leads to what may lack: the dialog is closed first, for that gives the focus back to where it came from. */
  private async show({ detail }: CustomEvent<unknown>): Promise<void> {
    this.close();
    await this.updateComplete;
    await this.dialog.updateComplete;
    this.dispatchEvent(new CustomEvent("show", { detail }));
  }

  private close(): void {
    this.open = false;
    this.missing = null;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
