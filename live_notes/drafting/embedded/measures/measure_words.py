"""The words in which questionnaires are named and their scores told: "the PHQ comes to seven"."""

from __future__ import annotations

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.measures.scale_names import SCALE
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import DECIMAL, plain_number, with_decimals

SPOKEN_NUMBER = (
    r"(?:\d{1,3}(?!\d|[.:]\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen)"
)


_SMALL = r"one|two|three|four|five|six|seven|eight|nine"
_BIG = (
    r"(?:1[1-9]\b|[2-9]\d\b|1\d\d\b|eleven|twelve|(?:four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for"
    r"|fif|six"
    r"|seven|eigh|nine)ty)"
)
_NO_TOTAL = (
    rf"(?:-odd\b|/\d| ?%|(?<=ty)[- ](?:{_SMALL})\b"
    rf"|[ -]out\b(?! of (?:a (?:possible|total of|maximum of) )?{_BIG})"
    r"|[ -](?:points?|days?|weeks?|months?|years?|questions?|pages?|people|per ?cent|o'clock|[ap]\.?m|past|th"
    r"|items?|times?|minutes?|hours?|and a|point|hundred|pounds?|quid|dollars?|units?|drinks?|plus"
    r"|or (?:more|over|above|higher|under|less|below|so)|and (?:over|above|under|up|below))\b"
    rf"|[ -](?:to|or) (?:\d|{_SMALL}|ten|{_BIG}))"
)
"""Behind a number that is no total: an amount of time, an item, a rating out of ten, a band of a scale."""


def number_of(name: str) -> str:
    """A number that stands for itself, under this name: no amount of time, no item of a questionnaire."""
    return rf"(?:an? )?(?P<{name}>{DECIMAL}|{SPOKEN_NUMBER})\b(?!{_NO_TOTAL})"


def _plain(name: str) -> str:
    """A number of a change from one to another."""
    return rf"(?:an? )?(?P<{name}>{DECIMAL}|{SPOKEN_NUMBER})\b(?!(?<=ty)[- ](?:{_SMALL})\b)"


