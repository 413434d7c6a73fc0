"""What names a body, a test or a sign and finds nothing, told apart from what is found."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.acting.findings import is_finding, is_scored
from live_notes.drafting.embedded.acting.seen_words import is_seen


def _is_observed(words: str) -> bool:
    return is_seen(words) or is_scored(words) or is_finding(words)


@pytest.mark.parametrize(
    "words",
    [
        "You can shut your eyes or just look at a spot on the floor.",
        "You may want to put a hand on your chest, whatever feels good.",
        "If you'd like, your eyes are closed or open, either is fine.",
        "You could keep your feet on the ground, and your back is against the chair.",
        "Feel free to sit back, your shoulders are soft.",
        "You're welcome to stand up, the chest is more open then.",
        "Let your hands be warm, and your breathing is slow.",
    ],
)
def test_an_invitation_is_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "This is the PHQ-9, same one you always do.",
        "It's the anxiety questionnaire, the short one with seven lines.",
        "That's the PCL, one of the long ones.",
        "So here's the AUDIT, it's the one about drink.",
        "These are the ORS, the four lines as usual.",
        "It's just the screening test, the one on the blue paper.",
    ],
)
def test_a_form_that_is_named_is_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Blood pressure at the chemist on Thursday.",
        "Bloods at the surgery tomorrow.",
        "Weight with the nurse every Friday.",
        "The ECG at the hospital next week.",
        "Get your blood pressure done at the pharmacy this week.",
        "Pulse before and after, every day.",
    ],
)
def test_a_measurement_to_come_is_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "We're not doing the whole body scan, it's just where your shoulders are.",
        "I won't do the body scan, there's still some distress.",
        "That's a skill, the cold temperature, and it is good for tonight.",
        "It's not finished, and that's great.",
        "It's still high, it's over the line.",
        "That's an exercise for the chest, and it was full of people.",
    ],
)
def test_what_is_done_or_left_out_is_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Then panic, the chest is tight, and you run.",
        "Your heart is racing, so the thought gets louder.",
        "The stomach is in knots, and then the worry grows.",
        "Then the adrenaline, and the hands are cold, and it was round and round.",
        "The chest feels tight because the brain thinks it's danger.",
        "Your breathing is fast, so the body says run.",
    ],
)
def test_how_fear_works_is_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "I noticed you glancing at the socket.",
        "I saw you look over at the window.",
        "I can see you looking for your keys.",
        "I notice you'd rather I decided.",
        "I hear you would really like me to say it's all right.",
        "I can see you want to get this right.",
    ],
)
def test_a_glance_and_a_wish_are_no_observation(words: str) -> None:
    assert not _is_observed(words)


@pytest.mark.parametrize(
    "words",
    [
        "I notice your hands are shaking.",
        "I saw you look down at the floor when I said his name.",
        "You look worn out today.",
        "Your voice went very quiet there, your eyes are wet.",
        "Your blood pressure is one forty over ninety today.",
        "Your GAD-7 is fourteen.",
        "On the PHQ-9 you got twelve, and last time it was sixteen.",
        "Your thyroid is normal.",
        "There's some swelling around the knee.",
        "Your weight is down two kilos since the last time.",
        "I can see you're tearful.",
        "I can hear your breathing is faster now.",
    ],
)
def test_what_is_seen_or_measured_is_an_observation(words: str) -> None:
    assert _is_observed(words)
