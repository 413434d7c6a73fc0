"""The words in which a clinician asks what became of a task."""

from __future__ import annotations

from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.language.any_case import AnyCase

_TASK = (
    r"(?:log|diary|record|records|sheet|worksheet|breathing|exercises?|practice|practi[cs]ing|homework"
    r"|letter|list|journal"
    r"|card|diary card|ladder|experiment|exposures?|recording|script|reading|thought (?:record|diary)"
    r"|chart|app|meditation"
    r"|mindfulness|relaxation|grounding|walk|walks|walking|swim|swimming|stretches|schedule|plan|tapping"
    r"|body scan|worry time"
    r"|sensate focus|mirror (?:work|exercise)|steps|task|tasks|challenge|questionnaire"
    r"|chain analysis(?: sheet)?|tracker)"
)
REVIEWS = AnyCase(
    rf"{LEAD}(?:were|was) (?:you|ye|he|she) able to (?:try|do|practi[cs]e|use|get|keep|make|ring|call"
    rf"|talk|go|write|fill|read|tell"
    r"|ask|have)\b"
    rf"|{LEAD}did you (?:get to|get (?:a )?(?:chance|round)|get around|manage|have a (?:chance|go)"
    rf"|remember to|try|do|practi[cs]e"
    r"|use|keep|write|fill|finish|ring|call|phone|read|go|talk to|speak to|ask|tell|both)\b(?! (?:you"
    r"|that|it) (?:feel|think|mean))"
    r"(?![^?]*\b(?:as a (?:child|kid|boy|girl)|back then|growing up|ever|when you were|at school|college"
    r"|university)\b)"
    rf"|{LEAD}you (?:were|said you(?:'d| would| were)) (?:going to|gonna|to|supposed to|meant to"
    rf"|planning to|thinking of|hoping to)"
    r" (?!say|be\b|die|feel|cry)"
    rf"|{LEAD}(?:and |what about |how about |how was |how were |how is |how's |how did (?:you (?:get on"
    rf"|find|manage|do) with )?)"
    rf"(?:the|your|that) (?:\w+ ){{0,2}}?{_TASK}\b"
    rf"|{LEAD}(?:the|your) (?:\w+ ){{0,2}}?{_TASK},? (?:did|how|were|any|have)\b"
    r"|\bhow (?:many|often)(?: \w+)? did you (?:practi[cs]e|do (?:it|that|the|them)|manage|use|try|walk"
    r"|go|write)\b"
    rf"|{LEAD}we (?:said|agreed|had|set|settled on) (?:\w+ ){{0,3}}?(?:pages?|times|minutes|walks?|days?"
    rf"|nights?|entries|lines?)\W*$"
)
"""Asks what became of what was to be done."""
SAYS_NOTHING = AnyCase(
    r"^(?:\W*(?:um+|uh+|well|yeah|oh|hm+|what|which|sorry|pardon|i don't know|what do you mean)\W*)+$"
)
"""Answers nothing."""
