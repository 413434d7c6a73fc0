"""A choice of masking is kept before it counts, and goes with the words it quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from live_notes import Scribe, UnknownPlaceholder
from retention import FrozenClock, SessionId, StoreUnavailable, TranscriptDestroyed
from signaling import conversation as talking
from signaling.conversation import Conversation
from tests.support.name_masker import NameMasker
from wire import Role, Segment

SESSION = SessionId("ses_1")
LINES = ("Then Priya came to the harbour.", "My sister Miriam and Priya talked.")


@dataclass
class Store:
    """The transcripts' store, as far as choices need it."""

    kept: list[list[Mapping[str, object]]] = field(default_factory=list)
    left: list[Sequence[Mapping[str, object]] | None] = field(default_factory=list)
    refusing: Exception | None = None

    async def choose(self, session: str, choices: Sequence[Mapping[str, object]], actor: str) -> None:
        assert (session, actor) == (SESSION, "clinician")
        if self.refusing is not None:
            raise self.refusing
        self.kept.append(list(choices))

    async def strike(
        self, session: str, ids: Sequence[str], actor: str, choices: Sequence[Mapping[str, object]] | None
    ) -> str:
        self.left.append(choices)
        return "receipt"


@dataclass
class Scene:
    """A conversation of two lines that are masked, on a store of its own."""

    store: Store = field(default_factory=Store)
    masker: NameMasker = field(default_factory=NameMasker)

    async def conversation(self) -> Conversation:
        scribe = Scribe(FrozenClock(), self.masker)
        for number, text in enumerate(LINES):
            await scribe.hear(said(number, text))
        memory: Any = type("Memory", (), {"transcripts": self.store})()
        masker: Any = self.masker
        return Conversation(SESSION, scribe, masker, memory)


def said(number: int, text: str) -> Segment:
    return Segment(
        id=f"s{number}",
        track="t",
        speaker="Anna",
        role=Role.CLIENT,
        start=number,
        end=number + 0.9,
        text=text,
        final=True,
    )


def hide(words: str) -> Any:
    async def change(scribe: Scribe) -> None:
        await scribe.hide(words)

    return change


def surfaces(conversation: Conversation) -> list[str]:
    return [choice.surface for choice in conversation.scribe.choices]


async def test_a_choice_is_kept_and_the_lines_are_masked_anew_before_it_is_answered() -> None:
    scene = Scene()
    conversation = await scene.conversation()
    before = conversation.edition
    await conversation.choose(hide("Priya"), "clinician")
    assert scene.store.kept == [[{"surface": "Priya", "entity": "PERSON", "hidden": True}]]
    assert conversation.scribe.unmasked() == ()
    assert "Priya" not in str([one.masked and one.masked.text for one in conversation.scribe.lines_as_sent()])
    assert conversation.edition != before


async def test_a_choice_that_can_not_be_kept_is_taken_back() -> None:
    scene = Scene(Store(refusing=StoreUnavailable("away")))
    conversation = await scene.conversation()
    with pytest.raises(StoreUnavailable):
        await conversation.choose(hide("Priya"), "clinician")
    assert surfaces(conversation) == []
    await conversation.scribe.catch_up()
    assert conversation.scribe.unmasked() == ()


async def test_a_choice_that_is_refused_is_not_kept() -> None:
    async def free(scribe: Scribe) -> None:
        scribe.free("[PERSON_9]")

    scene = Scene()
    conversation = await scene.conversation()
    with pytest.raises(UnknownPlaceholder):
        await conversation.choose(free, "clinician")
    assert scene.store.kept == []


async def test_a_choice_made_while_the_words_are_destroyed_goes_with_them() -> None:
    scene = Scene()
    conversation = await scene.conversation()

    async def late(scribe: Scribe) -> None:
        conversation.clear()
        await scribe.hide("Priya")

    with pytest.raises(TranscriptDestroyed):
        await conversation.choose(late, "clinician")
    assert (surfaces(conversation), scene.store.kept) == ([], [])


async def test_masking_that_takes_long_does_not_hold_the_answer_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talking, "MASKED_ANEW_SECONDS", 0.01)
    scene = Scene()
    conversation = await scene.conversation()
    scene.masker.seconds = 5.0
    await conversation.choose(hide("Priya"), "clinician")
    assert conversation.scribe.unmasked() == ("s0", "s1")


async def test_a_strike_leaves_out_the_choices_that_only_its_words_said() -> None:
    scene = Scene()
    conversation = await scene.conversation()
    await conversation.choose(hide("harbour"), "clinician")
    await conversation.choose(hide("Priya"), "clinician")
    await conversation.strike(["s0"], "clinician")
    (left,) = scene.store.left
    assert left is not None
    assert [one["surface"] for one in left] == ["Priya"]
    assert surfaces(conversation) == ["Priya"]


async def test_a_map_that_was_built_anew_has_another_edition() -> None:
    scene = Scene()
    assert (await scene.conversation()).edition != (await scene.conversation()).edition
