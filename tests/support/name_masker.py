"""A session's masker that knows one name, and whatever is chosen: small, and fails on demand."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from live_notes.errors import ChoiceRefused, MaskingUnavailable, UnknownPlaceholder
from live_notes.masking import Entity
from live_notes.masking.text import Masked, mint

if TYPE_CHECKING:
    from live_notes.masking import Choice

NAME = "Miriam"


@dataclass(frozen=True)
class Chosen:
    """A choice as the masker's own."""

    surface: str = field(repr=False)
    hidden: bool
    entity: Entity = Entity.PERSON


class NameMasker:
    """Masks one name, whole words only by choice. Fails, waits or forgets on demand."""

    def __init__(self, *, failing: frozenset[str] = frozenset(), seconds: float = 0.0) -> None:
        self.failing, self.seconds = failing, seconds
        self.seen: list[str] = []
        self.cleared = False
        self.learned: tuple[str, ...] = ()
        self.choices: tuple[Choice, ...] = ()
        self.generation = 0
        self._given = {NAME: "[PERSON_1]"}

    async def mask(self, text: str, before: str = "", after: str = "") -> Masked:
        del before, after
        self.seen.append(text)
        names = self._names()
        await asyncio.sleep(self.seconds)
        if any(word in text for word in self.failing):
            raise MaskingUnavailable("the pool is closed")
        for name in names:
            text = text.replace(name, self._given[name])
        return Masked(mint(text), ())

    def unmask(self, text: str) -> str:
        return re.sub(r"\[PERSON_\d+\]", lambda match: self.meaning(match.group()), text)

    def clear(self) -> None:
        self.cleared, self.choices = True, ()

    async def hide(self, surface: str, entity: Entity | None = None) -> None:
        del entity
        if not surface.strip():
            raise ChoiceRefused("choose some words to mask")
        self._given.setdefault(surface, f"[PERSON_{len(self._given) + 1}]")
        self.choose((*self.choices, chosen(surface, hidden=True)))

    def free(self, placeholder: str) -> None:
        self.choose((*self.choices, chosen(self.meaning(placeholder), hidden=False)))

    def choose(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)
        self.generation += 1

    def why_kept(self, placeholder: str) -> str | None:
        self.meaning(placeholder)
        return None

    def meaning(self, placeholder: str) -> str:
        for name, given in self._given.items():
            if given == placeholder:
                return name
        raise UnknownPlaceholder("never given out")

    def _names(self) -> list[str]:
        last = {choice.surface: choice.hidden for choice in self.choices}
        return [name for name in self._given if last.get(name, name == NAME)]


def chosen(surface: str, *, hidden: bool) -> Choice:
    """A choice."""
    return cast("Choice", Chosen(surface, hidden))
