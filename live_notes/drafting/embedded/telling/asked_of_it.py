"""A question that only takes up the client's last words is told with those words.

"Under Roses?" and "when they will do it" ask of what was said just before; where that stands elsewhere in a
note, or nowhere, nobody can tell what the answer is to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.turns import question_before
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_PLAYED = "In the "
"""How the words of a rehearsal or a role-play are told."""
_KINDS = frozenset((Kind.REPORT, Kind.RESPONSE, Kind.PLAN))
_OF_IT = re.compile(
    r"^(?:(?:and|so|but|okay|well|right)[, ]+)*(?:when|where|how soon|what time|what day|which day|who with)"
    r"\b[\w' ]* (?:do|did|try|start|manage|fit|get) (?:it|that|this|them)(?: in| then| by)?\W*$",
    re.IGNORECASE,
)
"""Asks when or where something is done that it does not name."""
_OPENS = re.compile(r"^(?:how|what|when|where|who|why|which|whose|and|so|nought|zero)\b", re.IGNORECASE)
_DOES = re.compile(
    r"^(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|any)\b|.*\byou\b",
    re.IGNORECASE,
)
"""Asks with a verb of its own."""
_MOST_OF_AN_ECHO, _MOST, _MOST_ASKED, _FAR = 3, 30, 24, 12


def told_of_what(reading: Reading, found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each question that only points back behind what it points at."""
    statements = list(found)
    played = " ".join(one.text for one in statements if one.text.startswith(_PLAYED))
    for statement in statements:
        text = statement.text if statement.fuller is None else statement.fuller[0]
        if statement.authored or statement.kind not in _KINDS or not text.startswith("When asked "):
            yield statement
            continue
        before = _pointed_at(reading, statement, f"{played} {text}")
        if before is None:
            yield statement
            continue
        lines = statement.evidence if statement.fuller is None else statement.fuller[1]
        said, rests_on = before
        evidence = tuple(dict.fromkeys((*rests_on, *lines)))
        yield replace(statement, fuller=(in_figures(f"{said} {text}"), evidence))


def _pointed_at(reading: Reading, statement: Statement, told: str) -> tuple[str, Sequence[str]] | None:
    """What the client said just before the question, with what they were asked, and the lines of both.

    None where it is `told` already, or was said in play.
    """
    asked = _question(reading.units, statement)
    turn = () if asked is None else _turn_before(reading.units, asked)
    if not turn or asked is None or not (_is_echo(asked, turn[-1]) or _OF_IT.match(asked.words)):
        return None
    said = as_one(turn)
    if not all(map(is_whole, turn)) or said.spoken_length > _MOST or any(one.question for one in turn):
        return None
    if in_quotes(turn[-1]).strip('".') in told or said.risk_in_words:
        return None
    terms, cue = reading.terms_for(said), question_before(reading.units, turn[0])
    if cue is None or not is_whole(cue) or cue.spoken_length > _MOST_ASKED:
        return finish(f"{terms.client} stated: {in_quotes(said)}"), said.evidence
    put = quoted(cue)[:-1].rstrip(".")
    told = finish(f'When asked {put}", {terms.client_inside} answered: {in_quotes(said)}')
    return told, (*cue.evidence, *said.evidence)


def _question(units: Sequence[Unit], statement: Statement) -> Unit | None:
    """The clinician's question that a statement begins with, where its turn is that question alone."""
    first = units[statement.order]
    behind = units[first.index : first.index + 3]
    if first.speaking is Speaking.CLIENT:
        return question_before(units, first)
    asked = next((one for one in behind if one.question), None)
    return asked if asked is not None and asked.turn == first.turn and asked.index == first.index else None


def _turn_before(units: Sequence[Unit], asked: Unit) -> Sequence[Unit]:
    """What the client said at once before a question."""
    before = [one for one in units[max(0, asked.index - _FAR) : asked.index] if not one.backchannel]
    if not before or before[-1].speaking is not Speaking.CLIENT:
        return ()
    return [one for one in before if (one.turn, one.speaker) == (before[-1].turn, before[-1].speaker)]


def _is_echo(asked: Unit, before: Unit) -> bool:
    """Whether a question only says some of the client's last words again."""
    asks = _OPENS.match(asked.words) or _DOES.match(asked.words)
    if asked.length > _MOST_OF_AN_ECHO or not asked.stems or asks:
        return False
    return set(asked.stems) <= set(before.stems)
