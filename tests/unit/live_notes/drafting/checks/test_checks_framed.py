"""Who is told as speaking is no claim, and a sentence that quotes both sides is held against each."""

from __future__ import annotations

import pytest

from live_notes import Flag, Preferences, Sentence
from live_notes.drafting.checks import check_sentence
from tests.support.dialogues import said

TALK = said(
    ("t", "Fine, twice then. Which evening?"),
    ("c", "Tuesday, I'm off at six."),
    ("t", "Tuesday after six, the pool, on your own, goggles in the bag, and note down what you feared."),
    ("c", "Forty. Okay. And on the way home I'll walk round by the canal."),
    ("c", "I'm not as, um, I'm not shouting at them. I was low on Friday."),
    ("c", "I'm not eating, I'm not sleeping."),
    ("t", "Has he ever pushed you or hit you?"),
    ("c", "No. He shouts. I'd a whiskey, I'd three, and I'm no drinker."),
    ("t", "I think you'd like me to tell you to leave him, and I'd be guessing."),
    ("c", "Sure, that's it. I wouldn't mind, some nights. If I didn't wake up. I'm only saying it."),
)
BOTH = 'When asked "Which evening?", client answered: "Tuesday, I\'m off at six." Therapist answered: "{}"'
OF_THERAPIST = "Tuesday after six, the pool, on your own, goggles in the bag, and note down what you feared."


def flags(text: str, *evidence: str) -> set[str]:
    known = {line.id: line for line in TALK.lines}
    order = {line.id: at for at, line in enumerate(TALK.lines)}
    checked = check_sentence(Sentence(text=text, evidence=evidence), known, order, Preferences())
    assert checked is not None
    return set(checked.flags)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (BOTH.format(OF_THERAPIST), ["s1", "s2", "s3"]),
        (f'Therapist set: "{OF_THERAPIST}"', ["s3"]),
        (f'Therapist suggested: "{OF_THERAPIST}"', ["s3"]),
        ('Somebody with client stated: "I was low on Friday."', ["s5"]),
        ('Client or somebody with them stated: "I was low on Friday."', ["s5"]),
        ('Client stated: "Forty. And on the way home I\'ll walk round by the canal."', ["s4"]),
        ("Client reported that they are not shouting at them; they were low on Friday.", ["s5"]),
        (
            'When asked whether he (their dad) has ever pushed them or hit them, client answered: "No. He'
            ' shouts."',
            ["s7", "s8"],
        ),
        ("Client reported that they had a whiskey, they had 3, and they are no drinker.", ["s8"]),
        ("Client reported that they would not mind, some nights; if they did not wake up.", ["s10"]),
        (
            "Therapist named what the client asked for without advising on it: \"I think you'd like me to"
            " tell you to leave him, and I'd be guessing.\"",
            ["s9"],
        ),
    ],
)
def test_the_notes_own_telling_is_not_objected_to(text: str, evidence: list[str]) -> None:
    assert flags(text, *evidence) == set()


@pytest.mark.parametrize(
    ("flag", "text", "evidence"),
    [
        (Flag.SPEAKER, f'Client answered: "{OF_THERAPIST}"', ["s2", "s3"]),
        (Flag.SPEAKER, 'Therapist set: "Tuesday, I\'m off at six."', ["s2", "s3"]),
        (Flag.SPEAKER, BOTH.format("Tuesday, I'm off at six."), ["s1", "s2", "s3"]),
        (Flag.QUOTE, 'Therapist set: "Tuesday after nine, the pool."', ["s3"]),
        (Flag.QUOTE, 'Client stated: "Forty. And I\'ll walk round by the canal."', ["s4"]),
        (Flag.UNSUPPORTED, "Therapist set the alarm.", ["s3"]),
        (Flag.RISK, "Client has hit them.", ["s7", "s8"]),
        (Flag.RISK, "Client reported that they had three cans of beer.", ["s2"]),
        (Flag.NEGATION, "Client reported that they are eating, they are not sleeping.", ["s6"]),
    ],
)
def test_what_is_wrong_is_still_flagged(flag: Flag, text: str, evidence: list[str]) -> None:
    assert flag.value in flags(text, *evidence)
