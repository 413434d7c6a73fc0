from __future__ import annotations

import asyncio
from typing import Any

import pytest

from live_notes import (
    Draft,
    DraftSpec,
    FinalHeard,
    MaskedTranscript,
    NoteFormat,
    Preferences,
    Scribe,
    Section,
    Sentence,
)
from live_notes.drafting.errors import DraftRefused
from live_notes.errors import ProcessorUnavailable
from live_notes.masking.text import Masked, mint
from retention.clock import FrozenClock
from retention.errors import NotFound
from tests.support.dialogues import texts
from tests.support.name_masker import NameMasker
from tests.support.segments import segment
from wire import Role

TALK = (
    (Role.CLINICIAN, "How have you been sleeping since the move?"),
    (Role.CLIENT, "I have been waking up at four because my sister Miriam calls at night."),
    (Role.CLINICIAN, "Any thoughts of suicide?"),
    (Role.CLIENT, "No, nothing like that."),
    (Role.CLINICIAN, "I'd like you to write down what Miriam says this week."),
    (Role.CLIENT, "Okay, sure."),
)


class StandInDrafter:
    """A drafter as one behind a processor would be: it keeps what it was shown."""

    name = "model:test"

    def __init__(self, *sentences: Sentence, error: Exception | None = None, seconds: float = 0.0) -> None:
        self.sentences, self.error, self.seconds = sentences, error, seconds
        self.shown: list[str] = []

    async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
        self.shown += [line.masked.text if line.masked else line.spoken for line in transcript.lines]
        await asyncio.sleep(self.seconds)
        if self.error is not None:
            raise self.error
        return Draft(sections=(Section(title="Narrative", sentences=self.sentences),))


GOOD = (
    Sentence(
        text="Client reported waking up at four because their sister calls at night.", evidence=("seg-1",)
    ),
    Sentence(text="Client denied thoughts of suicide.", evidence=("seg-2", "seg-3")),
    Sentence(text="Client to write down what [PERSON_1] says this week.", evidence=("seg-4",)),
)
SPEC = DraftSpec(NoteFormat.NARRATIVE)


async def scribe_of(
    masker: NameMasker | None, drafter: StandInDrafter | None = None, **limits: Any
) -> Scribe:
    scribe = Scribe(FrozenClock(), masker, drafter, **limits)
    for number, (role, text) in enumerate(TALK):
        await scribe.hear(segment(number, role, text))
    return scribe


async def test_a_final_is_masked_when_it_arrives() -> None:
    scribe = await scribe_of(NameMasker())
    assert scribe.masked_transcript().fully_masked
    assert "[PERSON_1]" in scribe.masked_transcript().lines[1].text


async def test_partials_are_not_masked() -> None:
    masker = NameMasker()
    scribe = Scribe(FrozenClock(), masker)
    await scribe.hear(segment(1, Role.CLIENT, "I was", final=False))
    assert masker.seen == []


async def test_finals_are_masked_in_the_order_they_arrive_even_when_masking_is_slow() -> None:
    masker = NameMasker(seconds=0.01)
    scribe = Scribe(FrozenClock(), masker)
    async with asyncio.TaskGroup() as group:
        for number in range(6):
            group.create_task(scribe.hear(segment(number, Role.CLIENT, f"line {number}")))
    assert masker.seen == [f"line {number}" for number in range(6)]


async def test_a_line_that_can_not_be_masked_is_never_shown_to_a_model_drafter() -> None:
    drafter = StandInDrafter(*GOOD)
    scribe = await scribe_of(NameMasker(failing=frozenset({"Miriam says"})), drafter)
    note = await scribe.draft(SPEC)
    assert scribe.unmasked() == ("seg-4",)
    assert not any("Miriam" in text for text in drafter.shown)
    assert note.drafter == "model:test"
    assert "could not be masked" in (note.drafter_notice or "")


async def test_a_line_whose_masking_is_late_counts_as_unmasked_and_the_call_goes_on() -> None:
    scribe = await scribe_of(NameMasker(seconds=5), mask_timeout=0.01)
    assert len(scribe.unmasked()) == len(TALK)


async def test_nothing_masked_means_no_processor_is_asked_at_all() -> None:
    drafter = StandInDrafter(*GOOD)
    scribe = await scribe_of(None, drafter)
    note = await scribe.draft(SPEC)
    assert drafter.shown == []
    assert note.drafter == "embedded"
    assert note.drafter_notice


