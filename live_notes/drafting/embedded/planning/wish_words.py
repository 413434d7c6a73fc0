"""The words in which a client says what they want to reach, and those in which a clinician asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from live_notes.drafting.language.any_case import AnyCase

_LEAD = (
    r"^(?:(?:um+|uh+|so|and|but|well|like|look|honestly|yeah|yes|aye|really|actually|i mean|because"
    r"|'?cause|cos|i guess"
    r"|i think|i suppose|i just know|to be honest|mostly|basically|just|then|now|oh|no|nah|you know)[,"
    r" .]+)*"
)
_MORE = r"(?:(?:just|really|only|honestly|still|actually|so|do|badly|always|mainly|mostly|would) )*"
_WANT = (
    rf"(?:(?:i|we) {_MORE}(?:want|need|hope|long) to|(?:i|we) {_MORE}wanna"
    rf"|(?:i|we)(?:'d| would) {_MORE}(?:like|love|give anything|prefer) to"
    rf"|(?:i'm|i am|we're|we are) {_MORE}(?:hoping|aiming|trying|determined|ready|desperate|looking)"
    rf" (?:to|for)"
    rf"|i(?:'ve| have)? (?:got to|gotta) {_MORE}(?=stop|quit|change|cut|learn)"
    rf"|i {_MORE}wish (?:i|we) (?:could|was able to|were able to|knew how to)"
    r"|(?:all|what|the thing) (?:i|we) (?:really |just )?(?:want|need)(?: most)?(?: is| 's)(?: to)?"
    r"|(?:my|our|the) (?:main |big |real |only |first )?(?:goal|aim|target|dream|hope)(?:'s| is| would"
    r" be|'d be)"
    r"(?: to| that i)?)"
)
_FREELY = (
    r"(?:without|again|on my own|by myself|like (?:i used to|before|other people|a normal)|normally|for once"
    r"|sober)"
)
_STATE = (
    r"(?:be (?:the|a|an|one of|more|less|able|there|free|sober|clean|present|well|better|happy|happier"
    r"|calm|calmer|honest"
    r"|kinder|myself|normal|okay|rid|done with|someone|somebody|around for)\b"
    r"|(?:stop|quit|give up)(?! (?:here|there|now|talking|this (?:talk|session)|for today|the (?:car"
    r"|bus|train)"
    r"|at the|by\b|you\b|and get))\b"
    r"|cut (?:down|back|out|it)\b|get (?:off (?:the|these|this|it)|out of (?:this|the house|my head|bed"
    r"|debt)|better|over"
    r"|through|past|rid|on top|a grip|a handle|back (?:into|on (?:the|my|track))|my \w+ (?:back|right"
    r"|down|under|sorted)|sober|clean"
    r"|well|control|a (?:job|place|full night)|(?:it|this|that|things) (?:under|down|sorted|right|back))\b"
    r"|feel\b(?! (?:my|the|it|that|this|for)\b)|sleep\b(?! (?:in|on the|at my|at his))|manage\b|cope\b"
    r"|learn\b|become\b|change\b|stay (?:sober|clean|off"
    r"|well|together|married)\b|go back to (?:work|school|college|uni\w*|church|mass|the gym|being|my)\b"
    r"|trust\b|forgive\b|enjoy\b|live\b(?! (?:with|in|near|at)\b)|have (?:a (?:normal|proper|life"
    r"|relationship|home|family)"
    r"|my (?:life|wife|husband|kids|family|marriage) back|more (?:energy|patience|time|good days))\b"
    r"|see (?:my|our|him|her|them|the) [^.]{0,30}\b(?:grow up|married|graduate|school|through)\b"
    rf"|(?:walk|drive|ride|travel|eat|sit|answer|sing|dance|run|swim|work|speak|say|go|leave|play|hold"
    rf"|talk|pick|take|cook"
    rf"|read|pass)\b[^.]{{0,60}}\b{_FREELY}\b)"
)
_NOT_LIKE = (
    r"(?:i|we) (?:just |really )?(?:don't|do not|never) (?:ever )?wan(?:t to|na) be (?:the|that|a|an|like"
    r"|one of)\b"
)
_CALLED_SO = (
    r"(?:my|our) (?:main |big |real |only |first |own )?(?:goal|aim|target|dream|hope|ambition)(?:'s| is"
    r"| would be|'d be) (?:to|that i|that we|getting|being|having)\b"
)
WISHES = AnyCase(
    rf"{_LEAD}(?:{_WANT}(?: (?:just|really|only|also|finally|actually))* {_STATE}|{_NOT_LIKE}|{_CALLED_SO})"
)
"""Says, of oneself, what one wants to come to."""
CAME_FOR = AnyCase(
    r"\b(?:(?:that's|that is|it's) (?:what|why) i(?:'m| am)? (?:came|come|here|want)|what i came"
    r" (?:here )?for)\b"
)
"""Says what brought one here, after naming it."""
NO_WISH = AnyCase(
    r"\b(?:right now|today|this (?:minute|session|morning|afternoon)|tonight|for a (?:minute|second)|go"
    r" (?:home|to bed|to the"
    r" (?:loo|toilet|bathroom))|ask you|tell you|(?:throttle|strangle|punch|kill|slap|hit|murder|smack)"
    r"|be (?:sick|clear"
    r"|honest with you|fair|a pain|a bother|dead|rude)|with the (?:telly|tv|light)|get out of (?:here"
    r"|the car)"
    r"|stop (?:it|him|her|them) (?:from|and))\b"
)
"""A wish of the moment, or one that is no aim."""
GIVEN_BACK = AnyCase(
    r"\b(?:being|to be) (?:the|a|an|there|able)\b[^.?]{3,70}\bmatters? (?:\w+ ){0,3}to you\b"
    r"|\bmatters? (?:\w+ ){0,3}to you\b[^.?]{0,20}\b(?:being|to be) (?:the|a|an|there|able)\b"
    rf"|\byou(?:'d| would)? {_MORE}(?:want|like|love|hope|wish) to {_STATE}"
    r"|\bwho you (?:really )?want to be\b|\bthe (?:\w+ )?you(?:'d| would)? (?:really )?(?:want|like"
    r"|hope) to be\b"
)
"""A clinician gives back what the client wants to come to."""
ASKS_FOR_A_WISH = AnyCase(
    r"\b(?:what|which) (?:sort|kind) of (?:a |an )?(?:\w+ )?(?:m[uo]ther|m[uo]m|mam|father|dad|parent"
    r"|partner|person|man|woman"
    r"|husband|wife|friend|son|daughter|brother|sister|nurse|teacher|boss|granny|grand\w+|colleague"
    r"|human being) (?:do|would|did"
    r"|could) you (?:most |really )?(?:want|like|wish|hope)(?: to be)?\b"
    r"|\bwho do you want to be\b"
    r"|\bwhat (?:would|does|might|'d) (?:a |an )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"(?: and a half)? (?:look|be) like\b"
    r"|\bwhat(?:'s| is| would be|'d be| would|'d)[^?]{0,30} different(?:ly)? (?:at|if it (?:was|were)"
    r"|when it's) (?:a |an )?\w+\?"
    r"|\bcut(?:ting)? (?:it )?down to what\b"
    r"|\bwhat (?:would|could|'d) you (?:settle (?:on|for)|be (?:happy|content|okay|satisfied) with)\b"
    r"|\bwhat would be (?:good )?enough\b|\bhow (?:much|many|often) would (?:be|feel) (?:okay|all right"
    r"|right|enough)\b"
    r"|\bwhat (?:do|would) you want your (?:life|days|marriage) to (?:stand for|be about|look like)\b"
    r"|\bwhat (?:needs|has) to (?:change|be different)\b|\bwhat would you (?:most )?like to change\b"
    r"|\bif (?:this|the|our) (?:work|therapy|treatment|counselling|counseling|talking)[^?]{0,30},? what"
    r" (?:would|will|'d)\b"
)
"""Asks what is wanted, in ways in which the answer is a goal."""
MIRACLE = AnyCase(
    r"\bmiracle (?:happen\w*|overnight|while|in the night)|\b(?:a|the|this) miracle\b|\bmagic wand\b"
)
WHAT_THEN = AnyCase(r"\b(?:notice|different|look like|be like|tell you|see|change|do)\b")
REFUSES = AnyCase(
    r"^(?:(?:um+|uh+|well|oh|honestly|god|hm+|ah|eh)[,. ]+)*(?:no(?=[,.!? ]|$)|nah|naw|nope|nothing\b"
    r"|not (?:really|sure)\b|i don't"
    r" (?:know|want|think|care|see)|i do not want|dunno|i can't (?:see|think|imagine)|i haven't|what do"
    r" you mean|why\b"
    r"|i'm not (?:sure|doing|going|there|ready)|never\b|none\b)"
)
"""Takes the question for no goal."""


def goal_shown(text: str, spoken: str, said: Iterable[str]) -> str:
    """The word for a goal, where the lines show one; `said`: the client's sentences, each by itself."""
    if not text.startswith("Goal:"):
        return ""
    asked = ASKS_FOR_A_WISH.search(spoken) or GIVEN_BACK.search(spoken) or MIRACLE.search(spoken)
    return "goal" if asked or any(WISHES.match(one) or CAME_FOR.search(one) for one in said) else ""
