"""Talk that has no place in a note: of the room, of the talk itself, and what is said in parting.

Only whole classes of it are left out, and nothing that touches a matter a note has a place for: a sentence
with a risk, a medicine, a number, a symptom or a step in it is never small talk, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.acting.act_words import COMMITTED
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from live_notes.drafting.embedded.selecting.remarks import MANAGES, PROMPTS, ROOM, SETS_UP, SO
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.everyday import EVERYDAY
from live_notes.drafting.risk.frames import is_said_to_everybody, only_checks
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_OF_TALK = re.compile(
    rf"{SO}(?:(?:that'll do|that's (?:plenty|all|it|everything|enough|the lot)|nothing else|i'm good"
    rf"|that'?ll be it"
    r"|i can't think of anything(?: else)?|i think that's (?:it|all|everything))\W*)+$",
    re.IGNORECASE,
)
"""How a client says that there is no more to put on the list."""
_MORE_ASKED = re.compile(
    r"\b(?:anything else|what else|anything (?:you want|you'd like) to (?:add|put)|what do you want to"
    r" put on|agenda)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    rf"{SO}i(?: do| really)? think (?:that's|that is|it's|this is|that was) (?:(?:an?|the|such an?"
    rf"|really|very|so|pretty"
    r"|mighty|just|quite|actually|totally) )*(?:good|great|lovely|wonderful|fair|brilliant|dream"
    r"|sensible|amazing"
    r"|fantastic|perfect|beautiful|reasonable|nice|huge|whole|best|fine|enough|clever|smart)\b",
    re.IGNORECASE,
)
"""An opinion of what was said that is no opinion of the case."""
_OF_THEMSELVES = re.compile(
    rf"{SO}(?:i've (?:just )?(?:got|had)|i have|i had|i've been|my (?:own|eldest|youngest|oldest"
    rf"|daughter|son|wife"
    r"|husband|dog|cat|puppy|kids|car|mum|mom|boys?|girls?))\b",
    re.IGNORECASE,
)
_NOT_OF_THEMSELVES = re.compile(
    r"\b(?:you|your|note[sd]?|down|here|question|release|letter|card|number|result|level|form|it)\b",
    re.IGNORECASE,
)
_BOOKS = re.compile(
    r"\bsame time\b|\bfortnight\b|\b\w+day\b[^?]*\b(?:at|o'clock|half|quarter|then|the \w+|morning"
    r"|afternoon|evening"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\b(?:half (?:past )?(?:one|two|three|four|five|six|seven|eight|nine|ten)|(?:nine|ten|eleven"
    r"|twelve|one|two|three"
    r"|four|five|six) (?:fifteen|thirty|forty[- ]five|o'clock)|ten's (?:good|fine))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif"
    r"|six|seven|eigh|nine)ty"
    r"|hundred|half|twice|daily|weekly|every|days?|weeks?|months?|nights?|morning|\w+day)\b",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"\b(?:feel\w*|felt|(?:bit|lot|much|i'm|getting) (?:better|worse)|lighter|heavy|hurt\w*|hard|scared"
    r"|glad|relie\w+|thank\w*|help\w*"
    r"|hope\w*|want\w*"
    r"|need\w*|can't|cannot|couldn't|tried|managed|did)\b",
    re.IGNORECASE,
)
_ASKS_LEAVE = re.compile(
    r"\b(?:can|could|may) i (?:just )?(?:say|ask|put|sit|move|swear|go first|have)\b|\bam i (?:allowed"
    r"|doing (?:it|this)"
    r" right)\b|\bis (?:that|it|this) (?:ok|okay|all right|alright|allowed|stupid|silly|weird|daft)\W*$"
    r"|\b(?:does|do) (?:that|it|i) make (?:any )?sense\b|\bare you serious\b|\byou know what i mean\b",
    re.IGNORECASE,
)
"""What a client asks of the talk itself."""
_RELIVES = re.compile(
    r"\bpresent tense\b|\bas (?:if|though) it(?:'s| is| was| were) (?:all )?happening (?:right )?(?:now"
    r"|again)\b"
    r"|\b(?:tell|take) (?:it|me)\b[^.?!]*\bas (?:if|though) you(?:'re| are"
    r"| were) (?:right )?(?:back )?there\b",
    re.IGNORECASE,
)
"""Begins imaginal exposure (Foa: eyes closed, present tense)."""
_COMES_BACK = re.compile(
    r"\bopen your eyes\b|\b(?:come|coming) (?:on |all the way )?back (?:to|into) (?:the|this) room\b"
    r"|\b(?:let's|we can|we'll|you can) stop (?:it )?there\b",
    re.IGNORECASE,
)
_MOST_RELIVED = 400
_MOST_OF_A_RATING = 8
_MOST_OF_A_REMARK, _MOST_OF_AN_ECHO = 16, 6
_ON_THE_WAY = re.compile(
    r"\b(?:dropped|drove) me(?: off| over| here| in| round)?\W*$|\bdropped me off\b|\bbrought me (?:here"
    r"|over|in)\W*$"
    r"|\bgave me a (?:lift|ride)\b|\b(?:waiting|sitting|parked) (?:outside|downstairs|in the car"
    r"|round the corner)\b"
    r"|\bcame (?:round|in|through) (?:by )?the back(?: by mistake| way| door)?\b",
    re.IGNORECASE,
)
"""Who brought a client, and where they wait: how somebody got here."""
_MOST_OF_THE_WAY = 12
_OPENING, _CLOSING = 8, 8
"""Turns at the beginning and at the end of a session in which there may be small talk."""


def apart(units: Sequence[Unit]) -> set[int]:
    """The places of all units that have no place in a note."""
    turns = [list(turn) for _, turn in groupby(units, key=lambda unit: (unit.turn, unit.speaker))]
    if not any(unit.speaking is Speaking.CLINICIAN for unit in units):
        return set()
    found: set[int] = set()
    for at, turn in enumerate(turns):
        before = turns[at - 1] if at else []
        edge = at < _OPENING or at >= len(turns) - _CLOSING
        if turn[0].speaking is Speaking.CLINICIAN:
            found.update(unit.index for unit in turn if _leads(units, unit, edge=edge))
        elif turn[0].speaking is Speaking.CLIENT:
            found.update(unit.index for unit in _of_client(turn, before, edge=edge))
            if before and _is_notice(units, before) and not any(_matters(unit) for unit in turn):
                found.update(unit.index for unit in turn)
    found.update(_parting(turns))
    return found | _relived(units)


def _relived(units: Sequence[Unit]) -> set[int]:
    """What is told in the present tense as it was then: a memory, and nothing that is so now.

    Ratings stay. Where nobody comes back from it, nothing is taken for such an exercise.
    """
    found: set[int] = set()
    for unit in units:
        if unit.speaking is not Speaking.CLINICIAN or not _RELIVES.search(unit.words) or unit.index in found:
            continue
        within = units[unit.index + 1 : unit.index + 1 + _MOST_RELIVED]
        ends = (at for at, one in enumerate(within) if one.speaking is not Speaking.CLIENT and _returns(one))
        told = within[: next(ends, 0)]
        found.update(one.index for one in told if not _rates(one))
    return found


def _returns(unit: Unit) -> bool:
    return bool(_COMES_BACK.search(unit.words))


def _rates(unit: Unit) -> bool:
    """Whether a unit asks for a rating or gives one."""
    if unit.question and unit.speaking is Speaking.CLINICIAN:
        return bool(_RATING_ASKED.search(unit.words))
    return unit.length <= _MOST_OF_A_RATING and bool(_NUMBERED.search(unit.words))


_RATING_ASKED = re.compile(
    r"\b(?:numbers?|suds?|rating|out of (?:ten|a hundred)|(?:zero|nought|one) to)\b", re.IGNORECASE
)


def manages(unit: Unit) -> bool:
    """Whether a clinician leads the talk, or speaks of their papers: "let me look"."""
    return bool(MANAGES.search(unit.words))


def _leads(units: Sequence[Unit], unit: Unit, *, edge: bool) -> bool:
    """Whether a clinician only leads the talk, keeps an exercise going, or speaks of the room."""
    if is_said_to_everybody(units, unit) or _goes_with_notice(units, unit):
        return True
    if PROMPTS.match(unit.words) or MANAGES.search(unit.words):
        return not _is_grave(unit)
    return bool(_PRAISES.match(unit.words) or (edge and _is_of_the_room(unit))) and not _matters(unit)


def _is_of_the_room(unit: Unit) -> bool:
    return unit.length <= _MOST_OF_A_REMARK and bool(ROOM.search(unit.words))


def _goes_with_notice(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a question only asks whether what was said to everybody is understood."""
    before = units[unit.index - 1] if unit.index else None
    return (
        before is not None
        and before.turn == unit.turn
        and unit.question
        and only_checks(unit)
        and is_said_to_everybody(units, before)
    )


