"""An open question and its answer are told as one statement where that is sure, and else as they were."""

from __future__ import annotations

import pytest

from live_notes import Preferences, PronounChoice
from live_notes.drafting.embedded.composing.composed import in_one
from live_notes.drafting.embedded.telling.phrases import Terms, terms_of
from tests.support.dialogues import drafted_with, texts

THEY = terms_of(Preferences(pronouns=PronounChoice.THEY), frozenset({"Leeds", "Maria"}))
SHE = terms_of(Preferences(pronouns=PronounChoice.SHE, client_term="the patient"), frozenset())


def _one(asked: str, answered: str, terms: Terms = THEY) -> str:
    return in_one(f"When asked {asked}, {terms.client_inside} {answered}", terms)


def _is_told_as_it_was(asked: str, answered: str) -> bool:
    return _one(asked, answered) == f"When asked {asked}, client {answered}"


@pytest.mark.parametrize(
    ("asked", "answered", "told"),
    [
        (
            "how long they have been on sertraline",
            "said about 6 weeks.",
            "they have been on sertraline for about 6 weeks.",
        ),
        (
            "how long the headaches have been going on",
            'answered: "Since Easter."',
            "the headaches have been going on since Easter.",
        ),
        (
            "how long they were in hospital",
            "said 3 nights; it felt longer.",
            "they were in hospital for 3 nights; it felt longer.",
        ),
        (
            "how long they have been smoking for",
            "said most of their life.",
            "smoking for most of their life.",
        ),
        (
            "how long they have lived there",
            'answered: "All my life."',
            "they have lived there all their life.",
        ),
        (
            "how long it takes them to fall asleep",
            "said an hour or so.",
            "it takes them an hour or so to fall asleep.",
        ),
        (
            "how long it has been since they saw their son",
            "said nearly 2 years.",
            "it has been nearly 2 years since they saw their son.",
        ),
        (
            "for how long they have felt like this",
            'answered: "Couple of months."',
            "felt like this for a couple of months.",
        ),
        (
            "how long they usually nap for",
            "said like 20 minutes, maybe half an hour.",
            "nap for about 20 minutes, maybe half an hour.",
        ),
        (
            "how many weeks this has been going on for",
            "said 3 or 4.",
            "this has been going on for 3 or 4 weeks.",
        ),
        (
            '"and how long has this cough been going on"',
            "reported about 4 days now.",
            "the cough has been going on for about 4 days now.",
        ),
        (
            "when their last check-up was",
            "said about a year ago.",
            "their last check-up was about a year ago.",
        ),
        (
            "when they last saw their GP",
            'answered: "In March, I think."',
            "they last saw their GP in March, they think.",
        ),
        ("when their scan is", 'answered: "Thursday."', "their scan is on Thursday."),
        ("when they moved to Leeds", "said 2019.", "they moved to Leeds in 2019."),
        ("when the rash came up", "reported that it was just last week.", "the rash came up last week."),
        (
            "when they take the tablets",
            "said at night, before bed.",
            "they take the tablets at night, before bed.",
        ),
        ('"How long ago did you stop?"', "said 5 years.", "they stopped 5 years ago."),
        (
            '"When was the last time you had a drink?"',
            'answered: "Saturday night."',
            "the last time they had a drink was on Saturday night.",
        ),
        ("when it started, when did it start", "said on Monday.", "it started on Monday."),
        (
            "what time they get up",
            "said about half 5, but they wake before that.",
            "they get up at about half 5, but they wake before that.",
        ),
        (
            "where it is mostly tender now",
            "said right on the inside of their knee.",
            "it is mostly tender right on the inside of their knee now.",
        ),
        (
            "where they feel it",
            'answered: "In my stomach. It\'s like a knot."',
            'they feel it in their stomach, and stated: "It\'s like a knot."',
        ),
        ("what side that is", 'answered: "On the left."', "this is on the left."),
        (
            "where they keep the inhaler",
            "said in the kitchen drawer.",
            "they keep the inhaler in the kitchen drawer.",
        ),
        ("where they go when it gets bad", "said to the park.", "they go to the park when it gets bad."),
        ("where the rash is", "reported that it's all over their arms.", "the rash is all over their arms."),
        (
            "where they are staying",
            "said with their aunt in Leeds.",
            "they are staying with their aunt in Leeds.",
        ),
    ],
)
def test_how_long_when_and_where_are_told_with_what_was_asked(asked: str, answered: str, told: str) -> None:
    assert _one(asked, answered).endswith(told)
    assert _one(asked, answered).startswith("Client reported that ")


