"""What a clinician tells, as a note has it: observations, formulations, interventions."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.acting.act_words import EXPLAINED, LEFT_ALONE, TECHNIQUES, VALIDATED
from live_notes.drafting.embedded.acting.acts import is_dictated
from live_notes.drafting.embedded.acting.findings import examined, found, is_finding, is_of_everybody
from live_notes.drafting.embedded.acting.mere_idioms import tells_what_was
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.reported import lower_first, reword
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import word_count

LEAD_IN = (
    r"^(?:(?:so|and|then|now|okay|but|also|what|well|all right|alright|yeah|um|i guess|i think|i said"
    r"|like i said)[, ]+)*"
)
_QUOTING = {"assessed": "stated"}
_REFLECTED = re.compile(
    LEAD_IN + r"(?:(?:well|okay|and|so|yeah|but)[, ]+)*(?:it (?:sounds|seems|feels|looks) (?:to me )?(?:like"
    r"|as if|that)"
    r"|what i(?:'m| am) hearing|what i hear|(?:i hear|i'm hearing) (?:that )?you)",
    re.IGNORECASE,
)
_FED_BACK = re.compile(
    LEAD_IN + r"(?:you feel|you're (?:feeling|saying)|part of you|on the one hand)\b", re.IGNORECASE
)


def is_reflection(unit: Unit) -> bool:
    """Whether the clinician gives back what they heard (Miller and Rollnick's reflective listening)."""
    return bool(_REFLECTED.match(unit.words) or _FED_BACK.match(unit.words))


_TELLING = {Kind.OBSERVATION: "observed", Kind.FORMULATION: "assessed", Kind.REPORT: "stated"}


def clinician_says(unit: Unit, kind: Kind, terms: Terms) -> Said:
    """An observation, formulation or intervention, in the clinician's words."""
    if is_dictated(unit):
        return whole(_CONJUNCTION.sub("", unit.words))
    if kind is Kind.OBSERVATION and (finding := _found(unit, terms)) is not None:
        return whole(finding)
    if kind is Kind.FORMULATION and _REFLECTED.match(unit.words):
        return told_as(unit, terms, "reflected")
    return told_as(unit, terms, _TELLING[kind]) if kind in _TELLING else _done(unit, terms)


def _done(unit: Unit, terms: Terms) -> Said:
    """What the clinician did with the client: validated, explained, worked with a technique, or guided."""
    if VALIDATED.search(unit.words):
        return whole(f"{terms.clinician} validated: {quoted(unit)}")
    technique = TECHNIQUES.search(unit.words)
    if technique is not None and LEFT_ALONE.search(unit.words):
        return whole(f"{terms.clinician} stated: {quoted(unit)}")
    if technique is not None and not _ACTION.match(technique.group()):
        lead = "asked, working with" if unit.question else "worked with"
        return whole(f"{terms.clinician} {lead} {technique.group().lower()}: {quoted(unit)}")
    if EXPLAINED.search(unit.words) or is_of_everybody(unit.words):
        return told_as(unit, terms, "stated" if tells_what_was(unit.words) else "explained")
    lead = "stated" if _ANOTHER_DAY.search(unit.words) else "guided"
    return whole(f"{terms.clinician} {lead}: {quoted(unit)}")


_ANOTHER_DAY = re.compile(
    r"\b(?:another|some other|a different|the next) (?:day|time|session|week)\b|\bnext (?:time|session"
    r"|week)\b",
    re.IGNORECASE,
)
"""Puts off to another day: nobody is guided by it."""


def _found(unit: Unit, terms: Terms) -> str | None:
    """A finding as it stands in a record, under the examination it came from; None if it is none."""
    if not is_finding(unit.words) or _ASKS.match(unit.words):
        return None
    voice = terms.clinician_voice
    named = examined(unit.words)
    if named is not None:
        reported = reword(named[1], replace(voice, once=None))
        return None if reported is None else f"{named[0]}: {reported}"
    return reword(_CONJUNCTION.sub("", found(unit.words)), voice)


def told_as(unit: Unit, terms: Terms, verb: str) -> Said:
    """The clinician's statement reworded where that is certain, quoted where it is not."""
    words = _SEEN.sub("", unit.words) if verb == "observed" else unit.words
    words = _CONJUNCTION.sub("", words)
    if _TELLS_TO.match(words):
        return whole(f"{terms.clinician} {'guided' if verb == 'explained' else verb}: {quoted(unit)}")
    indirect = reword(words, terms.clinician_voice) if word_count(words) >= 4 else None
    if indirect is None or re.match(
        r"^(?:\w+ing|and|or|to|because|which|if|not|let|tell|give|think|look|see|say|go)\b", indirect
    ):
        return whole(f"{terms.clinician} {_QUOTING.get(verb, verb)}: {quoted(unit)}")
    if indirect.startswith((f"{terms.clinician_forms.subject} ", f"{terms.clinician_forms.possessive} ")):
        return whole(_own(indirect, terms))
    return Said(f"{terms.clinician} {verb}", f"that {lower_first(indirect, terms.proper)}")


_TELLS_TO = re.compile(
    rf"(?:scan|picture|visuali[sz]e|squeeze|tense|rate|{'|'.join(sorted(BASE))}) (?:your|the|an?|down|it"
    rf"|this|that|these|those|in|on|for|to|each|every|up"
    r"|out|any|with) ",
    re.IGNORECASE,
)
"""A clause that tells what to do: "scan your body"."""
_ASKS = re.compile(
    LEAD_IN + r"(?:do|does|did|are|is|was|were|have|has|can|could|would|will) (?:you|it|that|there)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    LEAD_IN + r"i(?: can| do| did)?(?: just| also)? (?:notice|noticed|see|saw|observe|observed|hear"
    r"|heard)(?: that)? (?=you\b|your\b)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"^(?:(?:and|but|so|because|now|well|then|or|again)[, ]+)+(?=[\w']+ \w+ \w+)", re.IGNORECASE
)
_ACTION = re.compile(r"(?:take|breathe|follow)\b", re.IGNORECASE)


def _own(indirect: str, terms: Terms) -> str:
    """Turns "the therapist thinks ..." into "Therapist thinks ..."."""
    return f"{terms.clinician}{indirect.removeprefix(terms.clinician_forms.subject)}"
