"""Changes to a note's content, as pure steps on its JSON: edits, struck words, notices."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from live_notes import NoteFormat, NoteTemplate
from live_notes.drafting.arranging import arranged
from signaling.as_drafted import DRAFTED, drafted_of, without_reasons
from signaling.rechecking import Judge, akin, findings_of

Json = dict[str, Any]

NOT_THE_EDITORS = (
    "risk",
    "frame",
    "not_discussed",
    "drafter",
    "drafter_notice",
    "generated_at",
    "template",
    DRAFTED,
)
"""What an edit never changes: it is read from the call, not written."""

BY_HAND = "clinician"
"""The drafter of a note that nothing drafted."""

NOBODY = "none"
"""The drafter of a statement that stands in a note's place."""

WITHDRAWN = (
    "A participant withdrew their consent before this note was signed. The transcript, and everything in "
    "this note that was taken from it, was destroyed."
)
WITHDRAWN_HELD = (
    "A participant withdrew their consent before this note was signed. Everything in this note that was "
    "taken from the transcript was removed. The transcript was under a legal hold then; it is destroyed "
    "when that ends."
)
_READ_FROM_WORDS = ("risk", "not_discussed", "drafter", "drafter_notice", "statement", DRAFTED)

ARRANGED = "Put in this format from the note's own sentences."

CUT_SHORT = "The recording breaks off: this note rests on what could be heard of it."
SPEAKERS_CHANGED = (
    "Who said what was corrected after this note was drafted. Draft it again, or check each sentence."
)
WORDS_MISSING = "Some words of the last seconds may be missing: their recognition did not finish in time."


def sentences_of(content: Mapping[str, Any]) -> Iterator[Json]:
    """All sentences of a note in reading order."""
    for section in content.get("sections", ()):
        yield from section.get("sentences", ())


