"""Wishes not to be, told as something that would merely happen: not to get up again, to be hit by a bus."""

from __future__ import annotations

import re

from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.pattern import RiskPattern, risk

_TRAFFIC = (
    r"(?:(?:a|an|the|some|that|this|one of (?:them|those)) (?:\w+ )?(?:bus|car|lorry|truck|train|tram|van"
    r"|luas"
    r"|dart|tube|jeep|bike|danfo|matatu|okada|trotro|semi|ute|road train|auto|rickshaw|plane|tractor))"
)
_HITS = (
    r"(?: (?:just|only|suddenly|happened to|came and|did|would|was to|were to))*"
    r" (?:hit|struck|strike|knock(?:ed)?|took|take|ran|run|flatten(?:ed)?|mow(?:ed)?|crash(?:ed)?(?: into)?)"
    r"(?: me| into me| (?:over|down) me|'d me)(?: (?:over|down|out))?\b"
)
_END = (
    r"(?:(?:didn't|did not|don't|never|couldn't|wasn't to|were not to|weren't to)(?: \w+)?"
    r" (?:w[ao]ke(?: up)?|get up|come round|make it home|come (?:back|home) (?:again|at all))"
    r"|wasn't (?:here|around)|weren't (?:here|around)|(?:just )?slept on|stayed asleep|(?:just )?stopped"
    r" breathing|(?:just )?faded away|(?:was|were) (?:gone|no more|dead)|died|dropped(?: dead)?)\b"
    r"(?! (?:early|till|until|before|in time|to (?:go|get|help|pick)|for (?:work|school|mass|church)|at \w+"
    r"|with (?:him|her|them|the)|when)\b)"
)
_ALL_ONE = (
    r"(?:no (?:great |big |real )?(?:harm|loss|odds|tragedy|bad thing|disaster|bother)|the worst thing"
    r"|(?:a |such a )?(?:bad|terrible|awful) thing|just as well|as well|all (?:the same|one)|the same"
    r"|suit me(?: fine)?|do me(?: fine)?|a (?:mercy|blessing|kindness|relief|release|let-off)"
    r"|(?:be )?peaceful"
    r"|fair enough|so what)"
)
_NOT = r"(?:not|(?:would|do|did|could|should)n't|wouldnae|dinnae)"
_NO_WORRY = (
    r"(?<!worry )(?<!worried )(?<!afraid )(?<!scared )(?<!frightened )(?<!terrified )(?<!case )(?<!what )"
)

_THOUGHT = re.compile(
    r"\b(?:i|i've|i'd|i'm|i was|i have|i had|i be|i does|i do)(?: just| often| sometimes| even| actually"
    r"| kind of"
    r"| sort of| kinda| been| once| always)* (?:thought|think|thinking|thinks|wish\w*|feel|felt|feeling"
    r"|pray\w*"
    r"|said to myself|tell myself|told myself|wonder\w*|hope\w*)\b[^?]*$"
    r"|\b(?:thought|feeling|wish|idea|voice) (?:is |was |came |that |like )[^?]*$|^\W*wish",
    re.IGNORECASE,
)

PASSIVE: tuple[RiskPattern, ...] = (
    risk(
        RiskKind.SUICIDE,
        rf"{_NOT}(?: really| even| half| that much)? (?:mind|care|object|complain|be (?:sorry|bothered"
        rf"|fussed|upset|put out)) (?:at all )?if {_TRAFFIC}{_HITS}"
        rf"|(?:wish(?:ed|ing)?|hop(?:e|ed|ing)|pray(?:ed|ing)?)(?: that| for)? {_TRAFFIC}(?:'d| would"
        rf"| to)?{_HITS}"
        rf"|{_NOT}(?: really| even)? (?:mind|care|object|be (?:sorry|bothered"
        rf"|fussed))(?: at all)? if i {_END}"
        r"|better off (?:not (?:being )?|no longer )(?:here|around|alive|there|in (?:it|this world))\b",
    ),
    risk(
        RiskKind.SUICIDE,
        rf"{_NO_WORRY}if {_TRAFFIC}{_HITS},?(?: (?:then|well|at least|maybe|sure))*"
        r" (?:(?:somebody|someone|they|everybody|everyone|he|she|it|that|i|nobody|no one|people|there|my \w+)"
        r"(?:'d| would| could| might|'s)|so be it|fine|grand|so what)"
        rf"|(?:easier|simpler|better|grand|fine|glad|happy|relief"
        rf"|relieved)(?: \w+){{0,3}} if {_TRAFFIC}{_HITS}"
        rf"|{_ALL_ONE}(?: (?:to|for) \w+| either| at all| really| now| like)? if i {_END}"
        r"|be (?:\w+ ){0,2}?(?:tidier|easier|happier|richer|lighter|freer|calmer|simpler|better off|grand"
        r"|fine|all right"
        r"|alright|okay|ok) without me\b(?! (?:there|at|on|in|for (?:a|the|one)|tonight|today|tomorrow"
        r"|this|until)\b)"
        rf"|if i {_END},? (?:\w+ ){{0,3}}(?:be|'d|would be|wouldn't be|not be) (?:\w+ )?{_ALL_ONE}\b"
        r"|(?:don't|do not|can't|cannot|couldn't|didn't|hardly|never)(?: really| even"
        r"| honestly)? see (?:the|any|a|much"
        r"|no) (?:point|use|sense|reason) (?:of |in |to |for )?(?:me )?(?:be(?:ing)? (?:here|alive"
        r"|around)|liv(?:e|ing)"
        r"|go(?:ing)? on(?! (?:the|an?|this|that|about|with|holiday|my|any)\b)|carry(?:ing)? on"
        r"|stay(?:ing)? (?:here|alive))\b"
        r"(?! (?:about|with|at|in|for (?:the|a|this)|tonight|today|and (?:on|talking|talk))\b)"
        r"|(?:wish\w*|want(?:ed)?|rather|like to|could)(?: \w+){0,4}? (?:go to |fall )?(?:sleep"
        r"|asleep)(?: \w+){0,2}?"
        r" (?:till|until) (?:it|this|everything|all of it|it all)(?: all)?(?: was|'s| is| were"
        r"| had)? (?:all )?(?:over"
        r"|passed|done|finished|gone|stopped)\b"
        r"|(?:think|thinking|thought|feel|feels|felt|feeling)(?: like| as if| as though| that)?"
        r" i (?:shouldn't|should not) be (?:here|alive|around)\b(?! (?:with|in|at|on|today|talking|for)\b)"
        r"|wish(?:ed)? (?:that )?i (?:(?:wasn't|weren't|was never|were never|hadn't been|had never been"
        r"|'d never been) born|didn't exist)\b",
        certain=False,
    ),
)
"""Looked for beside those that name the risk. What a bus did is no wish: "a car hit me" alone is none of
them, nor a worry about it."""


def tells_a_wish(pattern: RiskPattern, match: re.Match[str]) -> bool:
    """Whether such words are told as the client's own thought or wish: "I thought, no harm if I ..."."""
    return pattern in PASSIVE and _THOUGHT.search(match.string[: match.end()]) is not None
