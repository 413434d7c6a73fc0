import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EMPTY_TRANSCRIPT, clockOf, matching, newFinals, speakerColours, steadyWords, visibleSegments, type Transcript } from "../state/transcript";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/ways";
import { isGuessed, isSure } from "../state/voices";
import type { Segment } from "../wire.gen";
import { transcriptStyles } from "./transcript.styles";
import "./confirm";
import "./icon";

const t = strings.transcript;
const SIZES = [0.875, 1, 1.125, 1.3125, 1.5];
/** Finals that came at once: a whole transcript loaded, which nobody wants read out. */
const TOO_MANY = 4;
/** Pixels from the bottom within which the reader counts as following. */
const NEAR = 48;

/**
 * The transcript beside the video, in its own window, or beside a note.
 * Fires `attune-strike` ({segments}) after confirmation and `attune-pop-out`.
 */
@customElement("attune-transcript")
export class AttuneTranscript extends LitElement {
  static override styles = [shared, buttons, fields, transcriptStyles];

  @property({ attribute: false }) transcript: Transcript = EMPTY_TRANSCRIPT;
  /** Who a line may be given to, where people share a microphone; fires `attune-speaker` ({segment, participant}). */
  @property({ attribute: false }) people: readonly { id: string; name: string }[] = [];
  /** Segment ids to highlight: the evidence somebody points at. */
  @property({ attribute: false }) lit: readonly string[] = [];
  @property({ type: Boolean }) live = false;
  @property({ type: Boolean, attribute: "can-strike" }) canStrike = false;
  @property({ type: Boolean, attribute: "can-pop-out" }) canPopOut = false;
  @state() private query = "";
  @state() private size = 1;
  @state() private following = true;
  @state() private striking: Segment | null = null;
  /** The latest finals, for screen readers; words that were struck leave it at once. */
  private told: readonly Segment[] = [];
  private partials: ReadonlyMap<string, { text: string; steady: number }> = new Map();
  @query(".lines") private lines!: HTMLElement | null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("live") && !this.live) this.following = false;
    if (changed.has("transcript")) this.heard(changed.get("transcript") ?? EMPTY_TRANSCRIPT);
  }

  /** Follows which words of partials have settled, and what is new for screen readers. */
  private heard(before: Transcript): void {
    const { finals, partials } = this.transcript;
    const fresh = this.live ? newFinals(before, this.transcript) : [];
    const living = new Set(finals);
    this.told = [...this.told.filter((one) => living.has(one)), ...(fresh.length < TOO_MANY ? fresh : [])].slice(-TOO_MANY);
    this.partials = new Map(
      Object.values(partials).map(({ id, text }) => {
        const known = this.partials.get(id);
        return [id, !known || known.text === text ? (known ?? { text, steady: 0 }) : { text, steady: steadyWords(known.text, text) }];
      }),
    );
  }

  override updated(changed: PropertyValues<this>): void {
    this.lines?.style.setProperty("--size", `${SIZES[this.size]}rem`);
    if (changed.has("lit") && this.lit.length > 0) this.reveal();
    else if (this.live && this.following && !this.query) this.toBottom();
  }

  override render(): TemplateResult {
    if (this.transcript.destroyed) return this.gone();
    const all = visibleSegments(this.transcript);
    const shown = matching(all, this.query);
    return html`${this.tools()}
      ${this.query ? html`<p class="count small muted" role="status">${t.found(shown.length)}</p>` : nothing}
      ${all.length === 0 ? this.empty() : this.list(shown, speakerColours(all))}
      ${this.live && !this.following && all.length > 0
        ? html`<button class="button primary compact jump" type="button" data-testid="jump-to-live" @click=${this.jump}>
            <attune-icon name="ArrowDown"></attune-icon>${t.jump}
          </button>`
        : nothing}
      <attune-confirm
        .open=${this.striking !== null}
        .heading=${t.strikeTitle}
        .text=${t.strikeText}
        .action=${t.strikeConfirm}
        danger
        @confirm=${this.strike}
        @closed=${() => (this.striking = null)}
      ></attune-confirm>`;
  }

  private tools(): TemplateResult {
    return html`<div class="tools">
      <label class="search">
        <span class="visually-hidden">${t.search}</span>
        <attune-icon name="Search"></attune-icon>
        <input
          type="search"
          data-testid="transcript-search"
          placeholder=${t.searchShort}
          .value=${this.query}
          @input=${(event: InputEvent) => (this.query = (event.target as HTMLInputElement).value)}
        />
      </label>
      <button class="icon-button size" type="button" aria-label=${t.smaller} ?disabled=${this.size === 0} @click=${() => this.size--}>
        <small>A</small>
      </button>
      <button
        class="icon-button size"
        type="button"
        aria-label=${t.larger}
        ?disabled=${this.size === SIZES.length - 1}
        @click=${() => this.size++}
      >
        A
      </button>
      ${this.canPopOut
        ? html`<button class="icon-button" type="button" aria-label=${t.popOut} title=${t.popOut} data-testid="pop-out" @click=${this.popOut}>
            <attune-icon name="ExternalLink"></attune-icon>
          </button>`
        : nothing}
    </div>`;
  }

  private list(shown: readonly Segment[], colours: Map<string, number>): TemplateResult {
    return html`<div class="lines" tabindex="0" role="region" aria-label=${this.live ? t.title : t.plain} @scroll=${this.scrolled}>
      <ol data-testid="transcript">
        ${repeat(
          shown,
          ({ id }) => id,
          (segment, index) => this.line(segment, shown[index - 1], colours.get(segment.track) ?? 0),
        )}
      </ol>
    </div>
    ${this.live
      ? html`<div class="visually-hidden" role="log" aria-label=${t.heard} data-testid="told">
          ${repeat(this.told, ({ id }) => id, ({ speaker, text, low_confidence }) => html`<p>${speaker}: ${text}${low_confidence ? ` (${t.unsure})` : ""}</p>`)}
        </div>`
      : nothing}`;
  }

  private line(segment: Segment, before: Segment | undefined, colour: number): TemplateResult {
    const turn = !before || before.track !== segment.track;
    const lit = this.lit.includes(segment.id);
    const classes = [
      `speaker-${colour}`,
      turn ? "turn" : "",
      segment.final ? "" : "partial",
      segment.low_confidence ? "unsure" : "",
      lit ? "lit" : "",
    ].join(" ");
    // Partials change many times a second: screen readers hear only what is final.
    return html`<li
      class=${classes}
      data-testid="segment"
      data-segment=${segment.id}
      data-speaker=${segment.speaker}
      data-final=${String(segment.final)}
      aria-hidden=${segment.final ? nothing : "true"}
    >
      ${turn || (this.people.length > 0 && isGuessed(segment))
        ? html`<div class="who">${this.who(segment)}<time>${clockOf(segment)}</time></div>`
        : html`<span class="visually-hidden">${segment.speaker}</span>`}
      <p class="text" title=${segment.low_confidence ? t.unsure : nothing}>${segment.final || this.query ? this.marked(segment.text) : this.tentative(segment)}</p>
      ${segment.final && segment.low_confidence ? html`<span class="visually-hidden">${t.unsure}</span>` : nothing}
      ${this.canStrike && segment.final
        ? html`<button
            class="icon-button strike"
            type="button"
            data-testid="strike"
            aria-label=${t.strikeLabel(segment.speaker)}
            title=${t.strike}
            @click=${() => (this.striking = segment)}
          >
            <attune-icon name="Trash2"></attune-icon>
          </button>`
        : nothing}
    </li>`;
  }

  /** Who said it; where a voice was guessed at, it says so, and can be given to somebody else. */
  private who(segment: Segment): TemplateResult {
    if (!isGuessed(segment)) return html`<b>${segment.speaker}</b>`;
    const unknown = segment.certainty === 0;
    const name = unknown ? words.voices.uncertain : segment.speaker;
    if (this.people.length === 0 || !segment.final) return html`<b>${name}</b>${this.guess(segment)}`;
    return html`<select
      class="said"
      aria-label=${unknown || isSure(segment) ? words.voices.line : `${words.voices.line} (${words.voices.guess})`}
      data-testid="said-by"
      @change=${(event: Event) => this.say(segment, (event.target as HTMLSelectElement).value)}
    >
      ${unknown ? html`<option value="" selected>${name}</option>` : nothing}
      ${this.people.map(({ id, name: person }) => html`<option value=${id} ?selected=${!unknown && id === segment.track}>${person}</option>`)}
    </select>${this.guess(segment)}`;
  }

  private guess(segment: Segment): TemplateResult | typeof nothing {
    return segment.certainty === 0 || isSure(segment) ? nothing : html`<span class="guess" data-testid="guess">${words.voices.guess}</span>`;
  }

  private say(segment: Segment, participant: string): void {
    if (participant) this.dispatchEvent(new CustomEvent("attune-speaker", { detail: { segment: segment.id, participant }, bubbles: true, composed: true }));
  }

  /** A partial: the words that stayed are calm, those still in motion lighter. Nothing moves but new words. */
  private tentative({ id, text }: Segment): TemplateResult {
    const words = text.split(/\s+/).filter(Boolean);
    const steady = this.partials.get(id)?.steady ?? 0;
    return html`<span>${words.slice(0, steady).join(" ")}</span> <span class="moving">${words.slice(steady).join(" ")}</span>`;
  }

  private marked(text: string): TemplateResult | string {
    const needle = this.query.trim().toLocaleLowerCase();
    const at = needle ? text.toLocaleLowerCase().indexOf(needle) : -1;
    if (at < 0) return text;
    const end = at + needle.length;
    return html`${text.slice(0, at)}<mark>${text.slice(at, end)}</mark>${text.slice(end)}`;
  }

  private empty(): TemplateResult {
    return html`<div class="empty">
      <attune-icon name="ScrollText"></attune-icon>
      <p>${this.live ? t.empty : strings.note.nothing}</p>
    </div>`;
  }

  private gone(): TemplateResult {
    return html`<div class="empty" role="status" data-testid="transcript-destroyed">
      <attune-icon name="ShieldCheck"></attune-icon>
      <p><strong>${t.destroyed}</strong></p>
      <p class="small">${t.destroyedText}</p>
    </div>`;
  }

  private scrolled(): void {
    const { lines } = this;
    if (lines) this.following = lines.scrollHeight - lines.scrollTop - lines.clientHeight < NEAR;
  }

  private jump(): void {
    this.query = "";
    this.following = true;
    this.toBottom();
  }

  private toBottom(): void {
    const { lines } = this;
    if (lines) lines.scrollTop = lines.scrollHeight;
  }

  private reveal(): void {
    const line = this.renderRoot.querySelector<HTMLElement>("li.lit");
    const { lines } = this;
    if (!line || !lines) return;
    const top = line.offsetTop - lines.offsetTop - lines.clientHeight / 3;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    lines.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  }

  private strike(): void {
    const segment = this.striking;
    this.striking = null;
    if (segment) this.fire("attune-strike", { segments: [segment.id] });
  }

  private popOut(): void {
    this.fire("attune-pop-out", {});
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
