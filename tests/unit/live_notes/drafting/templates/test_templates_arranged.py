"""Without a transcript a note goes into a practice's own format, and out of it, with all its sentences."""

from __future__ import annotations

from typing import Any

import pytest

from live_notes import NoteFormat, parse_template
from live_notes.completeness import advice_for
from live_notes.completeness.expected import OF_A_TEMPLATE
from live_notes.drafting.arranging import arranged

TEXT = "Seen by video.\n "
OURS = parse_template(
    {
        "name": "Ours",
        "sections": [
            {"title": "Consent", "text": TEXT},
            {"title": "Story", "contents": ["reported", "observed", "response"]},
            {"title": "Next", "contents": ["plan"]},
        ],
    },
    "tpl_1",
    2,
)


def section(title: str, *texts: str, **more: str) -> dict[str, Any]:
    return {"title": title, "sentences": [{"text": t, "evidence": [], "flags": []} for t in texts], **more}


def note(*sections: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": "soap", "sections": list(sections), "risk": [], "not_discussed": [], **more}


SOAP = note(
    section("Subjective", "Client reported sleeping badly."),
    section("Assessment", "Therapist validated the anger."),
    section("Plan", "Client to keep a sleep diary."),
)


def texts(content: dict[str, Any]) -> list[str]:
    return sorted(one["text"] for part in content["sections"] for one in part["sentences"])


def test_a_note_goes_into_a_template_with_its_text_and_no_sentence_is_lost() -> None:
    made = arranged(SOAP, NoteFormat.SOAP, OURS)
    assert [part["title"] for part in made["sections"]] == ["Consent", "Story", "Next"]
    assert (made["format"], made["template"]) == ("template", {"id": "tpl_1", "name": "Ours", "version": 2})
    assert made["sections"][0] == {"title": "Consent", "sentences": [], "fixed": TEXT}
    assert texts(made) == texts(SOAP)
    assert made["sections"][2]["sentences"][0]["text"] == "Client to keep a sleep diary."


def test_a_note_comes_out_of_a_template_without_its_mark_and_no_sentence_is_lost() -> None:
    made = arranged(arranged(SOAP, NoteFormat.SOAP, OURS), NoteFormat.DAP)
    assert (made["format"], "template" in made) == ("dap", False)
    assert texts(made) == texts(SOAP)
    assert "fixed" not in str(made)


def test_where_every_section_is_for_each_client_the_sentences_stand_in_one_for_all() -> None:
    each = parse_template(
        {"name": "x", "sections": [{"title": "Own", "contents": ["reported"], "each_client": True}]}
    )
    assert texts(arranged(SOAP, NoteFormat.SOAP, each)) == texts(SOAP)


@pytest.mark.parametrize("template", [None, {"name": "Ours", "version": 1}])
def test_a_note_in_a_format_of_ones_own_is_advised_on_for_what_every_note_has(template: object) -> None:
    made = {**arranged(SOAP, NoteFormat.SOAP, OURS), "template": template}
    codes = {one.code for one in advice_for(made)}
    assert {"start-stop", "place", "risk"} <= codes
    assert codes - {"start-stop", "place", "risk"} <= {one.code for one in OF_A_TEMPLATE}
