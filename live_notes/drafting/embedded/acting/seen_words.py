"""What is seen of the client in the session, told apart from what is said of a dog, a haircut or a bag."""

from __future__ import annotations

import re

from live_notes.drafting.embedded.acting.act_words import OBSERVED
from live_notes.drafting.embedded.acting.unfound import finds_nothing

_NOT_OF_HOW_THEY_ARE = re.compile(
    r"\b(?:look|looks|looked|sound|sounds|sounded|seem|seems) (?:\w+ )?like (?:a |an |the |my |your "
    r"|his |her |our |some)"
    r"|\b(?:look|looks|looked) (?:\w+ ){0,2}(?:in|on|with) (?:that|those|this|the new)\b"
    r"|\b(?:fringe|haircut|suit|jumper|sweater|dress|shoes|boots|jacket|coat|hat|beard|tan|outfit|nails"
    r"|earrings|scarf)\b"
    r"|\bdon't you,? yes\b|\byes you (?:do|are)\b|^(?:aw+|ooh)\b|\bgood (?:boy|girl|dog)\b"
    r"|\b(?:dog|cat|puppy|kitten|plant|rug|curtains?|kettle|bag|phone|screen|camera)\b"
    r"|\bhands? (?:are|is) full\b|\b(?:i|we) saw you (?:at|in|on|by|outside|near|with)\b"
    r"|\bi hear(?:d)? (?:that )?you(?:'re|'ve|'d| are| have| got| were| had)\b"
    r"|\bseem(?:ed|s)? to (?:know|have|like|think|get|want|find|do|say|be (?:saying|able))\b"
    r"|\bwe(?:'re| are) not\b|\bshall we\b|\blet me (?:take|get|open)\b"
    r"|\b(?:see|saw|seen|noticed?|caught) (?:that )?you (?:just |both |quickly |only )*(?:look|looked|looking"
    r"|glanc\w+|peek\w*|peer\w*|squint\w*) (?:over |up |across |back |down )?(?:at|for|towards?|round"
    r"|around)\b"
    r"(?! (?:the |your )?(?:floor|feet|hands?|lap|ground|ceiling|door|clock|nothing))"
    r"|\b(?:see|saw|hear|heard|noticed?) (?:that )?you(?:'d| would) (?:\w+ )?(?:like|love|prefer|rather"
    r"|want)\b"
    r"|\b(?:see|hear|notice) (?:that )?you(?:'re| are)? (?:want|need|wish|hop)(?:s|ing|e)?\b",
    re.IGNORECASE,
)
"""Small talk of looks, of things and animals in the room, hearsay, and what is not being done."""
_ALSO_SEEN = re.compile(
    r"\bthere(?:'s| is| are|'re) (?:\w+ )?(?:tears?|a tear)\b|\byour eyes (?:have |are )?(?:fill\w*"
    r"|well\w*|water\w*|red)\b"
    r"|\bi can see (?:that )?you(?:'re| are) (?:trembl|shak|cry|upset|tens|tired|exhaust|struggl|pale"
    r"|sweat|hurt|in pain|sad)\w*",
    re.IGNORECASE,
)


def is_seen(words: str) -> bool:
    """Whether a clinician says what they see or hear of how the client is."""
    seen = OBSERVED.search(words) is not None or _ALSO_SEEN.search(words) is not None
    return seen and _NOT_OF_HOW_THEY_ARE.search(words) is None and not finds_nothing(words)
