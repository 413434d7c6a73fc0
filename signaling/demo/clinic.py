"""The clinician's side of the REST API, as the clinician's page uses it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self
from urllib.parse import quote

from aiohttp import ClientResponse, ClientSession, ClientTimeout

from signaling.demo.cast import Part
from signaling.demo.participant import CallFailed
from wire import Role

Json = dict[str, Any]
CREDENTIAL = "PhD"
REQUEST_SECONDS = 30.0


def attestations_of(note: Json) -> list[str]:
    """What a signature confirms: each flag and where it stands."""
    return [
        f"{flag}:{part}.{place}"
        for part, section in enumerate(note["note"]["sections"], 1)
        for place, sentence in enumerate(section["sentences"], 1)
        for flag in sentence["flags"]
    ]


class Clinic:
    """A logged-in clinician. Answers are the API's JSON; a refusal raises `CallFailed` with its code."""

    def __init__(self, http: ClientSession, base: str) -> None:
        self._http = http
        self.base = base

    @classmethod
    def session(cls) -> ClientSession:
        """An HTTP client that keeps the login cookie, also of a bare address."""
        from aiohttp import CookieJar

        return ClientSession(cookie_jar=CookieJar(unsafe=True), timeout=ClientTimeout(total=REQUEST_SECONDS))

    @classmethod
    async def log_in(cls, http: ClientSession, base: str, token: str) -> Self:
        """Uses the one-time link."""
        clinic = cls(http, base)
        await clinic._ask("POST", "/v1/login", {"token": token})
        return clinic

    async def introduce(self, name: str) -> None:
        """Says who the clinician is."""
        preferences = await self._ask("GET", "/v1/preferences")
        await self._ask("PUT", "/v1/preferences", {**preferences, "name": name, "credential": CREDENTIAL})

    async def schedule(self, cast: Sequence[Part], form: str) -> Json:
        """A new session with these people. The clinician is the one logged in."""
        clients = [part.name for part in cast if part.role is not Role.CLINICIAN]
        kind = {1: "individual", 2: "couple"}.get(len(clients), "group")
        body = {"client": clients[0], "clients": clients, "kind": kind, "format": form}
        return await self._ask("POST", "/v1/sessions", body)

    async def invite(self, session: str, participant: str) -> str:
        """A participant's join token."""
        answer = await self._ask("POST", f"/v1/sessions/{session}/tokens", {"participant": participant})
        return str(answer["token"])

    async def transcript(self, session: str) -> Json:
        """The finals so far, in order."""
        return await self._ask("GET", f"/v1/sessions/{session}/transcript")

    async def transcript_status(self, session: str) -> int:
        """The HTTP status of asking for the transcript: 410 once it is destroyed."""
        async with self._http.get(f"{self.base}/v1/sessions/{session}/transcript") as answer:
            return answer.status

    async def note(self, session: str) -> Json:
        """The note with its status and version."""
        return await self._ask("GET", f"/v1/sessions/{session}/note")

    async def sign(self, note: Json, name: str) -> Json:
        """Signs a draft, attesting to each flag it carries; answers the note and the receipt."""
        body = {
            "version": note["version"],
            "name": name,
            "credential": CREDENTIAL,
            "attestations": attestations_of(note),
        }
        return await self._ask("POST", f"/v1/notes/{quote(note['id'])}/sign", body)

    async def receipt(self, identity: str) -> Json:
        """A receipt, checked by the server that keeps the chain."""
        return await self._ask("GET", f"/v1/receipts/{quote(identity)}")

    async def energy(self, session: str) -> Json:
        """The session's energy."""
        return await self._ask("GET", f"/v1/sessions/{session}/energy")

    async def _ask(self, method: str, path: str, body: Json | None = None) -> Json:
        async with self._http.request(method, self.base + path, json=body) as answer:
            if answer.status >= 400:
                raise CallFailed(f"{method} {path.split('/')[2]}: {await _problem(answer)}")
            return await answer.json() if answer.status != 204 and answer.content_length != 0 else {}


async def _problem(answer: ClientResponse) -> str:
    if "json" not in answer.content_type:
        return str(answer.status)
    problem = await answer.json(content_type=None)
    return f"{problem.get('code', answer.status)}: {problem.get('detail', '')}"
