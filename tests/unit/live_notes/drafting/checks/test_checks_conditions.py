"""What is to be done under a condition is not denied by it, and two numbers with a comma are two."""

from __future__ import annotations

import pytest

from live_notes import Preferences, Sentence
from live_notes.drafting.checks import check_sentence
from tests.support.dialogues import said


def _flags(text: str, *spoken: tuple[str, str]) -> set[str]:
    talk = said(*spoken)
    known = {line.id: line for line in talk.lines}
    order = {line.id: at for at, line in enumerate(talk.lines)}
    checked = check_sentence(Sentence(text=text, evidence=tuple(known)), known, order, Preferences())
    return set() if checked is None else set(checked.flags)


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (
            "If you don't understand, put your hand up like this.",
            "If they do not understand, client to put their hand up.",
        ),
        ("If you can't sleep, get up and read.", "If they cannot sleep, client to get up and read."),
        (
            "When you don't feel ready, tell the nurse.",
            "When they do not feel ready, client to tell the nurse.",
        ),
        ("If it doesn't settle, ring the ward.", "If it does not settle, client to ring the ward."),
        ("If he isn't home, leave a note.", "If he is not home, client to leave a note."),
        ("If they don't answer, call me.", "If they do not answer, client to call the therapist."),
        ("When it won't stop, hold the ice.", "When it will not stop, client to hold the ice."),
        ("If you aren't hungry, drink the milk.", "If they are not hungry, client to drink the milk."),
    ],
)
def test_what_is_to_be_done_is_not_denied_by_its_condition(spoken: str, told: str) -> None:
    assert "negation-differs" not in _flags(told, ("t", spoken), ("c", "Okay."))


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("I don't drink any more.", "Client reported that they drink."),
        ("He never hit the children.", "Client reported that he hit the children."),
        ("I have no pain, nausea or fever.", "Client reported nausea."),
        ("If you don't sleep, don't take the tablet.", "If they do not sleep, client to take the tablet."),
        ("I don't feel safe at home.", "Client reported that they feel safe at home."),
        ("She isn't coming back.", "Client reported that she is coming back."),
    ],
)
def test_what_was_denied_is_still_seen(spoken: str, told: str) -> None:
    assert _flags(told, ("c", spoken))


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("Ninety. Like out of a hundred, ninety.", "Client said 90, like out of a hundred, 90."),
        ("Out of a hundred, sixty.", "Client said out of a hundred, 60."),
        ("Of a hundred, eighty-five.", "Client said of a hundred, 85."),
        ("On a hundred, twenty maybe.", "Client said on a hundred, 20 maybe."),
        ("If it's out of a hundred, forty.", "Client said, if it is out of a hundred, 40."),
        ("A hundred and twenty.", "Client said 120."),
        ("One hundred twenty.", "Client said 120."),
        ("Two thousand, three hundred.", "Client said 2300."),
    ],
)
def test_numbers_with_a_comma_between_them(spoken: str, told: str) -> None:
    assert "number-not-in-evidence" not in _flags(told, ("t", "How high?"), ("c", spoken))
