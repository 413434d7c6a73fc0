"""Where words of risk stand in a text, and whether they stand under a negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import TOKEN
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.idioms import IDIOMS
from live_notes.drafting.risk.idioms_spoken import MAY_BE_ONE_MORE, MORE_IDIOMS
from live_notes.drafting.risk.pattern import RiskPattern
from live_notes.drafting.risk.words import patterns_for

CLAUSE = re.compile(
    r"[.;!?]|,(?! (?:or|nor|and (?:possibly|maybe|perhaps|other|any|all the|things like|stuff like)) )"
    r"|\bbut\b|\bbecause\b|\balthough\b",
    re.IGNORECASE,
)
_NEGATION_WORDS = 7
_FALSE_NEGATION = re.compile(
    r"\b(?:not only|no wonder|can't stop|couldn't stop|not just|no longer just"
    r"|(?:wouldn't|would not|'d not|don't|do not|didn't) (?:really |even )?mind)\b",
    re.IGNORECASE,
)


def matches_in(
    text: str, patterns: Sequence[RiskPattern] | None = None
) -> Iterator[tuple[RiskPattern, re.Match[str]]]:
    """Every mention of risk in a text, of all that are known or of these; figures of speech left out."""
    return iter(_all_in(text)) if patterns is None else _found(text, patterns)


@remembered
def _all_in(text: str) -> tuple[tuple[RiskPattern, re.Match[str]], ...]:
    return tuple(_found(text, patterns_for(text.replace("’", "'"))))


def _found(text: str, patterns: Sequence[RiskPattern]) -> Iterator[tuple[RiskPattern, re.Match[str]]]:
    plain = text.replace("’", "'")
    idioms: list[tuple[int, int]] | None = None
    for pattern in patterns:
        for match in pattern.words.finditer(plain):
            if idioms is None:
                more = (MORE_IDIOMS,) if MAY_BE_ONE_MORE.search(plain) else ()
                idioms = [one.span() for words in (IDIOMS, *more) for one in words.finditer(plain)]
            if not any(start < match.end() and match.start() < end for start, end in idioms):
                yield pattern, match


@remembered
def kinds_in(text: str) -> frozenset[RiskKind]:
    """The kinds of risk a text speaks of, figures of speech left out."""
    return frozenset(pattern.kind for pattern, _ in matches_in(text))


_DENIES_NO_USE = re.compile(
    r"^[^.;!?]{0,24}?\b(?:(?:that|too|so|very|as|all that) (?:much|often|heavily|hard|many)|a (?:lot|ton)"
    r"|more than"
    r"|every (?:day|night|weekend)|excessively|heavily)\b"
    r"|^[^.;!?]{0,8}\b(?:blackout|wasted|hammered|paralytic)\b",
    re.IGNORECASE,
)
"""How much is denied, and not that there is any."""
_SO_MUCH = re.compile(
    r"\b(?:black-?out|blind|falling[- ]down|roaring|that|too|so|completely|totally|heavily) $", re.IGNORECASE
)
_OF_THE_TALK = re.compile(
    r"\b(?:talk(?:ing)?|speak(?:ing)?|discuss(?:ing)?|asking|here|come|came|ask(?:ed)?)(?: \w+){0,3}? "
    r"(?:about|for|over|regarding|because of|(?<=discuss )|(?<=discussing ))[^.;!?]*$"
    r"|\bdiscuss(?:ing)? (?:\w+ )?$",
    re.IGNORECASE,
)
"""What somebody wants to speak of or not: nothing is said of what there is."""


def denies_no_use(text: str, match: re.Match[str]) -> bool:
    """Whether a negation is of how much is drunk or used, or of talking about it: no denial of any."""
    plain = text.replace("’", "'")
    clause = CLAUSE.split(plain[: match.start()])[-1]
    much = _DENIES_NO_USE.match(plain[match.end() :]) or _SO_MUCH.search(clause)
    return bool(much or _OF_THE_TALK.search(clause))


_NO_BEHIND = re.compile(r"(?: thoughts?)?,? (?:no|nope|nah|naw|never|none)(?:\W*$|[.,;])", re.IGNORECASE)
"""A no behind what it is said of: "suicide, no."."""


def without_false_negation(text: str) -> str:
    """A text without the words that look like a negation and are none: "I'd not mind"."""
    return _FALSE_NEGATION.sub(" ", text)


def is_negated(text: str, match: re.Match[str]) -> bool:
    """Whether a mention stands under a negation in its own clause."""
    before = text.replace("’", "'")[: match.start()]
    clause = without_false_negation(CLAUSE.split(before)[-1])
    words = [m.group() for m in TOKEN.finditer(clause)][-_NEGATION_WORDS:]
    leading_no = bool(re.match(r"^\W*(?:no|nope|never)[, ]+(?:i |nothing|not)", before, re.IGNORECASE))
    if _NO_BEHIND.match(text.replace("’", "'")[match.end() :]):
        return True
    return any(is_negation(word.removesuffix("'s")) for word in words) or (
        leading_no and bool(words) and is_negation(words[0])
    )
