"""Words that would say another thing of somebody in the third person are quoted; commas that end stay."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.hearing.cleaning import fluent
from live_notes.drafting.embedded.hearing.mine_as_me import mine_as_my
from live_notes.drafting.embedded.telling.another_sense import means_another
from live_notes.drafting.embedded.telling.phrases import terms_of
from live_notes.drafting.preferences import Preferences


@pytest.mark.parametrize(
    "said",
    [
        "she said only ring me at weekends",
        "he says call me when you land",
        "my boss goes come and see me",
        "he texted don't forget my keys",
        "my aunt was like bring me the soup",
        "the nurse said please give me your arm, so I did",
        "they said well show us",
        "cross with me",
        "just really disappointed in me",
        "more ashamed of me than of him",
        "I was furious at me",
        "I feel let down by him and angry with me",
        "I hate me when that starts",
        "I bought me a bike",
        "if I do me back again",
        "I don't really like me",
        "I could never forgive me",
        "I keep it in me locker",
        "he put it under me pillow",
        "mine",
        "no, mine please",
        "I had the triplets",
        "we had the baby that weekend",
    ],
)
def test_what_would_say_another_thing_of_somebody_else_is_found(said: str) -> None:
    assert means_another(said.lower())


@pytest.mark.parametrize(
    "said",
    [
        "he said sleep helps me",
        "she said work was killing me",
        "he told me to call him",
        "she said she'd ring me",
        "she was angry at me",
        "my dad is disappointed in me",
        "he gave me back my keys",
        "I asked him to call me",
        "it works for me sometimes",
        "he came with me yesterday",
        "for me it's hard",
        "the house is mine and his",
        "that job of mine went",
        "I had the flu",
        "I think it upset me",
        "I like that he calls me",
        "I wish he told me",
        "they look at me like I'm mad",
    ],
)
def test_what_says_the_same_of_somebody_else_is_reported(said: str) -> None:
    assert not means_another(said.lower())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("No, um, nobody rang.", "No, nobody rang."),
        ("Yes, er, most days.", "Yes, most days."),
        ("It was bad, uh, my nan came.", "It was bad, my nan came."),
        ("It was my, um, cousin.", "It was my cousin."),
        ("I took, er, half.", "I took half."),
        ("We'll, uh, see.", "We'll see."),
        ("Since about, em, Easter.", "Since about Easter."),
        ("Em, I stayed in.", "I stayed in."),
        ("Tell em, I'm fine.", "Tell em, I'm fine."),
        ("Give it to 'em, and go.", "Give it to 'em, and go."),
        ("Not in, God, ten years.", "Not in, God, ten years."),
        ("I had, okay. The lift.", "I had, okay. The lift."),
        ("I've, sorry, been off work.", "I've, sorry, been off work."),
        ("I'm not, em. I'm worn out.", "I'm not, em. I'm worn out."),
        ("It's, um. Six.", "It's. Six."),
    ],
)
def test_a_comma_at_which_something_ends_stays_in_a_quotation(said: str, kept: str) -> None:
    assert fluent(said) == kept


@pytest.mark.parametrize(
    ("said", "owned"),
    [
        ("I'll do me back in.", "I'll do my back in."),
        ("It wrecks me back.", "It wrecks my back."),
        ("I've a pain in me back.", "I've a pain in my back."),
        ("He gave me back the tin.", "He gave me back the tin."),
        ("She called me back.", "She called me back."),
        ("It set me back a week.", "It set me back a week."),
    ],
)
def test_a_back_that_is_hurt_is_ones_own(said: str, owned: str) -> None:
    assert mine_as_my(said) == owned


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Who else thought you were a lot?", "who else thought they were a lot"),
        ("Who said you had to go?", "who said they had to go"),
        ("Who thinks you're lazy?", "who thinks they are lazy"),
        ("Who noticed you were gone?", "who noticed they were gone"),
        ("Who believed you?", "who believed them"),
        ("Who told you about it?", "who told them about it"),
        ("What made you stop?", "what made them stop"),
        ("Who saw you at work?", "who saw them at work"),
    ],
)
def test_who_is_thought_of_does_what_follows(asked: str, told: str) -> None:
    assert asked_within(asked, terms_of(Preferences(), frozenset()).asked_voice) == told
