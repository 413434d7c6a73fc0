"""Presidio as it comes, with the same language model, for comparison."""

from __future__ import annotations

from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

from live_notes.masking.models import DEFAULT_MODEL
from live_notes.masking.recognizers import LANGUAGE

SCORE = 0.35
"""Findings less sure than this are left out; Presidio's documentation suggests 0.3 to 0.5."""


class Stock:
    """Presidio's own recognisers."""

    def __init__(self) -> None:
        models = [{"lang_code": LANGUAGE, "model_name": DEFAULT_MODEL}]
        engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
        self._analyzer = AnalyzerEngine(nlp_engine=engine.create_engine(), supported_languages=[LANGUAGE])

    def masked(self, text: str) -> list[tuple[int, int]]:
        """What it would mask of a text."""
        found = self._analyzer.analyze(text, language=LANGUAGE, score_threshold=SCORE)
        return [(one.start, one.end) for one in found]
