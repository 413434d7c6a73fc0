"""Rewords a sentence by rules, as long as it says the same. Doing it twice is doing it once. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.style.guard import says_the_same
from live_notes.style.rules import Tense, Wording
from live_notes.style.voice import in_tense
from live_notes.style.words import Worded, keys_of, with_phrase, worded

_MOST_ROUNDS = 6


def reworded(text: str, wordings: Sequence[Wording], tense: Tense | None = None) -> str:
    """The sentence by these rules: longer phrases before shorter ones, then the tense.

    A rule that would change a number, a negation, a mention of risk, a name or a quotation is left out for
    this sentence. Where the rules come to no end together, the sentence stays as it is.
    """
    ordered = sorted(wordings, key=lambda rule: (-len(keys_of(rule.before)), rule.before))
    now = text
    for _ in range(_MOST_ROUNDS):
        before = now
        now = _once(text, now, ordered, tense)
        if now == before:
            return now
    return text


def _once(original: str, text: str, wordings: Sequence[Wording], tense: Tense | None) -> str:
    for rule in wordings:
        text = _if_the_same(original, text, applied(worded(text), rule))
    if tense is not None:
        text = _if_the_same(original, text, in_tense(worded(text), tense))
    return text


def applied(text: Worded, rule: Wording) -> Worded:
    """The text with one rule applied, whatever that does to its meaning."""
    return with_phrase(text, keys_of(rule.before), written(rule.after))


def written(text: str) -> list[str]:
    """The words of a rule as they are to be written."""
    return [word.text for word in worded(text).words]


def _if_the_same(original: str, text: str, changed: Worded) -> str:
    now = changed.text
    return now if now != text and says_the_same(original, now) else text
