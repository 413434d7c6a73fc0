"""The two WebSockets as the description of the interface tells them."""

from __future__ import annotations

from pydantic import RootModel

from retention import NotFound
from signaling.errors import LoginRequired
from signaling.openapi import Upgrade
from wire.browser import ClientMessage, ServerMessage
from wire.control import ControlMessage, WorkerMessage
from wire.recordings import RecordingComplete


class BrowserSays(RootModel[ClientMessage]):
    """A message of a participant's browser. The first is `hello`, with the join token."""


class BrowserHears(RootModel[ServerMessage]):
    """A message to a participant's browser."""


class WorkerSays(RootModel[WorkerMessage]):
    """A message of a media worker. The first is `register`."""


class WorkerHears(RootModel[ControlMessage]):
    """A message to a media worker."""


class NothingSaid(RootModel[None]):
    """Whoever fetches a recording says nothing."""


class RecordingBrings(RootModel[RecordingComplete]):
    """The only message of text: after it no more bytes come."""


UPGRADES = (
    Upgrade("/v1/socket", "A participant's place in a call", BrowserSays, BrowserHears),
    Upgrade(
        "/v1/workers",
        "A media worker's control link",
        WorkerSays,
        WorkerHears,
        refuses=(LoginRequired,),
        bearer=True,
    ),
    Upgrade(
        "/v1/workers/recordings/{recording}",
        "Where a media worker fetches an uploaded recording: its bytes come as binary messages",
        NothingSaid,
        RecordingBrings,
        refuses=(LoginRequired, NotFound),
        bearer=True,
    ),
)
