"""What a client says they will do at once when it is put to them, however it is put.

"So no texting till you're there, and the breathing once a day." "Once a day, okay." Who answers with "I can
do that" or "I'll ring her today" has taken on what was said just before: an order, an offer or a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.booking.words import IS_SLOT, MEETS
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import quotable_part, up_to_question
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.named_steps import is_assent, suggested
from live_notes.drafting.embedded.planning.settled_steps import SETTLED_IS_WORTH
from live_notes.drafting.embedded.planning.settling import asks_if_it_were, asks_what_hinders, declines
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_LEADS = (
    r"^(?:(?:oh|ah|um+|uh+|well|god|ugh|right|so|yeah|yes|yep|okay|ok|sure|fine|alright|all right|no problem"
    r"|no worries|mm+|definitely|absolutely|i guess|i suppose|i think|maybe)[,. ]+)*"
)
_TAKES = AnyCase(
    rf"{_LEADS}(?:i(?:'ll| will) (?:definitely |just |probably |certainly )?(?:do|try|give|have a go"
    rf"|ask|ring|call"
    r"|phone|text|email|message|write|put|bring|take|tell|talk|speak|keep|start|stop|go|make|set|send"
    r"|save|use"
    r"|get|book|manage|practi[cs]e|stick|pick|check|read|look (?:it|that|for|into|at)|sort|sign|hand"
    r"|leave|drop"
    r"|print|show|move|turn|buy|pay|mention|commit|aim)\b(?! (?:you (?:this|the truth|honestly)|it to"
    r" you straight))"
    r"|i (?:can|could|will) (?:definitely |probably |certainly |maybe )?(?:do|try|manage|live with"
    r"|give|handle|commit"
    r" to|make|work with|go along with)\b(?! nothing)"
    r"|(?:i'll )?give (?:it|that) a (?:go|try|shot|whirl|bash|crack)|will do\b|that(?:'s| is)"
    r" doable\b|you're on\b"
    r"|consider it done|it's a deal|deal\b|i'm (?:up|game) for (?:that|it)\b|i'd (?:like|be happy|be"
    r" willing) to (?:do|try)"
    r" (?:that|it)\b)"
)
"""Takes on what was just said."""
_ECHOES = re.compile(
    r"^(?P<what>[\w' -]{2,34})[,.] (?:okay|ok|fine|alright|all right|yeah|yep|sure|i can)\b", re.IGNORECASE
)
"""The same by saying it again: "every night, okay"."""
_BUT = re.compile(
    r"\bbut\b[^.]*\b(?:not|never|can't|won't|couldn't|don't|isn't|wouldn't|doesn't|hard)\b", re.IGNORECASE
)
_PUTS = AnyCase(
    rf"{LEAD}(?:(?:for|over|before|by|this|until|when|if|in|at|on|with|the|your) [^,?]{{3,40}}, )?"
    r"(?:(?:maybe |perhaps |what )?(?:you|we) (?:could|can|might|should)|(?:do )?you want to|(?:would"
    r"|could|can|will) (?:you|we)"
    r"|shall we|should we|let's|why don't (?:you|we)|(?:how|what) (?:about|if)|i(?:'d| would)(?: just| also)?"
    r" (?:like|love|want|suggest|ask|recommend|encourage|invite)|i want you to|maybe|perhaps|see if you can)"
    r"(?: also| maybe| just| please| perhaps| still)*"
    r" (?!(?:tell me|say more|describe|explain|imagine|picture|remember|guess|know|mean|feel|hear|see"
    r"|rate|spell"
    r"|elaborate|notice|breathe|think of|talk me|walk me|help me|show me)\b)(?:you to |to |you"
    r" )?(?P<verb>[a-z]+)"
)
_ORDERS = re.compile(
    rf"{LEAD}(?:please |just |maybe |perhaps |also )*"
    r"(?!(?:tell|say|describe|explain|imagine|picture|remember|guess|know|see|mean|like|feel|look"
    r"|sound|seem|hope"
    r"|think|notice|hold|stay|breathe|do|are|is|have)\b(?! (?:it|that|this|the|your|a|an|one|some|not)\b)"
    r"|(?:help|walk|talk|show|tell|give) me\b|(?:notice|imagine|picture|feel|see|guess|know|breathe"
    r"|hold|stay)\b)"
    r"(?P<verb>[a-z]+)\b(?! (?:is|was|has|had|are|were|can|will|would|takes?|gets?|got|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_NAMES = AnyCase(
    rf"{LEAD}(?:no (?:[a-z]+ing\b|more [a-z]+)(?=[^?]*\b(?:till|until|before|this week|for (?:now|the"
    rf"|a)|at night|while|without|or|in the)\b)|just (?:the|one|a|two|ten|five)\b|(?:one|two|three|ten"
    rf"|five|twenty) [a-z]+\b"
    rf"|[^?.]*\b(?:{OFTEN}|(?:by|until|till|before) (?:{WEEKDAY}|bed|we|our|the|[a-z]+ o'clock|\w+"
    rf" (?:thirty|pm|am))))"
)
"""A step without a verb: "no phone after ten", "one line a day"."""
_IS_NONE = AnyCase(
    r"\b(?:was|were|did you|have you|do you (?!want\b|think you (?:can|could)\b)|are you"
    r"|is (?:that|it|there)"
    r"|how (?:does|do|did|is|was|are)|what (?:does|do|did|is|was|are|makes|would)|why|who|which|when"
    r" (?:did|do|was|are)"
    r"|usually|normally|used to|back then|last (?:week|time|night|year))\b"
)
_HAS_PAST = re.compile(
    r"^\W*[a-z]+ (?:[a-z]+ed|went|came|got|did)\b|\b(?:it|that|he|she|they|i) [a-z]+", re.IGNORECASE
)
_TO_COME = AnyCase(
    rf"\b(?:{WEEKDAY}s?|tonight|tomorrow|this (?:week|weekend|evening|afternoon)|next (?:week|month"
    rf"|time)|at home"
    rf"|before (?:we|our|the|bed|you)|until|till|between|{OFTEN}|today|when(?:ever)? (?:you|it|the)|if"
    rf" (?:it|you|that))\b"
)
_JUDGES = AnyCase(
    r"^(?:(?:and|so|but)[, ]+)*(?:(?:that|it)(?:'s| is| was| would be| sounds)|you(?:'re| are|'ve|"
    r" did| don't need)"
    r"|i (?:think|know|like|love)|well done|good)\b"
)
CHECKS = AnyCase(
    rf"{LEAD}(?:(?:can|could|would|will|do you think you (?:can|could)) (?:you )?(?:be able to )?(?:do"
    rf"|manage|try|live with"
    r"|commit to|go with) (?:that|it|this)|is that (?:doable|okay|ok|realistic|fair|manageable"
    r"|possible|all right)"
    r"|how(?:'s| is| does) that (?:sound|feel|for you)|does that (?:sound|feel) (?:okay|ok|doable"
    r"|fair|reasonable|possible"
    r"|manageable|right)|would that (?:work|be (?:okay|ok|possible|doable)))\b"
)
"""Asks whether what was just put will do."""
_HAGGLES = re.compile(
    r"\b(?:early|late|much|many|long|soon|hard|lot|maybe|instead|say|rather|what about|how about)\b", re.I
)
_MOST_TAKEN = 9
_LATE, _EARLIEST = 0.6, 0.25
_MOST_PUT, _MOST_ANSWERED, _MOST_BEFORE = 45, 32, 34
_MOST_ECHOED = 5
_MOST_BARE = 3
"""Words of a question that leaves to what was said before it what is to be done: "would you ask?"."""


def committed(reading: Reading, used: set[int]) -> list[Statement]:
    """The steps that clients took on in so many words; their units are added to `used`."""
    found = list(_asked_for(reading, used))
    for turn in _turns_of_clients(reading.units):
        put = _put_before(reading, turn[0], used)
        if not put or used & {unit.index for unit in turn} or not _takes(turn, put) or _books(put[-1]):
            continue
        late = turn[0].index >= _LATE * len(reading.units)
        answer, step = as_one(_first_of(turn)), as_one(put)
        if turn[0].index < _EARLIEST * len(reading.units) or not (
            late or _TO_COME.search(step.words) or _TO_COME.search(answer.words)
        ):
            continue
        if _is_told_alone(reading, put, turn):
            continue
        statement = _told(reading, step, answer)
        used.update(unit.index for unit in (*put, *turn[: len(_first_of(turn))]))
        found.append(replace(statement, more=SETTLED_IS_WORTH))
    return found


def _books(unit: Unit) -> bool:
    """Whether a clinician looks for a day to meet: `bookings` has what comes of it."""
    return unit.question and IS_SLOT.search(unit.exact) is not None and MEETS.search(unit.exact) is not None


def haggled(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """A step that the client takes on otherwise than it was put, and the clinician's word on that."""
    units = reading.units
    for unit in units[int(len(units) * _EARLIEST) :]:
        if unit.speaking is not Speaking.CLINICIAN or not unit.question or not CHECKS.match(unit.words):
            continue
        own = [one for one in units[max(0, unit.index - 4) : unit.index] if one.turn == unit.turn]
        put = list(dropwhile(lambda one: not (_is_step(one) or _TO_COME.search(one.words)), own))
        after = [one for one in units[unit.index + 1 :][:8] if not one.backchannel]
        said = _first_of([one for one in after if one.turn == unit.turn + 1])
        last = next((one for one in after if one.turn == unit.turn + 2), None)
        if (
            not put
            or not said
            or last is None
            or last.question
            or used & {one.index for one in (*put, *said)}
        ):
            continue
        words = " ".join(one.words for one in (*put, *said))
        taken = last.spoken_length <= _MOST_TAKEN and bool(_ACCEPTS.search(last.exact))
        if (
            not taken
            or not _HAGGLES.search(words)
            or RISK_WORDS.search(words)
            or _IS_NONE.search(put[0].words)
        ):
            continue
        step, answer = as_one((*put, unit)), as_one(said)
        told = suggested(step, answer, reading.terms_for(answer)).text
        told = f"{told} {reading.fallback.clinician} answered: {quoted(last)}"
        used.update(one.index for one in (*put, unit, *said, last))
        yield replace(made(reading, Kind.PLAN, whole(told), (step, answer, last)), more=SETTLED_IS_WORTH)


