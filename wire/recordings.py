"""Messages about uploaded recordings, between signaling and the media worker that hears one.

Signaling names a recording to a worker (`open_recording`); the worker dials, beside its control link,
`/v1/workers/recordings/{recording}` and receives the file's bytes there as binary messages, with
`recording_complete` at their end. Nobody keeps those bytes: they are passed on as they come, no faster than
they are heard.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from wire.base import Message

MOST_SPEAKERS = 8
"""Channels of a recording that can be told apart as speakers."""


class RecordingEnd(StrEnum):
    """How the hearing of a recording ended; everything but `done` and `truncated` leaves no words."""

    DONE = "done"
    TRUNCATED = "truncated"
    EMPTY = "empty"
    NOT_A_RECORDING = "not_a_recording"
    UNSUPPORTED = "unsupported"
    NO_AUDIO = "no_audio"
    WRONG_CHANNELS = "wrong_channels"
    TOO_LONG = "too_long"
    INDEX_AT_THE_END = "index_at_the_end"
    INTERRUPTED = "interrupted"
    BUSY = "busy"
    FAILED = "failed"


class OpenRecording(Message):
    """Fetch this recording and hear it: as one track, or a track a channel in their order."""

    type: Literal["open_recording"] = "open_recording"
    session: str
    recording: str
    node: str | None = Field(default=None, description="address of the control links of the node that has it")
    tracks: tuple[str, ...] = Field(min_length=1, max_length=MOST_SPEAKERS)
    language: str = "en"
    vocabulary: tuple[str, ...] = Field(default=(), max_length=200)
    voices: int = Field(
        default=1, ge=1, le=6, description="people on its one track at the most, to be told apart by voice"
    )
    size: int | None = Field(default=None, ge=0, description="bytes of the file, where the sender says so")


class CloseRecording(Message):
    """Stop hearing a recording and forget what was heard and not yet written down."""

    type: Literal["close_recording"] = "close_recording"
    recording: str


class RecordingProgress(Message):
    """How far a recording is heard: seconds of sound whose words have been sent, of so many in all."""

    type: Literal["recording_progress"] = "recording_progress"
    recording: str
    heard: float
    total: float | None = None
    estimated: bool = Field(default=False, description="`total` follows from the bytes that are left")


class RecordingEnded(Message):
    """All words that there will be have been sent. `detail` is a sentence for people."""

    type: Literal["recording_ended"] = "recording_ended"
    recording: str
    end: RecordingEnd
    heard: float = Field(default=0.0, description="seconds of sound")
    detail: str = ""


class RecordingComplete(Message):
    """Last message of the connection that brings a recording's bytes: these were all."""

    type: Literal["recording_complete"] = "recording_complete"
    size: int
