/** The pages on which a participant's part in a call can end. */

import { html, nothing, type TemplateResult } from "lit";
import type { Closing } from "../state/call";
import { strings } from "../strings";
import type { IconName } from "./icon";
import "./message-page";

const t = strings.over;

interface Page {
  icon: IconName;
  heading: string;
  text: string;
  again?: string;
  id: string;
}

export function closingPage(closing: Closing, again: (closing: Closing) => void): TemplateResult {
  const page = pageOf(closing);
  return html`<attune-message .icon=${page.icon} .heading=${page.heading} .text=${page.text} testid="over-${page.id}">
    ${page.again
      ? html`<button class="button primary" type="button" data-testid="come-back" @click=${() => again(closing)}>${page.again}</button>`
      : nothing}
  </attune-message>`;
}

export function pageOf(closing: Closing): Page {
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

function endedPage(reason: string): Page {
  if (reason === "denied") return { icon: "User", heading: t.deniedTitle, text: t.deniedText, id: "denied" };
  if (reason === "revoked") return { icon: "Link", heading: t.invalidTitle, text: t.invalidText, id: "revoked" };
  const text = reason === "time_over" ? `${t.timeText} ${t.endedText}` : t.endedText;
  return { icon: "CircleCheck", heading: t.endedTitle, text, id: "ended" };
}

function refusedPage(code: string): Page {
  if (/expired/.test(code)) return { icon: "Clock", heading: t.expiredTitle, text: t.expiredText, id: "expired" };
  if (/ended|over/.test(code)) return { icon: "CircleCheck", heading: t.endedTitle, text: t.endedText, id: "ended" };
  if (/denied/.test(code)) return { icon: "User", heading: t.deniedTitle, text: t.deniedText, id: "denied" };
  return { icon: "Link", heading: t.invalidTitle, text: t.invalidText, id: "invalid" };
}
