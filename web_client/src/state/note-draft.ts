/** A note being worked on: loading, editing with autosave and undo, redrafting, conflicts, signing. No DOM. */

import { Problem, type Api, type SigningRequest } from "../api/client";
import type { Note, NoteFormat, NoteView, Redraft } from "../api/types";
import type { Segment } from "../wire.gen";
import { strings } from "../strings";
import { Autosave, type SaveState } from "./autosave";
import { byHand, isByHand } from "./note";
import { NO_HISTORY, nextSteps, recorded, redone, undone, type Act, type History } from "./note-history";
import { rebased, withFindings } from "./note-keys";
import { both, merged, sameWords, without } from "./note-merge";
import type { TranscriptAction } from "./transcript";

const POLL_MS = 1000;
const SLOW_POLL_MS = 2000;
const QUICK_POLLS = 5;
const PATIENCE_MS = 60_000;

/** Why a note can't be signed now; what else the server says against it is shown in its own words. */
export type SignRefusal = "unsaved" | "changed" | "signed" | "attestation";

/** What the signing dialog shows, and nothing else is signed: one note at one version. */
export interface SigningCopy {
  readonly id: string;
  readonly version: number;
  readonly note: Note;
}

/** Two texts of one note, neither of which may be lost: somebody chooses. */
export interface NoteConflict {
  readonly base: Note;
  readonly mine: Note;
  readonly theirs: Note;
  /** Theirs is signed: mine can only be read, and taken along by hand. */
  readonly locked: boolean;
}

/** Events: `change` after anything a screen shows has changed. */
export class NoteDraft extends EventTarget {
  view: NoteView | null = null;
  segments: Segment[] = [];
  transcriptGone = false;
  /** Why it is gone, as the receipt says: `withdrawn`, `requested`, `expired`. */
  goneWhy = "";
  save: SaveState = "saved";
  trouble: "" | "stale" | "unreachable" = "";
  conflict: NoteConflict | null = null;
  /** What somebody else saved meanwhile was put together with what was typed here. */
  joined = false;
  /** Nothing came for a minute: it is not asked for any more until `look` or `redraft`. */
  gaveUp = false;
  busy = false;
  /** What the dialog shows while it is open. */
  signing: SigningCopy | null = null;
  signRefusal: SignRefusal | "" = "";
  /** The server's own words on why it refused to draft or to sign. */
  refusal = "";
  /** The note as the server last gave it: what was typed here since then is what differs from it. */
  private base: Note | null = null;
  private history: History = NO_HISTORY;
  private polls = 0;
  private waited = 0;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly autosave = new Autosave<Note>({
    save: (note) => this.put(note),
    onState: (state) => this.changed({ save: state }),
  });

  constructor(
    private readonly api: Api,
    readonly session: string,
  ) {
    super();
  }

  get note(): Note | null {
    return this.view?.note ?? null;
  }

  get ready(): boolean {
    return this.view !== null && this.view.status !== "drafting" && this.view.status !== "none";
  }

  /** What can be undone and redone next. */
  get steps(): { undo: Act | null; redo: Act | null } {
    const none = !this.note || this.busy || this.view?.signed || this.conflict;
    return none ? { undo: null, redo: null } : nextSteps(this.history);
  }

  undo(): void {
    this.step(undone);
  }

  redo(): void {
    this.step(redone);
  }

  private step(way: typeof undone): void {
    const { note } = this;
    const to = note && (this.steps.undo || this.steps.redo) ? way(this.history, note) : null;
    if (!to) return;
    this.history = to.history;
    this.written(to.note);
  }

  async open(): Promise<void> {
    await Promise.all([this.loadTranscript(), this.poll()]);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    void this.autosave.flush().then(() => this.autosave.cancel());
  }

  /** Begins to ask for the note again. */
  async look(): Promise<void> {
    [this.polls, this.waited, this.gaveUp] = [0, 0, false];
    await this.poll();
  }

  /** Nothing is being drafted, as far as the server has said for some polls. */
  get idle(): boolean {
    return this.view?.status === "none" && (this.gaveUp || this.polls > QUICK_POLLS);
  }

  /** Begins a note by hand where none could be drafted. */
  writeByHand(format: NoteFormat): void {
    if (!this.view || this.view.signed) return;
    clearTimeout(this.timer);
    const { note } = this.view;
    this.view = { ...this.view, status: "draft" };
    this.edit(byHand(note, format));
  }

