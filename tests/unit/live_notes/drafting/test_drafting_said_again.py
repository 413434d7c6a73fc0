"""Words said twice: what was stammered stands once, what was meant twice stays."""

from __future__ import annotations

import pytest

from live_notes.drafting.embedded.hearing.cleaning import clean, fluent


@pytest.mark.parametrize(
    "spoken",
    [
        "I took co-codamol, two of them.",
        "I'm on co-dydramol and co-codaprin at night.",
        "We went fifty-fifty on the rent.",
        "I had to re-register at the surgery.",
        "I hand her her inhaler at six.",
        "I'm not ill ill, only run down.",
        "It isn't broken broken, it still turns.",
        "I mended it, it works now.",
        "I told her, her brother heard.",
        "It feels like three stones on my ribs.",
    ],
)
def test_what_is_meant_twice_stays(spoken: str) -> None:
    assert clean(spoken).lower() == spoken.lower()


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I saw, saw him at the depot.", "I saw him at the depot."),
        ("It was was raining hard.", "It was raining hard."),
        ("the- the boiler went off", "the boiler went off"),
        ("I've, I've packed the van.", "I've packed the van."),
        ("I'm not as, uh, I'm not shouting at the lads.", "I'm not shouting at the lads."),
        ("he was so he was stood in the porch", "he was stood in the porch"),
        ("We paid like forty pounds.", "We paid about forty pounds."),
    ],
)
def test_what_is_stammered_stands_once(spoken: str, written: str) -> None:
    assert clean(spoken) == written


@pytest.mark.parametrize(
    ("spoken", "quoted"),
    [
        ("My gran's got co-codamol in the drawer.", "My gran's got co-codamol in the drawer."),
        ("Monday I had a, it's a dull ache.", "Monday I had a, it's a dull ache."),
        ("I'm on the, what's it called, the ramipril.", "I'm on the, what's it called, the ramipril."),
        ("I sat there for, I'd say, an hour.", "I sat there for, I'd say, an hour."),
        ("I went to the, the chemist.", "I went to the chemist."),
    ],
)
def test_a_quotation_keeps_the_comma_of_a_break(spoken: str, quoted: str) -> None:
    assert fluent(spoken) == quoted


@pytest.mark.parametrize(
    "spoken",
    [
        "I rang one-one-one on Sunday.",
        "It's the four-four-seven bus.",
        "She said to dial 7-7-2 from work.",
        "My number ends in 40-40.",
        "We do one-on-one every Tuesday.",
        "That was my pre-pregnancy weight.",
        "The D-dimer came back fine.",
        "We drove up to Wagga-Wagga.",
        "I asked every A&E'er I know.",
        "I told 'er to leave the key.",
    ],
)
def test_no_number_nor_hyphenated_word_is_cut(spoken: str) -> None:
    assert fluent(spoken) == spoken
    assert clean(spoken) == spoken


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I-I-I don't know.", "I don't know."),
        ("It's been two-two weeks.", "It's been two weeks."),
        ("I went to, er, the bank.", "I went to the bank."),
    ],
)
def test_what_is_stammered_between_hyphens_goes(spoken: str, written: str) -> None:
    assert fluent(spoken) == written
