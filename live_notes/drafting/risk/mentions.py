"""Mentions of risk: what was reported, what was denied when asked, what stays unclear.

Nothing here resolves a risk. A denial counts only when the clinician asked and the answer was a
plain no; a mention that is hedged, volunteered in the negative, figurative or raised by the
clinician without an answer is `unclear`, and a reported mention stands beside a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.author.risk import WRITTEN_PATTERNS, is_no_mention, is_only_asked, written_status
from live_notes.drafting.embedded.hearing.units import Unit, units_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.amounts import is_once_in_no_habit
from live_notes.drafting.risk.another_did import as_another_s
from live_notes.drafting.risk.answers import (
    PLANNED,
    is_twice_no,
)
from live_notes.drafting.risk.between import with_what_was_between
from live_notes.drafting.risk.by_clinician import OFFER, by_clinician
from live_notes.drafting.risk.childhood import is_of_childhood
from live_notes.drafting.risk.client_asks import asked_by_client
from live_notes.drafting.risk.feared import is_feared_thought
from live_notes.drafting.risk.figures import (
    is_figure,
    is_idle_threat,
    is_said_by_others,
    is_taken_for_a_joke,
    is_wish_of_a_moment,
)
from live_notes.drafting.risk.followed_up import with_what_follows, with_what_was_heard
from live_notes.drafting.risk.foreign import in_another_language
from live_notes.drafting.risk.frames import (
    asks_for_belief,
    is_of_a_crash,
    is_only_thought,
    said_in_jest,
    told_without_a_name,
)
from live_notes.drafting.risk.further import further_by_client, further_by_clinician
from live_notes.drafting.risk.item_none import names_item_put_as_none
from live_notes.drafting.risk.items import DISCLOSED, MAY_BE_PAST, Mention, items_of
from live_notes.drafting.risk.led_up import with_what_led_up
from live_notes.drafting.risk.likened import is_likened_to_drink
from live_notes.drafting.risk.matches import denies_no_use, is_negated, kinds_in, matches_in
from live_notes.drafting.risk.no_use import names_no_use
from live_notes.drafting.risk.passive import tells_a_wish
from live_notes.drafting.risk.past import is_dated_long_ago, is_past, tells_of_a_plan_then
from live_notes.drafting.risk.pattern import RiskPattern
from live_notes.drafting.risk.persons import (
    does_the_same,
    is_own,
    of_another,
    others_told,
    whose,
)
from live_notes.drafting.risk.poison import is_poisoning
from live_notes.drafting.risk.recalled import without_what_is_recalled
from live_notes.drafting.risk.relapses import is_relapse_of_another_kind
from live_notes.drafting.risk.said_lightly import Lightness, how_lightly, with_its_occasion
from live_notes.drafting.risk.set_aside import is_none
from live_notes.drafting.risk.soft_drinks import is_no_alcohol
from live_notes.drafting.risk.taken_amounts import with_its_amounts
from live_notes.drafting.risk.taken_back import without_what_was_taken_back
from live_notes.drafting.risk.turns import asked_before, named_before, turn_before, turn_of
from live_notes.drafting.risk.unwanted import with_what_disowns_it
from live_notes.drafting.risk.wake import with_its_wake
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import EvidenceLine, Speaking

__all__ = ["OFFER", "RISK_WORDS", "find_risks", "kinds_in", "risks_of"]

_OF_PEOPLE = re.compile(
    r"^(?:some|most|other|many|lots of|a lot of)? ?(?:people|folks|kids|men|women)\b", re.IGNORECASE
)
_DEFINE = re.compile(r"(?:define|what counts as|depends what you (?:mean|call))\b", re.IGNORECASE)
_BY_CHANCE = re.compile(r"\b(?:fall|fell|falling|trip(?:ped)?|slip(?:ped)?|lift(?:ed|ing)?)\b", re.IGNORECASE)
_ITCHING = re.compile(r"\b(?:itch\w*|rash|eczema)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"\byourself\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]|\bbut\b|\bbecause\b", re.IGNORECASE)
_OF_A_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying|ials?)\b", re.IGNORECASE)
"""A client who speaks of a denial ("she wrote that I denied it") denies nothing by that."""
_NOT_MEANT = re.compile(
    r"^\W*(?:(?:but|well|i mean|no|and)[,. ]+)*(?:not (?:like that|really|literally|in that way|that way)"
    r"|not (?:as in|for real|actually)|(?:obviously|don't worry,?) not"
    r"|i'm not (?:serious|meaning it|being (?:serious|literal))"
    r"|i don't mean (?:it|that|it like that|literally))\b",
    re.IGNORECASE,
)
_PAST_ONLY = re.compile(r"\b(?:any ?more|any longer)\b", re.IGNORECASE)
_ENDED = re.compile(r"(?:have|has|had)(?:n't| not) ", re.IGNORECASE)
"""Words of a risk that say themselves that it is over: "haven't cut since"."""
_AS_CHILDREN = re.compile(
    r"\bwhen (?:i|we) (?:was|were) (?:about |only |like |just )?(?:[3-9]|1[0-3]|three|four|five|six|seven"
    r"|eight|nine|ten|eleven"
    r"|twelve|thirteen|kids|children|little|small|wee|young)\b(?! (?:months?|weeks?|days?)\b)"
    r"|\bin primary(?: school)?\b",
    re.IGNORECASE,
)
_MAYBE_DID = re.compile(
    r"\b(?:maybe|perhaps|what if|might have|may have"
    r"|could have) (?:i )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""A doubt of having done it, as an obsession has it."""
