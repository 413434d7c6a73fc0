import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { HeldTimes, SessionView } from "../api/types";
import { when } from "../format/time";
import { canBeHeldOtherwise } from "../state/held";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/ways";
import { pageStyles } from "./page.styles";
import "./held";
import "./icon";
import "./room";
import "./summary";
import "./upload";

/** The page of a session that is no call, until its words have come in. Passes `changed` on. */
@customElement("attune-way-page")
export class AttuneWayPage extends LitElement {
  static override styles = [shared, buttons, pageStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;

  override render(): TemplateResult {
    const { session } = this;
    const at = session.scheduled_for;
    // Until a recording is heard to its end its time stays what it was when that began.
    const heardNow = session.source === "recording" && session.state === "live";
    const way = words.sources[session.source]?.page ?? "";
    return html`<main class="page" lang=${words.locale} data-testid="way-page" data-source=${session.source}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${words.back}</a>
      <div>
        <h1>${session.client}</h1>
        <p class="muted">${at ? `${when(at, new Date(), words.locale)} · ` : ""}${way}</p>
        ${canBeHeldOtherwise(session) && !heardNow ? html`<attune-held .session=${session} .save=${this.retime}></attune-held>` : nothing}
      </div>
      ${this.way(session)}
    </main>`;
  }

  private readonly retime = async (change: HeldTimes): Promise<string> => {
    try {
      await this.api.changeTimes(this.session.id, change);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.status === 0 ? strings.common.unreachable : error.detail || error.code;
    }
    this.dispatchEvent(new CustomEvent("changed"));
    return "";
  };

  private way(session: SessionView): TemplateResult | typeof nothing {
    const changed = (): void => void this.dispatchEvent(new CustomEvent("changed"));
    switch (session.source) {
      case "recording":
        return html`<attune-upload .api=${this.api} .session=${session} @changed=${changed}></attune-upload>`;
      case "dictation":
      case "in_person":
        return html`<attune-room .api=${this.api} .session=${session} @changed=${changed}></attune-room>`;
      case "summary":
        return html`<attune-summary .api=${this.api} .session=${session} @changed=${changed}></attune-summary>`;
      default:
        return nothing;
    }
  }
}
