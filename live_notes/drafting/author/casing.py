"""A text typed in capitals, written as one reads it; and "i" where "I" is meant."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

_ABBREVIATIONS = word_set(
    "si hi shi sib nssi avh cbt dbt emdr act ifs mi erp cpt pe ba phq gad pcl mdd ptsd ocd adhd add mse"
    " rtc hw"
    " nv iop php aa na thc ssri snri bid tid qhs prn po uds cssrs ssrs bp hr pcp er icu ekg iep cps aps dv"
    " ipv"
    " bpd asd odd suds sud voc nc pc tx dx hx rx sx wnl roi ekg"
)
_FIRST = word_set("adhd mdd ptsd ocd gad cbt dbt emdr erp phq pcl avh iop emdr bpd dbt ssri")
_LETTERS = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\[[A-Z_\d]+\]|[A-Za-z][A-Za-z'’]*(?:-[A-Za-z\d]+)*|[A-Za-z]*\d[\w/-]*")
_LEAST_LETTERS = 12


def is_shouted(text: str) -> bool:
    """Whether a text of more than a few words stands in capitals."""
    letters = _LETTERS.findall(re.sub(r"\[[A-Z_\d]+\]", "", text))
    return len(letters) >= _LEAST_LETTERS and sum(one.isupper() for one in letters) >= len(letters) * 0.9


def spoken_softly(text: str) -> str:
    """A text of a shouted whole in small letters; abbreviations, codes and placeholders stay as they are."""
    return _WORD.sub(lambda match: _small(match.group()), text)


def _small(word: str) -> str:
    plain = word.lower().split("-")[0].split("/")[0]
    if word[0] == "[" or plain in _ABBREVIATIONS or any(mark.isdigit() for mark in word) or word == "I":
        return word if not word[0].isdigit() else word.lower()
    return word.lower()


def begun(text: str) -> str:
    """The text; what it begins with in capitals where that can only be an abbreviation: "adhd, improving"."""
    first = re.match(r"[a-z]+(?=[\s,.;:-]|$)", text)
    return text[: first.end()].upper() + text[first.end() :] if first and first.group() in _FIRST else text
