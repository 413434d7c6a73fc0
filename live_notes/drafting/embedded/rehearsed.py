"""What a client says in a rehearsal: words to somebody who is not there, and no report of what is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from live_notes.drafting.embedded.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.phrases import quoted
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.saying_much import is_whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk_words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_REHEARSES = re.compile(
    r"\brole[- ]?play|\brehears\w+|\blet's (?:practi[cs]e|try) (?:it|that|saying|telling|asking|what you)\b"
    r"|\bpretend (?:that )?i'm\b|\bimagine (?:that )?i'm\b|\bi'll (?:be|play) (?:your|him|her|the|\[person)"
    r"|\b(?:say|repeat|sing|whisper) (?:it|that|this|the (?:thoughts?|words?|sentence"
    r"|phrase))(?: to yourself)?"
    r" (?:again|slowly|out loud|aloud|once more|one more time|over and over|in a|with)\b"
    r"|\b(?:now|try|just|and) say,? ['\"‘“]?(?:i'm|i am|i notice|i have|i'm having)\b"
    r"|\bput (?:it|that) (?:in|into) (?:a|one) sentence\b"
    r"|\b(?:tell|say) (?:that|it) to the (?:empty )?chair\b|\bsaying (?:that|it|this) to (?:the|him|her"
    r"|your)\b"
    r"|\b(?:let's be|let me be|say i'm|act as|me being|i'm going to be|suppose i'm) your \w+"
    r"|\bsay (?:it|that) to (?:me|him|her|them)\b|\bas an i[- ]statement\b|\bdear man\b|\bempty chair\b"
    r"|\b(?:try|practi[cs]e|run|rehearse|say) (?:it|that|this) (?:on|with|past|at) me\b"
    r"|\bhave (?:a|another) (?:go|try|crack|stab) at (?:it|that|what|saying|how)\b"
    r"|\bwhat (?:would|might|could|do|will|'ll) you (?:actually |really )?(?:want to |like to |go on to"
    r" )?(?:say|tell)"
    r" (?:to )?(?:him|her|them|your|my|if (?:he|she|they)|\[PERSON)"
    r"|\bhow (?:would|could|might) you (?:say|put) (?:it|that) to (?:him|her|them|your)\b"
    r"|\bwhat can you (?:hear|see|smell|feel) (?:outside|around|in (?:the|this) room|right now|out there)\b"
    r"|\bname (?:me )?(?:five|three|four) things\b"
    r"|\btell me (?:the story|it as if)\b|\bimaginal\b|\bread (?:me|out) (?:the|your) script\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:(?:okay|good|great|nice|right|so|yeah|alright|and|then|now|lovely|yes"
    r"|perfect)[,. ]+)*(?:describe|express"
    r"|assert|reinforce"
    r"|negotiate|appear|just (?:the )?facts|and then|go on|keep going|(?:have )?another go|(?:try|say)"
    r" (?:it|that) again"
    r"|again|same (?:ending|again)|one more time|what (?:else|next)|stay with (?:it|that))\b(?:"
    r" \w+){0,3}\W*$",
    re.IGNORECASE,
)
"""A few words that keep a rehearsal going."""
_IMAGINED = re.compile(
    r"\bimaginal\b|\btell me the (?:whole )?(?:story|script)\b|\bread (?:me|out) (?:the|your) script\b"
    r"|\bas (?:if|though) it(?:'s| is| were) happening\b|\bwhat can you (?:hear|see|smell"
    r"|feel) (?:outside|around"
    r"|in (?:the|this) room|right now|out there)\b|\bname (?:me )?(?:five|three|four) things\b",
    re.IGNORECASE,
)
"""What is said to it is no report at all: a story told to face it, what is seen and heard in the room."""
_DONE_HERE_IS_WORTH = 0.15
_REACH = 4
_MOST_WORDS = 50
_MOST_GUIDED = 22
_LEAST_MATTER = 2


def rehearsed(reading: Reading, used: set[int]) -> list[Statement]:
    """What clients said when the clinician had them rehearse it, quoted; the units are added to `used`."""
    found = []
    going_on = -1
    for turn in _turns(reading.units):
        guided = _guided_to(reading.units, turn[0])
        if turn[0].turn == going_on and not guided and _is_kept_going(reading.units, turn[0]):
            going_on = turn[0].turn + 2
            used.update(unit.index for unit in turn if not RISK_WORDS.search(unit.words))
            continue
        said = list(takewhile(lambda unit: not unit.question, turn))
        if guided and not said:
            going_on = turn[0].turn + 2  # they ask what is meant, and begin after the answer
        if not guided or not said or used & {unit.index for unit in said}:
            continue
        going_on = turn[0].turn + 2
        answer, asked = as_one(said), as_one(guided)
        if _IMAGINED.search(asked.words):
            used.update(unit.index for unit in turn if not RISK_WORDS.search(unit.words))
            continue
        told = len(content_stems(answer.words)) >= _LEAST_MATTER and word_count(answer.exact) <= _MOST_WORDS
        if not told or RISK_WORDS.search(answer.words) or not all(is_whole(unit) for unit in said):
            continue
        asks = f'In response to {quoted(asked)[:-1].rstrip(".")}"'
        words = f"{asks}, {reading.terms_for(answer).client_inside} said: {quoted(answer)}"
        statement = made(reading, Kind.RESPONSE, whole(words), (asked, answer))
        found.append(replace(statement, more=_DONE_HERE_IS_WORTH))
        used.update(unit.index for unit in turn)
    return found


def _is_kept_going(units: Sequence[Unit], first: Unit) -> bool:
    """Whether the clinician only prompted, in a few words, between a rehearsal and this turn."""
    before = [one for one in units[max(0, first.index - _REACH) : first.index] if one.turn == first.turn - 1]
    said = [one for one in before if one.speaking is Speaking.CLINICIAN]
    if said and said[-1].question and _GOES_ON.match(said[-1].words):
        return True
    return bool(said) and all(_GOES_ON.match(one.words) or one.backchannel for one in said)


def _turns(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    said = (unit for unit in units if unit.speaking is Speaking.CLIENT)
    for _, turn in groupby(said, key=lambda unit: (unit.turn, unit.speaker)):
        yield list(turn)


def _guided_to(units: Sequence[Unit], first: Unit) -> list[Unit]:
    """The clinician's words just before a turn, from those on that ask to rehearse; none if they do not."""
    before = [unit for unit in units[max(0, first.index - _REACH) : first.index] if not unit.backchannel]
    asked = [unit for unit in before if unit.speaking is Speaking.CLINICIAN and unit.turn == before[-1].turn]
    if not asked or before[-1].speaking is not Speaking.CLINICIAN:
        return []
    at = next((at for at, unit in enumerate(asked) if _REHEARSES.search(unit.words)), None)
    if at is None:
        return []
    short = word_count(" ".join(unit.words for unit in asked[at:])) <= _MOST_GUIDED
    return asked[at:] if short else [asked[at]]
