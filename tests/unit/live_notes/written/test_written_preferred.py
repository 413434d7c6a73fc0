"""The client's preferred pronouns in what a clinician wrote with others: where certain, else a notice."""

from __future__ import annotations

import pytest

from live_notes import (
    DraftSpec,
    EmbeddedDrafter,
    MaskedTranscript,
    Note,
    NoteFormat,
    Preferences,
    lines_from_summary,
    write_note,
)
from live_notes.drafting.author.preferred import KEPT
from tests.support.dialogues import texts
from tests.support.written import NOW


async def noted(text: str, pronouns: str | None, *clients: str) -> Note:
    given = {} if pronouns is None else {"pronouns": pronouns}
    spec = DraftSpec(
        NoteFormat.NARRATIVE, Preferences.model_validate(given), clients=clients or ("Orla Finn",)
    )
    lines = MaskedTranscript(lines_from_summary(text))
    return await write_note(lines, spec, EmbeddedDrafter(), now=NOW)


@pytest.mark.parametrize(
    ("pronouns", "written", "told"),
    [
        ("she", "he sleeps four hours", "She sleeps four hours."),
        ("she", "Client said he is tired of his work.", "Client said she is tired of her work."),
        ("she", "I gave him a diary he'll fill in.", "Therapist gave her a diary she'll fill in."),
        ("she", "The choice was his.", "The choice was hers."),
        ("she", "He hurt himself by accident.", "She hurt herself by accident."),
        ("he", "She reported her sleep is poor.", "He reported his sleep is poor."),
        ("he", "We praised her for it.", "Client and therapist praised him for it."),
        ("they", "He sleeps badly.", "They sleep badly."),
        ("they", "She was late and her mood is low.", "They were late and their mood is low."),
        ("they", "He often worries on Mondays.", "They often worry on Mondays."),
        ("they", "Pt said she doesn't eat.", "Client said they do not eat."),
        ("none", "he sleeps four hours", "The client sleeps four hours."),
        ("none", "His mood was low.", "The client's mood was low."),
        ("she", 'Client said "he is me".', 'Client said "he is me".'),
        ("she", "Orla started Zoloft and he feels calm.", "Client started Zoloft and she feels calm."),
    ],
)  # fmt: skip
async def test_a_pronoun_that_can_only_be_the_client_s_is_the_preferred_one(
    pronouns: str, written: str, told: str
) -> None:
    note = await noted(written, pronouns)
    assert texts(note) == [told]
    assert note.drafter_notice is None
    assert note.flagged() == ()


@pytest.mark.parametrize(
    ("pronouns", "written"),
    [
        ("she", "Her husband said he drinks."),
        ("she", "Client called the boss. He was angry."),
        ("she", "Marcus called. He was angry."),
        ("she", "Marcus called. Reviewed homework. He was angry. He shouted."),
        ("she", "She told Marcus he is loud."),
        ("she", "Both came early. He sat down."),
        ("he", "Client told the doctor. She agreed."),
        ("he", "I helped her sleep."),
        ("they", "He sleeps four hours and feels low."),
        ("they", "He's been late again."),
        ("none", "He hurt himself."),
        ("none", "She'll call us again."),
    ],
)
async def test_what_may_be_somebody_else_s_stays_and_a_notice_says_so(pronouns: str, written: str) -> None:
    note = await noted(written, pronouns)
    said, told = written.lower().split(), " ".join(texts(note)).lower().split()
    strange = {"he", "he's", "him", "his", "himself", "she", "she'll", "her", "hers"}
    assert [one for one in told if one in strange] == [one for one in said if one in strange]
    assert note.drafter_notice == KEPT


@pytest.mark.parametrize("pronouns", [None, "said", "he"])
async def test_without_another_wish_nothing_changes_and_nothing_is_said(pronouns: str | None) -> None:
    note = await noted("He sleeps four hours. His mood is low.", pronouns)
    assert texts(note) == ["He sleeps four hours.", "His mood is low."]
    assert note.drafter_notice is None


async def test_of_several_clients_no_pronoun_is_changed() -> None:
    note = await noted("Orla said he slept. Finn told him to rest.", "she", "Orla Moss", "Finn Ray")
    assert texts(note) == ["Orla said he slept.", "Finn told him to rest."]
    assert note.drafter_notice == KEPT
