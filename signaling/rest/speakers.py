"""Who said what at a microphone that people share: looked at, swapped, given to somebody, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, model_validator

from retention import BadInput, NotFound, SessionId, TranscriptDestroyed, TranscriptState
from signaling.access import Scope
from signaling.cast import Person, moved, swapped, voice_given
from signaling.conversation import Conversation
from signaling.errors import NotReady
from signaling.findings import objection
from signaling.house import House
from signaling.recasting import speakers_changed
from signaling.rest.transcript import SEGMENT
from signaling.routes import PART, Body, Call, Reply, Route
from wire import Role, Segment
from wire.browser import Heard

Participant = Annotated[str, Field(pattern=f"^{PART}$")]


class Correction(Body):
    """One of: two people the other way round; all that a voice said; one line."""

    swap: tuple[Participant, Participant] | None = Field(default=None, description="two participants")
    voice: int | None = Field(default=None, ge=0, le=63)
    segment: str | None = Field(default=None, max_length=200, pattern=SEGMENT)
    participant: Participant | None = Field(default=None, description="whose the voice or the line is")

    @model_validator(mode="after")
    def _one_thing(self) -> Correction:
        named = [self.swap is not None, self.voice is not None, self.segment is not None]
        if sum(named) != 1:
            raise objection("needs one of `swap`, `voice` and `segment`")
        if (self.participant is None) is not (self.swap is not None):
            raise objection("needs `participant` with a voice or a segment, and only then")
        return self


class Corrected(Reply):
    """The lines that are told again; what became of the note."""

    segments: tuple[Segment, ...]
    note: Literal["none", "redrafted", "outdated", "signed"]


async def correct(call: Call) -> Corrected:
    """Corrects who said what.

    Raises:
        BadInput: somebody is not of the session. NotFound: no such line or voice.
        NotReady: nothing is told by voice here. TranscriptDestroyed.
    """
    house, session = call.house, SessionId(call.part("session"))
    record = await house.memory.sessions.get(house.practice, session)
    if await house.memory.transcripts.state(session) in {
        TranscriptState.DESTROYING,
        TranscriptState.DESTROYED,
    }:
        raise TranscriptDestroyed("the transcript of this session is destroyed")
    people = {str(one.id): Person(one.id, one.name, Role(one.role)) for one in record.participants}
    conversation = await house.conversations.open(session)
    finals = [one for one in conversation.scribe.transcript.finals() if one.certainty is not None]
    if not finals:
        raise NotReady("in this session it is known by track who spoke, or nobody has yet")
    told = _told(call.body(Correction), conversation, finals, people)
    taken = conversation.retell(told, call.someone.actor)
    await conversation.settle()
    _show(house, session, conversation, taken)
    return Corrected(segments=taken, note=await _note(house, session))


def _told(
    asked: Correction, conversation: Conversation, finals: Sequence[Segment], people: dict[str, Person]
) -> list[Segment]:
    named = [people.get(who) for who in asked.swap or (asked.participant or "",)]
    known = [one for one in named if one is not None]
    if len(known) < len(named) or len({one.id for one in known}) < len(named):
        raise BadInput("somebody named is not of this session, or named twice")
    cast = conversation.cast
    if asked.segment is not None:
        line = next((one for one in finals if one.id == asked.segment), None)
        if line is None:
            raise NotFound("there is no such line that voices tell of")
        cast.moved.add(line.id.partition("~")[0])
        return [moved(line, known[0])]
    cast.fixed = True
    if asked.swap is not None:
        turned = {known[0].id: known[1].id, known[1].id: known[0].id}
        cast.voices = {voice: turned.get(who, who) for voice, who in cast.voices.items()}
        return swapped(finals, known[0], known[1])
    told = voice_given(finals, asked.voice or 0, known[0])
    if not told:
        raise NotFound("no line was said by this voice")
    cast.voices[asked.voice or 0] = known[0].id
    return told


def _show(house: House, session: SessionId, conversation: Conversation, taken: Sequence[Segment]) -> None:
    """Screens show the lines under their new speakers."""
    room = house.hub.find(session)
    for segment in taken:
        shown = conversation.voices.shown(segment)
        if shown is None:
            continue
        if room is not None:
            room.show(Heard(segment=shown))
        else:
            house.feeds.publish(session, Heard(segment=shown))


async def _note(house: House, session: SessionId) -> Literal["none", "redrafted", "outdated", "signed"]:
    try:
        became = await speakers_changed(house.notebook, session)
    except (NotReady, TimeoutError):
        return "outdated"
    return Corrected.model_validate({"segments": (), "note": became}).note


ROUTES = (
    Route(
        "POST",
        "/v1/sessions/{session}/transcript/speakers",
        Scope.TRANSCRIPT_WRITE,
        correct,
        "Correct who said what at a shared microphone",
        Correction,
        Corrected,
        refuses=(BadInput, NotReady, TranscriptDestroyed),
    ),
)
