"""A clinician's style profile: what was seen how often, and which rules follow from it. Pure.

A wording of the frame, an order, a tense or a length names nothing of a client and is kept as soon as it is
seen. A whole sentence or a heading is kept as a fingerprint only, until enough sessions of different
clients have shown it: what stands in one client's notes alone never stands here.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from live_notes.style.limits import (
    AGREEING,
    ENOUGH_CLIENTS,
    ENOUGH_SESSIONS,
    MOST_RULES,
)
from live_notes.style.rules import Rule, Wording
from live_notes.style.style import Style
from live_notes.style.wording import reworded
from live_notes.style.words import keys_of


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class Mark(_Kept):
    """One session's word on a rule. `client`: a fingerprint that tells clients apart and names none."""

    session: int
    client: str = Field(max_length=16)
    agreed: bool = True


class Learned(_Kept):
    """A rule and what was seen of it. `edited`: the clinician changed it, so that counts no longer decide."""

    id: str = Field(max_length=40)
    rule: Rule
    marks: tuple[Mark, ...] = ()
    seen: int = 0
    contrary: int = 0
    enabled: bool = True
    edited: bool = False


class Pending(_Kept):
    """A sentence or heading known by its fingerprint only."""

    fingerprint: str = Field(max_length=64)
    marks: tuple[Mark, ...]


class Shortened(_Kept):
    """How one session shortened a section."""

    session: int
    client: str = Field(max_length=16)
    section: str = Field(max_length=80)
    drafted: int
    offered: int
    kept: int
    first: bool
    longest: bool


class Standing(StrEnum):
    """Whether a rule works."""

    ON = "on"
    OFF = "off"
    """The clinician turned it off."""
    FADING = "fading"
    """It worked once; lately too much speaks against it."""
    EMERGING = "emerging"
    """Seen too seldom as yet."""


class Profile(_Kept):
    """What is known of a clinician's style. `salt`: random, so that fingerprints mean nothing elsewhere."""

    version: int = 1
    salt: str = Field(max_length=64)
    learning: bool = True
    sessions: int = 0
    """Sessions learned from."""
    numbered: int = 0
    """Rules that were given a number."""
    rules: tuple[Learned, ...] = ()
    pending: tuple[Pending, ...] = ()
    lengths: tuple[Shortened, ...] = ()

    @property
    def known(self) -> tuple[Rule, ...]:
        """The rules a session is to judge."""
        return tuple(one.rule for one in self.rules)

    @property
    def shown(self) -> tuple[Learned, ...]:
        """The rules a clinician sees, the surest first: those that work, worked once, or were turned off."""
        seen = [one for one in self.rules if standing(one) is not Standing.EMERGING]
        redundant = _redundant(seen)
        return tuple(sorted((one for one in seen if one.id not in redundant), key=lambda one: -one.seen))

    @property
    def emerging(self) -> int:
        """How many habits were seen too seldom as yet."""
        seldom = sum(standing(one) is Standing.EMERGING for one in self.rules)
        return seldom + len(self.pending)

    @property
    def style(self) -> Style:
        """The rules that work."""
        return Style(tuple(one.rule for one in self.shown if standing(one) is Standing.ON)[:MOST_RULES])


def standing(one: Learned) -> Standing:
    """Whether a rule works, and why not."""
    if not one.enabled:
        return Standing.OFF
    if one.edited or established(one.marks):
        return Standing.ON
    return Standing.FADING if one.seen >= ENOUGH_SESSIONS and one.contrary else Standing.EMERGING


def fingerprint(profile: Profile, text: str) -> str:
    """What tells a text from others and can't be read back, 32 hexadecimal digits."""
    return hmac.new(profile.salt.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def established(marks: Sequence[Mark]) -> bool:
    """Whether a habit was seen often enough, with enough clients, and not contradicted too often."""
    agreed = [mark for mark in marks if mark.agreed]
    enough = len(agreed) >= ENOUGH_SESSIONS and len({mark.client for mark in agreed}) >= ENOUGH_CLIENTS
    return enough and len(agreed) / len(marks) >= AGREEING


def _redundant(rules: Sequence[Learned]) -> set[str]:
    """Wordings that shorter ones bring about as well."""
    wordings = [(one.id, one.rule) for one in rules if isinstance(one.rule, Wording) and not one.edited]
    kept: list[Wording] = []
    gone: set[str] = set()
    for name, rule in sorted(wordings, key=lambda found: len(keys_of(found[1].before))):
        if kept and keys_of(reworded(rule.before, kept)) == keys_of(rule.after):
            gone.add(name)
        else:
            kept.append(rule)
    return gone
