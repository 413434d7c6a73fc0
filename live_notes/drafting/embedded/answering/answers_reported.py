"""Answers in reported speech: each sentence of a short answer put as "that ...", where all of it is certain.

"It was payday on the Friday. I'd had a row about overtime." becomes "client reported that it was payday on
the Friday and that they'd had a row about overtime". Fragments before it stay a quotation ("answered: "Half a
bottle" and reported that ..."), and so does a last sentence that is in doubt. Else all stays as it was said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, starmap, takewhile

from live_notes.drafting.embedded.answering.answer_turns import as_one
from live_notes.drafting.embedded.answering.answers_apart import NUMBER, leans_back
from live_notes.drafting.embedded.answering.taken_back import puts_right
from live_notes.drafting.embedded.hearing.cleaning import fluent
from live_notes.drafting.embedded.hearing.clearness import reads_well
from live_notes.drafting.embedded.hearing.run_ons import parts_of
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.people_words import MEN, WOMEN
from live_notes.drafting.embedded.persons.unclear_persons import may_be_confused
from live_notes.drafting.embedded.selecting.saying_much import is_whole, matter_in
from live_notes.drafting.embedded.telling.beginnings import is_clause
from live_notes.drafting.embedded.telling.better_quoted import is_better_quoted, stands_in_quotes
from live_notes.drafting.embedded.telling.doubtful import asks_in_doubt, is_of_then, told_as_now
from live_notes.drafting.embedded.telling.phrases import Terms, client_reports, quoted
from live_notes.drafting.embedded.telling.quoting import in_quotes
from live_notes.drafting.embedded.telling.reported import reword
from live_notes.drafting.embedded.telling.saying import capital
from live_notes.drafting.language.verbs import FINITE, PAST
from live_notes.drafting.language.words import content_stems, tokens, word_count
from live_notes.drafting.risk.words import RISK_WORDS

_MOST_SENTENCES, _MOST_WORDS = 4, 45
_MOST_OF_A_FRAGMENT, _MOST_FRAGMENTS = 7, 2
_LEAST_OF_A_CLAUSE = 4
_LEAST_BEFORE_A_QUOTATION, _LEAST_QUOTED = 6, 4
"""Words of a report of one sentence, behind which the rest is quoted."""
_IN_DOUBT = re.compile(
    r"\b(?:unless|will|won't|shall|guess|suppose|imagine|pretend|as though|wish(?:es|ed)?"
    r"|basically|literally|says?|said|saying|tells?|told|asks|asked|(?:he|she|they|i) goe?s?,"
    r"|we|us|our|ours|ourselves|you|your|yours|yourself|these|those|that (?:is|was|one|way)"
    r"|this (?!(?:week|month|year|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
    r"|(?:think|thought|do|did|said) so|let|lets|gonna|gotta|ought)\b|\bthat's\b"
    r"|\b(?<!don't )(?<!didn't )(?<!doesn't )(?<!\bi )(?<!really )like\b|\blike (?:i|it|he|she|they"
    r"|that|this)\b"
    r"|\b(?:should|could|would|might)(?:n't)? have\b|\b(?:should|could|would|might)'ve\b"
    r"|\bwould(?:n't)?\b(?! (?:like|love|prefer)\b)|\bmay\b|\bif\b(?!.*, )"
    r"|\b(?:can|can't|cannot|could|couldn't) (?:in|on|at|with|for|when)\b|'(?:ll|d)\b"
    r"|\b(?<!was )(?<!were )going to\b|^(?:maybe|perhaps|probably|possibly)\b|[?!;:\"“”…]"
    r"|\.\.|--|[–—]",
    re.IGNORECASE,
)
"""What is no plain report: wishes, conditions, comparisons, others' words, what points at something else."""
_WISH = re.compile(
    r"\b(i|we|they)'d (?=(?:really |also |just )?(?:like|love|prefer)\b(?! rid\b))", re.IGNORECASE
)
_RUN_ON = re.compile(
    r"^(?!(?:when|while|since|because|after|before|once|as|if|although|though)\b)[^,]*\w, (?:sometimes "
    r"|now |then )?"
    r"(?:(?:i|he|she|it|they|there|my|nobody|no one)(?:'\w+)? \w|[^,]*, (?:i|he|she|they|(?:Dr|Mrs?"
    r"|Ms)\.? \w+) \w)"
    r"|, (?:Dr|Mrs?|Ms|Miss)\.? [A-Z]\w+ \w",
    re.IGNORECASE,
)
"""Two sentences with no more than a comma between them."""
_THINKS_ALOUD = re.compile(
    r"\b(?:think|know|mean|feel|believe|see|is|was|that|and|but|to|has|have|had|took|take|used|got|of"
    r"|for|with), "
    r"|, so (?!i\b|we\b|he\b|she\b|it\b|they\b|my\b)|, (?:well|like|maybe|about|sorry|no|actually)\b"
    r"|\b([a-z]{3})[a-z]*, \1|\bit's the [a-z]+ is\b"
    r"|\b(?:ok|okay|fine|good|bad|better|worse|great) (?:it's|i'm|he's|she's|there's)\b",
    re.IGNORECASE,
)
"""Said while looking for the words: begun anew, or mended."""
_FRONTED = re.compile(r"^(?:the|that|my) [\w-]+(?: [\w-]+)? i(?:'\w+)? \w", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:i|he|she|it|there|they|who)(?:'m|'s|'re)\b|\b(?:am|is|are|has|have|does|do|don't|doesn't|isn't"
    r"|aren't|comes?|goes|gets?|starts?)\b",
    re.IGNORECASE,
)
_OF_THEN = re.compile(
    r"\b(?:did|was|were|had|happened|went|felt|ago|yesterday)\b|\blast (?:night|week|time|month)\b",
    re.IGNORECASE,
)
_LEFT_OUT = frozenset(
    (
        "um",
        "uh",
        "er",
        "erm",
        "hm",
        "mm",
        "well",
        "yeah",
        "oh",
        "and",
        "you",
        "know",
        "then",
        "so",
        "but",
        "like",
    )
)
"""What a sentence may lose on the way into a report."""
_OF_MIND = re.compile(
    r"(?:and |but |so )?(?:i|i'm|i'd) (?:(?:really|just|still|also|do|don't|do not|did not|didn't|would"
    r"|probably"
    r"|definitely) )*(?:want|wants|wanted|like|love|prefer|hope|hoped|think|thought|believe|believed"
    r"|feel|felt"
    r"|need|needed|could|might|couldn't|can|can't)\b",
    re.IGNORECASE,
)
"""Says itself that it is wished, thought or possible."""
_SAYS_NOTHING = re.compile(r"i (?:know|see|mean|get it|think|agree)\W*$", re.IGNORECASE)
_ENDS_NOW = re.compile(r" (?:now|any ?more|yet)\W*$", re.IGNORECASE)
_JOINT = re.compile(r"^(?:and|so)\b(?: then\b)?,?\s*", re.IGNORECASE)
_THEN = re.compile(r"^(?:and |but |so )?then\b(?!,? (?:i think|i guess)\b)", re.IGNORECASE)
_COMPARES = re.compile(r"^(?:(?:and|but|so|well)[, ]+)*like\b(?!,)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:Well|So|Oh|Um|Uh|And|Like),\s+")
_BUT = re.compile(r"^but\b,?\s*", re.IGNORECASE)
_OPEN_FRAGMENT = re.compile(
    r"[?!…:;\"]|\b(?:i|he|she|it|they|we|you|like|as|than|that|which|because|if)\b", re.IGNORECASE
)
_OWN = re.compile(r"(?:and )?(?:[a-z]+ly |then |now |sometimes )?(?:i|my)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:it|that|this|those|these|there|he|him|his|she|her|hers|they|them|their)\b", re.IGNORECASE
)


