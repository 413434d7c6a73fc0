"""Whether a pronoun for the client could be taken for somebody else whom they speak of."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.persons.people_words import EITHER, MEN, SEVERAL, WOMEN
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.language.words import tokens, word_set

_FORMS = {
    "he": word_set("he him his himself"),
    "she": word_set("she her hers herself"),
    "they": word_set("they them their theirs themselves"),
}
_NAMED = {
    "he": MEN | EITHER,
    "she": WOMEN | EITHER,
    "they": SEVERAL | EITHER | word_set("police council staff team"),
}
_NO_PERSON = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays"
    " saturdays sundays january february march april may june july august september october november december"
    " christmas easter thanksgiving"
)
"""Written like names."""
_NOBODY = word_set("person baby child")
"""Whom nobody calls "they"."""
_FIRST = word_set("i me my mine myself")
_TWO = re.compile(r"(?:\b[A-Z]\w+|\]) and (?:my |\[|[A-Z](?!'?\b|'\w+\b))")
"""Two people named: "they" may be both."""


def may_be_confused(words: str, terms: Terms) -> bool:
    """Whether somebody else in the words could be meant by the client's pronoun."""
    own = terms.pronouns.subject.lower()
    if own not in _FORMS:
        return False  # the noun is used: nobody else is called that
    said = [word.split("'")[0] for word in tokens(words)]
    if any(word.lower() in _FORMS[own] for word in said):
        return True
    named = next((at for at, word in enumerate(said) if _may_be(own, word, terms)), len(said))
    return any(word.lower() in _FIRST for word in said[named + 1 :]) or (
        own == "they" and _TWO.search(words) is not None
    )


def names_another(words: str, terms: Terms) -> bool:
    """Whether the words name somebody, or several, whom the client's pronoun could be taken for."""
    own = terms.pronouns.subject.lower()
    if own not in _FORMS:
        return False
    said = [word.split("'")[0] for word in tokens(words)]
    return any(_may_be(own, word, terms) for word in said if word.lower() not in _NOBODY) or (
        own == "they" and _TWO.search(words) is not None
    )


def names_several(words: str, terms: Terms) -> bool:
    """Whether somebody is named whom a pronoun for the client could mean in the next sentence, too."""
    own = terms.pronouns.subject.lower()
    if own != "they":
        return names_another(words, terms)
    said = {word.split("'")[0].lower() for word in tokens(words)}
    return bool(said & (SEVERAL - _IN_GENERAL)) or _TWO.search(words) is not None


_IN_GENERAL = word_set("people everybody everyone ones guys family kids")


def _may_be(own: str, word: str, terms: Terms) -> bool:
    """Whether a word names somebody, or several, for whom the pronoun may stand."""
    if word.lower() in _NAMED[own]:
        return True
    if word.lower() in _NO_PERSON:
        return False
    return own != "they" and (word in terms.proper or word.startswith(("[PERSON", "[CLIENT")))
