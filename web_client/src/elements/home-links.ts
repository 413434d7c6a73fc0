import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { Matches } from "./controllers";
import type { IconName } from "./icon";
import "./icon";

const t = strings.home;
/** Below this width the links do not fit beside one another. */
const NARROW = "(max-width: 1020px)";

/** Every page there is, side by side or in a menu where there is no room for that. */
const PLACES: readonly { href: string; icon: IconName; label: string; testid: string }[] = [
  { href: "#/clients", icon: "Users", label: t.clients, testid: "clients-link" },
  { href: "#/templates", icon: "Layers", label: t.templates, testid: "templates-link" },
  { href: "#/style", icon: "PenLine", label: t.style, testid: "style-link" },
  { href: "#/processors", icon: "Server", label: t.processors, testid: "processors" },
  { href: "#/energy", icon: "Leaf", label: t.energy, testid: "energy-link" },
];

/** The ways from the home page to all other pages. Fires `preferences` and `sign-out`. */
@customElement("attune-home-links")
export class AttuneHomeLinks extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      .row {
        gap: 0.1rem;
        white-space: nowrap;
      }
      .row .button {
        padding-inline: 0.7rem;
      }
      /* The top layer knows no place: it is put below the button when it opens. */
      [popover] {
        inset: var(--top, 4rem) clamp(1.1rem, 4vw, 2.5rem) auto auto;
        min-width: 14rem;
        max-height: calc(100dvh - var(--top, 4rem) - 1rem);
        margin: 0;
        padding: 0.4rem;
        border: 1px solid var(--attune-line);
        border-radius: var(--attune-radius);
        background: var(--attune-raised);
        box-shadow: var(--attune-shadow-2);
        overflow: auto;
      }
      li .button.compact {
        width: 100%;
        min-height: 2.9rem;
        justify-content: start;
        gap: 0.8rem;
        font-size: 1rem;
      }
      .last {
        margin-top: 0.35rem;
        padding-top: 0.35rem;
        border-top: 1px solid var(--attune-line);
      }
    `,
  ];

  @state() private opened = false;
  @query("[popover]") private menu!: HTMLElement | null;
  @query("#open") private opener!: HTMLElement | null;
  private readonly narrow = new Matches(this, NARROW);

  override willUpdate(): void {
    if (!this.narrow.now) this.opened = false;
  }

  override render(): TemplateResult {
    if (!this.narrow.now) return html`<nav class="row" aria-label=${t.places}>${this.places()} ${this.preferences()} ${this.signOut()}</nav>`;
    return html`<button id="open" class="button quiet" type="button" popovertarget="menu" aria-expanded=${this.opened ? "true" : "false"} data-testid="menu">
        <attune-icon name=${this.opened ? "X" : "Menu"}></attune-icon>${t.menu}
      </button>
      <nav id="menu" popover aria-label=${t.places} data-testid="menu-list" @beforetoggle=${this.turning} @toggle=${this.toggled} @click=${this.chosen}>
        <ul>
          ${this.places().map((one) => html`<li>${one}</li>`)}
          <li class="last">${this.preferences()}</li>
          <li>${this.signOut()}</li>
        </ul>
      </nav>`;
  }

  private places(): TemplateResult[] {
    return PLACES.map(
      ({ href, icon, label, testid }) => html`<a class="button quiet compact" href=${href} data-testid=${testid}><attune-icon name=${icon}></attune-icon>${label}</a>`,
    );
  }

  private preferences(): TemplateResult {
    return html`<button class="button quiet compact" type="button" data-testid="preferences" @click=${() => this.fire("preferences")}>
      <attune-icon name="Settings2"></attune-icon>${t.preferences}
    </button>`;
  }

  private signOut(): TemplateResult {
    return html`<button class="button quiet compact" type="button" data-testid="sign-out" @click=${() => this.fire("sign-out")}>
      <attune-icon name="LogOut"></attune-icon>${t.signOut}
    </button>`;
  }

  /** It opens below its button, and gives the focus back when it closes: across a shadow root no browser does. */
  private turning(event: Event): void {
    const { menu, opener } = this;
    if ((event as ToggleEvent).newState === "closed") {
      if (menu?.contains(this.shadowRoot?.activeElement ?? null)) opener?.focus();
      return;
    }
    const bottom = opener?.getBoundingClientRect().bottom ?? 0;
    menu?.style.setProperty("--top", `${Math.max(8, Math.round(bottom) + 4)}px`);
  }

  private toggled(event: Event): void {
    this.opened = (event as ToggleEvent).newState === "open";
  }

  /** A choice closes it before anything else opens, also one made before the browser told that it is open. */
  private fire(type: string): void {
    this.menu?.hidePopover();
    this.dispatchEvent(new CustomEvent(type));
  }

  private chosen(event: Event): void {
    if (event.composedPath().some((one) => one instanceof HTMLAnchorElement)) this.menu?.hidePopover();
  }
}
