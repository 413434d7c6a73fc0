from __future__ import annotations

import pytest

from live_notes import LABELS, Flag, MaskedTranscript, Preferences, Sentence
from live_notes.drafting.checks import check_sentence
from tests.support.dialogues import said

TALK = said(
    ("t", "How many hours are you sleeping?"),
    ("c", "About four. I wake up at three and I don't feel rested."),
    ("t", "Have you had any thoughts of suicide?"),
    ("c", "No, nothing like that."),
    ("t", "I want you to take sertraline fifty milligrams every morning."),
    ("c", "My sister came to visit on Sunday, and I didn't argue with my mother."),
    ("t", "It sounds like you handled that visit with care."),
)


def flags(
    text: str, *evidence: str, talk: MaskedTranscript = TALK, preferences: Preferences | None = None
) -> set[str] | None:
    known = {line.id: line for line in talk.lines}
    order = {line.id: i for i, line in enumerate(talk.lines)}
    checked = check_sentence(
        Sentence(text=text, evidence=evidence), known, order, preferences or Preferences()
    )
    return None if checked is None else set(checked.flags)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Client reported waking at 3 and not feeling rested.", ["s2"]),
        ('When asked how many hours they are sleeping, client answered: "About four."', ["s1", "s2"]),
        ("Client denied thoughts of suicide.", ["s3", "s4"]),
        ("Client to take sertraline 50 milligrams every morning.", ["s5"]),
        (
            "Client reported that their sister came to visit on Sunday and that they did not argue "
            "with their mother.",
            ["s6"],
        ),
        ("Therapist noted that it sounds like client handled that visit with care.", ["s7"]),
        ('Client stated: "I wake up at three."', ["s2"]),
        ("Pt verbalized waking at three and not feeling rested.", ["s2"]),
        ("Ct voiced that her sister came to visit.", ["s6"]),
        ("Pt's sister came to visit.", ["s6"]),
    ],
)
def test_a_faithful_sentence_is_not_objected_to(text: str, evidence: list[str]) -> None:
    assert flags(text, *evidence) == set()


ASKED = (
    (
        "t",
        "So on Monday: Aisha at the bus stop. How likely is it, out of ten, that you'll go in?",
    ),
    ("c", "Six."),
    ("t", "Are you still taking the sertraline? Have you had thoughts of suicide?"),
    ("c", "Fifty, mornings."),
    ("t", "How bad was the anxiety there, zero to ten?"),
    ("c", "Seven at first."),
    ("t", "Hi Dana. Last week you said you'd talk with Luis. How did that go?"),
)


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        (
            'When asked "On Monday: Aisha at the bus stop. How likely is it, out of ten, that '
            'you\'ll go in?", client answered: "Six."',
            ["s1", "s2"],
            set(),
        ),
        (
            'When asked how likely it is, out of 10, that they will go in, client answered: "Six."',
            ["s1", "s2"],
            set(),
        ),
        (
            'When asked whether they are still taking the sertraline, client answered: "Fifty, mornings."',
            ["s3", "s4"],
            set(),
        ),
        (
            'When asked whether they have had thoughts of suicide, client answered: "Fifty, mornings."',
            ["s3", "s4"],
            set(),
        ),
        (
            'When asked how bad the anxiety was there, 0 to 10, client answered: "Seven at first."',
            ["s5", "s6"],
            set(),
        ),
        (
            'When asked how bad the anxiety was there, 0 to 100, client answered: "Seven at first."',
            ["s5", "s6"],
            {"number-not-in-evidence"},
        ),
        ('Therapist reviewed practice since the last session: "How did that go?"', ["s7"], set()),
        (
            'When asked whether they are still taking the quetiapine, client answered: "Fifty, mornings."',
            ["s3", "s4"],
            {"name-not-in-evidence"},
        ),
    ],
)
def test_a_question_put_indirectly_rests_on_the_line_that_asks(
    text: str, evidence: list[str], expected: set[str]
) -> None:
    found = flags(text, *evidence, talk=said(*ASKED))
    assert found == expected


def test_a_negation_ends_where_a_semicolon_joins_the_next_statement() -> None:
    talk = said(
        ("c", "So my mood is a bit better, but the worry is not."),
        ("c", "I'm still taking Prozac, twenty milligrams every morning."),
    )
    told = (
        "Client reported that their mood is a bit better, but the worry is not; they are still taking Prozac."
    )
    assert flags(told, "s1", "s2", talk=talk) == set()
    denied = "Client reported that their mood is a bit better; they are not taking Prozac."
    assert flags(denied, "s1", "s2", talk=talk) == {Flag.NEGATION}


