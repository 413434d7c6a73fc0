"""A client's sentence that means nothing, or another thing, without what stands before it is told with that.

"She's all right now" is nobody's aunt, "I went for twenty minutes and left" is no baby shower, "I take it
every other day" no medicine, and "I could have killed him" no threat, once it stands alone. A dream is told
as a dream, and words that were only tried out are nothing that was said of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_at
from live_notes.drafting.embedded.planning.recaps import leaves_its_verb
from live_notes.drafting.embedded.selecting.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.selecting.standing import bears
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.from_the_name import from_the_name
from live_notes.drafting.embedded.telling.half_told_words import ANOTHER_SAYS
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.retelling_words import OF_THE_TALK
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

_ALONE = re.compile(
    r"(?:the )?\w+(?: [A-Z])? (?:reported that|reported|stated:|responded:|asked:) ", re.IGNORECASE
)
"""Tells what answers no question."""
_JOINT = r"^(?:(?:and|but|so|then|well|oh|yeah|or|because|'?cause)[, ]+)*"
_GOES_NOWHERE = AnyCase(
    rf"{_JOINT}(?:i|we)(?:'d| had|'ve| have)? (?:only |just |then |both |never )*(?:went|gone|left|stayed"
    rf"|stood"
    r"|sat|lasted|managed|was there|were there|walked|drove|came|been there|go|take|stay|said|told"
    r" (?:him|her|them))"
    r"(?: (?:for|and|at about|about|like|until|till|by|in the end|through|there|on|every|once|twice|after)\b"
    r"|\W*$)"
)
"""Says how long or how often, and not what."""
_HOW_MANY_OF_THEM = AnyCase(
    rf"{_JOINT}(?:one|two|three|four|five|some|most|half|all|both|none|a few|a couple|each|the rest"
    r"|the others?) (?:of (?:them|those|these|it)|was|were)\b"
)
_A_PART = AnyCase(
    r"^(?:in|on|at|with|from|about|under|behind|to|by|for|like) (?:the|a|an|my|our|this|that|front"
    r"|everybody)\b"
    r"(?!.*, (?:i|we|he|she|they|it)\b)(?! (?:[\w-]+ ){1,3}(?:i|we|he|she|they|it|there)\b)"
)
"""Where or how, and not what."""
_MIGHT_HARM = AnyCase(
    r"\bi(?:'d| will|'ll|'m going to|'m gonna| could(?: ?have|'ve)?| coulda| would(?: have|'ve)?| woulda"
    r"| might"
    r"| wanna| want to| wanted to)? (?:\w+ )?(?:kill\w*|murder\w*|throttl\w*|strangl\w*|swing for|batter\w*"
    r"|clatter\w*) (?:him|her|them|all|someone|somebody|people|everyone|everybody|you|that|the|my|every)\b"
)
"""Harm to somebody, which is seldom meant so."""
_DREAMT = AnyCase(
    r"\b(?:i|we)(?:'d|'ve| had| have| got| get| keep having| keep getting|'m having| was having)(?: had)?"
    r" (?:a|an|this|that|another|the|one|my|these)(?: \w+){0,2} (?:dreams?|nightmares?)\b"
    r"|\bi (?:dreamt|dreamed|was dreaming|keep dreaming)\b|\bin (?:the|this|my|that) (?:dream|nightmare)\b"
    r"|^(?:so |it's |it was |is |was )*(?:a|the|this) (?:\w+ )?(?:dream|nightmare)\b"
)
"""Begins to tell a dream."""
_NO_DREAM = AnyCase(
    r"\b(?:no|not|n't|never|without|stopped|haven't|hadn't|job|house|home|holiday|come true|of being)\b"
)
_WOKE = AnyCase(
    r"\b(?:w[ao]ke|woken|waking|wake|get|got) up\b|\bw[ao]ke\b|\bthen it (?:stopped|ended)\b|\bsince\b"
)
"""Where a dream ends."""
_AS_IF_NOW = AnyCase(
    rf"{_JOINT}(?:i'm|i am|i in|we're|it's|it is|is (?:a|the)|it have|there's|there is|there are|he's|she's"
    r"|they're|i (?:go|walk|look|open|see|run|turn|try|can't|stand|hear|come)"
    r"|(?:a|an|the|this|my) [\w-]+(?: [\w-]+)? (?:is|come|comes|walks|stands|says|has))\b"
)
"""Tells as if it were now."""
_OF_THAT_AT_THE_END = AnyCase(
    r"^(?:\W*[\w'-]+){2,5} (?:for|about|of|with|at|from) (?:that|this)(?: (?:now|then|too))?\W*$"
)
_BARE_DEED = AnyCase(
    r"^(?:i|we)(?:'ve|'d|'ll)? (?:\w+ )?(?:stop\w*|did|do|have|tr(?:y|ied)|went|kept|managed|can|will)\W*$"
)
"""Names no thing that was done: "I stop"."""
_REPLIES = AnyCase(
    rf"{_JOINT}(?:i|he|she|they|we)(?:'s|'m|'re)? (?:just )?(?:said|says?|goes|was like|were like|like|went),"
    r"? (?!(?:that|to|goodbye|hello|sorry|thanks?|no|yes)\b)(?:[\w'-]+[ ,]*){1,6}\W*$"
)
"""What somebody said back, and not to what."""
_GUESSED = AnyCase(
    rf"{_JOINT}(?:i|we) (?:thought|expected|figured|reckoned|guessed|was sure|assumed) (?:it|that|this|they)"
    r"(?:'d| was| were| would| is)\b"
)
_AMOUNT_DONE = AnyCase(
    rf"{_JOINT}(?:i|we) (?:did|do|had|got|made|managed|kept to)(?:,? (?:like|about|maybe|only|just),?)*"
    r" (?:\d+|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|\w+teen|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)(?: (?:and|or|to|by|on|off|then) [\w-]+)*\W*$"
)
"""Says how much, and not of what."""
_LEANING = (
    _BARE_DEED,
    _OF_THAT_AT_THE_END,
    _GOES_NOWHERE,
    _HOW_MANY_OF_THEM,
    _A_PART,
    _REPLIES,
    _GUESSED,
    _AMOUNT_DONE,
)
_BUT_AT_THE_END = re.compile(r", (?:but|though|mind|mind you)[.!]?$", re.IGNORECASE)
"""Says "though" of the sentence before: "I couldn't go on the Friday, but."."""
_MOST_WORDS, _MOST_OF_A_CUE, _MOST_OF_A_QUESTION, _BACK, _FAR_BACK, _LEAST_WORDS = 44, 14, 20, 2, 3, 2
_PERSONS = frozenset(("he", "she", "him", "her", "his", "hers", "they", "their", "theirs"))


def in_context(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement | None:
    """The statement, or what it is told with; None where it was never meant of anybody.

    `told` are the sentences of one turn that it retells.
    """
    if statement.authored or not told:
        return statement
    if told[0].speaking is not Speaking.CLIENT:
        return _with_its_verb(reading, statement)
    alone = _ALONE.match(statement.text) and "When asked" not in statement.text
    if not alone or '" and ' in statement.text:
        return statement
    if _is_tried_out(told[0]) and len(told) == 1 and not told[0].risk_in_words:
        return None
    if statement.kind is Kind.PLAN or reading.rambling:
        return statement
    return _fuller(reading, statement, told)


def _fuller(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement:
    """A client's statement with what stands beside it, where it needs that."""
    if statement.must or told[0].risk_in_words:
        return _behind_its_cue(reading, statement, told, told[0]) or _whole_threat(reading, statement, told)
    if _is_dreamt(reading.units, told[0]):
        return _quoting(reading, statement, told, "told of a dream")
    who = _who_says_it(reading.units, told[0])
    if who is not None:
        return _quoting(reading, statement, [who, *told], "stated")
    if told[0].question:
        return statement
    named = from_the_name(reading.units, told, reading.fallback.proper)
    if named:
        return _quoting(reading, statement, named, "stated")
    return _with_what_is_before(reading, statement, told) if _leans(told) else statement


