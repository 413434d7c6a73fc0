"""Which scores stand in a note as today's, by what names they are called, and which must not stand there."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.measures.measure_words import NAMES, in_digits
from live_notes.drafting.embedded.measures.scale_names import called
from live_notes.drafting.embedded.measures.scores_named import named_scores
from tests.support.dialogues import drafted_with


async def _told(*turns: tuple[str, str]) -> list[str]:
    note = await drafted_with(*turns, note_format=NoteFormat.SOAP)
    objective = next(part for part in note.sections if part.title == "Objective")
    assert not [(one.text, one.flags) for one in objective.sentences if one.flags]
    return [one.text for one in objective.sentences]


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("the P H Q nine is", '"P H Q nine"'),
        ("your G.A.D. seven", '"G.A.D. seven"'),
        ("the gad seven", "GAD-7"),
        ("on the PCL-5,", "PCL-5"),
        ("the why box came to", '"why box"'),
        ("your Yale-Brown", "Y-BOCS"),
        ("the Y-BOCS", "Y-BOCS"),
        ("the core ten", "CORE-10"),
        ("the CORE-34", "CORE-34"),
        ("your core thirty-four", "CORE-34"),
        ("the core o m", ""),
        ("the Edinburgh was", "Edinburgh"),
        ("the EPDS", "EPDS"),
        ("the PGSI", "PGSI"),
        ("the PQ sixteen", "PQ-16"),
        ("your audit came", "AUDIT"),
        ("the audit C", "AUDIT-C"),
        ("the DASS twenty-one", "DASS-21"),
        ("the EDEQ", "EDE-Q"),
        ("your EAT twenty-six", "EAT-26"),
        ("the OCI-R", "OCI-R"),
        ("the Warwick-Edinburgh", "WEMWBS"),
        ("the WSAS", "WSAS"),
        ("the ham-D", "HAM-D"),
        ("the spin score", "SPIN"),
        ("the C-SSRS", "C-SSRS"),
        ("your MADRS", "MADRS"),
        ("the ASRS", "ASRS"),
        ("the core of it", ""),
        ("my core muscles", ""),
        ("the Edinburgh train", ""),
        ("the audit team", ""),
        ("a spin class", ""),
        ("I was scared, it was", ""),
        ("I eat twenty", ""),
        ("in a cage", ""),
    ],
)
def test_scales_are_known_as_they_are_spoken(spoken: str, written: str) -> None:
    found = NAMES.search(spoken)
    assert (called(found["scale"]) if found else "") == written


@pytest.mark.parametrize(
    ("words", "scores"),
    [
        ("The ISI is 14 and the WSAS is 22.", {"ISI": "14", "WSAS": "22"}),
        ("BDI twenty-two, that was thirty the last time.", {"BDI": "22"}),
        ("The MADRS and the BDI are eighteen and twenty.", {"MADRS": "18", "BDI": "20"}),
        ("The core ten has gone from 24 down to 17.", {"CORE-10": "17"}),
        ("Your P H Q nine is 8 out of 27.", {'"P H Q nine"': "8"}),
        ("So eighteen on the EPDS.", {"EPDS": "18"}),
        ("GAD-7: 5, PHQ-9: 9.", {"GAD-7": "5", "PHQ-9": "9"}),
        ("The WSAS is six, which is better than last week.", {"WSAS": "6"}),
        # of another day alone
        ("Your DASS was twenty-four in March.", {}),
        ("The PHQ nine was sixteen when we started.", {}),
        ("At the assessment the PCL was sixty.", {}),
        # left out this time, or still to come
        ("I won't repeat the AUDIT today, you were a seventeen the first day.", {}),
        ("We didn't do the CORE-10 again, it was twelve.", {}),
        ("I'm going to send you the ISI, it's at seven.", {}),
        # of somebody else
        ("Your sister's PHQ was twenty.", {}),
        ("People with a GAD of ten usually sleep badly.", {}),
        # a mark of the scale
        ("On the PHQ anything over ten is moderate.", {}),
        ("The cut-off on the EPDS is thirteen.", {}),
        ("The BDI goes from 0 to 63.", {}),
        ("With the PCL we'd hope to get you to thirty.", {}),
        ("A PHQ of ten or more is where we worry.", {}),
        # one of its questions
        ("On the PHQ, question nine, you're at one.", {}),
        ("On the BDI you put two for sleep.", {}),
        ("On the PHQ for the last one you put zero.", {}),
        # no totals
        ("The ISI is seven questions.", {}),
        ("You did the GAD at ten past nine.", {}),
        ("The Edinburgh is 10 items.", {}),
    ],
)
def test_a_score_is_of_today_and_of_the_client(words: str, scores: dict[str, str]) -> None:
    assert {one.scale: one.score for one in named_scores(words)} == scores


def test_numbers_count_in_figures_and_in_words() -> None:
    assert [in_digits(one) for one in ("38", "thirty-eight", "3.4", "three point four")] == [
        "38",
        "38",
        "3.4",
        "3.4",
    ]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((("t", "I had sent you the MADRS. It came back yesterday. It's 17. It was 26 at referral."),),
         ["MADRS: 17 (previously 26)."]),
        ((("t", "ISI nine, that was fifteen last time."),), ["ISI: 9 (previously 15)."]),
        ((("t", "The WSAS is twelve, against twenty in January."),), ["WSAS: 12 (previously 20)."]),
        ((("t", "The ISI, that's, uh, twenty."), ("c", "Right."),
          ("t", "And ISI twenty, that was 22 last week.")),
         ["ISI: 20 (previously 22)."]),
        ((("t", "I've got your OCI-R. It's 30."), ("c", "Was it not 39 before?"),
          ("t", "It was 41 at the start.")),
         ["OCI-R: 30 (previously 41)."]),
        ((("t", "Your why box is 26."),), ['"why box": 26.']),
        ((("t", "Your P H Q nine is 12."),), ['"P H Q nine": 12.']),
        ((("t", "So that's the MADRS done. Seventeen."),), ["MADRS: 17."]),
        ((("t", "And your PGSI?"), ("c", "I got 12.")), ["PGSI: 12."]),
        ((("t", "And your WSAS?"), ("c", "I got twenty-one.")), ["WSAS: 21."]),
        ((("t", "So the EDE-Q came out at 3.4."),), ["EDE-Q: 3.4."]),
        ((("t", "Your ISI is eighteen. Sorry, seventeen."),), ["ISI: 17."]),
        ((("t", "Your ISI is eighteen, down from twenty, and the WSAS is nine, down from eleven."),),
         ["ISI: 18 (previously 20).", "WSAS: 9 (previously 11)."]),
        ((("t", "Did you do the sheet? Let me just tot it up. So that's seventeen. It was 23 when you"
           " first came."),),
         ['Therapist scored: "So that\'s seventeen. It was 23 when you first came."']),
        ((("t", "You did the sheet out there? Let me add it up. That's three, six, no. One and three is"
           " four, seven, ten. It's ten."),
          ("c", "Ten?"), ("t", "So ten. When you first walked in you were at 19.")),
         ["Sheet: 10 (previously 19)."]),
        ((("t", "You filled in the sheet, the ten questions. I make it... seventeen. Number four,"
           " you put never."),
          ("c", "It's sometimes, if I'm honest."), ("t", "So that makes it eighteen, not seventeen.")),
         ['Therapist scored: "That makes it eighteen, not seventeen."']),
        ((("t", "The questionnaire, give me a second to count it. It's twelve. Question two, always?"),
          ("c", "No, never, I ticked wrong."), ("t", "Then that brings you to nine rather than twelve.")),
         ['Therapist scored: "Then that brings you to nine rather than twelve."']),
    ],
)  # fmt: skip
async def test_scores_are_told_with_their_scale_and_what_they_were(
    turns: tuple[tuple[str, str], ...], told: list[str]
) -> None:
    assert await _told(*turns, ("c", "Okay, that is good.")) == told


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "I won't redo the ISI today. You were a twenty the first time."), ("c", "Fine.")),
        (("t", "We'll do the WSAS next week. It's five minutes."), ("c", "Fine.")),
        (("t", "Let me add up the drinks on the form. That's fifteen."), ("c", "Sounds about right.")),
        (("t", "Your WSAS was thirty when we started."), ("c", "It felt like it.")),
        (("t", "You did the sheet? Let me add it up. That's two, five, no, wait."), ("c", "Take your time.")),
        (("t", "On the form, I make it three you left out."), ("c", "Sorry, I was rushing.")),
    ],
)
async def test_nothing_is_told_as_a_score_of_today(turns: tuple[tuple[str, str], ...]) -> None:
    note = await drafted_with(*turns, note_format=NoteFormat.SOAP)
    said = [one.text for part in note.sections for one in part.sentences]
    assert not [one for one in said if one.startswith(("ISI: 2", "WSAS", "Therapist scored"))]


async def test_the_phq_one_is_the_sheet_and_no_score() -> None:
    told = await _told(
        ("t", "So this form you did in the waiting room, the PHQ one. It came to seventeen."),
        ("c", "Can I change it? She was sitting right there, she reads over my shoulder."),
    )
    assert told == ["PHQ: 17."]
