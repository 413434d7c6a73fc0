"""A question for yes or no and its answer stand as one statement, where the answer is plain."""

from __future__ import annotations

import pytest

from live_notes import Preferences
from live_notes.drafting.embedded.asking.mere_questions import agrees_to, is_mere
from live_notes.drafting.embedded.composing.plain_answers import composed, goes_with_it
from live_notes.drafting.embedded.composing.plain_questions import Polar, polar
from live_notes.drafting.embedded.telling.phrases import terms_of
from live_notes.drafting.preferences import PronounChoice
from tests.support.dialogues import drafted_with, texts

_TERMS = terms_of(Preferences(), frozenset())
_SHE = terms_of(Preferences(pronouns=PronounChoice.SHE, client_term="patient"), frozenset())


def told(question: str, answer: str, asked: str = "") -> str | None:
    return composed(asked or f'"{question}"', answer, question, _TERMS)


def quoting(words: str) -> str:
    return f'answered: "{words}"'


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("are you taking the ramipril that i prescribed?", "yes.", "that they are taking the ramipril"),
        ("And are you sleeping through?", "Yup.", "that they are sleeping through"),
        ("So are you still using the inhaler", "Yeah, I am.", "that they are still using the inhaler"),
        ("Does your knee hurt at night?", "It does, yeah.", "that their knee hurts at night"),
        ("Did your symptoms start after you moved house?", "They did.", "after they moved house"),
        ("Are your bowels working okay?", "Yeah.", "that their bowels are working okay"),
        ("You were off work last week?", "Correct.", "that they were off work last week"),
        ("Is your sister still living with you?", "Oh yes, she is.", "that their sister is still living"),
        ("are you, are you working at the moment?", "Yes, yeah.", "that they are working at the moment"),
    ],
)
def test_a_plain_yes_confirms(question: str, answer: str, expected: str) -> None:
    sentence = told(question, quoting(answer))
    assert sentence is not None
    assert sentence.startswith(f"Client confirmed {expected}") or expected in sentence
    assert sentence.startswith("Client confirmed that ")


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("any pain when i press?", "no.", "Client denied pain when the therapist presses"),
        ("have you had any palpitations", "Nope.", "Client denied palpitations"),
        (
            "Any headaches? Any problems with your hearing?",
            "No.",
            "any headaches or problems with their hearing",
        ),
        ("how about any fever? chills, sweats?", "None of that.", "any fever, chills or sweats"),
        (
            "Any trouble with your hands? For example numbness?",
            "No.",
            "trouble with their hands such as numbness",
        ),
        ("Did you faint?", "No, I didn't.", "Client denied that they fainted"),
        ("Do you have any allergies at all?", "Um, no.", "Client denied allergies"),
        ("any other medications?", "No, nothing.", "Client denied any other medications"),
    ],
)
def test_a_plain_no_denies(question: str, answer: str, expected: str) -> None:
    sentence = told(question, quoting(answer))
    assert sentence is not None
    assert expected in sentence


