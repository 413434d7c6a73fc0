"""What recognition sees of a text that hides something, and where that stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.masking import Roster, RosterName
from live_notes.masking.hygiene import view_of, without_controls

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Sa\u200brah", "Sarah"),
        ("S\u0430r\u0430h", "Sarah"),  # Cyrillic a
        ("\uff15\uff15\uff15 0199", "555 0199"),
        ("\u0665\u0665\u0665", "555"),
        ("a\u202eb\u2066c", "abc"),
        ("re\u00adport", "report"),
        ("\ufb01ne", "fine"),
        ("555\u20110199", "555-0199"),
        ("one\u2028two", "one\ntwo"),
        ("one\u00a0two", "one two"),
        ("Sa\x00rah", "Sarah"),
        ("one\x1ftwo", "one two"),
        ("\u0421\u0430\u0440\u0430", "\u0421\u0430\u0440\u0430"),  # a name in Cyrillic throughout
        ("Zo\u00eb\u2019s", "Zo\u00eb\u2019s"),
        ("Mu\u0308ller", "Muller"),
        ("is\u2026 Grace", "is\u2026 Grace"),
    ],
)
def test_a_view_shows_what_a_reader_sees(text: str, seen: str) -> None:
    assert view_of(text).text == seen


@given(st.text(max_size=60))
def test_every_place_of_a_view_leads_into_the_text_and_none_runs_backwards(text: str) -> None:
    view = view_of(text)
    places = [view.place(start, start + 1) for start in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_a_view_of_plain_text_is_the_text(text: str) -> None:
    assert view_of(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "my sister Sa\u200brah called",
        "my sister S\u0430rah called",
        "my sister \u202eSarah\u202c called",
        "my sister \uff33\uff41\uff52\uff41\uff48 called",
    ],
)
async def test_a_hidden_name_is_masked_with_what_hid_it(text: str, masker_for: Callable[..., object]) -> None:
    masker = masker_for(Roster((RosterName("Sarah Johnson"),)))
    masked = await masker.mask(text)  # type: ignore[attr-defined]
    (span,) = masked.spans
    left = text[: span.start] + text[span.end :]
    assert not any(letter in left for letter in "Sh\uff33\u0430")
    assert masker.restore(masked) == text  # type: ignore[attr-defined]


def test_what_turns_the_writing_or_steers_a_terminal_is_taken_out() -> None:
    assert without_controls("a\u202eb\x1b[31mc\td\ne\u200b") == "ab[31mc\td\ne"
