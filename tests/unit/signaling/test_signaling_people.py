"""Whom a session is held with, a name each, and what of their names is one person's alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes.masking import RosterRole
from retention import ParticipantId, ParticipantRecord, PracticeId, SessionId, SessionRecord
from signaling.building import roster_of
from signaling.sources import clients_of

SESSION = SessionId("ses_1")
AT = datetime(2026, 1, 5, 10, tzinfo=UTC)


def record(kind: str, client: str, *clients: str, heard: tuple[str, ...] = ()) -> SessionRecord:
    """A session with these clients, some of whom may be heard themselves."""
    people = [("Dr Grey", "clinician"), *((name, "client") for name in heard)]
    return SessionRecord(
        id=SESSION,
        practice=PracticeId("local"),
        client=client,
        clients=clients,
        title="",
        details={},
        scheduled_for=None,
        planned_minutes=50,
        kind=kind,
        format="soap",
        created_at=AT,
        started_at=None,
        ended_at=None,
        end_reason=None,
        participants=tuple(
            ParticipantRecord(ParticipantId(f"par_{at}"), SESSION, name, role)
            for at, (name, role) in enumerate(people)
        ),
    )


@pytest.mark.parametrize(
    ("kind", "client", "clients", "everybody"),
    [
        ("individual", "Ida Holm", ("Ida Holm",), ("Ida Holm",)),
        ("individual", "Ida Holm-Ray", ("Ida Holm",), ("Ida Holm-Ray",)),
        ("individual", "Holm, Ida", ("Holm, Ida",), ("Holm, Ida",)),
        ("individual", "Sam and Co", (), ("Sam and Co",)),
        ("group", "Ida Holm, Jo Pell", ("Ida Holm", "Jo Pell"), ("Ida Holm", "Jo Pell")),
        ("couple", "Ida and Jo Pell", ("Ida and Jo Pell",), ("Ida Pell", "Jo Pell")),
        ("couple", "Ida & Jo", ("Ida & Jo",), ("Ida", "Jo")),
        ("couple", "Ida Holm / Jo Pell", ("Ida Holm / Jo Pell",), ("Ida Holm", "Jo Pell")),
        ("couple", "Holm, Ida", ("Holm, Ida",), ("Holm, Ida",)),
        ("group", "Ida, Jo and Mo", ("Ida, Jo and Mo",), ("Ida", "Jo", "Mo")),
        ("couple", "Ana y Luis Vega", ("Ana y Luis Vega",), ("Ana Vega", "Luis Vega")),
        ("couple", "Andy Sandham", ("Andy Sandham",), ("Andy Sandham",)),
    ],
)
def test_everybody_has_a_name_of_their_own(
    kind: str, client: str, clients: tuple[str, ...], everybody: tuple[str, ...]
) -> None:
    assert clients_of(record(kind, client, *clients)) == everybody


def known(session: SessionRecord) -> dict[str, tuple[RosterRole, set[str]]]:
    return {one.name: (one.role, set(one.aliases)) for one in roster_of(session).names}


def test_the_name_of_an_appointment_with_several_is_none_of_theirs() -> None:
    assert known(record("group", "Ida Holm, Jo Pell, Mo Ray", "Ida Holm", "Jo Pell", "Mo Ray")) == {
        "Dr Grey": (RosterRole.CLINICIAN, {"Grey"}),
        "Ida Holm": (RosterRole.CLIENT, {"Ida", "Holm"}),
        "Jo Pell": (RosterRole.CLIENT, {"Pell"}),
        "Mo Ray": (RosterRole.CLIENT, {"Ray"}),
    }


def test_a_family_name_of_two_stays_known_and_is_nobody_s() -> None:
    names = roster_of(record("couple", "Ida and Jo Pell", "Ida and Jo Pell")).names
    assert (names[0].name, names[0].role) == ("Pell", RosterRole.OTHER)
    assert [one.name for one in names if one.role is RosterRole.CLIENT] == ["Ida Pell", "Jo Pell"]


def test_what_the_appointment_s_name_has_besides_stays_known() -> None:
    assert known(record("couple", "Moss family", "Ida Holm", "Jo Pell"))["Moss"] == (RosterRole.OTHER, set())


def test_one_client_who_was_renamed_is_one_person() -> None:
    session = record("individual", "Ida Moss", "Ida Holm", heard=("Ida Holm",))
    clients = [one for one in roster_of(session).names if one.role is RosterRole.CLIENT]
    assert [(one.name, set(one.aliases)) for one in clients] == [
        ("Ida Moss", {"Ida Holm", "Ida", "Moss", "Holm"})
    ]


def test_a_name_of_client_and_clinician_is_nobody_s() -> None:
    names = roster_of(record("individual", "Ida Grey", "Ida Grey")).names
    assert ("Grey", RosterRole.OTHER) in {(one.name, one.role) for one in names}
