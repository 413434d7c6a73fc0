"""The last look at a sentence before it may stand in a note: what reads as broken is quoted, or left out.

Each teller retells what it is sure of. What a speaker took up twice without a sign of it ("I'm, my bowels are
normal") only shows once the words stand in the third person, whoever told them: "they are their bowels are".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.taken_back import denies_it, is_taken_back, puts_right
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.composing.composed import composed
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.empty import is_empty, names_no_first, only_struck
from live_notes.drafting.embedded.selecting.risk_exact import in_exact_words, may_need_its_words
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.selecting.standing import TURNS
from live_notes.drafting.embedded.selecting.trifles import is_trifle
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.imagined import as_imagined
from live_notes.drafting.embedded.telling.in_context import in_context
from live_notes.drafting.embedded.telling.other_half import with_its_other_half
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import capital, finish
from live_notes.drafting.embedded.telling.taken_along import taken_along
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import content_stems, tokens
from live_notes.drafting.spec import Speaking

_ONE = r"(?:they|he|she|the client|the patient)"
_BARELY = r"(?:(?:just|really|probably|also|actually|only|still|always|kind of|sort of|like)\s+)*"
_HELPS = r"(?:are|is|was|were|have|has|had|do|does|did|can|cannot|could|would|will|might)(?: not)?"
_BEGUN_TWICE = AnyCase(
    rf"\b{_ONE}\s+{_BARELY}{_HELPS}\s+{_BARELY}{_ONE}\b"
    rf"|\b{_ONE}\s+{_BARELY}(?:are|is|was|were)\s+(?:their|his|her) [\w-]+(?: [\w-]+)? (?:is|are"
    rf"|was|were|has|have)\b"
    rf"|\b(?:could|would|cannot|can|might|will)(?: probably| maybe| possibly| just| not)* {_ONE}\b"
    r"|\b(?:and but|but and|because so|so because|because but|the (?:the|this|these|those|a|an|my|their)"
    r"|an? (?:the|their))\b"
    r"|\b(?:he|she|they|it) (?:never|always|just|not|really|because) (?:he|she|they|it) (?:was|is|were"
    r"|are|has|had"
    r"|did|do|does|went|came)\b|\b(?P<who>he|she|they), (?:because|since|when|if|as"
    r"|after)[^,]{3,60}, (?P=who)\b"
    r"|\b(?:an?|the|like an?) (?:they|he|she|client|it) (?:look|looks|is|are|was|were|sounds?|seems?)\b"
    r"|\b(?P<small>from|to|with|the|a|at|in|on|of|for|their), (?P=small) "
    r"|\breported that (?:the|their|that|this|those) [\w-]+(?: [\w-]+)?, '?(?:cause|because|cos)\b"
    r"|\breported that (?:about|around|maybe|like|roughly|only|just|up to) [\w-]+ (?:times?|hours?|days?"
    r"|nights?"
    r"|weeks?|months?|years?|minutes?)\b(?! (?:is|was|are|were|a (?:day|week|night) they))|\bthis is what,"
    r"|\b(?:sounds|seems|looks) from (?!.*\b(?:like|that|as)\b)"
    r"|\b(?:on|in|at|of|with|from|into|by|the|an?|their) (?:there's|there is|there are|they are|they were"
    r"|they have"
    r"|where's|where is the|it's|is that|is it|what's the)\b"
    r"|\b(?:one|just a|wait a|give (?:them|me) a) (?:sec|second|minute|moment)\b(?=$|[,.;])|\bhang on\b"
    r"|\bhold on[,.]"
    r"|[;,] (?:(?:and|but|so|just) )*(?:do not|don't) (?:be \w+ing|make|tell|laugh|look at|judge|worry"
    r"|ask|start|mind"
    r"|forget)\b"
    r"|\bwhat (?P<whom>(?:the )?\w+) (?P<does>\w+ [\w ]{2,20}), (?P=whom) (?P=does)\b"
    r"|\b(?P<again>(?:[\w']+ ){2,5}[\w']+) (?:if |that |and )?(?P=again)\b"
)
"""Two beginnings of one clause, beside each other."""
_NOT_THEN = re.compile(
    rf"\b{_ONE}\s+{_BARELY}{_HELPS}, {_ONE} (?:\w+)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:]")
_LEAD = re.compile(r"^.*?\b(?:reported|agreed|stated|said|confirmed) that ")
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|until|as|than|what|where|because|since|though|although|but|or|whatever"
    r"|in case|that|times?|and|so)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = AnyCase(
    r"(?:\bthat's|\bit's|\beven though|\balthough|\bbecause|\band|\bthe|\ban?|\btheir|\bor|\bif"
    r"|\b(?:is|are|was|were) (?:just|basically|actually|probably|like|also|kind of|sort of)"
    r"|\b(?:goal|plan|problem|thing|worry|issue|idea|point|hope|aim) (?:is|was) (?:really|that|to)"
    r"|\b(?:bit|lot|kind|sort|couple|lack|number) of|, it|, so| so,|, say|, saying)[.]?$"
)
"""Ends with a word that waits for another."""
_BARE_COPULA = re.compile(r"\breported that (?P<told>[^\"]* (?:was|is|were|are|am|be))\.$", re.IGNORECASE)
_MAY_END_IN_IS = re.compile(
    r"\b(?:how|what|as|than|who|where|whatever|whoever|way|which|because|but|like|so|and|if|when|yes|no"
    r"|whether|or|it"
    r"|that|there|thing|all)\b(?! week| day)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"')
_ALONE = re.compile(r"(?:the )?\w+(?: [A-Z])? (?:reported that|reported|stated:|asked:) ", re.IGNORECASE)
"""Tells what answers no question."""
_TELLS = re.compile(r" (?:reported that|reported|said that|said|stated that|answered:) ")
_ASKED = re.compile(
    r"^(?P<asked>(?:When asked|Regarding|In response to) .+?, )(?:the )?\w+ (?=reported|said|answered)"
)
_OPEN_QUESTION = re.compile(
    r"^When asked \"?(?:(?:and|so|but|okay|well|now|then)[, ]+)*(?:how|what|why|when|where|who|which"
    r"|in what)\b",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"answered: \"(?:(?:oh|my|well|um+|uh+|er+|yeah|yes|yep|okay|ok|mm-?hmm+|mhm|right|sure|god|gosh|lord"
    r"|wow"
    r"|phew|huh|so|i mean|exactly|like|ugh|hm+)[,. !]*)+\"\.?$",
    re.IGNORECASE,
)
"""Sounds that answer no question for what, how or why."""
_HESITATES = re.compile(
    r"answered: \"(?:(?:um+|uh+|er+m?|well|oh|god|gosh|hm+|so|like|i mean|you know)[,. !]*)+\"\.?$",
    re.IGNORECASE,
)
"""Sounds that answer nothing."""
_AGREED = re.compile(r"; [\w ]*agreed\.$")
_AGAIN = re.compile(r"[.\"] (?:When asked|In response)")
_ECHO = re.compile(
    r"^When asked whether (?P<asked>[^\"]+?), (?P<who>(?:the )?\w+) reported that"
    r" (?P<told>(?!(?:it|that|this|these|those|he|she)\b)[^\"]+)$"
)
_OF_NOTHING = frozenset(
    content_stems("promise accept agree know think hope understand believe mind like see feel want mean")
)
_PUTS_RIGHT = re.compile(
    r"(?:(?:um+|uh+|well|i mean|or|actually|okay|no|sorry)[,. ]+)+(?:maybe |probably |it's |that's |i'm "
    r"|i )?"
    r"not\b(?! (?:sure|only|just))",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"n['’]t\b|nae\b|\b(?:not|no|never|nothing|nobody|none|cannot)\b", re.IGNORECASE)
_SOMETIMES = re.compile(
    r"\b(?:just|only|sometimes|but|though|point|if|wish|tired|enough|better off|here|stop|over|sleep|wake"
    r"|rest|peace)\b",
    re.IGNORECASE,
)
"""How what is left of a denied thought is told: "I just don't see the point sometimes"."""
_MOST_QUOTED, _SOON, _MOST_OF_A_TURN, _FAR, _MOST_TAKING_BACK = 42, 2, 14, 12, 3


def looked_over(reading: Reading, found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements that can be read; of a client what is broken stands in quotation marks, if it can."""
    told: set[tuple[int, str]] = set()
    for statement in found:
        must = statement.must and not only_struck(statement.text)
        if statement.authored or must or not _is_left_out(reading, statement):
            for found_so in _told_or_quoted(reading, as_imagined(reading, statement)):
                one = taken_along(reading, found_so)
                if one is None:
                    continue
                if one.authored or (one.order, one.text) not in told:
                    yield one
                told.add((one.order, one.text))