  /** What the event stream tells: words that are gone take along what the server took out of the note. */
  async told(action: TranscriptAction): Promise<void> {
    if (this.closed || this.view?.signed) return;
    if (action.type === "destroyed") {
      if (this.transcriptGone && (!action.reason || action.reason === this.goneWhy)) return;
      [this.segments, this.transcriptGone, this.goneWhy] = [[], true, action.reason];
      if (action.reason === "withdrawn") this.history = NO_HISTORY;
    } else if (action.type === "struck") {
      const gone = new Set(action.segments);
      if (!this.segments.some(({ id }) => gone.has(id))) return;
      this.segments = this.segments.filter(({ id }) => !gone.has(id));
      // No way back to a sentence that says what was struck.
      this.history = NO_HISTORY;
    } else return;
    this.changed({});
    await this.again();
  }

  /** Destroys the transcript; true when it is gone. */
  async destroyTranscript(): Promise<boolean> {
    if (this.busy) return false;
    this.changed({ busy: true, refusal: "" });
    try {
      await this.autosave.flush();
      await this.api.destroyTranscript(this.session);
      [this.segments, this.transcriptGone, this.goneWhy] = [[], true, "requested"];
      return true;
    } catch (error) {
      this.refusal = error instanceof Problem && error.status !== 0 ? error.detail || error.code : strings.common.unreachable;
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  /** Reads the note again and puts what was typed here on top of it. */
  private async again(): Promise<void> {
    try {
      this.adopt(await this.api.note(this.session));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.trouble = "unreachable";
    }
    this.changed({});
  }

  private adopt(fresh: NoteView): void {
    const mine = this.view?.note;
    const note = this.base && mine && fresh.note && !fresh.signed ? rebased(this.base, mine, fresh.note) : fresh.note;
    this.view = { ...fresh, note };
    this.base = fresh.note;
    if (note && note !== fresh.note) this.autosave.put(note);
    else this.autosave.cancel();
  }

  /** Something was changed by hand; what belongs to the same `run`, soon after, is undone together. */
  edit(note: Note, act: Act = "edit", run = ""): void {
    if (!this.view) return;
    if (this.note) this.history = recorded(this.history, this.note, act, Date.now(), run);
    this.written(note);
  }

  private written(note: Note): void {
    if (!this.view) return;
    this.view = { ...this.view, note };
    [this.trouble, this.signRefusal, this.joined] = ["", "", false];
    this.autosave.put(note);
    this.changed({});
  }

  /** Ends a conflict; the text that was not taken can be brought back by undo. */
  resolve(choice: "mine" | "theirs" | "both"): void {
    const { conflict } = this;
    if (!conflict) return;
    const { base, mine, theirs, locked } = conflict;
    this.conflict = null;
    this.trouble = "";
    if (locked) return this.changed({ save: "saved" });
    this.history = recorded(this.history, choice === "theirs" ? { ...theirs, format: mine.format, sections: mine.sections } : theirs, "merge", Date.now());
    if (choice === "theirs") return this.changed({ save: "saved" });
    this.written(choice === "both" ? both(base, mine, theirs) : { ...theirs, format: mine.format, sections: mine.sections });
  }

  async redraft(asked: Redraft): Promise<void> {
    // A new draft of the whole replaces what was typed; one of a section leaves the rest as it was typed.
    if (!("section" in asked)) this.autosave.cancel();
    const before = this.view?.status === "draft" ? this.note : null;
    this.changed({ busy: true, signing: null, refusal: "" });
    try {
      // A save on its way would carry its version over the new draft's.
      await this.autosave.flush();
      if (this.conflict) return;
      this.view = await this.api.redraft(this.session, asked);
      if (before) this.history = recorded(this.history, before, "section" in asked ? "section" : "redraft", Date.now());
      this.base = this.view.note;
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status !== 0) this.refusal = error.detail || error.code;
      else this.trouble = "unreachable";
    } finally {
      this.changed({ busy: false });
    }
    this.changed({ save: "saved" });
    if (!this.ready) await this.look();
    else if (this.segments.length === 0) await this.loadTranscript();
  }

  /** Opens signing for exactly what is saved and on the screen; otherwise `signRefusal` says why not. */
  async beginSigning(): Promise<void> {
    if (this.busy) return;
    this.changed({ signRefusal: "", refusal: "", signing: null });
    const saved = await this.autosave.flush();
    const { view } = this;
    if (!saved || this.save !== "saved") return this.changed({ signRefusal: "unsaved" });
    if (this.trouble || this.joined || !view?.note) {
      this.joined = false;
      return this.changed({ signRefusal: "changed" });
    }
    this.changed({ signing: { id: view.id, version: view.version, note: view.note } });
  }

  endSigning(): void {
    this.changed({ signing: null });
  }

  /** True when the note is signed; otherwise `signRefusal` or `refusal` says why not. */
  async sign(request: Omit<SigningRequest, "version">): Promise<boolean> {
    const copy = this.signing;
    if (!copy || this.busy) return false;
    this.changed({ busy: true, signRefusal: "", refusal: "" });
    try {
      const saved = await this.autosave.flush();
      const same = this.view?.id === copy.id && this.view.version === copy.version && this.view.note === copy.note;
      if (!saved || this.trouble || !same) {
        this.changed({ signing: null, signRefusal: saved ? "changed" : "unsaved" });
        return false;
      }
      const { note, receipt } = await this.api.sign(copy.id, { ...request, version: copy.version });
      [this.view, this.signing] = [note, null];
      // Without a receipt a legal hold keeps the words.
      if (receipt) [this.segments, this.transcriptGone] = [[], true];
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  /** Something was added to the signed note. */
  added(view: NoteView): void {
    this.view = view;
    this.changed({});
  }

  private async refused(error: unknown): Promise<void> {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "attestation-missing") this.signRefusal = "attestation";
    else if (error.code === "stale-version" || error.code === "already-signed") {
      // What the dialog showed is not the note any more: it must be read before it is signed.
      this.changed({ signing: null, signRefusal: "changed" });
      this.view = await this.api.note(this.session).catch(() => this.view);
      this.base = this.view?.note ?? null;
      if (!this.view?.signed) return;
      [this.signRefusal, this.segments] = ["signed", []];
      await this.loadTranscript();
    } else this.refusal = error.detail || error.code;
  }

  private async loadTranscript(): Promise<void> {
    try {
      this.segments = (await this.api.transcript(this.session)).segments;
    } catch (error) {
      this.transcriptGone = error instanceof Problem && error.status === 410;
      if (this.transcriptGone) this.goneWhy ||= await this.whyGone();
    }
    this.changed({});
  }

  private async whyGone(): Promise<string> {
    const receipts = await this.api.receipts(this.session).catch(() => []);
    return receipts.filter(({ what }) => what === "transcript").at(-1)?.why ?? "";
  }

  /** The last words are written down after the call: the note comes a moment later. */
  private async poll(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.view = await this.api.note(this.session);
      this.base = this.view.note;
      this.trouble = "";
    } catch (error) {
      if (!(error instanceof Problem && error.status === 404)) this.trouble = "unreachable";
    }
    if (this.closed) return;
    this.polls += 1;
    this.gaveUp = !this.ready && this.waited >= PATIENCE_MS;
    this.changed({});
    if (this.ready) {
      if (this.polls > 1) await this.loadTranscript();
      return;
    }
    if (this.gaveUp) return;
    const wait = this.polls <= QUICK_POLLS ? POLL_MS : SLOW_POLL_MS;
    this.waited += wait;
    this.timer = setTimeout(() => void this.poll(), wait);
  }

  private async put(note: Note): Promise<void> {
    if (!this.view) return;
    try {
      const saved = await this.api.saveNote(this.session, this.view.version, note);
      // What was typed meanwhile stays; version and findings move on.
      this.base = saved.note;
      const { note: now } = this.view;
      const found = now && saved.note ? withFindings(now, saved.note) : now;
      this.view = { ...this.view, id: saved.id, version: saved.version, advice: saved.advice, drafted: saved.drafted, note: found };
      this.changed({});
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        this.autosave.cancel();
        await this.overtaken(this.note ?? note);
        return;
      }
      throw error;
    }
  }

