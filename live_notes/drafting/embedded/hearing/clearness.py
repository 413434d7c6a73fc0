"""Whether a spoken sentence reads as one once it is written down, and what is cut from it so that it does.

Speech is left unfinished without a sign of it: a transcriber sets a full stop where the speaker only stopped.
What shows it then is grammar: a last word that waits for another, two words that no sentence has beside each
other, a condition of which nothing follows. Only what is surely broken is told; the rest is left as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from live_notes.drafting.embedded.hearing.beside import ARTICLE, BE, HAVE, MODAL, SUBJECT, never_beside
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.verbs import ADVERBS, BASE, FINITE, PAST, is_verb
from live_notes.drafting.language.words import tokens, word_count, word_set

_I = r"(?:i|we|he|she|it|they|you)"
_TAIL = re.compile(
    r"[,;]?\s+(?:and|but|or|so|because|'cause|which|then|except)"
    r"(?:[,\s]+(?:apparently|then|just|really|so|also|maybe|probably|like|even|actually|that|this|it"
    r"|it's|i|i'm"
    r"|i've|he|she|they|we|if|when|because|well|sometimes|usually|is|basically|obviously|the|my|a|not"
    r"|after|before"
    r"|recently|lately|for everyone else))*$"
    r"|,?\s+(?:but|and|because),? (?:as far as (?:actually )?\w+ing (?:it|that)|in the \w+|at the same time)$"
    r"|,?\s+(?:especially|particularly)$"
    r"|,?\s+or (?:something|whatever|anything)(?: like that)?$"
    rf"|[,;]?\s+(?:and|but|or|so) (?:if|when|unless|because|since|whenever) {_I}(?:'\w+)?"
    r"(?: (?:did|do|don't|was|were|could|would|had|have|am|are|is|really|just))*$"
    r"|,\s+(?:other than that(?:,? i (?:don't|do not) know)?|i (?:don't|do not) know|i guess|or whatever"
    r"|and whatever|or something|and all that"
    r"|and all this|and everything|and stuff like that|you know)$",
    re.IGNORECASE,
)
"""What a speaker began to add and left, or added to say no more."""
_LEAST_LEFT = 3

_ALWAYS_OPEN = re.compile(
    r"\b(?:the|an?|my|your|our|their|and|or|but|because|'?cause|very|i|we|i'\w+|we're|we've|they're|he's"
    r"|she's"
    r"|gonna|going|whether|until|unless|if|although|than|apparently|probably|basically|literally|seems?"
    r"|seemed"
    r"|became|becomes?|been|being|keeps?|gets?|getting|makes|making|giving|putting|telling|having|causing"
    r"|every|each|whose|per|via|toward|towards|onto|such|quite|rather|(?:am|are|is|was|were|be) like)$",
    re.IGNORECASE,
)
"""What waits for another word."""
_THAT_HE_CAN = re.compile(
    r"(?<!all )(?<!everything )(?<!anything )(?<!much )\b(?:that|which) (?:i|he|she|it|they|we|you)"
    r" (?:can|could|will|would|should|might)$",
    re.IGNORECASE,
)
_NOT_AT_ALL = re.compile(
    r"\b(?:has|have|had)(?:n't| not)?(?: (?:really|just|even|ever|actually|quite|not))+(?: at all| either"
    r"| yet)?$",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"\b(?:someone|somebody|anyone|nobody|no one|something|nothing|anything|things?|what|who|whom|which"
    r"|people|how|place|where)\b",
    re.IGNORECASE,
)
_STRANDED = re.compile(r"\b(?:of|for|with|from|at|into|to|about|on|in|by|like|as|is|are|was|were)$", re.I)
"""What may end a sentence only where something before it is what it belongs to."""
_ELLIPTIC = re.compile(
    r"\b(?:want(?:ed|s)?|need(?:ed|s)?|used|have|has|had|got|like|love|try|tried|trying|able|supposed"
    r"|going|ready"
    r"|willing|not|hope|plan|afraid|allowed|come|came|coming|go|went|give|gave|log|sign|stop|move|moved|check"
    r"|get|drop|fit|join|turn|take|took|carry|hold|move|rely|depend) (?:to|in|on|by|at|for)$",
    re.IGNORECASE,
)
_ANTECEDENT = re.compile(
    r"\b(?:what|who|which|where|how|that|than|as|why|whatever|way|someone|somebody|something|anyone|anybody"
    r"|anything|nothing|no ?one|nobody|everything|everyone|everybody|thing|things|lot|much|one|ones|people)\b"
    r"|\b(?:a|the|my|any|some|no|enough|many|those|these|few) (?:\w+ ){1,3}(?:to \w+|(?:i|he|she|we|they"
    r"|you)\b)",
    re.IGNORECASE,
)
_PERSONS = word_set("i he she it we they you that who which")
_THINKING = word_set(
    """
    think thinks
    thought know knows knew guess guessed suppose supposed feel feels felt hope hoped say says said
    mean means meant wish wished believe believed see saw swear bet figure figured told tell realize realized
    realise
    realised remember remembered sure notice noticed imagine heard hear understand find found make made
    like as than what how where who why when if that because whatever whenever since while so and but or until
    before
    after though although unless whether once which till cause 'cause afraid glad sorry time way everything
    all anything something thing things only matter wherever said, said promise promised assume assumed learn
    learned doubt worry worried pretend let help saying knowing thinking feeling hoping lets
    """
)
"""After these a new subject may follow at once."""
_OPEN_WITHIN = re.compile(
    r"(?:^|\b(?:that|because|'cause|think|suppose|guess|and|but|so)\s+)(?:when|if|whenever|unless"
    r"|although|even though"
    r"|since|while|as soon as|every time)\s+(?P<rest>[^,;]+)$",
    re.IGNORECASE,
)
_FINITE = FINITE | PAST | BE | MODAL | HAVE | word_set("do does did don't doesn't didn't isn't aren't wasn't")
_DISLOCATED = re.compile(
    r"^(?P<who>(?:(?:my|our|the|this|these|those|some|all|most)\s)(?:[\w-]+\s?){1,5}?),?\s"
    r"(?P<again>he|she|it|they)(?P<ending>'s|'re|'ve|'ll|'d)?\s(?=\w)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\s\S*(?:ed|says|thinks|reckons|knows|believes|hopes|wishes|claims|insists|swears|feels|texts"
    r"|tells)\s*$",
    re.IGNORECASE,
)
_SPELT = {"'s": " is ", "'re": " are ", "'ve": " have ", "'ll": " will ", "'d": " would "}


_STOPPED = re.compile(
    r"\b(and|but|so|because|or|to|that|of|feels? like|felt like|seems? like|sounds? like|like to|want to"
    r"|going to|for|with|in|at|the|a|my),\s+"
    r"(?!(?:if|when|while|as|although|though|even|after|before|until|unless|since|once|like|you know"
    r"|i mean|well|oh|yes"
    r"|no|too|not|honestly|obviously|of course|then)\b)(?=\w)",
    re.IGNORECASE,
)
"""A comma after a word that goes on: its speaker only stopped to think."""
_FILLED = re.compile(
    r"\b(?:(?P<joint>of|for|since|at|in|about|with|after|by|than|over|until)\s+like\s+(?!(?:that|this|it"
    r"|what)\b)"
    r"|(?P<person>(?:i'm|we're|they're|he's|she's|(?:i|he|she) was|(?:we|they) were)(?: (?:just|really"
    r"|kind of|sort of))?)"
    r"\s+like\s+(?=\w+(?:ing|ly)\b)"
    r"|(?P<doing>\w+ing)\s+like\s+(?=(?:once|twice|\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|about|every)\b)"
    r"|(?P<led>to|them|him|us|kind of|sort of|can|could|will|they|we|i)\s+like\s+(?=(?P<verb>[a-z]+)\b))",
    re.IGNORECASE,
)


_WINNING_TIME = re.compile(
    r"\bi (?:don't|do not) know,? (?=(?:i|we|they|he|she|it)(?:'\w+)? (?:just |really |still "
    r"|also )*(?!do\b|did\b|was\b)[a-z]+)",
    re.IGNORECASE,
)


_IS_SORT_OF = re.compile(r"\b(is|are|was|were),\s+(?=(?:sort|kind) of\b)", re.IGNORECASE)


_TO_SOMEBODY = re.compile(
    r",\s+(?:ma'am|madam|sir|doctor|doc|miss|mate|bro|bruv|pet|hen|darling|dear|love|hun|honey|boss|auntie"
    r"|uncle),\s+",
    re.IGNORECASE,
)
"""Whom somebody speaks to, in the middle of what they say."""


@remembered
def joined_up(words: str) -> str:
    """The words without the commas and the "like" of somebody who looks for the next word."""
    words = _TO_SOMEBODY.sub(", ", words) if words.count(",") > 1 else words
    told = _STOPPED.sub(r"\1 ", _IS_SORT_OF.sub(r"\1 ", _WINNING_TIME.sub("", words)))
    return _FILLED.sub(_without_like, told) if "like" in told.lower() else told


def _without_like(match: re.Match[str]) -> str:
    led = match["led"]
    if led and (match["verb"].lower() not in BASE or match["verb"].lower() in _NOUNS_TOO):
        return match.group()
    return f"{match['joint'] or match['person'] or match['doing'] or led} "


_NOUNS_TOO = word_set(
    "work drink sleep change help talk exercise smoke walk run dance travel fish love play study cook"
)


@remembered
def without_tail(words: str) -> str:
    """The words without what their speaker began to add and left; as they are where too little would stay."""
    stop = re.search(r"[.!?…\s]*$", words)
    body, end = (words[: stop.start()], stop.group().strip()) if stop else (words, "")
    for _ in range(3):
        cut = _TAIL.sub("", body).rstrip(" ,;")
        if cut == body or word_count(cut) < _LEAST_LEFT:
            break
        body = cut
    return f"{body}{end}"


def said_of_its_subject(words: str) -> str:
    """The words with their subject once: "my brother, he drives" becomes "my brother drives"."""
    match = _DISLOCATED.match(words)
    if match is None or any(_is_finite(word) or word.lower() in _PERSONS for word in tokens(match["who"])):
        return words
    if "," not in match.group() and _SAYS.search(match["who"]):
        return words  # "my friend texted she had left" is of what was texted
    rest = words[match.end() :]
    if match["ending"] is None and not is_verb(tokens(rest)[0]) and not _is_finite(tokens(rest)[0]):
        return words
    joined = _SPELT[match["ending"].lower()] if match["ending"] else " "
    if match["ending"] and match["ending"].lower() in {"'s", "'d"}:  # is, has or had: only they know
        return words
    return f"{match['who'].strip()}{joined}{rest}"


def _is_finite(word: str) -> bool:
    low = word.lower()
    return low in _FINITE or low.endswith("n't") or bool(re.search(r"'(?:s|m|re|ve|ll|d)$", low))


_OF_ANOTHER = re.compile(
    r"^(?:and |but |or )?that (?:i|he|she|we|they|you|everyone|everybody|everything|nobody|people|there"
    r"|my|our|the|if|when)\b",
    re.IGNORECASE,
)
"""What somebody thinks or says, without who does."""


_MARKS = re.compile(r"[,;:.!?\"()]|\s[-–—]+\s")
_DOERS = SUBJECT | {"you"}
_DOING = re.compile(r"[a-z]{3,}ing")


@remembered
def reads_well(words: str) -> bool:
    """Whether nothing in the words shows that they were left unfinished, or begun twice."""
    body = words.rstrip(".!?… ,;")
    if _OF_ANOTHER.match(body) or _INNER.search(body) or _has_no_verb(body):
        return False
    return not (_ends_open(body) or _clashes(body) or _waits(body))


def _ends_open(body: str) -> bool:
    if _ALWAYS_OPEN.search(body) or _THAT_HE_CAN.search(body) or _NOT_AT_ALL.search(body):
        return True
    if not _STRANDED.search(body) or _ELLIPTIC.search(body):
        return False
    if body.lower().endswith(" to"):
        return _LED_TO.search(body) is None
    return _ANTECEDENT.search(body) is None


_BEGUN_ANEW = re.compile(
    r"\b(?:in|to|of|at|from|for|into|with) (?:he|she|they|we|i) (?:was|were|is|are|am|had|has|have|did"
    r"|went)\b",
    re.IGNORECASE,
)
"""A place or a thing was to be named, and another clause began: "he's dead, in the, he was in prison"."""


def _clashes(body: str) -> bool:
    """Whether two words stand together that no sentence has so, or a clause is run on without a joint."""
    if _BEGUN_ANEW.search(body):
        return True
    for part in _MARKS.split(body):
        said = [word.lower() for word in tokens(part)]
        if len(said) > 1 and said[0] in _DOERS and _DOING.fullmatch(said[1]):
            return True
        pairs = enumerate(pairwise(said))
        if any(never_beside(one, other) or _runs_on(said, at) for at, (one, other) in pairs):
            return True
    return False


def _runs_on(said: list[str], at: int) -> bool:
    """Whether a verb is followed at once by another subject and its verb: "I love they have been"."""
    if at + 2 >= len(said) or said[at + 1].partition("'")[0] not in SUBJECT or at == 0:
        return False
    verb, following = said[at], said[at + 2]
    if verb == "like" and said[at - 1] in SUBJECT:
        return said[at - 1] == said[at + 1].partition("'")[0]
    if verb in _THINKING or (verb not in BASE and verb not in PAST and verb not in FINITE) or verb in ADVERBS:
        return False
    before = said[at - 1]
    if before in ARTICLE or before in {"of", "that", "this", "his", "her", "their", "no", "any", "some"}:
        return False  # a noun
    return before in SUBJECT | {"you", "it", "to", "really", "just", "always"} and (
        is_verb(following) or _is_finite(following) or "'" in said[at + 1]
    )


def _waits(body: str) -> bool:
    """Whether a condition or a time is told of which nothing follows."""
    match = _OPEN_WITHIN.search(body)
    if match is None:
        return False
    before = body[: match.start()]
    joined = re.match(r"(?:and|but|so)\b", match.group(), re.IGNORECASE)
    if joined and word_count(before) >= _LEAST_LEFT and "," not in before[-1:]:
        return False
    return _verbs(match["rest"]) < _VERBS_OF_A_CONDITION


def _verbs(words: str) -> int:
    """How many verbs have a subject of their own: what goes with one before it counts with that."""
    said = ["", *(word.lower() for word in tokens(words))]
    verbs = [(is_verb(word) or _is_finite(word)) for word in said]
    return sum(
        verb and not before and said[at] != "to" and said[at] not in ARTICLE
        for at, (before, verb) in enumerate(pairwise(verbs))
    )


_JOINED = re.compile(rf"^(?P<head>[^,;]+?)\s+(?:and|but)\s+{_I}(?:'\w+)?\s", re.IGNORECASE)
_UNSURE_OF = re.compile(r"^(?:maybe|probably) ", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"^(?:my|our|the|this|these|those|some|most|maybe|probably)\b", re.IGNORECASE)
_THAT_A_THING = re.compile(
    r"\b(?:remember\w*|know|think|feel|believe|say|said|mean|like|told \w+) that (?P<what>(?:the|my|a|an"
    r"|our) [^,;]+)$",
    re.IGNORECASE,
)
_TWO_IN_ONE = re.compile(
    r"^(?:and |but |so )?(?:i|we|they|he|she) (?:do|have|want|need|get|got|take)"
    r" (?:(?!that|what|who|which|how|if|when|because|and|but|where|to|the way|everything"
    r"|all\b)[\w-]+ ){1,3}(?:is|are|was|were)\b",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"(?:^|\s)(?:oh|wow|ugh|ooh|hey|come on)\b|\b(?:be|was|were|am|are|is|'m|'re|'s) like,? (?:where|what"
    r"|who|why|how|oh"
    r"|okay|no|yes|wow|hey)\b|\bit (?:sounds|seems) like\b.*\bit (?:sounds|seems) like\b"
    r"|^(?!.*\bwhat\b).*\bof is\b",
    re.IGNORECASE,
)
"""What somebody exclaimed, or said to themselves, in the middle of telling."""


def _has_no_verb(body: str) -> bool:
    """Whether a thing is named of which nothing is said: "maybe some guilt and I go on"."""
    joined = _JOINED.match(body)
    if joined is not None and _UNSURE_OF.match(joined["head"]):
        return _verbs(joined["head"]) == 0
    if _TWO_IN_ONE.search(body) or ((told := _THAT_A_THING.search(body)) and _verbs(told["what"]) == 0):
        return True
    noun, _, compared = body.partition(", like ")
    return _NOUN_FIRST.match(body) is not None and _verbs(noun if compared else body) == 0


_VERBS_OF_A_CONDITION = 2
