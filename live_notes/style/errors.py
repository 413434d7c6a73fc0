"""What can be wrong with a rule that a clinician gives."""

from __future__ import annotations

from live_notes.style.lint import Objection
from retention.errors import AttuneError

_WHY = {
    Objection.EMPTY: "there are no words in it",
    Objection.TOO_LONG: "it has too many words",
    Objection.SAME: "it would change nothing, or go on for ever",
    Objection.WORD: "a word of it is no general or clinical word that a style may hold",
    Objection.NAME: "it holds a name",
    Objection.NUMBER: "it holds a number",
    Objection.NEGATION: "it holds a negation",
    Objection.RISK: "it speaks of risk",
    Objection.PRONOUN: "it holds a pronoun",
    Objection.SPEAKER: "it would change who said something, or turn what was said into a fact",
    Objection.CAPITALS: "it holds a short form that does not stand for the other words",
    Objection.MARKS: "it holds marks other than . , - / and apostrophes",
    Objection.GENERAL: "it would change words that stand everywhere",
}


class RuleRefused(AttuneError):
    """A rule that no style may hold. `objection` says why; its words are not repeated."""

    code = "rule-refused"

    def __init__(self, objection: Objection) -> None:
        super().__init__(f"a style can't have this rule: {_WHY[objection]}")
        self.objection = objection
