"""Cuts the lines of a transcript into units: one statement or question by one speaker each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from live_notes.drafting.author.dictation import written_out
from live_notes.drafting.author.parts import written_parts, written_words
from live_notes.drafting.author.retractions import corrected
from live_notes.drafting.embedded.booking.joined_meeting import without_meeting
from live_notes.drafting.embedded.hearing.cleaning import clean, fluent, is_backchannel, tidy
from live_notes.drafting.embedded.hearing.dialects import is_of_a_dialect, may_be_past
from live_notes.drafting.embedded.hearing.mine_as_me import mine_as_my
from live_notes.drafting.embedded.hearing.questions import WORDS_BEFORE_QUESTION, is_asked, is_question
from live_notes.drafting.embedded.persons.kin_names import kin_as_told
from live_notes.drafting.embedded.persons.relations import relations_alone, without_names
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import content_stems, word_count, word_set
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import EvidenceLine, Speaking

_END = re.compile(
    r"(?<=[.?!…\"”'])(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)"
    r"(?:(?<=[.?!…])|(?<=[.?!…][\"”']))\s+(?=\S)"
)
_NAMES_AN_HOUR = re.compile(
    r"\b(?:the|that|this|those|these|my|your|his|her|their|an?) [\w-]+ [ap]\.m\.$", re.IGNORECASE
)
"""Ends on an hour that says of which kind something is."""
_SPLICE = re.compile(
    r"(?:,\s+|\s+)(?=(?:and then|and|but|so|then|because|cause)\s+"
    r"(?:i|i'm|i've|i'd|i'll|he|she|we|they|it|it's|my|there's|that's|you)\b)"
    r"|,\s+(?=(?:i|i'm|i've|he|she|we|they|it's|my|there's)\s)",
    re.IGNORECASE,
)
_MARKED_OFF = re.compile(
    r"\s+(?=(?:okay|ok|alright|all right)\b)"
    r"|\s+(?=(?:(?:and|so|now|then|but|well) )+(?:for|on|in|as far as|looking at|regarding|let|let's"
    r"|your|there|next"
    r"|again|also|when|if|after|what)\b)"
    r"|\s+(?=(?:i'm (?:going to|gonna)|i am going to|i'd like|i would like|i want|i wanna|let's|let me"
    r"|we'll|we will"
    r"|we're going to|we're gonna|i don't|i do (?:hear|appreciate|feel|see|note|think)|i think|i "
    r"appreciate) )",
    re.IGNORECASE,
)
"""Where a speaker turns to the next matter, in words that came without marks."""
_NEXT_CLAUSE = re.compile(
    r"(?<!\bif)(?<!\bwhen)(?<!\bthat)(?<!\bbecause)(?<!\bso)(?<!\band)(?<!\bor)(?<!\bbut)(?<!\bwhat)"
    r"(?<!\bas)(?<!\bthink)"
    r"(?<!\bhow)(?<!\bwhere)(?<!\bwhich)(?<!\bthan)(?<!\bsure)(?<!\bonce)(?<!\bthen)(?<!\bknow)"
    r"(?<!\bwhy)(?<!\bsince)(?<!\bfeel)"
    r"(?<!\bwhether)(?<!\blike)(?<!\bsay)(?<!\bsaid)(?<!\bhope)(?<!\bguess)(?<!\bmean)(?<!\bsee)(?<!,)\s+"
    r"(?=(?:that(?:'ll| will| should)|this will|it(?:'ll| will| should)|i know|the only thing"
    r"|the first thing)\b)",
    re.IGNORECASE,
)
"""Where another clause begins that nothing joins to the one before."""
_INNER_QUESTION = re.compile(
    r"\b(?:(?:and |so |okay |but )*(?:have you|do you|are you|did you|how (?:is|are|have|has|do|did"
    r"|many|much|often|about)"
    r"|what (?:is|are|do|did|about|have)|is there any|any thoughts|any other))\b",
    re.IGNORECASE,
)
_ASKING_FOR = re.compile(
    r"^(?:(?:and|so|but|okay|well|now|um|uh|then|or)[, ]+)*(?:how|what|which|whose)(?: [\w']+){1,4} ?$",
    re.IGNORECASE,
)
"""The beginning of a question whose verb comes only now: "how many cigarettes"."""
_ASKING_AT_LAST = re.compile(r"\b(?:how|what|which|whose)(?: [\w']+){1,2} ?$", re.IGNORECASE)
"""The same behind what leads in: "on a scale of zero to ten, how confident"."""
_LEADS_ON = word_set(
    "how what when where why who which if that things many much often long and so but or okay well "
    "with of to for in on at from about have had see notice take"
)
_LONG_WORDS = 34
_LONG_BARE_WORDS = 18
"""Without a single mark, recognition has run statements together."""
_SHORTEST_PART = 6
_UNFINISHED = re.compile(r"(?:[^.?!…\"”]|-|–|—|\.\.\.|…)$")
_BROKEN = re.compile(
    r"--|[–—]|\w- |\b(?!so-)([a-z]+)-\1\b|\.\.\.|…|[a-z]-$"
    r"|\b(?:the|an?|my|his|their|our|your), (?:the|an?|my|his|her|their|our|your)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?!this|his|its|was|is|has|does|as|us|yes|always|sometimes)[a-z]{3,}s$|, (?:\w+ )?\w+$", re.IGNORECASE
)
_LISTED = re.compile(r"^(?:u[mh]+,? )*(?:[a-z]{3,}\W*$|(?:\w+ )?\w+, (?:and|or) )", re.IGNORECASE)
MAX_JOIN_GAP = 6.0
"""Seconds between two lines of one speaker that may still be one sentence."""
_MAX_JOIN_WORDS = 60


@dataclass(frozen=True)
class Unit:
    """One statement or question.

    `exact` holds the speaker's very words, `words` the same without fillers. `evidence` are the
    ids of the lines it was cut from; `turn` counts changes of speaker. `within`: a listening
    noise that came before the other had ended what stands before it here. `unmarked`: its speaker
    may mean the past by a plain verb.
    """

    index: int
    turn: int
    speaker: str
    speaking: Speaking
    exact: str
    words: str
    evidence: tuple[str, ...]
    question: bool
    backchannel: bool
    within: bool = False
    unmarked: bool = False

    @cached_property
    def fluent(self) -> str:
        """The speaker's very words without hesitating and stammering; kept as long as the unit."""
        return fluent(self.exact)

    @cached_property
    def length(self) -> int:
        """How many words it has without fillers. What is asked of a unit often is kept with it."""
        return word_count(self.words)

    @cached_property
    def spoken_length(self) -> int:
        """How many words were spoken."""
        return word_count(self.exact)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words that say something."""
        return content_stems(self.words)

    @cached_property
    def whole(self) -> bool:
        """Whether its very words are not broken off or begun anew, and no quotation in them is left open."""
        return _is_whole(self.exact)

    @cached_property
    def risk_in_words(self) -> bool:
        """Whether its words without fillers name a risk."""
        return _names_risk(self.words)

    @cached_property
    def risk_in_exact(self) -> bool:
        """The same of the speaker's very words."""
        return _names_risk(self.exact)

    @cached_property
    def of_a_dialect(self) -> bool:
        """Whether its grammar stays right only in its speaker's mouth."""
        return is_of_a_dialect(self.fluent) or (self.unmarked and may_be_past(self.fluent))

    def __repr__(self) -> str:
        return f"<Unit {self.index} {self.speaking} {len(self.exact)} chars>"


