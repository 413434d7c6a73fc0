"""What the room's core asks its shell to do, and what the shell tells the core. Plain frozen values.

Moments (`at`) are seconds of a monotonic clock that the shell reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from signaling.lateness import Late
from wire import Role
from wire.browser import CandidateInit, ClientMessage, Decision, Purpose, ServerMessage

# ------------------------------------------------------------------ events: shell -> core


@dataclass(frozen=True, slots=True)
class Invited:
    """A participant may come: they were added, or got a new link."""

    participant: str
    name: str
    role: Role

    def __repr__(self) -> str:
        return f"<Invited {self.participant} {self.role}>"


@dataclass(frozen=True, slots=True)
class Connected:
    """A participant's socket said a valid hello."""

    participant: str
    connection: str
    at: float


@dataclass(frozen=True, slots=True)
class Disconnected:
    """A participant's socket closed."""

    participant: str
    connection: str
    at: float


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a participant's current socket."""

    participant: str
    connection: str
    message: ClientMessage
    at: float

    def __repr__(self) -> str:
        return f"<Said {self.participant} {self.message.type}>"


@dataclass(frozen=True, slots=True)
class Withdrew:
    """A participant took a consent back outside the sockets (REST), having read this wording."""

    participant: str
    purpose: Purpose
    wording: str
    at: float


@dataclass(frozen=True, slots=True)
class Revoked:
    """A participant's link was revoked."""

    participant: str
    at: float


@dataclass(frozen=True, slots=True)
class EndAsked:
    """The session shall end, asked outside the sockets (REST, shutdown)."""

    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class TranscriptGone:
    """The transcript was destroyed on request or by policy while the room is open."""

    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class TrackPlaced:
    """A media worker takes a track: the browser may open its leg."""

    track: str
    at: float


@dataclass(frozen=True, slots=True)
class TrackAnswered:
    """A media worker's SDP answer for a track."""

    track: str
    sdp: str
    at: float

    def __repr__(self) -> str:
        return f"<TrackAnswered {self.track} {len(self.sdp)} chars>"


@dataclass(frozen=True, slots=True)
class TrackConnected:
    """A media worker hears a track."""

    track: str
    at: float


@dataclass(frozen=True, slots=True)
class TrackLost:
    """A track is heard no more (worker lost, leg failed, refused, none free); `reason` is stable."""

    track: str
    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class WorkerAvailable:
    """A media worker can take tracks (again)."""

    at: float


@dataclass(frozen=True, slots=True)
class WorkerBehind:
    """The recogniser of these tracks is stalled (`behind`), or has caught up."""

    tracks: frozenset[str]
    behind: bool
    at: float


@dataclass(frozen=True, slots=True)
class WorkerLate:
    """The words of these tracks come late; None when they come in time again."""

    tracks: frozenset[str]
    late: Late | None
    at: float


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """An agreement could not be put on record, so that it does not count."""

    participant: str
    purpose: Purpose
    at: float


@dataclass(frozen=True, slots=True)
class Saving:
    """The store takes what is heard (again), or refuses it."""

    on: bool
    at: float


@dataclass(frozen=True, slots=True)
class Stopping:
    """The server is about to restart: nobody is heard until it is back."""

    at: float


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passes."""

    at: float


RoomEvent = (
    Invited
    | Connected
    | Disconnected
    | Said
    | Withdrew
    | Revoked
    | EndAsked
    | TranscriptGone
    | TrackPlaced
    | TrackAnswered
    | TrackConnected
    | TrackLost
    | WorkerAvailable
    | WorkerBehind
    | WorkerLate
    | Unrecorded
    | Saving
    | Stopping
    | Tick
)

# ------------------------------------------------------------------ commands: core -> shell


@dataclass(frozen=True, slots=True)
class Send:
    """A message for one participant's socket."""

    participant: str
    message: ServerMessage

    def __repr__(self) -> str:
        return f"<Send {self.participant} {self.message.type}>"


@dataclass(frozen=True, slots=True)
class Publish:
    """Everyone connected gets a new snapshot of the room."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Close a socket after sending it a last message."""

    participant: str
    connection: str
    last: ServerMessage


@dataclass(frozen=True, slots=True)
class BeginClock:
    """The call has begun: this moment is 0 on the session clock."""

    at: float


@dataclass(frozen=True, slots=True)
class OpenTrack:
    """A media worker shall hear this participant under this fresh track id."""

    participant: str
    track: str


@dataclass(frozen=True, slots=True)
class CloseTrack:
    """The media worker shall stop; `discard` also drops what is heard and not yet written."""

    participant: str
    track: str
    discard: bool = False


@dataclass(frozen=True, slots=True)
class OfferTrack:
    """A browser's SDP offer for the worker that has the track."""

    track: str
    sdp: str

    def __repr__(self) -> str:
        return f"<OfferTrack {self.track} {len(self.sdp)} chars>"


@dataclass(frozen=True, slots=True)
class TrackCandidateSent:
    """A browser's ICE candidate for the worker that has the track."""

    track: str
    candidate: CandidateInit


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """A decision to put on record, with the wording that was read."""

    participant: str
    purpose: Purpose
    decision: Decision
    wording: str


@dataclass(frozen=True, slots=True)
class RecordStep:
    """A step worth an audit entry: `admitted`, `denied`, `transcription_started`, `off_record` and so on."""

    actor: str
    action: str
    subject: str


@dataclass(frozen=True, slots=True)
class DestroyTranscript:
    """A participant withdrew: the transcript so far must go."""

    participant: str


@dataclass(frozen=True, slots=True)
class Finish:
    """The session is over."""

    reason: str


@dataclass(frozen=True, slots=True)
class Vacate:
    """Nobody is here and the call has not begun: the room closes, the session stays as it is."""


RoomCommand = (
    Send
    | Publish
    | Drop
    | BeginClock
    | OpenTrack
    | CloseTrack
    | OfferTrack
    | TrackCandidateSent
    | RecordConsent
    | RecordStep
    | DestroyTranscript
    | Finish
    | Vacate
)
