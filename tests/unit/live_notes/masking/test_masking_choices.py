"""What the clinician chooses to hide or to leave, and what no choice changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from live_notes.errors import ChoiceRefused, UnknownPlaceholder
from live_notes.masking import Choice, Entity, Roster, RosterName, SessionMasker
from live_notes.masking.choices import MAX_CHOICES
from live_notes.masking.roster import MAX_NAME_CHARS, RosterRole

Make = Callable[..., SessionMasker]
CLIENT = Roster((RosterName("Sarah Johnson", RosterRole.CLIENT),))


async def test_a_miss_is_masked_from_then_on_in_all_its_variants(masker_for: Make) -> None:
    masker = masker_for()
    assert (await masker.mask("then table walked in")).masked.text == "then table walked in"
    await masker.hide("Table Mountainer")
    for text in ("then table walked in", "Table Mountainer", "mountainer's car"):
        assert "[PERSON_1]" in (await masker.mask(text)).masked.text
    assert masker.meaning("[PERSON_1]") == "Table Mountainer"


async def test_a_number_that_was_missed_is_masked_however_it_is_said(masker_for: Make) -> None:
    masker = masker_for()
    await masker.hide("4 4 1 2", Entity.OTHER_ID)
    for text in ("it says four four one two here", "it says 4412 here", "it says 4 4 1 2 here"):
        masked = await masker.mask(text)
        assert [span.entity for span in masked.spans] == [Entity.OTHER_ID]


@pytest.mark.parametrize(
    ("hidden", "entity"),
    [
        ("4 4 1 2", Entity.OTHER_ID),
        ("five five oh one", Entity.OTHER_ID),
        ("A1234", Entity.OTHER_ID),
        ("Five Guys", Entity.PERSON),
        ("Table Mountainer", Entity.PERSON),
    ],
)
async def test_words_are_taken_for_a_name_or_for_a_number(
    masker_for: Make, hidden: str, entity: Entity
) -> None:
    masker = masker_for()
    await masker.hide(hidden)
    assert [choice.entity for choice in masker.choices] == [entity]


async def test_of_a_place_only_the_words_together_are_masked(masker_for: Make) -> None:
    masker = masker_for()
    await masker.hide("the blue table", Entity.LOCATION)
    assert (await masker.mask("at the blue table")).masked.text == "at [PLACE_1]"
    assert (await masker.mask("a table is a table")).spans == ()


async def test_a_false_hit_is_left_once_it_is_freed_and_masked_again_when_that_is_undone(
    masker_for: Make,
) -> None:
    masker = masker_for()
    text = "my sister Rowena likes it"
    first = await masker.mask(text)
    (span,) = first.spans
    generation = masker.generation
    masker.free(span.placeholder)
    assert masker.generation > generation
    assert (await masker.mask(text)).masked.text == text
    assert masker.learned == ()
    masker.choose(())
    assert (await masker.mask(text)).masked.text != text


async def test_the_names_the_session_knows_stay_masked(masker_for: Make) -> None:
    masker = masker_for(CLIENT)
    await masker.mask("hi Sarah")
    with pytest.raises(ChoiceRefused):
        masker.free("[CLIENT]")
    assert "Sarah" not in (await masker.mask("hi Sarah")).masked.text


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        ("Anna", "my sister Anna Kowalski called"),
        ("Maple", "I live at 14 Maple Street"),
        ("anna", "write to anna@example.com"),
        ("Sarah", "hi Sarah Johnson"),
    ],
)
async def test_hiding_a_word_uncovers_nothing_it_stands_in(masker_for: Make, hidden: str, text: str) -> None:
    masker = masker_for(CLIENT)
    await masker.mask(text)
    await masker.hide(hidden)
    after = await masker.mask(text)
    assert after.masked.text.count("[") == 1
    for word in ("Kowalski", "Maple", "example", "Johnson"):
        assert word not in after.masked.text


async def test_a_misheard_form_of_a_known_name_is_not_freed_either(masker_for: Make) -> None:
    masker = masker_for(Roster((RosterName("Siobhan Kowalczyk", RosterRole.CLIENT),)))
    await masker.mask("this is siobhan kowalczik")
    with pytest.raises(ChoiceRefused):
        masker.free("[CLIENT]")
    masker.choose((Choice("siobhan kowalczik", Entity.PERSON, hidden=False),))
    assert "kowal" not in (await masker.mask("this is siobhan kowalczik")).masked.text


async def test_what_is_never_sent_is_not_freed(masker_for: Make) -> None:
    masker = masker_for()
    (span,) = (await masker.mask("write to anna.berg@example.com")).spans
    with pytest.raises(ChoiceRefused, match="e-mail"):
        masker.free(span.placeholder)


async def test_a_name_that_is_said_often_is_learned_once(masker_for: Make) -> None:
    masker = masker_for()
    await masker.mask("my sister Ruth called. " * 5)
    assert masker.learned == ("Ruth",)


async def test_what_stands_for_nothing_is_not_freed(masker_for: Make) -> None:
    masker = masker_for()
    with pytest.raises(UnknownPlaceholder):
        masker.free("[PERSON_7]")
    with pytest.raises(UnknownPlaceholder):
        masker.meaning("[PERSON_7]")


async def test_choices_die_with_the_transcript(masker_for: Make) -> None:
    masker = masker_for()
    await masker.hide("table")
    masker.clear()
    assert (masker.choices, masker.roster.names) == ((), ())
    assert (await masker.mask("then table walked in")).spans == ()


async def test_of_two_choices_on_the_same_words_the_later_counts(masker_for: Make) -> None:
    masker = masker_for()
    await masker.hide("table")
    masker.choose((*masker.choices, Choice("Table", Entity.PERSON, hidden=False)))
    assert [choice.hidden for choice in masker.choices] == [False]


@pytest.mark.parametrize("surface", ["", "  ", "...", "x" * (MAX_NAME_CHARS + 1)])
async def test_nothing_and_too_much_are_refused(masker_for: Make, surface: str) -> None:
    with pytest.raises(ChoiceRefused):
        await masker_for().hide(surface)


async def test_a_session_has_so_many_choices_and_no_more(masker_for: Make) -> None:
    masker = masker_for()
    most = [Choice(f"name{number}", Entity.OTHER_ID, hidden=True) for number in range(MAX_CHOICES)]
    masker.choose(most)
    with pytest.raises(ChoiceRefused):
        await masker.hide("one more")
    assert len(masker.choices) == MAX_CHOICES


def test_a_choice_shows_no_words() -> None:
    assert "Rowena" not in repr(Choice("Rowena", Entity.PERSON, hidden=True))
