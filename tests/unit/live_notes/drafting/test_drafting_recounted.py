"""The last total after a correction counts, with its own scale; ratings run to the last figure given."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with


async def _told(*turns: tuple[str, str]) -> str:
    note = await drafted_with(("t", "How have things been?"), *turns, note_format=NoteFormat.SOAP)
    return "\n".join(one.text for part in note.sections for one in part.sentences)


@pytest.mark.parametrize(
    ("turns", "line", "never"),
    [
        (
            (("t", "On the PHQ-9 you have fourteen today."), ("c", "Okay."),
             ("t", "Hold on, you left number six blank."), ("c", "Oh. Two, then. Put two."),
             ("t", "Two. So that makes sixteen.")),
            "PHQ-9: 16", "PHQ-9: 14",
        ),
        (
            (("t", "Your GAD-7 came to nine."), ("c", "So I'm forty percent better."),
             ("t", "I make that thirty.")),
            "GAD-7: 9", "30",
        ),
        (
            (("t", "The ISI last time was twenty. Let me see, today I've got eleven."), ("c", "Good."),
             ("t", "Wait, I skipped one. One, so twelve. Twelve."), ("c", "Ha.")),
            "ISI: 12 (previously 20)", "ISI: 11",
        ),
        (
            (("t", "On the PHQ-9 you have twelve, and for the last question you put nought."), ("c", "Yes."),
             ("t", "I'm only checking it really is nought."), ("c", "Well, some Sundays I'd rather sleep."),
             ("t", "So for me that'd be a one on that question."), ("c", "Okay. A one. Change it."),
             ("t", "That's a thirteen.")),
            "PHQ-9: 13", "PHQ-9: 12",
        ),
        (
            (("t", "The GAD-7 is ten."), ("c", "Hm."), ("t", "No, wait, what did you do on Friday?"),
             ("c", "I had four classes."), ("t", "So four.")),
            "GAD-7: 10", "GAD-7: 4",
        ),
    ],
)  # fmt: skip
async def test_the_last_total_counts(turns: tuple[tuple[str, str], ...], line: str, never: str) -> None:
    told = await _told(*turns)
    assert line in told
    assert never not in told


async def test_a_sheet_without_a_name_has_its_total() -> None:
    told = await _told(
        (
            "t",
            "I filled in the total of your sheet. I have seventeen. Is that a two or a one?",
        ),
        ("c", "That's a one."),
        ("t", "Then it's sixteen. It was twenty-two in April, and nineteen last month."),
    )
    assert "Sheet: 16 (previously 19" in told


@pytest.mark.parametrize(
    "said",
    [
        "I put the consent form on the desk. It's ten.",
        "You filled in the form for the council? I have nine here to sign.",
        "We did the balance sheet exercise. That's three of us who hate it.",
    ],
)
async def test_a_form_that_is_no_questionnaire_has_none(said: str) -> None:
    told = await _told(("t", said), ("c", "Okay."))
    assert "Form:" not in told
    assert "Sheet:" not in told


async def test_what_measures_mood_and_is_named_later_is_one_questionnaire() -> None:
    told = await _told(
        ("t", "And the mood questionnaire from the desk. It's nine today. And last time was six."),
        ("c", "I don't feel worse."),
        ("t", "Sorry, I read the wrong line. Six was the anxiety one. Your PHQ last time was fifteen."),
        ("c", "Oh."),
        ("t", "So it's fifteen to nine."),
    )
    assert "PHQ: 9 (previously 15)" in told
    assert "previously 6" not in told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Seventy. No... sixty. It's going down. It's fifty-five.", "then 55"),
        ("Sixty. Fifty.", "then 50"),
    ],
)
async def test_within_a_turn_the_last_figure_counts(answer: str, told: str) -> None:
    found = await _told(
        ("t", "Nought to a hundred, how anxious are you?"), ("c", "Eighty."),
        ("t", "Stay with it."), ("c", "Okay."),
        ("t", "And now? Nought to a hundred, how anxious?"), ("c", answer),
    )  # fmt: skip
    assert told in found


async def test_a_number_the_client_takes_back_is_not_the_rating() -> None:
    found = await _told(
        ("t", "Nought to ten, how important is it to you to cut down?"), ("c", "Eight."),
        ("t", "And how sure are you that you could?"), ("c", "Nine."),
        ("t", "Nine. What makes it a nine?"), ("c", "No. Nine is what I tell my mother. Five."),
    )  # fmt: skip
    assert "at 5 (0 to 10)" in found
