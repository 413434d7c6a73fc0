import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Source } from "../api/types";
import { shared } from "../styles/shared";
import { ways } from "../strings/en-ways";
import type { IconName } from "./icon";
import "./icon";

const ICONS: Record<Source, IconName> = { call: "Video", in_person: "Users", dictation: "Mic", recording: "Upload", summary: "Keyboard" };
const ORDER: readonly Source[] = ["call", "in_person", "dictation", "recording", "summary"];

/** Five ways a session's words come in, one of them chosen. Fires `chosen` with the `source`. */
@customElement("attune-way-choice")
export class AttuneWayChoice extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.55rem;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 0.45rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 0.4rem;
        padding: 0;
        font-size: 0.875rem;
        font-weight: 560;
      }
      label {
        position: relative;
        display: grid;
        justify-items: center;
        align-content: center;
        gap: 0.35rem;
        min-height: 4.6rem;
        padding: 0.6rem 0.3rem;
        border: 1px solid var(--attune-line);
        border-radius: var(--attune-radius-s);
        background: var(--attune-surface);
        color: var(--attune-ink-2);
        font-size: 0.85rem;
        font-weight: 560;
        line-height: 1.2;
        text-align: center;
        cursor: pointer;
      }
      label:hover {
        background: var(--attune-sunken);
      }
      label.on {
        border-color: var(--attune-accent);
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      label:focus-within {
        outline: 2.5px solid var(--attune-accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      @media (max-width: 520px) {
        fieldset {
          grid-template-columns: repeat(6, minmax(0, 1fr));
        }
        label {
          grid-column: span 2;
        }
        label:nth-of-type(n + 4) {
          grid-column: span 3;
        }
      }
    `,
  ];

  @property() chosen: Source = "call";

  override render(): TemplateResult {
    return html`<fieldset>
        <legend>${ways.how}</legend>
        ${ORDER.map(
          (source) => html`<label class=${source === this.chosen ? "on" : ""}>
            <input type="radio" name="source" value=${source} .checked=${source === this.chosen} data-testid="way-${source}" @change=${() => this.choose(source)} />
            <attune-icon name=${ICONS[source]}></attune-icon>${ways.sources[source]?.name}
          </label>`,
        )}
      </fieldset>
      <p class="small muted" aria-live="polite">${ways.sources[this.chosen]?.text}</p>`;
  }

  private choose(source: Source): void {
    this.chosen = source;
    this.dispatchEvent(new CustomEvent("chosen", { detail: { source } }));
  }
}
