"""What an AI processor is shown of a session: each line masked, what placeholders stand for, the choices.

For the clinician alone. A choice changes this session's masking and nothing else: it is kept sealed with the
transcript and goes with it. Lines are masked behind their words, so that a line may wait here for a moment.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from live_notes import (
    ChoiceRefused,
    LineAsSent,
    MaskingError,
    MaskingUnavailable,
    Scribe,
    UnknownPlaceholder,
)
from live_notes.masking import PLACEHOLDER, Entity
from retention import BadInput, NotFound, SessionId, StaleVersion, TranscriptDestroyed
from signaling.access import Scope
from signaling.conversation import Conversation
from signaling.findings import objection
from signaling.forgetting import GONE
from signaling.house import House
from signaling.rest.shapes import Named
from signaling.rest.transcript import SEGMENT
from signaling.routes import Body, Call, Reply, Route

MOST_WORDS = 120
"""Characters that can be masked by one choice."""

Change = Callable[[Scribe], Awaitable[None]]


class MaskedSpan(Reply):
    """Where a placeholder stands in `masked`: offsets in characters (Unicode code points)."""

    start: int
    end: int
    placeholder: str


class MaskedLine(Reply):
    """A final as a processor would be shown it.

    `state`: `masked`; `waiting` for its turn; or `failed`, and then it is not sent. `masked` is None in both.
    """

    id: str
    start: float
    speaker: str
    role: str
    state: Literal["masked", "waiting", "failed"]
    masked: str | None
    spans: tuple[MaskedSpan, ...]


class MaskingChoice(Reply):
    """Words that are masked (`hidden`) or left as they are because the clinician chose so."""

    text: str
    kind: str
    hidden: bool


class MaskedTranscript(Reply):
    """The session as a processor would be shown it now.

    `meanings`: what each placeholder of the lines stands for; `stay`: those that no choice frees, such as the
    names that the session knows. `unsent`: lines without a masked text.
    `edition` names this numbering of placeholders and choices; it is another one after each change.
    """

    lines: tuple[MaskedLine, ...]
    meanings: Mapping[str, str]
    stay: tuple[str, ...]
    choices: tuple[MaskingChoice, ...]
    unsent: int
    edition: str


class HideWords(Body):
    """Words of one line, as they were said, that are to be masked in all lines.

    `kind`: what they are; without it an id if they hold a digit or are a number, else a name. Of a
    `PERSON` each word of the name is masked wherever it is said, of the others the words together.
    """

    segment: Annotated[str, Field(max_length=200, pattern=SEGMENT)]
    text: Named = Field(min_length=1, max_length=MOST_WORDS)
    kind: Literal["PERSON", "ORGANIZATION", "LOCATION", "OTHER_ID"] | None = None


class ChooseMasking(Body):
    """One change: `hide` words, `free` what a placeholder stands for, or `undo` a choice by its place.

    `seen`: the `edition` that was looked at; in another one the change is refused.
    """

    hide: HideWords | None = None
    free: str | None = Field(default=None, max_length=40, pattern=r"^\[[A-Z]+(_[1-9][0-9]{0,5})?\]$")
    undo: int | None = Field(default=None, ge=0, le=10_000)
    seen: str | None = Field(default=None, max_length=40)

    @model_validator(mode="after")
    def _one_change(self) -> ChooseMasking:
        if sum(change is not None for change in (self.hide, self.free, self.undo)) != 1:
            raise objection("needs exactly one of hide, free and undo")
        return self


async def masked(call: Call) -> MaskedTranscript:
    """The session as a processor would be shown it. Raises `TranscriptDestroyed`."""
    return view_of(await _conversation(call.house, SessionId(call.part("session"))))


async def choose(call: Call) -> MaskedTranscript:
    """Changes what is masked by choice, and gives the session as it is masked then."""
    asked = call.body(ChooseMasking)
    conversation = await _conversation(call.house, SessionId(call.part("session")))
    if asked.seen is not None and asked.seen != conversation.edition:
        raise StaleVersion("the masked transcript has changed since it was read; read it again, then choose")
    try:
        await conversation.choose(_change(asked, conversation), call.someone.actor)
    except ChoiceRefused:
        raise
    except MaskingError:
        raise MaskingUnavailable("the words could not be masked at the moment; try again") from None
    return view_of(conversation)


def view_of(conversation: Conversation) -> MaskedTranscript:
    """A conversation as a processor would be shown it."""
    scribe = conversation.scribe
    lines = tuple(_line(line) for line in scribe.lines_as_sent())
    used = {span.placeholder for line in lines for span in line.spans}
    meanings = {placeholder: scribe.meaning(placeholder) for placeholder in sorted(used)}
    return MaskedTranscript(
        lines=lines,
        meanings={placeholder: text for placeholder, text in meanings.items() if text is not None},
        stay=tuple(placeholder for placeholder in meanings if scribe.stays(placeholder)),
        choices=tuple(
            MaskingChoice(text=choice.surface, kind=choice.entity.value, hidden=choice.hidden)
            for choice in scribe.choices
        ),
        unsent=sum(line.masked is None for line in lines),
        edition=conversation.edition,
    )


def _line(line: LineAsSent) -> MaskedLine:
    segment, text = line.segment, None if line.masked is None else line.masked.text
    return MaskedLine(
        id=segment.id,
        start=segment.start,
        speaker=segment.speaker,
        role=segment.role.value,
        state="masked" if text is not None else "failed" if line.failed else "waiting",
        masked=text,
        # What was only said in the form of a placeholder is put aside as a literal: each one here is ours.
        spans=tuple(
            MaskedSpan(start=found.start(), end=found.end(), placeholder=found.group())
            for found in PLACEHOLDER.finditer(text or "")
        ),
    )


async def _conversation(house: House, session: SessionId) -> Conversation:
    """The session's words in memory. Raises `NotFound`, `TranscriptDestroyed`."""
    await house.memory.sessions.get(house.practice, session)
    if await house.memory.transcripts.state(session) in GONE:
        raise TranscriptDestroyed("the transcript of this session is destroyed")
    return await house.conversations.open(session)


