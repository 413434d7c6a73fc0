"""What is worth standing in a note beside the words it is told in: what notes of therapy are looked up for.

The worths of words were learned from general medicine; there hardly anybody speaks of sleep, or of what led
to an urge.
"""

from __future__ import annotations

import re

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.answering.answers_apart import NUMBER, OF_HOMEWORK
from live_notes.drafting.embedded.telling.leaning import asks_for_course, asks_for_words, names_a_drug
from live_notes.drafting.language.any_case import AnyCase

_WEIGHTY, _NAMED, _COUNTED = 0.22, 0.1, 0.12
"""What an exchange is worth on top of its words: about symptoms and treatment, about life, with a number."""
_CAME_ABOUT = 0.4
"""What an answer is worth that tells how something came about, step by step."""
_STANDS = 0.6
"""What an answer is worth that was asked for on what every note is looked up for."""
_LOOKED_UP = frozenset(("sleep", "medication", "substance use"))
_A_WORD_COSTS, _SHORT_ENOUGH = 0.005, 30
_GRAVE = frozenset(("sleep", "appetite", "mood", "anxiety", "medication", "substance use"))
SYMPTOM = AnyCase(
    r"\b(?:cravings?|urges?|triggers?|attacks?|flashbacks?|voices|paranoi\w*|hallucinat\w*|compulsi\w*"
    r"|obsess\w*"
    r"|gambl\w*|bet|bets|betting|casinos?|outbursts?|caffeine|coffee|naloxone|narcan|screens?|meetings?"
    r"|sponsor|custody|bath\w*|dress\w*|mirror|periods?|weigh\w*|warning signs?|watching|out to get"
    r"|restrict\w*|purg\w*|bing\w*|dizz\w*|faint\w*|avoid\w*|nights?|snacks?"
    r"|spend\w*|spent|dollars|pounds|quid|euros|rupees|grand|debts?|money|loans?|racing|irritab\w*"
    r"|snapp(?:y|ed|ing)"
    r"|tempers?|rows?|nightmares?|relaps\w*|numb|detached|hypervigil\w*|on edge|jumpy|hopeless\w*|worthless"
    r"|shame|ashamed|guilt\w*|left out|excluded|bull(?:y|ied|ying)|invited)\b"
)
"""Beside the domains: symptoms, what is used, and how somebody gets through the day."""
_MOOD = re.compile(r"\bmoods?\b", re.IGNORECASE)
_OF_SLEEP = re.compile(
    r"\b(?:hours?|awake|up (?:at|till|until|all)|nights?|o'clock|wak\w+|(?:not|ain't) (?:been )?sleep\w*"
    r"|\w+n't (?:been )?sle(?:ep|pt)\w*)\b",
    re.IGNORECASE,
)
"""How somebody slept, not only that they did."""


_NOT_EATING = re.compile(
    r"\b(?:(?:not|ain't|n't|stopped|forget\w*|forgot|hardly|barely) (?:to )?(?:been )?(?:eat\w*|ate)"
    r"|off my food"
    r"|\w+n't (?:been )?(?:eat\w*|eaten|ate|had (?:breakfast|lunch|dinner|tea))|no appetite"
    r"|skip\w* (?:meals?|breakfast|lunch|dinner))\b",
    re.IGNORECASE,
)
_AS_PRESCRIBED = re.compile(
    r"\b(?:miss(?:ed|ing)?|skip\w*|forg[eo]t\w*|stopped|came off|ran out"
    r"|left (?:it|them) (?:at home|behind|home)"
    r"|double\w*|haven't (?:been taking|taken)|actually taking)\b",
    re.IGNORECASE,
)
"""Whether a medicine was taken as it should."""


def worth_beside_words(asked: str, answer: str, length: int, *, rated: bool = False) -> float:
    """What a client's words are worth on top of how they are told; `asked` is what they answer."""
    words = f"{asked} {answer}"
    named = {domain.name for domain, word in touched(words) if word.lower() not in TOO_BROAD}
    more = _NAMED if named else 0.0
    if rated or _is_weighty(asked, words, named):
        more = _WEIGHTY
    if asks_for_course(asked):
        more = _CAME_ABOUT
    if _is_looked_up(asked, answer):
        more = _STANDS
    more += _COUNTED if NUMBER.search(answer) else 0.0
    return more - _A_WORD_COSTS * max(0, length - _SHORT_ENOUGH)


def _is_weighty(asked: str, words: str, named: set[str]) -> bool:
    """Whether it is about symptoms and treatment, or about what somebody thought."""
    if names_a_drug(words) or named & _GRAVE or SYMPTOM.search(words) or OF_HOMEWORK.search(asked):
        return True
    return asks_for_words(asked)


def _is_looked_up(asked: str, answer: str) -> bool:
    """Whether every note is looked up for it: asked for, or told of itself."""
    if (
        names_a_drug(asked)
        or _MOOD.search(asked)
        or any(domain.name in _LOOKED_UP for domain, _ in touched(asked))
    ):
        return True
    if names_a_drug(answer) and _AS_PRESCRIBED.search(f"{asked} {answer}"):
        return True
    slept = any(domain.name == "sleep" for domain, _ in touched(answer)) and _OF_SLEEP.search(answer)
    return bool(slept or _NOT_EATING.search(answer))
