"""How much of a substance an answer tells of: an amount or a time, or only that it is not so much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer

_SOME_TAKEN = re.compile(
    r"^\W*(?:(?:just|only|maybe|about|like|oh|well|um+)[,. ]+)*(?:a|an|one|two|three|four|five|six|half"
    r"|(?:a )?"
    r"couple|(?:a )?few|the odd|(?:a )?bit|\d+)\b[^.!?]{0,25}\b(?:glass(?:es)?|pints?|beers?|cans?"
    r"|bottles?|drinks?"
    r"|shots?|joints?|units?|halves|half|sherry|whiske?y|gin|wine|lager|cider|vodka|rum)\b",
    re.IGNORECASE,
)
"""So much of it, in answer to whether they drink or use."""
_HOW_MUCH = re.compile(
    r"\bhow (?:much|many|often|regular(?:ly)?|heavy|heavily)\b|\bwhen (?:was the last|did you last|last)\b"
    r"|\bwhat (?:do you|are you|would you) (?:drink|use|smoke|take|have|drinking|smoking|using|taking"
    r"|having)\b",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|half a|a couple|a few|the odd"
    r"|once|twice"
    r"|every (?:day|night|evening|weekend|other|few|friday|saturday|sunday)|most (?:days|nights|evenings)"
    r"|daily"
    r"|(?:at |on )?(?:the )?weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday"
    r"|last (?:night|week)"
    r"|this morning|a (?:glass|bottle|pint|can|carton|joint|spliff|wrap|gram|line|quarter|naggin"
    r"|shoulder))\b",
    re.IGNORECASE,
)
_SETS_RIGHT = re.compile(
    r"\b(?:i said|it's|it was|it'd be|only|just|more like|i(?:'d| would| do)? (?:have|drink|take|had|smoke))"
    r" (?:only |about |around |maybe |more like |like )*(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|a few"
    r"|a couple|[1-9]\d?)\b(?! (?:years?|months?|weeks?|days?)\b)",
    re.IGNORECASE,
)
"""Puts an amount in the place of one that was not right: "No, I said six to eight"."""
_NO_HABIT_BUT_ONCE = re.compile(
    r"\W*i(?: (?:don['’]t|do not|never)(?: really)? (?:drink|smoke|touch it|use|take drink)"
    r"|['’]m (?:not|no) (?:really )?(?:a )?(?:big )?drinker)[.!,;].*\b(?:one|once|a single|half a)\b",
    re.IGNORECASE | re.DOTALL,
)
_MORE_THAN_ONE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|few|couple|several|every|most|each|usually|nights"
    r"|weekends?|sometimes)\b",
    re.IGNORECASE,
)
_IF_IT_WERE = re.compile(
    r"^(?:(?:and|so|but|okay|right|now)[, ]+)*(?:what|how|where|who|when|which) (?:would|could|might|will"
    r"|can|should)\b",
    re.I,
)
_NONE_TAKEN = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well|honestly|god)[,. ]+)*(?:none|nothing|zero|never|not (?:at all|any|a drop"
    r"|since|in|for)"
    r"|haven't|hasn't)\b|\b(?:years?|months?) (?:ago|since|clean|sober|now)\b|\b(?:stopped|quit"
    r"|gave (?:it )?up|sober)\b",
    re.IGNORECASE,
)
_NOT_SO_MUCH = re.compile(
    r"(?:n't|\bnot\b)[^.;!?]{0,40}?\b(?:that|too|so|very|all that|an awful lot) (?:much|often|heavily"
    r"|hard|many)\b"
    r"|(?:n't|\bnot\b)[^.;!?]{0,30}?\b(?:a (?:lot|ton)|more than|every (?:day|night|weekend)|heavily"
    r"|(?:(?:blackout|blind|falling[- ]down|roaring|that|too|so|very) )+drunk|wasted|hammered"
    r"|an alcoholic)\b",
    re.IGNORECASE,
)
"""Says how much is not taken, and leaves open how much is."""


_SO_MANY_OF_A_NAME = re.compile(
    r"^\W*(?:(?:\w+days?|weekends?|on \w+|well|just|only|maybe|about)[, ]+)*"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|\d+) (?-i:[A-Z])[a-z]+s?\b",
    re.IGNORECASE,
)
"""So many of what goes by the name of a brand: "Saturday, three Shiners"."""


def tells_how_much(question: Unit, answers: Sequence[Unit]) -> bool:
    """Whether an answer begins with some of it, or gives an amount or a time to "how much?", "when last?"."""
    told = " ".join(answer.exact for answer in answers).replace("’", "'")
    if _SOME_TAKEN.match(told) or _SO_MANY_OF_A_NAME.match(told):
        return True
    asked = _HOW_MUCH.search(question.exact) and read_answer(told) is not Answer.NO
    return bool(asked and _SO_MUCH.search(told)) and not _NONE_TAKEN.search(told)


def is_once_in_no_habit(answer: str) -> bool:
    """Whether somebody who denies the habit tells of a single time: neither a use reported nor a plain no."""
    return _NO_HABIT_BUT_ONCE.match(answer) is not None and not _MORE_THAN_ONE.search(answer)


def says_no_more_than_how_much(text: str) -> bool:
    """Whether a denial is of so much, and leaves open how much is: "I don't drink every night"."""
    return _NOT_SO_MUCH.search(text) is not None


def sets_an_amount_right(answer: str) -> bool:
    """Whether a no only puts another amount in the place of the one that was named."""
    return _SETS_RIGHT.search(answer) is not None and not (
        _NONE_TAKEN.search(answer) or is_once_in_no_habit(answer)
    )


def asks_how_it_would_be(question: Unit) -> bool:
    """Whether a question is of what would be done: "what would that look like, leaving the vodka?"."""
    return _IF_IT_WERE.match(question.exact) is not None
