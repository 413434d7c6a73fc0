"""Where a session's words come from, and what its note may say of when and how it was held. Pure.

Kept among the session's sealed details. Times in a note come from the call itself; where there was none, only
what is known is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from live_notes import SessionFrame
from retention import SessionRecord

INDIVIDUAL, GROUP = "individual", "group"
"""Kinds of session: with one client, and with members of a group."""
_LIST, _AND = re.compile(r"\s*[,;]\s*(?:(?:and|y) )?"), re.compile(r"\s*(?:&|\+|/|\b(?:and|y)\b)\s*")
_BOTH = 2
SOURCE_DETAIL, SETTING_DETAIL, VOICES_DETAIL = "source", "setting", "voices"
HELD_DAY_DETAIL, HELD_MINUTES_DETAIL = "held_day", "held_minutes"
_HELD_DETAILS = frozenset({HELD_DAY_DETAIL, HELD_MINUTES_DETAIL})
RECORDED, TRUNCATED, FAILED = "recorded", "recording_truncated", "recording_failed"
"""Why a session that was a recording has ended: heard to its end, as far as it goes, or not at all."""


class Source(StrEnum):
    """How a session's words come in."""

    CALL = "call"
    IN_PERSON = "in_person"
    DICTATION = "dictation"
    RECORDING = "recording"
    SUMMARY = "summary"


class Setting(StrEnum):
    """How the session itself was held, where that does not follow from its source."""

    TELEHEALTH = "telehealth"
    IN_PERSON = "in_person"


_SPOKEN_OF = {Setting.TELEHEALTH: "telehealth", Setting.IN_PERSON: "in person"}
WITH_CLIENTS = frozenset({Source.CALL, Source.IN_PERSON, Source.RECORDING})
"""Sources in which the clients themselves are heard."""

TOLD = frozenset({Source.DICTATION, Source.SUMMARY})
"""Sources in which the clinician alone tells of a session that is over."""
WRITTEN = "written"
"""Why a session that was told in writing has ended."""


def details_of(source: Source, setting: Setting | None) -> dict[str, str]:
    """What a session's details hold of them; of a call nothing, as before there was a choice."""
    found = {} if source is Source.CALL else {SOURCE_DETAIL: source.value}
    return found if setting is None else found | {SETTING_DETAIL: setting.value}


def held_details(source: Source, held: datetime | None, minutes: int | None) -> dict[str, str]:
    """What a session's details hold of when it was held, where its clinician says so.

    `held`: in the clinician's own zone, for it is their day that the note has. `minutes`: of a session that
    is told of; a recording has its own length.
    """
    found = {}
    if held is not None and source in TOLD | {Source.RECORDING}:
        found[HELD_DAY_DETAIL] = held.date().isoformat()
    if minutes is not None and source in TOLD:
        found[HELD_MINUTES_DETAIL] = str(minutes)
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """When a session was held, as its clinician says: its time in their own zone, its length in minutes."""

    at: datetime | None
    minutes: int | None

    @property
    def until(self) -> datetime | None:
        """When it was over; its beginning where its length is not said."""
        return None if self.at is None else self.at + timedelta(minutes=self.minutes or 0)


def held_otherwise(record: SessionRecord, said: Held, *, dated: bool) -> SessionRecord:
    """The record of a session that is told of, or recorded, as held at another time.

    `dated`: the time was said anew; otherwise its day stays as it was said, in the clinician's zone.
    A recording keeps its length, and a dictation the time at which it was dictated.
    """
    source = source_of(record)
    details = {name: value for name, value in record.details.items() if name not in _HELD_DETAILS}
    details |= held_details(source, said.at, said.minutes)
    if not dated and HELD_DAY_DETAIL in record.details:
        details[HELD_DAY_DETAIL] = record.details[HELD_DAY_DETAIL]
    at = None if said.at is None else said.at.astimezone(UTC)
    changed = replace(record, scheduled_for=at, details=details)
    begun, over = record.started_at, record.ended_at
    if source is Source.DICTATION or at is None or begun is None or over is None:
        return changed
    return replace(changed, started_at=at, ended_at=at + (over - begun))


def source_of(record: SessionRecord) -> Source:
    """A session's source; one from before there was a choice is a call."""
    return Source(str(record.details.get(SOURCE_DETAIL, Source.CALL)))


