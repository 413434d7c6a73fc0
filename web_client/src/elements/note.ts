import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/client";
import type { HeldTimes, Me, NoteView, PlaceOfService, Redraft, SessionParticipant, SessionView, SpeakerCorrection } from "../api/types";
import { timeOfDay } from "../format/time";
import { formatOf } from "../state/form-choice";
import { canBeHeldOtherwise } from "../state/held";
import type { Place } from "../state/note-advice";
import { NoteDraft } from "../state/note-draft";
import type { TranscriptAction } from "../state/transcript";
import { undoKey } from "../state/undo-keys";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/ways";
import type { Segment } from "../wire.gen";
import { followTranscript } from "../net/events";
import { Hears, Matches, Ticks } from "./controllers";
import type { AttuneNoteBody, Edited } from "./note-body";
import type { AttuneNoteHead } from "./note-head";
import type { AttuneReceipt } from "./receipt";
import { noteStyles } from "./note.styles";
import type { SignDetail } from "./sign";
import "./additions";
import "./ai-use";
import "./hold";
import "./icon";
import "./note-advice";
import "./note-bar";
import "./note-body";
import "./note-compare";
import "./note-conflict";
import "./note-export";
import "./note-evidence";
import "./note-fate";
import "./note-head";
import "./note-statement";
import "./note-tools";
import "./note-waiting";
import "./receipt";
import "./sign";
import "./voices";

const t = strings.note;
const e = strings.editor;

/** Below this width there is no room beside the note. */
const NARROW = "(max-width: 1020px)";

/** Whether the words a note rests on can be shown beside it. */
const hasWords = (draft: NoteDraft): boolean => !draft.transcriptGone && draft.segments.length > 0;

/** The progress note after a session: read, check against its evidence, edit, sign. Fires `changed`. */
@customElement("attune-note")
export class AttuneNote extends LitElement {
  static override styles = [shared, buttons, fields, noteStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) me: Me | null = null;
  @property({ attribute: false }) session!: SessionView;
  @state() private pointed: readonly string[] = [];
  @state() private comparing = false;
  /** It was signed on this page: the proof is shown whole. */
  @state() private justSigned = false;
  private draft: NoteDraft | null = null;
  private receivedAt = Date.now();
  private turn = 0;
  private readonly hears = new Hears(this, ["change"]);
  private stopFollowing: (() => void) | null = null;
  protected readonly ticks = new Ticks(this, 20_000);
  private readonly narrow = new Matches(this, NARROW);

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener("keydown", this.key);
    globalThis.addEventListener("beforeunload", this.leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener("keydown", this.key);
    globalThis.removeEventListener("beforeunload", this.leaving);
    this.draft?.close();
    this.draft = null;
    this.follow(null);
  }

  /** Undo and redo of the note; a field of its own (an input, a text area) keeps its browser's. */
  private readonly key = (event: KeyboardEvent): void => {
    const asked = undoKey(event);
    const at = event.composedPath()[0];
    const own = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
    if (!asked || own || !this.draft || this.draft.view?.signed) return;
    event.preventDefault();
    this.draft[asked]();
  };

