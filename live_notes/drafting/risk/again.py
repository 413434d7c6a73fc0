"""A thought of suicide that a client takes up again turns after it was asked, in plainer words.

An oblique answer ("I've thought it'd be tidy") is often followed by plain ones: "I've thought on it, I'll not
say I haven't", the beam that was looked at, "it comes at four o'clock, the tidy thing". They tell of a risk
only because the clinician asked about it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import word_set
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.answer_turns import answers_to
from live_notes.drafting.risk.answers import answered_status
from live_notes.drafting.risk.items import DISCLOSED, Mention
from live_notes.drafting.risk.normalised import names_suicide
from live_notes.drafting.risk.turns import turn_before, turn_of
from live_notes.drafting.risk.words import PATTERNS
from live_notes.drafting.spec import Speaking

_ADVERBS = (
    r"(?: (?:just|only|even|often|sometimes|once|did|do|have|had|honestly|really|kind of|sort of|keep|kept"
    r"|been|was|am))*"
)
_I = rf"(?:\bi(?:'ve|'d|'m)?{_ADVERBS} |^\W*(?:(?:and|but|then|so|just|yeah|aye|yes)[, ]+)*)"
_THOUGHT_IT = AnyCase(
    rf"{_I}(?:thought|think|thinking|considered|dwelt) (?:long |hard |a lot |often )?(?:on|about"
    rf"|of|over) "
    r"(?:it|that|them things)(?=[.,!;]|$| (?:sometimes|often|at|in|on|a lot|more|most|every|before|all"
    r" right|alright"
    r"|yes|yeah|aye|plenty|many)\b)"
    r"|\bi(?:'ll| will|'m| am|'d| would| can| could)?(?: \w+)? ?(?:n't|not|won't|can't|cannot|couldn't"
    r"|wouldn't)"
    r" (?:going to |gonna |lie and )?(?:say|tell you|claim|pretend|deny)(?: that)? i"
    r" (?:haven't|hadn't|don't|didn't|never|'ve not|have not|wasn't)\b(?= (?:thought|had|felt|considered"
    r"|been|think|feel|get|have|at times|some|of)\b|[.,!]|$)"
    r"|\b(?:lie|lying|liar)\b[^.?!]{0,12} (?:if i|to) (?:said|say|told you|tell you)(?: that)? i"
    r" (?:hadn't|haven't|don't|didn't|never|wasn't)\b(?= (?:thought|had|felt|considered|been|think|feel"
    r"|get|have|at times|some|of)\b|[.,!]|$)"
    r"|^\W*(?:just |only )?in (?:my|me|the) (?:own )?(?:head|mind|thoughts?),? (?:yes|yeah|aye)\b"
    r"|^\W*(?:in the |only )?think(?:ing)?(?: (?:it|of it|about it))?,? (?:yes|yeah|aye|it is there)\b"
    r"|\bi(?:'ll| will|'d| would|'m going to|'m gonna)(?: \w+)? be dead (?:before|by|already|long)\b"
    r"|\b(?:find me dead|(?:take|send|carry|have|get)(?: back)? (?:only )?(?:my|a dead) (?:dead"
    r" )?(?:body|corpse))\b"
    r"|\bi(?:'ll| will|'d| would| want to| must| better| prefer to) (?:rather |just |sooner )?die"
    r" (?:before|first"
    r"|here|than)\b"
)
"""The thought owned, with nothing of it named."""
_MEANS = (
    r"(?:beam|rafters?|rope|noose|ligature|shotgun|rifle|guns?|pistol|revolver|gun (?:safe|cabinet)|tablets"
    r"|pills|insulin|paracetamol|panadol|paraquat|pesticide|poison|sniper|blade|razor|exhaust|hosepipe"
    r"|ledge"
    r"|parapet|bridge|overpass|flyover|viaduct|cliffs?|railings|tracks|railway(?: line)?|level crossing"
    r"|live rail)"
)
_MAYBE_MEANS = (
    r"(?:banisters?|hook|flex|cable|dupatta|ceiling fan|fan|trigger|barrel|belt|roof|rooftop|balcony"
    r"|platform"
    r"|train|motorway|freeway|lorry|truck|river|canal|sea|lake|pier|dam|quarry|lagoon|weir|well|reservoir"
    r"|harbour|water|tree|woods|garage)"
)
_THE = r"(?:the|that|a|them|those|me|my|his|her|dad's|our|one of (?:the|them|those)) (?:[\w']+ ){0,2}?"
_THOUGHT_OF = (
    rf"{_I}(?:thought|think|thinking|dreamt|wondered|thoughts) (?:long |hard |a lot )?(?:of|about|on)"
    rf" {_THE}"
)
_SURE_MEANS = AnyCase(
    rf"{_THOUGHT_OF}{_MEANS}\b"
    rf"|{_I}(?:look(?:ed|ing)?(?: up)? at|star(?:ed|ing) (?:up )?at|ey(?:ed|eing)(?: up)?|measur(?:ed|ing)"
    rf"|count(?:ed|ing)(?: out| up)?|lin(?:ed|ing) up|sav(?:ed|ing)(?: up)?) {_THE}{_MEANS}\b"
    rf"|{_I}(?:stood|standing|sat|sitting|stopped|parked)(?: there| up| out)* (?:on|at|by|near|under"
    rf"|beside|below"
    rf"|up on) {_THE}(?:beam|rafters?|rope|bridge|overpass|flyover|viaduct|cliffs?|railings|parapet|ledge"
    r"|tracks|platform edge|railway line|live rail|level crossing)\b"
)
_MAYBE_OF_MEANS = AnyCase(
    rf"{_THOUGHT_OF}{_MAYBE_MEANS}\b"
    rf"|{_I}(?:look(?:ed|ing)?(?: up)? at|star(?:ed|ing) (?:up )?at|ey(?:ed|eing)(?: up)?) {_THE}"
    r"(?:banisters?|hook|flex|dupatta|ceiling fan|belt|roof edge|balcony|reservoir|weir|quarry)\b"
    rf"|{_I}(?:held|had|took(?: out| down)?|got(?: out| down)?) {_THE}(?:rope|shotgun|rifle|gun|pistol"
    r"|blade|razor|tablets|pills|noose)(?: out| down)?(?: (?:in my hands?|on my (?:knee|lap)|out|on the"
    r" (?:table|bed|counter|bench)|in front of me|to my head))\b"
    rf"|{_I}(?:took|got) {_THE}(?:rope|shotgun|rifle|gun|pistol|noose) (?:out|down)\b"
)
"""The means that were thought of, looked at or made ready."""
_NAMED_SO = re.compile(
    r"\b(?:the|that) (?P<name>[a-z]{3,}) (?:thing|thought|idea|one|feeling|notion|business|voice|talk)\b",
    re.IGNORECASE,
)
_WOULD_BE = (
    r"(?:'d|\bwould|\bmight|\bcould|\bas|\bcall it|\blike)(?: (?:be|a|an|the|so|very|quite|all|just"
    r"|kind of|bit))* "
)
"""Before the word that stands for being dead: "it'd be tidy"."""
_NO_NAME = word_set(
    "same other only whole main first last next good bad right best worst real big little funny very old"
    " new kind that this any one two three sort wee certain"
)
_NOT = re.compile(r"\b(?:never|not|n't|no|nor|without)\b|n't\b", re.IGNORECASE)
_OF_HELP = re.compile(
    r"\b(?:what (?:helps|helped|keeps|stops|calms|would help|else helps)|who (?:could|can|would)"
    r"|instead|safe place"
    r"|calm\w*|cope|coping|relax\w*|enjoy|weekend|holiday|what (?:will|would|could) you do)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:homework|exercise|breathing|letter|referral|group|job|course|offer|appointment|medication"
    r"|holiday)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:maybe|perhaps|not sure|kind of|sort of|i (?:guess|suppose|don't know)|might)\b", re.IGNORECASE
)
_IT_COMES = re.compile(
    r"^\W*(?:(?:but|and|well|yeah|aye)[, ]+)*(?:it|they|that) (?:comes?|came)(?: to me| back| round| on)*"
    r" (?:when|at|in|on|every|most|mostly|and goes?|usually|after)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:never|didn't|haven't|don't|not) *$", re.IGNORECASE)
_SOON, _LATER, _ANYHOW, LONG_AFTER = 5, 11, 12, 20
_FAR, _A_FEW_WORDS = 70, 3


def told_again(units: Sequence[Unit], unit: Unit) -> Iterator[Mention]:
    """What a client tells of the thought, turns after the clinician asked about it."""
    plain = unit.exact.replace("’", "'")
    reach = 0 if unit.question else _reach_of(units, unit, plain)
    asked = _asked(units, unit, reach) if reach else None
    if asked is None or (reach == LONG_AFTER and not _answered_with(units, asked, plain)):
        return
    if reach != _ANYHOW and _is_denied(units, asked):
        return
    if reach == _SOON and _turned_elsewhere(units, asked, unit):
        return
    behind = [one for one in turn_of(units, unit) if one.index == unit.index + 1]
    more = behind if unit.spoken_length <= _A_FEW_WORDS else []
    yield Mention(RiskKind.SUICIDE, RiskStatus.REPORTED, (asked, unit, *more), rank=DISCLOSED)


def _reach_of(units: Sequence[Unit], unit: Unit, plain: str) -> int:
    """Over how many turns such words go back to the question; none where they tell of nothing."""
    means, maybe = _SURE_MEANS.search(plain), _MAYBE_OF_MEANS.search(plain)
    found = means or maybe
    if found is not None:
        helped = any(_OF_HELP.search(one.exact) for one in turn_before(units, unit))
        told = _ANYHOW if means else _LATER
        return 0 if helped or _NOT.search(plain[: found.end()]) else told
    thought = _THOUGHT_IT.search(plain)
    if thought is not None and not _HEDGED.search(plain) and not _OTHERWISE.search(plain):
        return 0 if _NEVER.search(plain[: thought.start()]) else _SOON
    if _NAMED_SO.search(plain) and not _NOT.search(plain):
        return LONG_AFTER
    return _SOON if _IT_COMES.match(plain) and turn_of(units, unit)[0] is unit else 0


def _turned_elsewhere(units: Sequence[Unit], asked: Unit, unit: Unit) -> bool:
    """Whether the clinician spoke of something else meanwhile, so that "it" may be that."""
    between = units[asked.index + 1 : unit.index]
    return any(
        one.speaking is Speaking.CLINICIAN and one.turn > asked.turn and touched(one.exact) for one in between
    )


def _asked(units: Sequence[Unit], unit: Unit, reach: int) -> Unit | None:
    """Where the clinician last named suicide, within so many turns."""
    for before in reversed(units[max(0, unit.index - _FAR) : unit.index]):
        if unit.turn - before.turn > reach:
            return None
        if (
            before.speaking is Speaking.CLINICIAN
            and before.turn != unit.turn
            and names_suicide(units, before)
        ):
            return before
    return None


def _answered_with(units: Sequence[Unit], asked: Unit, plain: str) -> bool:
    """Whether the name a thought is given is a word of the answer to the question about suicide."""
    answers = answers_to(units, asked) or ()
    told = " ".join(one.exact for one in answers).replace("’", "'").lower()
    names = {found["name"].lower() for found in _NAMED_SO.finditer(plain)} - _NO_NAME
    names -= set(re.findall(r"[a-z]+", asked.exact.lower()))
    return any(re.search(rf"{_WOULD_BE}{re.escape(name)}\b", told) for name in names)


def _is_denied(units: Sequence[Unit], asked: Unit) -> bool:
    answers = answers_to(units, asked)
    if answers is None:
        return False
    pattern = next(one for one in PATTERNS if one.kind is RiskKind.SUICIDE)
    none = read_answer(answers[0].exact) is Answer.NO
    return none or answered_status(asked, answers, pattern) is RiskStatus.DENIED
