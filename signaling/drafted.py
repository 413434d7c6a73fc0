"""How the note of a living conversation was drafted: what its clinician changed is held against this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from live_notes import DraftSpec
from live_notes.style import Part


@dataclass(frozen=True, slots=True)
class AsDrafted:
    """What was asked for, what was shown, and which sections were drafted once more on their own.

    `shown` is dropped when words are struck: it may hold them.
    """

    spec: DraftSpec = field(repr=False)
    shown: tuple[Part, ...] = field(default=(), repr=False)
    reworked: frozenset[str] = frozenset()


def parts_of(content: Mapping[str, Any]) -> tuple[Part, ...]:
    """A note's sections as they are compared."""
    return tuple(
        Part(str(section["title"]), tuple(str(one["text"]) for one in section.get("sentences", ())))
        for section in content.get("sections", ())
    )
