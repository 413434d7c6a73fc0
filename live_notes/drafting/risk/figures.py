"""Words of a risk that are said of a nuisance, of dread, in anger or with a laugh: unclear, and no report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit

_ONE_MORE = re.compile(
    r"\b(?:one more|another|yet again|single)\b[^.?!]*\b(?:i|i'(?:ll|m|d))(?: \w+){0,4} $", re.IGNORECASE
)
"""What is said of any nuisance: "one more meeting and I'll kill myself"."""
_COULD_HAVE = re.compile(
    r"\bcould(?:'ve| have|a| of| just|n't| happily| cheerfully| honestly)? $|\b(?:i'd|would) (?:like"
    r"|love) to $",
    re.IGNORECASE,
)
_RATHER = re.compile(r"\b(?:rather|sooner) (?:die|be dead) than\b", re.IGNORECASE)
"""Said of anger and of dread as often as of what is meant."""
_IF_OTHERS = re.compile(
    r"\bif (?:you|he|she|they|mum|mom|dad|my \w+)(?:'re|'s| are| is)?"
    r" (?:ever )?(?:scared|worried|afraid|thinks?|thought|feels?|suspects?|believes?)\b[^.?!]*$",
    re.IGNORECASE,
)
"""What somebody else may think or fear: "if you're scared I'm going to hurt myself"."""
_OTHERS_THINK = re.compile(
    r"\b(?:he|she|they|mum|mom|mam|dad|everyone|everybody|people|some(?:one|body)|(?:my|our|the|his|her)"
    r" [\w' -]{2,30}?)"
    r"(?:'s| is| was| are| were)? (?:thinks?|thought|thinking|reckons?|believes?|sa(?:ys?|id)|worr(?:y|ies"
    r"|ied)|scared|afraid"
    r"|convinced|asked(?: me)?|asks(?: me)?|wonders?)(?: that| if| whether)? i(?:'m|'d|'ll|'ve| am| was|"
    r" might| would| talk about"
    r" | will| had| want| wanted)?(?: \w+){0,4} ?$",
    re.IGNORECASE,
)
"""What somebody else says or believes of the client."""
_LAUGHS = re.compile(r"[\[(](?:\w+ )?laugh\w*[\])]|\bha(?:ha)+\b", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"\W*(?:[\[(](?:\w+ )?laugh\w*[\])]\W*)?(?:no|nah|naw)\W*$|\W*(?:i'm |only |just )+(?:joking|kidding"
    r"|messing)\b",
    re.IGNORECASE,
)


_TO_DO_AWAY = re.compile(r"(?:kill|murder|strangl|throttl|shoot)", re.IGNORECASE)
_GRAVE = re.compile(
    r"\b(?:knife|knives|gun|rifle|pistol|blade|machete|cutlass|weapon|hammer|plan(?:ned|ning)?|mean(?:t)? it"
    r"|serious(?:ly)?|literally|really (?:could|would|will)|one day i(?:'ll| will)|going to|gonna|scared"
    r"|afraid"
    r"|frighten\w*|my hands|pillow|want(?:ed)? to (?:hurt|kill|harm)|fantas\w+|followed|waited outside"
    r"|blood)\b",
    re.IGNORECASE,
)
"""Words of one who may mean it."""


_WANTED = re.compile(
    r"\b(?:wanted|felt like|tempted|itching|dying|ready) ?(?:to )?"
    r"(?:just |really |so badly |almost |kind of )*$",
    re.IGNORECASE,
)
_A_BLOW = re.compile(
    r"(?:slap|smack|shake|throttl|clatter|thump|punch|hit|kick|strangl|clout|box)", re.IGNORECASE
)
_OUT_OF_REACH = re.compile(
    r"\b(?:on|over|down|through) the (?:phone|telephone|line|screen|laptop|computer|call|zoom|telly|tv"
    r"|radio)\b"
    r"|\b(?:on|in) (?:the|that) (?:video call|zoom|whatsapp"
    r"|group chat)\b",
    re.IGNORECASE,
)


def is_wish_of_a_moment(match: re.Match[str]) -> bool:
    """Whether a blow was wished for at a moment that is over: "I wanted to slap her". None was given."""
    wanted = _WANTED.search(match.string[: match.start()])
    return bool(wanted) and _A_BLOW.match(match.group()) is not None


def _is_out_of_reach(match: re.Match[str]) -> bool:
    """Whether a blow is wished for where none can be given: down the telephone, at a screen."""
    behind = match.string[match.end() :][:_CLOSE_BEHIND]
    return is_wish_of_a_moment(match) and _OUT_OF_REACH.search(behind) is not None


_CLOSE_BEHIND = 30


def is_idle_threat(match: re.Match[str], turn: Sequence[Unit], unit: Unit) -> bool:
    """Whether "I could kill him" is said of a nuisance, or a blow is laughed off; nothing grave by it."""
    said = _COULD_HAVE.search(match.string[: match.start()])
    idle = said and (_TO_DO_AWAY.match(match.group()) or _is_laughed_off(turn, unit))
    idle = idle or _is_out_of_reach(match)
    return bool(idle) and not any(_GRAVE.search(one.exact) for one in turn)


def _is_laughed_off(turn: Sequence[Unit], unit: Unit) -> bool:
    told = " ".join(one.exact for one in turn if unit.index <= one.index <= unit.index + 2)
    return bool(_LAUGHS.search(told)) and is_taken_for_a_joke(turn, unit)


def is_figure(match: re.Match[str]) -> bool:
    """Whether the words around a mention make it one that nobody need mean."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    figure = _ONE_MORE.search(before) or _COULD_HAVE.search(before) or _IF_OTHERS.search(before)
    return bool(figure) or _RATHER.search(f"{before[-8:]}{match.group()}{after[:5]}") is not None


def is_said_by_others(match: re.Match[str]) -> bool:
    """Whether the words are what somebody else says or believes of the client."""
    return _OTHERS_THINK.search(match.string[: match.start()]) is not None


def is_taken_for_a_joke(turn: Sequence[Unit], unit: Unit) -> bool:
    """Whether the speaker laughs at what they said, or takes it back, in the very next words."""
    behind = [one for one in turn if one.index == unit.index + 1]
    return any(_TAKES_BACK.match(one.exact) or _LAUGHS.match(one.exact.strip()) for one in behind)
