"""What a clinician says that they make of it: a formulation, told as long as they go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from live_notes.drafting.embedded.acting.act_words import JUDGED, WHEN
from live_notes.drafting.embedded.candidates import Reading, Statement, made
from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import together
from live_notes.drafting.embedded.planning.step_words import LEAD
from live_notes.drafting.embedded.selecting.apart import manages
from live_notes.drafting.embedded.selecting.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.saying import whole
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.drafting.spec import Speaking

_OPENS = AnyCase(
    rf"{LEAD}(?:(?:let me|can i|i'll|i want to|i'd like to) (?:just )?(?:tell|share with|say to"
    rf"|give) you (?:what"
    r"|how|where) i(?:'m| am)? (?:\w+ )?(?:understand\w*|think\w*|see\w*|mak\w+|hear\w*)\b"
    r"|here(?:'s| is) (?:my|what i(?:'m)?|how i(?:'m)?) (?:thinking|formulation|understanding|impression"
    r"|take"
    r"|see\w*|understand\w*|think\w*|mak\w+|read)\b"
    r"|(?:what|the way|how) i(?:'m| am)? (?:\w+ )?(?:understand\w*|see(?:ing)?|mak(?:e|ing)|read(?:ing)?"
    r"|hear(?:ing)?|piec\w+|put\w*) (?:\w+ ){0,4}?(?:is|it)\b"
    r"|(?:to|let me|if i) (?:pull|put|bring|tie) (?:it|this|that|all (?:of )?(?:that"
    r"|this)) (?:all )?together\b"
    r"|my (?:impression|formulation|understanding|assessment|sense|read|hunch|take|working (?:diagnosis"
    r"|hypothesis)) (?:is|would be|of)\b)"
)
"""Says that what they make of it comes now."""
_IMPRESSION = AnyCase(
    r"\b(?:this|that|it|what you(?:'re| are)? (?:describ\w+|have|got)|what (?:we're|i'm) (?:seeing"
    r"|hearing))"
    r"(?: all| really| certainly| just| still)*(?:'s| is| isn't| looks?| sounds?| seems?| feels?| fits?)"
    r"(?: to me| more| very much| in keeping| consistent| this is)*(?: like| as if| as though| with"
    r"| to be)*"
    r"(?: to me)? (?:an? |what we(?:'d)? call )?"
    r"(?:(?!(?:the|your|my|when|where|if|because|about|for|how|why|what|before|after"
    r"|talking)\b)[\w-]+ ){0,3}"
    r"(?:depress(?:ion|ive)|anxiety(?: disorder)?|panic(?: disorder| attacks?)?|ptsd|post-?traumatic"
    r"|trauma response|ocd|bipolar|hypomani[ac]|mania|psychosis|adhd|autis\w+|grief|bereavement|burn-?out"
    r"|relapse|lapse|flare[- ]?up|setback|blip|withdrawal|dependence|adjustment (?:disorder|reaction)"
    r"|social anxiety|agoraphobia|eating disorder|insomnia|dissociation|phobia|(?:mixed|depressive|manic)"
    r" episode|postnatal depression|postpartum \w+)\b"
    r"(?! (?:is|was|makes?|does|can|tends?|scale|form|questionnaire|score|group|talking|speaking|brain)\b)"
)
_CRITERIA = AnyCase(
    r"\b(?:you|this|that|it|they) (?:\w+ )?(?:meets?|fits?|matche?s?|ticks?) (?:the |all (?:of )?the "
    r"|most of the "
    r"|full )?(?:diagnostic )?(?:criteria|boxes|picture|pattern|diagnosis)\b"
    r"|\bi(?:'d| would)? (?:call|diagnose|describe|class|see|view) (?:this|that|it|you)(?: one)? (?:as"
    r"|with)?\b"
    r"(?! (?:again|in|on|at|next|back|when|if|you|how|what|that|tomorrow|for (?:a|the|your)))"
)
_COURSE = AnyCase(
    r"\byou(?:'re| are|'ve| have)?(?: come| gone| dropped| got| is)? (?:down|up) (?:by )?(?:an? )?"
    r"(?:\d+|[a-z]+) points?\b"
    r"|\b(?:going|heading|moving|headed) (?:in )?the (?:right|wrong) (?:way|direction)\b"
    r"|\byou(?:'ve| have) (?:\w+ )?(?:made|shown) (?:\w+ ){0,3}(?:progress|gains?|strides|headway)\b"
    r"|\b(?:that|this|it)(?:'s| is| takes you| puts you| moves you) (?:now )?(?:in|into|out of|below"
    r"|above|within"
    r"|under) (?:the |a )?(?:[\w-]+ ){0,3}(?:range|cut-?off|threshold|remission|recovery)\b"
    r"|\b(?:full|partial|early) (?:remission|recovery)\b"
)
_THINKS = AnyCase(
    rf"{LEAD}i (?:think|suspect|reckon|believe) (?:that )?(?:maybe |perhaps |probably )?(?:you(?:'re|'ve"
    rf"|'d)?|your"
    r"|(?:a |the )?(?:part|bit|side) of you|some of (?:this|that|it)|underneath|what(?:'s| you))\b"
    r"(?! (?:can|could|should|need to|will|'ll|might|must|know|said|mentioned|told|did|want to|have to"
    r"|ought"
    r"|were (?:saying|telling)|would|asked|wrote|may|look|sound))"
)
"""What the clinician thinks of the client: told in reported speech where that reads well, else quoted."""
_SAFETY = AnyCase(
    r"\bi(?:'m| am)(?: really| very| quite| a bit| still| that| just)* (?:worried"
    r"|concerned) (?:about (?:you\b(?! (?:said"
    r"|mention))|your safety|how (?:low|unsafe|bad)|for you(?:r safety)?)|that you(?:'re| are| might"
    r"| could| won't)\b)"
    r"|\bi (?:think|believe|feel|don't think|don't believe)\b[^?.]{0,40}\b(?:(?:keep"
    r"|kept) (?:yourself )?safe\b|safe"
    r" (?:enough )?(?:to|tonight|today|for now|at the moment|going|at home)\b|at (?:immediate |imminent "
    r"|high |low"
    r" |any |acute )*risk\b|in (?:any |immediate )?danger\b)"
)
"""How the clinician judges the client's safety: told in their words alone."""
_NOT_STATED = AnyCase(
    rf"\b(?:if|whether|when|would|could|might|wouldn't|can't say|not sure|letter|form|leaflet|group"
    rf"|don't know)\b"
    rf"|\b(?:other|some|most|many) people\b|\b{WHEN}"
)
_ON_A_FORM = AnyCase(
    r"\b(?:filled (?:out|in|this|that)|marked|ticked|checked (?:off|yes|no|the box)|wrote (?:down|that"
    r"|here)|put down"
    r"|circled|referred|booked|signed)\b"
)
"""What somebody put on a form: read, and no impression of them."""
_TO_DO = AnyCase(
    rf"{LEAD}(?:i'd like|i want|i would like|let's|we'll|i'll|i'm going to|you'll|what i suggest)\b"
)
_INVITES = AnyCase(
    r"^[,.;: ]*(?:(?:and|but|then|so|please|you)[, ]+)*(?:can |could |should |must )?(?:tell me"
    r"|correct me|stop me"
    r"|shout|let me know|see (?:if|whether|what|how)|say (?:if|so|stop)|jump in|put me right)\b[^:;]*$"
    r"|^[,.;: ]*$"
)
"""Asks to be put right, and says nothing of what the clinician makes of it."""
_OF_THAT = AnyCase(rf"{LEAD}(?:that|this|it|which)(?:'s| is| puts| takes| moves| brings| would be)\b")
_FIGURE = AnyCase(
    r"\d|\b(?:\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|ten|eleven|twelve|two|three|four|five"
    r"|six|seven"
    r"|eight|nine)\b"
)
_FIGURE_REACH, _MOST_WITH_FIGURE = 2, 40
_FORMULATED_IS_WORTH = 0.7
_MOST_WORDS, _LEAST_STEMS = 75, 4
_MOST_OF_ONE, _LEAST_OF_ONE = 40, 2


