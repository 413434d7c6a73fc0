"""The words of remarks that lead a talk and are no part of it: of the room, of papers, of an exercise."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase

SO = r"^(?:(?:so|and|but|now|okay|ok|right|well|oh|good|great|perfect|lovely|yeah|yes|no)[,. ]+)*"
ROOM = AnyCase(
    r"\b(?:did|do) you (?:come|get here|drive|walk|cycle) (?:by|on|in"
    r"|over|here|up)\b"
    r"|\bstraight from (?:class|work|college|school|the (?:office|airport|gym|shops))\b"
    r"|\b(?:find|found) us\b|\bbeat me (?:here|to it)\b|\b(?:find|found) (?:somewhere|a (?:space|spot)"
    r"|the (?:place|building|office|room))\b.*\b(?:park"
    r"|ok|okay|easily"
    r"|all right|alright|easy)?|\bsomewhere to park\b|\bparking\b|\bcar ?park (?:full|busy)\b"
    r"|\b(?:still )?(?:raining|lashing|bucketing|pouring|snowing|drizzling|tipping down|boiling"
    r"|roasting|freezing"
    r"|baking|chilly)\b|\bthat (?:heat|rain|wind|cold|snow)\b|\b(?:that|your|the) (?:coat|umbrella"
    r"|jacket|brolly|scarf)"
    r"\b|\bwaiting (?:room|outside|downstairs|in the car)\b|\b(?:drop|dropped|dropping|drive|brought)"
    r" you(?: off| in)?\?"
    r"|\b(?:a |some |any )?(?:cuppa|cup of (?:tea|coffee)|(?:glass|drink|bottle) of water|(?:tea|coffee"
    r"|water|tissues?)"
    r" (?:before|if you|there|behind|over|on the))\b|\b(?:tissues|water) (?:there|here|behind|beside"
    r"|next)\b"
    r"|\b(?:nice|love|like) (?:the|your|that) (?:hair|haircut|jumper|sweater|top|shirt|shoes|dress"
    r"|background|mug)\b"
    r"|\bnice (?:hair|haircut)\b|\b(?:is|are) (?:where i'm sitting|the (?:chair|light|volume|speed"
    r"|heating|temperature"
    r"|window|blinds?|camera|sound|screen))\b|\b(?:warm|cold|comfortable|comfy) enough\b|\bthe (?:car"
    r" seat|buggy|pram"
    r"|radiator|fan)\b|\b(?:pop|throw|put|hang) (?:the|your|that) (?:car seat|coat|bag|jacket|umbrella)\b"
    r"|\bhand (?:out|down|in) with (?:that|the|your)\b"
    r"|\b(?:want|like|need|fancy|get you|have) (?:some|a|any)(?: (?:glass|cup|mug|drop|sip|bottle) of)?"
    r" (?:water|tea|coffee|brew|squash|biscuit|tissue|cushion|blanket)\b"
    r"|\b(?:he|she|they|baby|it) (?:sleep|slept|asleep|sleeping|fall asleep|settle"
    r"|wake up)\b[^?]*\b(?:car|buggy|pram"
    r"|way here|on the way|journey)\b",
)
"""What a clinician says of the room, the weather, the way there and what there is to drink."""
MANAGES = AnyCase(
    r"\bset (?:the|an|our) agenda\b"
    rf"|{SO}let me (?:just )?(?:look|count|tot|see|check|find|get (?:my|the)|think|write that|add|pull"
    rf"|grab)\b"
    r"(?!.{0,12}\b(?:if|whether|how|your (?:blood|heart)))"
    r"|\b(?:i )?(?:see|saw|notice|noticed) (?:that )?you(?:'ve| have)? (?:filled|brought|got your|done"
    r" the|completed"
    r"|ticked|signed|made it|found)\b|, i see you\W*$|\byou(?:'ve| have)? filled (?:in |out )?the form\b"
    rf"|{SO}i(?:'ll| will) read (?:that|it|this) back\b"
    rf"|{SO}(?:we can |we'll |let's )?come back to (?:it|that|this)\W*$"
    rf"|{SO}(?:i'd like(?: us)? to|i want(?: us)? to|i'm (?:going to|gonna)(?: have us)?|let's|can we"
    rf"|could we"
    r"|shall we|why don't we|let me|we could|how about we|will we)(?: just| maybe| quickly)* (?:try|do"
    r"|practi[cs]e"
    r"|have a go at|show you|play with|experiment with)(?: \w+)?(?: out)? (?:something|one|a thing"
    r"|a little thing"
    r"|(?:a |one )(?:\w+ )?(?:exercise|one))\b(?:(?:(?! to | that | where | of ).){0,40})$"
    rf"|{SO}(?:gently |slowly |when you're ready,? )*open your eyes\b.{{0,40}}$",
)
"""What a clinician says to lead the talk, or of their papers."""
PROMPTS = AnyCase(
    rf"{SO}(?:just |you |then |please )*(?:notice(?: (?:that|it|what comes))?|go with (?:that|it|the"
    rf" [\w ]{{1,20}})"
    r"|stay with (?:that|it|the [\w ]{1,20})|keep (?:going|breathing|it there|noticing|tapping)|hold"
    r" (?:it|that|your"
    r" breath|the (?:picture|image|memory)|those words)\b.*|bend (?:over|forward|down)\b.*|follow my"
    r" (?:fingers?|hand)"
    r"|follow along|(?:big |slow |deep |quick )+breaths?\b.*|breathe (?:in|out)\b.*|say it again|same"
    r" (?:ending|again)"
    r"|again|and (?:go|stop|up|out|in|relax)|just (?:the )?facts|describe|express|assert|reinforce"
    r"|negotiate"
    r"|one more (?:time|go|set)|bit longer|don't (?:sit down|open your eyes)|(?:and )?ready|now your"
    r" \w+|go on"
    r"|tell me more|say more|take your time|hold (?:the picture|up)\b.*)(?:[.,!]| (?:first|next|now"
    r"|there|too))*\W*$",
)
"""A few words that keep an exercise going."""
SETS_UP = re.compile(
    r"\b(?:is|are) (?:where i'm sitting|the (?:chair|light|volume|speed|heating|temperature|window"
    r"|blinds?|camera|sound"
    r"|screen|pulsers?|buzzers?|tappers?))\b[^?]*\?|\bcan you (?:see|follow) my (?:hand|fingers)\b",
    re.IGNORECASE,
)
"""Asks whether what an exercise needs is where it should be."""


def is_remark(words: str) -> bool:
    """Whether words only lead the talk, or are of the room, and are no matter of the question after them."""
    return bool(ROOM.search(words) or MANAGES.search(words))
