"""What a clinician says once more near the end: the plan of the session in a sentence or a list.

"So you'll tell Sandra tonight, and you'll go Mondays and Thursdays." "That's for the fortnight: lunch on
Wednesday, and the blue coat." Often they ask whether that is right; what is answered stands with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.named_steps import is_assent, planned
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import answered_plainly, declines, together
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.embedded.telling.saying import Said, capital, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_SO = (
    r"^(?:(?:so|okay|ok|then|right|all right|alright|and|good|great|well|now|let me (?:just )?(?:sum up|recap"
    r"|repeat that)|just to (?:sum up|recap)|to (?:sum up|recap)|in short)[,.: ]+)+"
)
_BEGINS_SO = re.compile(_SO, re.IGNORECASE)
_PROMISES = re.compile(rf"{LEAD}(?P<what>you(?:'ll| will|'re going to| are going to)\b.+)$", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(
    r"(?:,(?: and| then| and then)?|;| and| and then) (?=(?:you|i|we)(?:'ll|'ve|'re going to| will| have"
    r"| are going to)\b)",
    re.IGNORECASE,
)
_WILL_DO = re.compile(
    r"^(?P<who>you|i|we)(?:'ll| will|'re going to| are going to) (?:also |just |then |both )*"
    r"(?P<what>(?!(?:be|feel|have|think|know|see|want|need|find|lose|end|never|always|even|only|probably"
    r"|still|keep (?:feeling|thinking)|do (?:anything|whatever)|wake|get (?!the|your|a|an|some|in)"
    r"|remember|like|love|hate|hear|understand|look|seem|sound|notice|fall|die|fail)\b)"
    r"(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
"""What somebody will do, and not what they feel or become."""
_HAS_DONE = re.compile(r"^(?:we|i)(?:'ve| have)\b", re.IGNORECASE)
"""What was done in the session, said beside what is to be done."""
_LISTS = re.compile(
    rf"{LEAD}(?:(?:that's|that is|this is|here's|here is)(?: it| the plan| what (?:we|you)"
    r"(?:'ve|'ll| have)? (?:agreed|said|do|got))?,? |(?:the|our|your) plan )?"
    r"(?P<when>(?:for|on|over|until|till|before|by) (?!instance|example)[\w' ]{3,30}?)(?:,? then)?(?: is)?:"
    r" ?(?P<what>.+)$"
    rf"|{LEAD}(?:that's|here's)? ?(?:the|our|your) plan(?: then)?(?: is)?: ?(?P<all>.+)$",
    re.IGNORECASE,
)
_TIMETABLE = re.compile(
    rf"{LEAD}(?P<what>(?:every|each|on|this|next|tonight|tomorrow|{WEEKDAY}s?|the)\b"
    r"(?:(?!,|\b(?:you|i|we|he|she|they|it|that|is|was|are|were)\b).)+, [^?]+(?:,|\band) [^?]+)$",
    re.IGNORECASE,
)
"""A list of what is to be done when, without a subject: "so every night the bath, and sewing on …"."""
_TO_COME = AnyCase(
    rf"\b(?:{WEEKDAY}s?|tonight|tomorrow|this (?:week|weekend|month|afternoon|evening)|next (?:week|month"
    rf"|time)"
    rf"|before (?:the|we|our|you)|by the|until (?:the|we|next)|at home|{OFTEN})\b"
)
_CHECKS = AnyCase(
    r"^(?:(?:so|and|okay|yes)[, ]+)*(?:(?:does|do|how does|how do) (?:that|it|this"
    r"|those) (?:all )?(?:sound|seem|feel"
    r"|look|suit|work|fit)\b|is that (?:right|okay|ok|all right|alright|fair|fine|doable|realistic|the plan)"
    r"|have i (?:got|missed|left)\b|(?:did|do) i (?:get|have) (?:that|it) right|anything (?:i(?:'ve)? "
    r"|you'd )"
    r"(?:missed|left|add|change))"
)
_WOULD_DO = AnyCase(
    r"^(?:(?:so|and|okay|yes)[, ]+)*(?:would|could|can|will) you (?:be able to |be willing to |manage to )?"
    r"(?:do|try|manage|commit to|agree to|live with) that\b"
)
"""Asks whether what was just named will be done."""
_COUNTS_UP = re.compile(
    r"^(?:(?:okay|all right|right|alright|great|good)[,.]? )?so: (?!(?:he|she|it|they|i|we|there)\b)",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|did|had|went|said|told|been)\b", re.IGNORECASE)
_ON = re.compile(r"^on ", re.IGNORECASE)
_LEAST_CLAUSES, _LEAST_LISTED, _LEAST_TIMES = 2, 2, 2
_FROM = 0.6
"""How far on in a session what is to be done is said once more."""
_MOST_WORDS = 60


def summed_up(reading: Reading, used: set[int]) -> list[Statement]:
    """The plan as the clinician said it once more, with what the client answered to that."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.question or unit.index in used:
            continue
        checks = _check_after(reading.units, unit)
        wanted = checks is not None and _WOULD_DO.match(checks.words) is not None
        said = _said(reading, unit, checked=checks is not None)
        if said is None and wanted and _TO_COME.search(unit.words) and not _WAS.search(unit.words):
            said = _in_words(unit, reading.fallback)
        if said is None and (checks is None or reading.kind_of(unit) is not Kind.PLAN):
            continue
        statement = _with_answer(reading, unit, checks, said, used)
        if statement is not None:
            used.add(unit.index)
            found.append(replace(statement, more=SETTLED_IS_WORTH))
    return found


