"""Who looked at what is put on record: once in a while by the same login, each by another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from retention import LOCAL, AuditEntry, StoreUnavailable
from signaling import accesses
from signaling.access import Principal, Scope
from signaling.accesses import WINDOW_SECONDS, Accesses
from signaling.rest.table import ROUTES
from signaling.tokens import JoinClaims, LoginClaims
from wire import Role

LATER = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass
class Chain:
    entries: list[AuditEntry] = field(default_factory=list)
    now: float = 0.0
    away: bool = False

    async def append(self, entry: AuditEntry) -> None:
        if self.away:
            raise StoreUnavailable("away")
        self.entries.append(entry)

    def accesses(self) -> Accesses:
        return Accesses(self.append, lambda: self.now, LOCAL)


def login(jti: str) -> Principal:
    return Principal("local", frozenset(), login=LoginClaims("local", jti, LATER))


def link(participant: str, jti: str) -> Principal:
    return Principal("local", frozenset(), join=JoinClaims("ses_1", participant, Role.CLIENT, (), jti, LATER))


async def test_the_same_again_within_ten_minutes_is_one_access() -> None:
    chain = Chain()
    seen = chain.accesses()
    for second in (0.0, 1.0, WINDOW_SECONDS - 1):
        chain.now = second
        await seen.record(login("a"), "note.read", "ses_1")
    assert [(one.actor, one.action, one.subject) for one in chain.entries] == [
        ("clinician", "note.read", "ses_1")
    ]
    chain.now = WINDOW_SECONDS
    await seen.record(login("a"), "note.read", "ses_1")
    assert len(chain.entries) == 2


async def test_another_login_action_or_subject_is_another_access() -> None:
    chain = Chain()
    seen = chain.accesses()
    await seen.record(login("a"), "note.read", "ses_1")
    await seen.record(login("b"), "note.read", "ses_1")
    await seen.record(login("a"), "transcript.read", "ses_1")
    await seen.record(login("a"), "note.read", "ses_2")
    await seen.record(link("par_1", "c"), "note.read", "ses_1")
    assert [one.actor for one in chain.entries] == ["clinician"] * 4 + ["par_1"]
    assert [one.purpose for one in chain.entries] == ["treatment"] * 4 + ["individual"]


async def test_what_can_not_be_put_on_record_is_refused_and_tried_again_next_time() -> None:
    chain = Chain(away=True)
    seen = chain.accesses()
    with pytest.raises(StoreUnavailable):
        await seen.record(login("a"), "note.read", "ses_1")
    chain.away = False
    await seen.record(login("a"), "note.read", "ses_1")
    assert len(chain.entries) == 1


async def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accesses, "_MOST", 3)
    chain = Chain()
    seen = chain.accesses()
    for number in range(5):
        await seen.record(login("a"), "note.read", f"ses_{number}")
    await seen.record(login("a"), "note.read", "ses_4")
    assert len(chain.entries) == 5
    await seen.record(login("a"), "note.read", "ses_0")
    assert len(chain.entries) == 6


UNRECORDED = {
    "/v1/languages",
    "/v1/wordings",
    "/v1/recordings/{session}",
    "/v1/receipts",
    "/v1/receipts/{receipt}",
    "/v1/processors",
    "/v1/sessions/{session}/energy",
    "/v1/energy",
    "/v1/energy.csv",
}
"""Reading these tells nothing of anybody: codes, counts, hashes."""


def test_every_reading_of_what_is_kept_is_recorded() -> None:
    scopes = {Scope.SESSIONS_READ, Scope.TRANSCRIPT_READ, Scope.NOTES_READ, Scope.RECORDS_READ}
    reading = {
        route.path: route.access for route in ROUTES if route.method == "GET" and route.scope in scopes
    }
    assert {path for path, recorded in reading.items() if recorded is None} == UNRECORDED
    named = [route.access for route in ROUTES if route.access is not None]
    assert len(set(named)) == len(named)
