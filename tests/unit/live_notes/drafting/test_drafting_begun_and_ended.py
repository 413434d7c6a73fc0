"""How a sentence is begun and ended: names, what was said twice, tags, and what was left open."""

from __future__ import annotations

import pytest

from live_notes import EvidenceLine, Speaking
from live_notes.drafting.embedded.hearing.cleaning import clean, fluent
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.telling.phrases import quoted
from live_notes.drafting.embedded.telling.reported import lower_first
from tests.support.dialogues import drafted_with, texts


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("He was late again, wasn't he.", "He was late again."),
        ("Well it kept going, didn't it.", "it kept going."),
        ("It isn't what he wanted.", "It isn't what he wanted."),
        ("You did that, didn't you?", "You did that, didn't you?"),
    ],
)
def test_the_tag_of_a_statement_is_left_out(spoken: str, written: str) -> None:
    assert clean(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "quoted"),
    [
        ("Nothing, nothing.", "Nothing."),
        ("Never, never again.", "Never again."),
        ("um, no, no", "no"),
        (", no, no.", "no."),
    ],
)
def test_a_quotation_begins_as_it_was_begun(spoken: str, quoted: str) -> None:
    assert fluent(spoken) == quoted


@pytest.mark.parametrize(
    ("text", "continued"),
    [
        ("Bex'll ring on Monday", "Bex'll ring on Monday"),
        ("Immy, the real one", "Immy, the real one"),
        ("The form", "the form"),
    ],
)
def test_a_name_keeps_its_capital_with_what_hangs_on_it(text: str, continued: str) -> None:
    assert lower_first(text, frozenset({"Bex", "Immy"})) == continued


@pytest.mark.parametrize(
    ("spoken", "once"),
    [
        ("I've been feeling, I've been feeling under the weather.", "I've been feeling under the weather."),
        ("It must have been like, must have been like half an hour.", "It must have been like half an hour."),
        ("I feel a little bit of a little bit of pain.", "I feel a little bit of pain."),
        ("I took one tablet, one tablet in the morning.", "I took one tablet, one tablet in the morning."),
        (
            "If it comes with stammer, it comes with stammer.",
            "If it comes with stammer, it comes with stammer.",
        ),
        ("And if it happens, it happens, I say.", "And if it happens, it happens, I say."),
        ("And when I was, I was at home.", "And when I was at home."),
    ],
)
def test_what_is_begun_twice_in_up_to_five_words_stands_once(spoken: str, once: str) -> None:
    assert fluent(spoken) == once


@pytest.mark.parametrize(
    ("spoken", "quotation"),
    [
        ("I want to be able to walk again and", '"I want to be able to walk again."'),
        ("I'd like to, but", '"I\'d like to, but."'),
        ("It's one or the other.", '"It\'s one or the other."'),
    ],
)
def test_a_quotation_ends_without_what_was_only_begun(spoken: str, quotation: str) -> None:
    (unit,) = units_of((EvidenceLine("1", "c", Speaking.CLIENT, 0.0, 1.0, spoken),))
    assert quoted(unit) == quotation


async def test_a_question_that_never_said_its_noun_is_put_in_its_own_words() -> None:
    note = await drafted_with(
        ("t", "What were you doing with the, you know, in your head?"),
        ("c", "I was practicing since the door, and I was tired of it."),
    )
    assert not [text for text in texts(note) if "with the in" in text]


async def test_a_quotation_within_one_ends_without_its_comma() -> None:
    note = await drafted_with(
        ("t", "How is he?"),
        (
            "c",
            'I wake up at four. And every night he tells me, "Abena, I am so tired of this bed,"',
        ),
    )
    assert not [text for text in texts(note) if ",'" in text]


async def test_an_answer_that_says_its_beginning_again_at_its_end_is_quoted_once() -> None:
    note = await drafted_with(
        *[("t", "How was it?"), ("c", "All right.")] * 12,
        ("t", "I was thinking about that watch. What would it be like to leave it off until I see you?"),
        ("c", "No. Can't do that. I'd be looking at where it was."),
        ("t", "All right. What could you do?"),
        ("c", "I could turn the buzz off."),
        ("t", "You could. What would that leave?"),
        ("c", "I'd look more then. No. Nights. I could take it off nights."),
        ("t", "From when? When's night?"),
        ("c", "Bedtime."),
        ("t", "When's it worst?"),
        ("c", "After tea. Watching telly. That's when I'm at it."),
        ("t", "So if it came off at tea?"),
        ("c", "Six o'clock. Till when, till morning? All night? What if something happens in the night?"),
        ("t", "What did you have on your wrist before?"),
        ("c", "A plain one. Fair enough. Go on, six o'clock till I get up. In the drawer, not by the bed."),
        ("t", "Every night, or some nights?"),
        ("c", "Every night. No, not Saturday, I'll be needing it. I'm joking. Every night."),
        ("t", "And the tally?"),
        ("c", "I'll carry on the tally."),
    )
    assert [text.count("I'm joking") for text in texts(note) if "I'm joking" in text] == [1]
