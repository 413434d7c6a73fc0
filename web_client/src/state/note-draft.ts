/** A note being worked on: edited, drafted again, signed. No DOM. */

import { Problem, type SigningRequest } from "../api/client";
import type { HeldTimes, NoteView, Redraft, SpeakerCorrection } from "../api/types";
import { strings } from "../strings";
import { NoteEditing } from "./note-editing";
import { recorded } from "./note-history";
import type { TranscriptAction } from "./transcript";

export class NoteDraft extends NoteEditing {
  /** What a correction of who said what did to the note, until it is changed by hand. */
  retold: "" | "redrafted" | "outdated" = "";

  /** Says who said what; the server drafts the note anew, or marks one that was edited. */
  async retell(correction: SpeakerCorrection): Promise<void> {
    if (this.busy) return;
    this.changed({ busy: true, refusal: "" });
    try {
      // What was typed is kept first: it decides whether another draft may take the note's place.
      if (!(await this.autosave.flush()) || this.conflict) return;
      const before = this.note;
      const { note: became } = await this.api.correctSpeakers(this.session, correction);
      this.retold = became === "redrafted" || became === "outdated" ? became : "";
      await this.loadTranscript();
      const fresh = await this.api.note(this.session);
      if (this.note === before) [this.view, this.base] = [fresh, fresh.note];
      else this.adopt(fresh);
      if (before && became === "redrafted") this.history = recorded(this.history, before, "redraft", Date.now());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.refusal = error.status === 0 ? strings.common.unreachable : error.detail || error.code;
    } finally {
      this.changed({ busy: false });
    }
  }

  /** Says anew when the session was held; what is written stays. Gives why that failed, or an empty text. */
  async retime(change: HeldTimes): Promise<string> {
    if (this.busy) return strings.common.failed;
    this.changed({ busy: true, refusal: "" });
    try {
      // What was typed is kept first: the times make another version of the note.
      if (!(await this.autosave.flush()) || this.conflict) return strings.note.retimeUnsaved;
      await this.api.changeTimes(this.session, change);
      if (this.view?.note) this.adopt(await this.api.note(this.session));
      return "";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.status === 0 ? strings.common.unreachable : error.detail || error.code;
    } finally {
      this.changed({ busy: false });
    }
  }

  override edit(...change: Parameters<NoteEditing["edit"]>): void {
    this.retold = "";
    super.edit(...change);
  }

  /** Destroys the transcript; true when it is gone. */
  async destroyTranscript(): Promise<boolean> {
    if (this.busy) return false;
    this.changed({ busy: true, refusal: "" });
    try {
      await this.autosave.flush();
      await this.api.destroyTranscript(this.session);
      this.words.destroyed("requested");
      return true;
    } catch (error) {
      this.refusal = error instanceof Problem && error.status !== 0 ? error.detail || error.code : strings.common.unreachable;
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  async redraft(asked: Redraft): Promise<void> {
    // A new draft of the whole replaces what was typed; one of a section leaves the rest as it was typed.
    if (!("section" in asked)) this.autosave.cancel();
    const before = this.view?.status === "draft" ? this.note : null;
    this.retold = "";
    this.changed({ busy: true, signing: null, refusal: "" });
    try {
      // A save on its way would carry its version over the new draft's.
      await this.autosave.flush();
      if (this.conflict) return;
      this.view = await this.api.redraft(this.session, asked);
      if (before) this.history = recorded(this.history, before, "section" in asked ? "section" : "redraft", Date.now());
      this.base = this.view.note;
      this.changed({ trouble: "", save: "saved" });
    } catch (error) {
      this.undrafted(error);
    } finally {
      this.changed({ busy: false });
    }
    if (!this.ready) await this.look();
    else if (this.segments.length === 0) await this.loadTranscript();
  }

  /** No other draft came: it is said why, and what was typed before is still to be saved. */
  private undrafted(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    if (error.status !== 0) this.refusal = error.detail || error.code;
    else if (this.ready) this.refusal = strings.common.unreachable;
    else this.trouble = "unreachable";
    if (this.ready && this.note && this.note !== this.base) this.autosave.put(this.note);
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
      const signed = Boolean(this.view?.signed);
      const same = this.view?.id === copy.id && this.view.version === copy.version && this.view.note === copy.note;
      if (!saved || this.trouble || signed || !same) {
        this.changed({ signing: null, signRefusal: signed ? "signed" : saved ? "changed" : "unsaved" });
        return false;
      }
      const { note, receipt } = await this.api.sign(copy.id, { ...request, version: copy.version });
      [this.view, this.signing] = [note, null];
      // Without a receipt a legal hold keeps the words.
      if (receipt) this.words.destroyed();
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.changed({ busy: false });
    }
  }

  /** A note that somebody signed elsewhere is not signed here as well: the dialog closes, and it is said why. */
  override async told(action: TranscriptAction): Promise<void> {
    await super.told(action);
    // While one's own signature is on its way, its answer says whose it became.
    if (this.signing && !this.busy && this.view?.signed) this.changed({ signing: null, signRefusal: "signed" });
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
      this.changed({ signing: null, signRefusal: error.code === "already-signed" ? "signed" : "changed" });
      this.view = await this.api.note(this.session).catch(() => this.view);
      this.base = this.view?.note ?? null;
      if (!this.view?.signed) return;
      this.signRefusal = "signed";
      this.words.segments = [];
      await this.loadTranscript();
    } else this.refusal = error.detail || error.code;
  }
}
