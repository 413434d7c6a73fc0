"""What of a risk was long ago: an attempt of years back, told beside what is so now.

It is told apart from the present, never instead of it: "No. I did take an overdose in 2016" denies that there
are such thoughts and tells of an attempt. Only what is dated well before these weeks counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import TOKEN
from live_notes.drafting.risk.item_none import tells_no_history
from live_notes.drafting.risk.matches import without_false_negation

_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
)
_TIMES_OF_LIFE = (
    r"(?:school|primary|secondary(?: school)?|high school|boarding school|sixth form|college|uni|university"
    r"|med school|law school|the army|the navy|the service|prison|care|foster care|lockdown|the pandemic"
    r"|covid"
    r"|the first lockdown|my (?:early |late |mid )?(?:teens|twenties|thirties|forties)|ss[123]|jss[123]"
    r"|(?:year|grade|class|standard) (?:\d+|\w+)|(?:fifth|sixth|seventh|eighth|ninth|tenth) grade"
    r"|my final year|first year|second year)"
)
_DATED = re.compile(
    r"(?<!since )(?:(?:^|, )(?:19[4-9]\d|20[0-2]\d|nineteen[- ](?:forty|fifty|sixty|seventy|eighty"
    r"|ninety)\b|two thousand\b)(?! (?:pounds|dollars|euros))|\b(?:in|back in|of|from|around|about|early"
    r"|late|mid|on"
    r"|was|that was|it was) "
    r"(?:early |late |mid[- ]?|the )?(?:19[4-9]\d|20[0-3]\d|'\d\d|nineteen (?:\w+[- ]?){1,2}"
    r"|two thousand (?:and )?\w+)\b"
    rf"|\b(?:{_NUMBER}|a|many|some|a few|few|couple of|several|a couple of|donkey's) years? (?:ago|back"
    rf"|earlier"
    r"|before|since|past)\b|\byears (?:ago|back)\b|\bdonkey's years\b|\b(?:long time|long while|ages) (?:ago"
    rf"|back)\b|\b{_NUMBER} years\b(?= (?:now|in|this)|[.,!?]|$)"
    r"|\b(?:ten|eleven|nine|eight|seven|six|five|a good few|several|many) months (?:ago|back)\b"
    r"|\bback (?:then|in (?:the day|those days)|when)\b|\bin (?:those|them) days\b|\bin (?:the|my) past\b"
    rf"|\bwhen i was (?:about |only |maybe |just |around |still |in |at |a |an |little|small|younger|young"
    rf"|much|{_NUMBER}"
    r"|pregnant|living|married|homeless|growing)"
    rf"|\b(?:back |while |whilst |away )?(?:at|in|during) {_TIMES_OF_LIFE}\b"
    rf"|\b(?:aged?|age of|i was) (?:about |only |maybe )?{_NUMBER}\b(?! (?:o'clock|days|weeks|nights|hours"
    rf"|times"
    r"|minutes|months))"
    r"|\bat (?:about )?(?:1[3-9]|2\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen)\b(?=[.,!?]|$| i\b)"
    r"|\bas an? (?:teenager|teen|kid|child|student|girl|boy|young \w+|undergrad\w*)\b"
    r"|\b(?:last (?:year|winter|summer|spring|autumn|christmas)|that (?:winter|summer|spring|autumn))\b"
    r"|\blast (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    rf"|\b(?:{_NUMBER}|a couple of|a few) (?:christmases|summers|winters) ago\b"
    r"|\bthat (?:bad |one |first )?time (?:in|when|back|with)\b|\ba (?:previous|former) (?:life|marriage)\b"
    r"|\bthe first (?:few (?:weeks|months)|winter|summer|spring|autumn|christmas)\b"
    r"|\bin the early (?:weeks|days|months)\b|\bin the (?:winter|autumn|spring|summer)\b)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:(?:not|none|nothing|never|no|haven't|hasn't|ain't)\b[^.?!]{0,24}\b(?:since|any ?more|any longer"
    r"|now"
    r"|these days|lately|again|for years|in years|for (?:a )?(?:long|\w+ (?:months|years)))"
    r"|behind me|long gone|over and done|in the past|not for (?:a )?(?:long|years|months|\w+ (?:months"
    r"|years)))\b",
    re.IGNORECASE,
)
"""Says that it is so no more."""
_USED_TO = re.compile(
    r"\bused to\b|\bi (?:had|have had|did have|was having|'d had) (?:them|it|that|those|thoughts?|some|bad)\b"
    r"|\bhad (?:them|it|those)\b|\bi was (?:bad|very bad|low|there|in a bad)\b|\b(?:before|after) (?:i met"
    r"|my|the"
    r"|we|that|i had|i came|i moved)\b|\bthat was\b(?! (?:about|over|for|because)\b)"
    r"|\bonly that time\b|\bthat time\b|\bat christmas\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:last (?:night|week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|yesterday|today|tonight"
    r"|this (?:week|morning|month|evening|afternoon|year)|recently|lately|nowadays|these days|again|still"
    r"|every"
    r"|(?:days?|weeks?) ago|sometimes|keep(?:s|ing)?|always|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|ever since|since (?:i was|then i|20\d\d|19\d\d)|right now|at the moment|the other (?:day|night))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\bi'm (?!fine|ok|okay|all right|alright|grand|well|better|not|over|past|clean|done|glad|here|ashamed"
    r"|embarrassed|sure|sorry)"
    r"|\b(?:i|i'm|i've) (?:(?:still|do|just|really|always) )?(?:want|wish|think|feel|am|have been|'ve been"
    r"|keep|cut"
    r" (?:now|most|every)|been)\b|\bi'm (?:still|thinking|feeling|having|hurting|cutting)\b|\bi've (?:been"
    r"|always)\b",
    re.IGNORECASE,
)
_WISHED_THEN = re.compile(
    r"\bi (?:did (?:think|feel|say)|thought|felt|was thinking|used to think"
    r"|said)(?: to myself)?,? i(?:'d)? wish\b",
    re.I,
)
"""A wish of then, in the words it had then: "I did think, I wish I could sleep"."""
_GOES_ON = re.compile(
    r"\b(?:never|hasn['’]t|haven['’]t|not)(?: \w+)? (?:gone|left|stopped|lifted|gone away|shifted)\b"
    r"|\b(?:still|back again|came back"
    r"|come back|(?:they['’]re|it['’]s|are|is) back)\b",
    re.IGNORECASE,
)
"""What began then and has not ended."""
_DONE = re.compile(
    r"\b(?:was|were|did|had|took|tried|went|got|cut|made|ended|jumped|drank|drove|overdosed|hung|slit|burned"
    r"|burnt"
    r"|used to|attempted|planned|thought|wanted|felt|swallowed|stood|tied|wrote|harmed|hurt|found|drunk"
    r"|pumped|walked|put|scratched|hit)\b",
    re.IGNORECASE,
)
_OF_PAST = re.compile(
    r"\b(?:ever|before|previous(?:ly)?|past|history|attempts?|tried|when (?:you were|was (?:the last|it))"
    r"|last time"
    r"|earlier|back then|in your life|any time|last)\b",
    re.IGNORECASE,
)
_DID_THEN = re.compile(
    r"\bi (?:did|had|was|tried|used to|went through)\b(?=[.,!?]|$| then| back)", re.IGNORECASE
)
"""Owns it of the time that is given with it: "At sixteen I did."."""
_NO_NOW = re.compile(
    r"\W*(?:(?:oh|well|um|uh|god|ah)[,. ]+)*(?:(?:no|nah|nope|naw|none|never)\b(?! more| less)"
    r"|not (?:now|any ?more|at the moment|at present)[,. ]+(?:no|nah|none|not)\b"
    r"|not (?:since|for (?:years|a long|a good|many))\b)",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:still|sometimes|now and (?:then|again)|comes? (?:and go|back)|lately|recently|last (?:night|week)"
    r"|yesterday|this week|some(?:times| days| nights)|most (?:days|nights)|except|but i do|well)\b",
    re.IGNORECASE,
)
_NOT_LIKE_THEN = re.compile(
    r"\bnot (?:like|as bad as|the way|the same as) (?:it was |i was |they were |back )*"
    r"(?:(?:in|at|during) (?!the moment)\w+|last (?:time|year|winter|summer|spring|autumn)|before\b|back then"
    r"|the (?:first|last|other) time|that time|when i)",
    re.IGNORECASE,
)
"""Sets what is so now against an earlier time at which it was more: "not like in March"."""
_MONTH = re.compile(
    r"\b(?:back )?in (?:early |late )?(?:january|february|march|april|june|july|august|september|october"
    r"|november|december|(?-i:May))\b",
    re.IGNORECASE,
)
_PLAN_THEN = re.compile(
    r"\bi(?:'d| had| made)(?: like| sort of| kind of| actually| already)*(?: had| made)? (?:a|the|my|this)"
    r" (?:whole |actual |proper |real |full |clear |detailed )*plan\b(?! (?:for|to|with|b|of)\b)",
    re.IGNORECASE,
)
_KIN_DID = re.compile(
    r"^\W*(?:(?:no|never|not me|but|well)[,. ]+)*(?:my|our) (?:\w+(?:'s)? )?(?:uncle|aunt\w*|father|dad"
    r"|da|mother|mum|mom|mam"
    r"|brother|sister|cousin|grand\w+|nan|son|daughter|wife|husband|partner|friend|mate|nephew|niece"
    r"|neighbou?r)"
    r" (?:did|has|had|tried|was the one)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[,.;!?]|\bbut\b|\band (?=(?:no|not|nothing|never|i)\b)", re.IGNORECASE)
_NEAR_UNITS = 3


def is_dated_long_ago(text: str) -> bool:
    """Whether a text says of what it tells that it was years ago, or in another time of life."""
    plain = text.replace("’", "'")
    return bool(_DATED.search(plain)) and not (_NEAR.search(_without_what_is_over(plain)))


def is_past(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether what a client tells here was long ago, by its own words or those right beside it."""
    if _GOES_ON.search(unit.exact):
        return False
    plain = _without_what_is_over(unit.exact.replace("’", "'"))
    plain = _WISHED_THEN.sub("i thought it", plain)
    if _NEAR.search(plain) or _PRESENT.search(plain) or not (_DONE.search(plain) or is_dated_long_ago(plain)):
        return False
    if is_dated_long_ago(unit.exact) or (_USED_TO.search(plain) and _OVER.search(_turn(units, unit))):
        return True
    near = units[max(0, unit.index - _NEAR_UNITS) : unit.index + _NEAR_UNITS + 1]
    beside = [one for one in near if one.turn == unit.turn and one is not unit and not one.question]
    return any(
        is_dated_long_ago(one.exact) and _tells(one) and not _PRESENT.search(one.exact) for one in beside
    )


