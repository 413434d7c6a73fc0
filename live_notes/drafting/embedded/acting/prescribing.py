"""What a prescriber changes in front of the client: the drug, and to what, in their own words.

"The evening one we added in spring. It keeps you up. I'd like to stop it." The change alone names no drug,
and the drug alone no change, so what lies between both stands in one quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.acting.formulating import opens
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_AMOUNT = (
    r"(?:a hundred|half|\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety)\b)"
)
_CHANGES = AnyCase(
    rf"\bfrom (?:the )?{_AMOUNT}[\w ]{{0,16}} to {_AMOUNT}"
    r"|\b(?:i(?:'d| would) (?:like|want|suggest|prefer)|i want|i(?:'m| am) going|we(?:'re| are) going"
    r"|let's|we'll|i'll"
    r"|we (?:could|should|can)|i think we should|my plan is)(?: to| that we| you)?(?: just| also| now)?"
    r" (?:go (?:up|down|back|from)|come (?:down|off)|stop|start|increase|raise|lower|reduce|cut"
    r"|double|halve|taper|hold"
    r"|pause|switch|add|bump|drop|put you on|try you on|take you off|wean|restart)\b"
)
_OF_THE_DAY = r"(?:morning|night|evening|bedtime|lunchtime|midday|afternoon)"
_DOSES = AnyCase(
    rf"\b{_OF_THE_DAY}(?: one| dose)?,? (?:stays? |goes |is |at )*(?:as it is,? )?{_AMOUNT}\b[^.?!]{{0,24}}"
    rf"\b{_OF_THE_DAY}(?: one| dose)?,? (?:stays? |goes |is |at )*(?:as it is,? )?{_AMOUNT}\b"
    rf"|\b{_AMOUNT}(?: milligrams?| mg)? (?:in the |at |every )?{_OF_THE_DAY},? (?:and )?{_AMOUNT}"
    rf"(?: milligrams?| mg)? (?:in the |at |every )?{_OF_THE_DAY}\b"
)
"""Says what is taken when: "morning one twenty-five, night one-fifty"."""
_STAYS = AnyCase(
    rf"\b(?:we|we'll|i'll|let's|so)(?: can| will)? (?:leave|keep) (?:the |your )?\w+ (?:at|on) {_AMOUNT}\b"
)
"""Says which dose is left as it is."""
_FAR_BACK = 40
"""Units back to where the medicine of a change is named."""
_GOES_ON = AnyCase(
    rf"^(?:(?:so|and|then|that's|that is|or)[, ]+)*(?:{_AMOUNT} (?:in|at|twice|once|every|each|mg|milli)"
    r"|(?:and )?we(?:'ll)? (?:check|repeat|recheck|look)|just for now|take (?:it|one|two|them)|once"
    r"|twice|at (?:night|bedtime)"
    r"|in the morning|don't take)"
)
_WAS = AnyCase(r"\b(?:did you|were you|last time|used to|back then|before i|if i'd|had been)\b")
_REACH, _MOST = 3, 48


def prescribed(reading: Reading, used: set[int]) -> list[Statement]:
    """The changes of medicine that the clinician states; their units are added to `used`."""
    found = [*_doses_of_the_day(reading, used)]
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.index in used or unit.question:
            continue
        if not (_CHANGES.search(unit.words) or _STAYS.search(unit.words)) or _WAS.search(unit.words):
            continue
        told = _with_its_drug(reading.units, unit)
        fits = told and not used & {one.index for one in told} and all(is_whole(one) for one in told)
        if not fits or RISK_WORDS.search(as_one(told).words) or word_count(as_one(told).exact) > _MOST:
            continue
        drug = _formulated_of(reading.units, told)
        named = told
        told = _with_the_rest(reading.units, told[-1:] if drug else told)
        used.update(one.index for one in told)
        of = f" of the {drug}" if drug else ""
        said = whole(f"{reading.fallback.clinician} stated{of}: {quoted(as_one(told))}")
        change = as_one([*named[:-1], *told])
        found.append(replace(made(reading, Kind.PLAN, said, (change,)), more=SETTLED_IS_WORTH * 2))
    return found


def _doses_of_the_day(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """The doses of one medicine over the day as the clinician sums them up last."""
    sums: dict[str, tuple[Unit, Unit]] = {}
    for unit in reading.units:
        told = unit.speaking is Speaking.CLINICIAN and not unit.question and unit.index not in used
        if told and _DOSES.search(unit.words) and not _WAS.search(unit.words):
            found = _named_before(reading.units, unit)
            if found is not None:
                sums[found[1]] = (found[0], unit)
    for drug, (naming, unit) in sums.items():
        rest = [one for one in reading.units[unit.index + 1 :][:_REACH] if one.turn == unit.turn]
        rest = [*takewhile(lambda one: not one.question and is_whole(one), rest)]
        said = [unit, *rest]
        if RISK_WORDS.search(as_one(said).words) or word_count(as_one(said).exact) > _MOST:
            said = [unit]
        used.update(one.index for one in said)
        text = f"Regarding {drug}, {reading.fallback.clinician_forms.subject} stated: {quoted(as_one(said))}"
        change = replace(
            as_one(said), evidence=tuple(dict.fromkeys((*naming.evidence, *as_one(said).evidence)))
        )
        yield replace(made(reading, Kind.PLAN, whole(text), (change,)), more=SETTLED_IS_WORTH * 2)


def _named_before(units: Sequence[Unit], unit: Unit) -> tuple[Unit, str] | None:
    """The medicine named last before a dose, and where."""
    for one in reversed(units[max(0, unit.index - _FAR_BACK) : unit.index + 1]):
        named = [word for word in re.findall(r"[A-Za-z][\w-]+", one.exact) if is_drug(word.lower())]
        if named:
            return one, named[-1]
    return None


def _with_its_drug(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The change with what was said before it in the same turn, from where the drug is named."""
    told: list[Unit] = []
    for one in reversed(units[max(0, unit.index - _REACH) : unit.index + 1]):
        if one.turn != unit.turn or one.speaking is not unit.speaking or one.question:
            return []
        told.insert(0, one)
        if names_a_drug(one.words):
            return told
    return []


def _formulated_of(units: Sequence[Unit], told: Sequence[Unit]) -> str:
    """The drug, where what stands before the change says what the clinician makes of it, and is told so."""
    before = units[told[0].index - 1] if told[0].index else None
    if len(told) == 1 or before is None or before.turn != told[0].turn or not opens(before.words):
        return ""
    return next((word for word in re.findall(r"[A-Za-z][\w-]+", told[0].exact) if is_drug(word.lower())), "")


def _with_the_rest(units: Sequence[Unit], told: list[Unit]) -> list[Unit]:
    """The same with how it is to be taken or checked."""
    rest = list(told)
    for one in units[told[-1].index + 1 :][:_REACH]:
        goes_on = one.turn == told[-1].turn and not one.question and _GOES_ON.match(one.words)
        if not goes_on or word_count(as_one((*rest, one)).exact) > _MOST:
            break
        rest.append(one)
    return rest
