import { describe, expect, it } from "vitest";
import type { Brief, BriefLine, BriefSection, BriefSectionId } from "../api/brief";
import { clientStrings } from "../strings/clients";
import { dayName, sessionsOf, shownBrief, type ShownSection } from "./brief";

const en = clientStrings(["en-US"]);
const es = clientStrings(["es-MX", "en"]);

const line = (more: Partial<BriefLine>): BriefLine => ({
  text: "",
  notes: ["n1"],
  date: "2026-03-02",
  status: "planned",
  topic: null,
  passages: [],
  minutes: null,
  days: null,
  corrected: null,
  past: [],
  count: null,
  ...more,
});

const said = (words: string, note = "n1", date: string | null = "2026-03-02") => ({ words, note, date });

const section = (id: BriefSectionId, lines: BriefLine[], more: Partial<BriefSection> = {}): BriefSection => ({
  id,
  title: id,
  lines,
  statement: null,
  codes: [],
  left_out: 0,
  ...more,
});

const brief = (...sections: BriefSection[]): Brief => ({ sections, notes: [], left_out: { drafts: 0, older: 0 } });

function shown(sections: BriefSection[], strings = en): ShownSection[] {
  return shownBrief(brief(...sections), strings);
}

function only(one: BriefSection, strings = en): ShownSection {
  const [found] = shown([one], strings);
  if (!found) throw new Error("no section");
  return found;
}

