"""Which words never stand beside each other in a sentence, so that speech which has them was begun twice."""

from __future__ import annotations

from live_notes.drafting.embedded.persons.people_words import KIN
from live_notes.drafting.language.verbs import BASE, FINITE
from live_notes.drafting.language.words import word_set

BE = word_set("am are is was were")
MODAL = word_set("can could will would shall should may might must can't couldn't won't wouldn't shouldn't")
HAVE = word_set("have has had haven't hasn't hadn't")
ARTICLE = word_set("the a an my your our every")
SUBJECT = word_set("i he she we they")
_PREPOSITION = word_set("of at with for from into")
_CONTRACTED = word_set("he's she's it's that's there's they're")
_BEGUN_ANEW = word_set(
    "i'm i'd i'll i've he's he'd he'll she's she'd she'll we're we'd we'll they're they'd they'll"
)
_PAST = word_set(
    "went felt slept woke ate drank drove took told thought kept left lost made ran saw spoke spent"
)
_PAST_OF_HELP = word_set(
    "helped wanted needed worked tried liked started stopped talked called asked changed"
)
_PLAIN = word_set("get go have make do come take give")

_NEVER = (
    (BE | word_set("i'm we're they're you're"), MODAL | HAVE | _CONTRACTED),
    (_CONTRACTED - {"they're"}, MODAL | BE | (FINITE - BASE)),
    (MODAL, MODAL | BE | {"had", "has"} | _PAST | _PAST_OF_HELP | _BEGUN_ANEW),
    (HAVE, MODAL | BE),
    (
        ARTICLE,
        word_set(
            "the a an my your our their i he she we they it and or but of at with for from into in on am"
            " are is was"
            " were has have had could would should might must that's it's just really then because so if"
            " when to be"
        ),
    ),
    (_PREPOSITION, _PREPOSITION | word_set("in on i and or but am are was were could would should might")),
    (SUBJECT, word_set("i he she we they the a an my of at in for with from that's it's into or his")),
    (word_set("about to"), SUBJECT),
    (word_set("are were am"), _PLAIN),
    (KIN, word_set("he she they he's she's they're he'd she'd they'd")),
    (word_set("until because if when while"), frozenset(("be",))),
    (word_set("in on and"), frozenset(("of",))),
    (frozenset(("in",)), frozenset(("into",))),
    (frozenset(("to",)), word_set("to of for with")),
    (frozenset(("it",)), word_set("i they he that of")),
    (frozenset(("be",)), word_set("is was")),
    (frozenset(("not",)), word_set("they it")),
    (frozenset(("just",)), frozenset(("it's",))),
    (word_set("and but"), word_set("or and")),
)
"""Words, and those that none of them has behind it."""
_AFTER = {
    one: frozenset().union(*(second for first, second in _NEVER if one in first))
    for one in frozenset().union(*(first for first, _ in _NEVER))
}
"""The same by each word: what it has not behind it."""
_BOTH = frozenset((("from", "at"), ("and", "and")))
"""What may stand so all the same, or is told by others."""


def never_beside(one: str, other: str) -> bool:
    """Whether no sentence has these two words beside each other, in this order."""
    if (one, other) in _BOTH:
        return False
    return (one == other and one in BE) or other in _AFTER.get(one, ())
