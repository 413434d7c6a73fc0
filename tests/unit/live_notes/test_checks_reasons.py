"""Every objection says what differs between a sentence and its lines."""

from __future__ import annotations

import pytest

from live_notes import Flag, Preferences, Sentence
from live_notes.drafting.checks import Objection, objections
from tests.support.dialogues import said

TALK = said(
    ("t", "Any chest pain or fever?"),
    ("c", "No. My mother has diabetes, though."),
    (
        "t",
        "Take lisinopril 20 milligrams a day, and metformin five hundred milligrams twice a day.",
    ),
    ("c", "I slept four hours on Monday, and I never nap. I am not in pain when I walk."),
    ("c", "My wife said I snore. I went to Denver with Martha three weeks ago."),
    ("t", "It sounds like you are doing well. How is your appetite?"),
    ("c", "It's fine. I don't really have too many good friends."),
)


def found(text: str, *evidence: str) -> dict[Flag, str]:
    known = {line.id: line for line in TALK.lines}
    order = {line.id: place for place, line in enumerate(TALK.lines)}
    raised = objections(Sentence(text=text, evidence=evidence), known, order, Preferences())
    return {one.flag: one.reason for one in raised}


@pytest.mark.parametrize(
    ("text", "evidence", "flag", "reason"),
    [
        (
            "Client to take lisinopril 25 milligrams a day.",
            ["s3"],
            Flag.NUMBER,
            'the note says "25 milligrams", the cited lines say "20 milligrams"',
        ),
        (
            "Client to take lisinopril 500 milligrams a day.",
            ["s3"],
            Flag.NUMBER,
            'the note says "500 milligrams" where the cited lines say "20 milligrams"',
        ),
        ("Client slept 4 hours on Friday.", ["s4"], Flag.NUMBER, "monday"),
        ("Client slept 4 minutes on Monday.", ["s4"], Flag.NUMBER, '"four hours"'),
        ("Client went to Denver with Martha 3 months ago.", ["s5"], Flag.NUMBER, '"three weeks"'),
        ("Client went to Denver with Sofia three weeks ago.", ["s5"], Flag.NAME, '"sofia"'),
        ("Client to take metoprolol 20 milligrams a day.", ["s3"], Flag.NAME, '"metoprolol"'),
        ("Client's sister has diabetes.", ["s2"], Flag.SPEAKER, "sister"),
        ("Client reported that the client has diabetes.", ["s2"], Flag.SPEAKER, "of a mother"),
        ("Client's wife reported that they slept four hours.", ["s4"], Flag.SPEAKER, "wife"),
        ("Therapist reported a nap on Monday.", ["s4"], Flag.SPEAKER, "client who says it"),
        ("Client formulated that they are doing well.", ["s6"], Flag.SPEAKER, "clinician who says it"),
        (
            'When asked "How is your appetite?", therapist answered: "It\'s fine."',
            ["s6", "s7"],
            Flag.SPEAKER,
            "client",
        ),
        ("Client reported chest pain or fever.", ["s1", "s2"], Flag.NEGATION, "deny"),
        ("Client reported that they nap.", ["s4"], Flag.NEGATION, '"nap"'),
        ("Client is in pain when they walk.", ["s4"], Flag.NEGATION, '"in"'),
        ("It sounds like client is not doing well.", ["s6"], Flag.NEGATION, '"not" before "doing"'),
        (
            "Client reported that they do not really have not too many good friends.",
            ["s7"],
            Flag.NEGATION,
            '"not"',
        ),
        ('Client stated: "I nap."', ["s4"], Flag.QUOTE, '"I nap."'),
        ("Client described debts from gambling.", ["s4"], Flag.UNSUPPORTED, '"debts", "gambling"'),
    ],
)
def test_an_objection_says_what_differs(text: str, evidence: list[str], flag: Flag, reason: str) -> None:
    raised = found(text, *evidence)
    assert flag in raised
    assert reason in raised[flag]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Client denied chest pain or fever.", ["s1", "s2"]),
        ("Client reported that their mom has diabetes.", ["s2"]),
        ("Client to take lisinopril 20 mg a day and metformin 500 mg twice a day.", ["s3"]),
        ("Client slept 4 hours on Monday and never naps.", ["s4"]),
        ("Client has no pain when walking.", ["s4"]),
        ("Client's wife said that they snore.", ["s5"]),
        ("Client went to Denver with Martha 3 weeks ago.", ["s5"]),
        ("It sounds like client is doing well.", ["s6"]),
        ("Client does not have too many good friends.", ["s7"]),
    ],
)
def test_what_was_said_is_not_objected_to_in_other_words(text: str, evidence: list[str]) -> None:
    assert found(text, *evidence) == {}


def test_a_sentence_without_lines_is_told_so() -> None:
    assert set(found("Client slept.", "s99")) == {Flag.NO_EVIDENCE}


def test_an_objection_s_repr_holds_no_words_of_the_session() -> None:
    assert "Denver" not in repr(Objection(Flag.NAME, "Denver"))
