"""A report that begins with "he" or "she" stands with the sentence that says who that is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from live_notes import Preferences, PronounChoice
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.persons.owner_before import with_owner
from live_notes.drafting.embedded.persons.spoken_of import People
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.telling.phrases import names_in, terms_of
from live_notes.drafting.formats import Kind
from tests.support.dialogues import said


def _told(
    before: str | None, words: str, report: str, *, pronouns: PronounChoice = PronounChoice.THEY
) -> str:
    turns = (("t", "Tell me about it."), ("c", "Okay.")) if before is None else (("t", before),)
    units = units_of(said(*turns, ("c", words)).lines)
    terms = terms_of(Preferences(pronouns=pronouns), names_in(units))
    unit = units[-1]
    seen = Seen(report, Kind.REPORT, 0.5, 0.0)
    one = Statement(Kind.REPORT, report, unit.evidence, seen, unit.index, frozenset(unit.stems), speaker="c")
    return with_owner(People(units, terms.proper), replace(terms, several=False), one).text


@pytest.mark.parametrize(
    ("words", "report"),
    [
        ("My father was a headmaster. He beat us.", "Client reported that he beat them."),
        ("My mum's a nurse in Leeds. She works nights.", "Client reported that she works nights."),
        ("There's my brother, the eldest. He drinks.", "Client reported that he drinks."),
        ("My auntie raise me in Couva. She was strict.", "Client reported that she was strict."),
        ("My husband has the farm. He never stops.", "Client reported that he never stops."),
        ("My granny lived with us. She had the falls.", "Client reported that she had the falls."),
        ("My boss is a man of sixty. He shouts at everyone.", "Client reported that he shouts at everyone."),
        ("My son's in year nine. He got suspended.", "Client reported that he got suspended."),
    ],
)
def test_whose_it_is_stands_with_it(words: str, report: str) -> None:
    assert _told(None, words, report) == f'Client stated: "{words}"'


def test_whom_the_clinician_named_stands_as_what_was_answered() -> None:
    told = _told("Your sister", "She took an overdose.", "Client reported that she took an overdose.")
    assert told == 'In response to "Your sister", client stated: "She took an overdose."'


@pytest.mark.parametrize(
    ("before", "words", "report"),
    [
        (None, "It was raining. He beat us.", "Client reported that he beat us."),
        (
            None,
            "My father was a headmaster. He beat us.",
            "Client reported that he (their father) beat them.",
        ),
        (None, "My mum was a nurse. He beat us.", "Client reported that he beat them."),
        (None, "My father was a headmaster. He beat us.", "When asked who, client said he beat them."),
        ("Since last week", "She took an overdose.", "Client reported that she took an overdose."),
    ],
)
def test_where_nobody_is_named_or_it_is_clear_nothing_is_changed(
    before: str | None, words: str, report: str
) -> None:
    assert _told(before, words, report) == report


def test_where_she_may_be_the_client_nothing_is_changed() -> None:
    report = "Client reported that she works nights."
    told = _told(None, "My mum's a nurse. She works nights.", report, pronouns=PronounChoice.SHE)
    assert told == report
