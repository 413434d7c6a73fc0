"""The draft as it was drafted goes with the note, and with the words it was drafted from."""

from __future__ import annotations

from typing import Any

from signaling.as_drafted import (
    DRAFTED,
    drafted_of,
    note_alone,
    note_to_sign,
    with_draft,
    with_drafted_section,
)
from signaling.note_edits import (
    edited,
    placed_as,
    rests_on_words,
    segments_named,
    without_segments,
    without_words,
)
from signaling.rechecking import WithoutTheWords

Json = dict[str, Any]


def sentence(text: str, *evidence: str) -> Json:
    return {"text": text, "evidence": list(evidence), "flags": []}


def note(*sentences: Json, **more: Any) -> Json:
    sections = [{"title": "Plan", "sentences": list(sentences)}]
    return {"format": "soap", "sections": sections, "generated_at": "2026-01-01T00:00:00Z", **more}


def drafted_texts(content: Json) -> list[str]:
    kept = drafted_of(content)
    return [] if kept is None else [one["text"] for part in kept["sections"] for one in part["sentences"]]


def test_an_edit_leaves_the_draft_as_it_was_drafted() -> None:
    kept = with_draft(note(sentence("One.", "s1")))
    after = edited(kept, note(sentence("One, changed.", "s1")), WithoutTheWords())
    assert drafted_texts(after) == ["One."]
    assert DRAFTED not in note_alone(after)
    assert after["sections"][0]["sentences"][0]["text"] == "One, changed."


def test_an_edit_can_not_say_how_the_note_was_drafted() -> None:
    given = note(sentence("One.", "s1")) | {DRAFTED: note(sentence("Never drafted."))}
    assert drafted_texts(edited(with_draft(note(sentence("One.", "s1"))), given, WithoutTheWords())) == [
        "One."
    ]


def test_what_is_struck_or_withdrawn_leaves_the_draft_too() -> None:
    kept = with_draft(note(sentence("One.", "s1"), sentence("Two.", "s2"), risk=[]))
    changed = {**kept, "sections": note(sentence("Own."))["sections"]}
    assert segments_named(changed) == {"s1", "s2"}
    assert drafted_texts(without_segments(changed, {"s1"})) == ["Two."]
    assert rests_on_words(changed)
    left = without_words(changed, "withdrawn")
    assert drafted_of(left) is None
    assert left["sections"][0]["sentences"] == [sentence("Own.")]


def test_a_section_drafted_anew_is_compared_with_its_new_draft() -> None:
    kept = with_draft(note(sentence("One.", "s1")))
    fresh = {"title": "Plan", "sentences": [sentence("Anew.", "s1")]}
    assert drafted_texts(with_drafted_section(kept, fresh)) == ["Anew."]
    assert with_drafted_section(note(), fresh) == note()


def test_a_statement_in_a_notes_place_was_not_drafted() -> None:
    assert drafted_of(with_draft({"format": "soap", "sections": [], "statement": "Nothing."})) is None


def test_the_place_of_service_is_the_editors_and_outlives_another_draft() -> None:
    frame = {"date": "2026-01-01", "modality": "telehealth video"}
    given = note(frame={"date": "2030-01-01", "place_of_service": "10"})
    placed = edited(note(frame=frame), given, WithoutTheWords())
    assert placed["frame"] == frame | {"place_of_service": "10"}
    assert placed_as(note(frame=frame), placed)["frame"]["place_of_service"] == "10"
    assert edited(placed, note(frame=frame), WithoutTheWords())["frame"] == frame
    assert "frame" not in edited(note(), note(), WithoutTheWords())


def test_the_reasons_of_flags_stand_in_the_unsigned_note_alone() -> None:
    why = {"flag": "unsupported", "reason": 'the cited lines say nothing of "gambling"'}
    doubtful = {**sentence("Client gambles.", "1"), "flags": ["unsupported"], "objections": [why]}
    kept = with_draft(note(doubtful, sentence("Client walks.", "2")))
    assert note_alone(kept)["sections"][0]["sentences"][0]["objections"] == [why]
    assert "gambling" not in str(drafted_of(kept))
    assert "gambling" not in str(with_drafted_section(kept, kept["sections"][0])[DRAFTED])
    signed = note_to_sign(kept)
    assert signed["sections"][0]["sentences"][0] == {
        **sentence("Client gambles.", "1"),
        "flags": ["unsupported"],
    }
    assert "gambling" not in str(signed)
    assert DRAFTED not in signed


def test_no_reason_outlives_a_withdrawal_or_a_strike() -> None:
    why = {"flag": "standing-sentence", "reason": "as they said"}
    own = {**sentence("Own words."), "flags": ["standing-sentence"], "objections": [why]}
    drafted = {**sentence("Client gambles.", "1", "2"), "flags": ["unsupported"], "objections": [why]}
    left = without_words(note(own, drafted), "They withdrew.")
    assert left["sections"][0]["sentences"] == [{**sentence("Own words."), "flags": ["standing-sentence"]}]
    assert "as they said" not in str(without_segments(note(drafted), {"2"}))
