"""Opus streams decoded straight to 16 kHz mono: real packets, with loss, silence, stereo and rubbish."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_worker import opus
from media_worker.hearing import SAMPLE_RATE, Samples
from media_worker.opus import OpusMissing, SpeechDecoder, is_pause
from media_worker.recordings import Recording
from media_worker.rtp import Ordered
from media_worker.stream import RTP_RATE, Sound, SpeechStream

TICKS = RTP_RATE * 60 // 1000
LENGTH = SAMPLE_RATE * 60 // 1000
JFK = Path(__file__).parents[2] / "media" / "jfk.flac"


def tone(hertz: float, seconds: float, channels: int = 1, offset: float = 0.0) -> np.ndarray:
    time = np.arange(round(RTP_RATE * seconds)) / RTP_RATE
    wave = 8_000 * np.sin(2 * np.pi * hertz * time) + offset
    return np.repeat(wave.astype(np.int16), channels)[np.newaxis, :]


def encoded(wave: np.ndarray, layout: str = "mono", rate: int = RTP_RATE, **options: str) -> list[bytes]:
    """The packets of libopus, 60 ms each."""
    codec = av.CodecContext.create("libopus", "w")
    codec.bit_rate, codec.format, codec.layout, codec.sample_rate = 32_000, "s16", layout, rate
    codec.options = {"application": "voip", "frame_duration": "60", **options}
    channels, long = 2 if layout == "stereo" else 1, rate * 60 // 1000

    def frames() -> Iterator[av.AudioFrame | None]:
        for at in range(0, wave.shape[1] // channels - long + 1, long):
            cut = np.ascontiguousarray(wave[:, at * channels : (at + long) * channels])
            frame = av.AudioFrame.from_ndarray(cut, format="s16", layout=layout)
            frame.sample_rate, frame.pts = rate, at
            yield frame
        yield None

    return [bytes(packet) for frame in frames() for packet in codec.encode(frame)]


def speech(seconds: float) -> Samples:
    with Recording(JFK) as recording:
        return np.concatenate([piece.tracks[0] for piece in recording.pieces()])[
            : round(seconds * SAMPLE_RATE)
        ]


def ordered(packets: list[bytes], lost: frozenset[int] = frozenset()) -> list[Ordered]:
    out, missing = [], 0
    for number, payload in enumerate(packets):
        if number in lost:
            missing += 1
            continue
        out.append(Ordered(5_000_000_000 + number * TICKS, payload, number * 0.06, missing))
        missing = 0
    return out


def line(sounds: list[Sound]) -> Samples:
    whole = np.zeros(max(sound.start + len(sound.samples) for sound in sounds), np.int16)
    for sound in sounds:
        whole[sound.start : sound.start + len(sound.samples)] = sound.samples
    return whole


def heard(packets: list[Ordered]) -> list[Sound]:
    stream = SpeechStream()
    return [sound for packet in packets for sound in stream.take(packet)]


def rms(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


def pitch(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum[20:]) + 20) * SAMPLE_RATE / len(samples)


@pytest.mark.parametrize("layout", ["mono", "stereo"])
def test_sixty_milliseconds_become_960_samples_mono_with_nothing_between(layout: str) -> None:
    sounds = heard(ordered(encoded(tone(440, 1.2, 1 + (layout == "stereo")), layout)))
    assert {len(sound.samples) for sound in sounds} == {LENGTH}
    assert [sound.start for sound in sounds] == [n * LENGTH for n in range(len(sounds))]
    whole = line(sounds)[SAMPLE_RATE // 4 :]
    assert pitch(whole) == pytest.approx(440, abs=3)
    assert rms(whole) == pytest.approx(8_000 / np.sqrt(2), rel=0.15)


def test_opus_itself_takes_a_constant_offset_out() -> None:
    whole = line(heard(ordered(encoded(tone(440, 1.5, offset=6_000.0)))))[SAMPLE_RATE:]
    assert abs(float(np.mean(whole))) < 60


def test_a_lost_packet_is_recovered_from_the_next_one_when_the_sender_corrects_errors() -> None:
    packets = encoded(speech(6.0)[np.newaxis, :], rate=SAMPLE_RATE, fec="1", packet_loss="20")
    lost = frozenset(range(7, len(packets) - 1, 5))
    whole = line(heard(ordered(packets))).astype(np.float64)
    repaired = line(heard(ordered(packets, lost))).astype(np.float64)
    for_nothing = line([s for s in heard(ordered(packets)) if s.start // LENGTH not in lost]).astype(
        np.float64
    )
    holes = np.concatenate([np.arange(n * LENGTH, (n + 1) * LENGTH) for n in sorted(lost)])
    assert rms(for_nothing[holes]) == 0
    likeness = np.corrcoef(whole[holes], repaired[holes])[0, 1]
    assert likeness > 0.7  # the copy is coarser, but it is what was said


def test_a_long_loss_is_bridged_for_a_moment_and_else_left_to_silence() -> None:
    packets = encoded(tone(440, 2.0))
    sounds = heard(ordered(packets, frozenset(range(10, 20))))
    saved = [sound for sound in sounds if sound.start % LENGTH or 10 <= sound.start // LENGTH < 20]
    assert 0 < sum(len(sound.samples) for sound in saved) <= 2 * LENGTH
    starts = [(sound.start, sound.start + len(sound.samples)) for sound in sounds]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(starts))


def test_a_silence_that_is_not_sent_is_left_out_and_nothing_is_made_up_for_it() -> None:
    packets = encoded(tone(440, 0.3))
    before, pause = ordered(packets)[:3], Ordered(5_000_000_000 + 3 * TICKS, bytes([packets[0][0] & ~3]), 0.2)
    after = Ordered(5_000_000_000 + 1000 * TICKS, packets[4], 60.0)
    sounds = heard([*before, pause, after])
    assert is_pause(pause.payload)
    assert [sound.pause for sound in sounds] == [False, False, False, True, False]
    assert not sounds[3].samples.any()
    assert sounds[4].start == 1000 * LENGTH
    assert len(sounds) == 5


def test_a_restarted_stream_counts_from_its_own_begin() -> None:
    packets = encoded(tone(440, 0.3))
    stream = SpeechStream()
    stream.take(Ordered(900_000, packets[0], 0.0))
    begun = stream.take(Ordered(77, packets[1], 1.0, restarted=True))
    assert [(sound.start, sound.restarted) for sound in begun] == [(0, True)]
    stream.close()


@given(st.binary(max_size=200), st.integers(0, 4))
def test_rubbish_is_no_sound_or_some_but_never_a_crash(payload: bytes, lost: int) -> None:
    stream = SpeechStream()
    stream.take(Ordered(0, encoded_once(), 0.0))
    for sound in stream.take(Ordered(TICKS * (1 + lost), payload, 0.1, lost)):
        assert 0 <= len(sound.samples) <= opus.LONGEST


ONE: list[bytes] = []


def encoded_once() -> bytes:
    if not ONE:
        ONE.extend(encoded(tone(440, 0.2)))
    return ONE[0]


def test_without_libopus_the_error_names_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    opus._libopus.cache_clear()
    monkeypatch.setattr(opus, "_candidates", lambda: iter(["/nowhere/libopus.so", "libc.so.6"]))
    with pytest.raises(OpusMissing, match="reinstall the package av"):
        SpeechDecoder()
    monkeypatch.undo()
    opus._libopus.cache_clear()


def test_what_was_decoded_is_overwritten_on_closing() -> None:
    decoder = SpeechDecoder()
    for packet in encoded(tone(440, 0.3)):
        decoder.decode(packet)
    decoder.close()
    assert not decoder._room.any()
    assert not any(decoder._state.raw)
