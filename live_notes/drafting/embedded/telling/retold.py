"""A client's turn retold as it goes on in a note: clauses in reported speech, fragments as they were said.

"Ten, ten thirty. But I don't fall off till one." goes on as "ten, ten thirty, but they do not fall off till
one". What speaks of nobody's self is put down as it was said; where a person or a verb could come out wrong,
that sentence alone stands in quotation marks, and where most of the turn would, nothing is retold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.taken_back import puts_right
from live_notes.drafting.embedded.asking.topic_words import MASS
from live_notes.drafting.embedded.asking.topics import told_of_a_topic
from live_notes.drafting.embedded.hearing.casual import in_full
from live_notes.drafting.embedded.hearing.mine_as_me import mine_as_my
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.people_words import MEN, WOMEN
from live_notes.drafting.embedded.persons.unclear_persons import may_be_confused, names_several
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.selecting.worth import learned
from live_notes.drafting.embedded.telling.better_quoted import NOT_AS_IT_STANDS, is_better_quoted
from live_notes.drafting.embedded.telling.clauses import is_of_the_talk, tells_something
from live_notes.drafting.embedded.telling.doubtful import asks_in_doubt, is_of_then, told_as_now
from live_notes.drafting.embedded.telling.leaning import asks_for_words
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.reported import Voice, lower_first, reword, speaks_as_then
from live_notes.drafting.embedded.telling.retelling_words import (
    ADDS,
    AMOUNTS,
    BROKEN_SPEECH,
    COMMON,
    COMPARES,
    CONNECTS,
    DECIDES,
    DENIED_TWICE,
    DESCRIBES,
    HEDGES,
    LEADS,
    LIKE_CLAUSE,
    NAMES,
    NODS,
    OF_THE_TALK,
    OPEN,
    OTHERS_WORDS,
    SAYING_NO,
    SHARP,
    SHOWN_ALONE,
    SMALL,
    TAGS,
    VOCATIVE,
)
from live_notes.drafting.embedded.telling.saying import Said, capital, whole
from live_notes.drafting.embedded.telling.told_pieces import Piece, said_once
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.verbs import FINITE, PAST, is_verb
from live_notes.drafting.language.words import STOP_WORDS, stem, tokens, word_count, word_set
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.masking.clinical import is_drug

_OWN = word_set("i me my mine myself we us our ours ourselves")
_YOU = word_set("you your yours yourself yourselves y'all ye youse")
_THIRD = {
    "he": word_set("he his himself"),
    "she": word_set("she her hers herself"),
    "they": word_set("they their theirs themselves"),
}
"""Whom nobody could tell from the client."""
Key = tuple[str, str, str, bool, bool, bool]
_QUOTED_FOR = (SHARP, OTHERS_WORDS, BROKEN_SPEECH, *NOT_AS_IT_STANDS)
_BE = word_set("is has does are was were can could will would")
_VERBS = FINITE | PAST | _BE
_MOST_QUOTED = 0.34
"""Share of the words that may stand in quotation marks within what is retold."""
_SUBJECTS = word_set("i he she it they we there that this")
_CONDITIONS = word_set("if when unless until till since after before like which who")
_YES_OR_NO = {"nope": "no", "nah": "no", "naw": "no", "yeah": "yes", "yep": "yes", "yup": "yes", "aye": "yes"}
_YES = re.compile(r"^(?:yes|yeah|yep|yup|aye|nah|naw|nope)\b[,. ]*", re.IGNORECASE)
_OF_ME = {"we": "i", "us": "me", "our": "my", "ours": "mine"}
_OF_US = re.compile(r"\b(?:we(?!'?s\b)|us|our|ours)\b", re.IGNORECASE)
_ONLY_NAMED = re.compile(
    r"^that .*\b(?:do|did|know|like|want|need|have|had|can|could|see|understand|love|hate|miss|remember)$"
)
"""What comes first and is what something is done to: "that I did not do"."""
_OWN_FIRST = re.compile(r"(?:i|i'\w+|my|me|mine|myself|we|we'\w+|our|ours|us|ourselves)\b", re.IGNORECASE)
_MAY_GO = word_set("um uh er erm hm mm well yeah yep oh you know i mean like honestly actually so then")
_MOST_OF_A_LIST, _MOST_NOUNS = 5, 2
_OF_WHAT = re.compile(
    r"that (?:i|they|he|she|we|the client)\b(?! (?:am|is|are|was|were) not\b$)", re.IGNORECASE
)
"""Tells which: "a party. That I wasn't asked to."."""
_NONE = re.compile(r"(?:no|none|nothing|nope|not any)", re.IGNORECASE)
_OF_THAT = re.compile(
    r"that (?:i|they|he|she|it|there|the|my|their|his|her|nobody|everyone)\b", re.IGNORECASE
)
"""Begins with what was thought or learned: "that I'd been all right"."""


@dataclass(frozen=True)
class Retold:
    """A turn as it goes on in a sentence; `clause`: "that" may stand before it. `quoted`: some of it is."""

    text: str
    clause: bool
    quoted: bool

    def __repr__(self) -> str:
        return f"<Retold {len(self.text)} chars>"


def retold(
    turn: Sequence[Unit], terms: Terms, *, asked: str = "", memo: dict[Key, Piece | None] | None = None
) -> Retold | None:
    """The turn as it goes on behind "reported that" or "answered"; None where it is better quoted whole.

    `asked` is what it answers: somebody named there may be whom a pronoun would be taken for. `memo` keeps
    each sentence for the next time.
    """
    if terms.several or not turn or is_better_quoted(turn, asked):
        return None
    pieces: list[Piece] = []
    known = {} if memo is None else memo
    named, of_then, by_need = names_several(asked, terms), False, 0
    openly = not asked or OPEN.match(asked) is not None
    for unit, mended in _mended_together(turn):
        if _adds_nothing(unit, turn):
            continue
        key = (unit.words, unit.exact, terms.client, named, openly, of_then)
        piece = _quoted(unit) if mended else _piece_once(unit, terms, key, known)
        if piece is None:
            return None
        pieces.append(piece)
        by_need += word_count(piece.text) if mended else 0
        named = named or names_several(unit.words, terms)
        of_then = of_then or is_of_then(unit.words)
    quoted = sum(word_count(piece.text) for piece in pieces if piece.quoted)
    taken_back = len(pieces) > 1 and _NONE.fullmatch(pieces[0].text) and not _bears_it_out(pieces[1])
    contrary = len(pieces) > 1 and {_yes_or_no(pieces[0]), _yes_or_no(pieces[1])} == {"yes", "no"}
    most = _MOST_QUOTED * sum(word_count(piece.text) for piece in pieces)
    if not pieces or taken_back or contrary or quoted - by_need > most:
        return None
    if pieces[0].joint in {"and", "but", "so", "then", "and then", "but then"}:
        pieces[0] = replace(pieces[0], joint="")
    text = _joined(said_once(pieces))
    if _OF_THAT.match(text):
        return Retold(text.removeprefix("that "), clause=True, quoted=bool(quoted))
    clause = pieces[0].clause and not pieces[0].joint and not text.startswith(("that", "this"))
    return Retold(text, clause, bool(quoted))


def _piece_once(unit: Unit, terms: Terms, key: Key, memo: dict[Key, Piece | None]) -> Piece | None:
    if key not in memo:
        memo[key] = _piece(unit, terms, named=key[3], openly=key[4], of_then=key[5])
    return memo[key]


def _mended_together(turn: Sequence[Unit]) -> Iterator[tuple[Unit, bool]]:
    """The sentences of a turn, each with whether it holds what it puts right: told apart, both were so."""
    run = [turn[0]]
    for unit in (*turn[1:], None):
        if unit is None or not puts_right(run[-1], unit):
            yield (as_one(run), True) if len(run) > 1 else (run[0], False)
            run = []
        run += [unit] if unit else []


def _quoted(unit: Unit) -> Piece:
    """A sentence as it was said, to stand among what is retold."""
    return Piece("", in_quotes(unit).rstrip('"').rstrip(".") + '"', clause=False, quoted=True)


def _adds_nothing(unit: Unit, turn: Sequence[Unit]) -> bool:
    """Whether a sentence of several carries nothing of what is told, or was only shown: "like this"."""
    said = unit.exact.strip(" .!")
    if len(turn) > 1 and OF_THE_TALK.fullmatch(said):
        return True
    return unit is not turn[0] and SHOWN_ALONE.fullmatch(said) is not None


def _yes_or_no(piece: Piece) -> str:
    """The yes or no that a sentence begins with, or is; else nothing."""
    first = piece.text.split(" ", 1)[0].strip(",.").lower()
    return "" if piece.quoted else _YES_OR_NO.get(first, first if first in {"yes", "no"} else "")


def _bears_it_out(piece: Piece) -> bool:
    """Whether what follows a no goes on with it, and does not take some of it back: "none; dry mouth"."""
    return bool(piece.joint) or piece.clause or any(is_negation(word) for word in tokens(piece.text))


def said_plainly(
    turn: Sequence[Unit], terms: Terms, *, asked: str = "", memo: dict[Key, Piece | None] | None = None
) -> str | None:
    """What goes on behind the client's name: "reported that they ...", "said seven hours"; or None."""
    told = retold(turn, terms, asked=asked, memo=memo)
    if told is None:
        return None
    if told.clause:
        return f"{'said' if asks_in_doubt(asked) else 'reported'} that {told.text}"
    return f"answered: {told.text}" if told.text.startswith('"') else f"said {told.text}"


