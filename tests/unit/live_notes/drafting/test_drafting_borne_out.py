"""A deed is named where it is done with this client, now; else its words stand under no name."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.acts import clinician_kind
from live_notes.drafting.embedded.acting.borne_out import bears_out
from live_notes.drafting.embedded.acting.deeds import shown_by
from live_notes.drafting.embedded.acting.findings import forbids
from live_notes.drafting.embedded.acting.mere_idioms import ends_open, is_only_an_idiom
from live_notes.drafting.embedded.hearing.units import Unit, units_of
from live_notes.drafting.formats import Kind
from live_notes.drafting.spec import Speaking
from tests.support.dialogues import drafted_with, said, texts


def _named(*turns: tuple[str, str]) -> set[str]:
    """The names of the deeds that the clinician's sentences bear out."""
    units = units_of(said(*turns).lines)
    return {
        deed.name
        for unit in units
        if unit.speaking is Speaking.CLINICIAN
        for deed in shown_by(unit.words, question=unit.question)
        if bears_out(deed, unit, units) and not is_only_an_idiom(deed.name, unit, units)
    }


@pytest.mark.parametrize(
    "words",
    [
        'Would you ask her straight? Something like, "Are you thinking of killing yourself?"',
        "You could ask him tonight, are you having thoughts of suicide?",
        'Say to your brother, plainly, "Have you thought of ending your life?"',
        'I\'d put it to her in so many words: "Do you want to take your own life?"',
        "Just tell him you're worried and ask him, are you thinking about killing yourself?",
        'Text Priya first, and then, "Are you thinking of hurting yourself?"',
        'Ring your mum, sit with her, and ask her, "any thoughts of ending your life?"',
        'The words would be, "Are you having thoughts of suicide?"',
    ],
)
def test_words_for_somebody_else_assess_nobody_here(words: str) -> None:
    assert "assessed for risk" not in _named(("t", words), ("c", "I'll try to say it."))


@pytest.mark.parametrize(
    "words",
    [
        "Are you thinking of killing yourself?",
        "Any thoughts of suicide this week, Chidi?",
        "When you said that, did you mean you were thinking of killing yourself?",
        "I ask everybody this: have you thought of hurting yourself?",
    ],
)
def test_what_is_asked_of_the_client_is_an_assessment(words: str) -> None:
    assert "assessed for risk" in _named(("t", words), ("c", "No, never."))


@pytest.mark.parametrize(
    "words",
    [
        "You ran the experiment for me.",
        "So you've run the experiment both ways, haven't you?",
        "For the shop one, we planned the experiment last time.",
        "That was an experiment and a half, that was.",
        "You did a little experiment there on the tram.",
        "The experiment on Tuesday went your way, sounds like.",
        "We agreed the experiment in October, remember.",
        "Your own experiment told you more than I could.",
    ],
)
def test_an_experiment_that_is_spoken_of_was_not_done_here(words: str) -> None:
    assert not any("by experiment" in name for name in _named(("t", words), ("c", "I did, yes.")))


@pytest.mark.parametrize(
    "words",
    ["Let's do the experiment now.", "Shall we try an experiment?", "Would you run the experiment with me?"],
)
def test_an_experiment_that_is_proposed_now_is_one(words: str) -> None:
    assert "tested a prediction by experiment" in _named(("t", words), ("c", "Okay, yes."))


@pytest.mark.parametrize(
    "words",
    [
        "Nought to ten?",
        "How true, one to seven?",
        "When you go back to it, zero to ten?",
        "How disturbing is it now, nought to ten?",
        "The upset, out of a hundred?",
        "What's your pain out of ten today?",
        "And your SUDs, zero to ten?",
        "How strong is the fear, out of a hundred?",
    ],
)
def test_a_number_that_measures_is_no_scaling_question(words: str) -> None:
    assert "used a scaling question" not in _named(("t", words), ("c", "About a four."))


