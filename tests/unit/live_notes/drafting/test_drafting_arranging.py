"""A note in another format from its own sentences: nothing changed, nothing lost, nothing claimed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes import Note, NoteFormat
from live_notes.drafting.arranging import EMPTY, arranged
from live_notes.drafting.layouts import SECTIONS
from tests.support.written import SUMMARIES, noted

Json = dict[str, Any]


def note(sections: dict[str, list[str]], note_format: str = "soap") -> Json:
    titled = [
        {
            "title": title,
            "sentences": [
                {"text": text, "evidence": [f"s-{text[:3]}"], "flags": ["number"]} for text in texts
            ],
        }
        for title, texts in sections.items()
    ]
    found = {"risk": [], "not_discussed": [], "drafter": "embedded", "generated_at": "2026-01-05T10:00:00Z"}
    return {"format": note_format, "sections": titled} | found


def sentences(content: Json) -> list[Json]:
    return [one for section in content["sections"] for one in section["sentences"]]


def under(content: Json, title: str) -> list[str]:
    section = next(one for one in content["sections"] if one["title"] == title)
    return [one["text"] for one in section["sentences"]]


SOAP = note(
    {
        "Subjective": ["Client reported poor sleep.", "Client felt calmer after the exercise."],
        "Objective": ["Client was tearful."],
        "Assessment": ["Therapist taught a breathing exercise."],
        "Plan": ["Keep a sleep diary until next Monday."],
    }
)


def test_sentences_go_where_the_other_format_has_a_place_for_them() -> None:
    dap = arranged(SOAP, NoteFormat.DAP)
    assert "Client reported poor sleep." in under(dap, "Data")
    assert under(dap, "Plan") == ["Keep a sleep diary until next Monday."]
    birp = arranged(SOAP, NoteFormat.BIRP)
    assert "Client was tearful." in under(birp, "Behavior")
    assert birp["format"] == "birp"


def test_an_empty_section_claims_nothing_about_the_session() -> None:
    intake = arranged(note({"Plan": ["Meet again on Monday."]}), NoteFormat.INTAKE)
    empty = [section for section in intake["sections"] if not section["sentences"]]
    assert {section["statement"] for section in empty} == {EMPTY}
    assert "discussed" not in EMPTY


@given(
    st.sampled_from(list(NoteFormat)),
    st.sampled_from(list(NoteFormat)),
    st.lists(st.text("abc ., reported will taught", min_size=1).filter(str.strip), max_size=8),
)
def test_nothing_is_lost_or_changed_from_any_format_to_any_other(
    one: NoteFormat, other: NoteFormat, texts: list[str]
) -> None:
    titles = [plan.title for plan in SECTIONS[one]]
    sections: dict[str, list[str]] = {title: [] for title in titles}
    for at, text in enumerate(texts):
        sections[titles[at % len(titles)]].append(text)
    before = note(sections, one.value)
    after = arranged(before, other)
    assert sorted(map(str, sentences(after))) == sorted(map(str, sentences(before)))
    Note.model_validate(after)


def test_a_practices_own_format_is_left_with_all_its_sentences() -> None:
    own = note(
        {"What was": ["Client reported poor sleep."], "What next": ["Meet again on Monday."]}, "template"
    )
    soap = arranged({**own, "template": {"id": "tpl_1", "name": "Ours", "version": 2}}, NoteFormat.SOAP)
    assert "template" not in soap
    assert [one["text"] for one in sentences(soap)] == [
        "Client reported poor sleep.",
        "Meet again on Monday.",
    ]
    Note.model_validate(soap)


IN_SOAP = [
    ("Subjective", "Practised breathing and therapist challenged the thought that nobody cares."),
    ("Objective", "Therapist taught box breathing."),
    ("Objective", "Client and therapist rehearsed the call to the landlord."),
    ("Objective", "In session client and therapist did an imaginal exposure."),
    ("Assessment", "Therapist validated the anger."),
    ("Assessment", "Counselor explored the pros and cons."),
    ("Assessment", 'Therapist worked with a thought record: "What speaks against it?"'),
]


@pytest.mark.parametrize(("title", "deed"), IN_SOAP)
@pytest.mark.parametrize("form", [NoteFormat.BIRP, NoteFormat.GIRP, NoteFormat.PIRP, NoteFormat.PIE])
def test_what_was_done_goes_to_the_interventions_wherever_it_stood(
    title: str, deed: str, form: NoteFormat
) -> None:
    assert under(arranged(note({title: [deed]}), form), "Intervention") == [deed]


@pytest.mark.parametrize(
    ("title", "text", "stands"),
    [
        ("Subjective", "Client reported that a therapist had taught breathing last year.", "Behavior"),
        ("Subjective", "Client practised breathing at home.", "Behavior"),
        ("Objective", "Client was tearful.", "Behavior"),
        ("Objective", "Client was receptive to the exercise.", "Response"),
        ("Assessment", "Therapist believes the low mood comes of the loss.", "Response"),
        ("Assessment", "Steady progress towards the first goal.", "Response"),
        ("Plan", "Therapist taught the drill to repeat daily.", "Plan"),
        ("Plan", "Client will keep a diary.", "Plan"),
    ],
)
def test_nothing_else_is_called_an_intervention(title: str, text: str, stands: str) -> None:
    birp = arranged(note({title: [text]}), NoteFormat.BIRP)
    assert under(birp, "Intervention") == []
    assert under(birp, stands) == [text]


def test_where_the_note_had_a_place_for_interventions_its_sections_are_believed() -> None:
    birp = note({"Behavior": ["Reviewed the week, slept badly."], "Plan": []}, "birp")
    assert under(arranged(birp, NoteFormat.PIRP), "Problem") == ["Reviewed the week, slept badly."]


@pytest.mark.parametrize("name", SUMMARIES)
async def test_a_summary_s_interventions_are_found_as_if_drafted_anew(name: str) -> None:
    soap = arranged((await noted(SUMMARIES[name], "soap")).as_json(), NoteFormat.BIRP)
    anew = (await noted(SUMMARIES[name], "birp")).as_json()
    assert set(under(anew, "Intervention")) <= set(under(soap, "Intervention"))
