"""What only sounds like a step: a thought experiment, the handling of a tool, the counting of days.

"Suppose that tonight a miracle happens" is asked to be answered, "I'll bring the recorder along" is done at
once, "and the strength?" is asked of the tappers, "hang on, if you fly on the third" finds a date.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.act_words import WHEN
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

_SUPPOSES = AnyCase(
    rf"{LEAD}(?:(?:i want you to|i'd like you to|can you|could you|just|let's|let us|for a (?:moment"
    rf"|minute|second),?) )*"
    r"(?:suppose|supposing|pretend|imagine|let's say|say)(?: (?:that|just|for a (?:moment|minute|second)"
    r"|now))*,?"
    r" (?:it(?:'s| is|'d| was)|we|you(?:'re| are| woke| wake| were| had| could| did| go| get| went| got"
    r"|'d|'ve| have)\b"
    r"|your|there|i|he|she|they|tonight|tomorrow|overnight|a|an|the|one|some|this|all|everything|nobody"
    r"|somebody|nothing"
    r"|while)\b"
)
_OF_A_MIRACLE = AnyCase(r"\b(?:miracle|magic wand|crystal ball|time machine|genie)\b")
_PRACTISED = AnyCase(
    rf"\b(?:{OFTEN}|before bed|at home|homework|for \w+ minutes|between (?:now|sessions)|practi[cs]e)\b"
)
"""An image that is to be practised, which is a task."""
_HANDLES = AnyCase(
    rf"{LEAD}(?:i'll|i will|i'm (?:just )?(?:going to|gonna)|let me|can i|i've to|i need to)(?: just"
    rf"| also| quickly| only)*"
    r" (?:bring|take|carry|hold|keep|leave|put|switch|turn|pause|restart|stop|start|move|grab|pop|fetch"
    r"|get|set|mute)"
    r"(?: (?:on|off|down|up|along))? (?:this|the|my|our|that|a)(?: (?:little|wee|small|old|big|kitchen"
    r"|stupid))?"
    r" (?:recorder|recording|tape|timer|stopwatch|clock|laptop|clipboard|pulsers?|tappers?|buzzers?"
    r"|paddles|headphones"
    r"|light ?bar|camera|mic\w*|window|heater|fan|door|whiteboard|board|blinds?|curtains?|lamp)\b"
)
"""What a clinician does with the things of the room."""
_CHECKS = AnyCase(
    rf"{LEAD}(?:i'll|i will|i'm (?:just )?(?:going to|gonna)|let me|we'll|let's|can i|i need to|i want to)"
    r"(?: just| also| quickly| only)* (?:check|re-?check|read|re-?read|say|repeat|look at"
    r"|have a look at|jot down|write down|note(?: down)?|take|get)(?: back| out| over)? (?:the|that|this"
    r"|those|these|your)(?: \w+)? (?:words?|belief|sentence|numbers?|ratings?|scores?|picture|image|feeling"
    r"|suds?|voc)\b"
)
"""What a clinician goes over at once: "I'll just check the words"."""
_OF_A_TOOL = AnyCase(
    r"^(?:(?:and|so|okay|right|now)[,. ]+)*(?:(?:is|are|how(?:'s| is| are)|what about|how about"
    r"|does) )?(?:that|the|this"
    r"|your)? ?(?:strength|speed|volume"
    r"|intensity|pace|rhythm|loudness|brightness|buzz(?:ing)?|sound|picture|signal|settings?|tappers"
    r"|pulsers|buzzers)(?: "
    r"(?:all right|okay|ok|alright|good|too (?:much|fast|strong|loud|slow)|for you|now|there|enough"
    r"|better|feel|right))*\W*$"
)
"""Asks how a tool is to be set."""
_FINDS_A_DATE = AnyCase(
    rf"{LEAD}(?:hang on|hold on|wait|wait a (?:minute|second|sec)|let me (?:see|think|count|look"
    rf"|work (?:it|that) out)"
    r"|one (?:sec|second|moment)|just a (?:sec|second|moment|minute)|bear with me)\b[,. ]+.{6,}"
)
"""Counts aloud, of days that are the client's own."""
_LATER = AnyCase(
    rf"(?:\b{WHEN}|\b{WEEKDAY}|\bnext (?:time|week|session)|\btonight\b|\btomorrow\b|\buntil we\b)"
)