def _with_its_verb(reading: Reading, statement: Statement) -> Statement:
    """What a clinician wonders and leaves the verb out of, in their words with what they say next."""
    unit = reading.units[statement.order]
    if unit.speaking is not Speaking.CLINICIAN or " wonders " not in statement.text:
        return statement
    if not leaves_its_verb(unit.words) or not is_whole(unit):
        return statement
    behind = reading.units[unit.index + 1 : unit.index + 2]
    more = [one for one in behind if one.turn == unit.turn and not one.question and is_whole(one)]
    said = as_one((unit, *more))
    if said.spoken_length > _MOST_WORDS:
        said = unit
    text = finish(f"{reading.fallback.clinician} stated: {quoted(said)}")
    return _telling(statement, text, said.evidence)


def _is_tried_out(unit: Unit) -> bool:
    """Whether all of a sentence is in quotation marks: words for somebody else, tried out or read out."""
    said = unit.exact.strip()
    return len(said) > 1 and said[0] in '"“' and said.rstrip(".!")[-1:] in '"”' and said.count('"') <= 2


def _leans(told: Sequence[Unit]) -> bool:
    """Whether what is told begins with what it does not name."""
    first = told[0].words
    if _BUT_AT_THE_END.search(told[0].exact.strip()):
        return True
    return bool(points_at(first)) or any(form.search(first) for form in _LEANING)


