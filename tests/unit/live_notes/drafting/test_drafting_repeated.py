"""What a note says twice is said once, and what counts for its worth is not what stands beside it."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.telling.repeated import told_once, told_whole
from live_notes.drafting.embedded.telling.told_pieces import Piece, said_once
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.words import content_stems


def said(text: str, *lines: str, kind: Kind = Kind.REPORT, fuller: str = "") -> Statement:
    seen = Seen(text, kind, 0.5, 0.0)
    stems = frozenset(content_stems(text))
    more = (fuller, (*lines, "before")) if fuller else None
    return Statement(kind, text, lines, seen, 0, stems, speaker="c", fuller=more)


LONG = said('When asked what it was like, client answered: "My legs went numb in the hot lift."', "1", "2")
SHORT = said('Client stated: "My legs went numb."', "2")


def texts(*sections: list[Statement]) -> list[list[str]]:
    return [[one.text for one in section] for section in told_once(sections)]


def test_the_shorter_of_two_that_say_the_same_goes() -> None:
    other = said("Client reported that the rent is late.", "5")
    assert texts([SHORT, LONG, other]) == [[LONG.text, other.text]]
    assert texts([LONG], [SHORT, other]) == [[LONG.text], [other.text]]


def test_no_section_is_left_empty_for_it() -> None:
    assert texts([LONG], [SHORT]) == [[LONG.text], [SHORT.text]]


def test_what_rests_on_other_words_is_denied_or_is_a_step_stays() -> None:
    elsewhere = said('Client stated: "My legs went numb."', "9")
    denied = said('Client stated: "My legs never went numb."', "2")
    step = said("Client to keep the legs warm in the lift.", "2", kind=Kind.PLAN)
    assert texts([elsewhere, denied, step, LONG]) == [[elsewhere.text, denied.text, step.text, LONG.text]]


def test_what_is_chosen_stands_with_what_it_leans_on() -> None:
    leaning = said("Client reported that it hurt.", "4", fuller='Client stated: "I fell. It hurt."')
    whole = told_whole(leaning)
    assert whole.text == 'Client stated: "I fell. It hurt."'
    assert whole.evidence == ("4", "before")
    assert leaning.seen is whole.seen
    assert told_whole(SHORT) is SHORT


QUOTED = said(
    "Client stated: \"I'm on the ramipril, the five, of a morning. I don't know does it help.\"", "1"
)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (
            "Client reported that they eat late; they are on the ramipril, the 5, of a morning.",
            "Client reported that they eat late.",
        ),
        (
            "Client reported that they eat late; they are on the ramipril; they do not know; it helps.",
            "Client reported that they eat late.",
        ),
        (
            "Client reported that they eat late; they are on the ramipril, the 10, of a morning.",
            "Client reported that they eat late; they are on the ramipril, the 10, of a morning.",
        ),
        (
            "Client reported that they eat late; they are on the ramipril; they had a fall.",
            "Client reported that they eat late; they are on the ramipril; they had a fall.",
        ),
        (
            "Client reported that they eat late; they are up at six.",
            "Client reported that they eat late; they are up at six.",
        ),
    ],
)
def test_clauses_that_another_sentence_quotes_go_from_the_end(told: str, left: str) -> None:
    assert texts([said(told, "1"), QUOTED])[0][0] == left


def test_clauses_that_rest_on_other_lines_stay() -> None:
    told = "Client reported that they eat late; they are on the ramipril, the 5, of a morning."
    assert texts([said(told, "2"), QUOTED])[0][0] == told


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        (("they rose early, they made the beds", "they made the beds"), 1),
        (("they made the beds", "they made the beds and cried"), 1),
        (("they rose early", "they made the beds"), 2),
        (("it was bad", "bad"), 2),
    ],
)
def test_a_piece_that_says_the_end_again_goes(pieces: tuple[str, ...], left: int) -> None:
    assert len(said_once([Piece("", one, clause=True) for one in pieces])) == left


@pytest.mark.parametrize(
    ("short", "goes"),
    [
        ("Client reported that they do not sleep; they sleep from maybe one to 4.", True),
        ("Client reported that they sleep from 2 to 5.", False),
        ("Client reported that they sleep.", False),
    ],
)
def test_hours_tell_which_sleep_is_meant(short: str, goes: bool) -> None:
    whole = said(
        'When asked what they notice, client answered: "I don\'t sleep. I sleep from maybe one to four."',
        "1",
        "2",
    )
    other = said("Client reported that the rent is late.", "5")
    kept = texts([whole, said(short, "2"), other])
    assert kept == [[whole.text, other.text] if goes else [whole.text, short, other.text]]
