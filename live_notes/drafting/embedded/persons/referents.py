"""What a spoken sentence points back at: "he said it would" says nothing where nobody has been named.

A pronoun is followed back only where it is certain: one person that it can stand for was named shortly
before, and nobody else. What a sentence points at must else be in the sentence before it, or it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.people_words import EITHER, KIN, MEN, WOMEN
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.verbs import ADVERBS, BASE, FINITE, PAST
from live_notes.drafting.language.words import STOP_WORDS, tokens, word_set
from live_notes.drafting.spec import Speaking

_NAMED = re.compile(
    r"\b(?P<whose>my|our|your) (?P<which>(?:(?:oldest|older|eldest|younger|youngest|little|big|best|step|late"
    r"|new|old|ex|teenage|twin|whole|two|three|other|good|close|own)[ -])*)(?P<who>[a-z-]+)\b(?!'s)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?<![\w'-])(?P<word>he|she|him|her|his|they|them|their|theirs|hers)(?:'(?:s|d|ll|re|ve))?(?![\w'-])",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\b(?:has|have|had|did|does|do|is|was|were|are|will|would|could|can|might|how's) "
    r"(?:that|this|it|those|these|they|them)\b(?! (?:a|an|the|your|any|okay|ok|all right|alright)\b)",
    re.IGNORECASE,
)
PERSONS = frozenset(("he", "him", "his", "she", "her", "hers"))
_HE, _SHE = word_set("he him his"), word_set("she her hers")
_POSSESSIVE_ONLY = word_set("his their")
_THING = re.compile(
    r"(?<![\w'-])(?P<word>it|this|that|these|those|them)(?P<ending>'(?:s|d|ll|re|ve))?(?![\w'-])",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"\bit(?:'s| is| was| has been|'s been| would be|'d be| will be|'ll be| can be| could be| might be| isn't"
    r"| wasn't| gets| got| became| seems| feels| felt| seemed| makes| made| doesn't make| hurts| helps"
    r"| kind of"
    r"| sort of| really| just| not|'s not| is not| definitely| probably| always| pretty| very| so| too| a"
    r"| an| the"
    r"| more| much| most| good| bad| only| me| us| sense| little| bit| idea| thing| lot| big| like)*"
    r" ?(?:[a-z]+ )?(?:to (?!me\b|us\b|him\b|her\b|them\b)[a-z]+|that (?:i|he|she|we|they|it|my|you"
    r"|there)\b|when\b"
    r"|if\b|for (?:me|us|him|her|them|my|people) to\b|because\b|[a-z]{3,}ing (?:\w+ ?){1,}|like (?:i|my"
    r"|we|he|she"
    r"|they|there|being)\b|as if\b|how\b|what\b|where\b|who\b)"
    r"|\bit(?:'s| is| was|'s been| has been)(?: just| been| about| almost| over| only| like| at least"
    r"| probably"
    r"| maybe)* (?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|a few"
    r"|a couple(?: of)?|so"
    r" many|several|many|time)\b(?: \w+)? ?(?:hours?|days?|weeks?|months?|years?|to|for)"
    r"|\bit (?:takes?|took|depends|turns out|seems like|feels like|looks like|was like i)\b"
    r"|\bit(?:'s| is| was)(?: so| very| too| really| getting)* (?:hot|cold|humid|dark|late|early|raining"
    r"|snowing"
    r"|christmas|summer|winter|spring|fall)\b",
    re.IGNORECASE,
)
"""An "it" that stands for nothing that was said before."""
_CLAUSE_OPENERS = word_set(
    "and but so because or then if when well i know think guess feel say said just even"
)
_BEFORE_A_THING = word_set("about of to with for on at how what why when where whether do did doing done")
_DOERS = word_set("i you he she it we they i'd i'll we'd we'll can could will would should to")
_NO_NOUN = (
    BASE - word_set("work drink sleep stress panic smoke")
    | PAST
    | FINITE
    | ADVERBS
    | word_set(
        "better good great bad hard nice fine okay sure able different happy sad mad angry scared afraid"
        " worried"
        " tired sorry glad pretty quite rather away back later early soon today yesterday tomorrow first"
        " last next"
        " own whole same real true wrong normal possible here there home always never sometimes"
        " everything anything"
        " something nothing thing things stuff everybody everyone somebody someone anyone doing going"
        " trying being"
        " having making taking getting feeling thinking saying looking supposed kinda gonna wanna gotta"
        " honestly"
        " long big small little old new high low easy ready willing fun weird crazy funny awesome cool"
        " interesting"
    )
)
_LEAST_OF_A_NOUN = 3
_REACH = 6
"""Units back in which a person may have been named."""


@dataclass(frozen=True)
class Named:
    """Somebody named in the conversation: "my brother", and by which unit."""

    phrase: str
    noun: str
    unit: Unit


@remembered
def points_at(words: str) -> str:
    """The first pronoun for somebody or something that the words do not name themselves; empty for none."""
    found = _person_at(words) or _thing_at(words)
    return "" if found is None else found["word"].lower()


def points_back(words: str) -> bool:
    """Whether the words stand for somebody or something that they do not name themselves."""
    return bool(points_at(words))


@remembered
def asks_of_it(question: str) -> bool:
    """Whether a question asks about something that it only points at: "how did that go?"."""
    return points_back(question) or bool(_OF_IT.search(question))


def points_at_a_thing(words: str) -> bool:
    """Whether an "it" or "that" is in the words which stands for nothing that they name."""
    return _thing_at(words) is not None


def can_be(pronoun: str, text: str) -> bool:
    """Whether a sentence names anybody, or anything, that a pronoun in the next one may stand for."""
    said = [word.lower().removesuffix("'s") for word in tokens(text)]
    if pronoun in {"he", "him", "his", "she", "her", "hers"}:
        return any(word in _nouns_of(pronoun) or word.startswith("[person") for word in said)
    if pronoun in {"they", "them", "their", "theirs"}:
        return any(_may_be_several(word) and word not in STOP_WORDS for word in said)
    return any(_is_noun(word) for word in said)


def resolved(unit: Unit, units: Sequence[Unit]) -> tuple[Unit, Unit | None]:
    """The unit with the person named whom it points at, and the unit that names them, where it is sure."""
    at = _person_at(unit.words)
    if at is None:
        return unit, None
    pronoun = at["word"].lower()
    if pronoun.startswith("the"):
        return unit, None  # whoever "they" are, is as often somebody who was never named
    named = _one_named(pronoun, unit, units)
    if named is None:
        return unit, None
    words = _with_name(unit.words, at, named.phrase)
    return (unit, None) if words is None else (replace(unit, words=words), named.unit)


def _person_at(words: str) -> re.Match[str] | None:
    """The first pronoun for somebody whom nothing before it in the same words names."""
    for match in _PRONOUN.finditer(words):
        before = [word.lower().removesuffix("'s") for word in tokens(words[: match.start()])]
        if match["word"].lower() in {"they", "them", "their", "theirs"}:
            if any(_may_be_several(word) for word in before):
                return None
        elif any(word in KIN or word.startswith("[person") for word in before) or _has_name(
            words[: match.start()]
        ):
            return None
        return match
    return None


def _may_be_several(word: str) -> bool:
    return word in KIN or (word.endswith("s") and _is_noun(word)) or word.startswith("[")


def _has_name(before: str) -> bool:
    return any(word[:1].isupper() and word.lower() not in STOP_WORDS for word in tokens(before)[1:])


def _thing_at(words: str) -> re.Match[str] | None:
    """The first "it" or "that" for which nothing before it in the same words can stand."""
    free = [match.span() for match in _NO_THING.finditer(words)]
    for match in _THING.finditer(words):
        if any(start <= match.start() < end for start, end in free):
            continue
        if not _stands_for_a_thing(words, match):
            continue
        before = [word.lower() for word in tokens(words[: match.start()])]
        named = any(_is_noun(word) and last not in _DOERS for last, word in pairwise(["", *before]))
        return None if named else match
    return None


def _stands_for_a_thing(words: str, match: re.Match[str]) -> bool:
    """Whether "that" is a thing here, and neither joins a clause nor goes with the noun behind it."""
    if match["word"].lower() in {"it", "them"} or match["ending"]:
        return True
    before, after = tokens(words[: match.start()]), tokens(words[match.end() :])
    following = after[0].lower() if after else ""
    ends = not following or words[match.end() : match.end() + 1] in {",", ".", ";", "!", "?"}
    acts = (
        following in ADVERBS
        or following in PAST
        or following in {"is", "are", "has", "have", "does", "doesn't"}
    )
    acts = (
        acts
        or following in FINITE
        or following.endswith("ed")
        or following in {"isn't", "and", "but", "so", "because", "as", "in", "on", "at"}
    )
    if not (ends or acts):
        return False
    last = before[-1].lower() if before else ""
    return (
        ends
        or not last
        or last in _CLAUSE_OPENERS
        or match["word"].lower() != "that"
        or last in _BEFORE_A_THING
    )


def _is_noun(word: str) -> bool:
    """Whether a word may name a thing: nothing that only joins, does, or tells how."""
    if word.startswith("["):
        return True
    if word in STOP_WORDS or word in _NO_NOUN or "'" in word or len(word) < _LEAST_OF_A_NOUN:
        return False
    return not word.endswith(("ly", "ed"))


def _one_named(pronoun: str, unit: Unit, units: Sequence[Unit]) -> Named | None:
    """The one person named shortly before whom the pronoun can stand for; None for two, or none."""
    found: dict[str, Named] = {}
    for before in reversed(units[max(0, unit.index - _REACH) : unit.index]):
        if before.speaking not in {Speaking.CLIENT, Speaking.CLINICIAN}:
            return None
        if before.speaking is Speaking.CLIENT and before.speaker != unit.speaker:
            return None
        if _others(before.words, pronoun) or (found and _speaks_of(before.words, pronoun)):
            return None  # somebody else, or whoever was spoken of before anybody was named
        asked = before.speaking is Speaking.CLINICIAN and before.question and before.turn == unit.turn - 1
        for match in _NAMED.finditer(before.words):
            noun = match["who"].lower()
            if noun not in _nouns_of(pronoun):
                continue
            if before.speaking is not Speaking.CLIENT and not asked:
                return None  # "your brother": whoever is meant, the client has not said so
            if match["whose"].lower() != ("your" if asked else "my"):
                continue
            if _speaks_of(before.words[: match.start()], pronoun):
                return None  # "he's like my father": he was spoken of before
            phrase = f"my {match['which']}{noun}".lower()
            found.setdefault(noun, Named(phrase, noun, before))
    return next(iter(found.values())) if len(found) == 1 else None


def _speaks_of(words: str, pronoun: str) -> bool:
    """Whether a pronoun of the same kind stands in the words."""
    same = _HE if pronoun in _HE else _SHE
    return any(match["word"].lower() in same for match in _PRONOUN.finditer(words))


def _others(words: str, pronoun: str) -> bool:
    """Whether somebody is named, by name or without "my", for whom the pronoun may stand as well."""
    if "[PERSON" in words or _has_name(words):
        return True
    loose = _NAMED.sub(" ", words)
    return any(word.lower() in _nouns_of(pronoun) for word in tokens(loose))


def _nouns_of(pronoun: str) -> frozenset[str]:
    if pronoun in {"he", "him", "his"}:
        return MEN | EITHER
    return WOMEN | EITHER


_AFTER_HER = word_set(
    "to for and but so because that about if when in on at with as or like off out up down back"
)


def _with_name(words: str, at: re.Match[str], phrase: str) -> str | None:
    """The words with the name in place of the pronoun; None where its form leaves the case open."""
    low, rest = at["word"].lower(), words[at.end() :]
    ending = at.group()[len(at["word"]) :]
    if low in {"theirs", "hers"}:
        return None
    following = tokens(rest)[0].lower() if tokens(rest) else ""
    owns = low in _POSSESSIVE_ONLY or (
        low == "her"
        and bool(following)
        and following not in _AFTER_HER
        and not rest.startswith((",", ".", ";"))
    )
    said = (
        f"{phrase}'{'' if phrase.endswith('s') else 's'}"
        if owns
        else f"{phrase}{_SPELT.get(ending.lower(), '')}"
    )
    if ending and low == "they" and ending.lower() == "'s":
        return None
    if ending.lower() in {"'s", "'d"}:
        return None if ending.lower() == "'d" else f"{words[: at.start()]}{phrase}'s{rest}"
    return f"{words[: at.start()]}{said}{rest}"


_SPELT = {"'ll": " will", "'re": " are", "'ve": " have"}
