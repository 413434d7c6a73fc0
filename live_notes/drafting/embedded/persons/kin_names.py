"""Kin whom a client calls by a name of their own: "Mum held it together" is their mum in a note."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

_KIN = (
    r"(?:Mum|Mom|Mam|Mummy|Mommy|Mammy|Mama|Ma|Dad|Daddy|Papa|Nan|Nana|Nanna|Gran|Granny|Grandma|Grandad"
    r"|Granddad|Grandpa|Grandmother|Grandfather|Mother|Father|Auntie|Aunty)"
)
_NAMED = re.compile(
    rf"(?P<before>(?:^|[\w'’]+,? |[\"“(]))(?P<who>{_KIN}(?: and {_KIN})?)"
    r"(?P<of>'s)?(?= (?!(?:please|and I|[A-Z][a-z]))|[.;!?]|$)"
)
"""In capitals within a sentence: a name, unless somebody is called so, or spoken to."""
_NO_NAME = word_set("""
my your his her our their the a an this that these those some any every no one's whose me him us you them
called calls call calling hi hey hello bye said say says saying goes like as dear poor old step foster
adoptive birth biological ex be being become becoming is was were am are i'm it's he's she's new okay ok
yes yeah oh please thanks sorry love good you're
""")
"""Behind these they are no name, or are spoken to."""


def kin_as_told(words: str) -> str:
    """The words of a client with "my" before kin who are named as such; everybody else stays as they were."""
    return _NAMED.sub(_theirs, words) if any(mark.isupper() for mark in words) else words


def _theirs(found: re.Match[str]) -> str:
    before = found["before"].strip(' ,"“(').lower().replace("’", "'")
    if before in _NO_NAME or before.endswith("'s") or found["before"].rstrip().endswith(","):
        return found.group()
    return f"{found['before']}my {found['who'].lower()}{found['of'] or ''}"
