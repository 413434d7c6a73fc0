"""What is asked of the call, the way there and being ready is not in the note; what bears on a matter is."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.by_the_way import is_laughed_at
from tests.support.dialogues import drafted_with, texts


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Are you parked?", "I'm parked behind the mosque. I told them I was buying bread."),
        ("Is it private there?", "Yes. The doors are shut and my cousin is at college."),
        ("Did you find the parking?", "I went round twice. There was a van in the last space."),
        ("Did you come straight from the bakery?", "No, I went home first. I changed my shoes."),
        ("Ready? Go.", "Lord above. Here we go then."),
        ("Speed all right?", "A bit faster. That's the one."),
        ("You good to drive?", "My uncle's driving. I'm only going to hold the parcels."),
        ("You got a sitter?", "My neighbour has her. They're making dumplings."),
        ("Have I got the right number, ends in five two?", "Five two nine. The other one was stolen."),
    ],
)
async def test_what_is_by_the_way_is_left_out(asked: str, answer: str) -> None:
    whole = await told(("t", asked), ("c", answer))
    assert answer.rsplit(". ", maxsplit=1)[-1].rstrip(".") not in whole
    assert asked.rstrip("?.") not in whole


@pytest.mark.parametrize(
    ("asked", "answer", "kept"),
    [
        ("Are you good to drive?", "I feel dizzy since the new tablet. I took sertraline at noon.", "dizzy"),
        ("Is it private there?", "No. He listens at the door and I'm afraid he'll hit me.", "hit me"),
        ("Did you find the job centre?", "I did. They stopped my money and I've not eaten since.", "stopped"),
        ("Are you ready to stop drinking?", "Not yet. I'd say I'm halfway there with the beer.", "halfway"),
    ],
)
async def test_what_bears_on_a_matter_is_told(asked: str, answer: str, kept: str) -> None:
    assert kept in await told(("t", asked), ("c", answer))


async def test_a_joke_does_not_stand_before_the_next_question() -> None:
    whole = await told(
        ("t", "Any thought of moving out?"),
        ("c", "My cat would sue me."),
        ("t", "[laughs] Okay. Where are you sleeping?"),
        ("c", "On my aunt's sofa since Sunday. In Leith. It's warmer there than the hostel."),
    )
    assert "sue me" not in whole.split("aunt's sofa", maxsplit=1)[0].rpartition("When asked")[0][-60:]
    assert "sofa" in whole


@pytest.mark.parametrize(
    ("exact", "laughed"),
    [
        ("[laughs] Right.", True),
        ("[soft laugh] What would it be like?", True),
        ("(chuckles) Okay.", True),
        ("[pause] Right.", False),
        ("He laughs at me.", False),
    ],
)
def test_a_laugh_is_known_by_its_mark(exact: str, laughed: bool) -> None:
    assert is_laughed_at(exact) is laughed
