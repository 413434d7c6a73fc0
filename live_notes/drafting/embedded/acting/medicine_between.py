"""A medicine of which each side tells a part: the name, how much of it, and what becomes of it.

"So that's the two milligrams, when needed, and you've not had any." "No, but I like to have it." "Which one
was it?" "The zopiclone." Neither line tells it alone, so both stand in one sentence, in their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.agreeing import agreed
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.exchanges import answer_to, rest_of_answer
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.person_words import HE_WORDS, SEX, SHE_WORDS
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import tokens, word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_AMOUNT = (
    r"(?:a hundred|half|\d[\d.]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:hundred|fifty|five|seventy-five"
    r"|twenty-five))?)"
)
_DOSED = AnyCase(rf"\b{_AMOUNT} ?(?:mg|mcg|mils?|milligrams?|micrograms?)\b")
_HOW_MUCH = AnyCase(
    rf"\b{_AMOUNT}\b|\b(?:as and when|when (?:needed|you need it|required)|as needed|prn"
    rf"|every (?:morning|night|day)"
    r"|at (?:night|bedtime)|in the (?:morning|evening)|once|twice|daily|(?:a|per) day)\b"
)
_READ_BACK = AnyCase(
    r"^(?:(?:okay|ok|right|yes|yeah|good|great|so|and|then|well)[, ]+)*"
    r"(?:(?:that|it)(?:'s| is| was)|you(?:'re|'ve| are| have| take| took| had| stopped| started| came)"
    r"|(?:and )?still"
    r"|dr\.? [a-z]+ (?:put|raised|dropped|started|stopped|changed|moved|brought|took|increased|reduced"
    r"|lowered)"
    r"|the (?:doctor|gp|nurse|psychiatrist|consultant) (?:put|raised|dropped|started|stopped|changed|moved"
    r"|brought|increased|reduced|lowered)|so )"
)
_OPEN = AnyCase(
    r"\b(?:should|could|would|might|may|will|'ll|if|want|let's|let us|need to|have to|must|i'd|recommend"
    r"|suggest"
    r"|going to|gonna|plan|instead|people|some folks|usually|often|can|when you (?:come|get)|next (?:time"
    r"|week|month)|what|why|how|remember)\b|n't (?:take|stop|mix)|\?"
)
"""Advises, explains or plans: no fact that is read back."""
_WHICH = AnyCase(
    r"^(?:(?:and|so|okay|oh|right|hm+)[, ]+)*(?:which (?:one|ones|tablets?|pills?|kind|sort|drug"
    r"|medication|meds?)"
    r"|what (?:was|is|were|are|'s)?(?: ?(?:it|that|they|those|the (?:name|tablet|pill)))?(?: called)?"
    r"|what(?:'s|'re| is| was| were| are) (?:it|that|they|those|the name)(?: of (?:it|them"
    r"|that))?(?: called)?"
    r"|what (?:kind|sort|tablets?|pills?)(?: (?:of )?\w+)?|do you (?:know|remember) (?:which|what))"
    r"(?: (?:was it|is it|were they|are they|are you on|did you (?:take|have)|one|that was|it was"
    r"|called))*\W*$"
)
_TABLET = AnyCase(r"\b(?:tablets?|pills?|meds?|medications?|medicines?|capsules?|painkillers?|sleepers?)\b")
_OWN_USE = AnyCase(
    r"^(?:(?:and|but|so|well|now)[, ]+)*(?:i|i'm|i've|i'd)\b.*\b(?:taking|takes?|took|taken|left"
    r"|finished|stopped"
    r"|using|strips?|tablets?|pills?|doses?)\b"
)
"""What the client does with a medicine that stands before it."""
_REACH, _TURNS, _MOST_SAID, _MOST_READ = 12, 4, 40, 28
MEDICINE_IS_WORTH = 0.5
"""On top of its words: a name with its dose is what is looked up."""


def medicines_between(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What both sides tell of a medicine together; their units are added to `used`."""
    for unit in reading.units:
        if unit.index in used or unit.speaking not in {Speaking.CLIENT, Speaking.CLINICIAN}:
            continue
        if unit.speaking is Speaking.CLIENT:
            yield from _given_and_used(reading, unit, used)
            continue
        if not (_READ_BACK.match(unit.words) or _WHICH.match(unit.words)):
            continue
        answer = answer_to(reading.units, unit) or _echo_of(reading.units, unit)
        if answer is None or answer.question or answer.index in used or unit.risk_in_words:
            continue
        said = _named_when_asked(reading, unit, answer) or _read_back(reading, unit, answer)
        if said is None or used & {one.index for one in said[1]}:
            continue
        text, units = said
        used.update(one.index for one in units if one.turn >= unit.turn)
        statement = made(reading, Kind.REPORT, whole(text), tuple(units), place=unit)
        yield replace(statement, more=max(statement.more, MEDICINE_IS_WORTH))


