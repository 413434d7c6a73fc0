"""A candidate sentence of a note, and the transcript it is read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from live_notes.drafting.embedded.acting.acts import clinician_kind
from live_notes.drafting.embedded.acting.clinician_tells import is_reflection
from live_notes.drafting.embedded.acting.deed import Deed
from live_notes.drafting.embedded.acting.deeds import shown_by
from live_notes.drafting.embedded.hearing.turns import asked_for
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.hearing.wholeness import UNHEARD, is_cut_off, unbroken
from live_notes.drafting.embedded.selecting.worth import Seen, learned, recurring
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.leaning import is_risk_detail, names_a_drug
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.retold import Key
from live_notes.drafting.embedded.telling.saying import Said
from live_notes.drafting.embedded.telling.told_pieces import Piece
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.mentions import RISK_WORDS
from live_notes.drafting.spec import Speaking

MEDICINE_IS_WORTH = 0.15
"""On top of its words: what is taken, and how much, is looked up again."""
_DOSE_IS_WORTH = 0.25
QUOTING_COSTS = 0.07
"""What a sentence is worth less for being quoted, in `worth.json`."""
_DOSE = re.compile(
    r"\d|\b(?:mg|milligrams?|hundred|half|one|two|three|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|ten"
    r"|fifteen|twice)\b",
    re.IGNORECASE,
)
_SHORTEST_REST = 4
_TECHNIQUE = re.compile(r"^[^:\"]*\b(?:worked|working) with (?P<what>[^:\"]+): \"")


@dataclass(frozen=True, eq=False)
class Statement:
    """A candidate sentence. `order` is its place in time; `stems` tell how alike two are.

    `lead` and `rest` are its two parts where it may go together with others (`saying.Said`). `speaker` is
    the client whose words it rests on, None for the clinician's alone. `more` is what it is worth on top.
    `favour` is what it is worth because somebody wants it in. `talk`: how much of the session is talk,
    and the worth of the statement in that. `asked` is the question that it answers. `section` is the
    title of the section it stands in, where that is known from elsewhere: the clinician's own heading, a
    phase of the session. `points`: the pronoun for something that it does not name, for which it needs
    the sentence before it. `fuller`: what stands in the note where it is chosen, and the lines that rests
    on: the same with what it leans on, which counts neither for nor against its worth.
    """

    kind: Kind
    text: str
    evidence: tuple[str, ...]
    seen: Seen
    order: int
    stems: frozenset[str]
    must: bool = False
    authored: bool = False
    lead: str = ""
    rest: str = ""
    speaker: str | None = None
    more: float = 0.0
    favour: float = 0.0
    talk: tuple[float, float] = (0.0, 0.0)
    section: str | None = None
    points: str = ""
    asked: str = ""
    fuller: tuple[str, tuple[str, ...]] | None = None

    @cached_property
    def score(self) -> float:
        """How much of it a clinician's own note would keep."""
        share, worth = self.talk
        return self.favour + share * worth + (1.0 - share) * (learned().of(self.seen) + self.more)

    @cached_property
    def words(self) -> int:
        """How many words it takes of what a note may have."""
        return word_count(self.text)

    @cached_property
    def technique(self) -> str:
        """The technique that it quotes the clinician at work with; empty for all else."""
        found = _TECHNIQUE.match(self.text)
        return found["what"] if found else ""

    def __repr__(self) -> str:
        return f"<Statement {self.kind} {self.order} {len(self.text)} chars>"


@dataclass(frozen=True)
class Reading:
    """A transcript being read: its units, who is called what, how often words recur, whether talk rambles."""

    units: Sequence[Unit]
    terms: dict[str, Terms]
    fallback: Terms
    frequency: Counter[str]
    rambling: bool = False
    kinds: dict[int, Kind | None] = field(default_factory=dict, repr=False)
    deeds: dict[tuple[int, str], tuple[Deed, ...]] = field(default_factory=dict, repr=False)
    retold: dict[Key, Piece | None] = field(default_factory=dict, repr=False)

    def kind_of(self, unit: Unit) -> Kind | None:
        """What a clinician's unit is, as it stands in the transcript; found once."""
        if unit.index not in self.kinds:
            self.kinds[unit.index] = clinician_kind(unit)
        return self.kinds[unit.index]

    def shown_by(self, unit: Unit) -> tuple[Deed, ...]:
        """What a clinician's unit shows that they do; found once, and forgotten with the reading."""
        key = (unit.index, unit.words)
        if key not in self.deeds:
            self.deeds[key] = shown_by(unit.words, question=unit.question)
        return self.deeds[key]

    def intervenes(self, unit: Unit) -> bool:
        """Whether a clinician's unit does something, or gives back what was heard."""
        return self.kind_of(unit) is not None or is_reflection(unit) or bool(self.shown_by(unit))

    def terms_for(self, unit: Unit) -> Terms:
        """How the speaker of a unit is written."""
        return self.terms.get(unit.speaker, self.fallback)


def made(
    reading: Reading, kind: Kind, said: Said, units: tuple[Unit, ...], place: Unit | None = None
) -> Statement:
    """A candidate sentence of what was said, resting on the lines of these units.

    Its place in time is that of the first unit, unless another is given.
    """
    words = " ".join(unit.words for unit in units)
    stems = content_stems(words)
    text = in_figures(said.text)
    at = (place or units[0]).index
    asked = asked_for(reading.units, units)
    named = units[0].risk_in_words if len(units) == 1 else RISK_WORDS.search(words) is not None
    risk = named or (bool(asked) and is_risk_detail(asked, reading.units[:at]))
    return Statement(
        kind=kind,
        text=text,
        evidence=tuple(dict.fromkeys(line for unit in units for line in unit.evidence)),
        seen=Seen(text, kind, at / max(1, len(reading.units)), recurring(stems, reading.frequency)),
        order=at,
        stems=frozenset(stems),
        must=risk and kind is not Kind.INTERVENTION,
        speaker=next((unit.speaker for unit in units if unit.speaking is Speaking.CLIENT), None),
        lead=said.lead,
        rest=in_figures(said.rest),
        asked=asked,
        more=(_medicine_in(words) if kind is not Kind.INTERVENTION else 0.0) + _as_spoken(text, units),
    )


def _as_spoken(text: str, units: tuple[Unit, ...]) -> float:
    """What makes up for the quotation marks around a dialect: they say nothing of the words' worth."""
    return QUOTING_COSTS if '"' in text and any(unit.of_a_dialect for unit in units) else 0.0


def _medicine_in(words: str) -> float:
    """What a statement is worth for the medicine in it, and for how much of it is taken."""
    if not names_a_drug(words):
        return 0.0
    return MEDICINE_IS_WORTH + (_DOSE_IS_WORTH if _DOSE.search(words) else 0.0)


def finished_part(unit: Unit) -> Unit | None:
    """The unit without a last clause that breaks off; None when too little is left or words are missing."""
    if UNHEARD.search(unit.exact):
        return None
    whole_unit = unbroken(unit)
    if whole_unit is None or not is_cut_off(whole_unit):
        return whole_unit
    unit = whole_unit
    exact, words = (text.rpartition(",")[0] for text in (unit.exact.rstrip(" ,"), unit.words))
    rest = replace(unit, exact=exact, words=words)
    kept = min(word_count(words), word_count(exact)) >= _SHORTEST_REST and not is_cut_off(rest)
    return rest if kept else None
