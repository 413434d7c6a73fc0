"""Holds changed sentences of a note against what was said, as long as that lives. Pure; for a thread.

Nothing a client sends about a sentence but its words counts: which lines it rests on is looked up again,
and its flags are found anew. What an edit can't do is turn a drafted sentence into somebody's own: words
that resemble a drafted sentence which is no longer there, or speak of the same risk, rest on the lines
that one rested on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from live_notes import EvidenceLine, Preferences, Sentence, Speaking
from live_notes.drafting.checks import LABELS, Flag, check_sentence, explained
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.risk.mentions import kinds_in
from wire import Role, Segment

Json = dict[str, Any]

ALIKE = 0.5
"""Share of content words from which a sentence counts as an edit of another one."""

_SPEAKING = {Role.CLINICIAN: Speaking.CLINICIAN, Role.CLIENT: Speaking.CLIENT}
_OF_THE_EVIDENCE = frozenset({Flag.UNMASKED.value})
"""Flags that only a drafter's own run can find; they stay with the lines they were raised on."""


class Judge(Protocol):
    """Says what a changed sentence rests on and what is to be said against it."""

    def judged(self, one: Mapping[str, Any], before: Sequence[Mapping[str, Any]]) -> Json:
        """The sentence with its evidence, flags and their reasons; `before`: what it may have been."""
        ...


def line_of(segment: Segment, *, told: bool = False) -> EvidenceLine:
    """A final as evidence, as it was spoken. `told`: its clinician tells of a session that is over."""
    speaking = _SPEAKING.get(segment.role, Speaking.OTHER)
    if segment.certainty == 0.0:
        speaking = Speaking.UNKNOWN
    return EvidenceLine(
        id=segment.id,
        speaker=segment.track,
        speaking=Speaking.AUTHOR if told and speaking is Speaking.CLINICIAN else speaking,
        start=segment.start,
        end=segment.end,
        spoken=segment.text,
    )


def likeness(one: str, other: str) -> float:
    """Share of the content words two sentences have in common, 0 to 1."""
    if one.strip().casefold() == other.strip().casefold():
        return 1.0
    mine, theirs = set(content_stems(one)), set(content_stems(other))
    return len(mine & theirs) / max(len(mine), len(theirs)) if mine and theirs else 0.0


def akin(one: str, other: str) -> bool:
    """Whether a sentence counts as an edit of another: alike, or speaking of the same risk."""
    return likeness(one, other) >= ALIKE or bool(kinds_in(one) & kinds_in(other))


def evidence_of(one: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids a sentence names."""
    return tuple(str(number) for number in one.get("evidence", ()))


def findings_of(before: Iterable[Mapping[str, Any]], only: Container[str] | None = None) -> Json:
    """The flags of these sentences (`only` those, if given) with their reasons, as a sentence has them."""
    sentences = list(before)
    flags = dict.fromkeys(
        str(flag) for was in sentences for flag in was.get("flags", ()) if only is None or flag in only
    )
    given = [dict(why) for was in sentences for why in was.get("objections", ()) if why["flag"] in flags]
    reasons = [why for at, why in enumerate(given) if why not in given[:at]]
    return {"flags": list(flags), **({"objections": reasons} if reasons else {})}


@dataclass(frozen=True)
class AgainstTheWords:
    """The judge while the transcript lives. `drafted`: evidence by the words of sentences drafted before."""

    lines: Mapping[str, EvidenceLine] = field(repr=False)
    preferences: Preferences = field(default_factory=Preferences)
    drafted: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        finals: Iterable[Segment],
        preferences: Preferences,
        drafted: Mapping[str, tuple[str, ...]],
        *,
        told: bool = False,
    ) -> AgainstTheWords:
        """The judge of a session with these finals. `told`: by its clinician, when it was over."""
        return cls({final.id: line_of(final, told=told) for final in finals}, preferences, drafted)

    def judged(self, one: Mapping[str, Any], before: Sequence[Mapping[str, Any]]) -> Json:
        """The sentence with existing evidence and the objections to it; own words without any have none."""
        text = str(one["text"])
        evidence = evidence_of(one) or self._rested_on(text, before)
        if not evidence:
            own = [was for was in before if not evidence_of(was)]
            return {"text": text, "evidence": [], **findings_of(own)}
        order = {number: place for place, number in enumerate(self.lines)}
        checked = check_sentence(Sentence(text=text, evidence=evidence), self.lines, order, self.preferences)
        if checked is None:
            missing = Flag.UNKNOWN_EVIDENCE
            why = {"flag": missing.value, "reason": LABELS[missing]}
            return {"text": text, "evidence": [], "flags": [missing.value], "objections": [why]}
        told = explained(checked, self.lines, order, self.preferences).model_dump(mode="json")
        same = [was for was in before if set(evidence_of(was)) & set(checked.evidence)]
        return {**told, **findings_of([told, findings_of(same, only=_OF_THE_EVIDENCE)])}

    def _rested_on(self, text: str, before: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """What a sentence without evidence rested on, if it is a drafted one in other words."""
        known = {str(was["text"]): evidence_of(was) for was in before if evidence_of(was)}
        known |= {was: evidence for was, evidence in self.drafted.items() if evidence}
        same = [was for was in known if akin(text, was)]
        return known[max(same, key=lambda was: likeness(text, was))] if same else ()


@dataclass(frozen=True)
class WithoutTheWords:
    """The judge once the transcript is destroyed: nothing can be checked any more.

    A changed sentence still rests on what it rested on, for a withdrawal takes it along; objections to
    what it was stay.
    """

    def judged(self, one: Mapping[str, Any], before: Sequence[Mapping[str, Any]]) -> Json:
        """The sentence with the evidence and the flags of what it was."""
        rested = dict.fromkeys(number for was in before for number in evidence_of(was))
        return {"text": str(one["text"]), "evidence": list(rested), **findings_of(before)}
