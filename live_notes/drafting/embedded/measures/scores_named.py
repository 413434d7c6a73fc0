"""The scores that a sentence gives to the scales it names, those of other days and other people left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from live_notes.drafting.embedded.measures.measure_words import (
    AT_ONCE,
    EARLIER,
    FROM_TO,
    LATER,
    NAMES,
    NO_ONES,
    NOT_DONE,
    NOW,
    OF_AN_ITEM,
    OF_ANOTHER,
    ON_THE,
    PREVIOUS,
    SCORED,
    SPOKEN_NUMBER,
    WHEN,
    in_digits,
)
from live_notes.drafting.embedded.measures.scale_names import called

_PAIR = re.compile(r"^,? (?:and|&) (?:the |your |my )?$", re.IGNORECASE)
_NO_LEAD = 40
"""Letters before a scale in which another person, or a day to come, is named."""
_SCORES = re.compile(r"^ and (?:an? )?(?P<second>\d{1,3}|[a-z]+(?:[- ][a-z]+)?)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had|came|scored|got)\b", re.IGNORECASE)
_A_MARK = re.compile(
    r"\b(?:cut-?off|thresholds?|maximum|max|highest|lowest|range|average|norm|norms)\b(?: score)?"
    r"(?: (?:on|for|of|with|in))+ (?:the|your|this)? ?$",
    re.IGNORECASE,
)
"""Before a scale: speaks of a mark of it."""
_BESIDE = re.compile(
    rf"\b(?:{SPOKEN_NUMBER}|than|same|better|worse|lower|higher|from|since|like|as)\b", re.IGNORECASE
)
"""Between a score and an earlier day: tells another score, or sets the two beside each other."""


@dataclass(frozen=True)
class Named:
    """A score with its scale: as the two stand in a sentence, and where what is said of them ends."""

    scale: str
    score: str
    start: int
    score_end: int
    end: int
    before: str | None = None

    def __repr__(self) -> str:
        return f"<Named {self.start}-{self.end}>"


def named_scores(words: str) -> list[Named]:
    """The scores of today that a sentence tells by the names of their scales, in its order."""
    names = [*NAMES.finditer(words)]
    if not names:
        return []
    pair = _paired(words, names)
    if pair:
        return pair
    earlier = {match.span(group) for match in PREVIOUS.finditer(words) for group in match.groupdict()}
    found: list[Named] = []
    for at, name in enumerate(names):
        begins = names[at - 1].end() if at else 0
        ends = names[at + 1].start() if at + 1 < len(names) else len(words)
        if not is_of_today(words[begins : name.start()], words):
            continue
        changed = FROM_TO.search(words[name.end() : ends])
        told = next(_told_of(words, name, ends, earlier), None)
        if changed is not None and (told is None or told.start("score") > name.end() + changed.start()):
            value, before = (in_digits(one) for one in changes(changed))
            score_end = name.end() + changed.end()
        else:
            value = in_digits(told["score"]) if told is not None else None
            before, score_end = None, told.end("score") if told is not None else 0
        if value is not None:
            end = max(ends, score_end)
            scale = called(
                re.sub(r"[ -]\w+$", "", name["scale"]) if words[name.end() :][:2] == "'s" else name["scale"]
            )
            found.append(Named(scale, value, name.start(), score_end, end, before))
    return found


def changes(match: re.Match[str]) -> tuple[str, str]:
    """What a score is and what it was, of a change from one to the other."""
    return match["after"] or match["later"], match["before"] or match["earlier"]


def is_of_today(before: str, words: str) -> bool:
    """Whether a scale is the client's own, and done: what stands before its name, and the sentence."""
    if NOT_DONE.search(words) or OF_ANOTHER.search(before[-_NO_LEAD:]):
        return False
    return not (LATER.search(before) or _A_MARK.search(before[-_NO_LEAD:]))


def _told_of(
    words: str, name: re.Match[str], ends: int, earlier: set[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Where a number is told as the total of one scale today."""
    for pattern in (AT_ONCE, SCORED, ON_THE):
        for match in pattern.finditer(words):
            same = match.start("scale") == name.start() and match.end("score") <= ends
            if same and match.span("score") not in earlier and _is_total(words, match):
                yield match


def _is_total(words: str, match: re.Match[str]) -> bool:
    """Whether what stands between a scale and a number makes that its total, and of today."""
    start, end = match.span("score")
    between = words[match.end("scale") : start] if start > match.end("scale") else words[:start]
    if NO_ONES.search(between) or OF_AN_ITEM.search(between) or OF_ANOTHER.search(between):
        return False
    past = EARLIER.search(words)
    if past is None or NOW.search(words):
        return True
    if past.start() < start:
        return not _WAS.search(words[past.start() : end]) or WHEN.search(words[:start]) is not None
    return not _WAS.search(between) or _BESIDE.search(words[end : past.start()]) is not None


def is_of_then(words: str) -> bool:
    """Whether words before a number put it on an earlier day: "last time you came out at"."""
    past = EARLIER.search(words)
    return past is not None and _WAS.search(words[past.start() :]) is not None and not NOW.search(words)


def day_of(words: str, start: int) -> str:
    """When a score was taken, where its sentence says that it is of another day."""
    when = WHEN.search(words[:start])
    return when.group() if when is not None and _WAS.search(words[when.start() : start]) else ""


def _paired(words: str, names: list[re.Match[str]]) -> list[Named]:
    """Two scores behind two scales: "the PHQ and the GAD are eleven and nine"."""
    if len(names) != 2 or not _PAIR.match(words[names[0].end() : names[1].start()]):
        return []
    told = SCORED.search(words[names[1].start() :])
    after = told and _SCORES.match(words[names[1].start() + told.end("score") :])
    if told is None or not after or not is_of_today(words[: names[0].start()], words):
        return []
    values = [in_digits(told["score"]), in_digits(after["second"])]
    first, second = values
    if first is None or second is None or EARLIER.search(words):
        return []
    end = names[1].start() + told.end("score") + after.end()
    scales = [called(one["scale"]) for one in names]
    return [Named(scales[0], first, names[0].start(), end, end), Named(scales[1], second, end, end, end)]
