"""Which words of a text stand under a negation, so that a flipped one is seen."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import STOP_WORDS, TOKEN, stem, word_set

NEGATIONS = word_set("""
no not never none nothing nobody nowhere neither nor without cannot can't couldn't don't doesn't didn't won't
wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't ain't mustn't dont didnt cant wont doesnt
isnt wasnt denied denies deny denying hardly barely unable stopped
""")
_ENDS_SCOPE = word_set("but although though except however yet because")
_JOINS = frozenset(("and", "so", "then", "when", "while"))
_ACTS = frozenset(["know", "think", "want", "like", "mean", "going", "make"])
"""Too common to show what a text is about, yet a negation on them counts."""
_SCOPE_WORDS = 9
_BOUNDARY = re.compile(r"[.;:?!—]")
_SUBJECTS = word_set(
    "i i'm i've i'd i'll he she they we you it it's my his her their our the that that's this there there's"
)


def is_negation(token: str) -> bool:
    """Whether a word turns what follows it round."""
    return token.lower().replace("’", "'") in NEGATIONS


def polarities(text: str) -> dict[str, set[bool]]:
    """Content stems of a text with the polarities they are used in: True under a negation."""
    found: dict[str, set[bool]] = {}
    reach, end, before = 0, 0, ""
    for match in TOKEN.finditer(text):
        between = text[end : match.start()]
        end = match.end()
        token = match.group().lower().replace("’", "'")
        new_clause = token in _SUBJECTS and ("," in between or before in _JOINS)
        before = token
        if new_clause or _BOUNDARY.search(between) or token in _ENDS_SCOPE:
            reach = 0
        if is_negation(token):
            reach = _SCOPE_WORDS
            continue
        if token not in STOP_WORDS or token in _ACTS:
            found.setdefault(stem(token), set()).add(reach > 0)
        # A list goes on being denied: "no pain, nausea or fever".
        reach = reach if "," in between and reach else max(0, reach - 1)
    return found
