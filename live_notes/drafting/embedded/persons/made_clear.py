"""Who "she" is in a finished sentence: the name or relation that stood a few turns before, where it is sure.

"She wants me to." means nothing in a note where the sister was named by the question before. Only where one
person alone can be meant, and nobody else was spoken of nearby, is the sentence given the name; and with the
name the line it was said in. All else stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.person_words import HE_WORDS
from live_notes.drafting.embedded.persons.spoken_of import Mention, People, words_of
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking

_PRONOUN = re.compile(
    r"(?<![\w'-])(?P<word>he|she|him|her|his|hers)(?:'(?:s|d|ll|re|ve))?(?![\w'-])", re.IGNORECASE
)
_SIDES = re.compile(r"\b(?:[Cc]lient|[Pp]atient|[Mm]ember|[Tt]herapist|[Cc]linician|[Pp]rovider)\b")
"""Who takes part: no "he" or "she" of their talk."""
_NO = re.compile(r"\W*(?:(?:well|oh|\[\w+\])[,. ]+)*(?:no|not|nah|actually|i mean|sorry)\b", re.IGNORECASE)
_AT_ONCE = 4
"""Turns between a pronoun and who or what it follows."""
_SENTENCES = 12
"""Sentences between them at most; and turns, however many pronouns stand between."""
_FARTHEST = 12
_SIDE_BY_SIDE = 1
"""The same where more than one such person is spoken of in the session: the one before may go on."""
_BEFORE, _BEFORE_ANOTHER = 2, 6
"""Turns before the name in which nobody else may be spoken of; more where a pronoun stands there."""
_ASIDE = 24
"""Units in which a sentence's own lines are looked for."""


