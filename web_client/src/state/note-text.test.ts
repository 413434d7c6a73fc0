import { expect, it } from "vitest";
import type { NoteView, SessionView } from "../api/types";
import { blocksOf, plain } from "./note-text";

const session = { client: "Maya <b>Collins", participants: [], started_at: null, ended_at: null, duration_seconds: null } as unknown as SessionView;
const signed = { name: "Ana Ruiz", credential: "LCSW", at: "2026-01-05T10:00:00Z", hash: "h" };
const view: NoteView = {
  id: "not_1", session: "ses_1", status: "signed", version: 3, statement: null, signed,
  note: {
    format: "soap", drafter: "embedded", generated_at: "", not_discussed: ["self-harm", "appetite"],
    frame: { date: "2026-01-05", duration_minutes: 50, place_of_service: "10", participants: ["Ana Ruiz", "Maya Collins"] },
    risk: [{ kind: "suicide", status: "denied", evidence: [], quotes: ["No thoughts of that."] }, { kind: "abuse", status: "not_discussed", evidence: [] }],
    sections: [
      { title: "Subjective", sentences: [{ text: "She slept well.", evidence: [], flags: [] }, { text: "She ate.", evidence: [], flags: ["unsupported"] }] },
      { title: "Assessment", sentences: [], statement: "No formulation was stated." },
      { title: "Consent", sentences: [], fixed: "Consent is on file." },
    ],
  },
  additions: [{ id: "add_1", kind: "addendum", text: "The sister called.", signed: { ...signed, hash: "i" } } as unknown as NoteView["additions"][number]],
};

it("a signed note is copied whole, in reading order, as words", () => {
  const text = plain(blocksOf(view, session));
  const order = [
    "Progress note: Maya <b>Collins", "Date: January 5, 2026", "Duration: 50 minutes", "Place of service: 10 · Telehealth, client at home",
    "Risk\nSuicide: Denied. “No thoughts of that.”", "Subjective\nShe slept well. She ate.", "Assessment\nNo formulation was stated.",
    "Consent\nConsent is on file.", "Not discussed this session\nSelf-harm, Appetite", "reviewed and signed by the clinician", "Signed by Ana Ruiz, LCSW",
    "Addendum\nThe sister called.",
  ];
  const places = order.map((one) => text.indexOf(one));
  expect(places.every((at) => at >= 0), text).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text).not.toMatch(/abuse|unsupported|evidence/i);
});

it("a note by hand names no assistance, and no note gives nothing", () => {
  const own = { ...view, note: { ...view.note!, drafter: "clinician" } };
  expect(plain(blocksOf(own, session))).not.toContain("automated");
  expect(blocksOf({ ...view, note: null }, session)).toEqual([]);
});
