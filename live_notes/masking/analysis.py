"""One text in, findings out: the engine, then plausibility, then one finding a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from presidio_analyzer import AnalyzerEngine, EntityRecognizer

from live_notes.masking.casing import cased_view
from live_notes.masking.clinical import is_clinical
from live_notes.masking.context import CONTEXT_CHARS, Passage
from live_notes.masking.hygiene import View, view_of
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon, load_lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS, TITLES, WEEKDAYS
from live_notes.masking.models import DEFAULT_MODEL
from live_notes.masking.recognizers import (
    LANGUAGE,
    PackagedSpacy,
    RosterForms,
    SpokenForms,
    build_engine,
    findings_of,
    packaged_model,
)
from live_notes.masking.roster import Roster
from live_notes.masking.spoken.dates import MONTHS
from live_notes.masking.spoken.numbers import TEENS, TENS, UNITS
from live_notes.masking.spoken.words import Words, fold
from live_notes.masking.text import Finding

_NUMBERS = UNITS.keys() | TEENS.keys() | TENS.keys()
_NEVER = STOPWORDS | KIN | TITLES | WEEKDAYS | MONTHS | _NUMBERS
_NAMES = {Entity.PERSON, Entity.LOCATION, Entity.ORGANIZATION}
_CODES = {
    *(
        Entity.PHONE_NUMBER,
        Entity.FAX_NUMBER,
        Entity.SSN,
        Entity.MEDICAL_RECORD_NUMBER,
        Entity.HEALTH_PLAN_NUMBER,
    ),
    *(Entity.ACCOUNT_NUMBER, Entity.LICENSE_NUMBER, Entity.VEHICLE_ID, Entity.DEVICE_ID, Entity.OTHER_ID),
}
_WRITTEN_BEFORE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")
_ADDRESS_BEFORE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*\Z")
_WRITTEN_BEHIND = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9-]*")

LONGEST_NAME_WORD = 40
"""Characters; the longest surname borne without a hyphen has 35."""


class Analyst:
    """The loaded engine of one process: a second or two to load, milliseconds a sentence."""

    def __init__(
        self, lexicon: Lexicon, model: PackagedSpacy, engine: AnalyzerEngine, this_year: int
    ) -> None:
        self._lexicon = lexicon
        self._this_year = this_year
        self._model = model
        self._engine = engine

    @classmethod
    def load(cls, model_name: str = DEFAULT_MODEL) -> Analyst:
        """Loads the word lists and the model.

        Raises:
            MaskingUnavailable: the model is not installed.
        """
        lexicon = load_lexicon()
        model = packaged_model(model_name)
        return cls(lexicon, model, build_engine(model), datetime.now(UTC).year)

    def analyse(self, passage: Passage, roster: Roster) -> tuple[Finding, ...]:
        """Findings in the passage's own text, in order, none overlapping."""
        seen = view_of(passage.text)
        found = self._found(self._shown(passage, seen), roster) if seen.text.strip() else ()
        return tuple(_placed(seen, finding) for finding in found)

    def _shown(self, passage: Passage, seen: View) -> Passage:
        """The passage as recognition sees it."""
        before = view_of(passage.before[-CONTEXT_CHARS:]).text
        after = view_of(passage.after[:CONTEXT_CHARS]).text
        return Passage(*(cased_view(text, self._lexicon) for text in (seen.text, before, after)))

    def _found(self, passage: Passage, roster: Roster) -> tuple[Finding, ...]:
        view = passage.text
        own: list[EntityRecognizer] = [SpokenForms(self._lexicon, passage, self._this_year)]
        if roster.names:
            own.append(RosterForms(roster, self._lexicon))
        with self._model.zone():
            results = self._engine.analyze(view, LANGUAGE, ad_hoc_recognizers=own)
        words = Words(view)
        findings = [
            _whole_code(view, _bare(view, finding))
            for finding, by_model in findings_of(results)
            if not by_model or plausible(words, finding, self._lexicon)
        ]
        settled = settle((one for one in findings if _sayable(words, one)), roster)
        return settle([*settled, *_said_again(words, settled, self._lexicon)], roster)


def plausible(words: Words, finding: Finding, lexicon: Lexicon) -> bool:
    """Whether a finding of the model alone is believed: it likes to call therapy terms and drugs names."""
    inside = [spot for spot, word in enumerate(words) if finding.start <= word.start < finding.end]
    lows = [words.low(spot) for spot in inside]
    if not lows or " ".join(lows) in lexicon.wide_places or any(is_clinical(words, spot) for spot in inside):
        return False
    telling = [spot for spot in inside if words.low(spot) not in _NEVER and not words.low(spot).isdigit()]
    if not telling or len("".join(lows)) < 3:
        return False
    names = [spot for spot in telling if _tells(words, spot, lexicon)]
    acronym = all(words.text[words[spot].start : words[spot].end].isupper() for spot in inside)
    if finding.entity is Entity.PERSON and acronym and len(lows) == 1:
        return False
    if finding.entity is Entity.ORGANIZATION:
        # The model's weakest kind: believed for two telling words, or one that no list knows.
        return not acronym and (len(names) >= 2 or any(lexicon.is_unheard(words.low(spot)) for spot in names))
    return bool(names)


