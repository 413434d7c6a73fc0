"""What a note of talk is not without: the second rating, the medicine, what the client made of it."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.selecting.floors import with_floors
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.formats import Kind


def _statement(
    text: str,
    asked: str = "",
    order: int = 20,
    *,
    kind: Kind = Kind.REPORT,
    must: bool = False,
    place: float = 0.5,
    talk: float = 1.0,
) -> Statement:
    seen = Seen(text, kind, place, 0.0)
    return Statement(
        kind,
        text,
        (f"s{order}",),
        seen,
        order,
        frozenset(),
        must,
        asked=asked,
        talk=(talk, 0.55),
        speaker="c",
    )


def _added(*left: Statement, kept: tuple[Statement, ...] = (), told: tuple[Statement, ...] = ()) -> list[str]:
    return [one.text for one in with_floors([*kept, *left], kept, told)]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How much do you believe that now?", "Used to be a hundred. I reckon fifty."),
        ("How strong is the urge, out of a hundred?", "Ninety, like."),
        ("Where are you with the upset, out of a hundred?", "Like fifty-five."),
        ("How sure are you now that you'd faint?", "Twenty. Fifteen, twenty."),
        ("From zero to ten, how bad is the craving?", "About a four the now."),
        ("What do you make of that?", "If I can make it with a coffee stirrer it can't be my heart."),
        ("What did you learn from sitting there?", "That the wave goes down on its own, ma."),
        ("How was it to say it out loud?", "The belly is lighter, abeg."),
        ("Did you do the breathing practice?", "Maybe three times. I fall asleep or I get annoyed."),
        ("How did the thought record go?", "I did the left half only, yaar."),
    ],
)
def test_what_was_rated_learned_or_done_has_its_room(asked: str, answer: str) -> None:
    text = f'When asked "{asked[:-1]}?", client answered: "{answer}"'
    assert _added(_statement(text, asked)) == [text]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Which bus do you get?", "The 50, from the Bullring."),
        ("How's your mum keeping?", "She's grand, she's in Mayo."),
        ("What do you make of that?", "I don't know."),
        ("And now?", "Cold."),
        ("Did you see the match?", "I did. Three one."),
    ],
)
def test_what_nobody_looks_up_has_none(asked: str, answer: str) -> None:
    assert not _added(_statement(f'When asked "{asked[:-1]}?", client answered: "{answer}"', asked))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("A place, a day?", "No. No plan. I didn't even slow down."),
        ("Were you thinking of going in?", "I was thinking it'd be no trouble."),
        ("Is there a plan?", "Nah. Not since I was nineteen."),
        ("Does anybody know about this?", "No. You're the first."),
        ("What stopped you?", "The dog wouldn't go home."),
        ("When was the last time, and how often?", "Tuesday. Twice in three weeks."),
        ("Would you do it?", "God forbid, ma."),
        ("Have you told anyone?", "Only my auntie Bev."),
    ],
)
def test_what_is_asked_on_of_risk_stands_beside_it(asked: str, answer: str) -> None:
    text = f'When asked "{asked[:-1]}?", client answered: "{answer}"'
    risk = _statement("When asked about suicide, client answered.", "suicide?", 18, must=True)
    assert _added(_statement(text, asked), kept=(risk,)) == [text]
    assert not _added(_statement(text, asked, 90), kept=(risk,))


def test_a_medicine_is_named_once() -> None:
    one = _statement('Client stated: "Just the amlodipine, five, for the pressure."')
    assert _added(one) == [one.text]
    assert not _added(one, kept=(_statement("Client reported that she takes amlodipine.", order=4),))


@pytest.mark.parametrize(
    "text",
    [
        'Client stated: "I had a panic attack on the tram on Sunday, a bad one."',
        'Client stated: "I lost five hundred and twenty thousand on the betting."',
        'Client stated: "I relapsed last night, so I did."',
        "Client stated: \"I'm crying every day and I'm numb with him.\"",
        'Client stated: "The urges are worse, all week."',
        'Client stated: "Four cans and a drop of whiskey, six nights of the seven."',
        'Client stated: "I avoid the lift, I avoid the whole shopping centre, yaar."',
        'Client stated: "I get flashbacks when the till beeps."',
    ],
)
def test_the_trouble_is_told_where_the_start_says_nothing_else_of_it(text: str) -> None:
    assert _added(_statement(text, place=0.1)) == [text]
    assert not _added(_statement(text, place=0.6))


def test_a_visit_needs_no_floor_and_no_line_is_told_twice() -> None:
    asked = "How much do you believe that now?"
    one = _statement(f'When asked "{asked}", client answered: "Fifty."', asked)
    assert not _added(_statement(one.text, asked, talk=0.1))
    assert not _added(one, kept=(_statement("Client rated the belief at 100, then 50."),))


def test_the_room_for_it_is_small() -> None:
    asked = "How much do you believe that now?"
    many = [
        _statement(f'When asked "{asked}", client answered: "It is {at} now, I reckon."', asked, at * 10)
        for at in range(11, 30)
    ]
    assert len(_added(*many)) == 2
