"""Masked text as a type of its own: what a processor accepts and a plain string is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, final

from live_notes.masking.kinds import Entity

_MINT: Final = object()
"""Held by masking alone: without it no `MaskedText` can be made."""


@final
class MaskedText:
    """Text that went through a session's masker. Its repr hides it all the same.

    Only masking makes one: a recogniser may miss something, but nothing can be
    passed to a processor that no recogniser has seen.
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str, mint: object = None) -> None:
        if mint is not _MINT:
            raise TypeError("only a SessionMasker makes MaskedText")
        object.__setattr__(self, "_text", text)

    @property
    def text(self) -> str:
        """The text with its placeholders."""
        return self._text

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("MaskedText is immutable")

    def __reduce__(self) -> str:
        raise TypeError("MaskedText is not pickled: the receiver could not know who masked it")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MaskedText) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self._text)

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return f"<MaskedText {len(self._text)} chars>"

    __str__ = __repr__


def mint(text: str) -> MaskedText:
    """Makes a `MaskedText`. Called by `live_notes.masking` only; not part of its front door."""
    return MaskedText(text, _MINT)


@dataclass(frozen=True, slots=True)
class Finding:
    """An identifier found: offsets into the analysed text, how sure (0 to 1), who it is if known.

    `person` is the position in the roster's names. `introduced` says that the words
    around it named a person ("my sister Sarah"), so that the name is worth remembering.
    `crosses` says that it began in what was said before, or goes on in what came after.
    """

    start: int
    end: int
    entity: Entity
    score: float
    person: int | None = None
    introduced: bool = False
    crosses: bool = False


def without(finding: Finding, start: int, end: int) -> list[Finding]:
    """What is left of a finding beside the offsets `start` to `end`, in order: none, one or two pieces."""
    if finding.end <= start or end <= finding.start:
        return [finding]
    parts = ((finding.start, start), (end, finding.end))
    return [replace(finding, start=first, end=last) for first, last in parts if first < last]


@dataclass(frozen=True, slots=True)
class Span:
    """What was masked: `start` and `end` are offsets into the text *before* masking.

    `form` tells which of the placeholder's spoken forms stood here (case, spelling),
    so that the very text can be restored; the forms themselves stay in the map.
    """

    start: int
    end: int
    entity: Entity
    placeholder: str
    form: int = 0


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text and its spans, ordered and not overlapping.

    `joins`: something that is masked began in what was said before, which is worth masking anew.
    """

    masked: MaskedText
    spans: tuple[Span, ...] = field(default=())
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Analysed:
    """What was found in a text, in order and none overlapping, and the CPU seconds it took."""

    findings: tuple[Finding, ...] = ()
    cpu_seconds: float = 0.0
