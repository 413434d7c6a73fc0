"""However somebody of the roster is called, and whatever is heard first, they are one placeholder."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from live_notes.masking import Analysis, Roster, RosterName, RosterRole, SessionMasker
from live_notes.masking.spoken.spelling import spelling_of

CALLED = ("jon smith", "Jon Smith", "john smith", "mr smith", "Mr. Smith", "john", "Jon", "smith", "J. Smith")
AROUND = (
    "i told {} about it",
    "{} was here",
    "so then {} said no",
    "I saw {} yesterday.",
    "it was {}'s idea",
)
PEOPLE = (
    RosterName("John Smith", RosterRole.CLIENT),
    RosterName("John Smith", RosterRole.OTHER),
    RosterName("Smith, John", RosterRole.RELATIVE),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    person=st.sampled_from(PEOPLE),
    said=st.lists(st.tuples(st.sampled_from(CALLED), st.sampled_from(AROUND)), min_size=2, max_size=5),
)
def test_every_way_to_call_somebody_is_one_placeholder(
    in_process: Analysis, person: RosterName, said: list[tuple[str, str]]
) -> None:
    masker = SessionMasker(in_process, Roster((person,)))
    placeholder = "[CLIENT]" if person.role is RosterRole.CLIENT else "[PERSON_1]"
    for name, around in said:
        text = around.format(name)
        masked = asyncio.run(masker.mask(text))
        title, _, _ = name.rpartition(" ") if name.casefold().startswith("mr") else ("", "", "")
        assert masked.masked.text == around.format(f"{title} {placeholder}".strip())
        assert masker.restore(masked) == text
        assert masker.unmask(masked.masked.text) == around.format(f"{title} {person.name}".strip())


@pytest.mark.parametrize("other", ["sarah smith", "Jonathan Smith", "john miller", "Jan Smith"])
async def test_a_relative_or_namesake_is_somebody_else(in_process: Analysis, other: str) -> None:
    masker = SessionMasker(in_process, Roster((PEOPLE[0],)))
    masked = await masker.mask(f"then {other} came in")
    assert masked.masked.text == "then [PERSON_1] came in"
    assert masker.unmask(masked.masked.text) == f"then {other} came in"


async def test_a_couple_of_one_surname_are_two(in_process: Analysis) -> None:
    couple = Roster((PEOPLE[0], RosterName("Mary Smith", RosterRole.CLIENT)))
    masked = await SessionMasker(in_process, couple).mask(
        "john smith and mary smith, jon said, or sarah smith"
    )
    assert masked.masked.text == "[CLIENT] and [CLIENT_2], [CLIENT] said, or [PERSON_1]"


@pytest.mark.parametrize(
    ("one", "other"),
    [("jon", "john"), ("ann", "anne"), ("sara", "sarah"), ("karl", "carl"), ("jamie", "jami"),
     ("clarke", "clark"), ("filip", "philip"), ("brett", "bret"), ("thomas", "tomas"), ("smyth", "smith")],
)  # fmt: skip
def test_names_said_alike_have_one_spelling(one: str, other: str) -> None:
    assert spelling_of(one) == spelling_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("jan", "john"), ("jane", "jan"), ("jean", "joan"), ("june", "jon"), ("kirsten", "kristin"),
     ("cecil", "kekil"), ("asher", "aser"), ("dan", "don"), ("mary", "maria")],
)  # fmt: skip
def test_other_names_have_another(one: str, other: str) -> None:
    assert spelling_of(one) != spelling_of(other)
