"""Names that the session knows: found however recognition spells them, and no one else's."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from live_notes.errors import RosterInvalid
from live_notes.masking import Roster, RosterName, RosterRole, SessionMasker, roster_of
from live_notes.masking.lexicon.word_set import word_set

ROSTER = Roster(
    (
        RosterName("Siobhan Kowalczyk", RosterRole.CLIENT, ("Shiv",)),
        RosterName("Dr. Obinna Ekwueme", RosterRole.CLINICIAN),
        RosterName("Will", RosterRole.RELATIVE),
    )
)
MISHEARD = word_set(
    "carry tarry castrow sera mater man bont die efa oven jesus read def o rose ane seen carr hero cant"
)
"""Words that stand where a name was said in the texts below."""

MaskerFor = Callable[..., SessionMasker]


@pytest.mark.parametrize(
    "text",
    ["siobhan came late", "Siobhán came late", "Siobhan's mother called", "shiv came late",
     "kowalczyk is here",
     "SIOBHAN CAME LATE TO THE SESSION", "s i o b h a n is how you write it"],
)  # fmt: skip
async def test_the_client_is_one_placeholder_in_every_spelling(masker_for: MaskerFor, text: str) -> None:
    masked = (await masker_for(ROSTER).mask(text)).masked.text
    assert masked.count("[CLIENT]") == 1
    assert "siobhan" not in masked.casefold()


@pytest.mark.parametrize("text", ["thank you doctor ekweme", "thanks obina", "Doctor Eckwueme said so."])
async def test_a_name_misheard_is_still_the_clinician(masker_for: MaskerFor, text: str) -> None:
    assert "[CLINICIAN]" in (await masker_for(ROSTER).mask(text)).masked.text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Carrie Perry", "hi carry how have you been"),
        ("Terry Davis", "tarry what went through your mind just then"),
        ("Luiz Castro", "thank you doctor castrow that helps"),
        ("Sara Mater", "i told them that sera mater is my therapist"),
        ("Nancy Mann", "I told them that Nanky Man is here."),
        ("Lucy die Bont", "so my name is lucie die bont but you know that"),
        ("Eva Valdivia", "efa what went through your mind just then"),
        ("Owen Webb", "hi um oven how have you been"),
        ("Jesus Vargas", "Jesus, what went through your mind?"),
        ("Katherine Reed", "i told them that katherine read is my therapist"),
        ("Dev Tandon", "good to see you def"),
        ("Patricio de la O", "They called out Ms. O and I froze."),
        ("Rebecca Rose", "they called out ms you know rose and i froze"),
        ("Anne de Pauw", "My mother always says Ane, pull yourself together."),
        ("Sean Carr", "so my name is seen carr but you know that"),
        ("Cristal Haro", "I told them that Crystal Hero is my therapist."),
        ("Raghav Mann", "They called out Ms. Man and I froze."),
        ("Owen Cant", "i told them that owen cant is my therapist"),
        ("Drew Gomez", "Drew, what went through your mind just then?"),
        ("Ekavir Sahni", "eckavir what went through your mind just then"),
    ],
)
async def test_a_name_heard_as_everyday_words_is_masked_where_somebody_is_called(
    masker_for: MaskerFor, name: str, text: str
) -> None:
    masked = await masker_for(Roster((RosterName(name, RosterRole.CLIENT),))).mask(text)
    assert masked.masked.text.count("[CLIENT]") == 1
    kept = masked.masked.text.casefold().replace(",", " ").replace(".", " ").split()
    assert not set(kept) & MISHEARD


@pytest.mark.parametrize(
    "text",
    ["i carry my bag and what i can", "the oven is hot", "a long day at work", "we tarry too often"],
)
async def test_everyday_words_like_a_name_stay(masker_for: MaskerFor, text: str) -> None:
    known = ("Carrie Perry", "Owen Long", "Terry Davis")
    masker = masker_for(Roster(tuple(RosterName(name) for name in known)))
    assert (await masker.mask(text)).masked.text == text


async def test_a_name_that_is_also_a_word_is_masked_as_a_name_only(masker_for: MaskerFor) -> None:
    masker = masker_for(ROSTER)
    assert (await masker.mask("I told Will that he will be late.")).masked.text == (
        "I told [PERSON_1] that he will be late."
    )
    assert (await masker.mask("i will go and it will help")).masked.text == "i will go and it will help"


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Dana Weeks", "dana walks daily", "[CLIENT] walks daily"),
        ("Anna Hayes", "Anna hopes to sleep", "[CLIENT] hopes to sleep"),
        ("Mark May", "Mark may come later", "[CLIENT] may come later"),
        ("Joan Reed", "join what you can", "join what you can"),
        ("Mark Lee", "Dr. Liu raised my dose", "Dr. [PERSON_1] raised my dose"),
    ],
)
async def test_what_is_said_beside_a_name_is_not_the_name(
    masker_for: MaskerFor, name: str, text: str, masked: str
) -> None:
    masker = masker_for(Roster((RosterName(name, RosterRole.CLIENT),)))
    assert (await masker.mask(text)).masked.text == masked


async def test_another_bearer_of_the_first_name_is_not_the_client(masker_for: MaskerFor) -> None:
    masked = await masker_for(ROSTER).mask("my cousin siobhan jones moved out")
    assert masked.masked.text == "my cousin [PERSON_1] moved out"


async def test_a_person_once_introduced_is_known_from_then_on(masker_for: MaskerFor) -> None:
    masker = masker_for()
    first = await masker.mask("my sister is called zenobia")
    later = await masker.mask("then zenobia left")
    assert first.masked.text == "my sister is called [PERSON_1]"
    assert later.masked.text == "then [PERSON_1] left"
    assert len(masker.roster.names) == 1


async def test_two_clients_have_two_placeholders(masker_for: MaskerFor) -> None:
    roster = Roster((RosterName("Anna Bell", RosterRole.CLIENT), RosterName("Marco Diaz", RosterRole.CLIENT)))
    masked = await masker_for(roster).mask("Marco Diaz argued with Anna Bell.")
    assert masked.masked.text == "[CLIENT] argued with [CLIENT_2]."


def test_a_roster_file_is_a_list_of_names() -> None:
    roster = roster_of(["Ada", {"name": "Itha", "role": "client", "aliases": ["Ith"]}])
    assert roster.names == (RosterName("Ada"), RosterName("Itha", RosterRole.CLIENT, ("Ith",)))


@pytest.mark.parametrize(
    "content",
    ["3", '{"name": "Zanzibar"}', "[1]", '[{"name": "Zanzibar", "role": "king"}]', '["  "]',
     '["' + "Z" * 200 + '"]',
     '[{"name": "Zanzibar", "x": 1}]', '[{"name": "Zanzibar", "aliases": "Z"}]',
     json.dumps(["Zanzibar"] * 201)],
)  # fmt: skip
def test_a_bad_roster_is_refused_without_its_content(content: str) -> None:
    with pytest.raises(RosterInvalid) as refused:
        roster_of(json.loads(content))
    assert "Z" not in str(refused.value)


def test_rosters_print_no_name() -> None:
    assert "Siobhan" not in repr(ROSTER) + repr(ROSTER.names[0]) + str(ROSTER)


async def test_behind_a_title_an_everyday_word_that_sounds_like_the_family_name_is_it(
    masker_for: MaskerFor,
) -> None:
    mask = masker_for(Roster((RosterName("Kathy Bean", RosterRole.CLIENT),))).mask
    assert (await mask("they called out ms been and i froze")).masked.text.endswith("ms [CLIENT] and i froze")
    assert (await mask("i have been there")).masked.text == "i have been there"


async def test_an_where_no_article_can_stand_is_ann(masker_for: MaskerFor) -> None:
    mask = masker_for(Roster((RosterName("Ann Torres", RosterRole.CLIENT),))).mask
    assert (
        await mask("she says an pull yourself together")
    ).masked.text == "she says [CLIENT] pull yourself together"
    assert (await mask("it was an apple and an hour")).masked.text == "it was an apple and an hour"


async def test_behind_a_title_a_family_name_one_letter_off_is_masked_and_a_verb_is_not(
    masker_for: MaskerFor,
) -> None:
    mask = masker_for(Roster((RosterName("Tina Owen", RosterRole.CLINICIAN),))).mask
    assert "oven" not in (await mask("thank you doctor oven that helps")).masked.text
    assert (await mask("my doctor opens the door")).masked.text == "my doctor opens the door"