def _check_after(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The question whether that is right, where it comes at once after it."""
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    if after is None or not after.question or after.turn != unit.turn:
        return None
    return after if _CHECKS.match(after.words) or _WOULD_DO.match(after.words) else None


def _with_answer(
    reading: Reading, unit: Unit, checks: Unit | None, said: Said | None, used: set[int]
) -> Statement | None:
    answers = () if checks is None else answered_plainly(reading.units, checks)
    if checks is None or not answers:
        if said is not None and checks is not None:
            used.add(checks.index)
        return None if said is None else made(reading, Kind.PLAN, said, (unit,))
    answer = together(answers)
    terms = reading.terms_for(answer)
    used.update((checks.index, *(one.index for one in answers)))
    if said is None and not declines(answers):
        said = planned(unit, None, terms)
    if said is None or declines(answers):
        said = whole(f"{terms.clinician} suggested: {quoted(unit)}")
    told = f"{said.lead} {said.rest}".strip().rstrip(".")
    if is_assent(answer) and len(answers) == 1 and not told.endswith('"'):
        return made(reading, Kind.PLAN, whole(f"{told}; {terms.client_inside} agreed"), (unit, answer))
    ended = told if told.endswith('"') else f"{told}."
    if told.startswith(f"{terms.clinician} stated that "):
        ended = f"{terms.clinician} suggested: {quoted(unit)}"
    return made(
        reading, Kind.PLAN, whole(f"{ended} {terms.client} answered: {quoted(answer)}"), (unit, answer)
    )


def _said(reading: Reading, unit: Unit, *, checked: bool) -> Said | None:
    """The plan that a unit sums up; None where it sums up none."""
    words = unit.words
    late = unit.index >= _FROM * len(reading.units)
    if not (late or checked) or word_count(words) > _MOST_WORDS:
        return None
    so = checked or _BEGINS_SO.match(unit.exact) is not None
    promises = _PROMISES.match(words) if so else None
    lists = _LISTS.match(words) if late and ":" in words else None
    timetable = so and _TIMETABLE.match(words) and len(list(_TO_COME.finditer(words))) >= _LEAST_TIMES
    counts_up = late and _COUNTS_UP.match(unit.exact) and words.count(",") >= _LEAST_LISTED
    if counts_up and not _WAS.search(words):
        return _in_words(unit, reading.fallback)
    if not (promises or lists or timetable) or RISK_WORDS.search(words) or not is_whole(unit):
        return None
    if promises is not None:
        return _promised(unit, promises["what"], reading.fallback, checked=checked)
    return _listed(unit, lists, reading.fallback) if lists else _in_words(unit, reading.fallback)


def _promised(unit: Unit, what: str, terms: Terms, *, checked: bool) -> Said | None:
    """Who will do what; in the clinician's own words where a part of it is something else."""
    clauses = _NEXT_CLAUSE.split(what.rstrip(".! "))
    steps = [step for clause in clauses if (step := _WILL_DO.match(clause)) and is_order(step["verb"])]
    beside = [clause for clause in clauses if _HAS_DONE.match(clause)]
    if not steps or len(steps) + len(beside) < _LEAST_CLAUSES or not (checked or _TO_COME.search(what)):
        return None
    voice = Voice(terms.clinician_forms, terms.pronouns, terms.proper)
    told = [reword(step["what"], voice) for step in steps]
    if len(steps) < len(clauses) or None in told or terms.several:
        return _in_words(unit, terms)
    agents = {"you": terms.client, "i": terms.clinician, "we": f"{terms.clinician} and {terms.client_inside}"}
    text, last = "", ""
    for step, deed in zip(steps, told, strict=True):
        agent = agents[step["who"].lower()]
        inside = terms.client_inside if agent == terms.client else terms.clinician_forms.subject
        named = inside if text else agent
        joined = ", and " if agent == last else "; " if text else ""
        text += f"{joined}to {deed}" if agent == last else f"{joined}{named} to {deed}"
        last = agent
    return whole(text)


def _listed(unit: Unit, lists: re.Match[str], terms: Terms) -> Said | None:
    """A list of what is to be done by a time: "for the next fortnight: lunch on Wednesday, bowls, …"."""
    what = lists["what"] or lists["all"]
    several = what.count(",") + what.count(" and ") >= _LEAST_LISTED - 1
    when = lists["when"] or ""
    if not several or (when and not _TO_COME.search(f"{when} {what}") and "week" not in when):
        return None
    told = None if terms.several else reword(what.rstrip(".! "), terms.clinician_voice)
    if told is None:
        return _in_words(unit, terms)
    return whole(f"Plan {_ON.sub('for ', when)}: {told}" if when else f"Plan: {told}")


def _in_words(unit: Unit, terms: Terms) -> Said:
    begun = _BEGINS_SO.match(unit.exact)
    plain = replace(unit, exact=capital(unit.exact[begun.end() :])) if begun is not None else unit
    return whole(f"{terms.clinician} stated: {quoted(plain)}")