@remembered
def _is_whole(exact: str) -> bool:
    even = exact.count('"') % 2 == 0 and exact.count("“") == exact.count("”")
    return even and _BROKEN.search(fluent(exact)) is None


@remembered
def _names_risk(text: str) -> bool:
    return RISK_WORDS.search(text) is not None


@dataclass(frozen=True, repr=False)
class _Run:
    """Lines of one speaker that belong together, each with its place in the joined text."""

    line: EvidenceLine
    text: str
    spans: tuple[tuple[int, str], ...]
    end: float
    turn: int
    within: bool = False


def units_of(lines: Sequence[EvidenceLine]) -> list[Unit]:
    """All units of a transcript, in order."""
    units: list[Unit] = []
    for run in _runs(lines):
        position = 0
        author = run.line.speaking is Speaking.AUTHOR
        for part in written_parts(run.text) if author else parts_of(run.text):
            start = run.text.find(part, position)
            position = start + len(part)
            units.append(_unit(len(units), run, part, start))
    return units


def _unit(index: int, run: _Run, part: str, start: int) -> Unit:
    if run.line.speaking is Speaking.AUTHOR:
        return _written(index, run, part, start)
    words = without_names(clean(part))
    words = mine_as_my(kin_as_told(words)) if run.line.speaking is Speaking.CLIENT else words
    return Unit(
        index=index,
        turn=run.turn,
        speaker=run.line.speaker,
        speaking=run.line.speaking,
        exact=part.strip(),
        words=words,
        evidence=_evidence(run, start, start + len(part)),
        question=is_question(part),
        backchannel=is_backchannel(part) or not words,
        within=run.within,
    )


