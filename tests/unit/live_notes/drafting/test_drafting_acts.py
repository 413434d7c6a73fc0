"""What was done, rated and made of it: named where the words plainly show it, and nowhere else."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.deeds import shown_by
from live_notes.drafting.embedded.answering.stance_words import stance_named, stance_shown
from live_notes.drafting.language.numbers import with_decimals
from tests.support.dialogues import drafted_with, texts

DONE = [
    ("Shall we set the agenda for today?", "set the agenda"),
    ("Everything you tell me stays between us, unless somebody could get hurt.", "confidentiality"),
    ("Can we go back over your safety plan?", "reviewed the safety plan"),
    ("You can ring Samaritans at any hour.", "crisis contacts"),
    ("If it comes on at night, nine eight eight is always there.", "crisis contacts"),
    ("Are the tablets still locked away?", "access to means"),
    ("And the rifle, is it in the gun safe?", "access to means"),
    ("Let's look at your mood diary.", "reviewed the diary"),
    ("So there's the vicious circle again.", "mapped how thought"),
    ("Shall I draw that out on the whiteboard?", "mapped how thought"),
    ("What does sitting by the door stop you finding out?", "safety behaviors"),
    ("What's your prediction if you put your hand up in the meeting?", "asked what the client predicted"),
    ("How strongly do you believe it right now?", "how strongly a thought"),
    ("What have you learnt from doing that?", "drew out what was learned"),
    ("Let's check the facts on that.", "checked the facts"),
    ("Shall we run through the DEAR MAN for your manager?", "interpersonal effectiveness"),
    ("Try it out on me first.", "rehearsed what the client could say"),
    ("What's the smallest step you could take?", "broke a task"),
    ("Could you be a bit gentler with yourself there?", "self-compassion"),
    ("Have you missed any doses of your tablets?", "reviewed medication"),
    ("Your PHQ came out at fourteen.", "questionnaire scores"),
    ("What would you most like to get out of us meeting?", "clarified the client's goal"),
    ("To sum up, work is better and the nights are not.", "summarized"),
    ("Which image represents the worst part?", "set up the target memory"),
    ("What would you rather believe about yourself?", "preferred belief"),
    ("Scan your body from your head down.", "body scan"),
    ("We're not going to make you certain about the oven.", "tolerating doubt"),
    ("Half of all new dads feel that.", "put the symptom in context as common"),
    ("Why not a two?", "followed up the rating"),
    ("Would it be okay if I shared what the research says?", "asked leave"),
    ("Well done for going in at all.", "affirmed"),
    ("You were going to try the swimming pool, weren't you?", "reviewed practice"),
    ("How did you get on with the breathing?", "reviewed practice"),
    ("What used to get you out of bed?", "planned activities"),
    ("Where does Saturday sit on the diagram we drew?", "worked from the shared formulation"),
    ("Hop on the scales and we'll read it together.", "weighed the client"),
    ("Now shift your attention back out to the room.", "shifted attention outward"),
    ("Does it have a colour, or a temperature?", "notice body sensations"),
    ("Since we last met, what's been better?", "asked what has been better"),
    ("Shall we put it in your calendar now?", "begin on it in the session"),
    ("What would be a more balanced way to put it?", "more balanced thought"),
    ("The window stays at eleven to half five, then.", "sleep window"),
    ("Get out of bed if you're still awake after a quarter of an hour.", "awake in bed"),
    ("If you start shaking or you pass out, go straight to casualty.", "urgent help"),
    ("Who taught you that a man doesn't ask?", "asked where it was learned"),
    ("Close your eyes, present tense, as though it's happening now.", "guided imaginal exposure"),
    ("I'd like to go over your diary and then do the next exposure.", "set the agenda"),
    ("What's the very first step?", "broke a task"),
    ("Which of these would be hardest?", "get in the way"),
    ("That's quite usual after a late diagnosis.", "normalized and validated"),
    ("How've you managed to keep that up?", "exceptions"),
    ("Is that still your goal?", "clarified the client's goal"),
    ("I'm going to be your sister.", "role-played"),
    ("Put your critic in the other chair.", "worked with an empty chair"),
]
NOT_DONE = [
    ("Did you lock the front door?", "access to means"),
    ("The gun safe, with the dial.", "access to means"),
    ("She experimented with weed at college.", "tested a prediction"),
    ("Your thyroid is two point one, that's normal.", "normalized"),
    ("What did you used to like doing?", "planned activities"),
    ("Come with me, if you want, and also bring her.", "between client and therapist"),
    ("That's a big loss.", "affirmed"),
    ("Shall I close the window?", "sleep window"),
    ("What was the first thing you noticed?", "broke a task"),
    ("I feel better about that.", "asked what has been better"),
    ("Is the chair all right for your back?", "worked with an empty chair"),
    ("What's the weight of the parcel?", "weighed the client"),
    ("I'll be your doctor's first stop.", "urgent help"),
    ("Pay attention to the road.", "shifted attention outward"),
    ("Put down that I have a boundary dispute.", "interpersonal effectiveness"),
    ("He took a really good job in Leeds.", "affirmed"),
    ("Give it a go and", "rehearsed"),
]


@pytest.mark.parametrize(("said", "name"), DONE)
def test_a_method_is_named_by_the_words_it_is_done_in(said: str, name: str) -> None:
    assert [deed for deed in shown_by(said, question=said.endswith("?")) if name in deed.name]


@pytest.mark.parametrize(("said", "name"), NOT_DONE)
def test_no_method_is_named_that_the_words_do_not_show(said: str, name: str) -> None:
    assert not [deed for deed in shown_by(said, question=said.endswith("?")) if name in deed.name]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((("t", "Your PHQ-9 is fourteen. It was nineteen at intake."),), "PHQ-9: 14 (previously 19)."),
        ((("t", "You came out at twelve on the GAD."),), "GAD: 12."),
        ((("t", "And that's twenty-two on the BDI, down from thirty."),), "BDI: 22 (previously 30)."),
        (
            (
                ("t", "The GAD is nine. That was twelve when we started, wasn't it?"),
                ("c", "I think it was fourteen."),
                ("t", "Yes, fourteen, you're right."),
            ),
            "GAD: 9 (previously 14).",
        ),
        (
            (("t", "Did you fill in the Edinburgh?"), ("c", "It was eleven. It was sixteen before.")),
            "Edinburgh: 11 (previously 16).",
        ),
        (
            (("t", "The insomnia severity index, did you do that?"), ("c", "Nine. It was seventeen.")),
            "Insomnia severity index: 9 (previously 17).",
        ),
        ((("t", "And the LSAS?"), ("c", "Yes, I did. Fifty-two.")), "LSAS: 52."),
        ((("t", "So your PCL's a thirty-eight."),), "PCL: 38."),
        (
            (("t", "On the form, the PHQ-9, it's up at nineteen, and it was twelve a fortnight ago."),),
            "PHQ-9: 19 (previously 12).",
        ),
        ((("t", "The GAD-7, it's at six."),), "GAD-7: 6."),
        (
            (("t", "The EDE-Q came out at two point seven. It was four point one when you started."),),
            "EDE-Q: 2.7 (previously 4.1).",
        ),
        (
            (
                ("t", "Did you bring the sheets?"),
                ("c", "Yes sir. The PCL's a thirty-three."),
                ("t", "Right."),
            ),
            "PCL: 33.",
        ),
        (
            (
                ("t", "And what did the forms say?"),
                ("c", "The BDI came to nineteen."),
                ("t", "You started at thirty-two, and you were at twenty-six at session three."),
            ),
            "BDI: 19 (previously 26; initially 32).",
        ),
        (
            (
                ("t", "And the scale I gave, the LSAS?"),
                ("c", "Yes. It came to, I added it, fifty-five."),
            ),
            "LSAS: 55.",
        ),
        (
            (
                ("t", "You filled in the HADS?"),
                ("c", "I did. The total was fourteen and it was twenty."),
            ),
            "HADS: 14 (previously 20).",
        ),
        (
            (("t", "The PHQ-9 was fifteen, which is moderately severe, and the GAD-7 was ten."),),
            "PHQ-9: 15; the therapist called it moderately severe.",
        ),
        ((("t", "The PHQ-9 was fifteen, which is moderately severe, and the GAD-7 was ten."),), "GAD-7: 10."),
        (
            (("t", "And the anxiety score, online, it's nine, and you were a fourteen in the autumn."),),
            "Anxiety score: 9 (previously 14).",
        ),
        (
            (
                ("t", "You did the questionnaire out there, it's a twelve."),
                ("c", "Is that good?"),
                ("t", "It was seventeen when you first came in. So this is the PHQ-9, it's coming down."),
            ),
            "PHQ-9: 12 (previously 17).",
        ),
        (
            (
                ("t", "How sleepy are you in the day?"),
                ("c", "I did the Epworth again, it was six."),
                ("t", "Six, that's in the normal range. Any naps?"),
            ),
            'Epworth: 6; the therapist said: "Six, that\'s in the normal range."',
        ),
        ((("t", "I've got your level here. It's zero point six."),), "Level: 0.6."),
    ],
)
async def test_a_score_is_one_line_with_the_one_before(said: tuple[tuple[str, str], ...], told: str) -> None:
    note = await drafted_with(*said, note_format=NoteFormat.SOAP)
    assert told in texts(note, "Objective")
    assert not [s.flags for part in note.sections for s in part.sentences if s.flags]


@pytest.mark.parametrize(
    "said",
    [
        "The PHQ has nine questions.",
        "We do the PHQ every two weeks.",
        "Is your GAD over ten?",
        "At one point two of the PHQ questions were blank.",
    ],
)
async def test_a_number_beside_a_scale_is_not_always_its_score(said: str) -> None:
    note = await drafted_with(("t", said), ("c", "Okay, I will fill it in."), note_format=NoteFormat.SOAP)
    assert not [one for one in texts(note, "Objective") if one.startswith(("PHQ", "GAD"))]


@pytest.mark.parametrize(
    "said",
    [
        "I did the PHQ years ago, it was twenty.",
        "My PHQ was nine last year.",
        "The PHQ would be five if I slept.",
    ],
)
async def test_a_score_of_long_ago_is_none_of_today(said: str) -> None:
    note = await drafted_with(("t", "Have you done these before?"), ("c", said), note_format=NoteFormat.SOAP)
    assert not [one for one in texts(note, "Objective") if one.startswith("PHQ:")]


async def test_what_is_rated_more_than_once_is_one_line() -> None:
    note = await drafted_with(
        ("t", "How anxious are you, out of a hundred?"),
        ("c", "Eighty."),
        ("t", "Stay with it. And now?"),
        ("c", "Sixty, maybe sixty-five."),
        ("t", "What about now?"),
        ("c", "Thirty."),
        note_format=NoteFormat.BIRP,
    )
    told = 'Client rated anxiety (out of a hundred) at 80, then "Sixty, maybe sixty-five.", then 30.'
    (line,) = [s for part in note.sections for s in part.sentences if "rated anxiety" in s.text]
    assert line.text == told
    assert not line.flags


async def test_a_length_of_time_is_no_rating() -> None:
    note = await drafted_with(
        ("t", "How anxious are you, out of ten?"),
        ("c", "Eight."),
        ("t", "And now?"),
        ("c", "It took ten minutes to get here."),
        note_format=NoteFormat.BIRP,
    )
    assert not [s for part in note.sections for s in part.sentences if "then" in s.text and "rated" in s.text]


FORMULATED = [
    "What I'm hearing is this is a flare-up rather than a relapse.",
    "You're down nine points, and that takes you out of the severe range.",
    "This looks like social anxiety to me.",
    "You meet the criteria for generalised anxiety disorder.",
    "I'd call this a lapse, not a relapse.",
    "You've made real progress with the mornings.",
    "My impression is that the drinking keeps the low mood going.",
]
NOT_FORMULATED = [
    "So the court letter says twelve sessions.",
    "Depression makes people want to stay in bed.",
    "If it looks like a relapse, ring me straight away.",
    "I think that's a lovely thing to tell him.",
    "You had a panic attack on Tuesday.",
    "That's the anxiety talking.",
    "We have a grief group on Thursdays.",
]


@pytest.mark.parametrize("said", FORMULATED)
async def test_what_the_clinician_makes_of_it_is_the_assessment(said: str) -> None:
    note = await drafted_with(("t", said), ("c", "Right, I see."), note_format=NoteFormat.SOAP)
    assert said.rstrip(".").split(" ", 3)[-1] in " ".join(texts(note, "Assessment"))


@pytest.mark.parametrize("said", NOT_FORMULATED)
async def test_what_is_no_formulation_is_not_in_the_assessment(said: str) -> None:
    note = await drafted_with(("t", said), ("c", "Right, I see."), note_format=NoteFormat.SOAP)
    assert not texts(note, "Assessment")


async def test_a_formulation_goes_on_until_what_is_to_be_done() -> None:
    note = await drafted_with(
        (
            "t",
            "Here's how I see it. Since the move you've had nobody to talk to. Drinking filled that."
            " Let's book you in for next week.",
        ),
        ("c", "Yes, that's it."),
        note_format=NoteFormat.SOAP,
    )
    assessed = " ".join(texts(note, "Assessment"))
    assert "Drinking filled that" in assessed
    assert "book you in" not in assessed


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I'd never put those two together.", "came to a new view"),
        ("That makes a lot of sense.", "took up what was said"),
        ("It's a relief, honestly.", "felt relief"),
        ("I don't know if I can do it.", "was unsure"),
        ("Part of me wants to leave it.", "was unsure"),
        ("I'm not ready for a group.", "was reluctant"),
        ("I'd give that a go.", "was willing"),
        ("I don't want to lose the kids.", "responded"),
        ("I went to my sister's on Sunday.", None),
        ("I hadn't really thought about it until last year.", None),
        ("I don't think I had lunch.", None),
        ("It just helps me relax.", None),
    ],
)
def test_how_a_client_stands_to_it_is_named_by_their_words(said: str, name: str | None) -> None:
    assert stance_named(said) == name


def test_a_stance_counts_only_with_the_words_that_show_it() -> None:
    told = 'Client was reluctant: "I went out."'
    assert stance_shown(told, "I went out.") == ""
    assert stance_shown(told, "Um, I'm not ready for that.") == "was reluctant"


async def test_what_is_said_to_what_was_tried_is_a_response() -> None:
    note = await drafted_with(
        ("t", "Have another go at telling him."),
        ("c", "I need Sundays for myself, and that won't change."),
        ("t", "How was that one?"),
        ("c", "Much stronger. I could say that to his face."),
        note_format=NoteFormat.BIRP,
    )
    assert "she could say that to his face" in " ".join(texts(note, "Response"))


async def test_a_reservation_to_what_was_explained_is_a_response() -> None:
    note = await drafted_with(
        ("t", "Cutting it slowly is how we keep you safe. Does that make sense?"),
        ("c", "It does. I don't love it, but it does."),
        note_format=NoteFormat.BIRP,
    )
    assert "she does not love it, but it does" in " ".join(texts(note, "Response"))


@pytest.mark.parametrize(
    ("form", "section"),
    [(NoteFormat.BIRP, "Behavior"), (NoteFormat.PIRP, "Problem"), (NoteFormat.GIRP, "Goal")],
)
async def test_a_diagnosis_stands_with_the_problem(form: NoteFormat, section: str) -> None:
    note = await drafted_with(
        ("a", "Low mood since spring. Diagnosis: recurrent depression. Used activity scheduling."),
        note_format=form,
    )
    assert "recurrent depression" in " ".join(texts(note, section))


async def test_the_negative_belief_stands_as_it_was_settled() -> None:
    note = await drafted_with(
        ("t", "What words go with that picture that are negative about you?"),
        ("c", "I'm weak. No. I should have stopped him."),
        ("t", "When you bring up the picture and the words I should have stopped him, what do you feel?"),
        ("c", "Shame."),
        ("t", "Follow my fingers."),
        ("c", "It's moving."),
        note_format=NoteFormat.EMDR,
    )
    assert 'Negative belief: "I should have stopped him."' in texts(note, "Assessment of the target")


async def test_a_thought_that_is_only_said_back_is_no_belief_of_a_target() -> None:
    note = await drafted_with(
        ("t", "Say it once more, with the words I'm no good to anyone."),
        ("c", "I'm no good to anyone."),
        ("t", "And now with the thought I'm no good to anyone, and notice it is a thought."),
        ("c", "It's further away."),
        note_format=NoteFormat.DAP,
    )
    assert not [text for text in texts(note) if "Negative belief" in text]


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("potassium is three point four", "potassium is 3.4"),
        ("it's zero point six", "it's 0.6"),
        ("creatinine is point nine", "creatinine is 0.9"),
        ("three point seven five every night", "3.75 every night"),
        ("twelve point oh five", "12.05"),
        ("seven point twenty five", "7.25"),
        ("at one point two of them left", "at one point two of them left"),
        ("the point one makes", "the point one makes"),
        ("that is the point, nine people came", "that is the point, nine people came"),
    ],
)
def test_a_spoken_decimal_is_one_number(spoken: str, written: str) -> None:
    assert with_decimals(spoken) == written


@pytest.mark.parametrize(
    ("said", "opening"),
    [
        ("So over a year, really, with it getting worse lately.", True),
        ("Nearly a month now, and getting worse.", True),
        ("Maybe the mornings are getting worse because you lie there alone.", False),
    ],
)
async def test_an_echo_without_a_verb_is_no_assessment(said: str, opening: bool) -> None:
    note = await drafted_with(
        ("t", "How long have you been low?"),
        ("c", "Since the move, I don't sleep and I worry about rent."),
        ("t", said),
        ("c", "Yes, that is how it is."),
        note_format=NoteFormat.SOAP,
    )
    assert ([one for one in texts(note, "Assessment") if "getting worse" in one] == []) is opening


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        ("I'm really worried about you, and I don't want you alone with it.", True),
        ("I think you are safe to go home today, with your brother there.", True),
        ("I don't think you're at immediate risk.", True),
        ("I'm worried about your parking ticket.", False),
        ("Would you say I'm worried about you?", False),
        ("I think the back door is safe.", False),
    ],
)
async def test_how_the_clinician_judges_safety_stands_in_the_assessment(said: str, judged: bool) -> None:
    note = await drafted_with(
        ("t", "How bad did it get?"),
        ("c", "Bad at night. I lie there and go over it."),
        ("t", said),
        ("c", "Okay."),
        note_format=NoteFormat.SOAP,
    )
    assert bool([one for one in texts(note, "Assessment") if "formulated" in one]) is judged
