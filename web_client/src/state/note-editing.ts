/** A note being edited: loading, autosave, undo, and what else was saved meanwhile. No DOM. */

import { Problem, type Api } from "../api/client";
import type { Note, NoteFormat, NoteView } from "../api/types";
import type { Segment } from "../wire.gen";
import { Autosave, type SaveState } from "./autosave";
import { byHand, isByHand } from "./note";
import { NO_HISTORY, nextSteps, recorded, redone, undone, type Act, type History } from "./note-history";
import { rebased, withFindings } from "./note-keys";
import { chosen, crossing, without, type Crossing, type NoteConflict } from "./note-merge";
import { NoteWords } from "./note-words";
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

/** Events: `change` after anything a screen shows has changed. */
export class NoteEditing extends EventTarget {
  view: NoteView | null = null;
  save: SaveState = "saved";
  trouble: "" | "stale" | "unreachable" = "";
  conflict: NoteConflict | null = null;
  /** What somebody else saved meanwhile was put together with what was typed here. */
  joined = false;
  /** Nothing came for a minute: it is not asked for any more until `look` or `redraft`. */
  gaveUp = false;
  busy = false;
  /** What the signing dialog shows while it is open. */
  signing: SigningCopy | null = null;
  signRefusal: SignRefusal | "" = "";
  /** The server's own words on why it refused to draft or to sign. */
  refusal = "";
  /** The note as the server last gave it: what was typed here since then is what differs from it. */
  protected base: Note | null = null;
  protected history: History = NO_HISTORY;
  protected readonly words: NoteWords;
  private polls = 0;
  private waited = 0;
  protected closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly autosave = new Autosave<Note>({
    save: (note) => this.put(note),
    onState: (state) => this.changed({ save: state }),
  });

  constructor(
    protected readonly api: Api,
    readonly session: string,
  ) {
    super();
    this.words = new NoteWords(api, session);
  }

  get segments(): readonly Segment[] {
    return this.words.segments;
  }

  get transcriptGone(): boolean {
    return this.words.gone;
  }

  /** Why it is gone, as the receipt says: `withdrawn`, `requested`, `expired`. */
  get goneWhy(): string {
    return this.words.why;
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
    if (this.closed || this.view?.signed || !this.words.told(action)) return;
    // No way back to a sentence that says what was struck, or withdrawn.
    if (action.type === "struck" || this.goneWhy === "withdrawn") this.history = NO_HISTORY;
    if (this.conflict && this.view) {
      [this.view, this.base] = [{ ...this.view, note: this.conflict.mine }, this.conflict.base];
      [this.conflict, this.trouble] = [null, ""];
    }
    this.changed({});
    await this.again();
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

  /** The server's note, with what was typed here since the last one on top of it, or beside it where it is signed. */
  protected adopt(fresh: NoteView): void {
    const mine = this.view?.note;
    if (fresh.signed && this.base && mine && fresh.note) {
      this.autosave.cancel();
      return this.cross(fresh, crossing(this.base, mine, fresh.note, true));
    }
    const note = this.base && mine && fresh.note ? rebased(this.base, mine, fresh.note) : fresh.note;
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
    [this.conflict, this.trouble] = [null, ""];
    if (conflict.locked) return this.changed({ save: "saved" });
    const { note, other } = chosen(conflict, choice);
    this.history = recorded(this.history, other, "merge", Date.now());
    if (choice === "theirs") this.changed({ save: "saved" });
    else this.written(note);
  }

  protected async loadTranscript(): Promise<void> {
    await this.words.load();
    this.changed({});
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
    const { note: theirs, signed } = fresh;
    const taken = theirs !== null && isByHand(theirs) && !isByHand(typed);
    // A note that the words' destruction changed is explained by that.
    if (!base || !theirs || (!signed && (taken || this.transcriptGone !== wasGone))) {
      this.adopt(fresh);
      return this.changed({});
    }
    const mine = this.transcriptGone ? typed : without(typed, base, this.segments);
    this.cross(fresh, crossing(base, mine, theirs, signed !== null));
  }

  private cross(fresh: NoteView, crossed: Crossing): void {
    [this.view, this.base] = [fresh, fresh.note];
    if (crossed.kind === "theirs") return this.changed({ trouble: "", save: "saved" });
    if (crossed.kind === "conflict") {
      this.conflict = crossed.conflict;
      return this.changed({ trouble: "stale" });
    }
    this.view = { ...fresh, note: crossed.note };
    this.joined = true;
    this.autosave.put(crossed.note);
  }

  protected changed(change: Partial<Pick<NoteEditing, "save" | "trouble" | "busy" | "signing" | "signRefusal" | "refusal">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}
