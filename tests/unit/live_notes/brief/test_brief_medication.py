"""Medication changes with their doses exactly as written, and doses that differ without a change."""

from __future__ import annotations

import pytest

from live_notes.brief import Said, SectionId, Status
from live_notes.brief.doses import doses_in, drugs_in
from live_notes.brief.limits import MOST_MEDICATION
from tests.support.earlier_notes import brief, lines, note, texts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Increase sertraline from 50 mg to 75 mg.", Status.CHANGED),
        ("Client started sertraline 25 mg on March 1.", Status.CHANGED),
        ("Sertraline was increased to 75 mg by her PCP.", Status.CHANGED),
        ("Client stopped taking sertraline because of nausea.", Status.CHANGED),
        ("Client is no longer taking sertraline.", Status.CHANGED),
        ("Psychiatrist tapered sertraline to 12.5 mg.", Status.CHANGED),
        ('Client stated: "My doctor put me up to 100 of sertraline."', Status.CHANGED),
        ("She denies heartburn and has stopped taking sertraline.", Status.CHANGED),
        ("Discontinue the use of sertraline.", Status.CHANGED),
        ("Add sertraline 25 mg at night.", Status.CHANGED),
        ("PCP to review sertraline; recommended increase to 40mg.", Status.PROPOSED),
        ("Consider increasing sertraline to 75 mg.", Status.PROPOSED),
        ("Client wants to stop sertraline.", Status.PROPOSED),
        ("Client did not start sertraline.", Status.NOT_CHANGED),
        ("Client declined to increase sertraline to 75 mg.", Status.NOT_CHANGED),
        ("Client takes sertraline 50 mg daily.", Status.MENTIONED),
        ("Continue sertraline 50 mg.", Status.MENTIONED),
        ("Client started a new job and continues sertraline 50 mg.", Status.MENTIONED),
        ("Client has taken sertraline 50 mg as prescribed.", Status.MENTIONED),
    ],
)
def test_a_sentence_about_a_drug_is_shown_as_what_it_is(text: str, status: Status) -> None:
    [line] = lines(brief(note("2026-03-02", {"Plan": [text]})), SectionId.MEDICATION)
    assert (line.topic, line.status, line.text) == ("sertraline", status, text)


@pytest.mark.parametrize(
    "text",
    [
        "Client continues sertraline.",
        "Client thinks sertraline is reducing her anxiety.",
        "Client started crying when her mother called.",
        "Client smoked marijuana twice.",
        "Client stopped at the pharmacy.",
        "Client ran 5 miles and drank 2 glasses of water.",
    ],
)
def test_what_changes_nothing_and_has_no_dose_is_left_out(text: str) -> None:
    section = brief(note("2026-03-02", {"Data": [text]})).section(SectionId.MEDICATION)
    assert (section.lines, section.codes) == ((), (Said.MEDICATION_NOT_RECORDED,))


def test_medication_without_a_name_counts_when_it_changes() -> None:
    [line] = lines(
        brief(note("2026-03-02", {"Data": ["Client stopped her medication last week."]})),
        SectionId.MEDICATION,
    )
    assert (line.topic, line.status) == ("medication", Status.CHANGED)


def test_a_drug_nobody_knows_counts_when_its_dose_changes() -> None:
    text = "Client asked to increase testosterone cypionate from 140 mg to 175 mg."
    [line] = lines(brief(note("2026-03-02", {"Data": [text]})), SectionId.MEDICATION)
    assert (line.topic, line.status, line.text) == ("medication", Status.PROPOSED, text)