_AND_I = re.compile(
    r"(?:and |so |like )*i(?:'d)? (?:had|got|bought|counted|wrote|saved|went|knew|kept)\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\W*(?:no|nah|never|none|not|i (?:don['’]t|do not|never|am not)|i['’]m not)\b"
    r"(?! (?:know|think|mind|remember|sure)\b)",
    re.IGNORECASE,
)
_BEHIND, _MOST_DATES = 3, 2
_JUST_BEFORE = 8


def find_risks(lines: Sequence[EvidenceLine]) -> tuple[RiskItem, ...]:
    """Every mention of risk in a transcript, grouped by kind and status, with evidence and exact quotes."""
    return risks_of(units_of(lines))


def risks_of(units: Sequence[Unit]) -> tuple[RiskItem, ...]:
    """The same for lines that are already cut into units."""
    mentions: list[Mention] = []
    lately: dict[RiskKind, int] = {}
    for unit in units:
        found = list(_mentions(units, unit, lately))
        lately |= dict.fromkeys((one.kind for one in found), unit.turn)
        mentions += (_with_what_belongs_to_it(units, one) for one in found)
    mentions = without_what_was_taken_back(units, without_what_is_recalled(mentions))
    return items_of(with_what_led_up(units, with_its_wake(units, mentions)))


