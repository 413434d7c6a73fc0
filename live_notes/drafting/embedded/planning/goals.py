"""What client and clinician work towards, as it was asked and answered, or named and confirmed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.corrections import taken_back
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.turns import quotable_part
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.companions import is_spoken_to_kin
from live_notes.drafting.embedded.planning.goals_said_over import said_over
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.retold import retold
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

_LEAD = r"(?:^|[,.;:?] |\b(?:so|and|well|then|okay|now),? )"
_OF_THIS = (
    r"(?:this|these (?:sessions|meetings)|therapy|treatment|counsell?ing|our (?:work|time|sessions"
    r"|meetings|talks)"
    r"|us(?: (?:meeting|working|talking))?|the (?:team|service|clinic)"
    r"|working (?:together|with me)|coming (?:here|in|along|to)|being"
    r" here|here|it all|all (?:of )?this)"
)
_GOAL = (
    r"(?:(?:main|big|bigger|overall|long[- ]term|short[- ]term|first|biggest|real|personal|own"
    r"|ultimate|treatment|therapy|next|original|old|only) )*"
    r"(?:goal|aim|target)s?"
)
_ASKS = AnyCase(
    rf"{_LEAD}(?:what (?:would|do|did|are|were|'d) you (?:most |really |still |both |ultimately"
    rf" )*(?:want|like|love|hope|hoping|looking|wish)"
    rf"(?: (?:most|really))?(?: (?:to|for|to get|to see|to have|to take|to achieve|to gain|to"
    rf" come))*,?(?: [a-z.]+)?,? (?:out of|from|through|by"
    rf" (?:coming|the end of)) {_OF_THIS}\b"
    r"|what (?:do|would|did) you (?:most |really |still )*(?:want|like|love|hope|wish)(?: most)? to"
    r" be able to do\b"
    r"|what would you (?:most |really )?(?:want|like)(?: to (?:be|see|have be))? different(?:ly)?\b"
    r"|what would you (?:most |really )?(?:want|like) to (?:change|be like|get back|get to)\b(?!"
    r" (?:about (?:him|her|them)|before))"
    rf"|(?:what(?:'s| is| are| was| were|'re)|what would be|what would you say (?:is|are)|(?:can|could"
    rf"|would) you (?:tell me|name|say)"
    rf" (?:what )?) ?(?:the|your|our|a|some of your|one)(?: [a-z]+)? ?{_GOAL}\b|(?:do you have|have"
    rf" you(?: got)?|is there) (?:a|any) {_GOAL}\b"
    rf"|what {_GOAL} (?:do|would|did|have|are)\b"
    r"|where (?:do|would|did) you (?:most |really )?(?:want|like|hope|see yourself)(?: wanting)? to"
    r" (?:get to|get|be|end up|go)\b(?! (?:to )?(?:eat|lunch|today"
    r"|sit|start|on))"
    r"|what (?:would|does|'d) (?:a )?(?:good[- ]enough|good|better|success|progress|recovery|getting"
    r" better|things (?:being|going) (?:better|well)"
    r"|doing well)(?: (?:place|outcome|result|week|life|version|relationship))?(?: to get to| for"
    r" you)* (?:be|look like|be like|mean)\b"
    r"|how (?:would|will|'d|'ll) (?:you|we) (?:know|tell)(?: that| if| when)? (?:this|therapy|things"
    r"|it|we|you)(?:'re|'s|'d)?"
    r" (?:is |was |were |are |had |has |have )*(?:work\w*|help\w*|better|done|there|improv\w*"
    r"|succe\w*|finished|ready to (?:stop|finish))\b"
    r"|(?:what|how) would (?:be|your (?:life|day|days|week) (?:be|look)) (?:like |be )?(?:different"
    r"|better|changed)?[^?]{0,20}if (?:this|therapy|it|things)"
    r" (?:work\w*|go(?:es)? well|went well|help\w*)"
    r"|what are (?:your|the) (?:best )?hopes (?:for|from)\b|what (?:are|were) you (?:most )?(?:hoping"
    r"|looking) (?:for|to get|to achieve|to change)\b"
    r"|what (?:are|were) (?:we|you) (?:really )?(?:working|aiming) (?:towards?|for|at)\b"
    r"|what (?:'s|is) it (?:that )?you(?:'d| would)? (?:most |really )?(?:want|like)(?: to (?:change"
    r"|achieve|work towards?))"
    rf"|(?:is there )?anything (?:else )?you(?:'d| would)? (?:want|like|were hoping for|need)(?: to"
    rf" get)? (?:from|out of) {_OF_THIS}\b)"
)
"""Asks what is to be reached."""
_NO_GOAL = AnyCase(
    r"\b(?:today|right now|this (?:session|hour|morning|afternoon)|agenda|to (?:put on|talk about"
    r"|focus on|start|begin|say|tell|know|ask)"
    r"|back then|when you were|as a (?:child|kid)|growing up|from (?:him|her|them|your (?:mother"
    r"|father|mum|mom|dad|wife|husband|boss|partner)))\b"
)
_NAMES = AnyCase(
    r"(?:\bwhat (?:we|you)(?:'re| are|'ve been| have been| were)(?: both| really)? (?:working|aiming)"
    r" (?:on|towards?|for|at)\b[^?]{0,60}? (?:is|was|were|are) \w"
    r"|\bwhat you (?:wanted|were hoping for|hoped for|came (?:here )?for|said you"
    r" wanted)\b[^?]{0,50}?(?:,| it)? (?:is|was|were) \w"
    rf"|\b(?:the|your|our) {_GOAL}(?: (?:we|you)(?:'d| had|'ve| have)? (?:set|agreed|named|picked"
    rf"|chose|gave|wrote)(?: down| on| out)?)?"
    r"(?: (?:when|at|for|here)\b[^,?]{3,30})? (?:is|was|were|are|here is|has been)(?: still)? (?:to"
    r"|that you|getting|being|having|for you|about|stopping|cutting)\b"
    rf"|\b(?:the|your|our) {_GOAL}(?: that)?,? (?:we|you)(?:'d| had|'ve| have)? (?:said|told me"
    rf"|put(?: down)?|set"
    r"|wrote(?: down)?|written(?: down)?|gave|given|named|agreed(?: on)?|listed)(?: (?:at|in"
    r"|on) the (?:start|beginning"
    r"|first (?:day|session)))?(?: was| were|,|(?= \w+ing\b)) (?:\w+ ){2}"
    r"|\byou (?:said|told me|wanted)\b[^?]{0,60}\b(?:when you (?:first )?(?:came|started|walked in)"
    r"|at the (?:start|beginning|outset))\b[^?]{0,40}\b(?:wanted|to be)\b"
    r"|\bwhen you (?:first )?(?:came|started)\b[^?]{0,30}\byou (?:said|told me)(?: that)? you wanted\b)"
)
"""Says what it is."""
_CONFIRMS = AnyCase(
    rf"^(?:(?:so|and|okay)[, ]+)*(?:is )?(?:that|this|it)(?:'s| is)? still (?:the|your|our|a) {_GOAL}\W*$"
    rf"|^(?:(?:so|and|okay)[, ]+)*(?:is )?(?:that|this|it)(?:'s| is)? still (?:what you(?:'re"
    rf"| are)? (?:want|after|aiming"
    r" for|working (?:on|towards?)))\W*$"
)
"""Asks whether what was just named still is the goal."""
_LOOKED_AT = AnyCase(
    r",\s*(?:and )?(?:how(?:'re|'s| are| is)? (?:they|it|that|those|we|you)\b[^?]{0,30}|where (?:are"
    r"|is) (?:you|we|it|that"
    r"|they)\b[^?]{0,30})\?$"
)
"""Asks how far the goals are, behind their names."""
_EMPTY = AnyCase(
    r"^(?:(?:um+|uh+|well|oh|honestly|god|hm+)[,. ]+)*(?:i don't know|no idea|not sure|i'm not sure"
    r"|dunno|nothing|i have no|what do you mean"
    r"|why\b|i haven't thought|no(?=[,.!?]|$))"
)
_MOST_ANSWER, _MOST_NAMED, _MOST_QUESTION = 60, 60, 34
_LEAST_STEMS = 2


_TELLS_A_GOAL = AnyCase(
    r"^(?:(?:um+|uh+|well|just|probably|honestly|i guess|i think|maybe|mainly|to be honest|like)[, ]+)*"
    r"(?:to\b|(?:i|we)(?:'d| would)? (?:(?:just|really|mainly|mostly|honestly|only) )*"
    r"(?:want|like|love|hope|need|wish)\b"
    r"|(?:not )?(?:be(?:ing)?|get(?:ting)?|go(?:ing)?|stop(?:ping)?|feel(?:ing)?|sleep(?:ing)?|hav(?:e|ing)"
    r"|mak(?:e|ing)|tak(?:e|ing)|find(?:ing)?|keep(?:ing)?|learn(?:ing)?|com(?:e|ing)|work(?:ing)?"
    r"|finish(?:ing)?|spend(?:ing)?|walk(?:ing)?|driv(?:e|ing)|eat(?:ing)?|see(?:ing)?|start(?:ing)?"
    r"|do(?:ing)?"
    r"|cut(?:ting)?|less|more|fewer|no more|play(?:ing)?|manag(?:e|ing)|cop(?:e|ing)|enjoy(?:ing)?)\b)"
)
"""Says what is wanted, with nothing left in the question but that it is a goal."""


_BACK_TO = r"(?:be able to|get back to|get to (?:a|the) (?:place|point))"
_RECALLS = AnyCase(
    r"\bwhen i asked (?:you )?(?:about )?what you(?:'d| would| were)?"
    r" (?:want(?:ed)?|liked?|hop(?:e|ed|ing)|wish(?:ed)?)\b[^?]*\byou (?:said|told me|answered|wrote)\b"
    r"|\byou (?:said|told me|wrote)(?: (?:to me|last (?:time|week)|that day|back then|(?:on|in) (?:the|our)"
    r" first (?:day|session)|at the (?:start|beginning|outset)|when (?:we|you) (?:first )?(?:met|started"
    r"|came)))?"
    rf",?(?: that)? (?:you(?:'d| would) (?:really )?(?:like|love|want) to {_BACK_TO}"
    rf"|you wanted to {_BACK_TO}|what you wanted (?:from|out of|most)\b)"
)
"""Says what the client wanted from coming, and asks whether it was that."""
_AFFIRMS = AnyCase(
    r"^(?:(?:um+|uh+|oh|ah|well|hm+|mm+)[,. ]+)*(?:yes|yeah|yep|yup|aye|correct|right|exactly|indeed|still"
    r"|definitely|that's (?:it|right|the one|what)|that is (?:it|right)|i did|it was|sure|of course"
    r"|hundred percent)\b"
)


def _recalled(reading: Reading, question: Unit, used: set[int]) -> Statement | None:
    """A goal that the clinician says again, where the client says at once that it is so."""
    after = reading.units[question.index + 1 :][:3]
    said = next((one for one in after if one.speaking is Speaking.CLIENT), None)
    if said is None or said.question or not _AFFIRMS.match(said.exact.strip()):
        return None
    return _named(reading, question, used, affirmed=said)


def goals_of(reading: Reading, used: set[int]) -> list[Statement]:
    """The goals that were spoken of; their units are added to `used`."""
    found = [replace(one, must=True) for one in said_over(reading, used)]
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.index in used or unit.backchannel:
            continue
        if unit.question and _ASKS.search(unit.words) and not _NO_GOAL.search(unit.words):
            statement = _asked(reading, unit, used)
        elif unit.question and _RECALLS.search(unit.words):
            statement = _recalled(reading, unit, used)
        elif unit.question and (kept := _still(reading.units, unit, used)) is not None:
            statement = _named(reading, kept, used)
        elif not unit.question and (named := _sentence(reading.units, unit)) is not None:
            statement = _named(reading, named, used)
        else:
            continue
        if statement is not None:
            found.append(replace(statement, must=True))
    return found


def _still(units: Sequence[Unit], question: Unit, used: set[int]) -> Unit | None:
    """A goal that the clinician names and asks about: whether it still is one, or how far it is."""
    if _LOOKED_AT.search(question.words):
        return question if _NAMES.search(question.words) else None
    before = units[question.index - 1] if question.index else None
    if not _CONFIRMS.match(question.words) or before is None or before.turn != question.turn:
        return None
    named = not before.question and not before.backchannel and len(before.stems) >= _LEAST_STEMS
    return replace(as_one((before, question)), index=question.index) if named else None


def _sentence(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The sentence that names a goal, which may have been cut in two where it is long."""
    if _NAMES.search(unit.words):
        return unit
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    if _STOPS.search(unit.exact) or after is None or after.turn != unit.turn or after.question:
        return None
    both = as_one((unit, after))
    return replace(both, index=after.index) if _NAMES.search(both.words) else None


