"""The draft so far: made when somebody looks, not too often, one at a time, without what is struck."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from live_notes import DraftSpec, MaskingUnavailable, Scribe, parse_template
from live_notes.style.rules import Heading
from live_notes.style.style import Style
from retention import FrozenClock, SessionId, TranscriptDestroyed
from signaling.conversation import Conversation
from signaling.errors import NotReady
from signaling.live_drafts import LEAST_SECONDS, RESTING_SHARE, LiveDrafts
from wire import Role, Segment

SESSION = SessionId("ses_1")
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
SAID = (
    "I have been waking up at four in the morning and I feel anxious about work.",
    "I tried the breathing exercise before bed and it helped me to fall asleep.",
    "My mother and I argued about money again and I slept badly.",
)


def final(number: int, text: str) -> Segment:
    return Segment(
        id=f"s{number}",
        track="t",
        speaker="Anna",
        role=Role.CLIENT,
        start=6.0 * number,
        end=6.0 * number + 5,
        text=text,
        final=True,
        words=(),
    )


class Desk:
    """A call whose words are heard, and a process pool that works here and now."""

    def __init__(self) -> None:
        self.at, self.made, self.charged, self.cost = 0.0, 0, list[float](), 0.3
        self.before: Callable[[], None] = lambda: None
        parts: Any = type("Parts", (), {"clear": lambda _: None, "unmask": lambda _, text: text})()
        self.scribe = Scribe(FrozenClock(NOW))
        self.conversation = Conversation(SESSION, self.scribe, parts, parts)
        self.drafts = LiveDrafts(self, self, self.spec, self.drafted, self)  # type: ignore[arg-type]

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return self.at

    async def open(self, _: SessionId) -> Conversation:
        return self.conversation

    async def work(self, work: Callable[..., Any], *arguments: object) -> tuple[Any, float]:
        self.made += 1
        await asyncio.sleep(0)
        self.before()
        return work(*arguments), self.cost

    async def spec(self, _: SessionId) -> DraftSpec:
        return DraftSpec()

    async def drafted(self, _: SessionId, seconds: float) -> None:
        self.charged.append(seconds)

    def hear(self, *numbers: int) -> None:
        for number in numbers:
            self.scribe.receive(final(number, SAID[number]))

    async def text(self) -> str:
        return str((await self.drafts.so_far(SESSION)).note)


async def test_it_grows_with_what_is_said_but_not_too_often() -> None:
    desk = Desk()
    desk.hear(0, 1)
    assert "breathing" in await desk.text()
    desk.hear(2)
    assert "mother" not in await desk.text()
    desk.at += LEAST_SECONDS
    assert "mother" in await desk.text()
    desk.at += LEAST_SECONDS
    await desk.text()  # nothing new was said
    assert (desk.made, desk.charged) == (2, [0.3, 0.3])


async def test_a_first_draft_that_waited_for_its_process_does_not_hold_up_the_next() -> None:
    desk = Desk()

    def begins() -> None:
        desk.at += 7.0

    desk.before = begins
    await desk.text()  # the call has just begun: nothing to draft from
    desk.hear(0, 1)
    desk.before = lambda: None
    desk.at += LEAST_SECONDS
    assert "breathing" in await desk.text()


async def test_a_draft_that_costs_much_is_made_less_often() -> None:
    desk = Desk()
    desk.cost = 2.0
    desk.hear(0, 1)
    await desk.text()
    desk.hear(2)
    desk.at += LEAST_SECONDS
    assert "mother" not in await desk.text()
    desk.at += RESTING_SHARE * 2.0
    assert "mother" in await desk.text()


async def test_two_who_ask_at_once_wait_for_one_draft() -> None:
    desk = Desk()
    desk.hear(0, 1)
    await asyncio.gather(desk.text(), desk.text())
    assert desk.made == 1


async def test_what_is_struck_while_it_is_made_is_not_in_it() -> None:
    desk = Desk()
    desk.hear(0, 1)
    desk.before = lambda: desk.conversation.struck.add("s1")
    assert "breathing" not in await desk.text()


async def test_a_transcript_destroyed_meanwhile_leaves_nothing() -> None:
    desk = Desk()
    desk.hear(0, 1)
    desk.before = desk.conversation.clear
    with pytest.raises(TranscriptDestroyed):
        await desk.drafts.so_far(SESSION)
    assert desk.conversation.so_far is None


async def test_a_process_that_is_gone_is_trouble_for_a_moment() -> None:
    desk = Desk()
    desk.hear(0, 1)

    def lost() -> None:
        raise MaskingUnavailable("gone")

    desk.before = lost
    with pytest.raises(NotReady):
        await desk.drafts.so_far(SESSION)


def test_what_goes_to_the_process_can_go_there_with_a_template_and_a_style() -> None:
    template = parse_template({"name": "Ours", "sections": [{"title": "What was", "instruction": "Sleep."}]})
    style = Style((Heading(before="Plan", after="Next steps"),))
    spec = DraftSpec(template=template, style=style)
    assert pickle.loads(pickle.dumps(spec)) == spec
