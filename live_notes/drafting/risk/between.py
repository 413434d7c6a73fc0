"""What a client said between the words of a finding, told with them since it may change what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.note import RiskStatus
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.spec import Speaking

_MOST_BETWEEN, _MOST_SKIPPED = 6, 4


def without_gaps(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding whose answer is told from its first word to its last, as the client gave it in one turn.

    Of a long answer the nearest of what was said before is told: what a "that" in it stands for.
    """
    asked, said = mention.units[0], mention.units[1:]
    if not said or asked.speaking is not Speaking.CLINICIAN:
        return mention
    first, last = min(one.index for one in said), max(one.index for one in said)
    begins = first
    while begins > asked.index + 1 and _is_of(units[begins - 1], units[first]):
        begins -= 1
    begins = max(begins, first - _MOST_BETWEEN)
    between = [one for one in units[begins : last + 1] if _is_of(one, units[first]) or one in said]
    return replace(mention, units=(asked, *between), whole=True)


def _is_of(one: Unit, other: Unit) -> bool:
    return one.turn == other.turn and one.speaker == other.speaker


def with_what_was_between(units: Sequence[Unit], mention: Mention) -> Mention:
    """A report that answers a question, with the few words that stand between the two.

    "Not since, no. Once, on a bad night" says how the thought is meant that is told behind it.
    """
    if mention.status is not RiskStatus.REPORTED or mention.weak or mention.kind not in PLANNED:
        return mention
    asked, said = mention.units[0], mention.units[1:]
    if not said or asked.speaking is not Speaking.CLINICIAN or any(one.turn != said[0].turn for one in said):
        return mention
    told = {one.index for one in said}
    between = [one for one in units[asked.index + 1 : max(told)] if one.speaking is not Speaking.CLINICIAN]
    skipped = [one for one in between if one.index not in told]
    at_once = all(_is_of(one, said[0]) for one in skipped if not one.backchannel)
    return without_gaps(units, mention) if at_once and 0 < len(skipped) <= _MOST_SKIPPED else mention
