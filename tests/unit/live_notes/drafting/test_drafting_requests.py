from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

import live_notes
from live_notes import (
    AS_PREFERRED,
    Detail,
    DraftRequest,
    Preferences,
    Wishes,
    draft_from,
    lines_from_summary,
    lines_from_transcript,
    parse_preferences,
)
from live_notes.drafting.preferences import MAX_INSTRUCTIONS_CHARS
from live_notes.written import MAX_SUMMARY_CHARS
from retention.errors import BadInput
from tests.support.dialogues import dialogue, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
SUMMARY = (
    "Client reported poor sleep this week, waking at 4 am. Denied suicidal ideation. Affect was "
    "flat; tearful when "
    "discussing her mother. We practiced box breathing and I introduced thought records. Client was "
    "receptive. "
    "Progress toward returning to work is slow but steady. Client will complete a thought record "
    "daily. Next session "
    "in two weeks."
)


@pytest.mark.parametrize(
    "transcript",
    [
        "text",
        42,
        {},
        {"segments": "text"},
        {"segments": ["text"]},
        [{"text": 7}],
        [{"text": "hello", "start": "now"}],
        [{"text": "hello", "start": float("nan")}],
        [{"text": "hello", "id": ["x"]}],
        [{"text": "hello", "id": "a"}, {"text": "hello", "id": "a"}],
        [{"text": "x" * 9000}],
    ],
)
async def test_a_malformed_transcript_is_bad_input(transcript: object) -> None:
    with pytest.raises(BadInput):
        await draft_from(DraftRequest(transcript=transcript, format="soap"), now=NOW)


@pytest.mark.parametrize(
    ("named", "preferences"),
    [("soup", None), ("soap", []), ("soap", {"detail": "endless"}), ("soap", {"pronouns": "xyz"})],
)
async def test_an_impossible_format_or_preference_is_bad_input(named: str, preferences: object) -> None:
    with pytest.raises(BadInput):
        await draft_from(DraftRequest(summary=SUMMARY, format=named, preferences=preferences), now=NOW)


async def test_nothing_to_draft_from_is_bad_input() -> None:
    with pytest.raises(BadInput):
        await draft_from(DraftRequest(format="soap"), now=NOW)


def test_bad_input_never_repeats_what_it_was_given() -> None:
    with pytest.raises(BadInput) as refused:
        parse_preferences({"detail": "zanzibar"})
    assert "zanzibar" not in f"{refused.value} {refused.value!r} {refused.value.__cause__}"


def test_lines_are_put_in_order_and_partials_are_left_out() -> None:
    lines = lines_from_transcript(
        [
            {"id": "b", "text": "two", "start": 5, "role": "client"},
            {"id": "c", "text": "thr", "start": 6, "final": False},
            {"id": "a", "text": "one", "start": 1, "role": "doctor"},
        ]
    )
    assert [(line.id, line.speaking.value) for line in lines] == [("a", "clinician"), ("b", "client")]


def test_a_role_is_only_ever_read_from_the_role_field() -> None:
    (line,) = lines_from_transcript([{"text": "I think so", "speaker": "Doctor", "track": "clinician"}])
    assert line.speaking.value == "unknown"


async def test_a_typed_summary_drafts_through_the_same_path() -> None:
    note = await draft_from(DraftRequest(summary=SUMMARY, format="soap"), now=NOW)
    assert "Client reported poor sleep this week, waking at 4 am." in texts(note, "Subjective")
    assert "Affect was flat; tearful when discussing her mother." in texts(note, "Objective")
    assert "Progress toward returning to work is slow but steady." in texts(note, "Assessment")
    assert texts(note, "Plan") == [
        "Client will complete a thought record daily.",
        "Next session in two weeks.",
    ]
    assert [(r.kind.value, r.status.value) for r in note.risk] == [("suicide", "denied")]
    assert note.flagged() == ()


def test_a_summary_s_sentences_and_bullets_get_ids_of_their_own() -> None:
    lines = lines_from_summary(
        "- Slept badly.\n- Saw Dr. Ames on Friday. Felt better.\n\n1. Return in a week"
    )
    assert [(line.id, line.spoken) for line in lines] == [
        ("sum-1", "Slept badly."),
        ("sum-2", "Saw Dr. Ames on Friday."),
        ("sum-3", "Felt better."),
        ("sum-4", "Return in a week"),
    ]


