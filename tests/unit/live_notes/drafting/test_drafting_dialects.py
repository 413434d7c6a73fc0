"""Grammar of a dialect is quoted whole, and told from the standard that looks like it."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.dialects import is_of_a_dialect
from live_notes.drafting.embedded.hearing.mine_as_me import mine_as_my
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    "words",
    [
        "I does get up at four to bake.",
        "My granny sick and I not sleeping.",
        "He come by the house last Friday and I run.",
        "My sister say I should go.",
        "Is me who does pay for everything.",
        "It have plenty mango and nobody to eat it.",
        "My supervisor eh tell me nothing.",
        "Mi nuh sleep from Sunday.",
        "I'm after losing my purse.",
        "I do be exhausted by teatime.",
        "I amn't going back.",
        "She was only after sitting down.",
        "I love him, so I do.",
        "Youse never asked.",
        "I used be able for it.",
        "I cannae thole it.",
        "I'd no want to go.",
        "I'm no wanting a fuss.",
        "My da's no well.",
        "I've took Monday off.",
        "I should of rung.",
        "I seen her on the bus.",
        "I were that nervous I left.",
        "My gran brung me up.",
        "He don't ring.",
        "She be waiting up for me.",
        "They done took the car.",
        "I'm finna quit.",
        "I am having this pain since three months.",
        "My cousin sister is getting married.",
        "She told that I am lazy.",
        "They shouted on me.",
        "I am eating, but sometimes I am skipping also.",
        "My leg is paining me.",
        "Abeg, I dey tire.",
        "I never done nothing.",
        "Them boys took my bag.",
        "I'm well annoyed.",
        "I ain't slept.",
    ],
)
def test_grammar_of_a_dialect_is_known(words: str) -> None:
    assert is_of_a_dialect(words)


@pytest.mark.parametrize(
    "words",
    [
        "I do sleep, most nights.",
        "I was sleeping when he rang.",
        "Did he come on Friday?",
        "I asked that he come early.",
        "It made me and my sister laugh.",
        "I've never done that before.",
        "I have been seen twice.",
        "How have you been?",
        "She likes tea and he likes coffee.",
        "I had no need of it.",
        "I've no money left.",
        "It was after losing my job that I drank.",
        "So I did the breathing.",
        "I told them about it.",
        "Since March I've been off it.",
        "I saw Mia and I gave her the keys.",
        "He could come on Friday.",
        "Na Yeon is my friend.",
        "I rang the doctor and she called me back.",
        "Later in the day I rang her.",
        "My feet hurt and it is worse at night.",
        "I wish he knew.",
        "Does she drink?",
    ],
)
def test_standard_grammar_is_told_from_it(words: str) -> None:
    assert not is_of_a_dialect(words)


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("It's in me van", "It's in my van"),
        ("I lost me purse and me keys", "I lost my purse and my keys"),
        ("Me chest goes tight", "My chest goes tight"),
        ("I told me mum", "I told my mum"),
        ("Then me eldest lad rang", "Then my eldest lad rang"),
        ("I hurt me back in June", "I hurt my back in June"),
        ("It helps me sleep", "It helps me sleep"),
        ("She gave me tablets", "She gave me tablets"),
        ("They put me back on it", "They put me back on it"),
        ("He called me mum", "He called me mum"),
        ("It made me work harder", "It made me work harder"),
        ("He drove me home", "He drove me home"),
        ("Me ankles swelled up.", "My ankles swelled up."),
        ("I stood there, me fringe stuck to me head.", "I stood there, my fringe stuck to my head."),
        ("Me too, and me and my cousin both.", "Me too, and me and my cousin both."),
        ("It was only me, not her.", "It was only me, not her."),
    ],
)
def test_me_that_owns_is_my(spoken: str, meant: str) -> None:
    assert mine_as_my(spoken) == meant


async def test_a_clause_that_begins_with_what_is_theirs_is_whole() -> None:
    told = " ".join(
        texts(await drafted_with(("t", "What's happening?"), ("c", "I feel faint. Me lips went numb.")))
    )
    assert "her lips went numb" in told


@pytest.mark.parametrize(
    "words",
    [
        "I does cry in the car most mornings.",
        "I'm after losing my job at the bakery.",
        "I'm no wanting my mother to know.",
    ],
)
async def test_a_note_has_such_a_sentence_in_its_speaker_s_words(words: str) -> None:
    told = texts(await drafted_with(("t", "Okay."), ("c", words)))
    assert any(f'"{words}"' in text for text in told), told


async def test_who_leaves_forms_out_has_what_they_did_quoted() -> None:
    told = texts(
        await drafted_with(
            ("t", "Tell me more."),
            (
                "c",
                "He come to the branch and he not know anything. My boss say show him. She vex with me now.",
            ),
            ("t", "Yes."),
            (
                "c",
                "I not able for it. I train that boy two years and he get the promotion and the panic start.",
            ),
        )
    )
    assert not any("they train" in text or "she trains" in text or "she train" in text for text in told)
