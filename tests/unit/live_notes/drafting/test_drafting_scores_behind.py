"""Scores told behind their questionnaire without its name, with the earlier ones; and what is none."""

from __future__ import annotations

import re

import pytest

from live_notes import NoteFormat
from tests.support.dialogues import drafted_with


async def _scores(*turns: tuple[str, str]) -> list[str]:
    note = await drafted_with(*turns, note_format=NoteFormat.SOAP)
    sentences = [one for part in note.sections for one in part.sentences]
    told = [one for one in sentences if re.split(r"[:,]| \(| not ", one.text)[0] in _WRITTEN]
    assert not [(one.text, one.flags) for one in told if one.flags]
    return [one.text for one in told]


_INSTRUMENTS = [
    ("the GAD-7", "GAD-7"),
    ("the PHQ nine", "PHQ-9"),
    ("the PGSI", "PGSI"),
    ("the Edinburgh", "Edinburgh"),
    ("the EPDS", "EPDS"),
    ("the PCL-5", "PCL-5"),
    ("the ISI", "ISI"),
    ("the WSAS", "WSAS"),
    ("the CORE ten", "CORE-10"),
    ("the Y-BOCS", "Y-BOCS"),
    ("the OCI-R", "OCI-R"),
    ("the PSS", "PSS"),
    ("the BDI", "BDI"),
    ("the QIDS", "QIDS"),
    ("the K10", "K10"),
    ("the Epworth", "Epworth"),
    ("the LSAS", "LSAS"),
    ("the PDSS", "PDSS"),
]
_WRITTEN = {written for _, written in _INSTRUMENTS} | {"IES", "ASRS", "PQ-16", "PHQ", "Questionnaire score"}


@pytest.mark.parametrize(("spoken", "written"), _INSTRUMENTS)
async def test_a_score_behind_each_questionnaire(spoken: str, written: str) -> None:
    told = await _scores(
        ("t", f"So this is {spoken}, the one you do every month."),
        ("c", "I did it in the waiting room."),
        ("t", "You came out at seventeen. It was twenty last month."),
        ("c", "Okay, that is good."),
    )
    assert told == [f"{written}: 17 (previously 20)."]


_TOLD = [
    "You have a seventeen today.",
    "You have seventeen.",
    "You've got seventeen.",
    "You've a seventeen there.",
    "You came out at seventeen.",
    "You came out with a seventeen.",
    "You came in at seventeen this time.",
    "You scored seventeen.",
    "You've scored a seventeen today.",
    "That came to seventeen.",
    "So that comes out at seventeen.",
    "It came back as seventeen.",
    "It adds up to seventeen.",
    "I make it seventeen.",
    "I get seventeen.",
    "I have you at seventeen.",
    "I've got you down as seventeen.",
    "Your total is seventeen.",
    "Your score's seventeen.",
    "The total comes to seventeen.",
    "That puts you at seventeen.",
    "That gives us seventeen.",
    "You're sitting at seventeen.",
    "You landed on seventeen.",
    "It works out at seventeen.",
    "It's seventeen today.",
    "So that's seventeen now.",
    "You're on seventeen.",
    "We're at seventeen this week.",
    "Okay, so, seventeen.",
    "Seventeen out of twenty-seven.",
    "It's showing seventeen.",
]


