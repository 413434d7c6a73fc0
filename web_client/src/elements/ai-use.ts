import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import { summaryOf, type LedgerSummary } from "../state/ledger";
import { buttons, shared } from "../styles/shared";
import { names, strings } from "../strings";
import "./icon";

const t = strings.aiUse;

/** In one line, whether anything of a session was sent to an AI processor, and the way to all of it. */
@customElement("attune-ai-use")
export class AttuneAiUse extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.4rem 0.7rem;
        padding: 1rem 1.2rem;
        border-radius: var(--attune-radius);
        background: var(--attune-sunken);
      }
      attune-icon {
        margin-top: 0.1rem;
        color: var(--attune-accent-ink);
      }
      .left attune-icon {
        color: var(--attune-warn);
      }
      div {
        display: grid;
        gap: 0.35rem;
        justify-items: start;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  /** The note's: a draft that is made anew may have been sent. */
  @property({ type: Number }) version = 0;
  @state() private summary: LedgerSummary | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.has("session") || changed.has("version")) && this.session) void this.load();
  }

  override render(): TemplateResult | typeof nothing {
    const { summary } = this;
    if (!summary) return nothing;
    return html`<section class="small ${summary.verdict}" aria-label=${t.title} data-testid="ai-use" data-verdict=${summary.verdict}>
      <attune-icon name=${summary.verdict === "left" ? "Server" : "ShieldCheck"}></attune-icon>
      <div>
        <p>${this.told(summary)}</p>
        <a href="#/sessions/${this.session}/ai" data-testid="ai-look">${t.look}</a>
      </div>
    </section>`;
  }

  private told({ verdict, requests, processors }: LedgerSummary): string {
    if (verdict === "nothing") return t.nothing;
    return t[verdict](requests, names(processors));
  }

  private async load(): Promise<void> {
    const { session } = this;
    const entries = await this.api.ledger(session).catch(() => null);
    if (session === this.session && entries) this.summary = summaryOf(entries);
  }
}
