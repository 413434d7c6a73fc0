"""A session of talk is summed up: how it is told from a visit, and what its note keeps."""

from __future__ import annotations

import pytest

from live_notes import MaskedTranscript
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.selecting.bodily import bodily
from live_notes.drafting.embedded.selecting.selection import budget
from live_notes.drafting.embedded.selecting.worth_in_talk import Told, learned, words_of
from live_notes.drafting.formats import Kind
from live_notes.drafting.preferences import Detail
from tests.support.dialogues import said

VISIT = (
    ("t", "Any pain in the chest, any cough or fever with it?"),
    ("c", "The pain in my knee is worse, and the swelling came back after the surgery."),
    ("t", "Your lungs are clear, the knee is tender, and the x-ray shows no fracture."),
)
TALK = (
    ("t", "What was it like to say that to your sister?"),
    ("c", "I was shaking, but I said it, and she went quiet, and then she cried."),
    ("t", "And what did you tell yourself while she was crying?"),
)


def of(*turns: tuple[str, str]) -> float:
    lines: MaskedTranscript = said(*turns)
    return bodily(units_of(lines.lines))


def test_a_visit_is_told_from_a_session_of_talk() -> None:
    assert of(*VISIT) == 1.0
    assert of(*TALK) == 0.0


def test_a_little_of_the_body_is_something_between() -> None:
    rest = (
        ("c", "And then we talked about my sister and about what she had said to all of us that night."),
    ) * 12
    assert 0.0 < of(("c", "The pain is back, and so is the cough."), *rest) < 1.0


def test_nothing_said_is_talk() -> None:
    assert of() == 0.0


@pytest.mark.parametrize("detail", [Detail.INTERMEDIATE, Detail.DETAILED])
@pytest.mark.parametrize("spoken", [300, 2000, 8000])
def test_talk_is_summed_up_in_fewer_words(detail: Detail, spoken: int) -> None:
    assert budget(detail, spoken, 0.0) < budget(detail, spoken, 0.5) < budget(detail, spoken, 1.0)


@pytest.mark.parametrize("spoken", [300, 2000, 8000])
def test_more_detail_is_more_words_of_talk(spoken: int) -> None:
    words = [budget(detail, spoken, 0.0) for detail in Detail]
    assert words == sorted(words)
    assert len(set(words)) == len(words)


def told(text: str, kind: Kind = Kind.REPORT, asked: str = "", place: float = 0.5) -> float:
    return learned().of(Told(kind, text, asked, place, 0.0))


@pytest.mark.parametrize(
    ("wanted", "idle"),
    [
        (
            "Client reported that they had two panic attacks and avoided the shops.",
            "Client reported that the traffic was bad.",
        ),
        (
            "Client reported that they drank a bottle of wine on four nights.",
            "Client reported that the dog ate it.",
        ),
        (
            "Client reported that they felt guilty and cried every night.",
            'Client stated: "Oh, go on then, you know yourself."',
        ),
        (
            "Client reported that they did the breathing exercise twice this week.",
            'Client stated: "I can hear you now."',
        ),
    ],
)
def test_what_a_note_is_read_for_is_worth_more_than_small_talk(wanted: str, idle: str) -> None:
    assert told(wanted) > told(idle)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Client reported that she had slept badly.", "Patient reported that he had slept badly."),
        ("The client stated that his mother was ill.", "Client reported that their mother was ill."),
        ("Client said that she'd cried for 3 days.", "Client stated that they'd cried for 5 days."),
    ],
)
def test_who_is_called_how_changes_nothing(one: str, other: str) -> None:
    of_one, of_other = (words_of(Told(Kind.REPORT, text, "", 0.5, 0.0)) for text in (one, other))
    assert of_one == of_other
