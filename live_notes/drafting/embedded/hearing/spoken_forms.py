"""Spoken forms written out before they are reported: "I'd not slept" is "I had not slept"."""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import BASE

_AFTER_HAD = (
    r"been|gone|got|had|slept|seen|done|taken|eaten|drunk|lost|left|felt|said|told|thought|found"
    r"|forgotten|given"
    r"|written|woken|spoken|bought|brought|caught|kept|made|met|paid|sent|sat|stood|taught|known|grown"
    r"|begun|fallen"
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
_AINT = re.compile(
    rf"{_I} ain't (?=(?:(?P<done>been|got|gone|had|seen|done|slept|eaten|ate|taken|took|heard|spoken"
    rf"|drunk|smoked"
    rf"|missed|used|called|touched|talked)|(?P<verb>[a-z]+))\b(?P<rest>[^,;]*))",
    re.IGNORECASE,
)
"""African American English: "I ain't call her" is of the past, "I ain't been sleeping" of the time since."""
_CONCORD = re.compile(r"\b(?:no|nothing|nobody|none|never|nowhere|neither)\b", re.IGNORECASE)
"""A second negation that only strengthens the first: such a sentence stays as it was said."""
_NO_VERB = frozenset(
    ["right", "clear", "clean", "open", "free", "calm", "well", "sure", "cool", "about", "near", "like"]
)
_SCOTS = re.compile(
    r"(?P<verb>\b(?:i'm|i've|it's|he's|she's|they're|they've|we're|we've|you're|you've|am|is|are|was|were"
    r"|have|has|had)) no "
    r"(?=(?:been|said|done|got|had|seen|gone|slept|eaten|told|sure|well|right|bad|able|happy|keen|ready"
    r"|daft|long"
    r"|(?!(?:meet|feel|th|noth|mean|warn|wedd|even|morn|build|train|park|hear|read|book|open|end|sav)ing\b)"
    r"[a-z]+ing|(?!need|bed|shed|speed)[a-z]{3,}ed)\b(?! (?:matter|way)\b))",
    re.IGNORECASE,
)
"""Scots: "I've no been sleeping" is "I have not been sleeping"."""
_TAG = re.compile(
    r",\s+(?:like|you know|i mean|to be (?:[a-z]+ )?(?:fair|honest|frank|transparent|blunt|clear)"
    r"|if i'm honest|in fairness"
    r"|if you know what i mean|so it is"
    r"|you know what i mean|or whatever|or something|know what i mean|sort of thing|kind of thing|i swear"
    r"|ma'am|sir|madam|mate|doctor|doc|miss|yaar|bro|bruv|hen|pet|dear|[Mm]a)$"
    r"|^(?:ma|sir|ma'am|madam|doctor|doc|mate|miss),\s+"
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
    if "ain't " in plain.lower():
        plain = _AINT.sub(_is_not, plain)
    return without_tags(_SCOTS.sub(r"\g<verb> not ", plain) if " no " in plain else plain)


def without_tags(words: str) -> str:
    """The words without "like", "you know" and "to be fair" at their ends."""
    body = words.rstrip(" .!")
    cut = _TAG.sub("", _TAG.sub("", body)).strip(" ,")
    return cut if cut != body and len(cut.split()) >= _LEFT else words


def keeps_aint(plain: str) -> bool:
    """Whether an "ain't" is no "is not": of the past, or strengthened by a second negation."""
    found = _AINT.finditer(plain) if "ain't " in plain.lower() else ()
    return any(_is_not(match) != match.group() or _CONCORD.search(match["rest"]) for match in found)


def _had(match: re.Match[str]) -> str:
    return f"{match['who'] or match['owner']} had "


def _have(match: re.Match[str]) -> str:
    return f"{match['who']} have "


def _is_not(match: re.Match[str]) -> str:
    who = match["who"]
    if _CONCORD.search(match["rest"]):
        return match.group()
    if match["done"]:
        return f"{who} {'has' if who.lower() in {'he', 'she', 'it'} else 'have'} not "
    verb = (match["verb"] or "").lower()
    return f"{who} did not " if verb in BASE and verb not in _NO_VERB else match.group()
