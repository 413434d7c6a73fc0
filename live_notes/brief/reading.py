"""Earlier notes from JSON: the notes' own form, as drafted, as kept or as the server shows it.

What is there is taken as it is; what is missing stays missing. Nothing of a note is repeated in an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from live_notes.brief.fields import (
    Fields,
    first,
    id_of,
    list_of,
    minutes_of,
    moment_of,
    object_of,
    text_of,
)
from live_notes.brief.notes import Added, EarlierNote, Mention, Part
from live_notes.brief.splitting import statements_in
from live_notes.drafting.note import risk_in_words
from retention.errors import BadInput

_UNSIGNED = frozenset(
    ("draft", "drafting", "unsigned", "insufficient", "none", "preliminary", "pending", "in-progress")
)
_SIGNATURES = ("signed_at", "signed", "signature")
_WRAPPED = ("note", "content")
_AT = ("signed_at", "at", "date")


@dataclass(frozen=True, repr=False)
class Given:
    """The signed notes of some JSON, and how many unsigned drafts it held beside them."""

    notes: tuple[EarlierNote, ...] = ()
    drafts: int = 0


def earlier_notes(value: object, name: str = "note") -> Given:
    """The notes of a JSON value: one note, a list of them, or an object with such a list as `notes`.

    A note without any sign of a signature counts as signed: whoever gives it says so. One that says it is
    a draft, or whose signature is there and empty, is a draft. A note without an id is called `name`, and
    the second and later ones of a list `name-2`, `name-3`.

    Raises:
        BadInput: not of that form; the detail says which note and what about it.
    """
    listed = value.get("notes") if isinstance(value, Mapping) and "notes" in value else value
    several = isinstance(listed, Sequence) and not isinstance(listed, str | bytes)
    entries = list_of(listed, "notes") if several else (listed,)
    found: list[EarlierNote] = []
    drafts = 0
    for number, entry in enumerate(entries, 1):
        fields = _unwrapped(object_of(entry, f"note {number}"))
        if _is_draft(fields):
            drafts += 1
        else:
            found.append(_note(fields, name if number == 1 else f"{name}-{number}", f"note {number}"))
    return Given(tuple(found), drafts)


def told_apart(notes: Sequence[EarlierNote]) -> list[EarlierNote]:
    """The notes, each once, and no two by the same id: a later one of the same id gets a number."""
    kept: list[EarlierNote] = []
    ids: set[str] = set()
    for note in dict.fromkeys(notes):
        name, number = note.id, 1
        while name in ids:
            number += 1
            name = f"{note.id}-{number}"
        ids.add(name)
        kept.append(note if name == note.id else replace(note, id=name))
    return kept


def _unwrapped(entry: Fields) -> Fields:
    """A note's fields, together with those of what it is wrapped in (the server's view of a note)."""
    for inside in _WRAPPED:
        inner = entry.get(inside)
        if isinstance(inner, Mapping):
            around = {key: value for key, value in entry.items() if key != inside}
            return {**around, **{key: value for key, value in inner.items() if value is not None}}
        if inside in entry and inner is None and "sections" not in entry:
            return {"status": "none", **entry, "sections": ()}
    return entry


def _is_draft(fields: Fields) -> bool:
    if any(fields.get(key) for key in _SIGNATURES):
        return False
    if any(key in fields for key in _SIGNATURES) or fields.get("draft") is True:
        return True
    status = fields.get("status")
    return isinstance(status, str) and status.strip().lower().replace("_", "-") in _UNSIGNED


def _note(fields: Fields, name: str, where: str) -> EarlierNote:
    if fields.get("sections") is None:
        raise BadInput(f'{where} has no "sections"')
    frame = None if fields.get("frame") is None else object_of(fields["frame"], f"{where}: frame")
    held = moment_of(
        first(fields, frame, ("date", "session_date", "started_at")), f"{where}: its session's date"
    )
    form = fields.get("format")
    return EarlierNote(
        id=id_of(fields, ("id", "note_id"), where) or name,
        session=id_of(fields, ("session", "session_id"), where),
        format=None if form is None else text_of(form, f"{where}: format"),
        parts=tuple(_parts(fields["sections"], where)),
        held=None if held is None else held.date(),
        minutes=_minutes(fields, frame, where),
        signed_at=_signed_at(fields, where),
        generated_at=moment_of(fields.get("generated_at"), f"{where}: generated_at"),
        risk=tuple(_risk(fields.get("risk"), where)),
        not_discussed=_texts(fields.get("not_discussed"), f"{where}: not_discussed"),
        additions=tuple(_additions(fields.get("additions"), where)),
    )


def _minutes(fields: Fields, frame: Fields | None, where: str) -> int | None:
    told = minutes_of(first(fields, frame, ("duration_minutes",)), f"{where}: duration_minutes")
    if told is not None:
        return told
    began = moment_of(first(fields, frame, ("started_at",)), f"{where}: started_at")
    ended = moment_of(first(fields, frame, ("ended_at",)), f"{where}: ended_at")
    if began is None or ended is None or (began.tzinfo is None) != (ended.tzinfo is None) or ended < began:
        return None
    return minutes_of((ended - began).total_seconds() / 60, f"{where}: ended_at")


def _signed_at(fields: Fields, where: str) -> datetime | None:
    """When it was signed, as far as its signature says so; a bare "signed": true does not."""
    for key in _SIGNATURES:
        given = fields.get(key)
        if isinstance(given, Mapping):
            given = first(given, None, _AT)
        if isinstance(given, str) and (key == "signed_at" or given[:1].isdecimal()):
            return moment_of(given, f"{where}: {key}")
    return None


def _parts(sections: object, where: str) -> Iterator[Part]:
    if isinstance(sections, Mapping):
        sections = [{"title": title, "sentences": said} for title, said in sections.items()]
    for number, given in enumerate(list_of(sections, f"{where}: sections"), 1):
        place = f"{where}: section {number}"
        section = object_of(given, place)
        title = section.get("title") or section.get("name") or ""
        said = first(section, None, ("sentences", "text", "content"))
        yield Part(text_of(title, f"{place}: title"), tuple(_statements(said, place)))


def _statements(said: object, where: str) -> Iterator[str]:
    """A section's sentences, whether they are a list or running text."""
    for given in (said,) if isinstance(said, str) else list_of(said, f"{where}: sentences"):
        text = given.get("text") if isinstance(given, Mapping) else given
        if not isinstance(text, str):
            raise BadInput(f"{where}: a sentence has no text")
        for line in text.splitlines():
            yield from statements_in(text_of(line, f"{where}: a sentence"))


def _risk(given: object, where: str) -> Iterator[Mention]:
    for number, one in enumerate(list_of(given, f"{where}: risk"), 1):
        place = f"{where}: risk {number}"
        item = object_of(one, place)
        kind, status = (text_of(item.get(key), f"{place}: {key}") for key in ("kind", "status"))
        whose = text_of(item.get("whose") or "", f"{place}: whose")
        told = risk_in_words(status.lower(), past=item.get("past") is True, whose=whose)
        yield Mention(kind.lower(), told, _texts(item.get("quotes"), f"{place}: quotes"), bool(whose))


def _texts(given: object, what: str) -> tuple[str, ...]:
    texts = [text_of(one, what) for one in list_of(given, what)]
    return tuple(text for text in texts if text)


def _additions(given: object, where: str) -> Iterator[Added]:
    for number, one in enumerate(list_of(given, f"{where}: additions"), 1):
        place = f"{where}: addition {number}"
        item = object_of(one, place)
        kind = text_of(item.get("kind") or "addendum", f"{place}: kind")
        at = _signed_at(item, place) or moment_of(first(item, None, _AT), f"{place}: its date")
        texts = tuple(_statements(item.get("text") or "", place))
        yield Added(kind.lower(), texts, None if at is None else at.date())
