"""A clinician's question put inside a sentence, and those that stay quoted as nothing else is certain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.reported import Voice
from live_notes.drafting.language.verbs import past
from live_notes.drafting.language.words import word_set
from live_notes.drafting.preferences import Preferences, PronounChoice

VOICES = {
    choice: Voice(None, Preferences(pronouns=choice).pronoun_forms)
    for choice in (PronounChoice.SHE, PronounChoice.HE, PronounChoice.THEY, PronounChoice.NONE)
}
THEY, SHE, NONE = VOICES[PronounChoice.THEY], VOICES[PronounChoice.SHE], VOICES[PronounChoice.NONE]

YES_OR_NO = [
    ("Are you still taking the sertraline?", "whether they are still taking the sertraline"),
    ("Have you told Sandra?", "whether they have told Sandra"),
    ("Did you have a plan?", "whether they had a plan"),
    ("Did you get to the breathing exercise?", "whether they got to the breathing exercise"),
    ("Okay, and did you stop?", "whether they stopped"),
    (
        "Do you ever think that you would rather be dead?",
        "whether they ever think that they would rather be dead",
    ),
    ("Is there wine in the evenings still?", "whether there is wine in the evenings still"),
    (
        "Is there any pushing when the two of you fight?",
        "whether there is any pushing when the two of them fight",
    ),
    ("Does he make you feel small?", "whether he makes them feel small"),
    ("Has anyone hurt you?", "whether anyone has hurt them"),
    ("Has he threatened you with a gun?", "whether he has threatened them with a gun"),
    ("Does your husband know?", "whether their husband knows"),
    ("Did Luis come with you?", "whether Luis came with them"),
    ("Are you thinking about suicide?", "whether they are thinking about suicide"),
    (
        "In the last two weeks, have you had any thoughts of suicide?",
        "whether, in the last two weeks, they have had any thoughts of suicide",
    ),
]
OPEN = [
    ("What was going on that Saturday?", "what was going on that Saturday"),
    ("What did you tell Ray just before the bet?", "what they told Ray just before the bet"),
    ("What made you think you would faint?", "what made them think they would faint"),
    ("What keeps you safe?", "what keeps them safe"),
    ("How did it feel to ask?", "how it felt to ask"),
    ("How's the drinking alongside all this?", "how the drinking is alongside all this"),
    ("How've the last two weeks been?", "how the last two weeks have been"),
    ("How long has this been going on?", "how long this has been going on"),
    ("How bad was the anxiety there, zero to ten?", "how bad the anxiety was there, zero to ten"),
    ("What would make it a six?", "what would make it a six"),
    ("What did your son do?", "what their son did"),
    ("What was Monday like?", "what Monday was like"),
    ("What do you think Margaret would have said?", "what they think Margaret would have said"),
    ("When did you last have that?", "when they last had that"),
    ("How much help do you need?", "how much help they need"),
    ("What's happened since?", "what has happened since"),
    ("What is the hardest part of the day?", "what the hardest part of the day is"),
    (
        "How likely is it, out of ten, that you'll go in?",
        "how likely it is, out of ten, that they will go in",
    ),
    (
        "On a scale from zero to ten, how confident are you?",
        "how confident they are, on a scale from zero to ten",
    ),
]
WITHOUT_A_VERB = [
    ("Any thoughts of ending your life?", "about any thoughts of ending their life"),
    ("Any side effects?", "about any side effects"),
    ("And the sleep?", "about sleep"),
    ("The letter from the immigration office?", "about the letter from the immigration office"),
    ("How many nights this week?", "how many nights this week"),
]


@pytest.mark.parametrize(("question", "within"), [*YES_OR_NO, *OPEN, *WITHOUT_A_VERB])
def test_a_question_goes_into_the_sentence(question: str, within: str) -> None:
    assert asked_within(question, THEY) == within


@pytest.mark.parametrize(
    ("question", "she", "none"),
    [
        ("Are you sleeping?", "whether she is sleeping", "whether the client is sleeping"),
        ("Do you want to die?", "whether she wants to die", "whether the client wants to die"),
        ("Did you tell yourself that?", "whether she told herself that", None),
        ("Were you drinking?", "whether she was drinking", "whether the client was drinking"),
        ("Did you tell your boss what you saw?", "whether she told her boss what she saw", None),
    ],
)
def test_the_verb_agrees_with_the_chosen_pronouns(question: str, she: str | None, none: str | None) -> None:
    assert (asked_within(question, SHE), asked_within(question, NONE)) == (she, none)


@pytest.mark.parametrize(
    "question",
    [
        "Are you safe, any thoughts of hurting yourself?",
        "Are you sleeping does it wake you?",
        "No weed since August. How did you manage that?",
        "You're okay, right?",
        "Haven't you slept?",
        "Did he hit you?",
        "Did you put it away?",
        "Did you eat and sleep well?",
        "How might we find out?",
        "Do you know what I mean?",
        "What do they say these days?",
        "Do they know where you live?",
        "Did your mother say, you can't go?",
        "Are you and Luis talking?",
        "Do you two argue?",
        "Is there any help you need?",
        "Is that pain bad?",
        "What would Bob say, Margaret?",
        "Do you know what?",
        "Do you smoke your first cigarette",
        "Not sleeping, the TV meaning things?",
        "Once you were in?",
        "On the days you went in, what helped?",
        "Any chance you could come earlier?",
    ],
)
def test_what_is_not_certain_is_left_to_be_quoted(question: str) -> None:
    assert asked_within(question, THEY) is None


@pytest.mark.parametrize("question", ["Did you take her coat?", "Do you think she would mind if you went?"])
def test_nobody_else_s_pronoun_is_taken_for_the_client_s(question: str) -> None:
    assert asked_within(question, SHE) is None
    assert asked_within(question, VOICES[PronounChoice.HE]) is not None


BEGINNINGS = ("Do", "Did", "Have", "Are", "What do", "How did", "What makes", "Any", "Does he", "Has it")
WORDS = sorted(
    word_set("""
you your yourself think that told make feel help about the it with and want to left sleeping dizzy when hurt
you're you've for at home
""")
)


@given(
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    st.sampled_from(list(VOICES)),
)
def test_no_second_person_is_left(begins: str, words: list[str], choice: PronounChoice) -> None:
    within = asked_within(f"{begins} {' '.join(words)}?", VOICES[choice])
    assert within is None or not re.search(r"\byou(?:r|rs|rself|'\w+)?\b", within)


@given(st.text(max_size=80))
def test_any_text_may_be_asked(text: str) -> None:
    asked_within(text, THEY)


@pytest.mark.parametrize(
    ("verb", "then"),
    [
        ("stop", "stopped"), ("try", "tried"), ("cope", "coped"), ("go", "went"), ("panic", "panicked"),
        ("visit", "visited"), ("admit", "admitted"), ("play", "played"), ("put", None), ("lie", None),
        ("flurb", None),
    ],
)  # fmt: skip
def test_the_past_of_a_verb_is_told_where_it_is_known(verb: str, then: str | None) -> None:
    assert past(verb) == then


def test_a_number_of_people_stays_a_word() -> None:
    assert (
        in_figures("when the two of them fight over two bills") == "when the two of them fight over 2 bills"
    )


def test_how_something_has_been_is_no_thing_that_was_asked_about() -> None:
    assert asked_within("So how's your week been?", THEY) == "how their week has been"
