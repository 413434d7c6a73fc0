"""Who takes part in a demo."""

from __future__ import annotations

import pytest

from retention.errors import BadInput
from signaling.demo.cast import MOST_PARTICIPANTS, Part, complete, sample_cast
from tests.media.fake_microphone import speech_file
from wire import Role


def test_the_sample_has_a_clinician_and_a_client_with_sound() -> None:
    assert [part.role for part in complete(sample_cast())] == [Role.CLINICIAN, Role.CLIENT]


def test_whoever_is_not_given_is_there_and_silent() -> None:
    clinician, client = complete([Part("Maya", Role.CLIENT, speech_file("client"))])
    assert (clinician.role, clinician.file) == (Role.CLINICIAN, None)
    assert client.name == "Maya"


def test_the_clinician_comes_first_whatever_the_order_given() -> None:
    given = [Part("Maya", Role.CLIENT, None), Part("Dr. Brooks", Role.CLINICIAN, None)]
    assert [part.name for part in complete(given)] == ["Dr. Brooks", "Maya"]


@pytest.mark.parametrize(
    "parts",
    [
        [Part("A", Role.CLINICIAN, None), Part("B", Role.CLINICIAN, None)],
        [Part(str(number), Role.CLIENT, None) for number in range(MOST_PARTICIPANTS)],
    ],
)
def test_a_cast_that_fits_no_session_is_refused(parts: list[Part]) -> None:
    with pytest.raises(BadInput):
        complete(parts)
