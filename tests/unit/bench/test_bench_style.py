"""What the measurement of a learned style tells beside the words changed."""

from __future__ import annotations

from bench.drafting.clinicians import Clinician
from bench.style import SESSIONS, run
from live_notes.drafting.note import Draft, Section, Sentence

MATTERS = ("sleep", "work", "school", "appetite", "gardening", "the choir", "the commute", "cooking")


def drafts(last: str) -> dict[str, Draft]:
    """Drafts of one section: three sentences of their own, then two, then this one."""
    found = {}
    for number in range(SESSIONS):
        about = [MATTERS[(number + step) % len(MATTERS)] for step in range(5)]
        texts = [f"Client reported that {matter} was on their mind this week." for matter in about]
        sentences = tuple(Sentence(text=text) for text in (*texts, last))
        found[f"visit {number}"] = Draft(sections=(Section(title="Subjective", sentences=sentences),))
    return found


def test_sentences_that_no_style_may_leave_out_are_told_apart_with_what_they_cost() -> None:
    short = Clinician("short", most={"Subjective": 3})
    plain = run(short, 1, drafts("Client reported that tea is enjoyed every afternoon."))
    assert (plain.bound_last, plain.missed_last) == (0, 0)
    assert plain.fall == plain.unbound_fall == plain.whole_fall > 50
    risky = run(short, 1, drafts("Client denied suicidal ideation."))
    assert risky.missed_last > 0  # the third sentence gives its place to the one that must stay
    assert risky.whole_fall < risky.fall


def test_what_a_clinician_strikes_out_against_every_style_is_bound() -> None:
    curt = Clinician("curt", no_questions=True, words={"reported": "shared"})
    figures = run(curt, 1, drafts('When asked "how bad is it?", client reported 8 out of 10.'))
    assert figures.bound_last > 0
    assert figures.unbound_fall > figures.fall
