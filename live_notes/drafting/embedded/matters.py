"""The matter that each of a clinician's questions opens, and which the next ones go on with.

"Anyone in the family with anything like this?" "My aunt." "What happened to her?" The second answer belongs
where the first one does, though nothing in it says so: an intake is read section by section, and a section
that was gone through must not say that it was not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import quotable_part
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.matter_words import (
    ASKS_WHOLE,
    ASKS_WHOM,
    CONTACTS,
    GOES_ON,
    HOW_OFTEN,
    MATTERS,
    OF_ANOTHER,
    OF_DEATH,
    SAID_OF,
    STOPS,
    TELL_ME,
)
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind, SectionPlan
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

PLAN = "Plan"
_LEGAL = "Legal"
_RISK, _WHY_NOW = "risk", "Presenting problem"
_MOST_TOLD_BEFORE, _SHORT = 14, 10
"""Words of a turn after which nothing is followed up; of a question that only follows up."""
_MOST_ANSWER, _LEAST_SECTIONS = 45, 3
_OF_KIN, _LEAST_OF_SEVERAL = frozenset(("Family history",)), 2
_JUST_BEFORE, _LEAST_ALONE = 2, 5
_ANSWERS = frozenset((Kind.REPORT, Kind.RESPONSE))
_SECTIONS = tuple(dict.fromkeys(title for title, _ in MATTERS))
_GOAL = "Goal:"


def in_plan(statements: Sequence[Statement], plans: Sequence[SectionPlan]) -> list[Statement]:
    """The statements; who is to be called in need stands with the plan, in a format with one."""
    plan = next((plan for plan in plans if plan.kinds == {Kind.PLAN} and not plan.each_client), None)
    return [_in_need(one, plan) if _may_move(one) and _names_whom(one) else one for one in statements]


def _in_need(statement: Statement, plan: SectionPlan | None) -> Statement:
    """Who is to be called in need: never left out, and with the plan where there is one."""
    moves = plan is not None and plan.lets(statement.text)
    return replace(statement, must=True, section=plan.title if plan is not None and moves else None)


def _names_whom(statement: Statement) -> bool:
    """Whether a statement says who is to be called."""
    return bool(CONTACTS.search(statement.text) or ASKS_WHOM.search(statement.asked))


def by_matter(
    statements: Sequence[Statement], units: Sequence[Unit], plans: Sequence[SectionPlan], terms: Terms
) -> list[Statement]:
    """The statements of an intake, each answer in the section that its question belongs to.

    A section that was asked about and would stay empty gets the question with its answer, however short.
    Formats without sections for single matters keep theirs as they are.
    """
    own = {plan.title.casefold(): plan for plan in plans if not plan.each_client}
    sections = {title: own[title.casefold()] for title in _SECTIONS if title.casefold() in own}
    if len(sections) < _LEAST_SECTIONS:
        return list(statements)
    opened = _opened(units, statements)
    moved = [_moved(one, units, opened, sections) for one in statements]
    halved = _told_in_part(moved, units, opened)
    moved = [one for one in moved if one not in halved]
    filled = {one.section for one in moved if one.section}
    empty = {
        title for title, plan in sections.items() if plan.title not in filled and Kind.REPORT in plan.kinds
    }
    told = {one.order for one in statements if one.kind is Kind.PLAN}
    reading = Reading(units, {}, terms, Counter())
    return [
        *moved,
        *(
            replace(one, section=sections[title].title)
            for title, one in (
                *_asked_only(units, opened, empty, told, reading),
                *_said_only(units, empty, reading),
            )
        ),
    ]


def _told_in_part(
    statements: Sequence[Statement], units: Sequence[Unit], opened: dict[int, str]
) -> list[Statement]:
    """What is told of a short answer to a question for a matter without the words that it begins with.

    "My mother and my brother in Asmara. And I have sister in Sweden.": who was named without a verb is lost.
    """
    found: list[Statement] = []
    for turn, after in pairwise(_turns(units)):
        title = opened.get(turn[0].index, "")
        if title not in _OF_KIN or after[0].speaking is not Speaking.CLIENT or len(after) < _LEAST_OF_SEVERAL:
            continue
        asked = _questions_of(turn)
        words = sum(unit.spoken_length for unit in after)
        if not asked or _named(asked) != title or words > _MOST_ANSWER:
            continue
        within = [one for one in statements if after[0].index <= one.order <= after[-1].index]
        others = [one for one in statements if one.section == title and one not in within]
        orders = {one.order for one in within}
        most = sum(unit.spoken_length for unit in after if unit.index in orders) * 2 > words
        free = not others and not any(one.must or one.authored for one in within)
        if free and not most and after[0].index not in orders:
            found += within
    return found


def _may_move(statement: Statement) -> bool:
    fixed = statement.authored or statement.section is not None or statement.text.startswith(_GOAL)
    return statement.kind in _ANSWERS and not fixed


def _moved(
    statement: Statement, units: Sequence[Unit], opened: dict[int, str], sections: dict[str, SectionPlan]
) -> Statement:
    """A statement where its question belongs; what nobody asked for stands by its own words, if it can."""
    why = sections.get(_WHY_NOW)
    if statement.text.startswith(_GOAL) and statement.section is None and why is not None:
        return replace(statement, section=why.title)
    if not _may_move(statement) or not 0 <= statement.order < len(units):
        return statement
    title = opened.get(statement.order, "")
    if title == _RISK and why is not None and statement.asked:
        return replace(statement, section=why.title)  # what holds against it stands with the risk, too
    plan = None if title == _WHY_NOW and not statement.asked else sections.get(title)
    if plan is None or not plan.lets(statement.text):
        return statement
    fits = statement.kind in plan.kinds or plan.kinds == {Kind.PLAN}
    elsewhere = not statement.asked and any(
        one.fit(statement.kind, statement.text, statement.speaker) == 0 for one in sections.values()
    )
    return replace(statement, section=plan.title) if fits and not elsewhere else statement


def told_elsewhere(plans: Sequence[SectionPlan], chosen: Sequence[Sequence[Statement]]) -> dict[str, str]:
    """What to say of an empty section whose matter was asked about, the answer standing in another one."""
    found: dict[str, str] = {}
    for plan, kept in zip(plans, chosen, strict=True):
        if kept or plan.asked is None or plan.about is None or plan.each_client:
            continue
        for other, statements in zip(plans, chosen, strict=True):
            if any(one.asked and plan.asked.search(one.asked) for one in statements):
                found[plan.title] = f"See {other.title}."
                break
    return found


def _turns(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    told = (unit for unit in units if not unit.backchannel or _answers(unit))
    for _, turn in groupby(told, key=lambda unit: (unit.turn, unit.speaker)):
        yield list(turn)


def _answers(unit: Unit) -> bool:
    """Whether a mere word may answer a question: to a history, "no" is an answer."""
    return unit.speaking is Speaking.CLIENT and read_answer(unit.exact) is not Answer.OTHER


def _opened(units: Sequence[Unit], statements: Sequence[Statement]) -> dict[int, str]:
    """The section that each unit belongs to, where its question, or one that it follows up, names one."""
    planned = {one.order for one in statements if one.kind is Kind.PLAN}
    found: dict[int, str] = {}
    current = ""
    for turn in _turns(units):
        if turn[0].speaking is Speaking.CLINICIAN:
            current = _goes_to(turn, current, planned=any(unit.index in planned for unit in turn))
        if current:
            found.update((unit.index, current) for unit in turn)
    return found


def _goes_to(turn: Sequence[Unit], current: str, *, planned: bool) -> str:
    asked = _questions_of(turn)
    if not asked:
        told = sum(unit.length for unit in turn)
        return (PLAN if planned else current) if told <= _MOST_TOLD_BEFORE or planned else ""
    named = _named(asked)
    if current == _RISK and STOPS.search(asked[-1].words):
        return _RISK
    if named:
        return named
    led = [unit for unit in turn if unit.index < asked[-1].index][-_JUST_BEFORE:]
    if any(unit.risk_in_words or OF_DEATH.search(unit.words) for unit in led):
        return _RISK  # "some think of dying. Do you have thoughts like that?"
    if planned and _follows_up(asked[-1]):
        return PLAN
    before = sum(unit.length for unit in turn if unit.index < asked[0].index)
    return current if before <= _MOST_TOLD_BEFORE and _follows_up(asked[-1]) else ""


def _follows_up(question: Unit) -> bool:
    if any(word.lower() not in TOO_BROAD for _, word in touched(question.words)):
        return False
    leans = GOES_ON.search(question.words) or HOW_OFTEN.match(question.words) or not question.stems
    return bool(leans) and question.length <= _SHORT


def _questions_of(turn: Sequence[Unit]) -> list[Unit]:
    """The last questions of a turn that follow each other."""
    asks = [unit.question or bool(TELL_ME.match(unit.words)) for unit in turn]
    last = next((at for at in reversed(range(len(turn))) if asks[at]), None)
    if last is None:
        return []
    first = last
    while first and asks[first - 1]:
        first -= 1
    return list(turn[first : last + 1])


def _named(asked: Sequence[Unit]) -> str:
    """What is asked about: by the last question where it is one by itself, else by the first that says."""
    own = ASKS_WHOLE.match(asked[-1].words)
    order = reversed(asked) if own else asked
    return next((title for unit in order for title in [_matter_of(unit.words)] if title), "")


def _matter_of(words: str) -> str:
    title = next((title for title, form in MATTERS if form.search(words)), "")
    return title or (_RISK if RISK_WORDS.search(words) else "")


def _asked_only(
    units: Sequence[Unit], opened: dict[int, str], empty: set[str], told: set[int], reading: Reading
) -> Iterator[tuple[str, Statement]]:
    """A question with its answer for each section that has nothing yet, though it was asked about."""
    turns = list(_turns(units))
    for turn, after in pairwise(turns):
        title = opened.get(turn[0].index, "")
        sides = turn[0].speaking is Speaking.CLINICIAN and after[0].speaking is Speaking.CLIENT
        if title not in empty or title in {PLAN, _WHY_NOW} or not sides or after[0].question:
            continue
        asked = _questions_of(turn)
        if not asked or _named(asked) != title or told & {unit.index for unit in (*asked, *after)}:
            continue
        question, answer = as_one(asked), as_one(quotable_part(after, _MOST_ANSWER))
        terms = reading.terms_for(answer)
        said = f"When asked {in_quotes(question)}, {terms.client_inside} answered: {in_quotes(answer)}"
        empty.discard(title)
        yield title, made(reading, Kind.REPORT, whole(said), (question, answer))


def _said_only(units: Sequence[Unit], empty: set[str], reading: Reading) -> Iterator[tuple[str, Statement]]:
    """What the client says of a matter unasked: its section must not say that nothing was said."""
    for title, form in SAID_OF:
        if title not in empty:
            continue
        of_it = (one for one in units if _tells(one) and form.search(one.words))
        said = next((one for one in of_it if title != _LEGAL or not OF_ANOTHER.match(one.words)), None)
        if said is not None:
            empty.discard(title)
            terms, told = reading.terms_for(said), _with_what_is_near(units, said)
            yield (
                title,
                made(reading, Kind.REPORT, whole(f"{terms.client} stated: {in_quotes(told)}"), (told,)),
            )


def _with_what_is_near(units: Sequence[Unit], said: Unit) -> Unit:
    """A few words with the rest of their turn, as much as may be quoted: "they hit" says little alone."""
    if said.length >= _LEAST_ALONE:
        return said
    turn = [one for one in units if one.turn == said.turn and one.speaker == said.speaker]
    at = turn.index(said)
    for told in (turn, turn[max(0, at - 1) : at + 2]):
        if all(map(is_whole, told)) and sum(one.spoken_length for one in told) <= _MOST_ANSWER:
            return as_one(told)
    return said


def _tells(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLIENT and not unit.question and is_whole(unit)
