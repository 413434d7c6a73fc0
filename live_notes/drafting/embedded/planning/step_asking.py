"""Questions that leave the step to the client, and what the clinician adds to the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.spec import Speaking

_TO_TAKE = (
    r"(?:take (?:on|away and do)|work on|practi[cs]e|try|do|set yourself|start with|have a go at|aim"
    r" for|commit to)"
)
_UNTIL_THEN = (
    r"(?:this (?:coming )?(?:week|fortnight)|next (?:week|time)|between (?:now|sessions)|before (?:we"
    r"|our|next|the next)"
    r"|until (?:we|next)|over the (?:week|weekend|next)|for homework|at home|in the meantime)"
)
ASKS_OWN_STEP = AnyCase(
    rf"(?:{LEAD}|^[^?]{{3,80}}, )"
    r"(?:how (?:might|could|can|would|will|do|should|shall) (?:we|you) (?:best )?(?:build (?:up"
    r" )?(?:to|towards?|on)"
    r"|work (?:up|towards?)|go about|get (?:it|that|this|there|started|going)|start|begin|approach"
    r"|tackle|break|ease|fit"
    r"|bring (?:it|that) down|make (?:it|that|this|sure)|remember|remind|keep (?:it|that|this) (?:up"
    r"|going)|protect|handle"
    r" (?:it|that|this) (?:this|next|when|if)|use (?:it|that|this) (?:this|next|when|at|in))\b"
    r"|what(?:'d| would| will|'ll| could) (?:be (?:the|your) words|(?:the|your) words be)\b"
    r"|(?:what|which) words (?:would|could|will|might) you use\b"
    r"|what (?:could|might|can) (?:you|we) (?:do|try|change|put in place|put there) (?:at|about|on"
    r"|when|instead|to|in|before|after"
    r"|with|differently|tonight|this|next|for)\b(?! the time)"
    r"|what (?:would|could|might) be (?:the|a|one) (?:tiniest|smallest|littlest|first|easiest"
    r"|gentlest|next|small|tiny|little|good"
    r"|manageable|realistic) (?:(?:little|first|small|possible) )?(?:bit|step|part|piece|thing|move"
    r"|start|version|change)\b"
    r"|(?:(?:is|isn't) there )?(?:something|anything|what)(?: else)? (?:you |that |might |could "
    r"|would )*(?:could|might|would|can)"
    r" (?:go|fit|be put|come|slot|do)(?: in)?(?:to)? (?:in )?(?:that|its|there|the) (?:place|slot"
    r"|spot|gap|space|time)\b"
    r"|(?:for|as) (?:your |the )?homework,? what\b|what (?:do you think |would you say |seems? "
    r"|feels? )?(?:makes? sense|feels?"
    r" (?:doable|manageable|realistic|right|possible)|is (?:doable|manageable|realistic))\b"
    rf"|what (?:would|do|could|might|can) you (?:like|want|be willing|see yourself wanting)? ?(?:to"
    rf" )?{_TO_TAKE}\b[^?]*{_UNTIL_THEN}"
    rf"|what (?:would|might|could) be (?:useful|helpful|good) (?:for you )?to {_TO_TAKE}\b"
    r"|what would you (?:like|want) to do (?:about|with) (?!him|her\b(?! )|them|yourself)[\w' ]{2,40}"
    r"|what (?:will|are) you (?:going to )?(?:do|be doing) (?:after|when|instead|at|on|to (?:make"
    r"|remember|keep)|about)\b"
    r"|what(?:'s| is) (?:your|the) (?:plan|next step) (?:for|with|when|if|on)\b"
    r"|how (?:could|might|can|would) you make (?:it|that|this) (?:happen|work|easier|more likely"
    r"|possible|smaller)\b)"
)
"""What, how and when, as the client would do it."""
_REACTS = re.compile(
    r"^(?:(?:oh|okay|ok|great|good|lovely|perfect|right|yes|yeah|nice|brilliant|well)[,.! ]*)*(?:(?:i"
    r"|we) (?:like|love)"
    r" (?:that|it)\b.*|love (?:that|it)|(?:that|it)(?:'s| is| sounds| would be|'d be) (?:a |such a "
    r"|really |so |very |just )*"
    r"(?:\w+ )?(?:good|great|lovely|perfect|nice|brilliant|wonderful|smart|excellent|fantastic|idea|plan)\b.*"
    r"|good (?:man|woman|idea|thinking|plan|for you|one)|well done|there you (?:go|are)|why not)?\W*$",
    re.IGNORECASE,
)
"""Only takes up what was said."""
_ADDS = AnyCase(
    rf"{LEAD}(?:let's (?:say|try|make|do|start|keep|aim)|(?:and )?(?:without|no|not|just|only|maybe"
    rf"|except|plus|also|then|first"
    r"|once|twice|try|make|keep|start|put|do|go|use|say|write)\b|(?:so )?(?:[a-z']+,? ){1,5}(?:first"
    r"|then|before|after|and)\b)"
)
_SAYS_ELSE = AnyCase(
    rf"{LEAD}(?:you(?:'ve|'re| are| said| have| know| were| did| sound)|it(?:'s| is| was| sounds|"
    rf" seems)|that(?:'s| is| was| sounds"
    r"| would)|sounds|i(?:'m| am| think| know| wonder| hear| remember| feel|'ve)|there(?:'s| is| are)"
    r"|he|she|they|what|how|why)\b"
)
_MOST_ADDED = 32


def added_to(units: Sequence[Unit], answer: Sequence[Unit]) -> list[Unit]:
    """What the clinician adds at once to the step that was named: "so the early one first"."""
    after = [unit for unit in units[answer[-1].index + 1 :][:8] if not unit.backchannel]
    own: list[Unit] = []
    for unit in after:
        if unit.speaking is not Speaking.CLINICIAN or unit.turn != after[0].turn:
            break
        if not own and _REACTS.match(unit.exact):
            continue
        fits = not unit.question and is_whole(unit) and not unit.risk_in_words and not is_of_now(unit.words)
        if not fits or _SAYS_ELSE.match(unit.words) or (not own and not _ADDS.match(unit.words)):
            break
        own.append(unit)
    told = bool(own) and len(content_stems(as_one(own).words)) > 1
    return own if told and word_count(as_one(own).exact) <= _MOST_ADDED else []