def test_changes_come_newest_first_and_the_same_dose_again_is_no_news() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": ["Start sertraline 25 mg."]}),
        note("2026-03-09", {"Plan": ["Continue sertraline 25 mg.", "Increase sertraline to 50 mg."]}),
        note("2026-03-16", {"Plan": ["Continue sertraline fifty milligrams."]}),
    )
    assert texts(whole, SectionId.MEDICATION) == ["Increase sertraline to 50 mg.", "Start sertraline 25 mg."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Client takes sertraline 50 mg.", "Client takes sertraline 100 mg."),
        ("Increase sertraline from 50 mg to 75 mg.", "Client continues sertraline 50 mg."),
        ("Client stopped sertraline.", "Client takes sertraline 50 mg every morning."),
        ("Client stopped sertraline.", "Client continues sertraline."),
    ],
)
def test_notes_that_do_not_fit_each_other_are_both_shown_with_their_days(before: str, after: str) -> None:
    whole = brief(note("2026-03-02", {"Data": [before]}), note("2026-03-09", {"Data": [after]}))
    line = lines(whole, SectionId.MEDICATION)[0]
    assert (line.status, line.notes) == (Status.DISPUTED, ("2026-03-09", "2026-03-02"))
    assert line.text == (f"2026-03-09: {after} 2026-03-02: {before} No change between the two is recorded.")


def test_a_dose_that_was_proposed_and_is_taken_is_no_contradiction() -> None:
    whole = brief(
        note(
            "2026-03-02",
            {"Plan": ["Client takes sertraline 50 mg.", "Consider raising sertraline to 75 mg."]},
        ),
        note("2026-03-09", {"Data": ["Client takes sertraline 75 mg."]}),
    )
    assert lines(whole, SectionId.MEDICATION)[0].status == Status.MENTIONED


def test_a_correction_of_a_dose_is_a_line_of_its_own_with_its_day() -> None:
    added = [
        {"kind": "correction", "text": "The dose is 75 mg, not 50 mg.", "signed_at": "2026-03-03T09:00:00Z"}
    ]
    whole = brief(note("2026-03-02", {"Plan": ["Increase sertraline to 50 mg."]}, additions=added))
    newest, older = lines(whole, SectionId.MEDICATION)
    assert (newest.text, str(newest.date)) == ("The dose is 75 mg, not 50 mg.", "2026-03-03")
    assert "A correction was added to the note on 2026-03-03" in older.text


@pytest.mark.parametrize("count", [MOST_MEDICATION, MOST_MEDICATION + 1])
def test_changes_beyond_the_screen_are_counted(count: int) -> None:
    steps = [f"Increase sertraline to {25 * n} mg." for n in range(1, count + 1)]
    section = brief(note("2026-03-02", {"Plan": steps})).section(SectionId.MEDICATION)
    assert (len(section.lines), section.left_out) == (MOST_MEDICATION, count - MOST_MEDICATION)


# ------------------------------------------------------------ drugs and doses


@pytest.mark.parametrize(
    ("text", "written", "number", "unit"),
    [
        ("50 mg", "50 mg", 50.0, "mg"),
        ("50mg/day", "50mg", 50.0, "mg"),
        ("12.5 mg", "12.5 mg", 12.5, "mg"),
        ("1,000 mg", "1,000 mg", 1000.0, "mg"),
        ("0.5 milligrams", "0.5 milligrams", 0.5, "mg"),
        ("fifty milligrams", "fifty milligrams", 50.0, "mg"),
        ("one hundred and fifty mg", "one hundred and fifty mg", 150.0, "mg"),
        ("2 tablets", "2 tablets", 2.0, "tablet"),
        ("100 µg", "100 µg", 100.0, "mcg"),
    ],
)
def test_doses_are_read_and_kept_as_written(text: str, written: str, number: float, unit: str) -> None:
    [dose] = doses_in(f"She takes {text} a day.")
    assert (dose.written, dose.number, dose.unit) == (written, number, unit)


@pytest.mark.parametrize("text", ["glucose 110 mg/dL", "50 minutes", "5 of 7", "a score of 14"])
def test_other_figures_are_no_doses(text: str) -> None:
    assert doses_in(f"There was {text} here.") == []


def test_a_dose_belongs_to_the_drug_it_stands_by() -> None:
    found = drugs_in(
        "Takes 50 mg of sertraline and trazodone 100 mg at night, lithium (300 mg) and Zyloprix 5 mg."
    )
    assert {drug.name: [dose.written for dose in drug.doses] for drug in found} == {
        "sertraline": ["50 mg"],
        "trazodone": ["100 mg"],
        "lithium": ["300 mg"],
        "zyloprix": ["5 mg"],
    }
