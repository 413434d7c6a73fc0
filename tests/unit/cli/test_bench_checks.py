"""What measures the checks: the same harms from the same seed, halves that never move, and turns that fit."""

from __future__ import annotations

from random import Random

import pytest

from bench.drafting.checking import Half, checked, half_of, in_half, lines_of, written_by_people
from bench.drafting.harms import CROSSED, HARMS, Noted
from bench.drafting.visits import Visit, turns_of
from live_notes import Preferences, Sentence
from live_notes.request import lines_from_transcript

DIALOGUE = (
    "[doctor] do you have any chest pain ? [patient] no . but my mother has diabetes . "
    "[doctor] take lisinopril 20 milligrams once a day . [patient] my left knee hurts since monday ."
)
NOTE = (
    "HISTORY\n\nThe patient denies any chest pain. His mother has diabetes.\n"
    "• Plan: Take lisinopril 20 mg once a day."
)
WISHES = {"client_term": "patient", "clinician_term": "doctor"}


def noted(text: str, *evidence: str, visit: str = "here") -> Noted:
    lines = tuple(lines_from_transcript(list(turns_of(DIALOGUE))))
    return Noted(visit, Sentence(text=text, evidence=evidence), lines, Preferences.model_validate(WISHES))


SENTENCES = [
    noted("Patient denied chest pain.", "s0", "s1"),
    noted("Patient's mother has diabetes.", "s1"),
    noted("Patient to take lisinopril 20 milligrams once a day.", "s2"),
    noted("Patient reported that his left knee hurts since Monday.", "s3"),
    noted("Patient described a long drive through 3 storms.", "s0", visit="elsewhere"),
]


@pytest.mark.parametrize("kind", list(HARMS))
def test_a_harm_changes_a_sentence_and_is_the_same_from_the_same_seed(kind: str) -> None:
    spoiled = [
        [HARMS[kind](one, SENTENCES, random) for one in SENTENCES[:4]] for random in (Random(3), Random(3))
    ]
    assert spoiled[0] == spoiled[1]
    changed = [one for one in spoiled[0] if one is not None]
    assert changed
    assert all(one.text not in {other.sentence.text for other in SENTENCES[:4]} for one in changed)


def test_every_corruption_of_a_plain_note_is_caught_and_no_good_sentence_flagged() -> None:
    found = checked(SENTENCES[:4], 8, seed=1)
    assert found.good.flagged == 0
    told = {kind: one for kind, one in found.harmed.items() if kind != CROSSED}
    assert all(one.flagged == one.seen for one in told.values())
    assert any("caught" in line for line in lines_of(found))


def test_a_visit_belongs_to_one_half_for_ever() -> None:
    visits = [Visit(f"D2N{number:03}", ()) for number in range(40)]
    halves = [in_half(visits, half) for half in (Half.DEVELOPMENT, Half.HELD_OUT)]
    assert sorted(one.name for half in halves for one in half) == [one.name for one in visits]
    assert (half_of("D2N001"), half_of("D2N002")) == (Half.HELD_OUT, Half.HELD_OUT)


def test_written_sentences_are_linked_to_the_turns_that_say_them() -> None:
    visit = Visit("here", turns_of(DIALOGUE), NOTE)
    found, total = written_by_people([visit], WISHES)
    assert total == 3
    assert [(one.sentence.text, one.sentence.evidence) for one in found] == [
        ("The patient denies any chest pain.", ("s0", "s1")),
        ("His mother has diabetes.", ("s0", "s1")),
        ("Take lisinopril 20 mg once a day.", ("s2",)),
    ]
