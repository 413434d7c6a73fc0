import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { EnergyReport, Receipt, Signed } from "../api/types";
import { fullDate } from "../format/time";
import { saveJson } from "../pages/save";
import { energyLine, stageRows } from "../state/energy";
import { buttons, shared } from "../styles/shared";
import { strings, term } from "../strings";
import { figureTable } from "./energy.styles";
import "./icon";

const t = strings.signed;
const words = strings.energy;

/** What is left after signing: who signed, and the proof that the transcript is gone. */
@customElement("attune-receipt")
export class AttuneReceipt extends LitElement {
  static override styles = [
    shared,
    buttons,
    figureTable,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      h2:focus {
        outline: none;
      }
      details {
        padding-top: 0.4rem;
      }
      summary {
        cursor: pointer;
        width: max-content;
        padding-block: 0.25rem;
      }
      .card details {
        padding-top: 0;
      }
      .card summary + dl {
        padding-top: 0.4rem;
      }
      .card {
        padding: 1.3rem 1.4rem;
        display: grid;
        gap: 0.9rem;
      }
      header {
        display: flex;
        gap: 0.7rem;
        align-items: start;
      }
      header attune-icon {
        width: 1.5rem;
        height: 1.5rem;
        color: var(--attune-accent-ink);
        margin-top: 0.1rem;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(5rem, auto) minmax(0, 1fr);
        gap: 0.4rem 1.1rem;
        font-size: 0.9rem;
      }
      dt {
        color: var(--attune-ink-3);
      }
      dd {
        overflow-wrap: anywhere;
      }
      code {
        font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
      }
      .verdict {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        font-weight: 560;
        color: var(--attune-accent-ink);
      }
      .verdict.bad {
        color: var(--attune-danger);
      }
      .energy {
        display: flex;
        gap: 0.5rem;
        align-items: start;
      }
    `,
  ];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) signed: Signed | null = null;
  @property() session = "";
  /** Signed long ago: ids, hashes and counts are folded away, and the note itself comes sooner. */
  @property({ type: Boolean }) folded = false;
  @state() private receipts: Receipt[] = [];
  @state() private verified: boolean | null = null;
  @state() private energy: EnergyReport | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") && this.session) void this.load();
  }

  /** Puts the focus at what was just done: the note is signed. */
  async focusSigned(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  override render(): TemplateResult {
    const receipt = this.latest();
    const line = energyLine(this.energy);
    return html`${this.signed ? this.signature(this.signed) : nothing} ${receipt ? this.proof(receipt) : nothing}
    ${line
      ? html`<div class="energy small muted">
          <attune-icon name="Leaf"></attune-icon>
          <div><p data-testid="energy">${line}</p>${this.stages()}</div>
        </div>`
      : nothing}`;
  }

  private stages(): TemplateResult | typeof nothing {
    const rows = stageRows(this.energy);
    if (rows.length === 0) return nothing;
    const { stage, energy, work } = words.stageColumns;
    return html`<details data-testid="energy-stages">
      <summary>${words.stageTable}</summary>
      <table>
        <caption class="visually-hidden">
          ${words.stageTable}
        </caption>
        <thead>
          <tr>
            ${[stage, energy, work].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${row.name}</th>
              <td>${row.joules}<small>${row.span}</small></td>
              <td>${row.work}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  /** The last word on the transcript: a draft that was withdrawn later has a receipt of its own. */
  private latest(): Receipt | undefined {
    return this.receipts.findLast(({ what }) => what === "transcript") ?? this.receipts.at(-1);
  }

  private signature(signed: Signed): TemplateResult {
    return html`<section class="card" data-testid="signature">
      <header>
        <attune-icon name="Lock"></attune-icon>
        <div>
          <h2 tabindex="-1">${t.title}</h2>
          <p class="small muted">${t.locked}</p>
        </div>
      </header>
      <dl>
        <dt>${t.signer}</dt>
        <dd>${t.by(signed.name, signed.credential)}</dd>
        <dt>${t.signedAt}</dt>
        <dd>${fullDate(signed.at, strings.locale)}</dd>
      </dl>
      ${this.details(html`<dl>
        <dt>${t.hash}</dt>
        <dd><code data-testid="note-hash">${signed.hash}</code></dd>
      </dl>`)}
    </section>`;
  }

  private proof(receipt: Receipt): TemplateResult {
    const at = receipt.destroyed_at ?? receipt.at;
    const counts = Object.entries(receipt.counts ?? {})
      .filter(([, count]) => count > 0)
      .map(([what, count]) => t.count(count, what.replace(/_/g, " ")));
    return html`<section class="card" data-testid="receipt">
      <header>
        <attune-icon name="ShieldCheck"></attune-icon>
        <div>
          <h2>${t.transcriptGone}</h2>
          <p class="small muted">${t.transcriptText}</p>
        </div>
      </header>
      ${this.details(html`<dl>
        <dt>${t.id}</dt>
        <dd><code data-testid="receipt-id">${receipt.id}</code></dd>
        ${at ? html`<dt>${t.at}</dt><dd>${fullDate(at, strings.locale)}</dd>` : nothing}
        ${receipt.why ? html`<dt>${t.why}</dt><dd>${term(t.whys, receipt.why)}</dd>` : nothing}
        ${counts.length > 0 ? html`<dt>${t.counts}</dt><dd>${counts.join(", ")}</dd>` : nothing}
        ${receipt.hash ? html`<dt>${t.receiptHash}</dt><dd><code>${receipt.hash}</code></dd>` : nothing}
      </dl>`)}
      ${this.verdict()}
      <span>
        <button class="button compact" type="button" data-testid="receipt-save" @click=${() => saveJson(`${receipt.id}.json`, { receipts: this.receipts })}>
          <attune-icon name="Download"></attune-icon>${t.save}
        </button>
      </span>
    </section>`;
  }

  private details(facts: TemplateResult): TemplateResult {
    return this.folded ? html`<details><summary class="small muted">${t.details}</summary>${facts}</details>` : facts;
  }

  private verdict(): TemplateResult {
    if (this.verified === null) return html`<p class="small muted">${t.checking}</p>`;
    return html`<p class="verdict small ${this.verified ? "" : "bad"}" role="status" data-testid="receipt-verified" data-verified=${String(this.verified)}>
      <attune-icon name=${this.verified ? "CircleCheck" : "CircleAlert"}></attune-icon>${this.verified ? t.verified : t.unverified}
    </p>`;
  }

  private async load(): Promise<void> {
    this.receipts = await this.api.receipts(this.session).catch(() => []);
    const receipt = this.latest();
    const full = receipt ? await this.api.receipt(receipt.id).catch(() => null) : null;
    this.verified = full?.verified ?? receipt?.verified ?? false;
    this.energy = await this.api.energy(this.session).catch(() => null);
  }
}
