"""What an item of a questionnaire says of a risk: the clinician reads out what the client has put.

"Item nine, thoughts you'd be better off dead, you've put nought" denies what the item asks once the client
agrees, and "hardly ever" is some. How often something comes is told the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.spec import Speaking

_PUT = re.compile(
    r"\b(?:you(?:'ve| have|'d)? (?:just |all )?(?:put|got|ticked|circled|marked|scored|answered|rated|said"
    r"|left|given|gave"
    r"|written|chosen|picked|down)|(?:it|that|one|item|number|question)(?: \w+)?(?:'s| is| was)|you're (?:at"
    r"|on|down as)|there's)"
    r"[^.?!]{0,20}?(?P<value>\b(?:zeroe?s?|noughts?|naughts?|nil|none|0|never|not at all|no)\b"
    r"|[\"“']?\b(?:hardly ever|rarely|occasionally|only occasionally|sometimes|often|quite often|several"
    r" days|more than half"
    r"|nearly every day|most (?:of the time|days)|most or all|yes|(?:a |an )?(?:ones?|twos?|threes?|fours?"
    r"|fives?|[1-5]s?))\b)",
    re.IGNORECASE,
)
_AT_NOUGHT = re.compile(
    r"\b(?:self[- ]?harm\w*|suicid\w*)(?: (?:urges?|thoughts?|acts?|ideation|column|line|actions?"
    r"|item))*[,:]?"
    r" (?:(?:is|are|at|all|still|also|a|down as) )*(?:zeroe?s?|noughts?|naughts?|nil|0)\b(?! point)"
    r"(?![^?!]*\b(?:[1-9]|one|ones|two|three|four|five)\b)",
    re.IGNORECASE,
)
"""A column of a card by its name, at nought all through: "self-harm urges zero straight through"."""
_NOUGHT = re.compile(r"(?:zeroe?s?|noughts?|naughts?|nil|none|0|never|not at all|no)$", re.IGNORECASE)
_ITEM = re.compile(
    r"\b(?:item|question|number|last (?:one|question)|phq|edinburgh|epds|core|form|questionnaire|scale|sheet"
    r"|ticked"
    r"|circled|scored|put|nine|ten|across|urges?|diary|card|column)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:last (?:time|week|month|session)|before|used to|at (?:first|the start|the beginning|assessment"
    r"|intake)"
    r"|previously|originally|in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december))\b"
    r"(?![^.?!]*\b(?:now|today|this (?:time|week))\b)",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\W*(?:(?:um|uh|oh|well)[,. ]+)*(?:yes|yeah|yep|aye|yah|that's (?:right|correct|it|true)|right|correct"
    r"|mm-?hm+|it is|i did"
    r"|sure|exactly|zero|nought|none|never|no(?:ne|thing)?\b(?! (?:i|that|it|that's|wait)\b))\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:wrong|mistake|by accident|should be|should have been|meant to|misread|mis-?(?:tap|click)\w*"
    r"|didn't mean|hit the"
    r"|not right|that's not|but)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(
    r"\bhow (?:often|many (?:times|days|nights)|frequent(?:ly)?|much of the time)\b|\bhow (?:regular"
    r"|common)\b",
    re.IGNORECASE,
)
_NO_TIME = re.compile(
    r"\W*(?:(?:um|uh|oh|well)[,. ]+)*(?:none|never|not|no|nil|zero|(?:they|it)(?:'ve| have|'s| has)?(?:"
    r" all)? (?:don't|doesn't|do not|stopp|gone|went|haven't|hasn't)|i (?:don't|haven't|didn't|can't"
    r"|couldn't)"
    r"|what|how|why|who"
    r"|rather|hm+|\[)",
    re.IGNORECASE,
)
_OFTEN = (
    r"(?:(?:maybe|about|just|only|nearly|almost|like|probably|perhaps) )*(?:once|twice|(?:two|three|four"
    r"|five|six|a few"
    r"|(?:a )?couple(?: of)?|several|\d+) times|every|most|some|rarely|hardly ever|seldom|not (?:very |that "
    r"|so )?often"
    r"|here and there|on and off|off and on|now and (?:then|again)|from time to time|the odd (?:time|day"
    r"|night)"
    r"|once in a (?:while|blue moon)|at times|in the (?:mornings?|evenings?|nights?)|mostly|(?:only"
    r" )?(?:when|if|at night)"
    r"|nights|mornings|weekends)"
)
_SOME = re.compile(
    rf"\W*(?:(?:um|uh|oh|well|honestly|eh|look)[,. ]+)*(?:only )?{_OFTEN}\b(?![^.?!]*\b(?:not|never|used to"
    rf"|long ago|was"
    r"|were)\b)(?! i (?:was|had|were)\b)",
    re.IGNORECASE,
)
"""Says how often, and so that there is some."""
_JEST = re.compile(r"\b(?:jok(?:e|ing)|kidding|messing)\b|\[laugh", re.IGNORECASE)
_NOW_SOME = re.compile(
    rf"\bnow\b[^.?!]{{0,30}}\b{_OFTEN}\b|\b(?:it's|they're|they are|it is|they come|it comes)(?: down"
    rf" to)?(?: been)? "
    rf"{_OFTEN}\b",
    re.IGNORECASE,
)


def puts_some(read_out: Unit) -> bool:
    """Whether the value that is read out says that there was some of what the item asks."""
    put = next(reversed(list(_PUT.finditer(read_out.exact.replace("’", "'")))), None)
    return put is not None and not _NOUGHT.match(put["value"])


def status_of_item(read_out: Unit, answers: Sequence[Unit], *, listed: bool = False) -> RiskStatus | None:
    """What the value of an item says that a clinician reads out, once the client does not object.

    `listed`: the risk was named on its own, as the item of a card is.
    """
    plain = read_out.exact.replace("’", "'")
    if _AT_NOUGHT.search(plain) and answers and not read_out.question and not _EARLIER.search(plain):
        said = answers[0].exact.replace("’", "'")
        return RiskStatus.DENIED if _AGREES.match(said) and not _WRONG.search(said) else None
    put = next(reversed(list(_PUT.finditer(plain))), None)
    if (
        put is None
        or not (listed or _ITEM.search(plain))
        or not answers
        or _EARLIER.search(plain if listed else plain[: put.end()])
    ):
        return None
    told = " ".join(one.exact for one in answers[:2]).replace("’", "'")
    if _WRONG.search(told):
        return RiskStatus.UNCLEAR
    if _NOUGHT.match(put["value"]):
        return RiskStatus.DENIED if _AGREES.match(told) else None
    return RiskStatus.REPORTED if read_answer(told) is not Answer.NO else None


def says_how_often(question: Unit, answers: Sequence[Unit]) -> bool:
    """Whether an answer gives how often something comes, and so that it does."""
    first = answers[0].exact.replace("’", "'")
    if any(_JEST.search(one.exact) for one in answers):
        return False
    if any(one.speaking is Speaking.CLINICIAN for one in answers) or answers[0].question:
        return False
    if _HOW_OFTEN.search(question.exact):
        return not _NO_TIME.match(first)
    return bool(_SOME.match(first)) or any(
        _NOW_SOME.search(one.exact.replace("’", "'")) for one in answers[:2]
    )
