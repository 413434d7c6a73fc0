"""The client's pronouns as they are preferred, in what a clinician wrote with others.

A "he" is the client's where there is one client and neither the sentence nor the one before it speaks of
anybody else. Where that is not certain, or a verb's form would not be, the words stay as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from live_notes.drafting.author.people import BOTH, CLIENT, THE_CLIENT
from live_notes.drafting.language.verbs import ADVERBS, BASE, FINITE, PAST, third_person
from live_notes.drafting.language.words import STOP_WORDS, word_set
from live_notes.drafting.preferences import Preferences, PronounChoice, Pronouns
from live_notes.masking.clinical import is_drug

KEPT = "Pronouns that are not certain to be the client's, or would change a verb, stand as they were written."

_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”)")
_PRONOUN = re.compile(
    r"(?<![\w'’-])(?:(?P<he>he|him|his|himself)|(?P<she>she|her|hers|herself))(?![\w-])", re.I
)
SOMEBODY_ELSE = re.compile(
    r"\b(?:mother|mom|mum|father|dad|parents?|wife|husband|partner|spouse|sisters?|brothers?|sons?|daughters?"
    r"|children|kids?|child|baby|friends?|famil(?:y|ies)|boss|manager|supervisor|sponsor|cousin|aunt|uncle"
    r"|niece|nephew|grand\w+|step\w+|ex|girlfriend|boyfriend|fianc\w+|roommate|flatmate|colleague|co-?worker"
    r"|teacher|doctor|gp|psychiatrist|nurse|officer|peers?|members?|(?:an)?other|others|group|couple|(?<!<)both|each"
    r"|every(?:one|body)|some(?:one|body)|any(?:one|body)|man|woman|boy|girl|men|women|neighbou?r|who"
    r"|people|mrs?|ms|miss|dr|dog|cat)\b|\[PERSON",
    re.IGNORECASE,
)
"""Somebody else than the client may be meant, in this sentence or the next."""
_CAPITAL = re.compile(r"(?<=[a-z,;] )(?P<word>[A-Z][a-z]{2,})\b")
_NO_PERSON = word_set("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december christmas easter english spanish french zoom
""")
_BEGINS = re.compile(r"^(?P<word>[A-Z][a-z]+)(?:['’]s)? (?:(?:and|also|then) )?(?P<next>[a-z]+)")
_MATTERS = word_set("""
mood affect sleep appetite energy anxiety depression session plan homework work school pain panic anger
insight judgment judgement speech concentration motivation medication symptoms stress grief guilt shame
worry memory progress focus therapy treatment weight drinking smoking eating safety risk goal thinking
everything nothing something things life nightmares avoidance
""")
_OPEN = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"))
_PLURAL = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "are not", "wasn't": "were not",
    "hasn't": "have not", "doesn't": "do not",
}  # fmt: skip
_PLAIN = {third_person(verb): verb for verb in BASE}
_AFTER_SUBJECT = re.compile(
    r"(?P<between>(?:\s+(?:[a-z]+ly|" + "|".join(sorted(ADVERBS)) + r"))*)\s+(?P<verb>[a-z']+)"
)
_SUBJECT = re.compile(r"\bs?he\b", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:\b(?:and|but|or|then)|,)(?:\s+(?:[a-z]+ly|then|"
    + "|".join(sorted(ADVERBS))
    + r"))*\s+(?P<verb>[a-z']+)"
)
_OBJECT = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:to|in|at|on|of|for|with|about|from|that|when|how|what|by|and|but|or|as|if|because|a|an"
    r"|the|this|it|back|home|out|up|down|off|again|today|through|into|over|after|before|not|feel|think|into)\b)",
    re.IGNORECASE,
)
"""After such words "her" is no possessive."""
_LETS = re.compile(
    r"\b(?:help(?:s|ed|ing)?|ma(?:kes?|de|king)|lets?|letting|ha(?:s|ve|d|ving)|s(?:ees?|aw)|seen|hears?|heard"
    r"|watch(?:es|ed|ing)?|bids?)\s*$",
    re.IGNORECASE,
)
_FORMS = {PronounChoice.SHE: "she", PronounChoice.HE: "he"}


_BY_CLIENT = re.compile(rf"^(?:[A-Z]?[a-z]+,? ){{0,3}}(?:{CLIENT}|{THE_CLIENT}|{BOTH})")
"""A sentence that begins with the client speaks of the client."""


@dataclass(frozen=True)
class Worded:
    """A sentence in the preferred pronouns as far as that is certain; `kept`: others stand in it."""

    text: str
    kept: bool = False


