"""A signed note as a document: whom it is about, its facts, its parts in reading order, who signed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Final

from live_notes.drafting.note import Frame, Note, RiskItem, Section, risk_in_words
from live_notes.export import labels
from retention import Addition, AdditionKind, NoteRecord, NotSigned, SessionRecord, Signature

_BY_HAND: Final = frozenset({"clinician", "none"})
"""Drafters that are nobody's machine."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, and the paragraphs below it."""

    heading: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Appended:
    """What was added after the signature, with its own. `block` has it in words."""

    id: str
    kind: AdditionKind
    signature: Signature = field(repr=False)
    block: Block = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A signed note. `blocks` are its parts without its facts, signature and additions.

    `client`: whom it is about, one name or several people's; `reference` is the practice's own sign for them.
    `facts` are names and values for its head.
    """

    note: Note = field(repr=False)
    record: NoteRecord = field(repr=False)
    session: SessionRecord = field(repr=False)
    signature: Signature = field(repr=False)
    title: str
    client: str = field(repr=False)
    reference: str = field(repr=False)
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    signed: Block = field(repr=False)
    additions: tuple[Appended, ...] = ()


def document_of(record: NoteRecord, session: SessionRecord, zone: tzinfo, reference: str = "") -> Document:
    """A note and its session as a document whose times are those of `zone`.

    `reference`: the practice's own sign for the client.

    Raises:
        NotSigned: a draft is no record yet.
    """
    if record.signature is None:
        raise NotSigned("this note is not signed yet; only a signed note leaves as a record")
    note = Note.model_validate(record.content)
    assisted = "" if note.drafter in _BY_HAND or note.statement else labels.ASSISTED
    return Document(
        note=note,
        record=record,
        session=session,
        signature=record.signature,
        title=labels.title_of(note.format),
        client=session.client,
        reference=reference,
        facts=(
            *((("Reference", reference),) if reference else ()),
            *_facts(note.frame or Frame(), session, zone),
        ),
        blocks=tuple(_blocks(note)),
        signed=_block(labels.SIGNED, assisted, signed_by(record.signature, zone)),
        additions=tuple(_appended(one, zone) for one in record.additions),
    )


def signed_by(signature: Signature, zone: tzinfo) -> str:
    """Who signed and when, in words."""
    at = signature.at.astimezone(zone)
    return f"Signed by {signature.name}, {signature.credential}, {day(at)}, {clock(at, seconds=True)}"


def day(at: date) -> str:
    """`November 29, 2026`."""
    return f"{at:%B} {at.day}, {at.year}"


def clock(at: datetime, *, seconds: bool = False) -> str:
    """`2:05 PM EST`."""
    shown = f"{at.hour % 12 or 12}:{at:%M}" + (f":{at:%S}" if seconds else "")
    return f"{shown} {'AM' if at.hour < 12 else 'PM'} {at.tzname()}"


def _facts(frame: Frame, session: SessionRecord, zone: tzinfo) -> Iterable[tuple[str, str]]:
    started, ended = (at and at.astimezone(zone) for at in (frame.started_at, frame.ended_at))
    if started:
        yield "Date", day(started)
    elif frame.date:
        yield "Date", day(date.fromisoformat(frame.date))
    if started:
        yield "Start", clock(started)
    if ended:
        yield "Stop", clock(ended)
    if (minutes := frame.duration_minutes) is not None:
        yield "Duration", "1 minute" if minutes == 1 else f"{minutes} minutes"
    if frame.modality:
        yield "Setting", labels.MODALITIES.get(frame.modality, frame.modality)
    if people := frame.participants or tuple(one.name for one in session.participants if not one.revoked):
        yield "Participants", ", ".join(people)
    if frame.place_of_service is not None:
        yield "Place of service", labels.PLACES[frame.place_of_service]


def _blocks(note: Note) -> Iterable[Block]:
    found = [
        _block(labels.RISK, *map(_risk, note.risk)),
        *map(_section, note.sections),
        _block(labels.NOT_DISCUSSED, ", ".join(map(labels.topic, note.not_discussed))),
    ]
    return (block for block in found if block.lines)


def _section(section: Section) -> Block:
    prose = " ".join(one.text.strip() for one in section.sentences)
    return _block(section.title, section.fixed or "", section.statement or "", prose)


def _risk(item: RiskItem) -> str:
    quotes = " ".join(f"“{quote}”" for quote in item.quotes)
    told = risk_in_words(labels.RISK_STATES[item.status], past=item.past, whose=item.whose)
    return f"{labels.RISK_KINDS[item.kind]}: {told[:1].upper()}{told[1:]}{quotes and '. ' + quotes}"


def _appended(one: Addition, zone: tzinfo) -> Appended:
    block = _block(labels.ADDITIONS[one.kind], one.text, signed_by(one.signature, zone))
    return Appended(one.id, one.kind, one.signature, block, one.text)


def _block(heading: str, *paragraphs: str) -> Block:
    """A block of the paragraphs that hold anything; each line of a text is one of them."""
    lines = (line.strip() for text in paragraphs for line in text.splitlines())
    return Block(heading, tuple(line for line in lines if line))
