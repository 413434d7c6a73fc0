"""How a client takes what was done: what they say when asked how it was, or to what was given them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.acting.act_words import RESPONDED, TAKES_A_STAND
from live_notes.drafting.embedded.answering.exchanges import with_its_matter
from live_notes.drafting.embedded.answering.stance_words import stance_named
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.hearing.wholeness import is_cut_off
from live_notes.drafting.embedded.planning.settling import answered_with, question_in, together
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.selecting.saying_much import is_whole, says_something
from live_notes.drafting.embedded.telling.phrases import asked_exactly, quoted, when_asked
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.retold import in_prose
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_HOW_IT_WAS = AnyCase(
    rf"{LEAD}(?:i(?:'m| am)? (?:just )?wonder(?:ing)?,? )?(?:and )?(?:"
    r"what(?:'re| are) your (?:thoughts?|feelings?|reactions?|first thoughts?)\b"
    r"|what do you think(?: (?:about|of|to) (?:that|it|this|all (?:of )?(?:that|this)))?\W*$"
    r"|how (?:would|does|do) (?:that|this|it|you feel about (?:that|this)) (?:sound|sit|strike you|land)\b"
    r"|(?:does|did) (?:that|this|it) (?:surprise you|sound (?:about )?right|ring (?:true|a bell)"
    r"|fit(?: (?:her|him|you"
    r"|with (?:that|you|what you)))?|seem (?:right|fair)|feel (?:right|true))\b"
    r"|do you think (?:that's|that is|there's|there might be|it's|it might be) (?:a possibility|possible"
    r"|something in"
    r"|a link|connected|fair|right|true)\b"
    r"|what would you think (?:of|about) (?:that|trying|it)\b|what (?:was|is) (?:that|it"
    r"|this) like(?! (?:at|when|for you to|growing|in))"
    r"|what(?:'s| is| was) (?:happening|coming up|that like)(?: for you)?(?: right)?(?: now)?\b"
    r"|what(?:'s| is) different (?:now|today|this time)\b"
    r"|what do you (?:notice|feel|make of|think of (?:that|it|this))\b|what did you (?:notice|make of)\b"
    r"|what happens? (?:(?:in|inside) (?:your|the) (?:body|chest|head) )?(?:when you (?:say|do|try|look)"
    r"|now|just now)"
    r"|what(?:'s| is) (?:the|your) (?:verdict|conclusion)\b|what do you (?:feel|think) (?:about"
    r"|of) (?:that|it)\b"
    r"|what (?:does|did) (?:that|this|it) do to (?:the|that|your) (?:belief|thought|fear|worry|prediction)\b"
    r"|how (?:do|did) you feel,? (?:looking at|seeing|saying)\b|what was different (?:today|this time"
    r"|that time)\b"
    r"|what did you (?:see|find)\W*$|what(?:'s| is) happening to (?:the|that|it)\b"
    r"|how (?:was|is|did|does) (?:that|it|this)(?: (?:feel|sound|land|sit|fit|go|strike))\b"
    r"|how do you feel (?:now|after|about (?:that|it)|hearing)\b"
    r"|where are you (?:now|at now|at with)\b|what(?:'s| is) your number\b|(?:and )?now\?"
    r"|what did you (?:think|expect)[^?]*happen\b"
    r"|(?:what do you think|what do you believe)[^?]*\bnow\b"
    r"|how (?:much do you believe|true|strong|disturbing|intense|high)[^?]*\bnow\b"
    r"|(?:does|did) (?:that|it) (?:make sense|fit|help|sound right|resonate|land)\b"
    r"|how(?:'d| did| was| does| is|'s)? (?:that|it|this|that one|doing (?:that|it)|saying (?:that|it))"
    r" (?:\w+ )?(?:(?:feel|felt|sound|land|sit|go)\b|(?:to|for) (?:you|hear|say|do)\b|saying\b|hearing\b"
    r"|doing\b)"
    r"|how (?:was|is) (?:that|it|that one|this one|the second one),? (?:hearing|saying|doing|letting)\b"
    r"|how did that one\b"
    r"|what (?:did|have) (?:we|you) (?:just )?(?:learn(?:ed|t)?|discover(?:ed)?)\b"
    r"|what(?:'s| is| are)? (?:the )?(?:one |main |biggest )*(?:thing )?(?:are )?you(?:'re"
    r"| are)? taking away\b"
    r"|what (?:does|do|did|would) (?:that|this|it) (?:say|tell you|mean|show)\b"
    r"|how are you (?:feeling|doing) (?:now|after|compared|leaving|as we)\b|what are you (?:noticing"
    r"|left with)\b"
    r"|what(?:'s| is) (?:it )?like,? (?:saying|having|hearing|doing|to (?:say|hear|do|have))\b"
    r"|does (?:the |that |your )?(?:shame|guilt|anger|fear|sadness) (?:\w+ )?fit\b)",
)
"""Asks how something was that was done or said just now."""
_HOW_WAS_IT = re.compile(
    rf"{LEAD}how (?:was|is) (?:that|it|that one|this one|the second one)\W*$", re.IGNORECASE
)
"""Asks the same of whatever was spoken of: it may be done here, or told from elsewhere."""
_EVOKES = frozenset(
    (
        "followed up the rating",
        "elicited the client's own reasons and plan",
        "looked at what it brings and what it costs",
        "compared what was feared with what happened",
        "used Socratic questioning",
        "asked the miracle question",
        "explored values",
        "drew out what was learned",
        "checked the facts with the client",
        "invited self-compassion",
        "explored avoidance and safety behaviors",
        "asked about body sensations",
        "guided the client to notice body sensations",
    )
)
"""What is asked for: how the client takes the matter, and not what is so."""
_GIVES = frozenset(
    (
        "reflected",
        "normalized and validated",
        "provided psychoeducation",
        "wondered with the client",
        "affirmed the client's effort and strengths",
        "guided cognitive defusion",
        "invited willingness to have the feeling",
        "guided exposure",
        "practiced a skill in session",
        "used bilateral stimulation",
        "used eye movements",
        "put the symptom in context as common",
        "worked on tolerating doubt without reassurance",
        "guided the client to stay with what came up",
    )
)
"""What is given, and taken in one way or another."""
_TRIED = frozenset(
    (
        "rehearsed what the client could say",
        "role-played",
        "practiced a skill in session",
        "guided exposure",
        "tested a prediction by experiment",
        "guided imagery of a calm place",
        "invited self-compassion",
    )
)
"""What the client is had to do."""
_PLAYED = frozenset(
    (
        "role-played",
        "rehearsed what the client could say",
        "worked with an empty chair",
        "guided imaginal exposure",
    )
)
"""What goes on for many turns, before it is asked how it was."""
_REACH, _FAR = 10, 40
_AT_ONCE = re.compile(
    r"^(?:(?:oh|um+|uh+|well|huh|wow)[,. ]+)*(?:yes|yeah|yep|exactly|no|right|true|okay|ok|huh|wow|oh my"
    r"|more than anything|i guess|maybe|not really|i don't know|that)\b",
    re.IGNORECASE,
)
_RESPONSE_IS_WORTH = 0.25
_LEAST_MATTER, _MOST_OF_A_WORD, _LEAST_SAID = 2, 2, 6
_MOST_WORDS = 24
"""Words of what the clinician gave: more can't stand in the sentence with what was said to it."""


