"""Identifiers split over two lines, asked for by somebody else, told before they are named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from live_notes.masking import Passage, Said, SessionMasker, said_before
from live_notes.masking.context import CONTEXT_CHARS, joined_up

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("before", "text", "kind", "surface"),
    [
        ("My number is five five five.", "Oh one nine nine.", "PHONE_NUMBER", "Oh one nine nine"),
        ("my number is five five five", "oh one nine nine is best", "PHONE_NUMBER", "oh one nine nine"),
        ("It is 512-44.", "8812, I think.", "SSN", "8812"),
        ("What is your social?", "It's 412 55 8890.", "SSN", "412 55 8890"),
        ("Could you give me the member id?", "Sure, w x 4 4 1 9.", "HEALTH_PLAN_NUMBER", "w x 4 4 1 9"),
        ("I was born on March.", "Fifth, 1984.", "DATE", "Fifth, 1984"),
        ("And my daughter is called", "Ottilie, she is nine.", "PERSON", "Ottilie"),
        ("My email is anna dot", "berg at example dot com", "EMAIL_ADDRESS", "berg at example dot com"),
    ],
)
def test_what_was_said_before_tells_what_this_is(
    found: Found, before: str, text: str, kind: str, surface: str
) -> None:
    assert (kind, surface) in found(text, before=before)


def test_a_line_masked_anew_knows_what_came_after(found: Found) -> None:
    text = "You can call me, five one two."
    assert ("PHONE_NUMBER", "five one two") in found(text, after="Five five five oh one nine nine.")
    assert "PHONE_NUMBER" not in dict(found(text))


def test_the_first_half_of_an_announced_number_is_masked_at_once(found: Found) -> None:
    assert ("SSN", "four one") in found("my social security number is four one")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("I slept for 5.", "3 hours at most, I think."),
        ("She is on 50.", "Milligrams of sertraline."),
        ("I talked to my mother.", "Will you write that down?"),
        ("How often, from one to ten?", "Seven in the morning."),
    ],
)
def test_two_lines_that_make_no_identifier_stay(found: Found, before: str, text: str) -> None:
    assert found(text, before=before) == []


async def test_what_a_line_joins_is_told(masker_for: Callable[..., SessionMasker]) -> None:
    masker = masker_for()
    first = await masker.mask("Call me at five one two.")
    second = await masker.mask("Five five five oh one nine nine.", before="Call me at five one two.")
    assert (first.joins, second.joins) == (False, True)
    again = await masker.mask("Call me at five one two.", after="Five five five oh one nine nine.")
    assert "five one two" not in again.masked.text
    assert masker.restore(again) == "Call me at five one two."


def test_agreement_is_no_line_between_a_question_and_its_answer() -> None:
    lines = [Said("c", "What is your phone number?"), Said("p", "Okay."), Said("c", "Mm-hmm.")]
    assert said_before(lines) == "What is your phone number?"


def test_no_more_than_a_little_of_what_came_before_is_looked_at() -> None:
    joined, start, end = joined_up(Passage("and then", before="word " * 500))
    assert start <= CONTEXT_CHARS + 1
    assert joined[start:end] == "and then"
