"""The style around a signature: bounded in time, masked first, repeated if need be, never in the way."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from live_notes import DraftSpec, NoteFormat
from live_notes.masking.text import mint
from live_notes.style import Part, Profile, learned, observed, turned
from retention import (
    NoteId,
    NoteRecord,
    NoteStatus,
    PracticeId,
    SessionId,
    StaleVersion,
    StyleRecord,
    TranscriptDestroyed,
)
from signaling.drafted import AsDrafted
from signaling.styling import ATTEMPTS, StyleBook, _masked
from tests.support.style_sessions import DRAFT, abbreviated, after_sessions

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SESSION = SessionId("ses_1")


class Kept:
    """A store of one profile; `beaten`: how many writes find that somebody else was quicker."""

    def __init__(self, profile: Profile | None = None, beaten: int = 0) -> None:
        self.record = StyleRecord(0) if profile is None else StyleRecord(1, profile.model_dump(mode="json"))
        self.beaten = beaten

    async def read(self, _: PracticeId) -> StyleRecord:
        return self.record

    async def write(self, content: dict[str, Any], version: int, _: Any) -> StyleRecord:
        if self.beaten:
            self.beaten -= 1
            raise StaleVersion("not now")
        self.record = StyleRecord(version + 1, content)
        return self.record


class Masks:
    """A masker that knows one name; `joins`: it takes what stands on two lines for one."""

    roster = SimpleNamespace(names=(SimpleNamespace(variants=("Will Grey",)),))

    def __init__(self, *, joins: bool = False, seconds: float = 0.0) -> None:
        self.joins, self.seconds, self.seen = joins, seconds, list[str]()

    async def mask(self, text: str) -> Any:
        self.seen.append(text)
        await asyncio.sleep(self.seconds)
        said = text.replace("\n", " ") if self.joins else text
        return SimpleNamespace(masked=mint(said.replace("Marigold", "[PERSON_1]")))


def note(parts: tuple[Part, ...], drafter: str = "model:one") -> NoteRecord:
    sections = [{"title": part.title, "sentences": [{"text": text} for text in part.texts]} for part in parts]
    content = {"format": "soap", "drafter": drafter, "sections": sections}
    return NoteRecord(NoteId("not_1"), SESSION, PracticeId("local"), NoteStatus.DRAFT, 1, content, NOW, NOW)


def book(kept: Kept, masker: Masks, as_drafted: AsDrafted | None, *, withdrawn: bool = False) -> StyleBook:
    async def gone(_: str) -> bool:
        return withdrawn

    async def opened(_: str) -> Any:
        if as_drafted is None:
            raise TranscriptDestroyed("gone")
        return SimpleNamespace(as_drafted=as_drafted, masker=masker)

    memory: Any = SimpleNamespace(styles=kept, consents=SimpleNamespace(withdrawn=gone))
    conversations: Any = SimpleNamespace(open=opened)
    return StyleBook(memory, conversations, PracticeId("local"), seconds=0.5)


async def spec(*_: Any) -> DraftSpec:
    return DraftSpec(NoteFormat.SOAP)


RECORD: Any = SimpleNamespace(id=SESSION, client_id="cli_1")
SHOWN = AsDrafted(DraftSpec(), DRAFT)


async def test_what_was_shown_of_a_model_s_draft_is_held_against_what_is_signed() -> None:
    styles = book(Kept(), Masks(), SHOWN)
    lesson = await styles.lesson(note(abbreviated(DRAFT)), RECORD, spec)
    assert lesson is not None
    assert lesson.client == "cli_1"
    await styles.learn(lesson)
    assert (await styles.profile()).sessions == 1


@pytest.mark.parametrize(
    ("as_drafted", "withdrawn", "learning", "seconds"),
    [
        (None, False, True, 0.0),  # the words are gone
        (SHOWN, True, True, 0.0),
        (SHOWN, False, False, 0.0),
        (SHOWN, False, True, 5.0),  # masking is too slow
        (AsDrafted(DraftSpec()), False, True, 0.0),  # a model's draft nobody remembers
    ],
)
async def test_where_there_is_nothing_to_learn_from_the_signature_goes_on_without(
    as_drafted: AsDrafted | None, withdrawn: bool, learning: bool, seconds: float
) -> None:
    kept = Kept(Profile(salt="s", learning=learning))
    styles = book(kept, Masks(seconds=seconds), as_drafted, withdrawn=withdrawn)
    lesson = await styles.lesson(note(abbreviated(DRAFT)), RECORD, spec)
    assert lesson is None
    await styles.learn(lesson)
    assert kept.record.version == 1


async def test_a_section_that_was_drafted_again_on_its_own_teaches_nothing() -> None:
    asked = AsDrafted(DraftSpec(), DRAFT, frozenset({"Subjective", "Plan"}))
    lesson = await book(Kept(), Masks(), asked).lesson(note(abbreviated(DRAFT)), RECORD, spec)
    assert lesson is not None
    assert not any("Plan" in str(rule.model_dump()) for rule in lesson.seen.agreed)


async def test_a_templates_note_teaches_nothing_about_sections() -> None:
    signed = (DRAFT[2], Part("Report", DRAFT[0].texts[:2]), DRAFT[1])
    template: Any = SimpleNamespace()
    for asked, kinds in ((DraftSpec(), {"order", "heading"}), (DraftSpec(template=template), set[str]())):
        lesson = await book(Kept(), Masks(), AsDrafted(asked, DRAFT)).lesson(note(signed), RECORD, spec)
        assert lesson is not None
        assert {rule.kind for rule in lesson.seen.agreed} & {"order", "heading", "length"} == kinds


@pytest.mark.parametrize("joins", [False, True])
async def test_only_what_was_changed_is_masked_all_at_once_or_one_by_one(joins: bool) -> None:
    masker = Masks(joins=joins)
    drafted = (Part("Plan", ("Client left.", "Client stayed.", "Marigold came.")),)
    signed = (Part("Plan", ("Client left.", "Client stays.", "Pt saw Marigold.")),)
    before, after = await _masked(masker, drafted, signed)  # type: ignore[arg-type]
    assert before[0].texts == ("Client left.", "Client stayed.", "[PERSON_1] came.")
    assert after[0].texts == ("Client left.", "Client stays.", "Pt saw [PERSON_1].")
    assert not any("Client left." in text for text in masker.seen)
    assert len(masker.seen) == (6 if joins else 1)


async def test_a_change_is_repeated_on_top_of_another_one_but_not_for_ever() -> None:
    profile = after_sessions(3)
    rule = profile.rules[0].id
    kept = Kept(profile, beaten=2)
    changed = await book(kept, Masks(), SHOWN).change("style.changed", lambda now: turned(now, rule, False))
    assert (changed.rules[0].enabled, kept.record.version) == (False, 2)
    kept.beaten = ATTEMPTS
    with pytest.raises(StaleVersion):
        await book(kept, Masks(), SHOWN).change("style.changed", lambda now: turned(now, rule, True))


async def test_a_lesson_is_taken_on_top_of_what_was_learned_meanwhile() -> None:
    styles = book(Kept(), Masks(), SHOWN)
    lesson = await styles.lesson(note(abbreviated(DRAFT)), RECORD, spec)
    other = observed(DRAFT, abbreviated(DRAFT))
    await styles.change("style.learned", lambda now: learned(now, other, "cli_2"))
    await styles.learn(lesson)
    assert (await styles.profile()).sessions == 2
