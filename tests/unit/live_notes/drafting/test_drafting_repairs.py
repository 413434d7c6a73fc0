"""Speech as it is spoken: begun anew, corrected, broken off; and what a note makes of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import DraftSpec, EmbeddedDrafter, NoteFormat, Preferences, PronounChoice, write_note
from live_notes.drafting.embedded.hearing.cleaning import clean, fluent
from live_notes.drafting.embedded.hearing.repairs import mended, pieces
from live_notes.drafting.embedded.hearing.units import parts_of
from live_notes.drafting.embedded.planning.steps import plainly, without_run_on
from tests.support.dialogues import FILLING, drafted_with, said, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I would leave if he this- if he shouts again.", "I would leave if he shouts again."),
        ("I'm sleeping-- not sleeping any better.", "I'm not sleeping any better."),
        ("I have a cousin from gar-- from Garland.", "I have a cousin from Garland."),
        ("It's fun to see ot-- other towns.", "It's fun to see other towns."),
        ("The classes would be- get me going again.", "The classes would get me going again."),
        ("He-- I don't-- he hasn't called.", "he hasn't called."),
        ("I take two, I mean three tablets.", "I take three tablets."),
        ("We met on Monday, sorry, Tuesday after work.", "We met on Tuesday after work."),
        ("my mother -- who is a nurse -- told me to stop", "my mother -- who is a nurse -- told me to stop"),
        ("I feel sad- I don't know why.", "I feel sad- I don't know why."),
        ("I like it- it helps me.", "I like it- it helps me."),
    ],
)
def test_what_a_speaker_says_anew_stands_once(spoken: str, written: str) -> None:
    assert mended(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "held"),
    [
        ("I get help with-- my aunt is a great cook.", ["I get help with", "my aunt is a great cook."]),
        ("If it gets worse-- we stop the tablets.", []),  # the condition may not be lost
        ("I slept well.", ["I slept well."]),
    ],
)
def test_a_sentence_is_cut_where_it_was_abandoned(spoken: str, held: list[str]) -> None:
    assert list(pieces(spoken)) == held


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I, try to swim for, a while each week.", "I try to swim for a while each week."),
        ("They live, like I said, in another town.", "They live in another town."),
        (
            "It gets the cat out and, I'm not a morning person.",
            "It gets the cat out and I'm not a morning person.",
        ),
        (
            "My friends from the choir, yeah, they sing on Fridays.",
            "My friends from the choir they sing on Fridays.",
        ),
        ("We had a, quite a good year.", "We had quite a good year."),
        ("It's the one like my sister has.", "It's the one like my sister has."),
    ],
)
def test_hesitation_leaves_no_marks(spoken: str, written: str) -> None:
    assert clean(spoken) == written


def test_a_quotation_leaves_out_um_and_what_was_stammered() -> None:
    assert fluent("Um, we'll- we'll, uh, see y-you on, on Friday.") == "we'll see you on Friday."
    assert fluent("Uh-huh.") == "Uh-huh."


async def test_such_a_quotation_counts_as_exact() -> None:
    note = await drafted_with(
        (
            "t",
            "What I think we, um, we should do is go- go over your- your sleep log together, OK, next week.",
        )
    )
    told = [s for section in note.sections for s in section.sentences if '"' in s.text]
    assert all("quote-not-exact" not in s.flags and " um" not in s.text for s in told)


def test_titles_end_no_sentence_and_a_quotation_stays_whole() -> None:
    assert parts_of("I would like to meet with you as Dr. Ives does.") == (
        "I would like to meet with you as Dr. Ives does.",
    )
    text = 'They say, "I stop today. After lunch I smoke." It never works.'
    assert parts_of(text) == ('They say, "I stop today. After lunch I smoke."', "It never works.")


async def test_what_was_abandoned_is_in_no_note() -> None:
    note = await drafted_with(
        ("c", "I get support with-- my aunt is really kind about the baby."),
        ("c", "My neighbour and his, the, her boy in the other flat that we have."),
    )
    told = " ".join(texts(note))
    assert "her aunt is really kind about the baby" in told
    assert "support with" not in told
    assert "other flat" not in told


@pytest.mark.parametrize(
    ("question", "answer", "never"),
    [
        ("Are you doing okay?", "Yes.", "that she is doing."),
        ("Does that sound okay?", "Yeah.", "confirmed that"),
        ("Are you drinking a lot?", "A little, yeah.", "confirmed that she is drinking a lot"),
        ("You don't see that with any other medicine?", "Right.", "confirmed medicine"),
    ],
)
async def test_nothing_empty_or_too_much_is_confirmed(question: str, answer: str, never: str) -> None:
    note = await drafted_with(("t", question), ("c", answer))
    assert never not in " ".join(texts(note))


async def test_an_answer_is_found_past_a_sound_or_an_echo() -> None:
    note = await drafted_with(("t", "Do you have any allergies?"), ("c", "Oh. Allergies. No."))
    assert "Client denied allergies." in texts(note)


async def test_a_question_begun_twice_is_denied_once() -> None:
    note = await drafted_with(("t", "Do you have any, have you had any kind of chest pain?"), ("c", "No."))
    assert "chest pain" in " ".join(texts(note))
    assert "any, have" not in " ".join(texts(note))


async def test_asked_for_what_is_not_there_a_no_denies_it() -> None:
    note = await drafted_with(("t", "No vomiting?"), ("c", "No."))
    assert "Client denied vomiting." in texts(note)


async def test_an_amount_stands_with_what_was_asked() -> None:
    note = await drafted_with(("t", "How many drinks do you have in a week?"), ("c", "About eight or nine."))
    told = [text for text in texts(note) if "8 or 9" in text or "eight or nine" in text]
    assert told
    assert all("drinks" in text for text in told)


@pytest.mark.parametrize(
    ("spoken", "plain"),
    [
        ("So what we're going to do is, we're going to book a scan.", "we're going to book a scan."),
        (
            "The other thing I'd like you to do is try a walk each day.",
            "i'd like you to try a walk each day.",
        ),
        ("what I would recommend is to rest for a week.", "i would recommend you to rest for a week."),
        ("However, I'd like you to be seen today.", "I'd like you to be seen today."),
        ("I must admit, if it gets no better we'll meet again.", "if it gets no better we'll meet again."),
    ],
)
def test_a_step_is_told_at_once(spoken: str, plain: str) -> None:
    assert plainly(spoken) == plain


def test_a_step_ends_where_the_next_statement_was_run_on() -> None:
    assert without_run_on("cut down on coffee i know you love it") == "cut down on coffee"
    assert without_run_on("call us if it gets worse") == "call us if it gets worse"


async def test_a_plan_has_its_own_subject() -> None:
    note = await drafted_with(
        ("t", "I must admit, if your symptoms have not got better next week, I'd like to see you again."),
        ("t", "What I'm going to do now is I'm going to send a letter to your school."),
        ("t", "Do come back and see me next week if it gets worse."),
    )
    plan = texts(note, "Plan")
    assert not any(" to admit" in text or "to do now" in text or "that do come" in text for text in plan)
    assert any(text.startswith("Therapist to send a letter to") for text in plan)
    assert any(text.startswith("Client to come back and see the therapist next week") for text in plan)


async def test_a_correction_overrides_what_it_corrects() -> None:
    note = await drafted_with(
        ("t", "Anything else I should know about your health?"),
        ("c", "I get a fever every spring in the garden."),
        ("t", "A fever?"),
        ("c", "No, hay fever, not a fever."),
    )
    assert not any("gets a fever" in text for text in texts(note))


async def test_a_risk_is_never_taken_back_by_a_correction() -> None:
    note = await drafted_with(
        ("c", "I thought about suicide last night."), ("t", "Say more?"), ("c", "No, sleep, not suicide.")
    )
    assert any("suicide" in text for text in texts(note))


async def test_who_is_there_stands_in_no_note() -> None:
    note = await drafted_with(
        ("t", "Could you confirm your name and date of birth for me?"),
        ("c", "Sure. My name is Ada Field. My date of birth is the second of May."),
        ("c", "My skin has been itching for about a week."),
    )
    told = " ".join(texts(note))
    assert "itching" in told
    assert "Field" not in told
    assert "May" not in told


async def test_a_stand_taken_to_an_intervention_is_a_response() -> None:
    note = await drafted_with(
        ("t", "It sounds like the evenings are the hardest time for you."),
        ("c", "Yeah, I don't want to sit alone every evening with a bottle."),
        note_format=NoteFormat.BIRP,
    )
    assert any("sit alone every evening" in text for text in texts(note, "Response"))


async def test_a_goal_in_the_clients_words_is_a_goal() -> None:
    note = await drafted_with(
        ("c", "I'd like to stop smoking before the wedding in June."), note_format=NoteFormat.GIRP
    )
    assert any("stop smoking before the wedding" in text for text in texts(note, "Goal"))


async def test_a_clause_and_a_thing_are_not_put_together() -> None:
    note = await drafted_with(
        ("c", "I think a smaller plate would be my goal."),
        ("t", "And how sure are you from one to ten?"),
        ("c", "I'd say an eight."),
    )
    assert not any(text.endswith(("and an 8.", "and an eight.")) for text in texts(note))


async def test_what_others_do_is_not_told_as_the_clients() -> None:
    spec = DraftSpec(NoteFormat.SOAP, Preferences(pronouns=PronounChoice.THEY))
    lines = said(
        *FILLING,
        ("c", "I have to leave the desk every hour for a drink."),
        ("c", "They don't really look kindly on long breaks at the clinic."),
    )
    told = " ".join(texts(await write_note(lines, spec, EmbeddedDrafter(), now=NOW)))
    assert "do not really look kindly" not in told


async def test_what_would_be_said_is_not_told_as_done() -> None:
    assert clean("I'd say I had no soda at all.") == "I'd say I had no soda at all."
    assert clean("I'd say about four a day.") == "about four a day."


async def test_a_reproach_is_no_validation() -> None:
    note = await drafted_with(
        ("t", "And that sounds like a lot of excuses to me."), note_format=NoteFormat.BIRP
    )
    assert not any("validated" in text for text in texts(note, "Intervention"))
