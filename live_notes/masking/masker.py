"""One session's masking: analysis, placeholders, and the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Protocol

from live_notes.masking.kinds import Entity
from live_notes.masking.placeholders import PlaceholderMap, literals, merged
from live_notes.masking.roster import MAX_NAME_CHARS, Roster, RosterName
from live_notes.masking.text import Finding, Masked, Span, mint

LEARNED_MOST = 40
"""Names a session remembers from introductions, beyond its roster."""


class Analysis(Protocol):
    """Where findings come from: an `AnalysisPool` in production."""

    async def analyse(self, text: str, roster: Roster) -> Sequence[Finding]:
        """Findings in `text`, in order, none overlapping."""
        ...


class SessionMasker:
    """Masks the texts of one session, in order, with one map of placeholders.

    Names that somebody introduces ("my sister Sarah") are remembered and masked from then
    on like those of the roster. Holds no text, but the map holds every masked surface:
    `clear` it when the session's transcript is destroyed.
    """

    def __init__(self, analysis: Analysis, roster: Roster = Roster()) -> None:  # noqa: B008  (frozen and empty)
        self._analysis = analysis
        self._given = roster
        self._roster = roster
        self._map = PlaceholderMap()
        self._turn = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<SessionMasker {self._roster!r} {self._map!r}>"

    @property
    def roster(self) -> Roster:
        """The known names, those remembered from introductions included."""
        return self._roster

    @property
    def learned(self) -> tuple[str, ...]:
        """Names remembered from introductions, in order of their first hearing."""
        return tuple(known.name for known in self._roster.names[len(self._given.names) :])

    async def mask(self, text: str) -> Masked:
        """`text` with its identifiers replaced. Calls are answered one after the other, in order.

        Raises:
            MaskingError: it could not be analysed (too long, too slow, pool closed): pass nothing on.
        """
        async with self._turn:
            roster = self._roster
            found = await self._analysis.analyse(text, roster)
            findings = merged(text, _clear_of(text, found))
            spans = tuple(
                self._map.assign(finding, text[finding.start : finding.end], roster) for finding in findings
            )
            self._learn(text, findings)
        return Masked(mint(_replaced(text, spans)), spans)

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
        """Forgets the map and every learned name; the roster given at the start stays."""
        self._map.clear()
        self._roster = self._given

    def _learn(self, text: str, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.entity is not Entity.PERSON or finding.person is not None or not finding.introduced:
                continue
            name = text[finding.start : finding.end]
            room = len(self._roster.names) < len(self._given.names) + LEARNED_MOST
            if room and len(name) <= MAX_NAME_CHARS:
                self._roster = self._roster.joined_by(RosterName(name))


def _clear_of(text: str, found: Sequence[Finding]) -> list[Finding]:
    """The findings and the literals; a literal stands whole, findings that touch it are cut to their rest."""
    aside = list(literals(text))
    pieces = list(found)
    for literal in aside:
        pieces = [piece for finding in pieces for piece in _rest(finding, literal)]
    return sorted([*pieces, *aside], key=lambda finding: finding.start)


def _rest(finding: Finding, literal: Finding) -> list[Finding]:
    if finding.end <= literal.start or literal.end <= finding.start:
        return [finding]
    parts = ((finding.start, literal.start), (literal.end, finding.end))
    return [
        Finding(start, end, finding.entity, finding.score, finding.person)
        for start, end in parts
        if start < end
    ]


def _replaced(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    taken = 0
    for span in spans:
        pieces += [text[taken : span.start], span.placeholder]
        taken = span.end
    return "".join([*pieces, text[taken:]])