def of_topic(topic: str, client: str, told: str) -> str:
    """A turn that tells of a topic: "described sleep as all right, seven hours"."""
    said = told.removeprefix("said ").removeprefix("reported ").removeprefix("that ")
    if said.lower().startswith(topic.lower()):
        return f"{capital(client)} {told}"
    said = told if told.startswith("said that ") else told.removeprefix("said ")
    if said != told and MASS.fullmatch(topic) and DESCRIBES.match(said):
        return f"{capital(client)} described {topic} as {said}"
    if said != told:
        return f"Regarding {topic}, {client} reported {said}"
    return f"Regarding {topic}, {client} {told_of_a_topic(told)}"


def told_alone(said: Said, turn: Sequence[Unit], terms: Terms) -> Said:
    """A sentence that quotes what nothing was asked for: retold where it begins with a clause."""
    told = in_prose(said, turn, terms)
    plain = " reported that " in told.rest and not is_of_the_talk(turn[0].words)
    return told if plain else said


def in_prose(said: Said, turn: Sequence[Unit], terms: Terms, *, asked: str = "") -> Said:
    """A sentence whose end quotes a turn, the turn retold where it can be; risk and thoughts stay quoted."""
    words = " ".join(unit.words for unit in turn)
    if said.lead or not turn or RISK_WORDS.search(f"{asked} {words}") or asks_for_words(asked):
        return said
    found = _QUOTES_ALL.search(said.rest)
    if found is None:
        return said
    told = said_plainly(turn, terms, asked=asked)
    if told is None:
        return said
    topic = _OF_TOPIC.fullmatch(said.rest[: found.start()])
    if topic is not None:
        return whole(f"{topic['before']}{of_topic(topic['topic'], terms.client_inside, told)}")
    if found["verb"] == "stated":
        told = re.sub(r"^said ", "reported ", told)
    return whole(f"{said.rest[: found.start()]} {told}")


