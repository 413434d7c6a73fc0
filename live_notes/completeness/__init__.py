"""What a note of its format usually holds and this one does not: advice, never more."""

from live_notes.completeness.advice import Advice, advice_for
from live_notes.completeness.time_bands import TimeBand, band_of

__all__ = ["Advice", "TimeBand", "advice_for", "band_of"]
