import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem, type Api } from "../api/client";
import type { Note, NoteView, Redraft } from "../api/types";
import { addSentence, editSentence } from "./note";
import { strings } from "../strings";
import { NoteDraft } from "./note-draft";

const noteOf = (text: string): Note => ({
  format: "soap", sections: [{ title: "Subjective", sentences: [{ text, evidence: ["s1"], flags: [] }] }],
  risk: [], not_discussed: [], drafter: "embedded", generated_at: "2026-01-01T00:00:00Z",
});
const viewOf = (version: number, text: string, more: Partial<NoteView> = {}): NoteView => ({
  id: "not_1", session: "ses_1", status: "draft", version, note: noteOf(text), statement: null, signed: null, additions: [], ...more,
});
const SIGNER = { name: "Ana Ruiz", credential: "LCSW", attestations: ["reviewed"] };

/** A server with one note; `failing` makes each write fail with that problem. */
class Server {
  view = viewOf(1, "first");
  failing: Problem | null = null;
  signatures: number[] = [];
  redrafts: Redraft[] = [];
  asked = 0;
  held = false;
  api = {
    note: async () => (this.asked++, this.view),
    transcript: async () => {
      if (this.view.signed && !this.held) throw new Problem(410, "transcript-destroyed", "");
      return { language: "en", segments: [{ id: "s1" }] };
    },
    receipts: async () => [],
    saveNote: async (_session: string, version: number, note: Note) => {
      if (this.failing) throw this.failing;
      if (version !== this.view.version) throw new Problem(409, "stale-version", "");
      return (this.view = { ...this.view, version: version + 1, note });
    },
    changeTimes: async () => {
      if (this.failing) throw this.failing;
      this.view = { ...this.view, version: this.view.version + 1, note: this.view.note && { ...this.view.note, frame: { date: "2026-11-02" } } };
    },
    redraft: async (_session: string, asked: Redraft) => (this.redrafts.push(asked), (this.view = viewOf(2, "drafted"))),
    sign: async (_note: string, { version }: { version: number }) => {
      if (this.failing) throw this.failing;
      if (version !== this.view.version) throw new Problem(409, "stale-version", "");
      if (this.view.signed) throw new Problem(409, "already-signed", "");
      this.signatures.push(version);
      this.view = { ...this.view, status: "signed", signed: { name: "Ana Ruiz", credential: "LCSW", at: "", hash: "h" } };
      return { note: this.view, receipt: this.held ? null : { id: "rcp_1" } };
    },
  } as unknown as Api;
}

let server: Server;
let draft: NoteDraft;

function edit(text: string): void {
  if (draft.note) draft.edit(editSentence(draft.note, { section: 0, sentence: 0 }, text));
}

beforeEach(async () => {
  vi.useFakeTimers();
  server = new Server();
  draft = new NoteDraft(server.api, "ses_1");
  await draft.open();
});
afterEach(() => void vi.useRealTimers());