def _change(asked: ChooseMasking, conversation: Conversation) -> Change:
    """What is asked for, as a change of the scribe's choices. Raises `NotFound`, `BadInput`."""
    if asked.hide is not None:
        return _hide(_said(conversation, asked.hide), asked.hide.kind)
    if asked.free is not None:
        return _free(asked.free)
    return _undo(asked.undo or 0)


def _said(conversation: Conversation, asked: HideWords) -> str:
    """The words, if they stand in the line: what nobody said is masked by no choice."""
    line = next((final for final in conversation.scribe.finals() if final.id == asked.segment), None)
    if line is None:
        raise NotFound("there is no such line in this session")
    if asked.text.casefold() not in " ".join(line.text.casefold().split()):
        raise BadInput("text: these words do not stand in the line; choose words of one line")
    return asked.text


def _hide(words: str, kind: str | None) -> Change:
    async def change(scribe: Scribe) -> None:
        await scribe.hide(words, None if kind is None else Entity(kind))

    return change


def _free(placeholder: str) -> Change:
    async def change(scribe: Scribe) -> None:
        scribe.free(placeholder)

    return change


def _undo(place: int) -> Change:
    async def change(scribe: Scribe) -> None:
        choices = scribe.choices
        if place >= len(choices):
            raise NotFound("there is no such choice in this session")
        scribe.choose((*choices[:place], *choices[place + 1 :]))

    return change


ROUTES = (
    Route(
        "GET",
        "/v1/sessions/{session}/masked",
        Scope.TRANSCRIPT_READ,
        masked,
        "The session as an AI processor would be shown it",
        reply=MaskedTranscript,
        refuses=(TranscriptDestroyed,),
        access="transcript.masked_read",
    ),
    Route(
        "POST",
        "/v1/sessions/{session}/masked/choices",
        Scope.TRANSCRIPT_WRITE,
        choose,
        "Mask words, leave something unmasked, or undo a choice",
        ChooseMasking,
        MaskedTranscript,
        refuses=(
            BadInput,
            ChoiceRefused,
            MaskingUnavailable,
            StaleVersion,
            TranscriptDestroyed,
            UnknownPlaceholder,
        ),
    ),
)
