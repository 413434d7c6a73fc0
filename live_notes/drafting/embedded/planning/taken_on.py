"""What a client takes on: a step that is put to them as a question, and that they accept in their own words.

"Could you put them by the kettle, so you see them?" "That would work." A question alone may ask what was or
what could be; only with an answer that looks ahead is it a step, and both then stand in the words they had.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.named_steps import suggested
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import (
    ASKS_WHAT,
    answered_plainly,
    asks_if_it_were,
    asks_what_hinders,
    declines,
    together,
)
from live_notes.drafting.embedded.planning.step_asking import ASKS_OWN_STEP, added_to
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, TRIED_HERE, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_NO_DEED = (
    r"(?!(?:tell me|say|describe|explain|imagine|picture|remember|guess|know|see|mean|like|feel|look|hear"
    r"|sleep"
    r"|breathe|think|believe|understand|walk|move|stand|rate|show me|help me|spell|elaborate|expand|find"
    r"|identify"
    r"|name|want|have|be|need|get (?:up|out|to sleep|through|away|over)|forgive|love|trust|live|cope|survive"
    r"|accept|give me|share|talk me|rather|agree|notice|hold|stay with|recognize|recognise|speak up"
    r"|concentrate"
    r"|relax)\b)"
)
_SUGGESTS = AnyCase(
    rf"{LEAD}(?:(?:for|over|before|by|this|until) [^,?]{{3,30}}, )?"
    rf"(?:(?:(?:maybe|perhaps),? you (?:could|might|can))|(?:(?:maybe|perhaps|or)[, ]+)?(?:(?:could"
    rf"|would|can) you|do you think you (?:could|can|would)"
    rf"|shall we|should we))(?: also| maybe| just| please| perhaps| still"
    rf"| both)* {_NO_DEED}(?P<verb>[a-z]+)\b"
)
_IF_IT_COMES = AnyCase(
    rf"{LEAD}if (?!you (?:were|had|could|didn't)\b)[^,?]{{3,60}}, (?:then )?(?:would |will |can |could )?you"
    rf"(?:'ll| will| can)? (?P<verb>ring|call|text|tell|message|go|come|use|phone|write|reach|contact)\b"
    r"|^(?:(?:and|so|but|okay)[, ]+)*(?:would|could|will|can) you (?P<also>ring|call|text|tell|message|go"
    r"|come"
    r"|use|phone|contact|reach out)\b[^?]*\b(?:if|when) (?:it|that|this|things|the \w+|they)\b"
)
"""What is to be done if it comes back."""
_ASKS_LEAVE = AnyCase(
    rf"{LEAD}(?:(?:would|will|is) (?:it|that) (?:be )?(?:okay|ok|all right|alright|fine)(?: with you)? if i"
    r"|(?:do|would) you mind if i|are you (?:okay|ok|happy|fine) (?:with me|for me to)"
    r"|(?:would|will) you be (?:okay|ok|happy|fine) (?:with me|for me to|if i))"
    r" (?:also |just )?(?:sp(?:oke|eak|eaking)|talk(?:ed|ing)?|wr[io]te|writing|call(?:ed|ing)?"
    r"|r[ai]ng|ringing|phon(?:e|ed|ing)|sen[dt]|sending|contact(?:ed|ing)?|email(?:ed|ing)?|got in touch"
    r"|let|letting|told|tell(?:ing)? (?!you\b)|referr?(?:ed|ing)?|book(?:ed|ing)?|invit(?:e|ed"
    r"|ing))\b(?! (?:to |with )?you\b)"
)
"""Whether the clinician may speak to somebody else."""
_WHO_ELSE = AnyCase(
    rf"{LEAD}(?:would|could|will|can) (?:he|she|they|(?:your )?[\w.'\[\]]+(?: [\w'-]+){{0,3}}?)"
    r" (?:go|come|sit|be there|walk|drive|help|do (?:it|that)|take|remind|pick|look after)\b[^?]*"
    r"\b(?:with you|you|for you|along)\b"
)
"""Who could be with them in it."""
_OF_THE_STEP = AnyCase(
    rf"(?:{LEAD}|^[^?]{{5,60}}, )(?:when (?:would|will|could|can|might|are) you (?:go|do|going"
    rf"|doing)\b(?: (?:it|that|this"
    rf"|there))?\W*$"
    r"|how (?:might|could|can|would|will|do|shall) (?:we|you) (?:find (?:that |it |this )?out|test (?:that"
    r"|this|it)"
    r"|check (?:that|this|it)|try (?:that|this|it) out|put (?:that|this|it) to the test)\b"
    r"|what (?:would|could|will|might) you do (?:to|about|with|so (?:that )?you|differently)\b"
    r"|what (?:steps|step) (?:would|could|will|might) you\b"
    r"|what would you like to do (?:about|with) (?:it|that|this|the|your)\b)"
)
"""Asks when, how, or what: what the client answers is the step."""
_LOOKS_AHEAD = AnyCase(
    r"\b(?:i'll|i will|i'm (?:going to|gonna)|i'd like|i want to|that (?:would|could|might|will|'d"
    r"|'ll) work|that works"
    r"|that'd work|works for me|i (?:can|could) (?:maybe |probably |just |perhaps )?(?:try to |do|try"
    r"|manage|give|ask|put|take|go|look|see if)\b"
    r"|(?:good|great|fair|nice) idea|let's|we'll|we could|she said (?:she|he) would|(?:he|she|they)(?:'ll"
    r"| will)"
    r"|(?:he|she|they) (?:would|could)|that's (?:doable|fine)|i(?:'d| would) (?:try|do|go))\b"
)
_AGREES = AnyCase(
    r"^(?:(?:oh|um+|uh+|well|go on|alright)[,. ]+)*(?:yes|yeah|yep|aye|sure|okay|ok|alright|all right"
    r"|definitely"
    r"|absolutely|of course|deal|fine|i (?:can|could|will|would|might|guess so|suppose so))\b"
)
_TAKES_BACK = re.compile(
    r"\b(?:but|although|except)\b[^.]*\b(?:not|never|can't|won't|couldn't|don't|isn't|wouldn't|doesn't)\b",
    re.IGNORECASE,
)
_WAS = AnyCase(
    r"\b(?:last|then|back then|that (?:day|night|time)|yesterday|ago|before that|at the time|used to|were"
    r"|anymore|any more|ever|still|usually|normally)\b"
)
_TO_COME = AnyCase(
    rf"\b(?:(?:this|next|on|by|until|from(?: this)?) {WEEKDAY}|{WEEKDAY}s?|tonight|tomorrow|this (?:week"
    rf"|weekend"
    r"|evening|afternoon)|next (?:week|month|time)|before (?:we|our|the|bed)|after (?!all|that\b|you\b"
    r"|it\b)\w+"
    rf"|at home|{OFTEN})\b"
)
_ASKS_ON = re.compile(r"\b(?:how|what|why|who|where|which)\b", re.IGNORECASE)
_UNSURE = re.compile(r"\bi (?:don't|do not) (?:really )?know\b|\bno idea\b", re.IGNORECASE)
_HABITUAL = re.compile(rf"\b{OFTEN}", re.IGNORECASE)
"""Asked with "can you", it asks what somebody is able to do: "can you manage the shopping every week?"."""
_PURPOSE = re.compile(r", so (?:that )?(?:you|it|they|he|she|we|the)\b", re.IGNORECASE)
_WILL_DO = re.compile(
    r"\bi(?:'ll| will) (?:just |also |definitely )?(?!(?:be|say|admit|have|feel|never|always|tell you|get"
    r"|think"
    r"|know|need)\b)(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_MOST_QUESTION_WORDS = 34
_MOST_ADDED = 16
_NEAR = 10
"""Units after a step in which what is asked of going there still belongs to it."""


def taken_on(reading: Reading, used: set[int]) -> list[Statement]:
    """The steps that a client took on when asked; their units are added to `used`."""
    found: list[Statement] = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or not unit.question or unit.index in used:
            continue
        form = next((form for form in _FORMS if form.asks.match(unit.words)), None)
        near = bool(found) and unit.index - found[-1].order <= _NEAR
        statement = None if form is None else _as_put(reading, unit, form, used, near=near)
        if form is None and not is_asked(unit.exact):
            statement = _promised(reading, unit, used)
        if statement is not None:
            found.append(replace(statement, more=SETTLED_IS_WORTH))
            found += _added(reading, unit, used)
    return found


def _added(reading: Reading, asked: Unit, used: set[int]) -> list[Statement]:
    """What the clinician adds to a step that the client has just named."""
    said = answered_plainly(reading.units, asked)
    added = added_to(reading.units, said) if said else []
    if not added or used & {one.index for one in added}:
        return []
    used.update(one.index for one in added)
    more = together(added)
    told = made(reading, Kind.PLAN, suggested(more, None, reading.fallback), (more,))
    return [replace(told, more=SETTLED_IS_WORTH)]


class _Form:
    """A form of question, what an answer to it must be, and whether it is told as a suggestion."""

    def __init__(
        self, asks: AnyCase, accepted: Callable[[Unit, Unit], bool], *, puts: bool = True, near: bool = False
    ) -> None:
        """`near`: it is a step only where one was taken on shortly before."""
        self.asks, self.accepted, self.puts, self.near = asks, accepted, puts, near


def _as_put(reading: Reading, unit: Unit, form: _Form, used: set[int], *, near: bool) -> Statement | None:
    if (form.near and not near) or unit.length > _MOST_QUESTION_WORDS or not is_whole(unit):
        return None
    if asks_if_it_were(unit.words) or asks_what_hinders(unit.words) or reading.kind_of(unit) is not None:
        return None  # told where steps and techniques are
    parts = _with_its_rest(reading, unit)
    answers = _answers(reading.units, parts[-1], used)
    if not answers or declines(answers):
        return None
    answer, put = together(answers), together(parts)
    if not form.accepted(unit, answer) or (
        _TAKES_BACK.search(answer.exact) and form.accepted is not _gives_leave
    ):
        return None
    used.update(one.index for one in (*parts, *answers))
    if form.puts:
        return made(reading, Kind.PLAN, suggested(put, answer, reading.terms_for(answer)), (put, answer))
    return _asked(reading, put, answer)


def _with_its_rest(reading: Reading, unit: Unit) -> tuple[Unit, ...]:
    """A question with the sentence that the clinician adds to it: "... I'd only say what we agree on."."""
    after = reading.units[unit.index + 1] if unit.index + 1 < len(reading.units) else None
    if after is None or after.turn != unit.turn or after.question or after.backchannel:
        return (unit,)
    fits = after.length <= _MOST_ADDED and is_whole(after) and reading.kind_of(after) is None
    return (unit, after) if fits else (unit,)


def _answers(units: Sequence[Unit], unit: Unit, used: set[int]) -> tuple[Unit, ...]:
    answers = answered_plainly(units, unit)
    return () if any(one.index in used for one in answers) else answers


def _asked(reading: Reading, unit: Unit, answer: Unit) -> Statement:
    client = reading.terms_for(answer).client_inside
    put = quoted(unit)[:-1].rstrip(".")
    told = whole(f'When asked {put}", {client} answered: {quoted(answer)}')
    return made(reading, Kind.PLAN, told, (unit, answer))


def _promised(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """What the clinician only names with a question mark, and the client says they will do."""
    words = unit.words
    if _WAS.search(words) or _ASKS_ON.search(words) or RISK_WORDS.search(words):
        return None
    answers = _answers(reading.units, unit, used)
    answer = together(answers) if answers else unit
    will = _WILL_DO.search(answer.exact) if answers else None
    if will is None or not is_order(will["verb"]) or declines(answers) or _TAKES_BACK.search(answer.exact):
        return None
    soon = _TO_COME.search(answer.exact)
    if not (soon or (_AGREES.match(answer.exact) and _TO_COME.search(words))) or not is_whole(unit):
        return None
    if _HABITUAL.search(answer.exact) or _is_put_forward(reading.units, answers[-1], answer):
        return None
    used.update((unit.index, *(one.index for one in answers)))
    return _asked(reading, unit, answer)


def _is_put_forward(units: Sequence[Unit], last: Unit, answer: Unit) -> bool:
    """Whether the clinician asks for another time at once, and the client names one: then that counts."""
    after = [one for one in units[last.index + 1 :][:_NEAR] if one.turn - last.turn <= _SOON]
    asks = next((one for one in after if one.speaking is Speaking.CLINICIAN and one.question), None)
    if asks is None or asks.turn != last.turn + 1 or not _ANOTHER_TIME.search(asks.words):
        return False
    named = {found.group().lower() for found in _TIME.finditer(answer.exact)}
    said = (one for one in after if one.speaking is Speaking.CLIENT and one.index > asks.index)
    return any(found.group().lower() not in named for one in said for found in _TIME.finditer(one.exact))


_SOON = 2
_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|today|tomorrow|this (?:evening|afternoon|week)"
    r"|next week|now)\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = AnyCase(
    r"\b(?:before|sooner|earlier|instead|another (?:day|time)|any (?:way|chance)|rather than|wait (?:till"
    r"|until)"
    r"|a bit (?:far|late)|not (?:till|until)|(?:could|can|would) (?:it|that|you) (?:be|do it)|why not"
    r"|what about"
    r"|how about|are you sure)\b"
)
"""Asks for another time than the one that was named."""


def _accepts_a_step(unit: Unit, answer: Unit) -> bool:
    """Whether a suggestion is of what is to come, and is accepted."""
    words = unit.words
    if RISK_WORDS.search(words) or asks_if_it_were(words) or _WAS.search(words) or TRIED_HERE.match(words):
        return False
    form = _SUGGESTS.match(words)
    if form is None or not is_order(form["verb"]) or read_answer(answer.exact) is Answer.NO:
        return False
    of_habit = words.lower().startswith("can you") and _HABITUAL.search(words)
    if of_habit:
        return False
    if _TO_COME.search(words) or _PURPOSE.search(words):
        return bool(_LOOKS_AHEAD.search(answer.exact) or _AGREES.match(answer.exact))
    offered = not words.lower().startswith(("would", "shall", "should"))
    return offered and bool(_SURELY.search(answer.exact))


_SURELY = AnyCase(
    r"\b(?:i'll|i will|that (?:would|could|'d|'ll) work|that works|that'd work|i (?:can|could) (?:maybe "
    r"|probably |just |perhaps )?(?:try to |do|try) (?:that|it"
    r"|this)|(?:good|great|nice) idea|that's doable)\b"
)
"""What is only said to a suggestion, and not to a question of what one can do."""


def _agrees(_unit: Unit, answer: Unit) -> bool:
    return bool(_AGREES.match(answer.exact)) or bool(_SURELY.search(answer.exact))


def _gives_leave(_unit: Unit, answer: Unit) -> bool:
    """Whether somebody gives leave, if only on a condition."""
    return read_answer(answer.exact) is not Answer.NO


def _tells_the_step(_unit: Unit, answer: Unit) -> bool:
    """Whether an answer names what will be done, or when."""
    said = answer.exact
    begins = _FIRST_WORD.match(said)
    if begins is not None and is_order(begins.group()) and not _UNSURE.search(said):
        return True
    return not _UNSURE.search(said) and bool(
        _LOOKS_AHEAD.search(said) or _TO_COME.search(said) or _COULD.search(said)
    )


_COULD = re.compile(r"\b(?:i|we)(?:'ll| could| can| might| will) (?!be\b|have\b|feel\b)[a-z]+", re.IGNORECASE)

_FIRST_WORD = re.compile(r"[A-Za-z]+")

_FORMS = (
    _Form(_IF_IT_COMES, _agrees),
    _Form(_ASKS_LEAVE, _gives_leave),
    _Form(_OF_THE_STEP, _tells_the_step, puts=False),
    _Form(ASKS_OWN_STEP, _tells_the_step, puts=False),
    _Form(ASKS_WHAT, _tells_the_step, puts=False),
    _Form(_WHO_ELSE, _tells_the_step, puts=False, near=True),
    _Form(_SUGGESTS, _accepts_a_step),
)
