"""A session's placeholders and what they stand for: consistent, reversible, forgotten on `clear`.

What looks like a placeholder but was typed or said is put aside as `[LITERAL_1]`, so
that every placeholder in a masked text is one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from live_notes.errors import MangledPlaceholder, UnknownPlaceholder
from live_notes.masking.kinds import LABELS, Entity
from live_notes.masking.roster import Roster, RosterRole
from live_notes.masking.spoken.words import fold
from live_notes.masking.text import Finding, Span

_ROLE_LABELS = {RosterRole.CLIENT: "CLIENT", RosterRole.CLINICIAN: "CLINICIAN"}
_WORDS = "|".join(sorted({*LABELS.values(), *_ROLE_LABELS.values()}, key=len, reverse=True))

PLACEHOLDER = re.compile(rf"\[(?:{_WORDS})(?:_[1-9][0-9]{{0,5}})?\]")
"""A well-formed placeholder."""

_SUSPECT = re.compile(
    rf"\[\s*(?:{_WORDS})[\s_-]*[0-9]*\s*\]?|(?:{_WORDS})_[0-9]+\s*\]?|(?:{_WORDS})[\s_-]*[0-9]*\s*\]",
    re.IGNORECASE,
)
"""What is, or once was, a placeholder: bracket lost, number apart, another case. No look-around, so that a
piece of a text never holds a match that the whole text did not show."""

_GAP = "\x00"


def literals(text: str) -> Iterator[Finding]:
    """Where `text` looks like a placeholder before anything was masked."""
    for match in _SUSPECT.finditer(text):
        yield Finding(match.start(), match.end(), Entity.LITERAL, 1.0)


@dataclass(slots=True)
class _Known:
    """One placeholder: what it is read back as, and every form it was seen in."""

    canonical: str = field(repr=False)
    forms: list[str] = field(default_factory=list, repr=False)

    def form(self, surface: str) -> int:
        if surface not in self.forms:
            self.forms.append(surface)
        return self.forms.index(surface)


class PlaceholderMap:
    """Which placeholder stands for what. It never leaves the process and prints as a count."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._by_surface: dict[tuple[str, str], str] = {}
        self._by_person: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._known)

    def __repr__(self) -> str:
        return f"<PlaceholderMap {len(self._known)} placeholders>"

    def assign(self, finding: Finding, surface: str, roster: Roster) -> Span:
        """The span for something found: an earlier placeholder if it was met before, else a new one."""
        placeholder = self._placeholder(finding, surface, roster)
        form = self._known[placeholder].form(surface)
        return Span(finding.start, finding.end, finding.entity, placeholder, form)

    def surface(self, span: Span) -> str:
        """The very text that `span` replaced.

        Raises:
            UnknownPlaceholder: the map does not know it (any more).
        """
        known = self._of(span.placeholder)
        if not 0 <= span.form < len(known.forms):
            raise UnknownPlaceholder("the session's map does not hold this form")
        return known.forms[span.form]

    def meaning(self, placeholder: str) -> str:
        """What a placeholder is read back as. Raises `UnknownPlaceholder`."""
        return self._of(placeholder).canonical

    def forms(self, placeholder: str) -> tuple[str, ...]:
        """Every form in which what it stands for was seen. Raises `UnknownPlaceholder`."""
        return tuple(self._of(placeholder).forms)

    def of_person(self, name: str) -> str | None:
        """The placeholder that stands for somebody of the roster, None while there is none."""
        return self._by_person.get(fold(name))

    def _of(self, placeholder: str) -> _Known:
        known = self._known.get(placeholder)
        if known is None:
            raise UnknownPlaceholder("the session's map does not hold this placeholder")
        return known

    def read_back(self, text: str) -> str:
        """`text` with each placeholder read back: a roster's name in full, anything else as first met.

        Raises:
            UnknownPlaceholder: a well-formed placeholder that was never given out.
            MangledPlaceholder: something that was a placeholder once, or one doubled on the spot.
        """
        self._check(text)
        return PLACEHOLDER.sub(lambda match: self._known[match.group()].canonical, text)

    def clear(self) -> None:
        """Forgets everything, also the numbering."""
        for mapping in (self._known, self._by_surface, self._by_person, self._counts):
            mapping.clear()

    def _check(self, text: str) -> None:
        before: re.Match[str] | None = None
        for match in PLACEHOLDER.finditer(text):
            if match.group() not in self._known:
                raise UnknownPlaceholder("the answer uses a placeholder that this session never gave out")
            if before and before.group() == match.group() and not text[before.end() : match.start()].strip():
                raise MangledPlaceholder("the answer repeats a placeholder on the spot")
            before = match
        if _SUSPECT.search(PLACEHOLDER.sub(_GAP, text)):
            raise MangledPlaceholder("the answer changed a placeholder")

    def _placeholder(self, finding: Finding, surface: str, roster: Roster) -> str:
        if finding.entity is Entity.PERSON and finding.person is not None:
            return self._of_person(finding.person, roster)
        label = LABELS[finding.entity]
        key = (label, surface if finding.entity is Entity.LITERAL else _same(surface))
        if key not in self._by_surface:
            self._by_surface[key] = self._new(label, surface)
        return self._by_surface[key]

    def _of_person(self, person: int, roster: Roster) -> str:
        name = roster.names[person]
        key = fold(name.name)
        if key not in self._by_person:
            label = _ROLE_LABELS.get(name.role, LABELS[Entity.PERSON])
            known = self._by_surface.get((LABELS[Entity.PERSON], _same(name.name)))
            self._by_person[key] = known or self._new(label, name.name)
        return self._by_person[key]

    def _new(self, label: str, canonical: str) -> str:
        number = self._counts[label] = self._counts.get(label, 0) + 1
        bare = label in _ROLE_LABELS.values() and number == 1
        placeholder = f"[{label}]" if bare else f"[{label}_{number}]"
        self._known[placeholder] = _Known(canonical)
        return placeholder


def _same(surface: str) -> str:
    """What two forms of one thing share: no case, no accents, single spaces."""
    return " ".join(fold(surface).split())


def merged(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """Findings with neighbours of one entity and person made one: "Anna Anna" is one name."""
    result: list[Finding] = []
    for finding in findings:
        last = result[-1] if result else None
        if last and _adjoin(text, last, finding):
            introduced, crosses = last.introduced or finding.introduced, last.crosses or finding.crosses
            result[-1] = replace(last, end=finding.end, introduced=introduced, crosses=crosses)
        else:
            result.append(finding)
    return result


def _adjoin(text: str, before: Finding, after: Finding) -> bool:
    alike = before.entity is after.entity and before.person == after.person
    return alike and not text[before.end : after.start].strip()
