"""Whether words that name a deed bear it out: said to this client, of now, and done and not only spoken of.

The words of a deed are said in other ways, too: proposed for the client to say to somebody else, told of what
the client did by themself, spoken in the middle of a set, or as a bare number that is asked for. What a deed
is for shows in the exchange: a wand that nothing is asked of is no miracle question, nor is a diary reviewed
that was not kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from live_notes.drafting.embedded.acting.deed import Deed
from live_notes.drafting.embedded.emdr.emdr_fields import is_emdr
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_OF_RISK = "assessed for risk"
_QUOTED = re.compile(r'["“][^"”]*["”]?')
_TO_A_THIRD = AnyCase(
    r"\b(?:ask|tell|say to|put it to|check with|message|text|ring|call|answer|speak to|talk to|question)"
    r" (?:her|him|them|(?:your|the) (?!doctor\b|gp\b|nurse\b|psychiatrist\b)[a-z]+|(?-i:[A-Z])[a-z]+)\b"
    r"|\b(?:something like|in (?:so many|these|those) words|words (?:like|to the effect)|the words (?:are"
    r"|would be))\b"
)
"""Leads to words for somebody else: "ask her straight, are you thinking of killing yourself?"."""
_TOLD_BY_A_THIRD = AnyCase(r"\b(?:she|he|they|mum|mom|dad|your \w+) (?:says?|said|told|asks?|asked)\b")
_PROPOSES = AnyCase(
    r"\b(?:let's|let us|shall we|should we|can we|could we|we can|we could|we'll|we will|we're going to"
    r"|we are going to|i'd like (?:us|you) to|want to|would you|do you want|how about|what about|try)\b"
)
_OF_BREATH_ALONE = AnyCase(r"^(?:(?:and|so|now|okay|good|just|then)[, ]+)*breathe?(?: \w+){0,2}\W*$")
"""Ends a set of stimulation, and trains nothing."""
_MEASURES = AnyCase(
    r"\bhow (?:true|disturb\w+|distress\w+|upset\w*|bad|painful|intense|strong|strongly|anxious|scared"
    r"|afraid|frightened|much do(?:es)? (?:you|it|that))\b"
    r"|\b(?:suds?|voc|pain|distress|disturbance|upset|anxiety|fear|urges?)\b"
)
_OF_IT = AnyCase(r"\b(?:on|to|for|rate) (?:it|that|this)\b|\bis (?:it|that)\b")
_SAID_WITH_A_TAG = AnyCase(
    r"^(?:(?:and|so|well|but)[, ]+)*(?:of course|no wonder)\b"
    r"|, (?:right|okay|(?:is|was|does|do|did|would|has)n't \w+)\?$"
)
_OFFERS_TO_DO = AnyCase(
    r"^(?:(?:and|so|then|okay|well|now)[, ]+)*(?:do you want|would you (?:like|rather|prefer)|shall we|can we"
    r"|could we|we (?:can|could)|will you|would it help|do you need)(?: me| us)? (?:to )?"
    r"(?:do|ring|call|phone|try|go|make|tell|write|text|email|say|practi[sc]e|start|look|talk|read|fill)\b"
)
_ASKS_WHAT_WOULD_BE = AnyCase(
    r"\b(?:what|how|who|where)\b.*\b(?:be|different|notice\w*|see|change\w*|first|know|look|wake|woke|doing|do"
    r"|wish|tell|fix|feel|like)\b.*\?"
)
_WAS_NOT = AnyCase(
    r"^(?:(?:oh|um+|uh+|er+|well|yeah|so|honestly|god|ah)[, .]+)*(?:no\b|nope|nah|not really|nothing"
    r"|i (?:didn't|did not|haven't|hadn't|never|forgot|lost|couldn't|binned|left|meant to)|it's blank|blank)"
)
_BEGINS = AnyCase(
    r"^(?:(?:okay|ok|yes|yeah|sure|well|no)[,. ]+)*(?:here|now|yes|yeah|okay|ok|sure|go on)\b"
    r"|\bright (?:here|now)\b"
)
_FAR = 12
_ASKS_OF_SOMETHING = AnyCase(
    r"\b(?:how|where|what would|what's|what is|what are|which|suppose|if|imagine|wh(?:y|ere))\b"
)


def bears_out(deed: Deed, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a clinician's sentence shows that they did what its words name."""
    if deed.name.startswith(_OF_RISK):
        return not _is_for_another(deed, unit, units)
    shows = _SHOWN_BY.get(deed.name)
    return shows is None or shows(unit, units)