def reported_answer(question: Unit, turn: Sequence[Unit], terms: Terms) -> str | None:
    """What follows the name of the client, "reported that ... and that ..."; None where it is in doubt."""
    words = " ".join(unit.words for unit in turn)
    if not _may_be_reported(question, turn, words, terms):
        return None
    fragments = list(takewhile(lambda unit: _is_fragment(unit, terms), turn))[:_MOST_FRAGMENTS]
    rest = turn[len(fragments) :]
    if not rest or (fragments and not all(_of_the_client(unit, terms) for unit in rest)):
        return None
    told = list(_told(question, turn, rest, terms))
    certain = list(takewhile(lambda one: one is not None, told))
    reports = [one for several in certain if several for one in several]
    if len(certain) == len(rest):
        reported = f"reported {_joined(reports)}"
        return f"answered: {_ended(fragments)}, and {reported}" if fragments else reported
    left = rest[len(certain) :]
    enough = reports and word_count(" ".join(reports)) > _LEAST_BEFORE_A_QUOTATION
    if NUMBER.search(" ".join(reports)) and NUMBER.search(left[0].words) and not is_clause(left[0].words):
        return None  # it may mend the number that was told: "three weeks ago. Two weeks ago."
    quotable = word_count(as_one(left).exact) >= _LEAST_QUOTED and _stands(left[0])
    if fragments or not enough or not quotable:
        return None
    return f"reported {_joined(reports)}, and stated: {in_quotes(as_one(left))}"


