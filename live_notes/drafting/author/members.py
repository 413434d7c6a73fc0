"""Which of several clients a clinician's sentence tells of: known by name, or by the placeholder of a name.

Each is written as the placeholder of their number, `[CLIENT_2]`, whatever they were called; what is read off
words then needs no names. Nobody is guessed: what may be of anybody is of nobody.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from live_notes.drafting.author.people import CLIENT
from live_notes.drafting.spec import EvidenceLine, Speaking

_PLACEHOLDER = re.compile(r"\[CLIENT(?:_\d+)?\]")
_ANY_PLACEHOLDER = re.compile(r"(\[[A-Z_]+(?:_\d+)?\])")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORT = 2
"""Letters of what is no name by itself, as in "Maria de Souza"."""
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")
_MEMBER = r"\[CLIENT_\d+\]"
_NUMBER = re.compile(r"\[CLIENT_(\d+)\]")
_TITLED = re.compile(
    rf"\b(?:(?:the )?(?:client|patient|pt|ct|cl|member|participant)|mrs?|ms|miss|mx|dr)\.? (?={_MEMBER})",
    re.IGNORECASE,
)
_TWICE = re.compile(rf"({_MEMBER})(?: \1)+")
_LEADS_IN = (
    r"(?:(?:and|but|so|then|also|today|later|initially|again|both|in (?:session|group|response)(?: today)?"
    r"|this (?:week|session)|at (?:first|the end)|after (?:that|a pause|this)|when asked(?: [^,]*)?"
    r"|as (?:for|to)|per|per report|overall|meanwhile|by contrast|however|finally|for (?:his|her|their) part)"
    r"\b,? )*"
)
_SUBJECTS = re.compile(rf"^{_LEADS_IN}(?P<who>{_MEMBER}(?:(?:,? and |, | & |/){_MEMBER})*)", re.IGNORECASE)
_TELLS_TOO = re.compile(
    rf"(?:\b(?:while|whereas|but|and|then|although)|[;,–—-]) (?P<who>{_MEMBER}(?: and {_MEMBER})*)"
    r" (?:(?:also|then|still|now|again|\w+ly) )?"
    r"(?:is|was|has|had|does|did|will|would|can|could|feels?|felt|says?|said|thinks?|wants?|went|came|sleeps?"
    r"|drinks?|drank|slept|cried|laughed|kept|took|left|sat|spoke|stays?|stayed|\w+ed|\w+ies)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:and|but|then|also|today|later),? )?", re.IGNORECASE)
_HE_OR_SHE = re.compile(rf"(?P<lead>{_LEAD.pattern})(?P<who>s?he|his|her)\b(?!')", re.IGNORECASE)
_OF_NOBODY = re.compile(
    r"^(?:also |then |again )?(?:report(?:s|ed)|den(?:ies|ied)|stat(?:es|ed)|said|endorse[sd]|describe[sd]"
    r"|shared|agreed|appeared|seemed|presented|expressed|identified|acknowledged|disclosed|rated|was|is|will|plans"
    r"|feels|felt|has|had)\b",
    re.IGNORECASE,
)
"""A sentence without its subject: that of the one before."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:mother|mom|mum|father|dad|parents?|wife|husband|partner|spouse|sisters?|brothers?|sons?|daughters?"
    r"|children|kids?|child|baby|friends?|famil(?:y|ies)|boss|manager|supervisor|sponsor|cousin|aunt|uncle"
    r"|niece|nephew|grand\w+|step\w+|ex|girlfriend|boyfriend|fianc\w+|roommate|flatmate|colleague|co-?worker"
    r"|teacher|doctor|gp|psychiatrist|nurse|officer|peers?|members?|(?:an)?other|others|group|couple|both"
    r"|each other|one another|every(?:one|body)|some(?:one|body)|man|woman|boy|girl|neighbou?r)\b|\[PERSON",
    re.IGNORECASE,
)
_SHE, _HE = re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE), re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_FEWEST = 2
_LETTERS = string.ascii_uppercase


