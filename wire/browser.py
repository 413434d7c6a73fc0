"""Messages on a participant's WebSocket (`/v1/socket`), both ways.

A participant sends `hello` first; the server answers `welcome` and from then on
`room` after every change of the room (a whole snapshot: small, and never out of step).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from wire.base import FORGETFUL, MAX_CANDIDATE_CHARS, MAX_SDP_CHARS, IceServer, Message, parse
from wire.room import (
    ConsentWording as ConsentWording,
    Decision as Decision,
    ParticipantView as ParticipantView,
    Presence as Presence,
    Purpose as Purpose,
    RoomView as RoomView,
    TranscriptionStatus as TranscriptionStatus,
)
from wire.segments import Role, Segment

MAX_CHAT_CHARS = 2000


class CandidateInit(Message):
    """`RTCIceCandidateInit`; an empty `candidate` ends the candidates of a generation."""

    candidate: str = Field(max_length=MAX_CANDIDATE_CHARS)
    sdpMid: str | None = None  # noqa: N815 - W3C name
    sdpMLineIndex: int | None = None  # noqa: N815 - W3C name
    usernameFragment: str | None = None  # noqa: N815 - W3C name


# ---------------------------------------------------------------- browser -> server


class Hello(Message):
    """First message on the socket: the join token and the wire version spoken."""

    type: Literal["hello"] = "hello"
    version: int
    token: str = Field(max_length=4096)


class Knock(Message):
    """The client passed the device check and asks to be admitted."""

    type: Literal["knock"] = "knock"


class Admit(Message):
    """The clinician lets a waiting participant in."""

    type: Literal["admit"] = "admit"
    participant: str


class Deny(Message):
    """The clinician turns a waiting participant away."""

    type: Literal["deny"] = "deny"
    participant: str


class Consent(Message):
    """A participant's own decision, with the version of the wording they read."""

    type: Literal["consent"] = "consent"
    purpose: Purpose = Purpose.NOTES
    decision: Decision
    wording: str = Field(max_length=64)


class StartTranscription(Message):
    """The clinician asks for transcription; it runs once everyone present has agreed."""

    type: Literal["start_transcription"] = "start_transcription"


class PauseTranscription(Message):
    """The clinician pauses transcription; the call goes on."""

    type: Literal["pause_transcription"] = "pause_transcription"


class OffRecord(Message):
    """Anyone goes off the record (`on=True`) or back on; their audio leg is closed at once."""

    type: Literal["off_record"] = "off_record"
    on: bool


class Describe(Message):
    """SDP for another participant (peer-to-peer call)."""

    type: Literal["describe"] = "describe"
    to: str
    kind: Literal["offer", "answer", "rollback"]
    sdp: str = Field(max_length=MAX_SDP_CHARS)


class Candidate(Message):
    """An ICE candidate for another participant."""

    type: Literal["candidate"] = "candidate"
    to: str
    candidate: CandidateInit


class LegOffer(Message):
    """SDP offer of this browser's audio leg (sendonly audio) for its media worker."""

    type: Literal["leg_offer"] = "leg_offer"
    track: str
    sdp: str = Field(max_length=MAX_SDP_CHARS)


class LegCandidate(Message):
    """An ICE candidate of this browser's audio leg."""

    type: Literal["leg_candidate"] = "leg_candidate"
    track: str
    candidate: CandidateInit


class MediaState(Message):
    """What the participant's own browser sends to the others at present."""

    type: Literal["media_state"] = "media_state"
    microphone: bool
    camera: bool
    screen: bool = False


class Chat(Message):
    """Text to everyone present. Relayed, never kept."""

    type: Literal["chat"] = "chat"
    text: str = Field(min_length=1, max_length=MAX_CHAT_CHARS)


class Leave(Message):
    """The participant leaves; the call goes on for the others."""

    type: Literal["leave"] = "leave"


class End(Message):
    """The clinician ends the session for everyone."""

    type: Literal["end"] = "end"


class Ping(Message):
    """Heartbeat; `at` is echoed."""

    type: Literal["ping"] = "ping"
    at: float


ClientMessage = Annotated[
    Hello
    | Knock
    | Admit
    | Deny
    | Consent
    | StartTranscription
    | PauseTranscription
    | OffRecord
    | Describe
    | Candidate
    | LegOffer
    | LegCandidate
    | MediaState
    | Chat
    | Leave
    | End
    | Ping,
    Field(discriminator="type"),
]
CLIENT_MESSAGE: TypeAdapter[ClientMessage] = TypeAdapter(ClientMessage, config=FORGETFUL)


