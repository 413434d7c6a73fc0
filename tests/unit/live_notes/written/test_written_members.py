"""Several clients in what a clinician wrote: a sentence is of whom it names, and of nobody by a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from live_notes import (
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    Note,
    NoteFormat,
    Preferences,
    Speaking,
    lines_from_summary,
    parse_template,
    write_note,
)
from live_notes.drafting.author.members import Told, members_of, told_of
from live_notes.masking.text import mint
from tests.support.written import NOW

THREE = ("Ines Mota", "Karl Voss", "Tamsin Lowe")
NOTHING = "Nothing is told of this client alone."


async def noted(
    text: str,
    form: str = "group",
    clients: Sequence[str] = THREE,
    masked: str | None = None,
    template: object = None,
    **preferences: str,
) -> Note:
    lines = lines_from_summary(text)
    if masked is not None:
        shown = lines_from_summary(masked)
        lines = tuple(replace(one, masked=mint(by.spoken)) for one, by in zip(lines, shown, strict=True))
    spec = DraftSpec(
        NoteFormat(form),
        Preferences.model_validate(preferences),
        clients=tuple(clients),
        template=None if template is None else parse_template(template),
    )
    unmask = None if masked is None else str
    return await write_note(MaskedTranscript(lines), spec, EmbeddedDrafter(), now=NOW, unmask=unmask)


def under(note: Note) -> dict[str, list[str]]:
    return {section.title: [one.text for one in section.sentences] for section in note.sections}


WRITTEN = (
    "Ines reported smoking twice a day. Karl said he has slept badly. Tamsin told Karl she was proud of him. "
    "I taught box breathing. Ines will ring her sponsor. The group meets again next Thursday."
)
MASKED = (
    "[CLIENT_2] reported smoking twice a day. [CLIENT] said he has slept badly. "
    "[CLIENT_3] told [CLIENT] she was proud of him. I taught box breathing. "
    "[CLIENT_2] will ring her sponsor. The group meets again next Thursday."
)
APART = {
    "Group": ["Therapist taught box breathing."],
    "Client A": ["Client A reported smoking twice a day."],
    "Client B": ["Client B said he has slept badly."],
    "Client C": ["Client C told Client B she was proud of him."],
    "Plan": ["Client A will ring her sponsor.", "The group meets again next Thursday."],
}


@pytest.mark.parametrize("masked", [None, MASKED])
async def test_a_group_s_summary_has_a_section_for_each_member_and_no_name(masked: str | None) -> None:
    note = await noted(WRITTEN, masked=masked)
    assert under(note) == APART
    assert note.flagged() == ()


async def test_lines_of_which_only_some_are_masked_tell_of_the_same_people() -> None:
    lines = list(lines_from_summary(WRITTEN))
    shown = lines_from_summary(MASKED)
    for at in (1, 4):
        lines[at] = replace(lines[at], masked=mint(shown[at].spoken))
    spec = DraftSpec(NoteFormat.GROUP, clients=THREE)
    note = await write_note(MaskedTranscript(tuple(lines)), spec, EmbeddedDrafter(), now=NOW, unmask=str)
    assert under(note) == APART


@pytest.mark.parametrize("masked", [None, MASKED])
async def test_elsewhere_the_members_keep_their_names(masked: str | None) -> None:
    note = await noted(WRITTEN, "soap", masked=masked)
    said = [one.text for section in note.sections for one in section.sentences]
    assert "Tamsin told Karl she was proud of him." in said
    assert under(note)["Plan"] == ["Ines will ring her sponsor.", "The group meets again next Thursday."]
    assert "Client" not in " ".join(said)
    assert note.flagged() == ()


async def test_of_whom_nothing_is_told_a_section_says_so() -> None:
    note = await noted("Karl said he has slept badly.")
    told = {section.title: section.statement for section in note.sections}
    assert told["Client A"] == told["Client C"] == NOTHING
    assert told["Client B"] is None


async def test_what_is_told_of_two_stands_with_both() -> None:
    note = await noted("Ines and Karl reported cravings. Tamsin slept well while Karl stayed awake.")
    both = "Client A and Client B reported cravings."
    assert under(note)["Client A"] == [both]
    assert under(note)["Client B"] == [both, "Client C slept well while Client B stayed awake."]
    assert under(note)["Client C"] == ["Client C slept well while Client B stayed awake."]


@pytest.mark.parametrize(
    "written",
    [
        "Client reported nightmares.",
        "Pt denied cravings.",
        "She cried for a while.",
        "Members gave Karl feedback.",
        "The group shared what helps.",
        "Everybody laughed.",
    ],
)
async def test_what_cannot_be_told_apart_stands_with_the_group_in_the_words_written(written: str) -> None:
    note = await noted(f"Ines and Tamsin told Karl about their week. {written}", clinician_term="counsellor")
    assert written.replace("Karl", "Client B") in under(note)["Group"]


async def test_names_in_quotations_are_left_out() -> None:
    note = await noted('Ines said "Karl is like a brother to me".')
    assert under(note)["Client A"] == ['Client A said "[a group member] is like a brother to me".']
    assert note.flagged() == ()


async def test_a_he_that_is_certain_is_told_by_name_and_flags_nothing() -> None:
    written = "Karl's mood was low. He denied SI. He will see his doctor."
    note = await noted(written, "soap")
    assert under(note)["Plan"] == ["Karl will see his doctor."]
    assert "Karl denied SI." in under(note)["Subjective"]
    assert note.flagged() == ()
    apart = await noted(written)
    assert under(apart)["Plan"] == ["Client B will see his doctor."]
    assert apart.flagged() == ()


async def test_a_template_s_sections_for_each_client_take_what_is_told_of_them() -> None:
    template = {
        "name": "Ours",
        "sections": [
            {"title": "Member", "contents": ["reported"], "each_client": True},
            {"title": "Next", "contents": ["plan"]},
        ],
    }
    note = await noted("Ines reported smoking. All members denied SI. Karl will ring his sponsor.",
                       template=template)  # fmt: skip
    assert under(note) == {
        "Member: Client A": ["Client A reported smoking.", "All members denied SI."],
        "Member: Client B": ["All members denied SI."],
        "Member: Client C": ["All members denied SI."],
        "Next": ["Client B will ring his sponsor."],
    }


async def test_the_one_client_s_name_is_the_term_also_where_it_was_not_masked() -> None:
    written = "Client Ines reported cramps. Ines Mota slept. Mrs Mota will rest. Ines's sister called."
    note = await noted(written, "narrative", clients=THREE[:1], client_term="patient")
    assert under(note)["Narrative"] == [
        "Patient reported cramps.",
        "Patient slept.",
        "Patient will rest.",
        "Patient's sister called.",
    ]


@pytest.mark.parametrize(
    ("written", "of"),
    [
        (["[CLIENT_1] cried.", "She left."], [(1,), (1,)]),
        (["Also, [CLIENT_2] cried."], [(2,)]),
        (["When asked about sleep, [CLIENT_2] said it is poor."], [(2,)]),
        (["[CLIENT_2]'s sleep is poor.", "Denied SI."], [(2,), (2,)]),
        (["[CLIENT_1] told [CLIENT_2] off.", "She cried."], [(1,), (1,)]),
        (["[CLIENT_1], [CLIENT_2] and [CLIENT_3] came late."], [(1, 2, 3)]),
        (["[CLIENT_1] laughed; [CLIENT_3] stayed quiet."], [(1, 3)]),
        (["Members thanked [CLIENT_1]."], [()]),
        (["His wife called [CLIENT_1]."], [()]),
        (["[CLIENT_1] and [CLIENT_2] argued.", "He left."], [(1, 2), ()]),
        (["[CLIENT_1] said she is well.", "[CLIENT_2] said he is tired.", "She slept."], [(1,), (2,), ()]),
        (["He cried."], [()]),
        (["[CLIENT_1] cried.", "They hugged."], [(1,), ()]),
        (["[CLIENT_1] cried.", "Agreed to support each other."], [(1,), ()]),
        (["[CLIENT_1] cried.", "The group was silent.", "She left."], [(1,), (), ()]),
    ],
)  # fmt: skip
def test_whom_a_sentence_tells_of(written: list[str], of: list[tuple[int, ...]]) -> None:
    assert [told.of for told in told_of(written)] == of


def test_a_she_after_a_sentence_on_several_is_told_in_its_words() -> None:
    told = told_of(["[CLIENT_1] talked of his wife.", "She left him."])
    assert told == [Told((1,)), Told((1,), by_pronoun=False)]


@pytest.mark.parametrize(
    ("clients", "written", "numbered"),
    [
        (THREE, "Ines met Tamsin Lowe.", "[CLIENT_1] met [CLIENT_3]."),
        (THREE, "Client Karl met Mr. Voss.", "[CLIENT_2] met [CLIENT_2]."),
        (("Ana Prat", "Gil Prat"), "Prat met Gil.", "Prat met [CLIENT_2]."),
        (("Will Moor", "Grace Hay"), "She will say grace with Will.", "She will say grace with [CLIENT_1]."),
        (("Ann Lee", "Ann Poe"), "Ann met Ann Poe.", "Ann met [CLIENT_2]."),
        (THREE, "Inesita and Karla came.", "Inesita and Karla came."),
        (("Ada de la Cruz", "Al Ray"), "De la means: AL met Ada.", "De la means: [CLIENT_2] met [CLIENT_1]."),
    ],
)  # fmt: skip
def test_names_are_whole_words_and_one_person_s(clients: Sequence[str], written: str, numbered: str) -> None:
    assert members_of(clients, ()).numbered(written) == numbered


async def test_of_several_known_clients_one_speaks_and_the_others_have_no_words() -> None:
    said = [
        ("t", Speaking.CLINICIAN, "What has the week been like for you at home?"),
        ("c", Speaking.CLIENT, "I have been sleeping four hours a night and I feel tense all day."),
        ("c", Speaking.CLIENT, "I will keep practicing the breathing every evening until we meet again."),
    ]
    lines = tuple(
        EvidenceLine(f"s{at}", who, speaking, at * 5.0, at * 5.0 + 4, words)
        for at, (who, speaking, words) in enumerate(said)
    )
    note = await write_note(
        MaskedTranscript(lines), DraftSpec(NoteFormat.GROUP, clients=THREE), EmbeddedDrafter(), now=NOW
    )
    sections = {section.title: section for section in note.sections}
    assert list(sections) == ["Group", "Client A", "Client B", "Client C", "Plan"]
    assert all(one.text.startswith("Client A ") for one in sections["Client A"].sentences)
    assert sections["Client B"].statement == sections["Client C"].statement
    assert "No words in the transcript" in str(sections["Client B"].statement)
    assert any("practicing the breathing" in one.text for one in sections["Plan"].sentences)