async def test_a_line_that_failed_is_masked_again_before_a_draft() -> None:
    masker = NameMasker(failing=frozenset({"Miriam"}))
    scribe = await scribe_of(masker)
    masker.failing = frozenset()
    assert await scribe.catch_up() == 0


async def test_a_good_draft_of_a_model_is_checked_and_its_names_are_put_back() -> None:
    scribe = await scribe_of(NameMasker(), StandInDrafter(*GOOD))
    note = await scribe.draft(SPEC)
    assert note.drafter == "model:test"
    assert note.drafter_notice is None
    assert note.flagged() == ()
    assert "Client to write down what Miriam says this week." in texts(note)


@pytest.mark.parametrize(
    "drafter",
    [
        StandInDrafter(error=ProcessorUnavailable("no answer")),
        StandInDrafter(error=DraftRefused("wrong sections")),
        StandInDrafter(*GOOD, seconds=5),
        StandInDrafter(),
        StandInDrafter(Sentence(text="Client reported waking up at four.", evidence=("seg-99",))),
        StandInDrafter(Sentence(text="Client reported a gambling debt of 900 dollars.", evidence=("seg-1",))),
        StandInDrafter(Sentence(text="Client reported that [PERSON_2] calls at night.", evidence=("seg-1",))),
    ],
    ids=["unavailable", "refused", "slow", "empty", "no evidence", "invented", "unknown placeholder"],
)
async def test_when_a_model_fails_the_embedded_drafter_answers_and_says_so(drafter: StandInDrafter) -> None:
    scribe = await scribe_of(NameMasker(), drafter, model_timeout=0.2)
    note = await scribe.draft(SPEC)
    assert note.drafter == "embedded"
    assert "embedded drafter wrote" in (note.drafter_notice or "")
    assert texts(note)


async def test_a_single_unsupported_sentence_is_flagged_and_the_rest_stands() -> None:
    invented = Sentence(text="Client reported 900 dollars of debt.", evidence=("seg-1",))
    scribe = await scribe_of(NameMasker(), StandInDrafter(*GOOD, invented))
    note = await scribe.draft(SPEC)
    assert [s.text for s in note.flagged()] == [invented.text]


async def test_the_reasons_of_flags_name_people_as_the_session_did() -> None:
    misquoted = Sentence(text='Client stated: "[PERSON_1] calls at noon."', evidence=("seg-1",))
    scribe = await scribe_of(NameMasker(), StandInDrafter(*GOOD, misquoted))
    (flagged,) = (await scribe.draft(SPEC)).flagged()
    told = {one.flag: one.reason for one in flagged.objections}
    assert set(told) == set(flagged.flags)
    assert '"Miriam calls at noon."' in told["quote-not-exact"]
    assert "PERSON" not in str([one.reason for one in flagged.objections])


async def test_risk_is_read_from_the_words_and_never_left_to_a_drafter() -> None:
    scribe = await scribe_of(NameMasker(), StandInDrafter(GOOD[0]))
    note = await scribe.draft(SPEC)
    assert [(r.kind.value, r.status.value, r.evidence) for r in note.risk] == [
        ("suicide", "denied", ("seg-2", "seg-3"))
    ]


async def test_the_clinician_s_free_wishes_reach_a_model_only_masked() -> None:
    seen: list[DraftSpec] = []

    class Curious(StandInDrafter):
        async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
            seen.append(spec)
            return await super().draft(transcript, spec)

    scribe = await scribe_of(NameMasker(), Curious(*GOOD))
    await scribe.draft(DraftSpec(NoteFormat.NARRATIVE, Preferences(instructions="Mention Miriam.")))
    assert seen[0].wording is not None
    assert seen[0].wording.instructions is not None
    assert seen[0].wording.instructions.text == "Mention [PERSON_1]."


async def test_the_embedded_drafter_names_third_parties_by_relation_and_restores_the_rest() -> None:
    scribe = await scribe_of(NameMasker())
    note = await scribe.draft(DraftSpec())
    written = texts(note)
    assert any("their sister calls at night" in text for text in written)
    assert any("what Miriam says this week" in text for text in written)
    assert not any("[PERSON" in text for text in written)


