import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { JoinLink, Languages, SessionParticipant, SessionView } from "../api/types";
import { languageChoices } from "../format/language";
import { within } from "../format/time";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./confirm";
import "./icon";

const t = strings.session;

/** A link for each participant: copy, see how long it works, revoke. Fires `changed`. */
@customElement("attune-invite")
export class AttuneInvite extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.6rem;
        padding: 1rem 0;
        border-top: 1px solid var(--attune-line);
      }
      li:last-child {
        padding-bottom: 0;
      }
      [role="status"]:empty {
        margin-top: -1rem; /* no gap for what is not said */
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 0.6rem 1rem;
      }
      .line .row {
        flex-wrap: wrap;
      }
      .button {
        white-space: nowrap;
      }
      select {
        width: auto !important;
        min-height: 2.4rem !important;
        font-size: 0.875rem !important;
      }
      input {
        font-size: 0.875rem !important;
        background: var(--attune-sunken) !important;
        border-color: var(--attune-line) !important;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;
  @state() private links = new Map<string, JoinLink>();
  @state() private copied = "";
  @state() private revoking: SessionParticipant | null = null;
  @state() private trouble = "";
  @state() private languages: Languages | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.api.languages().then((languages) => (this.languages = languages), () => null);
  }

  override render(): TemplateResult {
    const people = invited(this.session.participants);
    return html`<div>
        <h2>${t.invite}</h2>
        <p class="muted small">${t.inviteText}</p>
      </div>
      <ul>
        ${people.map((person) => this.row(person))}
      </ul>
      <p class="small" role="status">${this.trouble ? html`<span class="error">${this.trouble}</span>` : this.copied ? strings.common.copied : ""}</p>
      <attune-confirm
        .open=${this.revoking !== null}
        .heading=${t.revokeTitle(this.revoking?.name ?? "")}
        .text=${t.revokeText}
        .action=${t.revoke}
        danger
        @confirm=${this.revoke}
        @closed=${() => (this.revoking = null)}
      ></attune-confirm>`;
  }

  private row(person: SessionParticipant): TemplateResult {
    const link = this.links.get(person.id);
    const just = this.copied === person.id;
    return html`<li data-participant=${person.id}>
      <div class="line">
        <strong>${person.name}</strong>
        <span class="row">
          ${this.spoken(person)}
          <button class="button compact" type="button" data-testid="copy-link" @click=${() => this.copy(person)}>
            <attune-icon name=${just ? "Check" : "Copy"}></attune-icon>${just ? strings.common.copied : t.copy}
          </button>
          ${link ? html`<button class="button compact quiet" type="button" data-testid="revoke-link" @click=${() => (this.revoking = person)}>${t.revoke}</button>` : nothing}
        </span>
      </div>
      ${link
        ? html`<input
              readonly
              data-testid="join-link"
              aria-label=${t.linkFor(person.name)}
              .value=${absolute(link.url)}
              @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
            />
            <p class="small muted">${t.expires(within(link.expires_at, new Date(), strings.locale))}</p>`
        : nothing}
      ${person.revoked && !link ? html`<p class="small muted">${t.revoked}</p>` : nothing}
    </li>`;
  }

  /** What somebody speaks, where the speech model knows several languages or theirs is not the usual one. */
  private spoken(person: SessionParticipant): TemplateResult | typeof nothing {
    const { languages } = this;
    if (!languages || (languages.known.length < 2 && person.language === languages.default)) return nothing;
    return html`<select
      data-testid="participant-language"
      aria-label=${t.languageOf(person.name)}
      @change=${(event: Event) => this.speak(person, event.target as HTMLSelectElement)}
    >
      ${languageChoices(languages.known, person.language, strings.locale).map(
        ([code, name]) => html`<option value=${code} ?selected=${code === person.language}>${name}</option>`,
      )}
    </select>`;
  }

  private async speak(person: SessionParticipant, chosen: HTMLSelectElement): Promise<void> {
    this.trouble = "";
    try {
      await this.api.setLanguage(this.session.id, person.id, chosen.value);
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      chosen.value = person.language;
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    }
  }

  private async copy(person: SessionParticipant): Promise<void> {
    this.trouble = "";
    try {
      const link = this.links.get(person.id) ?? (await this.api.mintLink(this.session.id, person.id));
      // Somebody whose links were revoked is invited anew, under a new id.
      this.links = new Map(this.links).set(link.participant, link);
      if (link.participant !== person.id) this.dispatchEvent(new CustomEvent("changed"));
      this.copied = (await write(absolute(link.url))) ? link.participant : "";
      setTimeout(() => (this.copied = ""), 2500);
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    }
  }

  private async revoke(): Promise<void> {
    const person = this.revoking;
    this.revoking = null;
    if (!person) return;
    try {
      await this.api.revokeLink(this.session.id, person.id);
      const links = new Map(this.links);
      links.delete(person.id);
      this.links = links;
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      this.trouble = (error as { detail?: string }).detail || strings.common.failed;
    }
  }
}

/** Everyone to invite; a revoked entry only until the same person was invited anew. */
export function invited(participants: readonly SessionParticipant[]): SessionParticipant[] {
  const people = participants.filter(({ role }) => role !== "clinician");
  const again = new Set(people.filter(({ revoked }) => !revoked).map(({ name }) => name));
  return people.filter(({ name, revoked }, index) => {
    const last = people.map((person) => person.name).lastIndexOf(name) === index;
    return !revoked || (!again.has(name) && last);
  });
}

const absolute = (url: string): string => new URL(url, globalThis.location.href).href;

/** The clipboard may be refused; the link then stands in the field, ready to be selected. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
