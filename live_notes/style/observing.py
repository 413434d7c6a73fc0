"""What one session shows of a clinician's style: its draft against what was signed. Pure.

Both notes come in masked. What comes out are rules that pass the lint, and for each rule known before
whether this session agrees with it. No sentence of either note is in it, except one that the clinician
added and that could stand in anybody's note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from live_notes.drafting.note import Draft, Section, Sentence
from live_notes.style.aligning import Aligned, Pair, Part, aligned
from live_notes.style.blocks import wordings_between
from live_notes.style.limits import MOST_CANDIDATES, MOST_SENTENCE_CHARS, MOST_SENTENCES
from live_notes.style.lint import objection_to_heading, objection_to_sentence, objection_to_wording
from live_notes.style.rules import (
    OF_SENTENCES,
    Addition,
    Heading,
    Omission,
    Order,
    Rule,
    Tense,
    Voice,
    Wording,
)
from live_notes.style.style import NO_STYLE, Style
from live_notes.style.topics import Topic, stays, topics_of
from live_notes.style.voice import in_tense, tense_of
from live_notes.style.wording import applied
from live_notes.style.words import Worded, found_at, keys_of, worded

_MOSTLY, _NEARLY = 0.7, 2 / 3
_TOPIC_MOSTLY, _TOPIC_SELDOM, _MORE_THAN_OTHERS = 0.75, 0.4, 0.3


@dataclass(frozen=True)
class Shortening:
    """How many sentences a section had, how many of them the clinician saw, and how many stayed.

    `first`, `longest`: whether it was those that stayed.
    """

    section: str
    drafted: int
    offered: int
    kept: int
    first: bool
    longest: bool


@dataclass(frozen=True)
class Observation:
    """What a session shows: rules it agrees with or contradicts, and how sections were shortened."""

    agreed: tuple[Rule, ...] = field(default=(), repr=False)
    contrary: tuple[Rule, ...] = field(default=(), repr=False)
    lengths: tuple[Shortening, ...] = ()

    @property
    def of_sentences(self) -> Observation:
        """What it shows about sentences alone."""
        agreed, contrary = (
            tuple(rule for rule in rules if isinstance(rule, OF_SENTENCES))
            for rules in (self.agreed, self.contrary)
        )
        return Observation(agreed, contrary)


def observed(
    drafted: Sequence[Part],
    signed: Sequence[Part],
    known: Sequence[Rule] = (),
    names: Collection[str] = (),
    style: Style = NO_STYLE,
) -> Observation:
    """What a session shows, from its draft without any style.

    `known`: the rules to judge; `names`: words that are names there, in small letters; `style`: what the
    draft was shown in, for what it left out nobody can be said to have kept.

    A note that is longer than any clinician's, or written anew for the most part, shows nothing.
    """
    if _too_long(drafted) or _too_long(signed):
        return Observation()
    notes = aligned(drafted, signed)
    stayed = sum(pair.signed is not None for pair in notes.pairs)
    if 2 * stayed < sum(len(part.texts) for part in signed):
        return Observation()
    both = [
        *_voice(notes),
        *_wordings(notes, known, names),
        *_additions(notes, signed, known, names),
        *_headings(notes, known, names),
        *_orders(notes, drafted, known),
        *_topics(notes),
    ]
    return Observation(
        agreed=tuple(dict.fromkeys(rule for rule, agrees in both if agrees)),
        contrary=tuple(dict.fromkeys(rule for rule, agrees in both if not agrees)),
        lengths=tuple(_lengths(notes, _perhaps_gone(notes), _offered(drafted, style))),
    )


Judged = tuple[Rule, bool]


def _too_long(parts: Sequence[Part]) -> bool:
    texts = [text for part in parts for text in part.texts]
    return len(texts) > MOST_SENTENCES or any(len(text) > MOST_SENTENCE_CHARS for text in texts)


def _kept(notes: Aligned) -> Iterator[tuple[Worded, Worded]]:
    for pair in notes.pairs:
        if pair.signed is not None:
            yield worded(pair.drafted), worded(pair.signed)


def _voice(notes: Aligned) -> Iterator[Judged]:
    """Which tense the verbs of saying were put in, where most of them were or were not."""
    changed = {Tense.PAST: 0, Tense.PRESENT: 0}
    stayed = dict(changed)
    for one, other in _kept(notes):
        was, now = tense_of(one), tense_of(other)
        if was is not None and now is not None:
            (stayed if was is now else changed)[now] += 1
    for tense, count in changed.items():
        against = stayed[Tense.PAST if tense is Tense.PRESENT else Tense.PRESENT]
        if count or against:
            yield Voice(tense=tense), _most(count, against)


def _most(agreeing: int, against: int) -> bool:
    return agreeing > 0 and agreeing / (agreeing + against) >= _MOSTLY


def _wordings(notes: Aligned, known: Sequence[Rule], names: Collection[str]) -> Iterator[Judged]:
    """Every wording that brings the draft nearer to the note, and every known one that does not."""
    tense = next((rule.tense for rule, agrees in _voice(notes) if agrees and isinstance(rule, Voice)), None)
    texts = [(one if tense is None else in_tense(one, tense), other) for one, other in _kept(notes)]
    new = dict.fromkeys(
        found
        for one, other in texts
        if one.keys != other.keys
        for found in wordings_between(
            one, other, lambda old, new: objection_to_wording(old, new, names) is None
        )
    )
    found = [Wording(before=before, after=after) for before, after in list(new)[:MOST_CANDIDATES]]
    mine = dict.fromkeys([*(rule for rule in known if isinstance(rule, Wording)), *found])
    effects = {rule: _effect(rule, texts) for rule in mine}
    most: dict[str, int] = {}
    for rule, (_, _, nearer) in effects.items():
        most[rule.before] = max(most.get(rule.before, 0), nearer)
    for rule, (better, worse, nearer) in effects.items():
        if better or worse:  # of two wordings for the same words only the better one is the habit
            yield rule, _most(better, worse) and nearer == most[rule.before]


def _effect(rule: Wording, texts: Sequence[tuple[Worded, Worded]]) -> tuple[int, int, int]:
    """In how many sentences a wording brings the draft nearer to the note, in how many not; by what."""
    better = worse = nearer = 0
    phrase = keys_of(rule.before)
    for one, other in texts:
        if not found_at(one.words, phrase):
            continue
        before = Levenshtein.distance(one.keys, other.keys)
        after = Levenshtein.distance(applied(one, rule).keys, other.keys)
        better, worse = better + (after < before), worse + (after >= before)
        nearer += max(0, before - after)
    return better, worse, nearer


def _additions(
    notes: Aligned, signed: Sequence[Part], known: Sequence[Rule], names: Collection[str]
) -> Iterator[Judged]:
    new = [
        Addition(section=section, text=" ".join(text.split()))
        for section, text in notes.added
        if objection_to_sentence(text, names) is None and objection_to_heading(section) is None
    ]
    yield from ((rule, True) for rule in new)
    there = {part.title: {keys_of(text) for text in part.texts} for part in signed}
    for rule in known:
        if isinstance(rule, Addition) and rule not in new and rule.section in notes.titles:
            yield rule, keys_of(rule.text) in there[notes.titles[rule.section]]


def _headings(notes: Aligned, known: Sequence[Rule], names: Collection[str]) -> Iterator[Judged]:
    for before, after in notes.titles.items():
        if objection_to_heading(before) is not None:
            continue
        if before != after and objection_to_heading(after, names) is None:
            yield Heading(before=before, after=after), True
        for rule in known:
            if isinstance(rule, Heading) and rule.before == before and rule.after != after:
                yield rule, False


def _orders(notes: Aligned, drafted: Sequence[Part], known: Sequence[Rule]) -> Iterator[Judged]:
    before = [part.title for part in drafted if part.title in notes.order]
    now = list(notes.order)
    plain = [title for title in now if objection_to_heading(title) is None]
    new = [
        Order(first=first, second=second)
        for first, second in pairwise(plain)
        if before.index(first) > before.index(second)
    ]
    yield from ((rule, True) for rule in new)
    for rule in known:
        if isinstance(rule, Order) and rule not in new and {rule.first, rule.second} <= set(now):
            yield rule, now.index(rule.first) < now.index(rule.second)


def _topics(notes: Aligned) -> Iterator[Judged]:
    """Kinds of sentences that were left out while most others stayed.

    What went at a section's end is no evidence: the section may have been too long.
    """
    last: dict[str, int] = {}
    for pair in notes.pairs:
        if pair.signed is not None:
            last[pair.section] = pair.place
    inner = [p for p in notes.pairs if not stays(p.drafted) and p.place <= last.get(p.section, -1)]
    about = [(topics_of(pair.drafted), pair.signed is None) for pair in inner]
    for topic in Topic:
        theirs = [gone for topics, gone in about if topic in topics]
        others = [gone for topics, gone in about if not topics]
        if not theirs:
            continue
        share = sum(theirs) / len(theirs)
        usual = sum(others) / len(others) if others else 0.0
        if share <= _TOPIC_SELDOM:
            yield Omission(topic=topic), False
        elif share >= _TOPIC_MOSTLY and share - usual >= _MORE_THAN_OTHERS:
            yield Omission(topic=topic), True


def _perhaps_gone(notes: Aligned) -> set[Topic]:
    """Kinds of which most sentences went, for whatever reason: they tell nothing of a section's length.

    One that stays whatever its kind, a score told with its question, says nothing for its kind by staying.
    """
    gone = {topic: [0, 0] for topic in Topic}
    for pair in notes.pairs:
        went = pair.signed is None
        for topic in topics_of(pair.drafted) if went or not stays(pair.drafted) else ():
            gone[topic][went] += 1
    return {topic for topic, (stayed, went) in gone.items() if went > stayed}


def _offered(drafted: Sequence[Part], style: Style) -> set[tuple[str, str]]:
    """The sentences that this style leaves in the draft, with their section's drafted title."""
    sections = tuple(
        Section(title=part.title, sentences=tuple(Sentence(text=text) for text in part.texts))
        for part in drafted
    )
    shown = style.shaped(Draft(sections=sections)).sections
    return {(style.untitled(section.title), one.text) for section in shown for one in section.sentences}


