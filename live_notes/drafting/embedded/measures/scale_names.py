"""The names of questionnaires as they are spoken and written: "P H Q nine", "the Edinburgh", "why box"."""

from __future__ import annotations

import re

_NUMBER_WORDS = {
    "2": "two", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten",
    "15": "fifteen", "16": "sixteen", "20": "twenty", "21": "twenty[- ]?one", "26": "twenty[- ]?six",
    "34": "thirty[- ]?four", "42": "forty[- ]?two",
}  # fmt: skip


def _letters(name: str) -> str:
    """A name in letters, said or written one by one or together: "PHQ", "P H Q", "P.H.Q."."""
    return r"[ .-]{0,2}".join(name)


def _version(*numbers: str) -> str:
    """The number that belongs to a name: "-9", " nine"; never one that goes on ("twenty-two")."""
    spoken = "|".join(f"{one}|{_NUMBER_WORDS[one]}" for one in numbers)
    return rf"(?:(?:[- ]|\. )?(?:{spoken})\b(?!-\d|[.:]\d)|\b(?!(?:[- ]|\. )?(?:{spoken})\b))"


_OF_A_SCALE = (
    r"(?=[,.;:?!'’…]|\W*$| (?:is|was|are|were|comes?|came|has|had|says|gives|gave|shows?|score|scores"
    r"|scale|form"
    r"|questionnaire|result|results|total|today|again|this|last|now|here|you|i|we|that|it|in|and|from"
    r"|went|for"
    r"|scored|screen|screener|measure|went|dropped|back|before|on (?:the|your) (?:portal|app|phone|tablet"
    r"|computer|laptop|website|form|paper|ipad|screen|link)"
    r"|with the health|at \d|at (?:twe|thi|for|fif"
    r"|six|sev|eig|nin|ten|ele|fou|fiv|thr|two|one))\b)"
)
"""Behind a name that is also a word of every day ("the audit team", "the Edinburgh train" are none)."""
_A_NAME = r"(?:(?<=\bthe )|(?<=\byour )|(?<=\bmy )|(?<=\bthis )|(?<=\ban )|(?<=\bon )|(?<=\bcalled ))"
_LIKE_A_WORD = r"(?: (?:score|scale|questionnaire|form|result|screen|screener)\b)"
_FAMILIES: tuple[tuple[str, str, str], ...] = (
    ("PHQ", _letters("phq"), _version("9", "8", "2", "4", "15")),
    ("GAD", _letters("gad"), _version("7", "2")),
    ("PCL", _letters("pcl"), _version("5")),
    ("PQ", _letters("pq"), _version("16")),
    ("DASS", r"dass|d a s s", _version("21", "42")),
    ("BDI", _letters("bdi"), r"(?:[- ]?(?:ii|2|two)\b|\b)"),
    (
        "CORE",
        rf"core(?=[- ]?(?:10|34|ten|thirty[- ]?four)\b)|{_A_NAME}core(?={_LIKE_A_WORD})|{_A_NAME}(?-i:CORE)",
        _version("10", "34"),
    ),
    ("CORE-OM", r"core[- ]?om", ""),
    ("EAT", r"eat(?=[- ]?(?:26|twenty[- ]?six)\b)|e[ -]a[ -]t", _version("26")),
    ("PSS", _letters("pss"), _version("10")),
    ("GDS", _letters("gds"), _version("15")),
    ("K10", r"k[ -]?(?:10|ten)", ""),
    ("WHO-5", r"who[- ]?(?:5|five)(?! (?:people|of))", ""),
    ("Y-BOCS", r"c?y[- .]?bocs|(?:why|wy|y)[- ]?(?:box|bocks|bocs)|yale[- ]?brown", ""),
    ("WEMWBS", r"s?wemwbs|wem[- ]?webs|warwick[- ]?edinburgh", ""),
    ("EPDS", _letters("epds"), ""),
    ("Edinburgh", rf"edinburgh(?: postnatal(?: depression)?)?(?:{_OF_A_SCALE})", ""),
    ("AUDIT-C", r"audit[- ]?c", ""),
    ("AUDIT", rf"(?<!\bthis )(?:{_A_NAME})audit{_OF_A_SCALE}", ""),
    ("DAST", r"dast", _version("10", "20")),
    ("SPIN", rf"(?:mini[- ])spin|{_A_NAME}spin{_OF_A_SCALE}", ""),
    ("DES", rf"{_A_NAME}des{_OF_A_SCALE}|d[ -]e[ -]s|des[- ]?(?:ii|2|two)", ""),
    ("CAGE", rf"{_A_NAME}cage{_OF_A_SCALE}", ""),
    ("SCARED", rf"{_A_NAME}scared{_OF_A_SCALE}", ""),
    ("MoCA", r"moca", ""),
    ("HAM-D", r"ham[- ]d", ""),
    ("HAM-A", r"ham[- ]a\b(?! )", ""),
    ("Hamilton", rf"{_A_NAME}hamilton{_OF_A_SCALE}", ""),
    ("Beck", rf"{_A_NAME}beck(?: (?:depression|anxiety))?(?: inventory)?{_OF_A_SCALE}", ""),
    ("Columbia", rf"{_A_NAME}columbia{_OF_A_SCALE}", ""),
    ("C-SSRS", r"c[- .]{0,2}s[- .]?s[- .]?r[- .]?s", ""),
    ("EDE-Q", r"e[- .]?d[- .]?e[- .]{0,2}q", ""),
    ("OCI-R", r"o[- .]?c[- .]?i[- .]{0,2}r", ""),
    ("OCI", r"oci", ""),
    ("IES-R", r"i[- .]?e[- .]?s[- .]{0,2}r", ""),
    ("IES", r"ies|i e s", ""),
    ("ISI", r"isi|i[ .-]{1,2}s[ .-]{1,2}i", ""),
    ("CES-D", r"ces-?d", ""),
    ("Liebowitz", r"liebowitz", ""),
    ("Epworth", r"epworth", ""),
    ("Insomnia severity index", r"insomnia severity index", ""),
    ("Insomnia severity", r"insomnia severity", ""),
    *(
        (one.upper(), _letters(one), "")
        for one in (
            "pgsi", "wsas", "srs", "mdq", "asrs", "lsas", "psqi", "pdss", "rcads", "sdq", "mmse",
            "ymrs", "panss", "madrs", "pswq", "dudit", "qids", "itq", "ciwa", "ors",
        )
    ),
    ("BAI", r"bai|b a i", ""),
    ("HADS", r"hads|h a d s", ""),
    ("SCOFF", rf"{_A_NAME}scoff{_OF_A_SCALE}", ""),
)  # fmt: skip
_DESCRIBED = (
    r"(?:depression|anxiety|trauma|stress|sleepiness|well-?being|burnout|gambling|alcohol|drinking|sleep"
    r"|insomnia|worry|mood|eating|ocd) (?:score|scale|questionnaire|inventory)"
    r"|(?:lithium|valproate|clozapine|carbamazepine|blood) level|(?<=your )level(?= here\b)"
)
SCALE = rf"(?P<scale>{'|'.join(f'(?:{name}){version}' for _, name, version in _FAMILIES)}|{_DESCRIBED})"
"""A questionnaire by its name."""
_FIGURES = tuple(
    (re.compile(rf"(?<![a-z]){word}\b", re.IGNORECASE), figure)
    for figure, word in sorted(_NUMBER_WORDS.items(), key=lambda one: -len(one[1]))
)
_BY_LETTERS = {
    "whybox": "Y-BOCS", "wybox": "Y-BOCS", "ybox": "Y-BOCS", "ybocks": "Y-BOCS", "whybocs": "Y-BOCS",
    "whybocks": "Y-BOCS", "wybocs": "Y-BOCS", "wybocks": "Y-BOCS", "yalebrown": "Y-BOCS", "cybocs": "CY-BOCS",
    "swemwbs": "SWEMWBS", "wemwebs": "WEMWBS", "warwickedinburgh": "WEMWBS", "minispin": "Mini-SPIN",
    "desii": "DES", "des2": "DES", "destwo": "DES", "bdiii": "BDI-II", "bdi2": "BDI-II", "moca": "MoCA",
    "k10": "K10", "who5": "WHO-5",
    **{re.sub(r"[^a-z0-9]", "", written.lower()): written for written, _, _ in _FAMILIES},
}  # fmt: skip
_AS_IT_SOUNDS = re.compile(r"(?:why|wy)b|ybox|ybocks|wemwebs|swemwebs")
_DESCRIBED_BY = re.compile(r" (?:score|scale|questionnaire|inventory|level)$|^level$", re.IGNORECASE)


def called(spoken: str) -> str:
    """A scale as it is written: "PHQ-9", "Y-BOCS", "Edinburgh", "Depression score"."""
    if _DESCRIBED_BY.search(spoken):
        return spoken[0].upper() + spoken[1:].lower()
    plain = spoken.lower()
    for word, figure in _FIGURES:
        plain = word.sub(figure, plain)
    letters = re.sub(r"[^a-z0-9]", "", plain)
    if _AS_IT_SOUNDS.match(letters) or re.match(r"[a-z][ .][a-z][ .]", plain):
        return f'"{spoken}"'  # a name that nobody spoke is for the clinician to write
    known = max((key for key in _BY_LETTERS if letters.startswith(key)), key=len, default="")
    version = re.sub(r"\D", "", letters[len(known) :])
    return f"{_BY_LETTERS.get(known, spoken.upper())}{f'-{version}' if version else ''}"