@pytest.mark.parametrize(
    ("flag", "text", "evidence"),
    [
        (Flag.NUMBER, "Client reported waking at 5 and not feeling rested.", ["s2"]),
        (Flag.NUMBER, "Client to take sertraline 100 milligrams every morning.", ["s5"]),
        (Flag.NEGATION, "Client reported waking at three and feeling rested.", ["s2"]),
        (Flag.NEGATION, "Client reported that they argued with their mother.", ["s6"]),
        (Flag.NEGATION, "Client confirmed thoughts of suicide.", ["s3", "s4"]),
        (
            Flag.NEGATION,
            "Therapist noted that it sounds like client did not handle that visit with care.",
            ["s7"],
        ),
        (Flag.UNSUPPORTED, "Client reported waking at three since the divorce from a banker.", ["s2"]),
        (Flag.SPEAKER, "Therapist reported waking at three and not feeling rested.", ["s2"]),
        (Flag.SPEAKER, "Client reported that the visit was handled with care.", ["s7"]),
        (Flag.SPEAKER, "Pt verbalized that the visit was handled with care.", ["s7"]),
        (Flag.UNSUPPORTED, "Pt verbalized that her aunt came to stay.", ["s6"]),
        (Flag.UNSUPPORTED, "Client reported a CT of the head.", ["s2"]),
        (Flag.UNSUPPORTED, "Client described a long history of gambling and debts.", ["s2"]),
        (Flag.QUOTE, 'Client stated: "I never sleep at all."', ["s2"]),
        (Flag.NAME, "Client reported that their sister Miriam came to visit on Sunday.", ["s6"]),
        (Flag.PLACEHOLDER, "Client reported that [PERSON_4] came to visit on Sunday.", ["s6"]),
        (
            Flag.DIAGNOSIS,
            "Client reported waking at three, consistent with major depressive disorder.",
            ["s2"],
        ),
        (Flag.RISK, "Client reported waking at three with suicidal thoughts.", ["s2"]),
        (Flag.RISK_NOT_ASKED, "Client denied feeling rested.", ["s2"]),
        (Flag.MODALITY, "Therapist used EMDR during the visit that client handled with care.", ["s7"]),
        (Flag.WORDING, "Client claims waking at three and not feeling rested.", ["s2"]),
        (Flag.UNKNOWN_EVIDENCE, "Client reported waking at three and not feeling rested.", ["s2", "s99"]),
    ],
)
def test_a_corrupted_sentence_is_flagged(flag: Flag, text: str, evidence: list[str]) -> None:
    found = flags(text, *evidence)
    assert found is not None
    assert flag.value in found


def test_a_sentence_without_any_existing_evidence_is_left_out() -> None:
    assert flags("Client reported waking at three.", "s99") is None
    assert flags("Client reported waking at three.") is None


def test_a_modality_may_be_named_when_listed_and_shown() -> None:
    talk = said(("t", "Let's fill in the thought record together."))
    text = "Therapist worked with CBT: the thought record."
    assert flags(text, "s1", talk=talk, preferences=Preferences(modalities=("CBT",))) == set()
    assert flags(text, "s1", talk=talk) == {Flag.MODALITY.value}


@pytest.mark.parametrize(
    ("spoken", "written", "same"),
    [
        ("I slept four hours", "4 hours of sleep", True),
        ("I'm twenty six", "26", True),
        ("a hundred and forty over ninety", "140 over 90", True),
        ("one forty over ninety", "140/90", True),
        ("it's fifty milligrams", "15 milligrams", False),
        ("seven point five", "7.5", False),
        ("the twelfth of May", "12 May", True),
        ("twice a week", "2 times a week", True),
    ],
)
def test_numbers_are_the_same_in_words_and_digits(spoken: str, written: str, same: bool) -> None:
    from live_notes.drafting.language.numbers import claimed_numbers, given_numbers

    assert (claimed_numbers(written) <= given_numbers(spoken)) is same


def test_nought_is_a_number_and_a_sound_of_surprise_is_no_word() -> None:
    from live_notes.drafting.checks.evidence import Evidence
    from live_notes.drafting.language.numbers import claimed_numbers, given_numbers

    assert claimed_numbers("at 8 (0 to 10)") <= given_numbers("From nought to ten? Eight.")
    told = Evidence(said(("c", "It says one tablet. Huh. I took two.")).lines)
    assert told.says("It says one tablet. I took two.")
    assert not told.says("It says one tablet. I took three.")


def test_an_endless_number_is_no_number() -> None:
    from live_notes.drafting.language.numbers import claimed_numbers

    assert claimed_numbers("one hundred and " * 500) == set()


def test_evidence_is_put_in_order_of_time() -> None:
    known = {line.id: line for line in TALK.lines}
    order = {line.id: i for i, line in enumerate(TALK.lines)}
    sentence = Sentence(text="Client denied thoughts of suicide.", evidence=("s4", "s3", "s4"))
    checked = check_sentence(sentence, known, order, Preferences())
    assert checked is not None
    assert checked.evidence == ("s3", "s4")


def test_every_flag_tells_its_reader_something() -> None:
    assert set(LABELS) == set(Flag)


PLAIN = said(
    ("t", "When was your last panic attack?"),
    ("c", "Probably two days ago, on the bus."),
    ("t", "You passed the test, which means that you don't have epilepsy."),
    ("c", "No numbness or tingling in my hands."),
    ("t", "Your glucose was 120 at the last visit."),
    ("c", "The bus was full, I cried for hours."),
)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Last panic attack was 2 days ago.", ["s1", "s2"]),
        ("Epilepsy has been ruled out.", ["s3"]),
        ("Client denies numbness or tingling.", ["s4"]),
        ("Glucose was 120 mg/dL at the last visit.", ["s5"]),
    ],
)
def test_an_answer_a_denial_and_a_unit_are_read_as_they_are_meant(text: str, evidence: list[str]) -> None:
    assert flags(text, *evidence, talk=PLAIN) == set()


def test_what_was_said_elsewhere_is_no_answer() -> None:
    assert flags("Last panic attack was 2 days ago.", "s1", "s6", talk=PLAIN)
    assert Flag.RISK_NOT_ASKED.value in (flags("Client denies crying.", "s6", talk=PLAIN) or set())
