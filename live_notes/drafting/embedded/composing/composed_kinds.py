"""An open question put indirectly, and a phrase that answers it, as one clause.

"how long they have been taking that" with "18 months" is "they have been taking that for 18 months". Each
kind of question takes only the kind of phrase that surely answers it; for all else there is no clause.
"""

from __future__ import annotations

from collections.abc import Callable

from live_notes.drafting.embedded.composing import composed_words as says
from live_notes.drafting.embedded.composing.composed_things import (
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
from live_notes.drafting.embedded.composing.composed_times import (
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

_Kind = Callable[[str, str], str | None]

_HOW: tuple[_Kind, ...] = (
    how_long,
    how_many_days,
    when,
    how_often,
    how_old,
    how_many,
    how_much,
    quality,
    way,
)
_WHAT: tuple[_Kind, ...] = (
    what_time,
    quality,
    made_so_by,
    thing_taken,
    at_its_end,
    thing_named,
    what_eases,
    what_it_was,
    who_does_it,
    where,
)
_WHO: tuple[_Kind, ...] = (at_its_end, thing_named, whom, somebody_there, who_does_it)
_KINDS: dict[str, tuple[_Kind, ...]] = {
    "how": _HOW,
    "for": (how_long, how_many_days),
    "since": (how_long, when),
    "when": (when,),
    "where": (at_its_end, where),
    "what": _WHAT,
    "which": (thing_taken, at_its_end, where),
    "who": _WHO,
    "whom": _WHO,
    "why": (reason,),
}
"""For the word that a question begins with, the kinds it may be of, the surest first."""


def one_clause(asked: str, said: str) -> str | None:
    """The question, put indirectly, and what answers it as one clause; None where it is not sure."""
    if not said or {word.lower() for word in tokens(said)} <= says.TOO_OPEN:
        return None
    kinds = _KINDS.get(asked.split(" ", 1)[0].lower(), ())
    return next((told for kind in kinds if (told := kind(asked, said)) is not None), None)
