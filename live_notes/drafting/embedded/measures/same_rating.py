"""Which ratings belong together: one series answers one question about one thing, in one stretch of talk.

What is rated of another time, of another thing, on another scale, or is no rating at all (a "one" that stands
for somebody, breaths that are counted) is told apart, with its own question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from live_notes.drafting.embedded.measures.measure_words import SPOKEN_NUMBER
from live_notes.drafting.embedded.selecting.saying_much import matter_in
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import content_stems

FURTHEST_APART = 50
"""Units between two ratings of one stretch."""
_ENDS = r"(?:zero|nought|one|0|1)"
_SCALE = re.compile(
    rf"\b{_ENDS} (?:to|through|and) (?:ten|seven|five|a hundred|hundred|10|7|5|100)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"\b(?:the|this|that|other|another|which|any|every|each|some|no|last|first|next|only|new|old|same"
    r"|good|bad"
    r"|big|little|worst|best|hard|easy|wrong|right|my|your|her|his)(?: \w+)? one\b(?! (?:out of|point))"
    r"|\bone (?:who|that|of|where|which|when|with|thing|person|day|night|time|more|another|by|after|side"
    r"|part|guy|man|woman|lady|lad|minute|second|moment)\b"
    r"|\b(?:no|any|every|some)[- ]?one\b",
    re.IGNORECASE,
)
"""A "one" that stands for somebody or something."""
_NUMBER = AnyCase(rf"\b{SPOKEN_NUMBER}\b")
_MOST_COUNTED = 3
_ANOTHER = AnyCase(
    r"[\"“”]|\bbelie(?:f|ve|ving)\b|\bhow (?:sure|certain|convinced|likely|confident|ready|important|willing"
    r"|motivated|hopeful|possible|real|safe|close)\b|\b(?:chances?|odds|probability|likelihood)\b"
    r"|(?:^|[,.] )(?:and |so )?i(?:'ll|'m| am| will| can't| cannot| could)\b"
)
"""Asks for something else than a feeling: how far a thought is believed."""
_OF_TIME = frozenset(
    content_stems(
        "minute minutes couple few second seconds later after more on five ten two three four twenty"
    )
)
_THE_SAME = frozenset(
    content_stems("number numbers suds sud rating level scale score where sit sitting standing holding"
                  " touching feel feeling body picture looking going time still how there here target memory"
                  " image")
)  # fmt: skip
_WAS = AnyCase(
    r"\b(?:was|were|went|got|hit|reached|peaked|started|jumped|shot|climbed|came|dropped|used to be"
    r"|at the time)\b"
)
_IS = AnyCase(r"\b(?:now|still|is|it's|i'm|that's|today)\b")
_OF_THING = AnyCase(
    r"\b(?:with|for|about|of|over|from) (?:the|that|this|your|his|her|a|an|it)\b(?P<thing>(?: [\w']+){0,4})"
)

_ASKS_AN_AMOUNT = AnyCase(
    r"\bhow (?:many|much|long|old|often|far|soon|late|early)\b|\bwhat (?:time|age|year|date|day)\b|\bwhen\b"
    r"|\b(?:minutes?|hours?|days?|weeks?|times|o'clock)\b"
)
_CALLED_OUT = re.compile(rf"(?:(?:yeah|still|okay|now|oh)[, ]+)?(?P<is>{SPOKEN_NUMBER})[.!]?", re.IGNORECASE)
_SOUNDS = re.compile(r"\[[^\]]*\]")
_LEAST_OF_A_HUNDRED, _STEP = 15, 5


def called_out(asked: str, answer: str, *, question: bool) -> int | None:
    """The number a client calls out while a feeling goes up and down: "Eighty. My hand's sweating."."""
    found = _CALLED_OUT.fullmatch(_SOUNDS.sub("", answer).strip())
    value = plain_number(found["is"].lower()) if found is not None else None
    if value is None or _ASKS_AN_AMOUNT.search(asked) or asks_of_another(asked):
        return None
    of_a_hundred = value >= _LEAST_OF_A_HUNDRED and value % _STEP == 0
    return value if of_a_hundred and value <= 100 else value if not question and 1 < value <= 10 else None


_ASKS_A_RATING = AnyCase(
    r"\bwhat(?:'s| is) (?:it|that|the (?:number|belief|level|rating|suds)|your (?:number|suds|level))"
    r"(?: at)? (?:right )?(?:now|today)\b|\bhow (?:sure|certain|convinced|true)\b[^?]*\bnow\b"
    rf"|\b{_ENDS} (?:to|through) (?:ten|seven|a hundred|hundred|10|7|100)\b|\bout of (?:ten|10|100"
    r"|a hundred)\b"
    r"|\bhow (?:much|strongly) do you believe\b"
)


def asks_for_a_rating(words: str) -> bool:
    """Whether a number for how it is now is asked for, and nothing is put to the client to do."""
    return bool(_ASKS_A_RATING.search(words))


def number_words(answer: str) -> str:
    """An answer without the scale said again, and without a "one" that is no number."""
    return _SOMEBODY.sub(" ", _SCALE.sub(" ", answer))


_OF_ITS_OWN = re.compile(
    rf"^(?:(?:and|but|well|so|oh|um|uh|no|yeah|now|then|okay)[, ]+)*(?:the|my|his|her|their|that|this|our) "
    rf"(?P<thing>(?!one\b)[\w']+?(?: [\w']+?){{0,3}}?)(?:'s| is| was|'d be| would be|,)(?: (?:at|about"
    rf"|like|maybe"
    rf"|probably|still|now|more|down|up|to|only|just|around|an?))* {SPOKEN_NUMBER}\b",
    re.IGNORECASE,
)
"""Says of what a number is: "the shed's a nine"."""


_FEELINGS = frozenset(content_stems("feeling scene fear anxiety distress disturbance panic urge worst one"))


def rates_another(question: str, answer: str, topic: str) -> bool:
    """Whether a number is said of a thing that was not asked about: "The shed's a nine. The car's gone."."""
    found = _OF_ITS_OWN.match(answer)
    if found is None:
        return False
    thing = frozenset(content_stems(found["thing"])) - _OF_TIME
    return bool(thing) and not thing & (
        frozenset(content_stems(f"{question} {topic}")) | _THE_SAME | _FEELINGS
    )


_TO_ANOTHER = AnyCase(
    r"^(?:(?:so|okay|ok|alright|all right|right|now|and|then|good|great|well|um|uh|yeah)[,. ]+)*"
    r"(?:(?:the )?next(?: (?:one|thing|item|box|bag|object|situation|word))?\W*$"
    r"|(?:let's|we'll|we can|can we|shall we|could we|why don't we|will we|do you want to|want to)(?: \w+)?"
    r" (?:take|do|try|pick|look at|move on to|go on to|go to|turn to|have)(?: (?:the|a|an))?"
    r" (?:next|another|different|other|new|second|third)\b"
    r"|another (?:one|thing|item)\W*$"
    r"|(?:what|how) about (?:this|that|these|those|the (?:next|other|second))(?: one)?\W*$"
    r"|(?:pick|choose|take|grab|get|find)(?: me| us)?(?: (?:the|a))? (?:next|another|different|new|other) "
    r"|(?:second|third|last) (?:one|thing|item)\W*$|(?:and )?the (?:other|second|third) one\W*$"
    r"|next(?: up)?(?: is|'s|,) )"
)


def turns_to_another(said: Iterable[str]) -> bool:
    """Whether somebody turns to the next thing: a number asked for behind that is of that thing."""
    return any(_TO_ANOTHER.search(words) for words in said)


def is_counting(answer: str) -> bool:
    """Whether numbers follow each other as when breaths are counted: "one, two, three"."""
    values = [plain_number(found.group().lower()) for found in _NUMBER.finditer(answer)]
    run, way = 1, 0
    for before, after in pairwise(values):
        step = after - before if before is not None and after is not None else 0
        if abs(step) != 1:
            run, way = 1, 0
            continue
        run, way = (run + 1 if step == way or not way else 2), int(step)
        if run >= _MOST_COUNTED:
            return True
    return False


def beyond(answer: str, top: int | None) -> bool:
    """Whether a number is said that the scale does not reach."""
    values = (plain_number(found.group().lower()) for found in _NUMBER.finditer(answer))
    return top is not None and any(value is not None and value > top for value in values)


@remembered
def asks_of_another(question: str) -> bool:
    """Whether a question for "now" names something that is no feeling: "'I'll faint', how sure?"."""
    return bool(_ANOTHER.search(question))


@remembered
def names_nothing(question: str) -> bool:
    """Whether a question for "now" names nothing new, so that it asks for the rating before it once more."""
    return not asks_of_another(question) and matter_in(question) <= _OF_TIME | _THE_SAME


def is_of_then(question: str, answer: str) -> bool:
    """Whether a rating is of another time than now: "and SUDS?" – "Eighty. Went to eighty-five."."""
    return bool(_WAS.search(question)) or (
        bool(_WAS.search(answer)) and not _IS.search(f"{question} {answer}")
    )


def another_thing(questions: Sequence[str], question: str) -> bool:
    """Whether a question says of what it asks for a rating, and one before it said another thing."""
    asked = _thing(question)
    before = [thing for one in questions if (thing := _thing(one))]
    return bool(asked) and any(not asked & thing for thing in before)


def _thing(question: str) -> frozenset[str]:
    found = _OF_THING.search(question)
    return frozenset(content_stems(found["thing"])) - _OF_TIME if found is not None else frozenset()
