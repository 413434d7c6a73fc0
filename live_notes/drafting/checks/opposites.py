"""Whether a sentence denies what was affirmed, or affirms what was denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from live_notes.drafting.checks.claim import Claim
from live_notes.drafting.checks.evidence import Asked, Evidence
from live_notes.drafting.checks.reading import Word
from live_notes.drafting.language.words import tokens, word_set

_NEARLY_ALL = 0.75
_FEW = 2
"""Words a sentence tells, up to which there is too little around them to go by."""

_NEAR = 4
"""Words within which a negation may have moved in a sentence that is said as it was."""

_SURELY = 1.5
"""How alike the surroundings must be for two places to be the same."""

_LIKELY = 0.8
"""Below this what is written is a paraphrase, and a negation may stand anywhere near."""


_SOUNDS = word_set("um uh er erm hm mm ah")


def negation_differs(claim: Claim) -> str | None:
    """Something is denied here and affirmed there, or the other way round."""
    return _added(claim) or _denied(claim) or _lost(claim) or _affirmed(claim)


def _added(claim: Claim) -> str | None:
    """A negation before words that follow none where they were said, or not another one."""
    spent: set[tuple[int, int]] = set()
    for at, word in enumerate(claim.words):
        if word.since != 0 or word.quoted or word.cue:
            continue
        if at - 1 in claim.preface and at not in claim.preface:
            continue  # the negation is the end of what was asked: "what happens if they do not, client ..."
        places = claim.places.likeliest(at, claim.places.by_key.get(word.key, ()))
        if not places or any(_stays_open(claim, at, place) for place in places):
            continue
        near = {_cue(claim, place) for place in places if _near_denial(claim.evidence.words[place])}
        if not near - spent:
            return f'the note has a "not" before "{word.text}", the cited lines have none there'
        if len(near) == 1:
            spent |= near
    return None


def _cue(claim: Claim, place: int) -> tuple[int, int]:
    word = claim.evidence.words[place]
    return word.line, word.cues


def _stays_open(claim: Claim, at: int, place: int) -> bool:
    """Whether a place doesn't show that nothing was denied there."""
    if _near_denial(claim.evidence.words[place]):
        return False
    asked = at not in claim.preface and claim.evidence.asked_at(place) in {Asked.NO, Asked.OPEN}
    return asked or claim.places.likeness(at, place) < _LIKELY


def _denied(claim: Claim) -> str | None:
    """Something denied that the cited lines affirm: of what a negation bears on, nothing is denied there."""
    of_deeds = frozenset(tokens(claim.names_of_deeds))
    for chunk in _chunks(claim):
        if all(claim.words[at].text in of_deeds for at in chunk):
            continue  # the note's own name for what was done: "without advising on it"
        facts = [at for at in chunk if at in claim.said or claim.words[at].figure is not None]
        # "no signs of fracture" denies the fracture: "signs" is a word of the note's own.
        given = _given(claim, facts) or _given(claim, [*chunk, *_following(claim, chunk)])
        if given and not any(_may_be_denied(claim, at, place) for at, place in given):
            told = " ".join(claim.words[at].text for at in chunk)
            return f'the note denies "{told}", the cited lines do not'
    return None


def _given(claim: Claim, places: Sequence[int]) -> list[tuple[int, int]]:
    return [(at, place) for at in places for place in _places(claim, at)]


def _following(claim: Claim, chunk: Sequence[int]) -> list[int]:
    """What a sentence goes on with where nobody said what it denies: "did not relieve the pain"."""
    last = claim.words[chunk[-1]]
    rest = [at for at in claim.told if at > chunk[-1] and claim.words[at].clause == last.clause]
    return [at for at in rest[:_FEW] if not claim.words[at].quoted]


