"""The words by which somebody is given something to do or to leave: on a condition, by a day, or a third."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.step_words import DAY, LEAD, WEEKDAY
from live_notes.drafting.language.any_case import AnyCase

_PLEASE = r"(?:please |just |also |then |maybe )*"
_NOT_TO_DO = (
    r"(?!(?:tell|say|describe|explain|imagine|picture|guess|know|see|mean|like|feel|look|sound|seem|let|hope"
    r"|think|worry|forget|believe|be|want|need|have|get|work|wake|lose|end|wonder|notice|hold|stay with"
    r"|go (?:with|through|over|on|ahead|that|around)"
    r"|breathe|focus|beat|blame|or|and|but|that|it|you|i|we|he|she|they|the|a|so|then|maybe|not|no)\b)"
)
_VERB = rf"(?P<verb>{_NOT_TO_DO}[a-z-]+)\b"
_SAFE_FEEL = r"(?:feel (?:your|the)|hold (?:an?|the|some)|breathe|name)\b"
"""What steadies somebody who is told to do it later: "if you space out, feel your feet on the floor"."""
_BECOMES_SO = (
    r"if (?!you (?:want|can|could|would|had|were|like|look|think|don't mind|wouldn't mind|will)\b"
    r"|i\b|we\b|that's|it's (?:all right|okay|ok))"
    r"(?:you|you're|it|it's|things|the|your|an?|any|that|he|she|they|somebody|someone|one)\b[^?]{3,100}?"
)
_BY_A_DAY = (
    rf"(?:(?:by|before|on|until|this|next) (?:this |next )?{WEEKDAY}\b|\b{WEEKDAY}\b(?!s)"
    r"|tonight|tomorrow|this week(?:end)?|next week|\[DATE\w*\])"
)
_ACTS_AT_ONCE = (
    r"(?:call|text|message|phone|contact|page|go (?:to|straight|out|for|into|sit)|come|tell|reach out|use|put"
    r"|leave|step|walk|take out|do the|get out|ask|write)\b"
)

ON_CONDITION = (
    rf"(?P<when>{_BECOMES_SO}), (?:then )?{_PLEASE}(?P<what>(?:{_VERB}|(?P<steady>{_SAFE_FEEL})).+)$",
    rf"(?P<when>{_BECOMES_SO}),? (?:then )?you(?:'ll| will| can| could| should| would)? {_PLEASE}"
    rf"(?P<what>(?={_ACTS_AT_ONCE}){_VERB}.+)$",
)
"""What is to be done if something happens. An order needs its comma: the second form does not."""
BY_A_DAY = rf"you {_PLEASE}(?P<what>{_VERB}(?=[^?]*\b{_BY_A_DAY})(?![^?]*\blast\b).+)$"
"""What was agreed, said once more: "so you email her by Monday"."""

LEFT = re.compile(
    rf"{LEAD}(?:please |just )*(?:don't|do not|never) (?P<what>{_VERB}[^?]*?"
    r"(?:\byet\b|\buntil\b|\bbefore\b|\bthis week\b|\bagain\b|\banymore\b|\bany more\b|\bfor now\b"
    r"|\btonight\b|\bwhile you\b|\bwithout\b|\bon your own\b)[^,;]*)(?:[,;].*)?$",
    re.IGNORECASE,
)
"""What the client is told to leave for a time."""
ADVISED_AGAINST = AnyCase(
    r"\bi(?:'d| would) (?:hold off|hold back|wait on|stay away from|steer clear|skip|go easy)\b"
    r"|\bi (?:would not|wouldn't) (?:take|drive|drink|stop|quit|mix|use|skip|buy|send|sign|start|share|lend"
    r"|double|combine)\b(?! (?:it|that) personally)"
)
ASK_THE_DOCTOR = AnyCase(
    r"\byou (?:can|could|should|might|may)(?: also| always)? (?:ask|call|check with|talk to|message|see"
    r"|speak (?:to|with)|bring (?:it|that|this) up with) (?:your (?:\w+ )?(?:doctor|psychiatrist|prescriber"
    r"|pharmacist|gp|pcp|physician|nurse)|dr\b|the (?:doctor|pharmacist))"
)

_OTHER = (
    r"(?:(?:and )?(?:your (?:\w+ )?(?:wife|husband|partner|mom|mum|mother|dad|father|sister|brother|son"
    r"|daughter|friend|roommate|boss|manager|teacher|sponsor|aunt|uncle|grand\w+|girlfriend|boyfriend"
    r"|neighbou?r|doctor|psychiatrist)|(?:the|your|our) (?:gp|nurse|school|team|hospital|midwife"
    r"|health visitor"
    r"|pharmac(?:y|ist)|psychiatrist|crisis team|social worker|dietitian|clinic|surgery|key ?worker)"
    r"|my (?:colleague|supervisor|manager|secretary|co-?therapist|trainee)(?:,? (?-i:[A-Z])\w+)?"
    r"|dr\.? (?-i:[A-Z])\w+|\[\w+\]"
    r"|(?!(?:you|we|it|that|this|there|what|who|then|now|so|and|or|but|if|when)\b)(?-i:[A-Z])[a-z]+|she"
    r"|he|they))"
)
_THEIR_ACT = (
    r"(?:call|phone|ring|visit|see you|start (?:you|him|her|the)|prescribe|email|write to|refer|arrange"
    r"|do (?:the|your"
    r"|an?|some"
    r"|bloods)|text|come (?!around|across|off)|stay|keep (?:the|your|it|them|an? eye)"
    r"|hold (?:the|your|on to|it)"
    r"|take (?:the|your|over|you|him|her|care of the)|give (?:the|your|you the|me)|drive|lock|check (?:in|on"
    r"|the|your)|sit with|remind|pick (?:you|up|him|her|the)|watch the|bring|read|answer|let (?:me|you) know"
    r"|see you|meet|send|put|stop (?:asking|answering|checking)|leave (?:the|it)|reach out|look after|say)"
)
BY_A_THIRD = AnyCase(
    rf"{LEAD}(?:{_OTHER}, )?(?:when [^,?]{{3,50}}, |if [^,?]{{3,60}}, )?{_OTHER}"
    rf"(?:'s going to|'ll| will| is going to| are going to| knows? to| agreed to| has agreed to)"
    rf" (?:also |just |then )*{_THEIR_ACT}\b"
    rf"|{LEAD}i(?:'d| would) like {_OTHER} to (?!know\b|see\b)[a-z]+"
    rf"|{LEAD}(?:so )?{_OTHER} (?:calls|texts|comes|keeps|holds|takes|gives|drives|locks|checks|sits|reminds"
    r"|says|answers)\b[^?]*\b(?:me|you|i love you|when|if|every|each)\b[^?]*$"
    rf"|{LEAD}(?:{_OTHER}, )?(?:when|if) (?:you|he|she|they|it)\b[^,?]{{3,60}}, {_OTHER} (?:calls|texts"
    rf"|comes|says|answers"
    r"|takes|leaves|stays)\b"
)
"""What somebody who is not there is to do."""
WILL_DO = AnyCase(
    r"^(?:(?:okay|ok|yeah|yes|sure|and|so|then|well|maybe|i guess|i think)[,. ]+)*"
    rf"i(?:'ll| will|'m going to|'m gonna| can| could) (?:just |also |definitely )?{_VERB}"
    rf"(?=[^?]*(?:{_BY_A_DAY}|\bon my way\b"
    r"|\bfrom the (?:car|parking lot)\b|\bbefore (?:bed|work|school)\b))"
)
"""What a client says they will do, in any verb, by a time to come."""
CALL_IF = re.compile(
    rf"{LEAD}if [^?]{{5,100}}, (?:[^?]*\b)?(?:call|text|page|phone|message) (?:me|us|the|your|911|988"
    rf"|nine)\b[^?]*$",
    re.IGNORECASE,
)
"""Whom to call if something happens, whatever else is to be left."""
_PRACTICE = (
    r"(?:(?:safe|calm|peaceful) place|breath\w*|diary|log|worry (?:list|time|window)|body scan|relaxation"
    r"|recording|script"
    r"|walk|exercises?|stretch\w*|cards?|gratitude|journal|record|sheet|app|container|grounding"
    r"|mindfulness|meditation"
    r"|butterfly hug|straw|spinning|tapping)"
)
_NO_FRAGMENT = (
    r"(?:is|was|are|were|says?|said|helps?|helped|got|goes|went|gets?|has|had|have|makes?|made|takes?"
    r"|took|felt"
    r"|feels?|you|i|he|she|it|they|we|keeps?|kept|did|does|do|can|will|would)"
)
_VERBLESS = rf"(?:(?!\b{_NO_FRAGMENT}\b)[^?])"
SET_DAILY = re.compile(
    rf"{LEAD}(?:each|every) (?:night|day|morning|evening|lunchtime|bedtime)s?,? (?:just )?(?:the|a|an"
    rf"|your|that"
    rf"|this|five|ten|two|three|one|some) (?:[\w'-]+ ){{0,4}}?{_PRACTICE}\b{_VERBLESS}*$"
    rf"|{LEAD}(?:the|your|that) (?:[\w'-]+ ){{0,3}}?{_PRACTICE}\b{_VERBLESS}{{0,24}}?"
    r"(?:,? (?:once|twice|three times|four times|(?:ten|five|two) minutes))?,? (?:a day|every (?:night|day"
    r"|morning|evening)|each (?:night|day|morning|evening)|daily|nightly|before bed)\W*$",
    re.IGNORECASE,
)
"""A daily practice that is set without a verb: "each night, the safe place for five minutes"."""
TWO_DAYS = re.compile(
    rf"{LEAD}(?P<what>{DAY}(?: at [\w :.]+?)?,? and (?:then )?(?:again )?{DAY}(?: at [\w :.]+?)?)\W*$",
    re.IGNORECASE,
)
"""Two appointments without a verb: "Friday at ten, and then Tuesday"."""
