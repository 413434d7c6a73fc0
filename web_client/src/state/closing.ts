/** Which page says that a participant's part in a call is over. Pure. */

import { strings } from "../strings";
import { ownDecision, type CallState, type Closing } from "./call";

const t = strings.over;

export interface ClosingPage {
  icon: "LogOut" | "ExternalLink" | "User" | "Link" | "CircleCheck" | "Clock";
  heading: string;
  text: string;
  again?: string;
  id: string;
}

export function pageOf(closing: Closing): ClosingPage {
  switch (closing.kind) {
    case "left":
      return { icon: "LogOut", heading: t.leftTitle, text: t.leftText, again: t.rejoin, id: "left" };
    case "replaced":
      return { icon: "ExternalLink", heading: t.replacedTitle, text: t.replacedText, again: t.useHere, id: "replaced" };
    case "ended":
      return endedPage(closing.reason);
    case "refused":
      return refusedPage(closing.code);
  }
}

/** Whether this participant may have a consent to take back: they agreed here, or the page does not know. */
export function mayWithdraw(state: CallState): boolean {
  const { closing } = state;
  if (closing?.kind === "refused") return isOver(closing.code);
  if (closing?.kind === "ended" && (closing.reason === "denied" || closing.reason === "revoked")) return false;
  return closing?.kind !== "replaced" && ownDecision(state) === "agree";
}

/** Whether the session itself is over, so that it can be said what became of its words. */
export function wordsAreOver(closing: Closing | null): boolean {
  if (closing?.kind === "refused") return isOver(closing.code);
  return closing?.kind === "ended" && closing.reason !== "denied" && closing.reason !== "revoked";
}

const isOver = (code: string): boolean => /ended|over|replayed/.test(code);

function endedPage(reason: string): ClosingPage {
  if (reason === "denied") return { icon: "User", heading: t.deniedTitle, text: t.deniedText, id: "denied" };
  if (reason === "revoked") return { icon: "Link", heading: t.invalidTitle, text: t.invalidText, id: "revoked" };
  const text = reason === "time_over" ? `${t.timeText} ${t.endedText}` : t.endedText;
  return { icon: "CircleCheck", heading: t.endedTitle, text, id: "ended" };
}

function refusedPage(code: string): ClosingPage {
  if (/expired/.test(code)) return { icon: "Clock", heading: t.expiredTitle, text: t.expiredText, id: "expired" };
  if (isOver(code)) return { icon: "CircleCheck", heading: t.endedTitle, text: t.endedText, id: "ended" };
  if (/denied/.test(code)) return { icon: "User", heading: t.deniedTitle, text: t.deniedText, id: "denied" };
  return { icon: "Link", heading: t.invalidTitle, text: t.invalidText, id: "invalid" };
}
