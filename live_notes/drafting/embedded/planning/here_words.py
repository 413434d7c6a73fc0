"""The words by which a clinician leads what is done there and then: no step for later."""

from __future__ import annotations

from live_notes.drafting.embedded.acting.act_words import IN_SESSION, WHEN
from live_notes.drafting.embedded.planning.step_words import DIRECTED_HERE, LEAD, OFTEN, TRIED_HERE, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.remembered import remembered

_HERE = AnyCase(
    rf"{LEAD}(?:before we [^,?]{{3,40}}?,? )?"
    r"(?:(?:let's|let us|we'll|we can|we could|shall we|i(?:'d| would) like (?:us )?to|i"
    rf" want(?: us)? to)"
    r" (?:just |also |maybe |quickly |always |first )*"
    r"(?:check the (?:facts|evidence)|(?:set|agree|make|do|sort out) (?:the|an|our|a|today's) agenda"
    r"|(?:go|come|get|circle|jump) back (?:over|to)\b"
    r"|(?:change|switch|swap|move)(?: over)? to (?:the )?(?:taps|tapping|tappers|buzzers|tones|paddles"
    r"|butterfly|eye movements)\b"
    r"|(?:write|jot|put|note|get) (?:down |up )?(?:the|your|a|that) (?:prediction|hot thought|rating"
    r"|number)s?\b"
    r"|draw (?:it|that|this)|(?:put|get|write) (?:it|that|this) (?:on|up|down on|down here) (?!the fridge)"
    r"|put the [a-z ]+ in the (?:container|box|safe|vault)|do (?:a |the |another |some )?(?:bit of"
    r"|chain|review|round|set\b"
    r"|worksheet|thought record|role|dear man|experiment)|role[- ]?play|slow (?:it |that |this )?down"
    r"|stay with"
    r"|(?:look at|go through|walk through|run through) (?:the|your|that|this|it)\b|unpack|give it"
    r" (?:a bit|a minute|a moment))"
    r"|(?:okay|right|alright)?[, ]*(?:bend (?:over|forward|down)|hold (?:your breath|the (?:picture"
    r"|image|words|memory))"
    r"|stand up|stood up|sit (?:up|back|down)\b|lean (?:forward|back)|breathe (?:in|out|normal)|big"
    r" (?:quick|deep) breaths?"
    r"|keep going\b|just (?:notice|facts|observe|breathe)|go with (?:that|the|it)|stay with|notice"
    r" (?:that|it|what)"
    r"|noticing (?:that|it|what|where|how)|(?:right )?now,? (?:bring|turn|shift|move|put) (?:your|the)"
    r" (?:attention|focus)|right now,? (?:go|start|bring|close|think|picture|imagine|notice|say|put|take"
    r"|try|hold)\b|(?:just )?try one thing\b|let me do (?:a|one|another)\b[^?]*\bnow\b"
    r"|follow my|one more time|say it again|try it on me|have (?:another|a) go\b))"
)
_AGENDA = AnyCase(
    rf"{LEAD}(?:(?:i want|i'd like|we'll|we will|let's|shall we|can we|we can|we could"
    rf"|i was thinking we(?:'d|'ll"
    r"| could| might| can)?)(?: to)?(?: just| first| maybe)*) (?:go over|review|look (?:at|over)"
    r"|catch up on|start"
    r" with|hear (?:about|how)|first see|do|check) (?:your|the|how|last week's) (?:\w+ ){0,2}?(?:homework"
    r"|diary|week"
    r"|practice|records?|logs?|forms?|questionnaires?|weight|experiment|imaginal|exposures?|recording"
    r"|card|list)\b"
    r"[^?]*\b(?:then|after that|first|and leave)\b"
)
"""Says in which order today's matters come."""
_THOUGHT = AnyCase(
    rf"{LEAD}(?:let's|let us|we'll|shall we|can we) (?:just )?take (?:that|this|the|your|one)(?: \w+){{0,2}}"
    r" (?:thought|worry|belief|example|situation|prediction)\b"
)
"""Takes up a thought to work on it; the day in its name is the day it came."""
WHEN_LATER = AnyCase(rf"\b{WHEN}")
_LATER = AnyCase(
    rf"(?:(?<!from )(?<!over )(?<!of )\b{WHEN}|\b{OFTEN}|\b{WEEKDAY}|\bat (?:home|night)\b"
    rf"|\bhomework\b|\bnext (?:time|week|session)"
    r"|\btonight\b|\btomorrow\b|\bwhen(?:ever)? you\b|\buntil we\b|\bbetween sessions\b)"
)
_NOW = AnyCase(r"\b(?:right now|here and now|in here today|with me now|for a (?:moment|minute|second))\b")


