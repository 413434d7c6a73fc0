"""Who is who in a clinician's text, and the terms of a note in their place.

"Pt", "Ct." and the client's name become one mark, "I" and "this writer" another, "we" a third.

Only what is certain is marked. A name that is not known to be the client's stays, what stands in quotation
marks stays, and a pronoun of a third person stays: it may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from live_notes.drafting.language.verbs import ADVERBS, BASE, UNCERTAIN, agree, is_verb

CLIENT, THE_CLIENT, CLINICIAN, BOTH = "<client>", "<the client>", "<clinician>", "<both>"
_PLACEHOLDER = re.compile(r"\[CLIENT(?:_\d+)?\]")
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|'(?=[^']{3,}'(?!\w))(?<!\w')[^']*')")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Mister)\.? (?=<(?:client|clinician)>)", re.IGNORECASE)
_TWICE = re.compile(r"(<client>|<clinician>)(?: \1)+")
_NOUN = (
    r"(?:[Pp]t|[Cc]lt?|[Cc]t|[Pp]atient|[Cc]lient|PATIENT|CLIENT"
    r"|PT(?= (?:reports?|states?|denie[sd]|presents?|presented|was|is|has|appeared|said|discussed"
    r"|will|endorse[sd]) ))"
)
_CLIENT_NOUN = re.compile(
    r"(?<![\w/<\[-])(?<!<the )(?P<the>(?:[Tt]he|[Tt]his|[Ss]aid|THE) )?"
    rf"(?P<noun>{_NOUN})(?P<s>['’]s)?(?P<dot>\.(?=\s+[a-z]))?(?![\w>-]|/(?=\w))"
)
_NOT_THE_CLIENT = re.compile(
    r"\b(?:be|is|was|were|being|more|very|less|her|his|their|a|an|another|other|each|every|identified|new"
    r"|no|old"
    r"|outpatient|inpatient|years?[ -]old)\s+$",
    re.IGNORECASE,
)
_NO_CLIENT_AFTER = re.compile(
    r"^\s*(?:scan|of (?:the )?(?:head|chest|abdomen)|with (?:him|her|them)self|with (?:his|her"
    r"|their) (?:kids|children)"
    r"|population|care\b|satisfaction|portal|\d)",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"(?<![\w-])(?:this|the present) (?:writer|clinician|therapist|counsell?or|provider|psychologist"
    r"|author)(?P<s>['’]s)?"
    r"(?![\w-])",
    re.IGNORECASE,
)
_BARE_CLINICIAN = re.compile(
    r"(?<!<)(?:^(?:the )?(?:writer|clinician|therapist|counsell?or(?! (?:at|from|in|of)\b)"
    r"|th\.?(?= (?:[a-z]+ed|to|will|also|and)\b))"
    r"|(?:(?<=[.;,] )|(?<=\band )|(?<=\btold )|(?<=\bby )|(?<=\bwith )|(?<=\binformed )|(?<=\basked )"
    r"|(?<=\bthanked )|(?<=\bto ))(?:writer|clinician|therapist))(?P<s>['’]s)?(?![\w>-])",
    re.IGNORECASE,
)
"""The clinician at a sentence's beginning, or without an article; "the counselor" may be the school's."""
_FIRST = re.compile(r"(?<![\w'’.-])(?:I|i)(?P<ending>['’](?:m|ve|ll|d))?(?![\w'’:/-])(?!\.[a-zA-Z])")
_MINE = re.compile(r"(?<![\w'’-])(?P<word>me|my)(?![\w'’-])", re.IGNORECASE)
_US = re.compile(r"(?<![\w'’-])(?P<word>we|us|our)(?P<ending>['’](?:ve|ll|re|d))?(?![\w'’-])", re.IGNORECASE)
_NUMERAL = re.compile(
    r"\b(?:bipolar|axis|type|phase|stage|level|part|grade|cluster|class|tier|step)\s+$", re.I
)
_DIRECT = re.compile(
    r"(?:\b(?:said|says|saying|stat(?:ed|es|ing)|report(?:ed|s)|was like|thinks"
    r"|(?<!\ba )(?<!\bthe )(?<!\bher )(?<!\bhis )(?<!\btheir )thought(?! (?:logs?|records?|diary)\b)"
    r"|feels like|felt like"
    r"|believe[sd]?)\b(?!\s+to (?:me|us)\b)|\b(?:cognition|belief|nc|pc)\b[^.;]{0,12}?(?:was|is|:)"
    r"|\b(?:cognition|belief)(?=,? (?:i|i'm|i am|my)\b))",
    re.IGNORECASE,
)
"""After such words a first person may be the one who is told of."""
_TO_ME = re.compile(
    r"\b(?:told|asked|informed|said to|thanked|called|texted|emailed|gave|showed|let|with|by|for|that)\s+$",
    re.I,
)
_VERB_AFTER = re.compile(
    r"(?P<between>(?:\s+[a-z]+ly|\s+(?:" + "|".join(sorted(ADVERBS)) + r"))*)\s+(?P<verb>[A-Za-z'’]+)"
)
_JOINT_NOUNS = re.compile(
    r"^\s+(?:\w+ )?(?:session|sessions|appointment|meeting|visit|call|work|time|goals?|plan)\b", re.I
)
_SEVERAL = re.compile(
    r"\b(?:couples?|both (?:partners|parents|spouses|deny|den(?:y|ied)|report\w*)"
    r"|(?:skills|therapy|process|support|psychoed\w*) group,|group (?:session|therapy|note)"
    r"|famil(?:y|ies) (?:session|therapy)"
    r"|parents? (?:only|session|meeting|coaching session)|(?:child|client|pt|patient"
    r"|teen) (?:was )?not present"
    r"|without (?:the )?(?:child|client|pt|patient)|(?:came|attended|seen|met|arrived"
    r"|joined) (?:\w+ )?(?:with|w/|by)"
    r" (?:(?:his|her|their|the|<client>'s|\[CLIENT\]) (?:and )?)?(?:mother|mom|father|dad|parents|aunt"
    r"|uncle|grand\w+"
    r"|wife|husband|partner|spouse|guardian|family|sister|brother|son|daughter)"
    r"|conjoint|members|(?:he|she) (?:stated|said|feels)[^.;]*; (?:he|she)"
    r"|(?-i:[A-Z])\w+ and (?-i:[A-Z])\w+ attended)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r";|[.?!]\s")
_NEAR = 48
"""Characters around a word that tell whom it means."""

_HAVE = {"m": "is", "ve": "has", "ll": "will"}


@dataclass(frozen=True)
class Cast:
    """Whom a clinician's text is about: whether one client, and how that one's name is masked.

    `apart`: several are known by name, so that "the client" may be any of them and stays as it was written.
    """

    one_client: bool = True
    placeholder: str | None = None
    apart: bool = False


def cast_of(texts: Iterable[str]) -> Cast:
    """Whether "we" can only be the client and the clinician, and which placeholder is the client's."""
    whole = "\n".join(texts)
    named = set(_PLACEHOLDER.findall(whole))
    several = len(named) > 1 or _SEVERAL.search(whole) is not None
    return Cast(not several, next(iter(named)) if len(named) == 1 else None)


