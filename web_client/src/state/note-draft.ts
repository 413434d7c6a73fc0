/** A note being worked on: loading, editing with autosave, redrafting, signing. No DOM. */

import { Problem, type Api, type SigningRequest } from "../api/client";
import type { Note, NoteFormat, NoteView } from "../api/types";
import type { Segment } from "../wire.gen";
import { Autosave, type SaveState } from "./autosave";

const POLL_MS = 1000;
const PATIENT_POLLS = 60;

/** Events: `change` after anything a screen shows has changed. */
export class NoteDraft extends EventTarget {
  view: NoteView | null = null;
  segments: Segment[] = [];
  transcriptGone = false;
  save: SaveState = "saved";
  trouble: "" | "stale" | "unreachable" = "";
  slow = false;
  busy = false;
  signTrouble = "";
  private polls = 0;
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

  async open(): Promise<void> {
    await Promise.all([this.loadTranscript(), this.poll()]);
  }

  close(): void {
    clearTimeout(this.timer);
    void this.autosave.flush();
  }

  edit(note: Note): void {
    if (!this.view) return;
    this.view = { ...this.view, note };
    this.trouble = "";
    this.autosave.put(note);
    this.changed({});
  }

  async redraft(format: NoteFormat): Promise<void> {
    this.autosave.cancel();
    this.changed({ busy: true });
    try {
      this.view = await this.api.redraft(this.session, format);
      this.trouble = "";
    } catch {
      this.trouble = "unreachable";
    }
    this.changed({ busy: false, save: "saved" });
    if (!this.ready) await this.poll();
  }

  /** True when the note is signed; otherwise `signTrouble` says why not. */
  async sign(request: Omit<SigningRequest, "version">): Promise<boolean> {
    this.changed({ busy: true, signTrouble: "" });
    try {
      await this.autosave.flush();
      if (!this.view) return false;
      await this.api.sign(this.view.id, { ...request, version: this.view.version });
      this.view = await this.api.note(this.session);
      this.segments = [];
      this.transcriptGone = true;
      return true;
    } catch (error) {
      this.signTrouble = error instanceof Problem ? error.detail || error.code : String((error as Error).name);
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  private async loadTranscript(): Promise<void> {
    try {
      this.segments = (await this.api.transcript(this.session)).segments;
    } catch (error) {
      this.transcriptGone = error instanceof Problem && error.status === 410;
    }
    this.changed({});
  }

  /** The last words are written down after the call: the note comes a moment later. */
  private async poll(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.view = await this.api.note(this.session);
      this.trouble = "";
    } catch (error) {
      if (!(error instanceof Problem && error.status === 404)) this.trouble = "unreachable";
    }
    this.slow = ++this.polls > PATIENT_POLLS / 4;
    this.changed({});
    if (this.ready) {
      if (this.polls > 1) await this.loadTranscript();
      return;
    }
    this.timer = setTimeout(() => void this.poll(), this.polls > PATIENT_POLLS ? 5 * POLL_MS : POLL_MS);
  }

  private async put(note: Note): Promise<void> {
    if (!this.view) return;
    try {
      const saved = await this.api.saveNote(this.session, this.view.version, note);
      // What was typed meanwhile stays; only the version moves on.
      this.view = { ...this.view, version: saved.version };
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        this.autosave.cancel();
        this.view = await this.api.note(this.session);
        this.changed({ trouble: "stale" });
        return;
      }
      throw error;
    }
  }

  private changed(change: Partial<Pick<NoteDraft, "save" | "trouble" | "busy" | "signTrouble">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}