@pytest.mark.parametrize(
    "words",
    [
        "On a scale of zero to ten, how sure are you that you could?",
        "How important is it to you, nought to ten?",
        "Where are you today, from one to ten, if ten is the life you want?",
    ],
)
def test_a_scale_for_what_is_wanted_is_one(words: str) -> None:
    assert "used a scaling question" in _named(("t", words), ("c", "A six."))


@pytest.mark.parametrize(
    "words",
    [
        "Another part of you is carrying the bill in your stomach.",
        "And that part of you says one more weekend.",
        "The part of you that wants to ring him is still there.",
        "There's a part of you that hates the quiet.",
        "That part of you needs the money back.",
        "This part of you is tired, I think.",
        "A part of you feels she was right.",
        "The other part of you wants to go to Lagos and forget it.",
    ],
)
def test_a_reflection_of_a_part_is_no_parts_work(words: str) -> None:
    assert "explored a part of the client" not in _named(("t", words), ("c", "That's true."))


def test_a_reflection_is_parts_work_where_parts_are_asked() -> None:
    turns = (
        ("t", "There's a part that switches it all off."),
        ("c", "Yes."),
        ("t", "How do you feel toward that part?"),
    )
    assert "explored a part of the client" in _named(*turns, ("c", "Annoyed with it."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Part of you was ten days free.", "And another part of you says one more weekend."),
        ("So part of you wants to stay in Leeds.", "And part of you is already packing."),
        ("There's a part of you that loves him.", "But there's another part that can't sit in that kitchen."),
        ("A part of you would ring her tonight and say it.", "And a part of you would rather not."),
        ("On the one hand it shortens the night.", "On the other it's your liver."),
        ("One side of you is dead tired.", "The other side won't lie down."),
        ("One half of you says grand.", "The other half is out the door."),
        ("And part of you trusts Dr Rao.", "Yet another part reads the leaflet at two in the morning."),
    ],
)
async def test_both_halves_of_a_reflection_stand_together(one: str, other: str) -> None:
    note = await drafted_with(("t", f"{one} {other}"), ("c", "Yes."), note_format=NoteFormat.BIRP)
    told = " ".join(texts(note, "Intervention"))
    assert "both sides" in told
    assert other.rstrip(".").split(" ", 2)[-1] in told


@pytest.mark.parametrize(
    "words",
    [
        "No checking the pulse, no water.",
        "And no holding on to the rail this time.",
        "No googling it, no asking Femi.",
        "So no counting the exits.",
        "Remember, no looking at your phone.",
        "No leaning on the wall, Siobhan.",
        "Now no sitting down, just stand there with it.",
        "No texting your mam for the all-clear.",
    ],
)
def test_what_is_not_to_be_done_is_no_finding(words: str) -> None:
    assert forbids(words) or clinician_kind(_unit(words)) is not Kind.OBSERVATION


@pytest.mark.parametrize("words", ["No swelling in the ankles.", "No wheezing on either side.", "No rash."])
def test_a_sign_that_is_not_there_is_a_finding(words: str) -> None:
    assert not forbids(words)


@pytest.mark.parametrize(
    "words",
    [
        "People worry about that, and no, it doesn't.",
        "Lots of people think they can.",
        "Most people say it is.",
        "Some mothers find they can't.",
    ],
)
def test_teaching_that_ends_on_a_bare_verb_teaches_nothing(words: str) -> None:
    assert ends_open(words)


def test_teaching_that_says_what_is_so_stands() -> None:
    assert not ends_open("People worry about asking, and it puts nothing into anybody's head.")


@pytest.mark.parametrize(
    "words",
    [
        "We'll come back to the gate another day.",
        "We'll save the letter to your father for another session.",
        "I'll keep the grief piece for next session.",
        "Let's park the money question till next week.",
        "We will return to the crash another time.",
        "So we'll leave the hospital memory for another day.",
        "Let's leave the in-laws until next time.",
        "And we'll go back to the school bit some other day.",
    ],
)
def test_what_is_put_off_to_another_day_is_a_plan(words: str) -> None:
    assert clinician_kind(_unit(words)) is Kind.PLAN


