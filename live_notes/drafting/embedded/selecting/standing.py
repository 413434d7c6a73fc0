"""Whether what a client said can stand in a note by itself, where nothing was asked that it answers.

"It's three lines" tells nobody anything, "before I fetch the kids" is half a sentence, and "I haven't cut" is
not what was said where "since last year" came after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.domains import TOO_BROAD, touched
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_at
from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from live_notes.drafting.embedded.selecting.saying_much import says_how_it_goes
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.everyday import EVERYDAY
from live_notes.drafting.risk.words import RISK_WORDS

_JOINTS = re.compile(r"^(?:(?:and|but|so|then|well|oh|yeah|or|also|now)[, ]+)+", re.IGNORECASE)
_HALF = re.compile(
    r"^(?:before|after|until|till|unless|while|once|although|though|than|as soon as|as long as)\b[^,;]+$",
    re.IGNORECASE,
)
"""A condition or a time without what it belongs to."""
_GIVES_A_REASON = re.compile(r"(?:(?:and|but|so|well|oh|yeah)[, ]+)*(?:because|'?cause)\b", re.IGNORECASE)
_POINTING_FIRST = re.compile(
    r"^(?:it|this|that)\b(?!'?s? (?:was |is )?(?:when|because|why|how|what|like)\b)", re.I
)
_EXPERIENCED = re.compile(
    r"\b(?:chest|throat|stomach|belly|head|neck|arms?|legs?|hands?|shoulders?|jaw|back|body|heart"
    r"|breath\w*|picture"
    r"|image|sound|voice|quieter|louder|stronger|weaker|smaller|bigger|less|fading|faded|further|closer"
    r"|warm\w*"
    r"|cold\w*|tight\w*|heav\w+|light\w*|loosen\w*|bruise|ache\w*|burn\w*|tingl\w*|buzz\w*|easing|eased|gone"
    r"|there|weeks?|months?|years?|weekend|day|night|time)\b",
    re.IGNORECASE,
)
"""What is noticed while something is tried in the room: "it's in my throat now"."""
_BARE_OBJECT = re.compile(
    r"^(?:i|we|he|she|they)(?: (?:do|did|still|also|just|really|always|never|already|have|had))*"
    r" (?:have|had|has|get|got|gets|do|did|does|know|knew|want|wanted|like|liked|love|hate|need|see|saw"
    r"|feel|felt"
    r"|forgot|forget|keep|kept|use|used)"
    r" (?:it|that|this|them|those|these|one|some)(?: (?:now|too|then|once|again|before|still|either|a lot"
    r"|sometimes"
    r"|as well|all|every time|anyway))*\W*$",
    re.IGNORECASE,
)
_GONE_THERE = re.compile(
    r"^(?:i|we)(?:'d| had)? (?:just )?(?:went|gone|drove|came|walked|got|ran|was|were)"
    r"(?: (?:over|back|up|down|out|straight))? (?:there|in|over|back|away)\W*$",
    re.IGNORECASE,
)
_SO_MANY_A_DAY = re.compile(
    r"^(?:i|we)(?:'m| am| was| were|'d been| used to be| have been|'ve been)(?: (?:still|only|on|up|down|to"
    r"|having|doing|about|at|now))* \w+ (?:a|per|every) (?:day|night|week|month)\b(?! (?:at|in|for|of)\b)",
    re.IGNORECASE,
)
"""How many a day of something that is not named."""
_TO_COME = re.compile(
    r"^(?:i'll|i will)\b(?! (?:admit|be honest|say|tell|never|always|have to|need to|try)\b)"
    r"(?:\W+[\w'-]+){1,8}\W*$",
    re.IGNORECASE,
)
"""What somebody will do: a note has it as a step, or as an answer."""
QUALIFIES = re.compile(
    r"^(?:since\b|not since\b|except\b|apart from\b|only (?:when|if|on|at|in|the)\b|until\b|at least\b"
    r"|not (?:always|every|all|any more|anymore|until|for)\b|but\b|although\b|though\b|i still (?:do|have"
    r"|get|am|feel)"
    r"|well,? (?:not|i|it|once|nearly|almost|mostly|maybe|sort of|kind of)\b|mostly\b"
    r"|or (?:at least|not)\b"
    r")",
    re.IGNORECASE,
)
"""Takes back or bounds what the sentence before it said."""


TURNS = re.compile(
    r"^(?:(?:and|but|well|though|no|so)[, ]+)*(?:"
    r"(?:i|we) (?:wouldn't|would not|would never|didn't|did not|never did|haven't|don't mean|do not mean"
    r"|won't|never"
    r" (?:have|would|will))(?:,? (?:do it|act on it|that|it|though|really|actually|in the end|of course"
    r"|again))*\W*$"
    r"|(?:i'd|i'll|i've) never(?: (?:do it|done it|did|act on it))?\W*$|not that i\b|not really\b"
    r"|i'm not,? (?:though|really)\b)",
    re.IGNORECASE,
)
"""Says that what stands before it was not done, or not meant so."""


def bears(words: str) -> bool:
    """Whether the words hold what must not be lost: risk, medicine, symptoms, events, how life goes."""
    if RISK_WORDS.search(words) or names_a_drug(words) or says_how_it_goes(words) or LIFE_EVENT.search(words):
        return True
    if any(word.lower() not in TOO_BROAD for _, word in touched(words)):
        return True
    return any(found.search(words) for found in EVERYDAY.values())


def stands_alone(run: Sequence[Unit], *, step: bool = False) -> bool:
    """Whether sentences that follow each other tell something to who has not heard the rest.

    `step`: they are told as a next step.
    """
    every = " ".join(unit.words for unit in run)
    if RISK_WORDS.search(every):
        return True
    first = _JOINTS.sub("", run[0].words.strip())
    if not step and len(run) == 1 and _TO_COME.match(first):
        return False
    if _HALF.match(first) or _GIVES_A_REASON.match(run[0].exact.strip()) or _SO_MANY_A_DAY.match(first):
        return False
    if _BARE_OBJECT.match(first) or _GONE_THERE.match(first):
        return False
    points = _POINTING_FIRST.match(first) is not None and points_at(first) in {"it", "this", "that"}
    return not points or bears(first) or _EXPERIENCED.search(every) is not None


def is_to_come(unit: Unit) -> bool:
    """Whether a sentence tells what its speaker will or would do."""
    return _TO_COME.match(_JOINTS.sub("", unit.words.strip())) is not None


def qualified_by(unit: Unit, units: Sequence[Unit]) -> Unit | None:
    """The sentence after this one that bounds it, or takes some of it back; None where there is none."""
    after = units[unit.index + 1] if unit.index + 1 < len(units) else None
    if after is None or (after.turn, after.speaker) != (unit.turn, unit.speaker) or after.question:
        return None
    return after if QUALIFIES.match(after.exact.strip()) and after.spoken_length <= _MOST_OF_A_BOUND else None


_MOST_OF_A_BOUND = 12
