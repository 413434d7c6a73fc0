"""The words in which questionnaires are named and their scores told: "the PHQ comes to seven"."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import DECIMAL, plain_number, with_decimals

SPOKEN_NUMBER = (
    r"(?:\d{1,3}(?!\d|[.:]\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen)"
)


def _number(name: str) -> str:
    """A number that stands for itself, under this name: no amount of time, no item of a questionnaire."""
    return (
        rf"(?:an? )?(?P<{name}>{DECIMAL}|{SPOKEN_NUMBER})\b(?!(?:-odd)|[ -](?:out|points?|days?|weeks?"
        rf"|months?"
        rf"|questions?"
        r"|items?|times?|minutes?|hours?|and a|point|hundred)\b)"
    )


_SCALE = (
    r"(?P<scale>phq(?:-(?:nine|9|eight|8|two|2)\b|[- ]?(?:nine|9|eight|8|two|2)(?= (?:is|was|score|came"
    r"|comes|today|has|at)))?"
    r"|gad(?:-(?:seven|7)\b|[- ]?(?:seven|7)(?= (?:is|was|score|came|comes|today|has|at)))?"
    r"|pcl(?:-(?:five|5)\b|[- ]?(?:five|5)(?= (?:is|was|score|came|comes|today|has|at)))?"
    r"|bdi|bai|madrs|audit|dast|moca|mmse|y-?bocs|ces-?d|dass|isi|asrs|ymrs|epds|edinburgh|wsas|ors|srs"
    r"|core[- ]?(?:10|om)|hamilton|beck|lsas|liebowitz|insomnia severity(?: index)?|ede[- ]?q|hads|epworth"
    r"|psqi|oci-?r|ies-?r|pdss|scoff|wemwbs|panss|scared|rcads|sdq|cage|auditc|c-?ssrs"
    r"|(?:depression|anxiety|trauma|stress|sleepiness|well-?being|burnout) (?:score|scale|questionnaire"
    r"|inventory)|(?:lithium|valproate|clozapine|carbamazepine|blood) level|(?<=your )level(?= here\b))"
)
NAMES = AnyCase(rf"\b{_SCALE}\b")
UNNAMED = AnyCase(
    r"\b(?:questionnaire|form|(?:nine|seven|ten|twenty) questions"
    r"|sheet|survey)\b"
)
"""What is filled in, without its name."""
NAMED_LATER = AnyCase(rf"\b(?:this|that|it|which)(?:'s| is| was) (?:the|your) {_SCALE}\b")
"""Names a questionnaire whose score was just told."""
_GIVEN = (
    r"(?:'s|is|was|are|came (?:out|back|in)? ?(?:at|as|to)|comes? (?:out )?(?:to|at)|at|of|scored"
    r"|score of|it's"
    r"|that's|it is|you're|you(?:'ve| have)(?: got)?|you (?:scored|came out|got|are|were at)"
    r"|total(?:led|s)?|adds? up to|a total of)"
)
_EARLIER = (
    r"(?:when (?:you|we|i) (?:\w+ )?(?:started|began|came|met|saw)(?: in| here)?|at (?:intake|the start"
    r"|baseline"
    r"|the beginning|(?:your |the )?assessment|(?:the )?first (?:session|visit|appointment)|session \w+)"
    r"|last (?:time|week|month|session|visit|fortnight)|before|the last (?:day|time)|the time before"
    r"|(?:the|our) (?:first|previous|last) (?:time|session|visit|day|one)|the week before(?: last)?"
    r"|(?:a|two|three|four|six|eight) (?:weeks?|fortnights?|months?|sessions?) (?:ago|back)|previously"
    r"|(?:back )?in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december"
    r"|the (?:spring|summer|autumn|fall|winter))|to begin with|originally|the one before)"
)
SCORED = AnyCase(
    rf"\b{_SCALE}\b(?: score)?(?:[^.?]*?\b)??{_GIVEN},?(?: (?:at|on|about|it's|that's))? {_number('score')}"
    rf"(?!,? {_EARLIER}\b)"
)
"""What is told of an earlier time is not this one's: "PHQ eleven, that was thirteen last time"."""
AT_ONCE = AnyCase(
    r"\b(?!phq[- ]?(?:nine|9|eight|8|two|2)\b|gad[- ]?(?:seven|7|two|2)\b|pcl[- ]?(?:five|5)\b)"
    rf"{_SCALE}(?: score)?,? {_number('score')}"
    r"(?=,? (?:and |but |which |so )?(?:(?:that|it|this|which)(?:'s| is| was)|was|(?:down|up) from)\b)"
)
"""A score at once behind its name, and what it was: "PHQ eleven, that was thirteen last time"."""
ON_THE = AnyCase(rf"\b{_number('score')} on (?:the|your|this|that) {_SCALE}\b")
BARE = AnyCase(
    rf"\b(?:it's|it is|that's|that is|you (?:scored|came out|got)|it (?:comes|came|adds up|totals)(?: out)?"
    rf"(?: to| at)?|(?:comes|came) (?:out )?(?:to|at)|you're at|total of)(?: at| on)? {_number('score')}"
)
IT_WAS = AnyCase(
    rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*(?:(?:it|that|i|she said it)(?:'s| is"
    rf"| was"
    rf"| came (?:out )?(?:to|at)| got| scored| were| made it)?(?:,[^,.?]{{1,25}},)?"
    rf"|(?:it (?:came|was) )?(?:i )?(?:added|totall?ed|summed|counted|worked) (?:it|them|that)(?: up"
    rf"| out)?,) {_number('score')}"
)
IN_ALL = AnyCase(
    rf"\b(?:total(?: score)?|whole (?:lot|thing)|altogether|overall|in all|all in all|adds? up to"
    rf"|tot(?:al)?led"
    rf"(?: it)?)(?:,| it| that| i)?(?:'s| is| was| came (?:out )?(?:to|at)| got| made it)?"
    rf" {_number('score')}"
    rf"(?:,? (?:and|but|from|down from|up from) (?:(?:it|that|last time|before)(?:'s| was| had been) )?"
    rf"(?!(?:it|that)\b){_number('then')})?"
)
"""A sum told by a client, with what it was before."""
CLIENT_SCORED = AnyCase(
    rf"\b(?:the|my|that|it's the) {_SCALE}(?: score)?(?: again| today| this (?:time|week"
    rf"|morning))?,?(?:'s| is"
    rf"| was| came (?:out )?(?:to|at)| it's| it was| and it was| and (?:i )?got| i got"
    rf"| at) {_number('score')}"
)
"""A score that a client tells by its name."""
OF_THE_PAST = AnyCase(
    r"\b(?:used to|back (?:then|in)|last (?:year|summer|winter|spring|autumn)|years? ago|(?:was"
    r"|were) in hospital"
    r"|when i was|before i (?:came|started|saw)|if|would|goal|want|hope|target)\b"
)
"""Not taken for this session."""
TODAYS = AnyCase(rf"\btoday(?:'s| is)?(?:(?:'s| is|,)? today's)?(?: is|'s|,| it's)? {_number('score')}")
TODAYS_BEHIND = AnyCase(
    rf"\b(?:it's|it is|that's|you're|you got|you scored|this one's|is) (?:a |an )?{_number('score')}"
    rf" (?:today|this time|now)\b"
)
TAKEN_BACK = AnyCase(
    r"\b(?:hang on|misread|(?:read|reading|looking at) the wrong|hold on|wait|sorry|no, no|my mistake"
    r"|wrong (?:one|line|week)|that's the (?:old|last"
    r"|first|previous)"
    r"|the one from|from the (?:first|last))\b"
)
"""Says that a score just read out was another one's, and which is today's."""
ALONE = AnyCase(rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*{_number('score')}\W*$")
IT_WAS_THEN = AnyCase(rf"^(?:and |so |but )?it was (?:an? )?{_number('then')}\W*$")
PREVIOUS = AnyCase(
    rf"\b(?:was|were|had|scored|came out|came in)(?: at)?(?:,? (?:a|an|uh"
    rf"|um),?)* {_number('was')},? {_EARLIER}\b"
    rf"|\b(?:down |up |it's |that's )?from {_number('from')}"
    rf"|\b{_EARLIER},? (?:it |you |that |i )?(?:was|were|had|scored)(?: at)? {_number('then')}"
    rf"|\b(?:the last (?:one|time)|last time)(?: we (?:did"
    rf"|checked) it)?(?: in \w+)?,? (?:it )?was {_number('last')}"
    rf"|\b(?:you|it|that|i) (?:\w+ )?(?:started|began|came in)(?: off| out)? (?:at|on"
    rf"|with) {_number('first')}"
)
BAND = AnyCase(
    r"\b(?:in|within|into|out of|below|above|under|over) (?:the|that) (?:[\w-]+ ){0,3}?(?:range|band"
    r"|cut-?off"
    r"|threshold|category)\b"
)
CALLED_SEVERE = AnyCase(
    r"^\W*(?:which|that|and that)(?:'s| is)? (?:(?:in |about |around )?(?:the )?)?"
    r"(?P<called>(?:minimal|mild|moderate|moderately severe|moderate to severe|severe|normal|subclinical))"
    r"(?: (?:range|band|level))?(?=[,.;!?]|$| and\b)"
)
"""What a score is called at once behind it: "eighteen, which is moderately severe"."""
WHEN = AnyCase(r"\b(?:(?:a|two|three|four|six|\d) (?:days?|weeks?|months?) ago|last (?:time|week|month))\b")
TAG = AnyCase(r"\b(?:wasn't|isn't|was|right|weren't|yeah|correct)(?: it| you| that)?\s*\?$")
_WRITTEN = {
    "EDINBURGH": "Edinburgh",
    "YBOCS": "Y-BOCS",
    "EDEQ": "EDE-Q",
    "EDE-Q": "EDE-Q",
    "BECK": "Beck",
    "HAMILTON": "Hamilton",
    "LIEBOWITZ": "Liebowitz",
    "EPWORTH": "Epworth",
    "INSOMNIA-SEVERITY": "Insomnia severity",
    "INSOMNIA-SEVERITY-INDEX": "Insomnia severity index",
}
_ANY_NUMBER = AnyCase(rf"{DECIMAL}|\b{SPOKEN_NUMBER}\b")


def numbers_in(unit: Unit) -> list[str]:
    """The numbers of a unit, in figures."""
    found = (with_decimals(one.group()) for one in _ANY_NUMBER.finditer(unit.words))
    values = ((one if "." in one else plain_number(one)) for one in found)
    return [str(value) for value in values if value is not None]


def called(spoken: str) -> str:
    """A scale as it is written: "PHQ-9", "Y-BOCS", "Edinburgh", "Depression score"."""
    if re.search(r" (?:score|scale|questionnaire|inventory|level)$|^level$", spoken, re.IGNORECASE):
        return spoken[0].upper() + spoken[1:].lower()
    name = spoken.upper().replace(" ", "-")
    for word, figure in (("NINE", "9"), ("EIGHT", "8"), ("SEVEN", "7"), ("FIVE", "5"), ("TWO", "2")):
        name = name.replace(word, figure)
    return _WRITTEN.get(name, re.sub(r"^(PHQ|GAD|PCL)-?(?=\d)", r"\1-", name))
