import type { RiskItem } from "../api/types";
import { strings, term } from "../strings";

/** How a finding of risk is told: its status, that it was long ago, or whose it is if not the client's. */
export function riskStatus({ status, past, whose }: Pick<RiskItem, "status" | "past" | "whose">): string {
  if (whose) return strings.note.riskWhose(whose);
  return past ? strings.note.riskPast : term(strings.riskStates, status);
}