@dataclass(frozen=True)
class Members:
    """The clients of a session, in the order of the appointment; `numbers`: of their placeholders."""

    names: tuple[str, ...]
    numbers: tuple[tuple[str, int], ...]
    called: re.Pattern[str] | None
    called_by: tuple[tuple[str, int], ...]

    @property
    def several(self) -> bool:
        """Whether a word for one client could mean any of them."""
        return self.count >= _FEWEST

    @property
    def count(self) -> int:
        """How many there are, also those who are known by a placeholder alone."""
        return max(len(self.names), *(number for _, number in self.numbers), 0)

    def numbered(self, text: str) -> str:
        """The text with `[CLIENT_2]` for the second client, in quotations as well."""
        known = dict(self.numbers)
        text = _PLACEHOLDER.sub(lambda found: f"[CLIENT_{known.get(found.group(), 1)}]", text)
        if self.called is not None:
            who = dict(self.called_by)
            text = self.called.sub(lambda found: f"[CLIENT_{who[found.group().casefold()]}]", text)
        return _TWICE.sub(r"\1", _TITLED.sub("", text))

    def given_name(self, number: int) -> str:
        """What a client is called where a sentence says "he"; empty where only a placeholder is known."""
        whole = self.names[number - 1] if number <= len(self.names) else ""
        first = whole.split()[0] if whole else ""
        return first if dict(self.called_by).get(first.casefold()) == number else whole

    def as_one(self, text: str) -> str:
        """The text with the mark of a client for each of them, to tell what is said and not of whom."""
        return _NUMBER.sub(CLIENT, self.numbered(text))


NOBODY_KNOWN = Members((), (), None, ())


def member_key(number: int) -> str:
    """Whose words a client's section holds where their clinician alone tells."""
    return f"member {number}"


def members_of(clients: Sequence[str], lines: Iterable[EvidenceLine]) -> Members:
    """Who the clients are, by their names and by the placeholders that stand for these in written lines."""
    written = [line for line in lines if line.speaking is Speaking.AUTHOR]
    called_by = _called(clients)
    numbers: dict[str, int] = {}
    seen = list(dict.fromkeys(one for line in written for one in _PLACEHOLDER.findall(line.text)))
    for placeholder, surface in (pair for line in written for pair in _surfaces(line)):
        number = called_by.get(surface.casefold()) or _of_words(surface, called_by)
        if number and placeholder not in numbers and number not in numbers.values():
            numbers[placeholder] = number
    free = (number for number in range(1, len(seen) + len(clients) + 1) if number not in numbers.values())
    for placeholder in seen:
        if placeholder not in numbers:
            numbers[placeholder] = next(free)
    longest = sorted(called_by, key=len, reverse=True)
    names = "|".join(map(_spelled, longest))
    called = re.compile(rf"(?<![\w\[-])(?:{names})(?![\w-])", re.IGNORECASE) if names else None
    return Members(tuple(clients), tuple(numbers.items()), called, tuple(called_by.items()))


def _spelled(name: str) -> str:
    """A name of one word only with its capital, for "will" or "grace" may be a word."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    if " " in name:
        return words
    return f"(?-i:{re.escape(name[:1].upper())}(?:{re.escape(name[1:])}|{re.escape(name[1:].upper())}))"


def _called(clients: Sequence[str]) -> dict[str, int]:
    """What each client is called by: their name and the parts of it that are nobody else's."""
    found: dict[str, set[int]] = {}
    for number, name in enumerate(clients, start=1):
        words = _NAME.findall(name)
        own = [word for word in words if len(word) > _SHORT or word == words[0]]
        for form in (" ".join(name.split()), f"{words[0]} {words[-1]}" if words else "", *own):
            if form:
                found.setdefault(form.casefold(), set()).add(number)
    return {form: next(iter(numbers)) for form, numbers in found.items() if len(numbers) == 1}


def _of_words(surface: str, called_by: dict[str, int]) -> int | None:
    """Whose name the words of a masked surface are, also with a title or misspelt in one part."""
    found = {called_by[word.casefold()] for word in _NAME.findall(surface) if word.casefold() in called_by}
    return next(iter(found)) if len(found) == 1 else None


