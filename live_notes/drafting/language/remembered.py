"""What was found in a text is kept as long as somebody holds it: the same words are read once for a note.

A note asks the same of the same words many times, and nothing of the answer depends on where they stand.
This is no cache of the process, in which words would outlive their session: a `Memory` belongs to one draft
or to one session, holds what was found while it is set in the context, and goes with its owner. Without one,
everything is read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TypeAlias, TypeVar, cast

_T = TypeVar("_T")

Key: TypeAlias = tuple[Callable[[str], object], str]
"""By what a text was read, and the text."""

_MISSING = object()


class Memory:
    """What was found so far; `beneath` is looked in as well, and left as it is."""

    __slots__ = ("beneath", "own")

    def __init__(self, beneath: Mapping[Key, object] | None = None) -> None:
        self.beneath: Mapping[Key, object] = {} if beneath is None else beneath
        self.own: dict[Key, object] = {}

    def __repr__(self) -> str:
        return f"<Memory {len(self.own)} findings>"


_MEMORY: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """A context in which what is found in texts is kept in `memory` and looked for there first."""
    token = _MEMORY.set(memory)
    try:
        yield
    finally:
        _MEMORY.reset(token)


def remembered(read: Callable[[str], _T]) -> Callable[[str], _T]:
    """A function of a text alone, whose immutable answer is kept where the context has a `Memory`."""

    @wraps(read)
    def found(text: str) -> _T:
        memory = _MEMORY.get()
        if memory is None:
            return read(text)
        key: Key = (read, text)
        known = memory.own.get(key, _MISSING)
        if known is _MISSING:
            known = memory.beneath.get(key, _MISSING)
            if known is _MISSING:
                known = memory.own[key] = read(text)
        return cast(_T, known)

    return found