describe("signing", () => {
  it("destroys the transcript, unless a legal hold keeps it", async () => {
    await draft.beginSigning();
    expect(await draft.sign(SIGNER)).toBe(true);
    expect([draft.transcriptGone, draft.segments.length]).toEqual([true, 0]);
    Object.assign(server, { view: viewOf(1, "first"), held: true });
    draft = new NoteDraft(server.api, "ses_1");
    await draft.open();
    await draft.beginSigning();
    expect(await draft.sign(SIGNER)).toBe(true);
    expect([draft.transcriptGone, draft.segments.length]).toEqual([false, 1]);
  });

  it("of two windows does one, and says so in the other", async () => {
    const other = new NoteDraft(server.api, "ses_1");
    await other.open();
    await Promise.all([draft.beginSigning(), other.beginSigning()]);
    expect(await draft.sign(SIGNER)).toBe(true);
    expect(await other.sign(SIGNER)).toBe(false);
    expect([other.signRefusal, other.transcriptGone, other.view?.signed?.name]).toEqual(["signed", true, "Ana Ruiz"]);
    expect(server.signatures).toHaveLength(1);
  });

  const signed = (): NoteView => ({ ...server.view, status: "signed", signed: { name: "Ben Ito", credential: "LCSW", at: "", hash: "h" } });
  const gone = { type: "destroyed", reason: "signed", receipt: "rcp_1" } as const;

  it("is over, and says why, as soon as it is told that another window signed", async () => {
    await draft.beginSigning();
    server.view = signed();
    await draft.told(gone);
    expect([draft.signing, draft.signRefusal, draft.view?.signed?.name]).toEqual([null, "signed", "Ben Ito"]);
    expect(await draft.sign(SIGNER)).toBe(false);
    expect([draft.signRefusal, server.signatures]).toEqual(["signed", []]);
  });

  it("says that the note is signed, not merely changed, when that was seen under the dialog", async () => {
    await draft.beginSigning();
    draft.view = signed();
    expect(await draft.sign(SIGNER)).toBe(false);
    expect([draft.signing, draft.signRefusal, server.signatures]).toEqual([null, "signed", []]);
  });

  it("is not refused by what it did itself, told before its own answer came", async () => {
    const answered = server.api.sign.bind(server.api);
    server.api.sign = async (...asked) => {
      const answer = await answered(...asked);
      await draft.told(gone);
      return answer;
    };
    await draft.beginSigning();
    expect(await draft.sign(SIGNER)).toBe(true);
    expect([draft.signing, draft.signRefusal, draft.conflict, draft.view?.signed?.name]).toEqual([null, "", null, "Ana Ruiz"]);
  });

  it("in another window leaves what was being typed here beside what was signed there", async () => {
    edit("second");
    server.view = signed();
    await draft.told(gone);
    expect(draft.conflict).toMatchObject({ mine: noteOf("second"), theirs: noteOf("first"), locked: true });
    await vi.advanceTimersByTimeAsync(20_000);
    expect([draft.note, server.view.note]).toEqual([noteOf("first"), noteOf("first")]);
  });

  it("saves what was typed and signs exactly what the dialog showed", async () => {
    edit("second");
    await draft.beginSigning();
    expect(draft.signing).toMatchObject({ version: 2, note: noteOf("second") });
    expect(await draft.sign(SIGNER)).toBe(true);
    expect(server.signatures).toEqual([2]);
    expect(draft.view?.signed).toBeTruthy();
  });

  it("does not open over changes that could not be saved, and keeps them", async () => {
    server.failing = new Problem(0, "unreachable", "");
    edit("second");
    await draft.beginSigning();
    expect([draft.signing, draft.signRefusal]).toEqual([null, "unsaved"]);
    server.failing = null;
    await draft.beginSigning();
    expect(draft.signing?.note).toEqual(noteOf("second"));
    expect(server.view.note).toEqual(noteOf("second"));
  });

  it("never signs another window's note that was loaded instead", async () => {
    server.view = viewOf(5, "the other window's words");
    edit("second");
    await draft.beginSigning();
    expect([draft.signing, draft.signRefusal, draft.trouble]).toEqual([null, "changed", "stale"]);
    expect(await draft.sign(SIGNER)).toBe(false);
    expect(server.signatures).toEqual([]);
  });

  it("closes when the note changed on the server under the dialog, and shows that note", async () => {
    await draft.beginSigning();
    server.view = viewOf(2, "the other window's words");
    expect(await draft.sign(SIGNER)).toBe(false);
    expect([draft.signing, draft.signRefusal]).toEqual([null, "changed"]);
    expect(draft.note).toEqual(noteOf("the other window's words"));
    expect(server.signatures).toEqual([]);
  });

  it("closes when the note changed on this page under the dialog", async () => {
    await draft.beginSigning();
    edit("second");
    expect(await draft.sign(SIGNER)).toBe(false);
    expect([draft.signing, draft.signRefusal, server.signatures]).toEqual([null, "changed", []]);
  });

  it("stays open to confirm a flag the server misses", async () => {
    await draft.beginSigning();
    server.failing = new Problem(409, "attestation-missing", "confirm each flag you sign over: unsupported:1.1");
    expect(await draft.sign(SIGNER)).toBe(false);
    expect(draft.signRefusal).toBe("attestation");
    expect(draft.signing).not.toBeNull();
  });
});

