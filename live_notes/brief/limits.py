"""What a brief reads at most, and how much of it fits one screen."""

from __future__ import annotations

from typing import Final

MOST_NOTES: Final = 100
"""Signed notes a brief is made from, the newest: two years of weekly sessions."""

MOST_CHARS: Final = 400_000
"""Characters of all these notes together; older notes beyond them are left out, and that is said."""

MOST_PLAN: Final = 5
MOST_HOMEWORK: Final = 4
MOST_GOALS: Final = 5
MOST_ENDED: Final = 2
MOST_RISK: Final = 8
"""Mentions of risk with a line of their own; older ones share a line for each kind, none is lost."""

MOST_THEMES: Final = 4
MOST_MEDICATION: Final = 5
MOST_MISSED: Final = 2
MOST_SESSIONS: Final = 3
MOST_LISTED: Final = 8
"""Sessions before those, on one line."""

LONG_CHARS: Final = 180
"""A passage longer than this is cut where a clause ends, if what follows changes nothing of what it says."""

LONGEST_CHARS: Final = 420
"""A passage is cut here whatever follows, with a mark that it goes on."""

ANSWERED_NOTES: Final = 12
"""The newest notes whose homework is looked at; what was given before them is long over."""

HOMEWORK_NOTES: Final = 3
"""Homework of so many notes is shown also when no later note says what became of it."""

MOST_QUOTES: Final = 2
"""Quotes of one mention of risk; a question's answer comes along."""

MOST_DAYS: Final = 6
"""Days that are written out one by one on a shared line of older mentions."""
