"""Each participant's own answers, by purpose, and what the answers allow. Pure.

Nobody can answer for somebody else, and only a wording that is current can be agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wire import Role
from wire.browser import Decision, Purpose


@dataclass(frozen=True, slots=True)
class ConsentRefused:
    """A decision that can't be taken; `code` is stable, `detail` says what to do next."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class ConsentTaken:
    """A decision that counts. `destroys` says that the transcript so far must go."""

    purpose: Purpose
    decision: Decision
    wording: str
    destroys: bool = False


@dataclass(slots=True)
class ConsentBook:
    """The answers of one participant in one session."""

    answers: dict[Purpose, Decision] = field(default_factory=dict)

    def decide(
        self,
        role: Role,
        purpose: Purpose,
        decision: Decision,
        wording: str,
        current: Mapping[Purpose, str],
        *,
        took_part: bool,
    ) -> ConsentTaken | ConsentRefused | None:
        """Takes a decision, None when it is the one already taken; `current`: wordings in force by purpose.

        Agreeing needs the current wording; declining and withdrawing must never fail on a formality.
        Withdrawing from notes by anyone but the clinician destroys the transcript so far. Who never
        took part in the call, or never answered, has nothing to take back: they decline.
        """
        if decision is Decision.AGREE and wording != current.get(purpose):
            return ConsentRefused("stale_wording", "the wording has changed; ask again with the current one")
        was = self.answers.get(purpose)
        if decision is Decision.WITHDRAW and (was is None or not took_part):
            decision = Decision.DECLINE
        if was is decision:
            return None
        self.answers[purpose] = decision
        # A decision to withdraw after a decline still destroys: words may have been heard before the decline.
        withdrew = decision is Decision.WITHDRAW
        destroys = withdrew and purpose is Purpose.NOTES and role is not Role.CLINICIAN
        return ConsentTaken(purpose, decision, wording, destroys)

    def agrees(self, purpose: Purpose) -> bool:
        """Whether the last answer for `purpose` is an agreement."""
        return self.answers.get(purpose) is Decision.AGREE

    def refuses(self, purpose: Purpose) -> bool:
        """Whether the last answer for `purpose` is a decline or a withdrawal."""
        return self.answers.get(purpose) in {Decision.DECLINE, Decision.WITHDRAW}
