"""An open question and its answer told as one statement, as a clinician would write it.

"When asked how long they have been taking that, client said about 18 months" is "Client reported that they
have been taking that for about 18 months". A question whose matter the answer says again goes. Where the
answer is not surely one to the question, or the grammar not certain, both stay as they were told; so does
all of risk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.candidates import Reading, Statement
from live_notes.drafting.embedded.composing import composed_words as says
from live_notes.drafting.embedded.composing.composed_asked import asked_openly
from live_notes.drafting.embedded.composing.composed_clauses import without_its_question
from live_notes.drafting.embedded.composing.composed_kinds import one_clause
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.unclear_persons import may_be_confused
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.doubtful import asks_in_doubt
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import reword
from live_notes.drafting.embedded.telling.retelling_words import BROKEN_SPEECH, LEADS, SHARP
from live_notes.drafting.embedded.telling.retold import begun_small
from live_notes.drafting.embedded.telling.saying import capital, finish
from live_notes.drafting.language.verbs import ADVERBS, is_verb
from live_notes.drafting.language.words import tokens, word_count, word_set
from live_notes.drafting.risk.words import RISK_WORDS

_ASKED = "When asked "
_BETWEEN = re.compile(r"(?<=[.?!\"]) (?=When asked )")
_VERBS = ("reported that ", "said that ", "answered: ", "reported ", "said ")
_ANOTHER = re.compile(r"[.?!]\"? (?=[A-Z])")
"""A further sentence behind the answer."""
_SENTENCES = re.compile(r"(?<=[.!?…]) (?=\S)")
_QUOTED = re.compile(r"\"(?P<said>[^\"]+)\"\.?")
_AND = re.compile(r"^And(?: then)?,? ", re.IGNORECASE)
_IT_IS = re.compile(
    r"(?:it has been|it's been|it would be|it'd be|it's|it is|it was|that's|that is|that was|this is"
    r"|this was|i'd say"
    r"|i would say)(?: (?:just|like))? (?=\w)",
    re.IGNORECASE,
)
_LIKE_A = re.compile(r"^(?:it's )?like (?=(?:about|around|maybe|an?|half|every|most)\b)", re.IGNORECASE)
_LIKE = re.compile(
    r"^(?:it's )?like (?=(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty)\b)",
    re.I,
)
_A = re.compile(
    r"^(?P<hedge>(?:(?:about|around|maybe|probably|roughly|just|only|for) )*)"
    r"(?P<few>(?:few|couple(?: of)?) (?:days|nights|weeks|months|years|hours|minutes|times)\b|(?:year"
    r"|week|month|day|hour)"
    r" and a half\b|good (?:few|while)\b|little while\b|long time\b|while(?: (?:ago|back|now))?$)",
    re.IGNORECASE,
)
"""Said without its article."""
_OWN = word_set("i me my mine myself we us our ours ourselves you your yours yourself")
_THIRD = {
    "he": word_set("he him his himself"),
    "she": word_set("she her hers herself"),
    "they": word_set("they them their theirs themselves"),
}
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple|few|half|once|twice"
    r"|\w+ty|\w+teen)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"(?:and|maybe|mostly|usually|mainly|sometimes|especially|probably|about|around|at|in|on|with|for"
    r"|since|every|once|twice"
    r"|but|only|just)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"^,(?= (?:they|he|she|it|the client)\b(?! (?:thinks?|guess(?:es)?|suppose[s]?|believes?"
    r"|reckons?)$))",
    re.IGNORECASE,
)
_GOES_ON_NAMING = re.compile(
    r"[,;] (?:and|or) (?!(?:they|he|she|it|the client|that|there|then|so|also|just|nothing|nobody"
    r"|everyone)\b)(?:\w+ ){0,2}"
    r"(?!(?:is|was|are|were|has|have|had|do|does|did)\b)\w+",
    re.IGNORECASE,
)
"""Goes on with a list that was begun before the verb."""
_BACK, _AHEAD = 5, 8
"""Units around an exchange in which nothing of risk may stand."""
_MOST_OF_A_PHRASE, _MOST_OF_A_FRAGMENT, _LEAST_LEFT = 16, 6, 3


_MARKS = re.compile(r"[,;]")


@dataclass(frozen=True)
class _Answer:
    """What was answered, in the third person: `clause`: "that" stood before it; `left`: what stays quoted."""

    told: str
    clause: bool
    left: str = ""

    def __repr__(self) -> str:
        return f"<_Answer {len(self.told)} chars>"


def composed(reading: Reading, statement: Statement) -> Statement:
    """The statement; an open question and its answer told as one where that is sure."""
    if statement.authored or statement.must or statement.fuller is not None or _ASKED not in statement.text:
        return statement
    terms = reading.terms.get(statement.speaker or "", reading.fallback)
    pieces = _BETWEEN.split(statement.text)
    if terms.several or any(piece.count('"') % 2 for piece in pieces):
        return statement
    told = [in_one(piece, terms) for piece in pieces]
    if told == pieces or _is_of_risk(statement.text) or _is_near_risk(reading.units, statement):
        return statement
    if _is_in_a_dialect(reading.units, statement):
        told = [in_one(piece, terms, dialect=True) for piece in pieces]
    text = in_figures(" ".join(told))
    return statement if told == pieces else replace(statement, fuller=(text, statement.evidence))


def _is_in_a_dialect(units: Sequence[Unit], statement: Statement) -> bool:
    lines = set(statement.evidence)
    near = units[statement.order : statement.order + _AHEAD]
    return any(unit.of_a_dialect for unit in near if lines.intersection(unit.evidence))


def in_one(told: str, terms: Terms, *, dialect: bool = False) -> str:
    """One question and its answer as one statement, where that is sure; else as they were told.

    `dialect`: what is quoted is said in one, and can't be put into other words.
    """
    parted = _parted(told, terms.client_inside)
    if parted is None:
        return told
    asked, verb, rest = parted
    asked = asked_openly(asked, terms)
    if not asked:
        return told
    if verb != "answered: ":
        answer: _Answer | None = _Answer(rest.rstrip(". "), verb.endswith("that "))
    else:
        answer = None if dialect else _quoted(rest, terms)
    how = verb.split()[0] if verb.endswith("that ") else "said" if asks_in_doubt(asked) else "reported"
    clause = None if answer is None else _clause(asked, answer)
    if clause is not None and answer is not None:
        left = f', and stated: "{capital(_AND.sub("", answer.left))}"' if answer.left else ""
        return finish(f"{terms.client} {how} that {_pointing(clause)}{left}")
    said = _QUOTED.fullmatch(rest) if verb == "answered: " else None
    if said is not None and without_its_question(asked, _SENTENCES.split(said["said"])[0], exact=True):
        return finish(f"{terms.client} stated: {rest}")
    return told


def _is_of_risk(text: str) -> bool:
    return RISK_WORDS.search(text) is not None or says.MAY_HARM.search(text) is not None


def _is_near_risk(units: Sequence[Unit], statement: Statement) -> bool:
    around = units[max(0, statement.order - _BACK) : statement.order + _AHEAD]
    return any(unit.risk_in_words for unit in around)


def _parted(told: str, client: str) -> tuple[str, str, str] | None:
    """What was asked, how the answer is told, and the answer; None where more is told than that."""
    if not told.startswith(_ASKED):
        return None
    body = told.removeprefix(_ASKED)
    found = [(body.find(f", {client} {verb}"), verb) for verb in _VERBS]
    at, verb = min(((at, verb) for at, verb in found if at > 0), default=(0, ""), key=lambda one: one[0])
    if not at:
        return None
    asked, rest = body[:at], body[at + len(f", {client} {verb}") :]
    whole = _QUOTED.fullmatch(rest) if verb == "answered: " else not _ANOTHER.search(rest)
    return (asked, verb, rest) if whole and asked.count('"') in {0, 2} else None


def _quoted(rest: str, terms: Terms) -> _Answer | None:
    """The first sentence of a quoted answer in the third person; what stands behind it stays quoted."""
    found = _QUOTED.fullmatch(rest)
    first, *more = _SENTENCES.split(found["said"]) if found is not None else [""]
    left = " ".join(more)
    added = _added(first, left)
    if word_count(first) > _MOST_OF_A_PHRASE or (left and not added and not _goes_on(first, left)):
        return None
    first = LEADS.sub("", first.rstrip(".! ")).strip(" ,")
    if not first or first.endswith(("?", "…")) or BROKEN_SPEECH.search(first) or SHARP.search(first):
        return None
    plain = begun_small(spelt_out(first.replace("’", "'")), terms)
    said = {word.lower().split("'")[0] for word in tokens(plain)}
    if said & _THIRD.get(terms.pronouns.subject.lower(), frozenset()) or may_be_confused(plain, terms):
        return None
    told = reword(plain, terms.client_voice) if said & _OWN else plain
    if told is None or not added:
        return None if told is None else _Answer(told, clause=False, left=left)
    return _Answer(f"{told}; {begun_small(added, terms)}", clause=False)


def _added(first: str, left: str) -> str:
    """A few words behind the first sentence that only add to it: "Hardly ever. Maybe once a month."."""
    words = LEADS.sub("", left.rstrip(".! "))
    few = 1 < word_count(words) <= _MOST_OF_A_FRAGMENT and not _SENTENCES.search(left) and "?" not in left
    counted = _NUMBER.search(first) and _NUMBER.search(words)
    if not few or counted or says.CORRECTS.match(words) or says.OF_A_CLAUSE.search(words) or "'" in words:
        return ""
    own = {word.lower() for word in tokens(words)} & _OWN
    adds = _ADDS.match(words) is not None
    return words if adds and not own else ""


def _goes_on(first: str, left: str) -> bool:
    """Whether what stands behind the first sentence takes nothing of it back, and can stand alone."""
    counted = _NUMBER.search(first) and _NUMBER.search(left)
    if counted or says.CORRECTS.match(left) or "?" in left or not is_clause(_AND.sub("", left)):
        return False
    return word_count(left) >= _LEAST_LEFT


def _clause(asked: str, answer: _Answer) -> str | None:
    """Question and answer as one clause; None where that is not sure."""
    for head, tail in _headed(answer):
        if says.CORRECTS.match(tail) or says.FAILS.search(_first_part(tail)):
            continue
        clause = one_clause(asked, head)
        if clause is not None and (clause.endswith(head) or not _GOES_ON_NAMING.search(tail)):
            return f"{clause}{tail}"
    return without_its_question(asked, answer.told) if answer.clause else None


def _first_part(tail: str) -> str:
    """The first words behind a phrase, which may doubt it: "a while, they do not remember"."""
    return _MARKS.split(tail.lstrip(",; "))[0]


def _headed(answer: _Answer) -> Iterator[tuple[str, str]]:
    """The phrase that an answer begins with, and what is told behind it; the longest phrase first."""
    told = answer.told
    stated = _IT_IS.match(told)
    if answer.clause and stated is None:
        return
    told = told if stated is None else told[stated.end() :]
    told = _A.sub(
        lambda short: f"{short['hedge']}a {short['few']}", _LIKE.sub("about ", _LIKE_A.sub("", told, count=1))
    )
    first, mark, rest = told.partition("; ")
    behind = f"{_mark(rest)} {rest}" if mark else ""
    yield first, behind
    for beside in says.BESIDE.finditer(first):
        between = first[beside.start() :]
        between = _NEW_CLAUSE.sub(";", between if between.startswith(",") else f",{between}")
        yield first[: beside.start()], f"{between}{behind}"


def _mark(rest: str) -> str:
    """A comma before a few words that only add to what stands before them; else a semicolon."""
    short = word_count(rest.partition(";")[0]) <= _MOST_OF_A_FRAGMENT
    return "," if short and not says.OF_A_CLAUSE.search(rest) and "'s" not in rest else ";"


def _pointing(clause: str) -> str:
    """A clause that would stand as "that that is": "this" points as well."""
    first, _, rest = clause.partition(" ")
    after = rest.split(" ", 1)[0].lower()
    if first.lower() == "that's":
        return f"this is {rest}"
    points = first.lower() == "that" and (is_verb(after) or after in ADVERBS)
    return f"this {rest}" if points else clause
