"""No edit of a note escapes the checks: every way round them ends in a flag, or in words without evidence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes import Preferences
from signaling.note_edits import edited
from signaling.rechecking import AgainstTheWords, WithoutTheWords, likeness
from wire import Role, Segment

SPOKEN = {
    "s1": (Role.CLIENT, "I take 300 milligrams of lithium every evening."),
    "s2": (Role.CLIENT, "I do not drink any alcohol."),
    "s3": (Role.CLINICIAN, "I suggest the breathing exercise before bed."),
    "s4": (Role.CLIENT, "The nightmares about the accident are back."),
}
FINALS = [
    Segment(
        id=number,
        track=role.value,
        speaker=role.value.title(),
        role=role,
        start=float(place),
        end=place + 1.0,
        text=text,
        final=True,
    )
    for place, (number, (role, text)) in enumerate(SPOKEN.items())
]
DOSE = "Client takes 300 milligrams of lithium every evening."
WRONG_DOSE = "Client takes 900 milligrams of lithium every evening."
NUMBER = {
    "flag": "number-not-in-evidence",
    "reason": 'the note says "900 milligrams", the cited lines say "300 milligrams"',
}


def sentence(text: str, evidence: list[str], flags: list[str] | None = None) -> dict[str, Any]:
    return {"text": text, "evidence": evidence, "flags": flags or []}


def note(*sections: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "format": "soap",
        "sections": [{"title": f"S{n}", "sentences": one} for n, one in enumerate(sections)],
    }


def judge(**drafted: tuple[str, ...]) -> AgainstTheWords:
    return AgainstTheWords.of(FINALS, Preferences(), drafted)


def saved(kept: dict[str, Any], given: dict[str, Any], by: Any = None) -> list[dict[str, Any]]:
    content = edited(kept, given, by or judge())
    return [one for section in content["sections"] for one in section["sentences"]]


KEPT = note([sentence(DOSE, ["s1"])], [])


def test_a_denied_risk_sent_back_as_a_reported_one_rests_on_the_same_lines_and_is_flagged() -> None:
    asked = Segment(
        id="r1", track="a", speaker="A", role=Role.CLINICIAN, start=9.0, end=10.0,
        text="Have you had any thoughts of suicide?", final=True,
    )  # fmt: skip
    answer = asked.model_copy(
        update={"id": "r2", "role": Role.CLIENT, "start": 10.0, "end": 11.0, "text": "No, never."}
    )
    by = AgainstTheWords.of([*FINALS, asked, answer], Preferences(), {})
    kept = note([sentence("Client denied thoughts of suicide.", ["r1", "r2"])])
    (turned,) = saved(kept, note([sentence("Client has suicidal ideation.", [])]), by)
    assert turned["evidence"] == ["r1", "r2"]
    assert turned["flags"]


@pytest.mark.parametrize(
    ("text", "evidence", "flag"),
    [
        (WRONG_DOSE, "s1", "number-not-in-evidence"),
        ("Client drinks alcohol.", "s2", "negation-differs"),
        ('Client said "the dreams are back".', "s4", "quote-not-exact"),
        ("Client described the breathing exercise before bed.", "s3", "wrong-speaker"),
        ("Client reported that her sister Magdalena had moved out.", "s4", "unsupported"),
    ],
)
def test_an_edit_that_contradicts_its_evidence_is_flagged(text: str, evidence: str, flag: str) -> None:
    (one,) = saved(KEPT, note([sentence(text, [evidence])]))
    assert flag in one["flags"]
    assert one["evidence"] == [evidence]


def test_a_sound_edit_has_no_flag() -> None:
    (one,) = saved(KEPT, note([sentence("Client takes lithium every evening.", ["s1"])]))
    assert one["flags"] == []


def test_flags_that_are_sent_along_count_for_nothing() -> None:
    kept = note([sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence"])])
    (one,) = saved(kept, note([sentence(WRONG_DOSE, ["s1"])]))
    assert one["flags"] == ["number-not-in-evidence"]
    (other,) = saved(KEPT, note([sentence(DOSE, ["s1"], ["wrong-speaker"])]))
    assert other["flags"] == []


def test_changing_words_and_evidence_together_escapes_nothing() -> None:
    kept = note([sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence"])])
    (one,) = saved(kept, note([sentence("Client takes 800 milligrams of lithium.", ["s4"])]))
    assert one["flags"]


def test_evidence_that_does_not_exist_is_no_evidence() -> None:
    (one,) = saved(KEPT, note([sentence(DOSE, ["s1", "made-up"])]))
    assert (one["evidence"], one["flags"]) == (["s1"], ["unknown-evidence"])
    (two,) = saved(KEPT, note([sentence("Client feels fine.", ["made-up"])]))
    assert (two["evidence"], two["flags"]) == ([], ["unknown-evidence"])


@pytest.mark.parametrize("text", [WRONG_DOSE, "Client takes 900 milligrams of lithium each evening now."])
def test_taking_the_evidence_away_does_not_make_a_drafted_sentence_ones_own(text: str) -> None:
    (one,) = saved(KEPT, note([sentence(text, [])]))
    assert one["evidence"] == ["s1"]
    assert "number-not-in-evidence" in one["flags"]


def test_a_sentence_deleted_in_one_save_and_added_in_a_later_one_is_checked() -> None:
    gone = note([], [])
    (with_evidence,) = saved(gone, note([sentence(WRONG_DOSE, ["s1"])]))
    (without,) = saved(gone, note([sentence(WRONG_DOSE, [])]), judge(**{DOSE: ("s1",)}))
    assert "number-not-in-evidence" in with_evidence["flags"]
    assert "number-not-in-evidence" in without["flags"]


def test_a_moved_sentence_takes_its_flags_along() -> None:
    kept = note([sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence", "evidence-not-masked"])], [])
    (one,) = saved(kept, note([], [sentence(WRONG_DOSE, ["s1"])]))
    assert one["flags"] == ["number-not-in-evidence", "evidence-not-masked"]
    (changed,) = saved(kept, note([], [sentence(DOSE, ["s1"])]))
    assert changed["flags"] == ["evidence-not-masked"], "only what the draft itself found stays"


def test_own_words_without_evidence_have_none_and_no_flag() -> None:
    mine = sentence("Safety plan reviewed and left with the client.", [])
    assert saved(KEPT, note([sentence(DOSE, ["s1"]), mine])) == [sentence(DOSE, ["s1"]), mine]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Client takes 300 micrograms of lithium every evening.", ["number-not-in-evidence"]),
        ("Client takes 300 grams of lithium every evening.", ["number-not-in-evidence"]),
        ("Client takes 300 mg of lithium every evening.", []),
    ],
)
def test_a_dose_in_another_unit_is_another_dose(text: str, flags: list[str]) -> None:
    (found,) = saved(KEPT, note([sentence(text, ["s1"])]))
    assert found["flags"] == flags


@pytest.mark.parametrize("by", [judge(), WithoutTheWords()])
def test_a_copy_of_a_drafted_sentence_has_its_origin_and_its_flags(by: Any) -> None:
    drafted = {**sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence"]), "objections": [NUMBER]}
    copied = note([drafted, sentence(WRONG_DOSE, [])])
    assert saved(note([drafted]), copied, by) == [drafted, drafted]
    alone = note([sentence(WRONG_DOSE, [])])
    assert saved(edited(note([drafted]), copied, by), alone, by) == [drafted]


def test_after_the_transcript_is_gone_a_changed_sentence_keeps_its_origin_and_its_flags() -> None:
    kept = note(
        [sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence"]), sentence("Sleep is poor.", ["s4"])]
    )
    later = note(
        [sentence("Client takes 700 milligrams of lithium.", ["s2"]), sentence("Sleep is poor.", ["s4"])]
    )
    changed, left = saved(kept, later, WithoutTheWords())
    assert (changed["evidence"], changed["flags"]) == (["s1"], ["number-not-in-evidence"])
    assert left == sentence("Sleep is poor.", ["s4"])
    again = edited(kept, later, WithoutTheWords())
    once_more = note([sentence("Client takes 70 milligrams of lithium.", [])])
    (last,) = saved(again, once_more, WithoutTheWords())
    assert (last["evidence"], last["flags"]) == (["s1"], ["number-not-in-evidence"])
    new = note([sentence("Called the pharmacy afterwards.", ["s3"])])
    assert saved(again, new, WithoutTheWords()) == [sentence("Called the pharmacy afterwards.", [])]


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share_and_takes_no_side(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


# ------------------------------------------------------------ why a flag was raised


def reasons_of(one: dict[str, Any]) -> list[tuple[str, str]]:
    return [(why["flag"], why["reason"]) for why in one.get("objections", [])]


def test_a_changed_sentence_tells_what_differs_and_a_mended_one_nothing() -> None:
    (wrong,) = saved(KEPT, note([sentence(WRONG_DOSE, ["s1"])]))
    assert wrong["objections"] == [NUMBER]
    (right,) = saved(note([wrong]), note([sentence(DOSE, ["s1"])]))
    assert "objections" not in right


def test_reasons_that_are_sent_along_count_for_nothing() -> None:
    (wrong,) = saved(KEPT, note([sentence(WRONG_DOSE, ["s1"])]))
    forged = {**wrong, "objections": [{"flag": "number-not-in-evidence", "reason": "all is well"}]}
    assert saved(note([wrong]), note([forged])) == [wrong]
    assert saved(note([wrong]), note([sentence(WRONG_DOSE, ["s1"])])) == [wrong]
    (other,) = saved(KEPT, note([{**sentence(DOSE, ["s1"]), "objections": [NUMBER]}]))
    assert "objections" not in other


def test_what_only_the_draft_knew_keeps_its_reason_and_the_rest_is_told_anew() -> None:
    unmasked = {"flag": "evidence-not-masked", "reason": "It could not be masked."}
    flags = ["number-not-in-evidence", "evidence-not-masked"]
    kept = {**sentence(WRONG_DOSE, ["s1"], flags), "objections": [NUMBER, unmasked]}
    (changed,) = saved(note([kept]), note([sentence(WRONG_DOSE.replace("900", "700"), ["s1"])]))
    assert changed["flags"] == flags
    assert reasons_of(changed) == [
        ("number-not-in-evidence", NUMBER["reason"].replace("900", "700")),
        ("evidence-not-masked", unmasked["reason"]),
    ]


def test_without_the_transcript_a_changed_sentence_keeps_the_reasons_of_what_it_was() -> None:
    kept = {**sentence(WRONG_DOSE, ["s1"], ["number-not-in-evidence"]), "objections": [NUMBER]}
    changed, own = saved(
        note([kept]),
        note([sentence("Client takes 700 milligrams of lithium.", ["s1"]), sentence("Called later.", [])]),
        WithoutTheWords(),
    )
    assert changed["objections"] == [NUMBER]
    assert "objections" not in own
