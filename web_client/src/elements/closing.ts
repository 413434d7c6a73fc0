/** The pages on which a participant's part in a call can end. */

import { html, nothing, type TemplateResult } from "lit";
import type { Closing } from "../state/call";
import { pageOf } from "../state/closing";
import "./message-page";

export function closingPage(
  closing: Closing,
  again: (closing: Closing) => void,
  more: TemplateResult | typeof nothing = nothing,
  /** Whether this page may be closed. */
  free = true,
): TemplateResult {
  const page = pageOf(closing);
  return html`<attune-message .icon=${page.icon} .heading=${page.heading} .text=${free ? page.text : ""} testid="over-${page.id}">
    ${page.again
      ? html`<button class="button primary" type="button" data-testid="come-back" @click=${() => again(closing)}>${page.again}</button>`
      : nothing}
    ${more}
  </attune-message>`;
}
