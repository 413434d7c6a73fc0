"""Segments as the ear sends them, one after the other."""

from __future__ import annotations

from wire import Role, Segment


def segment(number: int, role: Role, text: str, *, final: bool = True) -> Segment:
    """The segment of this number, five seconds after the one before."""
    return Segment(
        id=f"seg-{number}",
        track=f"t-{role}",
        speaker="Robin",
        role=role,
        start=number * 5.0,
        end=number * 5.0 + 4,
        text=text,
        final=final,
    )
