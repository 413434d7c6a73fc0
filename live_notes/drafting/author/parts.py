"""Cuts what a clinician wrote into statements: sentences, telegraphic pieces, headings, bare dictation."""

from __future__ import annotations

import re
from itertools import pairwise

from live_notes.drafting.author.headings import INLINE_HEADING
from live_notes.drafting.author.kinds import kind_of
from live_notes.drafting.author.openings import (
    COMES_WITH_ITS_OWN_KIND,
    LEADS_ON,
    NEW_STATEMENT,
    NEXT_DATE,
    joins_on,
)
from live_notes.drafting.embedded.hearing.cleaning import tidy
from live_notes.drafting.language.words import word_count, word_set

_STOP = re.compile(r"[.?!…]+[\"”')]*\s+(?=\S)")
_OF_CLIENTS = word_set("pt pts ct cl")
_TITLES = word_set(
    "dr mr mrs ms mx st pt pts ct cl th e.g i.e eg vs approx incl esp etc re no w ch sess indiv"
)
_SHORT = word_set(
    "appt appts wk wks hr hrs min mins mo mos yr yrs hx tx dx sx rx meds mg mod mgmt sev avg temp wt ht tues"
    " thurs tue thu wed fri mon sat sun jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m am pm"
)
"""Shortened words that may end a sentence: they do where a capital follows."""
_INITIAL = re.compile(r"(?<![\w.])[A-HJ-Z]$")
_NAMED_BY_LETTER = re.compile(
    r"\b(?:vitamin|hepatitis|hep|type|plan|axis|cluster|class|schedule|part|group|grade|stage|criterion|room|unit"
    r"|bipolar|option|side|an?|got|by|with an?) [A-Z]$",
    re.IGNORECASE,
)
_BEGINS_A_SENTENCE = re.compile(
    r"(?:he|she|they|it|i|we|the|this|that|these|his|her|their|my|our|client|patient|pt|no|not|in|on|at|for|with"
    r"|next|plan|will|mood|affect|sleep|reports?|denies|denied|therapist|clinician|and|but|when|today|after|mother"
    r"|father|[a-z]+ed)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([\w.'/-]+)$")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|\([^)]*\)")
_SEMICOLON = re.compile(r"\s*;\s+")
_COMMA = re.compile(r",\s+|\s+/\s+|\s+[-–—]\s+")
_DOT_BULLET = re.compile(r"\s+[•·]\s+")
_FILLERS = re.compile(
    r"(?:,\s*)?\b(?:u+m+|u+h+|e+r+m*)\b(?:,|\.\.+|…)?(?=\s|$|[.?!;])"
    r"|^(?:(?:okay|ok|so|alright|all right)[, ]+)+(?=(?:so|today|this|i|he|she|we|they|the|client"
    r"|patient)\b)",
    re.IGNORECASE,
)
_WHOLE_WORD = 4
_ENDS = word_set("si hi avh ptsd ocd gad mdd work bus job mom dad him her it me us up")
"""Short words that end a sentence before a number as well."""
_BARE_WORDS = 14
"""From so many words on without a mark, a text counts as dictated without any."""
_LEAST_BARE = 3
_MOST_OF_A_SENTENCE = 36
_MARKED = re.compile(r"[,;:]\s|[.?!]\s+\S")
_LEAST_PIECE = 2


def sentences_of(text: str) -> list[str]:
    """The sentences of a line: "Pt. reports" is one, "low. appetite" is two."""
    found, start = [], 0
    for match in _STOP.finditer(text):
        if _ends(text, match):
            found.append(text[start : match.end()].strip())
            start = match.end()
    return [part for part in (*found, text[start:].strip()) if part]


def written_parts(text: str) -> list[str]:
    """The statements of a clinician's line, each as it stands in it."""
    pieces = [text]
    for cut in (sentences_of, _headed, _dotted, _semicolons, _bare, _telegraphic):
        pieces = [part for piece in pieces for part in cut(piece)]
    return [piece for piece in pieces if re.search(r"\w", piece)]


def written_words(part: str) -> str:
    """A part without the fillers of dictation; nothing that was typed is lost."""
    return tidy(_FILLERS.sub("", tidy(part))).lstrip(" ,")