def _is(one: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    return str(one["text"]), tuple(one.get("evidence", ()))


def edited(kept: Mapping[str, Any], given: Mapping[str, Any], judge: Judge) -> Json:
    """The kept note with a clinician's edit; nothing that a check or the call itself found is edited away.

    A sentence whose words and evidence are unchanged has the flags it had, wherever it was moved. Every
    other one is `judge`d anew; flags and reasons that were sent along count for nothing.
    """
    found = {_is(one): findings_of([one]) for one in sentences_of(kept)}
    staying = {_is(one) for one in sentences_of(given)}
    replaced = [one for one in sentences_of(kept) if _is(one) not in staying]

    copied: dict[str, list[Json]] = {}
    for one in sentences_of(kept):
        if _is(one) in staying:
            copied.setdefault(str(one["text"]), []).append(one)

    def flagged(one: Json) -> Json:
        text, evidence = _is(one)
        if (text, evidence) in found:
            return {"text": text, "evidence": list(evidence), **found[text, evidence]}
        before = [
            was for was in replaced if (evidence and _is(was)[1] == evidence) or akin(_is(was)[0], text)
        ]
        before += copied.get(text, [])
        return judge.judged(one, before)

    sections = [
        {**section, "sentences": [flagged(one) for one in section.get("sentences", ())]}
        for section in given.get("sections", ())
    ]
    content = {name: value for name, value in given.items() if name not in NOT_THE_EDITORS}
    read = {name: kept[name] for name in NOT_THE_EDITORS if name in kept}
    if kept.get("statement") and sections:
        # Too little was said for a note: what is written in its place is no draft, and lists no silences.
        read |= {"drafter": BY_HAND, "not_discussed": []}
    return {**content, **read, **_placed(kept, given), "sections": sections}


def placed_as(content: Mapping[str, Any], before: Mapping[str, Any]) -> Json:
    """A fresh draft with the place of service the clinician had chosen before."""
    return {**content, **_placed(content, before)}


def with_frame(content: Mapping[str, Any], frame: Mapping[str, Any] | None) -> Json:
    """The note with another frame, and the place of service the clinician had chosen."""
    rest = {name: value for name, value in content.items() if name != "frame"}
    return {**rest, **_placed({"frame": frame}, content)}


def _placed(kept: Mapping[str, Any], given: Mapping[str, Any]) -> Json:
    """The frame with the place of service as the clinician chose it: the one thing the call can't show."""
    place = (given.get("frame") or {}).get("place_of_service")
    frame = {name: value for name, value in (kept.get("frame") or {}).items() if name != "place_of_service"}
    if place is not None:
        frame["place_of_service"] = place
    return {"frame": frame} if frame else {}


def without_words(content: Mapping[str, Any], notice: str) -> Json:
    """What is left of a note once a participant withdrew: the sentences its clinician wrote alone.

    The practice's own text of a template stays, too; what a flag quotes does not.

    Everything else was read from the transcript: drafted and edited sentences, risk, what was not
    discussed, and what an empty section says of the session.
    """
    sections = [
        {
            "title": section.get("title", ""),
            "sentences": [one for one in section.get("sentences", ()) if not one.get("evidence")],
            **({"fixed": section["fixed"]} if section.get("fixed") else {}),
        }
        for section in content.get("sections", ())
    ]
    left = {name: value for name, value in content.items() if name not in _READ_FROM_WORDS}
    return {
        **left,
        **without_reasons({"sections": sections}),
        "risk": [],
        "not_discussed": [],
        "drafter": BY_HAND,
        "drafter_notice": notice,
    }


def without_drafted(content: Mapping[str, Any]) -> Json:
    """The note without the sentences that name evidence."""
    sections = [
        {**section, "sentences": [one for one in section.get("sentences", ()) if not one.get("evidence")]}
        for section in content.get("sections", ())
    ]
    return {**content, "sections": sections}


def rests_on_words(content: Mapping[str, Any]) -> bool:
    """Whether anything in the note was read from the transcript, or in a version before it."""
    if any(one.get("evidence") for one in sentences_of(content)) or drafted_of(content):
        return True
    was_drafted = bool(content.get("sections")) and content.get("drafter", BY_HAND) not in {BY_HAND, NOBODY}
    return was_drafted or bool(content.get("risk") or content.get("not_discussed"))


def segments_named(content: Mapping[str, Any]) -> set[str]:
    """Every segment the note rests on, or rested on when it was drafted."""
    items = [*sentences_of(content), *sentences_of(drafted_of(content) or {}), *content.get("risk", ())]
    return {str(number) for one in items for number in one.get("evidence", ())}


def without_segments(content: Mapping[str, Any], struck: Collection[str]) -> Json:
    """The note without what rests on struck segments.

    A sentence that rests on others, too, goes as well, for it may say what was struck; a risk item that does
    stays without its quotations.
    """
    gone = frozenset(struck)

    def left(one: Json) -> Json | None:
        evidence = list(one.get("evidence", ()))
        rest = [segment for segment in evidence if segment not in gone]
        if len(rest) == len(evidence):
            return one
        return {**one, "evidence": rest, "quotes": []} if rest else None

    risk = [found for one in content.get("risk", ()) if (found := left(one)) is not None]
    kept = {**content, "sections": _sections_without(content, gone), "risk": risk}
    drafted = drafted_of(content)
    return (
        kept
        if drafted is None
        else {**kept, DRAFTED: {**drafted, "sections": _sections_without(drafted, gone)}}
    )


def nothing_left(content: Mapping[str, Any], statement: str) -> Json:
    """A drafted note of which no sentence is left, as the statement in its place; any other as it is."""
    if is_by_hand(content) or any(section.get("sentences") for section in content.get("sections", ())):
        return dict(content)
    left = {name: value for name, value in content.items() if name not in _READ_FROM_WORDS}
    return {
        **left,
        "sections": [],
        "risk": [],
        "not_discussed": [],
        "drafter": NOBODY,
        "drafter_notice": None,
        "statement": statement,
    }


def _sections_without(content: Mapping[str, Any], gone: frozenset[str]) -> list[Json]:
    return [
        {
            **section,
            "sentences": [
                one for one in section.get("sentences", ()) if gone.isdisjoint(one.get("evidence", ()))
            ],
        }
        for section in content.get("sections", ())
    ]


def is_by_hand(content: Mapping[str, Any]) -> bool:
    """Whether nothing in the note was drafted: another draft would take the place of somebody's own words."""
    return content.get("drafter") in {BY_HAND, NOBODY}


def in_format(content: Mapping[str, Any], chosen: NoteFormat, template: NoteTemplate | None = None) -> Json:
    """The note in another format from its own sentences, and the draft it is compared with likewise."""
    note = arranged(content, chosen, template)
    drafted = drafted_of(content)
    if drafted is not None:
        note[DRAFTED] = arranged(drafted, chosen, template)
    return note if ARRANGED in str(note.get("drafter_notice")) else with_notice(note, ARRANGED)


def with_notice(content: Mapping[str, Any], notice: str) -> Json:
    """The note with one more notice about its drafting."""
    before = content.get("drafter_notice")
    return {**content, "drafter_notice": notice if not before else f"{before} {notice}"}