@pytest.mark.parametrize(
    ("asked", "answered", "told"),
    [
        (
            "how often they take the tylenol",
            "said hardly ever; maybe once a month.",
            "they hardly ever take the tylenol, maybe once a month.",
        ),
        (
            "how often they miss a dose",
            'answered: "Rarely. Maybe twice a year."',
            "they rarely miss a dose, maybe twice a year.",
        ),
        ("how often the attacks come", "said 2 or 3 times a week.", "the attacks come 2 or 3 times a week."),
        (
            "how often they see their son",
            'answered: "Every other weekend."',
            "they see their son every other weekend.",
        ),
        ("how often she calls", "said never.", "she never calls."),
        (
            "how frequently they wake when it is hot",
            "said most nights.",
            "they wake most nights when it is hot.",
        ),
        ("how many times they woke up", "said 3.", "they woke up 3 times."),
        ("how many times they have been to casualty", "said twice.", "they have been to casualty twice."),
        ("how many cigarettes they smoke a day", "said about 15.", "they smoke about 15 cigarettes a day."),
        ("how many units they drink", "said 20 a week.", "they drink 20 units a week."),
        ("how many children they have", "said 3.", "they have 3 children."),
        ("how much they drink", "said a bottle of wine a night.", "they drink a bottle of wine a night."),
        ("how much coffee they drink", "said 6 cups a day.", "they drink 6 cups of coffee a day."),
        (
            "how much they are drinking",
            "said only a couple of drinks; it's rare.",
            "they are drinking only a couple of drinks; it's rare.",
        ),
        ("how old they were when it started", "said about 14.", "they were about 14 when it started."),
        ("how they are", "said not too good.", "they are not too good."),
        ("how they are feeling", "said tired, but lighter.", "they are feeling tired, but lighter."),
        (
            "how they feel about the move",
            "said nervous; it's a big step.",
            "they feel nervous about the move; it's a big step.",
        ),
        ("how their appetite has been", "said poor.", "their appetite has been poor."),
        ("how it went", "said all right.", "it went all right."),
        ("how they are sleeping", "said badly.", "they are sleeping badly."),
        (
            "what that has been like for them",
            "reported that it's been really difficult.",
            "this has been really difficult for them.",
        ),
        ("how they got here", "said by bus.", "they got here by bus."),
        (
            "why they stopped the tablets",
            "said because of the rash; it itched.",
            "they stopped the tablets because of the rash; it itched.",
        ),
        ("why they moved", "reported that the rent went up.", "they moved because the rent went up."),
        (
            '"Why a seven and not a three?"',
            "said because of the kids.",
            "it is a seven and not a three because of the kids.",
        ),
        (
            '"Why not a one?"',
            "said because they did a whole week.",
            "it is not a one because they did a whole week.",
        ),
        ("what makes it a 4", "reported that they did 19 days.", "it is a 4 because they did 19 days."),
        (
            "what made them stop smoking",
            "reported that the baby came.",
            "they stopped smoking because the baby came.",
        ),
        (
            "what made them more tense that day",
            "reported that they had not slept.",
            "they were more tense that day because they had not slept.",
        ),
    ],
)
def test_how_often_how_much_how_and_why_are_told_with_what_was_asked(
    asked: str, answered: str, told: str
) -> None:
    assert _one(asked, answered) == f"Client reported that {told}"


