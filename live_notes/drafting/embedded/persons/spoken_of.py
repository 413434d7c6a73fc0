"""Who is spoken of in a conversation, word by word: people named, and the "he" and "she" that follow them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons import person_words as words_for
from live_notes.drafting.embedded.persons.kin_names import kin_as_told
from live_notes.drafting.language.words import tokens
from live_notes.drafting.spec import Speaking
from live_notes.masking.clinical import is_drug

_ONES_OWN = {Speaking.CLIENT: ("my", "our"), Speaking.CLINICIAN: ("your",)}
_MOST_BETWEEN = 3
"""Words between "my" and the noun."""
_SURE_VOTES = 2
_FOLLOWED = 4
"""Units within which one goes on of somebody."""
_COMPARES = frozenset(("like", "as", "than", "one's"))
"""Before "my mother" these say what somebody else is like."""


@dataclass(frozen=True)
class Mention:
    """Somebody spoken of: who it is (`key`), a man or a woman or either, and how a note may call them.

    `label` is empty where nobody could tell who is meant; `whose` is true for the client's own. `at` is the
    place among the words. A pronoun has no key.
    """

    key: str
    sex: str
    at: int
    label: str = ""
    whose: bool = False

    @property
    def pronoun(self) -> bool:
        """Whether it is a "he" or "she"."""
        return not self.key


@dataclass
class People:
    """The people of one conversation; what each unit says of them is read once."""

    units: Sequence[Unit]
    proper: frozenset[str]
    _read: dict[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    _known: dict[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    _called: dict[str, str] | None = field(default=None, repr=False)
    _sexes: dict[str, str] | None = field(default=None, repr=False)

    def of(self, unit: Unit) -> tuple[Mention, ...]:
        """Whom a unit speaks of, in order."""
        if unit.index not in self._known:
            self._known[unit.index] = tuple(
                self._with_sex(self._as_called(one)) for one in self._named_by(unit)
            )
        return self._known[unit.index]

    def _named_by(self, unit: Unit) -> tuple[Mention, ...]:
        if unit.index not in self._read:
            self._read[unit.index] = tuple(self.named_in(words_of(unit), unit.speaking))
        return self._read[unit.index]

    def named_in(self, text: str, speaking: Speaking) -> Iterator[Mention]:
        """Whom a text speaks of, as far as it says itself."""
        said = tokens(text)
        for at, word in enumerate(said):
            low = word.lower().partition("'")[0]
            if low == "ma" and "'" in word:
                continue  # "ma'am"
            if low in words_for.HE_WORDS or low in words_for.SHE_WORDS:
                yield Mention("", "m" if low in words_for.HE_WORDS else "f", at, low)
            elif low in words_for.SEX:
                yield _by_noun(said, at, low, speaking)
            elif self._is_name(said, at):
                yield _by_name(said, at)

    def so_far(self, unit: Unit, sex: str) -> set[str]:
        """Everybody of whom "he" or "she" could be who was spoken of up to a unit.

        A name that stands once and is followed by no "he" or "she" may be of a place or a thing. Nobody goes
        on of whoever is nobody in particular, or is only named to say who another is ("my mum's brother").
        """
        often: Counter[str] = Counter()
        for at, before in enumerate(self.units[: unit.index + 1]):
            found = self.of(before)
            for place, one in enumerate(found):
                if one.pronoun or one.sex not in {sex, "e"}:
                    continue
                following = found[place + 1] if place + 1 < len(found) else None
                if following is not None and following.at == one.at + 1 and not following.pronoun:
                    continue  # "my mum's brother"
                sure = one.sex == sex and one.key.startswith("=")
                if not one.key.startswith("?") or self._goes_on_of(one, at, place, sex):
                    often[one.key] += 2 if sure else 1
        return {key for key, count in often.items() if count > 1 or not key.startswith("=")}

    def _goes_on_of(self, one: Mention, at: int, place: int, sex: str) -> bool:
        """Whether somebody without a name is near to the client, or is followed by a "he" or "she"."""
        noun = one.key[1:].split(" ")[0]
        if noun in words_for.NOBODY:
            return False
        if noun in words_for.CLOSE:
            return True
        for index, unit in enumerate(self.units[at : at + _FOLLOWED]):
            for other in self.of(unit)[place + 1 if not index else 0 :]:
                if other.pronoun and other.sex == sex:
                    return True
        return False

    def _is_name(self, said: Sequence[str], at: int) -> bool:
        word = said[at].partition("'")[0]
        if word.startswith("[PERSON"):
            return True
        before = said[at - 1].lower() if at else ""
        low = word.lower()
        if word not in self.proper or len(word) < 2 or word.isupper() or is_drug(low):
            return before in {"dr", "doctor"} and word[:1].isupper()
        return low not in words_for.NO_PERSON and before not in words_for.PLACED

    def _as_called(self, one: Mention) -> Mention:
        """A mention by name as the one of whom it was said whose name that is: "my cousin Tunde"."""
        if self._called is None:
            self._called = self._names_of_kin()
        key = self._called.get(one.key)
        if key is None:
            return one
        if not key:  # "my brother", who has two names: it may be either
            return replace(one, label="")
        return replace(one, key=key, sex=words_for.SEX[key.rsplit(" ", 1)[-1]])

    def _names_of_kin(self) -> dict[str, str]:
        """Each name that stands beside a relative of the client's, and whose it is."""
        of: dict[str, str] = {}
        names: dict[str, set[str]] = defaultdict(set)
        for unit in self.units:
            if unit.speaking not in _ONES_OWN:
                continue
            found = self._named_by(unit)
            for one, other in pairwise(found):
                if one.whose and other.key.startswith("=") and other.at == one.at + 1:
                    names[one.key].add(other.key)
        for kin, called in names.items():
            if len(called) == 1:
                of[next(iter(called))] = kin
            else:
                of[kin] = ""
        return of

    def _with_sex(self, one: Mention) -> Mention:
        """Somebody named, with what the talk has said of them: "Hattie's a genius. She's freelance"."""
        if one.sex != "e" or one.pronoun:
            return one
        if self._sexes is None:
            self._sexes = self._told_sexes()
        return replace(one, sex=self._sexes.get(one.key, "e"))

    def _told_sexes(self) -> dict[str, str]:
        """Of each person who is one of either: what pronouns followed them at once, where all agree."""
        votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        last: tuple[Mention, Unit] | None = None
        for unit in self.units:
            for one in map(self._as_called, self._named_by(unit)):
                if one.label in {"he", "she"} and last is not None and last[1].turn == unit.turn:
                    votes[last[0].key][one.sex] += _SURE_VOTES if last[1] is unit else 1
                last = None if one.pronoun or one.sex != "e" else (one, unit)
        return {
            key: next(iter(by))
            for key, by in votes.items()
            if len(by) == 1 and sum(by.values()) >= _SURE_VOTES
        }