_AT_ONCE = AnyCase(
    rf"{LEAD}(?:(?:just|right) now|this minute|before you (?:get on|start|go in|look|open it|do it|step on"
    rf"|stand up))\b"
    r"|\b(?:just|right) now\W*$|\bbefore you (?:get on|step on|look at the (?:scale|number))\b"
    rf"|{LEAD}(?:write|jot|put|note) (?:it|that|this) down (?:just |right )?now\b"
)
"""To be done there and then, whatever else is named beside it."""


_OF_A_PART = AnyCase(
    r"\b(?:ask|invite|see if) (?:that|this|the|her|him|it|them)\b[^?]*\b(?:step|stand|move) (?:back|aside)\b"
    r"|\b(?:ask|let) (?:that|this|the) (?:\w+ )?part\b"
)
"""Speaks to a part of the client there and then."""


_ANALYSES_A_DAY = AnyCase(
    rf"{LEAD}(?:let's|let us|we'll|we can|shall we|i'd like (?:us )?to|i want (?:us )?to|can we)"
    r" (?:\w+ )?(?:do|go over|go through|look at|walk through|map out|map|draw|unpick|take apart|trace)"
    r" (?:the |a |your |that |our )?(?:\w+ )?(?:chain|analysis|thought record|cycle|incident|episode|attack"
    rf"|row|argument|flower|formulation|panic)(?: analysis)? (?:on|of|for|from|about) (?:the "
    rf"|last )?{WEEKDAY}"
)
"""Goes over what came to pass on a day that is named."""
_BOTH = (
    r"(?:let's|let us|we'll|we will|we can|we could|shall we|should we|could we|can we|want to|let me"
    r"|i'd like (?:you|us) to|i want (?:you|us) to|i'd like you to|see if you can|try to|try and|you can)"
)
_JUST = r"(?:just |gently |now |maybe |quickly |slowly )*"
_IMAGERY = AnyCase(
    rf"{LEAD}(?:{_BOTH} )?{_JUST}"
    r"(?:(?:come|bring (?:your(?:self)?|it)(?: (?:attention|mind|focus|awareness))?|turn your (?:attention"
    r"|mind)) (?:back |gently )*(?:from|to) (?!(?:(?:the|your|our|my) )?(?:see|me|us|therapy|treatment"
    r"|counsell?ing|work|school|class|group|clinic|hospital|er|emergency|surgery|office|practice|department"
    r"|town|session)\b)"
    r"|(?:put|place|let|leave|lock|zip|pack|send|tuck|pour|wrap|seal|shut|set)\b (?:\w+ ){0,2}?(?:what(?:'s"
    r"| is|ever(?:'s| is)?) (?:left|still|over|there)|anything|whatever|(?:the|any|that|this) (?:rest|sadness"
    r"|feelings?|image|picture|memor(?:y|ies)|worr(?:y|ies)|fear|anger|grief|distress|sounds?|smells?))\b"
    r"[^?]{0,60}\b(?:in|into|inside|away|behind)\b)"
)
"""Leads the mind somewhere: back from where it wandered, or what is left into a place to keep it."""
_ONE_MORE = AnyCase(
    rf"{LEAD}(?:{_BOTH} )?{_JUST}(?:try|do|use|have|take|make|go for|run)"
    r" (?:(?:another|one more|a different|the next|a few more|some more|a couple more|a second|one last"
    r"|a quick|a short|a longer|an easier|a harder|a new) (?:things?|rounds?|sets?|ways?|angle|examples?"
    r"|question|exercises?|approach|go|minutes?|breaths?|ones?|reps?|laps?|tr(?:y|ies)|pass|bit|spins?|runs?"
    r"|check|number|rating|scan|lot)|something (?:else|different)|one more)\b"
)
"""Goes on at once with something of the kind just done."""
_FOR_MINUTES = AnyCase(
    rf"{LEAD}(?:{_BOTH}|just|now) {_JUST}(?:do|try|have|take|sit|hold|stay|practi[cs]e|keep|go|give|spend"
    r"|breathe|run|rest|pause|wait|watch|listen|be)\b[^?]{0,50}\bfor (?:an?|one|two|three|four|five|six"
    r"|another|a few|a couple(?: of)?|sixty|thirty|twenty|ninety|\d\d?)(?: more)?"
    r" (?:minutes?|seconds?|breaths?|moments?|rounds?)\b\W*(?:(?:then|and|together|first|here)\b[^?]*)?$"
)
"""Does something together for a few minutes."""
_TO_A_PART = AnyCase(
    rf"{LEAD}(?:{_BOTH}|can you|could you|would you|will you|maybe)? ?{_JUST}(?:ask|invite|tell|thank"
    r"|see if|check (?:with|if)|let) [^?]{1,50}?\b(?:step(?:ping)? (?:back|aside)|(?:giv(?:e|ing))"
    r" (?:us |you |me )?(?:some |a (?:bit of |little )?)?(?:space|room)|soften(?:ing)?|unblend(?:ing)?"
    r"|mak(?:e|ing) (?:some |a (?:bit of |little )?)?(?:space|room)|sit (?:down|back)|mov(?:e|ing) (?:over"
    r"|back)|stand(?:ing)? (?:back|aside|down)|wait(?:ing)? outside|let(?:ting)? (?:us|you) (?:talk|listen"
    r"|get to know))\b"
)
"""Asks something of a part, or of a voice."""