_SAYS_SO = re.compile(r"\b(?:goals?|want\w*)\b", re.IGNORECASE)
"""The words by which a goal is called one; without them the sentence speaks for itself."""
_STOPS = re.compile(r"[.?!…][\"”']?$")


def _turn_after(units: Sequence[Unit], unit: Unit, most: int) -> list[Unit]:
    """The client's next turn up to so many words, past what the clinician adds in a word or two."""
    after = units[unit.index + 1 :][:14]
    start = next((one for one in after if one.speaking is Speaking.CLIENT and not one.backchannel), None)
    if start is None or any(one.spoken_length > _SHORT for one in units[unit.index + 1 : start.index]):
        return []
    turn = takewhile(lambda one: one.turn == start.turn or one.backchannel, units[start.index :])
    return quotable_part([one for one in turn if one.speaking is Speaking.CLIENT], most)


_SHORT = 9


def _asked(reading: Reading, question: Unit, used: set[int]) -> Statement | None:
    said = _turn_after(reading.units, question, _MOST_ANSWER)
    if not said or _EMPTY.match(said[0].exact) or said[0].question:
        return None
    told_before = used & {one.index for one in said}
    if told_before and not told_before <= set(taken_back(reading.units)):
        return None
    answer = as_one(said)
    if answer.risk_in_words or len(answer.stems) < _LEAST_STEMS or is_spoken_to_kin(said[0]):
        return None
    if question.length > _MOST_QUESTION or not is_whole(question):
        return None
    used.update((question.index, *(one.index for one in said)))
    client = reading.terms_for(answer).client_inside
    put = quoted(question)[:-1].rstrip(".")
    # An answer that is put right on the way stands whole, with what took its place.
    wanted = None if told_before else retold(said, reading.terms_for(answer))
    if wanted is not None and not wanted.quoted and _TELLS_A_GOAL.match(answer.words):
        lead = f"Goal: {client} stated that" if wanted.clause else "Goal:"
        return made(reading, Kind.REPORT, whole(f"{lead} {wanted.text}"), (question, answer))
    told = whole(f'Goal: when asked {put}", {client} answered: {quoted(answer)}')
    return made(reading, Kind.REPORT, told, (question, answer))


