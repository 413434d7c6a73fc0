"""What a clinician takes back while dictating: "two, no scratch that, three", "strike that last sentence".

Only what is certain is replaced; where it does not show which words were meant, all of them stay. Nothing
that speaks of risk is ever taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from live_notes.drafting.author.risk import WRITTEN_PATTERNS
from live_notes.drafting.language.numbers import PLAIN, SCALES
from live_notes.drafting.language.words import content_stems, word_set

_HINT = re.compile(
    r"\b(?:scratch|strike|correction|make|delete|remove|erase|disregard|ignore|actually|sorry|wait|rather"
    r"|meant|misspoke|correct)\b|, no\b",
    re.IGNORECASE,
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_set("january february march april may june july august september october november december")
_CUE = re.compile(
    r"[,;]?\s+(?:(?:no|actually|sorry|wait|oh|um|uh)[, ]+)*"
    r"(?P<cue>scratch that|strike that|correction|actually,? no|no,? wait|(?:no,? )?make (?:that|it)"
    rf"(?= \w+\W|$)|or rather|sorry|i meant|no(?=,? (?:{'|'.join([*PLAIN, *_DAYS, *_MONTHS])})\b))[,:;]?\s+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:no|actually|sorry|wait|okay|ok|oh)[, ]+)*"
    r"(?P<cue>scratch that|strike that|correction|actually,? no|no,? wait|i meant(?: to say)?"
    r"|let me correct (?:that|myself)|i misspoke)[,:;.]?\s+(?=\S)",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"^\W*(?:(?:no|actually|sorry|wait|okay|ok|oh|please)[, ]+)*(?:scratch|strike|delete|remove|erase"
    r"|disregard|ignore) (?:that|this|the)(?: (?:last|previous))?"
    r"(?: (?:sentence|line|bit|part|statement|one))?\W*$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"^[^,.;:!?]+")
_WORD = re.compile(r"[\w'’/%.-]*[\w'’%]")
_ANCHORS = word_set("on in at to with for by from her his their the every each about over")
_MOST_WORDS = 10
_MOST_NEW = 2
_REACH = 14
"""Words back to a number, a day or a month that is taken back."""
_LIKE = 0.5


def corrected(text: str) -> str:
    """A sentence in which what was said instead of other words stands in their place."""
    if _HINT.search(text) is None:
        return text
    for match in _CUE.finditer(text):
        before, said = text[: match.start()], text[match.end() :]
        piece = _PIECE.match(said)
        at = _replaced_from(before, piece.group().strip(), match["cue"].lower()) if piece else None
        if piece is None or at is None:
            continue
        begin, end = at
        if _of_risk(before[begin:end]):
            continue
        rest = said[piece.end() :] if end == len(before) else _joined(before[end:], said[piece.end() :])
        return corrected(f"{before[:begin]}{piece.group().strip()}{rest}")
    return text


def taken_back(sentences: Sequence[str]) -> dict[int, str]:
    """What becomes of sentences, by their place, where one strikes the one before: its words, or nothing."""
    found: dict[int, str] = {}
    for place in range(1, len(sentences)):
        said, before = sentences[place], sentences[place - 1]
        if _HINT.search(said) is None or place - 1 in found or _of_risk(before):
            continue
        if _ALL_OF_IT.match(said):
            found |= {place - 1: "", place: ""}
            continue
        opening = _OPENING.match(said)
        if opening is None:
            continue
        instead = said[opening.end() :]
        mended = _mended(before, said)
        if mended is not None:
            found |= {place - 1: mended, place: ""}
            continue
        if "that" in opening["cue"].lower() or _alike(before, instead):
            found |= {place - 1: "", place: instead[:1].upper() + instead[1:]}
    return found


def takes_back(sentence: str) -> bool:
    """Whether a sentence begins by taking back what was said before it."""
    return _OPENING.match(sentence) is not None


def _mended(before: str, said: str) -> str | None:
    """The sentence before with the words that the next one gives instead; None where none show."""
    whole = f"{before.rstrip(' .!')}, {said[:1].lower()}{said[1:]}"
    mended = corrected(whole)
    return None if mended == whole else mended


def _of_risk(text: str) -> bool:
    return any(pattern.words.search(text) for pattern in WRITTEN_PATTERNS)


def _alike(before: str, instead: str) -> bool:
    """Whether a sentence tells the same thing otherwise: it begins alike, or most of its words are there."""
    mine, theirs = _words(instead), _words(before)
    was, said = set(content_stems(before)), set(content_stems(instead))
    return mine[:2] == theirs[:2] or bool(was and said and len(was & said) >= len(was) * _LIKE)


def _joined(between: str, after: str) -> str:
    """What stood between the words that were replaced and the cue, and what goes on after the correction."""
    return f"{between.rstrip(' ,')}{after}"


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _replaced_from(before: str, said: str, cue: str) -> tuple[int, int] | None:
    """Where the words stand that `said` takes the place of; None where that does not show."""
    spans = [match.span() for match in _WORD.finditer(before)]
    old, new = _words(before), _words(said)
    if not old or not new or len(new) > _MOST_WORDS:
        return None
    for one in (_by_their_class, _by_their_end, _by_their_beginning):
        at = one(old, new)
        if at is not None:
            return spans[at[0]][0], spans[at[1] - 1][1]
    if len(new) == 1 and cue.startswith(("scratch", "strike", "make", "correction")):
        return spans[-1][0], spans[-1][1]
    return None


def _by_their_end(old: list[str], new: list[str]) -> tuple[int, int] | None:
    """Both end alike: "two activities a week", "three activities a week"."""
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    fits = same and 0 < len(new) - same <= _MOST_NEW and len(new) <= len(old)
    if not fits:
        return None
    begin = len(old) - len(new)
    while begin and _class_of(old[begin]) and _class_of(old[begin - 1]) == _class_of(old[begin]):
        begin -= 1  # "twenty two" is one number
    return begin, len(old)


def _by_their_class(old: list[str], new: list[str]) -> tuple[int, int] | None:
    """A number, a day or a month instead of another, and its unit with it.

    More than that may only follow where it was the last that was said.
    """
    count = _leading(new)
    if not count:
        return None
    unit, more = new[count : count + 1], new[count + 1 :]
    for end in range(len(old), max(0, len(old) - _REACH), -1):
        begin = end
        while begin and _class_of(old[begin - 1]) == _class_of(new[0]):
            begin -= 1
        if begin == end:
            continue
        whole = end + (bool(unit) and old[end : end + 1] == unit)
        if whole == len(old) or not unit or (whole > end and not more):
            return begin, whole
    return None


def _by_their_beginning(old: list[str], new: list[str]) -> tuple[int, int] | None:
    """Both begin with the same small word: "on Monday", "on Tuesday"."""
    if new[0] not in _ANCHORS or new[0] not in old[-len(new) - 1 :]:
        return None
    at = len(old) - 1 - old[::-1].index(new[0])
    return (at, len(old)) if abs(len(old) - at - len(new)) <= 1 else None


def _leading(words: Iterable[str]) -> int:
    """How many of the first words are of one class: a number, a day, a month."""
    count, first = 0, ""
    for word in words:
        kind = _class_of(word)
        if not kind or (first and kind != first):
            break
        first, count = kind, count + 1
    return count


def _class_of(word: str) -> str:
    if word in PLAIN or word in SCALES or word[:1].isdigit():
        return "number"
    return "day" if word in _DAYS else "month" if word in _MONTHS else ""
