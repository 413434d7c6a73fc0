"""Answers told as far as they went: what turns them in the same turn, or once the clinician asked again.

"I sort of want to hang on to it. But. Yeah, okay, take it." must not stand as the refusal it began with, nor
"Do I have to?" without the "okay, you tell her" it led to, nor a rating without the one it became at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.answers_apart import NUMBER
from live_notes.drafting.embedded.answering.taken_back import disowns, puts_right
from live_notes.drafting.embedded.booking.moved_hours import moved
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.hearing.wholeness import UNHEARD
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import capital
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_ENDS_QUOTED = re.compile(r"(?:answered|asked|stated): \"(?P<said>[^\"]+)\"\.?$")
_TURNS = re.compile(
    r"^(?:\[\w+\] )*(?:(?:um+|uh+|oh|well|i mean|and)[,. ]+)*(?:but|yeah|yes|no|nah|okay|ok|actually|fine"
    r"|alright|all right|although|though|wait|maybe|go on|take it|fair enough|or)\b",
    re.IGNORECASE,
)
"""Begins what turns an answer about."""
_BOUNDS = re.compile(
    r"^(?:(?:and|so|mind)[, ]+)*(?:it|that|this)"
    r"(?:(?:'s|'d| is| was| had| has)(?: not| never)\b|(?: is| was)n't\b)",
    re.IGNORECASE,
)
"""Says of what was just told what it was not."""
_YIELDS = re.compile(
    r"^(?:\[\w+\] )*(?:(?:um+|uh+|oh|well|ugh|sigh|i guess|i suppose)[,. ]+)*(?:okay|ok|yeah|yes|fine|alright"
    r"|all right|no|nah|sure|go on|fair enough|if you (?:think|want)|you (?:can|do|say|tell))\b",
    re.IGNORECASE,
)
_RATES_ANEW = re.compile(
    r"^(?:\[\w+\] )*(?:(?:um+|uh+|well|oh|hm+)[,. ]+)*(?:or|no|nah|actually|wait|sorry|make (?:it|that)"
    r"|let(?:'s| me) say|call it|maybe|more like)\b",
    re.IGNORECASE,
)
_MOST_MORE, _MOST_ECHOED, _MOST_ASKED_BACK, _MOST_RATED, _MOST_OF_A_NOD = 30, 3, 8, 10, 4
_MOST_UNITS = 80
"""As many sentences as a statement over several turns may reach over."""
_AS_BEGUN = 12
_ASKED_TO_RATE = re.compile(
    r"\b(?:scale|nought|zero|out of|how (?:important|confident|likely|anxious|bad|strong|ready|sure|high"
    r"|low|true|distress\w*|upset\w*|much (?:do|did) you believe))\b",
    re.IGNORECASE,
)


def to_the_end(reading: Reading, found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each answer in them with what turned it."""
    for one in found:
        if one.authored or reading.rambling:
            yield one
            continue
        yield moved(reading, one) or _rated_anew(reading, one) or _with_its_rest(reading, one) or one


def _with_its_rest(reading: Reading, one: Statement) -> Statement | None:
    """The statement with the rest of the turn it quotes, or with what the client came round to."""
    told = _ENDS_QUOTED.search(one.text)
    last = None if told is None else _last_quoted(reading.units, one, told["said"])
    if last is None:
        return None
    rest = [unit for unit in _client_after(reading.units, last) if unit.turn == last.turn]
    if rest and (_turns_about(last, rest) or not content_stems(told["said"] if told else "")):
        return _longer(one, rest) or _longer(one, rest[:1])
    if rest:
        return None
    if last.question and last.spoken_length <= _MOST_ASKED_BACK:
        return _came_round(reading, one, last)
    return _disowned(reading, one, last)


def _turns_about(last: Unit, rest: Sequence[Unit]) -> bool:
    """Whether what follows says otherwise, and is more than a nod."""
    if all(unit.backchannel for unit in rest):
        return False
    said = rest[0].exact.strip()
    return bool(_TURNS.match(said) or _BOUNDS.match(said)) or puts_right(last, rest[0])


def _last_quoted(units: Sequence[Unit], one: Statement, said: str) -> Unit | None:
    """The client's last sentence in a quotation that ends a statement.

    What was said twice, "five, maybe four, five", is where most of the quotation leads up to it.
    """
    near = [unit for unit in units[one.order : one.order + _MOST_UNITS] if unit.speaking is Speaking.CLIENT]
    spoken = [unit for unit in near if set(unit.evidence) & set(one.evidence)]
    led_up = [_led_up_to(spoken, at, said.lower()) for at in range(len(spoken))]
    most = max(led_up, default=0)
    return spoken[led_up.index(most)] if most else None


