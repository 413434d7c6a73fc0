"""A medicine asked about by name, or had from somebody else: what is told of it stands together.

"And the zopiclone?" "Binned it. Well, gave it back. It was the seven point five. I'd stopped in May."
Dose, since when and what became of it are told in scraps, and each of them alone is of any medicine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.person_words import HE_WORDS, SEX, SHE_WORDS
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import tokens, word_count
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_IS_WORTH = 0.5
_MOST_ASKED, _MOST_SAID, _MOST_BETWEEN, _SCRAPS = 20, 48, 10, 2
_AMOUNT = (
    r"(?:\d[\d.]*|half|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-five|thirty"
    r"|forty"
    r"|fifty|sixty|seventy-five|eighty|ninety|(?:a|one|two|three) hundred)"
)
_OF_DOSE = AnyCase(
    rf"\b{_AMOUNT} ?(?:mg|mcg|mils?|milligrams?|micrograms?|tablets?)\b|\bthe {_AMOUNT}(?=[.,;!]|$)"
    rf"|\b(?:put|went|took|moved|up|down|back|gone|cut) (?:it |me |them )?(?:up |down |back )?to {_AMOUNT}\b"
    r"|\b(?:put|brought|took|moved) (?:it|me|them) (?:up|down|off)\b"
)
_FROM_SOMEBODY = AnyCase(
    r"\b(?:gave|gives|give|lent|slipped|offered|handed|passed|sold|got) (?:me|us)\b|\blet me have\b"
    r"|\b(?:gave|lent|offered|handed) (?:it|them|one) to me\b"
)
_A_DOCTOR = AnyCase(
    r"\b(?:doctor|dr|gp|nurse|psychiatrist|consultant|pharmacist|chemist|hospital|clinic|surgeon|dentist"
    r"|they)\b"
)
_OWN_USE = AnyCase(
    r"\bi(?:'ve|'d| have| had)?(?: only| just| never| didn't| did not)? (?:took|take|taken|had|have|got"
    r"|kept|gave"
    r"|give|used|left|finished|want|need|touch(?:ed)?)\b"
)


def asked_by_name(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What is told of one medicine when it is asked about, or was had from somebody; units go to `used`."""
    for unit in reading.units:
        if unit.index in used or unit.speaking is not Speaking.CLIENT or unit.risk_in_words:
            continue
        told = _had_from_somebody(reading, unit) or _answered(reading, unit)
        if told is None or any(one.index in used for one in told[1]):
            continue
        text, units = told
        used.update(one.index for one in units)
        yield replace(made(reading, Kind.REPORT, whole(text), tuple(units), place=unit), more=_IS_WORTH)


def _answered(reading: Reading, unit: Unit) -> tuple[str, Sequence[Unit]] | None:
    """The whole answer to a question that names one medicine, with its name before it."""
    before = reading.units[unit.index - 1] if unit.index else None
    if before is None or before.speaking is not Speaking.CLINICIAN:
        return None
    turn = [one for one in reading.units[max(0, unit.index - 3) : unit.index] if one.turn == before.turn]
    asked = turn[-2:] if not before.question else turn[-1:]
    named = {drug.lower() for one in asked for drug in _drugs(one.exact)}
    plain = not any(one.risk_in_words for one in asked) and sum(one.length for one in asked) <= _MOST_ASKED
    if not any(one.question for one in asked) or len(named) != 1 or not plain:
        return None
    plainly = takewhile(lambda one: not one.risk_in_words, _turn_from(reading.units, unit))
    said = _within(list(plainly))
    others = {drug.lower() for one in said for drug in _drugs(one.exact)} - named
    if others or len(said) < _SCRAPS or not any(_OF_DOSE.search(one.words) for one in said):
        return None
    drug = next(drug for one in asked for drug in _drugs(one.exact))
    client, quote = reading.terms_for(unit).client_inside, in_quotes(as_one(said))
    if any(_of_another(one.words) for one in asked):
        return f"When asked {quoted(as_one(asked))}, {client} answered: {quote}", (*asked, *said)
    return f"Regarding {drug}, {client} stated: {quote}", (*asked, *said)


def _of_another(words: str) -> bool:
    """Whether it is asked of somebody else's medicine, whose it is then to stay."""
    said = {word.lower().partition("'")[0] for word in tokens(words)}
    return bool(said & (HE_WORDS | SHE_WORDS | (frozenset(SEX) - _GIVERS)))


_GIVERS = frozenset(("doctor", "gp", "nurse", "psychiatrist", "consultant", "doc", "pharmacist"))


def _had_from_somebody(reading: Reading, unit: Unit) -> tuple[str, Sequence[Unit]] | None:
    """A medicine that somebody gave the client, with what the client did with it, asked for or not."""
    if not _FROM_SOMEBODY.search(unit.words) or len(_drugs(unit.exact)) != 1 or _A_DOCTOR.search(unit.words):
        return None
    told = [unit, *_turn_from(reading.units, unit)[1:]]
    uses = [at for at, one in enumerate(told) if at and _OWN_USE.search(one.words)]
    own = _within(told[: uses[-1] + 1] if uses else told)
    if any(one.risk_in_words or not is_whole(one) for one in own):
        return None
    terms = reading.terms_for(unit)
    text = f"{terms.client} stated: {in_quotes(as_one(own))}"
    asked, answer = _asked_of_it(reading.units, told[-1])
    if asked is None or not answer:
        return (text, own) if uses else None
    answered = f"When asked {quoted(asked)}, {terms.client_inside} answered: {in_quotes(as_one(answer))}"
    return f"{text} {answered}", (*own, asked, *answer)


def _asked_of_it(units: Sequence[Unit], last: Unit) -> tuple[Unit | None, list[Unit]]:
    """A short question right behind, and its answer, where that says what the client did with it."""
    asked = units[last.index + 1] if last.index + 1 < len(units) else None
    plain = asked is not None and asked.speaking is Speaking.CLINICIAN and asked.question
    if asked is None or not plain or asked.length > _MOST_BETWEEN:
        return None, []
    turn = _turn_from(units, units[asked.index + 1]) if asked.index + 1 < len(units) else []
    turn = [one for one in turn if one.speaking is Speaking.CLIENT]
    uses = [at for at, one in enumerate(turn) if _OWN_USE.search(one.words)]
    answer = _within(turn[: uses[-1] + 1]) if uses else []
    return (asked, answer) if all(is_whole(one) and not one.risk_in_words for one in answer) else (None, [])


def _turn_from(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    return [
        *takewhile(lambda one: one.turn == unit.turn and one.speaker == unit.speaker, units[unit.index :])
    ]


def _within(said: Sequence[Unit]) -> list[Unit]:
    """As many of the first units as a note quotes."""
    kept = list(said)
    while len(kept) > 1 and word_count(as_one(kept).exact) > _MOST_SAID:
        kept = kept[:-1]
    return kept


def _drugs(words: str) -> list[str]:
    return [word for word in tokens(words) if is_drug(word.lower())]
