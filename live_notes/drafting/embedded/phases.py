"""The phases of an EMDR session, by the words that open each in Shapiro's standard protocol.

The same question ("how true does it feel?") belongs to the assessment before the sets and to the installation
after them: only the order tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_SETS = _words(
    r"follow (?:my|the) (?:fingers?|hand|light|dot|bar)|go with (?:that|it)(?=\W*$|\s*[.,!?…])"
    r"|eye movements?|bilateral"
    r"|(?:start|turn on|hold) the (?:buzzers|tappers|tones|paddles)|tapp(?:ing|ers)|notice what comes up"
    r"|let whatever (?:happens|comes)"
)
_LATER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "Installation",
        _words(
            r"install\w*|hold (?:[\w']+ ){0,6}together|together with (?:the|those|your) (?:words|positive)"
            r"|how true|strengthen (?:it|this|that)$"
            r"|(?:does|do) (?:the|those) (?:words|positive \w+) (?:still )?fit|strengthen (?:the"
            r"|that) (?:belief|words)"
            r"|link (?:it|them) (?:together|up)"
        ),
    ),
    (
        "Body scan",
        _words(
            r"scan (?:down |through |over )?(?:from )?(?:your"
            r"|the) (?:whole |entire )?(?:body|head|top)|body scan|head to toe|top of your head"
        ),
    ),
    (
        "Closure and plan",
        _words(
            r"incomplete|coming up on (?:the end|time)|(?:nearly|almost|about) out of time"
            r"|(?:isn't|is not|not) (?:quite |fully |completely )?(?:finished|complete|done)|close (?:down"
            r"|with|by)"
            r"|closing (?:exercise|with)|(?:calm|safe|peaceful) place|contain(?:er|ment)"
            r"|processing (?:may|might|can|will) continue"
            r"|you (?:may|might) (?:have|notice|get) (?:more|some|new|other)"
            r" (?:dreams|memories|images|thoughts|things)|stop here|light stream"
        ),
    ),
)
_FIRST = "History and target"
_TARGET = _words(r"work(?:ing)? (?:on|with)|target|memory|reprocess\w*")
_ASSESSED = "Assessment of the target"
_SET_UP = _words(
    r"in your body|(?:picture|image)s?|worst part|(?:negative|preferred|positive) (?:belief|cognition|words)"
    r"|how true|how disturbing|what emotions?"
)
"""What the target is set up with, before the first set."""
_OPENING = "Desensitization"


def in_phases(statements: Sequence[Statement], units: Sequence[Unit]) -> list[Statement]:
    """The statements, each after the first set in the section of its phase; those before it as they were.

    What must stand, next steps and the statements of a session without sets keep their own places.
    """
    starts = _starts(units)
    return [_placed(statement, starts) for statement in statements]


def _starts(units: Sequence[Unit]) -> list[tuple[int, str]]:
    """Where each phase begins, in order of time; empty without a set."""
    told = [unit for unit in units if unit.speaking is Speaking.CLINICIAN]
    first = next((unit.index for unit in told if _SETS.search(unit.words)), None)
    if first is None:
        return []
    starts = [(first, _OPENING)]
    for title, words in _LATER:
        after = starts[-1][0]
        found = next((unit.index for unit in told if unit.index > after and words.search(unit.words)), None)
        if found is not None:
            starts.append((found, title))
    return starts


def _placed(statement: Statement, starts: Sequence[tuple[int, str]]) -> Statement:
    done_before = starts and statement.order < starts[0][0] and statement.kind is Kind.INTERVENTION
    if done_before and _SET_UP.search(statement.text):
        return replace(statement, section=_ASSESSED)
    if (
        starts
        and statement.order < starts[0][0]
        and statement.kind in {Kind.INTERVENTION, Kind.PLAN}
        and _TARGET.search(statement.text)
    ):
        return replace(statement, section=_FIRST)
    begun = [title for start, title in starts if start <= statement.order]
    fixed = (
        statement.must or statement.authored or statement.kind is Kind.PLAN or statement.section is not None
    )
    return statement if fixed or not begun else replace(statement, section=begun[-1])
