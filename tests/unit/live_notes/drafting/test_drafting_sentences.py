"""The parts a sentence of the embedded drafter is made of: questions turned, fragments, figures, findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from live_notes.drafting.embedded.acting.findings import examined, found, is_finding
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.questions import bare, turned
from live_notes.drafting.embedded.telling.beginnings import clause_of, is_clause, is_thing
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.language.numbers import claimed_numbers, given_numbers, plain_number
from live_notes.drafting.preferences import Preferences, PronounChoice, noun_forms

SHE = Voice(None, Preferences(pronouns=PronounChoice.SHE).pronoun_forms)
CLIENT = Voice(Preferences(pronouns=PronounChoice.THEY).pronoun_forms, noun=noun_forms("the client"))


@pytest.mark.parametrize(
    ("question", "confirmed", "denied"),
    [
        ("Do you have any chest pain?", "chest pain", "chest pain"),
        ("Have you had any fever or chills?", None, "fever or chills"),
        (
            "Are you still taking the sertraline?",
            "that she is taking the sertraline",
            "taking the sertraline",
        ),
        ("Do you ever drink alone?", "drinking alone", "drinking alone"),
        ("Is it worse at night?", "that it is worse at night", "that it is not worse at night"),
        ("You're watching your diet, right?", "that she is watching her diet", None),
        ("Shortness of breath?", "shortness of breath", "shortness of breath"),
        ("Do you know what I mean?", None, None),
        ("Haven't you slept?", None, None),
        ("What did your manager say?", None, None),
        ("Did the wine help?", None, None),
    ],
)
def test_a_question_becomes_what_yes_or_no_to_it_says(
    question: str, confirmed: str | None, denied: str | None
) -> None:
    said = turned(question, SHE)
    assert (said.confirmed, said.denied) == (confirmed, denied)


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("How long has it been going on?", "how long it has been going on"),
        ("And how often do you take it?", "how often she takes it"),
        ("How many drinks do you have a week?", "how many drinks she has a week"),
        ("When did it start?", "when it started"),
        ("How is your sleep?", "how her sleep is"),
    ],
)
def test_an_open_question_goes_into_a_sentence_where_its_verb_is_certain(
    question: str, within: str | None
) -> None:
    assert asked_within(question, SHE) == within


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Okay, so, do you smoke at all?", "do you smoke"),
        ("Sam, how have you been?", "how have you been"),
        ("Any pain, anything like that?", "Any pain"),
    ],
)
def test_what_leads_a_question_in_and_tags_it_is_left_out(question: str, plain: str) -> None:
    assert bare(question) == plain


@pytest.mark.parametrize(
    "words",
    [
        "I sleep badly.",
        "sometimes I wake up at four",
        "if it rains, I stay at home",
        "about two weeks ago I fell",
        "in the morning it gets better",
    ],
)
def test_a_clause_may_begin_with_a_time_or_a_condition(words: str) -> None:
    assert is_clause(words)


@pytest.mark.parametrize(
    "words", ["when it catches and I almost fall", "mainly at night", "not too fast", "you said so"]
)
def test_what_has_no_subject_of_its_own_is_no_clause(words: str) -> None:
    assert not is_clause(words)


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("been trying to walk", "i've been trying to walk"),
        ("started having panic attacks", "i started having panic attacks"),
        ("trying to walk", None),
        ("mainly at night", None),
    ],
)
def test_only_a_left_out_i_is_put_in_again(words: str, clause: str | None) -> None:
    assert clause_of(words) == clause


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("a little weight gain", True),
        ("trying to walk every day", True),
        ("some pain but it goes", False),
        ("no", False),
    ],
)
def test_a_thing_has_no_clause_in_it(words: str, thing: bool) -> None:
    assert is_thing(words) is thing


def test_a_noun_stands_where_the_pronoun_is_somebody_else_s() -> None:
    assert reword("I asked them to leave", CLIENT) == "the client asked them to leave"
    assert reword("They told me to rest", CLIENT) == "they told the client to rest"
    assert reword("I sleep badly", CLIENT) == "they sleep badly"
    assert reword("I think they think I know what I said to my boss", CLIENT) is None


def test_had_and_would_are_told_apart_only_by_a_plain_verb() -> None:
    voice = Voice(Preferences(pronouns=PronounChoice.SHE).pronoun_forms)
    assert reword("I'd like to sleep", voice) == "she would like to sleep"
    assert reword("I'd gone to bed", voice) == "she'd gone to bed"


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("twenty five milligrams twice a day", "25 mg twice a day"),
        ("a hundred and ten micrograms", "a hundred and ten micrograms"),
        ("two hundred and ten pounds", "210 pounds"),
        ("one of two", "one of 2"),
        ("one forty", "one forty"),
        ("twenty twenty", "twenty twenty"),
        ('she said "two beers" and two shots', 'she said "two beers" and 2 shots'),
        ("fifty percent", "50%"),
    ],
)
def test_numbers_that_can_be_read_in_one_way_only_are_written_in_figures(spoken: str, written: str) -> None:
    assert in_figures(spoken) == written


@given(st.integers(min_value=2, max_value=9_999))
def test_a_number_in_figures_is_the_one_that_was_said(value: int) -> None:
    words = _in_words(value)
    assert plain_number(words) == value
    assert claimed_numbers(in_figures(f"took {words} of them")) <= given_numbers(words)


_SMALL = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _in_words(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    if value < 100:
        return _TENS[value // 10 - 2] + (f" {_SMALL[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f" and {_in_words(value % 100)}" if value % 100 else ""
        return f"{_SMALL[value // 100]} hundred{rest}"
    rest = f" {_in_words(value % 1000)}" if value % 1000 else ""
    return f"{_SMALL[value // 1000]} thousand{rest}"


@pytest.mark.parametrize(
    ("words", "exam", "result"),
    [
        ("On your heart exam, I hear a two out of six murmur.", "heart exam", "a two out of six murmur"),
        ("So on physical examination, there's some edema", "physical examination", "some edema"),
    ],
)
def test_a_finding_stands_under_its_examination(words: str, exam: str, result: str) -> None:
    assert examined(words) == (exam, result)


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("Your lungs are clear.", True),
        ("Your PHQ-9 score was fourteen.", True),
        ("You have some tenderness there.", True),
        ("Your mother was critical of your weight.", False),
        ("People who drink at a risky level are more likely to have low mood.", False),
        ("If your heart is racing, breathe out slowly.", False),
        ("It sounds like your back is up against the wall.", False),
    ],
)
def test_only_what_was_examined_or_measured_is_a_finding(words: str, finding: bool) -> None:
    assert is_finding(words) is finding


def test_i_hear_and_there_is_are_left_out_of_a_finding_but_no_clause_is_broken() -> None:
    assert found("I don't see any edema") == "I don't see any edema"
    assert found("there's good strength") == "good strength"
    assert found("I see that you are limping") == "I see that you are limping"