def responded(reading: Reading, unit: Unit, used: set[int]) -> Statement | None:
    """What the client says to what was done, with the clinician's words; None where that is not told."""
    shown = {deed.name for deed in reading.shown_by(unit)}
    asks = unit.question and (_HOW_IT_WAS.match(unit.words) or shown & _EVOKES or _of_here(reading, unit))
    if not asks and not (shown & _GIVES and not unit.question and unit.spoken_length <= _MOST_WORDS):
        return None
    if unit.risk_in_words or not is_whole(unit):
        return None
    said_to_it = answered_with(reading.units, unit, plain=bool(asks))
    answers = tuple(takewhile(lambda one: not one.question, said_to_it))
    answers = answers if asks else _with_its_no(reading.units, answers)
    unit = with_its_matter(reading.units, unit) if asks else unit
    if not answers or not _tells(reading, answers, asked=bool(asks)) or not (asks or _takes_it(answers)):
        return None
    said = together(answers)
    terms = reading.terms_for(said)
    put = question_in(unit)
    used.update(one.index for one in answers)
    if asks and len(answers) == 1:
        told = asked_exactly(put, said, terms)
    elif asks:
        told = whole(f"{when_asked(put, terms)}, {terms.client_inside} answered: {in_quotes(said)}")
    else:
        told = whole(f'In response to {_unended(put)}", {terms.client_inside} said: {in_quotes(said)}')
    told = in_prose(told, answers, terms, asked=put.words)
    return replace(made(reading, Kind.RESPONSE, told, (unit, said)), more=_RESPONSE_IS_WORTH)


