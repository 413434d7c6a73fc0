"""Who is who in what a clinician wrote, and the words for them."""

from __future__ import annotations

import pytest

from live_notes import (
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    NoteFormat,
    Preferences,
    Speaking,
    write_note,
)
from live_notes.drafting.author.people import Cast, cast_of, in_terms, marked
from live_notes.masking.text import mint
from tests.support.dialogues import texts
from tests.support.written import NOW, noted


def worded(text: str, cast: Cast | None = None) -> str:
    return in_terms(marked(text, cast or Cast()), "client", "therapist", "the client")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Pt told me he drinks.", "client told therapist he drinks."),
        ("The patient was patient with her kids.", "client was patient with her kids."),
        ("I'm concerned and I don't think she is safe.", "therapist is concerned and therapist does not "
         "think she is safe."),
        ("We've been working on our goals.", "client and therapist have been working on the goals."),
        ("She said I don't care anymore.", "She said I don't care anymore."),
        ('Client said "I hate my job" to me.', 'client said "I hate my job" to therapist.'),
        ("This writer met with the client.", "therapist met with the client."),
        ("Her previous therapist told her to journal.", "Her previous therapist told her to journal."),
        ("Bipolar I disorder.", "Bipolar I disorder."),
        ("Negative cognition I am going to die.", "Negative cognition I am going to die."),
        ("We read her thought log and I praised her.", "client and therapist read her thought log and "
         "therapist praised her."),
        ("PT helped her knee.", "PT helped her knee."),
        ("I will talk to the counselor.", "therapist will talk to the counselor."),
        ("Sarah called her sister.", "Sarah called her sister."),
    ],
)  # fmt: skip
def test_only_who_is_certain_gets_a_term(written: str, told: str) -> None:
    assert worded(written) == told


@pytest.mark.parametrize(
    "summary",
    [
        "Parent session only. We reviewed the chart.",
        "Kai came with their aunt. We talked.",
        "DBT skills group, 8 members. We practised.",
    ],
)
def test_where_others_are_there_we_may_be_anybody(summary: str) -> None:
    assert not cast_of([summary]).one_client
    assert cast_of(["Group starts Monday. We practised."]).one_client


def test_in_a_session_with_several_clients_we_stays() -> None:
    assert worded("We practised taking turns.", Cast(one_client=False)) == "We practised taking turns."


async def test_the_client_s_masked_name_becomes_the_term_and_is_never_dropped() -> None:
    spoken = ["Maya came in saying sleep has been poor.", "I met Maya's mother.", "Ms. Maya Reyes will call."]
    masked = [
        "[CLIENT] came in saying sleep has been poor.",
        "I met [CLIENT]'s mother.",
        "Ms. [CLIENT] will call.",
    ]
    lines = tuple(
        EvidenceLine(f"s{at}", "author", Speaking.AUTHOR, at, at, line, mint(shown))
        for at, (line, shown) in enumerate(zip(spoken, masked, strict=True))
    )
    spec = DraftSpec(NoteFormat.NARRATIVE, Preferences(client_term="M.R."))
    note = await write_note(MaskedTranscript(lines), spec, EmbeddedDrafter(), now=NOW, unmask=str)
    assert texts(note) == [
        "M.R. came in saying sleep has been poor.",
        "Therapist met M.R.'s mother.",
        "M.R. will call.",
    ]
    assert note.flagged() == ()


async def test_two_clients_keep_their_names() -> None:
    spoken, masked = (
        "Sam said he is sorry and Priya cried.",
        "[CLIENT] said he is sorry and [CLIENT_2] cried.",
    )
    line = EvidenceLine("s1", "author", Speaking.AUTHOR, 0.0, 0.0, spoken, mint(masked))
    spec = DraftSpec(NoteFormat.NARRATIVE)
    note = await write_note(MaskedTranscript((line,)), spec, EmbeddedDrafter(), now=NOW, unmask=str)
    assert texts(note) == [spoken]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Pt admits to drinking.", "Client reported drinking."),
        ("Pt admitted that he relapsed.", "Client reported that he relapsed."),
        ("Pt admitted to inpatient unit in 2019.", "Client admitted to inpatient unit in 2019."),
        ("He was admitted for detox.", "He was admitted for detox."),
        ("Pt claims he is sober.", "Client reported he is sober."),
        ("Pt refused to call AA.", "Client declined to call AA."),
        ("Pt is refusing to go to school.", "Client is refusing to go to school."),
        ("Has treatment-resistant depression.", "Has treatment-resistant depression."),
        ('Pt said "I admit to nothing".', 'Client said "I admit to nothing".'),
    ],
)
async def test_words_that_judge_are_written_as_records_have_them(written: str, told: str) -> None:
    note = await noted(f"{written} Slept badly.", "narrative")
    assert texts(note)[0] == told
    assert note.flagged() == ()
