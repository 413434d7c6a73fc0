"""Headings, lists and dictation in what a clinician wrote."""

from __future__ import annotations

import pytest

from live_notes import (
    DraftRequest,
    draft_from,
    lines_from_summary,
)
from live_notes.drafting.author.parts import written_parts
from tests.support.dialogues import texts
from tests.support.written import NOW, noted


async def test_a_heading_places_the_lines_under_it() -> None:
    note = await noted("Plan:\n- bus ride x2\n- sister\nAssessment:\nsleep is the key\nS:\nrough week")
    assert texts(note, "Plan") == ["Bus ride x2.", "Sister."]
    assert texts(note, "Assessment") == ["Sleep is the key."]
    assert texts(note, "Subjective") == ["Rough week."]


async def test_headings_on_one_line_count_too() -> None:
    note = await noted("s: rough week, fights w/ mom. o: quiet. a: same as before. p: family session")
    assert texts(note, "Subjective") == ["Rough week, fights w/ mom."]
    assert texts(note, "Objective") == ["Quiet."]
    assert texts(note, "Assessment") == ["Same as before."]
    assert texts(note, "Plan") == ["Family session."]


async def test_a_matter_s_heading_stays_where_the_format_has_no_such_section() -> None:
    summary = "Legal: none\nFam hx: mother anxious"
    assert "Legal: none." in texts(await noted(summary), "Subjective")
    intake = await noted(summary, "intake")
    assert texts(intake, "Legal") == ["None."]
    assert texts(intake, "Family history") == ["Mother anxious."]


async def test_a_template_s_own_section_is_found_by_its_title() -> None:
    template = {
        "name": "Own",
        "sections": [{"title": title, "instruction": "In short."} for title in ("Data", "Strengths")],
    }
    request = DraftRequest(summary="Client slept badly.\nStrengths: faith, humor", template=template)
    note = await draft_from(request, now=NOW)
    assert texts(note, "Strengths") == ["Faith, humor."]


async def test_a_plan_in_running_text_does_not_swallow_what_follows() -> None:
    note = await noted("Client slept badly. Plan: sleep diary. She denied SI.")
    assert texts(note, "Subjective") == ["Client slept badly.", "She denied SI."]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Pt. reports low mood. Sleep poor.", ["Pt. reports low mood.", "Sleep poor."]),
        ("sleep poor. appetite low. no si.", ["sleep poor.", "appetite low.", "no si."]),
        ("Saw Dr. Ames re: meds, approx. 50 mg.", ["Saw Dr. Ames re: meds, approx. 50 mg."]),
        (
            "Report made to CPS (worker J. Ruiz). Has hepatitis C. She rests.",
            ["Report made to CPS (worker J. Ruiz).", "Has hepatitis C.", "She rests."],
        ),
        (
            "The week was rough because her mother was ill on Tuesday and she had to take time off.",
            ["The week was rough because her mother was ill on Tuesday and she had to take time off."],
        ),
        ("Propranolol 10 mg PRN, used twice.", ["Propranolol 10 mg PRN, used twice."]),
        ("Anxious, tearful, affect flat.", ["Anxious, tearful, affect flat."]),
        (
            "Used CBT, pt receptive, will practice daily.",
            ["Used CBT", "pt receptive", "will practice daily."],
        ),
        (
            "she came in tired and she said that she is sad because he left we practiced grounding",
            ["she came in tired", "she said that she is sad because he left", "we practiced grounding"],
        ),
    ],
)
def test_a_line_is_cut_into_its_statements(line: str, parts: list[str]) -> None:
    assert written_parts(line) == parts


def test_a_line_that_was_only_wrapped_is_one() -> None:
    lines = lines_from_summary(
        "Client reported that the weeks since her move have been\nharder than she thought."
    )
    assert len(lines) == 2
    wide = (
        "Client reported that the weeks since her move to the other city have been\nharder than she thought."
    )
    assert [line.spoken for line in lines_from_summary(wide)] == [wide.replace("\n", " ")]


async def test_a_heading_s_word_inside_a_sentence_is_none() -> None:
    note = await noted("Reviewed progress on all three goals: panic, driving, work.")
    assert texts(note) == ["Reviewed progress on all three goals: panic, driving, work."]


@pytest.mark.parametrize("summary", ["Plan:", "...", "S:\nO:\nA:\nP:"])
async def test_headings_alone_give_no_note(summary: str) -> None:
    note = await noted(summary)
    assert note.sections == ()
    assert note.statement


async def test_what_is_written_of_risk_stands_in_a_section_for_it() -> None:
    sections = [{"title": "Risk", "contents": ["risk"]}, {"title": "Told", "contents": ["reported"]}]
    summary = "Owns a shotgun. Her risk is low at present. She said hi to a neighbour. Denies HI."
    request = DraftRequest(summary=summary, template={"name": "Own", "sections": sections})
    note = await draft_from(request, now=NOW)
    assert texts(note, "Risk") == ["Owns a shotgun.", "Her risk is low at present.", "Denies HI."]


async def test_the_name_of_a_note_is_no_sentence_of_it() -> None:
    assert texts(await noted("Progress note. Slept badly.")) == ["Slept badly."]
    assert texts(await noted("Okay, dictating for Lena, session nine. Slept badly.")) == ["Slept badly."]


async def test_the_phases_of_a_protocol_are_headings() -> None:
    summary = "NC: I am bad\nSUD: 8\nDesensitization: six sets\nBody scan: clear\nClosure: container exercise"
    note = await noted(summary, "emdr")
    assert texts(note, "Assessment of the target") == ["NC: I am bad.", "SUD: 8."]
    assert texts(note, "Body scan") == ["Clear."]
    assert texts(note, "Closure and plan") == ["Container exercise."]
    assert "NC: I am bad." in texts(await noted(summary, "soap"), "Objective")
