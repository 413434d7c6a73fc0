"""Summaries that a clinician typed: all of it stands in the note, and nothing else."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from live_notes import (
    NoteFormat,
    lines_from_summary,
)
from live_notes.drafting.author.headings import heading_of
from tests.support.dialogues import texts
from tests.support.written import SUMMARIES, noted

SEVERAL = {"couple", "group", "h08_marital_affair", "h37_child_adhd_parent", "h39_gender_teen"}
QUOTED = re.compile(r"\"[^\"]*\"")
NEGATION = re.compile(r"\b(?:no|not|none|never|without|denie[sd]|doesn't|isn't)\b", re.IGNORECASE)


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.:/]\d+)*", text))


@pytest.mark.parametrize("form", [one.value for one in NoteFormat])
@pytest.mark.parametrize("name", SUMMARIES)
async def test_all_that_was_written_stands_in_the_note_and_nothing_else(name: str, form: str) -> None:
    summary = SUMMARIES[name]
    note = await noted(summary, form)
    sentences = [one for section in note.sections for one in section.sentences]
    assert all(one.evidence for one in sentences)
    assert [(one.text, one.flags) for one in sentences if one.flags] == []
    told = " ".join(one.text for one in sentences)
    assert figures(told) == figures(summary)
    assert len(NEGATION.findall(told)) == len(NEGATION.findall(summary))
    used = {line for one in sentences for line in one.evidence}
    bare = {line.id for line in lines_from_summary(summary) if (h := heading_of(line.spoken)) and not h.rest}
    assert used | bare == {line.id for line in lines_from_summary(summary)}


@pytest.mark.parametrize("name", SUMMARIES)
async def test_the_terms_of_a_note_are_its_clinician_s_and_judge_nobody(name: str) -> None:
    note = await noted(SUMMARIES[name], "narrative", client_term="patient", clinician_term="counselor")
    told = re.sub(r"bipolar I\b|cognition was I am", "", QUOTED.sub("", " ".join(texts(note))))
    assert not re.search(r"\b(?:Pt|pt|Ct|Cl|[Cc]lient|I|me|my|writer|[Tt]herapist)\b(?!')", told)
    assert not re.search(r"\b(?:admit(?:s|ted) to|claims|claimed|resistant|refused)\b", told, re.IGNORECASE)
    assert name in SEVERAL or not re.search(r"\b(?:[Ww]e|us|our)\b", told)


@pytest.mark.parametrize(
    ("name", "spoken_of"),
    [
        ("terse_soap", {"work or school", "mood", "sleep", "appetite"}),
        ("all_caps", {"work or school", "anxiety", "mood"}),
        ("aa_contemplation", {"coping and homework", "substance use", "relationships and support"}),
        ("intake_anxiety", {"mood", "anxiety", "coping and homework", "substance use", "suicide"}),
        ("telegraphic_semicolons", {"mood", "coping and homework", "suicide", "harm to others"}),
        ("adolescent", {"work or school", "substance use", "coping and homework"}),
    ],
)
async def test_what_was_written_of_is_not_called_undiscussed(name: str, spoken_of: set[str]) -> None:
    assert spoken_of.isdisjoint((await noted(SUMMARIES[name])).not_discussed)


async def test_what_nobody_wrote_of_is_named() -> None:
    note = await noted("Sleep poor. Affect flat.")
    assert {"suicide", "work or school", "medication"} <= set(note.not_discussed)
