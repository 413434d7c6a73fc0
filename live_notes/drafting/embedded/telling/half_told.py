"""A last look at each report: what is no whole sentence, or leans on what it leaves out, is quoted with that.

"They will" says nothing, "they did not open the app" is no abstinence where "the first ten days" stood
before it and "then the salary came" behind it, and "they would do something they cannot undo" is no intention
where it was asked what would happen otherwise. The very words with their question say only what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.turns import question_before
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.clauses import has_verb
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.half_told_words import (
    A_TIME,
    ANOTHER_SAYS,
    ANY_NUMBER,
    ASKS_OF_A_CASE,
    BOTH_YES_AND_NO,
    IN_THAT_CASE,
    ITSELF,
    LIKE_THAT,
    NO_CLAUSE,
    NO_ENGLISH_OF_A_NOTE,
    NO_VERB_BEHIND,
    NO_VERB_OF_ITS_OWN,
    NOT_IN_A_CASE,
    NUMBER,
    OF_DYING,
    ONLY_NUMBERS,
    ONLY_PERSONS,
    THEN,
)
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking

_NEXT = re.compile(r"(?<=[.\"]) (?=(?:When asked|Regarding|In response to) )")
_TELLING = re.compile(
    r"^(?P<asked>(?:When asked|Regarding|In response to) (?:[^\"]|\"[^\"]*\")+?, )?"
    r"(?P<who>(?:the )?[\w-]+(?: [A-Z])?) (?P<verb>reported|said|agreed"
    r"|(?:answered|stated):(?= \"[^\"]*\"; ))(?P<that> that)?"
    r" (?P<told>(?!\"[^\"]*\"\.?$).+)$",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r'"[^"]*"')
_HOW = {"W": "answered", "R": "stated", "I": "said"}
_MOST, _MOST_ASKED, _MOST_OF_A_BARE_ONE = 60, 34, 5
_BACK, _SOON, _FAR = 6, 3, 60
_KINDS = frozenset((Kind.REPORT, Kind.RESPONSE))


@dataclass(frozen=True)
class _Part:
    """One report of a statement, and the client's sentences that it retells."""

    text: str
    told: re.Match[str]
    units: Sequence[Unit]

    @property
    def alone(self) -> bool:
        """Whether it is told without what was asked."""
        return self.told["asked"] is None

    def __repr__(self) -> str:
        return f"<_Part {len(self.text)} chars of {len(self.units)} units>"


