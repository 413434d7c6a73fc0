"""Nothing is invented where nobody speaks, and soft answers are kept: the noise suite in short."""

from __future__ import annotations

import numpy as np
import pytest

from bench.noise import hear_nothing, synthesised
from bench.noise_play import play
from bench.noise_speech import answers, brought_to, whispered
from media_worker.recogniser import Recogniser

pytestmark = pytest.mark.speech

NOWHERE_ELSE = 20_11
"""A seed of its own: not the sounds on which the guards were measured."""


@pytest.mark.parametrize(("name", "levels"), [("tiny", (-22, -42)), ("base", (-25,))])
def test_no_word_is_heard_where_nobody_speaks(
    name: str, levels: tuple[int, ...], request: pytest.FixtureRequest
) -> None:
    recogniser: Recogniser = request.getfixturevalue(name)
    rows = hear_nothing(recogniser, synthesised(NOWHERE_ELSE, 2.2, levels), partial_seconds=1.2)
    assert sum(row.seconds for row in rows) > 50
    assert sum(row.windows for row in rows) > 20  # the gate did let sounds through
    assert {row.kind: row.heard for row in rows if row.words} == {}


def test_short_answers_are_not_deleted_however_soft(tiny: Recogniser) -> None:
    silent = []
    for number, (voice, one) in enumerate(answers()):
        if number % 12:
            continue
        for kind, samples in (
            ("as spoken", one.samples),
            ("at -45 dBFS", brought_to(one.samples, -45)),
            ("whispered", whispered(one.samples)),
        ):
            if not play(samples, tiny, partial_seconds=1e9).text:
                silent.append((voice, one.words, kind))
    assert len(silent) <= 1  # of 27


def test_a_voice_far_off_is_not_this_speaker(tiny: Recogniser) -> None:
    far = np.concatenate([brought_to(one.samples, -62) for _, one in list(answers())[::9]])
    assert play(far, tiny).text == ""
