"""What, which, who, how and why, with the thing, the person, the manner or the reason that answers it.

Each takes the question, put indirectly, and the phrase, and gives one clause; None where it is not sure.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing import composed_words as says
from live_notes.drafting.embedded.composing.composed_forms import (
    ASIDE,
    AUX,
    BROKEN,
    CONSUMED,
    HELD,
    PERSON,
    PLAIN,
    REST,
    is_name,
    plain_clause,
)
from live_notes.drafting.language.verbs import BASE, past
from live_notes.drafting.language.words import word_count

_KIND_OF = r"(?:kinds? of|sorts? of|types? of|other|else|exactly)"

_WHAT_TAKEN = re.compile(
    rf"(?:what|which)(?: {_KIND_OF})?(?P<noun>(?: [a-z]+){{0,2}}?)(?: (?:it"
    rf"|that) is that)? (?P<doing>{PERSON} {AUX}"
    rf"{CONSUMED}){REST}",
    re.IGNORECASE,
)

_WHAT_KIND = re.compile(
    rf"(?:what|which) (?:kinds?|sorts?|types?) of (?:[a-z-]+ ){{1,2}}?(?P<doing>{PERSON} {AUX}"
    rf"(?:{CONSUMED}|{HELD}|play|plays|played)){REST}",
    re.IGNORECASE,
)

_WHAT_HELD = re.compile(rf"what (?P<doing>{PERSON} {AUX}{HELD}){REST}", re.IGNORECASE)

_ONLY_OF = re.compile(r"about|\bof\b", re.IGNORECASE)

_HAS = re.compile(r"\b(?:has|have|had|having|gets?|got|getting|gotten|did|do|does|done)$", re.IGNORECASE)

_MEAL = re.compile(
    r" for (?:breakfast|lunch|dinner|supper|tea|pudding|a snack"
    r"|the main meal)\b",
    re.IGNORECASE,
)

_AT_ITS_END = re.compile(
    r"(?:what|who|whom|where|which [a-z]+|what [a-z]+) (?P<clause>.+ (?P<to>about|with|from|of|on|for|to"
    r"|at|in|by))",
    re.IGNORECASE,
)

_NO_GAP = re.compile(
    r"\b(?:like|going|goes|get|getting|got|that|this|it|them|move|carry|carrying|hold|based|agreed"
    r"|thoughts|feel|put) "
    r"(?:about|with|from|of|on|for|to|at|in|by)$",
    re.IGNORECASE,
)

_BE = r"(?:is|was|are|were)"

_IS_NAMED = re.compile(
    rf"(?:what|who) (?P<what>(?:the|their|his|her) (?:[\w'-]+ ){{0,6}}?[\w'-]+) (?P<be>{_BE})"
    r"(?P<now>(?: now| today| currently| at the moment| just now| at present)?)",
    re.IGNORECASE,
)

_OF_WORK = re.compile(r"\b(?:job|work|occupation|profession|trade|role|line of work)$", re.IGNORECASE)
_THOUGHT = re.compile(
    r"\b(?:fears?|worry|worries|thoughts?|beliefs?|predictions?|plan|problem|trouble|reasons?|rule"
    r"|evidence|signs?"
    r"|impression|understanding|issue|goal|aim|concerns?|idea|hope|verdict|agreement|expectations?|worst"
    r"|hardest|best|difference"
    r"|story|assumption|conclusion|lesson|message|theory|guess|sense|feeling)"
    r"(?: (?:part|bit|thing|of it|about it|of that|about that))?$",
    re.IGNORECASE,
)

_QUALITY = re.compile(
    r"how (?P<who>they|he|she|it|that|this|things|the client|(?:the|their) (?:[\w'-]+ ){0,3}?[\w'-]+)"
    r"(?P<does> (?:(?:is|are|was|were|has been|have been|had been|is feeling|are feeling|was feeling"
    r"|were feeling"
    r"|have been feeling|has been feeling|feels?|felt|sounds?|looks?))(?: (?:all|usually|generally"
    r"|really))?)"
    r"(?P<rest>(?: (?:about|with|for|after|before|when|at|in|over|since|today|now|lately|recently|so far"
    r"|this|then|right"
    r"|in|these|saying|hearing|doing|talking)\b[^,;:?\"]*)?)",
    re.IGNORECASE,
)

_LIKE_WHAT = re.compile(
    r"what (?P<who>it|that|this|things|(?:the|their) (?:[\w'-]+ ){0,3}?[\w'-]+)(?P<does> (?:is|are|was"
    r"|were|has been|have"
    r" been|had been)) like(?P<rest>(?: (?:for|when|to|at|before|after|in|now|then|since)\b[^,;:?\"]*)?)",
    re.IGNORECASE,
)

_WENT = re.compile(
    r"how (?P<who>it|that|this|things|(?:the|their) (?:[\w'-]+ ){0,3}?[\w'-]+)(?P<does> (?:went|has gone"
    r"|have gone|is going"
    r"|are going|was going|has been going|have been going|goes))(?P<rest>(?: (?:with|at|for|in|on|since"
    r"|this|last|lately"
    r"|so far|today)\b[^,;:?\"]*)?)",
    re.IGNORECASE,
)

_PEOPLE = ("they", "he", "she", "the client", "the patient")

_SLEEPS = re.compile(
    r"how (?P<who>they|he|she|the client|the patient|(?:the|their) [\w'-]+)(?P<does> (?:(?:are|is|were"
    r"|was|have been|has been) )?"
    r"(?:sleep|sleeps|slept|sleeping|eat|eats|ate|eating|cop(?:e|es|ed|ing)|manag(?:e|es|ed|ing)"
    r"|getting on|get on|doing))"
    r"(?P<rest>(?: (?:with|at|in|on|since|this|last|lately|so far|today|now|these days|recently|without"
    r"|after)\b[^,;:?\"]*)?)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"who (?:is|are|was|were|all is|all are) (?P<there>(?:at home|in the house|there"
    r"|around)(?: with (?:them|him|her))?"
    r"(?: at home| now| at the moment)?)",
    re.IGNORECASE,
)
_EASES = re.compile(
    r"what (?P<verb>helps|makes|triggers|brings|sets|causes|worsens|eases|relieves)(?P<rest>(?: (?:it"
    r"|that|this|them|the \w+|their \w+)"
    r"(?: (?:worse|better|easier|harder|on|off))?)?)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"what(?: it is that)? (?P<make>made|makes) (?P<whom>it|them|him"
    r"|her) (?P<so>an? [\w.]+(?: and (?:a half|not (?:an? )?"
    r"[\w.]+))*|\d[\d.]*(?: and (?:a half|not (?:an? )?[\w.]+))*|more [a-z]+(?: [^,;?\"]+)?"
    r"|[a-z]+(?: [^,;?\"]+)?)",
    re.IGNORECASE,
)

_WHOM = re.compile(
    rf"whom? (?P<doing>{PERSON} {AUX}(?:calls?|called|calling|contacts?|contacted|rings?|rang|tells?"
    rf"|told|sees?|saw|seen|seeing"
    rf"|trusts?|asks?|asked|texts?|texted|phones?|phoned|visits?|visited|has|have|had|got|has got"
    rf"|have got|supports?)){REST}",
    re.IGNORECASE,
)

_SPLIT = re.compile(
    r"what (?P<be>is|was) (?:(?:so|most|really|the most) )?(?:different|new|better|worse|worst|best|hard"
    r"|harder|hardest|easier"
    r"|missing|wrong|helpful|useful|important|difficult|scary|frightening|upsetting|stressful"
    r"|bothering them|on their mind"
    r"|worrying them)(?: (?:about|in|for|today|now|this|then|with|at|on|lately)\b[^,;:?\"]*)?",
    re.IGNORECASE,
)

_OF_OBJECTS = {"it": "it", "them": "they", "him": "he", "her": "she"}

_DOES_IT = re.compile(
    r"(?P<wh>what|who)(?P<else> else)? (?P<verb>(?:is going to|was going to|could|would|might|will|can"
    r"|should) (?:help|make|support|get|stop|be able"
    r" to help|remind|go)\b|made\b|helped\b|started\b|triggered\b|caused\b|stopped\b|brought\b|kept\b"
    r"|told\b|taught\b"
    r"|referred\b|prescribed\b|diagnosed\b|helps\b|makes\b|keeps\b|triggers\b|causes\b|is keeping\b"
    r"|was keeping\b"
    r"|brings\b|sets\b|lives\b|lived\b|looks after\b|got\b|gave\b|thought\b|noticed\b|knew\b|came\b|saw\b"
    r"|said\b|went through\b)(?P<rest>[^,;:?\"]*)",
    re.IGNORECASE,
)

_MOST_BEFORE = 7
_HAS_A_CLAUSE = re.compile(
    r"\b(?:i|he|she|they|we|you|there|who|which|what|because|if|when|while|where|how|so|than|is|was|are"
    r"|were|has|had|do|does"
    r"|did|can|could|will|would|should|might|must|let|that)\b|n't\b|'",
    re.IGNORECASE,
)

_ONE_ONLY = re.compile(
    r"(?:(?:just|mainly|mostly|probably|maybe) )*(?:an?|the|my|their|his|her|this"
    r"|that) (?:[\w'-]+ )?[\w'-]*[^s\W](?: (?:of|in|at"
    r"|on|with) .+)?",
    re.IGNORECASE,
)

_HOW_DONE = re.compile(rf"how (?P<clause>{PERSON} .+)", re.IGNORECASE)

_WHY = re.compile(r"(?:why|how come) (?P<clause>.+)", re.IGNORECASE)


_DOES_OR_MAKES = re.compile(r"\b(?:did|do|does|done|makes?|made)$")
_OF_A_NUMBER = re.compile(r"\b(?:number|score|rating|age|weight|suds)\b", re.IGNORECASE)
_FEELS = re.compile(r"\bfe(?:el|lt)")
_DENIED = re.compile(r"not\b")
_DOING_SO = re.compile(r"(?:(?:maybe|probably|just|definitely) )?(?:[a-z]+ing) (?!(?:to|a lot)\b)\w+")
_MAY_BE = re.compile(r"is going|was going|could|would|might|will|can|should")
_IS_NOW = re.compile(r"(?:helps|makes|keeps|triggers|causes|is|brings|sets|lives|looks)\b", re.IGNORECASE)
_NOBODY = re.compile(r"nobody|no one|none")
_DOING = re.compile(r"(?:just |mostly |mainly )?[a-z]{3,}ing\b(?! (?:to|a lot)\b)")
_BEHIND_A_NOUN = re.compile(r" (?:in|at|of|on|with|from|to|when|by|for)\b")
_SEVERAL = re.compile(r"[^sui]s$")
_STATE = re.compile(r"\b(?:feels?|felt|are|is|was|were|been|would)\b")


def thing_taken(asked: str, said: str) -> str | None:
    """What somebody takes, drinks or likes: "they have taken tylenol for the pain"."""
    asked = ASIDE.sub("", asked)
    for form, bare in ((_WHAT_TAKEN, True), (_WHAT_KIND, True), (_WHAT_HELD, False)):
        found = form.fullmatch(asked)
        if found is None or not is_name(said, bare=bare) or _ONLY_OF.search(found["rest"]):
            continue
        if form is _WHAT_HELD and _HAS.search(found["doing"]) and not _MEAL.match(found["rest"]):
            continue
        if form is _WHAT_KIND and _DOES_OR_MAKES.search(found["doing"]):
            continue
        noun = (found.groupdict().get("noun") or "").split()[-1:]
        if (
            noun
            and form is _WHAT_TAKEN
            and noun[0].lower() in {"time", "times", "dose", "day", "days", "amount", "way"}
        ):
            return None
        if not BROKEN.search(found["doing"]) or form is _WHAT_HELD:
            return f"{found['doing']} {said}{found['rest']}"
    return None


def at_its_end(asked: str, said: str) -> str | None:
    """What or whom a question asks for with its last word: "they live with their brother"."""
    found = _AT_ITS_END.fullmatch(ASIDE.sub("", asked))
    clause = None if found is None else plain_clause(found["clause"])
    if clause is None or _NO_GAP.search(clause) or not is_name(said, bare=True):
        return None
    return f"{clause} {said}"


def thing_named(asked: str, said: str) -> str | None:
    """What something is: "the name of the tablet is ...", "their number is 55"."""
    found = _IS_NAMED.fullmatch(ASIDE.sub("", asked))
    number = says.NUMBER_ALONE.fullmatch(said)
    if found is None or _OF_WORK.search(found["what"]) or not (is_name(said, bare=False) or number):
        return None
    if number is not None and not _OF_A_NUMBER.search(found["what"]):
        return None
    return f"{found['what']} {found['be']} {said}{found['now']}"


def quality(asked: str, said: str) -> str | None:
    """How something is, was or went: "they are not too good", "it went fine"."""
    asked = ASIDE.sub("", asked)
    for form in (_QUALITY, _LIKE_WHAT):
        found = form.fullmatch(asked)
        if found is None:
            continue
        feels = _FEELS.search(found["does"]) is not None
        person = found["who"].lower() in _PEOPLE
        fits = says.QUALITY_OF_PEOPLE if person else says.QUALITY_OF_THINGS
        if not fits.fullmatch(said) or (feels and _DENIED.match(said)) or BROKEN.search(asked):
            return None
        return f"{found['who']}{found['does']} {said}{found['rest']}"
    went = _WENT.fullmatch(asked) or _SLEEPS.fullmatch(asked)
    if went is not None and says.MANNER.fullmatch(said):
        return f"{went['who']}{went['does']} {said}{went['rest']}"
    return None


def who_does_it(asked: str, said: str) -> str | None:
    """Who or what does something, before its verb: "having less wine in would help them cut back"."""
    found = _DOES_IT.fullmatch(ASIDE.sub("", asked))
    if found is None or "," in said:
        return None
    doing = _DOING_SO.match(said)
    named = is_name(said, bare=found["wh"].lower() == "who")
    modal = _MAY_BE.match(found["verb"])
    if not named and not (doing and modal and not _HAS_A_CLAUSE.search(said) and word_count(said) <= 9):
        return None
    now = _IS_NOW.match(found["verb"])
    if (now or found["verb"].startswith("was")) and (
        not _ONE_ONLY.fullmatch(said) or " and " in said or "," in said
    ):
        return None
    also = " also" if found["else"] and not modal else ""
    return None if found["else"] and modal else f"{said}{also} {found['verb']}{found['rest']}"


def somebody_there(asked: str, said: str) -> str | None:
    """Who is at home: "their sister is at home"."""
    found = _THERE.fullmatch(ASIDE.sub("", asked))
    if found is None or not is_name(said, bare=True) or _NOBODY.search(said):
        return None
    return f"{said} {'are' if _is_plural(said) else 'is'} {found['there']}"


def what_eases(asked: str, said: str) -> str | None:
    """What makes something better or worse: "crowds make it worse"."""
    found = _EASES.fullmatch(ASIDE.sub("", asked))
    doing = _DOING.match(said) and not _HAS_A_CLAUSE.search(said)
    if (
        found is None
        or word_count(said) > _MOST_BEFORE
        or not (doing or is_name(said, bare=True))
        or "," in said
    ):
        return None
    verb = found["verb"][:-1] if _is_plural(said) and (not doing or " and " in said) else found["verb"]
    return f"{said} {verb}{found['rest']}"


def _is_plural(said: str) -> bool:
    """Whether a name, or its first noun, is of several."""
    noun = _BEHIND_A_NOUN.split(said)[0].split(" ")[-1].lower()
    several = noun in {"people", "children", "kids", "men", "women"} or _SEVERAL.search(noun) is not None
    return several or " and " in said or "," in said


def whom(asked: str, said: str) -> str | None:
    """Whom somebody calls, tells or sees."""
    found = _WHOM.fullmatch(ASIDE.sub("", asked))
    return (
        f"{found['doing']} {said}{found['rest']}" if found is not None and is_name(said, bare=True) else None
    )


def what_it_was(asked: str, said: str) -> str | None:
    """What is different is told as it was asked: "what was different was the smile"."""
    found = _SPLIT.fullmatch(ASIDE.sub("", asked))
    return f"{asked} {found['be']} {said}" if found is not None and is_name(said, bare=False) else None


def way(asked: str, said: str) -> str | None:
    """How something is done, with or by what: "they did that with a friend"."""
    found = _HOW_DONE.fullmatch(asked)
    clause = None if found is None else plain_clause(found["clause"])
    if clause is None or not says.WITH_OR_BY.fullmatch(said) or says.OF_A_CLAUSE.search(said):
        return None
    return f"{clause} {said}" if not _STATE.search(clause) else None


def reason(asked: str, said: str) -> str | None:
    """Why something is: "they stopped because of the rash"."""
    found = _WHY.fullmatch(asked)
    if found is None or not PLAIN.fullmatch(found["clause"]) or not says.BECAUSE.fullmatch(said):
        return None
    return None if says.FAILS.search(said) else f"{found['clause']} {said}"


def made_so(asked: str, said: str, *, clause: bool) -> str | None:
    """What made something so, and a reason: "it is a 4 because they did 19 days"."""
    found = _MADE.fullmatch(asked)
    reason = says.BECAUSE.fullmatch(said)
    if found is None or not (clause or reason):
        return None
    who, so = _OF_OBJECTS[found["whom"].lower()], found["so"]
    told = _so(who, so, then=found["make"].lower() == "made")
    because = said if reason else f"because {said}"
    return None if told is None else f"{told} {because}"


def _so(who: str, so: str, *, then: bool) -> str | None:
    first, _, rest = so.partition(" ")
    several = who == "they"
    be = ("were" if several else "was") if then else ("are" if several else "is")
    if first.lower() in {"a", "an", "more"} or first[0].isdigit():
        return f"{who} {be} {so}"
    if first.lower() not in BASE or not then:
        return None
    did = past(first.lower())
    return None if did is None else f"{who} {did}{' ' if rest else ''}{rest}"


def named_by_a_clause(asked: str, told: str) -> str | None:
    """What a fear or a rule is, told as a clause: "the rule is that they cannot stand it"."""
    found = _IS_NAMED.fullmatch(asked)
    if found is None or not _THOUGHT.search(found["what"]) or told.startswith(("that ", "this ")):
        return None
    return f"{found['what']} {found['be']} that {told}"


def made_so_by(asked: str, said: str) -> str | None:
    """What made something so, where the answer itself says because."""
    return made_so(asked, said, clause=False)
