"""A medicine that neither side tells whole: its name, how much of it, and what is done with it."""

from __future__ import annotations

import pytest

from live_notes import DraftSpec, NoteFormat, Preferences
from live_notes.drafting.embedded.drafter import draft_embedded
from tests.support.dialogues import said


def told(*turns: str) -> list[str]:
    lines = said(*((turn[0].lower(), turn[3:]) for turn in turns))
    draft = draft_embedded(lines, DraftSpec(NoteFormat.SOAP, Preferences()))
    return [one.text for section in draft.sections for one in section.sentences]


@pytest.mark.parametrize(
    ("turns", "now"),
    [
        (
            (
                "T: Did you have the lorazepam on you?",
                "C: In my coat. I haven't had one since Easter.",
                "T: So that's the one milligram, when needed, and none had.",
                "C: No. But I like to know it's there.",
            ),
            "Regarding lorazepam, therapist stated: \"That's the one milligram, when needed, and none had."
            '" Client answered: "No. But I like to know it\'s there."',
        ),
        (
            ("T: So Dr. Khan put the duloxetine up to sixty.", "C: A fortnight ago. I feel queasy on it."),
            'Therapist stated: "Dr. Khan put the duloxetine up to sixty." Client answered: "A fortnight ago.'
            ' I feel queasy on it."',
        ),
        (
            ("T: You're still on the paroxetine, twenty.", "C: Twenty, yes. And I sweat at night."),
            'Therapist stated: "You\'re still on the paroxetine, twenty." Client answered: "Twenty, yes.'
            ' And I sweat at night."',
        ),
        (
            (
                "T: Bad night?",
                "C: I took one of my flatmate's pills.",
                "T: Which one?",
                "C: Tramadol. Fifty.",
            ),
            'Client stated: "I took one of my flatmate\'s pills." When asked which one, client answered:'
            ' "Tramadol. Fifty."',
        ),
        (
            ("T: And?", "C: Lorazepam he's stopped for good. I have a strip left but I'm not taking it."),
            "Client stated: \"Lorazepam he's stopped for good. I have a strip left but I'm not taking it.\"",
        ),
        (
            ("T: And tablets? You'd had the zopiclone.", "C: I'm done with that. A month now."),
            "Regarding zopiclone, client reported that they are done with that, a month now.",
        ),
    ],
)
def test_both_parts_stand_in_one_sentence(turns: tuple[str, ...], now: str) -> None:
    assert now in told(*turns)


def test_the_line_that_names_the_medicine_is_evidence() -> None:
    lines = said(
        ("t", "Did you have the lorazepam on you?"),
        ("c", "In my coat. I haven't had one since Easter."),
        ("t", "So that's the one milligram, when needed, and none had."),
        ("c", "No. But I like to know it's there."),
    )
    draft = draft_embedded(lines, DraftSpec(NoteFormat.SOAP, Preferences()))
    found = [one for section in draft.sections for one in section.sentences]
    assert [one.evidence for one in found if one.text.startswith("Regarding lorazepam")] == [
        ("s1", "s3", "s4")
    ]


def test_a_dose_gets_the_name_that_the_clinician_puts_to_it() -> None:
    found = told(
        "T: And medication. What is it now? Is it thirty?",
        "C: It's not thirty, it's fifteen.",
        "T: Okay so, mirtazapine fifteen milligrams.",
        "C: Yeah.",
    )
    assert any(one.startswith("Regarding mirtazapine, when asked ") and "15" in one for one in found)


@pytest.mark.parametrize(
    "turns",
    [
        (  # somebody else's
            "T: How is your gran?",
            "C: My gran is on amlodipine now.",
            "T: So that's the five milligrams, once a day.",
            "C: For her, yes, I give it to her.",
        ),
        (  # two medicines
            "T: So you have the lithium and the quetiapine.",
            "C: Both, yes.",
            "T: So that's the fifty milligrams at night.",
            "C: I think so, and then I sleep.",
        ),
        (  # advice
            "T: Are you on the sertraline?",
            "C: I am, and it helps me a bit.",
            "T: So you'd take the fifty milligrams at night.",
            "C: I could. Maybe.",
        ),
        (  # another amount
            "T: And the cups of tea, is it thirty?",
            "C: It's not thirty, it's fifteen.",
            "T: Okay. And you have the mirtazapine, fifteen milligrams?",
            "C: Yeah, at night.",
        ),
        ("T: And tablets? You had the zopiclone and the tramadol.", "C: I'm done with that. A month now."),
        ("T: And tablets? You had the zopiclone.", "C: The water tablet, as before. It's fine."),
    ],
)
def test_no_name_is_put_to_what_may_be_something_else(turns: tuple[str, ...]) -> None:
    found = told(*turns)
    assert not any(
        one.startswith("Regarding") and "medic" not in one and "tablets" not in one for one in found
    )
    assert not any("milligrams" in one and "Therapist stated" in one for one in found)
