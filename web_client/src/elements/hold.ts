import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Hold } from "../api/types";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./confirm";
import "./dialog";
import "./icon";

const t = strings.hold;
const REASON = /^[A-Za-z0-9_.:/-]{1,64}$/;
const OWN = "clinician";

/** The legal hold on a session's transcript: asked for, agreed to and ended by two people. Fires `changed`. */
@customElement("attune-hold")
export class AttuneHold extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1.2rem;
        align-items: center;
        justify-content: space-between;
        padding-top: 1.2rem;
        border-top: 1px solid var(--attune-line);
      }
      section > div {
        flex: 1 1 18rem;
      }
      form {
        padding-top: 1.1rem;
        color: var(--attune-ink);
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  /** The session as last seen: whenever that is looked at again, so is the hold. */
  @property({ attribute: false }) seen: unknown = null;
  @property({ type: Boolean }) allowed = false;
  @state() private hold: Hold | null = null;
  @state() private asking = false;
  @state() private ending = false;
  @state() private busy = false;
  @state() private trouble = "";
  @query("input") private reason!: HTMLInputElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.has("session") || changed.has("seen")) && this.session) void this.load();
  }

  override render(): TemplateResult | typeof nothing {
    const { hold } = this;
    if (!hold) return nothing;
    return html`<section data-testid="hold" data-state=${hold.state}>
        <div>
          <h2>${t.title}</h2>
          <p class="small muted">${this.told(hold)}</p>
          ${this.trouble && !this.asking ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}
        </div>
        <span class="row wrap">${this.actions(hold)}</span>
      </section>
      <attune-dialog .open=${this.asking} .heading=${t.askTitle} @closed=${() => (this.asking = false)}>
        <p>${t.askText}</p>
        <form @submit=${this.ask} novalidate>
          <label class="field">
            <span>${t.reason}</span><input name="reason" maxlength="64" autocomplete="off" data-testid="hold-reason" />
            <small>${t.reasonHint}</small>
          </label>
        </form>
        ${this.trouble ? html`<p slot="trouble" class="error" role="alert">${this.trouble}</p>` : nothing}
        <button slot="actions" class="button" type="button" @click=${() => (this.asking = false)}>${strings.common.cancel}</button>
        <button slot="actions" class="button primary" type="button" data-testid="hold-submit" ?disabled=${this.busy} @click=${this.ask}>${t.ask}</button>
      </attune-dialog>
      <attune-confirm
        .open=${this.ending}
        .heading=${t.releaseTitle}
        .text=${t.releaseText}
        .action=${t.release}
        .keep=${t.keepOn}
        danger
        @confirm=${() => this.release(hold)}
        @closed=${() => (this.ending = false)}
      ></attune-confirm>`;
  }

  private told(hold: Hold): string {
    if (hold.state === "none") return t.offer;
    if (hold.state === "asked") return t.states.asked(hold.asked_by ?? "");
    return hold.state === "held" ? t.states.held() : t.states.release_asked(hold.release_by ?? "");
  }

  private actions(hold: Hold): TemplateResult | typeof nothing {
    switch (hold.state) {
      case "none":
        return this.button("hold-ask", t.ask, () => (this.asking = true));
      case "asked":
        return hold.asked_by === OWN
          ? this.button("hold-release", t.withdraw, () => this.release(hold))
          : html`${this.button("hold-agree", t.agree, () => this.place(hold.reason ?? ""))} ${this.button("hold-release", t.withdraw, () => this.release(hold))}`;
      case "held":
        return this.button("hold-release", t.release, () => this.release(hold));
      case "release_asked":
        return html`${hold.release_by === OWN ? nothing : this.button("hold-release", t.release, () => (this.ending = true))}
        ${this.allowed ? this.button("hold-keep", t.keepOn, () => this.place(hold.reason ?? "")) : nothing}`;
    }
  }

  private button(name: string, label: string, act: () => unknown): TemplateResult {
    return html`<button class="button compact" type="button" data-testid=${name} ?disabled=${this.busy} @click=${act}>
      <attune-icon name="Lock"></attune-icon>${label}
    </button>`;
  }

  private ask(event: Event): void {
    event.preventDefault();
    const reason = this.reason.value.trim();
    this.trouble = REASON.test(reason) ? "" : t.badReason;
    if (!this.trouble) void this.place(reason);
  }

  private place(reason: string): Promise<void> {
    return this.done(() => this.api.placeHold(this.session, reason));
  }

  private release(hold: Hold): Promise<void> {
    this.ending = false;
    return this.done(() => this.api.releaseHold(this.session, hold.state));
  }

  private async done(act: () => Promise<Hold>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.trouble] = [true, ""];
    try {
      this.hold = await act();
      this.asking = false;
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      this.trouble = error instanceof Problem ? error.detail : t.failed;
      await this.load();
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    this.hold = await this.api.hold(this.session).catch(() => null);
  }
}
