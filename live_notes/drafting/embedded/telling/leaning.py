"""Words that lean on what was said before them: an answer on its question, a step on the client's idea."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.step_words import POINTS_BACK
from live_notes.drafting.embedded.selecting.saying_much import is_vague, is_whole
from live_notes.drafting.embedded.telling.phrases import Terms, asked_exactly, quoted, when_asked
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import tokens
from live_notes.masking.clinical import is_drug

RATING_IS_WORTH = 0.3
"""On top of its words: a rating is looked up again."""
_MOST_QUESTION_WORDS = 28
_MOST_POINTED_WORDS = 25
_LEAST_OF_A_FRAGMENT = 2
_THINKING = r"(?:think|guess|feel|know|mean|believe|hope|wish|say|said|thought|felt|knew|find|found|see|saw)"
_POINTS_AT_THING = re.compile(
    r"^(?:(?:well|so|but|and|actually|yes|yeah|no)[, ]+)*(?:i|we)(?:'ve|'d|'m| have| had| did| am| was)?"
    rf"(?: (?!{_THINKING}\b)[\w']+){{1,2}} (?:it|them|those|one)(?! is\b| was\b|'s\b| up\b)\b",
    re.IGNORECASE,
)
"""Says of a thing that only the question names what was done with it: "I stopped it"."""
_BEGINS_WITH_IT = re.compile(
    r"^it(?: \w+n't| \w+ed| brought| went| took| came| got| made| gave| was) ", re.IGNORECASE
)
_ASKS_FOR_WORDS = re.compile(
    r"\b(?:what|which)\b[^?]*\b(?:beliefs?|believe|(?:negative|positive|automatic) (?:thought|belief"
    r"|cognition)"
    r"|tell(?:ing)? yourself|say(?:ing)? to yourself|would you (?:rather|like to|prefer)|do you wish"
    r"|(?:went|going|goes|gone|ran|running) through your"
    r" (?:mind|head))\b"
    r"|^(?:(?:so|and|okay|right|now|you see the \w+)[,. ]+)*(?:the |your |any |automatic |first |hot )*"
    r"(?:thoughts?|beliefs?|predictions?)\?"
    r"|\bwhat (?:was|is|were|'s|would be) (?:the|your) (?:\w+ )?(?:thoughts?|predictions?|fears?|worry)\b"
    r"|\bwhat (?:were|are) you (?:thinking|predicting|telling yourself)\b|\bthe thought (?:is|was)\W*$",
    re.IGNORECASE,
)
"""Asks for words, not for what is so: the answer is no report."""
_ASKS_FOR_COURSE = re.compile(
    r"\b(?:what(?:'s| was| were|'d)? (?:the )?(?:prompting event|trigger\w*|happened"
    r"|last thing (?:before|you)"
    r"|led (?:up )?to|set (?:it|that|you|this) off|brought (?:it|that|this) on|was going on"
    r"|kicked (?:it|that) off|made you vulnerable|came (?:before|first|next)|tipped)"
    r"|(?:just|right|straight) before (?:you|it|that)\b"
    r"|before you (?:actually )?(?:did|cut|used|drank|binged|hurt)\b"
    r"|(?:walk|talk|take) me through|how did (?:it|that|this) (?:start|begin|come about|build)"
    r"|the urge (?:was|come|came|start|build)|then what\b)"
    r"|^(?:(?:and|so|okay|then)[, ]+)*(?:afterwards?|after that|before that|and then)\W*$",
    re.IGNORECASE,
)
"""Asks how something came about, step by step."""
_IF_IT_WERE = re.compile(
    r"^(?:(?:and|so|but|then|okay|well)[, ]+)*"
    r"(?:what if\b|(?:what|how|who|whom|where|when|which)(?: [a-z]+){0,2}? (?:would|might)\b)",
    re.IGNORECASE,
)
"""Asks what would be so: told alone the answer would say that it is."""
_DOING = re.compile(r"^(?:just |maybe |probably )*[a-z]{2,}ing\b(?! (?:is|was)\b)", re.IGNORECASE)
_ABOUT_TO_COME = re.compile(
    r"\b(?:would|could|will|want|plan|next|this week|tomorrow|going to)\b", re.IGNORECASE
)
_DOSED = re.compile(
    r"^(?:about |around |like |i think )*(?:\d[\d.,]*|(?:[a-z]+[ -]){1,3}) ?"
    r"(?:mg|mcg|milligrams?|micrograms?|units?|tablets?|pills?|ml)\b",
    re.IGNORECASE,
)


_PROPOSES = re.compile(
    r"\bi(?:'d|'ll)?(?: [a-z]+)? (?:want|would like|like to|could|can|might|will|hope)\b|^(?:maybe"
    r"|perhaps)\b"
    r"|^[a-z]{2,}ing\b",
    re.IGNORECASE,
)


def asks_for_words(question: str) -> bool:
    """Whether a thought, a belief or a prediction is asked for: what is answered is no fact."""
    return bool(_ASKS_FOR_WORDS.search(question))


def asks_for_course(question: str) -> bool:
    """Whether it is asked how something came about, and what followed."""
    return bool(_ASKS_FOR_COURSE.search(question))


def with_question(question: Unit, answer: Unit, terms: Terms) -> Said | None:
    """An answer with what was asked, where it leans on it; None where it stands by itself."""
    if question.length > _MOST_QUESTION_WORDS or not question.stems:
        return None
    words = answer.words
    if asks_for_words(question.words) or is_rating(question, answer):
        return asked_exactly(question, answer, terms)
    if _DOING.match(words) and _ABOUT_TO_COME.search(question.words):
        return whole(f"{when_asked(question, terms)}, {terms.client_inside} answered: {quoted(answer)}")
    leans = (_POINTS_AT_THING, _BEGINS_WITH_IT, _DOSED, _WHAT_IS_THOUGHT)
    if _IF_IT_WERE.match(question.words) or any(form.match(words) for form in leans):
        return asked_exactly(question, answer, terms)
    if _dose_of_what_was_asked(question, answer):
        return asked_exactly(question, answer, terms)
    return None


def _dose_of_what_was_asked(question: Unit, answer: Unit) -> bool:
    """Whether a dose is told of a medicine that only the question names."""
    told = _DOSE.search(answer.words) and not names_a_drug(answer.words)
    return bool(told) and names_a_drug(question.words)


@remembered
def names_a_drug(words: str) -> bool:
    """Whether a medicine is named."""
    return any(is_drug(word.lower()) for word in tokens(words))


_DOSE = re.compile(r"\b(?:mg|mcg|milligrams?|micrograms?|tablets?|pills?|doses?)\b", re.IGNORECASE)
_WHAT_IS_THOUGHT = re.compile(
    r"^that (?:i|i'm|i'd|i've|he|she|it|it's|they|we|you|my|his|her|the|nobody|everybody|everyone|being"
    r"|nothing)\b",
    re.IGNORECASE,
)
"""What is hoped, feared or thought, and not what is so."""


def is_risk_detail(asked: str, before: Sequence[Unit]) -> bool:
    """Whether a question, soon after risk was spoken of, goes into plan, means, time, past or protection."""
    return bool(_RISK_DETAIL.search(asked)) and any(unit.risk_in_words for unit in before[-_SOON:])


_SOON = 20
_RISK_DETAIL = re.compile(
    r"\b(?:plans?|how (?:would you|you would|you'd)|when (?:were|was|would|are|did) you|(?:tried|attempted"
    r"|done)"
    r"|kept you|keeps you|stop(?:s|ped)? you|reasons? (?:to|for)|guns?|firearms?|weapons?|rifles?|access to"
    r"|how many|intend|intent|means|at home|written (?:a )?note|told any(?:one|body)|safe)\b",
    re.IGNORECASE,
)


def is_rating(question: Unit, answer: Unit) -> bool:
    """Whether a number is asked for on a scale, and given."""
    return bool(_RATES.search(question.words) and _NUMBER.search(answer.words))


_RATES = re.compile(
    r"\b(?:scale|(?:zero|nought|one|0|1) (?:to|through|and) (?:ten|seven|a hundred|hundred|10|7|100)"
    r"|out of (?:ten|10|a hundred|100)|suds?|voc"
    r"|how (?:true|disturbing|distressing|intense|strong|confident|important)|what number|rate|score)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty|hundred)\b",
    re.IGNORECASE,
)


def fragment_asked(question: Unit, answer: Unit, terms: Terms) -> Said | None:
    """A fragment with what was asked; None where both tell too little, or it is broken off."""
    tells = len(answer.stems) >= _LEAST_OF_A_FRAGMENT and not answer.question and is_whole(answer)
    if not tells or is_vague(answer.words) or question.length > _MOST_QUESTION_WORDS:
        return None
    return asked_exactly(question, answer, terms)


def pointing_at(step: Unit, before: Unit | None, *, answers: bool) -> Unit | None:
    """The client's words that a step points back at ("let's write that down"); None where it does not.

    `answers`: they answer a question.
    """
    if before is None or not POINTS_BACK.match(step.words) or before.question:
        return None
    told = len(before.stems) >= 2 and before.length <= _MOST_POINTED_WORDS
    return before if told and (answers or _PROPOSES.search(before.words)) else None


def pointed(step: Said, at: Unit, terms: Terms) -> Said:
    """A step with the words it points at."""
    return whole(f"{terms.client} {'asked' if at.question else 'stated'}: {quoted(at)} {step.text}")
