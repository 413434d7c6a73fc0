"""Who "he" or "she" is in a note: told where only one person can be meant, and never guessed."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.persons.made_clear import with_persons
from live_notes.drafting.embedded.persons.spoken_of import People
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.telling.phrases import names_in, terms_of
from live_notes.drafting.formats import Kind
from live_notes.drafting.preferences import Preferences, PronounChoice
from tests.support.dialogues import said


def told(text: str, *turns: str, pronouns: PronounChoice = PronounChoice.THEY) -> Statement:
    """A sentence that rests on the last two turns, looked at; "T: " and "C: " say whose a turn is."""
    lines = said(*((turn[0].lower(), turn[3:]) for turn in turns)).lines
    units = units_of(lines)
    terms = terms_of(Preferences(pronouns=pronouns), names_in(units))
    own = tuple(line.id for line in lines[-2:])
    first = next(unit for unit in units if own[-1] in unit.evidence)
    seen = Seen(text, Kind.REPORT, 0.5, 0.0)
    one = Statement(Kind.REPORT, text, own, seen, first.index, frozenset(), speaker="c")
    return next(iter(with_persons(People(units, terms.proper), terms, [one])))


@pytest.mark.parametrize(
    ("text", "turns", "now"),
    [
        (
            "Client reported that she wants the client to.",
            ("T: Could you live at your aunt's for now?", "C: She wants me to."),
            "Client reported that she (their aunt) wants the client to.",
        ),
        (
            'Client stated: "He\'s fifteen and he knows it all."',
            ("T: And at home?", "C: My son says I'm past it. He's fifteen and he knows it all."),
            "Client stated (about client's son): \"He's fifteen and he knows it all.\"",
        ),
        (
            'When asked "Does she still lock the door?", client answered: "Less."',
            ("T: And your mother. Does she still lock the door?", "C: Less."),
            'When asked (about client\'s mother) "Does she still lock the door?", client answered: "Less."',
        ),
        (
            "Client reported that he does the late feed.",
            (
                "C: I rang Tomasz, and he came at once.",
                "T: How are things with Tomasz?",
                "C: Better. He does the late feed.",
            ),
            "Client reported that he (Tomasz) does the late feed.",
        ),
        (
            "Client reported that his side is cold.",
            ("T: And your husband?", "C: His side is cold."),
            "Client reported that his (their husband's) side is cold.",
        ),
        (
            "Client reported that she rang on Sunday.",
            ("C: Mum is in Leeds now.", "T: Okay.", "C: She rang on Sunday."),
            "Client reported that she (their mum) rang on Sunday.",
        ),
    ],
)
def test_the_only_person_who_can_be_meant_is_named(text: str, turns: tuple[str, ...], now: str) -> None:
    found = told(text, *turns)
    assert found.text == now


def test_the_line_that_names_somebody_is_evidence() -> None:
    found = told(
        "Client reported that she rang on Sunday.",
        "C: Mum is in Leeds now.",
        "T: Okay.",
        "C: She rang on Sunday.",
    )
    assert len(found.evidence) == 3


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (  # two women
            "Client reported that she rang on Sunday.",
            ("C: My sister told my mother everything.", "T: Go on.", "C: She rang on Sunday."),
        ),
        (  # two brothers
            "Client reported that he owes the rent.",
            ("C: My older brother lent it to my younger brother.", "T: And?", "C: He owes the rent."),
        ),
        (  # she was spoken of before the mother was
            "Client reported that she has the tablets with her.",
            (
                "C: I got a text from a friend and it was bad. She said she was done.",
                "T: That is a lot to hold.",
                "C: I was up all night. My mum drove me in. She has the tablets with her.",
            ),
        ),
        (  # the baby goes without a name
            "When asked whether they sing to him, client said yes.",
            (
                "C: The baby cries and I drop him in the cot.",
                "T: And Emeka has the Friday night, and he sleeps in the other room.",
                "C: Okay.",
                "T: Do you sing to him?",
                "C: Yes, I sing to him.",
            ),
        ),
        (  # a man is no "she"
            "Client reported that she wept.",
            ("C: My uncle came by.", "T: And?", "C: She wept."),
        ),
        (  # too long ago
            "Client reported that she wept.",
            ("C: My aunt came by.", *("T: Was it dry?", "C: It rained.") * 3, "T: And?", "C: She wept."),
        ),
        (  # a name that nobody has called "she" or "he"
            "Client reported that she wept.",
            ("C: We went to see Ashley, and Ashley made tea.", "T: And?", "C: She wept."),
        ),
        (  # somebody else's mother
            "Client reported that she wept.",
            ("C: Her mother came by.", "T: And?", "C: She wept."),
        ),
        (  # only like her mother
            "Client reported that she wept.",
            ("C: The new manager is just like my mother.", "T: And?", "C: She wept."),
        ),
        (  # taken back
            "Client reported that she has a clipboard.",
            ("T: Who is there?", "C: That is my aunt. No, it is more a thing. She has a clipboard."),
        ),
        (  # a nurse may be a man
            "Client reported that he said it again.",
            ("C: And the nurse went out for a smoke.", "T: And?", "C: He said it again."),
        ),
        (  # nor is a manager a woman
            'Client stated: "When I sit in her chair."',
            ("C: My manager adds shifts.", "T: When would you know?", "C: When I sit in her chair."),
        ),
        (  # named in the sentence itself
            "Client reported that their sister said she wept.",
            ("T: And your sister?", "C: My sister said she wept."),
        ),
    ],
)
def test_nobody_is_named_where_somebody_else_may_be_meant(text: str, turns: tuple[str, ...]) -> None:
    assert told(text, *turns).text == text


def test_the_client_s_own_pronoun_is_left() -> None:
    text = "Client reported that she cannot sleep there."
    turns = ("T: Could you live at your aunt's for now?", "C: I can't sleep there. She snores.")
    assert told(text, *turns, pronouns=PronounChoice.SHE).text == text
