"""Word lists written as running text, so that they can be read and sorted by eye."""

from __future__ import annotations


def in_order(text: str) -> tuple[str, ...]:
    """The words of `text` in their order."""
    return tuple(text.split())


def phrases(*lines: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of `lines`, separated by `|`, each as its words."""
    return tuple(in_order(phrase) for line in lines for phrase in line.split("|"))


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, separated by any white space."""
    return frozenset(text.split())
