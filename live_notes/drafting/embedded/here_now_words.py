"""What only sounds like a step: a thought experiment, the handling of a tool, the counting of days.

"Suppose that tonight a miracle happens" is asked to be answered, "I'll bring the recorder along" is done at
once, "and the strength?" is asked of the tappers, "hang on, if you fly on the third" finds a date.
"""

from __future__ import annotations

from live_notes.drafting.embedded.act_words import WHEN
from live_notes.drafting.embedded.step_words import LEAD, OFTEN, WEEKDAY
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


def is_only_here(words: str) -> bool:
    """Whether what a clinician says is supposed, handled, set or counted there and then."""
    if _OF_A_MIRACLE.search(words) or _OF_A_TOOL.match(words) or _FINDS_A_DATE.match(words):
        return True
    if _SUPPOSES.match(words):
        return not _PRACTISED.search(words)
    return _HANDLES.match(words) is not None and not _LATER.search(words)