def _told(
    question: Unit, turn: Sequence[Unit], rest: Sequence[Unit], terms: Terms
) -> Iterator[list[str] | None]:
    """For each sentence what is reported of it, a clause or several; None where it is in doubt."""
    asked_of_then = bool(_OF_THEN.search(question.words))
    of_mind = bool(asks_in_doubt(question.words))
    told_of_then = told = False
    for unit in rest:
        found: list[str] = []
        for at, part in enumerate(parts_of(unit)):
            in_doubt = (of_mind and not _OF_MIND.match(part.words)) or (
                told_of_then and told_as_now(part.words)
            )
            begins = unit is turn[0] and at == 0
            one = (
                None if in_doubt else _reported(part, terms, past=asked_of_then, begins=begins, goes_on=told)
            )
            found.append(one or "")
            told = bool(one)
            told_of_then = told_of_then or is_of_then(part.words)
        yield found if all(found) and _keeps_all(unit) else None


def names_what_is_asked(question: Unit, turn: Sequence[Unit]) -> bool:
    """Whether an answer says again all that its question asks of, so that it can stand without it."""
    answer = " ".join(unit.words for unit in turn)
    asked = matter_in(question.words)
    return bool(asked) and asked <= frozenset(content_stems(answer)) and not _POINTS.search(answer)


def _may_be_reported(question: Unit, turn: Sequence[Unit], words: str, terms: Terms) -> bool:
    """Whether nothing in the answer as a whole, or in what was asked, speaks against a report."""
    if len(turn) > _MOST_SENTENCES or word_count(words) > _MOST_WORDS or terms.several:
        return False
    if RISK_WORDS.search(f"{question.words} {words}") or is_better_quoted(turn, question.words):
        return False
    if any(stands_in_quotes(unit) for unit in turn) or any(starmap(puts_right, pairwise(turn))):
        return False
    return not may_be_confused(words, terms)


def _is_fragment(unit: Unit, terms: Terms) -> bool:
    """Whether the words are a short fragment that can stand in quotation marks in a sentence."""
    said = quoted(unit)
    short = unit.spoken_length <= _MOST_OF_A_FRAGMENT and said.endswith('."')
    clause = is_clause(unit.words) or _begins_with_a_name(unit.words, terms)
    return short and not clause and not _OPEN_FRAGMENT.search(said[1:-2])