_SCALE = SCALE
NAMES = AnyCase(rf"\b{_SCALE}\b")
CLIENT_NAMES = AnyCase(rf"\b(?:the|my|that|this|your|called|an?|of|it's) {_SCALE}\b")
"""A questionnaire as a client names it."""
UNNAMED = AnyCase(
    r"\b(?:questionnaires?|forms?|(?:nine|seven|ten|twenty) questions|sheet|survey|booklet|screener|measures?"
    r"|(?:your|the) (?:total |overall )?scores?)\b"
)
"""What is filled in, without its name."""
NAMED_LATER = AnyCase(rf"\b(?:this|that|it|which)(?:'s| is| was) (?:the|your) {_SCALE}\b")
"""Names a questionnaire whose score was just told."""
_GIVEN = (
    r"(?:'s|is|was|are|came (?:out|back|in)? ?(?:at|as|to)|comes? (?:out )?(?:to|at)|at|of|scored"
    r"|score of|it's"
    r"|that's|it is|you're|you(?:'ve| have)(?: got)?|you (?:scored|came out|got|are|were at)"
    r"|i (?:get|make (?:it|that)|made (?:it|that)|have you at)|i've (?:got )?(?:you|it) (?:at|as|down as)"
    r"|(?:stands|sits|sitting|reads|gives (?:us|you|me)|shows|says|landed|lands|works out)(?: (?:at|on|as))?"
    r"|total(?:led|s)?|adds? up to|a total of)"
)
SCORED = AnyCase(
    rf"\b{_SCALE}\b(?: score)?(?P<between>[^.?]{{0,70}}?\b)??{_GIVEN},?(?: (?:at|on|about|it's|that's|still"
    rf"|now|only|just|uh|um|up at|down at|today),?)* {number_of('score')}"
)
AT_ONCE = AnyCase(
    rf"\b{_SCALE}\b(?: score)?(?: (?:today|this (?:time|week|morning)))?(?:,|:|\.\.\.|…| -"
    rf"| –)? (?!ones?\b){number_of('score')}"
)
"""A score right behind its scale: "GAD eleven"; "the PHQ one" is the sheet itself."""
FROM_TO = AnyCase(
    rf"\b(?<!ranges )(?<!runs )(?<!goes )(?:from {_plain('before')}(?<!from zero)(?<!from 0),? "
    rf"(?:down |up |back |right )*(?:to|and now) {_plain('after')}"
    rf"|(?:^|\b(?:so|went|gone|going|that's|it's|you're|dropped|and) ){_plain('earlier')} (?:down |up )*to"
    rf" {_plain('later')}(?=\W*$|, (?:so|and|which)))"
)
"""What a score was and is: "from nineteen down to twelve", "so nineteen to twelve"."""
FORM_SCORED = AnyCase(
    rf"\b(?:questionnaire|form|survey|booklet|screener|total score|overall score|your score|you scored)\b"
    rf"(?:[^.?]{{0,40}}?\b(?:comes?|came|adds?|added|totals?|totalled|scored|score|is|was|gives|at|'s|to))??"
    rf"(?: (?:up|out|back|in|to|at|you|me|us|is|was|of))* {number_of('score')}(?=[,.;!]|$| (?:on|and|this"
    rf"|today|down"
    rf"|up|which|from)\b)"
)
"""What a questionnaire without a name comes to."""
ON_THE = AnyCase(rf"\b{number_of('score')} on (?:the|your|this|that) {_SCALE}\b")
BARE = AnyCase(
    rf"\b(?:it's|it is|that's|that is|you (?:scored|came out|got)|it (?:comes|came|adds up|totals)(?: out)?"
    rf"(?: to| at)?|(?:comes|came) (?:out )?(?:to|at)|you're at|total of|i(?:'ve)? (?:get|got"
    rf"|make (?:it|that)(?:\.{{2,}}|…)?|made"
    rf" (?:it|that)|have you at|got you (?:at|on|down as))|that makes it|(?:that )?(?:gives|puts|brings"
    rf"|leaves) (?:us"
    rf"|you|me)"
    rf"(?: (?:at|on|to|with))?|(?:it |you )?(?:stands?|sits?|sitting|lands?|landed) (?:at|on)|you've scored"
    rf"|(?:the|your) (?:total|score)(?:'s| is| comes to)?|today)(?:,? (?:at|on|now|only|just|still|uh|um),?)*"
    rf" {number_of('score')}"
)
IT_WAS = AnyCase(
    rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*(?:(?:it|that|i|she said it)(?:'s| is"
    rf"| was"
    rf"| came (?:out )?(?:to|at)| got| scored| were| made it)?(?:,[^,.?]{{1,25}},)?"
    rf"|(?:it (?:came|was) )?(?:i )?(?:added|totall?ed|summed|counted|worked) (?:it|them|that)(?: up"
    rf"| out)?,) {number_of('score')}"
)
IN_ALL = AnyCase(
    rf"\b(?:total(?: score)?|whole (?:lot|thing)|altogether|overall|in all|all in all|adds? up to"
    rf"|tot(?:al)?led"
    rf"(?: it)?)(?:,| it| that| i)?(?:'s| is| was| came (?:out )?(?:to|at)| got| made it)?"
    rf" {number_of('score')}"
    rf"(?:,? (?:and|but|from|down from|up from) (?:(?:it|that|last time|before)(?:'s| was| had been) )?"
    rf"(?!(?:it|that)\b){number_of('then')})?"
)
"""A sum told by a client, with what it was before."""
CLIENT_SCORED = AnyCase(
    rf"\b(?:the|my|that|it's the) {_SCALE}(?: score)?(?: again| today| this (?:time|week"
    rf"|morning))?,?(?:'s| is"
    rf"| was| came (?:out )?(?:to|at)| it's| it was| and it was| and (?:i )?got| i got"
    rf"| at) {number_of('score')}"
)
"""A score that a client tells by its name."""
AS_TOLD = AnyCase(
    rf"^(?:(?:yeah|yes|um|uh|so|and|well|oh)[, ]+)*{number_of('score')},? (?:(?:she|he|they|it|the \w+"
    rf"|your \w+)"
    r" (?:said|says|told me|made it|reckoned)|i think|i believe|i got|i made it)\W*$"
)
"""A score that a client has from somebody: "forty-one, she said"."""
OF_THE_PAST = AnyCase(
    r"\b(?:used to|back (?:then|in)|last (?:year|summer|winter|spring|autumn)|years? ago|(?:was"
    r"|were) in hospital"
    r"|when i was|before i (?:came|started|saw)|if|would|goal|want|hope|target)\b"
)
"""Not taken for this session."""
TODAYS = AnyCase(
    rf"\btoday(?:'s| is)?(?:(?:'s| is|,)? today's)?(?: is|'s|,| it's)? {number_of('score')}"
    r"|\b(?:this (?:time|week|morning|one)(?: round)?|today|now),? (?:it's|it is|you're|you are"
    r"|you(?:'ve)? (?:got"
    rf"|scored|have)|it came to|it comes to|i make it|we're)(?: at| on| down to| up to"
    rf"| to)?(?: an?)? {number_of('is')}"
)
TODAYS_BEHIND = AnyCase(
    rf"\b(?:it's|it is|that's|you're|you got|you scored|this one's|is) (?:a |an )?{number_of('score')}"
    rf" (?:today|this time|now)\b"
)
TAKEN_BACK = AnyCase(
    r"\b(?:hang on|misread|(?:read|reading|looking at) the wrong|hold on|wait|sorry|no, no|my mistake"
    r"|wrong (?:one|line|week)|that's the (?:old|last"
    r"|first|previous)"
    r"|the one from|from the (?:first|last))\b"
)
"""Says that a score just read out was another one's, and which is today's."""
ALONE = AnyCase(rf"^(?:(?:yeah|yes|um|uh|so|and|i think|i got|i scored)[, ]+)*{number_of('score')}\W*$")
IT_WAS_THEN = AnyCase(
    rf"^(?:and |so |but )?(?:it|that|you) (?:was|were|had been) (?:at )?(?:an? )?{number_of('then')}\W*$"
)
EARLIER_DAY = (
    r"(?:when (?:you|we|i) (?:\w+ )?(?:started|began|came|come|met|saw|signed up|registered|walked"
    r"|arrived|rang|called|turned up|joined)(?: in| here"
    r"| on board| to (?:me|us)| each other)*(?: first)?|at (?:intake|the start"
    r"|baseline"
    r"|the beginning|(?:your |the )?assessment|(?:the )?first (?:session|visit|appointment)|session \w+)"
    r"|last (?:time|week|month|session|visit|fortnight)|before|the last (?:day|time)"
    r"|the time before(?: that)?"
    r"|(?:at )?(?:the|your) (?:two|three|four|six|eight|ten|twelve)[- ](?:week|month)s?(?: (?:check"
    r"|check-?up|one"
    r"|review|visit|appointment|follow-?up))?|at (?:the |your )?(?:booking|midpoint|half-?way)|at (?:two"
    r"|three"
    r"|four|six|eight|ten|twelve) (?:weeks|months)"
    r"|(?:the|our|your|at our|in our|at your|at the|in the) (?:very )?(?:first|previous|last) (?:time"
    r"|session|visit"
    r"|day|one|meeting|appointment)|the week before(?: last)?|on referral|at (?:referral|triage"
    r"|screening|the outset"
    r"|our (?:first|last)|admission)|at (?:christmas|easter|new year)|to start with|the first week"
    r"|(?:a|two|three|four|six|eight|a few|a couple of|five|ten) (?:weeks?|fortnights?|months?"
    r"|sessions?) (?:ago|back)|previously"
    r"|(?:back )?in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december"
    r"|the (?:spring|summer|autumn|fall|winter))|to begin with|originally|the one before(?: (?:that"
    r"|this))?|the last one)"
)
PREVIOUS = AnyCase(
    rf"\b(?:was|were|had|had been|been|'d been|scored|came out|came in|got|you to"
    rf"|you at)(?: at)?(?:,? (?:a|an|uh"
    rf"|um),?)* {number_of('was')},? (?:back |only |just |i think,? )?{EARLIER_DAY}\b"
    rf"|(?:^|, |\b(?:and|against|versus|compared (?:with|to)|but) )(?:a "
    rf"|an )?{number_of('against')},? {EARLIER_DAY}\b"
    rf"|\b(?:against|versus|compared (?:with|to)) (?:a |an )?{number_of('beside')}\b"
    rf"|\b(?:down |up |it's |that's )?from {number_of('from')}"
    rf"|\b{EARLIER_DAY},? (?:{EARLIER_DAY},? )?(?:it |you |that |i )?(?:was|were|had|scored)(?: at)?"
    rf" {number_of('then')}"
    rf"|\b(?:the last (?:one|time)|last time)(?: we (?:did"
    rf"|checked) it)?(?: in \w+)?,? (?:it )?was {number_of('last')}"
    rf"|\b(?:you|it|that|i) (?:\w+ )?(?:started|began|came in)(?: off| out)? (?:at|on"
    rf"|with) {number_of('first')}"
)
BAND = AnyCase(
    r"\b(?:in|within|into|out of|below|above|under|over)"
    r" (?:what (?:we|they|i)(?:'d| would)? call )?(?:the|that) (?:[\w-]+ ){0,3}?(?:range|band"
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
NOT_DONE = AnyCase(
    r"\b(?:won't|will not|not going to|not gonna|didn't|did not|haven't|have not|hasn't|don't|do not|doesn't"
    r"|isn't|wasn't|not|skip|skipped|skipping|never|without|no need (?:for|to)|leave|left|hold off|instead of"
    r"|rather than|no)(?: \w+){0,3} (?:re-?do|re-?did|redone|do|did|doing|done|repeat(?:ed|ing)?|run"
    r"|re-?run|give"
    r"|given|send|sent|fill(?:ed|ing)?|bother(?:ed)?|complete[d]?|take|taken|administer(?:ed)?|due|out"
    r"|the|your"
    r"|a|need)\b"
)
"""Says that a questionnaire was left out, this time."""
LATER = AnyCase(
    r"\b(?:i'll|we'll|we will|i will|going to|gonna|let's|i'd like|i want|next (?:time|week|session|month)"
    r"|due (?:at|in|next))\b"
)
"""Speaks of a questionnaire that is still to come."""
OF_ANOTHER = AnyCase(
    r"\b(?:his|her|their|someone(?:'s)?|somebody(?:'s)?|people|patients?|clients?|everyone|most|average"
    r"|(?:mum|mom"
    r"|mam|dad|mother|father|sister|brother|wife|husband|partner|son|daughter|friend|mate|cousin|aunt|uncle"
    r"|boyfriend|girlfriend)(?:'s)?)\b"
)
"""Before a scale or a number: that of another than the client."""
NO_ONES = AnyCase(
    r"\b(?:over|above|under|below|at least|up to|out of|anything|anyone|between|more than|less than"
    r"|cut-?offs?"
    r"|thresholds?|maximum|max|highest|lowest|would be|would have been|should be|get (?:it|you|that) to"
    r"|aim for"
    r"|aiming for|goal|target|hoping for|normal(?:ly)?|if|typically|usually|ranges?|caseness|is there a)\b"
)
"""Between a scale and a number that is a mark of the scale, or hoped for."""
OF_AN_ITEM = AnyCase(
    r"\b(?:number|question|items?|(?:the )?(?:last|first|second|third|next|sleep|other) (?:one|question|bit)"
    r"|put|ticked|circled|marked|answered|rated|page)\b"
)
"""Between a scale and a number that is the answer to one of its questions."""
_NOW = r"\b(?:now|today|this (?:time|week|morning|session|month)|currently)\b"
NOW = AnyCase(_NOW)
EARLIER = AnyCase(rf"\b{EARLIER_DAY}\b")
SET_RIGHT = AnyCase(
    rf"(?:^|[,.;] |\b)(?:no|nope|sorry|i tell a lie|scratch that|correction|i mean|(?<!\bi )make that"
    rf"|my mistake"
    rf"|rather)"
    rf"(?:,? (?:no|sorry|it's|that's|make that|i mean|uh|um|a|an"
    rf"|actually))*,? {number_of('score')}(?=\W*$|,? not\b)"
)
"""A score put right at once: "twelve, no, thirteen"."""
MISCOUNTED = AnyCase(
    r"^(?=.*\b(?:no|nope|sorry|wait|hang on|hold on|actually|oh|ah)\b).*\b(?:(?:added|counted|summed"
    r"|totted|totalled|read"
    r"|done|got|did|reckoned|worked)\b[^.]{0,20}\bwrong\w*|mis(?:counted|added|read|calculated|took)"
    r"|my (?:sums?|maths?"
    r"|adding|addition|arithmetic)\b|(?:that's|that is|that was|isn't|that isn't|that's not|not) (?:wrong"
    r"|right|correct|it)"
    r"|missed (?:one|a)\b|can't (?:add|count))"
)
"""Says that a score was added up wrong."""
COUNTED_ANEW = AnyCase(
    r"^(?:(?:so|yeah|yes|okay|right|there|um|uh|now|it's|it is|that's|that is|that makes(?: it)?|makes it"
    r"|should be"
    r"|it should be|that should be|i make it|it's actually|actually|it comes to|it came to|you(?:'re| got"
    r"| have))[, ]+)*"
    rf"{number_of('score')}\W*$"
)
_ANY_NUMBER = AnyCase(rf"{DECIMAL}|\b{SPOKEN_NUMBER}\b")


def numbers_in(unit: Unit) -> list[str]:
    """The numbers of a unit, in figures."""
    found = (with_decimals(one.group()) for one in _ANY_NUMBER.finditer(unit.words))
    return [value for one in found if (value := in_digits(one)) is not None]


def in_digits(spoken: str) -> str | None:
    """A number in figures, with its point where it has one; None where it is no plain number."""
    written = with_decimals(spoken)
    if "." in written:
        return written
    value = int(written) if written.isdecimal() else plain_number(written)
    return None if value is None else str(value)
