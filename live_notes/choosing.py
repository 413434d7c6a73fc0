"""A session's choices of masking outside the masker: as they are kept, and without what was struck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from live_notes.masking import Choice


def as_kept(choices: Iterable[Choice]) -> list[dict[str, Any]]:
    """The choices as JSON. It holds words of the session: the receiver seals it before it touches a disk."""
    return [
        {"surface": choice.surface, "entity": choice.entity.value, "hidden": choice.hidden}
        for choice in choices
    ]


def choices_from(kept: Iterable[Mapping[str, Any]]) -> tuple[Choice, ...]:
    """What `as_kept` wrote."""
    from live_notes.masking import Choice, Entity

    return tuple(
        Choice(str(one["surface"]), Entity(str(one["entity"])), hidden=bool(one["hidden"])) for one in kept
    )


def without_struck(
    choices: Iterable[Choice], struck: Iterable[str], left: Iterable[str]
) -> tuple[Choice, ...]:
    """The choices without those whose words were said in struck lines and in no other.

    `struck` and `left`: the texts of the lines that go and of those that stay.
    """
    gone, staying = _joined(struck), _joined(left)
    return tuple(choice for choice in choices if _in(choice, staying) or not _in(choice, gone))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.casefold().split()) for text in texts)


def _in(choice: Choice, text: str) -> bool:
    return " ".join(choice.surface.casefold().split()) in text
