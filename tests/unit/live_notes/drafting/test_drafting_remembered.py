"""What was found in words is kept with its owner, comes out no other for it, and goes with its owner."""

from __future__ import annotations

import gc
import inspect
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes import DraftSpec, EvidenceLine, MaskedTranscript, NoteFormat, Preferences, Speaking
from live_notes.drafting.embedded.drafter import draft_embedded
from live_notes.drafting.language.remembered import Memory, remembered, remembering

SAID = (
    (Speaking.CLIENT, "Um, I've been sleeping badly. Maria called, and I, I didn't answer"),
    (Speaking.CLIENT, "and so I went for a walk because it helps me"),
    (Speaking.CLINICIAN, "How has the sleep been? okay?"),
    (Speaking.CLIENT, "mm-hmm"),
    (Speaking.CLINICIAN, "Have you had any thoughts of hurting yourself?"),
    (Speaking.CLIENT, "No, nothing like that, I only drink too much on Fridays."),
    (Speaking.CLINICIAN, "Please keep the sleep diary this week, and we meet again on Thursday at three."),
    (Speaking.CLIENT, "I take 50 mg of sertraline every morning, Maria reminds me."),
)
SPEC = DraftSpec(NoteFormat.SOAP, Preferences())


class Asked:
    """A reading that counts how often it is asked for."""

    def __init__(self) -> None:
        self.times = 0

    def length(self, text: str) -> int:
        self.times += 1
        return len(text)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_without_a_memory_everything_is_read_anew(asked: Asked) -> None:
    length = remembered(asked.length)
    assert (length("so"), length("so")) == (2, 2)
    assert asked.times == 2


def test_with_one_the_same_words_are_read_once(asked: Asked) -> None:
    length = remembered(asked.length)
    with remembering(Memory()):
        assert (length("so"), length("so"), length("yes")) == (2, 2, 3)
        assert asked.times == 2
    assert length("so") == 2
    assert asked.times == 3


def test_nothing_is_told_from_a_missing_answer(asked: Asked) -> None:
    def nothing(text: str) -> None:
        asked.length(text)

    nothing_found = remembered(nothing)
    with remembering(Memory()):
        assert nothing_found("so") is nothing_found("so") is None
    assert asked.times == 1


def test_two_readings_of_the_same_words_are_two(asked: Asked) -> None:
    length, letters = remembered(asked.length), remembered(str.upper)
    with remembering(Memory()):
        assert (length("so"), letters("so")) == (2, "SO")


def test_what_lies_beneath_is_looked_in_and_left_as_it_is(asked: Asked) -> None:
    length, first = remembered(asked.length), Memory()
    with remembering(first):
        length("so")
    second = Memory(first.own)
    with remembering(second):
        assert (length("so"), length("yes")) == (2, 3)
    assert (len(first.own), len(second.own), asked.times) == (1, 1, 2)
    assert repr(second) == "<Memory 1 findings>"


def test_the_memory_before_takes_over_again_also_after_an_error() -> None:
    length, outer = remembered(len), Memory()
    with remembering(outer):
        with pytest.raises(RuntimeError, match="gone"), remembering(Memory()):
            raise RuntimeError("gone")
        length("so")
    assert len(outer.own) == 1


def test_words_go_with_the_memory_s_owner() -> None:
    class Found(str):
        __slots__ = ("__weakref__",)

    shout = remembered(lambda text: Found(text.upper()))
    memory = Memory()
    with remembering(memory):
        word = weakref.ref(shout("so"))
    gc.collect()
    assert word() is not None
    del memory
    gc.collect()
    assert word() is None


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=8))
def test_a_draft_is_the_same_with_a_memory_and_with_what_an_earlier_one_found(
    said: list[tuple[Speaking, str]],
) -> None:
    transcript = MaskedTranscript(
        tuple(
            EvidenceLine(f"s{at}", who, who, 5.0 * at, 5.0 * at + 4, text)
            for at, (who, text) in enumerate(said)
        )
    )
    alone = draft_embedded(transcript, SPEC)
    memory = Memory()
    with remembering(memory):
        first = draft_embedded(transcript, SPEC)
    with remembering(Memory(memory.own)):
        second = draft_embedded(transcript, SPEC)
    assert alone == first == second


def test_every_kept_answer_can_be_shared() -> None:
    """A list or a set that somebody changes would change the next one's answer."""
    memory = Memory()
    lines = [
        EvidenceLine(f"s{at}", who, who, 5.0 * at, 5.0 * at + 4, text) for at, (who, text) in enumerate(SAID)
    ]
    with remembering(memory):
        draft_embedded(MaskedTranscript(tuple(lines)), SPEC)
    assert len(memory.own) > 100
    for (read, _), answer in memory.own.items():
        assert not isinstance(answer, list | set | dict), inspect.getmodule(read)
