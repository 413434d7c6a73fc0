"""Messages on the control link that a media worker dials to signaling (`/v1/workers`).

The worker is authorised by a bearer token in the WebSocket request's header. It sends
`register` first. It never learns names: a track is an opaque id.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from wire.base import FORGETFUL, IceServer, Message, parse
from wire.browser import CandidateInit
from wire.recordings import (
    CloseRecording,
    OpenRecording,
    RecordingEnded,
    RecordingProgress,
)
from wire.segments import Word

MAX_VOICES = 6
"""Most people who may share one microphone: as many as a session seats."""

MAX_VOICE_PARTS = 1000
"""Most parts in one `voices_settled`: about 130 kB, half of what a message may be."""

# ---------------------------------------------------------------- worker -> server


class Register(Message):
    """First message of a worker."""

    type: Literal["register"] = "register"
    version: int
    worker: str
    model: str
    languages: tuple[str, ...]
    capacity: int = Field(ge=1, description="tracks this worker takes at once")
    speed: float | None = Field(
        default=None, gt=0, description="times real time at which it hears, measured at its start"
    )
    separates_voices: bool = Field(
        default=False, description="whether it tells people apart who share a microphone"
    )


class TrackProgress(Message):
    """How far one track has been heard and written down, in seconds on the session clock."""

    track: str
    heard: float
    finalised: float


class Heartbeat(Message):
    """Every second: proof of life, load, and how late the recogniser is."""

    type: Literal["heartbeat"] = "heartbeat"
    sent_at: float = Field(description="worker's monotonic seconds")
    tracks: tuple[TrackProgress, ...]
    backlog_seconds: float = Field(description="speech waiting to be decoded")
    oldest_wait: float = Field(description="seconds the oldest closed window has waited")
    elsewhere: int = Field(default=0, ge=0, description="tracks this worker hears for other nodes")


class TrackAnswer(Message):
    """SDP answer for a track's audio leg."""

    type: Literal["track_answer"] = "track_answer"
    track: str
    sdp: str


class TrackState(Message):
    """An audio leg connected, failed or closed."""

    type: Literal["track_state"] = "track_state"
    track: str
    state: Literal["connecting", "connected", "failed", "closed"]
    detail: str = ""


class TrackRefused(Message):
    """The worker can't take a track; `code` is stable."""

    type: Literal["track_refused"] = "track_refused"
    track: str
    code: Literal["unknown_track", "bad_sdp", "no_audio", "full", "draining"]
    detail: str


class Recognised(Message):
    """Words of one window. Times are seconds on the session clock; `id` is unique in the session."""

    type: Literal["recognised"] = "recognised"
    track: str
    id: str
    start: float
    end: float
    text: str
    final: bool
    words: tuple[Word, ...] = ()
    low_confidence: bool = False
    delay: float = Field(default=0.0, description="seconds from the window's end to this message")

    @property
    def is_lost(self) -> bool:
        """Whether this is all that is left of a window that could not be decoded."""
        return self.final and self.low_confidence and not self.text.strip()

    def __repr__(self) -> str:
        return f"<Recognised {self.id} final={self.final} {len(self.text)} chars>"

    __str__ = __repr__


class TrackFlushed(Message):
    """Everything heard on a closed track has been sent as finals."""

    type: Literal["track_flushed"] = "track_flushed"
    track: str


class VoicePart(Message):
    """Whose words some of a final are: words `first_word` to `last_word`, both counted in, from 0.

    `voice` counts from 0 in the order in which they first spoke, and means the same person in all of a track.
    """

    segment: str
    first_word: int = Field(ge=0)
    last_word: int = Field(ge=0)
    voice: int = Field(ge=0, lt=MAX_VOICES)
    certainty: float = Field(
        ge=0.0, le=1.0, description="0: could be anybody's (also two at once), 1: sounds like nobody else"
    )

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.last_word < self.first_word:
            raise ValueError("a part ends before it begins")
        return self


