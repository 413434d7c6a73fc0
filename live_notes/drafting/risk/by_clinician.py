"""What a clinician asks and says of risk, and what is answered to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import asks_of_it
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.amounts import asks_how_it_would_be, tells_how_much
from live_notes.drafting.risk.another_did import denial_alone, is_another_s_deed, of_another_beside
from live_notes.drafting.risk.answer_turns import answer_proper, answers_to
from live_notes.drafting.risk.answers import (
    PLANNED,
    affirms,
    agrees_to_none,
    answered_status,
    doubts,
    gainsays,
)
from live_notes.drafting.risk.asked_twice import asked_again_at_once, asked_whether_safe
from live_notes.drafting.risk.asked_words import ASKED
from live_notes.drafting.risk.between import without_gaps
from live_notes.drafting.risk.closing import answered_at_the_close
from live_notes.drafting.risk.for_another import own_beside, put_to_another
from live_notes.drafting.risk.frames import (
    asks_for_a_plan,
    asks_for_a_way,
    asks_for_its_way,
    asks_of_that,
    checks_that_there_is_none,
    is_contingent,
    is_invitation,
    is_of_people,
    is_passive,
    is_said_to_everybody,
    only_checks,
    only_leads_up,
    tells_of_a_wound,
)
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, SUPPOSED, Mention
from live_notes.drafting.risk.made_clear import makes_clear, only_asks_back, without_echo
from live_notes.drafting.risk.matches import kinds_in, matches_in
from live_notes.drafting.risk.measures import status_of_item
from live_notes.drafting.risk.past import answers_of_then, is_told_of_kin, told_of_then
from live_notes.drafting.risk.pattern import RiskPattern
from live_notes.drafting.risk.persons import (
    is_all_of_others,
    is_asked_of_another,
    is_of_family,
    means_of_another,
    others_told,
)
from live_notes.drafting.risk.reminded import owned_wish, reminded_of_an_attempt
from live_notes.drafting.risk.set_aside import is_by_nobody, is_of_something_else
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.risk.words import PATTERNS
from live_notes.drafting.spec import Speaking

OFFER = re.compile(
    r"\b(?:is there|are there|was there)\b[^?]*\b(?:i|we) (?:can|could)\b"
    r"|\b(?:can|could|may|shall|should) (?:i|we)\b|\bwould you (?:like|mind|be (?:willing|open))\b"
    r"|\bis (?:it|that) (?:ok|okay|all right|alright)\b|\bdo you want (?:me|us|to talk|to hear|to know)\b",
    re.IGNORECASE,
)
"""An offer or a request for leave that names a risk: its answer says nothing about the risk."""
_OF_THOUGHT = re.compile(r"\b(?:thoughts?|thinking|felt|feelings?|feeling|urges?|wish\w*)\b", re.IGNORECASE)
"""What comes and goes; a deed that was named has happened, whatever is answered of the time since."""
_ANYTHING_LIKE_IT = re.compile(
    r"\b(?:any(?:thing)?|something|much) (?:of |like )(?:that|this|it|those)\b", re.IGNORECASE
)
_ASKED_OF_MORE = tuple(one for one in ASKED if one.kind is RiskKind.HARM_TO_OTHERS and not one.certain)
"""A no to these ("have you carried a knife?") denies no thoughts of harm."""
_HAS_THOUGHT = re.compile(
    r"\W*(?:(?:um|uh|well|like|yeah|honestly)[,. ]+)*i(?:['’]ve| have)? (?:thought|wondered|felt)(?: that|"
    r" like|,)?"
    r" (?!no\b|not\b|never\b|about (?!it\b|that\b))",
    re.IGNORECASE,
)
"""Begins to tell what was thought, whatever is denied behind it."""
_AND_NOW = re.compile(
    r"^(?:and |but |so |okay,? )*(?:what about |how about |any )?(?:now|today|right now|at the moment"
    r"|these days|currently|lately|recently|since then|this week)\?$",
    re.IGNORECASE,
)
_BY_ME = re.compile(r"\bi(?:'ve|'d| have| had| just| \w+ly)* $", re.IGNORECASE)
"""What the clinician did: "the homework that I threatened you with"."""
_FROM_YOU = re.compile(
    r",? (?:coming |that came )?(?:from you\b|by you\b|from your side|on your (?:part|side))", re.IGNORECASE
)
_IS_IT_SO = re.compile(
    r"^(?:(?:and|so|but|okay)[, ]+)*(?:is|was|are|does|do|would|have i) (?:that|it|this|i|you|we)(?: \w+)?"
    r"(?: still)? (?:accurate|right|correct|true|so|fair|the case|the same|how it is|how things are"
    r"|how it's been|where (?:it is|we are|you are)|hold(?:s|ing)?|stand(?:s|ing)?|true for you"
    r"|got that right)"
    r"(?: (?:today|now|still|this week|for you))*\?*$|^(?:yeah|yes|right|correct|still)\?$",
    re.IGNORECASE,
)
"""Asks no more than whether what was just said is so."""
_LEFT_BLANK = re.compile(
    r"\b(?:(?:is|are|was|left|it|that|there|them|one|'s) blank|blanks?\W*$|(?:left|skipped|missed)"
    r" (?:that|this|it|one) (?:out|one|blank)|not filled in|nothing (?:written|down) for)\b",
    re.IGNORECASE,
)
"""An item of a card that is not filled in: neither a yes nor a no."""
_OF_NEWS = re.compile(r"\b(?:see|saw|seen|hear|heard|read|watch(?:ed)?)\b", re.IGNORECASE)
_NEVER_DONE = re.compile(r"\b(?:never|wouldn['’]t|would not)\b", re.IGNORECASE)
"""Many say that they would not: a yes to that owns no such thought."""
_ARMED = re.compile(
    r"\b(?:kni(?:fe|ves)|weapons?|blades?|guns?|rifles?|machete|cutlass|bat|hit|hurt)\b", re.I
)
_NO_MORE_THAN_NO = re.compile(r"^\W*(?:no|nah|naw|na)\W*$", re.IGNORECASE)
_HEADING, _ASKED_WITHIN = 3, 3
_REACH = 8
"""Units back to the question that "and now?" asks again."""
_SOON, _LATER = 16, 24
"""Units back to the risk of which "any plan?" asks, and "have you ever wanted to do it?"."""


def by_clinician(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """The findings of one unit that a clinician speaks, with what is answered to it."""
    if _AND_NOW.match(unit.words):
        yield from _asked_of_now(units, unit)
    for owned in (reminded_of_an_attempt(units, unit), owned_wish(units, unit)):
        if owned is not None:
            yield owned
    found = [] if is_invitation(unit) else _named_by_clinician(unit)
    found = [one for one in found if not (one[0].inverted and asked_again_at_once(units, unit, one[0].kind))]
    for pattern, match in found:
        if pattern.kind in MAY_BE_PAST and is_of_family(unit):
            yield from _of_family(units, unit, pattern)
        elif (who := _other_meant(units, unit, pattern, match)) is not None:
            drinks = pattern.kind is RiskKind.SUBSTANCE_USE
            kept = (unit, *(answers_to(units, unit) or ()))
            theirs = Mention(pattern.kind, RiskStatus.UNCLEAR, kept, weak=drinks, whose=who)
            yield from (theirs, *own_beside(theirs))
        elif not (is_said_to_everybody(units, unit) or is_of_people(unit)):
            yield from _with_what_was(units, _by_clinician(units, unit, pattern))
        elif (asked := _asked_of_it(units, unit, pattern)) is not None and not only_checks(asked.units[1]):
            yield asked
    if not found and unit.question:
        yield from _of_what_went_before(units, unit)


def _of_what_went_before(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What is answered to a question that names no risk itself."""
    answers = answers_to(units, unit)
    whose_means = means_of_another(units, unit) if answers is not None else None
    if answers is not None and whose_means is not None:
        yield Mention(RiskKind.SUICIDE, RiskStatus.UNCLEAR, (unit, *answers), whose=whose_means)
    elif answers is not None and tells_of_a_wound(units, unit, answers):
        yield Mention(RiskKind.SELF_HARM, RiskStatus.REPORTED, (unit, *answers), rank=DISCLOSED)
    elif answers is not None and (
        asks_for_a_plan(unit) or asks_for_its_way(units, unit) or asks_of_that(unit)
    ):
        for mention in _planned(units, unit, answers):
            yield from _with_what_was(units, mention)