def _placed(seen: View, finding: Finding) -> Finding:
    """The finding at its place in the text that the view shows."""
    start, end = seen.place(finding.start, finding.end)
    return replace(finding, start=start, end=end)


def _bare(text: str, finding: Finding) -> Finding:
    """The finding without a possessive at its end: "Ada's" is Ada."""
    ending = text[finding.end - 2 : finding.end]
    if finding.entity in _NAMES and ending in {"'s", "’s"} and finding.end - finding.start > 2:
        return replace(finding, end=finding.end - 2)
    return finding


def _whole_code(text: str, finding: Finding) -> Finding:
    """A number with all that is written onto it: of "CL-7834-926" the letters, too."""
    if finding.entity is Entity.EMAIL_ADDRESS:
        begun = _ADDRESS_BEFORE.search(text, 0, finding.start)
        return replace(finding, start=begun.start()) if begun else finding
    if finding.entity not in _CODES:
        return finding
    before = _WRITTEN_BEFORE.search(text, 0, finding.start)
    after = _WRITTEN_BEHIND.match(text, finding.end)
    return replace(
        finding,
        start=before.start() if before else finding.start,
        end=after.end() if after else finding.end,
    )


def _sayable(words: Words, finding: Finding) -> bool:
    """Whether a name can be one: no name of a person, place or organisation is a word of such length."""
    if finding.person is not None or finding.entity not in _NAMES:
        return True
    inside = (word for word in words if finding.start <= word.start < finding.end)
    return all(word.end - word.start <= LONGEST_NAME_WORD for word in inside)


def _tells(words: Words, spot: int, lexicon: Lexicon) -> bool:
    """Whether the word can carry a name: no ordinary word, or written with a capital inside a sentence."""
    low = words.low(spot)
    if low in lexicon.wide_places or not any(letter.isalpha() for letter in low):
        return False
    if not lexicon.is_ordinary(low):
        return True
    listed = low in lexicon.given_names or low in lexicon.surnames or low in lexicon.cities
    return listed and words[spot].capital and not words.breaks_before(spot)


def settle(findings: Iterable[Finding], roster: Roster) -> tuple[Finding, ...]:
    """One finding a place: the surer and longer wins and grows over what it overlaps."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=_weight):
        overlapping = [other for other in kept if finding.start < other.end and other.start < finding.end]
        grown = finding
        for other in overlapping:
            kept.remove(other)
            grown = _joined(other, grown, roster)
        kept.append(grown)
    return tuple(sorted(kept, key=lambda finding: finding.start))


def _weight(finding: Finding) -> tuple[bool, int, float, int, str]:
    # The engine gives its results in no particular order: the last two make the choice repeatable.
    unsure = finding.score < 0.8
    return unsure, finding.start - finding.end, -finding.score, finding.start, finding.entity.value


def _joined(winner: Finding, other: Finding, roster: Roster) -> Finding:
    """`winner`, over the place of both.

    A roster name within a longer name is that person only if they are known by one word: another
    "Sarah Jones" must not be read back as the client.
    """
    person = winner.person
    if winner.entity is other.entity is Entity.PERSON:
        person = winner.person if winner.person is not None else other.person
        longer = max(winner, other, key=lambda finding: finding.end - finding.start)
        if (
            person is not None
            and longer.person is None
            and longer.end - longer.start > _length(winner, other, person)
        ):
            person = person if " " not in roster.names[person].name.strip() else None
    return Finding(
        min(winner.start, other.start),
        max(winner.end, other.end),
        winner.entity,
        max(winner.score, other.score),
        person,
        winner.introduced or other.introduced,
        winner.crosses or other.crosses,
    )


def _length(first: Finding, second: Finding, person: int) -> int:
    return max(finding.end - finding.start for finding in (first, second) if finding.person == person)


def _said_again(words: Words, findings: Iterable[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """The words of found names wherever else they stand in the text."""
    text = words.text
    names: dict[str, Finding] = {}
    for finding in findings:
        if finding.entity is Entity.PERSON:
            for word in Words(text[finding.start : finding.end]):
                if len(word.low) > 2 and not lexicon.is_ordinary(word.low):
                    names.setdefault(fold(word.low), finding)
    for spot, word in enumerate(words):
        known = names.get(word.low)
        if known is not None and not is_clinical(words, spot):
            yield Finding(word.start, word.end, Entity.PERSON, 0.6, known.person)