def _whole_threat(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement:
    """Harm that is spoken of, with the sentences of the turn beside it, by which it is to be understood."""
    if not _MIGHT_HARM.search(told[0].words) and not _MIGHT_HARM.search(told[0].exact):
        return statement
    run = list(told)
    turn = [one for one in reading.units[max(0, run[0].index - 4) : run[0].index + 6] if _beside(run[0], one)]
    behind = [one for one in turn if one.index > run[-1].index][:_BACK]
    before = [one for one in turn if one.index < run[0].index][-1:]
    for one in (*behind, *before):
        both = sorted([*run, one], key=lambda unit: unit.index)
        if is_whole(one) and sum(unit.spoken_length for unit in both) <= _MOST_WORDS:
            run = both
    return statement if len(run) == len(told) else _quoting(reading, statement, run, "stated")


def _with_what_is_before(reading: Reading, statement: Statement, told: Sequence[Unit]) -> Statement:
    """What leans on the sentence before it, with that; what begins a turn, with what it answers."""
    units, run = reading.units, list(told)
    for _ in range(_FAR_BACK):
        before = units[run[0].index - 1] if run[0].index else None
        if before is None or not _beside(run[0], before) or not _goes_before(before, run):
            break
        run.insert(0, before)
        if not _leans(run) and is_clause(before.words):
            break
    asked = _behind_its_cue(reading, statement, run, told[0])
    if asked is not None or len(run) == len(told):
        return asked or statement
    who = _who_says_it(units, run[0])
    run = run if who is None else [who, *run]
    return statement if _all_told(statement, run) else _quoting(reading, statement, run, "stated")


def _behind_its_cue(
    reading: Reading, statement: Statement, run: Sequence[Unit], leaning: Unit
) -> Statement | None:
    """What begins a turn, with what the clinician said before it, where a sentence of it leans on that."""
    cue = reading.units[run[0].index - 1] if run[0].index else None
    if cue is None or not all(map(is_whole, run)) or not _may_be_a_cue(cue) or not _answers_it(leaning, cue):
        return None
    terms = reading.terms_for(run[0])
    lead, verb = ("When asked", "answered") if cue.question else ("In response to", "said")
    asked, said = quoted(cue)[:-1].rstrip("."), as_one(run)
    text = finish(f'{lead} {asked}", {terms.client_inside} {verb}: {in_quotes(said)}')
    return _telling(statement, text, (*cue.evidence, *said.evidence))


def _who_says_it(units: Sequence[Unit], unit: Unit) -> Unit | None:
    """The sentence before, where it says that somebody else says this: "she'd tell the neighbours"."""
    before = units[unit.index - 1] if unit.index else None
    if before is None or not _beside(unit, before) or not is_whole(before):
        return None
    return before if ANOTHER_SAYS.match(before.words.rstrip(" .:!")) else None


def _answers_it(unit: Unit, cue: Unit) -> bool:
    """Whether a sentence stands for what was said just before it."""
    if _OF_THAT_AT_THE_END.search(unit.words) or _BARE_DEED.search(unit.words):
        return True
    points = points_at(unit.words)
    return bool(points) and points not in _PERSONS and (cue.question or not bears(unit.words))


def _may_be_a_cue(unit: Unit) -> bool:
    """Whether a clinician's sentence can stand before what a client says to it."""
    if unit.speaking is not Speaking.CLINICIAN or not is_whole(unit):
        return False
    most = _MOST_OF_A_QUESTION if unit.question else _MOST_OF_A_CUE
    return unit.spoken_length <= most and bool(matter_in(unit.words))


def _beside(unit: Unit, other: Unit) -> bool:
    return (other.turn, other.speaker) == (unit.turn, unit.speaker) and not other.question


def _goes_before(before: Unit, run: Sequence[Unit]) -> bool:
    """Whether a sentence can stand in quotation marks before those that lean on it."""
    if before.backchannel or not is_whole(before) or before.risk_in_words:
        return False
    words = before.spoken_length
    return words >= _LEAST_WORDS and words + sum(one.spoken_length for one in run) <= _MOST_WORDS


def _all_told(statement: Statement, run: Sequence[Unit]) -> bool:
    return all(statement.stems.issuperset(one.stems) for one in run)


def _is_dreamt(units: Sequence[Unit], first: Unit) -> bool:
    """Whether a sentence goes on with a dream that was begun before it in the same turn."""
    if not _AS_IF_NOW.search(first.words):
        return False
    turn = [one for one in units[max(0, first.index - 12) : first.index] if one.turn == first.turn]
    at = next((at for at, one in enumerate(turn) if _DREAMT.search(one.words)), None)
    if at is None or _NO_DREAM.search(turn[at].words):
        return False
    return not any(_WOKE.search(one.words) for one in (*turn[at:], first))


def _quoting(reading: Reading, statement: Statement, run: Sequence[Unit], how: str) -> Statement:
    """The statement in the client's very words, with all of the run."""
    if not all(map(is_whole, run)):
        return statement
    last = max(
        at for at, one in enumerate(run) if not at or not OF_THE_TALK.fullmatch(one.exact.strip(" .!"))
    )
    said = as_one(run[: last + 1])
    terms = reading.terms_for(said)
    return _telling(statement, finish(f"{terms.client} {how}: {in_quotes(said)}"), said.evidence)


def _telling(statement: Statement, told: str, lines: Sequence[str]) -> Statement:
    return replace(statement, fuller=(in_figures(told), tuple(dict.fromkeys((*lines, *statement.evidence)))))
