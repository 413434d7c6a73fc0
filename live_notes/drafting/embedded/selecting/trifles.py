"""What a client says of the moment and nobody would sign: "there's a pigeon", "I'm just reaching for it".

Only what is told for itself, in answer to nothing, and bears on no matter of a note: no symptom, no medicine,
no risk, no number, no change. Words to somebody ("you're such a soft girl") are no report of them either.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.selecting.saying_much import says_how_it_goes
from live_notes.drafting.embedded.selecting.standing import bears
from live_notes.drafting.embedded.telling.leaning import names_a_drug
from live_notes.drafting.risk.words import RISK_WORDS

_LEAD = r"^(?:(?:and|but|so|okay|ok|oh|well|now|then|yeah|yes|no|just|actually|like|sir|ma)[,. ]+)*"
_OF_THE_MOMENT = re.compile(
    _LEAD + r"(?:(?P<points>it's|it is|that's|that is|this is|here's|there's an?|there is an?|it'll|it was)\b"
    r"|i'm (?:just |only |still )?(?:reaching|taking|carrying|holding|sitting|standing|looking|showing"
    r"|putting"
    r"|opening|closing|getting my|turning|moving my|dropping|parked|muted|frozen|back|ready|listening|here)\b"
    r"|i(?:'ll| will) (?:just |quickly |also )?(?:put|get|take|sit|move|show|bring|keep|sign|turn|close"
    r"|open|mute"
    r"|grab|find|do it|be quick|remember|hold)\b|i(?:'ve| have)? (?:got |found )?(?:it|this|that|them"
    r"|one) here\b"
    r"|i(?:'ve| have| need| must| better)?(?: got)? to (?:just )?(?:stand up|sway|rock|bounce|jiggle|shush"
    r"|mute|plug|get the door|answer (?:that|the door)|grab|let the dog|pick (?:her|him) up|change (?:her"
    r"|him)|put (?:her|him|this|it) (?:on|down|over)|feed (?:her|him))\b"
    r"(?!.*\b(?:when|if|every|all|each|nights?|mornings?|days?)\b)"
    r"|got the (?:bus|train|tram|tube)\b|(?:one|just a|hang on a|wait a|give me a) (?:sec|second|minute|mo)\b"
    r"|(?:look|see|listen|imagine|guess what)\b|i don't know where to (?:start|begin)\b|who'd have thought\b"
    r"|the (?:dog|cat|bus|train|traffic|kettle|camera|screen|wifi|wi-fi|sound|link|line|connection)(?:'s"
    r"| is| was)\b"
    r"|(?:would you|can you) believe\b)",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    _LEAD + r"(?:you|you're|you've|you'd|you'll|your|yours|youse|ye|don't you|didn't you|aren't you)\b",
    re.IGNORECASE,
)
"""Said to the clinician, or by somebody else to the client: told alone it is given to the wrong one."""
_SENSED = re.compile(
    r"\b(?:chest|throat|stomach|belly|head|neck|arms?|legs?|hands?|shoulders?|jaw|body|heart|breath\w*"
    r"|picture|image"
    r"|sound|voice|stronger|weaker|smaller|bigger|fad\w+|further|closer|warm\w*|cold\w*|tight\w*|heav\w+"
    r"|light\w*"
    r"|loosen\w*|ache\w*|burn\w*|tingl\w*|buzz\w*|eas(?:ing|ed)|sad|angry|scared|numb|safe)\b",
    re.IGNORECASE,
)
_OF_SAFETY = re.compile(
    r"\b(?:blades?|kni(?:fe|ves)|razors?|rope|guns?|rifle|tablets?|pills?|medic\w+|bottles?|belt|cards?"
    r"|phone|alarm"
    r"|locks?|locked|key|number|app|doctor|police|school|court)\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"(?<!^)(?<!and )(?<!but )(?<!so )\b(?:i (?!think\b|guess\b|know\b)|i'm\b|my "
    r"|me\b)",
    re.IGNORECASE,
)
"""Goes on to tell of the speaker."""
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six"
    r"|seven"
    r"|eigh|nine)ty|hundred|thousand|half|once|twice|daily|weekly|never|always|\w+days?)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:better|worse|easier|harder|lighter|heavier|less|more|gone|quieter|louder|again|first time"
    r"|since|stopped"
    r"|started|managed|changed|different|used to|because|cause)\b",
    re.IGNORECASE,
)


def is_trifle(words: str) -> bool:
    """Whether a sentence that answers nothing is of the moment, or to somebody, and bears on nothing."""
    if RISK_WORDS.search(words) or names_a_drug(words) or says_how_it_goes(words):
        return False
    if _TO_SOMEBODY.match(words):
        return " i " not in f" {words.lower()} "
    moment = _OF_THE_MOMENT.match(words)
    if moment is None or any(form.search(words) for form in (_NUMBER, _CHANGES, _SENSED, _OF_SAFETY)):
        return False
    if moment["points"] and _OF_ONESELF.search(words):
        return False
    return not bears(words)
