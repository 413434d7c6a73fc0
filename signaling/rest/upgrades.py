"""The two WebSockets as the description of the interface tells them."""

from __future__ import annotations

from pydantic import RootModel

from signaling.errors import LoginRequired
from signaling.openapi import Upgrade
from wire.browser import ClientMessage, ServerMessage
from wire.control import ControlMessage, WorkerMessage


class BrowserSays(RootModel[ClientMessage]):
    """A message of a participant's browser. The first is `hello`, with the join token."""


class BrowserHears(RootModel[ServerMessage]):
    """A message to a participant's browser."""


class WorkerSays(RootModel[WorkerMessage]):
    """A message of a media worker. The first is `register`."""


class WorkerHears(RootModel[ControlMessage]):
    """A message to a media worker."""


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
)
