"""Advice on what a note may lack: what each format must hold, said with its rule, never more than advice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from live_notes import NoteFormat
from live_notes.completeness import Advice, advice_for, band_of
from live_notes.completeness.expected import EXPECTED
from live_notes.drafting.layouts import SECTIONS

Json = dict[str, Any]

FRAME = {"started_at": "2026-01-05T09:00:00Z", "ended_at": "2026-01-05T09:50:00Z", "place_of_service": "10"}
WHOLE = {
    "Subjective": ["Client reported waking at four with anxiety about work."],
    "Objective": ["Client was tearful and oriented."],
    "Assessment": [
        "Sleep is improving compared with last month; client is working on the goal of returning to work."
    ],
    "Plan": [
        "Therapist taught a breathing exercise, which the client found helpful.",
        "Meet again next Monday.",
    ],
}


def note(sections: dict[str, list[str]], note_format: str = "soap", **more: Any) -> Json:
    titled = [
        {"title": title, "sentences": [{"text": text, "evidence": [], "flags": []} for text in texts]}
        for title, texts in sections.items()
    ]
    whole = {
        "format": note_format,
        "sections": titled,
        "risk": [],
        "not_discussed": ["suicide"],
        "frame": FRAME,
    }
    return whole | more


def codes(content: Json) -> set[str]:
    return {one.code for one in advice_for(content)}


def without(title: str) -> Json:
    return note({name: [] if name == title else texts for name, texts in WHOLE.items()})


def test_a_whole_note_gets_no_advice() -> None:
    assert advice_for(note(WHOLE)) == ()


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Objective", "observed"),
        ("Assessment", "goal"),
        ("Assessment", "progress"),
        ("Plan", "plan"),
        ("Plan", "next"),
    ],
)
def test_an_emptied_section_of_a_soap_note_is_missed(title: str, missing: str) -> None:
    assert missing in codes(without(title))


def test_each_advice_says_which_rule_it_is_from_and_where_it_belongs() -> None:
    assert Advice("observed", "soap", "Objective") in advice_for(without("Objective"))
    assert Advice("next", "plan") in advice_for(without("Plan"))


def test_times_and_place_are_looked_for_in_the_frame() -> None:
    assert codes(note(WHOLE, frame=None)) == {"start-stop", "place"}
    assert codes(note(WHOLE, frame=FRAME | {"place_of_service": None})) == {"place"}


def test_risk_is_assessed_or_said_to_be_not_discussed() -> None:
    assert "risk" in codes(note(WHOLE, not_discussed=[]))
    assert "risk" not in codes(
        note(WHOLE | {"Objective": ["No suicidal ideation; alert."]}, not_discussed=[])
    )
    unclear = [{"kind": "suicide", "status": "unclear", "evidence": ["s1"]}]
    assert "risk-open" in codes(note(WHOLE, risk=unclear))
    answered = WHOLE | {"Objective": ["Client was alert and denied suicidal thoughts when asked."]}
    assert "risk-open" not in codes(note(answered, risk=unclear))


def test_what_a_client_said_is_no_intervention() -> None:
    birp = {
        "Behavior": ["Client described panic on the bus."],
        "Intervention": ["Client reported that the week was hard."],
        "Response": ["Client was receptive."],
        "Plan": ["Next session on Friday; the goal of riding the bus stays."],
    }
    assert codes(note(birp, "birp")) == {"interventions-others"}
    done = birp | {"Intervention": ["Therapist reviewed the exposure ladder."]}
    assert codes(note(done, "birp")) == set()
    assert "interventions" in codes(note(birp | {"Intervention": []}, "birp"))


def test_a_goal_is_missed_where_the_format_has_a_section_for_it() -> None:
    girp = {
        "Goal": [],
        "Intervention": ["Therapist taught grounding."],
        "Response": ["Anxiety fell."],
        "Plan": ["Next week."],
    }
    assert Advice("goal", "girp", "Goal") in advice_for(note(girp, "girp"))


def test_an_intake_says_of_every_domain_whether_it_was_discussed() -> None:
    intake = note(
        {"Presenting problem": ["Panic since June."], "Legal": [], "Plan": ["Meet again in two weeks."]},
        "intake",
    )
    assert codes(intake) == {"untouched"}
    intake["sections"][1]["statement"] = "Not discussed in this session."
    assert codes(intake) == set()


def test_a_practices_own_format_is_held_to_what_every_note_has() -> None:
    own = note(
        {"What was": WHOLE["Subjective"], "What next": ["Client will rest. Meet again next Monday."]},
        "template",
    )
    assert codes(own) == {"goal", "interventions", "response"}
    assert {one.section for one in advice_for(own)} == {None}


def test_a_statement_in_a_notes_place_and_an_empty_note_get_none() -> None:
    assert advice_for(note({})) == ()
    assert advice_for(note({"Subjective": [], "Plan": []})) == ()


def test_what_is_looked_for_in_a_section_names_one_of_the_formats_own() -> None:
    for note_format in NoteFormat:
        titles = {plan.title for plan in SECTIONS[note_format]}
        assert {one.section for one in EXPECTED[note_format] if one.section} <= titles


def test_bands_follow_whole_minutes_of_actual_times() -> None:
    began = datetime(2026, 1, 5, 9, tzinfo=UTC)

    def code(minutes: float) -> str | None:
        band = band_of(began, began + timedelta(minutes=minutes))
        return None if band is None else band.code

    assert [code(m) for m in (15.9, 16, 37.9, 38, 52.98, 53, 90)] == [
        None, "90832", "90832", "90834", "90834", "90837", "90837",
    ]  # fmt: skip
    assert band_of(began, None) is None
