"""A listener that lets somebody else hear closed windows a second time, and keeps its own words otherwise.

What is not speech by the local recogniser's guards is never sent, nor are partials. The words
that come back take the local ones' place; failing, slow or doubtful answers change nothing. How
to ask is not known here: it comes as a function, since only one door of the house leads out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias

from media_worker import doubt
from media_worker.errors import RemoteUnheard
from media_worker.hearing import Heard, Hearing, Listener, Task

Ask: TypeAlias = Callable[[Task], Sequence[Heard]]
"""Blocks until the window was heard elsewhere, within a time of its own; raises `RemoteUnheard`."""

MOST_FAILURES = 2
"""Failures in a row after which nobody is asked for `REST_SECONDS`: calls must not wait for a dead server."""
REST_SECONDS = 30.0

_AT_ONCE = 4
_FAR_MORE = 2.0
_FEW_WORDS = 4


class RemoteListener:
    """A `Listener` in front of the local one.

    `now` gives monotonic seconds; `on_unheard` gets a code each time the local words stay, from any thread.
    """

    def __init__(
        self,
        local: Listener,
        ask: Ask,
        now: Callable[[], float] = time.monotonic,
        on_unheard: Callable[[str], None] = lambda code: None,
    ) -> None:
        self._local = local
        self._ask = ask
        self._now = now
        self._on_unheard = on_unheard
        self._failures = 0
        self._rests_until = 0.0

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        """The hearing of each task, in order; of closed windows with speech the remote one, if any."""
        hearings = list(self._local.hear(tasks))
        chosen = [
            place
            for place, (task, hearing) in enumerate(zip(tasks, hearings, strict=True))
            if task.window.final and hearing.words
        ]
        if not chosen or self._now() < self._rests_until:
            return hearings
        with ThreadPoolExecutor(min(_AT_ONCE, len(chosen)), thread_name_prefix="remote") as pool:
            answers = list(pool.map(lambda place: self._asked(tasks[place], hearings[place]), chosen))
        for place, answer in zip(chosen, answers, strict=True):
            hearings[place] = answer or hearings[place]
        self._count(answers)
        return hearings

    def _asked(self, task: Task, own: Hearing) -> Hearing | None:
        """The remote hearing; None when there is none to be believed."""
        try:
            words = doubt.without_repeats(self._ask(task))
        except RemoteUnheard as error:
            self._on_unheard(error.code)
            return None
        if not words or len(words) > _FAR_MORE * len(own.words) + _FEW_WORDS:
            self._on_unheard("remote_doubted")
            return None
        # A remote word says nothing of its certainty: it keeps what the local ones had on the whole.
        certain = sum(word.probability for word in own.words) / len(own.words)
        kept = tuple(replace(word, probability=certain) for word in words)
        return Hearing(kept, low_confidence=own.low_confidence)

    def _count(self, answers: Sequence[Hearing | None]) -> None:
        for answer in answers:
            self._failures = 0 if answer is not None else self._failures + 1
        if self._failures >= MOST_FAILURES:
            self._failures, self._rests_until = 0, self._now() + REST_SECONDS
