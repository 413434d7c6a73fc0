"""Advice on what a note may lack. Pure; it never blocks a signature and never writes a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from live_notes.completeness.expected import (
    CLINICIANS_OWN,
    DOMAINS_MAY_BE_SILENT,
    EXPECTED,
    OF_A_TEMPLATE,
    Expected,
)
from live_notes.completeness.signs import BY_CLIENT_ALONE
from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import kinds_in


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that may be missing: a code, the rule it comes from, the section it belongs in, if one."""

    code: str
    rule: str
    section: str | None = None


def advice_for(content: Mapping[str, Any]) -> tuple[Advice, ...]:
    """What a note (its JSON) may lack by its format; none for a statement in a note's place.

    Words are looked for, nothing is understood: it can miss what is said in other words.
    """
    sections = content.get("sections") or ()
    if not sections or not any(section.get("sentences") for section in sections):
        return ()
    name = str(content["format"])
    note_format = NoteFormat(name) if name in set(NoteFormat) else None
    texts = {str(section["title"]): _texts(section) for section in sections}
    found = [*_frame(content.get("frame") or {}), *_matters(note_format, texts)]
    found += [*_risk(content, texts), *_silent(note_format, sections)]
    return tuple(dict.fromkeys(found))


def _texts(section: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(one["text"]) for one in section.get("sentences", ()))


def _frame(frame: Mapping[str, Any]) -> Iterator[Advice]:
    if not (frame.get("started_at") and frame.get("ended_at")):
        yield Advice("start-stop", "frame")
    if not frame.get("place_of_service"):
        yield Advice("place", "frame")


def _matters(note_format: NoteFormat | None, texts: Mapping[str, Sequence[str]]) -> Iterator[Advice]:
    for one in OF_A_TEMPLATE if note_format is None else EXPECTED[note_format]:
        if not _is_there(one, texts):
            yield Advice(one.code, one.rule, one.section if one.section in texts else None)
    own = texts.get(CLINICIANS_OWN, ())
    if note_format and own and all(BY_CLIENT_ALONE.search(text) for text in own):
        yield Advice("interventions-others", note_format.value, CLINICIANS_OWN)


def _is_there(one: Expected, texts: Mapping[str, Sequence[str]]) -> bool:
    if one.section is None or one.section not in texts:
        return any(one.sign.search(text) for section in texts.values() for text in section)
    return any(one.any_words or one.sign.search(text) for text in texts[one.section])


def _risk(content: Mapping[str, Any], texts: Mapping[str, Sequence[str]]) -> Iterator[Advice]:
    """Assessed, or said to be not discussed; a mention without an answer wants a word of the clinician's."""
    written = {kind for section in texts.values() for text in section for kind in kinds_in(text)}
    found = content.get("risk") or ()
    silent = [str(topic) for topic in content.get("not_discussed") or ()]
    said = any(topic == "risk" or topic.startswith(RiskKind.SUICIDE.value) for topic in silent)
    spoken = any("risk" in text.casefold() for section in texts.values() for text in section)
    if not (written or found or said or spoken):
        yield Advice("risk", "risk")
    open_ones = (
        one for one in found if one.get("status") == RiskStatus.UNCLEAR.value and not one.get("whose")
    )
    unclear = {RiskKind(item["kind"]) for item in open_ones}
    if unclear - written:
        yield Advice("risk-open", "risk")


def _silent(note_format: NoteFormat | None, sections: Sequence[Mapping[str, Any]]) -> Iterator[Advice]:
    if note_format not in DOMAINS_MAY_BE_SILENT:
        return
    for section in sections:
        if not section.get("sentences") and not section.get("statement"):
            yield Advice("untouched", "intake", str(section["title"]))
