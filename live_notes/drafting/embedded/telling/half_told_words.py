"""What shows that a clause of a report is none, or leans on what the report leaves out."""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase

_ONE = r"(?:they|he|she|it|we|the client|the patient)"
_NEW = (
    r"(?:it|it's|he|he's|she|she's|they|there|there's|this|nobody|everybody|somebody|everyone|someone"
    r"|no one|the client)"
)
_MAY = r"(?:do|does|did|can|cannot|could|will|would|should|might|must)"
_AUX = rf"(?:is|are|was|were|have|has|had|{_MAY})"
_BARELY = (
    r"(?: (?:just|really|never|always|still|also|only|even|probably|actually|like|so|very|kind of|sort of))*"
)
_THINKS = r"(?! (?:think|know|suppose|guess|mean|believe|reckon|would say|feel)\b)"
NO_CLAUSE = AnyCase(
    rf"\b(?:that's|it's|he's|she's|there's){_BARELY}, (?:(?:but|and|so|because|well)\b|{_NEW}\b{_THINKS})"
    rf"|\b{_ONE} {_AUX}(?: not)?{_BARELY}, (?:like (?!\w+ing\b)[^,;]+,|well\b|no$)"
    r"|\b(?:is|are|was|were|be|been)(?: (?:really|just|like|so|very|kind of|sort of|actually"
    rf"|basically|not))+, {_NEW}\b{_THINKS}"
    r"|\b(?:is|are|was|were|been)(?: (?:never|not|just|always|only|still))* (?:really|very|just|quite|so"
    r"|always"
    r"|never)$"
    r"|\b(?:he's|she's|it's|that's|there's) (?:it's|he's|she's|that's|there's|they are|they were)\b"
    r"|\b(?:an?|the)(?=,|$)|\bthe (?:old|new|big|little|whole|entire)$"
    r"|\b(?:have|has|had|are|were|was|is|did|do|would|could|will)(?: not)? (?:this|that|it|there)"
    r" (?:is|was|are|were|has)\b"
    r"|(?<!when )(?<!before )(?<!since )(?<!after )(?<!while )(?<!once )(?<!as )(?<!because )(?<!what )"
    r"\b(?:they|he|she)"
    r" (?!(?:realis|realiz|notic|believ|wish|hop|decid|figur|promis|reckon|assum|worr|guess|learn"
    r"|claim"
    r"|insist|admit|den|imagin|suppos|pray|fear|suspect|check|remember|expect|want|agree|explain|ask|wonder"
    r"|joke|laugh|pretend|discover|accept|dream|need)\w*)\w+ed (?:they|he|she)"
    r" (?:were|are|had|have|would|will|did)\b"
    r"|\b(?:in|on|at|of|with|from|into|by|beside|behind|against) (?:they|he|she)\b"
    r"|^(?:they|he|she) (?:will be|are being|is being|have to be|must be|would be"
    r"|are just being|has to be) honest\b"
    r"|, (?:they|he|she) (?:will be|are being|is being|have to be|must be|would be) honest\b"
    r"|^(?:yes|yeah), (?:nah|no|nope)\b(?! (?:problem|worries|doubt))|^(?:no|nah), (?:yes|yeah)\b"
    r"|\b(?:they wish|(?:he|she) wishes)$|\b(?:they do|(?:he|she) does) not (?:on|at|in|of|for) \w+"
)
"""Its verb or its subject is lost, or it was begun twice."""
BOTH_YES_AND_NO = re.compile(
    r"^(?:yes|yeah|yep|aye)[, ]+(?:nah|no|nope)\W*$|^(?:no|nah)[, ]+(?:yes|yeah)\W*$", re.IGNORECASE
)
"""A sound that leads in, and neither: "yeah nah"."""
_VERB = (
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must|might|may|went|got"
    r"|said|took|came|gave|made|felt|told|left|\w+ed|\w+n't)"
)
NO_VERB_BEHIND = AnyCase(
    r"^(?:the|this|that|these|those|their|his|her|an?) (?!it\b|they\b|he\b|she\b)"
    r"(?!(?:\w+ ){0,3}?(?:days?|nights?|weeks?|months?|years?|times?|mornings?|evenings?|weekends?|minute"
    r"|moment|second) )(?:[\w'-]+ ){1,3}?(?:they|he|she|the client) (?:\w+)(?: not)?$"
    rf"|^(?:the|this|that|these|those|their|his|her|an?) (?![^,]*\b{_VERB}\b)[\w' -]+,"
    r" (?:where|who|which|whose)\b"
    r"(?!.*(?:, (?:they|he|she|it|\w+ed|is|was|are|were|has|had|did|does|do|can|will|would)\b))"
)
"""Names something, and says nothing of it: "the spinning they did"."""
NO_ENGLISH_OF_A_NOTE = AnyCase(
    r"(?:^|[,;] |\b(?:and|but|that|because|if|when) )(?:him|them|me|us) (?:did|do|does|is|was|had|never|no"
    r"|come|go|say|tell|look|want|still|a|just|can|will|would)\b"
)
"""Grammar of a dialect."""
OF_DYING = AnyCase(
    r"\bi(?:'m|'d|'ll|'ve| am| was| were| will| would| could| might| just| nearly| almost| actually| really"
    r"| not| no| do| did| don't| didn't| have| had| been| want to| wanted to| rather| literally| about to"
    r"| going to| never)* (?:dying|die|died|dead)\b"
)
"""An idiom oftener than not; it stands in a note as it was said."""
ONLY_PERSONS = re.compile(
    r"^(?:(?:and|but|so|just|only|not|then|like|mostly|at|to|with|for|of|on|from|by)[, ]+)*(?:me|myself|us)"
    r"(?=\W|$)(?!.*\b(?:i|i'm|i've|i'd|is|are|was|were|have|has|had|it's)\b)",
    re.IGNORECASE,
)
"""Said of oneself without a verb: "them" could be anybody."""
ONLY_NUMBERS = re.compile(r"^(?:\d+|an?|or|and|to|maybe|like|then|[\s,.%–-])+$", re.IGNORECASE)
NO_VERB_OF_ITS_OWN = re.compile(
    rf"^(?:(?:and|but|so|yes|yeah|aye|no|well|oh)[, ]+)*(?:{_ONE}|i|we){_BARELY}"
    r" (?:(?P<may>do|does|did|could|will|would|should|might|must|can|cannot|(?:do|does|did|could|would"
    r"|should)n't"
    r"|can't|won't)(?: not)?|(?:is|are|was|were|am|have|has|had|'ve|isn't|aren't|wasn't|weren't|haven't"
    r"|hasn't|hadn't)(?: not)?)"
    r"(?(may)(?:$|,(?! like)| (?:on|in|at|because|since|until|if|when|for (?:the|a)|most|every|last) )|$)",
    re.IGNORECASE,
)
"""Leaves its verb to what was said before it: "they will", "they do not on a Sunday"."""
LIKE_THAT = AnyCase(
    r"\b(?<!any)(?<!some)(?:thing|one|way|time) like (?:that|this)\b|\b(?:say|said|speak|spoken|talk|done|do"
    r"|did|felt|thought)(?: it)? (?:like )(?:that|this)\b"
)
IN_THAT_CASE = re.compile(r"\b(?:i'd|i would|we'd|we would|i could|we could|i might)\b", re.IGNORECASE)
NOT_IN_A_CASE = re.compile(
    r"\bi(?:'d| would) (?:rather|better|like|love|prefer|been|had|never been|already|just been|gone|done"
    r"|\w+ed"
    r"|say|always|often|usually|sometimes)\b|\bused to\b|\bwhen(?:ever)?\b|\bif\b",
    re.IGNORECASE,
)
ASKS_OF_A_CASE = AnyCase(
    r"\b(?:if|imagine|suppose|supposing|say you|what (?:would|might|could) happen|would happen|what would"
    r"|afraid (?:would|might))\b"
)
A_TIME = re.compile(
    r"^(?:(?:and|so|but|well)[, ]+)*(?:(?:for|in|on|during|until|till|up to) )?(?:the (?:first|last|next"
    r"|second|other|whole|early)|first|last|that|those|these|this|most|every|all) (?:\w+ ){0,2}(?:seconds?"
    r"|minutes?|hours?|days?|nights?|weeks?|months?|years?|mornings?|weekends?|mondays?|tuesdays?|wednesdays?"
    r"|thursdays?|fridays?|saturdays?|sundays?|times?|while|bit|part)\b",
    re.IGNORECASE,
)
"""A time that bounds what is said behind it: "the first ten days, nothing"."""
THEN = re.compile(
    r"^(?:(?:and|but) )?(?:then|until|till|only|now|after that|since then)\b|^but\b", re.IGNORECASE
)
"""What ends that time."""
ANOTHER_SAYS = AnyCase(
    r"^(?:(?:and|but|so|then|because|when|to (?:everybody|everyone|the \w+|them|him|her))[, ]+)*(?:he|she"
    r"|they|everybody|everyone|people|somebody|my (?:own )?\w+|(?:the|his|her|our|their) \w+"
    r"|(?!(?:i|we|you)\b)[a-z]+)"
    r"(?:'d|'s|'ll)?(?: (?:would|will|used to|always|also|just|only|once|keeps?|kept|is|was|be))*"
    r" (?:says?|said|saying|goes|going|went like|tells?|telling|told|shouts?|shouted|shouting|asks?|asked"
    r"|asking|announces?|announced|boasts?|boasted|screams?|screamed|writes|wrote|texts|texted)"
    r"(?:,? (?:to|at|back)?\s*(?:me|us|him|her|them|everybody|everyone|people|(?:the|my|his|her|our|their)"
    r" (?:\w+ ){0,2}\w+))?\W*$"
)
"""Somebody else says something, and it comes in the next sentence."""
ITSELF = re.compile(r"^(?:(?:and|but|so|well)[, ]+)*(?:it|it's|that|that's|this)\b", re.IGNORECASE)
NUMBER = re.compile(
    r"^(?:no|well|or|maybe|actually|sorry|i mean|[, ])*(?:\d+|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|once|twice|mondays?|tuesdays?|wednesdays?"
    r"|thursdays?|fridays?|saturdays?|sundays?)(?: \w+)?\W*$",
    re.IGNORECASE,
)
"""A number or a day by itself: puts right the one before it."""
ANY_NUMBER = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|once|twice|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)