def with_persons(people: People, terms: Terms, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements; where one only says "he" or "she", the person is named where only one can be meant.

    Where several clients speak nobody is named: whose sister it is would be open.
    """
    for statement in statements:
        if terms.several or statement.authored or _PRONOUN.search(statement.text) is None:
            yield statement
            continue
        yield _named(people, terms, statement)


def _named(people: People, terms: Terms, statement: Statement) -> Statement:
    text = statement.text
    own = terms.pronouns.subject.lower()
    for match in _PRONOUN.finditer(text):
        sex = "m" if match["word"].lower() in HE_WORDS else "f"
        quoted = text.count('"', 0, match.start()) % 2 == 1
        if own in {"he", "she"} and not quoted:
            return statement  # it may be the client
        if _is_told(people, text[: match.start()], sex):
            return statement
        source = _source(people.units, statement, match)
        found = None if source is None else _antecedent(people, *source, sex)
        if found is None:
            return statement
        return _with_label(terms, statement, match, found, quoted=quoted)
    return statement


def _can_be(one: Mention, sex: str) -> bool:
    return not one.pronoun and one.sex in {sex, "e"}


def _is_told(people: People, text: str, sex: str) -> bool:
    """Whether a sentence names somebody itself for whom its pronoun may stand."""
    found = people.named_in(_SIDES.sub(" ", text), Speaking.CLIENT)
    return any(_can_be(one, sex) for one in found)


def _source(units: Sequence[Unit], statement: Statement, match: re.Match[str]) -> tuple[Unit, int] | None:
    """The unit in which the pronoun of a statement was said, and its place there."""
    lines = set(statement.evidence)
    word = match["word"].lower()
    beside = {one.lower() for one in tokens(statement.text[match.end() :])[:1]}
    beside |= {one.lower() for one in tokens(statement.text[: match.start()])[-1:]}
    for unit in units[max(0, statement.order - _ASIDE) : statement.order + _ASIDE]:
        if not lines.intersection(unit.evidence):
            continue
        said = [one.lower() for one in tokens(words_of(unit))]
        for at, one in enumerate(said):
            if one.partition("'")[0] != word:
                continue
            around = {*said[max(0, at - 1) : at], *said[at + 1 : at + 2]}
            if around & beside or len(said) == 1:
                return unit, at
    return None


def _antecedent(people: People, unit: Unit, at: int, sex: str) -> tuple[Mention, Unit] | None:
    """The one person of whom the pronoun can be, and the unit that names them; None for two, or none."""
    alone = len(people.so_far(unit, sex)) == 1
    search = _Search(unit, sex, unit, alone=alone)
    for before in reversed(people.units[: unit.index + 1]):
        if before.speaking not in {Speaking.CLIENT, Speaking.CLINICIAN}:
            return None
        if search.ends_at(before):
            break
        mentions = [one for one in people.of(before) if before is not unit or one.at < at]
        if not search.takes(mentions, before):
            return None
    if search.found is None or search.open_before or not _is_sure(search.found[0], sex):
        return None
    return None if _is_taken_back(people.units, search.found[1]) else search.found


@dataclass
class _Search:
    """What has been found on the way back from a pronoun.

    `last` is the nearest unit in which a pronoun of the same kind, or the name, stands. `open_before`: one
    stands before the name, so that it may be of somebody else who was spoken of already.
    """

    unit: Unit
    sex: str
    last: Unit
    alone: bool
    found: tuple[Mention, Unit] | None = None
    open_before: bool = False

    def ends_at(self, before: Unit) -> bool:
        """Whether a unit is too far back to say whom the pronoun means."""
        if self.found is not None:
            reach = _BEFORE_ANOTHER if self.open_before else _BEFORE
            return self.found[1].turn - before.turn > reach
        away = self.unit.turn - before.turn
        if away > _FARTHEST or (not self.alone and away > _SIDE_BY_SIDE):
            return True
        return self.last.turn - before.turn > _AT_ONCE or self.last.index - before.index > _SENTENCES

    def takes(self, mentions: Sequence[Mention], before: Unit) -> bool:
        """Takes in whom a unit speaks of, from its end; False where that is a second one."""
        for one in reversed(mentions):
            if one.pronoun and one.sex == self.sex:
                self.last, self.open_before = before, self.open_before or self.found is not None
            elif _can_be(one, self.sex):
                if self.found is not None and self.found[0].key != one.key:
                    return False
                self.found, self.open_before = self.found or (one, before), False
        return True


def _is_sure(one: Mention, sex: str) -> bool:
    """Whether a mention says who it is, and that it is a man, or a woman: a manager may be either."""
    return bool(one.label) and one.sex == sex


def _is_taken_back(units: Sequence[Unit], named: Unit) -> bool:
    """Whether who said a name goes on with a no: "That one's my aunt. No, it's more like a"."""
    following = units[named.index + 1] if named.index + 1 < len(units) else None
    return following is not None and following.turn == named.turn and bool(_NO.match(following.exact))


def _with_label(
    terms: Terms,
    statement: Statement,
    match: re.Match[str],
    found: tuple[Mention, Unit],
    *,
    quoted: bool,
) -> Statement:
    """The statement with the person named: before the quotation, or in place of the pronoun."""
    one, unit = found
    label = one.label
    if label.startswith("'s ") and not quoted and statement.speaker is not None:
        label = f"{terms.pronouns.possessive}{label[2:]}"
    elif label.startswith("'s "):
        label = f"{terms.client_inside}{label}"
    told = _in_brackets(statement.text, match, label, quoted=quoted)
    return replace(
        statement,
        text=told,
        lead="",
        rest=told,
        seen=replace(statement.seen, text=told),
        evidence=tuple(dict.fromkeys((*unit.evidence, *statement.evidence))),
    )


def _in_brackets(text: str, match: re.Match[str], label: str, *, quoted: bool) -> str:
    """The text with the person in brackets: behind the pronoun, or before the quotation that it stands in."""
    if not quoted:
        whose = f"{label}'s" if match["word"].lower() == "his" else label
        return f"{text[: match.end()]} ({whose}){text[match.end() :]}"
    begins = text.rfind('"', 0, match.start())
    before = text[:begins].rstrip()
    if before.endswith(":"):
        return f"{before[:-1]} (about {label}): {text[begins:]}"
    return f"{before} (about {label}) {text[begins:]}"
