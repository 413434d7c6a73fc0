import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Api } from "../api/client";
import type { Me, Note, NoteFormat, NoteView, SessionView } from "../api/types";
import { duration, remaining, shortDate } from "../format/time";
import { addSentence, editSentence, evidenceCount, flagsOf, isByHand, removeSentence } from "../state/note";
import { NoteDraft } from "../state/note-draft";
import { EMPTY_TRANSCRIPT, reduceTranscript, type Transcript } from "../state/transcript";
import { buttons, fields, shared } from "../styles/shared";
import { strings, term } from "../strings";
import type { Segment } from "../wire.gen";
import { followTranscript } from "../net/events";
import { Hears, Ticks } from "./controllers";
import { noteStyles } from "./note.styles";
import type { SignDetail } from "./sign";
import "./additions";
import "./ai-use";
import "./confirm";
import "./hold";
import "./icon";
import "./note-fate";
import type { SectionRedraft } from "./note-section";
import "./note-section";
import "./receipt";
import "./risk";
import "./sign";
import "./words";
import "./voices";

const t = strings.note;
/** A draft that comes by itself has come by then. */
const SETTLED_MS = 60_000;

/** The progress note after a session: read, check against its evidence, edit, sign. Fires `changed`. */
@customElement("attune-note")
export class AttuneNote extends LitElement {
  static override styles = [shared, buttons, fields, noteStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) me: Me | null = null;
  @property({ attribute: false }) session!: SessionView;
  @state() private pointed: readonly string[] = [];
  @state() private redrafting: NoteFormat | null = null;
  private draft: NoteDraft | null = null;
  private receivedAt = Date.now();
  private readonly hears = new Hears(this, ["change"]);
  private stopFollowing: (() => void) | null = null;
  protected readonly ticks = new Ticks(this, 20_000);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.draft?.close();
    this.draft = null;
    this.follow(null);
  }

  /** An open editor hears at once when words it rests on are struck or destroyed. */
  private follow(draft: NoteDraft | null): void {
    this.stopFollowing?.();
    this.stopFollowing = draft
      ? followTranscript(draft.session, {
          onAction: (action) => void draft.told(action),
          onStatus: () => undefined,
          onConnection: () => undefined,
        })
      : null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session")) this.receivedAt = Date.now();
    if (this.draft?.session !== this.session.id) {
      this.draft?.close();
      this.draft = new NoteDraft(this.api, this.session.id);
      void this.draft.open();
      this.follow(this.session.state === "signed" ? null : this.draft);
    }
    this.hears.to(this.draft);
  }

  override render(): TemplateResult {
    const { draft } = this;
    if (!draft?.ready || !draft.view) return html`${this.bar(null)}${this.drafting()}`;
    const locked = draft.view.signed !== null;
    const aside = !locked && !draft.transcriptGone && draft.segments.length > 0;
    return html`${this.bar(draft.view)}
      <div class="columns ${aside ? "" : "single"}" data-testid="note" data-status=${draft.view.status}>
        <main>
          ${this.head(draft.view)}
          ${aside ? html`<attune-voices .api=${this.api} .session=${this.session} .segments=${draft.segments} @changed=${this.anew}></attune-voices>` : nothing}
          ${locked
            ? html`<attune-receipt .api=${this.api} .signed=${draft.view.signed} .session=${this.session.id}></attune-receipt>`
            : nothing}
          ${locked || !this.gone() ? nothing : this.fateOf(draft, "told")}
          ${draft.note && draft.view.status !== "insufficient" ? this.body(draft.note, locked) : this.statement(draft.view)}
          ${this.session.transcript.state === "living" && (this.me?.legal_hold || this.isHeld())
            ? html`<attune-hold .api=${this.api} .session=${this.session.id} .seen=${this.session} .allowed=${this.me?.legal_hold ?? false} @changed=${this.held}></attune-hold>`
            : nothing}
          ${locked
            ? html`<attune-additions
                .api=${this.api}
                .view=${draft.view}
                .name=${this.me?.clinician?.name ?? ""}
                .credential=${this.me?.clinician?.credential ?? ""}
                @added=${(event: CustomEvent<NoteView>) => draft.added(event.detail)}
              ></attune-additions>`
            : nothing}
          <attune-ai-use .api=${this.api} .session=${this.session.id} .version=${draft.view.version}></attune-ai-use>
          ${locked || this.isHeld() || (!this.gone() && this.session.transcript.state !== "living") ? nothing : this.fateOf(draft, "foot")}
        </main>
        ${aside ? this.aside() : nothing}
      </div>
      ${this.dialogs(draft)}`;
  }

  private fateOf(draft: NoteDraft, place: "told" | "foot"): TemplateResult {
    return html`<attune-note-fate
      .api=${this.api}
      .session=${this.session.id}
      .gone=${this.gone()}
      .why=${draft.goneWhy}
      .place=${place}
      .busy=${draft.busy}
      @destroy=${this.destroy}
    ></attune-note-fate>`;
  }

  private isHeld(): boolean {
    return !this.gone() && this.session.transcript.warning === "held";
  }

  /** Who said what was corrected: words and note are read anew. */
  private anew(): void {
    this.draft?.close();
    this.draft = null;
    this.requestUpdate();
  }

  private held(): void {
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private async destroy(): Promise<void> {
    if (!(await this.draft?.destroyTranscript())) return;
    globalThis.scrollTo({ top: 0 });
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private bar(view: NoteView | null): TemplateResult {
    const unsigned = view !== null && view.signed === null;
    return html`<header class="bar">
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon><span>${strings.session.back}</span></a>
      ${this.countdown()}
      ${unsigned && view.note && view.status !== "insufficient"
        ? html`<span class="row">
            <span class="small muted save" role="status" data-testid="save-state" data-state=${this.draft?.save ?? ""}>${t.save[this.draft?.save ?? "saved"]}</span>
            <button class="button primary" type="button" data-testid="sign" ?disabled=${this.draft?.busy ?? false} @click=${() => this.draft?.beginSigning()}>
              <attune-icon name="FileCheck"></attune-icon>${t.sign}
            </button>
          </span>`
        : nothing}
    </header>`;
  }

  private countdown(): TemplateResult | typeof nothing {
    const { transcript } = this.session;
    if (this.gone()) {
      return html`<span class="chip accent" data-testid="transcript-gone"><attune-icon name="ShieldCheck"></attune-icon>${t.destroyedLine}</span>`;
    }
    if (this.isHeld()) {
      return html`<span class="chip warn" data-testid="transcript-held"><attune-icon name="Lock"></attune-icon>${t.heldLine}</span>`;
    }
    const left = this.secondsLeft();
    if (left === null) return nothing;
    const urgent = transcript.warning === "day5" || transcript.warning === "day6";
    return html`<span class="countdown ${urgent ? "urgent" : ""}" data-testid="countdown">
      <attune-icon name="Clock"></attune-icon>${this.draft?.view?.status === "insufficient" ? t.countdownOnly(remaining(left)) : t.countdown(remaining(left))}
    </span>`;
  }

  private drafting(): TemplateResult {
    const { draft } = this;
    const waits = draft !== null && (draft.gaveUp || this.idle(draft));
    const living = this.session.transcript.state === "living" && !draft?.transcriptGone;
    const none = draft?.view?.status === "none";
    return html`<main><div class="drafting" role="status" data-testid="drafting" data-waiting=${waits ? "no" : "yes"}>
      <span class="pulse ${waits ? "still" : ""}"><attune-icon name="ScrollText"></attune-icon></span>
      <h1>${waits && none ? t.noDraft : t.drafting}</h1>
      <p class="muted">${this.draftingText(waits, none, living)}</p>
      ${draft?.refusal ? html`<p class="error" role="alert">${draft.refusal}</p>` : nothing}
      ${waits ? this.draftingActions(draft, none, living) : nothing}
    </div></main>`;
  }

  /** An old session is not being drafted any more: its button need not be waited for. */
  private idle(draft: NoteDraft): boolean {
    const { ended_at } = this.session;
    const long = ended_at !== null && Date.now() - Date.parse(ended_at) > SETTLED_MS;
    return draft.idle || (draft.view?.status === "none" && long);
  }

  private draftingText(waits: boolean, none: boolean, living: boolean): string {
    if (this.draft?.trouble === "unreachable") return strings.common.unreachable;
    if (!waits) return t.draftingText;
    if (!none) return t.gaveUp;
    if (living) return t.noDraftText;
    return this.session.transcript.state === "none" ? t.nothing : t.noDraftGone;
  }

  private draftingActions(draft: NoteDraft, none: boolean, living: boolean): TemplateResult {
    const format = this.session.format ?? "soap";
    return html`<div class="row wrap">
      ${none && living
        ? html`<button class="button primary" type="button" data-testid="draft-now" ?disabled=${draft.busy} @click=${() => draft.redraft({ format })}>
            <attune-icon name="ScrollText"></attune-icon>${t.draftNow}
          </button>`
        : nothing}
      ${none && !living
        ? html`<button class="button" type="button" data-testid="write-by-hand" @click=${() => draft.writeByHand(format)}>
            <attune-icon name="Plus"></attune-icon>${t.byHand}
          </button>`
        : nothing}
      ${draft.gaveUp
        ? html`<button class="button" type="button" data-testid="look-again" @click=${() => draft.look()}>${t.look}</button>`
        : nothing}
    </div>`;
  }

  private head(view: NoteView): TemplateResult {
    const { started_at, duration_seconds, participants } = this.session;
    return html`<div>
        <h1>${this.session.client}</h1>
        <dl class="frame small">
          ${started_at ? html`<div><dt>${t.started}</dt><dd>${shortDate(started_at, strings.locale)}</dd></div>` : nothing}
          ${duration_seconds !== null ? html`<div><dt>${t.duration}</dt><dd>${duration(duration_seconds)}</dd></div>` : nothing}
          <div><dt>${t.participants}</dt><dd>${participants.map(({ name }) => name).join(", ")}</dd></div>
        </dl>
      </div>
      ${this.draft?.trouble === "stale" ? html`<p class="error" role="alert">${t.stale}</p>` : nothing}
      ${this.draft?.signing ? nothing : this.refusal()}
      ${view.signed === null && view.note && view.status !== "insufficient" ? this.tools(view.note) : nothing}`;
  }

  private refusal(): TemplateResult | typeof nothing {
    const text = this.refusalText();
    return text ? html`<p class="error" role="alert" data-testid="sign-refused">${text}</p>` : nothing;
  }

  private refusalText(): string {
    const { signRefusal, refusal } = this.draft ?? { signRefusal: "" as const, refusal: "" };
    return signRefusal ? strings.sign.refusals[signRefusal] : refusal;
  }

  private tools(note: Note): TemplateResult {
    const flags = flagsOf(note).length;
    const { supported, total } = evidenceCount(note);
    return html`<div class="tools">
      ${this.gone() ? html`<span class="chip">${strings.formats[note.format]}</span>` : this.formats(note)}
      <span class="row wrap">
        ${flags > 0 ? html`<span class="chip warn" data-testid="flag-count"><attune-icon name="Flag"></attune-icon>${t.flags(flags)}</span>` : nothing}
        ${isByHand(note) ? nothing : html`<span class="small muted">${t.supported(supported, total)}</span>`}
      </span>
    </div>`;
  }

  private formats(note: Note): TemplateResult {
    return html`<select
      class="format"
      data-testid="format"
      aria-label=${t.format}
      .value=${live(note.format)}
      ?disabled=${this.draft?.busy ?? false}
      @change=${this.chooseFormat}
    >
      ${Object.entries(strings.formats).map(
        ([id, label]) => html`<option value=${id} ?selected=${id === note.format}>${label}</option>`,
      )}
    </select>`;
  }

  /** Another format is drafted only when it is confirmed: until then the note keeps its own. */
  private readonly chooseFormat = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const chosen = select.value as NoteFormat;
    const kept = this.draft?.note?.format ?? chosen;
    if (chosen !== kept) this.redrafting = chosen;
    select.value = kept;
  };

  private body(note: Note, locked: boolean): TemplateResult {
    return html`<attune-risk .risk=${note.risk} .unread=${isByHand(note)} .segments=${this.known()} @point=${this.point}></attune-risk>
      ${note.sections.map(
        (section, index) => html`<attune-note-section
          .section=${section}
          .byHand=${isByHand(note)}
          .locked=${locked}
          .segments=${this.known()}
          .pointed=${this.pointed}
          @point=${this.point}
          @edit-sentence=${(event: CustomEvent<{ sentence: number; text: string }>) =>
            this.edit(editSentence(note, { section: index, sentence: event.detail.sentence }, event.detail.text))}
          @remove-sentence=${(event: CustomEvent<{ sentence: number }>) =>
            this.edit(removeSentence(note, { section: index, sentence: event.detail.sentence }))}
          @add-sentence=${(event: CustomEvent<{ text: string }>) => this.edit(addSentence(note, index, event.detail.text))}
          .redraftable=${!locked && !this.gone() && !isByHand(note)}
          .busy=${this.draft?.busy ?? false}
          @redraft=${(event: CustomEvent<SectionRedraft>) => void this.draft?.redraft({ section: section.title, ...event.detail })}
        ></attune-note-section>`,
      )}
      ${this.notDiscussed(note)}
      <footer class="foot small faint">
        <p>${t.drafters[note.drafter] ?? t.drafter(note.drafter)} ${note.drafter_notice ?? ""}</p>
        ${isByHand(note) ? nothing : html`<p>${t.ai}</p>`}
      </footer>`;
  }

  private notDiscussed(note: Note): TemplateResult | typeof nothing {
    if (note.not_discussed.length === 0) return nothing;
    return html`<section class="not-discussed" data-testid="not-discussed">
      <h3>${t.notDiscussed}</h3>
      <ul>
        ${note.not_discussed.map((topic) => html`<li class="chip">${term({}, topic)}</li>`)}
      </ul>
    </section>`;
  }

  private statement(view: NoteView): TemplateResult {
    return html`<section class="card statement" data-testid="no-note">
      <h2>${t.insufficient}</h2>
      <p class="muted">${view.statement ?? view.note?.statement ?? t.nothing}</p>
      ${this.fate()}
      ${view.note && view.signed === null
        ? html`<button class="button by-hand" type="button" data-testid="write-by-hand" @click=${() => this.draft?.writeByHand(this.session.format ?? "soap")}>
            <attune-icon name="Plus"></attune-icon>${t.byHand}
          </button>`
        : nothing}
    </section>`;
  }

  /** Nothing to sign: the transcript goes by its time alone. */
  private fate(): TemplateResult | typeof nothing {
    const left = this.secondsLeft();
    if (this.gone()) return html`<p class="small" data-testid="transcript-fate">${t.statementGone}</p>`;
    return left === null ? nothing : html`<p class="small" data-testid="transcript-fate">${t.statementLiving(remaining(left))}</p>`;
  }

  private gone(): boolean {
    return this.session.transcript.state === "destroyed" || (this.draft?.transcriptGone ?? false);
  }

  private secondsLeft(): number | null {
    const { state, seconds_left: left } = this.session.transcript;
    return state !== "living" || left === null ? null : left - (Date.now() - this.receivedAt) / 1000;
  }

  private aside(): TemplateResult {
    const sentences = (this.draft?.note?.sections.length ?? 0) > 0;
    return html`<aside class="evidence" aria-label=${t.evidence}>
      <div class="card">
        <attune-words .api=${this.api} .session=${this.session.id} .transcript=${this.transcript()} .lit=${this.pointed}
          .heading=${sentences ? t.evidence : strings.transcript.plain} .hint=${sentences ? t.evidenceHint : ""}
        ></attune-words>
      </div>
    </aside>`;
  }

  private dialogs(draft: NoteDraft): TemplateResult {
    return html`<attune-sign
        .open=${draft.signing !== null}
        .busy=${draft.busy}
        .held=${this.isHeld()}
        .note=${draft.signing?.note ?? null}
        .trouble=${this.refusalText()}
        .name=${this.me?.clinician?.name ?? ""}
        .credential=${this.me?.clinician?.credential ?? ""}
        @sign=${this.sign}
        @closed=${() => draft.endSigning()}
      ></attune-sign>
      <attune-confirm
        .open=${this.redrafting !== null}
        .heading=${t.redraftTitle(this.redrafting ? strings.formats[this.redrafting] : "")}
        .text=${t.redraftText}
        .action=${t.redraftConfirm}
        @confirm=${this.redraft}
        @closed=${() => (this.redrafting = null)}
      ></attune-confirm>`;
  }

  private known(): ReadonlyMap<string, Segment> {
    return new Map((this.draft?.segments ?? []).map((segment) => [segment.id, segment]));
  }

  private transcriptOf: { segments: readonly Segment[]; transcript: Transcript } | null = null;

  private transcript(): Transcript {
    const segments = this.draft?.segments ?? [];
    if (this.transcriptOf?.segments !== segments) {
      this.transcriptOf = { segments, transcript: reduceTranscript(EMPTY_TRANSCRIPT, { type: "loaded", segments }) };
    }
    return this.transcriptOf.transcript;
  }

  private point(event: CustomEvent<{ evidence: string[] }>): void {
    this.pointed = event.detail.evidence;
  }

  private edit(note: Note): void {
    this.draft?.edit(note);
  }

  private redraft(): void {
    const format = this.redrafting;
    this.redrafting = null;
    if (format) void this.draft?.redraft({ format });
  }

  private async sign(event: CustomEvent<SignDetail>): Promise<void> {
    await this.draft?.sign(event.detail);
    if (!this.draft?.view?.signed) return;
    globalThis.scrollTo({ top: 0 });
    this.dispatchEvent(new CustomEvent("changed"));
  }
}

