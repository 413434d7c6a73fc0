"""Edits and strikes on a note's content."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signaling.note_edits import (
    edited,
    nothing_left,
    rests_on_words,
    with_notice,
    without_segments,
    without_words,
)
from signaling.rechecking import WithoutTheWords


def sentence(text: str, evidence: list[str], flags: list[str] | None = None) -> dict[str, Any]:
    return {"text": text, "evidence": evidence, "flags": flags or []}


def note(*sentences: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": "soap", "sections": [{"title": "Plan", "sentences": list(sentences)}], **more}


def flags_of(content: dict[str, Any]) -> list[list[str]]:
    return [one["flags"] for section in content["sections"] for one in section["sentences"]]


def test_an_edit_cannot_take_flags_off_what_it_leaves_as_it_was() -> None:
    kept = note(sentence("a", ["1"], ["number-not-in-evidence"]))
    assert flags_of(edited(kept, note(sentence("a", ["1"])), WithoutTheWords())) == [
        ["number-not-in-evidence"]
    ]


def test_what_the_call_showed_is_not_the_editors() -> None:
    kept = note(risk=[{"kind": "suicide"}], drafter="embedded", generated_at="now", not_discussed=["abuse"])
    given_ = note(sentence("own", []), risk=[], drafter="x", generated_at="then", not_discussed=[], frame={})
    content = edited(kept, given_, WithoutTheWords())
    assert content["risk"] == [{"kind": "suicide"}]
    assert (content["drafter"], content["generated_at"]) == ("embedded", "now")
    assert content["not_discussed"] == ["abuse"]
    assert "frame" not in content


def test_a_note_written_in_a_statements_place_is_by_hand_and_lists_no_silences() -> None:
    said = {"statement": "Too little was said.", "drafter": "embedded", "not_discussed": ["suicide"]}
    risk = [{"kind": "abuse", "status": "unclear", "evidence": ["1"], "quotes": []}]
    kept = {"format": "soap", "sections": [], "risk": risk, **said}
    content = edited(kept, note(sentence("She denied suicidal thoughts.", [])), WithoutTheWords())
    assert (content["drafter"], content["not_discussed"], content["risk"]) == ("clinician", [], risk)
    untouched = edited(kept, {**kept}, WithoutTheWords())
    assert (untouched["drafter"], untouched["not_discussed"]) == ("embedded", ["suicide"])


def test_struck_segments_take_what_rests_on_them() -> None:
    risk = [
        {"kind": "suicide", "status": "reported", "evidence": ["1"], "quotes": ["secret"]},
        {"kind": "abuse", "status": "unclear", "evidence": ["1", "3"], "quotes": ["secret", "open"]},
        {"kind": "self-harm", "status": "denied", "evidence": ["3"], "quotes": ["open"]},
    ]
    content = note(
        sentence("a", ["1"]), sentence("b", ["1", "2"]), sentence("c", ["3"]), sentence("d", []), risk=risk
    )
    left = without_segments(content, {"1"})
    assert left["sections"][0]["sentences"] == [
        sentence("c", ["3"]),
        sentence("d", []),
    ]
    assert [(item["kind"], item["evidence"], item["quotes"]) for item in left["risk"]] == [
        ("abuse", ["3"], []),
        ("self-harm", ["3"], ["open"]),
    ]


@given(
    st.lists(st.lists(st.sampled_from("1234"), max_size=3, unique=True), max_size=5),
    st.sets(st.sampled_from("1234")),
)
def test_no_struck_segment_stays_as_evidence(evidence: list[list[str]], struck: set[str]) -> None:
    content = note(*(sentence(f"s{n}", ids) for n, ids in enumerate(evidence)))
    left = without_segments(content, struck)
    assert not any(set(one["evidence"]) & struck for one in left["sections"][0]["sentences"])
    assert without_segments(left, struck) == left


def test_of_a_draft_without_sentences_a_statement_is_left_and_nothing_read_from_words() -> None:
    content = note(risk=[{"kind": "abuse"}], not_discussed=["sleep"], drafter="embedded", format="dap")
    left = nothing_left(content, "All was struck.")
    assert left == {
        "format": "dap",
        "sections": [],
        "risk": [],
        "not_discussed": [],
        "drafter": "none",
        "drafter_notice": None,
        "statement": "All was struck.",
    }


@pytest.mark.parametrize(
    "content", [note(sentence("own", []), drafter="embedded"), note(drafter="clinician")]
)
def test_what_somebody_wrote_is_left_as_it_is(content: dict[str, Any]) -> None:
    assert nothing_left(content, "All was struck.") == content


def test_notices_add_up() -> None:
    assert with_notice(with_notice({}, "One."), "Two.")["drafter_notice"] == "One. Two."


def test_a_withdrawal_leaves_what_the_clinician_wrote_alone() -> None:
    content = note(
        sentence("drafted", ["1"]),
        sentence("own", []),
        risk=[{"kind": "suicide", "status": "reported", "evidence": ["1"], "quotes": ["secret"]}],
        not_discussed=["abuse"],
        drafter="embedded",
        drafter_notice="Some lines could not be masked.",
        frame={"date": "2026-01-01"},
        statement="nothing",
    )
    content["sections"][0]["statement"] = "No next step was stated."
    left = without_words(content, "Withdrawn.")
    assert left == note(
        sentence("own", []),
        risk=[],
        not_discussed=[],
        drafter="clinician",
        drafter_notice="Withdrawn.",
        frame={"date": "2026-01-01"},
    )
    assert rests_on_words(content)
    assert not rests_on_words(left)


def test_a_draft_whose_sentences_were_all_deleted_still_rested_on_words() -> None:
    assert rests_on_words(note(sentence("own", []), drafter="embedded"))
    for drafter in ("clinician", "none"):
        assert not rests_on_words(note(sentence("own", []), drafter=drafter))
    assert not rests_on_words({"sections": [], "drafter": "embedded", "statement": "Too little was said."})