def _ends(text: str, stop: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(text[: stop.start()])
    word = before[1].lower().strip(".'") if before else ""
    if not stop.group().startswith("."):
        return True
    if word in _OF_CLIENTS and text[stop.end()].isupper() and " " in text[: stop.start()].strip():
        return True
    if word in _TITLES or re.fullmatch(r"[a-z](?:\.[a-z])*", word):
        return word == "i" or (_is_lone_letter(text, stop) and not _is_initial(text, stop))
    if text[stop.end()].isdigit() and word.isalpha() and len(word) < _WHOLE_WORD and word not in _ENDS:
        return False
    if text[stop.end()].islower():
        return word not in _SHORT and (
            len(word) > 2 or word.isdigit() or word in {"si", "hi", "ok", "it", "up"}
        )
    return not (word in {"appt", "approx"} and text[stop.end()].isdigit())


def _is_lone_letter(text: str, stop: re.Match[str]) -> bool:
    """Whether one letter stands before a full stop, and a word before that."""
    return bool(re.search(r"\w\s+[A-Za-z]$", text[: stop.start()][-4:]))


def _is_initial(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to a letter of a name: "J. Ruiz", but not "hepatitis C. She"."""
    before, after = text[: stop.start()], text[stop.end() :]
    if not _INITIAL.search(before) or _NAMED_BY_LETTER.search(before) or not after[:1].isupper():
        return False
    return not _BEGINS_A_SENTENCE.match(after)


def _headed(text: str) -> list[str]:
    """A part before every heading that stands inside it."""
    return _cut(text, [match.start() for match in INLINE_HEADING.finditer(text)])


def _dotted(text: str) -> list[str]:
    return _cut(text, [match.end() for match in _DOT_BULLET.finditer(text)])


def _semicolons(text: str) -> list[str]:
    """The pieces between semicolons, like ones together, unless they are bare words of a list."""
    pieces = _apart(text, _SEMICOLON)
    single = [piece for piece in pieces if word_count(piece) < _LEAST_PIECE]
    if len(pieces) < 2 or (len(single) > 1 and len(single) * 2 > len(pieces)):
        return [text]
    starts, position, kind = [], len(pieces[0]), kind_of(pieces[0])[0]
    for piece in pieces[1:]:
        position = text.index(piece, position)
        if kind_of(piece)[0] is not kind or NEXT_DATE.match(piece):
            starts.append(position)
        kind = kind_of(piece)[0]
        position += len(piece)
    return _cut(text, starts)


def _telegraphic(text: str) -> list[str]:
    """A list of remarks cut where a piece begins that is of another kind by its first words."""
    pieces = _apart(text, _COMMA)
    if len(pieces) < 2:
        return [text]
    starts, position, kind = [], len(pieces[0]), kind_of(pieces[0])[0]
    for piece in pieces[1:]:
        position = text.index(piece, position)
        other = kind_of(piece)[0]
        if (
            COMES_WITH_ITS_OWN_KIND.match(piece)
            and other is not kind
            and not LEADS_ON.search(text[:position])
        ):
            starts.append(position)
            kind = other
        position += len(piece)
    return _cut(text, starts)


def _bare(text: str) -> list[str]:
    """What recognition wrote without marks, cut where somebody begins to do something else."""
    if word_count(text) < _BARE_WORDS or _MARKED.search(text) or _is_whole(text):
        return [text]
    starts: list[int] = []
    for match in NEW_STATEMENT.finditer(text):
        begin = match.start("what")
        since = text[starts[-1] if starts else 0 : match.start()]
        if word_count(since) >= _LEAST_BARE and not joins_on(since):
            starts.append(begin)
    return _cut(text, starts)


def _is_whole(text: str) -> bool:
    """Whether it stands as a sentence, from its capital to its stop, that is not too long for one."""
    return text[:1].isupper() and text[-1:] in ".!?" and word_count(text) <= _MOST_OF_A_SENTENCE


def _apart(text: str, mark: re.Pattern[str]) -> list[str]:
    """The pieces between marks that stand in no quotation and no brackets."""
    closed = [match.span() for match in _QUOTED.finditer(text)]
    found, start = [], 0
    for match in mark.finditer(text):
        if any(begin < match.start() < end for begin, end in closed):
            continue
        found.append(text[start : match.start()])
        start = match.end()
    return [piece for piece in (*found, text[start:]) if piece.strip()]


def _cut(text: str, starts: list[int]) -> list[str]:
    """The text cut at these places; "and" and a comma before a cut go with it."""
    edges = [0, *(start for start in starts if text[:start].strip()), len(text)]
    pieces = [text[begin:end] for begin, end in pairwise(edges)]
    last = len(pieces) - 1
    trimmed = [
        piece
        if at == last
        else re.sub(r"(?:[\s,;•·–—-]+(?:and|so|then|but))*[\s,;•·–—-]*$", "", piece, flags=re.I)
        for at, piece in enumerate(pieces)
    ]
    return [piece.strip() for piece in trimmed if piece.strip()]
