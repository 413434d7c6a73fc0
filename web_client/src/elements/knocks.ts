import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import type { ParticipantView } from "../wire.gen";
import "./icon";

/** Who waits to be let in, by name. Fires `admit` and `deny` ({participant}). */
@customElement("attune-knocks")
export class AttuneKnocks extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        justify-items: center;
      }
      .knock {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem 1.2rem;
        padding: 0.6rem 0.65rem 0.6rem 1.2rem;
        border-radius: 999px;
        background: var(--attune-raised);
        color: var(--attune-ink);
        box-shadow: var(--attune-shadow-2);
        animation: arrive 0.3s ease-out;
      }
      @media (max-width: 560px) {
        .knock {
          border-radius: 18px;
          padding: 0.8rem 1rem;
          width: 100%;
          justify-content: space-between;
        }
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-0.6rem);
        }
      }
    `,
  ];

  @property({ attribute: false }) people: readonly ParticipantView[] = [];

  override render(): TemplateResult {
    return html`<div role="status" class="visually-hidden">
        ${this.people.map(({ name }) => html`<p>${strings.call.knocks(name)}</p>`)}
      </div>
      ${repeat(
        this.people,
        ({ id }) => id,
        (person) => html`<div class="knock" data-testid="knock" data-participant=${person.id}>
          <strong>${strings.call.knocks(person.name)}</strong>
          <span class="row">
            <button class="button compact" type="button" data-testid="deny" @click=${() => this.fire("deny", person.id)}>
              ${strings.call.deny}<span class="visually-hidden"> ${person.name}</span>
            </button>
            <button class="button primary compact" type="button" data-testid="admit" @click=${() => this.fire("admit", person.id)}>
              ${strings.call.admit}<span class="visually-hidden"> ${person.name}</span>
            </button>
          </span>
        </div>`,
      )}`;
  }

  private fire(type: string, participant: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { participant } }));
  }
}
