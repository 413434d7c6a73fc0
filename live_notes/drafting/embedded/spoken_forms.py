"""Spoken forms written out before they are reported: "I'd not slept" is "I had not slept"."""

from __future__ import annotations

import re

_AFTER_HAD = (
    r"been|gone|got|had|slept|seen|done|taken|eaten|drunk|lost|left|felt|said|told|thought|found|forgotten|given"
    r"|written|woken|spoken|bought|brought|caught|kept|made|met|paid|sent|sat|stood|taught|known|grown|begun|fallen"
    r"|broken|chosen|driven|hidden|held|heard|become(?= (?:so|very|really|too))|\w{2,}(?<!need)ed"
)
_A_THING = (
    r"an?|no|the|my|some|any|nothing|two|three|four|five|six|seven|eight|nine|ten|a couple|a few"
    r"|loads of|lots of"
    r"|enough|plenty of|half"
)
_I = r"(?P<who>\b(?:i|he|she|they|we|it))"
_HAD = re.compile(
    rf"{_I}'d (?=(?:not |never |already |just |only |always |also |hardly )*(?:{_AFTER_HAD})\b)"
    rf"|\b(?P<owner>i|they|we)'d (?=(?:not |only |still )?(?:{_A_THING}) (?!rather\b|sooner\b|better\b))",
    re.IGNORECASE,
)
_HAVE = re.compile(rf"\b(?P<who>i|they|we)'ve (?=(?:still |only |also )?(?:{_A_THING})\b)", re.IGNORECASE)
_TAG = re.compile(
    r",\s+(?:like|you know|i mean|to be (?:[a-z]+ )?(?:fair|honest|frank|transparent|blunt|clear)"
    r"|if i'm honest|in fairness"
    r"|if you know what i mean|so it is"
    r"|you know what i mean|or whatever|or something|know what i mean|sort of thing|kind of thing|i swear)$"
    r"|^(?:to be (?:[a-z]+ )?(?:fair|honest|frank|transparent|blunt|clear)|if i'm (?:being )?honest"
    r"|in fairness|i mean|you know|look|see|honestly),\s+",
    re.IGNORECASE,
)
_LEFT = 3


def spelt_out(words: str) -> str:
    """The words with "had" and "have" for what surely stands for them, without the tags of talk."""
    plain = words.replace("’", "'")
    if "'d " in plain or "'ve " in plain:
        plain = _HAVE.sub(_have, _HAD.sub(_had, plain))
    return without_tags(plain)


def without_tags(words: str) -> str:
    """The words without "like", "you know" and "to be fair" at their ends."""
    body = words.rstrip(" .!")
    cut = _TAG.sub("", _TAG.sub("", body)).strip(" ,")
    return cut if cut != body and len(cut.split()) >= _LEFT else words


def _had(match: re.Match[str]) -> str:
    return f"{match['who'] or match['owner']} had "


def _have(match: re.Match[str]) -> str:
    return f"{match['who']} have "
