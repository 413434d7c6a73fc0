"""Presidio recognisers over our finders, and the engine that runs them beside the spaCy model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    SpacyRecognizer,
)

from live_notes.masking.context import Passage, joined_up
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.models import NO_MODEL, check_model
from live_notes.masking.roster import Roster
from live_notes.masking.spoken.addresses import find_addresses
from live_notes.masking.spoken.ages import find_ages, find_birth_years
from live_notes.masking.spoken.contacts import find_contacts
from live_notes.masking.spoken.dates import find_dates
from live_notes.masking.spoken.identifiers import find_identifiers
from live_notes.masking.spoken.names import find_names
from live_notes.masking.spoken.organizations import find_organizations
from live_notes.masking.spoken.places import find_places
from live_notes.masking.spoken.roster_names import RosterNames
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

LANGUAGE = "en"
MODEL_SCORE = 0.5
"""How sure a finding of the model alone counts: less than any of our own."""

FINDERS = (
    find_contacts,
    find_identifiers,
    find_dates,
    find_ages,
    find_addresses,
    find_places,
    find_names,
    find_organizations,
)

_LABELS = {"PERSON": "PERSON", "GPE": "LOCATION", "LOC": "LOCATION", "FAC": "LOCATION", "ORG": "ORGANIZATION"}
_STOCK = {"CREDIT_CARD": Entity.ACCOUNT_NUMBER, "IBAN_CODE": Entity.ACCOUNT_NUMBER}
_ALL = [entity.value for entity in Entity if entity is not Entity.LITERAL]


class SpokenForms(EntityRecognizer):
    """All finders of spoken and written forms as one recogniser; made anew for each passage."""

    def __init__(self, lexicon: Lexicon, passage: Passage, this_year: int) -> None:
        self._lexicon = lexicon
        self._passage = passage
        self._this_year = this_year
        super().__init__(supported_entities=_ALL, name="SpokenForms", supported_language=LANGUAGE)

    def load(self) -> None:
        """Nothing to load: the lexicon comes with the constructor."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Findings of every finder, as far as they lie in the passage's own text."""
        tags = _tags(nlp_artifacts)
        found = self._found(Words(text, tags))
        joined, start, end = joined_up(self._passage)
        if len(joined) > len(text):
            # Beside what the text holds by itself: what stands around it may add to that, never take away.
            words = Words(joined, {offset + start: tag for offset, tag in tags.items()})
            around = (within(joined, finding, start, end) for finding in self._found(words))
            found = _crossing_first([*found, *(finding for finding in around if finding is not None)])
        return [result_of(finding, self) for finding in found]

    def _found(self, words: Words) -> list[Finding]:
        found = [finding for finder in FINDERS for finding in finder(words, self._lexicon)]
        return [*found, *find_birth_years(words, self._this_year)]