def _lengths(
    notes: Aligned, gone: Collection[Topic], offered: Collection[tuple[str, str]]
) -> Iterator[Shortening]:
    """How sections were shortened, apart from sentences that went with their kind."""
    by: dict[str, list[Pair]] = {}
    own = Counter(section for section, _ in notes.added)
    # what speaks of this session may be a drafted sentence in quite other words: not one that was left out
    retold = Counter(section for section, text in notes.added if objection_to_sentence(text) is not None)
    for pair in notes.pairs:
        if pair.signed is not None or topics_of(pair.drafted).isdisjoint(gone):
            by.setdefault(pair.section, []).append(pair)
    for section, pairs in by.items():
        if objection_to_heading(section) is not None:
            continue
        seen = [p for p in pairs if p.signed is not None or (section, p.drafted) in offered]
        shown = sum((section, pair.drafted) in offered for pair in pairs)
        kept = [at for at, pair in enumerate(seen) if pair.signed is not None]
        if own[section] > len(kept):
            continue  # written anew: how long the draft was had no part in it
        stayed = min(len(seen), len(kept) + retold[section])
        yield Shortening(section, len(pairs), shown, stayed, *_which(seen, kept))


def _which(pairs: Sequence[Pair], kept: Sequence[int]) -> tuple[bool, bool]:
    """Whether it was the first that stayed, and the longest: exactly, or where neither is so, nearly."""
    going = [at for at, pair in enumerate(pairs) if pair.signed is None]
    if not going or not kept:
        return True, True
    sizes = [len(keys_of(pair.drafted)) for pair in pairs]
    first = kept[-1] < going[0] or _all_stay(pairs, kept, going[0])
    longest = _longest_kept(pairs, sizes, kept, going)
    if first or longest:
        return first, longest
    by_size = sorted(range(len(pairs)), key=lambda at: -sizes[at])
    return _nearly(going, range(len(kept), len(pairs))), _nearly(going, by_size[len(kept) :])


def _nearly(going: Sequence[int], expected: Collection[int]) -> bool:
    """Whether most of what went was expected to: a sentence told anew looks as if it had gone."""
    return sum(at in expected for at in going) >= _NEARLY * len(going)


def _all_stay(pairs: Sequence[Pair], kept: Sequence[int], start: int) -> bool:
    """Whether what stayed behind the first that went is only what always stays."""
    return all(stays(pairs[at].drafted) for at in kept if at > start)


def _longest_kept(
    pairs: Sequence[Pair], sizes: Sequence[int], kept: Sequence[int], going: Sequence[int]
) -> bool:
    free = [sizes[at] for at in kept if not stays(pairs[at].drafted)]
    return not free or min(free) >= max(sizes[at] for at in going)
