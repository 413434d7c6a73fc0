"""What the clinician did in a session, as sentences of a note."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.acting.acts import is_aside, is_what_for
from live_notes.drafting.embedded.acting.borne_out import bears_out, reply_to
from live_notes.drafting.embedded.acting.deeds import Done, done_in
from live_notes.drafting.embedded.acting.left_undone import left_undone, put_off
from live_notes.drafting.embedded.acting.mere_idioms import is_only_an_idiom
from live_notes.drafting.embedded.candidates import Reading, Statement, finished_part, made
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_at_a_thing, points_back
from live_notes.drafting.embedded.planning.read_back import announces
from live_notes.drafting.embedded.planning.safety_plan import MADE_A_PLAN, safety_steps
from live_notes.drafting.embedded.planning.settling import restates, together
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import Said, finish, whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking

_ENOUGH_DONE = 1
_TOLD_AS_THOUGHT = frozenset(("reflected", "wondered with the client"))
"""What is told in its own words where it says what the clinician thinks."""
_FEW_DONE = 5
_MOST_OF_FEW, _MOST_OF_MANY = 30, 16
"""Words that are quoted to show one thing that was done, where few or many were."""
_MOST_SHOWN = 3
_TOLD_WITH_ANSWER = frozenset(
    (
        "offered another kind of stimulation",
        "had the client begin on it in the session",
        "looked at what happens between client and therapist",
        "explored what happens between them in the session",
    )
)
_MOST_ANSWERED, _BESIDE = 24, 2
_MADE_A_PLAN = 0.6
"""What a safety plan is worth on top of its words: nothing else of a session is looked up before it."""

_NO_ALCOHOL = re.compile(
    r"\b(?:coffees?|tea|water|juice|soda|pop|squash|coke|cola|milk|caffeine|fluids?|energy drinks?)\b",
    re.IGNORECASE,
)
"""What is drunk, and is no matter of alcohol."""
_BREAKS_OFF = re.compile(
    r"\b(?:where|and|with) (?:zero|nought|one|ten|a hundred|\d+) (?:is|means|being|was)[.?, ]*$",
    re.IGNORECASE,
)
"""A scale that is cut off before what its number stands for."""
_REFLECTED, _BOTH_SIDES = "reflected", "reflected both sides of the client's mixed feelings"
_ONE_SIDE = re.compile(
    r"^(?:(?:so|and|yeah|right|okay|mm)[, ]+)*(?:(?:there's |there is |you've )?(?:a |one )?(?:part"
    r"|side|bit|half) of"
    r" (?:you|yourself)|on (?:the )?one (?:hand|side))\b",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"^(?:(?:and|but|yet|then|while)[, ]+)*(?:then )?(?:(?:there's |there is )?(?:another|the other"
    r"|a different|an?|one)"
    r" (?:part|side|bit|half)|(?:part|half|some) of you|on the other)\b",
    re.IGNORECASE,
)
_OF_ONE_PART = "explored a part"
_SUMMED_UP = "summarized and checked the understanding"
_MOST_OF_A_CHECK, _MOST_OF_A_BARE_CHECK, _MOST_SUMMED_UP, _REACH = 2, 9, 45, 6
_NO_TOPIC = re.compile(r"\b(?:you|your|i|we|it)\b", re.IGNORECASE)
"""What a question is asked with, and not what it is about."""
_TOPIC_NOUNS = {
    "drink": "drinking", "drank": "drinking", "drinks": "drinking", "drunk": "drinking", "smoked": "smoking",
    "smokes": "smoking", "scared": "fear", "afraid": "fear", "ate": "eating", "eats": "eating",
    "cry": "crying", "happy": "mood", "worked": "work",
    "cried": "crying", "angry": "anger", "sad": "sadness", "lonely": "loneliness", "worries": "worry",
    "eat": "eating", "smoke": "smoking", "wake": "waking",
    "woke": "waking",
    "slept": "sleep", "sleeping": "sleep", "worried": "worry", "anxious": "anxiety",
    "depressed": "depression",
    "sober": "being sober", "stressed": "stress", "tired": "tiredness",
}  # fmt: skip


def interventions(reading: Reading, steps: Collection[int] = ()) -> list[Statement]:
    """What the clinician did, by its name and in their words; where that is little, what they asked about.

    `steps`: the places of what is told as a next step; other words show better what was done.
    """
    planned = _safety_planning(reading)
    shown_in = [(one, _showing(reading, one)) for one in done_in(reading.units, reading.shown_by)]
    done = [(one, sorted(shown, key=lambda unit: unit.index in steps)) for one, shown in shown_in]
    most = _MOST_OF_FEW if len(done) <= _FEW_DONE else _MOST_OF_MANY
    told = [_did(reading, one, _shown_of(one, shown, most)) for one, shown in done if shown]
    return [*planned, *told] if len(told) >= _ENOUGH_DONE else [*planned, *told, *_explored(reading)]


def _did(reading: Reading, done: Done, shown: tuple[Unit, ...]) -> Statement:
    if done.deed.name == _SUMMED_UP:
        shown = tuple(_with_what_was_summed_up(reading.units, unit) for unit in shown)
    name = done.deed.name
    sides = (_both_sides(reading.units, unit) for unit in shown) if name == _REFLECTED else ()
    if (both := next((one for one in sides if one is not None), None)) is not None:
        name, shown = _BOTH_SIDES, (both,)
    said = _named(name, shown, reading.fallback)
    answer = _answer_told(reading, name, shown)
    if answer is not None:
        told = f"{reading.terms_for(answer).client} answered: {in_quotes(answer)}"
        said, shown = whole(f"{finish(said.text)} {told}"), (*shown, answer)
    return replace(made(reading, Kind.INTERVENTION, said, shown), more=done.deed.worth)


def _answer_told(reading: Reading, name: str, shown: Sequence[Unit]) -> Unit | None:
    """The answer to an offer, or to what is said of the client, which says what became of it."""
    answer = reply_to(reading.units, shown[-1])
    if not answer or not (name in _TOLD_WITH_ANSWER or _goes_against(shown[-1], answer[0])):
        return None
    kept = [answer[0]]
    for unit in answer[1:]:
        too_long = sum(one.spoken_length for one in (*kept, unit)) > _MOST_ANSWERED
        if unit.question or too_long or not is_whole(unit):
            break
        kept.append(unit)
    said = together(kept)
    risky = any(unit.risk_in_words for unit in kept)
    return None if risky or not all(map(is_whole, kept)) or said.spoken_length > _MOST_ANSWERED else said


def _goes_against(unit: Unit, answer: Unit) -> bool:
    """Whether a client says no to what is said of them: "you're cross." "I'm not cross. I'm tired."."""
    if unit.question or any(is_negation(word) for word in tokens(unit.words)):
        return False
    says_not = any(is_negation(word) for word in tokens(answer.words))
    return says_not and (read_answer(answer.exact) is Answer.NO or bool(set(unit.stems) & set(answer.stems)))


def _both_sides(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """A reflection of one side with the other side that follows it at once: one without it is half."""
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    if after is None or after.turn != unit.turn or after.question or not is_whole(after):
        return None
    halves = _ONE_SIDE.match(unit.words) and _OTHER_SIDE.match(after.words)
    short = unit.spoken_length + after.spoken_length <= _MOST_SUMMED_UP
    return together((unit, after)) if halves and short else None


def _with_what_was_summed_up(units: Sequence[Unit], check: Unit) -> Unit:
    """A bare "did I get that right?" with as much as can be quoted of what it checks."""
    if len(check.stems) > _MOST_OF_A_CHECK or check.length > _MOST_OF_A_BARE_CHECK:
        return check
    told: list[Unit] = []
    for unit in reversed(units[max(0, check.index - _REACH) : check.index]):
        fits = sum(one.spoken_length for one in (unit, *told)) <= _MOST_SUMMED_UP
        if unit.turn != check.turn or unit.question or not is_whole(unit) or not fits:
            break
        told.insert(0, unit)
    return together((*told, check)) if any(not unit.backchannel for unit in told) else check


def _showing(reading: Reading, done: Done) -> list[Unit]:
    """The sentences that may be quoted for it: what is only planned was not done."""
    planning = done.deed.name.startswith("planned ")
    return [
        unit
        for unit in done.units
        if finished_part(unit) is not None
        and is_whole(unit)
        and (planning or not _is_for_later(reading, unit))
        and not _BREAKS_OFF.search(unit.words)
        and not (announces(unit.exact) or is_what_for(unit.words))
        and not left_undone(done.deed.name, unit.words)
        and not put_off(reading.units, unit)
        and not is_only_an_idiom(done.deed.name, unit, reading.units)
        and bears_out(done.deed, unit, reading.units)
        and (done.deed.name not in _TOLD_AS_THOUGHT or reading.kind_of(unit) is not Kind.FORMULATION)
    ]


def _is_for_later(reading: Reading, unit: Unit) -> bool:
    """Whether it is a step, or says once more what the client just said that they will do."""
    return reading.kind_of(unit) is Kind.PLAN or restates(reading.units, unit, reading.kind_of)


def _shown_of(done: Done, shown: Sequence[Unit], most: int) -> tuple[Unit, ...]:
    """What is quoted of it; of a part of the client one sentence, for the next may be of another part."""
    if done.deed.name.startswith(_OF_ONE_PART):
        return (shown[0],)
    begins = [unit for unit in shown if _ONE_SIDE.match(unit.words)] if done.deed.name == _REFLECTED else []
    return _few_of([*begins[:1], *(unit for unit in shown if unit not in begins[:1])], most)


def _few_of(shown: Sequence[Unit], most: int) -> tuple[Unit, ...]:
    """The first of them, and more as long as they stay short, in order of time."""
    kept = [next((unit for unit in shown if not points_at_a_thing(unit.words)), shown[0])]
    for unit in (one for one in shown if one is not kept[0]):
        new = unit.stems
        again = any(set(new) & set(one.stems) for one in kept) or not new
        again = again or _is_of_its_own_place(unit, kept)
        if len(kept) == _MOST_SHOWN:
            break
        if not again and sum(one.spoken_length for one in (*kept, unit)) <= most:
            kept.append(unit)
    return tuple(sorted(kept, key=lambda unit: unit.index))


def _is_of_its_own_place(unit: Unit, kept: Sequence[Unit]) -> bool:
    """Whether a sentence leans on what was said where it stands, and nothing of that is quoted."""
    return points_back(unit.words) and all(abs(one.index - unit.index) > _BESIDE for one in kept)


def _safety_planning(reading: Reading) -> list[Statement]:
    """That a safety plan was made, with the steps that were gone through."""
    steps = safety_steps(reading.units)
    if not steps:
        return []
    names = list(dict.fromkeys(step.name for step in steps))
    said = whole(f"{reading.fallback.clinician} {MADE_A_PLAN}: {', '.join(names[:-1])} and {names[-1]}")
    return [
        replace(made(reading, Kind.INTERVENTION, said, tuple(step.put for step in steps)), more=_MADE_A_PLAN)
    ]


def _explored(reading: Reading) -> list[Statement]:
    """The domains the clinician asked about, as one intervention."""
    asked: dict[str, tuple[str, Unit]] = {}
    for unit in reading.units:
        if unit.speaking is Speaking.CLINICIAN and unit.question and not is_aside(unit):
            if reading.kind_of(unit) is Kind.PLAN:
                continue
            for domain, word in touched(unit.words)[:2]:
                if word.lower().startswith("drink") and _NO_ALCOHOL.search(unit.words):
                    continue
                if word.lower() not in TOO_BROAD and not _NO_TOPIC.search(word):
                    asked.setdefault(domain.name, (word, unit))
    if not asked:
        return []
    questions = list(asked.values())
    units = tuple(unit for _, unit in questions)
    said = _asked_about(questions, reading.fallback)
    return [made(reading, Kind.INTERVENTION, said, units)]


def _named(name: str, shown: Sequence[Unit], terms: Terms) -> Said:
    """What the clinician did by its name, with the sentences that show it."""
    return whole(f"{terms.clinician} {name}: {' and '.join(dict.fromkeys(quoted(unit) for unit in shown))}")


def _asked_about(questions: list[tuple[str, Unit]], terms: Terms) -> Said:
    """One sentence for all the domains the clinician asked about, in the words used."""
    topics = list(dict.fromkeys(_TOPIC_NOUNS.get(topic.lower(), topic.lower()) for topic, _ in questions))
    listed = topics[0] if len(topics) == 1 else f"{', '.join(topics[:-1])} and {topics[-1]}"
    return whole(f"{terms.clinician} asked about {listed}")
