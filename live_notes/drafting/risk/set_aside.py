"""What a client says in the words of a risk that is none: an example, a fight, a doubt, a sleepy drive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.no_use import asks_of_no_use

_NOBODY_NAMED = re.compile(
    r"\b(?:so[- ]and[- ]so|such[- ]and[- ]such|what'?s[- ](?:his|her)[- ](?:name|face)|joe bloggs)(?:'s| has"
    r"| just)? $",
    re.IGNORECASE,
)
"""Stands for anybody, as in an example."""
_WHETHER = re.compile(
    r"\b(?:see|seeing|check\w*|know|wonder\w*|find out|look\w*|ask(?:ed|ing)?(?: \w+)?|tell|sure) "
    r"(?:if|whether) (?:\w+ ){0,2}?(?:\w+'s|\w+'re|is|are|was|were|might be|seems?|looks?)?(?: \w+)? ?$"
    r"|\b(?:in case|what if) (?:\w+ ){0,2}?(?:\w+'s|is|are|was|were|might be|gets?)? ?$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:an?|the|some|that|this|another|my|his|her|their|our|one of (?:them"
    r"|those)) (?:[\w-]+ ){0,2}?(?:bus|car|lorry"
    r"|truck|train|tram|van|bike|bicycle|scooter|motorbike|motorcycle|taxi|cab|jeep|ute|tractor|trolley|lift"
    r"|ball|puck|branch|beam|door|wave|ladder|swing|stone|bottle|airbag|hailstone|danfo|okada|matatu|rickshaw"
    r"|auto|tro-?tro|smell|cold|heat|wind|sun|noise|sound|panic|wave of \w+|pain|tiredness|fatigue|exhaustion"
    r"|guilt|fear|anxiety|sadness|anger|shame|hunger|flu|fever|virus|migraine|headache|craving|urge|thought"
    r"|memory|hangover|realisation|realization|silence|meds|medication|drug|caffeine|wine|drink|bill)s?"
    r"(?:'d| had| has| would| just| really| could| might| nearly| almost| suddenly| then)* $",
    re.IGNORECASE,
)
"""What hits, kicks or grabs somebody and is nobody."""
_OF_ME = re.compile(r"\bof me$", re.IGNORECASE)
_BLOW_FIRST = re.compile(r"\b(?:he|she|they)(?:'d| had)? \w+ me$", re.IGNORECASE)
_FIRST = re.compile(r" (?:first|back)\b", re.IGNORECASE)
_OWN_BLOW = AnyCase(
    r"\bi(?:'d| had|'ve)? (?:once |only )?(?:hit|punched|slapped|kicked|thumped|shoved|pushed|fought) "
    r"(?:a|an|one|this|some|that|another) (?:\w+ ){0,2}?(?:guy|boy|girl|lad|kid|fella|bloke|classmate|fellow"
    r"|child|bully|chap|dude|man)\b"
)
_KILL_ANYBODY = re.compile(r"\b(?:kill|hurt|harm|hit|injure)\w* (?:some|any)(?:one|body)$", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:will|'ll|could|might|would|'d|going to|gonna|nearly|almost|could've|could have)(?: \w+)? $",
    re.IGNORECASE,
)
_AT_THE_WHEEL = AnyCase(
    r"\b(?:driv(?:e|ing|en)|drove|(?:at|behind) the wheel|steering|forklift|crane|the (?:road|motorway"
    r"|highway|freeway)|bus|lorry|truck|tractor|machine(?:ry)?|motorbike|okada)\b"
)
_SLEEPY = AnyCase(
    r"\b(?:asleep|sleepy|sleep|drows\w+|nodd(?:ed|ing) off|dozing|dozed|eyes? (?:\w+ )?(?:clos|shut|heavy"
    r"|droop)\w*|micro-?sleep\w*|exhausted|drifting off|dropping off|over the limit)\b"
)
_ANGRY = AnyCase(
    r"\b(?:angry|rage|raging|furious|fuming|livid|mad|screaming|temper|want(?:ed)? to|hate|ram|urge\w*)\b"
)
_AT_PLAY = AnyCase(
    r"\b(?:fortnite|minecraft|call of duty|warzone|gta|fifa|halo|roblox|overwatch|valorant|pubg|apex|zelda"
    r"|mario|elden ring|xbox|playstation|ps[345]|nintendo|video ?games?|boss fight|final boss|level \w+"
    r"|multiplayer"
    r"|lobby|respawn\w*|dungeons? and dragons|d&d|paintball|laser (?:tag|quest)|werewolf|among us|chess"
    r"|poker)\b"
)
_STORY = re.compile(
    r"\b(?:songs?|tune|lyrics?|albums?|films?|movies?|series|episodes?|novels?|books?|documentary"
    r"|podcasts?|soaps?"
    r"|dramas?|plays?|musical|opera|storyline|thriller|character|eastenders|netflix|comedian"
    r"|poem)\b(?! group)",
    re.IGNORECASE,
)
_OWN_WORD = re.compile(r"\b(?:i'm|i'd|i'll|i want|myself|me|my|meself|kill me)\b", re.IGNORECASE)
_BESIDE, _BEHIND, _REACH = 3, 30, 12
_DEADLY = frozenset((RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.HARM_TO_OTHERS))


_WITH_WORDS = re.compile(
    r"\b(?:ring(?:ing)?|rang|call(?:ing|ed)?|phon(?:e|ing|ed)|tell(?:ing)?|told|say(?:ing)?|said|writ(?:e|ing)|wrote"
    r"|text(?:ing|ed)?|messag(?:e|ing|ed))\b[^.?!]{0,40}$",
    re.IGNORECASE,
)
_WITH_IT = re.compile(r"^ with (?:it|that|this|words?|the (?:truth|news|words?))\b", re.IGNORECASE)
"""Somebody is hurt with what is told them: "ringing to hurt her with it"."""
_THROWN_AWAY = re.compile(r"\bthrow(?:ing)? (?:it|them)$", re.IGNORECASE)
_AWAY = re.compile(
    r"^ (?:away|out|in(?:to)? (?:the|a) (?:bin|canal|river|sea|lake|skip|fire|rubbish|trash|toilet|garbage"
    r"|\w+ lake))\b",
    re.IGNORECASE,
)
_A_CHILD = AnyCase(r"\b(?:baby|babies|newborn|infant|toddler|child|son|daughter|little one)\b")


def _is_of_a_thing(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    """Whether a thing is thrown away, or somebody is hurt with words."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _WITH_IT.match(after) and _WITH_WORDS.search(before):
        return True
    if not (_THROWN_AWAY.search(match.group()) and _AWAY.match(after)):
        return False
    near = units[max(0, unit.index - _REACH) : unit.index + 1]
    return not any(_A_CHILD.search(one.exact) for one in near)


