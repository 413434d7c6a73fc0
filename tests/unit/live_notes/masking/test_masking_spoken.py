"""Identifiers as recognition writes them: every Safe Harbor kind, spoken and written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from live_notes.masking import LABELS, SAFE_HARBOR, Entity

Found = Callable[..., list[tuple[str, str]]]

SAID = [
    ("A", "PERSON", "my name is itha", "itha"),
    ("A", "PERSON", "i live with my sister sarah now", "sarah"),
    ("A", "PERSON", "doctor patel asked me about it", "patel"),
    ("A", "PERSON", "I'm called Ademola, nice to meet you.", "Ademola"),
    ("A", "PERSON", "it's spelled k o w a l s k i", "k o w a l s k i"),
    ("A", "ORGANIZATION", "she works at walmart on weekends", "walmart"),
    ("A", "ORGANIZATION", "she is from three round stones inc and likes it", "three round stones inc"),
    ("A", "ORGANIZATION", "i worked at price and cook for years", "price and cook"),
    ("A", "ORGANIZATION", "they let me go from brown group in spring", "brown group"),
    ("A", "ORGANIZATION", "my daughter goes to cook elementary", "cook elementary"),
    ("B", "LOCATION", "we grew up in port kelly by the sea", "port kelly"),
    ("B", "LOCATION", "he was born in east kellyport you know", "east kellyport"),
    ("B", "LOCATION", "we moved to springfield when i was ten", "springfield"),
    ("B", "STREET_ADDRESS", "i live at twelve thirty four elm street", "twelve thirty four elm street"),
    ("B", "STREET_ADDRESS", "please return to three one seven eight zamkowska three three",
     "three one seven eight zamkowska three three"),
    ("B", "STREET_ADDRESS", "she lives on via tasso one two nine now", "via tasso one two nine"),
    ("B", "STREET_ADDRESS", "my flat is in karlsgatan five", "karlsgatan five"),
    ("B", "STREET_ADDRESS", "we met at the corner of zamkowa and mathias", "zamkowa and mathias"),
    ("B", "STREET_ADDRESS", "write to psc thirty two ninety four box nine one six eight",
     "psc thirty two ninety four box nine one six eight"),
    ("B", "STREET_ADDRESS", "it was in front of seven four two kelly knolls", "seven four two kelly knolls"),
    ("B", "STREET_ADDRESS", "send it to one two four main street please", "one two four main street"),
    ("B", "STREET_ADDRESS", "It's 14 Park Avenue, the blue door.", "14 Park Avenue"),
    ("B", "ZIP_CODE", "my zip code is four five four oh two", "four five four oh two"),
    ("C", "DATE", "the fifth of may nineteen eighty four", "the fifth of may nineteen eighty four"),
    ("C", "DATE", "it started on march third", "march third"),
    ("C", "DATE", "we met in june two thousand and nineteen", "june two thousand and nineteen"),
    ("C", "DATE", "my date of birth is oh three oh four eighty five", "oh three oh four eighty five"),
    ("C", "DATE", "She was admitted 03/04/1985.", "03/04/1985"),
    ("C", "AGE", "my grandmother turned ninety four", "ninety four"),
    ("C", "AGE", "He is 93 years old.", "93"),
    ("D", "PHONE_NUMBER", "five five five oh one double nine", "five five five oh one double nine"),
    ("D", "PHONE_NUMBER", "Call me at (555) 123-4567.", "(555) 123-4567"),
    ("E", "FAX_NUMBER", "the fax is five five five one two one two", "five five five one two one two"),
    ("F", "EMAIL_ADDRESS", "write to sarah dot j at example dot com", "sarah dot j at example dot com"),
    ("F", "EMAIL_ADDRESS", "It's john.doe@example.com, all lower case.", "john.doe@example.com"),
    ("G", "SSN", "my social is one two three forty five six seven eight nine",
     "one two three forty five six seven eight nine"),
    ("G", "SSN", "it is 123-45-6789", "123-45-6789"),
    ("H", "MEDICAL_RECORD_NUMBER", "my mrn is four four seven two nine", "four four seven two nine"),
    ("I", "HEALTH_PLAN_NUMBER", "the member id is x y z eight eight one two", "x y z eight eight one two"),
    ("R", "OTHER_ID", "My case number is WC 8097693.", "WC 8097693"),
    ("L", "VEHICLE_ID", "The car's VIN is 3A7-BGP KB, 9 P E F S 75.", "3A7-BGP KB, 9 P E F S 75"),
    ("J", "ACCOUNT_NUMBER", "my account number of 44192 is wrong", "44192"),
    ("R", "OTHER_ID", "my pin of 4419 is not working", "4419"),
    ("A", "PERSON", "Hi, I'm Christie", "Christie"),
    ("J", "ACCOUNT_NUMBER", "the account number is nine nine one two three", "nine nine one two three"),
    ("J", "ACCOUNT_NUMBER", "My card is 4111 1111 1111 1111.", "4111 1111 1111 1111"),
    ("K", "LICENSE_NUMBER", "my driver's license is d four four one two two", "d four four one two two"),
    ("L", "VEHICLE_ID", "the license plate is a b c one two three four", "a b c one two three four"),
    ("M", "DEVICE_ID", "the pump's serial number is seven seven three nine", "seven seven three nine"),
    ("M", "DEVICE_ID", "the serial number of the pump is a b nine nine one two", "a b nine nine one two"),
    ("N", "URL", "it is on smith dash jones dot com now", "smith dash jones dot com"),
    ("N", "URL", "go to w w w dot myclinic dot org slash intake", "w w w dot myclinic dot org slash intake"),
    ("N", "URL", "See https://example.org/me for it.", "https://example.org/me"),
    ("O", "IP_ADDRESS", "one ninety two dot one sixty eight dot oh dot one",
     "one ninety two dot one sixty eight dot oh dot one"),
    ("O", "IP_ADDRESS", "it is eight six dot one two one dot nine seven dot two four eight",
     "eight six dot one two one dot nine seven dot two four eight"),
    ("O", "IP_ADDRESS", "It shows 192.168.0.1 here.", "192.168.0.1"),
    ("P", "BIOMETRIC_ID", "my voiceprint id is three three one nine", "three three one nine"),
    ("Q", "PHOTO", "I sent you IMG_2231.jpg yesterday.", "IMG_2231.jpg"),
    ("R", "OTHER_ID", "my case number is two two seven one", "two two seven one"),
    ("R", "OTHER_ID", "My case number is CL-7834-926.", "CL-7834-926"),
    ("F", "EMAIL_ADDRESS", "Write to me at f-porter at example.net if so.", "f-porter at example.net"),
    ("K", "LICENSE_NUMBER", "My driver's license number is I-22-74-57-11.", "I-22-74-57-11"),
    ("H", "MEDICAL_RECORD_NUMBER", "The chart number is 4471-AB now.", "4471-AB"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "entity", "text", "surface"), SAID, ids=lambda value: str(value)[:28])
def test_an_identifier_is_found_as_it_is_said(
    found: Found, paragraph: str, entity: str, text: str, surface: str
) -> None:
    assert (entity, surface) in found(text)
    assert Entity(entity) in SAFE_HARBOR[paragraph]


def test_all_eighteen_kinds_have_an_entity_and_are_tested() -> None:
    assert list(SAFE_HARBOR) == [chr(letter) for letter in range(ord("A"), ord("R") + 1)]
    assert {paragraph for paragraph, *_ in SAID} == set(SAFE_HARBOR)
    named = {entity for entities in SAFE_HARBOR.values() for entity in entities}
    assert named | {Entity.LITERAL} == set(Entity) == set(LABELS)


STAYS = [
    "i take fifty milligrams of sertraline and twenty of prozac twice a day",
    "my phq nine was fourteen and the gad seven was eight",
    "The Beck Depression Inventory and mindfulness helped with my PTSD.",
    "my grandfather has parkinson's and grandma has alzheimer's disease",
    "last week was hard but yesterday and this morning were better",
    "three months ago i was drinking six or seven beers a night",
    "i sleep five six seven hours and wake up at three",
    "let's count five four three two one and breathe",
    "we could try c b t or e m d r for the p t s d",
    "in nineteen eighty four everything was different",
    "i am forty two years old and she is eighty nine",
    "on tuesday i will see how the week goes, and next month we may taper",
    "I live in Ohio and my parents came from Mexico.",
    "the doctor said it may help and i will hope for the best",
    "ten twenty thirty forty that is how my panic climbs",
    "i am ninety nine percent sure and it is ninety degrees outside",
    "we use act and dbt skills, motivational interviewing and socratic questioning",
    "They sent me to a TIA clinic for an x ray, then to the ATM.",
    "she works at night and i work for myself",
    "walk down the street and turn around at the corner",
    "there are two busy streets and three dark roads on my way",
    "i walked ten long blocks and sat by the lake for two hours",
    "i went from one fifty effexor to two hundred lamictal twice a day",
    "i walked to the harbour with my neighbour and apologised for my behaviour",
    "in the corner of the room i sat and cried via zoom",
    "the clinician incorporated motivational interviewing and we incorporated boundaries",
    "i work for a large corporation and i work for love and money",
    "he had three unwitnessed falls and she had 2 syncopal falls",
    "we covered 4 CBT points and I have 5 healthy ways to cope",
    "takes 300 mgs 2 at bedtime, then 200 situps 2 sets",
    "given via nebulizer 4 times daily, seen via doxy 2 times a week",
    "she works with black and brown kids",
    "the chart of my mood is 7 8 6 5",
    "we moved to lower Lamictal and went to new Rexulti",
    "my bestie came via lyft 10 minutes late",
    "we work with a local charity and i go to group on fridays",
    "she goes to high school and i went to private college",
    "i have four main goals and one long road ahead of me",
    "of the three exercises the second is the hardest",
    "I rate it 7/10, blood pressure 120/80, and I drank $1,250 worth of it.",
]


@pytest.mark.parametrize("text", STAYS, ids=lambda text: text[:28])
def test_clinical_talk_and_plain_numbers_stay(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", "🙂", "\x00", "9" * 300, "a" * 5000, "@ . at dot", "dot"]
)
def test_odd_text_is_no_trouble(found: Found, text: str) -> None:
    for _entity, surface in found(text):
        assert surface.strip()