_NOT_YET = AnyCase(
    rf"{LEAD}(?:don't|do not) (?:turn|open|touch|look at|move|let go of|pick|close|wash|wipe|swallow|drop"
    rf"|say|step"
    r"|get up|come out|answer) (?:it|that|them|your \w+|anything|in|out|up)?(?: up| off"
    r"| down)? ?(?:just )?yet\W*$"
    rf"|{LEAD}if (?:you|it) [^,?]{{3,50}}, (?:just |you can |please |then )*(?:(?:raise|lift|put up"
    rf"|hold up|wave) (?:your|a|up)"
    r"|(?:say|tell me|give me|let me know|look at me|open your eyes|squeeze|hold up))\b"
)
"""Holds the client back, or says how they can stop it."""


def _is_led_in_mind(words: str) -> bool:
    return bool(
        _NOT_YET.match(words)
        or _IMAGERY.match(words)
        or _ONE_MORE.match(words)
        or _FOR_MINUTES.match(words)
        or _TO_A_PART.match(words)
    )


@remembered
def leads_here(words: str) -> bool:
    """Whether a clinician leads what both do at once, or steadies the client."""
    if _AT_ONCE.search(words) or (_AGENDA.match(words) and WHEN_LATER.search(words) is None):
        return True
    if _OF_A_PART.search(words) or _ANALYSES_A_DAY.match(words):
        return True
    return bool(TRIED_HERE.match(words) or _THOUGHT.match(words)) or (
        (_HERE.match(words) is not None or _is_led_in_mind(words)) and not _LATER.search(words)
    )


@remembered
def is_of_now(words: str) -> bool:
    """Whether a clinician speaks of what is done in the room, at once."""
    if _THOUGHT.match(words):
        return True
    if _LATER.search(words):
        return False
    return bool(
        _HERE.match(words)
        or _is_led_in_mind(words)
        or _NOW.search(words)
        or TRIED_HERE.match(words)
        or DIRECTED_HERE.match(words)
        or IN_SESSION.match(words)
    )
