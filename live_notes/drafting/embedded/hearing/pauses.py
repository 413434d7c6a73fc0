"""Where a speaker stopped to think: a hesitating sound, and a comma at which nothing ends.

The sound goes, and the comma with it, where a word was still to come ("my, um, sister"). It stays where
something ended: "no, um, nobody rang" is no "no nobody", and "I had, okay, the stairs" no "I had okay".
"""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import BASE, FINITE, PAST
from live_notes.drafting.language.words import word_set

_FILLERS = re.compile(
    r"(?:,\s*)?(?<!\w['’])\b(?!(?<=['’])e[mr]\b)"
    r"(?:uh-huh|mm-hm+|u+m+|u+h+|(?!(?-i:ER)\b)e+r+m*|(?<!like )ah+|hm+|(?!(?-i:MM+)\b)mm+"
    r"|mhm|(?:(?<=^)|(?<=[,.?!;] ))(?!(?-i:EM)\b)em(?=[,.…]|$))\b-?(?:,|\.\.+|…)?(?=\s|$|[.?!;–—-])",
    re.IGNORECASE,
)
"""Hesitating sounds; "em" only where marks stand around it, for it may be "them". The end of a word
("a London'er") is none, nor is "'er" for "her"."""
_ONLY_A_SOUND = re.compile(r"([.?!])\s+\.(?=\s|$)")
_ANEW = re.compile(
    r"\s+(?:i|it|he|she|they|we|there|that|nobody|no one|everybody|everyone|somebody|someone)(?:'\w+)? [a-z]",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([\w'’-]+)$")
_WAITS = word_set("""
the a an my your his her our their its this that these those some any every each another no-one's
to of in on at for with from about by into onto over under through like than as between without around
and but or so because cause if when while until since before after then
i i'm i've i'd i'll he he's he'd she she's she'd it it's we we've we're they they're they've you you're there
there's is are was were be been being am isn't wasn't has have had do does did don't didn't can could will
would should might may must not very really quite too more most less such how what which who whose just only
also even maybe about around nearly almost kind sort bit pretty sometimes still never always one two
""")
"""Words with which nothing ends: what they wait for is to come."""
_VERBS = (BASE, PAST, FINITE)
_DENIES = word_set(
    "not isn't wasn't aren't weren't don't doesn't didn't can't couldn't won't wouldn't haven't hasn't hadn't"
)
"""Broken off behind these, a sentence would say the contrary: "I'm not, um. I'm wrecked"."""
_WAITING_ENDS = ("ing", "n't", "'ll", "'d", "'ve", "'m", "'re")
_SAID_ASIDE = (
    r"okay|ok|right|sorry|wait|hang on|hold on|god|gosh|jesus|christ|jeez|lord|oh|ah|hell|ouch|wow|actually"
    r"|honestly|say|yeah|sure|look|listen|anyway|please|thankfully|luckily|sadly|unfortunately|obviously"
    r"|apparently|basically|frankly|let's say|touch wood|thank god|fingers crossed|in fairness|to be fair"
)
_HESITATED = re.compile(
    r"\b(and|but|because|so|an?|the|my|our|your|at|about|for|of|with|to (?:the|a|my)|i've|i'm|they're|we've"
    r"|he's|she's|(?:i|he|she|we|they)(?: (?:have|had|was|were|will|would|am|are|has))?|(?:have|has"
    r"|had) been"
    r"|in(?= the| my| a\b| that)),\s+"
    r"(?!(?:if|even|when|while|because|as|who|which|where|and|but|or|so|though|although|then|too|well|no"
    r"|yes|not|of course"
    rf"|you know|i mean|i guess|i don't know|i think|like|sometimes|maybe|at least|what|{_SAID_ASIDE})\b)"
    r"(?!(?:i|he|she|we|they) (?:had|have|was|were|am|are)\b)(?=(?:[a-z']|\d|\[))",
    re.IGNORECASE,
)
"""A comma at which a speaker only stopped to think: nothing ends there."""
_BEFORE_A_NOUN = re.compile(r"an?|the|my|our|your|at|for|of|with|to (?:the|a|my)", re.IGNORECASE)
_IS = re.compile(r"(?:i'm|they're|he's|she's)", re.IGNORECASE)
_OTHERS = re.compile(r"(?:my|his|their|our) [a-z-]+ (?:is|are|was|were|has|keeps?|went|got)\b", re.IGNORECASE)
_MARKS = frozenset(f"{letter}{end}" for letter in "ABCDEU" for end in ",. *")
_CLAUSE = re.compile(r"(?:i|it|he|she|they|we|there)(?:'\w+)? [a-z]|what's\b", re.IGNORECASE)


def without_hesitations(text: str) -> str:
    """The text without hesitating sounds and the commas around them."""
    return _FILLERS.sub("", text)


def unfilled(text: str) -> str:
    """The text without hesitating sounds, nor the stop of a sentence that was only one."""
    told = _FILLERS.sub(_comma_left, text)
    return told if len(told) == len(text) else _ONLY_A_SOUND.sub(r"\1", told)


def _comma_left(sound: re.Match[str]) -> str:
    """A comma for a sound between two, where something ended before it or a clause begins anew."""
    before, after = sound.group()[:1], sound.string[sound.end() : sound.end() + 1]
    if before == "," == sound.group()[-1:]:
        anew = _ANEW.match(sound.string, sound.end()) is not None
        return "," if anew or not _waits(_word_before(sound)) else ""
    denied = before == "," and after == "." and _word_before(sound) in _DENIES
    return sound.group() if denied else ""


def _word_before(sound: re.Match[str]) -> str:
    last = _LAST_WORD.search(sound.string, max(0, sound.start() - 30), sound.start())
    return "" if last is None else last[1].lower().replace("’", "'")


def _waits(word: str) -> bool:
    """Whether more was to come behind a word."""
    return not word or word in _WAITS or word.endswith(_WAITING_ENDS) or any(word in v for v in _VERBS)


def without_pauses(text: str) -> str:
    """The text without the commas at which a speaker only stopped to think."""
    return _HESITATED.sub(_unless_anew, text) if "," in text else text


def _unless_anew(pause: re.Match[str]) -> str:
    """The word without its comma; with it where a noun was to come and a clause begins instead."""
    noun = _BEFORE_A_NOUN.fullmatch(pause[1]) and _CLAUSE.match(pause.string, pause.end())
    other = _IS.fullmatch(pause[1]) and _OTHERS.match(pause.string, pause.end())
    mark = pause[1] == "A" and pause.string[pause.end() : pause.end() + 2] in _MARKS
    return pause.group() if noun or other or mark else f"{pause[1]} "
