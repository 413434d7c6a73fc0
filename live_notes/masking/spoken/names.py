"""People: after titles, where somebody is introduced, spelled out, or called by a name of the lists."""

from __future__ import annotations

from collections.abc import Iterator

from live_notes.masking.clinical import SPELLED, is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS, TITLES
from live_notes.masking.lexicon.word_set import phrases, word_set
from live_notes.masking.spoken.dates import MONTHS
from live_notes.masking.spoken.letters import letters_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_SURE = phrases(
    "name is|names are|name's|name was|named|is called|i'm called|im called|was called|he's called",
    "she's called",
    "call me|calls me|called me|goes by|go by|went by|first name is|last name is|surname is",
    "maiden name is",
    "nickname is|middle name is|full name is|known as|nicknamed|by the name of|name of|name|surname",
)
_LIKELY = phrases(
    "i'm|im|i am|this is|it's|its|he's|she's|hi|hello|hey|thanks|thank you|dear|meet|speaking with",
    "speaking to",
    "talking to|talked to|spoke to|spoke with|married to|dating|morning|afternoon|evening|and|with",
    "okay|ok|bye",
    "goodbye|sincerely|regards|signed|is|to|from|by|see|saw|told|for|ask|asked",
)
_INTRODUCTIONS = tuple((phrase, True) for phrase in _SURE) + tuple((phrase, False) for phrase in _LIKELY)
"""What a name follows. After a sure one any word may be a name, after the others only a likely one."""

_NEVER_AFTER_NAME_IS = word_set(
    """
    on in a the not at my what going really very called spelled pronounced something familiar different
    difficult hard easy there here please again correct right wrong long short also of it changed mine is
    was for
    """
)
_PARTICLES = word_set(
    """
    van von de der den del della di da la le el al bin ibn mac mc o st saint dos du ter ten
    """
)
_VERBS_AFTER_TITLE = word_set(
    """
    said says told thinks thought gave prescribed recommended asked office appointment visit practitioner
    shopping appointments note notes notes' notebook called referred changed increased decreased wrote
    checked examined and or about who which when where that has have had will would can could might may
    should does did is was were been google phil pepper who's strange
    """
)
_NEVER_NAME = STOPWORDS | KIN | TITLES
_MOST_NAME_WORDS = 4
_NAMING_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
"""Parts of speech in which a word that is also a name may be one."""
_AFTER_PERSON = frozenset({"and", "who", "is", "was", "has", "had", "said", "says"})
_GREETINGS = frozenset({"hi", "hello", "hey", "dear"})


