"""Who speaks on a track: told, or guessed from the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from signaling.cli.exits import CommandError
from signaling.cli.speakers import Speaker, guess_role, parse_speaker, speakers_of
from wire import Role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("day1_consultation08_doctor.wav", Role.CLINICIAN),
        ("Therapist-left.ogg", Role.CLINICIAN),
        ("visit_patient.flac", Role.CLIENT),
        ("recording 3.m4a", Role.CLIENT),
        ("doctoral_thesis.wav", Role.CLIENT),
    ],
)
def test_a_file_name_tells_the_role_by_whole_words(name: str, role: Role) -> None:
    assert guess_role(Path(name)) is role


def test_a_name_may_hold_colons_the_role_is_last() -> None:
    assert parse_speaker("Dr. A: Brooks:doctor") == Speaker("Dr. A: Brooks", Role.CLINICIAN)


@pytest.mark.parametrize("text", ["Maya", ":client", "Maya:astronaut", ""])
def test_what_names_no_speaker_is_refused(text: str) -> None:
    with pytest.raises(CommandError):
        parse_speaker(text)


def test_speakers_not_told_are_named_after_their_roles_and_numbered() -> None:
    named = speakers_of([Role.CLINICIAN, Role.CLIENT, Role.CLIENT], ["Ann:clinician"])
    assert [speaker.name for speaker in named] == ["Ann", "Client", "Client 2"]


def test_more_speakers_than_tracks_are_refused() -> None:
    with pytest.raises(CommandError, match="2 times for 1"):
        speakers_of([Role.CLIENT], ["A:client", "B:client"])