_QUOTES_ALL = re.compile(r" (?P<verb>answered|stated|said): \"[^\"]*\"\.?$")
_OF_TOPIC = re.compile(r"(?P<before>(?:.*[.!?]\"? )?)Regarding (?P<topic>[^,\"]+), [^,\"]+")


def _piece(unit: Unit, terms: Terms, *, named: bool, openly: bool, of_then: bool) -> Piece | None:
    """One sentence of the turn; None where it can't even be quoted within another."""
    if not is_whole(unit) or '"' in unit.exact:
        return None
    joint, body = _parted(unit, openly=openly)
    if not body:
        return None
    told = None if of_then and told_as_now(unit.words) else _told(unit, joint, body, terms, named=named)
    if told is None or (word_count(told) <= _MOST_OF_A_LIST and _ONLY_NAMED.match(told)):
        return _quoted(unit)
    return Piece(joint, told, _is_a_clause(body, terms))


def _is_a_clause(body: str, terms: Terms) -> bool:
    """Whether "that" may stand before it: a clause with a verb, also of somebody by name."""
    if tells_something(body):
        return True
    first, second = (*tokens(body)[:2], "", "")[:2]
    named = first in terms.proper or (first.lower() in MEN | WOMEN and first[:1].isupper())
    return named and (second.lower() in FINITE or second.lower() in PAST or second.lower() in _BE)


def _parted(unit: Unit, *, openly: bool) -> tuple[str, str]:
    """The word that joins a sentence to the one before, and its body without what carries nothing."""
    said = LEADS.sub("", unit.fluent.strip()).strip(" ,")
    joint = CONNECTS.match(said)
    body = unit.words.strip().rstrip(".!")
    if joint is not None and (again := CONNECTS.match(body)) is not None:
        body = body[again.end() :]
    decided = DECIDES.match(said)
    word = "" if decided is None else _YES_OR_NO.get(decided["word"].lower(), decided["word"].lower())
    if word and not body.lower().startswith(word) and not (word == "yes" and openly):
        body = ", ".join(one for one in (word, _YES.sub("", body)) if one)
    elif word == "yes" and openly:
        body = _YES.sub("", body)
    elif COMPARES.match(said) and not body.lower().startswith(("like", "about", "it")):
        body = f"like {lower_first(body)}"
    return (joint["joint"].lower() if joint else ""), VOCATIVE.sub("", TAGS.sub("", body)).strip(" ,")


def _told(unit: Unit, joint: str, body: str, terms: Terms, *, named: bool) -> str | None:
    """The body reported or as it was said; None where it must be quoted."""
    plain = NODS.sub(r"\1", spelt_out(body.replace("’", "'")))
    said = {word.lower().split("'")[0] for word in tokens(plain)}
    if unit.question or speaks_as_then(unit.exact) or not _keeps_all(unit, f"{joint} {body}"):
        return None
    if unit.of_a_dialect or _must_be_quoted(plain):
        return None
    if LIKE_CLAUSE.search(unit.exact) or said & (
        _YOU | _THIRD.get(terms.pronouns.subject.lower(), frozenset())
    ):
        return None  # nobody could tell who is meant
    if not said & _OWN:
        return begun_small(plain, terms)
    return _reworded(plain, terms, named=named)


