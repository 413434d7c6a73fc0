"""A written line as a recogniser would put it: lower case, few marks, numbers as words, names misspelt.

Made from what recognisers do with identifiers, not copied from one: digits are said one by one, in pairs or
as numbers, with "oh" and "double"; an address for mail is spelt with "at" and "dot"; a name that is in no
dictionary comes out as one that sounds alike. Every choice is drawn from the seed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.masking.labelled import Labelled

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SIGNS = {"@": " at ", ".": " dot ", "-": " dash ", "/": " slash ", "_": " underscore ", ":": " colon "}
_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("ee", "ea"), ("ie", "y"), ("ei", "ai"), ("ay", "ai"),
    ("sch", "sh"),
    ("c", "k"), ("z", "s"), ("y", "i"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("ss", "s"), ("ow", "au"),
    ("ou", "ow"), ("er", "ar"), ("son", "sen"), ("v", "f"), ("w", "v"), ("j", "g"), ("qu", "kw"), ("x", "ks"),
)  # fmt: skip
"""Spellings that sound alike, or nearly, in English."""

NAMES = frozenset({"PERSON", "ROSTER"})
COUNTED = frozenset({"AGE", "DATE"})
"""Kinds whose numbers are said as numbers, not digit by digit."""
SPELT = frozenset({"EMAIL_ADDRESS", "URL", "IP_ADDRESS"})


@dataclass(frozen=True, slots=True)
class Style:
    """How a recogniser writes. `cased`: it keeps capitals and marks; shares are from 0 to 1."""

    cased: bool = False
    digits_kept: bool = False
    misspelt: float = 0.3
    fillers: float = 0.1


STYLES = {
    "plain": Style(),
    "cased": Style(cased=True, digits_kept=True),
    "clean": Style(misspelt=0.0, fillers=0.0),
    "spoken": Style(cased=True, misspelt=0.0, fillers=0.0),
}
"""`plain`: all in small letters; `cased`: as Whisper writes; `clean`: small letters, none misspelt; `spoken`:
with capitals and marks, and numbers as words, to be read out."""


def as_heard(one: Labelled, random: Random, style: Style = STYLES["plain"]) -> Labelled:
    """A line as it would be heard, with its labels where they are now."""
    text, spans, at = "", [], 0
    for kind, start, end in one.spans:
        text = _joined(text, _words(one.text[at:start], random, style))
        before = len(text) + bool(text)
        text = _joined(text, _identifier(kind, one.text[start:end], random, style))
        spans.append((kind, min(before, len(text)), len(text)))
        at = max(at, end)
    text = _joined(text, _words(one.text[at:], random, style))
    return Labelled(text, tuple(spans), one.session, one.roster)


def _identifier(kind: str, text: str, random: Random, style: Style) -> str:
    if kind in NAMES:
        words = [
            _misspelt(word, random) if random.random() < style.misspelt else word for word in text.split()
        ]
        return " ".join(words) if style.cased else " ".join(words).lower()
    if kind in SPELT:
        if style.digits_kept and random.random() < 0.5:
            return text
        return _digits("".join(_SIGNS.get(sign, sign) for sign in text.lower()), random, _one_by_one)
    if style.digits_kept:
        return text
    if kind in COUNTED:
        return _digits(_bare(text), random, _as_number)
    said = " ".join(_letters_apart(word) for word in _bare(text).split())
    return _digits(said, random, random.choice((_one_by_one, _one_by_one, _in_pairs)))


def _letters_apart(word: str) -> str:
    """The letters of a code, as they are said: "abc123" is "a b c 123"."""
    if not any(sign.isdigit() for sign in word):
        return word
    return " ".join(re.findall(r"\d+|[^\d]", word))


def _words(text: str, random: Random, style: Style) -> str:
    if style.cased:
        return text.strip()
    said = _digits(_bare(text), random, _as_number).split()
    if said and random.random() < style.fillers:
        said.insert(random.randrange(len(said) + 1), random.choice(("um", "uh", "like", "you know")))
    return " ".join(said)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w' ]+", " ", text.lower()).split())


def _digits(text: str, random: Random, said: Callable[[str, Random], str]) -> str:
    return " ".join(re.sub(r"\d+", lambda run: f" {said(run[0], random)} ", text).split())


def _one_by_one(run: str, random: Random) -> str:
    words: list[str] = []
    at = 0
    while at < len(run):
        if run[at : at + 2] == run[at] * 2 and random.random() < 0.25:
            words += ["double", _UNITS[int(run[at])]]
            at += 2
            continue
        words.append("oh" if run[at] == "0" and random.random() < 0.5 else _UNITS[int(run[at])])
        at += 1
    return " ".join(words)


def _in_pairs(run: str, random: Random) -> str:
    if len(run) < 4 or len(run) % 2:
        return _one_by_one(run, random)
    pairs = [run[at : at + 2] for at in range(0, len(run), 2)]
    return " ".join(
        _one_by_one(pair, random) if pair[0] == "0" else _below_hundred(int(pair)) for pair in pairs
    )


def _as_number(run: str, random: Random) -> str:
    number = int(run)
    if len(run) > 4 or (len(run) > 1 and run[0] == "0"):
        return _one_by_one(run, random)
    if 1900 <= number < 2100:
        return _in_pairs(run, random) if number % 100 > 9 else _as_thousands(number)
    return _as_thousands(number)


def _as_thousands(number: int) -> str:
    if number < 100:
        return _below_hundred(number)
    unit, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" {_as_thousands(number % unit)}" if number % unit else ""
    return f"{_below_hundred(number // unit)} {name}{rest}"


def _below_hundred(number: int) -> str:
    if number < 20:
        return (*_UNITS, *_TEENS)[number]
    return _TENS[number // 10] + (f" {_UNITS[number % 10]}" if number % 10 else "")


def _misspelt(word: str, random: Random) -> str:
    """A spelling that sounds alike, at one place; the word as it is where none is known."""
    lowered = word.lower()
    found = [(one, other) for pair in _SOUNDS for one, other in (pair, pair[::-1]) if one in lowered[1:]]
    if not found:
        return word
    one, other = random.choice(found)
    at = lowered.index(one, 1)
    return word[:at] + other + word[at + len(one) :]


def _joined(one: str, two: str) -> str:
    return f"{one} {two}" if one and two else one or two
