"""Questions in quotation marks told as shortly as their answers can be understood."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.asked_shortly import told_shortly
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.emdr.emdr_fields import field_of, fields_shown, told_as_field
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.telling.phrases import Terms, terms_of
from live_notes.drafting.formats import Kind
from live_notes.drafting.preferences import Preferences, PronounChoice

THEY = terms_of(Preferences(), frozenset())
SHE = terms_of(Preferences(pronouns=PronounChoice.SHE, client_term="patient"), frozenset())


def shortly(text: str, terms: Terms = THEY, *, must: bool = False, authored: bool = False) -> str:
    statement = Statement(
        Kind.REPORT, text, ("s1", "s2"), Seen(text, Kind.REPORT, 0.5, 0.0), 0, frozenset(), must=must,
        authored=authored, lead="", rest=text,
    )  # fmt: skip
    (told,) = told_shortly([statement], (), terms)
    assert (told.evidence, told.order, told.stems) == (statement.evidence, 0, frozenset())
    return told.text


TOLD = [
    (
        'When asked "I\'m wondering, how did the viewing go?", client answered: "Badly. We were late."',
        'When asked how the viewing went, client answered: "Badly. We were late."',
    ),
    (
        'When asked "It is a big shed. How many nights did you sleep last week?", client said 3.',
        "When asked how many nights they slept last week, client said 3.",
    ),
    (
        'When asked "And the allotment?", client answered: "I went on Sunday."',
        'Regarding the allotment, client stated: "I went on Sunday."',
    ),
    (
        'When asked "Any inhalers, any other medicines?", client said the brown one, at night.',
        "Regarding inhalers or other medicines, client said the brown one, at night.",
    ),
    (
        'When asked "Fits, head injuries?", client answered: "No. I fell off a horse once."',
        'When asked about fits or head injuries, client answered: "No. I fell off a horse once."',
    ),
    (
        'When asked "What\'s the first thing you\'d notice?", client answered: "I\'d be up by seven."',
        'When asked about the first thing they would notice, client answered: "I\'d be up by seven."',
    ),
    (
        'Goal: when asked "What do you want to be able to do by June?", client answered: "Swim again."',
        'Goal: when asked what they want to be able to do by June, client answered: "Swim again."',
    ),
    (
        'When asked "Why a six and not a three?", client said because of the girls.',
        "When asked why 6 and not 3, client said because of the girls.",
    ),
    (
        'Client stated: "I had it outside." When asked "How long ago was that?", client said 3 weeks.',
        'Client stated: "I had it outside." When asked how long ago that was, client said 3 weeks.',
    ),
    (
        'When asked "The letter says you missed four sessions in the spring. What do you make of that?",'
        " client said that it sounds right; they were in Leeds.",
        'In response to "The letter says you missed four sessions in the spring",'
        " client said that it sounds right; they were in Leeds.",
    ),
    (
        'When asked "I\'d like to try the stairs first. How does that sound?", client answered: "Hard."',
        'In response to "I\'d like to try the stairs first", client said: "Hard."',
    ),
    (
        'When asked "Progress is hardly ever a straight line. What did you make of that at the time?",'
        ' client answered: "I thought I\'d failed."',
        'When asked, of "Progress is hardly ever a straight line", what they made of that at the time,'
        ' client answered: "I thought I\'d failed."',
    ),
]
ALONE = [
    ("have you had any chest pain", "no chest pain.", "Client reported no chest pain."),
    ("have you noticed any rash", "no rash or itching.", "Client reported no rash or itching."),
    (
        "Are you left or right handed?",
        "that they are left handed.",
        "Client reported that they are left handed.",
    ),
    ("Are you working at the moment?", "that they are working.", "Client reported that they are working."),
    (
        "Who minds the twins?",
        "that Mum minds the twins.",
        "Client reported that Mum minds the twins.",
    ),
    (
        "Do you live in a house or a flat?",
        "that they live in a flat.",
        "Client reported that they live in a flat.",
    ),
]
KEPT = [
    'When asked "Big ones only, no reading. And how long?", client said about 20 minutes.',
    'When asked "That\'s a good place to do it. How long did it take?", client said 10 minutes.',
    'When asked "You rang Lewis. What did you do?", client said they talked.',
    'When asked "That is how we bring it down. Does that make sense?", client reported that it does.',
    'When asked "Any neck pain or stiffness?", client answered: "Yeah."',
    'When asked "If it came back stronger, who would you ring?", client answered: "My aunt."',
    'When asked "How often do you think of suicide?", client answered: "Not often."',
    'When asked "Your sister asked after you. What was it like hearing that?", client answered: "Odd."',
    'When asked "Would you say you are low?", client said that they are flat.',
    'Client stated: "When asked I said no."',
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_is_told_shortly(text: str, told: str) -> None:
    assert shortly(text) == told


@pytest.mark.parametrize(("asked", "answer", "told"), ALONE)
def test_an_answer_that_says_all_needs_no_question(asked: str, answer: str, told: str) -> None:
    assert shortly(f'When asked "{asked}", client reported {answer}') == told


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Are you okay with taking the tablets?", "that they are okay."),
        ("Would you rather be alone or with him?", "that they would rather be alone."),
        ("Do you use any tobacco products", "no smoking is enough."),
        ("have you had any numbness in your feet", "no numbness."),
        ("have you noticed any rash along with the fever", "no rash."),
        ("How did you get on with the form?", "that it is in the drawer."),
        ("Have you had the letter about the flat?", "that they have had it."),
    ],
)
def test_an_answer_that_says_less_keeps_its_question(asked: str, answer: str) -> None:
    assert not shortly(f'When asked "{asked}", client reported {answer}').startswith("Client reported")


@pytest.mark.parametrize("text", KEPT)
def test_what_is_in_doubt_or_of_risk_keeps_its_words(text: str) -> None:
    assert shortly(text) == text


def test_what_must_stand_or_was_written_keeps_its_words() -> None:
    text = 'When asked "Where did you park?", client answered: "At the back."'
    assert shortly(text, must=True) == text
    goal = 'Goal: when asked "Where do you want to be by June?", client answered: "On the bus."'
    assert shortly(goal, must=True) != goal
    assert shortly(text, authored=True) == text
    assert shortly(text) != text


def test_several_clients_keep_their_words() -> None:
    text = 'When asked "Where did you park?", Client A answered: "At the back."'
    assert shortly(text, THEY.of_client("Client A")) == text


def test_the_clients_words_and_pronouns_are_the_chosen_ones() -> None:
    text = (
        'When asked "What\'s the longest you\'ve gone without one?", the patient answered: "Eleven months."'
    )
    told = 'Regarding the longest she has gone without one, the patient stated: "Eleven months."'
    assert shortly(text, SHE) == told
    text = 'When asked "Are you left or right handed?", the patient reported that she is left handed.'
    assert shortly(text, SHE) == "The patient reported that she is left handed."


FIELDS = [
    ("What picture represents the worst part of it?", "The gate.", 'Target image: "The gate."'),
    ("What's the worst part of it now?", "The noise.", 'Worst part of the target: "The noise."'),
    (
        "What words go best with it, something negative about yourself?",
        "I'm weak.",
        'Negative cognition: "I\'m weak."',
    ),
    (
        "When you bring it up, what's the negative belief about you?",
        "I'm bad.",
        'Negative cognition: "I\'m bad."',
    ),
    (
        "What would you rather believe about yourself?",
        "I did my best.",
        'Positive cognition: "I did my best."',
    ),
    ("How true does that feel, one to seven?", "Three.", "VOC: 3 of 7."),
    ("How true do those words feel, from one to seven?", "Five. It's a five.", "VOC: 5 of 7."),
    ("How true does that feel, one to seven?", "Three. No, two.", 'VOC: "Three. No, two."'),
    ("How true does that feel?", "Three.", 'VOC: "Three."'),
    ("What emotions come up?", "Shame.", 'Emotions: "Shame."'),
    ("How disturbing is it now, zero to ten?", "Eight.", "SUD: 8 of 10."),
    ("How disturbing does it feel, zero to ten?", "Eleven.", 'SUD: "Eleven."'),
    ("Where do you feel it in your body?", "My jaw.", 'Body location: "My jaw."'),
]


@pytest.mark.parametrize(("asked", "answer", "told"), FIELDS)
def test_a_target_is_set_up_in_fields(asked: str, answer: str, told: str) -> None:
    assert told_as_field(asked, answer, "client", goes_on=False) == told
    label = told.split(":", maxsplit=1)[0]
    assert label in fields_shown(told, f"Okay. {asked} Take your time.")
    assert label not in fields_shown(told, "Okay. How was your week?")


def test_a_field_that_is_looked_for_on_is_not_yet_settled() -> None:
    asked = "What would you rather believe about yourself?"
    told = told_as_field(asked, "I'm fine.", "the client", goes_on=True)
    assert told == 'Positive cognition: the client first answered: "I\'m fine."'
    assert told_as_field("What emotions come up?", "Fear.", "client", goes_on=True) == 'Emotions: "Fear."'


@pytest.mark.parametrize(
    "asked",
    [
        "Do those words still fit, or is there something better?",
        "Which of those words is stronger?",
        "What do you notice now?",
        "How was your week?",
        "What does that say about the firm?",
        "Which emotions go with which part of the picture that is the worst?",
        "Have the words about yourself changed?",
    ],
)
def test_what_may_be_another_field_keeps_its_question(asked: str) -> None:
    assert field_of(asked) == ""
