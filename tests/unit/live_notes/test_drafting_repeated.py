"""What a note says twice is said once, and what counts for its worth is not what stands beside it."""

from __future__ import annotations

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.repeated import told_once, told_whole
from live_notes.drafting.embedded.worth import Seen
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