def _led_up_to(spoken: Sequence[Unit], at: int, said: str) -> int:
    """How many sentences of a turn, up to one of them, a quotation ends with."""
    turn = takewhile(lambda unit: unit.turn == spoken[at].turn, reversed(spoken[: at + 1]))
    many, left = 0, said
    for unit in turn:
        words = quoted(unit).strip('"').lower()
        if not words or not left.endswith(words):
            break
        many, left = many + 1, left[: -len(words)].rstrip()
    return many


def _client_after(units: Sequence[Unit], last: Unit) -> list[Unit]:
    """What the client says on, up to somebody else's words."""
    after = units[last.index + 1 :]
    return list(takewhile(lambda unit: unit.speaking is Speaking.CLIENT, after))


def _longer(one: Statement, rest: Sequence[Unit]) -> Statement | None:
    both = as_one(rest)
    if UNHEARD.search(both.exact) or both.spoken_length > _MOST_MORE:
        return None
    text = f"{one.text.rstrip('.')[:-1]} {_going_on(both)}"
    return replace(one, text=text, evidence=tuple(dict.fromkeys((*one.evidence, *both.evidence))))


def _going_on(unit: Unit) -> str:
    """What goes on within a quotation, up to its closing mark: with the "but" that a beginning leaves out."""
    told, said = in_quotes(unit)[1:], unit.fluent.lstrip("-–—…,;: ")
    at = said.lower().find(told[:_AS_BEGUN].lower())
    return f"{capital(said[:at])}{said[at]}{told[1:]}" if at > 0 else told


def _disowned(reading: Reading, one: Statement, last: Unit) -> Statement | None:
    """The statement with what the client says next, past a nod, where that says it was not so."""
    after = reading.units[last.index + 1 :]
    nods = list(takewhile(lambda unit: unit.speaking is Speaking.CLINICIAN, after[:_MOST_ECHOED]))
    said = _client_after(reading.units, nods[-1]) if nods else []
    if not said or any(unit.question or unit.spoken_length > _MOST_OF_A_NOD for unit in nods):
        return None
    if not disowns(said[0]) or UNHEARD.search(said[0].exact):
        return None
    told: list[Unit] = [said[0]]
    for unit in said[1:]:
        if sum(each.spoken_length for each in (*told, unit)) > _MOST_MORE or not unit.whole:
            break
        told.append(unit)
    both = as_one(told)
    text = f"{one.text} {reading.terms_for(both).client} then stated: {in_quotes(both)}"
    return replace(one, text=text, evidence=tuple(dict.fromkeys((*one.evidence, *both.evidence))))


def _came_round(reading: Reading, one: Statement, last: Unit) -> Statement | None:
    """The statement with the client's next words, where they asked back and were answered."""
    after = reading.units[last.index + 1 :]
    between = list(takewhile(lambda unit: unit.speaking is Speaking.CLINICIAN, after))
    if not between or any(unit.question for unit in between):
        return None
    said = _client_after(reading.units, between[-1])
    if not said or not _YIELDS.match(said[0].exact.strip()) or UNHEARD.search(as_one(said).exact):
        return None
    both = as_one(said)
    if both.spoken_length > _MOST_MORE:
        return None
    text = f"{one.text} {reading.terms_for(both).client} then answered: {in_quotes(both)}"
    return replace(one, text=text, evidence=tuple(dict.fromkeys((*one.evidence, *both.evidence))))


def _rated_anew(reading: Reading, one: Statement) -> Statement | None:
    """A rating with the one that the client put in its place at once, after the clinician's echo."""
    if not _ASKED_TO_RATE.search(one.text) or not NUMBER.search(one.text):
        return None
    asked = reading.units[one.order]
    near = reading.units[one.order : one.order + 12]
    answer = [unit for unit in near if unit.speaking is Speaking.CLIENT and unit.turn == asked.turn + 1]
    brief = bool(answer) and word_count(as_one(answer).exact) <= _MOST_RATED
    if asked.speaking is not Speaking.CLINICIAN or not brief:
        return None
    after = reading.units[answer[-1].index + 1 :]
    echo = list(takewhile(lambda unit: unit.speaking is Speaking.CLINICIAN, after))
    if not echo or word_count(as_one(echo).exact) > _MOST_ECHOED:
        return None
    anew = next(iter(_client_after(reading.units, echo[-1])), None)
    if anew is None or not _RATES_ANEW.match(anew.exact.strip()) or not NUMBER.search(anew.exact):
        return None
    if anew.spoken_length > _MOST_RATED or quoted(anew).strip('".') in one.text:
        return None
    text = f"{one.text.rstrip('.')}; then: {in_quotes(anew)}"
    return replace(one, text=text, evidence=tuple(dict.fromkeys((*one.evidence, *anew.evidence))))