def marked(text: str, cast: Cast) -> str:
    """The text with marks for the client, the clinician, and both; quotations are left alone."""
    pieces = _QUOTED.split(text)
    return "".join(piece if at % 2 else _marked(piece, cast) for at, piece in enumerate(pieces))


def in_terms(text: str, client: str, clinician: str, the_client: str) -> str:
    """A marked text with the terms of a note; a sentence begins with a capital."""
    words = {CLIENT: client, THE_CLIENT: the_client, CLINICIAN: clinician, BOTH: f"{client} and {clinician}"}
    return re.sub(r"<(?:client|the client|clinician|both)>", lambda match: words[match.group()], text)


def _marked(text: str, cast: Cast) -> str:
    if cast.placeholder:
        text = text.replace(cast.placeholder, CLIENT)
    text = text.replace("[CLINICIAN]", CLINICIAN)
    if not cast.apart:
        text = _CLIENT_NOUN.sub(_client, text)
    text = _TWICE.sub(r"\1", _TITLED.sub("", text))
    text = _WRITER.sub(lambda match: CLINICIAN + _s(match), text)
    text = _BARE_CLINICIAN.sub(lambda match: CLINICIAN + _s(match), text)
    text = _first_persons(text)
    return _together(text) if cast.one_client else text


def _s(match: re.Match[str]) -> str:
    return "'s" if match["s"] else ""