def told_wholly(reading: Reading, found: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each report that is none in the very words; without what those do not mend either."""
    for statement in found:
        if statement.authored or statement.kind not in _KINDS or statement.speaker is None:
            yield statement
            continue
        mended = _mended(reading, statement)
        if mended is not None:
            yield mended


def _mended(reading: Reading, statement: Statement) -> Statement | None:
    """The statement as it may stand in a note; None where nothing of it may."""
    text = statement.text if statement.fuller is None else statement.fuller[0]
    parts = _NEXT.split(text)
    found = [_TELLING.match(part) for part in parts]
    if not any(found):
        return statement
    turns = _turns_of(reading, statement, len(parts))
    if not turns:
        return statement
    kept: list[str] = []
    lines: list[str] = []
    for part, telling, units in zip(parts, found, turns, strict=True):
        said: str = part
        rests_on: Sequence[str] = ()
        if telling is not None and units:
            said, rests_on = _as_it_may_stand(reading, _Part(part, telling, units))
        kept += [said] if said or not statement.must else [part]
        lines += rests_on
    kept = [one for one in kept if one]
    if kept == parts:
        return statement
    if not kept:
        return None
    evidence = tuple(dict.fromkeys((*lines, *statement.evidence)))
    return replace(statement, fuller=(in_figures(" ".join(kept)), evidence))


def _turns_of(reading: Reading, statement: Statement, parts: int) -> Sequence[Sequence[Unit]]:
    """The client's sentences behind each report; none where it is not certain which stand behind which."""
    lines = set(statement.evidence if statement.fuller is None else statement.fuller[1])
    near = reading.units[statement.order : statement.order + _FAR]
    said = [
        one
        for one in near
        if one.speaking is Speaking.CLIENT and not one.within and lines.issuperset(one.evidence)
    ]
    turns = [list(turn) for _, turn in groupby(said, key=lambda one: (one.turn, one.speaker))]
    found = [run for turn in turns if (run := _as_told(turn, statement))]
    return found if len(found) == parts else ()


def _as_told(turn: Sequence[Unit], statement: Statement) -> Sequence[Unit]:
    """The sentences of a turn from the first that is told to the last."""
    told = [one for one in turn if one.stems and statement.stems.issuperset(one.stems)]
    told = told or [one for one in turn if not one.stems]
    if not told:
        return ()
    at, end = turn.index(told[0]), turn.index(told[-1]) + 1
    while at and _is_bare(turn[at - 1]):
        at -= 1
    while end < len(turn) and _is_bare(turn[end]):
        end += 1
    return turn[at:end]


def _is_bare(unit: Unit) -> bool:
    """Whether a short sentence has no word that says what it is of: "at me", "I'm not"."""
    few = unit.length <= _MOST_OF_A_BARE_ONE
    return few and not (unit.stems or unit.question or unit.backchannel)


def _as_it_may_stand(reading: Reading, part: _Part) -> tuple[str, Sequence[str]]:
    """A report as it is where it is whole, else the very words and their lines; "" where it may not stand."""
    pieces = _pieces(part)
    leans = part.told["verb"].lower() != "agreed" and _leans(reading, part, pieces)
    if not leans and not _is_broken(part, pieces):
        return part.text, ()
    if part.told["verb"].lower() == "agreed":
        return "", ()
    return _quoted(reading, part)


def _pieces(part: _Part) -> list[str]:
    prose = _QUOTED.sub('""', part.told["told"]).rstrip(".")
    return [piece.strip(" .").removeprefix("that ") for piece in prose.split(";")]


def _is_broken(part: _Part, pieces: Sequence[str]) -> bool:
    """Whether a clause of a report is none, or is no English that a note is written in."""
    prose = [one for one in pieces if '""' not in one]
    if any(NO_CLAUSE.search(one) or NO_ENGLISH_OF_A_NOTE.search(one) for one in prose):
        return True
    own = part.units if part.told["verb"].lower() != "agreed" else ()
    if any(_is_of_nobody_sure(one) and quoted(one).strip('".') not in part.text for one in own):
        return True
    if part.told["that"] is None or not prose:
        return False
    return NO_VERB_BEHIND.search(prose[0]) is not None or any(map(ONLY_NUMBERS.match, prose[1:]))


def _is_of_nobody_sure(unit: Unit) -> bool:
    """Whether it is an idiom of dying, or speaks of oneself without a verb."""
    return OF_DYING.search(unit.words) is not None or ONLY_PERSONS.match(unit.words) is not None


def _leans(reading: Reading, part: _Part, pieces: Sequence[str]) -> bool:
    """Whether a report leaves out what it cannot be understood without."""
    first = part.units[0]
    if not part.alone:
        return part.told["asked"].startswith("Regarding") and _has_no_verb(pieces[0])
    if _has_no_verb(pieces[0]) or LIKE_THAT.search(pieces[0]):
        return True
    before, behind = _beside(reading.units, part.units)
    if _depends(reading, first) or _is_put_right(part.units[-1], behind):
        return True
    return before is not None and (_says_for(before) or _bounds(before, first, reading.units))


def _has_no_verb(piece: str) -> bool:
    return NO_VERB_OF_ITS_OWN.match(piece) is not None


def _depends(reading: Reading, unit: Unit) -> bool:
    """Whether it says what would be, in answer to what would be if."""
    asked = _question_of(reading, unit) if _is_of_a_case(unit) else None
    return asked is not None and ASKS_OF_A_CASE.search(asked.words) is not None


def _is_of_a_case(unit: Unit) -> bool:
    return IN_THAT_CASE.search(unit.words) is not None and NOT_IN_A_CASE.search(unit.words) is None


def _question_of(reading: Reading, unit: Unit) -> Unit | None:
    """The question that the turn of a sentence answers, where it can stand in a note."""
    turn = reading.units[max(0, unit.index - _FAR) : unit.index + 1]
    first = next(one for one in turn if (one.turn, one.speaker) == (unit.turn, unit.speaker))
    asked = question_before(reading.units, first)
    return asked if asked is not None and is_whole(asked) and asked.spoken_length <= _MOST_ASKED else None


def _beside(units: Sequence[Unit], run: Sequence[Unit]) -> tuple[Unit | None, Unit | None]:
    """The sentence of the same turn before these, and the one behind them."""
    before = units[run[0].index - 1] if run[0].index else None
    behind = units[run[-1].index + 1] if run[-1].index + 1 < len(units) else None
    return _same(before, run[0]), _same(behind, run[-1])


def _same(other: Unit | None, unit: Unit) -> Unit | None:
    if other is None or other.question or other.backchannel:
        return None
    return other if (other.turn, other.speaker) == (unit.turn, unit.speaker) else None


def _says_for(before: Unit) -> bool:
    """Whether somebody else's words come next."""
    return ANOTHER_SAYS.match(before.words.rstrip(" .:!")) is not None


def _bounds(before: Unit, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a sentence without a clause says of what, or of when, the next is told."""
    if _is_a_clause(before) or not before.stems:
        return False
    if A_TIME.match(before.words):
        return True
    opens = question_before(units, before) is not None
    return opens and ITSELF.match(unit.words) is not None and not ANY_NUMBER.search(before.words)


def _is_a_clause(unit: Unit) -> bool:
    return is_clause(unit.words) and has_verb(unit.words)


def _is_put_right(last: Unit, behind: Unit | None) -> bool:
    """Whether a number or a day is put right in the next words."""
    return (
        behind is not None
        and NUMBER.match(behind.words) is not None
        and ANY_NUMBER.search(last.words) is not None
    )


def _quoted(reading: Reading, part: _Part) -> tuple[str, Sequence[str]]:
    """The very words behind a report, with what they lean on; "" where nothing can stand."""
    run = _run(reading.units, part)
    if not run:
        return "", ()
    terms = reading.terms_for(run[0])
    if not part.alone and not part.told["asked"].startswith("Regarding"):
        return _behind_its_question(part.told["asked"], terms.client_inside, as_one(run))
    cue = _cue(reading, run)
    while run and cue is None and _waits(run[0]):
        run = run[1:]
    if not run:
        return "", ()
    said = as_one(run)
    if cue is None and part.alone:
        return finish(f"{terms.client} stated: {in_quotes(said)}"), said.evidence
    if cue is None:
        return finish(f"{part.told['asked']}{terms.client_inside} stated: {in_quotes(said)}"), said.evidence
    lead = "When asked" if cue.question else "In response to"
    asked = quoted(cue)[:-1].rstrip(".")
    text, lines = _behind_its_question(f'{lead} {asked}", ', terms.client_inside, said)
    return text, (*cue.evidence, *lines)


def _behind_its_question(asked: str, who: str, said: Unit) -> tuple[str, Sequence[str]]:
    return finish(f"{asked}{who} {_HOW[asked[0]]}: {in_quotes(said)}"), said.evidence


def _waits(unit: Unit) -> bool:
    """Whether a sentence says nothing without what it answers."""
    return not unit.stems or _leans_back(unit)


def _leans_back(unit: Unit) -> bool:
    return NO_VERB_OF_ITS_OWN.match(unit.words) is not None or LIKE_THAT.search(unit.words) is not None


def _run(units: Sequence[Unit], part: _Part) -> Sequence[Unit]:
    """The sentences from where the turn begins, or from what bounds them, as many as may be quoted."""
    run = list(part.units)
    for one in reversed(units[max(0, run[0].index - _BACK) : run[0].index] if part.alone else ()):
        near = _says_for(one) or not _is_a_clause(one) or _leans_back(run[0]) or _is_of_a_case(run[0])
        if _same(one, run[0]) is None or not near or not is_whole(one):
            break
        run.insert(0, one)
    run += _behind(units, run)
    run = run[1:] if len(run) > 1 and BOTH_YES_AND_NO.match(run[0].exact.strip()) else run
    kept: list[Unit] = []
    for one in run:
        if not is_whole(one) or sum(unit.spoken_length for unit in (*kept, one)) > _MOST:
            break
        kept.append(one)
    return kept


def _behind(units: Sequence[Unit], run: Sequence[Unit]) -> Sequence[Unit]:
    """What puts right, or ends, what is told: to the sentence that says so."""
    last = run[-1]
    behind = [one for one in units[last.index + 1 : last.index + 1 + _SOON] if _same(one, last)]
    if behind and _is_put_right(last, behind[0]):
        return behind[:1]
    if any(A_TIME.match(one.words) and not _is_a_clause(one) for one in run):
        ends = next((at for at, one in enumerate(behind) if THEN.match(one.exact.strip())), None)
        return behind[: ends + 1] if ends is not None else ()
    return ()


def _cue(reading: Reading, run: Sequence[Unit]) -> Unit | None:
    """What the clinician said last before a turn that begins with these, where it can stand in a note.

    What would be in some case has its question, whatever else was said between.
    """
    if _is_of_a_case(run[0]) or _is_of_a_case(run[-1]):
        return _question_of(reading, run[0])
    before = next((one for one in reversed(reading.units[: run[0].index]) if not one.backchannel), None)
    if before is None or before.speaking is not Speaking.CLINICIAN or before.turn == run[0].turn:
        return None
    return before if is_whole(before) and before.spoken_length <= _MOST_ASKED and before.stems else None