class RosterForms(EntityRecognizer):
    """The roster's names; made anew for each call, since rosters differ between sessions."""

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._names = RosterNames(roster)
        self._lexicon = lexicon
        super().__init__(
            supported_entities=[Entity.PERSON.value], name="RosterForms", supported_language=LANGUAGE
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Where somebody of the roster is named."""
        words = Words(text, _tags(nlp_artifacts))
        return [result_of(finding, self) for finding in self._names.find(words, self._lexicon)]


class OfflineEmailRecognizer(EmailRecognizer):
    """Presidio's recogniser of written addresses, with a public suffix list that never calls out."""

    def __init__(self) -> None:
        self._suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
        super().__init__(supported_language=LANGUAGE)

    def validate_result(self, pattern_text: str) -> bool:
        """Whether the address ends in a public suffix of the bundled list."""
        return bool(self._suffixes(pattern_text).suffix)


class PackagedSpacy(SpacyNlpEngine):
    """Presidio's spaCy engine, without download and without the parts that masking has no use for."""

    def load(self) -> None:
        """Loads the model.

        Raises:
            MaskingUnavailable: the model's package is not installed.
        """
        name = self.models[0]["model_name"]
        check_model(name)
        self._language = (
            spacy.blank(LANGUAGE) if name == NO_MODEL else spacy.load(name, exclude=["parser", "lemmatizer"])
        )
        self.nlp = {LANGUAGE: self._language}  # type: ignore[assignment]  # Presidio declares it as None

    def zone(self) -> Any:
        """A context in which the model's memory of new words is transient."""
        return self._language.memory_zone()


def build_engine(model: PackagedSpacy) -> AnalyzerEngine:
    """The analyzer with the packaged model and Presidio's own for written forms; ours come with each call."""
    registry = RecognizerRegistry(
        recognizers=[
            SpacyRecognizer(supported_entities=sorted(set(_LABELS.values())), supported_language=LANGUAGE),
            OfflineEmailRecognizer(),
            CreditCardRecognizer(supported_language=LANGUAGE),
            IbanRecognizer(supported_language=LANGUAGE),
        ],
        supported_languages=[LANGUAGE],
    )
    return AnalyzerEngine(registry=registry, nlp_engine=model, supported_languages=[LANGUAGE])


def packaged_model(name: str) -> PackagedSpacy:
    """The model of an installed package, loaded (the default one: about 0.7 s, 100 MB).

    Raises:
        MaskingUnavailable: it is not installed.
    """
    model = PackagedSpacy(
        models=[{"lang_code": LANGUAGE, "model_name": name}],
        ner_model_configuration=NerModelConfiguration(
            model_to_presidio_entity_mapping=_LABELS,
            default_score=MODEL_SCORE,
            low_score_entity_names=[],
            labels_to_ignore=[
                "CARDINAL",
                "DATE",
                "EVENT",
                "LANGUAGE",
                "LAW",
                "MONEY",
                "NORP",
                "ORDINAL",
                "PERCENT",
                "PRODUCT",
                "QUANTITY",
                "TIME",
                "WORK_OF_ART",
            ],
        ),
    )
    model.load()
    return model


def result_of(finding: Finding, recognizer: EntityRecognizer) -> RecognizerResult:
    """A finding in Presidio's form; what Presidio has no field for goes into the metadata."""
    return RecognizerResult(
        entity_type=finding.entity.value,
        start=finding.start,
        end=finding.end,
        score=finding.score,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: recognizer.id.rpartition("_")[0],
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
            "person": finding.person,
            "introduced": finding.introduced,
            "crosses": finding.crosses,
        },
    )


def _crossing_first(findings: list[Finding]) -> list[Finding]:
    """Of findings on one place those that cross its line: the engine keeps the first of what is alike."""
    return sorted(findings, key=lambda finding: not finding.crosses)


def within(text: str, finding: Finding, start: int, end: int) -> Finding | None:
    """A finding's part between two offsets of the text, counted from the first; None if there is none."""
    first, last = max(finding.start, start), min(finding.end, end)
    while first < last and not text[first].isalnum() and first > finding.start:
        first += 1
    while first < last and not text[last - 1].isalnum() and last < finding.end:
        last -= 1
    if first >= last:
        return None
    crosses = finding.start < start or finding.end > end
    return replace(finding, start=first - start, end=last - start, crosses=crosses)


def findings_of(results: Iterable[RecognizerResult]) -> list[tuple[Finding, bool]]:
    """Presidio's results as findings, each with whether only the model says so."""
    return [(_finding_of(result), _by_model(result)) for result in results]


def _finding_of(result: RecognizerResult) -> Finding:
    metadata = result.recognition_metadata
    return Finding(
        start=result.start,
        end=result.end,
        entity=_STOCK.get(result.entity_type) or Entity(result.entity_type),
        score=result.score,
        person=metadata.get("person"),
        introduced=bool(metadata.get("introduced")),
        crosses=bool(metadata.get("crosses")),
    )


def _by_model(result: RecognizerResult) -> bool:
    return bool(result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY] == "SpacyRecognizer")


def _tags(artifacts: NlpArtifacts | None) -> dict[int, str]:
    """The universal part of speech of each of the model's words, by offset."""
    return {token.idx: token.pos_ for token in artifacts.tokens} if artifacts is not None else {}
