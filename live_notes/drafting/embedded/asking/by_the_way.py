"""What is asked about the call, the room, the way there or being ready: a note has no place for the answer.

"Can you hear me?", "did you find the parking?", "are you somewhere private?", "ready? go". What is answered
stands only where it tells of a risk, a medicine, or how somebody is.
"""

from __future__ import annotations

from live_notes.drafting.embedded.answering.answer_turns import Exchange
from live_notes.drafting.embedded.selecting.life_events import LIFE_EVENT
from live_notes.drafting.embedded.selecting.saying_much import says_how_it_goes
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_count
from live_notes.drafting.risk.words import RISK_WORDS

_LEAD = r"^(?:(?:and|so|okay|ok|right|well|now|oh|sorry|but|is it|then|good|great|lovely|hi|hello)[,. ]+)*"
_OF_THE_CALL = AnyCase(
    rf"{_LEAD}(?:"
    r"(?:can|could|do) you (?:\w+ )?(?:hear|see) (?:me|us|that|it|my screen)\b|(?:you|are you|am i"
    r"|is that|i'm)"
    r" (?:still )?(?:on mute|muted|frozen|breaking up|lagging|coming through)\b"
    r"|how(?:'s| is) (?:the|my|your) (?:sound|picture|signal|connection|volume|camera|line|video|wifi)\b"
    r"|is (?:that|this|it|the \w+) (?:any )?(?:better|louder|clearer|working)\W*$"
    r"|(?:are|is) you (?:parked|driving|at the wheel)\b|you'?re not driving\b"
    r"|(?:are|is) (?:you|it|that|there)(?: \w+){0,2} (?:private|on your own there|alone there|quiet enough)\b"
    r"|is it private\b|are you somewhere (?:private|quiet|safe to talk|you can talk)\b"
    r"|can any(?:one|body) (?:else )?(?:over)?hear\b|have you got (?:your )?headphones\b"
    r"|(?:have|do|did) i (?:still )?(?:got|have|get) (?:the|your) (?:right|same|correct|current"
    r"|best) (?:number|email"
    r"|address|mobile|phone)\b|is (?:that|this|it) (?:still )?(?:the|your) (?:right|same|correct"
    r"|best) (?:number|email"
    r"|address|mobile)\b|\b(?:number|mobile|phone|one) end(?:s|ing)(?: in)? (?:\d|zero|nought|one|two"
    r"|three|four"
    r"|five|six|seven|eight|nine)\b"
    r"|(?:are you |you )?(?:still )?(?:okay|ok|happy|good|all right|fine) (?:with|for) (?:that|it|this|the"
    r" recording|me to record|it to be on)(?: \w+){0,3}\W*$)"
)
_OF_THE_WAY = AnyCase(
    rf"{_LEAD}(?:"
    r"(?:did|could|have) you (?:\w+ )?(?:find|manage) (?:us|me|it|here|(?:the|a|your|some)(?: \w+)?"
    r" (?:parking|way|place|building|room|door|entrance|link|space|spot|stairs)|parking)"
    r"(?: (?:okay|ok|all right|alright|easily))?\W*$|how(?:'s| was| is) (?:the|your) (?:traffic|journey"
    r"|drive|parking|trip"
    r"|weather|heat|commute|rain)\b|did you come (?:straight|here|in|by|on|all the way)\b"
    r"|(?:did|have) you (?:get|got) (?:wet|soaked|here okay|in okay|stuck|caught)\b|you got (?:wet"
    r"|soaked)\W*$"
    r"|(?:you |do you |have you )?(?:got|have|get) a (?:sitter|babysitter|lift|ride)\b"
    r"|(?:will|would|do) you (?:have|like|want) (?:some |a |any )?(?:water|tea|coffee|tissues?|drink"
    r"|cushion)\b"
    r"|(?:are you |you )(?:warm|comfortable|comfy|cold)(?: enough)?(?: there)?\W*$"
    r"|(?:are you |you )?(?:good|okay|ok|fine|safe|all right) to (?:drive|walk|get home|go home|get back)\b"
    r"|(?:what|who)'?s? .{0,24}\b(?:okay|ok|fine) to (?:walk|drive)\b"
    r"|who(?:'s| is) (?:picking|collecting|driving) you\b)"
)
_OF_BEING_READY = AnyCase(
    rf"{_LEAD}(?:(?:are you |you )?(?:all )?(?:ready|set)(?: (?:to|for) (?:go|start|begin|that|it|this"
    rf"|another"
    r"|the next(?: one)?))?\W*(?:go\b\W*)?$"
    r"|(?:is )?(?:that|the|this)? ?(?:speed|pressure|volume|pace|height|chair|light|distance|strength)"
    r" (?:still )?(?:all right|okay|ok|alright|good|fine)(?: (?:for you|there))?\W*$"
    r"|(?:shall|will|can|should) we (?:start|begin|go|get going|crack on|kick off|get started)\W*$"
    r"|(?:is|does) (?:that|this) (?:okay|ok|all right|alright|sound okay|sound good|sound all right)"
    r"(?: with you| so far)?\W*$)"
)
_ASKED = (_OF_THE_CALL, _OF_THE_WAY, _OF_BEING_READY)
_MOST_ASKED, _MOST_ANSWERED = 16, 40
_LAUGHS = AnyCase(r"^\s*[\[(](?:\w+ )?(?:laugh\w*|chuckl\w*|giggl\w*|smil\w*|both laugh\w*)(?: \w+)?[\])]")


def is_by_the_way(exchange: Exchange) -> bool:
    """Whether a question asks for nothing of a note, and the answer tells nothing of one either."""
    asked, said = exchange.question.words, exchange.answer.words
    if word_count(asked) > _MOST_ASKED or word_count(said) > _MOST_ANSWERED:
        return False
    if not any(form.search(asked) for form in _ASKED):
        return False
    return not (
        RISK_WORDS.search(f"{asked} {said}")
        or names_a_drug(said)
        or says_how_it_goes(said)
        or LIFE_EVENT.search(said)
    )


def is_laughed_at(exact: str) -> bool:
    """Whether the transcript has a laugh where somebody begins: what stands before it was a joke."""
    return _LAUGHS.search(exact) is not None
