"""The words that open each phase of an EMDR session in Shapiro's standard protocol."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.step_words import LEAD

IMAGE, NEGATIVE, PREFERRED, TRUE = "image", "negative belief", "preferred belief", "how true"
EMOTION, DISTURBING, BODY = "emotion", "disturbance", "place in the body"
"""What the target is set up with, before the first set."""


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_PICTURE = r"(?:picture|image|scene|snapshot|photo(?:graph)?|freeze[- ]?frame|still|moment|part|bit|second)"
_WORST = (
    r"(?:worst|most (?:disturbing|upsetting|distressing|painful)|hardest|represents?|stands out|sums? up)"
)
SET_UP: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        IMAGE,
        _words(
            rf"{_PICTURE}\b[^.?]*\b{_WORST}",
            rf"{_WORST} (?:\w+ )?{_PICTURE}",
            r"(?:what|which) (?:picture|image)",
        ),
    ),
    (
        PREFERRED,
        _words(
            r"(?:rather|prefer|like|want|wish)(?: to| you could)?(?: be able to)? (?:believe|think|say"
            r"|know)"
            r" (?:to be true )?(?:about|of) your ?self",
            r"(?:rather|prefer|like) (?:to )?(?:believe|think)(?: instead| now)?$",
            r"positive (?:belief|cognition|thought|words)",
        ),
    ),
    (
        NEGATIVE,
        _words(
            r"words\b[^.?]*\b(?:go|goes|fit|fits|match)\b",
            r"negative (?:belief|cognition|thought|words|idea)",
            r"(?:what|how) (?:does|do|did) (?:that|it|this) (?:say|mean|make you (?:think|believe|feel))"
            r" (?:about|of) (?:you|yourself)",
            r"(?:believe|think) about yourself (?:now|there|then|in that)",
        ),
    ),
    (TRUE, _words(r"how true", r"(?:the |your )?voc", r"completely (?:false|true)")),
    (EMOTION, _words(r"(?:what|which) (?:emotions?|feelings?)", r"what do you feel (?:now|emotionally)")),
    (DISTURBING, _words(r"how (?:disturbing|upsetting|distressing|disturbed)", r"(?:the |your )?suds?")),
    (
        BODY,
        _words(
            r"where(?:'s| is| are| do| does)\b[^?]*\b(?:in|on) (?:your|the) body",
            r"where (?:do|are) you feel(?:ing)? (?:it|that|this|them)",
        ),
    ),
)
"""The questions that set the target up, in the protocol's words; the first that fits is meant."""
_EXPLAINS = (
    r"(?!.*\b(?:you'll|we'll|you will|we will|i'll ask|i'll be asking|going to ask|when (?:we|i) (?:start"
    r"|do|say)|next time|last time)\b)"
)
SETS = re.compile(
    rf"^{_EXPLAINS}(?:.*\b(?:follow (?:my|the) (?:fingers?|hands?|light|dots?|bar|ball|wand)"
    r"|(?:hold|start|starting|turn(?:ing)? on) the (?:buzzers|tappers|tones|paddles|pulsers)"
    r"|let whatever (?:happens|comes)|notice (?:what|whatever) (?:comes|happens)"
    r"|i(?:'m going to|'m gonna)? (?:start|begin) (?:the )?(?:taps|tapping|set|eye movements))\b"
    rf"|{LEAD}(?:(?:just|and|then|yes|fine|great|lovely) )*(?:go|stay|be) with (?!me\b|you\b)[^?]{{2,40}}$"
    rf"|{LEAD}(?:just )?notice(?: (?:that|it|this|the \w+|him|her|them))?\W*(?:$|[,.…]))",
    re.IGNORECASE,
)
"""Says, in an EMDR session, that a set begins or goes on."""
MAY_BE_A_SET = re.compile(
    r"follow|buzzers|tappers|tones|paddles|pulsers|whatever|notice|taps|tapping|\bset\b|eye movements"
    r"|(?:go|stay|be) with",
    re.IGNORECASE,
)
"""Without one of these no set begins."""
_NOT_NOW = re.compile(
    r"\b(?:not|won't|don't|doesn't|isn't|can't|haven't|hasn't|didn't|without|no (?:body )?scan|no time"
    r"|never"
    r"|next time|another (?:time|day)|later"
    r"|leave (?:the|that)|come back to|skip|wait (?:with|until|till)|until|till|last time|when we)\b",
    re.IGNORECASE,
)
INSTALLS = _words(
    r"install\w*",
    r"hold (?:[\w',]+ ){0,9}together",
    r"together with (?:the|those|your) (?:words|positive)",
    r"how true",
    r"strengthen (?:it|this|that|the|those)",
    r"(?:link|pair) (?:it|them|those|the [\w ]{2,20}) (?:together|up|with)",
)
"""Works the preferred belief in, once the sets have begun."""
SCANS = _words(
    r"scan (?:down |through |over )?(?:from )?(?:your|the) (?:whole |entire )?(?:body|head|top)",
    r"body scan|(?:head|top|crown) (?:of your head )?(?:down )?to (?:your )?(?:toe|toes|feet)",
)
CLOSES = _words(
    r"incomplete|coming up on (?:the end|time)|(?:nearly|almost|about) out of time",
    r"(?:isn't|is not|not) (?:quite |fully |completely )?(?:finished|complete|done)",
    r"(?:start to |let's |we'll |to )?close (?:us |it |things |the session )?(?:down|with|by|up)",
    r"clos(?:e|ing) (?:exercise|with)|(?:leave|stop|pause|park) (?:it |that |this )?(?:there|here)",
    r"(?:calm|safe|peaceful|happy) place|contain(?:er|ment)|(?:what's|whatever's|anything that's) (?:left"
    r"|still there)",
    r"processing (?:may|might|can|will) continue|(?:it|things) (?:may|might|can|could)"
    r" (?:carry on|keep|go on)",
    r"you (?:may|might) (?:have|notice|get|find) (?:more|some|new|other|it|that)",
    r"(?:finish|end|finishing|ending) (?:up )?(?:with|on|by|in) your",
    r"light stream|spiral technique|wind(?:ing)? (?:us |it |things )?down",
)
PREPARES = _words(
    r"(?:safe|calm|peaceful|happy) place|container|stop signal|signal to stop|stop sign|resourc\w+"
    r"|grounding",
    r"butterfly|(?:speed|distance|seat\w*) (?:okay|all right|right)|on the train|window of tolerance",
)

IMAGERY = _words(
    r"(?:safe|calm|peaceful|happy) place|container|stop signal|signal to stop",
    r"(?:put|leave|let) (?:what's|whatever's|anything that's|whatever is|the rest|the leftovers)"
    r" [^?]*\b(?:in|into|away)",
)
"""What is imagined to be steadied by, or to leave things in."""


def done_now(form: re.Pattern[str], words: str) -> bool:
    """Whether the words do what `form` names here and now: neither put off nor left out."""
    return form.search(words) is not None and _NOT_NOW.search(words) is None


def item_of(words: str) -> str:
    """What of the target a question asks for; empty where it asks for none of it."""
    return next((name for name, form in SET_UP if form.search(words)), "")
