"""What stands around a text: identifiers are split over two finals, and asked for by somebody else.

"My number is five five five." | "Oh one nine nine." is one number, and "What is your social?" says what the
digits of the answer are. So recognition sees the end of what came before and, when a line is masked
anew, the beginning of what came after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from live_notes.masking.lexicon.common import KIN, TITLES
from live_notes.masking.lexicon.word_set import word_set
from live_notes.masking.spoken.dates import MONTHS
from live_notes.masking.spoken.numbers import BETWEEN, REPEATS, TEENS, TENS, UNITS, ZEROS, run_at
from live_notes.masking.spoken.words import Words, fold

CONTEXT_CHARS = 160
"""How much of what came before or after is looked at: two sentences as they are spoken."""

_LINES = 2
"""Lines before that are looked at; what is only agreement does not count as one."""

_AGREEMENT = word_set(
    """
    yes yeah yep yup no okay ok right sure mm mhm mmhm mmm hm hmm uh huh um ah oh i see go on alright perfect
    great thanks thank you got it
    """
)
_SPELT = TITLES | word_set("dot at underscore dash hyphen slash and street avenue road lane apartment suite")
_NAMES_NEXT = TITLES | KIN | word_set("is named called by surname name i'm am was from to in with")
_ORDINAL = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)|[a-z]*(?:th|first|second|third))\Z")
_BEFORE_CODE = BETWEEN | {"a", "i"}
_CLOSING = re.compile(r"[\s.,…\-–—]+\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with what was said just before it, and just after it where that is known."""

    text: str = field(repr=False)
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """A line that was said, and on which track."""

    track: str
    text: str = field(repr=False)


def said_before(lines: Sequence[Said]) -> str:
    """The end of what was said before a line, in the order of time, without mere agreement."""
    telling = [line for line in lines if not _agrees(line.text)][-_LINES:]
    return "\n".join(line.text for line in telling)[-CONTEXT_CHARS:]


def joined_up(passage: Passage) -> tuple[str, int, int]:
    """The passage as one text, and where its own text begins and ends in it.

    Where one line goes on in the next the two stand in one sentence, else a line's end is between them.
    """
    before = _whole_words(passage.before.rstrip()[-CONTEXT_CHARS:], at_start=True)
    after = _whole_words(passage.after.lstrip()[:CONTEXT_CHARS], at_start=False)
    head, body, tail = "", passage.text, ""
    if before and _goes_on(before, body):
        head, body = f"{_CLOSING.sub('', before)} ", _in_a_sentence(body)
    elif before:
        head = f"{before}\n"
    if after and _goes_on(body, after):
        # Of the same length, so that offsets stay: a full stop between two halves of a number is none.
        body = _CLOSING.sub(lambda mark: " " * len(mark.group()), body)
        tail = f" {_in_a_sentence(after)}"
    elif after:
        tail = f"\n{after}"
    return head + body + tail, len(head), len(head) + len(body)


def _in_a_sentence(text: str) -> str:
    """Without the capital that every line begins with: within a sentence it would show a name."""
    first = text[:1].lower()
    return first + text[1:] if len(first) == 1 else text


def _agrees(text: str) -> bool:
    words = Words(text)
    return len(words) <= 4 and all(word.low in _AGREEMENT for word in words)


def _whole_words(text: str, *, at_start: bool) -> str:
    """Without the part of a word at the cut."""
    if len(text) < CONTEXT_CHARS:
        return text
    return text.partition(" ")[2] if at_start else text.rpartition(" ")[0]


def _goes_on(first: str, second: str) -> bool:
    """Whether a number, a date, a spelling, an address or an introduction goes on in the second text."""
    ends, begins = Words(first[-60:]), Words(second[:60])
    if not len(ends) or not len(begins):
        return False
    last, next_ = ends.low(len(ends) - 1), begins.low(0)
    if last in BETWEEN:
        last = ends.low(len(ends) - 2)
    if _is_code(last) and (_is_code(next_) or (next_ in _BEFORE_CODE and _is_code(begins.low(1)))):
        said = run_at(begins, 0)
        return said is None or not said.counts
    if (last in MONTHS and _is_day(next_)) or (next_ in MONTHS and (_is_day(last) or last == "of")):
        return True
    if next_ in {"dot", "at", "underscore"} or last in _SPELT - TITLES - {"and"}:
        return True
    return last in _NAMES_NEXT and not _ends_question(first)


def _ends_question(text: str) -> bool:
    return text.rstrip().endswith(("?", "!"))


def _is_code(low: str) -> bool:
    """Whether a word is digits, a number said, or one letter."""
    said = low in UNITS or low in TEENS or low in TENS or low in ZEROS or low in REPEATS
    return (
        said or any(mark.isdigit() for mark in low) or (len(low) == 1 and low.isalpha() and low not in "ia")
    )


def _is_day(low: str) -> bool:
    return _is_code(low) or bool(_ORDINAL.match(fold(low)))