describe("waiting for a draft", () => {
  it("slows down, gives up after a minute, and drafts when asked", async () => {
    server.view = { ...viewOf(0, ""), status: "none", note: null };
    draft = new NoteDraft(server.api, "ses_1");
    await draft.open();
    expect(draft.idle).toBe(false);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([draft.gaveUp, draft.idle]).toEqual([true, true]);
    const asked = server.asked;
    expect(asked).toBeLessThan(40);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.asked).toBe(asked);
    await draft.redraft({ format: "dap" });
    expect([server.redrafts, draft.ready]).toEqual([[{ format: "dap" }], true]);
  });
});

describe("words that are gone", () => {
  const withdrawn = (): NoteView => {
    const view = viewOf(server.view.version + 1, "");
    return { ...view, note: { ...noteOf(""), sections: [{ title: "Subjective", sentences: [] }], drafter: "clinician" } };
  };
  const texts = (): string[] => draft.note?.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)) ?? [];

  it("take what was drafted along, and leave what is being typed", async () => {
    if (draft.note) draft.edit(addSentence(draft.note, 0, "typed and not saved yet"));
    server.view = withdrawn();
    await draft.told({ type: "destroyed", reason: "withdrawn", receipt: "rcp_1" });
    expect(texts()).toEqual(["typed and not saved yet"]);
    expect([draft.transcriptGone, draft.goneWhy, draft.trouble]).toEqual([true, "withdrawn", ""]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.view.note?.sections[0]?.sentences.map(({ text }) => text)).toEqual(["typed and not saved yet"]);
  });

  it("are found gone by a save that comes too late, which loses nothing of one's own either", async () => {
    if (draft.note) draft.edit(addSentence(draft.note, 0, "my own"));
    server.view = withdrawn();
    await vi.advanceTimersByTimeAsync(2000);
    expect(texts()).toEqual(["my own"]);
  });

  it("leave a note that is written by hand from then on", () => {
    draft.view = viewOf(0, "", { status: "none", note: null });
    draft.writeByHand("dap");
    expect(draft.note?.sections.map(({ title }) => title)).toEqual(["Data", "Assessment", "Plan"]);
    expect(draft.ready).toBe(true);
  });
});

it("shows what the server objects to in the words it saved", async () => {
  const save = server.api.saveNote.bind(server.api);
  server.api.saveNote = async (session, version, note) => {
    const view = await save(session, version, note);
    const flagged = { ...note, sections: note.sections.map((section) => ({ ...section, sentences: section.sentences.map((one) => ({ ...one, flags: ["unsupported"] })) })) };
    return { ...view, note: flagged };
  };
  edit("second");
  await vi.advanceTimersByTimeAsync(2000);
  expect(draft.note?.sections[0]?.sentences).toEqual([{ text: "second", evidence: ["s1"], flags: ["unsupported"] }]);
  expect(draft.save).toBe("saved");
});