def _given_and_used(reading: Reading, unit: Unit, used: set[int]) -> Iterator[Statement]:
    """What somebody else did with a medicine, and what the client does: told apart, neither is whole."""
    following = next(iter(reading.units[unit.index + 1 : unit.index + 2]), None)
    if following is None or following.turn != unit.turn or following.index in used or unit.question:
        return
    if not _OWN_USE.match(following.words) or RISK_WORDS.search(f"{unit.words} {following.words}"):
        return
    said = {word.lower().partition("'")[0] for word in tokens(unit.words)}
    if not said & (HE_WORDS | SHE_WORDS | {"they"}) or said & frozenset(SEX) or len(_drugs(unit.exact)) != 1:
        return
    used.update((unit.index, following.index))
    both = as_one((unit, following))
    terms = reading.terms_for(unit)
    statement = made(reading, Kind.REPORT, whole(f"{terms.client} stated: {in_quotes(both)}"), (both,))
    yield replace(statement, more=max(statement.more, MEDICINE_IS_WORTH))


def _echo_of(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """What the client says at once after a unit, be it only the dose again."""
    following = units[unit.index + 1] if unit.index + 1 < len(units) else None
    return following if following is not None and following.speaking is Speaking.CLIENT else None


def _named_when_asked(reading: Reading, unit: Unit, answer: Unit) -> tuple[str, Sequence[Unit]] | None:
    """What the client took, asked for by its name.

    "I took one of her tablets." "Which one?" "The zopiclone." What stood before it in its turn
    may be told as well, with it.
    """
    if not _WHICH.match(unit.words) or not _drugs(answer.exact):
        return None
    before = next((one for one in reversed(reading.units[: unit.index]) if not one.backchannel), None)
    if before is None or before.speaking is not Speaking.CLIENT or before.speaker != answer.speaker:
        return None
    if not _TABLET.search(before.exact) or before.question or _drugs(before.exact):
        return None
    terms, told = reading.terms_for(answer), _turn(reading.units, answer)
    answered = f"{terms.client_inside} answered: {in_quotes(as_one(told))}"
    asked = f'When asked {quoted(unit)[:-1].rstrip(".")}", {answered}'
    return f"{terms.client} stated: {quoted(before)} {asked}", (before, unit, *told)


def _read_back(reading: Reading, unit: Unit, answer: Unit) -> tuple[str, Sequence[Unit]] | None:
    """What the clinician says back of the client's own medicine, with what the client says to it."""
    if unit.question or not _READ_BACK.match(unit.words) or _OPEN.search(unit.words):
        return None
    if unit.length > _MOST_READ or _of_another(unit.words) or not _HOW_MUCH.search(unit.words):
        return None
    named = _drugs(unit.exact)
    naming, drug = (None, "") if named else _one_before(reading.units, unit)
    if len(named) > 1 or not (named or (drug and _DOSED.search(unit.words))):
        return None
    terms = reading.terms_for(answer)
    if agreed(unit, answer, rest_of_answer(reading.units, answer), terms) is not None:
        return None  # a plain yes is told shorter
    told = _turn(reading.units, answer)
    clinician = terms.clinician if not drug else f"{terms.clinician[0].lower()}{terms.clinician[1:]}"
    regarding = f"Regarding {drug}, " if drug else ""
    return (
        f"{regarding}{clinician} stated: {quoted(unit)} {terms.client} answered: {in_quotes(as_one(told))}",
        (*([naming] if naming else []), unit, *told),
    )


def _turn(units: Sequence[Unit], answer: Unit) -> list[Unit]:
    """The answer with what follows it in its turn, as far as a note holds it."""
    told = [answer]
    rest = takewhile(
        lambda one: one.turn == answer.turn and one.speaker == answer.speaker, units[answer.index + 1 :]
    )
    for one in rest:
        if one.question or one.risk_in_words or word_count(as_one((*told, one)).exact) > _MOST_SAID:
            break
        told.append(one)
    return told


def _one_before(units: Sequence[Unit], unit: Unit) -> tuple[Unit | None, str]:
    """The one medicine named shortly before, and the unit that names it; empty for none, or two."""
    near = [one for one in units[max(0, unit.index - _REACH) : unit.index] if unit.turn - one.turn <= _TURNS]
    named = [drug for one in near for drug in _drugs(one.exact)]
    naming = [one for one in near if _drugs(one.exact)]
    if len({drug.lower() for drug in named}) != 1 or any(_of_another(one.words) for one in naming):
        return None, ""
    own = any(_ONES_OWN.intersection(tokens(one.words.lower())) for one in naming)
    return (naming[-1], named[-1]) if own else (None, "")


def _of_another(words: str) -> bool:
    """Whether somebody else's medicine may be spoken of; a doctor only gives it."""
    said = {word.lower().partition("'")[0] for word in tokens(words)}
    return bool(said & (HE_WORDS | SHE_WORDS | (frozenset(SEX) - _GIVERS)))


_ONES_OWN = frozenset(("i", "i'm", "i've", "my", "me", "you", "you're", "you've", "you'd", "your"))
_GIVERS = frozenset(
    ("doctor", "gp", "nurse", "psychiatrist", "consultant", "doc", "pharmacist", "da", "mate", "pal")
)


def _drugs(words: str) -> list[str]:
    return [word for word in tokens(words) if is_drug(word.lower())]
