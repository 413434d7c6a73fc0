import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { EnergyRow, EnergySummary, Estimate } from "../api/types";
import { factorLine, figure, labelOf, monthName, spanOf } from "../state/energy";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./energy-chart";
import { energyStyles, figureTable } from "./energy.styles";
import "./icon";

const t = strings.energy;

/** What transcribing and drafting took, month by month: a chart, the same as a table, and downloads. Fires `signed-out`. */
@customElement("attune-energy")
export class AttuneEnergy extends LitElement {
  static override styles = [shared, buttons, figureTable, energyStyles];

  @property({ attribute: false }) api!: Api;
  @state() private summary: EnergySummary | null = null;
  @state() private trouble = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`<main data-testid="energy-page" aria-busy=${this.summary || this.trouble ? "false" : "true"}>
      <a class="back" href="#/" data-testid="energy-back"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div class="stack">
        <h1>${t.title}</h1>
        <p class="muted">${t.intro}</p>
      </div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.content()}
    </main>`;
  }

  private content(): TemplateResult | typeof nothing {
    const { summary } = this;
    if (!summary) return this.trouble ? nothing : html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (summary.rows.length === 0) return html`<p class="muted" data-testid="energy-none">${t.none}</p>`;
    return html`<section class="card"><h2>${t.chart}</h2><attune-energy-chart .rows=${summary.rows}></attune-energy-chart></section>
      <section class="card">
        ${this.table(summary)}
        <span class="actions">
          ${this.download("month", t.download)} ${this.download("session", t.downloadSessions)}
        </span>
      </section>
      ${this.method(summary)}`;
  }

  private table(summary: EnergySummary): TemplateResult {
    const { month, sessions, notes, energy, carbon, water, label } = t.columns;
    return html`<div class="wide" tabindex="0" role="region" aria-label=${t.table}>
      <table data-testid="energy-table">
        <caption>
          ${t.table}
        </caption>
        <thead>
          <tr>
            ${[month, sessions, notes, energy, carbon, water, label].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...summary.rows].reverse().map((row) => this.row(row, monthName(row.month ?? "", strings.locale)))} ${this.row(summary.total, t.total)}
        </tbody>
      </table>
    </div>`;
  }

  private row(row: EnergyRow, name: string): TemplateResult {
    return html`<tr data-testid="energy-row" data-month=${row.month ?? ""}>
      <th scope="row">${name}</th>
      <td data-label=${t.columns.sessions}>${row.sessions}</td>
      <td data-label=${t.columns.notes}>${row.signed_notes}</td>
      ${this.figures(row.watt_hours, t.columns.energy)} ${this.figures(row.grams_co2e, t.columns.carbon)}
      ${this.figures(row.water_millilitres, t.columns.water)}
      <td data-label=${t.columns.label}>${labelOf(row)}</td>
    </tr>`;
  }

  private figures(estimate: Estimate | undefined, label: string): TemplateResult {
    if (!estimate) return html`<td data-label=${label}></td>`;
    return html`<td data-label=${label}>${figure(estimate.mid)}<small>${spanOf(estimate)}</small></td>`;
  }

  private download(by: "month" | "session", words: string): TemplateResult {
    return html`<a class="button compact" href="/v1/energy.csv?by=${by}" download data-testid="energy-csv-${by}">
      <attune-icon name="Download"></attune-icon>${words}
    </a>`;
  }

  private method(summary: EnergySummary): TemplateResult {
    return html`<section class="card small" data-testid="energy-method">
      <h2>${t.factors}</h2>
      <ul>
        ${(summary.factors ?? []).map((one) => html`<li>${factorLine(one)}<br /><span class="faint">${one.source}</span></li>`)}
      </ul>
      <h2>${t.notCounted}</h2>
      <ul>
        ${(summary.not_counted ?? []).map((one) => html`<li>${one}</li>`)}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      this.summary = await this.api.energyByMonth();
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = strings.common.unreachable;
    }
  }
}
