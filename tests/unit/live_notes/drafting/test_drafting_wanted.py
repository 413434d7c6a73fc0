"""What every note of talk should hold, and the like of it that need not stand in one."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.selecting.wanted_in_talk import RULES, wanted_for
from live_notes.drafting.formats import Kind

DIE, BEFELL, DRUG, UNDONE, AMOUNT, SLEEP, TABLETS, BODY, HOPE, NOT_UP, RATED, CHANGE = RULES


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (UNDONE, "Client reported that they did not get round to the worksheet."),
        (UNDONE, 'Client stated: "I never filled in the sleep diary."'),
        (UNDONE, 'Client stated: "I only did the body scan twice."'),
        (UNDONE, 'Client stated: "The thought record, I didn\'t touch."'),
        (UNDONE, "Client reported that they forgot their food log."),
        (UNDONE, "Client reported that they left the worksheet at home."),
        (UNDONE, "Client reported that the bus they did not do; couldn't face it."),
        (UNDONE, 'Client stated: "I did the grounding maybe three times."'),
        (AMOUNT, "Client reported that they had two bottles of gin over the weekend."),
        (AMOUNT, 'Client stated: "Six pints on Friday, and then some cans of lager at home."'),
        (AMOUNT, "Client reported that they had three joints on Saturday."),
        (AMOUNT, "Client reported that they lost 800 dollars on the slots."),
        (AMOUNT, 'Client stated: "I put six hundred quid on the horses."'),
        (AMOUNT, "Client reported that they owe their cousin 2000 pounds."),
        (AMOUNT, "Client reported that they had 2 panic attacks."),
        (AMOUNT, 'Client stated: "I binged three times, I think."'),
        (AMOUNT, "Client reported that they are 12 days sober."),
        (AMOUNT, 'Client stated: "I haven\'t placed anything in about a month."'),
        (AMOUNT, "Client reported that they were drinking 5 nights a week."),
        (SLEEP, "Client reported that they slept 4 hours last night."),
        (SLEEP, 'Client stated: "Awake for two hours every time, then up."'),
        (TABLETS, "Client reported that they stopped taking their tablets."),
        (TABLETS, 'Client stated: "I took half a one of my tablets before the flight."'),
        (TABLETS, 'Client stated: "The meds make me so groggy."'),
        (NOT_UP, "Client reported that they did not get out of bed on Sunday."),
        (NOT_UP, 'Client stated: "I couldn\'t leave the house, not even for milk."'),
        (NOT_UP, "Client reported that they stayed in bed all weekend."),
        (DIE, 'Client stated: "She says everyone would be better off without her."'),
        (DIE, 'Client stated: "He goes, I\'ll save you all the trouble, so I will."'),
        (DIE, "Client reported that he said he's done, and that he's got a rope in the shed."),
        (DRUG, "Client reported that they are on mirtazapine."),
    ],
)
def test_what_a_clinician_looks_up_is_always_wanted(rule: object, said: str) -> None:
    assert wanted_for(Kind.REPORT, said, "", 0.5) is rule


@pytest.mark.parametrize(
    "said",
    [
        "Client reported that they did not do their hair.",
        'Client stated: "I didn\'t see the match."',
        "Client reported that they wrote to their aunt.",
        "Client reported that they bought two bottles of milk.",
        "Client reported that the baby had three bottles overnight.",
        "Client reported that they go to choir two nights a week.",
        "Client reported that the car cost 4000 pounds.",
        "Client reported that it took them 3 hours to get here.",
        "Client reported that the dog needs its tablets hidden.",
        "Client reported that they did not get up early.",
        "Client reported that they felt better off with the new firm.",
        "Client reported that they are done with the kitchen.",
        "Client reported that the new lamp is a bit brighter.",
    ],
)
def test_small_talk_that_is_like_it_is_not_raised(said: str) -> None:
    assert wanted_for(Kind.REPORT, said, "", 0.5) is None


@pytest.mark.parametrize(
    "said",
    [
        "Client reported that they had a massive row with their sister on Sunday.",
        'Client stated: "I got sacked, would you believe."',
        "Client reported that they didn't get the promotion.",
        'Client stated: "My brother died last Tuesday."',
        "Client reported that they relapsed.",
        'Client stated: "She walked out."',
        "Client reported that they ended up in hospital.",
        "Client reported that they barely slept last night.",
    ],
)
def test_what_brought_the_client_is_wanted_where_it_is_told_at_once(said: str) -> None:
    assert wanted_for(Kind.REPORT, said, "", 0.05) is BEFELL
    assert wanted_for(Kind.REPORT, said, "", 0.5) is not BEFELL


@pytest.mark.parametrize(
    "said",
    [
        "Client reported that they had a whole thing to fill in online.",
        "Client reported that they had a coffee on the way.",
        'Client stated: "The bus left without me, so I walked."',
        "Client reported that they got a parking space.",
    ],
)
def test_arriving_is_not_what_brought_the_client(said: str) -> None:
    assert wanted_for(Kind.REPORT, said, "", 0.03) is None


@pytest.mark.parametrize(
    "said",
    ["Client reported that they feel calmer.", 'Client stated: "Like a weight is off my chest, kind of."'],
)
def test_how_the_client_leaves_is_wanted_at_the_end(said: str) -> None:
    assert wanted_for(Kind.RESPONSE, said, "", 0.9) is CHANGE
    assert wanted_for(Kind.RESPONSE, said, "", 0.3) is None


@pytest.mark.parametrize(
    ("rule", "asked", "answer"),
    [
        (BODY, "Any cravings this week?", "No."),
        (BODY, "Any tremors in the mornings?", "Nope, none."),
        (BODY, "Have you noticed side effects?", "Only thirst."),
        (RATED, "How ready do you feel, nought to ten?", "Seven."),
        (RATED, "And your confidence now?", "About six."),
        (HOPE, "What are you hoping to get from this?", "To sit in a room with my dad and not boil over."),
        (UNDONE, "How did you get on with the diary?", "I didn't keep it."),
        (SLEEP, "How much sleep are you getting?", "Four hours."),
    ],
)
def test_answers_to_such_questions_are_wanted(rule: object, asked: str, answer: str) -> None:
    told = f'When asked "{asked}", client answered: "{answer}"'
    assert wanted_for(Kind.REPORT, told, asked, 0.5) is rule


def test_words_of_the_question_are_not_the_clients() -> None:
    asked = "Did you have three pints again, or feel better off without him?"
    assert wanted_for(Kind.REPORT, f'When asked "{asked}", client answered: "Ha."', asked, 0.5) is None


def test_what_the_clinician_did_is_weighed_elsewhere() -> None:
    assert (
        wanted_for(Kind.INTERVENTION, 'Therapist asked: "Any panic attacks on sertraline?"', "", 0.5) is None
    )