describe("undo", () => {
  const text = (): string | undefined => draft.note?.sections[0]?.sentences[0]?.text;

  it("outlives autosave and brings the edited text back after another draft", async () => {
    edit("second");
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.save).toBe("saved");
    server.view = viewOf(server.view.version, text() ?? "");
    await draft.redraft({ format: "soap", guidance: "shorter" });
    expect([text(), draft.steps.undo]).toEqual(["drafted", "redraft"]);
    draft.undo();
    await vi.advanceTimersByTimeAsync(2000);
    expect([text(), server.view.note?.sections[0]?.sentences[0]?.text, draft.save]).toEqual(["second", "second", "saved"]);
    draft.redo();
    expect([text(), draft.steps]).toEqual(["drafted", { undo: "redraft", redo: null }]);
  });

  it.each([
    [new Problem(0, "unreachable", ""), strings.common.unreachable],
    [new Problem(503, "busy", "Too many drafts at once."), "Too many drafts at once."],
  ])("is not needed where no other draft came: what was typed is kept and saved, and it is said why (%s)", async (problem, why) => {
    edit("second");
    const redraft = server.api.redraft;
    server.api.redraft = async () => { throw problem; };
    await draft.redraft({ format: "dap" });
    expect([text(), draft.refusal, draft.trouble, draft.save, draft.busy]).toEqual(["second", why, "", "pending", false]);
    await vi.advanceTimersByTimeAsync(2000);
    expect([server.view.note?.sections[0]?.sentences[0]?.text, draft.save, draft.steps.undo]).toEqual(["second", "saved", "edit"]);
    server.api.redraft = redraft;
    await draft.redraft({ format: "dap" });
    expect([text(), draft.refusal]).toEqual(["drafted", ""]);
  });

  it("does not bring back what was struck or withdrawn", async () => {
    edit("second");
    server.view = viewOf(3, "other");
    await draft.told({ type: "struck", segments: ["s1"] });
    expect(draft.steps).toEqual({ undo: null, redo: null });
  });
});

describe("who said what", () => {
  const swap = { swap: ["one", "two"] as [string, string] };
  let became: string;

  beforeEach(() => {
    server.api.correctSpeakers = async () => {
      if (server.failing) throw server.failing;
      server.view = viewOf(server.view.version + 1, became === "redrafted" ? "told anew" : server.view.note?.sections[0]?.sentences[0]?.text ?? "");
      return { note: became };
    };
  });

  it("drafts the note anew, and undo brings the old one back", async () => {
    became = "redrafted";
    await draft.retell(swap);
    expect([draft.retold, draft.note, draft.steps.undo, draft.busy]).toEqual(["redrafted", noteOf("told anew"), "redraft", false]);
    draft.undo();
    expect(draft.note).toEqual(noteOf("first"));
  });

  it("keeps first what was being typed, so that the note is marked and not replaced", async () => {
    became = "outdated";
    edit("mine");
    await draft.retell(swap);
    expect([draft.retold, draft.note, server.view.version]).toEqual(["outdated", noteOf("mine"), 3]);
    edit("mine, checked");
    expect(draft.retold).toBe("");
  });

  it("stays as it was where that is refused", async () => {
    server.failing = new Problem(409, "not-ready", "Nothing is told by voice here.");
    await draft.retell(swap);
    expect([draft.retold, draft.refusal, draft.note]).toEqual(["", "Nothing is told by voice here.", noteOf("first")]);
  });
});

