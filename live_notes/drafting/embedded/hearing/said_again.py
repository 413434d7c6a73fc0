"""A word said twice in a row that is no stammer: a name made of two, two clauses, a word that is stressed.

"Co-codamol" is a medicine, "I fixed it, it works" has two clauses, and "I'm not sad sad" is no "I'm not sad".
"""

from __future__ import annotations

import re

from live_notes.drafting.language.numbers import PLAIN
from live_notes.drafting.language.verbs import BASE, PAST
from live_notes.drafting.language.words import STOP_WORDS, tokens, word_set

_MADE_OF_TWO = word_set(
    "so-so yo-yo no-no bye-bye fifty-fifty fifty-fifties hush-hush night-night goody-goody tut-tut"
    " knock-knock"
    " poo-poo wee-wee choo-choo half-half never-never lee-lee jo-jo can-can tom-tom bon-bon chop-chop yum-yum"
)
_PREFIXED = re.compile(
    r"co-co(?:dam|dap|uns|ach|nsp|ntri|ordin|habit)\w*|re-re(?:ad|cord|fer|gist|view|lease|new|ntr)\w*"
    r"|(?P<prefix>anti|self|non|pre|ex|mid)-(?P=prefix)\w+|d-dimers?|t-t(?:ests?|ubes?)|e-e(?:x|nr|quip)\w+",
    re.IGNORECASE,
)
"""A prefix before a word that begins alike: "co-codamol", "re-read", "pre-pregnancy"."""
_A_NAME = re.compile(r"([A-Z][a-z]+)(?:-\1)+")
_FIGURE = rf"(?:{'|'.join(sorted(PLAIN))}|\d+)"
_IN_FIGURES = re.compile(rf"{_FIGURE}(?:-(?:{_FIGURE}|oh?)){{2,}}|\d+(?:-\d+)+", re.IGNORECASE)
"""A number told figure by figure: "nine-eight-eight"; two alike may be a stammer, "two-two weeks"."""
_TO_AND_FRO = re.compile(r"(?P<side>[a-z]+)-(?!(?P=side)-)[a-z]+-(?P=side)", re.IGNORECASE)
"""Joined by a little word: "one-on-one", "day-to-day"."""
_HYPHENATED = re.compile(r"[\w']+(?:-[\w']+)+")
_LETTER = re.compile(r"(?:[A-HJ-Z],?\s+){1,3}")
_OBJECTS = word_set("it you him her them me us")
_BEFORE_AN_OBJECT = word_set("of with about for to from at on in by after without over through")
_STRESSED_BEHIND = re.compile(
    r"(?:\bnot|n't|\bnever|\bno)(?: (?:really|just|exactly|actually|quite|so))?\s*$", re.I
)
_TO_HER = word_set(
    "give gave giving given hand handed show showed bring brought get got make made buy bought "
    "take took send sent feed fed tell told read pay paid teach taught lend lent find found"
)


def is_meant_twice(match: re.Match[str]) -> bool:
    """Whether what is found to be said again was meant to be said again."""
    text, said = match.string, match.group()
    again = tokens(said)
    before = tokens(text[: match.start()])[-1:]
    last = before[0].lower() if before and text[match.start() - 2 : match.start()].strip(".?!;") else ""
    word = again[0].lower() if again else ""
    if _LETTER.fullmatch(said) and text[match.end() : match.end() + 1] == said[:1]:
        return True  # "A, A, B" are marks
    if "-" in said:
        return _is_one_word(text, match.start())
    if "," in said:  # "I fixed it, it works": the first ends a clause
        return word in _OBJECTS and (
            last in BASE or last in PAST or last in _BEFORE_AN_OBJECT or last.endswith("ed")
        )
    if word == "her":
        return last in _TO_HER
    return word not in STOP_WORDS and _STRESSED_BEHIND.search(text[: match.start()]) is not None


def _is_one_word(text: str, at: int) -> bool:
    """Whether the word that begins or goes on here is written with a hyphen, and is no stammer."""
    start = at
    while start and (text[start - 1] in "-'" or text[start - 1].isalnum()):
        start -= 1
    found = (_HYPHENATED.match(text, place) for place in {start, at})
    return any(_is_no_stammer(word.group()) for word in found if word)


def _is_no_stammer(word: str) -> bool:
    if word.lower() in _MADE_OF_TWO:
        return True
    return any(form.fullmatch(word) for form in (_A_NAME, _PREFIXED, _IN_FIGURES, _TO_AND_FRO))
