"""Whether the names in a sentence were said: people, places, medicines."""

from __future__ import annotations

from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.reading import PERSON, Word
from live_notes.drafting.language.words import STOP_WORDS
from live_notes.masking.clinical import is_drug


def name_missing(claim: Claim) -> str | None:
    """A capitalised word or a medicine that is no word of the evidence or of the note."""
    known = {word.text.removesuffix("'s") for word in claim.evidence.words}
    stems = {word.key for word in claim.evidence.words}
    for at, word in enumerate(claim.words):
        if word.quoted or word.key == PERSON or not (_is_name(claim, at, word) or is_drug(word.text)):
            continue
        low = word.text.removesuffix("'s")
        if low in known or word.key in stems or {word.key, low} & claim.own_terms or low in STOP_WORDS:
            continue
        name = word.text[:1].upper() + word.text[1:] if word.capital else word.text
        return f'the note names "{name}", the cited lines do not'
    return None


def _is_name(claim: Claim, at: int, word: Word) -> bool:
    """A capitalised word: inside a sentence, or at its beginning where it says who somebody is."""
    if not word.capital:
        return False
    if at:
        return claim.words[at - 1].clause == word.clause
    following = [one.text for one in claim.words[1:4]]
    return "is" in following[:2] and bool({"a", "an"} & set(following))
