"""Every objection says what differs between a sentence and its lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from live_notes import DraftRequest, Flag, Preferences, Sentence, draft_from
from live_notes.drafting.checks import LABELS, Objection, explained, objections
from live_notes.drafting.note import Note
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
        ("Client went to Denver with Sofia three weeks ago.", ["s5"], Flag.NAME, '"Sofia"'),
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


async def test_a_note_tells_beside_each_flag_why_it_was_raised() -> None:
    request = DraftRequest(
        transcript=[
            {"id": "a", "role": "client", "text": "I have slept four hours a night since my divorce."},
            {"id": "b", "text": "He seems to be tired and sleeps in class, every single day."},
        ],
        format="soap",
    )
    note = await draft_from(request, now=datetime(2026, 1, 5, tzinfo=UTC))
    (flagged,) = note.flagged()
    assert flagged.flags == (Flag.SPEAKER_UNKNOWN,)
    assert [(one.flag, one.reason) for one in flagged.objections] == [
        (Flag.SPEAKER_UNKNOWN, LABELS[Flag.SPEAKER_UNKNOWN])
    ]
    whole: Any = note.as_json()
    told = [one for section in whole["sections"] for one in section["sentences"]]
    assert [set(one) - {"text", "evidence", "flags"} for one in told if not one["flags"]] == [set()]
    assert [one["objections"] for one in told if one["flags"]] == [
        [{"flag": "speaker-unknown", "reason": LABELS[Flag.SPEAKER_UNKNOWN]}]
    ]
    assert Note.model_validate(whole) == note


def test_every_flag_of_a_sentence_has_a_reason_also_where_only_the_drafter_knew_it() -> None:
    known = {line.id: line for line in TALK.lines}
    order = {line.id: place for place, line in enumerate(TALK.lines)}
    flags = (Flag.NUMBER, Flag.UNMASKED, Flag.PLACEHOLDER)
    given = Sentence(text="Client slept 9 hours on Monday.", evidence=("s4",), flags=flags)
    told = explained(given, known, order, Preferences())
    assert [(one.flag, one.reason) for one in told.objections] == [
        (Flag.NUMBER, 'the note says "9 hours", the cited lines say "four hours"'),
        (Flag.UNMASKED, LABELS[Flag.UNMASKED]),
        (Flag.PLACEHOLDER, LABELS[Flag.PLACEHOLDER]),
    ]
    assert "hours" not in repr(told)
    assert explained(told.model_copy(update={"flags": ()}), known, order, Preferences()).objections == ()
