"""Addresses that were heard as everyday words: what stands around them tells, not the words themselves.

"It is 8585 as bars apart, and the zip is 99748", "right in front of 766 black rapids".
"""

from __future__ import annotations

from collections.abc import Iterator

from live_notes.masking.clinical import is_clinical
from live_notes.masking.lexicon.common import KIN, STOPWORDS
from live_notes.masking.lexicon.word_set import phrases, word_set
from live_notes.masking.spoken.announced import measures
from live_notes.masking.spoken.numbers import Run, is_figure, run_at
from live_notes.masking.spoken.street_words import STREETS, STREETS_NUMBERED, STREETS_RARE
from live_notes.masking.spoken.words import Words

_CUES = phrases(
    "address is|live at|lives at|living at|lived at|in front of|located at|reside at|resides at|staying at"
    "|send it to|mail it to|ship it to|deliver it to|sent it to|send them to|mail them to|house at|home at"
)
"""What a house number follows."""
_CUES_BY_FIRST = {first: [cue for cue in _CUES if cue[0] == first] for first, *_ in _CUES}
_GOES_ON = word_set(
    """
    and with near where which but because since by now please right so when until if if's for in on at i he
    she we they or as then my
    """
)
"""What goes on behind an address."""
_CODES = frozenset({"zip", "zipcode", "postcode"})
_STREET_WORDS = {word.removesuffix("s") for word in STREETS | STREETS_NUMBERED | STREETS_RARE}
_WORDS_MOST = 8
_ARTICLES = word_set("a an the my your his her our their this that to and")
_NAME_MOST = 4
_FIGURES = 3
_BACK_MOST = 12


def find_heard(words: Words, position: int) -> Iterator[tuple[int, int, float]]:
    """Addresses told by what stands before or behind them: first word, last word, how sure."""
    if words.low(position) in _CODES:
        yield from _before_code(words, position)
    if words.breaks_before(position):
        yield from _whole_line(words, position)
    for cue in _CUES_BY_FIRST.get(words.low(position), ()):
        if words.says(position, cue):
            yield from _behind_cue(words, position + len(cue))


def _before_code(words: Words, code: int) -> Iterator[tuple[int, int, float]]:
    """A number and some words in front of "and the zip is"."""
    last = code - 1
    while words.low(last) in {"the", "my", "our", "and", "with"}:
        last -= 1
    if not all(words.joined(step) for step in range(last + 1, code + 1)):
        return
    for first in range(max(0, last - _BACK_MOST), last):
        run = run_at(words, first)
        if run is None or not _stands_free(words, first):
            continue
        named = range(run.last + 1, last + 1)
        if (
            len(run.digits) >= 2
            and 0 < len(named) <= _NAME_MOST + 1
            and all(words.joined(step) for step in named)
            and not measures(words, run)
        ):
            yield first, last, 0.8
        return


def _stands_free(words: Words, first: int) -> bool:
    """Whether a number may begin an address here: at a sentence's begin, or behind "it is", "to", "at"."""
    return words.breaks_before(first) or words.low(first - 1) in {"is", "it's", "at", "to", "on", "of", "was"}


def _behind_cue(words: Words, first: int) -> Iterator[tuple[int, int, float]]:
    """A number of three figures or more and what follows up to the end of the clause."""
    run = run_at(words, first) if words.joined(first) else None
    if run is None or len(run.digits) < _FIGURES:
        yield from _number_within(words, first)
        return
    if measures(words, run):
        return
    last = _street_end(words, run) or _name_end(words, run)
    if last > run.last:
        yield first, last, 0.75


def _number_within(words: Words, first: int) -> Iterator[tuple[int, int, float]]:
    """Words with a figure among them up to one that streets end with: "W.A.T. seven allison rapid"."""
    figure = False
    for last in range(first, min(first + _WORDS_MOST, len(words))):
        low = words.low(last)
        if len(low) == 1 and words[last].capital:
            continue
        if low in _ARTICLES | KIN or is_clinical(words, last) or (low in STOPWORDS and not is_figure(low)):
            return
        if figure and low.removesuffix("s") in _STREET_WORDS and not is_figure(words.low(last - 1)):
            yield first, last, 0.7
            return
        figure = figure or is_figure(low)
        if words.breaks_before(last + 1) and len(low) > 1:
            return


def _whole_line(words: Words, first: int) -> Iterator[tuple[int, int, float]]:
    """A sentence that is a number and some words, the last one of streets: "452 done in hills."."""
    run = run_at(words, first)
    if run is None or len(run.digits) < _FIGURES or measures(words, run):
        return
    last = _street_end(words, run)
    if last is not None and words.breaks_before(last + 1):
        yield first, last, 0.75


def _street_end(words: Words, run: Run) -> int | None:
    """Where the next four words end with one that streets do; None where they don't."""
    for last in range(run.last + 1, run.last + 1 + _NAME_MOST):
        low = words.low(last)
        if not words.joined(last) or low in _ARTICLES or is_clinical(words, last):
            return None
        if last > run.last + 1 and low in STREETS | STREETS_NUMBERED | STREETS_RARE:
            return last
    return None


def _name_end(words: Words, run: Run) -> int:
    """The last of at most four words behind a house number; the number's own where they are no name."""
    last = run.last
    while words.joined(last + 1) and words.low(last + 1) not in _GOES_ON:
        low = words.low(last + 1)
        if low in STOPWORDS or low in KIN or is_clinical(words, last + 1) or last - run.last == _NAME_MOST:
            return run.last
        last += 1
    return last
