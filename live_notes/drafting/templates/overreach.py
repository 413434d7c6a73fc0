"""Instructions that ask to set the rules aside. What a practice writes is a wish, never a rule."""

from __future__ import annotations

import re
from typing import Final

from live_notes.drafting.templates.model import NoteTemplate

SET_ASIDE: Final = "An instruction that asks to set the rules of a note aside was not followed."

_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*")
_RULES = (
    r"(?:instructions?|rules?|prompts?|guidelines?|guardrails?|checks?|restrictions?|everything|the above"
    r"|the transcript)"
)
_OVERREACH = re.compile(
    rf"\b(?:ignore|disregard|forget|override|bypass|overrule|skip)\b[^.]{{0,40}}\b{_RULES}"
    r"|\b(?:print|reveal|show|output|expose|repeat|leak|list|write(?: out| down)?|give|tell)\b[^.]{0,40}"
    r"\b(?:(?:real |full |actual |original )?names?"
    r"(?! of (?:the |a |any |their )?(?:medic|drug|goal|technique|exercise|skill))"
    r"|system prompts?|prompts?|your instructions|placeholders?|api keys?|passwords?"
    r"|whole transcript|transcript verbatim)\b"
    r"|\b(?:unmask|de-?mask)\w*\b|\byou are (?:now|no longer)\b|\bact as (?:if|though|an?)\b|\bpretend\b"
    r"|\b(?:make up|invent|fabricate|guess|assume)\b|\bsystem ?:|<\|?(?:im_start|system|/?s)\|?>"
    r"|\b(?:without|no) evidence\b|\bevidence (?:is not|isn't) needed\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:do not|don't|never|without|no)\b", re.IGNORECASE)


def oversteps(text: str) -> bool:
    """Whether a text asks for anything that no wish can have."""
    return any(_is_overreach(sentence) for sentence in _SENTENCE.findall(text))


def without_overreach(text: str) -> str:
    """The text without the sentences that ask to set the rules aside."""
    return "".join(one for one in _SENTENCE.findall(text) if not _is_overreach(one)).strip()


def overstepping_sections(template: NoteTemplate) -> tuple[int, ...]:
    """The sections, counted from 1, whose title or instruction oversteps."""
    return tuple(
        number
        for number, section in enumerate(template.sections, 1)
        if oversteps(section.title) or oversteps(section.instruction)
    )


def _is_overreach(sentence: str) -> bool:
    """Whether a sentence oversteps: not where it says "never" before, which asks for what holds anyway."""
    found = _OVERREACH.search(sentence)
    return found is not None and _NEGATED.search(sentence[: found.start()]) is None