def _is_left_out(reading: Reading, statement: Statement) -> bool:
    """Whether nothing is lost without it: no answer, a yes to what only points, half of a correction."""
    text = statement.text
    if is_no_answer(text) or says_nothing(text) or is_empty(text) or _is_half_taken_back(reading, statement):
        return True
    return _is_trifle(reading, statement)


def _is_trifle(reading: Reading, statement: Statement) -> bool:
    """Whether a client's words that answer nothing are of the moment alone, all that is told of them."""
    first = reading.units[statement.order]
    if first.speaking is not Speaking.CLIENT or statement.kind is Kind.PLAN:
        return False
    if "When asked" in statement.text or not _ALONE.match(statement.text):
        return False
    return is_trifle(first.words) and all(is_trifle(unit.words) for unit in _told_by(reading, statement))


def _told_or_quoted(reading: Reading, statement: Statement) -> Iterator[Statement]:
    if statement.authored:
        yield statement
        return
    turned = _of_risk(reading, statement) or _with_what_turns_it(reading, statement)
    if turned is not None:
        yield turned
        return
    units = _told_by(reading, statement)
    told = in_context(reading, _without_echo(reading, statement), units)
    if told is None:
        return
    if not reads_broken(told.text) or _AGAIN.search(told.text):
        yield composed(reading, with_its_other_half(reading, told, units))
        return
    mended = _in_their_words(reading, told)
    if mended is not None:
        yield mended
    elif told.must:
        yield told


