"""What the scribe of a session needs of its masker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from live_notes.masking import Choice, Entity, Masked


class Masker(Protocol):
    """What the scribe needs of a session's masker."""

    async def mask(self, text: str, before: str = "", after: str = "") -> Masked:
        """The masked text; `before` and `after` were said around it. Raises `MaskingError`."""
        ...

    def unmask(self, text: str) -> str:
        """The text with names put back. Raises `PlaceholderError`."""
        ...

    def clear(self) -> None:
        """Forgets what every placeholder stands for."""
        ...

    @property
    def learned(self) -> tuple[str, ...]:
        """Names learned from introductions so far, in order; it only grows until `clear`."""
        ...

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is masked, and what is left as it is, because the clinician chose so."""
        ...

    @property
    def generation(self) -> int:
        """A number that grows whenever the choices change: what was masked before is masked anew."""
        ...

    async def hide(self, surface: str, entity: Entity | None = None) -> None:
        """Masks these words and their variants from now on. Raises `MaskingError`."""
        ...

    def free(self, placeholder: str) -> None:
        """Leaves what this placeholder stands for as it is from now on. Raises `UnknownPlaceholder`."""
        ...

    def why_kept(self, placeholder: str) -> str | None:
        """Why what it stands for stays masked whatever is chosen, if so. Raises `UnknownPlaceholder`."""
        ...

    def choose(self, choices: Iterable[Choice]) -> None:
        """Takes these choices in place of all before."""
        ...

    def meaning(self, placeholder: str) -> str:
        """What a placeholder is read back as. Raises `UnknownPlaceholder`."""
        ...