def _written(index: int, run: _Run, part: str, start: int) -> Unit:
    """A unit of the clinician's own text, of which nothing is small talk and hardly anything asks."""
    return Unit(
        index=index,
        turn=run.turn,
        speaker=run.line.speaker,
        speaking=run.line.speaking,
        exact=part.strip(),
        words=relations_alone(corrected(written_words(part))),
        evidence=_evidence(run, start, start + len(part)),
        question=part.rstrip().endswith("?"),
        backchannel=False,
    )


def _evidence(run: _Run, start: int, end: int) -> tuple[str, ...]:
    """Ids of the lines that overlap a span of the joined text."""
    edges = [*run.spans, (len(run.text) + 1, "")]
    return tuple(
        line_id for (begin, line_id), (after, _) in pairwise(edges) if begin < end and after > start + 1
    ) or (run.spans[0][1],)


def _runs(lines: Sequence[EvidenceLine]) -> list[_Run]:
    """Joins a speaker's unfinished line with their next one, past the listener's back-channel."""
    punctuated = _mostly_punctuated(lines)
    runs: list[_Run] = []
    open_run: int | None = None
    turn, speaker = 0, ""
    for line in lines:
        text = tidy(line.text)
        if line.speaking is Speaking.AUTHOR:
            text = written_out(text)
        if not text:
            continue
        before = runs[open_run] if open_run is not None else None
        listens = before is not None and line.speaker != before.line.speaker and is_backchannel(text)
        if listens and before is not None and not before.text.endswith("?"):  # to a question it is an answer
            runs.append(_Run(line, text, ((0, line.id),), line.end, turn))
            continue
        if line.speaker != speaker:
            turn, speaker = turn + 1, line.speaker
        if open_run is not None and before is not None and _continues(before, line, text, punctuated):
            runs[open_run] = _join(before, line, text)
            runs[open_run + 1 :] = [replace(one, within=True) for one in runs[open_run + 1 :]]
            continue
        open_run = len(runs)
        runs.append(_Run(line, text, ((0, line.id),), line.end, turn))
    return runs


def _mostly_punctuated(lines: Sequence[EvidenceLine]) -> bool:
    """Whether a missing full stop means anything in this transcript."""
    ended = sum(1 for line in lines if line.text.rstrip().endswith((".", "?", "!", "…")))
    return ended * 2 >= len(lines)


def _continues(before: _Run, line: EvidenceLine, text: str, punctuated: bool) -> bool:
    if line.speaker != before.line.speaker or line.start - before.end > MAX_JOIN_GAP:
        return False
    if line.speaking is Speaking.AUTHOR and line.start == line.end:
        return False  # typed: each line is cut already
    if word_count(before.text) > _MAX_JOIN_WORDS:
        return False
    cut_off = before.text.endswith(("-", "–", "—")) or text[:1] in "-–—…"
    return cut_off or (punctuated and bool(_UNFINISHED.search(before.text)))


