"""A risk that a clinician names as what many go through, or in the client's own words, and then asks about.

"Sometimes when people have had very bad things they think it would be better to be dead. Do you have thoughts
like that?" asks about suicide as plainly as the word does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answer_proper, answers_to
from live_notes.drafting.risk.answers import PLANNED, affirms, answered_status
from live_notes.drafting.risk.asked_words import ASKED
from live_notes.drafting.risk.frames import (
    asks_of_that,
    checks_that_there_is_none,
    is_contingent,
    is_said_to_everybody,
    only_checks,
)
from live_notes.drafting.risk.items import ASKED as QUESTIONED
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.matches import is_negated, kinds_in, matches_in
from live_notes.drafting.risk.measures import status_of_item
from live_notes.drafting.risk.past import is_dated_long_ago
from live_notes.drafting.risk.persons import whose
from live_notes.drafting.risk.words import PATTERNS
from live_notes.drafting.spec import Speaking

_MANY = AnyCase(
    r"\b(?:people|folks?|persons?|women|men|mums|mams|moms|mothers|dads|fathers|parents|carers|students"
    r"|patients|clients|farmers|nurses|doctors|soldiers|veterans|lads|blokes|youths?|young ones|teenagers"
    r"|others|survivors|refugees|widows|(?:when|if|sometimes) (?:everybody|everyone|somebody|someone"
    r"|a person))\b"
    r"|\b(?:it's|it is|it can be|that's) (?:\w+ )?(?:common|usual|normal|natural|not unusual|not"
    r" uncommon)\b",
)
_WISH_OF_MANY = AnyCase(
    r"\b(?:(?:better|easier|simpler)(?: off)?(?: for (?:everyone|everybody|them all))?"
    r" (?:(?:to be|being|be|if they (?:were|was)) )?dead\b|better (?:not to be|not being) (?:here|alive"
    r"|around)\b"
    r"|(?:n't|not|no longer) want(?:ing)? to (?:live|be alive|be here|wake up|(?:go|carry) on"
    r"(?: living)?(?=[.,?!]|$))|wish(?:ed|ing)? (?:that )?(?:they|she|he) (?:(?:were|was) dead"
    r"|(?:weren't|wasn't|were not|was not) (?:here|alive|around|born)|could die)\b"
    r"|thoughts? (?:of|about) (?:dying|death|ending|suicide|not (?:being|living|wanting))"
    r"|(?:think|thinks|thinking|thought|thoughts) (?:of|about) (?:dying|suicide|ending (?:it|their|things)"
    r"|taking their own|killing themselves)|tak(?:e|ing) their own li(?:fe|ves)\b"
    r"|end(?:ing)? (?:their (?:own )?li(?:fe|ves)|it all)\b|kill(?:ing)? themsel\w+"
    r"|(?:life|living) (?:is not|isn't|wasn't|was not|no longer|not) worth\b"
    r"|no (?:point|reason|sense) (?:in |to )?(?:living|live|going on|go on|being alive)\b"
    r"|can(?:'t| ?not) (?:carry|go) on living\b|would rather (?:be dead|die|not be alive)\b)"
)
"""The thought as it is told of people in general."""
_DREAD = re.compile(
    r"\b(?:fear\w*|afraid|scared|frightened|worr(?:y|ied|ies)|dread|panic\w*|terrified|anxious)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:never|not|no longer|wouldn't|don't|doesn't|won't|without|stop)\b", re.IGNORECASE)
_AND_YOU = re.compile(
    r"\b(?:do|did|have|has|are|is|was|does|would|ever|how|what)\b.*\b(?:that|this|it|so|those|these"
    r"|you(?: ever)?\?)"
    r"|\b(?:you(?:rself)?|about you|with you|for you)\?*$",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"\b(?:make sense|sense to you|understand|surpris\w+|sound (?:okay|ok|alright)|okay|alright|all"
    r" right|clear"
    r"|think (?:of|about) that|hear that|hear about|happy|comfortable|why|who|right|correct|accurate"
    r"|fair|see|saw|seen"
    r"|hear\w*|read|watch\w*|know|talk\w*|tell|told|find out|mean|mention\w*)\b",
    re.IGNORECASE,
)
_MOST_OF_ASKING = 14
_THEN = re.compile(
    r"\b(?:used to|back then|at the time|in the past|years|when you were|overdose|attempt\w*|tried)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:your|his|her|their) (?!own\b)\w+|he|she|they)(?:'s|'d)? (?:\w+ ){0,2}$", re.I
)
_YOU_SAID = re.compile(
    r"\byou(?:'d| had|'ve| have)? (?:just |also |once )?(?:said|say|told (?:me|us|\w+)|mentioned|wrote"
    r"|texted"
    r"|described|were saying|used the words)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well|mm+|i did|yes|yeah|aye|yep|ya)[,. ]+)*(?:yes|yeah|yep|aye|ya|i did|i do"
    r"|i said that"
    r"|that's (?:it|right|true|what i (?:said|think|meant))|i (?:do )?(?:think|feel|mean|meant) (?:that"
    r"|it|so))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:but|didn't mean|don't mean|not (?:like that|really|in that way|any ?more|now)|jok(?:e|ing)"
    r"|figure of speech|only (?:messing|joking)|that's not)\b|\bno\b",
    re.IGNORECASE,
)
_ME_TOO = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well|yes|yeah|aye)[,. ]+)*(?:me too|me as well|me also|same(?: here| with me"
    r"| for me)?|that(?:'s| is|’s)"
    r" (?:me|how it is|it|about right)|i'm one of (?:them|those)|and me)\W*$",
    re.IGNORECASE,
)
_NO_FIRST = re.compile(r"^\W*(?:pause\W*)?(?:(?:um+|uh+|oh|well)[,. ]+)*(?:no|nah|nope|naw)\b", re.IGNORECASE)
_ASKED_WITHIN = 3


def names_suicide(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician names suicide here, in its words or as a thought that many have."""
    if unit.speaking is not Speaking.CLINICIAN or is_said_to_everybody(units, unit) or is_contingent(unit):
        return False
    if RiskKind.SUICIDE in kinds_in(unit.exact) or RiskKind.SUICIDE in _of_many(unit):
        return True
    return unit.question and any(one.kind is RiskKind.SUICIDE for one, _ in matches_in(unit.exact, ASKED))


