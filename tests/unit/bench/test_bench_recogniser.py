"""Throughput of the recogniser: who decodes what, what is compared with what, and one real turn."""

from __future__ import annotations

import json
import threading
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from bench import recogniser, throughput
from bench.clips import Pair, sample_pair, sound
from bench.cutting import cut, in_order
from bench.recogniser_rows import HEAD, TARGETS, heading, line, ratio, row_of, rows_of
from bench.references import WAYS, Way
from bench.throughput import Material, NoSpeechError, Run, Spent, by_turns, hear, spent
from media_worker.hearing import SAMPLE_RATE, Heard, Hearing, Samples, Task, Window
from media_worker.settings import EarSettings
from tests.media.small_model import small_model

BATCH = EarSettings().batch
OWN = recogniser.as_cut(BATCH)


@pytest.fixture(scope="module")
def clinician() -> Samples:
    """The first forty seconds and some samples of the sample's clinician."""
    return sound(sample_pair()[0].file)[: 40 * SAMPLE_RATE + 7]


def window(number: int, end: float, seconds: float = 1.0) -> Window:
    samples = np.full(round(seconds * SAMPLE_RATE), number + 1, np.int16)
    last = round(end * SAMPLE_RATE)
    return Window(number, last - len(samples), last, samples, len(samples), final=True)


def run(speech: float = 1.0, whole: float | None = 2.0, *, cpu: float = 1.5, errors: int = 1) -> Run:
    """Ten seconds of speech in four windows, with 20 words."""
    took = None if whole is None else Spent(whole, 2 * cpu)
    return Run(Spent(speech, cpu), took, windows=4, seconds=10.0, errors=errors, words=20)


class Counting:
    """Hears each window's first sample as a word, and notes the batches and threads it was called with."""

    def __init__(self, meet: int = 1) -> None:
        self.batches: list[int] = []
        self.threads: set[int] = set()
        self._meeting = threading.Barrier(meet)

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        self._meeting.wait(10)
        self.batches.append(len(tasks))
        self.threads.add(threading.get_ident())
        return [Hearing((Heard(str(task.window.samples[0]), 0.0, 1.0, 1.0),)) for task in tasks]


@pytest.mark.parametrize(("batch", "batches"), [(1, [1, 1, 1, 1, 1]), (2, [2, 2, 1]), (8, [5])])
def test_waiting_windows_are_decoded_in_batches_and_heard_in_order(batch: int, batches: list[int]) -> None:
    listener = Counting()
    speech = in_order([[window(number, number + 1.0) for number in range(5)]])
    assert [one.text for one in hear(listener, speech, batch, decoders=1)] == ["1", "2", "3", "4", "5"]
    assert listener.batches == batches


def test_a_long_window_is_no_batch_with_short_ones() -> None:
    listener = Counting()
    lengths = [1.0, 12.0, 1.0]
    windows = [window(number, 20.0 * (number + 1), seconds) for number, seconds in enumerate(lengths)]
    assert [one.text for one in hear(listener, in_order([windows]), 4, decoders=1)] == ["1", "2", "3"]
    assert listener.batches == [2, 1]


def test_as_many_decoders_as_told_decode_at_the_same_time() -> None:
    listener = Counting(meet=2)
    hear(listener, in_order([[window(number, number + 1.0) for number in range(4)]]), 1, decoders=2)
    assert len(listener.threads) == 2


def test_what_fails_in_a_decoder_is_raised() -> None:
    class Broken:
        def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        hear(Broken(), in_order([[window(0, 1.0)]]), 1, decoders=2)


def test_work_gives_what_it_gives_and_time_is_never_negative() -> None:
    found, took = spent(lambda: 7)
    assert found == 7
    assert min(took.wall, took.cpu) >= 0
    assert Spent(1.0, 2.0) + Spent(0.5, 0.25) == Spent(1.5, 2.25)


def test_every_way_has_one_turn_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throughput, "REST_SECONDS", 0.0)
    turns: list[str] = []

    def method(name: str) -> Callable[[Material], Run]:
        def turn(_: Material) -> Run:
            turns.append(name)
            return run()

        return turn

    runs = by_turns({"a": method("a"), "b": method("b")}, 3, Material((), (), (), ()))
    assert turns == ["a", "b"] * 3
    assert {name: len(found) for name, found in runs.items()} == {"a": 3, "b": 3}


def test_recordings_without_speech_are_refused_before_anything_is_loaded(
    short_pair: Pair,
) -> None:
    with pytest.raises(NoSpeechError):
        Material.of([short_pair], EarSettings())


def test_errors_are_counted_against_each_recordings_own_words(clinician: Samples) -> None:
    material = Material((clinician, clinician), (), (), ("I sleep badly", "since when"))
    assert material.errors(["i sleep", "Since, um, when?"]) == (1, 5)
    assert material.errors(["since when", "I sleep badly"]) == (6, 5)
    assert material.seconds == pytest.approx(80.0, abs=0.01)


def test_the_begin_of_the_recordings_is_cut_anew(clinician: Samples) -> None:
    settings = EarSettings()
    whole = Material((clinician,), (), (cut(clinician, settings),), ("",))
    begin = whole.begin(settings, 10.0)
    assert begin.seconds == len(begin.waves[0]) / SAMPLE_RATE == 10.0
    assert 0 < begin.speech.seconds < whole.speech.seconds
    assert np.abs(begin.waves[0]).max() <= 1.0


def test_a_row_tells_medians_per_second_of_speech_and_of_recording() -> None:
    row = row_of("base", OWN, [run(0.4, 0.5), run(0.5, 1.0), run(9.0, 9.0, errors=4)], 30.0)
    assert (row.speech_times, row.recording_times) == (20.0, 30.0)
    assert (row.cpu_per_speech, row.cpu_per_recording) == (0.15, 0.1)
    assert (row.windows, row.window_seconds) == (4, 2.5)
    assert row.word_error_percent == 10.0
    assert row.spread_percent == pytest.approx(1720.0)