describe("a brief as it is shown", () => {
  it("has the risk first and what is to be done next", () => {
    const given = (["plan", "homework", "goals", "risk", "themes", "medication", "attendance"] as const).map((id) => section(id, []));
    expect(shown(given).map(({ id }) => id)).toEqual(["risk", "plan", "homework", "goals", "medication", "themes", "attendance"]);
  });

  it("shows homework once, with what became of it", () => {
    const given = said("Client to keep a diary.");
    const homework = line({ status: "not done", notes: ["n1", "n2"], passages: [given, said("Client forgot it.", "n2", "2026-03-09")] });
    const [plan, tasks] = shown([section("plan", [line({ status: "homework", passages: [given] })]), section("homework", [homework])]);
    expect(plan?.lines).toEqual([]);
    expect(plan?.statements).toEqual(["Homework only, see below."]);
    expect(tasks?.lines[0]?.state).toBe("Not done");
    expect(tasks?.lines[0]?.notes).toEqual([
      { note: "n1", date: "2026-03-02", words: ["Client to keep a diary."] },
      { note: "n2", date: "2026-03-09", words: ["Client forgot it."] },
    ]);
  });

  it("keeps the status of a risk word for word, a known one in the page's language", () => {
    const told = (status: string, strings = en) => only(section("risk", [line({ status, topic: "suicide", passages: [said("No."), said("Never.")] })]), strings).lines[0];
    expect(told("reported")?.label).toBe("Suicide: reported");
    expect(told("denied", es)?.label).toBe("Suicidio: negado");
    expect(told("active")?.label).toBe("Suicide: active");
    expect(told("reported")?.notes[0]?.words).toEqual(["No.", "Never."]);
    expect([told("reported"), told("unclear"), told("active"), told("denied")].map((one) => one?.alarming)).toEqual([true, true, true, false]);
  });

  it("tells older mentions by status with their days", () => {
    const past = [
      { status: "reported", note: "n3", date: "2026-01-19", minutes: null },
      { status: "denied", note: "n2", date: "2026-01-12", minutes: null },
      { status: "reported", note: "n1", date: "2026-01-05", minutes: null },
    ];
    const [one] = only(section("risk", [line({ status: "earlier", topic: "abuse", notes: ["n3", "n2", "n1"], past })])).lines;
    expect(one?.label).toBe("Abuse or neglect, earlier");
    expect(one?.tail).toBe("reported: Jan 19, 2026, Jan 5, 2026; denied: Jan 12, 2026");
    expect(one?.also).toEqual(["n3", "n2", "n1"]);
  });

  it("tells silence as silence, never as an all-clear", () => {
    const past = [{ status: "reported", note: "n1", date: "2026-01-05", minutes: null }];
    const silent = line({ status: "not recorded", topic: "suicide", notes: ["n3", "n2"], past });
    const told = only(section("risk", [silent], { codes: ["risk-silence"] }));
    expect(told.lines[0]?.label).toBe("Suicide");
    expect(told.lines[0]?.tail).toBe("Not recorded in 2 notes since Jan 5, 2026.");
    expect(told.statements).toEqual(["Where a later note records nothing, that says nothing either way."]);
    for (const strings of [en, es]) expect(JSON.stringify(strings.brief.said)).not.toMatch(/no risk|sin riesgo/i);
  });

  it("says what notes do not say", () => {
    expect(only(section("goals", [], { codes: ["goals-not-recorded"] })).statements).toEqual(["Not recorded."]);
    expect(only(section("plan", [line({ passages: [said("Meet.")] })], { codes: ["plan-not-in-last"] })).statements).toEqual([
      "The last note records no plan; this one is of Mar 2, 2026.",
    ]);
    expect(only(section("themes", [], { codes: ["something-new"], statement: "As the server has it." })).statements).toEqual(["As the server has it."]);
  });

  it("says that two notes differ about a dose", () => {
    const passages = [said("Takes 100 mg.", "n2", "2026-03-09"), said("Takes 50 mg.")];
    const [one] = only(section("medication", [line({ status: "disputed", notes: ["n2", "n1"], passages })])).lines;
    expect([one?.state, one?.tail, one?.alarming]).toEqual(["Notes differ", "No change between the two is recorded.", true]);
    expect(one?.notes.map(({ note }) => note)).toEqual(["n2", "n1"]);
  });

  it("counts the notes of a theme and links those it does not quote", () => {
    const [one] = only(section("themes", [line({ status: "theme", topic: "sleep", notes: ["n3", "n1"], passages: [said("Slept badly.", "n3")] })]), es).lines;
    expect(one?.label).toBe("Sueño (2)");
    expect(one?.also).toEqual(["n1"]);
  });

  it("tells sessions by length and the days between, and sums them up", () => {
    const held = (date: string, minutes: number | null) => ({ status: "held", note: "n", date, minutes });
    const told = only(
      section("attendance", [
        line({ status: "summary", days: 21, count: 9, past: [held("2026-01-05", 50), held("2026-03-30", 50), held("2026-02-02", 50), held("2026-02-23", 50)] }),
        line({ status: "held", minutes: 50, days: 7 }),
        line({ status: "held" }),
        line({ status: "earlier", past: [held("2026-02-02", 45), held("2026-01-26", null)] }),
        line({ status: "missed", passages: [said("Client missed a session.")] }),
      ]),
    );
    expect(told.lines.map(({ tail }) => tail)).toEqual([
      "9 sessions from Jan 5, 2026 to Mar 30, 2026; longest time between two: 21 days (Feb 2, 2026 to Feb 23, 2026)",
      "50 min, 7 days after the one before",
      "length not recorded",
      "Before: Feb 2, 2026 (45 min), Jan 26, 2026 (length not recorded)",
      "",
    ]);
    expect(told.lines[4]?.state).toBe("Missed or moved");
  });

  it("tells goals by their numbers, and a correction on every line", () => {
    const [one, other] = only(section("goals", [line({ status: "open", topic: "2", passages: [said("Sleep.")], corrected: "2026-03-04" }), line({ status: "disputed", passages: [said("Goal met.")] })])).lines;
    expect([one?.label, one?.tail]).toEqual(["Goal 2", "A correction was added to the note on Mar 4, 2026."]);
    expect([other?.label, other?.tail]).toEqual(["", "Which goal is not said."]);
  });

  it("knows where its notes are", () => {
    const source = { id: "n1", session: "ses_1", format: "soap", date: null, signed_at: null };
    expect(sessionsOf([source]).get("n1")?.session).toBe("ses_1");
    expect(dayName(null, en.brief, "en")).toBe("no date");
    expect(dayName("yesterday", en.brief, "en")).toBe("no date");
    expect(dayName("2026-03-02", es.brief, "es")).toBe("2 mar 2026");
  });
});

describe("the words of the pages about clients", () => {
  it("are those of the first language that is known", () => {
    expect(clientStrings(["de", "es-419", "en"]).locale).toBe("es");
    expect(clientStrings(["de", "fr"]).locale).toBe("en");
    expect(clientStrings([]).locale).toBe("en");
  });

  it("are there for everything the server says, in both languages", () => {
    for (const { brief: t, kinds, states } of [en, es]) {
      expect([Object.keys(kinds), Object.keys(states)]).toEqual([Object.keys(en.kinds), Object.keys(en.states)]);
      expect(Object.keys(t.said).sort()).toEqual(Object.keys(en.brief.said).sort());
      expect(Object.keys(t.states).sort()).toEqual(Object.keys(en.brief.states).sort());
      expect(Object.keys(t.riskKinds).sort()).toEqual(Object.keys(en.brief.riskKinds).sort());
    }
    expect(es.brief.of(1)).toContain("1 nota firmada");
    expect(es.brief.of(2)).toContain("2 notas firmadas");
  });
});