def _named(reading: Reading, unit: Unit, used: set[int], *, affirmed: Unit | None = None) -> Statement | None:
    """A goal as the clinician says it, with what the client answers to that."""
    if not is_whole(unit) or unit.length > _MOST_NAMED or unit.risk_in_words:
        return None
    said = _turn_after(reading.units, unit, _MOST_ANSWER // 2)
    if affirmed is not None and affirmed not in said:
        said = [affirmed, *(one for one in said if one.turn == affirmed.turn)]
    used.update(one.index for one in reading.units if one.turn == unit.turn and one.exact in unit.exact)
    inside = reading.fallback.clinician_forms.subject
    named = affirmed is not None or bool(_SAYS_SO.search(unit.words))
    says = "asked" if unit.exact.rstrip("\"'").endswith("?") else "stated"
    told = f"{f'Goal: {inside}' if named else reading.fallback.clinician} {says}: {quoted(unit)}"
    if not said or used & {one.index for one in said} or RISK_WORDS.search(as_one(said).words):
        return made(reading, Kind.REPORT, whole(told), (unit,))
    answer = as_one(said)
    used.update(one.index for one in said)
    return made(
        reading,
        Kind.REPORT,
        whole(f"{told} {reading.terms_for(answer).client} answered: {quoted(answer)}"),
        (unit, answer),
    )
