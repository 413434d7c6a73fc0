"""Numbers and units as records have them: "twenty five milligrams" is "25 mg". Quotations stay as spoken."""

from __future__ import annotations

import re

from live_notes.drafting.language.numbers import plain_number, with_decimals

_QUOTED = re.compile(r"(\"[^\"]*\")")
_WORD = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_NO_AMOUNT = r"(?<!\bthose )(?<!\bthese )(?<!\bus )(?<!\byou )(?<!\bhalf )"
"""Not behind these: "those two" counts nothing, it points; "half two" is an hour."""
_RUN = re.compile(
    rf"\b{_NO_AMOUNT}{_WORD}(?:(?:[ -]| and ){_WORD})*\b(?!-)(?! (?:{_ORDINAL}|ones)\b)",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(r" of (?:them|us|you)\b", re.IGNORECASE)
"""Behind a number that counts people, and stays a word: "the two of them"."""
_UNITS = (
    (re.compile(r"(?<=\d )milligrams?\b", re.IGNORECASE), "mg"),
    (re.compile(r"(?<=\d )micrograms?\b", re.IGNORECASE), "mcg"),
    (re.compile(r"(?<=\d) percent\b", re.IGNORECASE), "%"),
)


def in_figures(text: str) -> str:
    """The text with its plain numbers in figures and its doses in the usual units.

    "one" stays a word, for it is more often none; and so does what can be read in two ways ("one forty").
    """
    return "".join(piece if piece.startswith('"') else _unquoted(piece) for piece in _QUOTED.split(text))


def _unquoted(text: str) -> str:
    plain = _RUN.sub(_figure_at, with_decimals(text))
    for unit, short in _UNITS:
        plain = unit.sub(short, plain)
    return plain


def _figure_at(run: re.Match[str]) -> str:
    return run.group() if _OF_PEOPLE.match(run.string, run.end()) else _figure(run.group())


def _figure(run: str) -> str:
    value = plain_number(run)
    return run if value is None or value == 1 else f"{value:,}" if value >= 10_000 else str(value)
