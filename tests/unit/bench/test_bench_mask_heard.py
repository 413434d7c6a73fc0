"""Labels of what was read out, laid on what the recogniser wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.masking.heard import as_recognised, pieces, scripted
from bench.masking.labelled import Labelled
from bench.masking.script import main as write_script

SCRIPT = [
    Labelled("My number is five one two oh one.", (("PHONE_NUMBER", 13, 32),), "one", ("Ada Berg",)),
    Labelled("My sister Philippa called.", (("PERSON", 10, 18),), "one", ("Ada Berg",)),
    Labelled("I slept badly.", (), "two", ("Jo Moor",)),
]


def spans(line: Labelled) -> list[tuple[str, str]]:
    return [(kind, line.text[start:end]) for kind, start, end in line.spans]


def test_what_was_heard_as_said_keeps_its_labels() -> None:
    first, second, third = as_recognised(SCRIPT, [line.text for line in SCRIPT])
    assert spans(first) == [("PHONE_NUMBER", "five one two oh one")]
    assert spans(second) == [("PERSON", "Philippa")]
    assert (third.spans, third.session, third.roster) == ((), "two", ("Jo Moor",))


def test_what_was_written_otherwise_is_labelled_where_it_stands() -> None:
    lines = as_recognised(SCRIPT, ["My number is 512-01.", "My sister Fill Ippa called. I slept", "badly."])
    assert spans(lines[0]) == [("PHONE_NUMBER", "512-01")]
    assert spans(lines[1]) == [("PERSON", "Fill Ippa")]
    assert lines[1].session == "one"
    assert lines[2].session == "two"


def test_what_was_not_heard_counts_for_nothing() -> None:
    (line,) = as_recognised(SCRIPT[:2], ["My number is. My sister called."])
    assert line.spans == ()


def test_each_session_is_cut_out_in_the_middle_of_the_pause(tmp_path: Path) -> None:
    said = [(0.9, 2.0), (2.5, 4.0), (5.0, 6.0)]
    turns = [
        {"text": line.text, "start": start, "end": end}
        for line, (start, end) in zip(SCRIPT, said, strict=True)
    ]
    told = tmp_path / "identifiers.json"
    told.write_text(json.dumps({"turns": turns}), "utf-8")
    cut = pieces(SCRIPT, told)
    assert [(line.session, start, end) for line, start, end in cut] == [("one", 0.0, 4.5), ("two", 4.5, 7.0)]
    told.write_text(json.dumps({"turns": turns[:2]}), "utf-8")
    with pytest.raises(ValueError, match="other lines"):
        pieces(SCRIPT, told)


def test_a_script_is_spoken_and_labelled_line_by_line(tmp_path: Path) -> None:
    assert write_script(["--sessions", "2", "--seed", "4", "--out", str(tmp_path)]) == 0
    turns = json.loads((tmp_path / "identifiers.script.json").read_text("utf-8"))["turns"]
    lines = scripted(tmp_path / "identifiers.labels.json")
    assert [turn["text"] for turn in turns] == [line.text for line in lines]
    assert all(line.spans for line in lines)
    assert not any(mark.isdigit() for line in lines for _, s, e in line.spans for mark in line.text[s:e])


def test_words_that_are_alike_stand_for_each_other_where_much_was_misheard() -> None:
    script = [
        Labelled("It is at www dot robles dot com .", (("URL", 9, 31),), "one", ("Ada Berg",)),
        Labelled("Write to me soon.", (), "one", ("Ada Berg",)),
    ]
    first, second = as_recognised(script, ["It is at www.rabbles.com.", "Right to me soon."])
    assert spans(first) == [("URL", "www.rabbles.com")]
    assert second.spans == ()