def _with_its_no(units: Sequence[Unit], answers: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The answers with the bare no before them, without which they would agree to what they don't."""
    before = units[answers[0].index - 1] if answers and answers[0].index else None
    if before is None or (before.turn, before.speaker) != (answers[0].turn, answers[0].speaker):
        return answers
    return (before, *answers) if read_answer(before.exact) is Answer.NO else answers


def _of_here(reading: Reading, unit: Unit) -> bool:
    """Whether a clinician asks how something was that they just had the client do."""
    if not _HOW_WAS_IT.match(unit.words):
        return False
    far = [one for one in reading.units[max(0, unit.index - _FAR) : unit.index] if not one.backchannel]
    if any({deed.name for deed in reading.shown_by(one)} & _PLAYED for one in far if _by_clinician(one)):
        return True
    before = [one for one in reading.units[max(0, unit.index - _REACH) : unit.index] if not one.backchannel]
    guided = [one for one in before if one.speaking is Speaking.CLINICIAN and one.turn < unit.turn][-2:]
    return any({deed.name for deed in reading.shown_by(one)} & _TRIED for one in guided)


def _is_a_word_or_two(unit: Unit) -> bool:
    """Whether it is short for an answer, and not broken off: "shaky"."""
    return unit.spoken_length <= _MOST_OF_A_WORD and not is_cut_off(unit)


def asks_how_it_was(reading: Reading, unit: Unit) -> bool:
    """Whether a clinician asks how something was that was done or said just now."""
    return bool(_HOW_IT_WAS.match(unit.words)) or _of_here(reading, unit)


def _by_clinician(unit: Unit) -> bool:
    return unit.speaking is Speaking.CLINICIAN


def _takes_it(answers: Sequence[Unit]) -> bool:
    """Whether a client takes a stand to what was given, or says what it does to them, and goes on no more."""
    return any(
        TAKES_A_STAND.search(one.words) or RESPONDED.search(one.words) or _AT_ONCE.match(one.exact)
        for one in answers
    )


def _unended(unit: Unit) -> str:
    """A quotation without its end, for the sentence goes on."""
    return quoted(unit)[:-1].rstrip(".")


def _tells(reading: Reading, answers: Sequence[Unit], *, asked: bool) -> bool:
    """Whether an answer says anything by which one knows how it was taken; `asked`: what is done was."""
    if any(not is_whole(one) and not _is_a_word_or_two(one) for one in answers):
        return False
    said = " ".join(one.words for one in answers)
    if reading.rambling and not all(reads_well(one.words) for one in answers):
        return False
    if asked and word_count(said) >= _LEAST_SAID:
        return True
    if any(stance_named(one.words) for one in answers):
        return True
    return says_something(said) or len(set(content_stems(said))) >= _LEAST_MATTER
