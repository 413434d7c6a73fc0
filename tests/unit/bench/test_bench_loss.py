"""What is lost, what is sent, and what is left of it."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bench.loss import Network, arriving, encoded, main, sent
from media_worker.hearing import SAMPLE_RATE
from media_worker.rtp import Ordered
from media_worker.stream import SpeechStream

PACKETS = [bytes(20)] * 10_000


def through(lost: int, *, runs: bool = False, again: bool = False) -> list[Ordered]:
    return list(arriving(enumerate(PACKETS), Network(lost, runs, random.Random(1)), again=again))


@pytest.mark.parametrize("runs", [False, True])
@pytest.mark.parametrize("lost", [5, 20])
def test_so_many_packets_are_lost_and_counted(lost: int, runs: bool) -> None:
    came = through(lost, runs=runs)
    gone = len(PACKETS) - len(came)
    assert gone / len(PACKETS) == pytest.approx(lost / 100, rel=0.1)
    assert sum(one.lost for one in came) == pytest.approx(gone, abs=20)
    holes = [one.lost for one in came if one.lost]
    mean = sum(holes) / len(holes)
    assert mean == pytest.approx(2.0 if runs else 100 / (100 - lost), rel=0.1)
    assert all(one.timestamp < two.timestamp for one, two in pairwise(came))


def test_without_loss_everything_arrives() -> None:
    assert len(through(0)) == len(PACKETS)


def test_what_is_asked_for_again_comes_but_for_little() -> None:
    came = through(20, again=True)
    assert sum(one.lost for one in came) < 0.02 * len(PACKETS)
    assert all(one.timestamp < two.timestamp for one, two in pairwise(came))


def test_of_silence_one_packet_in_six_is_sent() -> None:
    places = [place for place, _ in sent([bytes(20)] * 3 + [bytes(1)] * 16 + [bytes(20)])]
    assert places == [0, 1, 2, 3, 9, 15, 19]


@pytest.mark.parametrize(
    "options", [["--lost", "61"], ["--lost", "x"], ["--lost", "-1"], ["--rounds", "0"], ["--rounds", "x"]]
)
def test_what_can_not_be_measured_is_refused(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(options)
    assert refused.value.code == 2
    assert options[0] in capsys.readouterr().err


def test_a_recording_without_words_or_a_model_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.wav")
    assert main(["--pair", missing, missing]) == 2
    assert main(["--model", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err.count("bench loss: ") == 2


def test_what_is_encoded_is_sound_again() -> None:
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    wave = (8000 * np.sin(2 * np.pi * 300 * time)).astype(np.int16)
    stream = SpeechStream()
    network = Network(0, runs=False, dice=random.Random(1))
    came = arriving(sent(encoded(wave, 10)), network, again=False)
    sounds = [sound for packet in came for sound in stream.take(packet)]
    assert sum(len(sound.samples) for sound in sounds) == pytest.approx(SAMPLE_RATE, abs=1000)
    assert max(int(np.abs(sound.samples).max()) for sound in sounds) > 4000
