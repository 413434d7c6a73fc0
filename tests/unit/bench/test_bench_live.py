"""Live calls from files: who plays what, what is measured, and one real call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench import live
from bench.calls import Load, Outcome, Plan, Rounds
from bench.clips import Clip, NoReferenceError, Pair, clip, cut_before, sample_pair, spread
from bench.live import cpu_share, greatest, row_of
from bench.playing import Play, PlayedTrack, packet_of
from bench.stream_figures import Samples
from media_worker.recordings import Recording

RATE = 16_000


def load(calls: int = 2, seconds: float = 20.0, stagger: float = 4.0) -> Load:
    return Load(calls, seconds, stagger, 0.02, "tiny.en")


def test_the_sample_has_words_with_times_inside_its_recordings() -> None:
    for one in sample_pair():
        assert len(one.reference) > 50
        assert all(start < end for start, end, _ in one.reference)
        with Recording(one.file) as recording:
            assert one.reference[-1][1] <= (recording.seconds or 0.0) + 0.1


def test_a_turns_words_share_it_and_the_last_ends_with_it() -> None:
    assert spread([[1.0, 2.0, "I am"], [3.0, 4.0, "so"]]) == (
        (1.0, 1.4, "I"),
        (1.4, 2.0, "am"),
        (3.0, 4.0, "so"),
    )


def test_words_with_times_are_preferred_and_a_missing_reference_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.words.json").write_text(json.dumps([[0.1, 0.4, "hello"]]))
    (tmp_path / "a.turns.json").write_text(json.dumps([[0.0, 0.9, "hello"]]))
    assert clip(tmp_path / "a.wav").reference == ((0.1, 0.4, "hello"),)
    with pytest.raises(NoReferenceError, match=r"b\.words\.json"):
        clip(tmp_path / "b.wav")


def test_sound_ends_in_a_pause() -> None:
    reference = [(0.0, 1.0, "a"), (1.1, 2.0, "b"), (3.0, 4.0, "c")]
    assert cut_before(reference, 3.5) == pytest.approx(2.25)
    assert cut_before(reference, 9.0) == pytest.approx(4.25)
    assert cut_before(reference, 1.5) == 0.0


def test_a_track_goes_round_and_is_silent_after_its_end() -> None:
    samples = np.arange(1, RATE + 1, dtype=np.int16)
    track = PlayedTrack("000a", "file", period=2.0, until=2.5)
    assert list(packet_of(samples, track, 0, 3)) == [1, 2, 3]
    assert list(packet_of(samples, track, RATE - 1, 3)) == [16000, 0, 0]
    assert list(packet_of(samples, track, 2 * RATE, 3)) == [1, 2, 3]
    assert not packet_of(samples, track, round(2.5 * RATE) - 1, 3).any()


def test_calls_start_one_after_the_other_and_end_together(short_pair: Pair) -> None:
    plan = Plan([short_pair], load(calls=4))
    assert plan.starts == [0.0, 1.0, 2.0, 3.0]
    assert plan.ends == 23.0
    assert all(track.until <= plan.ends - plan.starts_at(name) for name, track in plan.tracks.items())
    assert Play.read(json.dumps(json.loads(json.dumps(plan.play(), default=vars)))) == plan.play()


def told(track: str, start: float, text: str, at: float) -> dict[str, Any]:
    event = {"track": track, "id": f"{track}-{start}", "start": start, "end": start + 1, "text": text}
    return {**event, "final": True, "words": [], "emitted_at": at}


def test_every_round_is_measured_in_its_own_time_also_one_in_which_nothing_was_heard(
    short_pair: Pair,
) -> None:
    one, two = short_pair
    pair = (Clip(one.file, one.reference[:2]), Clip(two.file, ()))
    plan = Plan([pair], load(calls=1, seconds=300.0, stagger=0.0))
    period = plan.tracks["000a"].period
    found: list[tuple[float, Samples]] = []
    rounds = Rounds(plan, lambda ended, samples: found.append((ended, samples)))
    assert rounds.take(told("000a", 0.5, "yes indeed", 2.0)) == []
    assert rounds.take(told("000a", 2 * period + 0.5, "yes", 2 * period + 2.0)) == [("000a", 0)]
    for key in rounds.over():
        rounds.measure(key)
    assert [samples.words for _, samples in found] == [2, 2, 2]
    assert sorted(samples.errors for _, samples in found) == [0, 1, 2]
    assert [one for _, samples in found for one in samples.final] == pytest.approx([0.5, 1.0])


@pytest.mark.parametrize(("limit", "first"), [(0, 4), (1, 1), (1, 8), (11, 4), (23, 8), (256, 8)])
def test_the_greatest_number_that_holds_is_found_with_few_tries(limit: int, first: int) -> None:
    tried: list[int] = []

    def holds(number: int) -> bool:
        tried.append(number)
        return number <= limit

    assert greatest(holds, first) == limit
    assert len(tried) == len(set(tried)) <= 12


def test_processor_time_is_taken_while_all_calls_are_heard() -> None:
    samples = [
        {"at": float(at), "cpu_seconds": cpu} for at, cpu in enumerate([0.0, 5.0, 5.5, 6.0, 9.0, 20.0])
    ]
    assert cpu_share(samples, 1.0, 2.5) == pytest.approx(0.5)
    assert cpu_share(samples[:1], 0.0, 2.0) == 0.0


def test_a_row_holds_only_when_words_came_in_time_and_every_final_did(short_pair: Pair) -> None:
    plan = Plan([short_pair], load())
    good = Samples(words=2, shown=[0.5, 1.9], settled=[0.5, 1.9], final=[1.0], written=2)
    assert row_of(plan, Outcome(drained=True), good, None).holds
    assert not row_of(plan, Outcome(drained=False), good, None).holds
    assert not row_of(plan, Outcome(drained=True), Samples(words=2, final=[1.0]), None).holds
    late = Samples(words=2, shown=[0.5], settled=[0.5], final=[2.1])
    assert not row_of(plan, Outcome(drained=True), late, None).holds


def test_a_pair_without_a_reference_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert live.main(["--model", "tiny.en", "--pair", str(tmp_path / "a.wav"), str(tmp_path / "b.wav")]) == 2
    assert "a.words.json" in capsys.readouterr().err


@pytest.mark.speech
def test_a_real_call_is_heard_and_measured(capsys: pytest.CaptureFixture[str]) -> None:
    live.main(["--model", "tiny.en", "--seconds", "5", "--stagger", "0", "--json"])
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["figures"]["words"] >= 10
    assert row["figures"]["word_error_percent"] < 40
    assert row["figures"]["final"]["p50"] > 0
    assert row["cpu_percent_per_call"] > 0
    assert row["rss_mb"] > 50