def _must_be_quoted(plain: str) -> bool:
    """Whether words are others', sharp, of a dialect, or said while looking for them."""
    low = plain.lower()
    bare = SAYING_NO.sub("", plain) if "say" in low or "said" in low else plain
    denies = "n't" in low or " not" in low or "never" in low or low.startswith("not")
    return any(form.search(bare) for form in _QUOTED_FOR) or (
        denies and DENIED_TWICE.search(plain) is not None
    )


def _reworded(plain: str, terms: Terms, *, named: bool) -> str | None:
    """The words of the client's self as somebody else tells them; None where that is not certain."""
    together = _OF_US.search(plain) is not None
    if terms.pronouns.subject == "they":  # whoever is meant by "we" is called so, too
        plain = _OF_US.sub(lambda us: _OF_ME[us.group().lower()], plain)
    voice = _voice(terms, plain, named=named)
    alone = voice is not None and together and voice.first == terms.client_voice.noun
    told = None if voice is None or alone else reword(plain, voice)  # "we" is no noun for one of them
    noun = terms.client_voice.noun
    if told is None or (noun is not None and told.count(noun.subject) > _MOST_NOUNS):
        return None
    return told if _OWN_FIRST.match(plain) else begun_small(f"{plain[:1]}{told[1:]}", terms)


def begun_small(text: str, terms: Terms) -> str:
    """The text as it goes on within a sentence; what may be a name keeps its capital."""
    first = text.split(" ", 1)[0].rstrip(",.")
    low = first.lower().split("'")[0]
    if first in terms.proper or low in NAMES or (len(first) > 1 and first.isupper()):
        return text
    common = low in COMMON or low in STOP_WORDS or first.lower() in STOP_WORDS or is_drug(low)
    common = common or SMALL.fullmatch(low) is not None or is_verb(low) or stem(low) in learned().stems
    return f"{text[:1].lower()}{text[1:]}" if common else text


def _voice(terms: Terms, plain: str, *, named: bool) -> Voice | None:
    """The voice of the client: with a noun where somebody else is named whom the pronoun could be."""
    voice = terms.client_voice
    if not named and not may_be_confused(plain, terms):
        return voice
    firsts = sum(word.lower().split("'")[0] in _OWN for word in tokens(plain))
    return replace(voice, first=voice.noun) if voice.noun and firsts <= _MOST_NOUNS else None


def _keeps_all(unit: Unit, body: str) -> bool:
    """Whether nothing but fillers was left out of what was said."""
    if body.strip() == unit.fluent.rstrip(".!? "):
        return True
    fluent = in_full(VOCATIVE.sub("", mine_as_my(unit.fluent.rstrip(".!? "))))
    said = Counter(word.lower() for word in tokens(HEDGES.sub(" ", fluent)))
    kept = Counter(word.lower() for word in tokens(body))
    return set(said - kept) <= _MAY_GO


def _joined(pieces: Sequence[Piece]) -> str:
    out = _with_its_joint(pieces[0])
    for before, piece in pairwise(pieces):
        out += f"{_mark(before, piece)} {_with_its_joint(piece)}"
    return out


def _with_its_joint(piece: Piece) -> str:
    joint = "because" if piece.joint in {"cause", "'cause"} else piece.joint
    text = AMOUNTS.sub(lambda some: f"a {some.group().lower()}", piece.text)
    return f"{joint} {text}" if joint else text


def _adds(piece: Piece) -> bool:
    """Whether a piece is a time, a place or a condition of what stands before it, and no sentence."""
    found = None if piece.joint or piece.clause else ADDS.match(piece.text)
    if found is None:
        return False
    subjects = sum(word.lower().split("'")[0] in _SUBJECTS for word in tokens(piece.text))
    return subjects <= (found.group().lower() in _CONDITIONS)


def _mark(before: Piece, piece: Piece) -> str:
    """What stands between two pieces: a comma where the second only adds to the first."""
    if any(is_negation(word) for word in tokens(before.text)):
        return ";"
    if piece.quoted or before.quoted:
        return ";"
    verb = any(word.lower() in _VERBS or word.endswith("'s") for word in tokens(piece.text))
    short = word_count(piece.text) <= _MOST_OF_A_LIST and not piece.clause and not verb
    short = (
        short
        or _adds(piece)
        or (_OF_WHAT.match(piece.text) is not None and not before.text.startswith("that "))
    )
    return "," if piece.joint in {"but", "so", "because", "cause", "or"} or short else ";"
