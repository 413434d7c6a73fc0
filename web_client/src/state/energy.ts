/** A session's energy in one line. Pure. */

import type { EnergyReport, Estimate } from "../api/types";

const figure = (value: number): string => (value >= 10 ? value.toFixed(0) : value >= 0.095 ? value.toFixed(1) : value.toPrecision(1));

function range(estimate: Estimate, unit: string): string {
  return `${figure(estimate.mid)} ${unit} (${figure(estimate.low)} to ${figure(estimate.high)})`;
}

/** `Energy: 4.5 Wh (2.0 to 7.1), 1.3 g CO₂e (…), modelled.` or "" when nothing is known. */
export function energyLine(report: EnergyReport | null): string {
  const parts = [
    report?.watt_hours ? range(report.watt_hours, "Wh") : "",
    report?.grams_co2e ? range(report.grams_co2e, "g CO₂e") : "",
  ].filter(Boolean);
  return report && parts.length > 0 ? `Energy of this session: ${parts.join("; ")}; ${report.label}.` : "";
}
