"""A medicine asked about by name, or had from somebody, is told whole: dose, since when, and what then."""

from __future__ import annotations

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with


async def _told(*turns: tuple[str, str]) -> str:
    note = await drafted_with(("t", "How have things been?"), *turns, note_format=NoteFormat.SOAP)
    return "\n".join(one.text for part in note.sections for one in part.sentences)


async def test_the_answer_has_the_name_with_old_and_new_dose() -> None:
    told = await _told(
        ("c", "I slept a little better since the winter."),
        ("t", "Is the venlafaxine doing anything?"),
        (
            "c",
            "Dr Amos changed it. I was on the seventy-five, and she put it up to one hundred. Since Easter.",
        ),
        ("t", "Good."),
    )
    assert 'Regarding venlafaxine, client stated: "Dr Amos changed it. I was on the seventy-five' in told
    assert "Since Easter" in told


async def test_what_was_taken_back_stands_with_what_took_it_back() -> None:
    told = await _told(
        ("t", "And the zopiclone?"),
        ("c", "Binned it. Well, gave it back to the chemist. It was the seven. I'd stopped in May anyway."),
    )
    assert 'Regarding zopiclone, client stated: "Binned it. Well, gave it back to the chemist.' in told


async def test_another_ones_medicine_stays_theirs() -> None:
    told = await _told(
        ("t", "Is your mum still taking the lorazepam?"),
        ("c", "She is. She takes two tablets at night. She started after the funeral."),
    )
    assert "Regarding lorazepam" not in told


async def test_a_tablet_from_somebody_is_told_with_what_became_of_it() -> None:
    told = await _told(
        ("c", "My neighbour gave me two of her tramadol. For my knee, after the fall on the ice."),
        ("t", "She gave you two of hers?"),
        ("c", "She left them in a cup. I never took them."),
    )
    assert "I never took them" in told


async def test_a_medicine_from_a_doctor_is_no_gift() -> None:
    told = await _told(("c", "The doctor gave me tramadol. I took it for a week."), ("t", "And now?"))
    assert "When asked" not in told or "gave me tramadol" not in told.split("When asked")[0]


async def test_the_doses_of_the_day_are_in_the_plan_with_what_stays() -> None:
    note = await drafted_with(
        ("t", "We could start bringing the gabapentin down, slowly."),
        ("c", "Not the night one, please."),
        ("t", "Morning two hundred, night three hundred, for a fortnight. Then I ring you."),
        ("c", "Right."),
        ("t", "And we leave sertraline at fifty."),
        ("c", "Fine."),
        note_format=NoteFormat.SOAP,
    )
    plan = next(part for part in note.sections if part.title == "Plan")
    told = "\n".join(one.text for one in plan.sentences)
    assert 'Regarding gabapentin, the therapist stated: "Morning two hundred, night three hundred' in told
    assert "leave sertraline at fifty" in told