def test_made_windows_say_nothing_of_the_recordings() -> None:
    row = row_of("base", "about 3 s, batch 4", [run(whole=None)], 30.0)
    assert (row.recording_times, row.cpu_per_recording) == (None, None)
    assert row.reached


def test_the_ratio_is_of_whole_recordings_within_each_round() -> None:
    ours = [run(0.1, 1.0), run(0.1, 2.0), run(0.1, 4.0)]  # the machine gets slower
    theirs = [run(2.0, 2.0), run(5.0, 5.0), run(8.0, 8.0)]
    assert ratio(ours, theirs, lambda took: took.wall) == 2.0
    assert ratio(ours, [run(cpu=4.5)] * 3, lambda took: took.cpu) == 3.0


def test_only_the_workers_own_batch_has_a_target_and_only_references_are_compared() -> None:
    way = Way(5, 8)
    runs = {recogniser.as_cut(1): [run()], OWN: [run()], "about 2 s, batch 4": [run(whole=None)]}
    rows = {row.name: row for row in rows_of("base", runs | {way.name: [run(3.0, 3.0)]}, OWN, 30.0)}
    assert [row.name for row in rows.values() if row.target is not None] == [OWN]
    assert {row.name: row.ours_is for row in rows.values() if row.ours_is is not None} == {way.name: 1.5}
    assert (rows[way.name].ours_is_by_cpu, rows[OWN].ours_is_by_cpu) == (1.0, None)
    assert (rows[way.name].windows, rows[way.name].window_seconds) == (None, None)
    assert rows[way.name].speech_times == pytest.approx(3.33)


@pytest.mark.parametrize(("model", "wall", "reached"), [("base", 0.25, True), ("base", 0.26, False)])
@pytest.mark.parametrize("other", ["tiny.en", "mine"])
def test_a_target_is_reached_or_missed_and_unknown_models_have_none(
    model: str, wall: float, reached: bool, other: str
) -> None:
    (row,) = rows_of(model, {OWN: [run(wall)]}, OWN, 30.0)
    assert row.reached is reached
    assert ("reaches 40" if reached else "MISSES 40") in line(row)
    (unlike,) = rows_of(other, {OWN: [run(wall)]}, OWN, 30.0)
    assert unlike.reached is (other not in TARGETS)


def test_every_line_has_the_width_of_the_head() -> None:
    runs = {OWN: [run()], "about 12 s, batch 4": [run(whole=None)]}
    for row in rows_of("mine", runs | {way.name: [run()] for way in WAYS}, OWN, 30.0):
        assert len(line(row)) == len(HEAD.removesuffix("  verdict"))


def test_a_way_is_named_by_its_batch_and_beam() -> None:
    assert [way.name for way in WAYS[:3]] == ["transcribe, beam 5", "transcribe, beam 1", "batched 8, beam 5"]


@pytest.mark.parametrize("option", [["--lengths", "17"], ["--lengths", "0"], ["--repeat", "1,2"]])
def test_numbers_that_make_no_sense_are_bad_use(option: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        recogniser.main(option)
    assert raised.value.code == 2


@pytest.mark.parametrize("option", [["--model", "nobody"], ["--pair", "a.wav", "b.wav"]])
def test_what_is_not_there_is_told_in_one_line(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert recogniser.main(option) == 2
    error = capsys.readouterr().err
    assert error.startswith("bench recogniser: ")
    assert error.count("\n") == 1


def test_a_model_that_cannot_be_loaded_is_bad_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert recogniser.main(["--model", str(small_model(tmp_path / "hollow"))]) == 2
    assert "hollow" in capsys.readouterr().err


def test_a_setting_that_is_not_allowed_is_bad_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_EAR_BEAM_SIZE", "0")
    assert recogniser.main([]) == 2
    assert "ATTUNE_EAR_" in capsys.readouterr().err


@pytest.mark.parametrize(("wall", "code"), [(0.2, 0), (0.5, 1)])
def test_the_exit_code_says_whether_a_target_was_missed(
    wall: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(_: recogniser.Measuring, model: str) -> list[object]:
        return list(rows_of("base", {OWN: [run(wall)]}, OWN, 30.0))

    monkeypatch.setattr(recogniser.Measuring, "measure", measured)
    assert recogniser.main(["--model", "base"]) == code
    assert capsys.readouterr().out.splitlines()[1] == HEAD


@pytest.mark.speech
def test_a_real_turn_decodes_words_in_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clinician's first seconds, the words of which are the reference's that end before."""
    ways = (Way(1), Way(1, 8))
    monkeypatch.setattr(recogniser, "WAYS", ways)
    one = sample_pair()[0]
    said = [word for word in one.reference if word[1] < 20.0]
    (tmp_path / "a.words.json").write_text(json.dumps(said))
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound(one.file)[: round(said[-1][1] + 0.3) * SAMPLE_RATE].tobytes())
    names = str(tmp_path / "a.wav")
    options = ["--model", "tiny.en", "--batches", str(BATCH), "--lengths", "5", "--repeat", "1", "--json"]
    assert recogniser.main(["--pair", names, names, *options]) in {0, 1}
    told = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in told["rows"]] == [
        OWN,
        f"about 5 s, batch {BATCH}",
        *(way.name for way in ways),
    ]
    assert all(row["word_error_percent"] < 30 for row in told["rows"])
    assert told["windows"] == told["rows"][0]["windows"]
    assert all(row["ours_is"] > 0 for row in told["rows"][2:])
    assert heading(told)
