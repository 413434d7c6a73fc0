"""Names of the roster, as recognition may have heard them: exact, misspelt, or alike in sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import jellyfish
from rapidfuzz.distance import OSA, JaroWinkler

from live_notes.masking.clinical import is_clinical
from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import KIN, STOPWORDS, TITLES
from live_notes.masking.roster import Roster
from live_notes.masking.spoken.spelling import spelling_of
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

_LEAST_FUZZY = 4
"""Shorter parts must be heard exactly: nearly every word is one letter from "Li" or "Bo"."""

_LEAST_SPELT = 3
"""Shorter words are no other spelling of a name."""

_LIKENESS = 0.88
"""Jaro-Winkler likeness from which a spelling counts as the same name."""

_LIKENESS_BEHIND = 0.8
"""As `_LIKENESS`, for a family name right behind its given name."""

_AFTER_A_CALL = frozenset(
    {"what", "how", "when", "where", "why", "can", "could", "do", "did", "would", "tell", "let's", "pull"}
)
"""What follows where a sentence begins with somebody's name."""

_AFTER_A_NAME = frozenset({"is", "was", "has", "had", "said", "says", "and", "who"})
"""What follows a whole name, and no auxiliary verb."""

_ALSO_EXCLAIMED = frozenset({"jesus"})
"""A name of the roster that is masked also where it may be an exclamation."""

