/** A signed note as plain text and as marked text, to be pasted into a record elsewhere. Pure: words only, no HTML. */

import type { Note, NoteView, SessionView } from "../api/types";
import { fullDate } from "../format/time";
import { strings, term } from "../strings";
import { isByHand } from "./note";
import { factsOf } from "./note-facts";
import { riskStatus } from "./note-risk";

const t = strings.note;

/** A heading, and the paragraphs below it. */
export interface Block {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The note in reading order, with who signed it and what was added. Empty while there is no note. */
export function blocksOf(view: NoteView, session: SessionView): Block[] {
  const { note, signed } = view;
  if (!note) return [];
  const place = note.frame?.place_of_service;
  const facts = factsOf(session, note.frame ?? null).map(([name, value]) => `${name}: ${value}`);
  const placed = place ? [`${strings.editor.frame.place}: ${strings.editor.frame.places[place]}`] : [];
  const blocks: Block[] = [
    { heading: `${t.title}: ${session.client}`, lines: [...facts, ...placed] },
    { heading: t.risk, lines: riskLines(note) },
    ...note.sections.map(({ title, fixed, statement, sentences }) => ({
      heading: title,
      lines: [fixed ?? "", statement ?? "", sentences.map(({ text }) => text).join(" ")],
    })),
    { heading: t.notDiscussed, lines: [note.not_discussed.map((topic) => term(strings.riskKinds, topic)).join(", ")] },
    ...view.additions.map((one) => ({
      heading: strings.additions.kinds[one.kind],
      lines: [one.text, strings.additions.signedBy(strings.signed.by(one.signed.name, one.signed.credential), fullDate(one.signed.at, strings.locale))],
    })),
  ];
  const signature = signed ? strings.additions.signedBy(strings.signed.by(signed.name, signed.credential), fullDate(signed.at, strings.locale)) : "";
  const end: Block = { heading: strings.signed.title, lines: [isByHand(note) ? "" : t.ai, signature] };
  const at = blocks.length - view.additions.length;
  return [...blocks.slice(0, at), end, ...blocks.slice(at)]
    .map(({ heading, lines }) => ({ heading, lines: lines.map((line) => line.trim()).filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0);
}

function riskLines(note: Note): string[] {
  return note.risk
    .filter(({ status }) => status !== "not_discussed")
    .map((item) => {
      const said = (item.quotes ?? []).map((quote) => `“${quote}”`).join(" ");
      return `${term(strings.riskKinds, item.kind)}: ${riskStatus(item)}${said ? `. ${said}` : ""}`;
    });
}

/** Headings on lines of their own, an empty line between blocks. */
export function plain(blocks: readonly Block[]): string {
  return blocks.map(({ heading, lines }) => [heading, ...lines].join("\n")).join("\n\n");
}
