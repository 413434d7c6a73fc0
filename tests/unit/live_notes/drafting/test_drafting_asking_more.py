"""More ways of asking, put inside a sentence, and those near them that keep their words."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.asking.asking_more import asked_in_short, plain_question
from live_notes.drafting.embedded.telling.reported import Voice
from live_notes.drafting.preferences import Preferences, PronounChoice

THEY, SHE = (
    Voice(None, Preferences(pronouns=choice).pronoun_forms)
    for choice in (PronounChoice.THEY, PronounChoice.SHE)
)

LEADS = [
    ("I'm wondering, how long have you lived there?", "how long they have lived there"),
    ("Let me ask you, where did you park?", "where they parked"),
    ("Kind of thinking along those lines, what would you change?", "what they would change"),
    ("In other words, what would you keep?", "what they would keep"),
    ("All right, so how was the drive?", "how the drive was"),
    ("Out of curiosity, when did you move?", "when they moved"),
    ("What brought you here? In your own words", "what brought them here"),
    ("When did you stop, roughly?", "when they stopped"),
    ("What's the plan? You tell me.", "what the plan is"),
    ("How did the viewing go, sir?", "how the viewing went"),
    ("How would that feel, Margaret?", "how that would feel"),
    ("What d'you want to keep?", "what they want to keep"),
]
SUPERLATIVES = [
    (
        "What's the longest you've ever gone without a drink?",
        "about the longest they have ever gone without a drink",
    ),
    ("What's the furthest you've walked with it?", "about the furthest they have walked with it"),
    ("What's the first thing you'd notice?", "about the first thing they would notice"),
    ("What's the feeling when you think of the flat?", "about the feeling when they think of the flat"),
    (
        "What are some specific steps you would need to take?",
        "about some specific steps they would need to take",
    ),
    ("What are your worries about the move?", "what their worries are about the move"),
]
LIKENESSES = [
    ("What would a six look like?", "what a six would look like"),
    ("What would an ordinary Sunday look like?", "what an ordinary Sunday would look like"),
    ("What'd a seven look like?", "what a seven would look like"),
    ("What does a bad day look like?", "what a bad day looks like"),
    ("What did that look like at home?", "what that looked like at home"),
    ("What's it like when you get home?", "what it is like when they get home"),
    ("What was it like, being back there?", "what it was like, being back there"),
    ("What would a five look like? Not a ten, just a five.", "what a five would look like"),
]
NUMBERS = [
    ("Why a six and not a three?", "why 6 and not 3"),
    ("Why eight and not, let's say, two?", "why 8 and not 2"),
    ("Why not a one?", "why not 1"),
    ("How sure, zero to ten?", "how sure, from zero to ten"),
    ("How likely?", "how likely"),
    ("How confident are you that you can keep that up?", "how confident they are that they can keep that up"),
    ("How ready are you to tell her?", "how ready they are to tell her"),
    ("What would take a four to a six?", "what would take a four to a six"),
]
TIMES = [
    ("When was the last time you had a fit?", "when they last had a fit"),
    ("When's the last time you saw the dentist?", "when they last saw the dentist"),
    ("When was the first time you noticed it?", "when they first noticed it"),
    ("How long ago was that?", "how long ago that was"),
    ("How long ago did you get it checked?", "how long ago they got it checked"),
    ("For how long?", "for how long"),
    ("How long between the two visits?", "how long between the two visits"),
    (
        "When you think about the hall, where would you sit?",
        "where they would sit, when they think about the hall",
    ),
    ("If it rained all week, what would you do?", "what they would do, if it rained all week"),
]
IN_ORDER = [
    ("What'd make it easier?", "what would make it easier"),
    ("What'd tell you, that you were slipping?", "what would tell them that they were slipping"),
    ("What'd be a small start?", "what would be a small start"),
    ("Who's at home with you?", "who is at home with them"),
    ("What's in the bag?", "what is in the bag"),
    ("What was agreed?", "what was agreed"),
    ("Which came first?", "which came first"),
    ("What did you used to enjoy?", "what they used to enjoy"),
    ("How you coping at work?", "how they are coping at work"),
    ("How'd Monday go?", "how Monday went"),
    ("How's that sound?", "how that sounds"),
    ("How's the swelling look?", "how the swelling looks"),
    ("How's things been?", "how things have been"),
    ("How's things at the shop?", "how things are at the shop"),
    ("How often's it happened?", "how often it has happened"),
    ("How long's the cough lasted?", "how long the cough has lasted"),
    ("and then how often did you ring?", "how often they rang"),
    ("What does OCD tell you?", "what OCD tells them"),
    ("The forms, what do you want to do about the forms?", "what they want to do about the forms"),
    ("What do you think's a fair goal?", "what they think is a fair goal"),
    (
        "What are the good things about the job, what are the bad things about the job?",
        "what the good things about the job are and what the bad things about the job are",
    ),
    (
        "Where does the pain start and how would you describe it?",
        "where the pain starts and how they would describe it",
    ),
]
THINGS = [
    ("The man with the dog and the red umbrella?", "about the man with the dog and the red umbrella"),
    ("The letters and the phone bill?", "about the letters and the phone bill"),
    ("The gas or the phone bill?", "about the gas or the phone bill"),
    ("And the allotment?", "about the allotment"),
    ("Fits, head injuries?", "about fits or head injuries"),
    ("Any falls? Any dizziness?", "about any falls or dizziness"),
    ("Any inhalers, any other medicines?", "about any inhalers or other medicines"),
    (
        "Any side effects with it? Nausea, sweating, tremor?",
        "about any side effects (nausea, sweating, tremor)",
    ),
    ("How about any chest pain? cough, fever?", "about any chest pain, cough or fever"),
    ("Allergies?", "about allergies"),
    ("Waking in the night?", "about waking in the night"),
    ("And smoking?", "about smoking"),
    ("The days you didn't eat?", "about the days they did not eat"),
    ("What about any tablets you take for it?", "about any tablets they take for it"),
    ("Can you tell me a bit more about your knee?", "about their knee"),
    ("Do you mind telling me a little more about the move?", "about the move"),
    ("Can you rate your pain for me?", "to rate their pain"),
    ("Could you say the plan back to me?", "to say the plan back"),
]
KEPT = [
    "What did you make of 'take your time, love'?",
    "What happens when she says \u2018you're late\u2019?",
    'Where\'s the bit of you that says "give up"?',
    "Now how do you feel toward the manager?",
    "And now what do you feel?",
    "Meds, anything changed?",
    "The flat, anyone calling?",
    "Your own key? Lots of houses have a bolt",
    "Today, sitting here?",
    "Five milligrams or five gummies?",
    "No plan, no thinking of a way?",
    "Couple being two, or couple being a six-pack?",
    "What's the huh?",
    "What are her hopes for us?",
    "How about we try it?",
    "What's the step between now and when I see you?",
    "And then?",
    "What'd you do?",
    "How are they getting on, and are they eating?",
    "have you flex your knee is that painful",
    "Anything else? Mushrooms, anything?",
    "Interesting?",
]


@pytest.mark.parametrize(
    ("question", "within"), LEADS + SUPERLATIVES + LIKENESSES + NUMBERS + TIMES + IN_ORDER + THINGS
)
def test_is_put_inside_a_sentence(question: str, within: str) -> None:
    assert asked_in_short(question, THEY) == within


@pytest.mark.parametrize("question", KEPT)
def test_keeps_its_words(question: str) -> None:
    assert asked_in_short(question, THEY) is None


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("What's the longest you've gone without one?", "about the longest she has gone without one"),
        ("When was the last time you took it?", "when she last took it"),
        ("Who's in the house with you?", "who is in the house with her"),
        ("What did you used to play?", "what she used to play"),
    ],
)
def test_has_the_clients_pronoun(question: str, within: str) -> None:
    assert asked_in_short(question, SHE) == within


def test_nobody_else_is_taken_for_the_client() -> None:
    assert asked_in_short("What are her hopes for you?", SHE) is None
    assert asked_in_short("What's the longest they've left you alone?", THEY) is None


def test_a_name_may_be_an_answer() -> None:
    assert plain_question("Who was there, Tom?") == "Who was there, Tom?"
    assert plain_question("When is it, Thursday?") == "When is it, Thursday?"
    assert plain_question("How was it, Tom?") == "How was it?"
