"""Numbers as people say and as clinicians write them, each with its unit."""

from __future__ import annotations

import pytest

from live_notes import Flag, Preferences, Sentence
from live_notes.drafting.checks import objections
from tests.support.dialogues import said


@pytest.mark.parametrize(
    ("claimed", "given", "differs"),
    [
        ("stopped drinking two months ago", "I stopped drinking two weeks ago.", True),
        ("stopped drinking two weeks ago", "I stopped, two week ago.", False),
        ("takes 20mg daily", "twenty milligrams a day", False),
        ("takes 20 mcg daily", "20mg a day", True),
        ("sleeps six hours", "about six", False),
        ("sleeps six hours", "about six, for the last two weeks", False),
        ("sleeps 6 hours", "six weeks ago, six hours a night", False),
        ("six hours in the last two weeks", "six hours, the last two weeks", False),
        ("felt better this week", "I felt better these last few days", False),
        ("walks 30 minutes a day", "I walk for half an hour every day.", False),
        ("walks 30 minutes a day", "I walk for a half hour every day.", False),
        ("walks 40 minutes a day", "I walk for half an hour every day.", True),
        ("walks 15 minutes a day", "I walk a quarter of an hour every day.", False),
        ("walks 90 minutes a day", "I walk an hour and a half every day.", False),
        ("walks 2.5 hours a day", "I walk two and a half hours every day.", False),
        ("sleeps 5 and a half hours", "I sleep like five and a half hours.", False),
        ("walks two hours a day", "I walk two and a half hours every day.", True),
        ("has been sober for 1 year", "I've been sober for a little over a year.", False),
        ("has been sober for 2 years", "I've been sober for about a year.", True),
        ("has been sober for 2 years", "I've been sober two years, and a month ago I moved.", False),
        ("spent 300 to 400 dollars", "I spent three to four hundred dollars.", False),
        ("spent 500 or 600 dollars", "I spent five or six hundred dollars.", False),
        ("spent 500 to 400 dollars", "I spent three to four hundred dollars.", True),
        ("started sertraline on 03/01/2021", "I've been on sertraline since 3/1/21.", False),
        ("started sertraline on 3/1/21", "I've been on sertraline since 03/01/2021.", False),
        ("started sertraline on 3/2/21", "I've been on sertraline since 03/01/2021.", True),
        ("has had a headache for 3/7", "I have had a headache for three days.", False),
        ("has had a headache for 3/12", "I have had a headache for three days.", True),
        ("has felt low for 3/12", "I have felt low for three months.", False),
        ("has felt low for 6/52", "I have felt low for six weeks.", False),
        ("has pulse in the 120s", "It was in the one twenties.", False),
        ("has pulse in the 130s", "It was in the one twenties.", True),
        ("is in her 40s", "I am in my forties.", False),
        ("sleeps 6 to 8 hours", "Six eight hours maybe.", False),
        ("rated anxiety at 6 of 10", "I'd say a six out of ten.", False),
        ("ran 80 to 90 in the morning", "First thing in the morning it is eighty or ninety.", False),
        ("takes sertraline 50 mg once daily", "I take fifty milligrams a day of the sertraline.", False),
        ("takes sertraline 50 mg twice daily", "I take fifty milligrams once a day of the sertraline.", True),
        ("drinks twice a week", "I drink once a week.", True),
        (
            "takes sertraline 50 mg twice daily",
            "I take fifty milligrams a day of the sertraline, and two beers.",
            True,
        ),
        ("vomited twice", "I vomited two times.", False),
        ("vomited twice", "I vomited a couple of times.", False),
        ("drinks three times a week", "I drink three times a week.", False),
        ("was 140 cm tall", "I was one forty tall", False),
    ],
)
def test_another_number_or_unit_is_noticed(claimed: str, given: str, differs: bool) -> None:
    (line,) = said(("c", given)).lines
    sentence = Sentence(text=f"Client {claimed}.", evidence=(line.id,))
    raised = objections(sentence, {line.id: line}, {line.id: 0}, Preferences())
    assert (Flag.NUMBER in {one.flag for one in raised}) is differs


def test_a_unit_that_nobody_speaks_needs_no_evidence() -> None:
    (line,) = said(("c", "It measured two by three on the scan.")).lines
    sentence = Sentence(text="Client measured 2 cm by 3 cm on the scan.", evidence=(line.id,))
    assert not objections(sentence, {line.id: line}, {line.id: 0}, Preferences())
