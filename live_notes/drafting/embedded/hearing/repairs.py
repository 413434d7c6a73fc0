"""Speech that its speaker mends or gives up: begun anew, corrected, broken off.

A speaker who goes back says again the word from which the sentence is to be taken up, most often within a few
words ("I have - I had two"; Levelt, Cognition 1983, on self-repair). What lies between is given up. Where
nothing is said again the sentence was abandoned, and `pieces` cuts it there.
"""

from __future__ import annotations

import re

from live_notes.drafting.language.numbers import PLAIN
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import TOKEN, content_stems, tokens, word_count, word_set

_BREAK = re.compile(r"(?<=[\w'\].?])\s?(?:--+|—|–|-(?=\s|$))[,.]?\s*")
_EDITED = re.compile(
    r"(?:,|\s?(?:--+|—|–|-(?=\s)))?\s+(?:i mean|or rather|no,? wait|sorry|no)(?:,\s*|\s+)", re.IGNORECASE
)
_PARTED = re.compile(r"\s+(?:--+|—|–|-)\s+")
"""A dash with spaces around it, as a writer sets it."""
_FURTHEST = 6
_FREELY = 3
_NEW_MATTER = 2
_NEAR = 3
_BEFORE_THE_SAME = word_set("not really just very quite a an the my still also more less")
_OBJECTS = word_set("it that this you her him them there me us")
_NO_ANCHOR = word_set("like just really well yeah oh okay so")
_SUBJECTS = word_set("i you he she it we they there that this and but or because")
_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december morning afternoon evening yesterday today tomorrow"
)
_CONDITION = re.compile(r"\b(?:if|unless|when|until|in case|once|because)\b", re.IGNORECASE)
_LEAST_PIECE = 4
_VERBS = BASE | {"be"}


def mended(text: str) -> str:
    """The text as its speaker left it: what was said anew or corrected stands once, in its last form."""
    return _taken_up(_taken_up(text, _EDITED, corrected=True), _BREAK, corrected=False)


@remembered
def pieces(text: str) -> tuple[str, ...]:
    """The text cut where it was abandoned; none where a condition would be lost that belongs to the rest."""
    parts = [part.strip(" ,") for part in _BREAK.split(_PARTED.sub(", ", mended(text)))]
    told = tuple(part for part in parts if part)
    if len(told) > 1 and any(_CONDITION.search(part) for part in told[:-1]):
        return ()
    return told if len(told) < 2 else tuple(part for part in told if word_count(part) >= _LEAST_PIECE)


def _taken_up(text: str, break_: re.Pattern[str], *, corrected: bool) -> str:
    done = 0
    while (match := break_.search(text, done)) is not None:
        kept = _kept(text[: match.start()], text[match.end() :], corrected=corrected)
        if kept is None:
            done = match.end()
            continue
        done, anew = kept, text[match.end() :]
        if kept and _plain(tokens(anew)[0]).partition("'")[0] in _SUBJECTS - {"i"}:
            anew = anew[:1].lower() + anew[1:]
        text = f"{text[:kept]}{' ' if kept else ''}{anew}"
    return text


def _kept(before: str, after: str, *, corrected: bool) -> int | None:
    """How much of what came before stays; None where nothing is said anew."""
    earlier, later = _last_words(before), [_plain(word) for word in tokens(after[:160])][:10]
    if not earlier or not later:
        return None
    last = earlier[-1][1]
    at = _same(earlier, later[0])
    if at is not None and _is_given_up(earlier[at:], later, earlier[:at], corrected=corrected):
        return _end(before, earlier[at][0])
    if _replaces(last, later[0], corrected=corrected) or (not corrected and _is_cut(last, later)):
        return _end(before, earlier[-1][0])
    again = len(later) > 1 and later[0] in _BEFORE_THE_SAME and later[1] == last and not corrected
    return _end(before, earlier[-1][0]) if again else None


def _end(before: str, at: int) -> int:
    return len(before[:at].rstrip())


def _last_words(before: str) -> list[tuple[int, str]]:
    """The last words of the same sentence and where each begins."""
    start = max(before.rfind(mark) for mark in ".?!;") + 1
    found = [(start + match.start(), _plain(match.group())) for match in TOKEN.finditer(before[start:])]
    return found[-_FURTHEST:]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _same(earlier: list[tuple[int, str]], word: str) -> int | None:
    """Where the word was said before, the nearest first; "I" and "I've" begin alike."""
    head = word.partition("'")[0]
    if head in _NO_ANCHOR:
        return None
    places = reversed(range(len(earlier)))
    return next((at for at in places if earlier[at][1].partition("'")[0] == head), None)


def _is_given_up(
    between: list[tuple[int, str]], later: list[str], ahead: list[tuple[int, str]], *, corrected: bool
) -> bool:
    """Whether what lies between only begins what follows, and tells nothing of its own."""
    if len(between) == 1 and between[0][1] in _OBJECTS and ahead:
        return False  # "I like it - it helps": the first ends a clause
    own = set(content_stems(" ".join(word for _, word in between))) - set(content_stems(" ".join(later)))
    if between[0][1].partition("'")[0] in _SUBJECTS and not corrected:
        return not own  # "I feel sad - I don't know why" is two clauses
    return len(between) <= _FREELY or (not corrected and len(own) < _NEW_MATTER)


def _replaces(last: str, first: str, *, corrected: bool) -> bool:
    """Whether one word takes another's place: a number, a day, or a verb after one that was cut off."""
    if _is_number(last) and _is_number(first):
        return True
    if last in _DAYS and first in _DAYS:
        return True
    return not corrected and last != first and last in _VERBS and first in _VERBS


def _is_cut(last: str, later: list[str]) -> bool:
    """Whether the word that broke off is said whole in what follows ("the pa- the other part")."""
    return any(word.startswith(last) and word != last for word in later[:_NEAR])


def _is_number(word: str) -> bool:
    return word in PLAIN or word[0].isdigit()
