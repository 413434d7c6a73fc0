"""The usual way into a call, for tests about what happens in it."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.support.attune_server import AttuneServer
from tests.support.pages import ClientPage, ClinicianPage
from tests.support.participants import Person

CLIENT = "Robin Hale"


class Seats(Protocol):
    """Seats a person at a browser of their own; who speaks, over and over, or is silent."""

    def __call__(self, name: str, speaks: str | None = None) -> Awaitable[Person]:
        """Gives the person, their page still empty."""


@dataclass
class Meeting:
    """A session on a server, its clinician, and whoever joins."""

    server: AttuneServer
    seats: Seats
    clinician: ClinicianPage
    session: str = ""
    link: str = ""
    clients: list[ClientPage] = field(default_factory=list)

    @classmethod
    async def prepare(cls, server: AttuneServer, seats: Seats, partner: str = "") -> Meeting:
        """Signs the clinician in and creates a session with one client's link; a couple's with `partner`."""
        someone = await seats("clinician")
        meeting = cls(server, seats, ClinicianPage(someone))
        await meeting._sign_in(someone)
        meeting.session = await meeting.clinician.creates_session(CLIENT, partner)
        meeting.link = await meeting.clinician.join_link(CLIENT)
        return meeting

    async def _sign_in(self, someone: Person) -> None:
        """The link works once: later tests of the same server come with the login it gave."""
        if self.server.login is None:
            await self.clinician.open(self.server.link)
            self.server.login = await someone.context.cookies()
        else:
            await someone.context.add_cookies(self.server.login)
            await self.clinician.open(self.server.origin)

    async def client_knocks(self, decision: str = "agree", speaks: str | None = None) -> ClientPage:
        """The client opens the link, passes the device check, decides and waits."""
        client = ClientPage(await self.seats("client", speaks=speaks))
        await client.open(self.link)
        await client.passes_device_check()
        await client.decides(decision)
        self.clients.append(client)
        return client

    async def begins(self, decision: str = "agree", speaks: str | None = None) -> ClientPage:
        """Both are in the call."""
        await self.clinician.joins_call()
        client = await self.client_knocks(decision, speaks)
        await self.clinician.admits(CLIENT)
        await client.is_in_call()
        return client

    async def state(self) -> dict[str, Any]:
        """The session as the REST interface tells it."""
        _, view = await self.clinician.get(f"/v1/sessions/{self.session}")
        return dict(view)
