"""The words of a plain yes and a plain no, and those that take either of them back."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase

_WHO = r"(?:i|it|they|he|she|we|that|there)"
_CALLED = r"(?:actually|indeed|thankfully|luckily|unfortunately|sir|ma'am|doctor|doc|thanks|thank you|sorry)"
_SOUND = r"(?:oh+|ah+|um+|uh+|er+m?|mm+|hm+|okay|ok)"
_PLAIN_YES = (
    r"(?:yes|yeah|yea|yep|yup|aye|mm-?hm+|uh-huh|correct|absolutely|definitely|exactly|certainly|of course"
    r"|(?:that's|that is) (?:right|correct|true))"
)
_PLAIN_NO = (
    r"(?:no|nope|nah|naw|none|never|nothing|(?:not|none|nothing) at all"
    r"|none of (?:that|those|them|these|it)|nothing (?:like|of) (?:that|the sort)|definitely not"
    r"|absolutely not|of course not)"
)
_DOES = r"(?:do|does|did|am|is|are|have|has|had|was|were)"
_ECHO_YES = rf"(?:{_WHO} (?:actually |still )?{_DOES}(?: indeed| actually)?)"
_ECHO_NO = (
    rf"(?:{_WHO} (?:do|does|did|is|are|have|has|had|was|were)(?:n't| not)(?: actually)?"
    rf"|i(?:'m| am) not|it's not|{_WHO} never (?:have|has|had|did|do|does|was|were))"
)


def _plainly(word: str, echo: str) -> re.Pattern[str]:
    """An answer of such words alone, or such words, a mark, and what is said behind them."""
    one = rf"(?:{word}|{echo})(?![\w'-])"
    lead = rf"(?:{_SOUND}[,. ]+)*"
    return re.compile(
        rf"{lead}{one}(?:[,.!; ]+(?:{one}|{_CALLED}(?![\w'-])))*(?:[,.!; ]*$|[.!;,]+ (?P<rest>\S.*))",
        re.IGNORECASE | re.DOTALL,
    )


YES = _plainly(_PLAIN_YES, _ECHO_YES)
NO = _plainly(_PLAIN_NO, _ECHO_NO)
UNKNOWN_OF = re.compile(
    rf"(?:{_SOUND}[,. ]+)*(?:no[,. ]+)?(?:not|none|nothing) that i(?:'m| am)? (?:aware of|know of"
    rf"|know about)"
    r"(?:[,. ]+no)?\W*$",
    re.IGNORECASE,
)
"""Knows of none: "not that I'm aware of"."""
NO_BUT_ONE = re.compile(
    rf"(?:{_SOUND}[,. ]+)*(?:no|nope|nah|none|nothing)[,. ]+"
    r"(?:just|only|other than|except(?: for)?|apart from) (?P<one>(?:the |my )?[\w-]+(?: [\w-]+){0,2})\W*$",
    re.IGNORECASE,
)
"""None but one, which is named: "no, just latex"."""
ONLY_ONE_LIKE_IT = AnyCase(
    r"\b(?:maybe|might|like|about|once|twice|a|bit|little|few|when|if|sometimes|normal|usual|that|this"
    r"|it|i|you|been|was|is|are|had|have|did|do|got|get|tired|sore|here|there|then|now|today|yesterday"
    r"|last|ago|recently|so|really|one|two|check\w*|feel\w*|\w+ing)\b"
)
"""Is no plain name of a thing."""
_BACK = (
    r"but|though|although|except|apart from|other than|unless|however|maybe|perhaps|might|probably"
    r"|sometimes|occasionally|mostly|used to|well|not really|kind of|kinda|sort of|a bit|a little|i guess"
    r"|i suppose|i think|i don't know|not sure|depends|rarely|hardly|barely|almost|nearly|any ?more|only"
    r"|just|to be honest|not exactly|not quite|partly|(?:think|guess|suppose|hope|believe|reckon) so|i hope"
    r"|as far as|supposedly|in theory|more or less|pretty much|like i said"
)
TURNED = AnyCase(rf"\b(?:{_BACK})\b")
"""Takes a yes back, or bounds it."""
TURNED_NO = AnyCase(
    rf"\b(?:{_BACK}|usually|often|once|twice|a few|until|till|before|yet|in the past|back then|another"
    r"|instead|recently|years ago)\b"
)
"""Takes a no back, or bounds it."""
OTHER_WAY = re.compile(
    rf"(?:{_SOUND}[,. ]+)*(?:{_PLAIN_YES}|{_PLAIN_NO}|not|right|i mean|actually|wait|hang on|hold on|sorry"
    r"|or|because)\b",
    re.IGNORECASE,
)
"""Begins with another yes or no."""
NEGATED = AnyCase(
    r"n't\b|\b(?:no|not|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|stopped|lost)\b"
)
SUBJECT_BEHIND = re.compile(
    r"(?:it|they|he|she|we|there|that|this|the [a-z]+|my [a-z]+|their [a-z]+|his [a-z]+|her [a-z]+"
    r"|everything|everybody|everyone)(?:'s|'re|'ve|'ll|'d)? \w",
    re.IGNORECASE,
)
"""A clause of somebody else, which bears out what stands before it."""
SAID_BY_OTHERS = re.compile(
    r"(?:they|he|she|the (?:doctor|dr|nurse|gp|consultant|surgeon|specialist|midwife|clinic|hospital)s?)"
    r" (?:said|told me)\b(?!.*\b(?:take|taking|use|using|try|trying|start\w*|have|had|keep|carry on)\b)",
    re.IGNORECASE,
)
"""What others said of it, which bears a no out: "they said they'd see me in ten years"."""
A_CLAUSE = re.compile(
    r"(?:i|it|they|he|she|we|there)(?:'s|'re|'ve|'m|'d|'ll)? \w",
    re.IGNORECASE,
)
