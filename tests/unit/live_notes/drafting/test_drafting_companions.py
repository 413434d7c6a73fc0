"""Somebody beside the client who speaks under the client's label."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts

_LONGER = (("t", "How is school?"), ("c", "I failed the maths test and I feel sick before every lesson."))


@pytest.mark.parametrize(
    ("turns", "others"),
    [
        (
            (
                ("t", "Hi Mum, come in for a minute."),
                ("c", "Thanks. She's up all night and I'm on sertraline myself so I know the signs."),
                ("t", "Thank you. We'll talk at the end."),
                ("c", "Okay, I'll leave you to it."),
                ("t", "So, how was that?"),
            ),
            "sertraline",
        ),
        (
            (
                ("t", "And Dad's here with us today."),
                ("c", "Hello. My son hasn't slept for two weeks. I've started drinking again over it."),
                ("t", "Thank you. Shall I see him on his own now?"),
                ("c", "Sure. I'll wait outside."),
            ),
            "drinking again",
        ),
        (
            (
                ("t", "I'm gonna get your mom for the schedule."),
                ("c", "Hi. She looks like she's been crying. I have migraines from all this worry."),
                ("t", "She worked hard."),
                ("c", "Okay. Come on, kiddo."),
            ),
            "migraines",
        ),
    ],
)
async def test_what_somebody_beside_the_client_says_is_never_told_as_the_client_s(
    turns: tuple[tuple[str, str], ...], others: str
) -> None:
    told = texts(await drafted_with(*turns, *_LONGER))
    with_it = [text for text in told if others in text]
    assert all(text.startswith("Somebody with client stated") for text in with_it), with_it
    assert any("maths test" in text and text.startswith("Client") for text in told)


@pytest.mark.parametrize(
    "turns",
    [
        (("t", "How's your mum?"), ("c", "My mum is here from Leeds. I'm on sertraline since May.")),
        (("t", "Hi, come in."), ("c", "My daughter's not sleeping and I'm on sertraline since May.")),
        (("t", "Is Dad here or abroad?"), ("c", "Abroad. I'm on sertraline since May.")),
        (("t", "Thanks, Mum would say?"), ("c", "That she loves me. I'm on sertraline since May.")),
    ],
)
async def test_a_client_who_speaks_of_kin_stays_the_one_who_speaks(
    turns: tuple[tuple[str, str], ...],
) -> None:
    told = texts(await drafted_with(*turns, *_LONGER))
    assert not any("omebody with" in text for text in told)
    assert any("sertraline" in text for text in told)


async def test_what_a_client_says_to_their_mother_in_the_room_is_no_report() -> None:
    told = texts(
        await drafted_with(
            ("t", "Hi, Mum. Hey, Orla."),
            ("c", "Hello. It's her time, I know, I'll only stay a minute."),
            ("t", "Is that all right with you, Orla?"),
            ("c", "It's a Dad Thursday, Mum."),
            ("t", "So it's just us now."),
            *_LONGER,
        )
    )
    assert not any("Thursday" in text for text in told)
