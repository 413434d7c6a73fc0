"""What is told of risk and of means, with the question it answers and with what its speaker goes on to say.

"It's a rest. But I can't tell you I don't see the other one from there" is no rest alone, and "They're not in
the house" says nothing without the guns that were asked about. Where a sentence of a note would leave out
either, the client's words stand in it as they were spoken, to the end of the turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.frames import asks_for_a_plan
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_PROSE = re.compile(
    r"^(?P<asked>(?:When asked|Regarding|In response to) .+?, )?(?:the )?[\w-]+(?: [A-Z])? "
    r"(?:reported(?: that)?|said(?: that)?) (?!no\.$)(?P<told>.+)$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"^(?:the )?[\w-]+(?: [A-Z])? (?:reported(?: that)?|said(?: that)?|stated(?: that|:)) ", re.IGNORECASE
)
_WOULD_DIE = AnyCase(
    r"\bi(?:'ll|'d| will| would| could| might)(?: \w+ly| just)? (?:have )?died?\b(?! (?:down|out|off))"
)
_GOES_ON = re.compile(
    r"^\W*(?:but|and|though|although|only|except|yet|still|never|not|because|so|or|then|well)\b|^\W*like\b",
    re.IGNORECASE,
)
_MEANS = AnyCase(
    r"\b(?:guns?|shotguns?|rifles?|firearms?|pistols?|handguns?|ammunition|ammo|rope|noose|ligatures?"
    r"|kni(?:fe|ves)|blades?|razors?|pesticides?|paraquat|gramoxone|weed ?killer|poison|sniper|helium)\b"
    r"|\b(?:tablets|pills|meds|medication|medicines?|paracetamol|panadol|tylenol|insulin)\b[^.?!]{0,40}\b(?:at"
    r" home|in the (?:house|home|flat|drawer|cupboard|press)|stashed?|stor(?:e|ed|ing)|sav(?:ed|ing)|put by"
    r"|spare|left ?over|hold(?:ing)?|access|rid of|lock(?:ed)?|counted|kept|hidden|away)\b"
    r"|\b(?:stash|stockpile|supply|spare|leftover|access to|holding|get rid of|got rid of|lock(?:ed)? up"
    r"|saved|counted)\b[^.?!]{0,24}\b(?:tablets|pills|meds|medication|medicines?|paracetamol|panadol|tylenol"
    r"|insulin)\b"
)
_TREATMENT = AnyCase(
    r"\b(?:sertraline|fluoxetine|citalopram|mirtazapine|dose|side effects?|prescrib\w+|working|helping|start"
    r"(?:ed|ing)?|come off|chat with|gp says|review|decide[d]?)\b"
)
_DOING_IT = AnyCase(
    r"\b(?:do(?:ing)? (?:something|anything|it)|make it happen|a plan|way (?:that )?you(?:'d| would)|how you"
    r"(?:'d| would)|act(?:ed|ing)? on|take|taking|taken|tried|keys?|cupboard|cabinet)\b"
)
_POINTS = re.compile(
    r"^\W*(?:(?:no|yes|yeah|well|aye|oh|um|nah)[,. ]+)*(?:they|they're|they've|it|it's|it is|them|those|that"
    r"|that's|the (?:one|two|pair|lot|keys?)|both|all of|none of|i (?:gave|give|keep|kept|have|had|sold"
    r"|handed|put|threw|took|got|locked|hid|don't have|haven't got|flushed)|my \w+(?: \w+)? (?:has|keeps"
    r"|took|holds|locks?|have))\b",
    re.IGNORECASE,
)
_MOST, _MOST_ASKED, _NEAR, _TURN, _SOON = 64, 40, 40, 12, 2
_TOLD = frozenset((Kind.REPORT, Kind.RESPONSE))


def may_need_its_words(statement: Statement) -> bool:
    """Whether a sentence tells a client's words in answer to risk, or of dying; found without much work."""
    if statement.kind not in _TOLD or statement.authored or statement.fuller is not None:
        return False
    return bool(_STATED.match(statement.text) or _PROSE.match(statement.text))