_NO_NAME_TAGS = frozenset({"AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "VERB", "ADV", "INTJ"})
"""Parts of speech in which a name that is also a word ("Will", "Grace") is the word."""


_GREETED = frozenset({"hi", "hello", "hey", "dear", "named", "called"})
_TITLES_OF_ADDRESS = frozenset({"mr", "ms", "mrs", "dr", "doctor", "miss", "professor"})
_ONLY_TITLES = frozenset({"mr", "ms", "mrs", "dr"})
"""Titles that are no other word."""
_BEFORE_THESE_A = frozenset("bcdfgjklpqtvwyz")
"""Sounds before which an article is "a": "an pull yourself together" calls Ann."""
_BEFORE_NAME = frozenset({"thanks", "with", "told", "saw", "asked", "about", "from"})
"""After these an everyday word of the roster is the name."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of somebody's name, ready to be compared."""

    person: int
    low: str = field(repr=False)
    sounds: frozenset[str] = field(repr=False)
    spelt: str = field(repr=False)
    family: bool = False


class RosterNames:
    """The roster's names prepared for matching; made once per analysis."""

    def __init__(self, roster: Roster) -> None:
        self._parts = tuple(_parts(roster))
        self._exact: dict[str, int] = {}
        self._spelt: dict[str, int] = {}
        self._initials: dict[str, int] = {}
        """Family names by their first letter, as after a title: "Ms. O"."""
        for part in self._parts:
            self._exact.setdefault(part.low, part.person)
            self._spelt.setdefault(part.spelt, part.person)
        for person, name in enumerate(roster.names):
            last = Words(_spoken_order(name.name))
            if len(last) > 1 and last.low(len(last) - 1)[:1].isalpha():
                self._initials.setdefault(last.low(len(last) - 1)[0], person)

    def find(self, words: Words, lexicon: Lexicon) -> Iterator[Finding]:
        """Runs of words that name somebody of the roster."""
        position = 0
        while position < len(words):
            person = self._named(words, lexicon, position)
            if person is None:
                position += 1
                continue
            last = position
            while words.joined(last + 1) and self._goes_on(words, lexicon, last + 1, person):
                last += 1
            first, bearer = self._from_the_given_name(words, lexicon, position, person)
            yield Finding(*words.find(first, last), Entity.PERSON, 1.0, bearer)
            position = last + 1
        yield from self._spelled(words)

    def _named(self, words: Words, lexicon: Lexicon, position: int) -> int | None:
        low = words.low(position)
        exact = self._exact.get(low)
        if exact is not None:
            stands = _stands_as_name(words, lexicon, position) or _opens_a_call(words, position)
            return exact if stands or self._family_follows(words, position, exact) else None
        if words.low(position - 1) in TITLES and (titled := self._titled(low)) is not None:
            return titled
        if words.low(position - 1) in TITLES and 1 < len(low) <= _LEAST_SPELT and low not in STOPWORDS:
            return self._short_title(low, lexicon)
        if len(low) < _LEAST_SPELT or (is_clinical(words, position) and not lexicon.is_unheard(low)):
            return self._called_ann(words, position) if low == "an" else None
        if lexicon.is_ordinary(low):
            return self._misheard(words, position)
        unheard = lexicon.is_unheard(low)
        return next(
            (part.person for part in self._parts if _alike(low, part) or (unheard and _short(low, part))),
            None,
        )

    def _short_title(self, low: str, lexicon: Lexicon) -> int | None:
        """Whose family name a word of two or three letters behind a title is, unless it is a name itself."""
        if low in lexicon.surnames or low in lexicon.given_names:
            return None
        short = (part for part in self._parts if part.family and len(part.low) <= _LEAST_SPELT)
        alike = (
            part for part in short if _near(low, part) or (len(low) < _LEAST_SPELT and low[0] == part.low[0])
        )
        return next((part.person for part in alike), None)

    def _called_ann(self, words: Words, position: int) -> int | None:
        """Who Ann is where no article "an" can stand."""
        if not words.joined(position + 1) or words.low(position + 1)[:1] not in _BEFORE_THESE_A:
            return None
        return next((part.person for part in self._parts if part.low in {"ann", "anne"}), None)

    def _titled(self, low: str) -> int | None:
        """Whose family name this is after a title: its first letter, or the name but for doubled ones."""
        spelt = (
            part.person for part in self._parts if part.family and _undoubled(low) == _undoubled(part.low)
        )
        return self._initials.get(low, next(spelt, None))

    def _misheard(self, words: Words, position: int) -> int | None:
        """Whom an everyday word names where somebody is called, or right before their family name."""
        low = words.low(position)
        if low in STOPWORDS:
            return self._sounds_like(words, position)
        called, opens = _called(words, position), _opens_a_call(words, position)
        if words.tag(position) == "VERB" and not _may_be_called(words, position):
            return None
        if words.low(position - 1) in _TITLES_OF_ADDRESS and (whose := self._titled_alike(low)) is not None:
            return whose
        if not (called or opens or words.joined(position + 1)):
            return None
        off = called or opens
        brief = called and low not in KIN
        near = (
            part
            for part in self._parts
            if _alike(low, part) or (off and _one_off(low, part)) or (brief and _short(low, part))
        )
        person = next((part.person for part in near), None)
        if person is None or called or self._family_follows(words, position, person):
            return person
        sounds = sounds_of(low)
        given = [part for part in self._parts if not part.family and part.low[0] == low[0]]
        return (
            person if opens and any(sounds & part.sounds or _one_off(low, part) for part in given) else None
        )

    def _titled_alike(self, low: str) -> int | None:
        """Whose family name an everyday word behind a title is: one letter off."""
        families = (part for part in self._parts if part.family and len(part.low) >= _LEAST_FUZZY)
        alike = (part for part in families if low[0] == part.low[0] and OSA.distance(low, part.low) == 1)
        return next((part.person for part in alike), None)

    def _sounds_like(self, words: Words, position: int) -> int | None:
        """Whom a word that is hardly ever a name sounds like: called, titled, or before their family name."""
        sounds = sounds_of(words.low(position))
        if words.low(position - 1) in _ONLY_TITLES:
            return next((part.person for part in self._parts if part.family and sounds & part.sounds), None)
        ends = _called(words, position) and words.breaks_before(position + 1)
        return next(
            (
                part.person
                for part in self._parts
                if not part.family
                and sounds & part.sounds
                and (ends or self._family_follows(words, position, part.person))
            ),
            None,
        )

    def _family_follows(self, words: Words, position: int, person: int) -> bool:
        """Whether another part of the person's name is said next."""
        after = words.low(position + 1)
        if not after or not words.joined(position + 1) or after == words.low(position):
            return False
        return person in {self._exact.get(after), self._spelt.get(spelling_of(after))} or any(
            part.person == person and part.family and (_alike(after, part) or _ends_alike(after, part, 1))
            for part in self._parts
        )

    def _from_the_given_name(
        self, words: Words, lexicon: Lexicon, position: int, person: int
    ) -> tuple[int, int | None]:
        """Where the name begins and whose: "J. Smith" is the person, "Sarah Smith" another of the family."""
        low, before = words.low(position), words.low(position - 1)
        if position == 0 or not any(
            part.person == person and part.family and _alike(low, part) for part in self._parts
        ):
            return position, person
        if len(before) == 1 and words[position].gap in {" ", ". "}:
            theirs = any(part.person == person and part.low[0] == before for part in self._parts)
            return (position - 1, person) if theirs else (position, person)
        if words[position].gap == " " and lexicon.is_given_name(before):
            return position - 1, None
        return position, person

    def _goes_on(self, words: Words, lexicon: Lexicon, position: int, person: int) -> bool:
        """Whether the name of `person` goes on; there an ordinary word may be a surname misheard."""
        low = words.low(position)
        if person in {self._exact.get(low), self._spelt.get(spelling_of(low))}:
            # "mark may come" is of Mark May, "owen cant is" of Owen Cant.
            return words.tag(position) != "AUX" or words.low(position + 1) in _AFTER_A_NAME
        if self._named(words, lexicon, position) == person:
            return True
        if low in STOPWORDS:
            return False
        if len(low) < _LEAST_FUZZY:
            return any(part.person == person and part.family and _near(low, part) for part in self._parts)
        theirs = [part for part in self._parts if part.person == person]
        if any(part.family and low[0] == part.low[0] and sounds_of(low) & part.sounds for part in theirs):
            return True  # "katherine read" is Katherine Reed, whatever "read" is else
        unheard = lexicon.is_unheard(low)
        acts = lexicon.is_ordinary(low) and words.tag(position) in _NO_NAME_TAGS
        return not acts and any(
            _alike(low, part)
            or _ends_alike(low, part, 2 if unheard else 1)
            or (unheard and _begins_alike(low, part))
            for part in theirs
        )

    def _spelled(self, words: Words) -> Iterator[Finding]:
        """A name said letter by letter."""
        first = 0
        while first < len(words):
            last = first
            while last + 1 < len(words) and len(words.low(last)) == 1 == len(words.low(last + 1)):
                last += 1
            letters = "".join(words.low(step) for step in range(first, last + 1))
            person = self._exact.get(letters)
            if person is not None and last - first >= 2:
                yield Finding(*words.find(first, last), Entity.PERSON, 1.0, person)
            first = last + 1


def _parts(roster: Roster) -> Iterator[_Part]:
    for person, name in enumerate(roster.names):
        for variant in name.variants:
            given: set[str] = set()
            words = [word.low for word in Words(_spoken_order(variant))]
            for place, low in enumerate(words):
                family_name = place > 0 and place == len(words) - 1
                title = low in TITLES and not family_name  # somebody may be called Pastor
                if len(low) > 1 and not title and low not in {"and", "the"}:
                    given.add(low)
                    yield _Part(person, low, sounds_of(low), spelling_of(low), family=len(given) > 1)


def _spoken_order(name: str) -> str:
    """A name written family name first, as it is said: "Smith, John" is John Smith."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma else name


def sounds_of(low: str) -> frozenset[str]:
    """Phonetic codes of a folded word; letters only."""
    letters = "".join(letter for letter in low if letter.isalpha() and letter.isascii())
    if len(letters) < 3:
        return frozenset()
    return frozenset({f"m:{jellyfish.metaphone(letters)}", f"n:{jellyfish.nysiis(letters)}"})


def _alike(low: str, part: _Part) -> bool:
    spelt_alike = spelling_of(low) == part.spelt or _undoubled(low) == _undoubled(part.low)
    if min(len(low), len(part.low)) >= _LEAST_SPELT and spelt_alike:
        return True
    if min(len(low), len(part.low)) < _LEAST_FUZZY or abs(len(low) - len(part.low)) > 3:
        return False
    closeness = JaroWinkler.similarity(low, part.low)
    if closeness >= _LIKENESS and OSA.distance(low, part.low) <= max(1, len(part.low) // 4):
        return True
    # Alike in sound, but not another common name: "Kristin" is not "Kirsten" said wrong, "Itha" is "Eatha".
    return closeness >= 0.6 and bool(sounds_of(low) & part.sounds)


def _undoubled(low: str) -> str:
    """A word with each letter once where it is doubled: "anne" and "ane"."""
    return re.sub(r"(.)\1", r"\1", low)


def _begins_alike(low: str, part: _Part) -> bool:
    """Whether a word that no list knows may be the family name misheard, right behind the given one."""
    return part.family and low[0] == part.low[0] and JaroWinkler.similarity(low, part.low) >= _LIKENESS_BEHIND


def _ends_alike(low: str, part: _Part, most: int) -> bool:
    """Whether a word begins, ends and goes much as the family name does, right behind the given one."""
    ends = low[0] == part.low[0] and low[-1] == part.low[-1] and abs(len(low) - len(part.low)) <= 1
    most = most if len(low) > _LEAST_FUZZY else 1
    return part.family and ends and OSA.distance(low, part.low) <= most


def _short(low: str, part: _Part) -> bool:
    """Whether a word that no list knows is a name of three letters, one of them misheard: "efa", "lus"."""
    return not part.family and _near(low, part)


def _near(low: str, part: _Part) -> bool:
    """Whether two names of three letters begin alike and differ in one letter at most."""
    same = len(low) == len(part.low) == _LEAST_SPELT and low[0] == part.low[0]
    return same and OSA.distance(low, part.low) <= 1


def _one_off(low: str, part: _Part) -> bool:
    """Whether a word is a given name but for one letter behind the first."""
    given = not part.family and len(part.low) >= _LEAST_FUZZY
    return given and low[0] == part.low[0] and OSA.distance(low, part.low) == 1


def _called(words: Words, position: int) -> bool:
    """Whether somebody is greeted, named or has a title right here: "hi …", "good to see you …"."""
    while True:
        if words.low(position - 1) in {"um", "uh", "er", "like"}:
            position -= 1
        elif (words.low(position - 2), words.low(position - 1)) == ("you", "know"):
            position -= 2
        else:
            break
    before, two = words.low(position - 1), words.low(position - 2)
    return (
        before in TITLES | _GREETED
        or (before == "you" and two in {"see", "meet", "thank"})
        or (before == "is" and two == "name")
    )


def _may_be_called(words: Words, position: int) -> bool:
    """Whether what looks like a verb may be a name: "hi carry how are you", not "join what you can"."""
    if words.low(position - 1) in TITLES:
        return True
    asked = words.low(position + 1) in _AFTER_A_CALL and words.low(position + 2) not in {
        "you",
        "i",
        "we",
        "it",
    }
    return asked or words.breaks_before(position + 1)


def _opens_a_call(words: Words, position: int) -> bool:
    """Whether a sentence begins by calling somebody: "mark what went through your mind"."""
    begins = words.breaks_before(position) or words.low(position - 1) in {"says", "said"}
    if not begins or words.low(position + 1) not in _AFTER_A_CALL:
        return False
    return words.low(position) not in STOPWORDS or "," in words[position + 1].gap


def _stands_as_name(words: Words, lexicon: Lexicon, position: int) -> bool:
    """Whether an exact match is the name rather than the everyday word."""
    low = words.low(position)
    if not lexicon.is_ordinary(low) or low in _ALSO_EXCLAIMED:
        return True
    if words[position].capital and not words.breaks_before(position):
        return True
    if low in STOPWORDS or words.breaks_before(position):
        return _addressed(words, position) or (
            low not in STOPWORDS and words.tag(position) not in _NO_NAME_TAGS
        )
    return words.tag(position) not in _NO_NAME_TAGS or _addressed(words, position)


def _addressed(words: Words, position: int) -> bool:
    return words.low(position - 1) in _BEFORE_NAME or _called(words, position)
