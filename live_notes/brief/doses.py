"""Drugs in a sentence and the doses that stand by them, exactly as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from live_notes.drafting.language.numbers import claimed_numbers
from live_notes.drafting.language.words import word_set
from live_notes.masking.clinical import DRUGS

_NOT_PRESCRIBED = word_set(
    "cannabis cocaine ecstasy hashish heroin kratom lsd marijuana mdma meth methamphetamine psilocybin thc"
    " nicotine bismol plan-b"
)
_NAMES = DRUGS - _NOT_PRESCRIBED
_ENDING = re.compile(
    r"[a-z]{3,}(?:azepam|zolam|oxetine|pramine|triptyline|idone|apine|piprazole|trigine|faxine|olol"
    r"|sartan|peridol"
    r"|barbital|statin|gabalin|pentin|phylline)\Z"
)
_NUMBER_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|twenty[- ]five|thirty"
    r"|thirty[- ]seven|forty|fifty|sixty|seventy|seventy[- ]five|eighty|ninety|(?:one |two |three |four "
    r"|five |six |a )?"
    r"hundred(?: and)?(?: (?:twelve|twenty[- ]five|fifty|seventy[- ]five))?)"
)
_UNIT = (
    r"(?:mg|mcg|µg|ug|micrograms?|milligrams?|grams?|g|ml|millilit(?:er|re)s?|units?|iu"
    r"|tablets?|pills?|caps(?:ules?)?|puffs?|drops?|patch(?:es)?)"
)
DOSE = re.compile(
    rf"\b(?P<number>\d+(?:[.,]\d+)*|{_NUMBER_WORDS})(?:\s*-\s*|\s*)(?P<unit>{_UNIT})\b(?!/(?:d?l|ml|kg)\b)",
    re.IGNORECASE,
)
_SAME_UNIT = {
    **dict.fromkeys(("mg", "milligram", "milligrams"), "mg"),
    **dict.fromkeys(("mcg", "µg", "ug", "microgram", "micrograms"), "mcg"),
    **dict.fromkeys(("g", "gram", "grams"), "g"),
    **dict.fromkeys(("ml", "milliliter", "milliliters", "millilitre", "millilitres"), "ml"),
}
_JOINS = re.compile(r"\s*(?:(?:tablets? |pills? )?of)?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_NAME = word_set(
    "of to from at on the a an by and or with is was daily dose doses about take taking takes took only now"
    " plus up down total every each for per another extra additional remaining same current started start"
    " increase increased decrease decreased reduce reduced continue continues medication new old"
)


@dataclass(frozen=True, repr=False)
class Dose:
    """A dose as written, and what it amounts to so that two can be compared."""

    written: str
    number: float
    unit: str

    def same_as(self, other: Dose) -> bool:
        """Whether both are the same amount."""
        return (self.number, self.unit) == (other.number, other.unit)


@dataclass(frozen=True, repr=False)
class Drug:
    """A drug a sentence names, in small letters, where, and the doses that stand by it, in order."""

    name: str
    place: int
    doses: tuple[Dose, ...]


def drugs_in(text: str) -> list[Drug]:
    """The drugs of a sentence. Doses belong to the name before them, or to the one that follows at once."""
    names = list(_names(text))
    doses = [(match.start(), match.end(), _dose(match)) for match in DOSE.finditer(text)]
    of: dict[str, list[Dose]] = {name: [] for _, _, name in names}
    places = {name: start for start, _, name in reversed(names)}
    for start, end, dose in doses:
        owner = _owner(names, start, end, text)
        if owner is not None:
            of[owner].append(dose)
    return [Drug(name, places[name], tuple(found)) for name, found in of.items()]


def doses_in(text: str) -> list[Dose]:
    """All doses of a sentence, whatever they are of."""
    return [_dose(match) for match in DOSE.finditer(text)]


def _names(text: str) -> Iterator[tuple[int, int, str]]:
    doses = [(match.start(), match.end()) for match in DOSE.finditer(text)]
    for match in _WORD.finditer(text):
        low = match.group().lower()
        if (
            low in _NAMES
            or _ENDING.match(low)
            or (low not in _NO_NAME and len(low) > 4 and _named_by_its_dose(match, doses, text))
        ):
            yield match.start(), match.end(), low


def _named_by_its_dose(word: re.Match[str], doses: list[tuple[int, int]], text: str) -> bool:
    """Whether an unknown word with a capital stands right before a dose: a new drug's name."""
    follows = any(0 < start - word.end() <= 2 for start, _ in doses)
    return follows and word.group()[:1].isupper() and word.start() > 0 and text[word.end()] in " ("


def _owner(names: list[tuple[int, int, str]], start: int, end: int, text: str) -> str | None:
    """Whose dose this is: "50 mg of X" and "50 mg X" are X's, else the last name before it."""
    for begin, _, name in names:
        if end <= begin and _JOINS.fullmatch(text[end:begin]):
            return name
    before = [name for begin, _, name in names if begin < start]
    if before:
        return before[-1]
    return names[0][2] if len(names) == 1 else None


def _dose(match: re.Match[str]) -> Dose:
    word, unit = match["number"], match["unit"].lower()
    digits = re.sub(r",(?=\d{3}\b)", "", word).replace(",", ".")
    number = (
        float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else max(claimed_numbers(word), default=0.0)
    )
    return Dose(match.group().strip(), number, _SAME_UNIT.get(unit, unit.rstrip("s")))
