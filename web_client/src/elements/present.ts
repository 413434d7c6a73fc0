import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { allAgreed, guestsOf } from "../state/room-page";
import { buttons, fields, shared } from "../styles/shared";
import type { ConsentWording, ParticipantView, RoomView } from "../wire.gen";
import { words } from "../strings/ways";
import { waysStyles } from "./ways.styles";
import "./confirm";

const t = words.room;

/**
 * Who is in the room, each with a tick of their own. Fires `decide` ({participant, decision}) and
 * `absent` ({participant}).
 */
@customElement("attune-present")
export class AttunePresent extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    waysStyles,
    css`
      ul {
        display: grid;
        gap: 0.6rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.6rem;
      }
      details summary {
        width: max-content;
        max-width: 100%;
        color: var(--attune-accent-ink);
        font-weight: 560;
        cursor: pointer;
      }
      details .attest {
        margin-top: 0.8rem;
      }
      @media (max-width: 480px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) room: RoomView | null = null;
  @property({ attribute: false }) wording: ConsentWording | null = null;
  /** When each agreed here, by participant. */
  @property({ attribute: false }) times: ReadonlyMap<string, Date> = new Map();
  @state() private leaving: ParticipantView | null = null;

  override render(): TemplateResult {
    return html`<section class="card" data-testid="present">
      <div class="lead"><h2>${t.present}</h2><p class="muted small">${t.presentText}</p></div>
      <details ?open=${!allAgreed(this.room)} data-testid="agreement">
        <summary>${t.read}</summary>
        <div class="attest" lang="en"><h3>${this.wording?.title ?? ""}</h3>${this.wording?.paragraphs.map((text) => html`<p>${text}</p>`)}</div>
      </details>
      <ul>${guestsOf(this.room).map((person) => this.person(person))}</ul>
      <attune-confirm
        .open=${this.leaving !== null}
        .heading=${this.leaving ? t.withdrawTitle(this.leaving.name) : ""}
        .text=${t.withdrawText}
        .action=${t.withdraw}
        danger
        @confirm=${this.withdraw}
        @closed=${() => (this.leaving = null)}
      ></attune-confirm>
    </section>`;
  }

  private person(person: ParticipantView): TemplateResult {
    const agreed = person.consent?.notes === "agree";
    const at = this.times.get(person.id);
    const when = at ? t.agreed(new Intl.DateTimeFormat(words.locale, { hour: "numeric", minute: "2-digit" }).format(at)) : "";
    return html`<li>
      <label class="tick ${agreed ? "done" : ""}">
        <input
          type="checkbox"
          data-testid="agree"
          data-participant=${person.id}
          .checked=${agreed}
          ?disabled=${agreed || person.presence !== "present"}
          @change=${() => this.tell("decide", { participant: person.id, decision: "agree" })}
        />
        <span>${t.agree(person.name)}</span>
        ${agreed && when ? html`<small>${when}</small>` : nothing}
      </label>
      ${agreed
        ? html`<button class="button compact" type="button" data-testid="withdraw" @click=${() => (this.leaving = person)}>${t.withdraw}</button>`
        : html`<button class="button quiet compact" type="button" data-testid="absent" @click=${() => this.tell("absent", { participant: person.id })}>${t.absent}</button>`}
    </li>`;
  }

  private withdraw(): void {
    const person = this.leaving;
    this.leaving = null;
    if (person) this.tell("decide", { participant: person.id, decision: "withdraw" });
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
