"""The voice gate's hysteresis and floor."""

from __future__ import annotations

import numpy as np

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
