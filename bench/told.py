"""What the measurements tell the recogniser beforehand: the vocabulary that the tracks of a call have."""

from __future__ import annotations

from live_notes import vocabulary_of

VOCABULARY = vocabulary_of(("Sarah Johnson", "Emily Carter"))
"""Two people's names, and the clinical terms there is room for."""
