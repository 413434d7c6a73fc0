"""How long a clinician likes a section, narrowed from both sides by every session. Pure.

What was cut by hand says how much is wanted. What was left uncut says only that at least so much is: the
clinician saw no more. So a rule that shortens drafts is never made shorter by drafts that it shortened itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.style.profile import Mark, Shortened
from live_notes.style.rules import MOST_KEPT, Keeping, Length


def fitting(seen: Sequence[Shortened], before: Length | None) -> tuple[Length, tuple[Mark, ...]] | None:
    """The length that one section's sessions fit best, with their word on it; None: it was never cut.

    `before`: the rule so far, which stays where no other fits better.
    """
    cut = [one for one in seen if _by_hand(one)]
    lengths = {min(MOST_KEPT, one.kept) for one in cut} | ({before.most} if before else set())
    if not lengths:
        return None
    most = max(lengths, key=lambda length: _fit(length, seen))
    said = [(one, _agrees(one, most)) for one in seen]
    marks = tuple(
        Mark(session=one.session, client=one.client, agreed=agrees)
        for one, agrees in said
        if agrees is not None
    )
    return Length(section=seen[0].section, most=most, keeping=_keeping(cut, before)), marks


def _by_hand(one: Shortened) -> bool:
    return 0 < one.kept < one.offered


def _fit(most: int, seen: Sequence[Shortened]) -> tuple[int, int, int]:
    """How well a length fits: few sessions against it, then near what was kept; of equal ones the longest."""
    said = [_agrees(one, most) for one in seen]
    apart = sum(abs(one.kept - most) if _by_hand(one) else max(0, one.kept - most) for one in seen)
    return said.count(True) - 2 * said.count(False), -apart, most


def _agrees(one: Shortened, most: int) -> bool | None:
    """What a session says of a length; None: nothing.

    Cut by hand: about so many stayed. Uncut: no more than about so many stayed, and of a draft that was
    shortened before it was shown not much fewer.
    """
    slack = max(1, most // 5)
    if _by_hand(one):
        return abs(one.kept - most) <= slack
    if one.kept > most + slack:
        return False
    return True if one.offered < one.drafted and one.kept >= most - slack else None


def _keeping(cut: Sequence[Shortened], before: Length | None) -> Keeping:
    """Which sentences stay, by what was cut by hand; a rule's own cuts confirm nothing."""
    first, longest = sum(one.first for one in cut), sum(one.longest for one in cut)
    if first == longest and before is not None:
        return before.keeping
    return Keeping.LONGEST if longest > first else Keeping.FIRST
