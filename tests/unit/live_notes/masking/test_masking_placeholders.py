"""Placeholders: consistent, exactly reversible, and strict about what comes back."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.errors import MangledPlaceholder, PlaceholderError, UnknownPlaceholder
from live_notes.masking import (
    PLACEHOLDER,
    Analysed,
    Entity,
    Finding,
    Masked,
    MaskedText,
    Passage,
    Roster,
    SessionMasker,
)

TRICKY = [
    "[CLIENT]", "[client]", "[PERSON_2]", "[PERSON_2", "PERSON_2]", "[ DATE 1 ]", "PERSON_1",
    "[[DATE_1]]", "[LITERAL_1]",
    "DATE", "_1", "[", "]", "\u202eabc\u202c", "\u200f", "é", "e\u0301", "İ", "ß", "🙂", "\x00",
    "\n", "  ", "Anna", "anna",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(TRICKY), st.text(max_size=8)), max_size=12).map("".join)


class Chosen:
    """Findings chosen by the test instead of an engine."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings

    async def analyse(self, passage: Passage, roster: Roster) -> Analysed:
        del passage, roster
        return Analysed(tuple(self.findings))


@st.composite
def texts_and_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    """Any text, with any findings that don't overlap."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    entities = st.sampled_from([entity for entity in Entity if entity is not Entity.LITERAL])
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Finding(start, end, draw(entities), 0.9) for start, end in pairs]


@given(texts_and_findings())
async def test_masking_and_restoring_is_the_identity(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    masker = SessionMasker(Chosen(findings))
    masked = await masker.mask(text)
    assert masker.restore(masked) == text


@given(texts_and_findings())
async def test_unmasking_gives_the_text_back_up_to_case_and_spacing(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    masker = SessionMasker(Chosen(findings))
    masked = await masker.mask(text)
    surfaces: dict[str, set[str]] = {}
    for span in masked.spans:
        surfaces.setdefault(span.placeholder, set()).add(text[span.start : span.end])
    if all(len(forms) == 1 for forms in surfaces.values()):
        assert masker.unmask(masked.masked.text) == text
    else:
        masker.unmask(masked.masked.text)


@given(TEXTS)
async def test_every_placeholder_in_a_masked_text_is_ours(text: str) -> None:
    masked = await SessionMasker(Chosen([])).mask(text)
    ours = {span.placeholder for span in masked.spans}
    assert set(PLACEHOLDER.findall(masked.masked.text)) <= ours


async def _anna() -> tuple[SessionMasker, Masked]:
    masker = SessionMasker(Chosen([Finding(0, 4, Entity.PERSON, 0.9)]))
    return masker, await masker.mask("Anna slept")


async def test_forms_of_one_name_share_a_placeholder_and_are_restored_each() -> None:
    masker, first = await _anna()
    second = await masker.mask("ANNA woke")
    assert first.masked.text == "[PERSON_1] slept"
    assert second.masked.text == "[PERSON_1] woke"
    assert masker.restore(second) == "ANNA woke"
    assert masker.unmask("[PERSON_1] slept and woke") == "Anna slept and woke"


async def test_a_name_said_twice_in_a_row_is_one_span() -> None:
    masker = SessionMasker(Chosen([Finding(0, 4, Entity.PERSON, 0.9), Finding(5, 9, Entity.PERSON, 0.9)]))
    masked = await masker.mask("Anna Anna slept")
    assert masked.masked.text == "[PERSON_1] slept"
    assert masker.unmask(masked.masked.text) == "Anna Anna slept"


@pytest.mark.parametrize("answer", ["[PERSON_2] slept", "[CLIENT] slept", "[DATE_1]", "[PERSON]"])
async def test_an_unknown_placeholder_rejects_the_answer(answer: str) -> None:
    masker, _ = await _anna()
    with pytest.raises(UnknownPlaceholder):
        masker.unmask(answer)


@pytest.mark.parametrize(
    "answer",
    ["[PERSON 1] slept", "[person_1] slept", "PERSON_1 slept", "[PERSON_1 slept",
     "PERSON_1] slept", "[ PERSON_1 ]",
     "[PERSON_01] slept", "[Person-1] slept", "[PERSON_1][PERSON_1] slept", "[PERSON_1] [PERSON_1] slept"],
)  # fmt: skip
async def test_a_mangled_or_doubled_placeholder_rejects_the_answer(answer: str) -> None:
    masker, _ = await _anna()
    with pytest.raises((MangledPlaceholder, UnknownPlaceholder)) as refused:
        masker.unmask(answer)
    assert isinstance(refused.value, PlaceholderError)
    assert "Anna" not in str(refused.value)


async def test_clear_forgets_every_name() -> None:
    masker, masked = await _anna()
    masker.clear()
    with pytest.raises(UnknownPlaceholder):
        masker.unmask("[PERSON_1]")
    with pytest.raises(UnknownPlaceholder):
        masker.restore(masked)


async def test_nothing_prints_what_was_masked() -> None:
    masker, masked = await _anna()
    printed = f"{masker!r} {masked!r} {masked.masked} {masker._map!r} {masker._map._known!r}"
    assert "Anna" not in printed
    assert "slept" not in printed


def test_masked_text_can_be_made_by_masking_only() -> None:
    with pytest.raises(TypeError):
        MaskedText("Anna slept")


async def test_masked_text_is_neither_changed_nor_pickled() -> None:
    _, masked = await _anna()
    with pytest.raises(AttributeError):
        masked.masked._text = "Anna"
    with pytest.raises(TypeError):
        pickle.dumps(masked.masked)
