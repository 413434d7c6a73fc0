"""Sentences that hang on the one before, what a note is looked up for, and words that only fill."""

from __future__ import annotations

import pytest

from live_notes import Flag, MaskedTranscript
from live_notes.drafting.embedded.acting.act_words import ASKED_FOR_IDENTITY
from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.selecting.weighing import worth_beside_words
from live_notes.drafting.embedded.telling.leaning import asks_for_course
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.preferences import Pronouns
from tests.support.dialogues import drafted_with, said, texts
from tests.unit.live_notes.drafting.checks.test_checks_sentences import flags

THEY = Pronouns("they", "them", "their", "theirs", "themself", plural_verb=True)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I sobbed like a toddler.", "I sobbed like a toddler."),
        ("He walked in like the owner of the place.", "He walked in like the owner of the place."),
        ("They talk to me like I'm stupid.", "They talk to me like I'm stupid."),
        ("She drives like some maniac.", "She drives like some maniac."),
        ("I had like a migraine.", "I had a migraine."),
        ("I shared it with like the whole ward.", "I shared it with the whole ward."),
        ("The row took like an hour.", "The row took an hour."),
        ("It lasted like thirty minutes.", "It lasted about thirty minutes."),
        ("It was not like twenty years ago.", "It was not like twenty years ago."),
    ],
)
def test_only_the_like_that_fills_is_left_out(spoken: str, written: str) -> None:
    assert clean(spoken) == written


@pytest.mark.parametrize(
    "words",
    [
        "I'll text, mate, ring me Friday.",
        "I'll tell him, just leave me alone.",
        "I wrote to her, you were right.",
        "I want to go, dude, honestly.",
        "I messaged my cousin, please help me with this.",
    ],
)
def test_what_is_said_to_somebody_keeps_its_persons(words: str) -> None:
    assert reword(words, Voice(THEY)) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I told my cousin on Friday.", "they told their cousin on Friday"),
        ("I wrote a letter, a long one.", "they wrote a letter, a long one"),
    ],
)
def test_what_is_told_of_talking_is_reported(words: str, told: str) -> None:
    assert reword(words, Voice(THEY)) == told


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (
            "I ordered a kayak. A double one. It was nine hundred pounds.",
            "Client reported that she ordered a kayak, a double one; it was 900 pounds.",
        ),
        (
            "We lost the flat in Leeds. That was just before the wedding.",
            "Client reported that they lost the flat in Leeds; that was just before the wedding.",
        ),
    ],
)
async def test_what_hangs_on_the_sentence_before_is_told_with_it(turn: str, expected: str) -> None:
    assert expected in texts(await drafted_with(("t", "I'd like to hear it from you."), ("c", turn)))


@pytest.mark.parametrize(
    ("turn", "lost"),
    [
        ("It was, what, nine years ago.", "nine years"),
        ("I'm at thirty, by the way.", "thirty"),
        ("I was too frightened.", "frightened"),
    ],
)
async def test_what_hangs_on_nothing_is_left_out(turn: str, lost: str) -> None:
    told = " ".join(texts(await drafted_with(("t", "I'm sorry to hear that."), ("c", turn))))
    assert lost not in told


async def test_a_list_of_medicines_is_told_whole() -> None:
    told = texts(
        await drafted_with(
            ("t", "Tell me what you are taking at the moment."),
            ("c", "The olanzapine, ten, at night. The sertraline, a hundred, in the morning."),
        )
    )
    assert any("olanzapine, ten, at night. The sertraline, a hundred" in one for one in told)


async def test_missed_doses_are_told_with_how_many() -> None:
    told = texts(
        await drafted_with(
            ("t", "Are you missing any?"),
            ("c", "I missed some quetiapine. So two nights? Three. And then I started again."),
        )
    )
    assert any("I missed some quetiapine. So two nights? Three." in one for one in told)


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("Are you missing any?", False),
        ("Are you Miss Okafor?", True),
        ("Hello, is that Mrs Byrne?", True),
        ("Is this mishmash normal?", False),
    ],
)
def test_a_form_of_address_asks_who_is_there(words: str, identity: bool) -> None:
    assert bool(ASKED_FOR_IDENTITY.search(words)) is identity


@pytest.mark.parametrize(
    ("question", "course"),
    [
        ("What was the trigger?", True),
        ("What happened right before you cut?", True),
        ("And afterwards?", True),
        ("What led up to it?", True),
        ("Can you walk me through Friday night?", True),
        ("What do you want from today?", False),
        ("How's work?", False),
    ],
)
def test_how_something_came_about_is_asked_for(question: str, course: bool) -> None:
    assert asks_for_course(question) is course


@pytest.mark.parametrize(
    ("asked", "answer", "plain"),
    [
        ("What does she mean?", "I ain't slept, I'm up at four o'clock.", "She means the garden gate."),
        ("Anything else?", "I forgot my lithium at my mum's.", "I forgot my umbrella at my mum's."),
        ("What did you weigh?", "Less. I haven't been eating.", "Less. I haven't been counting."),
        ("What set it off?", "They posted pictures.", ""),
    ],
)
def test_what_a_note_is_looked_up_for_weighs_more(asked: str, answer: str, plain: str) -> None:
    other = worth_beside_words("Where?" if not plain else asked, plain or answer, 10)
    assert worth_beside_words(asked, answer, 10) > other


GOAL = said(
    ("t", "What we set out to do was get you back to the allotment."),
    ("c", "Still is. And to ring my daughter, but you said to leave that."),
)
BELIEF = said(
    ("t", "What words go with it?"),
    ("c", "I let them down."),
    ("t", "Bring up the picture and the words I let them down, and notice your body."),
    ("t", "How true do those words, I kept them safe, feel now?"),
    ("c", "I kept them safe. A five."),
)
BOOKING = said(
    ("t", "So next week, Monday, same time, half four?"),
    ("c", "Monday I'm at the dentist. Tuesday?"),
    ("t", "Tuesday half four it is."),
    ("t", "Not Friday, I'm away."),
)


@pytest.mark.parametrize(
    ("talk", "text", "evidence"),
    [
        (
            GOAL,
            'Therapist stated: "What we set out to do was get you back to the allotment." '
            'Client answered: "Still is. And to ring my daughter, but you said to leave that."',
            ["s1", "s2"],
        ),
        (BELIEF, 'Negative belief: "I let them down."', ["s2", "s3"]),
        (BOOKING, "Next session: Tuesday next week at half four.", ["s1", "s2", "s3"]),
    ],
)
def test_what_is_right_is_not_flagged(talk: MaskedTranscript, text: str, evidence: list[str]) -> None:
    assert flags(text, *evidence, talk=talk) == set()


@pytest.mark.parametrize(
    ("talk", "text", "evidence", "flag"),
    [
        (
            GOAL,
            'Client stated: "What we set out to do was get you back to the allotment." '
            'Therapist answered: "Still is. And to ring my daughter, but you said to leave that."',
            ["s1", "s2"],
            Flag.SPEAKER,
        ),
        (BELIEF, 'Negative belief: "I kept them safe."', ["s5", "s4"], Flag.UNSUPPORTED),
        (
            BOOKING,
            "Next session: Thursday next week at half four.",
            ["s1", "s2", "s3"],
            Flag.NUMBER,
        ),
    ],
)
def test_what_is_wrong_in_the_same_way_is_flagged(
    talk: MaskedTranscript, text: str, evidence: list[str], flag: Flag
) -> None:
    assert flag.value in (flags(text, *evidence, talk=talk) or set())