def _of_risk(reading: Reading, statement: Statement) -> Statement | None:
    """What is told of risk or of means in the very words, where the telling would leave some out."""
    if not may_need_its_words(statement):
        return None
    return in_exact_words(reading, statement, _told_by(reading, statement))


def reads_broken(text: str) -> bool:
    """Whether a sentence of a note shows, outside quotation marks, that words were begun twice or left."""
    plain = _QUOTED.sub('""', text)
    if _BEGUN_TWICE.search(plain) or _LEFT_OPEN.search(plain) or _ends_in_is(plain) or names_no_first(plain):
        return True
    given_up = _NOT_THEN.search(plain)
    return given_up is not None and not _CONDITION.search(
        _LEAD.sub("", _CLAUSE_END.split(plain[: given_up.start()])[-1])
    )


def _ends_in_is(plain: str) -> bool:
    """Whether a report ends with a verb that waits for what somebody is: "that the week was"."""
    told = _BARE_COPULA.search(plain)
    return told is not None and not _MAY_END_IN_IS.search(_CLAUSE_END.split(told["told"])[-1])


def is_no_answer(text: str) -> bool:
    """Whether a sentence has an open question and only a sound for its answer: "how will you? Yeah."."""
    return bool(_HESITATES.search(text) or (_NO_ANSWER.search(text) and _OPEN_QUESTION.match(text)))