def _chunks(claim: Claim) -> Iterator[list[int]]:
    """What each negation bears on: words that stand together. Exact quotations have a check of their own."""
    run: list[int] = []
    for at, word in enumerate(claim.words):
        if word.negated and not word.quoted:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _lost(claim: Claim) -> str | None:
    """A negation in the cited lines before words that follow none here."""
    back = claim.places.reversed
    for place in claim.evidence.denials:
        given = claim.evidence.words[place]
        if given.cue or claim.evidence.asked_at(place) is not None or _begun_anew(claim.evidence, place):
            continue
        mine = back.likeliest(place, back.by_key.get(given.key, ()))
        if not mine or any(_near_denial(claim.words[at]) or claim.words[at].quoted for at in mine):
            continue
        at = mine[0]
        if at in claim.preface or claim.places.likeness(at, place) < _SURELY:
            continue
        if set(claim.places.likeliest(at, claim.places.by_key[given.key])) == {place}:
            return f'the cited lines have a "not" before "{given.text}", the note has none'
    return None


def _begun_anew(evidence: Evidence, place: int) -> bool:
    """Whether a negation was left for the next one, begun alike: "I'm not as, uh, I'm not shouting"."""
    words = evidence.words
    other = next((one for one in evidence.denials if place < one <= place + _NEAR), 0)
    if not place or not other or words[other - 1].text != words[place - 1].text:
        return False
    same = (words[other].line, words[other].part) == (words[place].line, words[place].part)
    return same and not any(one.content and one.text not in _SOUNDS for one in words[place : other - 1])


def _affirmed(claim: Claim) -> str | None:
    """Something affirmed that the cited lines deny, or that was asked and answered with no."""
    denied_here = {place for at in claim.told if claim.words[at].under for place in claim.said[at]}
    for at in claim.told:
        word = claim.words[at]
        if at in claim.preface or word.quoted or word.under or word.softly or not claim.said[at]:
            continue
        places = claim.said[at]
        if denied_here.intersection(places) or not all(_is_denied(claim, place) for place in places):
            continue
        if _alone(claim, at):
            return f'the note affirms "{word.text}", the cited lines deny it'
    return None


def _alone(claim: Claim, at: int) -> bool:
    """Whether a denial can be of nothing but what this word's clause says."""
    if claim.evidence.asked_at(claim.said[at][0]) is None:
        same = claim.evidence.words[claim.said[at][0]].key == claim.words[at].key
        if same and len(claim.told) <= _FEW:
            return True
        return same and any(claim.places.likeness(at, place) >= _LIKELY for place in claim.said[at])
    beside = [other for other in claim.told if claim.words[other].clause == claim.words[at].clause]
    answered = [other for other in beside if _all_answered_no(claim, other)]
    return len(answered) >= len(beside) * _NEARLY_ALL


def _all_answered_no(claim: Claim, at: int) -> bool:
    return bool(claim.said[at]) and all(
        claim.evidence.asked_at(place) is Asked.NO for place in claim.said[at]
    )


def _near_denial(word: Word) -> bool:
    return word.since <= _NEAR or word.under or word.negated


def _places(claim: Claim, at: int) -> Sequence[int]:
    """Where a word was said, be it one that tells something, a number, or a plain verb."""
    if at in claim.said:
        return claim.said[at]
    word = claim.words[at]
    if word.figure is None:
        return claim.places.likeliest(at, claim.places.of(word))
    same = [
        place
        for place, given in enumerate(claim.evidence.words)
        if given.figure is not None and not given.figure.values.isdisjoint(word.figure.values)
    ]
    return claim.places.likeliest(at, same)


def _may_be_denied(claim: Claim, at: int, place: int) -> bool:
    given = claim.evidence.words[place]
    if (
        given.under
        or given.negated
        or given.softly
        or claim.evidence.asked_at(place) in {Asked.NO, Asked.OPEN}
    ):
        return True
    return claim.places.likeness(at, place) < _LIKELY and claim.evidence.near_denial(place)


def _is_denied(claim: Claim, place: int) -> bool:
    match claim.evidence.asked_at(place):
        case None:
            return claim.evidence.words[place].negated
        case Asked.NO:
            return True
        case _:
            return False