def _surfaces(line: EvidenceLine) -> list[tuple[str, str]]:
    """What each client's placeholder of a masked line stands for."""
    if line.masked is None:
        return []
    pieces = _ANY_PLACEHOLDER.split(line.masked.text)
    pattern = "".join("(.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
    match = re.fullmatch(pattern, line.spoken, re.DOTALL)
    return [] if match is None else list(zip(pieces[1::2], match.groups(), strict=True))


@dataclass(frozen=True)
class Told:
    """Of whom a sentence tells, by their numbers.

    `by_pronoun`: it begins with a "he" or "she" that can only be that one, as the sentence before shows.
    """

    of: tuple[int, ...]
    by_pronoun: bool = False


def told_of(texts: Sequence[str]) -> list[Told]:
    """Of whom each of these sentences tells, in their order, their people numbered (`Members.numbered`)."""
    plain = [_QUOTED.sub('"…"', text) for text in texts]
    called = (_pronouns(plain, _SHE), _pronouns(plain, _HE))
    found: list[Told] = []
    before = _Before(None)
    for text in plain:
        mentioned = _numbers(text)
        told = None if mentioned else _of_the_one_before(text, before, called)
        found.append(told or Told(_subjects(text, mentioned)))
        of = found[-1].of
        others = not set(mentioned) <= set(of) or bool(_SOMEBODY_ELSE.search(text))
        before = _Before(of[0], others) if len(of) == 1 else _Before(None)
    return found


@dataclass(frozen=True)
class _Before:
    """Of whom alone the sentence before tells, and whether it speaks of anybody else."""

    number: int | None
    others: bool = False


def _pronouns(texts: Sequence[str], words: re.Pattern[str]) -> frozenset[int]:
    """Of whom a sentence that speaks of nobody else has one of these pronouns."""
    of = (_numbers(text) for text in texts if words.search(text) and not _SOMEBODY_ELSE.search(text))
    return frozenset(numbers[0] for numbers in of if len(numbers) == 1)


def _of_the_one_before(text: str, before: _Before, called: Sequence[frozenset[int]]) -> Told | None:
    """A sentence that goes on about the one of whom the one before it tells; None where it may not.

    Where that one speaks of others as well, whoever is meant is told of in its section, in the words written.
    """
    if before.number is None:
        return None
    if (pronoun := _HE_OR_SHE.match(text)) is not None:
        otherwise = called[pronoun["who"].lower() in {"she", "her"}]
        mistaken = not before.others and before.number in otherwise
        return None if mistaken else Told((before.number,), by_pronoun=not before.others)
    goes_on = _OF_NOBODY.match(text) and not before.others and not _SOMEBODY_ELSE.search(text)
    return Told((before.number,)) if goes_on else None


def with_name(text: str, name: str) -> str:
    """A sentence with a name for the "he" or "her" it begins with."""
    pronoun = _HE_OR_SHE.match(text)
    if pronoun is None:
        return text
    owns = pronoun["who"].lower() in {"his", "her"}
    return f"{pronoun['lead']}{name}{chr(39) + 's' if owns else ''}{text[pronoun.end() :]}"


def stood_for(text: str, lines: Sequence[EvidenceLine]) -> str:
    """The name with which a sentence begins in the place of a "he": it stands in a line cited before that."""
    name = _NAME.match(_LEAD.sub("", text))
    if name is None or len(lines) < _FEWEST or any(line.speaking is not Speaking.AUTHOR for line in lines):
        return ""
    named = re.compile(rf"\b{re.escape(name.group())}\b")
    known = any(named.search(line.text) for line in lines[:-1])
    return name.group() if known and any(_HE_OR_SHE.match(line.text) for line in lines[1:]) else ""


def _numbers(text: str) -> list[int]:
    return list(dict.fromkeys(int(number) for number in _NUMBER.findall(text)))


def _subjects(text: str, mentioned: Sequence[int]) -> tuple[int, ...]:
    """Who does what a sentence tells: those it begins with, and those of whom its other clauses tell."""
    leading = _SUBJECTS.match(text)
    if leading is None:
        lone = len(mentioned) == 1 and not _SOMEBODY_ELSE.search(text[: text.index("[CLIENT_")])
        return tuple(mentioned) if lone else ()
    found = _numbers(leading["who"])
    for other in _TELLS_TOO.finditer(text, leading.end()):
        found += _numbers(other["who"])
    return tuple(dict.fromkeys(found))


def lettered(text: str, client: str) -> str:
    """The text with "Client B" for the second client; in a quotation nobody is told by a letter."""
    pieces = _QUOTED.split(text)
    return "".join(
        _NUMBER.sub("[a group member]", piece)
        if at % 2
        else _NUMBER.sub(lambda found: label_of(int(found[1]), client), piece)
        for at, piece in enumerate(pieces)
    )


def label_of(number: int, client: str) -> str:
    """What a client is called by number among several: letters, since numbers could be taken for facts."""
    return f"{client} {_LETTERS[(number - 1) % len(_LETTERS)]}"
