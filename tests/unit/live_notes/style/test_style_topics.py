"""What no style may leave out, from both sides."""

from __future__ import annotations

import pytest

from live_notes.style.topics import stays


def _asked(question: str, answer: str) -> str:
    return f'When asked "{question}", client answered: "{answer}"'


@pytest.mark.parametrize(
    "text",
    [
        "Client takes sertraline 50 mg.",
        "Client was referred to the pain clinic.",
        "Client reported that they got drunk again.",
        _asked(
            "Any thoughts of ending your life?", "It did go through my head while I lay there in the rain."
        ),
        _asked("And the heavy drinking?", "Yes."),
        _asked("And the heavy drinking?", "It was me and my brother."),
        _asked(
            "How has the heavy drinking been?", "I have not had a drop, and I thought I would never say it."
        ),
        _asked(
            "About your alcohol?", "A couple of bottles if my sister is round, and then I sleep till noon."
        ),
        _asked("Do you still smoke weed?", "It crept up again, most nights really, when the house is quiet."),
        _asked("What of the alcohol?", "It was the cocaine that did for us, and it took the house as well."),
        "When asked whether they smoke weed, client denied it and spoke of the garden and of the neighbours.",
    ],
)
def test_risk_doses_and_use_are_never_left_out(text: str) -> None:
    assert stays(text)


@pytest.mark.parametrize(
    "text",
    [
        _asked(
            "What of the alcohol there?", "People can get loud and silly, and somebody cries in the kitchen."
        ),
        'When asked "What are the less good things about alcohol?", client said that it makes people careless'
        " and that they say what they would rather have kept to themselves.",
        _asked("What would a good week look like?", "Walking the dog by the canal."),
        "Client spoke of the garden.",
    ],
)
def test_what_only_a_question_names_may_be_left_out(text: str) -> None:
    assert not stays(text)
