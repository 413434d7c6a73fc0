"""The voice gate's hysteresis and floor."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media_worker.vad import FRAME, VoiceGate, loudness


def voice(frames: int, level: float = 6000.0) -> np.ndarray:
    """A buzz with formants: webrtcvad holds it to be voiced."""
    time = np.arange(frames * FRAME) / 16_000
    wave = sum(
        gain * np.sin(2 * np.pi * 130 * k * time)
        for k, gain in enumerate([1, 0.9, 0.8, 0.9, 1, 0.6, 0.4, 0.5, 0.6, 0.3], 1)
    )
    sway = 0.6 + 0.4 * np.sin(2 * np.pi * 4 * time)
    return (level / 4 * wave * sway).astype(np.int16)


def judge(samples: np.ndarray, gate: VoiceGate) -> list[bool]:
    return [gate.judge(samples[at : at + FRAME]).voiced for at in range(0, len(samples), FRAME)]


def test_voice_opens_the_gate_and_silence_closes_it_after_the_hangover() -> None:
    verdicts = judge(np.concatenate((voice(50), np.zeros(FRAME * 20, np.int16))), VoiceGate())
    assert sum(verdicts[:50]) > 35
    assert not any(verdicts[-8:])


def test_a_single_loud_frame_opens_nothing() -> None:
    quiet = np.zeros(FRAME * 30, np.int16)
    quiet[FRAME * 10 : FRAME * 11] = voice(1, 20_000.0)
    assert not any(judge(quiet, VoiceGate()))


def test_sound_below_the_floor_is_never_voice() -> None:
    assert not any(judge(voice(50, 20.0), VoiceGate(floor_dbfs=-50.0)))


def test_loudness_is_in_decibels_below_full_scale() -> None:
    assert loudness(np.full(FRAME, 32767, np.int16)) > -0.1
    assert loudness(np.zeros(FRAME, np.int16)) < -110


def sounds(seed: int, frames: int) -> np.ndarray:
    """Stretches of voice, noise and silence at many levels."""
    random = np.random.default_rng(seed)
    parts = [np.zeros(0, np.int16)]
    while sum(map(len, parts)) < frames * FRAME:
        length = int(random.integers(1, 30))
        kind = random.integers(0, 3)
        level = 10 ** float(random.uniform(0.3, 4.2))
        made = voice(length, level) if kind == 0 else random.normal(0, level, length * FRAME) * (kind == 1)
        parts.append(np.clip(made, -32768, 32767).astype(np.int16))
    return np.concatenate(parts)[: frames * FRAME]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 9), min_size=1, max_size=40))
def test_a_packet_is_judged_as_its_frames_are(seed: int, cuts: list[int]) -> None:
    samples = sounds(seed, sum(cuts))
    whole, single = VoiceGate(), VoiceGate()
    one_by_one = [single.judge(samples[at : at + FRAME]) for at in range(0, len(samples), FRAME)]
    packets, start = [], 0
    for count in cuts:
        packets += whole.judge_all(samples[start : start + count * FRAME])
        start += count * FRAME
    assert packets == one_by_one


def test_a_quiet_voice_opens_the_gate() -> None:
    quiet = voice(200, 6000.0 * 10 ** (-24 / 20))
    assert -55 < loudness(quiet) < -45
    assert sum(judge(quiet, VoiceGate())) > 100


class EverythingIsVoice:
    """In webrtcvad's place: only the floors decide."""

    def is_speech(self, _frame: bytes, _rate: int) -> bool:
        return True


def test_a_voice_begins_above_the_floor_and_is_held_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("media_worker.vad.webrtcvad.Vad", lambda _mode: EverythingIsVoice())
    above, below, gone = (np.full(30 * FRAME, level, np.int16) for level in (90, 40, 10))
    assert -52 < loudness(above) < -50
    assert -63 < loudness(below) < -55
    assert not any(judge(below, VoiceGate()))
    verdicts = judge(np.concatenate((above, below, gone)), VoiceGate())
    assert all(verdicts[3:60])
    assert not any(verdicts[64:])


def test_what_is_judged_is_left_as_it_was() -> None:
    samples = sounds(3, 50)
    before = samples.copy()
    VoiceGate().judge_all(samples)
    assert np.array_equal(samples, before)
