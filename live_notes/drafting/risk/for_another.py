"""Words a clinician gives somebody to put to another: "would you ask her, are you thinking of dying?".

The "you" in them is that other, and what is answered is of the asking: nobody was asked of their own risk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.risk.persons import NOUN, last_named
from live_notes.drafting.risk.turns import turn_of
from live_notes.drafting.spec import Speaking

_WHOM = (
    rf"(?:him|her|them|(?:your|the|that|this) (?:[\w'-]+ )?(?:{NOUN})(?![\w-])"
    r"|(?-i:[A-Z][a-z]+)(?![\w'-]))"
)
_PUTS = (
    r"(?:ask|asking|say(?: (?:it|this|that|something))? to|saying to|put (?:it|this) to|text|texting)"
    rf" {_WHOM}"
)
_HOW = (
    r"(?:,? (?:straight(?: out)?|directly|plainly|outright|openly|gently|calmly|again|tonight|tomorrow|today"
    r"|then|just|and say|and use the word|something like|words like|like this|in so many words))*"
)
_ITS_QUESTION = (
    r"[,:]? ?(?:(?:if|whether) (?:she|he|they)(?:'s|'re|'d)?\b|[\"“'‘]?(?:(?:so|when you said"
    r" [^.?!]{1,40}?),? )?"
    r"(?:are|do|did|have|were|is it) you\b|about (?:suicide|dying|killing|ending|self-harm)\b)"
)
_AT_ONCE = re.compile(rf"\b{_PUTS}{_HOW}{_ITS_QUESTION}", re.IGNORECASE)
_TO_PUT = re.compile(rf"\b{_PUTS}", re.IGNORECASE)
_BY_THE_CLIENT = re.compile(
    r"\b(?:(?:would|could|can|will|might) you|you (?:could|can|might|should|would)|you'd"
    r"|i'd (?:ask|like|want)(?: of)? you|if you|how about|(?:just|maybe|then|so) (?:ask|say|text)"
    r"|(?:fine|ok|okay|all right|best|better|safe|kinder) to)\b|^\W*(?:ask|say|text)\b",
    re.IGNORECASE,
)
_WORDS_FOR_IT = re.compile(
    r"^\W*(?:(?:so|and|or|you (?:could|can|might) say|just)[, ]+)*(?:something like|words like|like this"
    r"|as in"
    r"|along the lines of|for example|for instance|say)\b[,: ]",
    re.IGNORECASE,
)


def put_to_another(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> str | None:
    """To whom the words of a mention are to be put by the client; None where the client is asked."""
    whom = next((one for one in _AT_ONCE.finditer(match.string) if one.start() < match.start()), None)
    if whom is not None and _BY_THE_CLIENT.search(match.string[: whom.end()]):
        return last_named(units, unit, whom.group())
    earlier = [one for one in turn_of(units, unit) if one.index < unit.index]
    said = [*(one.exact for one in earlier), match.string[: match.start()]]
    if not (_WORDS_FOR_IT.match(match.string) or _is_within_quotes(" ".join(said))):
        return None
    for one, text in zip([*earlier, unit][::-1], said[::-1], strict=True):
        plain = text.replace("’", "'")
        asked = _TO_PUT.search(plain)
        if asked is not None and _BY_THE_CLIENT.search(plain):
            return last_named(units, one, asked.group())
    return None


def own_beside(mention: Mention) -> Iterator[Mention]:
    """What a client who was spoken to of another tells of themselves: "I've thought of it myself"."""
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if any(_MYSELF.search(one.exact.replace("’", "'")) for one in said):
        yield replace(mention, whose=None, weak=False)


_MYSELF = re.compile(
    r"\bi(?:'ve|'d| have| had|'m| do| did| am)?\b[^.?!]{0,40}\b(?:myself|meself|too|as well|the same)\b"
    r"|\bme too\b"
    r"|\bso (?:do|did|have|am) i\b|\bsame (?:here|with me|for me|as me)\b",
    re.IGNORECASE,
)


def _is_within_quotes(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
