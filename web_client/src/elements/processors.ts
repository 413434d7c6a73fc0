import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Agreement, Attested, Permission, Processor, Processors } from "../api/processing";
import { permissionsOf } from "../state/ledger";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import { PROCESSOR_EXAMPLE, START_EXAMPLE } from "../strings/processor-example";
import { ledgerStyles } from "./ledger.styles";
import { pageStyles } from "./page.styles";
import "./icon";

const t = strings.processors;

/** The declared AI processors, for reading: declaring is the operator's, in the configuration. Fires `signed-out`. */
@customElement("attune-processors")
export class AttuneProcessors extends LitElement {
  static override styles = [
    shared,
    buttons,
    ledgerStyles,
    pageStyles,
    css`
      dd p + p {
        margin-top: 0.2rem;
      }
      .yes,
      .no {
        display: flex;
        gap: 0.45rem;
        align-items: baseline;
      }
      .yes attune-icon,
      .no attune-icon {
        width: 1rem;
        height: 1rem;
        align-self: center;
      }
      .yes attune-icon {
        color: var(--attune-accent-ink);
      }
      .copy {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @state() private known: Processors | null = null;
  @state() private trouble = "";
  @state() private copied = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`<main class="page" data-testid="processors-page" aria-busy=${this.known || this.trouble ? "false" : "true"}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div>
        <h1>${t.title}</h1>
        <p class="muted">${t.explain}</p>
      </div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.known ? this.listed(this.known) : nothing} ${this.how()}
    </main>`;
  }

  private listed({ drafter, processor, processors }: Processors): TemplateResult {
    if (processors.length === 0) {
      return html`<section class="card none" data-testid="processors-none">
        <attune-icon name="ShieldCheck"></attune-icon>
        <div>
          <h2>${t.none}</h2>
          <p class="muted small">${t.noneText}</p>
        </div>
      </section>`;
    }
    return html`<p data-testid="who-drafts">${drafter === "model" && processor ? t.byModel(processor) : t.embedded}</p>
      <ul class="cards">
        ${processors.map((one) => this.card(one))}
      </ul>`;
  }

  private card(one: Processor): TemplateResult {
    return html`<li class="card" data-testid="processor" data-processor=${one.id}>
      <header>
        <h2>${one.id}</h2>
        ${one.drafts ? html`<span class="chip accent">${t.drafts}</span>` : nothing}
      </header>
      <dl>
        <dt>${t.host}</dt><dd><p><code>${one.host}</code></p><p class="small muted">${one.stands_locally ? t.here : t.elsewhere}</p></dd>
        <dt>${t.model}</dt><dd>${one.model}</dd>
        <dt>${t.region}</dt><dd>${one.region}</dd>
        <dt>${t.agreement}</dt><dd data-testid="agreement">${this.agreement(one)}</dd>
        <dt>${t.zeroRetention}</dt><dd>${attestation(one.zero_retention)}</dd>
        <dt>${t.noTraining}</dt><dd>${attestation(one.no_training)}</dd>
        ${one.api_key_env
          ? html`<dt>${t.key}</dt><dd class=${one.key_missing ? "no" : ""}>${one.key_missing ? t.keyMissing(one.api_key_env) : t.keySet(one.api_key_env)}</dd>`
          : nothing}
        ${this.permissions(one)}
      </dl>
    </li>`;
  }

  private agreement({ baa, stands_locally: local }: Processor): TemplateResult | string {
    if (!baa) return local ? t.notNeeded : t.noAgreement;
    return html`<p>${baa.reference}, ${t.days(baa.from_, baa.to)}</p>
      <p class=${baa.in_force ? "muted small" : "no small"}>${standing(baa)}</p>`;
  }

  private permissions(one: Processor): TemplateResult {
    const { allowed, refused, undeclared } = permissionsOf(one);
    return html`<dt>${t.permitted}</dt>
      <dd data-testid="permitted">${allowed.length > 0 ? allowed.map((permission) => this.permission(permission)) : html`<p class="no">${t.nothingPermitted}</p>`}</dd>
      ${refused.length > 0 ? html`<dt>${t.refused}</dt><dd data-testid="refused">${refused.map((permission) => this.permission(permission))}</dd>` : nothing}
      ${undeclared.length > 0 ? html`<dt>${t.undeclared}</dt><dd class="muted">${undeclared.map(({ purpose }) => term(t.purposes, purpose)).join(", ")}</dd>` : nothing}`;
  }

  private permission({ purpose, allowed, reason }: Permission): TemplateResult {
    return html`<p class=${allowed ? "yes" : "no"}>
      <attune-icon name=${allowed ? "Check" : "X"}></attune-icon><span>${term(t.purposes, purpose)}${reason ? `: ${reason}` : ""}</span>
    </p>`;
  }

  private how(): TemplateResult {
    return html`<section class="card" data-testid="processors-how">
      <h2>${t.howTitle}</h2>
      <p class="small muted">${t.howText}</p>
      <pre tabindex="0" role="region" aria-label=${t.howTitle} data-testid="processor-example">${PROCESSOR_EXAMPLE}</pre>
      <button class="button compact copy" type="button" data-testid="copy-example" @click=${this.copy}>
        <attune-icon name=${this.copied ? "Check" : "Copy"}></attune-icon>${this.copied ? t.copied : t.copy}
      </button>
      <p class="small muted">${t.howRun}</p>
      <pre tabindex="0" role="region" aria-label=${t.howRun}>${START_EXAMPLE}</pre>
    </section>`;
  }

  /** The clipboard may be refused; the example then stands there, ready to be selected. */
  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(PROCESSOR_EXAMPLE);
      this.copied = true;
    } catch {
      this.copied = false;
    }
  };

  private async load(): Promise<void> {
    try {
      [this.known, this.trouble] = [await this.api.processors(), ""];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = error.status === 0 ? strings.common.unreachable : error.detail || t.failed;
    }
  }
}

/** An agreement before its first day, in force, or over. */
function standing({ in_force, days_left }: Agreement): string {
  return in_force || days_left === 0 ? t.left(days_left) : t.notYet;
}

function attestation(made: Attested | null): string {
  return made ? t.attested(made.by, made.at) : t.notAttested;
}