class VoicesSettled(Message):
    """Who said what on a track that was opened for several voices.

    The parts of a segment it names cover all its words, in order, and replace what was said of that segment
    before. While the track runs it names the segments that are new or were told otherwise (`settled` false).
    After the last final, and before `track_flushed`, it names every segment of the track: in messages of at
    most `MAX_VOICE_PARTS`, the last of them `settled`. One that is `settled` and empty at the very begin says
    that this worker can't tell voices apart. No voice print is in it, and none leaves the worker.
    """

    type: Literal["voices_settled"] = "voices_settled"
    track: str
    parts: tuple[VoicePart, ...] = Field(max_length=MAX_VOICE_PARTS)
    settled: bool


class EnergyUsed(Message):
    """CPU seconds spent since the last report, by stage, for one session.

    With joules where the worker's machine has a readable energy counter: its share of them at the least and
    in the middle, without PUE.
    """

    type: Literal["energy_used"] = "energy_used"
    session: str
    stage: Literal["media", "recognition"]
    cpu_seconds: float
    joules_low: float | None = Field(default=None, ge=0)
    joules_mid: float | None = Field(default=None, ge=0)


WorkerMessage = Annotated[
    Register
    | Heartbeat
    | TrackAnswer
    | TrackState
    | TrackRefused
    | Recognised
    | TrackFlushed
    | EnergyUsed
    | VoicesSettled
    | RecordingProgress
    | RecordingEnded,
    Field(discriminator="type"),
]
WORKER_MESSAGE: TypeAdapter[WorkerMessage] = TypeAdapter(WorkerMessage, config=FORGETFUL)

# ---------------------------------------------------------------- server -> worker


class Registered(Message):
    """Answer to `register`."""

    type: Literal["registered"] = "registered"
    version: int
    heartbeat_seconds: float


class Node(Message):
    """A signaling node and where workers dial it."""

    id: str
    url: str


class Nodes(Message):
    """All signaling nodes there are, the sender among them: a worker keeps one link to each."""

    type: Literal["nodes"] = "nodes"
    own: str = Field(description="id of the node that says this")
    nodes: tuple[Node, ...]


class OpenTrack(Message):
    """Expect a track: consent is given. `session_time` is the session clock when this was sent.

    `voices`: the most people who share this microphone; 1 separates nothing. A worker that can't tell
    voices apart (`Register.separates_voices`) hears them as one, and says so with an empty `voices_settled`.
    """

    type: Literal["open_track"] = "open_track"
    session: str
    track: str
    session_time: float
    language: str = "en"
    vocabulary: tuple[str, ...] = Field(default=(), max_length=200)
    ice_servers: tuple[IceServer, ...] = ()
    voices: int = Field(default=1, ge=1, le=MAX_VOICES)


class TrackOffer(Message):
    """The browser's SDP offer for a track opened before."""

    type: Literal["track_offer"] = "track_offer"
    track: str
    sdp: str


class TrackCandidate(Message):
    """An ICE candidate of the browser."""

    type: Literal["track_candidate"] = "track_candidate"
    track: str
    candidate: CandidateInit


class CloseTrack(Message):
    """Stop hearing a track. `discard` also drops what was heard and not yet written down."""

    type: Literal["close_track"] = "close_track"
    track: str
    discard: bool = False


class HeartbeatAck(Message):
    """Echo of a heartbeat's `sent_at`."""

    type: Literal["heartbeat_ack"] = "heartbeat_ack"
    sent_at: float


class Drain(Message):
    """Take no new track; finish and leave."""

    type: Literal["drain"] = "drain"


class ControlError(Message):
    """A refused message; the link survives unless `fatal`."""

    type: Literal["control_error"] = "control_error"
    code: str
    detail: str
    fatal: bool = False


ControlMessage = Annotated[
    Registered
    | Nodes
    | OpenTrack
    | TrackOffer
    | TrackCandidate
    | CloseTrack
    | OpenRecording
    | CloseRecording
    | HeartbeatAck
    | Drain
    | ControlError,
    Field(discriminator="type"),
]
CONTROL_MESSAGE: TypeAdapter[ControlMessage] = TypeAdapter(ControlMessage, config=FORGETFUL)


def parse_worker(text: str | bytes) -> WorkerMessage:
    """Reads a message from a media worker. Raises `WireError`."""
    return parse(WORKER_MESSAGE, text)


def parse_control(text: str | bytes) -> ControlMessage:
    """Reads a message from signaling. Raises `WireError`."""
    return parse(CONTROL_MESSAGE, text)
