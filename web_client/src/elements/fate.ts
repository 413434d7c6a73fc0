import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { saveJson } from "../pages/save";
import { fateOf, receiptOf, told, type Fate } from "../state/fate";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import "./icon";

const t = strings.fate;

/** What became of the words of a call, for a participant, with the receipt. `stage`: asks again when it changes. */
@customElement("attune-fate")
export class AttuneFate extends LitElement {
  static override styles = [
    shared,
    buttons,
    css`
      :host {
        display: block;
        width: 100%;
      }
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.8rem;
        width: 100%;
        padding: 1rem 1.1rem;
        border-radius: var(--attune-radius-s);
        background: var(--attune-sunken);
      }
      section.destroyed {
        background: var(--attune-accent-soft);
        color: var(--attune-accent-ink);
      }
      section > div {
        display: grid;
        gap: 0.6rem;
        justify-items: start;
      }
      attune-icon {
        margin-top: 0.1rem;
      }
      code {
        font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() session = "";
  @property() token = "";
  @property() stage = "";
  @state() private fate: Fate | null = null;
  private asked = 0;

  override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.has("session") || changed.has("stage")) && this.session && this.token) void this.load();
  }

  override render(): TemplateResult | typeof nothing {
    const text = this.fate ? told(this.fate) : "";
    if (!this.fate || !text) return nothing;
    const receipt = receiptOf(this.fate);
    const { state, receipts } = this.fate;
    return html`<section class="small ${state}" role="status" data-testid="fate" data-state=${this.fate.held ? "held" : state}>
      <attune-icon name=${state === "destroyed" ? "ShieldCheck" : "Lock"}></attune-icon>
      <div>
        <p>${text}</p>
        ${receipt
          ? html`<p>${t.proof} <code data-testid="fate-receipt">${receipt.id}</code></p>
              <button class="button compact" type="button" data-testid="fate-save" @click=${() => saveJson(`${receipt.id}.json`, { receipts })}>
                <attune-icon name="Download"></attune-icon>${t.save}
              </button>`
          : nothing}
      </div>
    </section>`;
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    const fate = await fateOf(this.session, this.token);
    if (asked === this.asked) this.fate = fate ?? this.fate;
  }
}