_HOW_IT_WENT = AnyCase(
    r"\b(?:down|up|dropped|fallen|risen|lower|higher) (?:by )?(?:\d+|an?|one|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|\w+teen|twenty)\b|\b(?:minimal|mild|moderate|severe|low|high|normal"
    r"|clinical)(?:ly \w+)?(?: to \w+)? range\b"
    r"|\bgoing the (?:right|wrong) way\b"
)
_EXPLAINS = AnyCase(
    r"\b(?:because|since|roots?|comes? from|stems?|depression|anxiety|grief|trauma|ptsd|ocd|pattern|cycle"
    r"|stuck|linked"
    r"|i think|my sense|when you|so that)\b"
)


_BOUNDS = AnyCase(
    r"\b(?:i'd|i would|i'll|i will|we'd|we would|we'll|we|i) (?:still )?"
    r"(?:need(?: to)?|(?:have|want|like) to)\b"
    r"[^?]*\b(?:assess\w*|definite\w*|for sure|be (?:sure|certain)|certain|formal\w*|confirm\w*"
    r"|rule (?:it |that |things |other things )?(?:out|in)|before (?:i|we)"
    r"|more (?:time|information|sessions?))\b"
    r"|\b(?:not|isn't|no) (?:yet )?(?:a |an )?(?:formal |official |full |firm )*diagnos\w+"
    r"|\b(?:can't|cannot|couldn't|won't|wouldn't|not) (?:yet )?"
    r"(?:say|be sure|be certain|diagnose|call it)\b"
    r"|\btoo (?:early|soon) to\b|\b(?:provisional\w*|working (?:diagnosis|idea|hypothesis|theory))\b"
    r"|\bi(?:'m| am) not (?:sure|certain|diagnosing|saying)\b"
    r"|\b(?:could|might|may) (?:well )?be (?:wrong|something else|other)\b|\bhold (?:it|that) lightly\b"
    r"|\b(?:only|just) (?:a |my )?(?:guess|hunch|first impression|idea|hypothesis)\b"
)
"""Says how far what was just said is sure: without it a hunch reads like a diagnosis."""


