"""A real browser sends again what was lost on its way to the worker."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pylibsrtp
import pytest
from aiortc import rtp

from bench import legs
from media_worker.leg import AudioLeg
from media_worker.stream import Sound
from tests.support.participants import chromium_path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

HEARD = 100
"""Packets of speech: six seconds."""


async def test_with_a_fifth_of_the_packets_lost_next_to_nothing_of_the_sound_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice, lost = random.Random(3), 0

    def lossy(datagram: bytes) -> bool:
        """Stands where a datagram is told to be RTCP or not, before it is decrypted."""
        nonlocal lost
        if rtp.is_rtcp(datagram):
            return True
        if dice.random() < 0.2:
            lost += 1
            raise pylibsrtp.Error(0)
        return False

    monkeypatch.setattr("aiortc.rtcdtlstransport.is_rtcp", lossy)
    spoken = legs.microphone(legs.speech_without_pauses(legs.SPEECH), tmp_path / "spoken.wav")
    leg, lengths, starts = AudioLeg((), lambda _state: None), list[int](), list[int]()
    async with legs.browser(chromium_path(), spoken) as page, asyncio.timeout(60):
        await page.evaluate("answer", await leg.answer(await page.evaluate("offer()")))
        async for sound in leg.sounds():
            if isinstance(sound, Sound):
                starts.append(sound.start)
                lengths.append(len(sound.samples))
                if len(starts) == HEARD:
                    break
        await leg.close()
    assert lost > HEARD // 10
    # Made-up sound for what never came would have other places and lengths than whole packets.
    whole = sum(start % 960 == 0 and length == 960 for start, length in zip(starts, lengths, strict=True))
    assert whole >= HEARD - 2
    assert (starts[-1] - starts[0]) // 960 + 1 <= HEARD + 2