def setting_of(record: SessionRecord) -> Setting | None:
    """How the session was held, as far as the clinician said."""
    said = record.details.get(SETTING_DETAIL)
    return None if said is None else Setting(str(said))


def times_known(record: SessionRecord) -> bool:
    """Whether a session's begin and end are when it was held, not when it was told of or uploaded."""
    source = source_of(record)
    if source is Source.RECORDING:
        return record.scheduled_for is not None
    return source not in TOLD


def voices_of(record: SessionRecord) -> int:
    """How many people share the microphone at the most."""
    return max(1, int(str(record.details.get(VOICES_DETAIL, 1))))


def held_between(record: SessionRecord, seconds: float, now: datetime) -> tuple[datetime, datetime]:
    """Begin and end of a recorded session of so many seconds: as the clinician says, else up to now."""
    length = timedelta(seconds=seconds)
    begun = record.scheduled_for or now - length
    return begun, begun + length


def held_minutes_of(record: SessionRecord) -> int | None:
    """How long a session was that is told of, as far as its clinician said."""
    said = record.details.get(HELD_MINUTES_DETAIL)
    return None if said is None else int(str(said))


def clients_of(record: SessionRecord) -> tuple[str, ...]:
    """Everybody whom a session is held with, a name each: a couple "Ana and Ben Ortiz" are two."""
    names = record.clients or (record.client,)
    if record.kind == INDIVIDUAL and len(names) == 1:
        return (record.client,)
    apart = names if len(names) > 1 else _listed(names[0])
    return tuple(dict.fromkeys(one for name in apart for one in _of_one_family(name)))


def _listed(name: str) -> tuple[str, ...]:
    """The names of a list in one text; "Smith, John" is none."""
    parts = [part.strip() for part in _LIST.split(name) if part.strip()]
    family_first = len(parts) == _BOTH and not any(" " in part for part in parts)
    return (name,) if family_first else tuple(parts)


def _of_one_family(name: str) -> tuple[str, ...]:
    """The people that an "and" joins; a given name alone goes with the family name of the last."""
    parts = [part.strip() for part in _AND.split(name) if part.strip()]
    family = parts[-1].split()[1:] if parts else []
    return tuple(
        part if " " in part or not family or at == len(parts) - 1 else f"{part} {family[-1]}"
        for at, part in enumerate(parts)
    )


def frame_of(record: SessionRecord) -> SessionFrame:
    """What the note says of the session's time, length, setting and people."""
    source, setting = source_of(record), setting_of(record)
    people = [person.name for person in record.participants if not person.revoked]
    if source not in WITH_CLIENTS:
        people += [name for name in record.clients if name not in people]
    said = None if setting is None else _SPOKEN_OF[setting]
    match source:
        case Source.CALL | Source.IN_PERSON:
            modality = "telehealth video" if source is Source.CALL else "in person"
            return SessionFrame(record.started_at, record.ended_at, modality, tuple(people))
        case Source.RECORDING if times_known(record):
            return SessionFrame(
                record.started_at, record.ended_at, said, tuple(people), day=_held_day(record)
            )
        case Source.RECORDING:
            return SessionFrame(modality=said, participants=tuple(people), minutes=_minutes(record))
        case _:
            return _told(record, said, tuple(people))


def _told(record: SessionRecord, said: str | None, people: tuple[str, ...]) -> SessionFrame:
    """A session that is told of: its day, its length, and with both its start and stop."""
    begun, minutes, day = record.scheduled_for, held_minutes_of(record), _held_day(record)
    if begun is None or minutes is None:
        return SessionFrame(modality=said, participants=people, day=day, minutes=minutes)
    return SessionFrame(begun, begun + timedelta(minutes=minutes), said, people, day=day)


def _held_day(record: SessionRecord) -> date | None:
    """The day a session was held on, in the clinician's zone where that is known."""
    said = record.details.get(HELD_DAY_DETAIL)
    if said is not None:
        return date.fromisoformat(str(said))
    return None if record.scheduled_for is None else record.scheduled_for.date()


def _minutes(record: SessionRecord) -> int | None:
    if record.started_at is None or record.ended_at is None:
        return None
    return round((record.ended_at - record.started_at).total_seconds() / 60)
