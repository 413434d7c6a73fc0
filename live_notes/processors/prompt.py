"""Prompts made of constant instructions, masked text and numbers: nothing else fits in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from live_notes.masking.text import MaskedText

MAX_NUMBER = 1_000_000
"""A number in a prompt counts lines or sentences; a longer one could be somebody's telephone."""


class Instructions(StrEnum):
    """The base of a drafter's instructions: an enumeration, since its members are constants of the code.

    ```python
    class DraftInstructions(Instructions):
        SYSTEM = "You write a progress note …"
    ```
    """


Part: TypeAlias = Instructions | MaskedText | int
"""An instruction, something masked, or a small number (a line's number)."""


@dataclass(frozen=True, slots=True)
class MaskedMessage:
    """One message of a prompt: its parts are joined without anything between them.

    Raises:
        TypeError: a part is a plain string or anything else that was not masked.
    """

    role: Literal["system", "user"]
    parts: tuple[Part, ...] = field(repr=False)

    def __post_init__(self) -> None:
        for part in self.parts:
            _text_of(part)

    @property
    def text(self) -> str:
        """The message as it is sent."""
        return "".join(_text_of(part) for part in self.parts)

    @property
    def masked(self) -> tuple[str, ...]:
        """Its masked texts alone, without what the code itself says."""
        return tuple(part.text for part in self.parts if isinstance(part, MaskedText))


@dataclass(frozen=True, slots=True)
class MaskedPrompt:
    """What a processor is asked: messages in order."""

    messages: tuple[MaskedMessage, ...] = field(repr=False)

    @classmethod
    def of(cls, system: tuple[Part, ...], user: tuple[Part, ...]) -> MaskedPrompt:
        """The usual prompt: one system message and one user message."""
        return cls((MaskedMessage("system", system), MaskedMessage("user", user)))


def _text_of(part: Part) -> str:
    match part:
        case Instructions():
            return part.value
        case MaskedText():
            # One line, so that nothing said can begin a line as if somebody else, or we, had written it.
            return " ".join(part.text.split())
        case bool():
            raise TypeError("a truth value is no part of a prompt")
        case int():
            if abs(part) > MAX_NUMBER:
                raise TypeError("a number in a prompt is a line's number, not an identifier")
            return str(part)
        case _:
            raise TypeError("a prompt is made of instructions, masked text and small numbers only")