def test_an_endless_summary_is_bad_input() -> None:
    with pytest.raises(BadInput):
        lines_from_summary("x" * (MAX_SUMMARY_CHARS + 1))


async def test_a_transcript_and_a_summary_make_one_note() -> None:
    request = DraftRequest(
        transcript=dialogue("panic_and_breathing"), summary="Affect was anxious.", format="soap"
    )
    note = await draft_from(request, now=NOW)
    assert "Affect was anxious." in texts(note, "Objective")
    assert any("box" in t or "train" in t for t in texts(note))


async def test_the_json_is_that_of_the_contract() -> None:
    note = (
        await draft_from(DraftRequest(transcript=dialogue("risk_reported"), format="soap"), now=NOW)
    ).as_json()
    assert {"format", "sections", "risk", "not_discussed", "drafter", "generated_at"} <= note.keys()
    sections = note["sections"]
    assert isinstance(sections, list)
    assert [s["title"] for s in sections] == ["Subjective", "Objective", "Assessment", "Plan"]
    assert set(sections[0]["sentences"][0]) == {"text", "evidence", "flags"}
    assert isinstance(sections[0]["sentences"][0]["evidence"], list)
    risk = note["risk"]
    assert isinstance(risk, list)
    assert {"kind", "status", "evidence"} <= risk[0].keys()
    assert note["generated_at"] == "2026-01-05T10:00:00Z"


async def test_without_a_format_the_clinician_s_default_is_used() -> None:
    note = await draft_from(DraftRequest(summary=SUMMARY, preferences={"default_format": "birp"}), now=NOW)
    assert note.format == "birp"


async def test_preferences_nobody_knows_are_refused_by_name_with_those_that_are_known() -> None:
    with pytest.raises(BadInput) as refused:
        await draft_from(DraftRequest(summary=SUMMARY, format="soap", preferences={"mood": "gay"}), now=NOW)
    assert "mood" in refused.value.detail
    assert "client_term" in refused.value.detail
    assert "gay" not in refused.value.detail


@pytest.mark.parametrize("key", list(Preferences.model_fields))
def test_a_preference_of_the_wrong_type_is_told_with_what_it_takes(key: str) -> None:
    with pytest.raises(BadInput, match=f"{key} is "):
        parse_preferences({key: {"purple": "marmalade"}})


@pytest.mark.parametrize(
    ("given", "expected"),
    [("she/her", "she"), ("They/Them", "they"), ("none", "none"), (False, "none"), ("HE", "he")],
)
def test_pronouns_are_understood_as_people_write_them(given: object, expected: str) -> None:
    assert parse_preferences({"pronouns": given})[0].pronouns.value == expected


def test_wishes_for_one_draft_change_nothing_else() -> None:
    standing = Preferences(instructions="Mention the goal.", client_term="patient")
    assert AS_PREFERRED.on(standing) == standing
    wished = Wishes(Detail.CONCISE, "Only the panic.").on(standing)
    assert (wished.detail, wished.client_term) == (Detail.CONCISE, "patient")
    assert wished.instructions == "Mention the goal.\nOnly the panic."
    long = Wishes(guidance="x" * 1000).on(Preferences(instructions="y" * MAX_INSTRUCTIONS_CHARS))
    assert len(long.instructions) == MAX_INSTRUCTIONS_CHARS
    assert long.instructions.endswith("x" * 1000)


def test_importing_the_front_door_loads_neither_the_masker_s_model_nor_the_processor_s_client() -> None:
    script = (
        "import sys, live_notes\n"
        "live_notes.draft_from, live_notes.Scribe, live_notes.ModelDrafter\n"
        "heavy = {'spacy', 'presidio_analyzer', 'openai', 'torch'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {sorted(heavy)}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_name_of_the_front_door_can_be_had() -> None:
    assert all(getattr(live_notes, name) is not None for name in live_notes.__all__)
    with pytest.raises(AttributeError):
        _ = live_notes.no_such_name