async def test_a_struck_line_is_gone_from_the_masked_lines_and_from_the_next_draft() -> None:
    scribe = await scribe_of(NameMasker())
    assert scribe.strike(["seg-1"]).ids == ("seg-1",)
    note = await scribe.draft(DraftSpec())
    assert not any("four" in text for text in texts(note))
    assert all(line.id != "seg-1" for line in scribe.masked_transcript().lines)


async def test_a_line_struck_while_it_is_being_masked_stays_gone() -> None:
    scribe = Scribe(FrozenClock(), NameMasker(seconds=0.05))
    async with asyncio.TaskGroup() as group:
        group.create_task(scribe.hear(segment(1, Role.CLIENT, "a secret")))
        await asyncio.sleep(0.01)
        scribe.strike(["seg-1"])
    assert scribe.masked_transcript().lines == ()


async def test_a_correction_is_masked_anew() -> None:
    scribe = await scribe_of(NameMasker())
    await scribe.correct("seg-3", "No, Miriam asked me that, too.")
    (line,) = [line for line in scribe.masked_transcript().lines if line.id == "seg-3"]
    assert line.text == "No, [PERSON_1] asked me that, too."
    with pytest.raises(NotFound):
        await scribe.correct("seg-77", "words")


async def test_clearing_forgets_the_words_and_what_the_placeholders_stood_for() -> None:
    masker = NameMasker()
    scribe = await scribe_of(masker)
    assert scribe.clear().finals == len(TALK)
    assert masker.cleared
    assert scribe.masked_transcript().lines == ()
    assert (await scribe.draft(DraftSpec())).statement == (
        "No note was drafted: there are no words of this session to draft it from."
    )


async def test_hearing_tells_what_changed_and_a_repr_holds_no_words() -> None:
    scribe = Scribe(FrozenClock())
    events = await scribe.hear(segment(1, Role.CLIENT, "zanzibar"))
    assert isinstance(events[0], FinalHeard)
    assert "zanzibar" not in f"{scribe!r} {scribe.masked_transcript()!r} {events!r}"


async def test_the_loop_goes_on_while_a_long_session_is_drafted() -> None:
    scribe = Scribe(FrozenClock())
    for number in range(300):
        role, text = TALK[number % len(TALK)]
        scribe.receive(segment(number, role, f"{text} It was week {number} and I felt tired at the office."))
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.005)
            beats += 1

    task = asyncio.ensure_future(beat())
    note = await scribe.draft(DraftSpec())
    task.cancel()
    assert texts(note)
    assert beats >= 5


class LearningMasker(NameMasker):
    """Knows the name only once somebody has introduced it."""

    async def mask(self, text: str, before: str = "", after: str = "") -> Masked:
        del before, after
        self.seen.append(text)
        if "my sister Miriam" in text and not self.learned:
            self.learned = ("Miriam",)
        return Masked(mint(text.replace("Miriam", "[PERSON_1]") if self.learned else text), ())


async def test_a_name_introduced_later_is_masked_in_what_was_heard_before() -> None:
    masker, drafter = LearningMasker(), StandInDrafter(*GOOD)
    scribe = Scribe(FrozenClock(), masker, drafter)
    before = segment(90, Role.CLIENT, "Miriam's calls wear me out.").model_copy(update={"start": 0.0})
    for number, one in enumerate((before, *(segment(n, role, text) for n, (role, text) in enumerate(TALK)))):
        await scribe.hear(one)
        assert len(masker.seen) == number + 1
    await scribe.draft(SPEC)
    assert drafter.shown
    assert not any("Miriam" in line for line in drafter.shown)
    again = masker.seen[len(TALK) + 1 :]
    assert again.count(before.text) == 1
    assert TALK[0][1] not in again


async def test_a_draft_waits_for_masking_a_bounded_time_and_says_what_stayed_here() -> None:
    masker, drafter = NameMasker(seconds=0.2), StandInDrafter(*GOOD)
    scribe = Scribe(FrozenClock(), masker, drafter, catch_up_seconds=0.05)
    for number, (role, text) in enumerate(TALK):
        scribe.receive(segment(number, role, text))
    async with asyncio.timeout(1.0):
        note = await scribe.draft(SPEC)
    assert note.drafter == "embedded"
    assert note.drafter_notice
    assert not drafter.shown
