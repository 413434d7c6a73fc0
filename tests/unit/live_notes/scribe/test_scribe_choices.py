"""What the clinician chooses to mask or to leave holds in the whole session, and nothing leaks meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from live_notes import Draft, DraftSpec, MaskedTranscript, NoteFormat, Scribe, as_kept, choices_from
from live_notes import without_struck as left_of
from live_notes.errors import ChoiceRefused, MaskingUnavailable, UnknownPlaceholder
from retention.clock import FrozenClock
from tests.support.name_masker import NAME, NameMasker, chosen
from wire import Role, Segment

LINES = (
    "My sister Miriam called.",
    "Then Priya came, and Miriam left.",
    "We talked about hope.",
)


def line(number: int, text: str) -> Segment:
    start = number * 5.0
    return Segment(
        id=f"s{number}",
        track="t",
        speaker="Anna",
        role=Role.CLIENT,
        start=start,
        end=start + 4,
        text=text,
        final=True,
    )


async def heard(masker: NameMasker | None) -> Scribe:
    scribe = Scribe(FrozenClock(), masker)
    for number, text in enumerate(LINES):
        await scribe.hear(line(number, text))
    return scribe


def shown(scribe: Scribe) -> list[str | None]:
    return [one.masked.text if one.masked else None for one in scribe.lines_as_sent()]


async def test_a_miss_is_masked_in_every_line_said_before_and_after() -> None:
    scribe = await heard(NameMasker())
    assert shown(scribe)[1] == "Then Priya came, and [PERSON_1] left."
    await scribe.hide("Priya")
    await scribe.catch_up()
    await scribe.hear(line(9, "Priya called again."))
    assert shown(scribe) == [
        "My sister [PERSON_1] called.",
        "Then [PERSON_2] came, and [PERSON_1] left.",
        "We talked about hope.",
        "[PERSON_2] called again.",
    ]
    assert scribe.meaning("[PERSON_2]") == "Priya"


async def test_a_false_hit_is_left_as_it_is_and_undoing_that_masks_it_again() -> None:
    scribe = await heard(NameMasker())
    scribe.free("[PERSON_1]")
    await scribe.catch_up()
    assert shown(scribe)[0] == LINES[0]
    assert [(one.surface, one.hidden) for one in scribe.choices] == [(NAME, False)]
    scribe.choose(())
    await scribe.catch_up()
    assert shown(scribe)[0] == "My sister [PERSON_1] called."


async def test_until_it_is_masked_anew_no_line_is_shown_to_anybody_as_it_was_masked_before() -> None:
    scribe = await heard(NameMasker())
    await scribe.hide("Priya")
    assert shown(scribe) == [None, None, None]
    assert scribe.unmasked() == ("s0", "s1", "s2")
    assert all(one.masked is None and not one.failed for one in scribe.lines_as_sent())


async def test_a_line_that_was_being_masked_when_the_choice_was_made_is_masked_again() -> None:
    masker = NameMasker(seconds=0.05)
    scribe = Scribe(FrozenClock(), masker)
    scribe.receive(line(1, LINES[1]))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(scribe.catch_up())
        await asyncio.sleep(0.01)
        await scribe.hide("Priya")
    assert shown(scribe) == [None]
    await scribe.catch_up()
    assert shown(scribe) == ["Then [PERSON_2] came, and [PERSON_1] left."]


async def test_a_drafter_behind_a_processor_is_shown_the_words_as_they_were_chosen() -> None:
    class Looking:
        name = "model:test"

        def __init__(self) -> None:
            self.seen: list[str] = []

        async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
            self.seen = [one.masked.text for one in transcript.lines if one.masked is not None]
            return Draft(sections=())

    scribe, looking = await heard(NameMasker()), Looking()
    await scribe.hide("Priya")
    await scribe.draft(DraftSpec(NoteFormat.NARRATIVE), looking)
    assert len(looking.seen) == len(LINES)
    assert "Priya" not in " ".join(looking.seen)


async def test_a_line_that_fails_says_so_until_it_is_masked_or_struck() -> None:
    masker = NameMasker(failing=frozenset({"Priya", "hope"}))
    scribe = await heard(masker)
    assert [one.failed for one in scribe.lines_as_sent()] == [False, True, True]
    masker.failing = frozenset()
    scribe.strike(["s2"])
    await scribe.catch_up()
    assert [one.failed for one in scribe.lines_as_sent()] == [False, False]


async def test_what_can_not_be_chosen_is_refused_and_changes_nothing() -> None:
    scribe = await heard(NameMasker())
    with pytest.raises(ChoiceRefused):
        await scribe.hide(" ")
    with pytest.raises(UnknownPlaceholder):
        scribe.free("[PERSON_9]")
    assert scribe.choices == ()
    assert None not in shown(scribe)
    assert scribe.meaning("[PERSON_9]") is None


async def test_where_nothing_is_masked_nothing_can_be_chosen() -> None:
    scribe = await heard(None)
    assert (scribe.choices, scribe.generation, shown(scribe)) == ((), 0, [None, None, None])
    with pytest.raises(MaskingUnavailable):
        await scribe.hide("Priya")


async def test_clearing_takes_the_choices_along() -> None:
    scribe = await heard(NameMasker())
    await scribe.hide("Priya")
    scribe.clear()
    assert (scribe.choices, scribe.lines_as_sent()) == ((), ())


def test_a_choice_goes_with_the_struck_lines_that_alone_said_its_words() -> None:
    choices = [chosen("Priya", hidden=True), chosen("miriam", hidden=False), chosen("O'Neill", hidden=True)]
    left = left_of(choices, ["Then Priya came,\nand Miriam left."], ["My sister Miriam called."])
    assert [one.surface for one in left] == ["miriam", "O'Neill"]


def test_choices_are_kept_as_plain_json_and_read_back() -> None:
    kept = as_kept([chosen("Priya", hidden=True), chosen("hope", hidden=False)])
    assert kept == [
        {"surface": "Priya", "entity": "PERSON", "hidden": True},
        {"surface": "hope", "entity": "PERSON", "hidden": False},
    ]
    assert as_kept(choices_from(kept)) == kept
