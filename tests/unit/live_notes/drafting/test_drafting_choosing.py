"""What a note keeps and puts together, and which pronouns a session gives."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.persons.pronouns import pronouns_said
from live_notes.drafting.embedded.selecting.selection import budget, select
from live_notes.drafting.embedded.selecting.worth import Seen, Worth, learned
from live_notes.drafting.embedded.telling.merging import MOST_PARTS, merged
from live_notes.drafting.formats import Kind, NoteFormat
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.preferences import Detail
from tests.support.dialogues import said


def statement(
    rest: str, order: int, *, kind: Kind = Kind.REPORT, lead: str = "Client reported", must: bool = False
) -> Statement:
    text, stems = f"{lead} {rest}.", frozenset(rest.split())
    seen = Seen(text, kind, 0.5, 0.0)
    return Statement(kind, text, (f"s{order}",), seen, order, stems, must, lead=lead, rest=rest)


def test_statements_that_begin_alike_become_one_with_the_evidence_of_all() -> None:
    (one,) = merged(
        [
            statement("that she took tea", 1),
            statement("that she tried a walk", 2),
            statement("that she slept", 4),
        ]
    )
    assert one.text == "Client reported that she took tea, tried a walk, and slept."
    assert one.evidence == ("s1", "s2", "s4")


def test_what_is_denied_ends_at_a_semicolon() -> None:
    (one,) = merged([statement("that she did not sleep", 1), statement("that she ate well", 2)])
    assert one.text == "Client reported that she did not sleep; and she ate well."


@pytest.mark.parametrize(
    "other",
    [
        statement("that she slept", 20),
        statement("that she slept", 2, lead="Client denied"),
        statement("that she slept", 2, kind=Kind.PLAN),
        statement("that she wants to die", 2, must=True),
        statement(" ".join(["that she slept", *["and slept"] * 20]), 2),
    ],
)
def test_what_does_not_belong_together_stays_apart(other: Statement) -> None:
    assert len(merged([statement("that she took tea", 1), other])) == 2


def test_a_sentence_takes_in_so_many_statements_and_no_more() -> None:
    many = [statement(f"that she went to place {number}", number) for number in range(MOST_PARTS + 1)]
    assert [len(one.evidence) for one in merged(many)] == [MOST_PARTS, 1]


def test_risk_is_kept_whatever_the_budget() -> None:
    many = [statement(f"that she went to {number} places with word{number}", number) for number in range(200)]
    risk = statement("that she wants to die", 300, must=True)
    kept = select([*many, risk], SECTIONS[NoteFormat.SOAP], Detail.CONCISE, 500)
    assert risk in kept[0]
    assert len(kept[0]) < 40


def test_a_long_report_does_not_crowd_out_the_plan() -> None:
    many = [statement(f"that she went to {number} places with word{number}", number) for number in range(200)]
    step = statement("keep a sleep diary", 400, kind=Kind.PLAN, lead="Client to")
    kept = select([*many, step], SECTIONS[NoteFormat.SOAP], Detail.CONCISE, 500)
    assert kept[3] == [step]


def test_what_no_section_takes_is_left_out() -> None:
    done = statement("guided breathing", 1, kind=Kind.INTERVENTION, lead="Therapist")
    assert select([done], SECTIONS[NoteFormat.SOAP], Detail.DETAILED, 500) == [[], [], [], []]


def test_a_note_s_budget_has_a_least_and_a_most() -> None:
    for detail in Detail:
        assert budget(detail, 0) == budget(detail, 1)
        assert budget(detail, 10**6) == budget(detail, 10**7)
        assert budget(detail, 0) < budget(detail, 10**6)


def test_words_that_notes_keep_are_worth_more_than_those_they_leave() -> None:
    worth = learned()
    pain = worth.of(Seen("Client reported chest pain and shortness of breath.", Kind.REPORT, 0.5, 0.5))
    chat = worth.of(Seen("Client reported that they guess that stuff is whatever.", Kind.REPORT, 0.5, 0.5))
    assert pain > chat + 0.1


def test_every_weight_has_its_feature() -> None:
    seen = Seen("Client slept.", Kind.REPORT, 0.0, 0.0)
    assert len(learned().weights) == len(learned().features(seen))
    assert Worth({}, [1.0] + [0.0] * (len(learned().weights) - 1)).of(seen) == 1.0


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((("t", "Anna is a 34-year-old woman who comes in for low mood."),), "she"),
        ((("t", "He is a 50 year old male with panic attacks."),), "he"),
        ((("t", "She is a 34-year-old woman."), ("c", "My pronouns are they and them.")), "they"),
        ((("t", "So your son is a 6-year-old boy."),), "they"),
        ((("c", "My brother is a 20 year old man."),), "they"),
        ((("t", "This is a 20-year-old man."), ("t", "This is a 20-year-old woman.")), "they"),
        ((("c", "I sleep badly."),), "they"),
    ],
)
def test_the_session_s_own_words_give_the_pronouns_and_else_they(
    turns: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert pronouns_said(units_of(said(*turns).lines)).value == expected
