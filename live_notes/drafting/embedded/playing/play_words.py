"""The words in which a role-play is begun, tried once more and looked back at."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.language.any_case import AnyCase

_PART = (
    r"(?:her|him|them|(?:your|the) (?!first\b|last\b|one\b|same\b|therapist\b|counsell?or\b|judge of\b)[\w-]+"
    r"|(?-i:[A-Z])[\w']+|\[\w+\])(?! (?:back|there|here|away|off|in a|on time)\b)"
)
REHEARSES = AnyCase(
    r"\b(?:try|practi[cs]e|run|rehearse|say) (?:it|that|this|saying it|them)(?: out)? (?:on|with|past"
    r"|by) me\b"
    r"|\b(?:let's|shall we|can we|could we|want to) (?:\w+ )?(?:rehearse|practi[cs]e (?:saying|asking|telling"
    r"|(?:the|that|this) (?:conversation|call|words|line|sentence)|what you))\b"
    r"|\b(?:let's|can we|shall we|want to) (?:do|try|run through|use) (?:a |the |your )?dear ?man\b"
    r"|\b(?:have|take) (?:a|another) (?:go|try|crack|stab|shot) at (?:what you|saying|how you|telling"
    r"|asking)\b"
)
"""Has the client try out what they will say."""
CHAIR = AnyCase(
    r"\b(?:empty|other|second) chair\b|\b(?:put|picture|imagine|see|seat|place) (?:\w+ ){1,4}(?:in|on) (?:the"
    r"|that|this) (?:\w+ )?chair\b|\btwo[- ]chair\b"
)
"""Has the client speak to a chair, and from it."""
OPENS = AnyCase(
    r"(?<!the )(?<!that )(?<!a )\brole[- ]?play(?:ing)? (?:it|this|that|the)\b"
    r"|\b(?:let's|shall we|can we|could we|do|try|like to|want to|a quick|a little|a bit of)"
    r"(?: do| try| a| some| quick| bit of| little)* role[- ]?play\b"
    rf"|\bi(?:'m going to|'m gonna| am going to|'ll| will|'m) (?:just )?(?:be|play|pretend(?: to be| that i'm"
    rf"| i'm)?|act as) {_PART}"
    r"|(?<!you )(?<!you've )\b(?:say|tell|ask|answer|speak|talk|do|try|pretend|imagine|suppose)\b(?:(?!you're"
    rf"\b)[^.?]){{0,30}}?\bi(?:'m| am| was| were) (?!not |going |sorry ){_PART}"
    r"|\bsay (?:it|that|this) to me\b(?!,? (?:a lot|all|every|before|again and))"
    r"|\byou be (?:you|yourself|her|him|your \w+)\b"
    rf"|{REHEARSES.pattern}|{CHAIR.pattern}"
)
"""Begins a role-play, a rehearsal, or work with chairs."""
DEBRIEFS = AnyCase(
    rf"{LEAD}(?:\w+[,.] )?how(?:'d| did| was| does| is|'s)? (?:that|it|this|that one|the second one"
    rf"|doing (?:that"
    r"|it)|saying (?:that|it|those))(?:,? (?:feel\w*|sound|go|land|sit|come (?:out|across|over)|saying"
    r"|hearing"
    r"|doing|being|to (?:say|hear|do)|for you|in your|this time|then|now|like)\b[^?]*|)\W*$"
    rf"|{LEAD}what(?:'s| is| was) (?:that|it|this|it) like\b|{LEAD}what did you (?:notice|see|feel|hear)\b"
    rf"|{LEAD}what(?:'s| is) (?:happening|coming up|it like|different|going on)\b"
    rf"|{LEAD}how are you (?:feeling|doing)\b|{LEAD}what comes up\b"
    rf"|{LEAD}(?:let's |we can |we'll )?(?:stop|pause|come out of (?:it|role|that)|step out)(?: it)?(?: there"
    r"| for a (?:second|moment))?\W*$"
)
"""Asks how it was, or ends it."""
ONCE_MORE = AnyCase(
    r"\b(?:try|do|say|go|run) (?:it |that |this |through it )?(?:again|once more|one more time"
    r"|another time)\b"
    r"|\b(?:have )?another (?:go|try|crack|shot|run)\b|\bone more (?:time|go)\b|^again\b|\bfrom the top\b"
    r"|\b(?:and )?this time\b[^?]*$|\bif i (?:push|say|said|come back|go|keep|don't)\b"
)
"""Has it tried once more."""
STOPS = re.compile(
    r"^(?:(?:oh|god|um+|uh+|well|okay|no)[,. ]+)*(?:i don't know|i can't|this is (?:weird|silly|stupid|so)"
    r"|do i have to|really|what(?: do i)? say|i'd (?:just )?(?:freeze|say nothing))\b",
    re.IGNORECASE,
)
"""What a client says of a role-play, and not in it."""
_SOMEBODY = (
    r"(?:him|her|them|the other (?:person|guy)|(?:your|the) (?:\w+ )?(?:mother|mom|mum|mam|father|dad|wife"
    r"|husband"
    r"|partner|ex|boss|manager|supervisor|sister|brother|son|daughter|friend|boyfriend|girlfriend|teacher"
    r"|landlord"
    r"|landlady|neighbou?r|colleague|co-?worker|doctor|cashier|waiter|interviewer|customer|flatmate"
    r"|roommate))"
)
TAKES_A_ROLE = AnyCase(
    rf"\b(?:i'm|i am|i'll|i will|let me|i can|can i|shall i) (?:going to |gonna |now )?(?:be|play"
    rf"|pretend to be)"
    rf" {_SOMEBODY}\b"
    rf"|\b(?:as if|as though|like|pretend(?: that)?|imagine|say|suppose) (?:i'm|i am|i was"
    rf"|i were) {_SOMEBODY}\b"
    rf"|\bi'm {_SOMEBODY}(?: now)?[,.] (?:and )?(?:you|go)\b"
)
"""The clinician is to speak as somebody else."""
LEAVES_IT = AnyCase(
    r"\bhow (?:did|was|'d|does|is|are) (?:that|it|you)\b|\bhow'd (?:that|it|you)\b|\b(?:out of"
    r"|step out of) (?:the )?"
    r"role\b"
    r"|\b(?:stop|pause|leave it|let's stop) there\b|\bwell done\b|\b(?:nicely|beautifully|great"
    r"|good) (?:done|job)\b"
    r"|\bthat was (?:really |so |very |a )?(?:clean|good|great|lovely|better|brilliant|perfect|strong"
    r"|clear|you|nice"
    r"|excellent)\b|\byou (?:were|did|said|kept|sounded|held|stayed)\b|\bwhat did you notice\b"
    r"|\bback to (?:me|us)\b"
    r"|\b(?:homework|this week|next week|before we meet|next time)\b"
)
"""Comes out of it again."""
PROMPTED = re.compile(
    r"\brole[- ]?play|\brehears\w+|\blet's (?:practi[cs]e|try) (?:it|that|saying|telling|asking|what you)\b"
    r"|\bpretend (?:that )?i'm\b|\bimagine (?:that )?i'm\b|\bi'll (?:be|play) (?:your|him|her|the|\[person)"
    r"|\b(?:say|repeat|sing|whisper) (?:it|that|this|the (?:thoughts?|words?|sentence"
    r"|phrase))(?: to yourself)?"
    r" (?:again|slowly|out loud|aloud|once more|one more time|over and over|in a|with)\b"
    r"|\b(?:now|try|just|and) say,? ['\"‘“]?(?:i'm|i am|i notice|i have|i'm having)\b"
    r"|\bput (?:it|that) (?:in|into) (?:a|one) sentence\b"
    r"|\b(?:tell|say) (?:that|it) to the (?:empty )?chair\b|\bsaying (?:that|it|this) to (?:the|him|her"
    r"|your)\b"
    r"|\b(?:let's be|let me be|say i'm|act as|me being|i'm going to be|suppose i'm) your \w+"
    r"|\bsay (?:it|that) to (?:me|him|her|them)\b|\bas an i[- ]statement\b|\bdear man\b|\bempty chair\b"
    r"|\b(?:try|practi[cs]e|run|rehearse|say) (?:it|that|this) (?:on|with|past|at) me\b"
    r"|\bhave (?:a|another) (?:go|try|crack|stab) at (?:it|that|what|saying|how)\b"
    r"|\bwhat (?:would|might|could|do|will|'ll) you (?:actually |really )?(?:want to |like to |go on to"
    r" )?(?:say|tell)"
    r" (?:to )?(?:him|her|them|your|my|if (?:he|she|they)|\[PERSON)"
    r"|\bhow (?:would|could|might) you (?:say|put) (?:it|that) to (?:him|her|them|your)\b"
    r"|\bwhat can you (?:hear|see|smell|feel) (?:outside|around|in (?:the|this) room|right now|out there)\b"
    r"|\bname (?:me )?(?:five|three|four) things\b"
    r"|\btell me (?:the story|it as if)\b|\bimaginal\b|\bread (?:me|out) (?:the|your) script\b",
    re.IGNORECASE,
)
"""Has the client say something to somebody who is not there, or as if they were there."""
GOES_ON = re.compile(
    r"^(?:(?:okay|good|great|nice|right|so|yeah|alright|and|then|now|lovely|yes"
    r"|perfect)[,. ]+)*(?:describe|express"
    r"|assert|reinforce"
    r"|negotiate|appear|just (?:the )?facts|and then|go on|keep going|(?:have )?another go|(?:try|say)"
    r" (?:it|that) again"
    r"|again|same (?:ending|again)|one more time|what (?:else|next)|stay with (?:it|that))\b(?:"
    r" \w+){0,3}\W*$",
    re.IGNORECASE,
)
"""A few words that keep a rehearsal going."""
IMAGINED = re.compile(
    r"\bimaginal\b|\btell me the (?:whole )?(?:story|script)\b|\bread (?:me|out) (?:the|your) script\b"
    r"|\bas (?:if|though) it(?:'s| is| were) happening\b|\bwhat can you (?:hear|see|smell"
    r"|feel) (?:outside|around"
    r"|in (?:the|this) room|right now|out there)\b|\bname (?:me )?(?:five|three|four) things\b",
    re.IGNORECASE,
)
"""What is said to it is no report at all: a story told to face it, what is seen and heard in the room."""
SKILL = AnyCase(
    r"(?<!did )(?<!use )(?<!used )(?<!tried )(?<!did the )(?<!did a )(?<!used the )\bdear ?man\b"
    r"|\bgive and fast\b"
)
"""Names the skill by whose letters a request is put together."""
BY_ITS_LETTERS = AnyCase(
    r"^(?:(?:yeah|okay|good|great|right|so|and|then|now|nice|lovely|yes|perfect|next|first"
    r"|what about)[,. ]+)*(?:the )?"
    r"(?:describe|express|assert|reinforce|mindful|stay mindful|appear confident|negotiate|the [dear]\b"
    r"|letter [dear]\b)"
    r"(?:[,:]? (?:is|it|to (?:him|her|them)|what|first|then|next|now|please|for me|the \w+|that)){0,3}\W*$"
)
"""Prompts the next part of it."""
PRAISES = AnyCase(
    r"\b(?:that's|that is|that was) (?:so |really |very |just |pretty )*(?:good|great|lovely|perfect"
    r"|brilliant|beautiful|it"
    r"|spot on|excellent|fab\w*|gorgeous|class|deadly)\W*$"
)
"""Has done with it."""
_NAMED = re.compile(r"^In the (role-play|rehearsal|chair work), ")


def play_named(words: str) -> str:
    """What a note calls that which these words of a clinician begin."""
    if CHAIR.search(words):
        return "chair work"
    return "rehearsal" if REHEARSES.search(words) or SKILL.search(words) else "role-play"


def play_shown(text: str, spoken: str) -> str:
    """What a sentence says it was said in, where the clinician's words begin that; else nothing."""
    named = _NAMED.match(text)
    begun = named and (OPENS.search(spoken) or SKILL.search(spoken))
    return named.group(1).replace("-", " ") if named and begun else ""