def is_none(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether the words are no mention of the risk, by what the client says right around them."""
    if kind is RiskKind.ABUSE:
        return _is_no_abuse(units, unit, match)
    if kind in _DEADLY and (
        _is_of_a_story_or_game(units, unit, kind, match)
        or (_ANYBODY_S.search(match.group()) and _LIKE_WHEN.search(match.string[: match.start()]))
    ):
        return True
    if kind is not RiskKind.HARM_TO_OTHERS:
        return False
    return _is_of_a_thing(units, unit, match) or _is_for_want_of_sleep(units, unit, match)


_LIKE_WHEN = re.compile(
    r"\b(?:like|as if|as though) (?:when|if|the time|how)? ?(?:you|one|somebody|people)\b", re.I
)
_ANYBODY_S = re.compile(r"\b(?:your|yourself|oneself|themselves)\b", re.IGNORECASE)
"""A simile of what may befall anybody: "it's like when you burn yourself"."""
_LIKENED = re.compile(
    r"\b(?:like|as if|as though) (?:somebody|someone|a \w+|i(?:'d| had|'ve|'m| was)(?: been)?|he|she|they"
    r"|it)(?:'s|'d| has| had|"
    r" is| was)?(?: just)? $",
    re.IGNORECASE,
)
"""A figure for a feeling: "like somebody's kicked me"."""
_OF_A_DEED = re.compile(
    r"\b(?:did|does|do|would|will|could|can)\s+(?!you\b|he\b|she\b|they\b|any|some|i\b"
    r"|we\b)(?:[\w']+ ){1,6}$",
    re.IGNORECASE,
)
"""Asks what something did: "did crying hurt anyone?"."""
_HARM_ALONE = re.compile(r"^(?:thoughts?|urges?) of harm$", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\b(?:to|towards?|against) (?:any ?(?:one|body)|some ?(?:one|body)|others|other people)\b", re.IGNORECASE
)
"""Of whom harm is asked that names nobody: "towards anyone else, any thoughts of harm?"."""
_SAID_BY_VOICES = re.compile(
    r"\b(?:said|say|says|tell|told|telling|saying)\b[^.?!]{0,30}\b(?:about "
    r"|of )?$",
    re.IGNORECASE,
)


def is_of_something_else(kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether a clinician's words ask what a deed did to somebody, or what was said about hurting."""
    before = match.string[: match.start()]
    if kind is RiskKind.SUBSTANCE_USE:
        return asks_of_no_use(match)
    if kind is RiskKind.SELF_HARM:
        return _HARM_ALONE.search(match.group()) is not None and _TO_OTHERS.search(match.string) is not None
    if kind is RiskKind.HARM_TO_OTHERS:
        return _OF_A_DEED.search(before) is not None
    return kind is RiskKind.ABUSE and _SAID_BY_VOICES.search(before) is not None


def is_by_nobody(match: re.Match[str]) -> bool:
    """Whether what hits or grabs somebody is a thing or a state: "a car hit me", "the panic grabbed you"."""
    return _NO_PERSON.search(match.string[: match.start()]) is not None


def _is_of_a_story_or_game(units: Sequence[Unit], unit: Unit, kind: RiskKind, match: re.Match[str]) -> bool:
    """Whether what is told was in a song or a film, or done to a figure of a game: not the client's."""
    if kind is RiskKind.HARM_TO_OTHERS and _AT_PLAY.search(match.string):
        return not _ANGRY.search(match.string)
    told = match.string[: match.end() + _BEHIND]
    return bool(_STORY.search(told)) and not (
        _OWN_WORD.search(match.group()) or any(_OWN_WORD.search(one.exact) for one in _beside(units, unit))
    )


def _is_no_abuse(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _NOBODY_NAMED.search(before) or _LIKENED.search(before) or is_by_nobody(match):
        return True
    if _OF_ME.search(match.group()) and _WHETHER.search(before):
        return True
    blow = _BLOW_FIRST.search(before[-12:] + match.group()) and _FIRST.match(after)
    return bool(blow) and any(_OWN_BLOW.search(one.exact) for one in _beside(units, unit))


def _is_for_want_of_sleep(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    """Whether somebody feared an accident: nobody is named, and they were sleepy at the wheel."""
    if not (_KILL_ANYBODY.search(match.group()) and _WILL.search(match.string[: match.start()])):
        return False
    told = " ".join(one.exact for one in _beside(units, unit)).replace("’", "'")
    return bool(_AT_THE_WHEEL.search(told) and _SLEEPY.search(told)) and not _ANGRY.search(told)


def _beside(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    near = units[max(0, unit.index - _BESIDE) : unit.index + _BESIDE + 1]
    return [one for one in near if one.turn == unit.turn]
