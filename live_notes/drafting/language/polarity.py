"""The words that turn what follows them round."""

from __future__ import annotations

from live_notes.drafting.language.words import word_set

NEGATIONS = word_set("""
no not never none nothing nobody nowhere neither nor without cannot can't couldn't don't doesn't didn't won't
wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't ain't mustn't dont didnt cant wont doesnt
isnt wasnt denied denies deny denying hardly barely unable stopped
""")


def is_negation(token: str) -> bool:
    """Whether a word turns what follows it round."""
    return token.lower().replace("’", "'") in NEGATIONS
