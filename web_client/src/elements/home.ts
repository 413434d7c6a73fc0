import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api/client";
import { Problem } from "../api/client";
import type { Me, SessionView } from "../api/types";
import { remaining, when } from "../format/time";
import { latestFirst } from "../state/clients";
import { lengthOf } from "../state/session-length";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import { Ticks } from "./controllers";
import { homeStyles } from "./home.styles";
import "./brand";
import "./home-links";
import "./icon";
import "./new-session";
import "./preferences";

const t = strings.home;
const POLL_MS = 15_000;

/** All sessions: what happens now, what is coming, which notes wait to be finished. Fires `sign-out`. */
@customElement("attune-home")
export class AttuneHome extends LitElement {
  static override styles = [shared, buttons, homeStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) me: Me | null = null;
  @state() private sessions: SessionView[] | null = null;
  @state() private loadedAt = 0;
  @state() private creating = false;
  @state() private preferring = false;
  @state() private trouble = "";
  private poll: ReturnType<typeof setInterval> | undefined;
  protected readonly ticks = new Ticks(this, 30_000);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    this.poll = setInterval(() => document.visibilityState === "visible" && void this.load(), POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.poll);
  }

  override render(): TemplateResult {
    return html`${this.bar()}
      <main data-testid="home" aria-busy=${this.sessions || this.trouble ? "false" : "true"}>
        <div class="head">
          <div>
            <h1>${t.greeting(this.me?.clinician?.name ?? "")}</h1>
            <p class="muted">${this.sessions ? t.sub(this.sessions.filter((s) => s.state === "ended").length) : "\u00a0"}</p>
          </div>
          <button class="button primary" type="button" data-testid="new-session" @click=${() => (this.creating = true)}>
            <attune-icon name="Plus"></attune-icon>${t.new}
          </button>
        </div>
        ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.nameless()} ${this.content()}
      </main>
      <footer class="small faint">
        <span>${this.me?.practice} · Attune ${this.me?.version}</span><a href="/policy" target="_blank" rel="noopener">${t.policy}</a>
      </footer>
      <attune-new-session .api=${this.api} .open=${this.creating} @closed=${() => (this.creating = false)}></attune-new-session>
      <attune-preferences .api=${this.api} .open=${this.preferring} @closed=${() => (this.preferring = false)}></attune-preferences>`;
  }

  private bar(): TemplateResult {
    return html`<header class="bar">
      <a href="#/" aria-label=${strings.product}><attune-brand></attune-brand></a>
      <attune-home-links
        @preferences=${() => (this.preferring = true)}
        @sign-out=${() => this.dispatchEvent(new CustomEvent("sign-out"))}
      ></attune-home-links>
    </header>`;
  }

  /** Who has no name yet is "Clinician" to every client who comes. */
  private nameless(): TemplateResult | typeof nothing {
    if (!this.me || this.me.clinician?.name) return nothing;
    return html`<section class="nameless card" data-testid="nameless">
      <p><strong>${t.nameless}</strong> <span class="muted">${t.namelessText}</span></p>
      <button class="button compact" type="button" data-testid="introduce" @click=${() => (this.preferring = true)}>${t.introduce}</button>
    </section>`;
  }

  private content(): TemplateResult {
    if (!this.sessions) return html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (this.sessions.length === 0) return this.empty();
    const of = (state: SessionView["state"]) => this.sessions?.filter((session) => session.state === state) ?? [];
    return html`${this.group(t.live, of("live"))} ${this.group(t.finish, of("ended"))}
    ${this.group(t.upcoming, of("scheduled").sort(byTime))} ${this.group(t.done, latestFirst(of("signed")))}`;
  }

  private empty(): TemplateResult {
    return html`<section class="empty card">
      <h2>${t.emptyTitle}</h2>
      <p class="muted">${t.emptyText}</p>
      <button class="button primary" type="button" @click=${() => (this.creating = true)}>${t.new}</button>
    </section>`;
  }

  private group(title: string, sessions: readonly SessionView[]): TemplateResult | typeof nothing {
    if (sessions.length === 0) return nothing;
    return html`<section aria-label=${title}>
      <h2 class="group">${title}</h2>
      <ul class="card list" data-testid="sessions">
        ${repeat(
          sessions,
          ({ id }) => id,
          (session) => this.row(session),
        )}
      </ul>
    </section>`;
  }

  private row(session: SessionView): TemplateResult {
    const at = session.started_at ?? session.scheduled_for;
    const name = session.template ? t.ownFormat : session.format && strings.formats[session.format];
    const minutes = lengthOf(session);
    const now = new Date();
    // Nobody said when a session was held that is told of: it is found by when it was told.
    const facts = [at ? when(at, now, strings.locale) : t.created(when(session.created_at, now, strings.locale)), minutes === null ? "" : t.minutes(minutes), strings.kinds[session.kind], name ?? ""];
    return html`<li>
      <a href="#/sessions/${session.id}" data-testid="session-row" data-session=${session.id} data-state=${session.state}>
        <span class="who">
          <strong>${session.client}</strong>
          <span class="small muted">${facts.filter(Boolean).join(" · ")}</span>
        </span>
        <span class="marks">${this.marks(session)}</span>
        <attune-icon name="ChevronRight"></attune-icon>
      </a>
    </li>`;
  }

  private marks(session: SessionView): TemplateResult {
    const { transcript, note } = session;
    const left = Math.max(0, (transcript.seconds_left ?? 0) - (Date.now() - this.loadedAt) / 1000);
    const urgent = transcript.warning === "day5" || transcript.warning === "day6";
    return html`${session.state === "live" ? html`<span class="chip accent">${strings.states.live}</span>` : nothing}
    ${session.state === "ended" ? html`<span class="chip">${term(t.noteStates, note.status)}</span>` : nothing}
    ${transcript.state === "living" && session.state !== "live" && transcript.seconds_left !== null
      ? html`<span class="chip ${urgent ? "danger" : "warn"}" data-testid="countdown">
          <attune-icon name="Clock"></attune-icon>${t.destroyIn(remaining(left))}
        </span>`
      : nothing}
    ${transcript.warning === "held" ? html`<span class="chip warn"><attune-icon name="Lock"></attune-icon>${t.held}</span>` : nothing}
    ${transcript.state === "destroyed" ? html`<span class="chip accent"><attune-icon name="ShieldCheck"></attune-icon>${t.destroyed}</span>` : nothing}`;
  }

  private async load(): Promise<void> {
    try {
      this.sessions = await this.api.sessions();
      this.loadedAt = Date.now();
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("sign-out"));
      this.trouble = strings.common.unreachable;
    }
  }
}

const byTime = (a: SessionView, b: SessionView): number => (a.scheduled_for ?? "").localeCompare(b.scheduled_for ?? "");
