"""A problem code in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code in words: a title, what happened, and what to do about it."""

    title: str
    means: str
    remedy: str