def formulations(reading: Reading, used: set[int]) -> list[Statement]:
    """What the clinician says they make of it, in their words; the units are added to `used`."""
    found = []
    for unit in reading.units:
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel or unit.index in used:
            continue
        said = _said_from(reading, unit, used) if _OPENS.match(unit.words) else ()
        said = said or (_with_its_figure(reading.units, unit, used) if _is_impression(unit) else ())
        if not said:
            continue
        said = _with_its_bounds(reading.units, said)
        put = together([replace(one, question=False) for one in said])
        verb = "stated" if _is_of_a_score(put.words) else "formulated"
        told = f"{reading.fallback.clinician} {verb}: {in_quotes(put)}"
        found.append(replace(made(reading, Kind.FORMULATION, whole(told), said), more=_FORMULATED_IS_WORTH))
        used.update(one.index for one in said)
    return found


def _with_its_bounds(units: Sequence[Unit], said: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What the clinician makes of it with the sentence right behind that says how far it is sure."""
    after = next(iter(units[said[-1].index + 1 :]), None)
    if after is None or after.turn != said[-1].turn or after.question or not is_whole(after):
        return said
    return (*said, after) if _BOUNDS.search(after.words) else said


def _is_of_a_score(words: str) -> bool:
    """Whether it only says how a score went, which explains nothing."""
    return _HOW_IT_WENT.search(words) is not None and _EXPLAINS.search(words) is None


def opens(words: str) -> bool:
    """Whether a clinician says that what they make of it comes now."""
    return _OPENS.match(words) is not None


def _with_its_figure(units: Sequence[Unit], unit: Unit, used: set[int]) -> tuple[Unit, ...]:
    """An impression of a score, from where the score and what was scored are named in the same turn."""
    if not _COURSE.search(unit.words) or not _OF_THAT.match(unit.words):
        return (unit,)
    before = [one for one in units[max(0, unit.index - _FIGURE_REACH) : unit.index] if one.turn == unit.turn]
    while before and (before[0].question or _is_told(before[0], used) or not is_whole(before[0])):
        before = before[1:]
    said = (*before, unit)
    told = any(_FIGURE.search(one.words) for one in before) and not any(one.question for one in before)
    fits = sum(one.spoken_length for one in said) <= _MOST_WITH_FIGURE
    return said if told and fits and not any(_is_told(one, used) for one in before) else (unit,)


def _is_told(unit: Unit, used: set[int]) -> bool:
    """Whether a unit is told elsewhere; what was scored may have been no matter by itself."""
    return unit.index in used and not manages(unit)


def _only_leads_in(words: str) -> bool:
    opened = _OPENS.match(words)
    rest = "" if opened is None else words[opened.end() :]
    return not matter_in(words) or _INVITES.match(rest) is not None


def _said_from(reading: Reading, first: Unit, used: set[int]) -> tuple[Unit, ...]:
    """The sentences of one turn that say what the clinician makes of it, up to what is to be done."""
    turn = takewhile(lambda one: one.turn == first.turn, reading.units[first.index :])
    kept: list[Unit] = []
    for one in turn:
        words = sum(unit.spoken_length for unit in (*kept, one))
        if one.question or words > _MOST_WORDS or not is_whole(one) or one.speaker != first.speaker:
            break
        if one.index in used:
            break
        if one is not first and (reading.kind_of(one) is Kind.PLAN or _TO_DO.match(one.words)):
            break
        kept.append(one)
    if kept and _only_leads_in(first.words):
        kept = kept[1:]
    stems = {stem for one in kept for stem in one.stems}
    return tuple(kept) if len(stems) >= _LEAST_STEMS and not _risky(kept) else ()


def _risky(units: Sequence[Unit]) -> bool:
    """Whether a whole formulation is of risk alone, which stands by its own evidence."""
    return all(one.risk_in_words for one in units)


def _is_impression(unit: Unit) -> bool:
    """Whether one sentence states an impression, a diagnosis or the course of it, and supposes nothing."""
    words = unit.words
    if unit.question or not word_count(words) <= _MOST_OF_ONE or _NOT_STATED.search(words):
        return False
    if _ON_A_FORM.search(words):
        return False
    if _SAFETY.search(words) and is_whole(unit):
        return True
    if len(set(content_stems(words))) < _LEAST_OF_ONE or RISK_WORDS.search(words) or not is_whole(unit):
        return False
    if any(form.search(words) for form in (_IMPRESSION, _CRITERIA, _COURSE)):
        return True
    return bool(_THINKS.match(words)) and not JUDGED.search(words) and not reads_well(words)
