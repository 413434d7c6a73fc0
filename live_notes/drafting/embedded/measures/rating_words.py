"""What is rated in sessions, by the words in which it is asked for."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.measures.ruler_words import SCALE, how_much, things_rated
from live_notes.drafting.language.any_case import AnyCase

HOW_TRUE = "how true the preferred belief felt"
TOPICS: tuple[tuple[str, AnyCase], ...] = (
    (HOW_TRUE, AnyCase(r"\bhow true\b|\bvoc\b")),
    ("distress (SUDS)", AnyCase(r"\bsuds?\b")),
    ("disturbance", AnyCase(r"\bhow (?:much )?disturb\w+|\bdisturbance\b")),
    ("distress", AnyCase(r"\bhow (?:distress\w+|upset\w*)|\bdistress\b")),
    ("anxiety", AnyCase(r"\banxiety\b|\bhow (?:anxious|nervous|scared|panicky|frightened)\b|\bfear level\b")),
    ("the urge", AnyCase(r"\b(?:the |your |that )?(?:urge|craving)s?\b")),
    ("the pain", AnyCase(r"\b(?:the |your )pain\b")),
    ("the tension", AnyCase(r"\b(?:the |your )?tension\b")),
    ("anger", AnyCase(r"\b(?:the |your )?anger\b|\bhow angry\b")),
    ("shame", AnyCase(r"\bshame\b|\bhow ashamed\b")),
    ("guilt", AnyCase(r"\bguilt\b|\bhow guilty\b")),
    ("sadness", AnyCase(r"\bsadness\b|\bhow sad\b")),
)
"""What a note calls it, and the words that ask for it."""


THE_NUMBER = "the number"
"""What is rated without saying what it is: both know it."""
ASKS_NUMBER = AnyCase(
    r"^(?:(?:so|and|then|now|okay|good|right)[, .]+)*(?:what(?:'s| is) (?:your|the) (?:number|level|rating)"
    r"(?: (?:right )?now| at)?|(?:your |the )?number(?: now)?|(?:give me (?:a|your|the) number)"
    r"|where are you(?: at)?(?=,? zero))(?:,? (?:from )?(?:zero|nought|one) to (?:ten|a hundred))?\W*$"
)
TELLS_OF_THEN = AnyCase(
    r"\b(?:take|walk|talk) me (?:through|back)\b|\bwhat happened\b|\bhow(?:'d| did) (?:that|it|the \w+"
    r"|you) (?:go"
    r"|get on)\b|\btell me (?:about|what)\b|\b(?:months?|weeks?|years?|days?) ago\b|\blast (?:week|night"
    r"|time)\b"
    r"|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
"""Has the client tell of another time: a number given in that is none of now."""
GIVES_NUMBERS = AnyCase(
    r"\b(?:take|watch|give me|call(?: me)?(?: out)?|tell me|keep (?:giving|calling|telling)(?: me)?"
    r"|read(?: me)?"
    r"|say|track|note)(?: out)? (?:the|your|me the|some|those) (?:numbers?|levels?|suds|ratings?)\b"
    r"(?! (?:of|for) (?:the|your) (?!anx|fear|distress|urge))|\bnumbers? (?:every|each|as (?:it|we|you)"
    r"|out loud)\b"
    r"|\b(?:tell me|say) (?:when|if|as) (?:it|the number) (?:drops|moves|changes|goes|comes|shifts)\b"
)
"""Has the client say the number whenever it moves."""
SUMS_UP = AnyCase(
    r"\b(?:start(?:ed|ing)?|began|begun|went in|came in)\b[^?]{2,60}\b(?:peak(?:ed)?|top(?:ped)?"
    r"|high(?:est)?|up to|max"
    r"|worst|climbed|rose|hit)\b[^?]{2,60}\b(?:now|end(?:ed|ing)?|finish(?:ed)?|down to|back to|out at"
    r"|by the end)\b"
    r"|\b(?:peak(?:ed)?|topped out)\b[^?]{2,60}\b(?:now|end(?:ed|ing)?|finish(?:ed)?|down to|back to"
    r"|by the end)\b"
)
"""Tells a course of ratings over again: where it began, its peak, where it is."""
VOLUNTEERS = AnyCase(
    r"^(?:(?:yeah|so|and|okay|oh)[, ]+)*i'm (?:now |down |back |still |sitting )*(?:at|to),? (?:an? |about "
    r"|maybe |like |around |(?:eh|em|er|um|uh|hm+),? )*"
)
"""A client tells where the number is, without being asked."""


def rating_shown(text: str, spoken: str) -> str:
    """What a sentence says was rated, where the clinician's words ask for that; else nothing."""
    if text.startswith(f"Asked for {THE_NUMBER}, "):
        return f"asked for {THE_NUMBER} gave"
    named = (name for name, asked in TOPICS if f" rated {name} " in text and asked.search(spoken))
    name = next(named, "")
    if name:
        return f"rated {name}"
    if not SCALE.search(spoken):
        return ""
    thing = next((one for one in things_rated(spoken) if f" rated {one} " in text), "")
    return f"rated {thing}" if thing or (how_much(spoken) and " rated how " in text) else ""


def as_spoken(scale: re.Match[str] | None) -> str:
    """A scale in the words it was asked for in."""
    return "" if scale is None else scale.group().lower()


def as_scale(scale: re.Match[str] | None) -> str:
    """A scale by its ends: "1 to 7", "out of 10"."""
    if scale is None:
        return ""
    most = (scale["to"] or scale["of"]).lower().removeprefix("a ").removeprefix("one ")
    figure = {"ten": "10", "seven": "7", "hundred": "100"}.get(most, most)
    return f"1 to {figure}" if figure == "7" else f"out of {figure}"
