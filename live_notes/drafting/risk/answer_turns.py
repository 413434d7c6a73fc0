"""Which words of a client answer a question about risk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_ANSWER_WORDS = 7
_MOST_ANSWERS, _MOST_DISOWNED = 4, 2
_NOT_WANTED = re.compile(
    r"\bnot (?:like|that|because|as if) i(?:'d| would|'m)? (?:ever |really )?(?:want|going|mean|like)"
    r"|\b(?:don't|do not|didn't|never) (?:ever )?want(?:ed)? (?:to|it|them|that)(?=[.,!]|$| to (?:do|hurt"
    r"|harm|act|have))"
    r"|\bi(?:'d| would|'ll) never\b|\bi wouldn't (?:ever |actually )?(?:do|hurt|act|harm)\b",
    re.IGNORECASE,
)
"""Disowns what was told before: "it's not like I want to". It is kept with it, however long the answer."""
_MOST_AMENDING = 12
_MOST_ADDED = 12
_ADDS_TO_IT = re.compile(
    r"(?:or |and |even |like |maybe )*(?:of|about|to) (?:do(?:ing)?|end(?:ing)?|act(?:ing)?|not"
    r"|go(?:ing)?|mak(?:e|ing))\b"
    r"|(?:or |and )?(?:doing|ending|acting on|making) "
    r"|(?:or |and |even )*(?:now|today|tonight|recently|lately|currently|ever|(?:in |over )?(?:these|this"
    r"|the) "
    r"(?:last|past) (?:\w+ )?(?:days?|weeks?|months?)|these days|this (?:week|month)|at the moment)"
    r"(?:,? (?:or|and) (?:[\w']+ ){0,3}(?:now|today|lately|recently|ever|before|days|weeks?|months?|past"
    r"|moment))?"
    r"\W*$",
    re.IGNORECASE,
)
"""Goes on with the question before it: "have you thought of that? Of doing something?"."""
_TO_MIND = re.compile(
    r"^(?:(?:and|so|or|like)[, ]+)*(?:has|did|does) (?:it|that|anything like that)(?: ever)? (?:come|came"
    r"|cross\w*|enter\w*)"
    r" (?:to |into )?(?:your )?mind\b|^(?:(?:and|so|or|like)[, ]+)*(?:have|did) you (?:ever )?(?:thought"
    r"|think)"
    r" (?:of|about) doing (?:something|anything)\b"
    r"|^(?:(?:and|so|or|like)[, ]+)*(?:is|was) there (?:any|a|some|even a)(?: \w+)? (?:part|bit|corner) of"
    r" (?:it|you|that)\b",
    re.IGNORECASE,
)
_MOST_OF_A_FRAGMENT = 4
_AMENDS = re.compile(
    r"^(?:but |and |except )*(?:not|never|none|nothing|i (?:had|did|used to|have had|felt|thought)\b)"
    r"|\bnot (?:for|since|in)\b|\bpassive\b|\bsince (?:then|that)\b",
    re.IGNORECASE,
)
"""Goes on about what was denied: "I had that in the winter"."""
_WHOLE_QUESTION = re.compile(
    r"^(?:(?:and|so|or|but|okay)[, ]+)*(?:how|what|when|where|who|why|which|do|does|did|are|is|was|were"
    r"|have"
    r"|has|had|can|could|would|will|should)\b|'s\b",
    re.IGNORECASE,
)


def answers_to(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...] | None:
    """The client's next turn, unless the clinician went on to ask something else first."""
    collected: list[Unit] = []
    for following in units[question.index + 1 :]:
        if following.speaking is Speaking.CLIENT:
            if collected and following.turn != collected[0].turn:
                break
            collected.append(following)
        elif collected and not following.backchannel:
            break
        elif not collected and (
            following.turn - question.turn > 1
            or (following.question and not _asks_the_same(question, following))
        ):
            return None
    more = [one for one in collected[_MOST_ANSWERS:] if _NOT_WANTED.search(one.exact)]
    return tuple(collected[:_MOST_ANSWERS] + more[:_MOST_DISOWNED]) or None


def _asks_the_same(question: Unit, following: Unit) -> bool:
    """Whether a second question names risk as well, or only adds to the first: "Any plans?"."""
    if kinds_in(following.exact):
        return True
    words = following.spoken_length
    if following.turn == question.turn and _TO_MIND.search(following.exact):
        return True
    if following.turn == question.turn and words <= _MOST_ADDED and _ADDS_TO_IT.match(following.exact):
        return True
    if words > _MOST_OF_A_FRAGMENT or following.turn != question.turn or touched(following.exact):
        return False
    return not _WHOLE_QUESTION.search(following.exact)


def answer_proper(answers: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The answer without what the client went on to speak of."""
    kept = list(answers[:1])
    for unit in answers[1:]:
        amends = unit.length <= _MOST_AMENDING and _AMENDS.search(unit.exact)
        if unit.length > _ANSWER_WORDS and not amends and not kinds_in(unit.exact):
            break
        kept.append(unit)
    return tuple(kept)
