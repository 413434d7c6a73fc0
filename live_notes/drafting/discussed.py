"""What the finished note shows was spoken of, so that nobody reads of it as not discussed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from live_notes.drafting.domains import GOALS_DOMAIN, HOMEWORK_DOMAIN, MEDICATION_DOMAIN, untouched
from live_notes.drafting.note import Section, Sentence

_OF_GOALS = re.compile(r"^(?:treatment |client )?goals?\b", re.IGNORECASE)
_OF_A_PLAN = re.compile(r"\b(?:plan|homework|next steps?|between sessions|tasks?)\b", re.IGNORECASE)
_GIVES_A_GOAL = re.compile(r"^goals?:", re.IGNORECASE)
_DONE = r"(?!(?:not|be|like|meet|see|come|return|attend)\b)\w+"
"""A verb of something to do; to meet again is none."""
_SETS_A_STEP = re.compile(
    rf"^(?:homework|between sessions)\b|^(?:the )?[\w ]{{2,40}}? (?:will|to) {_DONE}"
    r"|^(?:the )?[\w ]{2,40}? (?:set|gave|assigned)(?: (?:homework|a task))?: "
    rf"|\b(?:agreed|asked [\w ]{{2,30}}?|undertook|committed|going|is|planned) to {_DONE}"
    rf"|\b(?:said|stated|reported) that (?:they|he|she) (?:would|will) {_DONE}"
    r"|\bfor (?:homework|this week|the (?:coming )?week)\b",
    re.IGNORECASE,
)
"""How a note tells what the client is to do."""
_OF_THE_MEETING = re.compile(r"^(?:next (?:session|appointment)|therapist to|clinician to)\b", re.IGNORECASE)


def not_told(names: Iterable[str], sections: Sequence[Section], clinician: str) -> tuple[str, ...]:
    """Of what was not discussed the names that no sentence speaks of: a medicine, a goal, a step to take.

    Of all else a note has the words that were spoken, and kinds of risk stay as they are read. Only what no
    check objects to counts, and a goal or a step by where it stands, and how it is told.
    `clinician` is what the clinician is called: a step of their own is no homework.
    """
    sound = [(section.title, one) for section in sections for one in section.sentences if _is_sound(one)]
    told = {MEDICATION_DOMAIN, HOMEWORK_DOMAIN} - set(untouched(one.text for _, one in sound))
    if any(_OF_GOALS.match(title) or _GIVES_A_GOAL.match(one.text) for title, one in sound):
        told.add(GOALS_DOMAIN)
    if any(_is_step(title, one.text, clinician) for title, one in sound):
        told.add(HOMEWORK_DOMAIN)
    return tuple(name for name in names if name not in told)


def _is_sound(sentence: Sentence) -> bool:
    return bool(sentence.evidence) and not sentence.flags


def _is_step(title: str, text: str, clinician: str) -> bool:
    if not _OF_A_PLAN.search(title) or _OF_THE_MEETING.match(text):
        return False
    own = re.match(rf"(?:the )?{re.escape(clinician)} (?:will|to)\b", text, re.IGNORECASE)
    return own is None and _SETS_A_STEP.search(text) is not None
