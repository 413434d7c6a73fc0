"""How a session's people are heard and read: language and vocabulary of each track, fillers in its words.

Decided once a session, from its record: whoever reads its words, on a screen, over REST or in a note,
reads the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from live_notes import Fillers, may_hesitate, readable, vocabulary_of
from live_notes.fillers import LANGUAGE as HESITATIONS_KNOWN
from retention import BadInput, SessionRecord
from signaling.errors import NotReady
from signaling.workers import ANY_LANGUAGE, Registry
from wire import Segment

FILLERS_DETAIL = "fillers"
"""Under which name a session's record says whether its fillers are kept."""


@dataclass(slots=True)
class Voices:
    """One session's. `languages` by participant; `own`, `practice`: listed words; `names`: never logged."""

    language: str = "en"
    languages: dict[str, str] = field(default_factory=dict)
    fillers: Fillers = Fillers.KEPT
    names: tuple[str, ...] = field(default=(), repr=False)
    own: tuple[str, ...] = field(default=(), repr=False)
    practice: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(
        cls,
        record: SessionRecord,
        language: str = "en",
        own: Iterable[str] = (),
        practice: Iterable[str] = (),
    ) -> Voices:
        """A session's voices. `language`: of whoever has none of their own."""
        people = [person.name for person in record.participants if not person.revoked]
        return cls(
            language=primary(language),
            languages={person.id: person.language for person in record.participants if person.language},
            fillers=fillers_of(record),
            names=tuple(dict.fromkeys([*record.clients, *people])),
            own=tuple(own),
            practice=tuple(practice),
        )

    def language_of(self, participant: str) -> str:
        """What a participant speaks."""
        return self.languages.get(participant, self.language)

    def join(self, participant: str, name: str, language: str | None) -> None:
        """Somebody was added to the session."""
        if name not in self.names:
            self.names += (name,)
        if language is not None:
            self.languages[participant] = language

    def most_spoken(self) -> str:
        """The language of most participants."""
        spoken = list(self.languages.values()) or [self.language]
        return max(spoken, key=spoken.count)

    def vocabulary(self) -> tuple[str, ...]:
        """What the recogniser should know in this session; holds names."""
        return vocabulary_of(self.names, self.own, self.practice)

    def shown(self, segment: Segment) -> Segment | None:
        """The segment as it is read; None when there is nothing of it to read."""
        if self.fillers is Fillers.KEPT or self.languages.get(segment.track) != HESITATIONS_KNOWN:
            return segment
        return readable(segment)

    def shown_body(self, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """A kept segment's JSON as it is read, the very same if nothing changes; None as in `shown`."""
        if self.fillers is Fillers.KEPT or not may_hesitate(str(body.get("text", ""))):
            return body
        segment = self.shown(Segment.model_validate(body))
        return None if segment is None else segment.model_dump(mode="json")


def fillers_of(record: SessionRecord) -> Fillers:
    """Whether a session's fillers are shown; sessions from before there was a choice show them."""
    kept = record.details.get(FILLERS_DETAIL)
    return Fillers.REMOVED if kept == Fillers.REMOVED.value else Fillers.KEPT


def primary(language: str) -> str:
    """The language of a tag as recognisers name it: "en" of "en-US"."""
    return language.strip().lower().partition("-")[0]


def heard_language(language: str, registry: Registry) -> str:
    """The language as recognisers name it, if one that is connected hears it.

    Raises:
        BadInput: none does; the detail lists what they hear.
        NotReady: no recogniser is connected, so that nobody knows.
    """
    wanted, known = primary(language), registry.languages()
    if not known:
        raise NotReady(
            "no media worker is connected, so that nobody knows which languages are heard; try again"
        )
    if ANY_LANGUAGE in known or wanted in known:
        return wanted
    if known == {"en"}:
        raise BadInput(
            "the language is not heard here: the configured speech model knows English (en) only; "
            "a multilingual one is chosen with ATTUNE_MODEL, for example base"
        )
    raise BadInput(f"the language is not one the speech model knows; it knows {', '.join(sorted(known))}")