def says_nothing(text: str) -> bool:
    """Whether a yes is told once more in the words of a question that only pointed: "that they accept it"."""
    echo = _ECHO.match(text)
    if echo is None:
        return False
    told = set(content_stems(echo["told"]))
    return told == set(content_stems(echo["asked"])) and told <= _OF_NOTHING and len(told) == 1


def _without_echo(reading: Reading, statement: Statement) -> Statement:
    """The statement without a question of which the answer says every word again."""
    echo = _ECHO.match(statement.text)
    asked = set() if echo is None else set(content_stems(echo["asked"]))
    if echo is None or not asked or not asked <= set(content_stems(echo["told"])) or reading.fallback.several:
        return statement
    return _reading(statement, f"{capital(echo['who'])} reported that {echo['told']}")


def _with_what_turns_it(reading: Reading, statement: Statement) -> Statement | None:
    """A client's words quoted with those right after that say the contrary: "I'm fine. I'm not fine."."""
    first = reading.units[statement.order]
    if statement.kind is Kind.PLAN or not (_ALONE.match(statement.text) or _ASKED.match(statement.text)):
        return None
    if not _may_turn(reading.units, first):
        return None
    told = list(_told_by(reading, statement))
    if not told or told[0].speaking is not Speaking.CLIENT or _AGAIN.search(statement.text):
        return None
    turning = (
        at
        for at, one in enumerate(told)
        if at and _turns(told[0], one, next_to_it=one.index == told[0].index + 1)
    )
    told = told[: next(turning, len(told))]
    last = told[-1]
    after = reading.units[last.index + 1 : last.index + 1 + _SOON]
    behind = [one for one in after if (one.turn, one.speaker) == (last.turn, last.speaker)]
    at = next((at for at, one in enumerate(behind) if _turns(last, one, next_to_it=not at)), None)
    if at is None or in_quotes(behind[at]).strip('".').lower() in statement.text.lower():
        return None
    turned = [*behind[: at + 1], *_what_is_meant(behind[at : at + 2])]
    run = [*told, *turned]
    said = as_one(run)
    if said.spoken_length > _MOST_QUOTED or not all(map(is_whole, run)):
        return None
    asked, terms = _ASKED.match(statement.text), reading.terms_for(said)
    text = f"{terms.client} stated: {in_quotes(said)}"
    if asked is not None:
        text = f"{asked['asked']}{terms.client_inside} answered: {in_quotes(said)}"
    lines = (*(first.evidence if asked is not None else ()), *statement.evidence, *said.evidence)
    return replace(statement, fuller=(in_figures(finish(text)), tuple(dict.fromkeys(lines))))


def _what_is_meant(behind: Sequence[Unit]) -> Sequence[Unit]:
    """What is said instead of what a word or two took back: "Not sorry. I'd like to talk to him."."""
    if len(behind) < 2 or behind[0].length > _MOST_TAKING_BACK or is_clause(behind[0].words):
        return ()
    return [one for one in behind[1:] if not one.question and not one.backchannel and is_whole(one)]


def _may_turn(units: Sequence[Unit], first: Unit) -> bool:
    """Whether any sentence of the client's turn that is told takes back, or bounds, another."""
    behind = units[first.index : first.index + _FAR]
    said = next((one for one in behind if one.speaking is Speaking.CLIENT and not one.backchannel), None)
    turn = (
        []
        if said is None
        else [one for one in units[said.index : said.index + _FAR] if one.turn == said.turn]
    )
    return any(
        _turns(one, other, next_to_it=near == 1)
        for near in range(1, _SOON + 1)
        for one, other in zip(turn, turn[near:], strict=False)
    )


