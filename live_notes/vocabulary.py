"""The words a track's recogniser should know. Pure.

Names first, then what the clinician and the practice listed, then drugs and scales. The list is bounded,
for a recogniser's prompt is short. It holds names: it goes to the media worker over the control link and
nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

PROMPT_TOKENS = 80
"""Tokens of a prompt that may be spent on vocabulary; a longer one costs each decoding and dulls it."""

MAX_TERMS = 40
"""Terms a clinician's or a practice's own list may have: more would not fit the prompt."""

MAX_TERM_CHARS = 40

CLINICAL = (
    *("sertraline", "escitalopram", "fluoxetine", "bupropion", "venlafaxine", "duloxetine", "trazodone"),
    *("quetiapine", "aripiprazole", "lamotrigine", "buspirone", "mirtazapine", "hydroxyzine", "clonazepam"),
    *("PHQ-9", "GAD-7", "EMDR", "DBT"),
)
"""Drugs by how often they are prescribed, scales and methods; as many as there is room for."""


def vocabulary_of(
    names: Iterable[str], own: Iterable[str] = (), practice: Iterable[str] = (), tokens: int = PROMPT_TOKENS
) -> tuple[str, ...]:
    """At most `tokens` worth of terms, each once: names, the clinician's own, the practice's, clinical ones.

    A term that does not fit any more is passed over, shorter ones after it may still come in.
    """
    chosen: dict[str, str] = {}
    left = tokens
    for term in (*_names(names), *map(_plain, own), *map(_plain, practice), *CLINICAL):
        key = term.casefold()
        if term and key not in chosen and token_cost(term) <= left:
            chosen[key] = term
            left -= token_cost(term)
    return tuple(chosen.values())


def token_cost(term: str) -> int:
    """About how many tokens a term takes with the comma behind it; rare words fall into short pieces."""
    return 1 + sum(-(-len(word.encode()) // 3) for word in term.split())


def _names(names: Iterable[str]) -> Iterator[str]:
    """People's names, one person after the other; a name that is too long is cut at a word."""
    for name in names:
        plain = _plain(name)
        while len(plain) > MAX_TERM_CHARS and " " in plain:
            plain = plain.rpartition(" ")[0]
        yield plain[:MAX_TERM_CHARS]


def _plain(term: str) -> str:
    """A term on one line without commas, which part the terms in a prompt."""
    return " ".join(term.replace(",", " ").split())
