"""Homework in any verb: what a clinician asks for between sessions is told by its time, not by its verb."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.act_words import WHEN
from live_notes.drafting.embedded.planning.step_words import DAY, LEAD, OFTEN, PERIOD, WEEKDAY
from live_notes.drafting.embedded.planning.task_words import BY_A_DAY, ON_CONDITION
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import word_set

_LATER = (
    rf"(?:(?<!from )(?<!of )(?<!over )(?<!was )(?:{WHEN}|\b(?:{PERIOD}))|\b(?:{OFTEN})"
    rf"|\b(?:on|by|before|until|till) (?:\w+ )?{WEEKDAY}s?\b"
    r"|\btonight\b|\bat home\b|\b(?:the|at|on|to) weekends?\b|\bat (?:[\w:]+ )?o'?clock\b|\bnext time\b"
    r"|\bat (?:breakfast|lunch|dinner|supper|bedtime|night|work|school|every meal|meals)\b"
    r"|\b(?:in the|these) (?:mornings?|evenings?|afternoons?)\b|\bbefore bed\b"
    r"|\bafter (?:work|school|dinner|lunch|breakfast)\b"
    r"|\bbefore (?:we|our|the next|your next|you (?:act|go|answer|reply|decide|leave|respond|buy|drink|eat"
    r"|use)\b))"
)
"""A time that is yet to come, or comes again and again."""
_VERB = (
    r"(?P<verb>(?!(?:tell|say|describe|explain|imagine|picture|remember|guess|know|see|mean|like|feel|look"
    r"|sound|seem|let|hope|think)\b|(?:help|walk|talk|show) me\b|(?:do|have|did) (?:you|we|they|i)\b"
    r"|(?:go on|go ahead)\b)[a-z-]+)"
    r"\b(?! (?:is|was|has|had|are|were|can|will|would|could|should|may|might|takes?|[a-z]+ed|gets?|got)\b)"
)
"""What is no request to speak, and no noun before its own verb ("work is hard this week")."""
_PLEASE = r"(?:please |just |also |maybe |do |everyone |everybody |each of you )*"
_THING_TO_DO = r"(?:task|assignment|experiment|challenge|practice|exercise|homework|mission|thing to do)"
_FOR_A_WHILE = r"(?: (?:for|until|till|by|before|over|between|this|next) [^,?]{1,30}?)?"

_ALSO_NOUNS = word_set(
    "approach challenge dress test step slow sort type update wipe brush budget chart clear close complete"
    " film forward group label link list load lower map mark massage match message mute name note pack pause"
    " photograph"
    " plant print question quote rank repair request review reward scan screen select taste tidy time trace"
    " voice"
    " hydrate journal text phone ring bike shop record"
)
"""What is a verb where an order begins with it, and elsewhere mostly none."""

_FORMS = tuple(
    re.compile(f"{LEAD}{form}", re.IGNORECASE)
    for form in (
        rf"(?P<when>{PERIOD}),? {_PLEASE}(?:try to |see if you can )?(?P<what>{_VERB}.+)$",
        rf"{_PLEASE}(?:try to )?(?P<what>{_VERB}(?=[^?]*{_LATER}).+)$",
        rf"(?:maybe |perhaps )?(?P<when>{PERIOD}, (?:when|whenever|if) [^,?]{{3,60}}), (?:just "
        rf"|see if you can |try to )*"
        rf"(?P<what>{_VERB}.+)$",
        r"(?P<when>(?:when|whenever|each time|every time|the next time)"
        r" (?:you|you're|the|your|that)\b[^,?]{3,60}),"
        rf" (?:then )?{_PLEASE}(?P<what>(?!(?:notice|hold|stay with|go with|breathe|focus)\b){_VERB}.+)$",
        rf"{_PLEASE}(?P<what>(?P<verb>keep|continue)(?: on)? (?:doing|up|using|taking|writing|practi[cs]ing"
        r"|tracking|logging|working|attending|seeing|with|going to)\b.*)$",
        r"(?P<may>maybe|perhaps|possibly),? you (?:could|can|might)(?: try to)?"
        rf" (?P<what>{_VERB}(?=[^?]*{_LATER}).+)$",
        r"what i(?:'d| would|'ll| will|'m going to)? (?:ask|like|want|suggest|recommend|need)"
        rf"(?: of| from| for)?(?: you)?{_FOR_A_WHILE} (?:is|would be) (?:for you )?(?:to|that you)"
        rf" (?P<what>{_VERB}.+)$",
        rf"(?:the|your|our|one) {_THING_TO_DO}{_FOR_A_WHILE} (?:is|would be|will be)"
        rf" (?:to|for you to|that you(?:'ll| will)?) (?P<what>{_VERB}.+)$",
        rf"the plan(?: then)? is (?:for you to|that you(?:'ll| will)?) (?P<what>{_VERB}.+)$",
        r"i(?:'m going to| am going to|'ll| will|'d| would)? (?:ask|invite|need)(?: that)? you to"
        rf" (?P<what>{_VERB}(?=[^?]*{_LATER}).+)$",
        r"we(?:'ve| have)? (?:agreed|decided|settled)(?: that| on)? you(?:'d|'ll| would| will)"
        rf" (?P<what>{_VERB}(?!.*\blast (?:week|time|session|month)\b).+)$",
        rf"how (?:would|does) it (?:be|feel|sound) (?:to|if you) {_PLEASE}(?P<what>{_VERB}.+)$",
        rf"(?:how|what) about (?:if |we say )?you {_PLEASE}(?P<what>{_VERB}.+)$",
        rf"{_PLEASE}(?P<what>(?P<verb>call|ring|phone|text|email|message|book|ask|tell|contact) (?!me\b)"
        r"[^?]*\b(?:today|this (?:afternoon|evening|morning)|straight away|first thing)\b.*?)"
        r"(?:,? then)?\W*$",
        *ON_CONDITION,
        BY_A_DAY,
    )
)
_BEGINS = re.compile(rf"{LEAD}{_PLEASE}(?:try to )?{_VERB}", re.IGNORECASE)
_LED = tuple(form for at, form in enumerate(_FORMS) if at != 1)
"""All but the plain order: where no verb begins it, there is no need to look for a time in the rest."""
NO_MORE = re.compile(
    rf"{LEAD}no (?:more )?(?!one\b|need\b|rush\b)[\w' ]{{3,40}}"
    r" (?:(?:after|before|past) (?:noon|midnight|bed|bedtime"
    rf"|lunch|dinner|breakfast|\d+|[a-z]+ (?:o'?clock|am|pm))|until (?:next )?(?:{WEEKDAY}|we meet))\b",
    re.IGNORECASE,
)
"""What is to be left: "no coffee after noon"."""
_HOUR = (
    r"(?:(?:half past|quarter past|quarter to) )?(?:noon|midday|one|two|three|four|five|six|seven|eight"
    r"|nine"
    r"|ten|eleven|twelve|\d{1,2})"
    r"(?:[: ](?:oh )?(?:fifteen|thirty|forty[- ]five|five|ten|twenty|o'clock|\d\d))?"
    r"(?: ?[ap]\.?m\b\.?)?"
)
DAY_AND_HOUR = re.compile(
    rf"{LEAD}(?:(?:it's|it is|that's|that is|it'll be|that'll be|that makes it) (?:again )?"
    rf"(?:(?:the week after|in \w+ weeks)[, ]+)?)?"
    rf"(?P<what>{DAY}(?: the [\w-]+)?(?:,? at (?=(?:about |around |the |our |your )?(?:{_HOUR}|half"
    rf"|quarter|ten|twenty|five|same|usual))[\w :.]+?"
    rf"|, {_HOUR})(?:,? and you (?:can|could"
    rf"|will)\b[^?]+?)?)"
    r"(?: then)?(?:, session \w+)?\W*$",
    re.IGNORECASE,
)
"""An appointment without a verb, or with one that only points: "next Monday at four then"."""
BOOKED = re.compile(
    rf"{LEAD}(?:i(?:'ve| have)(?: got)? you (?:down|booked|scheduled|in)(?: again)?"
    rf"|i(?:'ll| will) (?:book|put) you (?:in|down))(?: for)? (?P<what>{DAY}.*)$",
    re.IGNORECASE,
)
"""The next appointment as the clinician writes it down."""
NEXT_TOGETHER = re.compile(
    rf"{LEAD}next (?:time|session|visit|week),? (?:we|i)(?:'ll| will| can| could| might|'d like to)\b"
    rf"|{LEAD}(?:we|i)(?:'ll| will| can| could| might) [^?]*\bnext (?:time|session|visit)\b",
    re.IGNORECASE,
)
"""What both will do when they meet again."""
OFFERS_A_DAY = re.compile(
    rf"{LEAD}(?:(?:does|do|would|will|is|how's|how is) {DAY}[^?]*"
    r" (?:work|suit|okay|ok|good|fine|possible|all right|alright)\b"
    rf"|is {DAY} at [\w: ]+\W*$"
    rf"|(?!on \w+\W*$){DAY}\b(?![^?]*\b(?:you|he|she|they|it|did|was|were)\b)[^?]{{0,40}}\?$"
    rf"|(?:how|what) about {DAY}(?=[^?]* at\b))",
    re.IGNORECASE,
)
"""A day that is put to the client: "does next Wednesday at two work for you?"."""


def is_order(verb: str) -> bool:
    """Whether a word may be the verb of an order."""
    return verb.lower() in BASE or verb.lower() in _ALSO_NOUNS


def assigned(words: str) -> re.Match[str] | None:
    """What a client is to do until the next session: groups `what`, `verb`, and `when` or `may` if told."""
    begun = _BEGINS.match(words)
    for form in _FORMS if begun is not None and is_order(begun["verb"]) else _LED:
        match = form.match(words)
        if match is not None and is_order(match["verb"] or "keep"):
            return match
    return None
