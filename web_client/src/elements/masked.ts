import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api/client";
import type { HiddenKind, MaskedLine, MaskedTranscript, MaskingChange } from "../api/processing";
import { clock } from "../format/time";
import { phraseOf, picked, piecesOf, selectable, tokensOf, type Picked } from "../state/masked";
import { Masking } from "../state/masking";
import { EMPTY_TRANSCRIPT, speakerColours, type Transcript } from "../state/transcript";
import { buttons, shared } from "../styles/shared";
import { strings } from "../strings";
import { Hears } from "./controllers";
import { maskedStyles } from "./masked.styles";
import { transcriptStyles } from "./transcript.styles";
import "./icon";
import "./mask-words";
import "./masking-choices";

const t = strings.masked;
/** Pixels from the bottom within which the reader counts as following. */
const NEAR = 48;
/** A selection counts once it has rested: it changes with every move while somebody draws it. */
const RESTED_MS = 300;

/** What is open below a line: a placeholder's meaning, its words to choose from, or words that are selected. */
type Open =
  | { kind: "meaning"; line: string; at: number; placeholder: string }
  | { kind: "words"; line: string; chosen: Picked | null }
  | { kind: "selection"; line: string; words: string };

/**
 * The transcript as an AI processor would be shown it, for the clinician alone. A placeholder tells what it
 * stands for; words that were missed are masked, and what was hit in vain is freed, for this session.
 */
@customElement("attune-masked")
export class AttuneMasked extends LitElement {
  static override styles = [shared, buttons, transcriptStyles, maskedStyles];

  @property({ attribute: false }) api!: Api;
  @property() session = "";
  /** What is said, to know when the masked lines may have changed. */
  @property({ attribute: false }) transcript: Transcript = EMPTY_TRANSCRIPT;
  @property({ type: Boolean }) live = false;
  @state() private open: Open | null = null;
  @state() private pointed = "";
  @state() private said = "";
  @state() private embedded = false;
  private following = true;
  private masking: Masking | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private ending = new AbortController();
  private readonly hears = new Hears(this, ["change"]);
  @query(".lines") private lines!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ending = new AbortController();
    const { signal } = this.ending;
    document.addEventListener("selectionchange", () => this.selecting(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.masking?.touched(), { signal });
    this.requestUpdate(); // taken off the page and put back, it begins anew
    void this.api.processors().then(
      ({ drafter }) => (this.embedded = drafter === "embedded"),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
    clearTimeout(this.resting);
    this.masking?.close();
    this.masking = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.masking?.session !== this.session) {
      this.masking?.close();
      this.masking = new Masking(this.api, this.session);
      this.hears.to(this.masking);
      void this.masking.look();
    } else if (changed.has("transcript")) {
      if (this.transcript.destroyed) this.masking.destroyed();
      else if (changed.get("transcript")?.finals !== this.transcript.finals) this.masking.touched();
    }
    this.hears.to(this.masking);
  }

  override updated(): void {
    const { lines } = this;
    if (this.live && this.following && !this.open && lines) lines.scrollTop = lines.scrollHeight;
  }

  override render(): TemplateResult {
    const { masking } = this;
    if (masking?.gone) return this.gone();
    const view = masking?.view;
    if (!view) return html`<div class="empty" role="status"><p>${masking?.unreachable ? t.unreachable : strings.common.loading}</p></div>`;
    return html`${this.about(view)}
      <attune-masking-choices
        .choices=${view.choices}
        .busy=${masking.busy}
        @undo=${(event: CustomEvent<{ place: number }>) => this.choose({ undo: event.detail.place }, t.didUndo)}
      ></attune-masking-choices>
      ${view.lines.length === 0 ? html`<div class="empty"><attune-icon name="EyeOff"></attune-icon><p>${t.empty}</p></div>` : this.list(view)}
      <p class="meaning small" data-testid="masked-meaning">${this.pointed ? this.meaningOf(this.pointed) : html`<span class="muted">${t.point}</span>`}</p>`;
  }