@pytest.mark.parametrize("said", _TOLD)
@pytest.mark.parametrize("between", ["I filled it out on the bus.", "Yes, I did it last night."])
async def test_a_score_in_each_way_of_telling_it(said: str, between: str) -> None:
    told = await _scores(
        ("t", "And you did the PHQ-9 on your phone."), ("c", between), ("t", said), ("c", "Right, okay.")
    )
    assert told == ["PHQ-9: 17."]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                ("t", "This is the WSAS, the usual. You have a nineteen today."),
                ("c", "Nineteen, is that a lot?"),
                ("t", "When you first came it was thirty, and three weeks ago you had twenty-four."),
            ),
            "WSAS: 19 (previously 24; initially 30).",
        ),
        (
            (
                ("t", "I looked at the PDSS you gave in. I make it nine."),
                ("c", "What was it before?"),
                ("t", "Twenty at the start. And it was thirteen at session four."),
            ),
            "PDSS: 9 (previously 13; initially 20).",
        ),
        (
            (
                ("t", "You filled out the EPDS on the app."),
                ("c", "At six in the morning, yeah."),
                ("t", "That came to eleven. And the one before, at the six-week check, was sixteen."),
            ),
            "EPDS: 11 (previously 16).",
        ),
        (
            (
                ("t", "Here's the ISI again."),
                ("c", "How did I do?"),
                ("t", "Fourteen. It was twenty last time and at intake it was twenty-three."),
            ),
            "ISI: 14 (previously 20; initially 23).",
        ),
        (
            (
                ("t", "The BDI. You came out at twenty-two, and a month ago it was, wait, I have thirty."),
                ("c", "Right."),
            ),
            "BDI: 22 (previously 30).",
        ),
        (
            (
                ("t", "So the QIDS. You're at eight."),
                ("c", "Is that good?"),
                ("t", "Well, two weeks ago it was, wait, let me find it, I have twelve here. So yes."),
            ),
            "QIDS: 8 (previously 12).",
        ),
        (
            (
                ("t", "We won't do the IES today, I'll ask you to do it again in June. It was forty-four when"
                      " we started."),
                ("c", "Fine."),
            ),
            "IES: the therapist said: \"We won't do the IES today, I'll ask you to do it again in June."
            ' It was forty-four when we started."',
        ),
        (
            (
                ("t", "Last time you did a questionnaire with our front desk, the PGSI."),
                ("c", "The one about betting, aye."),
                ("t", "You came out at twelve. Anything over eight they call problem gambling."),
            ),
            'PGSI (last time): 12; the therapist said: "Anything over eight they call problem gambling."',
        ),
        (
            (
                ("t", "I gave you a form in the waiting room, the PQ-16."),
                ("c", "I did it."),
                ("t", "You have seven. At six and above we look a bit closer."),
            ),
            'PQ-16: 7; the therapist said: "At six and above we look a bit closer."',
        ),
        (
            (
                ("c", "I have it here on paper, it's the ASRS?"),
                ("t", "Yes, part A. How many were in the dark boxes?"),
                ("c", "Five out of the six. It was six out of six in the spring."),
            ),
            "ASRS: 5 of 6 (previously 6 of 6).",
        ),
        (
            (
                ("t", "And the K10, have you got it there?"),
                ("c", "I have it."),
                ("t", "What did it come to?"),
                ("c", "It says twenty-six."),
            ),
            "K10: 26.",
        ),
        (
            (
                ("t", "Okay, and here's the Epworth."),
                ("c", "Go on then, what's the damage?"),
                ("t", "Thirteen. It's still in the high range."),
            ),
            'Epworth: 13; the therapist said: "It\'s still in the high range."',
        ),
    ],
)  # fmt: skip
async def test_a_score_with_what_is_said_around_it(turns: tuple[tuple[str, str], ...], told: str) -> None:
    found = await _scores(*turns, ("c", "Okay, I see."))
    assert found == [told]


@pytest.mark.parametrize(
    "turns",
    [
        # what the scale goes to, and where it begins to matter
        (("t", "You did the PHQ-9 outside."), ("c", "What's it go to?"), ("t", "Twenty-seven.")),
        (("t", "This is the GAD-7. Anything over eight is worth a look."),),
        (("t", "So, the EPDS. At ten and above we talk about it."),),
        (("t", "That's the ISI. It's out of twenty-eight."),),
        (("t", "Here's the PHQ-9."), ("c", "What's normal?"), ("t", "Four.")),
        (("t", "Here's the PHQ-9. If it comes to ten we would talk again."),),
        # another matter between
        (("t", "I have the PHQ-9 here."), ("t2", "How many kids have you?"), ("c", "Two."),
         ("t", "You have two, okay.")),
        (("t", "I have the GAD-7 here. How's work?"), ("c", "Busy."), ("t", "You're on ten hours, right.")),
        (("t", "Thanks for the WSAS. How old is he now?"), ("c", "Nine."), ("t", "So that's nine.")),
        # amounts of something else
        (("t", "Thanks for the ISI. You have two weeks left on that."), ("c", "Yes.")),
        (("t", "Thanks for the BDI. That gives us ten minutes."), ("c", "Yes.")),
        (("t", "You did the K10. You have nine questions on it that are yes or no."), ("c", "Yes.")),
        # another person's, a later one, another day's
        (("t", "Your husband did the PHQ-9 as well."), ("c", "He did."), ("t", "His came to fourteen.")),
        (("t", "We'll do the GAD-7 next week. It's seven questions."), ("c", "Fine.")),
        (("t", "I have the EPDS. Most people your stage come out at nine."), ("c", "Okay.")),
        (("t", "I have the WSAS here."), ("c", "Okay."), ("t", "Last time you came out at nineteen.")),
        # more than the scale holds
        (("t", "I have the GAD-7 here."), ("c", "Okay."), ("t", "You've got forty.")),
        # an item's answer
        (("t", "I have the PHQ-9 here. On question nine you scored one."), ("c", "Yes.")),
    ],
)  # fmt: skip
async def test_what_is_no_score(turns: tuple[tuple[str, str], ...]) -> None:
    plain = tuple((speaker[0], said) for speaker, said in turns)
    found = await _scores(*plain, ("c", "Okay."))
    assert not [one for one in found if " one question" not in one]