def _other_meant(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> str | None:
    """Of whom else a clinician speaks; what many go through is nobody's."""
    if is_of_people(unit):
        return None
    return is_asked_of_another(units, unit, pattern.kind, match) or put_to_another(units, unit, match)


def _is_not_done_to_them(match: re.Match[str]) -> bool:
    """Whether the clinician speaks of their own deed, of a thing's, or asks of violence from the client."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_BY_ME.search(before) or _FROM_YOU.match(after)) or is_by_nobody(match)


def _of_family(units: Sequence[Unit], question: Unit, pattern: RiskPattern) -> Iterator[Mention]:
    """What is answered of the family; a no says nothing of the client."""
    answers = answers_to(units, question) or ()
    if answers and read_answer(" ".join(one.exact for one in answers)) is not Answer.NO:
        yield Mention(pattern.kind, RiskStatus.UNCLEAR, (question, *answers), whose="the client's family")


def _named_by_clinician(unit: Unit) -> list[tuple[RiskPattern, re.Match[str]]]:
    """The risks a clinician names, in a question also in words that ask of one without its name."""
    named = [one for one in matches_in(unit.exact) if not is_of_something_else(one[0].kind, one[1])]
    named = [one for one in named if not (unit.question and only_leads_up(unit, one[1]))]
    found = [one for one in named if not (one[0].kind is RiskKind.ABUSE and _is_not_done_to_them(one[1]))]
    if not unit.question:
        return found
    kinds = {pattern.kind for pattern, _ in found}
    asked = [one for one in matches_in(unit.exact, ASKED) if one[0].kind not in kinds]
    return found + [one for one in asked if not is_of_something_else(one[0].kind, one[1])]


def _with_what_was(units: Sequence[Unit], mention: Mention) -> Iterator[Mention]:
    """What was asked and answered, with what the answer tells of long ago as a finding of its own."""
    answers = tuple(one for one in mention.units if one.speaking is not Speaking.CLINICIAN)
    question = mention.units[0]
    if mention.kind not in MAY_BE_PAST or not answers:
        yield mention
    elif mention.status is not RiskStatus.DENIED and answers_of_then(question, answers):
        yield replace(mention, status=RiskStatus.REPORTED, past=True, weak=False)
    else:
        yield denial_alone(units, mention)
        yield from of_another_beside(units, mention)
        said = [one for one in turn_of(units, answers[-1]) if one.index >= answers[0].index]
        then = told_of_then(said) if mention.status is RiskStatus.DENIED else ()
        then = tuple(one for one in then if not (is_told_of_kin(units, one) or is_another_s_deed(units, one)))
        named = {kind for one in then for kind in kinds_in(one.exact) & PLANNED}
        if then and (not named or mention.kind in named):
            told = Mention(mention.kind, RiskStatus.REPORTED, (question, *then), past=True)
            yield without_gaps(units, told)


def _planned(units: Sequence[Unit], question: Unit, answers: tuple[Unit, ...]) -> Iterator[Mention]:
    """What is answered to "any plan?", of the risk that was last spoken of."""
    far = _LATER if "wanted to" in question.exact else _SOON
    near = reversed(units[max(0, question.index - far) : question.index])
    named = next((one for one in near if _kinds_of(one) & PLANNED or _tells_of_others(units, one)), None)
    if named is None or (is_all_of_others(units, named) and not asks_of_that(question)):
        return
    kinds = _kinds_of(named) & PLANNED
    if question.index - named.index > _SOON:
        kinds &= {RiskKind.HARM_TO_OTHERS}  # an image of harm is talked through for longer
    before = units[question.index - 1]
    asked = (before, question) if before.turn == question.turn and asks_for_a_plan(before) else (question,)
    for kind in (one for one in RiskKind if one in kinds):
        pattern = next(pattern for pattern in PATTERNS if pattern.kind is kind)
        status = answered_status(question, answers, pattern)
        if status is RiskStatus.UNCLEAR and (asks_for_a_way(question) or doubts(answers)):
            told = RiskStatus.UNCLEAR if doubts(answers) else RiskStatus.REPORTED
            yield Mention(kind, told, (*asked, *answers))
        else:
            kept = (*asked, *answer_proper(answers))
            yield Mention(kind, status, kept, weak=status is RiskStatus.UNCLEAR)


def _kinds_of(unit: Unit) -> frozenset[RiskKind]:
    """The risks of which a plan can be asked: in a clinician's question also those named otherwise."""
    kinds = kinds_in(unit.exact)
    if not kinds and unit.question and unit.speaking is Speaking.CLINICIAN:
        return frozenset(pattern.kind for pattern, _ in matches_in(unit.exact, ASKED))
    return kinds


def _tells_of_others(units: Sequence[Unit], unit: Unit) -> bool:
    return unit.speaking is Speaking.CLIENT and any(True for _ in others_told(units, unit))


def _by_clinician(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention:
    kind, unclear = pattern.kind, RiskStatus.UNCLEAR
    supposed = kind is RiskKind.SUBSTANCE_USE and asks_how_it_would_be(unit)
    if unit.question and (supposed or is_contingent(unit)):
        behind = answers_to(units, unit) or ()
        refused = bool(behind) and read_answer(behind[0].exact) is Answer.NO
        return Mention(kind, unclear, (unit, *behind), weak=not refused, rank=SUPPOSED)
    if not unit.question or OFFER.search(unit.exact):
        denied = _read_out(units, unit, pattern) or _agreed_to_none(units, unit, pattern)
        denied = denied or answered_at_the_close(units, unit, pattern)
        return denied or _asked_of_it(units, unit, pattern) or Mention(kind, unclear, (unit,), weak=True)
    answers = answers_to(units, unit)
    if answers is None:
        return Mention(kind, unclear, (unit,), weak=kind is RiskKind.SUBSTANCE_USE)
    status = answered_status(unit, answers, pattern)
    if status is RiskStatus.DENIED and pattern in _ASKED_OF_MORE:
        status = unclear
    if (safe := asked_whether_safe(units, unit, kind)) is not None and status is RiskStatus.REPORTED:
        return Mention(kind, unclear, (safe, unit, *answers))  # a yes may be to either of the two questions
    # An answer that names the risk itself is judged where it is spoken.
    spoken = any(_speaks_of(kind, answer) for answer in answers)
    beside = kind is RiskKind.SUBSTANCE_USE and read_answer(answers[0].exact) is Answer.OTHER
    thought = kind is RiskKind.SUICIDE and _HAS_THOUGHT.match(answers[0].exact)
    more = pattern in _ASKED_OF_MORE and _only_asked_of_more(unit, answers)
    asks_back = answers[0].question or only_asks_back(answers)
    weak = (more or spoken or beside or asks_back) and status is unclear and not thought
    kept = answers if status is unclear or affirms(answers[0]) else answer_proper(answers)
    return Mention(kind, status, (*_with_more(units, unit), *kept), weak=weak)


def _speaks_of(kind: RiskKind, answer: Unit) -> bool:
    return kind in kinds_in(answer.exact) or (kind is RiskKind.SUICIDE and is_passive(answer))


def _with_more(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """A question with what is added to it: "Any thoughts of suicide? Any plans?"."""
    after = takewhile(lambda one: one.turn == question.turn and one.question, units[question.index + 1 :])
    return (question, *after)


def _read_out(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention | None:
    """What the client agrees to have put, or says once they know what was asked."""
    behind = _behind(units, unit)
    checked = behind is not None and bool(_IS_IT_SO.match(behind.words))
    answers = None if pattern.inverted else answers_to(units, behind if checked and behind else unit)
    if answers is None:
        return None
    asked = (unit, behind) if checked and behind else (unit,)
    if checked and gainsays(answers) and (checks_that_there_is_none(unit) or status_of_item(unit, answers)):
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (*asked, *answers))
    listed = behind is not None and not checked and is_heading(unit)
    if any(_LEFT_BLANK.search(one.exact) for one in (unit, behind) if one is not None):
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (*asked, *answers))
    if listed and behind and (put := status_of_item(_joined(unit, behind), answers, listed=True)) is not None:
        return Mention(pattern.kind, put, (unit, behind, *answer_proper(answers)))
    clear = makes_clear(units, unit)
    if clear or status_of_item(unit, answers) is not None:
        answers = without_echo(units, unit, answers) if clear else answers
        kept = answer_proper(answers)
        return Mention(pattern.kind, answered_status(unit, answers, pattern), (*asked, *kept))
    return None


def _behind(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """What the clinician says next in the same turn."""
    following = units[unit.index + 1] if unit.index + 1 < len(units) else None
    return following if following is not None and following.turn == unit.turn else None


def _joined(unit: Unit, behind: Unit) -> Unit:
    return replace(unit, exact=f"{unit.exact} {behind.exact}")


def is_heading(unit: Unit) -> bool:
    """Whether a clinician only names an item of a card or a form: "Self-harm."."""
    return not unit.question and unit.length <= _HEADING


def _agreed_to_none(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> Mention | None:
    """A plain no to "no thoughts of suicide.", said as a statement to be agreed to."""
    if pattern.inverted or not checks_that_there_is_none(unit):
        return None
    behind = _behind(units, unit)
    asked = (unit, behind) if behind is not None and _IS_IT_SO.match(behind.words) else (unit,)
    answers = answers_to(units, asked[-1])
    if answers is None:
        return None
    agreed = len(asked) > 1 and agrees_to_none(answers)
    if not agreed and len(asked) > 1 and read_answer(answers[0].exact) is Answer.YES:
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (*asked, *answers))
    if not agreed and answered_status(unit, answers, pattern) is not RiskStatus.DENIED:
        return None
    return Mention(pattern.kind, RiskStatus.DENIED, (*asked, *answer_proper(answers)))


def _only_asked_of_more(question: Unit, answers: Sequence[Unit]) -> bool:
    """Whether no more is known than that a weapon or a row was asked about: a no, or nothing of harm."""
    if read_answer(answers[0].exact) is Answer.NO:
        return True
    return not _ARMED.search(" ".join(one.exact for one in (question, *answers)))


def _asked_of_it(units: Sequence[Unit], named: Unit, pattern: RiskPattern) -> Mention | None:
    """A risk that the clinician names and asks about in the next words: "... has that happened since?"."""
    near = units[named.index + 1 : named.index + 1 + _ASKED_WITHIN]
    behind = takewhile(lambda one: one.turn == named.turn, near)
    question = next((one for one in behind if one.question), None)
    if question is None:
        return None
    answers = answers_to(units, question)
    if answers is None:
        return None
    if len(answers) > 1 and _NO_MORE_THAN_NO.match(answers[1].exact):
        return None  # what was begun is dropped: "A bit of the third. No. Look."
    if pattern.kind is RiskKind.SUBSTANCE_USE and tells_how_much(question, answers):
        return Mention(pattern.kind, RiskStatus.REPORTED, (named, question, *answers))
    of_it = asks_of_it(question.words) or _ANYTHING_LIKE_IT.search(question.words)
    return _answered_of_it(named, question, answers, pattern) if of_it else None


def _answered_of_it(
    named: Unit, question: Unit, answers: tuple[Unit, ...], pattern: RiskPattern
) -> Mention | None:
    if _OF_NEWS.search(question.exact) or (is_of_people(named) and _NEVER_DONE.search(named.exact)):
        return None
    if read_answer(answers[0].exact) is Answer.YES or affirms(answers[0]):
        return Mention(pattern.kind, RiskStatus.REPORTED, (named, question, *answers))
    denied = answered_status(question, answers, pattern) is RiskStatus.DENIED
    if denied and (
        _OF_THOUGHT.search(named.exact + question.exact) or _ANYTHING_LIKE_IT.search(question.words)
    ):
        return Mention(pattern.kind, RiskStatus.DENIED, (named, question, *answer_proper(answers)))
    return None


def _asked_of_now(units: Sequence[Unit], question: Unit) -> Iterator[Mention]:
    """What "and now?" asks of: each risk of the question before it."""
    earlier = reversed(units[max(0, question.index - _REACH) : question.index])
    asked = next((one for one in earlier if one.speaking is Speaking.CLINICIAN and one.question), None)
    answers = answers_to(units, question)
    if asked is None or answers is None:
        return
    for pattern, _ in matches_in(asked.exact):
        yield Mention(pattern.kind, answered_status(question, answers, pattern), (asked, question, *answers))


def _goes_on(units: Sequence[Unit], question: Unit) -> bool:
    """Whether a question asks on of a risk that was named before."""
    return asks_for_a_plan(question) or asks_of_that(question) or asks_for_its_way(units, question)