# ---------------------------------------------------------------- server -> browser


class Welcome(Message):
    """Answer to `hello`."""

    type: Literal["welcome"] = "welcome"
    version: int
    session: str
    participant: str
    role: Role
    name: str
    scopes: tuple[str, ...]
    ice_servers: tuple[IceServer, ...]
    wordings: tuple[ConsentWording, ...]
    heartbeat_seconds: float
    room: RoomView


class Room(Message):
    """A new snapshot of the room."""

    type: Literal["room"] = "room"
    room: RoomView


class Described(Message):
    """SDP from another participant."""

    type: Literal["described"] = "described"
    sender: str
    kind: Literal["offer", "answer", "rollback"]
    sdp: str


class CandidateFrom(Message):
    """An ICE candidate from another participant."""

    type: Literal["candidate_from"] = "candidate_from"
    sender: str
    candidate: CandidateInit


class LegOpen(Message):
    """The browser shall open its audio leg now: answer with `leg_offer` for this track id."""

    type: Literal["leg_open"] = "leg_open"
    track: str


class LegAnswer(Message):
    """The media worker's SDP answer."""

    type: Literal["leg_answer"] = "leg_answer"
    track: str
    sdp: str


class LegClose(Message):
    """The browser shall stop sending this track to the media worker at once."""

    type: Literal["leg_close"] = "leg_close"
    track: str
    reason: str


class Heard(Message):
    """A partial or final segment, to those whose scope allows reading it."""

    type: Literal["heard"] = "heard"
    segment: Segment


class Struck(Message):
    """These segments are gone from the transcript; remove them from the screen."""

    type: Literal["struck"] = "struck"
    segments: tuple[str, ...]


class TranscriptDestroyed(Message):
    """The whole transcript is destroyed; clear the screen."""

    type: Literal["transcript_destroyed"] = "transcript_destroyed"
    reason: str
    receipt: str


class NoteReady(Message):
    """A draft (or a plain statement why there is none) can be read under `sessions/{id}/note`."""

    type: Literal["note_ready"] = "note_ready"
    session: str
    note: str
    status: str


class RecordingHeard(Message):
    """How far an uploaded recording is heard, in seconds of its sound; sent to those who follow its session.

    `estimated`: `total` follows from the bytes that are left. `code`: why it came to nothing, when it did.
    """

    type: Literal["recording_heard"] = "recording_heard"
    state: Literal["hearing", "drafting", "done", "failed"]
    heard: float = 0.0
    total: float | None = None
    estimated: bool = False
    code: str | None = None
    detail: str | None = None


class ChatFrom(Message):
    """Chat text of another participant."""

    type: Literal["chat_from"] = "chat_from"
    sender: str
    name: str
    text: str


class Replaced(Message):
    """Another tab joined as the same participant; this connection closes."""

    type: Literal["replaced"] = "replaced"


class Ended(Message):
    """The session (or this participant's part in it) is over."""

    type: Literal["ended"] = "ended"
    reason: str


class Error(Message):
    """A refused message. The connection survives unless `fatal`."""

    type: Literal["error"] = "error"
    code: str
    detail: str
    fatal: bool = False


class Pong(Message):
    """Answer to `ping`, with the session clock in seconds when the call has begun."""

    type: Literal["pong"] = "pong"
    at: float
    elapsed: float | None = None


ServerMessage = Annotated[
    Welcome
    | Room
    | Described
    | CandidateFrom
    | LegOpen
    | LegAnswer
    | LegClose
    | Heard
    | Struck
    | TranscriptDestroyed
    | NoteReady
    | RecordingHeard
    | ChatFrom
    | Replaced
    | Ended
    | Error
    | Pong,
    Field(discriminator="type"),
]
SERVER_MESSAGE: TypeAdapter[ServerMessage] = TypeAdapter(ServerMessage, config=FORGETFUL)


def parse_client(text: str | bytes) -> ClientMessage:
    """Reads a message from a browser. Raises `WireError`."""
    return parse(CLIENT_MESSAGE, text)


def parse_server(text: str | bytes) -> ServerMessage:
    """Reads a message from the server (scripted participants use it). Raises `WireError`."""
    return parse(SERVER_MESSAGE, text)