def normalised(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What is answered to a risk that was named as one of many people, once it is asked about."""
    kinds = _of_many(unit)
    if not kinds or is_said_to_everybody(units, unit) or checks_that_there_is_none(unit):
        return
    question = unit if unit.question else _asked_behind(units, unit)
    answers = None if question is None else answers_to(units, question)
    if question is None or answers is None or is_contingent(question):
        return
    asked = (unit,) if question is unit else (unit, question)
    for kind in (one for one in RiskKind if one in kinds):
        pattern = next(one for one in PATTERNS if one.kind is kind)
        status = answered_status(question, answers, pattern)
        if status is RiskStatus.UNCLEAR and (affirms(answers[0]) or _ME_TOO.match(answers[0].exact)):
            status = RiskStatus.REPORTED
        kept = answer_proper(answers) if status is RiskStatus.DENIED else answers
        weak = status is RiskStatus.UNCLEAR and _NO_FIRST.match(answers[0].exact) is not None
        rank = DISCLOSED if status is RiskStatus.REPORTED else QUESTIONED
        yield Mention(kind, status, (*asked, *kept), rank=rank, weak=weak)


def read_back(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The client's own words of not wanting to be, which the clinician reads back, with a plain yes."""
    if unit.question or not _YOU_SAID.search(_plain(unit)) or is_said_to_everybody(units, unit):
        return
    if is_dated_long_ago(unit.exact) or not any(
        pattern.kind is RiskKind.SUICIDE and _is_theirs(units, unit, match)
        for pattern, match in matches_in(unit.exact)
    ):
        return
    answers = answers_to(units, unit)
    if answers is None or answers[0].question or status_of_item(unit, answers) is not None:
        return
    told = " ".join(one.exact for one in answers).replace("’", "'")
    if _OWNS.match(told) and read_answer(told) in (Answer.YES, Answer.OTHER) and not _NOT_SO.search(told):
        yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED)


def _is_theirs(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    """Whether what is read back is the client's own thought: nobody else's, not denied, not of before."""
    own = whose(units, unit, RiskKind.SUICIDE, match) is None and not is_negated(unit.exact, match)
    return own and not _THEN.search(match.string) and not _OF_OTHERS.search(match.string[: match.start()])


def _of_many(unit: Unit) -> frozenset[RiskKind]:
    """The risks that a clinician tells of as what people in general go through."""
    plain = _plain(unit)
    if unit.speaking is not Speaking.CLINICIAN or not _MANY.search(plain):
        return frozenset()
    wish = _WISH_OF_MANY.search(plain)
    if wish is not None:
        idle = _DREAD.search(plain) or _NEVER.search(plain[: wish.start()])
        return frozenset() if idle else frozenset((RiskKind.SUICIDE,))
    return frozenset() if unit.question or _DREAD.search(plain) else kinds_in(unit.exact) & PLANNED


def _asked_behind(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The question that asks whether it is so with the client, in the same turn."""
    near = units[unit.index + 1 : unit.index + 1 + _ASKED_WITHIN]
    behind = takewhile(lambda one: one.turn == unit.turn, near)
    question = next((one for one in behind if one.question), None)
    if question is None or question.spoken_length > _MOST_OF_ASKING or only_checks(question):
        return None
    plain = _plain(question)
    if _NOT_OF_IT.search(plain):
        return None
    return question if asks_of_that(question) or _AND_YOU.search(plain) else None


def _plain(unit: Unit) -> str:
    return unit.exact.replace("’", "'")
