"""Words that are given to somebody to put to another ask nothing of the client's own risk."""

from __future__ import annotations

import pytest

from live_notes.drafting.risk.mentions import find_risks
from tests.support.dialogues import said


@pytest.mark.parametrize(
    "spoken",
    [
        'Would you ask her straight? Something like, "Are you thinking of killing yourself?"',
        "Could you ask him directly, are you thinking of ending your life?",
        "You could ask your son if he's been having thoughts of suicide.",
        "Would you be able to ask Chidi plainly whether he is thinking of killing himself?",
        'You might say to him, "I\'m worried. Are you thinking of suicide?"',
        "Just ask her outright, did you mean to kill yourself?",
        'Could you ask your sister tonight? For example, "Have you been wanting to die?"',
        "It's safe to ask him about suicide, it puts nothing in his head.",
        'You could text her, "Are you thinking of ending your life?"',
    ],
)
def test_it_is_no_question_to_the_client(spoken: str) -> None:
    found = find_risks(said(("t", spoken), ("c", "No. I couldn't. Not in those words.")).lines)
    assert found
    assert all(item.whose is not None for item in found)


@pytest.mark.parametrize(
    ("spoken", "answer"),
    [
        ("I have to ask you straight, are you thinking of killing yourself?", "No. Never."),
        ("Could I ask you something? Are you thinking of ending your life?", "No, no."),
        ("Would you tell your mum if you were thinking of killing yourself?", "I would, yes."),
        ("Could you ask Bev to sit with you when you feel like killing yourself?", "I could."),
        ('You put, "I wish I was dead," here. Is that so?', "Yes."),
        ("I ask everyone this, do you have thoughts of suicide?", "Sometimes."),
        ('Did your GP ask you, "Are you thinking of suicide?"', "She did. I said no."),
        ("I'd like to ask Maria, are you having thoughts of suicide?", "Yes."),
        ("Just to ask, Chidi, are you thinking of ending your life?", "No, sir."),
        ("Your wife asked you to come. Are you thinking of ending your life?", "Yes, most nights."),
    ],
)
def test_a_question_to_the_client_stays_theirs(spoken: str, answer: str) -> None:
    found = find_risks(said(("t", spoken), ("c", answer)).lines)
    assert any(item.whose is None for item in found)
