import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

/**
 * A modal question on the native `<dialog>` (focus stays inside, Escape closes).
 * Content goes into the default slot, buttons into `actions`, and what is not right into `trouble`: it stands
 * above the buttons, seen however long the content is. Fires `closed`.
 */
@customElement("attune-dialog")
export class AttuneDialog extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      dialog {
        width: min(34rem, calc(100vw - 2rem));
        max-height: min(48rem, calc(100dvh - 2rem));
        padding: 0;
        border: 1px solid var(--attune-line);
        border-radius: 18px;
        background: var(--attune-raised);
        color: var(--attune-ink);
        box-shadow: var(--attune-shadow-2);
        overflow: auto;
        /* What has the focus is never behind the foot. */
        scroll-padding-block: 1rem 8rem;
      }
      dialog::backdrop {
        background: rgb(8 14 12 / 55%);
      }
      .head {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 1rem;
        padding: 1.4rem 1.5rem 0.4rem;
      }
      .head h2 {
        padding-top: 0.35rem;
      }
      .body {
        padding: 0 1.5rem 1.4rem;
        color: var(--attune-ink-2);
      }
      .foot {
        position: sticky;
        bottom: 0;
        display: grid;
        gap: 0.8rem;
        padding: 1rem 1.5rem 1.35rem;
        background: var(--attune-raised);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.6rem;
      }
      @media (max-width: 520px) {
        dialog {
          scroll-padding-bottom: 12rem;
        }
        .foot {
          padding: 0.8rem 1.2rem 1.1rem;
        }
        .actions ::slotted(*) {
          flex: 1 1 auto;
        }
      }
    `,
  ];

  @property() heading = "";
  @property({ type: Boolean }) open = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  /** Where the pointer went down: words marked beyond the dialog's edge are no click beside it. */
  private pressed: EventTarget | null = null;

  override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.closed} @pointerdown=${(event: PointerEvent) => (this.pressed = event.target)} @click=${this.backdrop}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button class="icon-button" type="button" aria-label=${strings.common.close} @click=${() => this.dialog.close()}>
          <attune-icon name="X"></attune-icon>
        </button>
      </div>
      <div class="body"><slot></slot></div>
      <div class="foot"><slot name="trouble"></slot><div class="actions"><slot name="actions"></slot></div></div>
    </dialog>`;
  }

  private backdrop(event: MouseEvent): void {
    if (event.target === this.dialog && this.pressed === this.dialog) this.dialog.close();
  }

  private closed(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}
