"""A second listener behind the local one: believed when it answers well, and never waited for in vain."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from media_worker.errors import RemoteUnheard
from media_worker.hearing import SAMPLE_RATE, Doubt, Heard, Hearing, Task, Window
from media_worker.remote import MOST_FAILURES, REST_SECONDS, RemoteListener

OWN = Hearing((Heard("slept", 0.1, 0.5, 0.6), Heard("bad", 0.5, 1.0, 0.8)), low_confidence=True)
BETTER = (Heard("Slept", 0.1, 0.5, 0.0), Heard("badly.", 0.5, 1.0, 0.0))


def task(number: int = 0, *, final: bool = True) -> Task:
    return Task(Window(number, 0, SAMPLE_RATE, np.ones(SAMPLE_RATE, np.int16), SAMPLE_RATE, final=final))


class Local:
    """Hears what it is told to."""

    def __init__(self, hearing: Hearing = OWN) -> None:
        self.hearing = hearing

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        return [self.hearing for _ in tasks]


class Remote:
    """Answers as told and counts."""

    def __init__(self, *answers: Sequence[Heard] | None) -> None:
        self.answers = list(answers)
        self.asked: list[int] = []

    def __call__(self, one: Task) -> Sequence[Heard]:
        self.asked.append(one.window.number)
        answer = self.answers.pop(0) if self.answers else None
        if answer is None:
            raise RemoteUnheard("no answer")
        return answer


def test_a_closed_windows_words_are_replaced_and_keep_their_doubt() -> None:
    (heard,) = RemoteListener(Local(), Remote(BETTER)).hear([task()])
    assert heard.text == "Slept badly."
    assert heard.low_confidence
    assert {round(word.probability, 6) for word in heard.words} == {0.7}
    assert [(word.start, word.end) for word in heard.words] == [(0.1, 0.5), (0.5, 1.0)]


def test_partials_and_what_holds_no_speech_are_never_sent() -> None:
    remote = Remote(BETTER)
    assert RemoteListener(Local(), remote).hear([task(final=False)]) == [OWN]
    silence = Hearing(doubt=Doubt.NO_SPEECH)
    assert RemoteListener(Local(silence), remote).hear([task()]) == [silence]
    assert remote.asked == []


def test_a_failure_leaves_the_local_words_and_is_told() -> None:
    codes: list[str] = []
    listener = RemoteListener(Local(), Remote(None, ()), on_unheard=codes.append)
    assert [listener.hear([task()]) for _ in range(2)] == [[OWN], [OWN]]
    assert codes == ["remote_unheard", "remote_doubted"]


def test_an_answer_that_is_none_or_far_too_long_is_not_believed() -> None:
    many = tuple(Heard(f"word{number}", 0.1, 0.2, 1.0) for number in range(9))
    for answer in ((), many):
        assert RemoteListener(Local(), Remote(answer)).hear([task()]) == [OWN]


def test_each_window_gets_its_own_answer_in_order() -> None:
    def ask(one: Task) -> Sequence[Heard]:
        if one.window.number == 1:
            raise RemoteUnheard("no answer")
        return (Heard(f"window{one.window.number}", 0.0, 0.5, 1.0),)

    heard = RemoteListener(Local(), ask).hear([task(0), task(1), task(2, final=False), task(3)])
    assert [one.text for one in heard] == ["window0", "slept bad", "slept bad", "window3"]


def test_windows_of_a_batch_are_asked_together() -> None:
    together = threading.Barrier(3, timeout=20)

    def ask(_: Task) -> Sequence[Heard]:
        together.wait()  # breaks unless all three are on their way at once
        return BETTER

    heard = RemoteListener(Local(), ask).hear([task(0), task(1), task(2)])
    assert [one.text for one in heard] == ["Slept badly."] * 3


def test_a_dead_server_is_left_alone_for_a_while() -> None:
    now = [0.0]
    remote = Remote()
    listener = RemoteListener(Local(), remote, lambda: now[0])
    for _ in range(MOST_FAILURES + 3):
        assert listener.hear([task()]) == [OWN]
    assert len(remote.asked) == MOST_FAILURES
    now[0] = REST_SECONDS
    remote.answers = [BETTER]
    assert listener.hear([task()])[0].text == "Slept badly."


def test_a_single_failure_in_between_is_forgiven() -> None:
    remote = Remote(BETTER, None, BETTER, None, BETTER)
    listener = RemoteListener(Local(), remote, lambda: 0.0)
    assert [listener.hear([task()])[0].text for _ in range(5)] == [
        "Slept badly.",
        "slept bad",
        "Slept badly.",
        "slept bad",
        "Slept badly.",
    ]
