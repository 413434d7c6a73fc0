"""How a question begins and what stands in it: the words by which it can be put inside a sentence."""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import ADVERBS
from live_notes.drafting.language.words import word_set

_AUX = r"(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|should|might)"

LEAD = re.compile(
    r"^(?:(?:and|so|but|okay|ok|now|well|then|or|also|um|uh|oh|all right|alright|right|i see|gotcha|just)"
    rf"[,. ]+)+(?=\S)|^(?!(?:any|no|some)\b)[a-z]{{3,}}, (?=(?:{_AUX}|how|what|when|where|who|why)\b)",
    re.IGNORECASE,
)
BY_NAME = re.compile(r",\s+(?:Dr|Mr|Mrs|Ms|Miss)\.? [A-Z][\w'-]+(?=,|$),?")
"""Somebody called by their name within a question."""
TITLES = word_set("dr mr mrs ms miss sister brother nurse auntie aunty uncle")
NO_DOING = word_set(
    "thing things something anything everything nothing morning mornings evening evenings wedding"
    " ceiling sibling"
    " siblings meeting building ring king spring string wing clothing feeling feelings bed shed red med kid"
)
"""Nouns that end as a verb does."""
NO_NOUN = word_set(
    "generally again apart otherwise overall lately recently usually mostly mainly exactly then though"
    " now today"
    " normally really actually aside"
)
"""What does not belong to a noun's name, though it may stand behind it."""
OR_NOT = re.compile(
    r",? or not?$|, (?:though|then|would you say|do you think|do you reckon|roughly|generally)$",
    re.IGNORECASE,
)
TAGGED = re.compile(
    r", ?(?:okay|ok)$|(?:,|\b(?<!feel )(?<!sound )(?<!all )) ?(?:right|correct|huh|yeah|yes|no|eh)$"
    rf"|\b{_AUX}n't (?:you|it|he|she|they|that)$|,? (?:is|was) that (?:right|correct|so)$",
    re.IGNORECASE,
)
ALL_RIGHT = re.compile(r"\b(?:are|is|be|been|was|were) (?:\w+ )?(?:okay|ok|right)$", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)[.?!…](?=\s)|[:;\"“”—–]|\s-+\s|--|\.\.|-$"
    r"|, (?=[A-Z][a-z])|\s(?:yeah|um+|uh+|oh|hm+|ma'am|sir)\b"
)
"""Marks of more than one sentence, or of one that broke off."""
OTHER_YOU = re.compile(
    r"\byou (?:two|guys|all|both|folks|know,|and (?!(?:how|what|when|is|are|do|does)\b))|\band you\b"
    r"|\by'all\b|, you know\b",
    re.IGNORECASE,
)
"""A "you" that is more than the client, or nobody."""
OF_YOU = re.compile(r"\b(the two|both|each|either|neither|one) of you\b", re.IGNORECASE)
ASKS = re.compile(
    r"\b(?:do|does|did|have|has|had)(?:n't)? (?:you|there|he|she|they|we|i)\b"
    r"|\b(?:does|did)(?:n't)? (?:it|that|this)\b"
    r"|\b(?:are|is|was|were|can|could|would|will|should|might)(?:n't)? "
    r"(?:you|your|it|there|he|she|they|we|i)\b",
    re.IGNORECASE,
)
"""A verb before its subject."""
LEFT_OPEN = re.compile(
    r"\b(?:of|the|an?|your|and|or|but|what|if|because|maybe|would"
    r"|(?:maybe|that|if|when|because|what) (?:you|it))$",
    re.IGNORECASE,
)
"""How a question to be answered by yes or no ends that was not finished."""
ANOTHER = re.compile(
    rf",\s*(?:(?:and|or|but|so|like) )*(?:any|no|how|what|why|who|which|{_AUX})\b"
    r"|\b(?:or|and|but) (?:how|what|why|when|where|who|which|is it|is that)\b"
    r"|\s(?:how|what) about\b|\bany [a-z]+ any\b|^[a-z]+ you, ",
    re.IGNORECASE,
)
"""Where a second question begins."""
SHORT = re.compile(r"^(?P<wh>how|what|where|who|when|why)(?P<end>'s|'re|'ve)\b", re.IGNORECASE)
HAS = re.compile(
    r"^ (?:(?:\w+ ){0,4}been|(?:ever |really )?(?:happened|changed|helped|worked|gone|become|got))\b",
    re.IGNORECASE,
)
"""After "what's": it is "has"."""
IS_OR_HAS = re.compile(r"^ (?:[a-z]+ed|come|made|kept)\b", re.IGNORECASE)
BEFOREHAND = re.compile(
    r"^(?P<when>(?:on a scale|(?:in|over|during|for|within|since) (?:the|this|that|your) )[\w' -]+?(?=,? )"
    r"|(?:if|when|after|before|once|since|while|growing up|at home|at work|at school|for homework"
    r"|last week|last time)"
    r"\b[\w' -]*?(?=, )),? "
    rf"(?P<asked>(?:how|what|when|where|who|{_AUX})\b.+)$",
    re.IGNORECASE,
)
"""A time or a scale that stands before the question."""
ANY = re.compile(
    r"^any (?!(?:chance|ideas?|questions?|reason|way|time|day|luck|better|worse|of|good|news|thing|what"
    r"|who)\b)[a-z].+$",
    re.IGNORECASE,
)
THING = re.compile(r"^(?P<whose>the|your) [a-z'-]+(?P<more>(?: [a-z'-]+){0,6})$", re.IGNORECASE)
CONTRACTED = re.compile(
    r"'s (?:still|on|off|not|been|ok|okay|all|gone|done|back|in|out|up|down|a|an|the|better|worse|fine"
    r"|good|going)\b",
    re.IGNORECASE,
)
"""After a noun, this is "is" or "has"."""
ABOUT = re.compile(r"^(?:how|what) about (?P<what>(?:the|your) .+)$", re.IGNORECASE)
BARE_AMOUNT = re.compile(
    rf"^how (?:many|much|often|long)(?: (?!you\b|{_AUX}\b)[a-z]+){{0,5}}$"
    r"|^(?:which|what) (?:one|ones|days?|times?)$",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"^(?P<wh>how (?:many|much)(?: [a-z]+){0,3}?|how(?: [a-z]+)??|what(?: (?:else|exactly|kinds? of [a-z]+"
    rf"|sorts? of [a-z]+|(?!{_AUX}\b)[a-z]+))??|which(?: [a-z]+){{1,2}}?|when|where|why|who) "
    rf"(?P<clause>(?:{_AUX}) .+)$",
    re.IGNORECASE,
)
OF_ITS_SUBJECT = re.compile(r"^(?P<wh>(?:what|who)(?: else)?) (?P<verb>[a-z]+)(?P<rest> .+|)$", re.IGNORECASE)
YES_NO = re.compile(rf"^{_AUX} ", re.IGNORECASE)