@pytest.mark.parametrize("words", ["We'll come back to it.", "Let's go back to the robbery."])
def test_what_is_gone_back_to_now_is_no_plan(words: str) -> None:
    assert clinician_kind(_unit(words)) is not Kind.PLAN


def _unit(words: str) -> Unit:
    return units_of(said(("t", words)).lines)[0]


async def test_a_breath_that_ends_a_set_is_no_skill() -> None:
    turns = (
        ("t", "Bring up the picture and follow my fingers."),
        ("c", "I see the door."),
        ("t", "Go with that. And breathe out."),
        ("c", "It's further away."),
    )
    assert "practiced a skill in session" not in _named(*turns)
    assert "practiced a skill in session" in _named(("t", "And breathe out."), ("c", "Okay."))


async def test_the_client_s_answers_are_data_and_no_assessment() -> None:
    turns = (
        ("t", "That sounds heavy. How does it sound to you?"),
        ("c", "It sounds like I'm hard on myself."),
    )
    note = await drafted_with(*turns, note_format=NoteFormat.DAP)
    assert not texts(note, "Assessment")


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        (
            "normalized and validated",
            (("t", "Followed her home, rung her at night, asked anybody who would?"), ("c", "No.")),
        ),
        (
            "explored what happens between them in the session",
            (("t", "Would you like to do that with me here, or at home?"), ("c", "At home.")),
        ),
        (
            "explored what happens between them in the session",
            (("t", "Do you want to do it with me here, or on your own?"), ("c", "On my own.")),
        ),
        (
            "used a scaling question",
            (
                ("t", "Where is the pain in your knee?"),
                ("c", "Behind the cap."),
                ("t", "What number would you put on it today, nought to ten?"),
                ("c", "Six."),
            ),
        ),
        (
            "asked the miracle question",
            (("t", "What do you hope for from these meetings? If I had a magic wand."), ("c", "Sleep.")),
        ),
        (
            "reviewed the diary with the client",
            (("t", "And the thought record?"), ("c", "I didn't open it."), ("t", "Okay.")),
        ),
        (
            "had the client begin on it in the session",
            (("t", "Shall we do it here or at home?"), ("c", "At home, later.")),
        ),
    ],
)
def test_a_deed_is_named_for_what_the_exchange_does(name: str, turns: tuple[tuple[str, str], ...]) -> None:
    assert name not in _named(*turns)


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        ("normalized and validated", (("t", "Of course you were scared, anyone would be."), ("c", "Yes."))),
        (
            "used a scaling question",
            (("t", "From zero to ten, how close are you to going back to the choir?"), ("c", "Four.")),
        ),
        (
            "asked the miracle question",
            (("t", "If I had a magic wand, what would be different on Monday?"), ("c", "I'd get up.")),
        ),
        (
            "reviewed the diary with the client",
            (("t", "And the thought record?"), ("c", "Five of them. I didn't do Sunday.")),
        ),
        (
            "had the client begin on it in the session",
            (("t", "Shall we do it here or at home?"), ("c", "Here. Right, it's sent.")),
        ),
    ],
)
def test_a_deed_that_is_done_has_its_name(name: str, turns: tuple[tuple[str, str], ...]) -> None:
    assert name in _named(*turns)


async def test_what_is_said_of_the_client_stands_with_their_no() -> None:
    note = await drafted_with(
        ("c", "You moved my hour twice this month."),
        ("t", "You're cross with me."),
        ("c", "I'm not cross. I'm worn out."),
        note_format=NoteFormat.BIRP,
    )
    told = [one for one in texts(note) if "cross with me" in one]
    assert told
    assert all("I'm not cross." in one for one in told)


def test_what_the_client_does_not_mean_is_no_explanation() -> None:
    words = "You don't mean anything by it, and you bring it here."
    (unit,) = units_of(said(("t", words)).lines)
    assert clinician_kind(unit) is not Kind.INTERVENTION