def _is_notice(units: Sequence[Unit], turn: Sequence[Unit]) -> bool:
    """Whether a clinician's turn ends with what is said to everybody."""
    return turn[-1].speaking is Speaking.CLINICIAN and (
        is_said_to_everybody(units, turn[-1]) or _goes_with_notice(units, turn[-1])
    )


def _of_client(turn: Sequence[Unit], before: Sequence[Unit], *, edge: bool) -> Iterator[Unit]:
    """What a client answers to small talk, and that they have no more to add."""
    asked = before[-1] if before and before[-1].speaking is Speaking.CLINICIAN else None
    of_room = asked is not None and (SETS_UP.search(asked.exact) or (edge and _is_of_the_room(asked)))
    if asked is not None and of_room and not _matters(asked):
        yield from (unit for unit in turn if not _matters(unit))
        return
    apart_of_it = asked is not None and (_tells_of_themselves(before) or _only_echoes(turn, before))
    if apart_of_it and not any(unit.question or _matters(unit) for unit in (*turn, *before)):
        yield from turn
        return
    if edge:
        yield from (unit for unit in turn if _is_of_the_way(unit))
    more = any(_MORE_ASKED.search(unit.words) for unit in before)
    yield from (unit for unit in turn if more and _OF_TALK.match(unit.exact))
    yield from (
        unit for unit in turn if unit.question and _ASKS_LEAVE.search(unit.words) and not _matters(unit)
    )


