"""A sentence in two parts, who does what with it and what it says, so that like ones can be put together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """The parts of a sentence: "Client reported", "that she sleeps"; `lead` is empty for a whole one."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return finish(f"{self.lead} {self.rest}")

    def __repr__(self) -> str:
        return f"<Said {len(self.rest)} chars>"


def whole(text: str) -> Said:
    """A sentence that goes together with no other."""
    return Said("", text)


def finish(text: str) -> str:
    """A sentence with its capital and its full stop."""
    body = text.strip().rstrip(",;: ")
    ended = body.endswith((".", "!", "?", '."', '!"', '?"', '…"'))
    return capital(body) + ("" if ended else ".")


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
