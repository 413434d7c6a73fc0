"""An open question put indirectly, and a phrase that answers it, as one clause.

"how long they have been taking that" with "18 months" is "they have been taking that for 18 months". Each
kind of question takes only the kind of phrase that surely answers it; for all else there is no clause.
"""

from __future__ import annotations

from collections.abc import Callable

from live_notes.drafting.embedded import composed_words as says
from live_notes.drafting.embedded.composed_things import (
    at_its_end,
    made_so_by,
    quality,
    reason,
    somebody_there,
    thing_named,
    thing_taken,
    way,
    what_eases,
    what_it_was,
    who_does_it,
    whom,
)
from live_notes.drafting.embedded.composed_times import (
    how_long,
    how_many,
    how_many_days,
    how_much,
    how_often,
    how_old,
    what_time,
    when,
    where,
)
from live_notes.drafting.language.words import tokens

_KINDS: tuple[Callable[[str, str], str | None], ...] = (
    how_long,
    how_many_days,
    when,
    what_time,
    how_often,
    how_old,
    how_many,
    how_much,
    quality,
    reason,
    made_so_by,
    way,
    thing_taken,
    at_its_end,
    thing_named,
    whom,
    somebody_there,
    what_eases,
    what_it_was,
    who_does_it,
    where,
)
"""The surest first."""


def one_clause(asked: str, said: str) -> str | None:
    """The question, put indirectly, and what answers it as one clause; None where it is not sure."""
    if not said or {word.lower() for word in tokens(said)} <= says.TOO_OPEN:
        return None
    return next((told for kind in _KINDS if (told := kind(asked, said)) is not None), None)
