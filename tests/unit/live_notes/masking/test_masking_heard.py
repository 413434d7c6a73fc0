"""Identifiers that recognition wrote as everyday words, and everyday words that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]

HEARD = [
    ("HEALTH_PLAN_NUMBER", "The claim number they gave me was CL4675-841.", "CL4675-841"),
    ("VEHICLE_ID", "The license plate is one V why M182.", "one V why M182"),
    ("VEHICLE_ID", "The car's VIN is S M U a W 9 J tea X why 5.", "S M U a W 9 J tea X why 5"),
    ("VEHICLE_ID", "The car's VIN is c6kb0sbv, 7 dBbl-4276", "c6kb0sbv, 7 dBbl-4276"),
    ("LICENSE_NUMBER", "His license is 774 for 809, if you need it.", "774 for 809"),
    ("DEVICE_ID", "My pacemaker cereal is pH 81 0 160.", "pH 81 0 160"),
    ("SSN", "My social security number is 6 double A.", "6 double A"),
    ("STREET_ADDRESS", "It is 8-585 as bars apart, and the zip is 99748.", "8-585 as bars apart"),
    ("STREET_ADDRESS", "It is 65245 car center and the zip is 59267.", "65245 car center"),
    ("STREET_ADDRESS", "It happened right in front of 766 black rapids.", "766 black rapids"),
    ("ZIP_CODE", "Myzac Code is 27099 now.", "27099"),
    ("ZIP_CODE", "Myzacode is 82147 now.", "82147"),
    ("STREET_ADDRESS", "You can send it to 452 done in hills.", "452 done in hills"),
    ("STREET_ADDRESS", "452 done in hills.", "452 done in hills"),
    ("PHONE_NUMBER", "My number is double 4012.", "double 4012"),
    ("PHONE_NUMBER", "Yes, WPS 20913108.", "WPS 20913108"),
    ("OTHER_ID", "The car's V-ion is 8-R-Y-D5-B-1-C-0-F-G-5.", "8-R-Y-D5-B-1-C-0-F-G-5"),
    ("OTHER_ID", "The car's win is X5-GC-752-JX2 HDD5853.", "X5-GC-752-JX2 HDD5853"),
    ("DEVICE_ID", "My pacemaker's serial is easy double 4-0-7-5-2.", "easy double 4-0-7-5-2"),
    ("LICENSE_NUMBER", "His license is you 774-790-809, if you need it.", "you 774-790-809"),
    ("VEHICLE_ID", "The license plate is A 127 PH 8.", "A 127 PH 8"),
    ("ORGANIZATION", "They let me go from long and short in the spring.", "long and short"),
    ("ORGANIZATION", "They let me go from will issue and Bauer and Buck.", "will issue and Bauer and Buck"),
    ("ORGANIZATION", "I have worked at web and sons for years.", "web and sons"),
    ("URL", "You can find the pictures at www Hernandez Biz.", "www Hernandez Biz"),
    ("URL", "You can find the pictures at www.borg.info.", "www.borg.info"),
    ("LOCATION", "We moved from Kaufman fort when I was little.", "Kaufman fort"),
    ("LOCATION", "I grew up in Can Dice Fort and I never went back.", "Can Dice Fort"),
    ("LOCATION", "In melandezmeth.", "melandezmeth"),
    ("LOCATION", "He drives to kaufmanfort every day.", "kaufmanfort"),
    (
        "ORGANIZATION",
        "I have worked at Clark and Pug and Cunningham for years.",
        "Clark and Pug and Cunningham",
    ),
    ("EMAIL_ADDRESS", "My email is our Roberts at example.org.", "our Roberts at example.org"),
    ("EMAIL_ADDRESS", "My email is Jennifer Cannon at example.", "Jennifer Cannon at example"),
    ("IP_ADDRESS", "The threats came from 2 2 O dot, for 1 dot 6 dot 19.", "2 2 O dot, for 1 dot 6 dot 19"),
    ("IP_ADDRESS", "The threats came from 137.22 to 8.19.11.", "137.22 to 8.19.11"),
    ("STREET_ADDRESS", "It was in front of W.A.T. Seven-allison rapid.", "W.A.T. Seven-allison rapid"),
    ("LOCATION", "I grew up in Robert'sport, and I never went back.", "Robert'sport"),
    ("LOCATION", "I grew up in Robert's sport, and I never went back.", "Robert's sport"),
    ("DATE", "My father died on February, 2020-16, you know.", "February, 2020-16"),
    ("EMAIL_ADDRESS", "A sharp at example .net.", "A sharp at example .net"),
    ("ORGANIZATION", "At lie and Rivera.", "lie and Rivera"),
    ("ORGANIZATION", "At Walker in Johnson and Ramos.", "Walker in Johnson and Ramos"),
    ("ZIP_CODE", "My secote is 1-4-1-38 now.", "1-4-1-38"),
    ("LICENSE_NUMBER", "His license is a 338-60535, if you need it.", "a 338-60535"),
    ("VEHICLE_ID", "I think that the VIN of it is SLKEJJYG, 40 WW-8872.", "SLKEJJYG, 40 WW-8872"),
    ("PERSON", "I saw a therapist, gaspare, muti, before I came here.", "gaspare, muti"),
]


@pytest.mark.parametrize(("entity", "text", "surface"), HEARD, ids=lambda value: str(value)[:28])
def test_an_identifier_heard_as_words_is_masked_whole(
    found: Found, entity: str, text: str, surface: str
) -> None:
    assert (entity, surface) in found(text)


STAYS = [
    "The billing code is 90837 and the session is 50 minutes.",
    "My A1c went from 7.1 to 6.9 to 6.5 to 6.1.",
    "It was 7.1, 6.9, 6.5, 6.1 over the years.",
    "we went from 0.5 to 1.0 to 1.5 milligrams",
    "You can send it to 391 people.",
    "I live at 2 miles from here.",
    "I stood in front of 300 people and froze.",
    "My email is down at work.",
    "We moved to a beach town and then to the old port.",
    "I used to work at home and school and church.",
    "The number they gave me was two.",
    "They let me go from work and I cried.",
    "She was fired from her job and her church in the spring.",
    "I work at night and on weekends.",
    "I took vitamin B 12 1000 and D 3 5000 units.",
    "i went from 40mg 20mg to 10mg 3 times",
    "500 steps and I am done.",
    "200 kids ran to the park.",
    "The procedure code is 90837.",
    "At home and at night.",
    "At night and in the morning.",
    "At work and at school.",
    "I stood in front of 2 men in the park.",
    "I live at one of the parks.",
    "My Keppra is 50000 too much, I joked.",
    "My account is 20 to 30 short every month.",
    "They let me go from walking to running in the spring.",
    "There is stenosis at C5, C6, C7, T1.",
    "My A1C was 7.1, 6.9, 6.5 and I take B12 400 D3 50.",
]


@pytest.mark.parametrize("text", STAYS, ids=lambda text: text[:28])
def test_everyday_words_and_numbers_stay(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("My account number is 4419 for 2 years.", "4419"),
        ("My account number is 44192, you see.", "44192"),
        ("OK, 555 012 3456.", "555 012 3456"),
        ("The chart says MRN 4667, 1686.", "4667, 1686"),
    ],
)
def test_a_code_ends_where_everyday_words_go_on(found: Found, text: str, surface: str) -> None:
    assert surface in [said for _, said in found(text)]


def test_a_code_goes_on_in_the_next_line_with_a_letter_that_is_a_word(found: Found) -> None:
    before = "The car's V-ion is 8-R-Y-D5-B-1-C-0-F-G-5."
    assert found("A 4 2 9 7", before=before) == [("OTHER_ID", "A 4 2 9 7")]
    assert found("A day has 24 hours.", before=before) == []


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("My account number is 44192, no wait, 4 1 7 2 9.", "4 1 7 2 9"),
        ("my case number is c v four four one sorry i mean c v four five one", "c v four five one"),
        ("The member ID is XK 4419. No, 4491.", "4491"),
    ],
)
def test_a_number_that_is_corrected_is_masked_again(found: Found, text: str, again: str) -> None:
    assert again in [said for _, said in found(text)]


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("My account number is 44192. No, 30 milligrams is what I take.", "30 milligrams"),
        ("My account number is 44192, and it is 10 years old.", "10 years"),
        ("My policy number is 44192. No, that was in 2019.", "2019"),
    ],
)
def test_what_follows_a_number_and_is_none_stays(found: Found, text: str, stays: str) -> None:
    assert not any(said in stays or stays in said for _, said in found(text))
