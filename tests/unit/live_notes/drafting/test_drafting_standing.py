"""What can stand in a note by itself, and what is told with what bounds it, or as said into a telephone."""

from __future__ import annotations

import pytest

from tests.support.dialogues import drafted_with, texts


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("It's four pages.", "4 pages"),
        ("Before I collect the twins.", "collect the twins"),
        ("I do see that now.", "see that now"),
        ("I was on nine a day and now I'm on three.", "9 a day"),
        ("I drove over there.", "drove over there"),
        ("I'll wear the red scarf.", "red scarf"),
        ("Because the roof is getting worse, I thought I'd leave it a month.", "leave it a month"),
    ],
)
async def test_what_says_nothing_by_itself_is_not_told_alone(said: str, lost: str) -> None:
    assert lost not in await told(("t", "The folder is on my desk."), ("c", said))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I've not gambled. Not since the spring.", "I've not gambled. Not since the spring."),
        ("I'm not scared of the lift. I still get shaky, but it's less.", "I still get shaky"),
        ("I haven't drunk. Except at the christening.", "Except at the christening."),
    ],
)
async def test_what_bounds_a_sentence_is_told_with_it(said: str, kept: str) -> None:
    note = await told(("t", "The folder is on my desk."), ("c", said))
    assert kept in note or said.split(".", maxsplit=1)[0] not in note


async def test_it_is_told_where_it_bears_on_how_somebody_is() -> None:
    note = await told(
        ("t", "The folder is on my desk."), ("c", "It keeps me awake until four in the morning.")
    )
    assert "awake until 4 in the morning" in note


async def test_words_into_a_telephone_are_no_report() -> None:
    note = await told(
        ("t", "Would you like to phone your brother from here?"),
        ("c", "Yeah, all right."),
        ("c", "Hello, Imran, it's me. I'm with my counsellor. I need a lift. Can you bring the van?"),
        ("t", "How was that?"),
        ("c", "He's coming. I feel calmer."),
    )
    assert 'On the telephone, client said: "' in note
    assert "she needs a lift" not in note
    assert "Client asked" not in note


async def test_a_greeting_to_the_clinician_is_no_call() -> None:
    note = await told(("t", "Come in."), ("c", "Hello, it's Farida. I need a lift home on Thursdays."))
    assert "On the telephone" not in note


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Any codeine? Any sleeping pills?", "I took some codeine for my back.", "codeine"),
        (
            "Did you ever feel watched at work? Or hearing things when it's quiet?",
            "No. Never.",
            "Did you ever feel watched",
        ),
    ],
)
async def test_two_things_asked_in_one_breath_stand_together(
    question: str, answer: str, expected: str
) -> None:
    note = await told(("t", question), ("c", answer))
    assert expected in note
    assert "Regarding sleeping pills, client" not in note


async def test_what_is_said_again_and_gone_on_from_stands_once() -> None:
    note = await told(("t", "What happened at the bank?"), ("c", "I queued. I queued for an hour. I left."))
    assert "she queued; she queued" not in note


@pytest.mark.parametrize("question", ["You want some water?", "Did he sleep in the buggy?"])
async def test_what_is_asked_at_the_door_is_not_told(question: str) -> None:
    note = await told(("t", question), ("c", "I'm good."), ("t", "How's the job?"), ("c", "Dull. It pays."))
    assert "water" not in note
    assert "buggy" not in note


async def test_what_another_person_does_is_not_told_of_the_therapist() -> None:
    note = await told(("c", "My sister is on her way."), ("t", "She's going to take the keys tonight."))
    assert "herapist stated that she" not in note


async def test_by_what_means_is_always_told() -> None:
    note = await told(
        ("t", "Are you having thoughts of ending your life?"),
        ("c", "Some nights."),
        ("t", "What were you thinking of?"),
        ("c", "My dad's shed. There's rope in it."),
    )
    assert "There's rope in it." in note


@pytest.mark.parametrize(
    ("turns", "written", "unwritten"),
    [
        (
            (
                ("t", "What was the letter?"),
                ("c", "It was a notice. From the council. That I'd never asked for."),
            ),
            "",
            "; that she had never",
        ),
        (
            (("t", "What happened on the boat?"), ("c", "I pulled the rope. I was cold. I pulled it.")),
            "she pulled the rope; she was cold",
            "she pulled it",
        ),
        (
            (("t", "How old is he again, your nephew?"), ("c", "He's eleven.")),
            "",
            "11",
        ),
        (
            (("t", "What's the number right now, on the worry?"), ("c", "Six. I'm restless.")),
            "what the number is now",
            "number right is",
        ),
        (
            (
                ("c", "My neighbour would drive me. She's got a van."),
                ("t", "Ask her tonight, then."),
                ("c", "Okay."),
            ),
            '"My neighbour would drive me."',
            "",
        ),
        (
            (("t", "Three minutes at the end, when he's back from the bank."), ("c", "Fine.")),
            "",
            "back from the bank",
        ),
    ],
)
async def test_nothing_is_left_that_only_who_was_there_would_know(
    turns: tuple[tuple[str, str], ...], written: str, unwritten: str
) -> None:
    note = await told(*turns)
    assert written in note
    assert not unwritten or unwritten not in note


async def test_how_it_was_at_first_is_not_told_without_what_came_later() -> None:
    note = await told(
        ("t", "How's the new inhaler?"),
        (
            "c",
            "First week I thought it was useless and I binned the leaflet. And then I walked the dog up to"
            " the quarry and sat on the wall with my flask and watched the lorries for an hour or more. The"
            " second week I could climb the stairs. My neighbour came by with eggs and we talked about her"
            " lambs for the whole afternoon.",
        ),
    )
    assert "useless" not in note or "climb the stairs" in note


async def test_a_nod_to_what_both_know_is_no_statement() -> None:
    note = await told(
        ("t", "What happened on Friday?"), ("c", "Stocktake. I checked my mail at two. Which I know, I know.")
    )
    assert "she checked her mail at" in note
    assert "which she know" not in note