@pytest.mark.parametrize(
    ("asked", "answered", "told"),
    [
        (
            "what they have taken for the pain",
            "said tylenol, but it doesn't help.",
            "reported that they have taken tylenol for the pain, but it doesn't help.",
        ),
        (
            "what they have tried for the sleep",
            "said melatonin and a weighted blanket.",
            "reported that they have tried melatonin and a weighted blanket for the sleep.",
        ),
        ("what it is that they drink", 'answered: "Wine, mostly."', "reported that they drink wine, mostly."),
        (
            "what kind of alcohol they drink at parties",
            "said liquor.",
            "reported that they drink liquor at parties.",
        ),
        ("what they had for breakfast", "said a banana.", "reported that they had a banana for breakfast."),
        ("what they are on", "said sertraline, 100 mg.", "reported that they are on sertraline, 100 mg."),
        ("what they are worried about", "said the money.", "reported that they are worried about the money."),
        ("where that came from", 'answered: "The internet."', "reported that this came from the internet."),
        (
            "who they live with",
            "said their husband and 2 children.",
            "reported that they live with their husband and 2 children.",
        ),
        ("who they trust", "said their nan.", "reported that they trust their nan."),
        ("who is at home", "said their parents.", "reported that their parents are at home."),
        ("who referred them", "said their GP.", "reported that their GP referred them."),
        ("who else noticed", 'answered: "My wife."', "reported that their wife also noticed."),
        (
            "who could help with that",
            "said their brother, maybe.",
            "said that their brother could help with that, maybe.",
        ),
        ("what made them stop", "said the cough.", "reported that the cough made them stop."),
        (
            "what would help them cut back",
            "said maybe having less wine in the house.",
            "said that maybe having less wine in the house would help them cut back.",
        ),
        ("what makes it worse", "said loud noises.", "reported that loud noises make it worse."),
        ("what helps", "said walking.", "reported that walking helps."),
        (
            "what was different today",
            "said the smile; they never had that.",
            "reported that what was different today was the smile; they never had that.",
        ),
        (
            "what their biggest worry is",
            "reported that they will lose the house.",
            "reported that their biggest worry is that they will lose the house.",
        ),
        (
            "what they learned",
            "said that getting up is unpleasant.",
            "said that they learned that getting up is unpleasant.",
        ),
        (
            "what they noticed",
            "reported that their hands are warm.",
            "reported that they noticed that their hands are warm.",
        ),
    ],
)
def test_what_and_who_are_told_with_what_was_asked(asked: str, answered: str, told: str) -> None:
    assert _one(asked, answered) == f"Client {told}"