@pytest.mark.parametrize(
    "answer",
    [
        "not really.",
        "I guess.",
        "No, yeah.",
        "Yeah, no.",
        "Yes and no.",
        "Sometimes.",
        "No. Well, once.",
        "No, but I did last year.",
        "Not any more.",
        "Yeah, I think so.",
        "Yes. Think so.",
        "Yes, I hope.",
        "Maybe.",
        "No, not really.",
        "Yes, but not every day.",
        "Yeah, well, I try.",
        "No. I had one in March.",
        "No. A couple of cans.",
        "Right.",
    ],
)
@pytest.mark.parametrize("question", ["Are you taking the ramipril?", "Have you had any panic attacks?"])
def test_an_answer_that_is_not_plain_keeps_its_question(question: str, answer: str) -> None:
    assert told(question, quoting(answer)) is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is it the left or the right?", "Yes."),
        ("Do you smoke or drink?", "Yeah."),
        ("You're not taking anything else?", "No."),
        ("So no cough or cold?", "Yes."),
        ("Isn't that your brother's?", "Yes."),
        ("Could you tell me your address?", "Yes."),
        ("Do you remember what you were doing?", "Yes."),
        ("Do you think it's the tablets?", "No."),
        ("Do you mind if I call your GP?", "No."),
        ("How is it going?", "Yes."),
        ("Is that so?", "Yes."),
        ("Are you okay?", "Yes."),
        ("You bring the forms?", "Yes."),
        ("Would that be so bad?", "No."),
        ("You promise?", "Yes."),
        ("Are you walking without a stick?", "No."),
        ("Is there any part of you that wants to go back?", "No."),
        ("Shame at ninety, did it fit?", "No."),
        ("Do you ears feel blocked?", "No."),
        ("Is it your knee? What happened there?", "Yes."),
        ("You had the scan in May. Was it clear?", "Yes."),
        ("Do you have thoughts like that?", "Yes."),
        ("Do you get pains like this at home?", "No."),
        ("Have you had such dreams before?", "Yes."),
        ("Have you worries of that kind?", "No."),
        ("Is the pain the same?", "Yes."),
        ("Did you tell your sister about that?", "Yes."),
    ],
)
def test_a_question_that_a_yes_or_no_leaves_open_stays(question: str, answer: str) -> None:
    assert told(question, quoting(answer)) is None


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "Did you have any polyps?",
            quoting("No. They said they'd see me in ten years."),
            'Client denied polyps, and added: "They said they\'d see me in ten years."',
        ),
        (
            "Are you using the cream?",
            quoting("Yes, and I use it twice a week."),
            'Client confirmed that they are using the cream, and added: "I use it twice a week."',
        ),
        (
            "Do you have any children at home?",
            quoting("No. I don't have kids."),
            'Client denied children at home, and added: "I don\'t have kids."',
        ),
        (
            "Is your asthma well-controlled?",
            "said yes, that's fine; they use the inhaler.",
            "Client confirmed that their asthma is well-controlled; they use the inhaler.",
        ),
        (
            "Did you pass out?",
            quoting("No. It went off by itself."),
            'Client denied that they passed out, and added: "It went off by itself."',
        ),
        (
            "Are you drinking?",
            "said no; they have not had one since June.",
            "Client denied drinking; they have not had one since June.",
        ),
    ],
)
def test_what_is_said_behind_a_plain_answer_stays_with_it(
    question: str, answer: str, expected: str | None
) -> None:
    assert told(question, answer) == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Are you on any medicines?", "said no; their sister gave them some vitamins and they took those."),
        ("Any medication?", quoting("No. Melatonin. It does nothing.")),
        ("Any head injuries?", quoting("No. Knocked out once at rugby.")),
        ("Have you had a drink?", quoting("No. My brother brought some cans round.")),
        ("Did they give you any tablets?", quoting("No. They said to take ibuprofen.")),
        ("Are you taking it every day?", "said yes, sixty; they missed Saturday."),
        ("Have you asked him?", quoting("No. Kind of. He knows.")),
        ("Have you been eating?", quoting("Yes. No, not much.")),
    ],
)
def test_what_belies_an_answer_keeps_the_question(question: str, answer: str) -> None:
    assert told(question, answer) is None


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "any other allergies?",
            "nope, just penicillin.",
            "just penicillin, and denied any other allergies",
        ),
        (
            "have you taken any medications",
            "no just gummies.",
            "just gummies, and denied having taken any other medications",
        ),
        (
            "Do you have any allergies to any medication?",
            "No, only codeine.",
            "just codeine, and denied any other allergies to any",
        ),
        ("Any other pets?", "No, just the dog.", "Client reported just the dog, and denied any other pets"),
        ("any surgeries", "None, apart from tonsils.", "just tonsils, and denied any other surgeries"),
        ("Any allergies?", "not that I'm aware of.", "they are not aware of any allergies"),
        (
            "any family history of migraine",
            "No, not that I know of.",
            "not aware of any family history of migraine",
        ),
    ],
)
def test_none_but_one_and_none_that_is_known(question: str, answer: str, expected: str) -> None:
    sentence = told(question, quoting(answer))
    assert sentence is not None
    assert expected in sentence


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("any pain?", "no, just maybe my stomach."),
        ("any pain?", "no just when I walk."),
        ("Do you smoke?", "No, just now and then."),
        ("any pain or swelling?", "no, just a bit sore."),
        ("Is it the knee?", "not that I'm aware of."),
    ],
)
def test_what_is_no_thing_is_no_exception(question: str, answer: str) -> None:
    assert told(question, quoting(answer)) is None


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("have you had any chest pain", "reported no chest pain.", "Client reported no chest pain"),
        ("what about back pain", "reported no back pain.", "Client reported no back pain"),
        (
            "have you noticed any rash along with the fever",
            "reported no rash.",
            "no rash along with the fever",
        ),
        ("Do you have any pets at home?", "reported no pets.", "Client reported no pets at home"),
        (
            "any numbness in your feet",
            "reported no numbness or tingling.",
            "no numbness or tingling in their feet",
        ),
        ("Any allergies at all? Any medications?", "reported no allergies.", "Client reported no allergies"),
    ],
)
def test_what_there_was_none_of_needs_no_question(question: str, answer: str, expected: str) -> None:
    sentence = told(question, answer)
    assert sentence is not None
    assert sentence.endswith(expected)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("any nausea", "reported no not as of today."),
        ("any blood", "reported no blood just watery and loose."),
        ("do you smoke", "reported no smoking is enough."),
        ("have you had any fever in the mornings", "reported no cough."),
    ],
)
def test_what_begins_like_none_and_goes_on_stays(question: str, answer: str) -> None:
    assert told(question, answer) is None


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Are you working at the moment, Joan?", "reported that they are working.", "that they are working"),
        ("Do you have any medical problems?", "reported that they have gout.", "that they have gout"),
        ("Do you use any contraception?", "reported that they are on the pill.", "that they are on the pill"),
        (
            "are you left handed or right handed",
            "reported that they are left handed.",
            "they are left handed",
        ),
        (
            "Is it your left foot?",
            "reported that it's their left foot, yes.",
            "confirmed that it is their left foot",
        ),
        (
            "You rate it three out of ten?",
            "reported that this is correct.",
            "confirmed that they rate it three",
        ),
    ],
)
def test_an_answer_that_says_it_all_needs_no_question(question: str, answer: str, expected: str) -> None:
    sentence = told(question, answer, "whether it is so")
    assert sentence is not None
    assert expected in sentence


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (
            "Are you on the sertraline?",
            "reported that they are, and it helps.",
            "on the sertraline, and it helps",
        ),
        (
            "Are you seeing the physio?",
            "reported that they are.",
            "confirmed that they are seeing the physio",
        ),
        ("Did the cream help?", "reported that it did; the skin is softer.", "helped; the skin is softer"),
        (
            "Have you seen the dentist?",
            "reported that they have not.",
            "denied having seen the dentist",
        ),
        ("Are you on the sertraline?", "reported that they are, but not every day.", None),
        ("Are you on the sertraline?", "reported that they are; they stopped before, though.", None),
        ("Are you on the sertraline?", "reported that they are not; it was stopped.", None),
        ("Is it the left or the right?", "reported that it is.", None),
    ],
)
def test_a_verb_alone_says_yes_or_no(question: str, answer: str, expected: str | None) -> None:
    sentence = told(question, answer)
    assert sentence is None if expected is None else sentence is not None and expected in sentence


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did it help?", "reported that it does not really help."),
        ("Have you tried anything for it?", "reported that they put ice on it."),
        ("Do you have any side effects from that?", "reported that they stopped it."),
        ("Was it the same at school?", "reported that they were fine."),
        ("Do you still see him?", "reported that they do."),
        ("Are you sleeping?", "reported that they think so."),
        ("Have you been sick with this headache?", "reported that they have not been sick."),
        ("Do you have any medical problems?", "reported that they do not know."),
    ],
)
def test_an_answer_that_leans_on_its_question_keeps_it(question: str, answer: str) -> None:
    assert told(question, answer, "whether it is so") is None