def words_of(unit: Unit) -> str:
    """What was said in a unit, the client's kin told as theirs: "Mum rang" is of their mum."""
    return kin_as_told(unit.exact) if unit.speaking is Speaking.CLIENT else unit.exact


def _by_noun(said: Sequence[str], at: int, noun: str, speaking: Speaking) -> Mention:
    """Somebody by a noun: the client's own, a known one of their calling, or anybody."""
    sex, same = words_for.SEX[noun], words_for.SAME_AS.get(noun, noun)
    which: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - _MOST_BETWEEN), -1):
        low = said[place].lower()
        if low in words_for.WHICH:
            which.insert(0, low)
            continue
        if low in _ONES_OWN.get(speaking, ()) and noun in words_for.KIN_OF_ONE | words_for.ROLES:
            apart = [one for one in which if one in words_for.TELLS_APART]
            label = " ".join((*which, noun))
            if place > 0 and said[place - 1].lower() in _COMPARES:
                break
            return Mention(" ".join((*apart, same)), sex, at, f"'s {label}", whose=True)
        if low == "the" and noun in words_for.ROLES and not which:
            return Mention(same, sex, at, f"the {noun}")
        break
    called = said[at][:1].isupper() and at > 0 and noun in words_for.SAME_AS and not which
    if called and said[at - 1].lower() not in {"his", "her", "their", "the", "a"}:
        return Mention(same, sex, at, f"'s {noun}", whose=True)  # "is Mum coming?"
    alone = noun in words_for.CLOSE and (at == 0 or said[at - 1].lower() in {"and", "so", "with"})
    return Mention(same if alone else f"?{noun} {at}", sex, at)


def _by_name(said: Sequence[str], at: int) -> Mention:
    """Somebody by name; a doctor with the title."""
    name = said[at].partition("'")[0]
    before = said[at - 1].lower() if at else ""
    if before in {"dr", "doctor"}:
        return Mention(f"={name}", "e", at, f"Dr. {name}")
    if before in words_for.SAME_AS or before in {"uncle", "aunt", "cousin"}:
        return Mention(f"={name}", words_for.SEX[before], at, f"{said[at - 1]} {name}")
    return Mention(f"={name}", "e", at, name)
