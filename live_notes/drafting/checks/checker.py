"""Runs the checks over a draft: a sentence is kept, flagged, or left out when nothing carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.evidence import Evidence
from live_notes.drafting.checks.flags import LABELS, Flag, Objection
from live_notes.drafting.checks.rules import RULES
from live_notes.drafting.note import Draft, FlagReason, Section, Sentence
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.spec import EvidenceLine, Speaking


def check_draft(
    draft: Draft, lines: Sequence[EvidenceLine], preferences: Preferences, *, masked_drafter: bool = False
) -> Draft:
    """The draft with its objections; sentences without any existing evidence are dropped.

    `masked_drafter`: the drafter only read masked lines, so evidence on others can't be its own.
    """
    known = {line.id: line for line in lines}
    order = {line.id: position for position, line in enumerate(lines)}
    sections = []
    for section in draft.sections:
        checked = [check_sentence(s, known, order, preferences, masked_drafter) for s in section.sentences]
        kept = tuple(s for s in checked if s is not None)
        sections.append(_section(section, kept))
    return draft.model_copy(update={"sections": tuple(sections)})


def _section(section: Section, kept: tuple[Sentence, ...]) -> Section:
    dropped = bool(section.sentences) and not kept
    statement = (
        "Nothing in this section could be supported by the transcript." if dropped else section.statement
    )
    return section.model_copy(update={"sentences": kept, "statement": None if kept else statement})


def check_sentence(
    sentence: Sentence,
    known: Mapping[str, EvidenceLine],
    order: Mapping[str, int],
    preferences: Preferences,
    masked_drafter: bool = False,
) -> Sentence | None:
    """The sentence with its flags and only existing evidence, in order; None when none exists."""
    existing = _existing(sentence, known, order)
    if not existing:
        return None
    raised = objections(sentence, known, order, preferences, masked_drafter)
    flags = tuple(one.flag.value for one in raised)
    return sentence.model_copy(update={"evidence": tuple(existing), "flags": flags})


def objections(
    sentence: Sentence,
    known: Mapping[str, EvidenceLine],
    order: Mapping[str, int],
    preferences: Preferences,
    masked_drafter: bool = False,
) -> tuple[Objection, ...]:
    """Everything that is to be said against a sentence, each with what differs, in the order it is shown."""
    existing = _existing(sentence, known, order)
    if not existing:
        return (_plain(Flag.NO_EVIDENCE),)
    lines = [known[i] for i in existing]
    found: list[Objection] = []
    if len(existing) < len(set(sentence.evidence)):
        found.append(_plain(Flag.UNKNOWN_EVIDENCE))
    if masked_drafter and any(line.masked is None for line in lines):
        found.append(_plain(Flag.UNMASKED))
    if any(line.speaking is Speaking.UNKNOWN for line in lines):
        found.append(_plain(Flag.SPEAKER_UNKNOWN))
    claim = Claim(sentence.text, Evidence(lines), preferences)
    differing = ((flag, differs(claim)) for flag, differs in RULES)
    return (*found, *(Objection(flag, reason) for flag, reason in differing if reason is not None))


def explained(
    sentence: Sentence,
    known: Mapping[str, EvidenceLine],
    order: Mapping[str, int],
    preferences: Preferences,
) -> Sentence:
    """The sentence with a reason for each of its flags: what differs, or else what the flag means.

    `known` are the lines as they were spoken, for the reasons are read by people.
    """
    if not sentence.flags:
        return sentence.model_copy(update={"objections": ()})
    differing = {one.flag: one.reason for one in objections(sentence, known, order, preferences)}
    reasons = tuple(
        FlagReason(flag=flag.value, reason=differing.get(flag) or LABELS[flag])
        for flag in map(Flag, sentence.flags)
    )
    return sentence.model_copy(update={"objections": reasons})


def _existing(sentence: Sentence, known: Mapping[str, EvidenceLine], order: Mapping[str, int]) -> list[str]:
    return sorted({i for i in sentence.evidence if i in known}, key=order.__getitem__)


def _plain(flag: Flag) -> Objection:
    return Objection(flag, LABELS[flag])
