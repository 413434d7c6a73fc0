import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { BriefSectionId, BriefSource, BriefView } from "../api/brief";
import { Problem, type Api } from "../api/client";
import { dayName, sessionsOf, shownBrief, type ShownLine, type ShownNote, type ShownSection } from "../state/brief";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/clients";
import { briefStyles } from "./brief.styles";
import type { IconName } from "./icon";
import "./icon";

const t = words.brief;
const ICONS: Record<BriefSectionId, IconName> = {
  plan: "ListChecks",
  homework: "ClipboardCheck",
  goals: "Target",
  "goals-ended": "CircleCheck",
  risk: "TriangleAlert",
  themes: "Layers",
  medication: "Pill",
  attendance: "CalendarDays",
};

/** What a client's signed notes say, on one screen, each line a link to its note. Fires `signed-out`. */
@customElement("attune-brief")
export class AttuneBrief extends LitElement {
  static override styles = [shared, buttons, briefStyles];

  @property({ attribute: false }) api!: Api;
  /** The client's id. */
  @property() client = "";
  /** Changes when there may be other notes than before. */
  @property({ type: Number }) edition = 0;
  @state() private view: BriefView | null = null;
  @state() private trouble = "";
  private sources: ReadonlyMap<string, BriefSource> = new Map();

  override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.has("client") || changed.has("edition")) && this.client) void this.load();
  }

  override render(): TemplateResult {
    return html`<div data-testid="brief" data-notes=${this.view?.brief.notes.length ?? ""} aria-busy=${this.view || this.trouble ? "false" : "true"}>
      <div class="head"><h2>${t.title}</h2>${this.view ? this.about(this.view) : nothing}</div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.content()}
    </div>`;
  }

  private about({ brief }: BriefView): TemplateResult {
    const { length } = brief.notes;
    return html`<p class="small muted">
      ${length > 0 ? t.of(length) : html`<span data-testid="brief-none">${t.none}</span>`} ${brief.left_out.older > 0 ? t.older(brief.left_out.older) : nothing}
    </p>`;
  }

  private content(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return this.trouble ? nothing : html`<p class="muted" role="status">${strings.common.loading}</p>`;
    if (view.brief.notes.length === 0) return nothing;
    return html`<div class="sections">${shownBrief(view.brief, words).map((section) => this.section(section))}</div>`;
  }

  private section(section: ShownSection): TemplateResult {
    const alarming = section.id === "risk" && section.lines.some((line) => line.alarming);
    return html`<section class=${alarming ? "alarming" : ""} aria-label=${section.title} data-testid="brief-section" data-section=${section.id}>
      <h3><attune-icon name=${ICONS[section.id]}></attune-icon>${section.title}</h3>
      ${section.lines.length > 0
        ? html`<ul>
            ${section.lines.map((line) => this.line(line))}
          </ul>`
        : nothing}
      ${section.statements.map((text) => html`<p class="small faint statement">${text}</p>`)}
      ${section.leftOut > 0 ? html`<p class="small faint statement">${t.more(section.leftOut)}</p>` : nothing}
    </section>`;
  }

  private line(line: ShownLine): TemplateResult {
    const head = html`${line.state ? html`<span class="chip state ${line.alarming ? "warn" : ""}">${line.state}</span>` : nothing}
    ${line.label ? html`<strong>${line.label}</strong> ` : nothing}`;
    const last = line.notes.length - 1;
    // Where no words follow, the other notes stand beside the last ones.
    const beside = (index: number) => (index === last && !line.tail ? this.links(line.also, true) : nothing);
    return html`<li class=${line.alarming ? "alarming" : ""} data-testid="brief-line" data-status=${line.status} data-topic=${line.topic}>
      ${last < 0 ? html`<p class="words">${head}<span class="muted">${line.tail}</span>${this.links(line.also, false)}</p>` : nothing}
      ${line.notes.map((one, index) => html`<p class="words">${index === 0 ? head : nothing}${this.said(one, line)}${beside(index)}</p>`)}
      ${last >= 0 && line.tail ? html`<p class="tail small muted">${line.tail}${this.links(line.also, true)}</p>` : nothing}
    </li>`;
  }

  private said({ note, words: passages }: ShownNote, { quoted }: ShownLine): TemplateResult {
    const text = quoted ? passages.map((one) => `“${one}”`) : passages;
    return html`<span class=${quoted ? "quoted" : ""}>${text.join(" ")}</span>${this.link(note)}`;
  }

  /** A few links stand in the line; more are behind their number. */
  private links(notes: readonly string[], further: boolean): TemplateResult | typeof nothing {
    if (notes.length === 0) return nothing;
    if (notes.length === 1) return this.link(notes[0] ?? "");
    return html`<details>
      <summary>${further ? t.moreNotes(notes.length) : t.notes(notes.length)}</summary>
      ${notes.map((note) => this.link(note))}
    </details>`;
  }

  private link(note: string): TemplateResult | typeof nothing {
    const source = this.sources.get(note);
    if (!source?.session) return nothing;
    const day = dayName(source.date, t, words.locale);
    return html`<a class="note" href="#/sessions/${source.session}" data-testid="brief-note" data-note=${note} aria-label=${t.note(day)}>${day}</a>`;
  }

  private async load(): Promise<void> {
    const { client } = this;
    try {
      const view = await this.api.brief(client);
      if (client !== this.client) return;
      [this.view, this.trouble] = [view, ""];
      this.sources = sessionsOf(view.brief.notes);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out", { bubbles: true, composed: true }));
      this.trouble = strings.common.unreachable;
    }
  }
}
