"""The words in which a role-play is begun, tried once more and looked back at."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.step_words import LEAD
from live_notes.drafting.language.any_case import AnyCase

_PART = (
    r"(?:her|him|them|(?:your|the) (?!first\b|last\b|one\b|same\b|therapist\b|counsell?or\b|judge of\b)[\w-]+"
    r"|(?-i:[A-Z])[\w']+|\[\w+\])(?! (?:back|there|here|away|off|in a|on time)\b)"
)
REHEARSES = AnyCase(
    r"\b(?:try|practi[cs]e|run|rehearse|say) (?:it|that|this|saying it|them)(?: out)? (?:on|with|past"
    r"|by) me\b"
    r"|\b(?:let's|shall we|can we|could we|want to) (?:\w+ )?(?:rehearse|practi[cs]e (?:saying|asking|telling"
    r"|(?:the|that|this) (?:conversation|call|words|line|sentence)|what you))\b"
    r"|\b(?:let's|can we|shall we|want to) (?:do|try|run through|use) (?:a |the |your )?dear ?man\b"
    r"|\b(?:have|take) (?:a|another) (?:go|try|crack|stab|shot) at (?:what you|saying|how you|telling"
    r"|asking)\b"
)
"""Has the client try out what they will say."""
CHAIR = AnyCase(
    r"\b(?:empty|other|second) chair\b|\b(?:put|picture|imagine|see|seat|place) (?:\w+ ){1,4}(?:in|on) (?:the"
    r"|that|this) (?:\w+ )?chair\b|\btwo[- ]chair\b"
)
"""Has the client speak to a chair, and from it."""
OPENS = AnyCase(
    r"(?<!the )(?<!that )(?<!a )\brole[- ]?play(?:ing)? (?:it|this|that|the)\b"
    r"|\b(?:let's|shall we|can we|could we|do|try|like to|want to|a quick|a little|a bit of)"
    r"(?: do| try| a| some| quick| bit of| little)* role[- ]?play\b"
    rf"|\bi(?:'m going to|'m gonna| am going to|'ll| will|'m) (?:just )?(?:be|play|pretend(?: to be| that i'm"
    rf"| i'm)?|act as) {_PART}"
    r"|(?<!you )(?<!you've )\b(?:say|tell|ask|answer|speak|talk|do|try|pretend|imagine|suppose)\b(?:(?!you're"
    rf"\b)[^.?]){{0,30}}?\bi(?:'m| am| was| were) (?!not |going |sorry ){_PART}"
    r"|\bsay (?:it|that|this) to me\b(?!,? (?:a lot|all|every|before|again and))"
    r"|\byou be (?:you|yourself|her|him|your \w+)\b"
    rf"|{REHEARSES.pattern}|{CHAIR.pattern}"
)
"""Begins a role-play, a rehearsal, or work with chairs."""
DEBRIEFS = AnyCase(
    rf"{LEAD}(?:\w+[,.] )?how(?:'d| did| was| does| is|'s)? (?:that|it|this|that one|the second one"
    rf"|doing (?:that"
    r"|it)|saying (?:that|it|those))(?:,? (?:feel\w*|sound|go|land|sit|come (?:out|across|over)|saying"
    r"|hearing"
    r"|doing|being|to (?:say|hear|do)|for you|in your|this time|then|now|like)\b[^?]*|)\W*$"
    rf"|{LEAD}what(?:'s| is| was) (?:that|it|this|it) like\b|{LEAD}what did you (?:notice|see|feel|hear)\b"
    rf"|{LEAD}what(?:'s| is) (?:happening|coming up|it like|different|going on)\b"
    rf"|{LEAD}how are you (?:feeling|doing)\b|{LEAD}what comes up\b"
    rf"|{LEAD}(?:let's |we can |we'll )?(?:stop|pause|come out of (?:it|role|that)|step out)(?: it)?(?: there"
    r"| for a (?:second|moment))?\W*$"
)
"""Asks how it was, or ends it."""
ONCE_MORE = AnyCase(
    r"\b(?:try|do|say|go|run) (?:it |that |this |through it )?(?:again|once more|one more time"
    r"|another time)\b"
    r"|\b(?:have )?another (?:go|try|crack|shot|run)\b|\bone more (?:time|go)\b|^again\b|\bfrom the top\b"
    r"|\b(?:and )?this time\b[^?]*$|\bif i (?:push|say|said|come back|go|keep|don't)\b"
)
"""Has it tried once more."""
STOPS = re.compile(
    r"^(?:(?:oh|god|um+|uh+|well|okay|no)[,. ]+)*(?:i don't know|i can't|this is (?:weird|silly|stupid|so)"
    r"|do i have to|really|what(?: do i)? say|i'd (?:just )?(?:freeze|say nothing))\b",
    re.IGNORECASE,
)
"""What a client says of a role-play, and not in it."""
_NAMED = re.compile(r"^In the (role-play|rehearsal|chair work), ")


def play_named(words: str) -> str:
    """What a note calls that which these words of a clinician begin."""
    if CHAIR.search(words):
        return "chair work"
    return "rehearsal" if REHEARSES.search(words) else "role-play"


def play_shown(text: str, spoken: str) -> str:
    """What a sentence says it was said in, where the clinician's words begin that; else nothing."""
    named = _NAMED.match(text)
    return named.group(1).replace("-", " ") if named and OPENS.search(spoken) else ""
