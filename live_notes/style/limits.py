"""How much a profile holds, and how often something must be seen before it counts as a habit."""

from __future__ import annotations

ENOUGH_SESSIONS = 3
"""Sessions that must agree before a rule works."""

ENOUGH_CLIENTS = 2
"""Different clients among them: what stands in one client's notes only is theirs, not a style."""

AGREEING = 0.7
"""Share of the latest sessions with anything to say on a rule that must agree with it."""

LATEST = 10
"""Sessions a rule remembers; what was before counts no more."""

MOST_RULES = 80
"""Rules that may work at once, the longest-standing first."""

MOST_EMERGING = 300
"""Wordings remembered that are not yet habits; beyond, those seen longest ago go."""

MOST_PENDING = 400
"""Fingerprints of sentences and headings seen too seldom to be known by their words."""

MOST_CANDIDATES = 200
"""New wordings looked at in one session."""

MOST_PHRASE_WORDS = 6
"""Words on either side of a wording."""

MOST_SENTENCE_WORDS = 30
"""Words of a sentence that is added."""

MOST_HEADING_WORDS = 6

MOST_SENTENCES = 200
"""Sentences of a note that are compared; of a longer one nothing is learned."""

MOST_SENTENCE_CHARS = 2000
