"""Changes to a note's content, as pure steps on its JSON: edits, struck words, notices."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from live_notes.drafting.checks import Flag

Json = dict[str, Any]

NOT_THE_EDITORS = ("risk", "frame", "not_discussed", "drafter", "drafter_notice", "generated_at")
"""What an edit never changes: it is read from the call, not written."""

WORDS_MISSING = "Some words of the last seconds may be missing: their recognition did not finish in time."


def _sentences(content: Mapping[str, Any]) -> Iterator[Json]:
    for section in content.get("sections", ()):
        yield from section.get("sentences", ())


def _is(one: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    return str(one["text"]), tuple(one.get("evidence", ()))


def edited(kept: Mapping[str, Any], given: Mapping[str, Any]) -> Json:
    """The kept note with a clinician's edit; nothing that a check or the call itself found is edited away.

    A sentence whose words and evidence are unchanged has the flags it had. A changed one has the flags it
    was sent with and those of the sentence it was: the one that is no longer there and had the same words
    or the same evidence. Sentences are not checked anew here; a redraft does that.
    """
    flags = {_is(one): tuple(one.get("flags", ())) for one in _sentences(kept)}
    staying = {_is(one) for one in _sentences(given)}
    replaced = [one for one in _sentences(kept) if _is(one) not in staying]

    def flagged(one: Json) -> Json:
        found = flags.get(_is(one))
        if found is None:
            text, evidence = _is(one)
            before = [
                was for was in replaced if _is(was)[0] == text or (evidence and _is(was)[1] == evidence)
            ]
            all_flags = [*one.get("flags", ()), *(flag for was in before for flag in was.get("flags", ()))]
            found = tuple(dict.fromkeys(all_flags))
        return {**one, "flags": list(found)}

    sections = [
        {**section, "sentences": [flagged(one) for one in section.get("sentences", ())]}
        for section in given.get("sections", ())
    ]
    content = {name: value for name, value in given.items() if name not in NOT_THE_EDITORS}
    return {**content, **{name: kept[name] for name in NOT_THE_EDITORS if name in kept}, "sections": sections}


def without_segments(content: Mapping[str, Any], struck: Collection[str]) -> Json:
    """The note without what rests on struck segments alone.

    A sentence that rests on others, too, stays and is flagged; a risk item stays without its quotations,
    for one of them may hold what was struck.
    """
    gone = frozenset(struck)

    def left(one: Json, flag: bool) -> Json | None:
        evidence = list(one.get("evidence", ()))
        rest = [segment for segment in evidence if segment not in gone]
        if len(rest) == len(evidence):
            return one
        if not rest:
            return None
        if flag:
            flags = dict.fromkeys([*one.get("flags", ()), Flag.UNKNOWN_EVIDENCE.value])
            return {**one, "evidence": rest, "flags": list(flags)}
        return {**one, "evidence": rest, "quotes": []}

    sections = []
    for section in content.get("sections", ()):
        kept = [found for one in section.get("sentences", ()) if (found := left(one, flag=True)) is not None]
        sections.append({**section, "sentences": kept})
    risk = [found for one in content.get("risk", ()) if (found := left(one, flag=False)) is not None]
    return {**content, "sections": sections, "risk": risk}


def with_notice(content: Mapping[str, Any], notice: str) -> Json:
    """The note with one more notice about its drafting."""
    before = content.get("drafter_notice")
    return {**content, "drafter_notice": notice if not before else f"{before} {notice}"}
