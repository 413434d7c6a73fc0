import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Client, ClientDetail } from "../api/brief";
import type { Template } from "../api/templates";
import type { Languages, NewSession, SessionKind, Setting, Source } from "../api/types";
import { languageChoices } from "../format/language";
import { localInput, zoned } from "../format/time";
import { buttons, fields, shared } from "../styles/shared";
import { MOST_MINUTES, heldFault } from "../state/held";
import { byName, choiceOf, namesakes } from "../state/clients";
import { choiceId, choiceOf as formOf, usualFor } from "../state/form-choice";
import { names, strings } from "../strings";
import { ways } from "../strings/en-ways";
import { words } from "../strings/templates";
import { markFault } from "./fault";
import { formOptions } from "./form-options";
import "./dialog";
import "./way-choice";

const t = strings.create;
/** Sessions that are held, rather than told of afterwards. */
const LIVE: ReadonlySet<Source> = new Set(["call", "in_person"]);
/** Those without a length of their own. */
const TOLD: ReadonlySet<Source> = new Set(["dictation", "summary"]);
const LENGTHS = [25, 45, 50, 60, 80, 90];

/** The form that creates a session and goes to it. Fires `closed`. */
@customElement("attune-new-session")
export class AttuneNewSession extends LitElement {
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
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 1rem;
      }
      @media (max-width: 460px) {
        .two {
          grid-template-columns: 1fr;
        }
      }
      textarea {
        min-height: 5rem;
        resize: vertical;
      }
      .suggestion {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.6rem 1rem;
        padding: 0.7rem 0.9rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      .suggestion span {
        flex: 1 1 14rem;
      }
      .when {
        display: grid;
        gap: 0.6rem;
        justify-items: start;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ type: Boolean }) open = false;
  /** Whom the session is held with, where that is settled. */
  @property({ attribute: false }) client: Client | null = null;
  @state() private source: Source = "call";
  @state() private kind: SessionKind = "individual";
  @state() private later = false;
  @state() private trouble = "";
  @state() private busy = false;
  /** A format, or a template in its place, as one id. */
  @state() private format = "soap";
  /** The clinician's or the client's, whatever the kind, and whether it was chosen for this client. */
  private preferred = { format: "soap", chosen: false };
  @state() private templates: Template[] = [];
  @state() private typed = "";
  /** Who and what can be chosen is still being asked for. */
  @state() private loading = true;
  @state() private languages: Languages | null = null;
  @state() private clients: Client[] = [];
  @state() private known = false;
  @state() private chosen: ClientDetail | null = null;
  @query("form") private form!: HTMLFormElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) void this.prefer();
  }

  override render(): TemplateResult {
    return html`<attune-dialog .open=${this.open} .heading=${t.title} @closed=${this.close}>
      <form id="form" @submit=${this.submit} data-testid="create-form" aria-busy=${this.loading ? "true" : "false"} novalidate>
        <attune-way-choice .chosen=${this.source} @chosen=${(event: CustomEvent<{ source: Source }>) => (this.source = event.detail.source)}></attune-way-choice>
        ${this.whose()} ${this.together()}
        ${LIVE.has(this.source) ? this.planned() : this.wasHeld()}
        ${this.spoken()}
      </form>
      ${this.trouble ? html`<p slot="trouble" class="error" role="alert">${this.trouble}</p>` : nothing}
      <button slot="actions" class="button" type="button" @click=${this.close}>${strings.common.cancel}</button>
      <button slot="actions" class="button primary" type="button" data-testid="create-session" ?disabled=${this.busy} @click=${() => this.form.requestSubmit()}>
        ${t.submit}
      </button>
    </attune-dialog>`;
  }

  /** When a session is going to be held, and for how long. */
  private planned(): TemplateResult {
    return html`<div class="field">
          <span id="when">${t.when}</span>
          <div class="when" role="group" aria-labelledby="when">
            <div class="segmented">${this.choice(t.now, !this.later, () => (this.later = false), "when-now")} ${this.choice(t.later, this.later, () => (this.later = true), "when-later")}</div>
            ${this.later
              ? html`<input name="when" type="datetime-local" aria-label=${t.when} data-testid="when" value=${localInput(nextHour(new Date()))} />`
              : nothing}
          </div>
        </div>
        <div class="two">
          <label class="field">
            <span>${t.length}</span>
            <select name="minutes" data-testid="minutes">
              ${LENGTHS.map((n) => html`<option value=${n} ?selected=${n === 50}>${strings.home.minutes(n)}</option>`)}
            </select>
          </label>
          ${this.formats()}
        </div>`;
  }

  private formats(): TemplateResult {
    return html`<label class="field">
      <span>${t.format}</span>
      <select name="format" data-testid="format">
        ${formOptions(this.templates, this.format, strings.formats)}
      </select>
    </label>`;
  }

  /** When and how a session was held that is told of, or recorded. */
  private wasHeld(): TemplateResult {
    return html`<div class="two">
      <label class="field">
        <span>${ways.held}</span>
        <input name="held" type="datetime-local" data-testid="held" max=${localInput(new Date())} />
        <small>${ways.heldHint}</small>
      </label>
      ${TOLD.has(this.source) ? this.lasted() : this.formats()}
    </div>
    <div class="two">
      <label class="field">
        <span>${ways.setting}</span>
        <select name="setting" data-testid="setting">
          ${Object.entries(ways.settings).map(([id, label]) => html`<option value=${id === "unsaid" ? "" : id}>${label}</option>`)}
        </select>
      </label>
      ${TOLD.has(this.source) ? this.formats() : nothing}
    </div>`;
  }

  private lasted(): TemplateResult {
    return html`<label class="field">
      <span>${ways.lasted}</span>
      <input name="lasted" type="number" inputmode="numeric" min="1" max=${MOST_MINUTES} step="1" data-testid="lasted" />
      <small>${ways.lastedHint}</small>
    </label>`;
  }

  /** A known client, where there are any; or the name of a new one. */
  private whose(): TemplateResult {
    const asks = this.clients.length > 0 && !this.client;
    return html`${asks
      ? html`<div class="field">
          <span id="whose">${t.whose}</span>
          <div><div class="segmented" role="group" aria-labelledby="whose">
            ${this.choice(t.newClient, !this.known, () => this.newcomer(), "client-new")} ${this.choice(t.knownClient, this.known, () => (this.known = true), "client-known")}
          </div></div>
        </div>`
      : nothing}
    ${this.known || this.client ? this.chooser() : this.namer()}`;
  }

  private namer(): TemplateResult {
    return html`<label class="field">
      <span>${t.client}</span>
      <input
        name="client"
        required
        maxlength="120"
        autocomplete="off"
        data-testid="client-name"
        @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
      />
      ${this.kind !== "individual" ? html`<small>${t.clientFirst}</small>` : this.source === "call" ? html`<small>${t.clientHint}</small>` : nothing}
    </label>
    ${namesakes(this.clients, this.typed).map((client) => this.suggestion(client))}`;
  }

  /** A client of that name is there: the same person, most likely. */
  private suggestion(client: Client): TemplateResult {
    const known = words.known;
    return html`<div class="suggestion small" role="status" lang=${words.locale} data-testid="client-suggestion">
      <span>${known.suggest(choiceOf(client))} ${known.both}</span>
      <button class="button compact" type="button" aria-label=${known.useLabel(choiceOf(client))} data-testid="use-client" @click=${() => this.take(client)}>${known.use}</button>
    </div>`;
  }

  private take(client: Client): void {
    this.known = true;
    void this.choose(client.id);
  }

  private chooser(): TemplateResult {
    const offered = this.client ? [this.client] : byName(this.clients, strings.locale);
    const people = this.chosen && this.chosen.people.length > 1 ? t.heldWith(names(this.chosen.people)) : "";
    return html`<label class="field">
      <span>${t.client}</span>
      <select name="client_id" data-testid="client-choice" @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
        ${this.client ? nothing : html`<option value="">${t.choose}</option>`}
        ${offered.map((client) => html`<option value=${client.id} ?selected=${client.id === (this.chosen?.id ?? this.client?.id)}>${choiceOf(client)}</option>`)}
      </select>
      ${people ? html`<small>${people}</small>` : nothing}
    </label>`;
  }

  /** Kind and names, unless both are those of a known client's last session. */
  private together(): TemplateResult | typeof nothing {
    if (this.chosen?.kind) return nothing;
    return html`<div class="field">
        <span id="kind">${t.kind}</span>
        <div><div class="segmented" role="group" aria-labelledby="kind">${(["individual", "couple", "group"] as const).map((kind) => this.choice(strings.kinds[kind], this.kind === kind, () => this.hold(kind), `kind-${kind}`))}</div></div>
      </div>
      ${this.kind === "individual" ? nothing : this.others()}`;
  }

  private newcomer(): void {
    [this.known, this.chosen, this.typed] = [false, null, ""];
  }

  private async choose(id: string): Promise<void> {
    this.chosen = id ? await this.api.client(id).catch(() => null) : null;
    // A client may have a format of their own.
    const view = id ? await this.api.clientPreferences(id).catch(() => null) : null;
    if (view) this.preferred = { format: choiceId(view.effective.default_format, view.effective.default_template), chosen: view.own.default_format !== null };
    this.format = this.usual(this.chosen?.kind ?? this.kind);
  }

  private usual(kind: SessionKind): string {
    return usualFor(this.preferred.format, kind, this.preferred.chosen);
  }

  /** With whom it is held; the format follows unless another one was picked. */
  private hold(kind: SessionKind): void {
    this.kind = kind;
    const field = this.form.elements.namedItem("format");
    if (!(field instanceof HTMLSelectElement) || field.value === this.format) this.format = this.usual(kind);
  }

  private choice(label: string, on: boolean, choose: () => void, id: string): TemplateResult {
    return html`<button type="button" aria-pressed=${on ? "true" : "false"} data-testid=${id} @click=${choose}>${label}</button>`;
  }

  /** Which language is spoken: asked only where the speech model knows several. */
  private spoken(): TemplateResult | typeof nothing {
    const { languages } = this;
    if (!languages || languages.known.length < 2) return nothing;
    return html`<label class="field">
      <span>${t.language}</span>
      <select name="language" data-testid="language">
        ${languageChoices(languages.known, languages.default, strings.locale).map(
          ([code, name]) => html`<option value=${code} ?selected=${code === languages.default}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  private others(): TemplateResult {
    return html`<label class="field">
      <span>${t.others}</span>
      <textarea name="others" data-testid="other-names"></textarea>
      <small>${this.source === "call" ? t.othersHint : t.othersHere}</small>
    </label>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const session = this.read();
    if (!session) return;
    this.busy = true;
    this.trouble = "";
    try {
      const created = await this.api.createSession(session);
      this.close();
      this.form.reset();
      [this.source, this.kind, this.later] = ["call", "individual", false];
      this.newcomer();
      globalThis.location.hash = `#/sessions/${created.id}`;
    } catch (error) {
      this.trouble = error instanceof Problem && error.detail ? error.detail : strings.common.failed;
    } finally {
      this.busy = false;
    }
  }

  private read(): NewSession | null {
    const form = new FormData(this.form);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const lasted = Number(text("lasted") || 0);
    const [fault, why] = this.fault(text);
    this.trouble = why;
    markFault(this.form, fault);
    if (fault) return null;
    const others = text("others").split("\n").map((name) => name.trim()).filter(Boolean);
    const id = text("client_id");
    const first = id ? (this.chosen?.name ?? this.client?.name ?? "") : text("client");
    return {
      ...(id ? { client_id: id } : { client: first }),
      ...(others.length > 0 ? { clients: [first, ...others] } : {}),
      ...this.time(text),
      ...(this.source === "call" ? {} : { source: this.source }),
      ...(lasted ? { held_minutes: lasted } : {}),
      ...(text("setting") ? { setting: text("setting") as Setting } : {}),
      kind: this.chosen?.kind ?? this.kind,
      ...formOf(text("format")),
      ...(text("language") && text("language") !== this.languages?.default ? { language: text("language") } : {}),
    };
  }

  private time(text: (name: string) => string): Pick<NewSession, "scheduled_for" | "planned_minutes"> {
    const at = LIVE.has(this.source) ? (this.later ? text("when") : "") : text("held");
    return { ...(at ? { scheduled_for: zoned(at) } : {}), planned_minutes: Number(text("minutes") || 50) };
  }

  /** The first field that is not right, and why; two empty texts where all are. */
  private fault(text: (name: string) => string): [field: string, why: string] {
    if (this.known || this.client) {
      if (!text("client_id")) return ["client_id", t.unchosen];
    } else if (!text("client")) return ["client", t.nameless];
    if (LIVE.has(this.source) && this.later && !text("when")) return ["when", t.timeless];
    if (LIVE.has(this.source)) return ["", ""];
    const wrong = heldFault({ at: text("held"), unreadable: this.unreadable("held"), minutes: this.unreadable("lasted") ? "?" : text("lasted") }, new Date());
    return wrong ? [wrong === "minutes" ? "lasted" : "held", ways.times.faults[wrong]] : ["", ""];
  }

  /** Whether something stands in a field of which the browser makes nothing: it gives an empty text for it. */
  private unreadable(name: string): boolean {
    const field = this.form.elements.namedItem(name);
    return field instanceof HTMLInputElement && field.validity.badInput;
  }

  private async prefer(): Promise<void> {
    this.loading = true;
    this.templates = await this.api.templates().catch(() => []);
    if (!this.client) this.clients = await this.api.clients().catch(() => []);
    // Most sessions are held with somebody who came before; what is being typed stays.
    if (!this.client && !this.typed) this.known = this.clients.length > 0;
    this.languages = await this.api.languages().catch(() => null);
    const preferences = await this.api.preferences().catch(() => null);
    if (preferences) this.preferred = { format: choiceId(preferences.default_format, preferences.default_template), chosen: false };
    await this.choose(this.client?.id ?? "");
    this.loading = false;
  }

  private close(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}

/** The next full hour: what most appointments begin on. */
export function nextHour(now: Date): Date {
  const hour = new Date(now);
  hour.setHours(hour.getHours() + 1, 0, 0, 0);
  return hour;
}