@pytest.mark.parametrize(
    ("asked", "answered", "told"),
    [
        (
            "what they are taking",
            "reported that they are taking 25 mg tablets, twice daily.",
            "reported that they are taking 25 mg tablets, twice daily.",
        ),
        (
            "how they have been",
            "reported that they have been better.",
            "reported that they have been better.",
        ),
        ("what they think", "said that they think it's a bit much.", "said that they think it's a bit much."),
        (
            "where they are with it",
            "reported that they are halfway there.",
            "reported that they are halfway there.",
        ),
        ("what happened", "reported that the bus broke down.", "reported that the bus broke down."),
        (
            "what they did then",
            "reported that they rang their sister.",
            "reported that after that, they rang their sister.",
        ),
        (
            "how they feel after they drink",
            "reported that they feel ashamed.",
            "reported that after they drink, they feel ashamed.",
        ),
        (
            "what happens when they go in a lift",
            "reported that their chest tightens.",
            "reported that when they go in a lift, their chest tightens.",
        ),
        (
            "how much alcohol they drink",
            "reported that they drink 2 beers a night.",
            "reported that they drink 2 beers a night.",
        ),
        (
            "when their last period was",
            'answered: "My last period was in May. No, April."',
            'stated: "My last period was in May. No, April."',
        ),
        ("who lives with them", "reported that they live alone.", "reported that they live alone."),
    ],
)
def test_a_question_goes_whose_matter_the_answer_says(asked: str, answered: str, told: str) -> None:
    assert _one(asked, answered) == f"Client {told}"


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("how long they have been off work", "said 3 weeks; no, 4."),
        ("how long they have been off work", "said a while, they do not remember."),
        ("how long they have been married", "said too long."),
        ("how long the meeting was", "said an hour."),
        ("how long they plan to stay until they go", "said a week."),
        ("how long they think it lasts", "said 10 minutes."),
        ("how long that has tingling been there for", "said an hour."),
        ("how long ago", "said 5 weeks."),
        ("when they stopped smoking", "said when the baby came."),
        ("when they eat", 'answered: "When I remember."'),
        ("when the panic started", "said on the bus; they had to get off."),
        ("when it started", 'answered: "Three weeks ago. I mean, two."'),
        ("where they grew up", 'answered: "Leeds."'),
        ("where it hurts", "said here."),
        ("where they are on that scale", "said a 5."),
        ("where the pain is", "said in the knee; no, the ankle."),
        ("how often they check the door", "said it depends."),
        ("how often they have been going", "said sometimes."),
        ("how many drinks they had", "said one."),
        ("how much alcohol they drink", "said a couple."),
        ("how confident they are", "said a 6."),
        ("how they feel", "said like a failure."),
        ("how they feel about their father", "said nothing really."),
        ("how the exam went", 'answered: "Good."'),
        ("why they think that is", "reported that they do not know."),
        ("why they like it", "reported that it's quiet."),
        ("why they would go", "reported that they would miss her."),
        ("what made them angry", "reported that nobody asked them."),
        ("what makes it a 3", "said the bottle; they hate it; and the court thing."),
        ("what they smoke", "said neither."),
        ("what they take", "said ooh, they cannot remember."),
        ("what they get", 'answered: "His hand."'),
        ("what their job is", "said a plumber."),
        ("what the plan is", "said to ring on Monday."),
        ("who taught them", "said their uncle, long story."),
        ("what helps", "said when it rains."),
        ("what he said", "reported that he was sorry."),
        ("what their mother thinks", "reported that she is worried."),
        ("how that went", "reported that she was late."),
        ("how they feel now", "reported that they feel if they go on with it."),
        ("what she thinks about them coming here", "reported that she thinks it's good."),
        ("what happened on Saturday", "reported that they will come to that."),
        ("what happened after", "reported that it was fine."),
        ("what it would be like", "reported that they feel lost."),
        ("whether they sleep", "said 4 hours."),
        ("what the number is", 'answered: "Eighty. But okay. I\'ll do it."'),
        ('"How disturbing is it, nought to ten?"', 'answered: "Six."'),
        ("what they did", 'answered: "What do you mean?"'),
    ],
)
def test_what_is_not_sure_stays_as_it_was_told(asked: str, answered: str) -> None:
    assert _is_told_as_it_was(asked, answered)


def test_person_and_term_hold() -> None:
    assert (
        _one("how long she has been taking that", "said 18 months.", SHE)
        == "The patient reported that she has been taking that for 18 months."
    )
    assert (
        _one("who she lives with", 'answered: "My dad and my gran."', SHE)
        == "The patient reported that she lives with her dad and her gran."
    )
    assert _one("who she lives with", 'answered: "My sister, she works there."', SHE).startswith("When asked")


def test_what_is_said_in_a_dialect_is_not_put_into_other_words() -> None:
    told = 'When asked who they live with, client answered: "My mammy."'
    assert in_one(told, THEY, dialect=True) == told


async def test_a_note_has_one_statement_with_the_lines_of_both() -> None:
    note = await drafted_with(
        ("t", "How long have you been taking the propranolol?"), ("c", "About eighteen months.")
    )
    found = [s for part in note.sections for s in part.sentences if "propranolol" in s.text]
    assert [s.text for s in found] == [
        "Client reported that she has been taking the propranolol for about 18 months."
    ]
    assert found[0].evidence == ("s4", "s5")
    assert not found[0].flags


async def test_risk_keeps_its_question_and_the_very_words() -> None:
    note = await drafted_with(
        ("t", "Have you had any thoughts of ending your life?"),
        ("c", "Yes, I have thought about suicide."),
        ("t", "How often do you have those thoughts?"),
        ("c", "Two or three times a week."),
    )
    told = [text for text in texts(note) if "wo or three times a week" in text]
    assert told
    assert all("asked" in text for text in told)