def _asked_for(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """What the client asks to do, and the clinician agrees to: "could I try ten?" "Yes."."""
    units = reading.units
    for unit in units[int(len(units) * _LATE) :]:
        if unit.speaking is not Speaking.CLIENT or not unit.question or unit.index in used:
            continue
        after = next((one for one in units[unit.index + 1 :][:4] if not one.backchannel), None)
        if after is None or after.speaking is not Speaking.CLINICIAN or after.question or after.index in used:
            continue
        asks = _ASKS_LEAVE.match(unit.words) or _ASKS_OF_CLINICIAN.match(unit.words)
        if asks is None or not _ACCEPTS.search(after.exact) or after.spoken_length > _MOST_TAKEN:
            continue
        if unit.risk_in_words or not is_whole(unit) or len(unit.stems) < 2:
            continue
        terms = reading.terms_for(unit)
        inside = reading.fallback.clinician_forms.subject
        put = quoted(unit)
        told = f"When {terms.client_inside} asked {put}, {inside} answered: {quoted(after)}"
        used.update((unit.index, after.index))
        yield replace(made(reading, Kind.PLAN, whole(told), (unit, after)), more=SETTLED_IS_WORTH)


_ASKS_LEAVE = AnyCase(
    r"^(?:(?:so|and|or|but|well|okay|yeah|maybe)[,. ]+)*(?:can|could|may|should|what if|how about if)"
    r" (?:i|we) (?:also |just |maybe |please )*"
    r"(?:try|do|put|bring|start|throw|use|make|take|leave|skip|swap|change|keep|write|cut|go (?:for"
    r"|with|down|up|to)|text|email|send|ring)\b"
)
_ASKS_OF_CLINICIAN = AnyCase(
    r"^(?:(?:so|and|or|but|well|okay|oh|yeah|maybe)[,. ]+)*(?:can|could|will|would) you (?:also |just "
    r"|please |maybe )*"
    r"(?:write|ring|phone|call|e-?mail|send|refer|talk to|speak to|contact|book|let \w+(?: \w+)? know"
    r"|fill in|sign|chase"
    r"|ask (?:my|the|dr|him|her|them)|tell (?:my|the|dr|him|her|them)|print|put me (?:down|on"
    r"|in))\b(?! (?:me|that) (?:what|how"
    r"|why|if|whether|again)\b)"
)
"""Asks the clinician to do something."""
_ACCEPTS = re.compile(
    r"\b(?:i will|i can|i'll|yes|yeah|yep|sure|of course|absolutely|definitely|works|done|deal|okay|ok"
    r"|fine|perfect"
    r"|great|good|please do|fair enough|go for it)\b",
    re.IGNORECASE,
)


def _is_told_alone(reading: Reading, put: Sequence[Unit], turn: Sequence[Unit]) -> bool:
    """Whether it is one step whose form tells it, and the answer adds nothing but a yes."""
    if len(put) != 1 or reading.kind_of(put[0]) is not Kind.PLAN or points_back(put[0].words):
        return False
    return is_assent(turn[0]) and word_count(as_one(turn).exact) <= _MOST_TAKEN


def _turns_of_clients(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT)
    for _, turn in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        yield list(turn)


def _first_of(turn: Sequence[Unit]) -> list[Unit]:
    """The beginning of a turn, as much of it as can be quoted, up to a question."""
    return quotable_part(up_to_question(turn), _MOST_ANSWERED)


def _takes(turn: Sequence[Unit], put: Sequence[Unit]) -> bool:
    said = " ".join(unit.exact for unit in turn)
    if RISK_WORDS.search(said) or _BUT.search(said) or declines(turn) or turn[0].question:
        return False
    if _TAKES.match(turn[0].exact):
        return True
    echo = _ECHOES.match(said)
    again = echo is not None and word_count(echo["what"]) <= _MOST_ECHOED
    stems = set(content_stems(echo["what"])) if echo is not None else set()
    if again and stems & {stem for unit in put for stem in unit.stems}:
        return True
    short = turn[0].spoken_length <= _MOST_ECHOED and len(turn) > 1
    return short and bool(_TAKES.match(turn[1].exact))


def _put_before(reading: Reading, first: Unit, used: set[int]) -> list[Unit]:
    """What the clinician put to the client just before, from the first step in their turn on."""
    units = reading.units
    before = [unit for unit in units[max(0, first.index - 8) : first.index] if not unit.backchannel]
    if not before or before[-1].speaking is not Speaking.CLINICIAN:
        return []
    own = [unit for unit in before if unit.turn == before[-1].turn and unit.speaking is Speaking.CLINICIAN]
    own = [unit for unit in own if not _JUDGES.match(unit.words)]
    put = list(dropwhile(lambda unit: not _is_step(unit), own))
    while put and sum(unit.spoken_length for unit in put) > _MOST_PUT:
        put = list(dropwhile(lambda unit: not _is_step(unit), put[1:]))
    if any(
        unit.index in used
        or unit.risk_in_words
        or _IS_NONE.search(unit.words)
        or not is_whole(unit)
        or is_of_now(unit.words)
        for unit in put
    ):
        return []
    return put


def _is_step(unit: Unit) -> bool:
    """Whether a clinician's words may be something to do."""
    words = unit.words
    if is_of_now(words) or asks_if_it_were(words) or asks_what_hinders(words) or _IS_NONE.search(words):
        return False
    puts = _PUTS.match(words)
    if puts is not None and is_order(puts["verb"]):
        return True
    orders = _ORDERS.match(words)
    if orders is not None and is_order(orders["verb"]) and word_count(words) > 2:
        return True
    return _NAMES.match(words) is not None and not _HAS_PAST.search(words)


def _told(reading: Reading, step: Unit, answer: Unit) -> Statement:
    terms = reading.terms_for(answer)
    bare = step.question and step.spoken_length <= _MOST_BARE
    before = _client_before(reading.units, step) if bare or points_back(step.words) else None
    told = suggested(step, answer, terms)
    if before is None:
        return made(reading, Kind.PLAN, told, (step, answer))
    led = f"{terms.client} stated: {quoted(before)} {told.text}"
    return made(reading, Kind.PLAN, whole(led), (before, step, answer))


def _client_before(units: Sequence[Unit], step: Unit) -> Unit | None:
    """What the client had said just before, where the step points back at it."""
    said = [
        unit
        for unit in units[max(0, step.index - 8) : step.index]
        if unit.speaking is Speaking.CLIENT and unit.turn == step.turn - 1 and not unit.backchannel
    ]
    if not said or any(unit.risk_in_words or not is_whole(unit) for unit in said):
        return None
    turn = as_one(said)
    return turn if turn.spoken_length <= _MOST_BEFORE else None