  /** What is not saved is nowhere else: the browser asks before it goes. */
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.draft && !this.draft.view?.signed && (this.draft.save !== "saved" || this.draft.conflict)) event.preventDefault();
  };

  /** An open editor hears at once when words it rests on are struck or destroyed. */
  private follow(draft: NoteDraft | null): void {
    this.stopFollowing?.();
    this.stopFollowing = draft
      ? followTranscript(draft.session, {
          onAction: (action) => void this.hear(draft, action),
          onStatus: () => undefined,
          onConnection: () => undefined,
        })
      : null;
  }

  private async hear(draft: NoteDraft, action: TranscriptAction): Promise<void> {
    const asked = draft.signing !== null && !draft.busy;
    await draft.told(action);
    if (asked) void this.locked();
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
    this.turn += 1;
  }

  override render(): TemplateResult {
    const { draft } = this;
    if (!draft?.ready || !draft.view) {
      return html`${this.bar()}<attune-note-waiting .session=${this.session} .draft=${draft} .turn=${this.turn}></attune-note-waiting>`;
    }
    const locked = draft.view.signed !== null;
    const aside = !locked && hasWords(draft);
    return html`${this.bar()}
      <div class="columns ${aside ? "" : "single"}" data-testid="note" data-status=${draft.view.status} @attune-speaker=${this.says}>
        <main>${this.parts(draft, draft.view, locked)}</main>
        ${aside ? this.aside(draft) : nothing}
      </div>
      ${this.signing(draft)}`;
  }

  private parts(draft: NoteDraft, view: NoteView, locked: boolean): TemplateResult {
    const written = view.note !== null && view.status !== "insufficient";
    return html`<attune-note-head .session=${this.session} .view=${view} .busy=${draft.busy} .retime=${this.retime} @place=${this.place}></attune-note-head>
      ${!locked && hasWords(draft) && this.narrow.now ? this.voices(draft) : nothing} ${this.told()} ${written && !locked && !draft.conflict ? this.tools(draft, view) : nothing}
      ${locked ? html`<attune-note-export .api=${this.api} .view=${view} .session=${this.session}></attune-note-export>
            <attune-receipt .api=${this.api} .signed=${view.signed} .session=${this.session.id} .folded=${!this.justSigned}></attune-receipt>` : nothing}
      ${locked || !this.gone() || (!written && draft.goneWhy === "requested") ? nothing : this.fateOf(draft, "told")}
      ${draft.conflict
        ? html`<attune-note-conflict .conflict=${draft.conflict} @choose=${this.choose}></attune-note-conflict>`
        : nothing}
      ${draft.conflict ? nothing : written ? this.body(draft, view, locked) : this.statement(view)} ${this.hold()}
      ${locked ? this.additions(draft, view) : nothing}
      <attune-ai-use .api=${this.api} .session=${this.session.id} .version=${view.version}></attune-ai-use>
      ${locked || this.isHeld() || (!this.gone() && this.session.transcript.state !== "living") ? nothing : this.fateOf(draft, "foot")}`;
  }

  private hold(): TemplateResult | typeof nothing {
    const allowed = this.me?.legal_hold ?? false;
    if (this.session.transcript.state !== "living" || !(allowed || this.isHeld())) return nothing;
    return html`<attune-hold .api=${this.api} .session=${this.session.id} .seen=${this.session} .allowed=${allowed} @changed=${this.held}></attune-hold>`;
  }

  private additions(draft: NoteDraft, view: NoteView): TemplateResult {
    return html`<attune-additions
      .api=${this.api}
      .view=${view}
      .name=${this.me?.clinician?.name ?? ""}
      .credential=${this.me?.clinician?.credential ?? ""}
      @added=${(event: CustomEvent<NoteView>) => draft.added(event.detail)}
    ></attune-additions>`;
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

  /** Whose each voice is, where they were told apart: beside the words, or above the note where those have no room. */
  private voices(draft: NoteDraft): TemplateResult {
    return html`<attune-voices ?compact=${!this.narrow.now} .session=${this.session} .segments=${draft.segments} .busy=${draft.busy} .correct=${this.correct}></attune-voices>`;
  }

  private people(): readonly SessionParticipant[] {
    return this.session.participants.filter(({ revoked }) => !revoked);
  }

  private says(event: CustomEvent<{ segment: string; participant: string }>): void {
    void this.draft?.retell(event.detail);
  }

  private readonly correct = async (correction: SpeakerCorrection): Promise<void> => this.draft?.retell(correction);

  /** Says anew when the session was held; what it gives is why that failed. */
  private readonly retime = async (change: HeldTimes): Promise<string> => {
    const failed = (await this.draft?.retime(change)) ?? "";
    if (!failed) this.held();
    return failed;
  };

  private held(): void {
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private async destroy(): Promise<void> {
    if (!(await this.draft?.destroyTranscript())) return;
    globalThis.scrollTo({ top: 0 });
    this.dispatchEvent(new CustomEvent("changed"));
    this.renderRoot.querySelector<AttuneNoteHead>("attune-note-head")?.focusTitle();
  }

  private bar(): TemplateResult {
    return html`<attune-note-bar
      .session=${this.session}
      .draft=${this.draft}
      .gone=${this.gone()}
      .held=${this.isHeld()}
      .secondsLeft=${this.secondsLeft()}
      .turn=${this.turn}
    ></attune-note-bar>`;
  }

  private told(): TemplateResult {
    const { draft } = this;
    const refusal = draft?.signing ? "" : this.refusalText();
    return html`${draft?.retold ? html`<p class="joined small" role="status" lang=${words.locale} data-testid="retold" data-note=${draft.retold}>${words.voices[draft.retold]}</p>` : nothing}
      ${draft?.joined ? html`<p class="joined small" role="status" data-testid="joined">${e.joined}</p>` : nothing}
      ${draft?.trouble === "stale" && !draft.conflict ? html`<p class="error" role="alert">${t.stale}</p>` : nothing}
      ${refusal ? html`<p class="error" role="alert" data-testid="sign-refused">${refusal}</p>` : nothing}`;
  }

  private refusalText(): string {
    const { signRefusal, refusal } = this.draft ?? { signRefusal: "" as const, refusal: "" };
    return signRefusal ? strings.sign.refusals[signRefusal] : refusal;
  }

  private tools(draft: NoteDraft, view: NoteView): TemplateResult {
    return html`<attune-note-tools
      .api=${this.api}
      .note=${view.note}
      .client=${this.session.client_id}
      .own=${view.drafted?.preferences ?? {}}
      .busy=${draft.busy}
      .gone=${this.gone()}
      .comparable=${Boolean(view.drafted)}
      .comparing=${this.comparing && Boolean(view.drafted)}
      @compare=${() => (this.comparing = !this.comparing)}
      @redraft=${(event: CustomEvent<Redraft>) => this.redraft(event.detail)}
    ></attune-note-tools>`;
  }

  private body(draft: NoteDraft, view: NoteView, locked: boolean): TemplateResult {
    const { note, drafted } = view;
    if (!note) return html``;
    if (this.comparing && drafted && !locked) {
      const text = e.compare.text(formatOf(drafted, strings.formats), timeOfDay(drafted.generated_at, strings.locale));
      return html`<attune-note-compare .older=${drafted.sections} .newer=${note.sections} .text=${text}></attune-note-compare>`;
    }
    return html`<attune-note-body
        .note=${note}
        .locked=${locked}
        .busy=${draft.busy}
        .redraftable=${!locked && !this.gone()}
        .drafted=${drafted?.sections ?? []}
        .segments=${this.known()}
        .pointed=${this.pointed}
        .people=${locked ? [] : this.people()}
        @point=${this.point}
        @edited=${(event: CustomEvent<Edited>) => draft.edit(event.detail.note, event.detail.act, event.detail.run)}
        @redraft=${(event: CustomEvent<Redraft>) => this.redraft(event.detail)}
      ></attune-note-body>
      ${locked ? nothing : html`<attune-note-advice .noteId=${view.id} .advice=${view.advice ?? []} ?timed=${canBeHeldOtherwise(this.session)} @show=${this.show}></attune-note-advice>`}`;
  }

  private statement(view: NoteView): TemplateResult {
    return html`<attune-note-statement
      .view=${view}
      .gone=${this.gone()}
      .secondsLeft=${this.secondsLeft()}
      @by-hand=${this.byHand}
    ></attune-note-statement>`;
  }

  private gone(): boolean {
    return this.session.transcript.state === "destroyed" || (this.draft?.transcriptGone ?? false);
  }

  private secondsLeft(): number | null {
    const { state, seconds_left: left } = this.session.transcript;
    return state !== "living" || left === null ? null : left - (Date.now() - this.receivedAt) / 1000;
  }

  private aside(draft: NoteDraft): TemplateResult {
    return html`<aside class="evidence" aria-label=${t.evidence}>
      ${this.narrow.now ? nothing : this.voices(draft)}
      <attune-note-evidence
        .api=${this.api}
        .session=${this.session.id}
        .segments=${draft.segments}
        .lit=${this.pointed}
        .people=${this.people()}
        .evidence=${(draft.note?.sections.length ?? 0) > 0}
      ></attune-note-evidence>
    </aside>`;
  }

  private signing(draft: NoteDraft): TemplateResult {
    return html`<attune-sign
      .open=${draft.signing !== null}
      .busy=${draft.busy}
      .held=${this.isHeld()}
      .note=${draft.signing?.note ?? null}
      .noteId=${draft.view?.id ?? ""}
      .advice=${draft.view?.advice ?? []}
      ?timed=${canBeHeldOtherwise(this.session)}
      .trouble=${this.refusalText()}
      .name=${this.me?.clinician?.name ?? ""}
      .credential=${this.me?.clinician?.credential ?? ""}
      @sign=${this.sign}
      @closed=${() => draft.endSigning()}
      @show=${this.show}
    ></attune-sign>`;
  }

  private known(): ReadonlyMap<string, Segment> {
    return new Map((this.draft?.segments ?? []).map((segment) => [segment.id, segment]));
  }

  private point(event: CustomEvent<{ evidence: string[] }>): void {
    this.pointed = event.detail.evidence;
  }

  /** Begins the note by hand: its first section has the focus. */
  private async byHand(): Promise<void> {
    this.draft?.writeByHand(this.session.format ?? "soap");
    await this.updateComplete;
    const body = this.renderRoot.querySelector<AttuneNoteBody>("attune-note-body");
    await body?.updateComplete;
    body?.showSection(body.note.sections[0]?.title ?? "");
  }

  /** Ends a conflict; its buttons are gone with it, so reading goes on at the note's beginning. */
  private async choose(event: CustomEvent<{ choice: "mine" | "theirs" | "both" }>): Promise<void> {
    this.draft?.resolve(event.detail.choice);
    await this.updateComplete;
    this.renderRoot.querySelector<AttuneNoteHead>("attune-note-head")?.focusTitle();
  }

  /** Goes where the note may lack something. */
  private async show({ detail }: CustomEvent<Place>): Promise<void> {
    this.comparing = false;
    await this.updateComplete;
    if ("section" in detail) this.renderRoot.querySelector<AttuneNoteBody>("attune-note-body")?.showSection(detail.section);
    else this.renderRoot.querySelector<AttuneNoteHead>("attune-note-head")?.focusOn(detail.head);
  }

  private redraft(asked: Redraft): void {
    this.comparing = false;
    void this.draft?.redraft(asked);
  }

  /** The one thing of the frame that the call can't show. */
  private place(event: CustomEvent<{ place: PlaceOfService | null }>): void {
    const note = this.draft?.note;
    if (note) this.draft?.edit({ ...note, frame: { ...note.frame, place_of_service: event.detail.place } }, "place");
  }

  private async sign(event: CustomEvent<SignDetail>): Promise<void> {
    await this.draft?.sign(event.detail);
    await this.locked();
  }

  /** Who signed a note, and why that was somebody else, stands at its top. */
  private async locked(): Promise<void> {
    if (!this.draft?.view?.signed) return;
    this.justSigned = true;
    globalThis.scrollTo({ top: 0 });
    this.dispatchEvent(new CustomEvent("changed"));
    await this.updateComplete;
    await this.renderRoot.querySelector<AttuneReceipt>("attune-receipt")?.focusSigned();
  }
}