def test_persons_and_terms_hold() -> None:
    said = composed('"x"', quoting("Yes."), "Are you taking your tablets?", _SHE)
    assert said == "Patient confirmed that she is taking her tablets"
    assert composed('"x"', quoting("Not that I know of."), "Any allergies?", _SHE) == (
        "Patient reported that she is not aware of any allergies"
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How does that sound?", quoting("That sounds great, yeah.")),
        ("Does that make sense?", quoting("Yes.")),
        ("Is that okay?", quoting("Yeah, that's fine.")),
        ("Is that all clear?", quoting("that sounds good.")),
        ("Do you have any questions for me?", quoting("No.")),
        ("Anything else?", quoting("No, that's it.")),
        ("Is there anything else you'd like to add?", quoting("Nope.")),
    ],
)
def test_a_mere_nothing_is_no_fact(question: str, answer: str) -> None:
    assert is_mere(question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Does that make sense?", quoting("No.")),
        ("Does that make sense?", quoting("Not really.")),
        ("Is that okay?", quoting("I suppose, but I hate it.")),
        ("Anything else?", quoting("Yes. My knee.")),
        ("How does that sound?", quoting("Scary.")),
        ("Does it hurt?", quoting("Yes.")),
        ("Is there anything else you take?", quoting("No.")),
        ("I'll raise the dose to ten. Is that okay?", quoting("Yes.")),
    ],
)
def test_a_question_of_something_is_told(question: str, answer: str) -> None:
    assert not is_mere(question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("i'm going to start you on omeprazole. does that sound okay?", "okay."),
        ("We'll meet every fortnight. Is that okay with you?", "Yeah, that's fine."),
        ("I think we should get an x-ray. How does that sound?", "Sounds good."),
        ("Let's go down to five. Are you happy with that?", "Yes."),
        ("I'd like to bring your wife in. Does that work?", "It does, thanks."),
        ("I would recommend the evening group. Sound good?", "Sure."),
    ],
)
def test_a_plan_that_is_said_yes_to_is_agreed_to(question: str, answer: str) -> None:
    said = agrees_to(question, quoting(answer), _TERMS)
    assert said is not None
    assert said.startswith('Therapist stated: "')
    assert said.endswith('" Client agreed')


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("i'm going to start you on omeprazole. does that sound okay?", "No."),
        ("We'll meet every fortnight. Is that okay with you?", "I'd rather not."),
        ("Your bloods are fine. Does that make sense?", "Yes."),
        ("Let's go down to five. Have you got enough?", "Yes."),
    ],
)
def test_what_is_not_agreed_to_is_not(question: str, answer: str) -> None:
    assert agrees_to(question, quoting(answer), _TERMS) is None