def _join(before: _Run, line: EvidenceLine, text: str) -> _Run:
    head = before.text.rstrip("-–—… ")
    tail = text.lstrip("-–—… ")
    if head != before.text and tail == text and tail[:1].isupper():
        head += "--"  # they began anew
    if head != before.text and _goes_on_listing(head, tail):
        head += ","
    return _Run(
        before.line,
        f"{head} {tail}",
        (*before.spans, (len(head) + 1, line.id)),
        line.end,
        before.turn,
    )


def _goes_on_listing(head: str, tail: str) -> bool:
    """Whether a list was interrupted between two of its members ("headaches-", "mm-hmm", "-fever")."""
    return bool(_LISTING.search(head) and _LISTED.match(tail))


@remembered
def parts_of(text: str) -> tuple[str, ...]:
    """Sentences by their punctuation; long ones, as recognition leaves them, at joining words."""
    parts: list[str] = []
    for sentence in _sentences(text):
        for part in _split_questions(sentence):
            long = _LONG_WORDS if "," in part or part.rstrip().endswith((".", "!", "?")) else _LONG_BARE_WORDS
            pieces = _split_long(part, bare=long == _LONG_BARE_WORDS) if word_count(part) > long else [part]
            parts += [one for piece in pieces for one in without_meeting(piece)]
    return tuple(part for part in parts if part.strip())


def _sentences(text: str) -> list[str]:
    """The text at its stops; what somebody else is quoted with stays with who quotes it."""
    found: list[str] = []
    quotes = text.count('"') % 2 == 0
    for sentence in _END.split(text):
        opened = quotes and bool(found) and found[-1].count('"') % 2 == 1
        if found and sentence[:1].islower() and _NAMES_AN_HOUR.search(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"  # "the two a.m. version"
        elif opened and word_count(found[-1]) + word_count(sentence) <= _MAX_JOIN_WORDS:
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found


def _split_questions(sentence: str) -> list[str]:
    """Recognition may run a remark into a question; without any full stop the question begins a new part."""
    if sentence.rstrip().endswith((".", "!", "…")) or "," in sentence:
        return [sentence]
    pieces, start = [], 0
    for match in _INNER_QUESTION.finditer(sentence):
        piece = sentence[start : match.start()]
        before = piece.split()
        if is_asked(piece) or _ASKING_FOR.match(piece) or _ASKING_AT_LAST.search(piece):
            continue
        if len(before) >= WORDS_BEFORE_QUESTION and before[-1].lower() not in _LEADS_ON:
            pieces.append(piece)
            start = match.start()
    return [*pieces, sentence[start:]]


def _bare_joins(sentence: str) -> list[re.Match[str]]:
    return [*_MARKED_OFF.finditer(sentence), *_NEXT_CLAUSE.finditer(sentence)]


def _is_within_a_quotation(sentence: str, join: re.Match[str]) -> bool:
    """Whether words stand there that somebody else said, where a part alone would be the speaker's own."""
    before = sentence[: join.start()].count('"')
    return before % 2 == 1 and sentence.count('"') % 2 == 0


def _split_long(sentence: str, *, bare: bool) -> list[str]:
    pieces: list[str] = []
    start = 0
    joins = [*_SPLICE.finditer(sentence), *(_bare_joins(sentence) if bare else ())]
    for match in sorted(joins, key=lambda one: one.start()):
        if match.start() < start or _is_within_a_quotation(sentence, match):
            continue
        if word_count(sentence[start : match.start()]) >= _SHORTEST_PART and (
            word_count(sentence[match.end() :]) >= _SHORTEST_PART
        ):
            pieces.append(sentence[start : match.start()])
            start = match.end()
    return [*pieces, sentence[start:]]
