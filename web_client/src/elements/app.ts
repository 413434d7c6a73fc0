import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Api, Problem } from "../api/client";
import type { Me } from "../api/types";
import { takeToken } from "../pages/token";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./ai-page";
import "./brand";
import "./client";
import "./clients";
import "./energy";
import "./home";
import "./icon";
import "./message-page";
import "./preferences";
import "./processors";
import "./session";
import "./style";
import "./template";
import "./templates";

type Route =
  | { page: "home" | "processors" | "energy" | "clients" | "style" | "templates" }
  | { page: "session" | "ai"; id: string }
  | { page: "client" | "template"; id: string; from: string };

/** The clinician's pages: sign-in by one-time link, the sessions, one session, its AI use, clients and their briefs, note formats, the AI processors, energy. */
@customElement("attune-app")
export class AttuneApp extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
      }
      .promise {
        display: flex;
        gap: 0.55rem;
      }
      .promise attune-icon {
        color: var(--attune-accent-ink);
      }
    `,
  ];

  @state() private me: Me | null = null;
  @state() private status: "checking" | "signed-out" | "signed-in" | "unreachable" = "checking";
  @state() private refused = false;
  @state() private route: Route = { page: "home" };
  private readonly api = new Api();
  private readonly ending = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.ending;
    const token = takeToken(globalThis.location, globalThis.history);
    this.route = routeOf(globalThis.location.hash);
    globalThis.addEventListener("hashchange", () => this.hashChanged(), { signal });
    void this.signIn(token);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
  }

  override render(): TemplateResult {
    switch (this.status) {
      case "checking":
        return html`<attune-message icon="Hourglass" .heading=${strings.signedOut.signingIn} testid="signing-in"></attune-message>`;
      case "unreachable":
        return html`<attune-message icon="WifiOff" .heading=${strings.common.failed} .text=${strings.common.unreachable} testid="unreachable">
          <button class="button primary" type="button" @click=${() => this.signIn("")}>${strings.common.retry}</button>
        </attune-message>`;
      case "signed-out":
        return this.signedOut();
      case "signed-in":
        return this.page();
    }
  }

  private signedOut(): TemplateResult {
    const t = strings.signedOut;
    return html`<attune-message icon="Lock" .heading=${t.title} .text=${t.text} testid="signed-out">
      ${this.refused ? html`<p class="chip danger" role="alert" data-testid="login-refused">${t.refused}</p>` : html`<p class="muted">${t.hint}</p>`}
      <p slot="foot" class="promise small muted"><attune-icon name="ShieldCheck"></attune-icon>${t.promise}</p>
    </attune-message>`;
  }

  private page(): TemplateResult {
    const { route } = this;
    const leave = (): void => void (this.status = "signed-out");
    if (route.page === "processors") return html`<attune-processors .api=${this.api} @signed-out=${leave}></attune-processors>`;
    if (route.page === "style") return html`<attune-style .api=${this.api} @signed-out=${leave}></attune-style>`;
    if (route.page === "clients") return html`<attune-clients .api=${this.api} @signed-out=${leave}></attune-clients>`;
    if (route.page === "client") return html`<attune-client .api=${this.api} .client=${route.id} .from=${route.from} @signed-out=${leave}></attune-client>`;
    if (route.page === "templates") return html`<attune-templates .api=${this.api} @signed-out=${leave}></attune-templates>`;
    if (route.page === "template") return html`<attune-template .api=${this.api} .template=${route.id} .from=${route.from} @signed-out=${leave}></attune-template>`;
    if (route.page === "ai") return html`<attune-ai-page .api=${this.api} .session=${route.id} @signed-out=${leave}></attune-ai-page>`;
    if (route.page === "session") {
      return html`<attune-session
        .api=${this.api}
        .me=${this.me}
        .session=${route.id}
        @signed-out=${leave}
      ></attune-session>`;
    }
    if (this.route.page === "energy") {
      return html`<attune-energy .api=${this.api} @signed-out=${() => (this.status = "signed-out")}></attune-energy>`;
    }
    return html`<attune-home .api=${this.api} .me=${this.me} @sign-out=${this.signOut} @profile-changed=${this.reload}></attune-home>`;
  }

  private async signIn(token: string): Promise<void> {
    this.status = "checking";
    try {
      if (token) await this.api.login(token).catch((error: unknown) => this.loginFailed(error));
      this.me = await this.api.me();
      this.status = this.me.clinician === null && !token && !this.me.practice ? "signed-out" : "signed-in";
    } catch (error) {
      this.status = error instanceof Problem && error.status !== 0 && error.status < 500 ? "signed-out" : "unreachable";
    }
  }

  /** A used link is no reason to sign out somebody who is signed in. */
  private loginFailed(error: unknown): void {
    if (error instanceof Problem && error.status === 0) throw error;
    this.refused = true;
  }

  private async reload(): Promise<void> {
    this.me = await this.api.me();
  }

  private async signOut(): Promise<void> {
    await this.api.logout().catch(() => undefined);
    this.me = null;
    this.refused = false;
    this.status = "signed-out";
  }

  /** A one-time link opened in a tab that is already on this page only changes the fragment. */
  private hashChanged(): void {
    const token = takeToken(globalThis.location, globalThis.history);
    if (token) void this.signIn(token);
    this.route = routeOf(globalThis.location.hash);
  }
}

export function routeOf(hash: string): Route {
  if (/^#\/energy\/?$/.test(hash)) return { page: "energy" };
  if (hash === "#/processors") return { page: "processors" };
  if (hash === "#/style") return { page: "style" };
  if (/^#\/clients\/?$/.test(hash)) return { page: "clients" };
  if (/^#\/templates\/?$/.test(hash)) return { page: "templates" };
  const [, template, beginning] = /^#\/templates\/([^/?]+)(?:\?from=([a-z]+))?/.exec(hash) ?? [];
  if (template) return { page: "template", id: template === "new" ? "" : decodeURIComponent(template), from: beginning ?? "" };
  const [, client, from] = /^#\/clients\/([^/?]+)(?:\?from=([^&]+))?/.exec(hash) ?? [];
  if (client) return { page: "client", id: decodeURIComponent(client), from: decodeURIComponent(from ?? "") };
  const [, id, rest] = /^#\/sessions\/([^/?]+)(\/ai)?/.exec(hash) ?? [];
  return id ? { page: rest ? "ai" : "session", id: decodeURIComponent(id) } : { page: "home" };
}
