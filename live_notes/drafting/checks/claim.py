"""A sentence under examination: its words, what it frames them with, and where its evidence has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from live_notes.drafting.author.members import stood_for
from live_notes.drafting.checks.aligning import Places
from live_notes.drafting.checks.evidence import Evidence
from live_notes.drafting.checks.reading import PERSON, Word, read
from live_notes.drafting.embedded.acting.deeds import names_shown
from live_notes.drafting.embedded.answering.stance_words import stance_shown
from live_notes.drafting.embedded.booking.open_words import NOT_FIXED
from live_notes.drafting.embedded.emdr.beliefs import belief_shown
from live_notes.drafting.embedded.emdr.emdr_fields import fields_shown
from live_notes.drafting.embedded.hearing.units import parts_of
from live_notes.drafting.embedded.measures.rating_words import rating_shown
from live_notes.drafting.embedded.planning.safety_plan import steps_shown
from live_notes.drafting.embedded.planning.wish_words import goal_shown
from live_notes.drafting.embedded.playing.call_words import call_shown
from live_notes.drafting.embedded.playing.play_words import play_shown
from live_notes.drafting.language.figures import is_unit
from live_notes.drafting.language.words import PLACEHOLDER, WITHHELD, content_stems, stem, tokens, word_set
from live_notes.drafting.preferences import Preferences
from live_notes.drafting.spec import Speaking

_QUOTATION = re.compile(r"[\"“]([^\"”]*)[\"”]")
_NOTE_WORDS = """
client patient therapist clinician doctor counselor counsellor provider writer speaker participant role
another reported reports report stated states described describes denied denies confirmed confirms noted
notes expressed shared endorses endorsed reporting denying stating states complains admits mentions
mentioned answered asked observed scored formulated assessed reflected validated explained guided used worked
working agreed agree suggested proposed plan session next current currently discussed identified explored
acknowledged endorsed experiencing experiences continue known evidenced related regarding including due
feelings feeling ongoing well responded responds
verbalized verbalised verbalizes verbalises verbalizing verbalising remarked remarks
recounted recounts relayed relays conveyed conveys
"""
_SOFT_WORDS = """
cbt dbt emdr ifs sfbt erp mbct mbsr response neurological musculoskeletal cardiovascular per during
however additionally also otherwise particular particularly specifically possibly possible likely
typically usually apparent obvious obviously grossly sign signs finding findings aspect elicited elicit
reveal reveals revealed demonstrate demonstrates demonstrated indicate indicates indicated appear appears
appeared status extra additional approximately currently consider considered evaluate evaluated
evaluation determine determined advise advised reassured importance level levels time visit clinic office
today old present presents presented presenting etiology secondary associated significant significantly
recent recently option options order further baseline independent interpretation review reviewed course
formal whether specific known region post episode episodes bilateral bilaterally non extremity extremities
estimates estimated therefore although regards regard attempt attempted overall grade element due initial
initially remains remain noted prior previously utilizing utilize utilized including consistent evidence
since ago unfortunately fortunately ensure presence adds added explains general generally onset ruled
"""
"""What a note is written with: words that state no fact of their own."""

_OWN_WORDS = frozenset(one for word in f"{_NOTE_WORDS} {_SOFT_WORDS}".split() for one in (word, stem(word)))
_SAID_SO = (
    r"(?= (?:the )?[^,\"]{2,40}? (?:answered|reported|stated|said"
    r"|denied|confirmed|described|answers|reports|states|says|denies|confirms|describes)\b)"
)
ASKED_ABOUT = re.compile(
    rf"(?:^|(?<=[.?!…]\" )|(?<=[.?!…] ))(?:when asked (?:(?:\"[^\"]*\"|[^\"])*?,{_SAID_SO}|[^,]*,)"
    rf"|regarding [^,\"]*,{_SAID_SO})",
    re.IGNORECASE,
)
"""What tells of a question before its answer; one answer may stand behind another."""
_CALLED = word_set("client patient therapist clinician doctor counselor counsellor provider")
_LEADS_IN = (
    r"answered|stated|said|asked|noted|observed|suggested|set|proposed|offered|added|went on|replied"
    r"|named|read|responded|recalled|explained|reflected|asked about|went over"
)
_FRAME = re.compile(
    r"(?:^|(?<=[.?!…][\"”] )|(?<=[.?!…] )|(?<=: )|(?<=, ))"
    r"(?:(?P<with>somebody with )?(?:the )?(?P<who>[^,.:;\"“”]{2,40}?)(?P<or> or somebody with them)?)"
    rf" (?:{_LEADS_IN}): (?=[\"“])",
    re.IGNORECASE,
)
"""Who speaks what is quoted behind it, and the verb that says so: 'Therapist set: "Ten minutes a day."'."""


@dataclass(frozen=True)
class Claim:
    """A sentence with its evidence and the clinician's preferences."""

    text: str
    evidence: Evidence
    preferences: Preferences

    @cached_property
    def unquoted(self) -> str:
        """The text outside quotation marks."""
        return _QUOTATION.sub(" ", self.text)

    @property
    def quotations(self) -> Sequence[str]:
        """What stands in quotation marks."""
        return _QUOTATION.findall(self.text)

    @cached_property
    def own_terms(self) -> frozenset[str]:
        """Stems that belong to the note, not to the evidence."""
        chosen = self.preferences
        spoken = self.evidence.by(Speaking.CLINICIAN).text
        terms = " ".join((chosen.client_term, chosen.clinician_term, *chosen.modalities))
        terms += f" {stance_shown(self.text, self.evidence.by(Speaking.CLIENT).text)}"
        if self.text.startswith(NOT_FIXED):
            terms += " fixed"
        terms += f" {rating_shown(self.text, spoken)} {play_shown(self.text, spoken)}"
        terms += f" {belief_shown(self.text, spoken)} {call_shown(self.text, self.evidence.text)}"
        terms += f" {goal_shown(self.text, spoken, parts_of(self.evidence.by(Speaking.CLIENT).text))}"
        terms += f" {stood_for(self.text, self.evidence.lines)}"
        terms += f" {self.names_of_deeds} {steps_shown(self.text, spoken)} {fields_shown(self.text, spoken)}"
        return _OWN_WORDS | frozenset(content_stems(terms)) | frozenset(stem(t) for t in tokens(terms))

    @cached_property
    def names_of_deeds(self) -> str:
        """What the note calls that which the clinician did, where their words show it."""
        return names_shown(self.text, self.evidence.by(Speaking.CLINICIAN).text)

    @cached_property
    def words(self) -> Sequence[Word]:
        """Every word of the sentence."""
        return read(WITHHELD.sub(" ", self.text))

    @cached_property
    def told(self) -> Sequence[int]:
        """The places of the words that the evidence must give: not the note's own, no placeholders."""
        own = self.own_terms
        return [
            at
            for at, word in enumerate(self.words)
            if word.content
            and at not in self.framing
            and not is_unit(word.text)
            and word.key not in own
            and word.key != PERSON
            and not PLACEHOLDER.fullmatch(word.text.upper())
        ]

    @cached_property
    def framing(self) -> frozenset[int]:
        """The places of the words that only say who speaks the quotation behind them: 'Therapist set: "'."""
        return frozenset(at for _, places in self._frames for at in places)

    @cached_property
    def frames(self) -> Sequence[tuple[str, int]]:
        """Who is told as speaking before each quotation, in small letters, and the place it begins at."""
        return [(who, max(places) + 1) for who, places in self._frames]

    @cached_property
    def _frames(self) -> Sequence[tuple[str, range]]:
        found: list[tuple[str, range]] = []
        for frame in _FRAME.finditer(self.text):
            who = frame["who"].strip().lower()
            if who in self._speakers:
                begins = len(read(self.text[: frame.start()]))
                found.append((who, range(begins, begins + len(read(frame.group())))))
        return found

    @property
    def _speakers(self) -> frozenset[str]:
        """What the two who talk are called in a note."""
        chosen = self.preferences
        return _CALLED | {chosen.client_term.lower(), chosen.clinician_term.lower()}

    @cached_property
    def places(self) -> Places:
        """Where its words stand in the evidence."""
        return Places(self.words, self.evidence.words)

    @cached_property
    def said(self) -> dict[int, Sequence[int]]:
        """For each word it tells the likeliest places it was said at; none where it was not."""
        return {at: self.places.likeliest(at, self.places.of(self.words[at])) for at in self.told}

    @cached_property
    def missing(self) -> Sequence[Word]:
        """The words it tells that nobody said, nor anything that may stand for them."""
        return [self.words[at] for at in self.told if not self.said[at]]

    @cached_property
    def follows(self) -> float:
        """Share of the neighbours among its words that were near each other in the evidence as well."""
        found = [at for at in self.told if self.said[at]]
        if len(found) < 2:
            return 0.0
        near = sum(
            any(
                0 < theirs - mine <= 1 + 2 * (after - before)
                for mine in self.said[before]
                for theirs in self.said[after]
            )
            for before, after in pairwise(found)
        )
        return near / (len(found) - 1)

    @cached_property
    def preface(self) -> frozenset[int]:
        """The places of the words that tell of a question before its answer: "When asked about sleep"."""
        asked = ASKED_ABOUT.finditer(self.text)
        spans = ((len(read(self.text[: one.start()])), len(read(one.group()))) for one in asked)
        return frozenset(at for before, many in spans for at in range(before, before + many))