  /** Another version was saved meanwhile. What both wrote is put together; where that can't be, both are shown. */
  private async overtaken(typed: Note): Promise<void> {
    const fresh = await this.api.note(this.session);
    const { base, transcriptGone: wasGone } = this;
    await this.loadTranscript();
    const theirs = fresh.note;
    if (fresh.signed && theirs) return this.signedElsewhere(fresh, typed, theirs);
    const taken = theirs !== null && isByHand(theirs) && !isByHand(typed);
    // A note that the words' destruction changed is explained by that.
    if (!base || !theirs || taken || (this.transcriptGone && !wasGone)) {
      this.adopt(fresh);
      return this.changed({});
    }
    const mine = this.transcriptGone ? typed : without(typed, base, this.segments);
    const found = merged(base, mine, theirs);
    [this.view, this.base] = [fresh, theirs];
    if (found.clash) {
      this.conflict = { base, mine, theirs, locked: false };
      return this.changed({ trouble: "stale" });
    }
    if (sameWords(found.note, theirs)) return this.changed({ save: "saved" });
    this.view = { ...fresh, note: found.note };
    this.joined = true;
    this.autosave.put(found.note);
  }

  private signedElsewhere(fresh: NoteView, mine: Note, theirs: Note): void {
    const lost = this.base !== null && !sameWords(mine, theirs) && !sameWords(mine, this.base);
    [this.view, this.base] = [fresh, theirs];
    if (lost) this.conflict = { base: theirs, mine, theirs, locked: true };
    this.changed({ trouble: lost ? "stale" : "" });
  }

  private changed(change: Partial<Pick<NoteDraft, "save" | "trouble" | "busy" | "signing" | "signRefusal" | "refusal">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}
