"""What each format holds: sections by kind, by matter, and by client."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NoReturn

import pytest

from live_notes import (
    DraftRefused,
    DraftRequest,
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    ModelDrafter,
    Note,
    NoteFormat,
    Speaking,
    draft_from,
    write_note,
)
from live_notes.drafting.formats import Kind, place
from live_notes.drafting.layouts import SECTIONS
from retention.ids import SessionId
from tests.support.dialogues import NAMES, dialogue, said, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
TURNS = (
    ("t", "What brings you in today?"),
    ("c", "I feel sad most days and I cannot sleep since the spring."),
    ("c", "My goal is to sleep through the night again."),
    ("c", "My mother had depression for many years when I was little."),
    ("c", "I drink two beers every evening to calm down."),
    ("c", "I was arrested once for shouting at a police officer."),
    ("c", "I live with my partner and I work as a nurse."),
    ("t", "Let's try a slow breathing exercise together now."),
    ("c", "That actually helps, I feel calmer."),
    ("t", "It sounds like the evenings are the hardest part of your day."),
    ("t", "For homework, please keep a sleep diary every morning this week."),
    ("c", "Okay."),
)


async def note_of(note_format: NoteFormat, *turns: tuple[str, str]) -> Note:
    return await write_note(said(*(turns or TURNS)), DraftSpec(note_format), EmbeddedDrafter(), now=NOW)


def holding(note: Note, words: str) -> list[str]:
    return [part.title for part in note.sections for one in part.sentences if words in one.text]


@pytest.mark.parametrize(
    ("note_format", "words", "section"),
    [
        (NoteFormat.GIRP, "sleep through the night", "Goal"),
        (NoteFormat.GIRP, "sleep diary", "Plan"),
        (NoteFormat.PIRP, "sad most days", "Problem"),
        (NoteFormat.PIRP, "calmer", "Response"),
        (NoteFormat.PIE, "sad most days", "Problem"),
        (NoteFormat.PIE, "sleep diary", "Evaluation"),
        (NoteFormat.INTAKE, "sad most days", "Presenting problem"),
        (NoteFormat.INTAKE, "mother had depression", "Family history"),
        (NoteFormat.INTAKE, "beers", "Substance use"),
        (NoteFormat.INTAKE, "arrested", "Legal"),
        (NoteFormat.INTAKE, "as a nurse", "Social history"),
        (NoteFormat.INTAKE, "sleep diary", "Plan"),
        (NoteFormat.EMDR, "sleep diary", "Closure and plan"),
    ],
)
async def test_what_was_said_stands_in_its_section(note_format: NoteFormat, words: str, section: str) -> None:
    assert holding(await note_of(note_format), words) == [section]


async def test_a_goal_that_nobody_spoke_of_is_not_invented() -> None:
    goal = (await note_of(NoteFormat.GIRP, *TURNS[:2], *TURNS[3:])).sections[0]
    assert (goal.title, goal.sentences) == ("Goal", ())
    assert goal.statement == "No goal was stated in this session; it is left to the clinician."


async def test_an_intake_says_of_each_matter_that_was_not_discussed_that_it_was_not() -> None:
    note = await note_of(NoteFormat.INTAKE)
    quiet = {part.title for part in note.sections if part.statement == "Not discussed in this session."}
    assert {"Trauma", "Medical history"} <= quiet
    (seen,) = [part.statement for part in note.sections if part.title == "Mental status"]
    assert seen == "No observation was stated in this session; it is left to the clinician."


async def test_trauma_is_kept_short() -> None:
    told = [
        ("c", f"The accident of that {number} winter left flashbacks of the road.") for number in "abcdefg"
    ]
    note = await note_of(NoteFormat.INTAKE, *TURNS, *told)
    (trauma,) = [part for part in note.sections if part.title == "Trauma"]
    assert 1 <= len(trauma.sentences) <= 2


GROUP = (
    ("t", "Let's talk about what boundaries mean to each of you."),
    ("c1", "I said no to my boss for the first time and it felt good."),
    ("c2", "I could not say no to my brother and I felt ashamed."),
    ("c1", "I will practice saying no once a day until next week."),
)


SIDES = {"t": Speaking.CLINICIAN}


def group(*turns: tuple[str, str]) -> MaskedTranscript:
    return MaskedTranscript(
        tuple(
            EvidenceLine(
                f"s{at}", who, Speaking.CLINICIAN if who == "t" else Speaking.CLIENT, at, at + 1, text
            )
            for at, (who, text) in enumerate(turns)
        )
    )


async def test_a_group_s_note_has_a_section_for_each_client_with_their_own_words_only() -> None:
    transcript = group(*GROUP)
    note = await write_note(transcript, DraftSpec(NoteFormat.GROUP), EmbeddedDrafter(), now=NOW)
    assert [part.title for part in note.sections] == ["Group", "Client A", "Client B", "Plan"]
    speakers = {line.id: line.speaker for line in transcript.lines}
    first, second = note.sections[1:3]
    assert {speakers[one] for sentence in first.sentences for one in sentence.evidence} <= {"c1", "t"}
    assert {speakers[one] for sentence in second.sentences for one in sentence.evidence} <= {"c2", "t"}
    assert "boss" in str([one.text for one in first.sentences])
    assert "brother" in str([one.text for one in second.sentences])


async def test_no_member_of_a_group_is_named_in_another_s_section() -> None:
    transcript = group(*GROUP, ("c1", "I liked what [CLIENT_2] told us about the shame and the brother."))
    note = await write_note(transcript, DraftSpec(NoteFormat.GROUP), EmbeddedDrafter(), now=NOW)
    written = " ".join(texts(note))
    assert "[CLIENT_2]" not in written
    assert "a group member" in written


class NoGateway:
    """A gateway that nobody may ask."""

    async def complete(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError("a processor was asked")


async def test_a_model_is_not_asked_for_a_group_s_note() -> None:
    drafter = ModelDrafter(NoGateway(), "p", SessionId("s"))
    with pytest.raises(DraftRefused, match="on this machine"):
        await drafter.draft(group(*GROUP), DraftSpec(NoteFormat.GROUP))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("note_format", list(NoteFormat))
async def test_no_plan_is_lost_in_any_format(name: str, note_format: NoteFormat) -> None:
    soap = await draft_from(DraftRequest(transcript=dialogue(name), format="soap"), now=NOW)
    note = await draft_from(DraftRequest(transcript=dialogue(name), format=note_format.value), now=NOW)
    planned = [one.evidence[0] for part in soap.sections if part.title == "Plan" for one in part.sentences]
    kept = {line for part in note.sections for one in part.sentences for line in one.evidence}
    assert set(planned) <= kept


@pytest.mark.parametrize("note_format", list(NoteFormat))
def test_every_kind_that_a_client_s_words_can_have_has_a_place(note_format: NoteFormat) -> None:
    plans = SECTIONS[note_format]
    for kind in (Kind.REPORT, Kind.RESPONSE, Kind.PLAN):
        assert place(plans, kind, "nothing in particular", None) is not None