def in_exact_words(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement | None:
    """The sentence in the very words, with their question and what they go on with; None where it is whole.

    `told` are the sentences of one turn that the statement retells.
    """
    if not told or told[0].speaking is not Speaking.CLIENT:
        return None
    asked = _asked(reading.units, told[0])
    prose = _PROSE.match(statement.text)
    turn = _turn(reading.units, told[0])
    early = turn.index(told[0]) <= _SOON and not (prose is not None and prose["asked"])
    means = _of_means(reading.units, asked, turn[0]) if early else ()
    if means:
        return _with_its_question(reading, statement, means, told)
    dying = any(_WOULD_DIE.search(one.exact.replace("’", "'")) for one in told)
    if prose is None or ('"' in prose["told"] and not dying):
        return None
    run = turn if dying else _run(reading.units, asked, told)
    said = as_one(run) if run else None
    if said is None or said.spoken_length > _MOST:
        return None
    words = in_quotes(said)
    client = reading.terms_for(said)
    text = f"{client.client} stated: {words}"
    if prose["asked"]:
        text = f"{prose['asked']}{client.client_inside} answered: {words}"
    return _reading(statement, finish(text), said)


def _run(units: Sequence[Unit], asked: Sequence[Unit], told: Sequence[Unit]) -> list[Unit]:
    """The units to quote: what is told and all that bounds it; none where nothing is left out."""
    turn = _turn(units, told[0])
    of_risk = any(one.risk_in_words or _goes_into_it(units, one) for one in asked)
    behind = [one for one in turn if one.index > told[-1].index and not one.backchannel]
    if not of_risk or not behind or not _GOES_ON.match(behind[0].exact):
        return []
    return [one for one in turn if one.index >= told[0].index]


def _goes_into_it(units: Sequence[Unit], question: Unit) -> bool:
    """Whether a question goes on about a risk that was spoken of: its plan, its means, the doing of it."""
    if not (asks_for_a_plan(question) or _DOING_IT.search(question.words)):
        return False
    return _is_asked_of(units, question)


def _with_its_question(
    reading: Reading, statement: Statement, asked: Sequence[Unit], told: Sequence[Unit]
) -> Statement | None:
    """Words about means behind the question that names them."""
    question = as_one(asked)
    said = as_one([one for one in _turn(reading.units, told[0]) if one.index <= told[-1].index])
    if question.spoken_length > _MOST_ASKED or said.spoken_length > _MOST:
        return None
    put = quoted(question)[:-1].rstrip(".")
    text = f'When asked "{put[1:]}", {reading.terms_for(said).client_inside} answered: {in_quotes(said)}'
    mended = _reading(statement, finish(text), said)
    lines = dict.fromkeys((*question.evidence, *mended.evidence))
    return replace(mended, evidence=tuple(lines), order=asked[0].index, asked=question.words)


def _of_means(units: Sequence[Unit], asked: Sequence[Unit], first: Unit) -> Sequence[Unit]:
    """The question about means that a turn answers, while suicide or self-harm is spoken of."""
    at = next((at for at, one in enumerate(asked) if _MEANS.search(one.words)), None)
    if any(_TREATMENT.search(one.words) for one in asked):
        return ()
    if at is None or not any(one.question for one in asked) or not _POINTS.match(first.exact):
        return ()
    return asked[at:] if _is_asked_of(units, first) else ()


def _is_asked_of(units: Sequence[Unit], here: Unit) -> bool:
    """Whether the clinician named suicide or self-harm in the talk before."""
    near = units[max(0, here.index - _NEAR) : here.index]
    said = (one.exact for one in near if one.speaking is Speaking.CLINICIAN and one.risk_in_words)
    return any(kinds_in(exact) & {RiskKind.SUICIDE, RiskKind.SELF_HARM} for exact in said)


def _asked(units: Sequence[Unit], first: Unit) -> Sequence[Unit]:
    """What the clinician said in the turn before."""
    near = [one for one in units[max(0, first.index - 2 * _TURN) : first.index] if not one.backchannel]
    before = [one for one in near if one.turn < first.turn]
    if not before or before[-1].speaking is not Speaking.CLINICIAN:
        return ()
    return [one for one in before if one.turn == before[-1].turn]


def _turn(units: Sequence[Unit], first: Unit) -> list[Unit]:
    near = units[max(0, first.index - _TURN) : first.index + _TURN]
    return [one for one in near if one.turn == first.turn and one.speaker == first.speaker]


def _reading(statement: Statement, text: str, said: Unit) -> Statement:
    told = in_figures(text)
    return replace(
        statement,
        text=told,
        lead="",
        rest=told,
        must=True,
        evidence=tuple(dict.fromkeys((*statement.evidence, *said.evidence))),
        stems=statement.stems | frozenset(said.stems),
        seen=replace(statement.seen, text=told),
    )