SECOND = word_set("you your yours yourself")
MODAL = word_set("can could would will should might")
PRONOUNS = word_set("you it that this there he she they")
ALONE = word_set("""
anyone anybody anything someone somebody something everyone everybody everything things people
""")
"""Subjects of one word."""
SEVERAL_OF, OF_SEVERAL = word_set("things people"), word_set("are were have do did had") | MODAL
"""Subjects of several, and the verbs that go with them: "how's things" is no grammar to keep."""
NUMBERS = word_set("one two three four five six seven eight nine ten eleven twelve")
NAME = re.compile(r"[A-Z][a-z]+|\[[A-Z]+_\d+\]")
DO, BE, HAVE = word_set("do does did"), word_set("is are was were"), word_set("has have had")
QUALITIES = word_set("""
any better worse okay ok good bad safe different back gone able up down higher lower fine hard easy difficult
""")
GOES_ON = QUALITIES | word_set("""
at in on with for from about after before since during under over alongside around between these this
there here now today lately like still the a an how what why because
""")
"""What may follow "is your sleep": no part of the noun's name."""
AFTER_HAVE = word_set("been got had gone become come ever already just recently")
BEFORE_A_VERB = (ADVERBS - word_set("of sort kind then now")) | word_set("last first")
NO_NAME = re.compile(
    r"\b(?:new|old|other|same|own|good|bad|best|worst|main|biggest|hardest|whole|real"
    r"|and|or|of|in|on|at|for|with|from|that|who|which|than|you|i|to|if|when|because)\b|,",
    re.IGNORECASE,
)
"""What no noun's name has in it."""
CAUSING = word_set("""
make makes made making let lets letting help helps helped helping keep keeps kept keeping stop stops stopped
stopping get gets got getting have watch watched bring brings brought cause causes caused give gives gave
given giving push pushes pushed force forces forced drive drives drove remind reminds reminded leave leaves
left hit hits hurt hurts scare scares scared bother bothers bothered tell tells told see sees saw hear hears
heard want wants wanted asked ask asks
""")
"""Verbs after which "you" is whom something is done to, whatever follows."""
AFTER_A_NOUN_S = word_set("any some the a an more much of no your")
"""Before what would be a verb elsewhere: "the help you need"."""
THINKING = word_set("""
think thinks thought feel feels felt say says said know knows knew believe believes believed guess hope wish
suppose notice noticed find found realise realised realize realized remember imagine mean thinking feeling
saying noticing hoping wishing wanting telling like that
""")
BEHIND_OBJECT = word_set("""
with at in on to from for about when while if because before after during since again by up down out off away
back into like over
""")
JOINED = re.compile(r"(?:,|\b(?:and|or|then)\b)\s+([\w']+)(?:\s+([\w']+))?")
OBJECT_ONLY = {
    "they": re.compile(r"\bthem\b", re.IGNORECASE),
    "he": re.compile(r"\bhim\b", re.IGNORECASE),
    "she": re.compile(
        r"\bher(?=$|,| (?:about|and|or|that|to|for|at|in|on|with|away|back|again)\b)", re.IGNORECASE
    ),
}
THIRD = {
    "they": re.compile(r"\b(?:they|them|their|theirs|themselves|they'\w+)(?!\w)", re.IGNORECASE),
    "he": re.compile(r"\b(?:he|him|his|himself|he'\w+)(?!\w)", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|hers|herself|she'\w+)(?!\w)", re.IGNORECASE),
}
"""Whoever else the client's pronoun could stand for."""