describe("two windows", () => {
  const text = (): string | undefined => draft.note?.sections[0]?.sentences[0]?.text;

  beforeEach(async () => {
    server.view = viewOf(5, "theirs");
    edit("mine");
    await vi.advanceTimersByTimeAsync(2000);
  });

  it("are shown both, and nothing is saved before one is chosen", async () => {
    expect(draft.conflict).toMatchObject({ mine: noteOf("mine"), theirs: noteOf("theirs"), locked: false });
    await vi.advanceTimersByTimeAsync(20_000);
    expect([server.view.version, server.view.note]).toEqual([5, noteOf("theirs")]);
    await draft.beginSigning();
    expect([draft.signing, draft.signRefusal]).toEqual([null, "changed"]);
  });

  it("end with mine saved, or with theirs, and undo brings the other", async () => {
    draft.resolve("mine");
    await vi.advanceTimersByTimeAsync(2000);
    expect([server.view.note?.sections[0]?.sentences[0]?.text, draft.conflict, draft.trouble]).toEqual(["mine", null, ""]);
    draft.undo();
    expect(text()).toBe("theirs");
  });

  it("end with theirs, and undo brings mine", () => {
    draft.resolve("theirs");
    expect([text(), draft.steps.undo]).toEqual(["theirs", "merge"]);
    draft.undo();
    expect(text()).toBe("mine");
  });

  it("end with both", async () => {
    draft.resolve("both");
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.view.note?.sections[0]?.sentences.map(({ text: words }) => words)).toEqual(["theirs", "mine"]);
  });

  it("keep no words that are withdrawn meanwhile, and what was one's own", async () => {
    const left = viewOf(9, "");
    server.view = { ...left, note: { ...noteOf(""), sections: [{ title: "Subjective", sentences: [] }], drafter: "clinician" } };
    await draft.told({ type: "destroyed", reason: "withdrawn", receipt: "rcp_1" });
    expect([draft.conflict, draft.note?.sections[0]?.sentences, draft.steps]).toEqual([null, [], { undo: null, redo: null }]);
  });

  it("keep what was written beside a note that was signed meanwhile", async () => {
    draft.resolve("theirs");
    edit("mine again");
    server.failing = new Problem(409, "already-signed", "");
    server.view = viewOf(6, "theirs", { status: "signed", signed: { name: "Ana Ruiz", credential: "LCSW", at: "", hash: "h" } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(draft.conflict).toMatchObject({ mine: noteOf("mine again"), locked: true });
    draft.resolve("theirs");
    expect([draft.conflict, text()]).toEqual([null, "theirs"]);
  });
});

it("puts together what two windows wrote in different places, and wants it read before it is signed", async () => {
  server.view = { ...viewOf(5, "first"), note: addSentence(noteOf("first"), 0, "theirs") };
  edit("first, mine");
  await vi.advanceTimersByTimeAsync(2000);
  expect(draft.conflict).toBeNull();
  expect(server.view.note?.sections[0]?.sentences.map(({ text }) => text)).toEqual(["first, mine", "theirs"]);
  await draft.beginSigning();
  expect([draft.signing, draft.signRefusal]).toEqual([null, "changed"]);
  await draft.beginSigning();
  expect(draft.signing).not.toBeNull();
});

describe("when the session was held", () => {
  it("stands in the note, on top of what was typed and saved; undo brings no old time back", async () => {
    edit("typed");
    expect(await draft.retime({ scheduled_for: "2026-11-02T09:00:00Z" })).toBe("");
    expect(draft.view?.version).toBe(3);
    expect(draft.note?.frame?.date).toBe("2026-11-02");
    expect(draft.note?.sections[0]?.sentences[0]?.text).toBe("typed");
    draft.undo();
    expect(draft.note?.sections[0]?.sentences[0]?.text).toBe("first");
    expect(draft.note?.frame?.date).toBe("2026-11-02");
  });

  it.each([
    [new Problem(422, "invalid-body", "the field scheduled_for must not lie in the future"), "the field scheduled_for must not lie in the future"],
    [new Problem(0, "unreachable", ""), strings.common.unreachable],
    [new Problem(409, "already-signed", ""), "already-signed"],
  ])("is said why it could not be changed: %o", async (problem, said) => {
    server.failing = problem;
    expect(await draft.retime({ scheduled_for: null })).toBe(said);
    expect([draft.view?.version, draft.busy, draft.refusal]).toEqual([1, false, ""]);
  });

  it("waits until what was typed is saved", async () => {
    edit("typed");
    server.failing = new Problem(0, "unreachable", "");
    expect(await draft.retime({ held_minutes: 50 })).toBe(strings.note.retimeUnsaved);
    expect(server.view.version).toBe(1);
  });
});
