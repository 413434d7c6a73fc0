"""How long a clinician likes a section, narrowed from both sides by every session. Pure.

What was cut by hand says how much is wanted. What was left uncut says only that at least so much is: the
clinician saw no more. So drafts that a rule shortened never make it shorter.
"""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.style.limits import LATEST
from live_notes.style.profile import Learned, Mark, Shortened, established
from live_notes.style.rules import MOST_KEPT, Keeping, Length


def fitting(seen: Sequence[Shortened], before: Learned | None) -> tuple[Length, tuple[Mark, ...]] | None:
    """The length that one section's sessions fit best, with their word on it; None: it was never cut.

    `before`: the rule so far, which stays where no other fits better.
    """
    lengths = _lengths(seen, before)
    if not lengths:
        return None
    section, keeping = seen[0].section, _keeping(seen, before)
    rules = [Length(section=section, most=most, keeping=keeping) for most in lengths]
    rule = max(rules, key=lambda one: _fit(one, seen))
    return rule, _marks(seen, rule)


def latest(seen: Sequence[Shortened], before: Learned | None) -> list[Shortened]:
    """As many sessions as are remembered. Those that say nothing of the rule go first, then the oldest."""
    left, rule = list(seen), _length(before)
    while len(left) > LATEST:
        silent = [one for one in left if rule is not None and _agrees(one, rule) is None]
        left.remove((silent or left)[0])
    return left


def _length(learned: Learned | None) -> Length | None:
    return learned.rule if learned is not None and isinstance(learned.rule, Length) else None


def _lengths(seen: Sequence[Shortened], before: Learned | None) -> set[int]:
    """The lengths that come into question: those chosen by hand, and the rule's.

    A rule at work is made shorter by no less than what makes a rule: each time more is left out unseen.
    """
    cut, rule = [one for one in seen if _by_hand(one)], _length(before)
    lengths = {min(MOST_KEPT, one.kept) for one in cut}
    if before is None or rule is None:
        return lengths
    if established(before.marks):
        lengths = {length for length in lengths if length >= rule.most or _enough(cut, length)}
    return lengths | {rule.most}


def _enough(cut: Sequence[Shortened], length: int) -> bool:
    return established([Mark(session=one.session, client=one.client) for one in cut if one.kept <= length])


def _marks(seen: Sequence[Shortened], rule: Length) -> tuple[Mark, ...]:
    said = [(one, _agrees(one, rule)) for one in seen]
    return tuple(
        Mark(session=one.session, client=one.client, agreed=agrees)
        for one, agrees in said
        if agrees is not None
    )


def _by_hand(one: Shortened) -> bool:
    """Whether a clinician chose the length: cut what was offered, or put back what was not."""
    return one.kept > 0 and one.kept != one.offered


def _fit(rule: Length, seen: Sequence[Shortened]) -> tuple[int, int, int]:
    """How well a length fits: few sessions against it, then near what was kept; of equal ones the longest."""
    said, most = [_agrees(one, rule) for one in seen], rule.most
    apart = sum(abs(one.kept - most) if _by_hand(one) else max(0, one.kept - most) for one in seen)
    return said.count(True) - 2 * said.count(False), -apart, most


def _agrees(one: Shortened, rule: Length) -> bool | None:
    """What a session says of a length; None: nothing.

    Chosen by hand: about so many stayed, and of a whole draft those that the rule would have left; who picks
    others cuts for what they say. Uncut: no more than about so many stayed, and of a draft that was shortened
    before it was shown not much fewer.
    """
    most, slack = rule.most, max(1, rule.most // 5)
    whole = one.offered == one.drafted
    if _by_hand(one):
        same = one.longest if rule.keeping is Keeping.LONGEST else one.first
        return abs(one.kept - most) <= slack and (same or not whole)
    if one.kept > most + slack:
        return False
    return True if not whole and most < one.drafted and one.kept >= most - slack else None


def _keeping(seen: Sequence[Shortened], before: Learned | None) -> Keeping:
    """Which sentences stay, by what was cut by hand; what a rule cut confirms nothing.

    Once a rule is at work, one cut of what it left does not turn it round.
    """
    cut = [one for one in seen if _by_hand(one)]
    ahead = sum(one.longest for one in cut) - sum(one.first for one in cut)
    rule = _length(before)
    if before is not None and rule is not None and abs(ahead) < (2 if established(before.marks) else 1):
        return rule.keeping
    return Keeping.LONGEST if ahead > 0 else Keeping.FIRST
