/** Energy as lines, rows and the geometry of a chart. Pure. */

import type { EnergyFactor, EnergyFigures, EnergyReport, EnergyRow, Estimate } from "../api/types";
import { strings } from "../strings";

const t = strings.energy;

/** A figure with as many digits as mean something: `0.04`, `1.3`, `12`. */
export function figure(value: number): string {
  if (value >= 10) return value.toFixed(0);
  if (value >= 0.095) return value.toFixed(1);
  return value > 0 ? String(Number(value.toPrecision(1))) : "0";
}

/** A mark of the chart's axis, exact: marks are round numbers and their halves. */
export function markOf(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** `low to high`, or "" where they are the same. */
export function spanOf(estimate: Estimate): string {
  const [low, high] = [figure(estimate.low), figure(estimate.high)];
  return low === high ? "" : t.span(low, high);
}

function range(estimate: Estimate, unit: string): string {
  const span = spanOf(estimate);
  return `${figure(estimate.mid)} ${unit}${span ? ` (${span})` : ""}`;
}

/** `Energy of this session: 4.5 Wh (2.0 to 7.1); 1.3 g CO₂e (…); 17 ml of water (…); modelled.` or "". */
export function energyLine(report: EnergyReport | null): string {
  const parts = [
    report?.watt_hours ? range(report.watt_hours, "Wh") : "",
    report?.grams_co2e ? range(report.grams_co2e, "g CO₂e") : "",
    report?.water_millilitres ? range(report.water_millilitres, t.water) : "",
  ].filter(Boolean);
  return report && parts.length > 0 ? `${t.ofSession}: ${parts.join("; ")}; ${labelOf(report)}.` : "";
}

/** How the figures are known, in words. */
export function labelOf(figures: EnergyFigures): string {
  return t.labels[figures.label] ?? figures.label;
}

export interface StageRow {
  name: string;
  joules: string;
  span: string;
  work: string;
}

/** One row a stage, in the order the server has them: joules, their span, and what was counted. */
export function stageRows(figures: EnergyFigures | null): StageRow[] {
  return Object.entries(figures?.stages ?? {}).map(([stage, joules]) => {
    const seconds = figures?.cpu_seconds?.[stage];
    const work = seconds === undefined ? t.work.tokens(figures?.remote_tokens ?? 0) : t.work.seconds(figure(seconds));
    return { name: t.stages[stage] ?? stage, joules: figure(joules.mid), span: spanOf(joules), work };
  });
}

/** `2026-06` -> `June 2026`, or short: `Jun`. Months are those of UTC. */
export function monthName(month: string, locale: string, short = false): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return month;
  const form = short ? ({ month: "short" } as const) : ({ month: "long", year: "numeric" } as const);
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" }).format(at);
}

/** `carbon of electricity: 480 (56 to 713) g CO2e per kWh`. */
export function factorLine(factor: EnergyFactor): string {
  const span = spanOf(factor);
  return t.factor(factor.name, `${figure(factor.mid)}${span ? ` (${span})` : ""}`, factor.unit);
}

/** The months that fit a chart: the newest. */
export const MOST_BARS = 12;

export interface Bar {
  month: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Middle of the bar, where its label stands. */
  middle: number;
  /** Ends of the line from high to low. */
  top: number;
  bottom: number;
  labelled: boolean;
}

export interface Tick {
  value: number;
  y: number;
}

export interface Chart {
  width: number;
  height: number;
  left: number;
  base: number;
  bars: Bar[];
  ticks: Tick[];
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 26;
const LEFT = 58;
const LABEL_WIDTH = 30;
const WIDEST = 56;

/** A round number not below `value`: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Bars of the middle figures with lines from low to high, in a drawing `width` pixels wide. */
export function chartOf(rows: readonly EnergyRow[], width: number): Chart {
  const shown = rows.filter(({ month }) => month).slice(-MOST_BARS);
  const most = roundUp(Math.max(0, ...shown.map((row) => row.watt_hours?.high ?? 0)));
  const base = HEIGHT - BOTTOM;
  const y = (value: number): number => base - (value / most) * (base - TOP);
  const room = Math.max(1, width - LEFT) / Math.max(1, shown.length);
  const every = Math.ceil(LABEL_WIDTH / room);
  const bars = shown.map((row, index): Bar => {
    const wh = row.watt_hours ?? { low: 0, mid: 0, high: 0 };
    const thick = Math.min(WIDEST, room * 0.6);
    const middle = LEFT + room * (index + 0.5);
    return {
      month: row.month ?? "",
      x: middle - thick / 2,
      y: y(wh.mid),
      width: thick,
      height: base - y(wh.mid),
      middle,
      top: y(wh.high),
      bottom: y(wh.low),
      labelled: (shown.length - 1 - index) % every === 0,
    };
  });
  const ticks = [0, 0.5, 1].map((share): Tick => ({ value: most * share, y: y(most * share) }));
  return { width, height: HEIGHT, left: LEFT, base, bars, ticks };
}

/** The row that used the most of those a chart shows. */
export function mostOf(rows: readonly EnergyRow[]): EnergyRow | undefined {
  return rows
    .filter(({ month }) => month)
    .slice(-MOST_BARS)
    .reduce<EnergyRow | undefined>((most, row) => ((row.watt_hours?.mid ?? 0) > (most?.watt_hours?.mid ?? -1) ? row : most), undefined);
}