  private about(view: MaskedTranscript): TemplateResult {
    const { failed, waiting } = this.masking?.unsent ?? { failed: 0, waiting: 0 };
    return html`<div class="about small">
      <p class="muted explain">${t.explain} ${this.embedded ? t.embedded : nothing}</p>
      <p class=${failed > 0 ? "warn" : "muted"} role="status" data-testid="masked-unsent" data-failed=${failed} data-waiting=${waiting}
        >${failed > 0 ? t.unsent(failed) : waiting > 0 ? t.waits(waiting) : view.lines.length > 0 ? t.allMasked : nothing}</p>
      <p class="muted" role="status" data-testid="masked-said">${this.said}</p>
      ${this.masking?.refusal ? html`<p class="error" role="alert" data-testid="masked-refused">${this.masking.refusal}</p>` : nothing}
      ${this.masking?.unreachable ? html`<p class="warn" role="alert">${t.unreachable}</p>` : nothing}
    </div>`;
  }

  private list(view: MaskedTranscript): TemplateResult {
    const colours = speakerColours(view.lines.map(({ speaker, role }) => ({ track: speaker, role })));
    return html`<div class="lines" tabindex="0" role="region" aria-label=${t.title} @scroll=${this.scrolled} @keydown=${this.key} @pointerdown=${this.pressed}>
      <ol data-testid="masked-lines">
        ${repeat(
          view.lines,
          ({ id }) => id,
          (line, index) => this.line(line, view.lines[index - 1], colours.get(line.speaker) ?? 0),
        )}
      </ol>
    </div>`;
  }

  private line(line: MaskedLine, before: MaskedLine | undefined, colour: number): TemplateResult {
    const turn = before?.speaker !== line.speaker;
    const open = this.open?.line === line.id ? this.open : null;
    const role = t.roles[line.role]; // a processor is told no names of speakers either
    return html`<li class="speaker-${colour} ${turn ? "turn" : ""}" data-testid="masked-line" data-segment=${line.id} data-state=${line.state}>
      ${turn
        ? html`<div class="who"><b>${role}</b><time>${clock(line.start)}</time></div>`
        : html`<span class="visually-hidden">${role}</span>`}
      ${line.masked === null ? this.unmasked(line) : open?.kind === "words" ? this.words(line, open.chosen) : this.text(line, open)}
      ${open && line.masked !== null ? this.panel(line, open) : nothing}
      ${line.masked !== null && !open
        ? html`<button class="icon-button mask" type="button" data-testid="mask-words" aria-label=${t.hideLabel(role)} title=${t.choose} @click=${() => this.pick(line.id)}>
            <attune-icon name="EyeOff"></attune-icon>
          </button>`
        : nothing}
    </li>`;
  }

  private unmasked(line: MaskedLine): TemplateResult {
    const failed = line.state === "failed";
    return html`<p class="text unmasked ${failed ? "failed" : ""}" data-testid="not-sent">
      <attune-icon name=${failed ? "CircleAlert" : "Hourglass"}></attune-icon>${failed ? t.failed : t.waiting}
    </p>`;
  }

  private text(line: MaskedLine, open: Open | null): TemplateResult {
    return html`<p class="text">${piecesOf(line).map((piece, at) => (piece.placeholder ? this.chip(line, piece.text, at, open) : piece.text))}</p>`;
  }

  private chip(line: MaskedLine, placeholder: string, at: number, open: Open | null): TemplateResult {
    const opened = open?.kind === "meaning" && open.at === at;
    const meaning = this.masking?.view?.meanings[placeholder] ?? "";
    const point = (): void => void (this.pointed = placeholder);
    const leave = (): void => void (this.pointed = this.pointed === placeholder ? "" : this.pointed);
    return html`<button
      class="placeholder"
      type="button"
      data-testid="placeholder"
      data-placeholder=${placeholder}
      aria-label=${t.chip(placeholder, meaning)}
      aria-expanded=${opened ? "true" : "false"}
      @pointerenter=${point}
      @pointerleave=${leave}
      @focus=${point}
      @blur=${leave}
      @click=${() => (this.open = opened ? null : { kind: "meaning", line: line.id, at, placeholder })}
    >${placeholder}</button>`;
  }

  private words(line: MaskedLine, chosen: Picked | null): TemplateResult {
    const tokens = tokensOf(line);
    return html`<p class="text picking" role="group" aria-label=${t.pickLabel}>${tokens.map((token, at) =>
      token.kind === "word"
        ? html`<button
            class="word"
            type="button"
            data-testid="word"
            aria-pressed=${chosen && at >= chosen.from && at <= chosen.to ? "true" : "false"}
            @click=${() => (this.open = { kind: "words", line: line.id, chosen: picked(tokens, chosen, at) })}
          >${token.text}</button>`
        : token.text,
    )}</p>`;
  }