def _with_what_belongs_to_it(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding with the words without which it would be taken otherwise."""
    mention = as_another_s(units, with_what_was_heard(units, with_what_was_between(units, mention)))
    return with_its_amounts(units, with_what_follows(units, with_what_disowns_it(units, mention)))


def _mentions(units: Sequence[Unit], unit: Unit, lately: Mapping[RiskKind, int]) -> Iterator[Mention]:
    """The findings of one unit. `lately`: the turn in which each kind was last spoken of."""
    if unit.speaking is Speaking.AUTHOR:
        yield from _written(unit)
    elif unit.speaking is Speaking.CLINICIAN:
        yield from by_clinician(units, unit)
        yield from further_by_clinician(units, unit)
    else:
        yield from _of_client(units, unit)
        yield from further_by_client(units, unit, lately)
    if unit.speaking is not Speaking.CLINICIAN:
        yield from in_another_language(unit, kinds_in(unit.exact))


def _written(unit: Unit) -> Iterator[Mention]:
    for pattern, match in matches_in(unit.exact, WRITTEN_PATTERNS):
        if not is_no_mention(match.string, match):
            status = written_status(match.string, pattern, match)
            weak = status is RiskStatus.UNCLEAR and is_only_asked(match.string, match)
            yield Mention(pattern.kind, status, (unit,), weak=weak)


def _of_client(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    found = list(matches_in(unit.exact))
    others, own = _theirs_and_own(units, unit, found)
    plain = {pattern.kind for pattern, _ in found if pattern.certain}
    for pattern, match in own:
        if _is_echo(units, unit, pattern, match) or _of_children(pattern, match):
            continue
        idle = is_of_a_crash(units, unit, match) or _is_idle(units, unit, pattern, match)
        idle = idle or is_none(units, unit, pattern.kind, match) or _is_light(units, unit, pattern, match)
        theirs = pattern.kind in others and not is_own(match)
        if not (idle or theirs) and (pattern.certain or pattern.kind not in plain):
            yield _dated(units, unit, _by_client(units, unit, pattern, match))
    for kind, who in others.items():
        drinks = kind is RiskKind.SUBSTANCE_USE
        yield Mention(kind, RiskStatus.UNCLEAR, (unit,), weak=drinks, rank=DISCLOSED, whose=who)
        if does_the_same(unit.exact):
            yield Mention(kind, RiskStatus.UNCLEAR, (unit,), rank=DISCLOSED)
    if RiskKind.SUICIDE not in {pattern.kind for pattern, _ in found} or is_poisoning(units, unit):
        yield from _done_or_planned(units, unit)
    for kind in told_without_a_name(unit) - {pattern.kind for pattern, _ in found} - others.keys():
        yield from _without_a_name(units, unit, kind)


def _theirs_and_own(
    units: Sequence[Unit], unit: Unit, found: Sequence[tuple[RiskPattern, re.Match[str]]]
) -> tuple[dict[RiskKind, str], list[tuple[RiskPattern, re.Match[str]]]]:
    """Whose risk a sentence tells of others, by its kind, and the mentions that stay with the client."""
    others, own = dict(others_told(units, unit)), []
    for pattern, match in found:
        who = asked_by_client(units, unit, match) or whose(units, unit, pattern.kind, match)
        if who is None:
            own.append((pattern, match))
        elif not _is_no_blow(unit, pattern, match):
            others.setdefault(pattern.kind, who)
    return others, own


def _is_no_blow(unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether a blow of somebody else is denied: "my father didn't hit him"."""
    return pattern.kind is RiskKind.HARM_TO_OTHERS and is_negated(unit.exact, match)


def _is_echo(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether a client only says over what the clinician said of "yourself": "Killing yourself?"."""
    if pattern.kind not in MAY_BE_PAST or not _ANYBODY.search(match.group()) or is_own(match):
        return False
    said = match.group().lower()
    return any(said in one.exact.lower().replace("’", "'") for one in turn_before(units, unit))


def _of_children(pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether a blow was one between children: "I punched my cousin when we were twelve"."""
    return pattern.kind is RiskKind.HARM_TO_OTHERS and _AS_CHILDREN.search(match.string) is not None


def _done_or_planned(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """An attempt or a plan that is told in words that name none."""
    behind = [one for one in turn_of(units, unit) if one.index > unit.index][:_BEHIND]
    if is_poisoning(units, unit):
        led = [one for one in turn_of(units, unit) if -_BEHIND <= one.index - unit.index < 0]
        when = [one for one in led if is_dated_long_ago(one.exact) and not one.question]
        told = (*when[:_MOST_DATES], unit, *behind)
        yield _dated(units, unit, Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, told, rank=DISCLOSED))
    elif tells_of_a_plan_then(unit) and _is_of_suicide(units, unit):
        more = takewhile(lambda one: _AND_I.match(one.exact), behind)
        yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (unit, *more), rank=DISCLOSED, past=True)


def _is_of_suicide(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician asked about suicide in the talk right before."""
    near = units[max(0, unit.index - _JUST_BEFORE) : unit.index]
    return any(
        one.speaking is Speaking.CLINICIAN and RiskKind.SUICIDE in kinds_in(one.exact)
        for one in near
        if one.question
    )


def _is_idle(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    if pattern.kind is not RiskKind.HARM_TO_OTHERS:
        return False
    asked = named_before(units, unit, pattern.kind) is not None
    return not asked and is_idle_threat(match, turn_of(units, unit), unit)


def _is_light(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether words of drink or of dying are said of no alcohol, or of shame alone."""
    if pattern.kind is RiskKind.SUICIDE:
        return how_lightly(units, unit, match) is Lightness.NONE
    none = (is_no_alcohol, is_likened_to_drink, is_relapse_of_another_kind, names_no_use)
    return any(one(units, unit, pattern.kind, match) for one in none)


def _dated(units: Sequence[Unit], unit: Unit, mention: Mention) -> Mention:
    """What a client tells, marked where it was long ago."""
    if mention.status is RiskStatus.DENIED:
        return mention
    then = mention.kind in MAY_BE_PAST and is_past(units, unit)
    then = then or (mention.kind is RiskKind.ABUSE and is_of_childhood(units, unit))
    return replace(mention, past=True, weak=False) if then else mention


def _without_a_name(units: Sequence[Unit], unit: Unit, kind: RiskKind) -> Iterator[Mention]:
    """A thought of not being there, or an urge, told when the clinician had named the risk just before."""
    asked, turn = named_before(units, unit, kind), turn_of(units, unit)
    none = kind is RiskKind.SUICIDE and read_answer(" ".join(one.exact for one in turn)) is Answer.NO
    if asked is None or none:
        return
    behind = [one for one in turn if one.index > unit.index][:_BEHIND]
    yield Mention(kind, RiskStatus.REPORTED, (asked, unit, *behind), rank=DISCLOSED)


def _by_client(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> Mention:
    if bounded := _as_bounded(units, unit, pattern, match):
        return Mention(pattern.kind, RiskStatus.UNCLEAR, bounded)
    negated = is_negated(unit.exact, match) or bool(_ENDED.match(match.group()))
    negated = negated or names_item_put_as_none(unit.exact, match)
    asked = asked_before(units, unit, pattern.kind) or named_before(units, unit, pattern.kind)
    if asked is None and negated and pattern.kind is RiskKind.HARM_TO_OTHERS:
        asked = asked_before(units, unit, RiskKind.ABUSE)  # whoever was asked about: "nobody hits anybody"
    where = (unit,) if asked is None else (asked, unit)
    some, told = negated and denies_no_use(unit.exact, match), negated and asked and not pattern.certain
    if some or (_may_not_be_meant(units, unit, pattern, match) and not told):
        denied = asked is not None and is_twice_no(turn_of(units, unit))
        where = where if pattern.kind in PLANNED else (unit,)
        drinks = some and pattern.kind is RiskKind.SUBSTANCE_USE
        other = of_another(pattern.kind, match)
        feared = pattern.kind is RiskKind.HARM_TO_OTHERS and _MAYBE_DID.search(match.string[: match.start()])
        weak = denied or drinks or other or bool(feared)
        return Mention(pattern.kind, RiskStatus.UNCLEAR, where, weak=weak)
    if pattern.inverted:
        status = RiskStatus.REPORTED if negated else RiskStatus.UNCLEAR
        return Mention(pattern.kind, status, (unit,), weak=not negated, rank=DISCLOSED)
    if not negated:
        told_whole = _with_its_denial(units, unit, where, pattern.kind)
        once = told_whole is not where and is_once_in_no_habit(" ".join(one.exact for one in told_whole[1:]))
        status = RiskStatus.UNCLEAR if once else RiskStatus.REPORTED
        return Mention(pattern.kind, status, told_whole, rank=DISCLOSED)
    open_still = _PAST_ONLY.search(unit.exact) or _OF_A_DENIAL.search(unit.exact)
    if asked is None or read_answer(unit.exact) is Answer.UNCLEAR or open_still:
        return Mention(pattern.kind, RiskStatus.UNCLEAR, (unit,), weak=True)
    return Mention(pattern.kind, RiskStatus.DENIED, (asked, unit))


def _with_its_denial(
    units: Sequence[Unit], unit: Unit, where: tuple[Unit, ...], kind: RiskKind
) -> tuple[Unit, ...]:
    """What was taken once, with the denial it was told beside: "I don't drink. I had one in May."."""
    turn = turn_of(units, unit)
    before = [one for one in turn if one.index < unit.index]
    if kind is not RiskKind.SUBSTANCE_USE or not before or not _DENIES.match(before[0].exact):
        return where
    behind = [one for one in turn if one.index > unit.index and _DENIES.match(one.exact)]
    return (*where[:-1], *before[-_MOST_DATES:], unit, *behind[:_MOST_DATES])


def _as_bounded(
    units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]
) -> tuple[Unit, ...]:
    """The words with what makes them unclear: a jest, what takes them back, the shame they are said of."""
    bounded: Sequence[Unit] = ()
    if pattern.kind is RiskKind.HARM_TO_OTHERS:
        bounded = said_in_jest(units, unit)
    elif pattern.kind is RiskKind.SUICIDE:
        bounded = _taken_back(units, unit)
        if not bounded and how_lightly(units, unit, match) is Lightness.OPEN:
            return with_its_occasion(units, unit)
    return (unit, *bounded) if bounded else ()


def _taken_back(units: Sequence[Unit], unit: Unit) -> Sequence[Unit]:
    """What says at once that it was not so meant: "I want to die. Not like that."."""
    behind = [one for one in turn_of(units, unit) if unit.index < one.index <= unit.index + _BEHIND]
    return behind if behind and _NOT_MEANT.match(behind[0].exact) else ()


def _may_not_be_meant(units: Sequence[Unit], unit: Unit, pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether the words may speak of something else: of another, of a chance, of a thought that is held."""
    if pattern.kind is RiskKind.SELF_HARM and _is_accident(unit.exact, match):
        return True
    people = _OF_PEOPLE.match(unit.words) or _DEFINE.match(unit.words) or of_another(pattern.kind, match)
    if unit.question or people:
        return True
    before = match.string[: match.start()]
    others_say = pattern.kind in PLANNED and is_said_by_others(match)
    if others_say or is_figure(match) or is_taken_for_a_joke(turn_of(units, unit), unit):
        return True
    if pattern.kind is RiskKind.HARM_TO_OTHERS:
        believed = any(asks_for_belief(one) for one in turn_before(units, unit))
        feared = is_feared_thought(units, unit, before) or _MAYBE_DID.search(before) is not None
        wished = is_wish_of_a_moment(match) and named_before(units, unit, pattern.kind) is None
        return not pattern.certain or believed or feared or wished or is_only_thought(before)
    meant = tells_a_wish(pattern, match) or _answers_what_was_named(units, unit, pattern)
    return not pattern.certain and not meant


def _answers_what_was_named(units: Sequence[Unit], unit: Unit, pattern: RiskPattern) -> bool:
    """Whether words that may be a figure of speech answer, without a no, a question about that very risk."""
    if pattern.kind is not RiskKind.SUICIDE or named_before(units, unit, pattern.kind) is None:
        return False
    return read_answer(turn_of(units, unit)[0].exact) is not Answer.NO


def _is_accident(text: str, match: re.Match[str]) -> bool:
    """Whether somebody may get hurt by chance, or anybody is meant ("injure yourself")."""
    before = _SENTENCE.split(text[: match.start()])[-1]
    if _ITCHING.search(text):
        return True
    return bool(_BY_CHANCE.search(before) or _ANYBODY.search(match.group()))