def _is_of_the_way(unit: Unit) -> bool:
    short = unit.length <= _MOST_OF_THE_WAY and not _FELT.search(unit.words)
    return short and bool(_ON_THE_WAY.search(unit.words)) and not _is_grave(unit)


def _only_echoes(turn: Sequence[Unit], before: Sequence[Unit]) -> bool:
    """Whether a client says no more than a few words to a prompt: "my actual face"."""
    said = sum(unit.length for unit in turn)
    return (
        bool(PROMPTS.match(before[-1].words))
        and said <= _MOST_OF_AN_ECHO
        and not any(_says_more(unit) for unit in turn)
    )


def _tells_of_themselves(turn: Sequence[Unit]) -> bool:
    """Whether a clinician begins a turn with something of their own life."""
    first = next((unit for unit in turn if not unit.backchannel), None)
    if first is None or not _OF_THEMSELVES.match(first.words):
        return False
    return not _NOT_OF_THEMSELVES.search(first.words)


def _parting(turns: Sequence[Sequence[Unit]]) -> Iterator[int]:
    """What a client says between the last appointment and goodbye, where it names no matter."""
    booked = [at for at, turn in enumerate(turns) if any(_BOOKS.search(unit.exact) for unit in turn)]
    begins = max(len(turns) - _CLOSING, booked[-1] if booked else len(turns))
    for at in range(begins, len(turns)):
        before = turns[at - 1] if at else []
        if any(unit.question for unit in before):
            continue
        for unit in turns[at]:
            idle = unit.speaking is Speaking.CLIENT and unit.length <= _MOST_OF_A_REMARK
            if idle and not _says_more(unit):
                yield unit.index


def _says_more(unit: Unit) -> bool:
    return bool(
        _matters(unit)
        or _NUMBERED.search(unit.words)
        or COMMITTED.search(unit.words)
        or _FELT.search(unit.words)
        or _BOOKS.search(unit.exact)
    )


def _matters(unit: Unit) -> bool:
    """Whether the words touch anything that a note has a place for."""
    if _is_grave(unit) or LIFE_EVENT.search(unit.words):
        return True
    if any(word.lower() not in TOO_BROAD for _, word in touched(unit.words)):
        return not ROOM.search(unit.words)
    return any(words.search(unit.words) for words in EVERYDAY.values())


def _is_grave(unit: Unit) -> bool:
    return bool(kinds_in(unit.exact)) or names_a_drug(unit.words)