def _turns(unit: Unit, after: Unit, *, next_to_it: bool) -> bool:
    """Whether a sentence takes back, or bounds, the one shortly before it."""
    if is_contrary(unit, after) or (denies_it(after) and not after.question):
        return True
    if not next_to_it or after.question:
        return False
    if puts_right(unit, after):
        return True
    denied = unit.risk_in_words and _denies(unit) and not after.risk_in_words
    few = after.spoken_length <= _MOST_OF_A_TURN
    return TURNS.match(after.exact.strip()) is not None or (
        denied and few and _SOMETIMES.search(after.words) is not None
    )


def is_contrary(one: Unit, other: Unit) -> bool:
    """Whether two sentences have the same words, and only one of them a "not"."""
    if bool(_NEGATIVE.search(one.exact)) is bool(_NEGATIVE.search(other.exact)):
        return False
    said = [[w for w in tokens(unit.words.lower()) if not is_negation(w)] for unit in (one, other)]
    stems = [set(unit.stems) for unit in (one, other)]
    if said[0] != said[1] and not (stems[0] and stems[0] == stems[1]):
        return False
    return _denies(one) is not _denies(other)


def _denies(unit: Unit) -> bool:
    return any(is_negation(word) for word in tokens(unit.words))


def _is_half_taken_back(reading: Reading, statement: Statement) -> bool:
    """Whether a client's one sentence is told that they put right in the next: "well, not a party, but"."""
    unit = reading.units[statement.order]
    if is_taken_back(reading.units, unit):
        return True
    after = reading.units[unit.index + 1] if unit.index + 1 < len(reading.units) else None
    if unit.speaking is not Speaking.CLIENT or after is None or after.turn != unit.turn:
        return False
    if after.speaker != unit.speaker or not _PUTS_RIGHT.match(after.exact.strip()):
        return False
    shared = set(unit.stems) & set(after.stems)
    return bool(shared) and not set(after.stems) <= set(content_stems(statement.text))


def _in_their_words(reading: Reading, statement: Statement) -> Statement | None:
    """The statement with the very words instead of the retold ones; None where they can't stand in a note."""
    units = _told_by(reading, statement)
    if not units or not all(is_whole(unit) for unit in units):
        return None
    said = as_one(units)
    if said.spoken_length > _MOST_QUOTED or not said.stems:
        return None
    if said.speaking is Speaking.CLINICIAN:
        agreed = f" {capital(reading.fallback.client)} agreed." if _AGREED.search(statement.text) else ""
        return _reading(
            statement, f"{finish(f'{reading.fallback.clinician} stated: {quoted(said)}')}{agreed}"
        )
    asked, terms = _ASKED.match(statement.text), reading.terms_for(said)
    if asked is not None:
        return _reading(
            statement, finish(f"{asked['asked']}{terms.client_inside} answered: {in_quotes(said)}")
        )
    if not _TELLS.search(statement.text):
        return None
    return _reading(statement, finish(f"{terms.client} stated: {in_quotes(said)}"))


def _reading(statement: Statement, told: str) -> Statement:
    text = in_figures(told)
    return replace(statement, text=text, lead="", rest=text, seen=replace(statement.seen, text=text))


def _told_by(reading: Reading, statement: Statement) -> Sequence[Unit]:
    """The sentences of one turn that a statement retells: its first, or what answers its question."""
    first = reading.units[statement.order]
    if _ASKED.match(statement.text) or (
        first.speaking is Speaking.CLINICIAN and statement.kind in {Kind.REPORT, Kind.RESPONSE}
    ):
        after = reading.units[statement.order + 1 :]
        first = next((one for one in after if one.speaking is Speaking.CLIENT and not one.backchannel), first)
    lines = set(statement.evidence)
    if first.speaking is Speaking.CLINICIAN:
        return [first] if lines.issuperset(first.evidence) and not first.question else []
    behind = takewhile(
        lambda one: one.turn == first.turn and statement.stems.issuperset(one.stems),
        reading.units[first.index :],
    )
    return [one for one in behind if lines.issuperset(one.evidence)]