def _client(match: re.Match[str]) -> str:
    before, after = _before(match), match.string[match.end() : match.end() + _NEAR]
    if _NOT_THE_CLIENT.search(before) or _NO_CLIENT_AFTER.match(after):
        return match.group()
    begins = not match.start() or before.rstrip().endswith((".", ";", ":"))
    return (THE_CLIENT if match["the"] and not begins else CLIENT) + _s(match)


def _before(match: re.Match[str]) -> str:
    """What stands near before a match."""
    return match.string[max(0, match.start() - _NEAR) : match.start()]


def _first_persons(text: str) -> str:
    """The first person and its verb, where it is the clinician who writes."""
    told = _told_in(text)
    found: list[str] = []
    end = 0
    for match in _FIRST.finditer(text):
        if _is_numeral(text, match) or _is_told(text, match.start(), told):
            continue
        written = _agreeing(text, match)
        if written is not None:
            found += [text[end : match.start()], written[0]]
            end = written[1]
    plain = "".join((*found, text[end:]))
    told = _told_in(plain)
    return _MINE.sub(lambda match: _mine(match, told), plain)


def _mine(match: re.Match[str], told: range) -> str:
    if _is_told(match.string, match.start(), told):
        return match.group()
    return f"{CLINICIAN}'s" if match["word"].lower() == "my" else CLINICIAN


def _told_in(text: str) -> range:
    """Where somebody's words may stand that are told without quotation marks: up to the clause's end."""
    match = _DIRECT.search(text)
    if match is None:
        return range(0)
    end = _CLAUSE_END.search(text, match.end())
    return range(match.end() + 1, end.start() + 1 if end else len(text) + 1)


def _is_told(text: str, at: int, told: range) -> bool:
    return at in told and not _TO_ME.search(text[max(0, at - _NEAR) : at])


def _is_numeral(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + _NEAR].lstrip()
    return bool(_NUMERAL.search(_before(match))) or not after or after[0] in ",.;)"


def _agreeing(text: str, match: re.Match[str]) -> tuple[str, int] | None:
    """What stands for "I" and its verb, and where that ends; None where the verb's form is not certain."""
    after = _VERB_AFTER.match(text, match.end())
    ending = (match["ending"] or "").lower().lstrip("'’")
    if ending == "d":
        if after is None:
            return None
        return f"{CLINICIAN} {'would' if after['verb'].lower() in BASE - UNCERTAIN else 'had'}", match.end()
    if ending:
        return f"{CLINICIAN} {_HAVE[ending]}", match.end()
    if after is None:
        return None
    low = after["verb"].lower().replace("’", "'")
    if low in UNCERTAIN:  # a note tells what was: "I set a goal"
        return f"{CLINICIAN}{after['between']} {low}", after.end()
    form = agree(low, plural=False) if is_verb(low) else None
    return None if form is None else (f"{CLINICIAN}{after['between']} {form}", after.end())


def _together(text: str) -> str:
    told = _told_in(text)
    return _US.sub(lambda match: _us(match, told), text)


def _us(match: re.Match[str], told: range) -> str:
    after = match.string[match.end() : match.end() + _NEAR]
    if _is_told(match.string, match.start(), told) or match["word"] == "US":
        return match.group()
    ending = (match["ending"] or "").lower().lstrip("'’")
    if match["word"].lower() == "our":
        return "the" if _JOINT_NOUNS.match(after) else "their"
    follows = re.match(r"\s+([a-z]+)", after)
    would = bool(follows and follows[1] in BASE - UNCERTAIN)
    words = {"ve": " have", "ll": " will", "re": " are", "d": " would" if would else " had", "": ""}[ending]
    return f"{BOTH}{words}"
