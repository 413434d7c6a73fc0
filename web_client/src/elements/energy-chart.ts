import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EnergyRow } from "../api/types";
import { chartOf, figure, markOf, monthName, mostOf, type Bar, type Tick } from "../state/energy";
import { strings } from "../strings";

const t = strings.energy;
const NARROWEST = 240;

/** Energy by month as bars, drawn to the room there is. The page has the same figures in a table. */
@customElement("attune-energy-chart")
export class AttuneEnergyChart extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
    svg {
      display: block;
      overflow: visible;
      font: 500 12px/1 var(--attune-font);
    }
    rect {
      fill: var(--attune-accent);
    }
    .span {
      stroke: var(--attune-ink);
      stroke-width: 1.5;
    }
    .grid {
      stroke: var(--attune-line);
    }
    .base {
      stroke: var(--attune-line-strong);
    }
    text {
      fill: var(--attune-ink-2);
    }
    @media (forced-colors: active) {
      rect {
        fill: CanvasText;
      }
      .span {
        stroke: Highlight;
      }
    }
  `;

  @property({ attribute: false }) rows: readonly EnergyRow[] = [];
  @state() private width = 640;
  private readonly fitted = new ResizeObserver(([entry]) => {
    this.width = Math.max(NARROWEST, Math.floor(entry?.contentRect.width ?? this.width));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.fitted.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.fitted.disconnect();
  }

  override render(): TemplateResult | typeof nothing {
    const chart = chartOf(this.rows, this.width);
    const most = mostOf(this.rows);
    if (!most) return nothing;
    const told = t.chartText(chart.bars.length, monthName(most.month ?? "", strings.locale), `${figure(most.watt_hours?.mid ?? 0)} Wh`);
    return html`<svg
      role="img"
      aria-labelledby="title desc"
      width=${chart.width}
      height=${chart.height}
      viewBox="0 0 ${chart.width} ${chart.height}"
      data-testid="energy-chart"
    >
      <title id="title" .textContent=${t.chart}></title>
      <desc id="desc">${told}</desc>
      ${chart.ticks.map((tick) => this.tick(tick, chart.left, chart.width))} ${chart.bars.map((bar) => this.bar(bar, chart.height))}
      <line class="base" x1=${chart.left} x2=${chart.width} y1=${chart.base} y2=${chart.base}></line>
    </svg>`;
  }

  private tick({ value, y }: Tick, left: number, right: number): SVGTemplateResult {
    return svg`<line class="grid" x1=${left} x2=${right} y1=${y} y2=${y}></line>
      <text x=${left - 8} y=${y + 4} text-anchor="end">${markOf(value)}${value > 0 ? ` ${t.axis}` : ""}</text>`;
  }

  private bar(bar: Bar, height: number): SVGTemplateResult {
    const label = bar.labelled ? svg`<text x=${bar.middle} y=${height - 8} text-anchor="middle">${monthName(bar.month, strings.locale, true)}</text>` : nothing;
    return svg`<rect x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="3"></rect>
      <line class="span" x1=${bar.middle} x2=${bar.middle} y1=${bar.top} y2=${bar.bottom}></line>${label}`;
  }
}
