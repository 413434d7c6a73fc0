"""The words by which a clinician sets homework, names the next appointment, or points at a plan."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.act_words import WHEN

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
LEAD = r"^(?:(?:so|and|then|now|okay|but|also|well|all right|alright|great|good)[, ]+)*"
_MONTH = (
    r"(?:january|february|march|april|may(?= \d| \w+(?:st|nd|rd|th)\b)|june|july|august|september|october"
    r"|november|december)"
)
DAY = (
    rf"(?:(?:on |next |this |the )*{WEEKDAY}s?|tomorrow|next (?:week|month|time)"
    r"|in \w+ (?:days?|weeks?|months?)|\w+ weeks? from (?:today|now)"
    rf"|(?:on )?(?:the )?(?:\w+ )?\d{{1,2}}(?:st|nd|rd|th)\b"
    r"|(?:on )?the (?:first|second|third|(?:twenty[- ]|thirty[- ])?(?:four|fif|six|seven|eigh|nin|ten"
    r"|eleven|twelf"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)\b"
    rf"|(?:on )?{_MONTH}\b|\[DATE\w*\])"
)
OFTEN = (
    r"(?:(?:once|twice|\w+ times|an?|one|two|three|\w+ minutes|\w+ hours?)"
    r"(?: [a-z]+){0,3} (?:a|per|each|every) (?:day|week|night|morning|evening)"
    r"|\w+ (?:days|nights|mornings|evenings|afternoons|times) (?:a|per|each|every|out of the|this) week"
    r"|(?:every|each) (?:single )?(?:day|night|morning|evening|week|hour|meal|time)|daily|nightly|weekly"
    r"|between (?:our )?(?:now|sessions))"
)
_DO = (
    r"(?:try|keep|continue|practi[cs]e|write|fill|read|do|use|take|call|go|walk|set|list|track|record"
    r"|notice|hold"
    r"|pick|choose|make|start|stop|spend|schedule|ask|tell|bring|complete|finish|work|log|journal|attend"
    r"|avoid"
    r"|limit|rate|note|watch|review|talk|reach|listen|repeat|wear|remember|eat|get|put|turn|leave|share|say"
    r"|plan"
    r"|pay|cook|exercise|visit|let|give|check|text|message|contact|stay|aim|look|think)"
)
PERIOD = (
    r"(?:(?:for|over|during|until|before|by|between now and)"
    r" (?:this|next|the (?:coming|next|rest of the)|our next|my|your|tomorrow|then|\w+day|now)"
    r"(?: [\w']+){0,3}"
    r"|(?:starting |from )(?:now|tonight|today|tomorrow|\w+day|next week)(?: on(?:wards?)?)?"
    r"|this (?:week|weekend)|next week|between (?:now and \w+(?: \w+)?|sessions))"
)
FOR_A_TIME = re.compile(
    rf"{LEAD}(?P<when>{PERIOD}),?"
    r" (?:please |just |everyone |everybody |(?:i want |i need )?you to |each of you )*"
    rf"(?P<what>{_DO}\b.+)$",
    re.IGNORECASE,
)
"""Homework that begins with the time it is for: "for this week, keep the diary"."""
_FOR_A_TIME_LISTED = rf"{LEAD}(?:for|over) (?:this|the coming|next) week,? (?=[^?]*,)"
ROUTINE = re.compile(rf"{LEAD}(?:(?:please|just|and) )*(?P<what>{_DO}\b[^?]*\b{OFTEN}.*)$", re.IGNORECASE)
"""Something to do again and again."""
_BY_A_DAY = (
    rf"{LEAD}(?:(?:please|just|and) )*(?:write|bring|read|fill|finish|complete|list)\b[^?]*"
    rf"\b(?:(?:on|by|before|until|for) (?:next )?{WEEKDAY}|before (?:we|our|the next))\b"
)
APPOINTMENT = re.compile(
    rf"{LEAD}(?:(?:your|our|the) )?next (?P<name>session|appointment|visit|meeting)"
    rf"(?:(?:'s| is| will be| would be)(?: going to be)?|,|:)? (?:scheduled )?(?:for )?(?P<what>{DAY}.*)$",
    re.IGNORECASE,
)
"""The next appointment with its day, with or without a verb."""
SAME_TIME = re.compile(rf"{LEAD}(?P<what>same (?:time|day|place)\b.*\b{DAY}.*)$", re.IGNORECASE)
MEETING = re.compile(
    rf"{LEAD}we(?:'ll| will|'re going to| can| could)? "
    r"(?P<what>(?:meet|speak|talk|continue|pick (?:it |this )?up|see each other)"
    rf"(?: (?:again|up|back|here|there|by phone|with this)){{0,2}},? {DAY}.*)$",
    re.IGNORECASE,
)
SEE_YOU = re.compile(
    rf"{LEAD}(?:(?:i|we)(?:'ll| will) )?see you (?:both |all |guys |again |back )*(?P<what>{DAY}.*)$",
    re.IGNORECASE,
)
NEXT_STEP = re.compile(
    rf"{LEAD}(?:the|your|our) ?next (?:step|task|exposure) (?:is|would be|will be)(?: to)? (?P<what>.+)$"
    rf"|{LEAD}next (?:step|task|exposure) (?:is|would be|will be)(?: to)? (?P<then>.+)$",
    re.IGNORECASE,
)
WE_SHOULD = re.compile(
    LEAD
    + r"i(?: would|'d)? (?:recommend|suggest|propose|advise)(?: that)? we (?P<what>(?P<verb>[a-z]+)\b.*)$"
    r"|" + LEAD + r"i(?: would|'d| do| really)?(?: also| still)* (?:like|want|love|need) us to (?P<us>.+)$",
    re.IGNORECASE,
)
"""What the clinician would have both do."""
_LATER_TOGETHER = (
    rf"{LEAD}(?:let's|let us|we'll|we will|we can)\b[^?]*"
    rf"(?:{WHEN}|\b{WEEKDAY}\b|\b(?:the|for) (?:weekend|week)\b)"
)
_TO_ARRANGE = (
    r"(?:\blet's|\blet us|\bwe'll|\bwe will|\bi'll|\bi will|\bi'm (?:also |still |just )?going to"
    r"|\bi(?:'d| would) (?:also |still |just )?like to|\bi want to|\bi need to)\s+(?:also |just )?"
    r"(?:get (?:an?|some|the|your(?! things)|you)\b|set\b|write (?!down what (?:you|comes))|arrange|contact"
    r"|let (?!me\b|us\b|you\b|go\b)[\w.]+(?: [\w.]+){0,3}? know\b|inform\b|update (?:your|dr|the)\b"
    r"|ask (?:your|her|him|them|the)\b|speak (?:to|with)|reach out|coordinate|request|look into|find you"
    r"|(?:fax|mail|print|forward|upload|pass|drop|look up|copy)\b"
    r"|(?:mention|raise|explain|pass)\b[^?]*\b(?:to|with) (?:your|dr|the|ms|mr|mrs|\[)"
    r"|(?:ring|phone|text|message|call|email|visit) (?!it\b|that\b|this\b)[\w.]+\b|drop (?:you"
    r"|[\w.]+) a (?:line|note)\b"
    r"|check in (?:with|on)\b|get (?:(?:dr\.?|doctor|the|my|our|your) )?(?!you\b|us\b|it\b|that\b)\w+ to\b"
    r"|bring\b|(?:hand|pass|transfer|move) you (?:over |on |across )?to\b|give (?:your|dr|her|him|them"
    r"|the|\[)[\w.\]]*(?: [\w.]+){0,2}? a (?:call|ring)\b)"
)
_ON_A_DAY = rf"\b(?:is|are) (?:on )?(?:next )?{WEEKDAY}s? (?:\w+ )?at\b"
_ALSO = (
    r"\bi(?:'d| would) (?:also|just|really|still)(?: also| just| really)*"
    r" (?:like|love|want|encourage|invite|ask|recommend|suggest)(?: for)? (?:you|that you|us)\b"
    r"|\bi(?: would|'d)? (?:recommend|suggest|propose) (?:that )?(?:you|we)\b"
    r"|\bi(?:'d| would) (?:like|love) us to\b"
)
ASKS_LEAVE = re.compile(
    LEAD + r"(?:can|could|may|shall|should) (?:i|we) (?:also )?(?:call|contact|refer|speak (?:to|with)"
    r"|talk (?:to|with) (?:your|dr|the)|send|schedule|book|involve|meet|write to)\b",
    re.IGNORECASE,
)
"""The clinician asks leave to arrange something."""
WANTS = re.compile(
    LEAD
    + r"i(?:'d| would)?(?: really)? (?:want|need|like) you to [^?]{8,}?,? (?:you(?:'ve| have| know| still)"
    r"|have you|do you"
    r"|is that|does that|okay|alright|all right|yeah|right)\b",
    re.IGNORECASE,
)
"""A step with a question behind it: "I want you to ring them, you have the number?"."""
_WOULD_YOU = (
    r"\bwould you (?:also |please |at least )?(?:give|hand|let|leave|lock|put|stay|agree to|promise|add"
    r"|consider|think about (?:com|join|go|try|see|talk|speak|tak|start|us)\w*ing|ask|tell (?!me)|talk to"
    r"|bring|read|do)\b"
)
_IF_THEN = (
    rf"{LEAD}if [^,?]+, (?:then |please |just )*"
    r"(?:you(?:'ll| will| can| should| could)? )?"
    r"(?:call|contact|text|message|stop|go|come|let me know|use|take)\b"
)
_ON_PAPER = rf"{LEAD}(?:on|in) (?:the|your|this|that) [\w ]{{3,30}}?,? (?:please )?(?:write|list|note|mark)\b"
_SO_DO = rf"\bso (?:please )?{_DO}\b (?:down )?(?:any|your|the|each|every)\b"

_BY_THE_OFFICE = (
    r"\b(?:reception|the (?:office|desk|team|clinic|admin|secretary|front desk)|somebody|someone)"
    r"(?:'ll| will| is going to|'s going to) (?:ring|call|phone|text|email|contact|write to|send"
    r"|be in touch with) you\b"
)
_FEE = (
    rf"{LEAD}(?:(?:the|my|your|our) (?:session |new |lower )?(?:fee|rate|co-?pay(?:ment)?)"
    rf"|co-?pay(?:ment)?) (?:goes|will"
    r"|is|was|'ll|has|is going|stays|changes|went|remains)\b[^?]*(?:\d|\b(?:ten|fifteen|twenty|thirty"
    r"|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|free|same)\b)"
)
_YOU_WILL = (
    rf"{LEAD}you(?:'ll| will) (?:just |then |also )?(?:text|ring|call|phone|e-?mail|message|tell|ask"
    rf"|bring|keep"
    r"|write|send|practi[cs]e|sign|read|walk|visit|book) [^?]*\b(?:before|after|on|by|until|till|tonight"
    r"|tomorrow"
    r"|this (?:week|weekend|evening|afternoon)|each|every|first)\b"
)
_LETTER_SAYS = (
    rf"{LEAD}(?:it|that|the letter|the note|the report)(?:'ll| will| would) (?:only |just )?(?:say|state"
    r"|mention|confirm) (?:that )?(?:you|your)\b"
)
_TO_COLLEAGUES = (
    r"\b(?:i'll|i will|i'm (?:going to|gonna)|i'd like to|i want to|i need to|let me) (?:also |just )?(?:take"
    r"|bring|discuss|raise|present|talk about|put|run) (?:it|this|that|you|things|your \w+|what you\w* \w+)"
    r" (?:to|up (?:at|with|in)|with|at|in|past|by|forward to|through) (?:the|our|my) (?:\w+ )?(?:team"
    r"|meeting|mdt"
    r"|supervis\w+|referrals?|allocation|review|panel|ward|colleagues?|manager|consultant)\b"
)
_LAST_OF_ALL = (
    r"\b(?:this|today)(?:'s| is| was|'ll be| will be) (?:our|the|your) (?:very )?(?:last|final)"
    r" (?:session|meeting|appointment|one together)\b"
)

HOMEWORK = re.compile(
    rf"\bhomework\b|{LEAD}(?:please |just )*(?:write|read|practi[cs]e|keep|track|log|list|fill|bring)\b|"
    + re.sub(r"\(\?P<\w+>", "(?:", f"{FOR_A_TIME.pattern}|{_FOR_A_TIME_LISTED}|{ROUTINE.pattern}")
    + r"|\b(?:i(?:'d| would)(?: also| just)? (?:like|love|encourage|invite)|i (?:want|encourage)"
    r"|would you(?: be willing to)?|could you|please|next step is)\b"
    r"[^?]*\b(?:writ\w+|read\w*|practi[cs]\w+|keep|track|log|list"
    r"|fill|try"
    r"|notice)\b",
    re.IGNORECASE,
)
"""Something to do until the next session."""
HOMEWORK_REVIEWED = re.compile(
    r"\b(?:last (?:time|week|session)|when we last (?:met|spoke)),? (?:you (?:were going to|thought (?:of"
    r"|about)"
    r"|said you(?:'d| would)|planned|agreed|wanted to try)|we (?:agreed|planned|talked about you))\b"
    r"|\bdid you (?:get (?:to|round to|around to) (?!sleep|bed|work|school|see)|manage (?:it|that|to)"
    r"|have a chance to|try the|do the|practi[cs]e|use the)\b"
    r"|\bwere you able to (?:try|do|practi[cs]e|use)\b",
    re.IGNORECASE,
)
"""Asks whether what was agreed on was done."""
NAMES_A_GOAL = re.compile(
    r"\b(?:the|your|our|a|one) (?:\w+ ){0,2}goals? (?:is|are|was|we|for|would|should|will|on|here)\b"
    r"|\b(?:is|are|be|as) (?:the|your|our|a) (?:\w+ )?goals?\b",
    re.IGNORECASE,
)
NO_CLAUSE = re.compile(
    re.sub(r"\(\?P<\w+>", "(?:", f"{FOR_A_TIME.pattern}|{_FOR_A_TIME_LISTED}|{_ON_A_DAY}|{_ON_PAPER}"),
    re.IGNORECASE,
)
"""A step as a list or a timetable."""
STEP = re.compile(
    re.sub(
        r"\(\?P<\w+>",
        "(?:",  # two patterns may name their groups alike
        "|".join(
            (
                *(
                    form.pattern
                    for form in (FOR_A_TIME, APPOINTMENT, SAME_TIME, MEETING, SEE_YOU, NEXT_STEP, WE_SHOULD)
                ),
                _FOR_A_TIME_LISTED,
                ROUTINE.pattern,
                _BY_A_DAY,
                _LATER_TOGETHER,
                _TO_ARRANGE,
                _ON_A_DAY,
                _ALSO,
                ASKS_LEAVE.pattern,
                _WOULD_YOU,
                _SO_DO,
                _IF_THEN,
                _ON_PAPER,
                _BY_THE_OFFICE,
                _LAST_OF_ALL,
                _FEE,
                _YOU_WILL,
                _LETTER_SAYS,
                _TO_COLLEAGUES,
            )
        ),
    ),
    re.IGNORECASE,
)
"""A step with a time, an appointment, or what is to be arranged."""

TRIED_HERE = re.compile(
    rf"{LEAD}before we (?!meet|see|talk|speak|next)[^,?]{{3,50}}? i(?:'d like| want) you to (?:have|know"
    rf"|find|get)\b"
    rf"|{LEAD}(?:i(?:'d| would) like you to|i want you to"
    r"|you(?:'re| are)(?: just)? (?:going to|gonna)|(?:can|could|would|will) you|let's|try(?: to)?)"
    r"(?: just| also| maybe)? (?:try (?:to )?)?(?:think of|bring (?:up|it up|that up|back)"
    r"|put (?:\w+ ){0,5}?in"
    r" (?:there|it)|go (?:back )?(?:in|to (?:that|your|the) (?:place|memory|image|feeling|scene))|float back"
    r"|let yourself|turn toward|step back|touch|look at me|make room|breathe?|breathing|say|saying|close"
    r"|closing|imagin(?:e|ing)"
    r"|notic(?:e|ing)|picture|picturing|visuali[sz](?:e|ing)|hold(?! off)|holding|sit|repeat|tense|spin|stare"
    r"|describe|tell me|scan|rate)\b"
    rf"(?!.*(?:(?<!from )(?<!over )(?<!of ){WHEN}|\b{OFTEN}|\b{WEEKDAY}|\bat home\b|\bhomework\b))",
    re.IGNORECASE,
)
"""What the client is asked to do there and then."""
ASKS_WHAT_OR_HOW = re.compile(
    r"^(?:[^?]{0,100}[,;:] )?(?:(?:so|and|then|now|okay|but|well|or)[, ]+)*"
    r"(?:(?:what|which)(?: (?!about\b|if\b)[a-z]+){0,3}?|how(?: (?!about\b)[a-z]+){0,2}?|why|who|whom|when"
    r"|where)"
    r" (?:would|could|can|do|did|will|are|might|should) (?:you|we|i|he|she|they)\b",
    re.IGNORECASE,
)
"""What somebody would say or do, as it is asked: "what would you tell a friend?" tells nobody to."""
DIRECTED_HERE = re.compile(
    rf"{LEAD}(?:please |just |try to |gently )*"
    r"(?:(?:put|place|press|plant|rest|lay) (?:both |one |the |your )+(?:foot|feet|hands?|palms?|back"
    r"|fingers)\b"
    r"|feel (?:the|your) (?:chair|floor|ground|feet|breath|air|weight|back)\b"
    r"|(?:look|turn) around (?:the|this|your)\b"
    r"|(?:close|open|rest) your eyes\b|(?:drop|lower|relax|loosen|soften) your (?:shoulders|jaw|hands)\b"
    r"|(?:name|tell me|find|count|list) (?:me )?(?:three|four|five|two|some) (?:things|colou?rs|sounds"
    r"|objects)\b)"
    rf"(?!.*(?:(?<!from )(?<!over )(?<!of ){WHEN}|\b{OFTEN}|\b{WEEKDAY}|\bat (?:home|night)\b|\bhomework\b"
    r"|\bwhen(?:ever)? you\b))",
    re.IGNORECASE,
)
"""What the client is told to do at once, to steady themselves: guided in the room, and no finding."""
FOR_TODAY = re.compile(
    rf"{LEAD}today,? (?:we(?:'ll| will|'re going to)|let's|i(?:'d| would) like (?:us )?to|i want to)"
    r" (?:just |also )?(?:keep |continue )?(?:work|talk|focus|look|explor|continue|start|go over"
    r"|practi[cs]|review)",
    re.IGNORECASE,
)
"""What this session itself is for."""

POINTS_BACK = re.compile(
    rf"{LEAD}(?:let's|let us|we'll|we will|we can(?= \w+ \w+ together\b)|i'd like (?:you|us) to|could you"
    r"|can you|would you|please)(?: [\w']+){1,3}? (?:that|those|this|these|them|it)"
    r"(?=$|[.,?!]| (?:down|in|into|with|next|on|at|for|this|the|together|before|again|out|twice|once|every"
    r"|each|by|until))",
    re.IGNORECASE,
)
"""A step that names what is to be done only by pointing at what was said before."""


IN_A_SET = re.compile(
    rf"{LEAD}(?:(?:just |you can )*notice(?: (?:that|it|this|the [\w ]{{3,20}}))?\W*$"
    r"|(?:just )?(?:hold|keep) (?:the|that|those|both|your) (?:picture|image|words|memory|belief"
    r"|accident|event"
    r"|target|incident|statement)\b|(?:let's )?go back to (?:where we started|the (?:memory|target"
    r"|picture|image"
    r"|accident|event|incident|original))|bring (?:up )?(?:the|that|it) (?:\w+ )?(?:up|back|again)\b"
    r"|follow (?:my|the) (?:fingers?|hand|light|bar|dot)\b"
    r"|(?:just )?(?:go|stay|be) with (?:that|it|the [\w ]{3,20})\W*$)",
    re.IGNORECASE,
)
"""What a clinician says within a set of eye movements or an exposure: done at once, and no step."""
