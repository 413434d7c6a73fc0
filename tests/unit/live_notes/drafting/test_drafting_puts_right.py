"""What a client puts right in the next words: only the later half is so, or both are quoted."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.answering.taken_back import disowns, puts_right
from live_notes.drafting.embedded.hearing.units import units_of
from tests.support.dialogues import drafted_with, said, texts


@pytest.mark.parametrize(
    "words",
    [
        "I posted the letter. Well, I didn't post it, I left it on the mat.",
        "Binned the cream. Well, hid it behind the bath.",
        "It starts in March. No, early May.",
        "I told my boss everything. I mean, I told her about the rota.",
        "I said I'd never gambled. That wasn't the whole truth.",
        "I've had no slips at all. That's not true, actually.",
    ],
)
def test_a_sentence_that_mends_the_one_before_it(words: str) -> None:
    before, after = units_of(said(("c", words)).lines)
    assert puts_right(before, after)


@pytest.mark.parametrize(
    "words",
    [
        "I posted the letter. I left the parcel on the mat.",
        "The hill is steep. It's not so bad with the poles.",
        "My knee went on Sunday. No money came from the club either.",
        "I went to see the vicar. Well, the kettle was on before I sat down, so we talked for an hour.",
    ],
)
def test_a_sentence_that_only_goes_on(words: str) -> None:
    before, after = units_of(said(("c", words)).lines)[:2]
    assert not puts_right(before, after)


def test_what_is_said_of_right_and_wrong_disowns_nothing() -> None:
    (unit,) = units_of(said(("c", "It's not right how they treat the porters.")).lines)
    assert not disowns(unit)


async def test_both_halves_stand_where_one_puts_the_other_right() -> None:
    note = " ".join(
        texts(
            await drafted_with(
                ("t", "And the inhaler, the brown one?"),
                (
                    "c",
                    "Lost it. Well, left it on the coach to Leeds. I rang the depot twice. They had a glove.",
                ),
            )
        )
    )
    assert "lost it;" not in note.lower()
    assert "Well, left it on the coach" in note or "Lost it" not in note


async def test_what_is_disowned_past_a_nod_stands_with_that() -> None:
    note = " ".join(
        texts(
            await drafted_with(
                ("t", "Have you gambled at any point since the spring?"),
                ("c", "No. Not since Easter. You asked me that in May and I told you not a penny."),
                ("t", "I remember."),
                ("c", "That wasn't quite true. I put forty on a horse in June."),
            )
        )
    )
    assert "not a penny" not in note or "That wasn't quite true." in note
