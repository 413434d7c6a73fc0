import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ChatLine } from "../state/call";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

/** Messages that pass through and are kept nowhere. Fires `attune-chat` ({text}). */
@customElement("attune-chat")
export class AttuneChat extends LitElement {
  static override styles = [
    shared,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .kept {
        padding: 0.75rem 1.1rem;
        border-bottom: 1px solid var(--attune-line);
      }
      ol {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        display: flex;
        flex-direction: column;
        gap: 0.6rem;
        padding: 1rem 1.1rem;
      }
      li {
        max-width: 85%;
        align-self: start;
      }
      li p {
        padding: 0.5rem 0.85rem;
        border-radius: 14px 14px 14px 4px;
        background: var(--attune-sunken);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      li.own {
        align-self: end;
      }
      li.own p {
        background: var(--attune-accent-soft);
        border-radius: 14px 14px 4px 14px;
      }
      li span {
        display: block;
        margin: 0 0 0.15rem 0.25rem;
        font-size: 0.8125rem;
        color: var(--attune-ink-3);
      }
      li.own span {
        text-align: right;
      }
      form {
        display: flex;
        gap: 0.5rem;
        padding: 0.75rem;
        border-top: 1px solid var(--attune-line);
      }
      .icon-button {
        width: 2.75rem;
        height: 2.75rem;
        background: var(--attune-accent);
        color: var(--attune-on-accent);
        flex: none;
      }
      .icon-button:hover {
        background: var(--attune-accent-hover);
        color: var(--attune-on-accent);
      }
    `,
  ];

  @property({ attribute: false }) messages: readonly ChatLine[] = [];
  @query("input") private input!: HTMLInputElement;
  @query("ol") private list!: HTMLElement;

  override updated(): void {
    this.list.scrollTop = this.list.scrollHeight;
  }

  override render(): TemplateResult {
    return html`<p class="kept small muted">${strings.chat.notKept}</p>
      <ol aria-live="polite" aria-label=${strings.chat.title} data-testid="chat-messages">
        ${repeat(
          this.messages,
          ({ key }) => key,
          (line) => html`<li class=${line.own ? "own" : ""}>
            <span>${line.own ? strings.common.you : line.name}</span>
            <p>${line.text}</p>
          </li>`,
        )}
      </ol>
      <form @submit=${this.submit}>
        <input
          data-testid="chat-input"
          aria-label=${strings.chat.placeholder}
          placeholder=${strings.chat.placeholder}
          maxlength="2000"
          autocomplete="off"
        />
        <button class="icon-button" data-testid="chat-send" aria-label=${strings.chat.send}><attune-icon name="Send"></attune-icon></button>
      </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.dispatchEvent(new CustomEvent("attune-chat", { detail: { text } }));
  }
}
