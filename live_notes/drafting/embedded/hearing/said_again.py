"""A word said twice in a row that is no stammer: a name made of two, two clauses, a word that is stressed.

"Co-codamol" is a medicine, "I fixed it, it works" has two clauses, and "I'm not sad sad" is no "I'm not sad".
"""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import BASE, PAST
from live_notes.drafting.language.words import STOP_WORDS, tokens, word_set

_MADE_OF_TWO = word_set(
    "so-so yo-yo no-no bye-bye fifty-fifty fifty-fifties hush-hush night-night goody-goody tut-tut"
    " knock-knock"
    " poo-poo wee-wee choo-choo half-half never-never lee-lee jo-jo can-can tom-tom bon-bon chop-chop yum-yum"
)
_PREFIXED = re.compile(
    r"co-co(?:dam|dap|uns|ach|nsp|ntri|ordin|habit)\w*|re-re(?:ad|cord|fer|gist|view|lease|new|ntr)\w*"
    r"|anti-anti\w+|self-self\w+|non-non\w+",
    re.IGNORECASE,
)
"""A prefix before a word that begins alike: "co-codamol", "re-read"."""
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


def _is_one_word(text: str, start: int) -> bool:
    """Whether the word that begins here is written with a hyphen, and is no stammer."""
    found = re.compile(r"[\w']+(?:-[\w']+)+").match(text, start)
    if found is None:
        return False
    return found.group().lower() in _MADE_OF_TWO or _PREFIXED.fullmatch(found.group()) is not None