def told_of_then(answers: Sequence[Unit]) -> tuple[Unit, ...]:
    """What an answer that denies tells of an earlier time: "that was years ago", "I used to"."""
    told = " ".join(one.exact for one in answers).replace("’", "'")
    over = bool(_OVER.search(told)) or _starts_with_no(told)
    return tuple(one for one in answers if _then(one, over) and not tells_no_history(one.exact))


def is_told_of_kin(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether somebody of the family did it: "My uncle did. My mother's brother, I was eleven."."""
    before = units[unit.index - 1] if unit.index else None
    of_kin = before is not None and before.turn == unit.turn and _KIN_DID.search(before.exact)
    return bool(of_kin or _KIN_DID.search(unit.exact))


def tells_of_a_plan_then(unit: Unit) -> bool:
    """Whether somebody tells of a plan of another time: "in March I had a plan"."""
    plain = unit.exact.replace("’", "'")
    if unit.question or "plan" not in plain or not _PLAN_THEN.search(plain) or _NEAR.search(plain):
        return False
    return bool(_MONTH.search(plain)) or is_dated_long_ago(plain)


def answers_of_then(question: Unit, answers: Sequence[Unit]) -> bool:
    """Whether an answer gives a time long ago to a question whether it ever was: "In 2011, yeah"."""
    first = answers[0].exact.replace("’", "'")
    if not (_OF_PAST.search(question.exact) or _DID_THEN.search(first)) or _negated(_SPLIT.split(first)[0]):
        return False
    both = " ".join(one.exact for one in answers[:2])
    return is_dated_long_ago(both) and not _NEAR.search(_without_what_is_over(both))


def is_no_more(text: str) -> bool:
    """Whether an answer says that there is none now, and that there was long ago."""
    plain = text.replace("’", "'")
    if not _NO_NOW.match(plain):
        return False
    return bool(_DATED.search(plain)) and not _STILL.search(_without_what_is_over(plain))


def _then(unit: Unit, over: bool) -> bool:
    plain = unit.exact.replace("’", "'")
    if _NOT_LIKE_THEN.search(plain):
        return True
    parts = [
        part for part in _SPLIT.split(without_false_negation(plain)) if part.strip() and not _negated(part)
    ]
    left = " ".join(parts)
    if _NEAR.search(left) or _PRESENT.search(left):
        return False
    told = _DATED.search(left) and _DONE.search(left)
    return bool(told or (over and _USED_TO.search(left)))


def _tells(unit: Unit) -> bool:
    return not _negated(_SPLIT.split(unit.exact.replace("’", "'"))[0])


def _negated(text: str) -> bool:
    return any(is_negation(found.group()) for found in TOKEN.finditer(text))


def _starts_with_no(text: str) -> bool:
    return bool(
        re.match(r"\W*(?:oh |well |um |god )*(?:no|nah|nope|naw|none|never|not now)\b", text, re.IGNORECASE)
    )


def _without_what_is_over(text: str) -> str:
    return _OVER.sub(" ", text)


def _turn(units: Sequence[Unit], unit: Unit) -> str:
    near = units[max(0, unit.index - 4) : unit.index + 5]
    return " ".join(one.exact for one in near if one.turn == unit.turn).replace("’", "'")