def in_preferred(texts: Sequence[str], preferences: Preferences, *, one_client: bool) -> list[Worded]:
    """Sentences in their order, their people marked, with the client's pronouns as preferred."""
    if preferences.pronouns is PronounChoice.SAID:
        return [Worded(text) for text in texts]
    wanted = _FORMS.get(preferences.pronouns, "")
    found: list[Worded] = []
    clear = True  # whether a "he" here can only be the client
    for text in texts:
        bare = _QUOTED.sub('"…"', text)
        alone = _speaks_of_nobody_else(bare)
        said = {str(match.lastgroup) for match in _PRONOUN.finditer(bare)}
        strange = said - {wanted}
        anchored = bool(_BY_CLIENT.match(bare))
        certain = one_client and (clear or anchored) and alone and len(said) == 1
        changed = _changed(text, preferences) if strange and certain else None
        found.append(Worded(changed or text, kept=bool(strange) and changed is None))
        clear = alone and (anchored or clear)
    return found


def _speaks_of_nobody_else(text: str) -> bool:
    if SOMEBODY_ELSE.search(text) or any(_may_name(match["word"]) for match in _CAPITAL.finditer(text)):
        return False
    begins = _BEGINS.match(text)
    if begins is None or begins["word"].lower() in STOP_WORDS | _MATTERS:
        return True
    follows = begins["next"]
    return not (follows in FINITE or follows in PAST or follows in _OPEN or follows.endswith("ed"))


def _may_name(word: str) -> bool:
    low = word.lower()
    return not {low, low.removesuffix("s")} & _NO_PERSON and not is_drug(low)


def _changed(text: str, preferences: Preferences) -> str | None:
    """The text with every pronoun of a third person as preferred; None where one form is not certain."""
    forms = preferences.pronoun_forms
    pieces = _QUOTED.split(text)
    changed: list[str] = []
    for at, piece in enumerate(pieces):
        told = piece if at % 2 else _piece(piece, forms)
        if told is None:
            return None
        changed.append(told)
    return "".join(changed)


def _piece(piece: str, forms: Pronouns) -> str | None:
    if (
        forms.plural_verb
        and (subject := _SUBJECT.search(piece)) is not None
        and _goes_on(piece, subject.end())
    ):
        return None
    found: list[str] = []
    end = 0
    for match in _PRONOUN.finditer(piece):
        written = _written(piece, match, forms)
        if written is None:
            return None
        found += [piece[end : match.start()], written[0]]
        end = written[1]
    return "".join((*found, piece[end:]))


def _goes_on(piece: str, start: int) -> bool:
    """Whether another verb may go with the same subject: "he sleeps and feels"."""
    return any(_is_singular(match["verb"]) for match in _JOINED.finditer(piece, start))


def _is_singular(verb: str) -> bool:
    return verb in FINITE or verb in _PLURAL


def _written(piece: str, match: re.Match[str], forms: Pronouns) -> tuple[str, int] | None:
    """What stands for a pronoun, with its verb where that changes, and where that ends."""
    low, end = match.group().lower(), match.end()
    follows = piece[end : end + 3]
    noun = forms.subject == forms.object
    if follows[:1] in "'’" and follows and (noun or (forms.plural_verb and follows[1:2] == "s")):
        return None
    if low in {"himself", "herself"}:
        return None if noun else (_cased(match, forms.reflexive), end)
    if low in {"his", "her", "hers", "him"}:
        return _other_case(piece, match, forms)
    if not forms.plural_verb or follows[:1] in "'’":
        return _cased(match, forms.subject), end
    return _with_verb(piece, match, forms)


def _other_case(piece: str, match: re.Match[str], forms: Pronouns) -> tuple[str, int] | None:
    low, end = match.group().lower(), match.end()
    is_object = _OBJECT.match(piece, end) is not None
    if low == "her" and not is_object:
        following = re.match(r"\s+([a-z]+)", piece[end:])
        acts = following is not None and following[1] in BASE and _LETS.search(piece[: match.start()])
        if following is None or acts:
            return None  # "helped her sleep": whose sleep it is, or who sleeps
    if low == "his" and is_object:
        low = "hers"
    form = {
        "him": forms.object,
        "his": forms.possessive,
        "hers": forms.possessive_alone,
        "her": forms.object if is_object else forms.possessive,
    }[low]
    return _cased(match, form), end


def _with_verb(piece: str, match: re.Match[str], forms: Pronouns) -> tuple[str, int] | None:
    """They, and the plural of the verb behind it."""
    after = _AFTER_SUBJECT.match(piece, match.end())
    if after is None:
        return None
    verb = after["verb"]
    plural = _PLURAL.get(verb) or _PLAIN.get(verb) or (verb if verb in PAST or verb.endswith("ed") else "")
    if not plural:
        return None
    return f"{_cased(match, forms.subject)}{after['between']} {plural}", after.end()


def _cased(match: re.Match[str], form: str) -> str:
    return form[:1].upper() + form[1:] if match.group()[:1].isupper() else form