def _proposes(unit: Unit, units: Sequence[Unit]) -> bool:
    return _PROPOSES.search(unit.words) is not None


def _practises(unit: Unit, units: Sequence[Unit]) -> bool:
    return not (_OF_BREATH_ALONE.match(unit.words) and is_emdr(units))


def _tells_and_asks_nothing(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether it says that something is natural: a question for facts says nothing of the kind."""
    return not unit.question or _SAID_WITH_A_TAG.search(unit.words) is not None


def _is_of_the_two(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether it is of what client and clinician are to each other, and no offer of doing something here."""
    return _OFFERS_TO_DO.match(unit.words) is None


def _supposes_a_change(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether it is asked, there or right behind, what would be once the wish had come true."""
    behind = takewhile(lambda one: one.turn == unit.turn, units[unit.index + 1 :])
    return any(_ASKS_WHAT_WOULD_BE.search(one.words) for one in (unit, *behind))


def _was_kept(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether no answer, to this or to what was asked of it before, says that it was not kept."""
    matter = set(unit.stems)
    asked = (one for one in units[: unit.index] if one.question and matter & set(one.stems))
    return not any(_denies_it(units, one) for one in (*asked, unit) if one.speaking is Speaking.CLINICIAN)


def _denies_it(units: Sequence[Unit], asked: Unit) -> bool:
    answer = reply_to(units, asked)
    opening = answer[: 1 + bool(answer and answer[0].backchannel)]
    return any(_WAS_NOT.search(one.exact) for one in opening)


def _is_begun(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether something is begun: where it is only put to the client, whether they say so."""
    if not unit.question:
        return True
    return any(_BEGINS.search(one.exact) for one in reply_to(units, unit))


def reply_to(units: Sequence[Unit], unit: Unit) -> Sequence[Unit]:
    """What the client says next to a clinician's turn; nothing where the clinician went on before it."""
    behind = units[unit.index + 1 : unit.index + 1 + _FAR]
    rest = list(takewhile(lambda one: one.turn == unit.turn, behind))
    after = behind[len(rest) :]
    if not after or after[0].speaking is not Speaking.CLIENT or any(not one.backchannel for one in rest):
        return ()
    return list(takewhile(lambda one: one.turn == after[0].turn and one.speaker == after[0].speaker, after))


def _is_for_another(deed: Deed, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether the words are proposed to the client, to be said to somebody else, or tell what was said."""
    own = _QUOTED.sub(" ", unit.exact)
    if own != unit.exact and not deed.pattern.search(own):
        return True
    before = takewhile(lambda one: one.turn == unit.turn, reversed(units[: unit.index]))
    if _TOLD_BY_A_THIRD.search(own) and not unit.question:
        return True
    return _TO_A_THIRD.search(own) is not None or any(_TO_A_THIRD.search(one.words) for one in before)


def _asks_where_they_stand(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a scale is put for what the client wants or can, and not to measure how bad it is."""
    if _MEASURES.search(unit.words) or _ASKS_OF_SOMETHING.search(unit.words) is None:
        return False
    if _OF_IT.search(unit.words) is None:
        return True
    before = [one for one in units[max(0, unit.index - _FAR) : unit.index] if not one.backchannel]
    return not any(_MEASURES.search(one.words) for one in before)


_SHOWN_BY: dict[str, Callable[[Unit, Sequence[Unit]], bool]] = {
    "tested a prediction by experiment": _proposes,
    "used a scaling question": _asks_where_they_stand,
    "practiced a skill in session": _practises,
    "normalized and validated": _tells_and_asks_nothing,
    "explored what happens between them in the session": _is_of_the_two,
    "looked at what happens between client and therapist": _is_of_the_two,
    "asked the miracle question": _supposes_a_change,
    "reviewed the diary with the client": _was_kept,
    "had the client begin on it in the session": _is_begun,
}
"""What must be so of a sentence, and of the exchange it stands in, besides its words."""
