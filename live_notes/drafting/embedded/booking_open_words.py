"""The words in which the next session is left open, by either."""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase

NOT_FIXED = "Next session not fixed:"
"""How a note says that no day was fixed."""
_WHEN = r"(?:when|once|after|as soon as|whenever|if|the minute|till|until)"
_REACHES = (
    r"(?:ring|call|phone|text|e-?mail|message|contact|be in touch|get in touch|let you know|get back to you"
    r"|drop you)"
)
CLIENT_LEAVES = AnyCase(
    rf"\b(?:i'll|i will|can i|could i|i'd rather|i'd sooner|let me|may i|i can|that i|if i) (?:just "
    rf"|maybe |only )?{_REACHES}\b(?! (?:him|her|them|my|his|our|mam|mum|dad|me|it|(?-i:[A-Z]))\b)"
    rf"\b[^.?]{{0,30}}\b{_WHEN} (?:i|we|my|the|it|they)\b(?!(?: \w+){{0,3}} (?:bad|worse|low|panic|urge"
    rf"|wobbl\w+|stuck|need"
    r" (?:help|you|to talk)|scared|struggl\w+))"
    r"|\b(?:can|could|will) i leave it (?:with you|open|that i|for now|there)\b"
    r"|\bi'll leave it (?:for now|open|at that|for the"
    r" moment|a while|till|until|with you)\b|\bi (?:don't|wouldn't) want to (?:be )?(?:put(?:ting)?"
    r"|book(?:ing)?|fix(?:ing)?"
    r"|pin(?:ning)?|nam(?:e|ing)) (?:a|any|you down to a|down a) (?:day|date|time)\b|\bi(?:'d"
    r"| would)? (?:prefer|rather|like)"
    r" not to book\b|\bi don't know (?:yet )?when i(?:'ll| can| could) (?:next )?(?:make it|come|be free"
    r"|be back)\b"
)
"""A client will say when."""
NO_DATE = AnyCase(
    r"\b(?:i'll not|i won't|i will not|we won't|we'll not|let's not|i (?:don't|wouldn't) want to"
    r"|i'd rather not|we needn't)"
    r" (?:give you|put|book|make|fix|set|name|pin|schedule)[^.?]{0,20} (?:an? |any |the )?(?:time|date"
    r"|day|appointment|slot"
    r"|session|anything)\b"
    r"|\b(?:we'll|we can|let's|i'll|we) (?:leave|keep) (?:it|that|the next one|things) (?:open|loose"
    r"|with you|there for now|at that"
    r" for now|up to you)\b"
    rf"|\b(?:you|just|you'll|you can|so you|do that,?|do,?|and) (?:just |can |you )?(?:ring|call|phone"
    rf"|text|e-?mail|message|contact"
    rf"|get in touch|let (?:me|us) know|give (?:me|us|the (?:office|desk|clinic)) a (?:ring|call|shout"
    rf"|bell))\b[^.?]{{0,40}}\b{_WHEN}"
    r" you(?:'re| are| want| get| know| come|'ve| have| feel ready| can)\b(?! (?:in |at )?(?:crisis"
    r"|danger|unsafe|panick\w+|low"
    r"|worse|bad|stuck|scared|struggl\w+|need|want to (?:die|hurt|harm|use|drink)))"
    r"|\b(?:i'll|i'd|i will|reception(?:'ll| will)?|the (?:desk|office|clinic|secretary|team)(?:'ll"
    r"| will)?|they'll|we'll|somebody"
    r" will|someone will) (?:ring|text|call|write to|e-?mail|message|send|be in touch with"
    r"|contact) you (?:with |a |an |the "
    r"|new |next )*(?:date|appointment|time|day|slot)\b"
    r"|\b(?:there's|there is|we have) no (?:date|appointment|day|next session) (?:yet|fixed|booked|set"
    r"|for now)\b"
)
"""A clinician fixes no day."""