def find_names(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Names by what stands around them and by the lists of names."""
    for position in range(len(words)):
        yield from _titled(words, lexicon, position)
        yield from _introduced(words, lexicon, position)
        yield from _kin(words, lexicon, position)
        yield from _listed(words, lexicon, position)
    yield from _spelled(words)


def _person(words: Words, first: int, last: int, score: float, introduced: bool = False) -> Finding:
    return Finding(*words.find(first, last), Entity.PERSON, score, introduced=introduced)


def likely_name(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether the word may well be (part of) a name where a name is expected."""
    low = words.low(position)
    if not low or low in _NEVER_NAME or is_clinical(words, position) or _is_acronym(words, position):
        return False
    if not all(part.isalpha() for part in low.split("'")) or low in MONTHS - {
        "may",
        "june",
        "april",
        "august",
    }:
        return False
    if lexicon.is_given_name(low) or lexicon.is_surname(low):
        return True
    if lexicon.is_unheard(low) and low not in lexicon.wide_places:
        return True
    # An ordinary word is a name if it is written with a capital inside a sentence, and can be one.
    can_be = low in lexicon.given_names or low in lexicon.surnames
    return can_be and words[position].capital and not words.breaks_before(position)


def _is_acronym(words: Words, position: int) -> bool:
    """Whether the word is written in capitals throughout, in a text that is not: "TIA", "ATM"."""
    word = words[position]
    written = words.text[word.start : word.end]
    return 1 < len(written) <= 5 and written.isupper() and not words.text.isupper()


def name_end(words: Words, lexicon: Lexicon, first: int) -> int:
    """The last word of the name that begins at `first`: further likely words, initials, particles."""
    last = first
    given = lexicon.is_given_name(words.low(first))
    while last - first < _MOST_NAME_WORDS - 1 and words.joined(last + 1) and "," not in words[last + 1].gap:
        following = words.low(last + 1)
        if likely_name(words, lexicon, last + 1):
            last += 1
        elif given and last == first and _ordinary_surname(words, lexicon, last + 1):
            return last + 1
        elif (following in _PARTICLES or _is_initial(words, last + 1)) and likely_name(
            words, lexicon, last + 2
        ):
            last += 2
        else:
            break
    return last


def _ordinary_surname(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether an everyday word after a given name is the surname: "sarah miller", not "sarah will"."""
    low = words.low(position)
    return (
        low in lexicon.surnames
        and low not in _NEVER_NAME
        and low not in MONTHS
        and words.tag(position) in _NAMING_TAGS
        and not is_clinical(words, position)
    )


def _ordinary_given_name(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether an everyday word is somebody's given name where one is expected: "my sister rose called"."""
    low, after = words.low(position), position + 1
    if low not in lexicon.given_names or low in _NEVER_NAME or words.tag(position) not in _NAMING_TAGS:
        return False
    acts = words.tag(after) in {"VERB", "AUX"} or words.low(after) in _AFTER_PERSON
    return (acts or words.breaks_before(after)) and not is_clinical(words, position)


def _is_initial(words: Words, position: int) -> bool:
    return len(words.low(position)) == 1 and words.low(position).isalpha() and words.low(position) != "i"


def _titled(words: Words, lexicon: Lexicon, title: int) -> Iterator[Finding]:
    """Like "Doctor Patel", "miss okafor"; the title itself stays."""
    if words.low(title) not in TITLES or not words.low(title + 1) or _ends_sentence(words, title + 1):
        return
    first, low = title + 1, words.low(title + 1)
    if low in _PARTICLES and likely_name(words, lexicon, first + 1):
        yield _person(words, first, name_end(words, lexicon, first + 1), 0.9, introduced=True)
    elif likely_name(words, lexicon, first):
        yield _person(words, first, name_end(words, lexicon, first), 0.9, introduced=True)
    elif words.low(title) in {"mr", "mrs", "ms", "mister", "missus", "dr", "doctor", "professor"}:
        ordinary = low in STOPWORDS or low in _VERBS_AFTER_TITLE or low in KIN or low in TITLES
        if not ordinary and low in lexicon.surnames and not is_clinical(words, first):
            yield _person(words, first, name_end(words, lexicon, first), 0.85, introduced=True)


def _ends_sentence(words: Words, position: int) -> bool:
    """Whether a sentence ends before `position`; the full stop of "Dr." does not end one."""
    gap = words[position].gap
    return any(mark in gap for mark in "?!;:\n") or gap.count(".") > 1


def _introduced(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    for phrase, sure in _INTRODUCTIONS:
        first = position + len(phrase)
        if not words.says(position, phrase) or not words.low(first) or words.breaks_before(first):
            continue
        low = words.low(first)
        if sure and _may_name(words, lexicon, first):
            last = name_end(words, lexicon, first)
            yield from _and_others(words, lexicon, first, last)
            return
        listed = lexicon.is_given_name(low) or (likely_name(words, lexicon, first) and words[first].capital)
        if phrase[0] in _GREETINGS and _ordinary_given_name(words, lexicon, first):
            yield _person(words, first, first, 0.7)
            return
        if not sure and listed and likely_name(words, lexicon, first):
            yield _person(
                words, first, name_end(words, lexicon, first), 0.7, introduced=lexicon.is_given_name(low)
            )
            return


def _may_name(words: Words, lexicon: Lexicon, first: int) -> bool:
    """Whether a word after "my name is" is the name: nearly any that is no everyday word."""
    low = words.low(first)
    if likely_name(words, lexicon, first):
        return True
    ordinary = low in STOPWORDS or low in _NEVER_AFTER_NAME_IS or low in KIN
    said_name = words.low(first - 1) in {"is", "name's", "named", "are", "called"}
    can_be = low in lexicon.given_names or low in lexicon.surnames
    return not ordinary and said_name and can_be and not is_clinical(words, first)


def _and_others(words: Words, lexicon: Lexicon, first: int, last: int) -> Iterator[Finding]:
    """The name, and those joined to it: "itha and obinna"."""
    yield _person(words, first, last, 0.95, introduced=True)
    while words.low(last + 1) in {"and", "or"} and likely_name(words, lexicon, last + 2):
        first, last = last + 2, name_end(words, lexicon, last + 2)
        yield _person(words, first, last, 0.85, introduced=True)


def _kin(words: Words, lexicon: Lexicon, position: int) -> Iterator[Finding]:
    """Like "my sister sarah", "her boss dele and his wife ada"."""
    if words.low(position) not in KIN or not words.joined(position + 1):
        return
    first = position + 1
    if likely_name(words, lexicon, first) and (
        lexicon.is_given_name(words.low(first))
        or lexicon.is_unheard(words.low(first))
        or words[first].capital
    ):
        last = name_end(words, lexicon, first)
        last += _set_off(words, lexicon, last + 1)
        yield from _and_others(words, lexicon, first, last)
    elif _ordinary_given_name(words, lexicon, first):
        yield from _and_others(words, lexicon, first, first)


def _set_off(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether a surname stands between commas: "a therapist, gaspare, muti, before i came"."""
    if not words.joined(position) or not words.joined(position + 1):
        return False
    between = words[position].gap == words[position + 1].gap == ", "
    return between and lexicon.is_unheard(words.low(position)) and likely_name(words, lexicon, position)


def _listed(words: Words, lexicon: Lexicon, first: int) -> Iterator[Finding]:
    """Given names and rarer surnames of the lists, wherever they are said."""
    low = words.low(first)
    if is_clinical(words, first) or low in lexicon.wide_places or _is_acronym(words, first):
        return
    if lexicon.is_given_name(low):
        yield _person(words, first, name_end(words, lexicon, first), 0.75)
    elif low in lexicon.given_names and low not in STOPWORDS and low not in MONTHS:
        follows = words.joined(first + 1) and words[first + 1].gap == " "
        surname = follows and lexicon.is_surname(words.low(first + 1))
        if surname or (likely_name(words, lexicon, first) and words[first].capital):
            yield _person(words, first, name_end(words, lexicon, first), 0.7)
    elif lexicon.is_surname(low) and len(low) > 3 and likely_name(words, lexicon, first):
        yield _person(words, first, name_end(words, lexicon, first), 0.6)
    elif (
        lexicon.is_unheard(low)
        and len(low) > 3
        and words[first].capital
        and likely_name(words, lexicon, first)
    ):
        # A word that no list knows is a name more often than not; the model may know which kind.
        yield _person(words, first, name_end(words, lexicon, first), 0.45)


def _spelled(words: Words) -> Iterator[Finding]:
    """Like "s a r a h", "K-O-W-A-L double S", "b as in boy o b": letters that spell no abbreviation."""
    position = 0
    while position < len(words):
        letters, last = _letters_at(words, position)
        known = "".join(letters)
        telling = sum(letter not in "aio" for letter in letters)
        if (
            len(letters) >= 3
            and telling >= 2
            and known not in SPELLED
            and not _followed_by_number(words, last)
        ):
            yield _person(words, position, last, 0.8)
        position = last + 1 if letters else position + 1


def _followed_by_number(words: Words, last: int) -> bool:
    """Scales are spelled with a number after them: "p h q nine"."""
    return words.low(last + 1) in {"nine", "seven", "two", "five", "9", "7", "2", "5"}


def _letters_at(words: Words, first: int) -> tuple[list[str], int]:
    """The letters said from a word on, and the last word of them."""
    letters: list[str] = []
    position, last = first, first
    while position < len(words) and (not letters or words.joined(position)):
        said, used = letters_at(words, position)
        if not used:
            break
        letters += said
        position += used
        last = min(position, len(words)) - 1
    return letters, last