  private panel(line: MaskedLine, open: Open): TemplateResult {
    if (open.kind === "meaning") return this.meaning(open.placeholder);
    const words = open.kind === "selection" ? open.words : phraseOf(tokensOf(line), open.chosen);
    return html`<attune-mask-words
      .words=${words}
      .picking=${open.kind === "words"}
      .busy=${this.masking?.busy ?? false}
      @mask=${(event: CustomEvent<{ kind: HiddenKind | null }>) => this.hide(line.id, words, event.detail.kind)}
      @cancel=${() => this.close()}
    ></attune-mask-words>`;
  }

  private meaning(placeholder: string): TemplateResult {
    const stays = this.masking?.view?.stay.includes(placeholder) ?? true;
    return html`<div class="panel" role="group" aria-label=${placeholder} data-testid="meaning-panel">
      <p>${this.meaningOf(placeholder)}</p>
      <p class="small muted" data-testid="free-hint">${stays ? t.staysHint : t.freeHint}</p>
      <div class="row">
        ${stays
          ? nothing
          : html`<button class="button compact" type="button" data-testid="free-this" ?disabled=${this.masking?.busy ?? false} @click=${() => this.free(placeholder)}>
              <attune-icon name="Eye"></attune-icon>${t.free}
            </button>`}
        <button class="button quiet compact" type="button" @click=${() => this.close()}>${strings.common.close}</button>
      </div>
    </div>`;
  }

  private meaningOf(placeholder: string): string {
    const meaning = this.masking?.view?.meanings[placeholder];
    return meaning ? t.standsFor(placeholder, meaning) : t.unknown(placeholder);
  }

  private gone(): TemplateResult {
    return html`<div class="empty" role="status" data-testid="masked-destroyed">
      <attune-icon name="ShieldCheck"></attune-icon>
      <p><strong>${t.gone}</strong></p>
      <p class="small">${t.goneText}</p>
    </div>`;
  }

  private async pick(line: string): Promise<void> {
    this.open = { kind: "words", line, chosen: null };
    await this.updateComplete;
    this.within(line, ".word")?.focus();
  }

  private async hide(segment: string, words: string, kind: HiddenKind | null): Promise<void> {
    if (await this.choose({ hide: { segment, text: words, ...(kind ? { kind } : {}) } }, t.didHide(words))) await this.close();
  }

  private async free(placeholder: string): Promise<void> {
    const words = this.masking?.view?.meanings[placeholder] ?? placeholder;
    if (await this.choose({ free: placeholder }, t.didFree(words))) await this.close();
  }

  private async choose(change: MaskingChange, said: string): Promise<boolean> {
    this.said = "";
    const done = (await this.masking?.choose(change)) ?? false;
    if (done) this.said = said;
    return done;
  }

  /** Closes what is open; the focus goes back to its line. */
  private async close(): Promise<void> {
    const line = this.open?.line;
    [this.open, this.pointed] = [null, ""];
    await this.updateComplete;
    if (line) this.within(line, ".mask")?.focus();
  }

  private within(line: string, selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`li[data-segment="${CSS.escape(line)}"] ${selector}`);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    event.preventDefault();
    void this.close();
  }

  /** A press beside the offer to mask a selection takes the offer back; the selection goes with it. */
  private pressed(event: PointerEvent): void {
    if (this.open?.kind === "selection" && !(event.target as Element).closest(".panel, attune-mask-words")) this.open = null;
  }

  private selecting(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.selected(), RESTED_MS);
  }

  private selected(): void {
    const selection = selectionIn(this.renderRoot as ShadowRoot);
    if (!selection || selection.isCollapsed) return;
    const [one, other] = [lineAt(selection.anchorNode), lineAt(selection.focusNode)];
    const line = one && one === other ? this.masking?.view?.lines.find(({ id }) => id === one) : undefined;
    const words = line ? selectable(line, selection.toString()) : "";
    if (line && words) this.open = { kind: "selection", line: line.id, words };
  }

  private scrolled(): void {
    const { lines } = this;
    if (lines) this.following = lines.scrollHeight - lines.scrollTop - lines.clientHeight < NEAR;
  }
}

/** The selection within a shadow tree; where a browser has none of its own for it, the document's. */
function selectionIn(root: ShadowRoot & { getSelection?: () => Selection | null }): Selection | null {
  return root.getSelection ? root.getSelection() : document.getSelection();
}

function lineAt(node: Node | null): string {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>("li[data-segment]")?.dataset["segment"] ?? "";
}
