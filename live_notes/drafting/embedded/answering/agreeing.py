"""How a client takes what the clinician gives back or rates with them: agreed to, in plain reported form."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import points_back
from live_notes.drafting.embedded.selecting.saying_much import matter_in, says_something
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import reword
from live_notes.drafting.embedded.telling.saying import Said
from live_notes.drafting.language.words import word_count

_LEAD = re.compile(
    r"^(?:(?:so|and|but|then|well|okay|ok|yeah|right|now|i guess|i think|basically|again|sure|oh|wow"
    r"|also)[, ]+)*"
    r"(?:(?:it |that )?(?:sounds|seems|feels|looks) (?:to me )?(?:like|as if|as though|that)[, ]+"
    r"|what i(?:'m| am)? hear(?:ing)?(?: you saying)?(?: is)?(?: that)?[, ]+"
    r"|i(?:'m hearing| hear|'m sensing| sense)(?: that)? (?=you)|(?:you're"
    r"|you are) saying(?: that)? (?=\w+ \w+))?"
    r"(?:(?:so|and|maybe|now|right now|at this point|in a way|on (?:the )?one hand)[, ]+)*",
    re.IGNORECASE,
)
_GIVEN_BACK = re.compile(r"^(?:you|you're|you've|your|part of you)\b(?! know,)", re.IGNORECASE)
_HOW_IT_IS = re.compile(r"^it(?:'s| is| was| has been| must be| would be)\b", re.IGNORECASE)
_OF_CLIENT = re.compile(r"\byou(?:r|rself|'re|'ve)?\b", re.IGNORECASE)
_NO_REFLECTION = re.compile(
    r"^you (?:(?:really|just|probably|definitely|also|still|do|actually|only) )+(?:should|need to|have to"
    r"|must"
    r"|ought to|better)\b|, (?:are|is|do|does|did|have|has|had|can|could|were|was|will) (?:you|your|they"
    r"|it)\b"
    r"|^you (?:would not|wouldn't)\b|^you(?:'ll|'d better| (?:know|see|said|say|mentioned|told|talked"
    r"|were (?:saying|telling|talking)|can|could|wrote|emailed|texted|called"
    r"|should|must|will|would|might|may|need to|have to|want to (?:make sure|try)|asked|did (?:a|an|some"
    r"|very|really)"
    r"|just said|said that))\b|\byou(?:'re| are) (?:right|welcome|supposed|going to (?:need|want|have|see"
    r"|get|do|be))\b"
    r"|\b(?:i|i'm|i've|i'll|we|we're|let's|me|my|us)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"^(?:(?:oh|um+|uh+|well|mm+)[,. ]+)*(?:yes|yeah|yep|yup|exactly|absolutely|definitely"
    r"|that's (?:right|true|it)"
    r"|true|correct|of course|for sure|totally|right,? (?:right|exactly|yeah|yes)|i do|i am|i have|i did"
    r"|pretty much)"
    r"(?=[.,!;–—-]|$| (?:i |it|that|definitely|exactly|absolutely|for sure|of course|pretty))",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?:but|although|though|except|not really|not exactly|not quite|i don't know|i guess|i suppose|maybe"
    r"|no|i mean|sort of|kind of|in a way|to (?:a|some) (?:degree|extent|point)|partly|sometimes)\b",
    re.IGNORECASE,
)
_AT_ONCE = 25
"""Characters after the first words of an answer in which they are taken back."""
_MOST_WORDS = 26
_LEAST_WORDS = 5
_LEAST_POINTING = 3
RATED = re.compile(
    r"\bruler\b|\bhow (?:\w+ )?(?:important|confident|ready|likely|motivated|committed|willing)\b",
    re.IGNORECASE,
)
"""A question for how important, sure or ready: what is said to it is how the client takes the matter."""


def leads_to_reflection(words: str) -> bool:
    """Whether a clinician begins by giving back what they heard."""
    led = _LEAD.match(words)
    return led is not None and bool(
        re.search(r"\b(?:like|hear\w*|saying|sounds|seems)\b", led.group(), re.IGNORECASE)
    )


def is_substantial(words: str) -> bool:
    """Whether what a clinician thinks or explains can be understood by itself: "it's bad luck" can't."""
    body = _LEAD.sub("", words)
    return len(matter_in(body)) >= _LEAST_POINTING if points_back(body) else says_something(body)


def agreed(unit: Unit, answer: Unit, goes_on: str, terms: Terms) -> Said | None:
    """What the clinician gave back and the client plainly agreed to; `goes_on` is the rest of their turn."""
    if not _AGREES.match(answer.exact.strip()) or _TAKES_BACK.search(f"{answer.exact} {goes_on[:_AT_ONCE]}"):
        return None
    words = _LEAD.sub("", unit.words).rstrip(" ?.!,")
    of_client = _GIVEN_BACK.match(words) or (_HOW_IT_IS.match(words) and _OF_CLIENT.search(words))
    if not of_client or _NO_REFLECTION.search(words):
        return None
    if not _LEAST_WORDS <= word_count(words) <= _MOST_WORDS or not reads_well(words):
        return None
    if points_back(words) or not says_something(words):
        return None
    told = reword(words, terms.asked_voice)
    return None if told is None else Said(f"{terms.client} agreed", f"that {told}")
