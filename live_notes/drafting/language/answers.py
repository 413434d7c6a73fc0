"""Short answers to a clinician's question: yes, no, or neither clearly."""

from __future__ import annotations

import re
from enum import Enum

from live_notes.drafting.language.remembered import remembered

_NO = re.compile(
    r"^(?:(?:oh|och|ach|ah+|um|uh|mm+|well|god|gosh|hm+|er|okay|ok|so|look|lord|christ|jesus|jaysus|abeg|hell"
    r"|heavens|walla(?:h|hi)|honestly|arr?e(?:y|h)?|ay(?:e?|ya|oo)(?=,? no)|ai(?:yo|ya)h?|oy|ei|eh|chale|haba"
    r"|bro|man|mate|doctor|doc|miss|ma'am|sir|love"
    r"|genuinely"
    r"|truthfully|thankfully|hand on (?:my )?heart|honest to god|swear to god|to be honest|come on"
    r"|touch wood)[,.? ]+)*"
    r"(?:no\b(?! (?:more|less|worse) (?:often )?than\b)|nope\b|nah\b|naw\b|na\b(?=[,.!]|$)|never\b|none\b"
    r"|not at all\b"
    r"|absolutely not\b|definitely not\b"
    r"|of course not\b"
    r"|nothing like that\b|not that\b(?! i(?:'d| would| could| might)\b)|not (?:once|ever|(?:a )?one)\b"
    r"|zero\b(?=[.,!]|$)|(?:not|none)\b(?=[.!]|$)"
    r"|there (?:haven't|hasn't|isn't|aren't|wasn't|weren't|hadn't)\b(?=(?: been)?\s*(?:[.,!]|$))"
    r"|(?:it|they|that) (?:isn't|doesn't|hasn't|wasn't|didn't|don't|aren't|haven't)\b(?=\s*(?:[.,!]|$))"
    r"|i (?:don't|do not|haven't|have not|didn't|did not|never|wouldn't"
    r"|would never|could never|have never|am not)\b|i(?:'d|'ve) never\b"
    r"|i'm not\b|no way\b|god no\b)|^(?:nothing|nowt)\b(?=[,.!]|$)",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^(?:(?:oh|och|ach|um|uh|mm+|well|god|hm+|er|so|look|honestly|truthfully|to be honest)[,.? ]+)*"
    r"(?:yes\b|yeah\b|yep\b|yup\b|yah\b|aye\b(?!,? right\b)|mm-hmm\b|mhm\b|uh-huh\b|sometimes\b"
    r"|occasionally\b|often\b|always\b"
    r"|every (?:day|night|week)|a (?:little|lot|bit|few|couple)\b(?! better)"
    r"|i (?:do|have|did|am|was)\b(?=\s*(?:[.,!]|$|sometimes))|i (?:used to|think about it)\b"
    r"|of course\b(?! not)|(?:that's )?(?:right|correct|true)(?=[.,!]|$)|definitely\b(?! not)"
    r"|absolutely\b(?! not)|it (?:has )?crossed my mind"
    r"|there (?:have|has|is|are|was|were|had)\b(?=(?: been)?\s*(?:[.,!]|$))"
    r"|(?:it|they|that) (?:does|is|has|did|was|do|are|have|were)\b(?=(?: done| been)?\s*(?:[.,!]|$))"
    r"|once or twice\b|most (?:days|nights)\b|all the time\b)",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:cross(?:ed|es)? my mind|(?:thought|think|thinking) about (?:it|that)|now and then"
    r"|once in a while|not really|i don't know|i dunno|not sure|i guess|maybe|kind of|sort of"
    r"|hard to say|depends"
    r"|not exactly"
    r"|not anymore|not any more|not right now|not lately|not recently|not today|not seriously|almost"
    r"|rather not"
    r"|don't want to (?:talk|say|answer)|next question|why do you ask|no comment|used to)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"^[^.!?]*\b(?:but|except|although|though|sometimes|occasionally|unless|when i'm not)\b", re.IGNORECASE
)
_AFTER_ALL = re.compile(
    r"\bwell[,.! ]+(?:just |only |maybe |i mean )*(?:a (?:bit|little|few|couple)|yeah|yes|once|twice"
    r"|sometimes|sort of"
    r"|kind of|i (?:did|do|have|had|was|am)\b)"
    r"|^(?:oh |um |uh )?no\b[^a-z]+well\b[^a-z]+(?!(?:no|not|never|nothing|none|i (?:don't|haven't"
    r"|didn't))\b)[a-z]"
    r"|[.!?,] (?:just )?a (?:tiny |wee |little )?(?:bit|little)(?: maybe)?,? (?:yeah|yes)\b",
    re.IGNORECASE,
)
"""A no that is taken back: "No. Well, a bit, yeah."."""
_YEAH_NO = re.compile(
    r"^(?:um|uh|oh|well)?[,. ]*(?:yeah|yes|aye|no|naw|nah)[,. ]+(?:no|naw|nah|yeah|yes"
    r"|aye)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"^(?:um|uh|oh|well)?[,. ]*(?:(?:yes|yeah) and no|no and yes)\b", re.IGNORECASE)
_NO_NO = re.compile(
    r"^(?:um|uh|oh|well)?[,. ]*(?:(?:no|naw|nah)[,. ]+)+(?:no|naw|nah)\b|^(?:yes|yeah|aye)[,. ]+(?:yes|yeah"
    r"|aye)\b",
    re.IGNORECASE,
)


class Answer(Enum):
    """How an answer stands to a yes-or-no question."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    OTHER = "other"


@remembered
def read_answer(text: str) -> Answer:
    """YES or NO only when the answer is plain; UNCLEAR when it hedges; OTHER when it answers otherwise."""
    plain = text.replace("’", "'").strip()
    if _BOTH.match(plain) or (_YEAH_NO.match(plain) and not _NO_NO.match(plain)):
        return Answer.UNCLEAR
    if _NO.match(plain):
        hedged = _HEDGE.search(plain) or _TURNS.match(plain) or _AFTER_ALL.search(plain)
        return Answer.UNCLEAR if hedged else Answer.NO
    if _YES.match(plain):
        return Answer.YES
    return Answer.UNCLEAR if _HEDGE.search(plain) or not plain else Answer.OTHER