_STOPS = AnyCase(
    rf"{LEAD}(?:(?:i'd like|i want|i'd prefer|i need|it's time|it makes sense|it'd be (?:good|wise"
    rf"|better|safer)"
    r"|i'd rather|i think (?:we|we'd|it's best) (?:should|better|to))(?: for us)? (?:to )?|i think"
    r" we(?:'ll| should| can)?"
    r" |(?:let's|let us|we'll|we should|we can|shall we|can we|i'm going to|we're going to|i'll)"
    r" )(?:just |maybe |now )*"
    r"(?:stop|pause|finish|halt|close(?: (?:down|up|off))?|wrap up|end|come out of|slow down|bring|leave"
    r"|pull (?:us )?back"
    r"|step back|rest)\b(?: (?:the |this |that |with |from )?(?:[\w-]+ ?){0,4})?\b(?:here|there|now|at"
    r" this point"
    r"|for (?:today|now))\b(?! (?:is|are|and (?:do|try|practise|practice))\b)"
)
"""Ends, or pauses, what is being done."""
_ENDS_AT = re.compile(r"stop|paus|finish|halt|clos|wrap|end|come|slow|bring|leav|pull|step|rest")
"""Without one of these nothing is ended; looked for in small letters."""
_RULE = AnyCase(
    rf"{LEAD}if (?:you (?:don't|do not|can't|didn't) (?:understand|follow|get|catch|hear)(?: me| it|"
    rf" that| something"
    r"| a word| anything)?|i (?:ask|say|speak|talk|go|get|use|start)\b[^,]{0,60}|(?:i'm|i am) (?:going "
    r"|talking |speaking "
    r"|being )?(?:too )?(?:fast|quick|loud|quiet|unclear)|anything (?:i (?:say|ask)|isn't clear|is"
    r" unclear))[^,?]{0,40},?"
    r" (?:then |just |please |you can |you could |do )*(?:put|raise|hold|lift|say|tell|stop|wave|ask"
    r"|shout|let|give|pass"
    r"|interrupt|signal|knock|tap|type)\b"
)
"""How a client may stop the talk, or ask to have it said again."""
_HANDS = AnyCase(
    rf"{LEAD}here(?:'s| is| are|'re) (?:the|your|a|an|some|that|my|those|two|another)\b"
    r"(?!(?: [\w-]+){0,3} (?:plan|idea|deal|thing|task|homework|challenge|suggestion|experiment|proposal)\b)"
)
"""Hands something over."""
_TASK = AnyCase(
    r"\b(?:fill|try|read|use|practi[cs]e|bring|keep|take|write|ring|call|do|put|listen|watch|note|mark"
    r"|tick)\b"
)
_MISSED = AnyCase(
    rf"{LEAD}(?:[\w' -]{{2,40}}, )?you (?:didn't|did not|never|missed|forgot|hadn't|weren't|skipped|left)\b"
    r"(?!.*\b(?:so|next time|will|you'll|we'll|could|try|want you|should|let's|tomorrow|from now|instead)\b)"
)
"""Goes over what was not done: nothing is set by it."""


def is_only_here(words: str) -> bool:
    """Whether what a clinician says is supposed, handled, set or counted there and then."""
    if _OF_A_MIRACLE.search(words) or _OF_A_TOOL.match(words) or _FINDS_A_DATE.match(words):
        return True
    low = words.lower()
    if _ENDS_AT.search(low) and _STOPS.match(words) and not _LATER.search(words):
        return True
    if ("if " in low and _RULE.match(words)) or ("you " in low and _MISSED.match(words)):
        return True
    if "here" in low and _HANDS.match(words) and not _TASK.search(words):
        return True
    if _SUPPOSES.match(words):
        return not _PRACTISED.search(words)
    at_once = _HANDLES.match(words) is not None or _CHECKS.match(words) is not None
    return at_once and not _LATER.search(words)
