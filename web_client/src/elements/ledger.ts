import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { LedgerBody, LedgerEntry } from "../api/processing";
import { fullDate } from "../format/time";
import { figure, spanOf } from "../state/energy";
import { kindsOf, settingsOf, wasSent } from "../state/ledger";
import { shared } from "../styles/shared";
import { strings, term } from "../strings";
import { ledgerStyles } from "./ledger.styles";
import "./icon";

const t = strings.ledger;
const OUTCOME: Record<string, string> = { begun: "warn", answered: "accent", refused: "", unavailable: "warn", truncated: "warn", invalid: "warn" };

/** Exactly what was sent to AI processors for a session; the masked text as long as the transcript lives. */
@customElement("attune-ledger")
export class AttuneLedger extends LitElement {
  static override styles = [shared, ledgerStyles];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  @state() private entries: LedgerEntry[] | null = null;
  @state() private trouble = "";

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") && this.session) void this.load();
  }

  override render(): TemplateResult {
    const { entries } = this;
    if (this.trouble) return html`<p class="error" role="alert">${this.trouble}</p>`;
    if (!entries) return html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (entries.length === 0) return this.nothing();
    return html`<p class="muted small">${t.explain}</p>
      <ol data-testid="ledger">
        ${entries.map((entry) => this.entry(entry))}
      </ol>`;
  }

  private nothing(): TemplateResult {
    return html`<section class="card none" role="status" data-testid="ledger-nothing">
      <attune-icon name="ShieldCheck"></attune-icon>
      <div>
        <h2>${t.nothing}</h2>
        <p class="muted small">${t.nothingText}</p>
      </div>
    </section>`;
  }

  private entry(entry: LedgerEntry): TemplateResult {
    return html`<li class="card" data-testid="ledger-entry" data-outcome=${entry.outcome}>
      <header>
        <h2>${fullDate(entry.at, strings.locale)}</h2>
        <span class="chip ${OUTCOME[entry.outcome] ?? ""}">${term(t.outcomes, entry.outcome)}</span>
      </header>
      <dl>
        <dt>${t.to}</dt><dd>${entry.processor}${entry.host ? html` <code>${entry.host}</code>` : nothing}</dd>
        <dt>${t.model}</dt><dd>${entry.model}</dd>
        <dt>${t.agreement}</dt><dd>${entry.agreement ?? (entry.local ? t.local : t.noAgreement)}</dd>
        <dt>${t.purpose}</dt><dd>${term(t.purposes, entry.purpose)}</dd>
        <dt>${t.size}</dt><dd>${wasSent(entry) ? t.bytes(entry.body_bytes) : t.notSent}</dd>
        ${wasSent(entry) ? this.sent(entry) : nothing}
        <dt>${t.seconds}</dt><dd>${t.secondsOf(entry.seconds)}</dd>
      </dl>
      ${entry.body && wasSent(entry) ? this.body(entry, entry.body) : wasSent(entry) ? html`<p class="small muted" data-testid="ledger-body-gone">${t.bodyGone}</p>` : nothing}
    </li>`;
  }

  private sent(entry: LedgerEntry): TemplateResult {
    const kinds = kindsOf(entry).map(([kind, count]) => t.kind(kind, count));
    const speech = entry.audio_seconds ?? 0;
    return html`${speech > 0
        ? html`<dt>${t.audio}</dt><dd>${t.audioOf(speech)}</dd>`
        : html`<dt>${t.masked}</dt><dd data-testid="ledger-kinds">${kinds.join(", ") || t.nothingMasked}</dd>`}
      <dt>${t.tokens}</dt><dd>${t.tokensOf(entry.prompt_tokens, entry.answer_tokens)}</dd>
      ${this.energy(entry)}
      <dt>${t.hash}</dt><dd><code data-testid="ledger-hash">${entry.body_sha256}</code></dd>`;
  }

  private energy({ joules_low: low, joules_mid: mid, joules_high: high }: LedgerEntry): TemplateResult | typeof nothing {
    if (low == null || mid == null || high == null) return nothing;
    return html`<dt>${t.energy}</dt><dd data-testid="ledger-energy">${t.energyOf(figure(mid), spanOf({ low, mid, high }))}</dd>`;
  }

  private body(entry: LedgerEntry, body: LedgerBody): TemplateResult {
    const settings = settingsOf(entry);
    return html`<details data-testid="ledger-body">
      <summary>${t.body}</summary>
      ${(body.sent.messages ?? []).map(({ role, content }) => html`<h3>${term(t.roles, role)}</h3><pre tabindex="0" role="region" aria-label=${term(t.roles, role)}>${content}</pre>`)}
      ${settings ? html`<h3>${t.settings}</h3><pre tabindex="0" role="region" aria-label=${t.settings}>${settings}</pre>` : nothing}
      ${body.answer ? html`<h3>${t.answer}</h3><pre tabindex="0" role="region" aria-label=${t.answer}>${body.answer}</pre>` : nothing}
    </details>`;
  }

  private async load(): Promise<void> {
    const { session } = this;
    try {
      const entries = await this.api.ledger(session);
      if (session === this.session) [this.entries, this.trouble] = [entries, ""];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.trouble = error.status === 0 ? strings.common.unreachable : error.detail || t.failed;
    }
  }
}
