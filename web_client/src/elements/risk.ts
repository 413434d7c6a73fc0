import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { RiskItem } from "../api/types";
import { clockOf } from "../state/transcript";
import { shared } from "../styles/shared";
import { strings, term } from "../strings";
import { riskStatus } from "../state/note-risk";
import type { Segment } from "../wire.gen";
import "./icon";

const t = strings.note;

/** Mentions of risk with their quotes, first of all. Fires `point` ({evidence}). */
@customElement("attune-risk")
export class AttuneRisk extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        padding: 1.1rem 1.3rem 1.2rem;
        border-radius: var(--attune-radius);
        border: 1px solid var(--attune-line);
        background: var(--attune-surface);
      }
      section.found {
        background: var(--attune-danger-soft);
        border-color: color-mix(in srgb, var(--attune-danger) 28%, transparent);
      }
      header {
        display: flex;
        align-items: center;
        gap: 0.55rem;
      }
      .found header {
        color: var(--attune-danger);
      }
      li {
        margin-top: 0.9rem;
        display: grid;
        gap: 0.35rem;
      }
      .foot {
        margin-top: 0.8rem;
      }
      blockquote {
        margin: 0;
        padding-left: 0.9rem;
        border-left: 2px solid var(--attune-line-strong);
        font: 400 1.02rem/1.55 var(--attune-font-reading);
      }
      blockquote footer {
        font: 400 0.8125rem/1.5 var(--attune-font);
        color: var(--attune-ink-2);
      }
    `,
  ];

  /** Nobody looked: the note is written by hand. */
  @property({ type: Boolean }) unread = false;
  @property({ attribute: false }) risk: readonly RiskItem[] = [];
  @property({ attribute: false }) segments: ReadonlyMap<string, Segment> = new Map();

  override render(): TemplateResult {
    const found = this.risk.filter(({ status }) => status !== "not_discussed");
    return html`<section class=${found.length > 0 ? "found" : ""} data-testid="risk" data-count=${found.length}>
      <header>
        <attune-icon name=${found.length > 0 ? "TriangleAlert" : this.unread ? "Info" : "ShieldCheck"}></attune-icon>
        <h2>${t.risk}</h2>
      </header>
      ${found.length === 0
        ? html`<p class="small muted">${this.unread ? t.riskUnread : t.riskNone}</p>`
        : html`<ul>
              ${found.map((item) => this.item(item))}
            </ul>
            <p class="small muted foot">${t.riskHint}</p>`}
    </section>`;
  }

  private item(item: RiskItem): TemplateResult {
    const lines = item.evidence.map((id) => this.segments.get(id)).filter((segment) => segment !== undefined);
    return html`<li @pointerenter=${() => this.point(item)} data-testid="risk-item" data-kind=${item.kind} data-status=${item.status}>
      <strong>${term(strings.riskKinds, item.kind)} · ${riskStatus(item)}</strong>
      ${lines.length > 0
        ? lines.map((line) => html`<blockquote>${line.text}<footer>${[line.speaker, clockOf(line)].filter(Boolean).join(", ")}</footer></blockquote>`)
        : (item.quotes ?? []).map((quote) => html`<blockquote>${quote}</blockquote>`)}
    </li>`;
  }

  private point(item: RiskItem): void {
    this.dispatchEvent(new CustomEvent("point", { detail: { evidence: item.evidence } }));
  }
}