@pytest.mark.parametrize("question", ["", "?", "And?", "So you", "Any", "Any?"])
def test_an_odd_question_turns_into_nothing(question: str) -> None:
    assert polar(question, _TERMS) == Polar()


async def test_a_note_tells_it_plainly() -> None:
    note = texts(
        await drafted_with(
            ("t", "Are you still taking the sertraline every morning?"),
            ("c", "Yes."),
            ("t", "Any trouble with your stomach since the higher dose?"),
            ("c", "Nope."),
            ("t", "Does that make sense?"),
            ("c", "Yes."),
        )
    )
    assert not any("hen asked" in one for one in note)


@pytest.mark.parametrize(
    ("plain", "behind"),
    [
        ("No", "My mum's had a history of anxiety"),
        ("No", "Well, my brother has psoriasis"),
        ("No", "I had one in March"),
        ("No", "Just my gran with her nerves"),
        ("No", "Yeah, a bit"),
        ("Yes", "But not since May"),
        ("Yes", "Think so"),
        ("Yes", "No, hang on"),
        ("Yes", "I don't always"),
    ],
)
def test_what_follows_may_belie_a_plain_answer(plain: str, behind: str) -> None:
    assert not goes_with_it(behind, plain)


@pytest.mark.parametrize(
    ("plain", "behind"),
    [
        ("No", "I never have"),
        ("No", "They said it was clear"),
        ("Yes", "Every morning"),
        ("Yes", "She does too"),
    ],
)
def test_what_follows_may_bear_it_out(plain: str, behind: str) -> None:
    assert goes_with_it(behind, plain)


async def test_a_question_of_risk_keeps_its_words() -> None:
    note = texts(
        await drafted_with(
            ("t", "Have you had any thoughts of ending your life, or of hurting yourself?"),
            ("c", "No. Not since the spring."),
        )
    )
    assert any("Not since the spring" in one for one in note)
