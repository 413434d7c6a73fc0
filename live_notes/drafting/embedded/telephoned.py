"""What a client says into a telephone while the clinician listens: quoted as such, and told as no report.

"I'm not safe on my own. Can you come round?" is said to a sister, not to the clinician.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby

from live_notes.drafting.embedded.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.quoting import in_quotes
from live_notes.drafting.embedded.saying import whole
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk_words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_GREETS = re.compile(
    r"(?:hi|hiya|hello|hey|alright|all right|hallo|yo|good (?:morning|afternoon|evening)|yeah,? hi"
    r"|is that|can i speak"
    r" (?:to|with)|may i speak (?:to|with)|could i speak (?:to|with))\b",
    re.IGNORECASE,
)
_IS_ON_THE_LINE = re.compile(
    r"\b(?:it's|it is|this is|it's only|it's just) (?:me|[A-Z]\w+)\b(?!'s)(?=[,.]| (?:here|again|speaking"
    r"|calling|from)\b)"
    r"|\bi'm (?:calling|ringing|phoning)\b"
    r"|\bi'm (?:at|with|in with|here with) (?:the|my) (?:counsell?or|therapist|doctor|psychologist|clinic"
    r"|session)\b",
    re.IGNORECASE,
)
_ONLY_TALKS = re.compile(
    r"(?:(?:no|yeah|aye|yes|okay|ok|right|well|listen|so|oh)[,. ]+)*(?:i'm (?:at|in|with"
    r"|here with) (?:the|my)\b"
    r"|don't (?:cry|greet|worry|panic|be)|see you|bye|speak (?:soon|later)|talk (?:soon|later)|love you"
    r"|thanks|thank you"
    r"|can you hear|are you there|it's (?:only )?me\b|how are you)",
    re.IGNORECASE,
)
_TO_CALL = re.compile(r"\b(?:ring|call|phone|dial|telephone|speaker ?phone)(?:ing|s|ed)?\b", re.IGNORECASE)
_REACH, _MOST_QUOTED, _LEAST_SAID = 5, 45, 3
"""Turns before in which a call was spoken of; words that are quoted of it, and the least of a sentence."""


def telephoned(reading: Reading, used: set[int]) -> Iterator[Statement]:
    """Each turn spoken into a telephone, as one quotation; its units are added to `used`."""
    for _, grouped in groupby(reading.units, key=lambda unit: (unit.turn, unit.speaker)):
        said_by_client = [unit for unit in grouped if unit.speaking is Speaking.CLIENT]
        turn = list(dropwhile(_only_agrees, said_by_client))
        if not turn or not _is_call(reading.units, turn):
            continue
        used.update(unit.index for unit in turn)
        said = _said_in(turn)
        quote = whole(f"On the telephone, {reading.terms_for(said).client_inside} said: {in_quotes(said)}")
        yield made(reading, Kind.RESPONSE, quote, (said,))


def _only_agrees(unit: Unit) -> bool:
    """Whether a sentence does no more than say yes to the call: "yeah, all right"."""
    return read_answer(unit.exact) is Answer.YES and word_count(unit.exact) <= _LEAST_SAID


def _is_call(units: Sequence[Unit], turn: Sequence[Unit]) -> bool:
    """Whether a turn greets somebody who is not there, a call having been spoken of shortly before."""
    words = " ".join(unit.exact for unit in turn[:_REACH])
    if not _GREETS.match(turn[0].exact.strip()) or _IS_ON_THE_LINE.search(words) is None:
        return False
    before = (unit for unit in units[: turn[0].index] if turn[0].turn - unit.turn <= _REACH)
    return any(_TO_CALL.search(unit.words) for unit in before)


def _said_in(turn: Sequence[Unit]) -> Unit:
    """What a turn says beyond greeting, nodding and parting, as much as is quoted."""
    kept: list[Unit] = []
    for unit in turn:
        few = word_count(unit.exact) < _LEAST_SAID or (unit is turn[0] and len(turn) > 1)
        if (few or _ONLY_TALKS.match(unit.exact.strip())) and not RISK_WORDS.search(unit.words):
            continue
        if kept and sum(word_count(one.exact) for one in (*kept, unit)) > _MOST_QUOTED:
            break
        kept.append(unit)
    return as_one(kept or turn)
