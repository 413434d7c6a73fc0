"""What masking is measured with: invented sessions, their form as heard, and how letters are counted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import mask
from bench.masking.asr_like import STYLES, as_heard
from bench.masking.corpus import IDENTIFYING, sessions
from bench.masking.labelled import Labelled, Letters, read

MAIL = Labelled(
    "Call Maya on 21-5, or a.b@c.org!", (("PERSON", 5, 9), ("NUMBER", 13, 17), ("EMAIL_ADDRESS", 22, 31))
)


def test_sessions_hold_every_kind_with_its_label_on_it_and_are_the_same_for_a_seed() -> None:
    lines = list(sessions(12, seed=5))
    assert lines == list(sessions(12, seed=5))
    assert lines != list(sessions(12, seed=6))
    for one in lines:
        assert len(one.roster) == 2
        for _, start, end in one.spans:
            assert one.text[start:end] == one.text[start:end].strip() != ""
    kinds = Counter(kind for one in lines for kind, _, _ in one.spans)
    assert set(kinds) == {*IDENTIFYING, "ROSTER"}


def test_the_names_a_session_knows_are_those_of_its_roster() -> None:
    for one in sessions(6, seed=3):
        known = " ".join(one.roster).split()
        for kind, start, end in one.spans:
            if kind == "ROSTER":
                assert all(word in known for word in one.text[start:end].split())


def test_as_heard_a_line_is_lower_case_with_numbers_as_words_and_keeps_its_labels() -> None:
    one = as_heard(MAIL, Random(1), STYLES["clean"])
    words = [one.text[start:end] for _, start, end in one.spans]
    assert words == ["maya", "two one five", "a dot b at c dot org"]
    assert one.text == "call maya on two one five or a dot b at c dot org"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(sorted(STYLES)))
def test_whatever_the_style_labels_lie_on_words_and_in_order(seed: int, style: str) -> None:
    for one in sessions(1, seed=seed):
        told = as_heard(one, Random(seed), STYLES[style])
        assert [kind for kind, _, _ in told.spans] == [kind for kind, _, _ in one.spans]
        ends = 0
        for _, start, end in told.spans:
            assert ends <= start < end <= len(told.text)
            assert told.text[start:end].strip() == told.text[start:end]
            ends = end
        if not STYLES[style].cased:
            assert told.text == told.text.lower()
            assert not any(character.isdigit() for character in told.text)


def test_letters_are_counted_by_kind_and_ignored_kinds_count_for_nothing(tmp_path: Path) -> None:
    kinds = (("PERSON", 4, 7), ("TITLE", 0, 3), ("AGE", 9, 10))
    spans = [{"entity_type": kind, "start_position": a, "end_position": b} for kind, a, b in kinds]
    (tmp_path / "s.json").write_text(json.dumps([{"full_text": "Dr. Ada, 9", "spans": spans}]))
    (one,) = read(tmp_path / "s.json")
    letters = Letters()
    letters.add(one, [(0, 6)], ("TITLE",))
    assert (letters.caught["PERSON"], letters.labelled.total()) == (2, 4)
    assert (letters.right, letters.masked, letters.leaked) == (2, 2, 2)
    assert (letters.recall, letters.precision, letters.f2) == (0.5, 1.0, 0.556)
    assert letters.by_kind() == {"PERSON": (0.667, 0.0, 1), "AGE": (0.0, 0.0, 1)}


def test_of_nothing_there_is_no_share() -> None:
    letters = Letters()
    letters.add(Labelled("Well.", ()), [])
    assert (letters.recall, letters.precision, letters.f2) == (None, None, None)


def test_a_file_that_is_no_list_of_sentences_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s.json").write_text('[{"text": 1}]')
    assert mask.main(["--sentences", str(tmp_path / "s.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
