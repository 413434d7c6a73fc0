import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Addition, AdditionKind, NoteView } from "../api/types";
import { fullDate } from "../format/time";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { markFault } from "./fault";
import "./dialog";
import "./icon";

const t = strings.additions;
const KINDS = ["addendum", "correction", "late_entry", "cosignature"] as const satisfies readonly AdditionKind[];

/** What follows a signed note, and the way to add to it. Fires `added` (the note as it is now). */
@customElement("attune-additions")
export class AttuneAdditions extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1.2rem;
        align-items: center;
        justify-content: space-between;
        padding-top: 1.2rem;
        border-top: 1px solid var(--attune-line);
      }
      ol {
        list-style: none;
        display: grid;
        gap: 0.8rem;
      }
      li {
        padding: 1.1rem 1.3rem;
        display: grid;
        gap: 0.45rem;
      }
      .words {
        font-family: var(--attune-font-reading);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
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
      textarea {
        min-height: 8rem;
        resize: vertical;
      }
      .holds {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        color: var(--attune-accent-ink);
      }
      .holds.bad {
        color: var(--attune-danger);
      }
      @media (max-width: 460px) {
        .two {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) view!: NoteView;
  @property() name = "";
  @property() credential = "";
  @state() private open = false;
  @state() private kind: AdditionKind = "addendum";
  @state() private busy = false;
  @state() private trouble = "";
  @state() private holds: boolean | null = null;
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("view")) void this.check();
  }

  override render(): TemplateResult {
    const { additions } = this.view;
    return html`<div class="head">
        <div>
          <h2>${t.title}</h2>
          ${additions.length === 0 ? html`<p class="small muted">${t.none}</p>` : nothing}
        </div>
        <button class="button compact" type="button" data-testid="add-to-note" @click=${this.ask}>
          <attune-icon name="Plus"></attune-icon>${t.add}
        </button>
      </div>
      ${additions.length > 0 ? html`<ol data-testid="additions">${additions.map((one) => this.addition(one))}</ol>` : nothing}
      ${this.verdict()} ${this.dialog()}`;
  }

  private addition(one: Addition): TemplateResult {
    return html`<li class="card" data-testid="addition" data-kind=${one.kind}>
      <h3>${t.kinds[one.kind]}</h3>
      ${one.text ? html`<p class="words">${one.text}</p>` : nothing}
      <p class="small muted">${t.signedBy(strings.signed.by(one.signed.name, one.signed.credential), fullDate(one.signed.at, strings.locale))}</p>
    </li>`;
  }

  private verdict(): TemplateResult | typeof nothing {
    if (this.holds === null) return nothing;
    return html`<p class="holds small ${this.holds ? "" : "bad"}" role="status" data-testid="note-verified" data-verified=${String(this.holds)}>
      <attune-icon name=${this.holds ? "CircleCheck" : "CircleAlert"}></attune-icon>${this.holds ? t.holds : t.broken}
    </p>`;
  }

  private dialog(): TemplateResult {
    const cosigning = this.kind === "cosignature";
    return html`<attune-dialog .open=${this.open} .heading=${t.dialogTitle} @closed=${this.close}>
      <p>${t.dialogText}</p>
      <form @submit=${this.submit} data-testid="addition-form" novalidate>
        <label class="field">
          <span>${t.kind}</span>
          <select name="kind" data-testid="addition-kind" @change=${this.choose}>
            ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${t.kinds[kind]}</option>`)}
          </select>
          <small>${t.hints[this.kind]}</small>
        </label>
        <label class="field">
          <span>${cosigning ? t.remark : t.words}</span>
          <textarea name="text" maxlength="20000" data-testid="addition-text"></textarea>
        </label>
        <div class="two">
          <label class="field">
            <span>${strings.sign.name}</span>
            <input name="name" autocomplete="name" data-testid="addition-name" .value=${cosigning ? "" : this.name} />
          </label>
          <label class="field">
            <span>${strings.sign.credential}</span>
            <input name="credential" data-testid="addition-credential" .value=${cosigning ? "" : this.credential} />
          </label>
        </div>
      </form>
      ${this.trouble ? html`<p slot="trouble" class="error" role="alert" data-testid="addition-error">${this.trouble}</p>` : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="addition-submit" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>
        <attune-icon name="FileCheck"></attune-icon>${t.submit}
      </button>
    </attune-dialog>`;
  }

  private ask(): void {
    this.kind = "addendum";
    this.trouble = "";
    this.begin();
    this.open = true;
  }

  /** What a form's own reset would bring back is empty: the name and the credential, too. */
  private begin(): void {
    for (const [field, value] of Object.entries({ text: "", name: this.name, credential: this.credential })) {
      (this.form.elements.namedItem(field) as HTMLInputElement | HTMLTextAreaElement).value = value;
    }
  }

  private choose(event: Event): void {
    this.kind = (event.target as HTMLSelectElement).value as AdditionKind;
    this.trouble = "";
  }

  private close(): void {
    this.open = false;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(this.form);
    const text = (field: string): string => String(given.get(field) ?? "").trim();
    const needed = this.kind === "cosignature" ? (["name", "credential"] as const) : (["text", "name", "credential"] as const);
    const missing = needed.find((field) => !text(field));
    this.trouble = missing ? t.missing[missing] : "";
    markFault(this.form, missing ?? "");
    if (missing || this.busy) return;
    this.busy = true;
    try {
      const addition = { kind: this.kind, text: text("text"), name: text("name"), credential: text("credential") };
      const detail = await this.api.addTo(this.view.id, addition);
      this.open = false;
      this.dispatchEvent(new CustomEvent("added", { detail }));
    } catch (error) {
      this.trouble = error instanceof Problem ? error.detail : t.failed;
    } finally {
      this.busy = false;
    }
  }

  private async check(): Promise<void> {
    const verification = await this.api.verifyNote(this.view.id).catch(() => null);
    this.holds = verification?.verified ?? null;
  }
}
