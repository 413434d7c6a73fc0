"""One session's masking: analysis, placeholders, and the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from live_notes.errors import ChoiceRefused
from live_notes.masking.choices import Choice, Choices, kind_of
from live_notes.masking.context import Passage
from live_notes.masking.kinds import LABELS, Entity
from live_notes.masking.placeholders import PlaceholderMap, literals, merged
from live_notes.masking.roster import MAX_NAME_CHARS, Roster, RosterName
from live_notes.masking.sieve import residue
from live_notes.masking.text import Analysed, Finding, Masked, Span, mint, without

LEARNED_MOST = 40
"""Names a session remembers from introductions, beyond its roster."""


class Analysis(Protocol):
    """Where findings come from: an `AnalysisPool` in production."""

    async def analyse(self, passage: Passage, roster: Roster) -> Analysed:
        """What is found in the passage's own text."""
        ...


class SessionMasker:
    """Masks the texts of one session, in order, with one map of placeholders.

    Names that somebody introduces ("my sister Sarah") are remembered and masked from then
    on like those of the roster, and so is what the clinician chooses to hide. Holds no text, but
    the map and the choices hold words: `clear` them when the session's transcript is destroyed.
    `spent` is told the CPU seconds of each text.
    """

    def __init__(
        self,
        analysis: Analysis,
        roster: Roster = Roster(),  # noqa: B008  (frozen and empty)
        spent: Callable[[float], object] = lambda cpu_seconds: None,
    ) -> None:
        self._analysis = analysis
        self._given = roster
        self._roster = roster
        self._learned: tuple[RosterName, ...] = ()
        self._choices = Choices()
        self._generation = 0
        self._map = PlaceholderMap()
        self._spent = spent
        self._turn = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<SessionMasker {self._roster!r} {self._map!r}>"

    @property
    def roster(self) -> Roster:
        """The known names, those chosen and those remembered from introductions included."""
        return self._roster

    @property
    def learned(self) -> tuple[str, ...]:
        """Names remembered from introductions, in order of their first hearing."""
        return tuple(known.name for known in self._learned)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the clinician chose, in order."""
        return self._choices.all

    @property
    def generation(self) -> int:
        """Grows with every change of the choices: what was masked under an older one is to be masked anew."""
        return self._generation

    async def hide(self, surface: str, entity: Entity | None = None) -> None:
        """From now on masks these words, of a person in all variants. Raises `ChoiceRefused`.

        `entity`: what they are; None for an id if they hold a digit or are a number, else for a name.
        """
        choice = Choice(surface.strip(), entity or kind_of(surface), hidden=True)
        async with self._turn:
            self.choose((*self.choices, choice))

    def free(self, placeholder: str) -> None:
        """From now on leaves what this placeholder stands for as it is, in every form it was seen in.

        Raises:
            UnknownPlaceholder: it stands for nothing here.
            ChoiceRefused: it stands for somebody whom the session knows, or for what is never sent.
        """
        forms = self._map.forms(placeholder)
        why = self.why_kept(placeholder)
        if why is not None:
            raise ChoiceRefused(why)
        freed = [Choice(form, Entity.PERSON, hidden=False) for form in forms]
        self.choose((*self.choices, *freed))

    def why_kept(self, placeholder: str) -> str | None:
        """Why what this placeholder stands for can't be freed; None where it can.

        Raises:
            UnknownPlaceholder: it stands for nothing here.
        """
        forms = self._map.forms(placeholder)
        if placeholder in {self._map.of_person(name.name) for name in self._given.names}:
            return "the names that this session knows stay masked"
        if placeholder.startswith(f"[{LABELS[Entity.LITERAL]}"):
            return "what looks like a placeholder is put aside"
        never = next(filter(None, map(residue, forms)), None)
        return None if never is None else f"{never} is never sent"

    def choose(self, choices: Iterable[Choice]) -> None:
        """Puts these choices in the place of all. Raises `ChoiceRefused`: too many."""
        self._choices = Choices(choices)
        self._learned = tuple(name for name in self._learned if not self._choices.frees(name.name))
        self._generation += 1
        self._know()

    def meaning(self, placeholder: str) -> str:
        """What a placeholder is read back as. Raises `UnknownPlaceholder`."""
        return self._map.meaning(placeholder)

    async def mask(self, text: str, before: str = "", after: str = "") -> Masked:
        """`text` with its identifiers replaced. Calls are answered one after the other, in order.

        `before` and `after` are what was said around it: they are looked at, and not masked here.

        Raises:
            MaskingError: it could not be analysed (too long, too slow, pool closed): pass nothing on.
        """
        async with self._turn:
            roster = self._roster
            analysed = await self._analysis.analyse(Passage(text, before, after), roster)
            self._spent(analysed.cpu_seconds)
            found = self._choices.applied(text, analysed.findings, roster, len(self._given.names))
            findings = merged(text, _clear_of(text, found))
            spans = tuple(
                self._map.assign(finding, text[finding.start : finding.end], roster) for finding in findings
            )
            self._learn(text, findings)
        return Masked(mint(_replaced(text, spans)), spans, joins=_joins(text, found))

    def unmask(self, text: str) -> str:
        """An answer or a draft with its placeholders read back (a roster's person by full name).

        Raises:
            UnknownPlaceholder: a placeholder this session never gave out.
            MangledPlaceholder: a placeholder altered or doubled.
        """
        return self._map.read_back(text)

    def restore(self, masked: Masked) -> str:
        """The very text that was masked, letter by letter.

        Raises:
            UnknownPlaceholder: the map was cleared since.
        """
        pieces: list[str] = []
        text, taken, shift = masked.masked.text, 0, 0
        for span in masked.spans:
            begin = span.start + shift
            pieces += [text[taken:begin], self._map.surface(span)]
            taken = begin + len(span.placeholder)
            shift = taken - span.end
        return "".join([*pieces, text[taken:]])

    def clear(self) -> None:
        """Forgets the map, every choice and every learned name; the roster given at the start stays."""
        self._map.clear()
        self._learned = ()
        self.choose(())

    def _learn(self, text: str, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.entity is not Entity.PERSON or finding.person is not None or not finding.introduced:
                continue
            name = text[finding.start : finding.end]
            if name in self.learned:
                continue
            if len(self._learned) < LEARNED_MOST and len(name) <= MAX_NAME_CHARS and not finding.crosses:
                self._learned = (*self._learned, RosterName(name))
                self._know()

    def _know(self) -> None:
        """Sets who is known: those given, then those chosen, then those learned; a name counts once."""
        roster = self._given
        for name in (*self._choices.people, *self._learned):
            roster = roster.joined_by(name)
        self._roster = roster
        names = {name.name for name in roster.names}
        self._learned = tuple(name for name in self._learned if name.name in names)


def _joins(text: str, findings: Iterable[Finding]) -> bool:
    """Whether something found began in what was said before."""
    return any(
        finding.crosses and not any(mark.isalnum() for mark in text[: finding.start]) for finding in findings
    )


def _clear_of(text: str, found: Sequence[Finding]) -> list[Finding]:
    """The findings and the literals; a literal stands whole, findings that touch it are cut to their rest."""
    aside = list(literals(text))
    pieces = list(found)
    for literal in aside:
        pieces = [piece for one in pieces for piece in without(one, literal.start, literal.end)]
    return sorted([*pieces, *aside], key=lambda finding: finding.start)


def _replaced(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    taken = 0
    for span in spans:
        pieces += [text[taken : span.start], span.placeholder]
        taken = span.end
    return "".join([*pieces, text[taken:]])