def _of_the_client(unit: Unit, terms: Terms) -> bool:
    """Whether a sentence tells of the client, or of somebody by name: it does not take up a fragment."""
    return bool(_OWN.match(unit.words)) or _begins_with_a_name(unit.words, terms)


def _ended(fragments: Sequence[Unit]) -> str:
    """The fragments in quotation marks, without the last stop: the sentence goes on."""
    said = " ".join(capital(_LEADING.sub("", quoted(unit)[1:-1])) for unit in fragments)
    return f'"{said.removesuffix(".")}"'


def _stands(unit: Unit) -> bool:
    """Whether a sentence, and what comes after it, can be quoted behind what is reported."""
    return not unit.question and not leans_back(_JOINT.sub("", unit.exact).strip())


def _reported(unit: Unit, terms: Terms, *, past: bool, begins: bool, goes_on: bool) -> str | None:
    """One clause as "that ..."; None where it could come out wrong, or leans on one that is not reported."""
    words = spelt_out(unit.words.rstrip("."))
    if unit.question or unit.backchannel or not is_whole(unit) or not _is_plain(words, past=past):
        return None
    joint = _BUT.match(unit.exact.strip()) if goes_on else None
    exact = _BUT.sub("", unit.exact.strip()) if joint else unit.exact
    if not begins and leans_back(_ENDS_NOW.sub("", _JOINT.sub("", exact).strip())):
        return None
    if not reads_well(words):
        return None
    told = _that(replace(unit, words=words), terms)
    if told is not None and _THEN.match(unit.exact.strip()) and not told.startswith("that then "):
        told = f"that then {told.removeprefix('that ')}"
    return f"but {told}" if joint and told else told


def _that(unit: Unit, terms: Terms) -> str | None:
    words = unit.words
    if _begins_with_a_name(words, terms):
        told, first = reword(words, terms.client_voice), tokens(words)[0]
        return None if told is None else f"that {first}{told[len(first) :]}"
    said = client_reports(unit, terms) if is_clause(words) else None
    return said.rest if said is not None and said.rest.startswith("that ") else None


def _is_plain(words: str, *, past: bool) -> bool:
    """Whether one sentence says what is or was so, and does not go from then to now."""
    if _SAYS_NOTHING.match(words) or (not content_stems(words) and word_count(words) < _LEAST_OF_A_CLAUSE):
        return False  # "I did", "I have"
    if _RUN_ON.search(words) or _THINKS_ALOUD.search(words):
        return False
    if _IN_DOUBT.search(_WISH.sub(r"\1 would ", words)) or _FRONTED.match(words):
        return False
    return not (past and _NOW.search(words))


def _keeps_all(unit: Unit) -> bool:
    """Whether the words as they are reported are those that were said, without "um" and "well"."""
    if _COMPARES.match(unit.exact.strip()):
        return False
    said = Counter(token.lower() for token in tokens(fluent(unit.exact)))
    return set(said - Counter(token.lower() for token in tokens(unit.words))) <= _LEFT_OUT


def _begins_with_a_name(words: str, terms: Terms) -> bool:
    """Whether the words are a clause of somebody by name: "Sandra was ...", "Mum knows ..."."""
    first, second = (*tokens(words)[:2], "", "")[:2]
    if first not in terms.proper and not (first.lower() in MEN | WOMEN and first[:1].isupper()):
        return False
    return second.lower() in FINITE or second.lower() in PAST or second.lower() in {"is", "has", "does"}


def _joined(told: Sequence[str]) -> str:
    """One report after the other; a semicolon where one has marks of its own, "but" where it was said."""
    if len(told) == 1:
        return told[0]
    marked = any("," in one for one in told)
    if len(told) == 2 and not marked:
        if told[1].startswith("but "):
            return f"{told[0]}, {told[1]}"
        return f"{told[0]}{',' if ' and ' in told[0] else ''} and {told[1]}"
    between = "; " if marked else ", "
    last = told[-1] if told[-1].startswith("but ") else f"and {told[-1]}"
    return f"{between.join(told[:-1])}{between}{last}"
