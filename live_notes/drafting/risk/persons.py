"""Whose danger is told: the client's own, or that of somebody they speak of.

What another said or did is told as theirs, by who they are to the client ("husband", "friend"), and never
as the client's. Where it is not plain that another is meant it stays with the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.people_words import EITHER, MEN, SEVERAL, WOMEN
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_set
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.introduced import introduced, without_calls
from live_notes.drafting.risk.matches import matches_in
from live_notes.drafting.risk.partners import is_partner_in_something
from live_notes.drafting.spec import Speaking

SOMEBODY = "another person"
"""Whoever is spoken of without a word that says who they are."""
_OWN_KINDS = frozenset((RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.SUBSTANCE_USE))
"""Risks of the client alone; what others do to the client is of concern as it is."""
_HE = MEN | word_set(
    "brother-in-law father-in-law son-in-law papa daddy da grandpa lad bloke fella mate stepson stepbrother"
    " groom lads baba"
)
_SHE = WOMEN | word_set(
    "sister-in-law mother-in-law daughter-in-law mama mammy mommy mummy ma lass stepdaughter stepsister"
    " granny missus auntie mausi"
)
_NOBODY = word_set(
    "person someone somebody baby doctor therapist counselor counsellor nurse judge officer lawyer"
)
"""They say nothing of who somebody is, or are whom others ask."""
_ANY = (EITHER - _NOBODY) | word_set(
    "mate friend housemate flatmate workmate teammate classmate schoolmate pal buddy student pupil patient"
    " lodger tenant customer neighbour fiance fiancee teenager toddler relative carer sponsor bestie"
    " roomie babysitter"
)
_PEOPLE = _HE | _SHE | _ANY | (SEVERAL - word_set("everybody everyone ones people guys doctors"))
NOUN = "|".join(sorted((re.escape(word) for word in _PEOPLE), key=len, reverse=True))
_POSSESSED = (
    r"(?:(?:my|our|his|her|their|your|the|a|an|this|that|me|one of (?:my|our|the|his|her)|some|another"
    r"|\w+'s) (?:[\w'-]+ ){0,2}?)"
)
_KIN_NAMED = (
    r"(?-i:Mum|Mam|Mom|Mummy|Mammy|Mommy|Mama|Dad|Daddy|Nan|Nana|Gran|Granny|Grandma|Grandad|Grandpa|Papa)"
)
"""Called so, they are the client's own."""
_PERSON = (
    rf"(?:(?:{_POSSESSED}|(?={_KIN_NAMED}\b))(?P<noun>{NOUN})(?![\w-])(?: (?-i:[A-Z][a-z]+))?(?!'s"
    rf" (?!been\b|got\b|just\b|being\b"
    rf"|still\b|not\b|on\b|$))"
)
_OF_PLACE = r"(?: (?:on|from|at|in) (?:my|the|our|his|her|a|\w+)(?: \w+)?)?"
_PRONOUN = r"|\b(?P<pronoun>he|she))"
_AUX = (
    r"(?:'s|'d|'ll)?,?(?: (?:has|had|have|was|is|been|being|would|used to|will|could|might|may|just|also"
    r"|once|and"
    r"|always|actually|tried|tries|trying|attempted|started|keeps?|kept|threatened|threatens|threatening|did"
    r"|does"
    r"|doesn't|didn't|\w+ly|who|that|ever|still|even|got|getting|gets|felt|feels|feeling|feel|went|goes|going"
    r"|go|and|to|said|says|saying|say|told me|tells me|telling me|texted|texted me|texting|messaged me|wrote"
    r"|like"
    r"|he|she|he's|she's|he'd|she'd|they|they'd|wants|wanted|thinks?|thought|thoughts?|thinking|about|of|in"
    r" (?:her|his)"
    r" (?:\w+)|took|takes|taken|taking|an?|had|be|better|committed|died by|dead by|on|talked|talks|talking"
    r"|having|rather"
    r"|another|again|last|this|yesterday|today|on|week|night|year|month|when (?:he|she)(?:'s| was) (?:\w+"
    r" ?){1,2}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december))*"
)
_SUBJECT = re.compile(rf"(?<!['\w]){_PERSON}{_PRONOUN}{_OF_PLACE}{_AUX}[ '\"“,]*$", re.IGNORECASE)
"""Somebody else who does or says what follows, with nothing between but verbs that lead to it."""
_HELD = re.compile(
    r"\b(?:since|when|after|because|if|without|at|with|to|about|for|of|from|by|than|asked|asks|asking)"
    r" (?:\w+ing )?$",
    re.IGNORECASE,
)
"""Before a person who does not do what follows: "since my husband died, wanting to"."""
_ASKS_ME = re.compile(
    r"\b(?:ask\w*|wonder\w*|explain\w*|worr\w+|afraid|scared|think(?:s)? i|thought i)\b", re.IGNORECASE
)
_QUOTES_ANOTHER = re.compile(
    rf"(?<!['\w]){_PERSON}{_PRONOUN}(?:'s|'d)?(?: (?:just|then|also|always|once|actually|even|keeps?|kept|has"
    r"|had|was|is|will|would|\w+ly))* (?:sa(?:id|ys|ying|y)|told|tells|goes|go|went|texts?|texted|messaged"
    r"|wrote"
    r"|writes|posted|shouted|screamed|whispered|(?:was|is|'s|were) like|like|turns? round and said)"
    r"(?: (?:to )?(?:me|us))?(?: \w+){0,3}?(?:(?:, |: ?|,? like,? )(?:\w+, ){0,2}[^.?!,\"“”]{0,40}|[,:]?"
    r" ?(?<!\w)[\"“'][^.?!\"”]*)$",
    re.IGNORECASE,
)
"""Another's words as they spoke them: the "I" in them is theirs."""
_I = re.compile(r"(?<!['\w])(?:i|i'm|i've|i'd|i'll|my|myself|we|we're|we've)(?![\w'])", re.IGNORECASE)
_SELF_OF_OTHER = re.compile(r"\b(?:himself|herself|hisself)\b", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:you(?:r|rself|'\w+)?|one|someone|somebody|anyone|people|they)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;!?]|\bbut\b|\bbecause\b|\bso (?=i\b)|\band (?=i\b)", re.IGNORECASE)
_EACH = re.compile(rf"(?<![\w'-])(?P<noun>{NOUN})(?![\w-])", re.IGNORECASE)
_SAYS = (
    r"(?:sa(?:id|ys|ying|y)|told me|tells me|telling me|texts?(?: me)?|texted(?: me)?|messaged(?: me)?|wrote"
    r"|posted|goes|was like|'s like|keeps saying|rang me|phoned me|rings me|talk(?:s|ed|ing) (?:about|of))"
)
_ON = r"(?:(?!\b(?:and|but|while|so|yet|because) (?:\w+ ){0,2}(?:i|i'm|i've|me|my)\b)[^.?!])"
"""On with what is said, and not to what the client goes on to say of themselves."""
_WHO = rf"(?<!['\w]){_PERSON}{_PRONOUN}"
_DOES = r"(?:'s|'d)?(?: (?:has|had|was|just|also|once|who|\w+ly|went and|then))*"
_OF_OTHERS: tuple[tuple[RiskKind, AnyCase], ...] = (
    (
        RiskKind.SUICIDE,
        AnyCase(
            rf"{_WHO}{_OF_PLACE},?{_DOES}[, ]+(?:he |she )?(?:"
            r"(?:took|swallowed|taken) (?:a (?:load|lot|bunch|handful|heap|pile|massive|big|whole \w+)"
            r"|loads|heaps|all|too"
            r" many|an)(?: of)?(?: (?:the|my|his|her))?(?: \w+)? ?(?:tablets|pills|meds|medication"
            r"|paracetamol|panadol"
            r"|overdose)\b|(?:jumped|leapt|threw (?:him|her)self|stepped|walked)(?: out)? (?:off|from"
            r"|in front of|under)"
            r" (?:a|an|the|that)\b(?! (?:wall|bed|sofa|couch|trampoline|horse|chair|step|swing|board|boat)\b)"
            r"|(?:shot|hung|hanged|gassed|poisoned|drowned|starved|cut|killed|topped|offed) (?:him|her)self\b"
            r"|(?:drank|drunk|swallowed|took) (?:poison|sniper|weed ?killer|bleach|pesticide|rat poison"
            r"|insecticide|paraquat)\b"
            r"|died by (?:his|her) own hand\b|(?:was |were )?found (?:him |her )?hanging\b|slit (?:his|her)"
            r" (?:own )?(?:wrists?"
            r"|throat)\b|took (?:all )?(?:his|her) (?:mother|mum|mom|mam|nan|gran|grandad|grandpa|grandma"
            r"|dad|father|sister"
            r"|brother|wife|husband)'s (?:\w+ )?(?:tablets|pills|meds|medication|insulin)\b|did (?:himself"
            r"|herself) in\b)"
        ),
    ),
    (
        RiskKind.SUICIDE,
        AnyCase(
            rf"{_WHO}{_OF_PLACE},?(?:'s|'d|'ll)?(?: (?:has|had|was|is|been|just|also|once|keeps?|kept|who"
            rf"|\w+ly|still|been|going|and|turned round|doing|in|then|(?:(?!i\b)[\w']+ ){{1,4}}and))*"
            rf" ?{_SAYS}\b{_ON}{{0,60}}?(?:"
            r"\b(?:find|found|look(?:ing)? for) (?:me |myself |himself |herself |him |her )?(?:a|an|the)"
            r" (?:\w+ )?(?:bridge|overpass|flyover|cliff|rope|tree|river|lake|train)\b"
            r"|\bsave (?:every(?:body|one)|you all|us all|me|you) the (?:trouble|bother|hassle)\b"
            r"|\binsurance (?:money|payout|would|cheque|check|policy)\b|\b(?:with|for|get) the insurance\b"
            r"|\b(?:can't|cannot|couldn't|can not) (?:go on|do (?:this|it) any ?more|carry on|take (?:this"
            r"|it)"
            r" any ?more|see (?:the|any) point)\b"
            r"|\b(?:don't|doesn't|didn't|does not) want to (?:be here|live|be alive|be around|go on|wake"
            r" up)\b"
            r"|\b(?:wants?|wanted|going|gonna|about|ready) to (?:do it|end (?:it|it all|things|(?:his|her|my)"
            r" life)|die|be dead|disappear|kill (?:him|her|my)self|not (?:be here|wake up))\b"
            r"|\bwish(?:es|ed)? (?:(?:i|he|she)(?:'d| was| were| wasn't| weren't)|to be) (?:dead|not here"
            r"|here"
            r"|gone|alive|never been born|dying)\b"
            r"|\bdo(?:ing|es|ne)? (?:him|her|my)self in\b|\btop(?:ping)? (?:him|her|my)self\b"
            r"|\b(?:he|she|i)(?:'s|'m| is| am| was)? done\b(?=[.,!?'’”]|$| (?:and|with (?:life|everything|it"
            r" all|living)))"
            r"|\bhad enough of (?:life|living|it all)\b|\bsaying goodbye\b|\bworth more dead\b"
            r"|\bslit(?:ting)? (?:his|her|my) (?:own )?(?:wrists?|throat)\b|\bno (?:point"
            r"|reason)"
            r"(?: (?:to|in))?(?: (?:me|my|him|her|his))? (?:living|live|going on|go on|being (?:here"
            r"|alive))\b"
            r"|\b(?:swallow|drink|tak|hang|jump|shoot|drown)ing (?:(?:him|her)self|poison|pesticide"
            r"|sniper|weed ?killer|all"
            r"|off|in front|(?:his|her) (?:own )?life)\b"
            r"|\bwon't be (?:here|around)\b|\bnot (?:be|being) (?:here|around|alive)\b)"
        ),
    ),
    (
        RiskKind.SUICIDE,
        AnyCase(
            rf"{_WHO}(?:'s| has| had|'s got| keeps)?(?: \w+){{0,2}} (?:got|get|found|has|had|bought|saved"
            rf"|counted)"
            r"(?: like)?(?: out| up)? (?:\w+ |her |his |\w+'s ){0,3}?(?:pills|tablets|a rope)\b"
            r"[^.?!]{0,30}\b(?:done|bye|goodbye|sorry|end|die|dead|do it|take (?:them|it))\b"
        ),
    ),
    (
        RiskKind.SELF_HARM,
        AnyCase(
            rf"{_WHO},?(?:'s|'d)?(?: (?:has|had|been|is|was|just|also|still|used to|started|keeps?|who"
            rf"|\w+ly))*"
            r" ?,? ?(?:he |she )?(?:cuts|cutting|self-?harms|self-?harming)(?=[.,!?]|$| (?:again|too|when|and"
            r"|at|now))"
        ),
    ),
    (
        RiskKind.HARM_TO_OTHERS,
        AnyCase(
            rf"{_WHO}(?:'s|'d)?(?: (?:has|had|been|is|was|just|also|still|used to|started|keeps?|who|would"
            rf"|\w+ly))*"
            r" ?(?:hits?|hitting|beats?|beating|beat|slaps|slapped|slapping|punche[sd]|punching|kick(?:s|ed"
            r"|ing)"
            r"|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|whips|whipped|whipping|thump(?:s|ed|ing)|batter(?:s|ed"
            r"|ing)"
            r"|belts|belted|canes|caned|flogs|flogged|rap(?:es|ed)|shot|stabbed|killed|murdered|attacked"
            r"|assaulted"
            r"|(?<=used to )(?:hit|batter|slap|punch|kick|choke|whip|thump|belt|flog)|(?<=would )(?:hit"
            r"|batter|slap|punch|kick|choke|whip|thump|belt|flog)) "
            r"(?:her|him|them|(?:my|our|his|her|their|the) (?:\w+ ){0,2}?(?:wife|husband|girlfriend|partner"
            r"|son"
            r"|daughter|kids?|child|children|sister|brother|mother|mum|mom|mam|mammy|ma|missus|baby|boys?"
            r"|girls?|dad|father"
            r"|nan"
            r"|gran))\b(?! (?:at|in|to|up at|with (?:the|a) (?:bill|question|news)|by \w+ (?:points?"
            r"|goals?)))"
        ),
    ),
)
"""What is said of others in ways that the words of the client's own risk do not cover."""
_TELLS = AnyCase(
    r"\b(?:sa(?:id|ys|ying|y)|told me|tells me|telling me|text|wrote|posted|goes|like|messaged|talk"
    r"|threatened"
    r"|off|from|under|front|himself|herself|poison|sniper|killer|bleach|pesticide|insecticide|paraquat|hand"
    r"|hanging|slit|took|cuts|cutting"
    r"|harms|harming|pills|tablets|rope|rang|phoned|rings"
    r"|hit|beat|shot|stab|kill|murder|attack|assault|slap|punch|kick|chok|strangl|whip|thump|batter|belt"
    r"|cane|flog|rape)"
)
"""One of these is in anything that `_OF_OTHERS` finds."""


def of_another(kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether the client may speak of somebody else: who is named last before does or did it."""
    if kind not in _OWN_KINDS or _SELF.search(match.group()):
        return False
    if _OTHERS_OWN.search(match.group()):
        return True
    named = list(_NAMED.finditer(_PART.split(match.string[: match.start()])[-1]))
    return bool(named) and named[-1]["other"] is not None


def whose(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> str | None:
    """Who else is meant, in a word of kin or acquaintance; None for the client and where it is not plain."""
    if kind is RiskKind.ABUSE:
        return None
    before = _SENTENCE.split(match.string[: match.start()])[-1]
    quoted = _QUOTES_ANOTHER.search(before) if kind in _OWN_KINDS else None
    if quoted is not None and not _I.search(before[: quoted.start()][-12:]):
        return _named(units, unit, quoted)
    if _SELF_OF_OTHER.search(match.group()):
        return last_named(units, unit, before)
    if _SELF.search(match.group()):
        return None
    subject = _SUBJECT.search(before)
    if subject is None or _HELD.search(before[: subject.start()]) or _ASKS_ME.search(before):
        return None
    return _named(units, unit, subject)


def others_told(units: Sequence[Unit], unit: Unit) -> Iterator[tuple[RiskKind, str]]:
    """What a client tells of the danger of others, in words of others alone, and whose it is."""
    if not _TELLS.may_be_in(unit.exact):
        return
    plain = unit.exact.replace("’", "'")
    for kind, pattern in _OF_OTHERS:
        found = next(pattern.finditer(plain), None)
        if found is None or _HELD.search(plain[: found.start()]):
            continue
        yield kind, _named(units, unit, found)


def _named(units: Sequence[Unit], unit: Unit, found: re.Match[str]) -> str:
    if not found["noun"]:
        return meant(units, unit, found["pronoun"], found.start())
    return phrase_of(found.string, found.start("noun"), found["noun"])


def phrase_of(text: str, at: int, noun: str) -> str:
    """Who somebody is: the client's own husband, or another person of whom no more is known than the word."""
    if is_partner_in_something(text[:at], noun):
        return SOMEBODY
    own = _OWN.search(text[:at]) or re.match(_KIN_NAMED, text[at:])
    several = noun.lower() in SEVERAL
    return f"the client's {noun.lower()}" if own and not several else f"{SOMEBODY} ({noun.lower()})"


def last_named(units: Sequence[Unit], unit: Unit, before: str) -> str:
    """Of whom "himself" is said."""
    found = list(_EACH.finditer(before))
    if found:
        return phrase_of(before, found[-1].start(), found[-1].group())
    pronoun = re.search(r"\b(?P<pronoun>he|she|him|her)\b", before, re.IGNORECASE)
    return meant(units, unit, pronoun["pronoun"], pronoun.start()) if pronoun else SOMEBODY


def meant(units: Sequence[Unit], unit: Unit, pronoun: str, at: int) -> str:
    """The one person of this turn, or of what was asked before it, whom "he" or "she" can stand for."""
    fits = (_SHE if pronoun.lower() in {"she", "her"} else _HE) | _ANY
    near = units[max(0, unit.index - _REACH) : unit.index]
    if near and near[-1].turn == unit.turn and (who := introduced(near[-1].exact)):
        return who
    told = [one.exact for one in near if one.turn == unit.turn] + [unit.exact[:at]]
    asked = [one.exact for one in near if one.turn == unit.turn - 1 and one.speaking is not unit.speaking]
    for texts in (told, asked):
        people = {
            phrase_of(text, found.start(), found.group())
            for text in texts
            for found in _EACH.finditer(without_calls(text))
            if found.group().lower() in fits
        }
        if people or any(_NAME.search(text) for text in texts):
            return people.pop() if len(people) == 1 else SOMEBODY
    return SOMEBODY


def is_own(match: re.Match[str]) -> bool:
    """Whether "I" or "myself" stands with a mention: the client speaks of themselves as well."""
    before = _SENTENCE.split(match.string[: match.start()])[-1]
    return bool(_SELF.search(match.group()) or _I.search(before[-_CLOSE:]))


def does_the_same(text: str) -> bool:
    """Whether a client says of themselves what another did: "I'd go the same way"."""
    return bool(_THE_SAME.search(text.replace("’", "'")))


def is_of_family(question: Unit) -> bool:
    """Whether a clinician asks for what runs in the family."""
    return bool(_FAMILY.search(question.exact))


def is_all_of_others(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether every risk that is named here is another's."""
    if any(True for _ in others_told(units, unit)):
        return True
    named = [(pattern.kind, match) for pattern, match in matches_in(unit.exact)]
    return bool(named) and all(whose(units, unit, kind, match) is not None for kind, match in named)


def means_of_another(units: Sequence[Unit], question: Unit) -> str | None:
    """Whose danger a question after means goes on about, where it was another's that was told last."""
    if not _MEANS.search(question.exact):
        return None
    for one in reversed(units[max(0, question.index - _FAR) : question.index]):
        if one.speaking is Speaking.CLIENT:
            told = dict(others_told(units, one)) | {
                pattern.kind: who
                for pattern, match in matches_in(one.exact)
                if (who := whose(units, one, pattern.kind, match)) is not None
            }
            if RiskKind.SUICIDE in told:
                return told[RiskKind.SUICIDE]
        if RiskKind.SUICIDE in {pattern.kind for pattern, _ in matches_in(one.exact)}:
            return None
    return None


def is_asked_of_another(
    units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]
) -> str | None:
    """Of whom else a clinician speaks: "is he thinking about killing himself"."""
    if unit.speaking is not Speaking.CLINICIAN or _NO_PERSON.search(match.group()):
        return None
    return whose(units, unit, kind, match)


_REACH, _CLOSE, _FAR = 6, 24, 30
_MEANS = re.compile(
    r"\b(?:firearms?|guns?|shotguns?|pistols?|rifles?|weapons?|pills|tablets|medication|means|rope"
    r"|pesticides?)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"\bi(?:'ll| will|'d| would| could| might|'m going to|'m gonna| thought of| think of| want to)(?: just|"
    r" never)? (?:doing |do |going"
    r" |go )?(?:do (?:it|that) (?:as well|too|myself)|it (?:as well|too|myself)|the same(?: way| thing)?"
    r"|join (?:him|her|them)|follow"
    r" (?:him|her|them))\b|\bi did (?:the same|it too|it as well|too)\b|\bso did i\b|\bi should(?:'ve|"
    r" have|a)?"
    r" (?:done it|gone|died|been)(?: there)? (?:with|too|as well|instead)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\b(?:(?:any ?(?:one|body) )?(?:else )?in (?:your|the) (?:\w+ )?family|family history|runs? in (?:your"
    r"|the) family|any"
    r" (?:relatives?|family members?)|any ?(?:one|body) (?:close to you|you know|you were close to))\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:\b(?:my|our|your)|(?:^|[.,!?] |\b(?:and|with|to|of) )me)"
    r" (?:(?!(?:his|her|their|the|an?|its|this|that)\b)[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_SELF = re.compile(r"\b(?:i|i'(?:m|ve|d|ll)|me|my|myself)\b", re.IGNORECASE)
_OTHERS_OWN = re.compile(r"\b(?:himself|herself|themselves|themself)\b", re.IGNORECASE)
_PART = re.compile(r"[.;!?]|\bbut\b|\bbecause\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:(?P<other>he|she|they|he's|she's|they're|he'd|she'd|they'd|his|her|their|someone|somebody"
    r"|everyone|everybody"
    r"|(?:my|our|a|the|his|her)\s+(?:\w+\s+)?(?:husband|wife|partner|ex|boyfriend|girlfriend|mother|mom|mum"
    r"|father"
    r"|dad|brother|sister|son|daughter|kids?|children|parents?|cousin|uncle|aunt|grand\w+|friends?|boss"
    r"|roommate|neighbou?rs?|family|doctor)(?:'s)?)"
    r"|i|i'm|i've|i'd|i'll|me|my|myself|we|we're|we've)(?![\w'])",
    re.IGNORECASE,
)
