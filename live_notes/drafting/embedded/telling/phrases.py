"""Turns one unit, or a question and its answer, into a sentence of a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.questions import turned
from live_notes.drafting.embedded.asking.topics import topic_of
from live_notes.drafting.embedded.hearing.spoken_forms import spelt_out
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.people_words import KIN
from live_notes.drafting.embedded.selecting.saying_much import is_whole
from live_notes.drafting.embedded.telling.beginnings import clause_of, is_clause, is_thing
from live_notes.drafting.embedded.telling.clauses import (
    DONE_TO_ME,
    NO_MAIN_CLAUSE,
    OF_A_DEGREE,
    OTHERS,
    has_verb,
    is_of_the_talk,
    is_only_named,
    main_of,
    only_names,
)
from live_notes.drafting.embedded.telling.reported import Voice, reword, speaks_as_then
from live_notes.drafting.embedded.telling.saying import Said, capital, whole
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.verbs import ADVERBS, is_verb
from live_notes.drafting.language.words import content_stems, tokens
from live_notes.drafting.preferences import TOGETHER, Preferences, Pronouns, noun_forms, reference

_EDGES = re.compile(
    r"^(?:(?:um+|uh+|er+m?|hm+|mm+|so|well(?! done)|and|but|okay"
    r"|ok|yeah|oh|like|right|alright|i mean|you know)"
    r"(?:,|\.\.\.|…|-)?\s+)+(?=\S+\s+\S+\s+\S+)",
    re.IGNORECASE,
)
_LIKE = re.compile(r"like (?=[a-z])", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:(?:and|but|so|well|just)[, ]+)*like (?:i|he|she|it|they|we|you|my|some(?:one|body))\b", re.IGNORECASE
)
_ALL_QUOTED = re.compile(r'"[^"]*"')
_DANGLING = re.compile(
    r"^(?:and|or|but|so|because|which|also|than|cause|until|if|when|then)\b[^,]*$"
    r"|^(?:and|or|but|also)\b"
)
_NO_TOPIC = re.compile(
    r"(?:ed| up)$|^(?:sad|numb|happy|happier|nervous|tense|scared|afraid|lonely|sick|dizzy|drunk|sober"
    r"|ate|slept|woke"
    r"|down|low|back|better|change|example|stressful|anxious|depressed|tired|worried|stressed|painful"
    r"|awake|cry|cries|low|empty|fired|eat|eats|drink|drinks|drank|smoke|smokes|unmotivated|ashamed"
    r"|hungry|symptoms)$"
)
_PLAIN = 3
"""Words of an answer that says no more than yes or no."""
_BARE_ANSWER = frozenset(content_stems("nothing none never nope noticed nah"))
_SOME = re.compile(
    r"\b(?:a (?:little|bit|lot|few|couple)|some|sometimes|once|twice|often|occasionally|mostly|kind of"
    r"|kinda|sort of"
    r"|not really|almost)\b",
    re.IGNORECASE,
)
"""Says how far a yes or a no goes."""
_MEASURE = re.compile(
    r"^(?:about |and )?(?:how (?:many|much|often|long|old|far|bad)|what time|when|which|who)\b", re.IGNORECASE
)
_OPEN_ANSWER = re.compile(
    r"^(?:(?:um+|uh+|well|yeah|hm+|mm+)[,. ]*)*(?:hm+|mm-?hm+|sure|right|i (?:don't|do not) (?:really "
    r"|actually )?know"
    r"|not sure|i guess|i guess so|maybe)\W*$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|so|then|now|well|man|boy|gosh|oh|yeah|i mean|like|because|'?cause)[, ]+)+", re.IGNORECASE
)
_OWN = re.compile(r"^(?:i|i'm|i've|my|we|we've)\b(?!.*\b(?:it|that|so|one|them|there)\b)", re.IGNORECASE)
_ASKED_OPENLY = re.compile(r"When asked (?:how|what|when|where|why|who|which) ")
_ENOUGH = 2


@dataclass(frozen=True)
class Terms:
    """How the two sides are written: sentence subjects and the forms inside a sentence."""

    client: str
    clinician: str
    client_inside: str
    clinician_forms: Pronouns
    pronouns: Pronouns
    proper: frozenset[str]
    several: bool = False  # more than one client: "you" may be any of them

    @property
    def client_voice(self) -> Voice:
        """The client speaking of themselves."""
        noun = noun_forms(reference(self.client_inside))
        return Voice(self.pronouns, together=TOGETHER, proper=self.proper, noun=noun)

    @property
    def clinician_voice(self) -> Voice:
        """The clinician speaking to the client."""
        if self.several:
            return Voice(self.clinician_forms, None, self.proper)
        return Voice(self.clinician_forms, self.pronouns, self.proper, once=self.client_inside)

    @property
    def asked_voice(self) -> Voice:
        """The clinician asking whoever answers; what the clinician says of themselves can't be turned."""
        return Voice(None, self.pronouns, self.proper)

    def of_client(self, label: str) -> Terms:
        """The same terms for one of several clients ("Client A")."""
        return replace(self, client=label, client_inside=label, several=True)


def terms_of(preferences: Preferences, proper: frozenset[str]) -> Terms:
    """The terms a clinician prefers."""
    inside = reference(preferences.clinician_term)
    return Terms(
        client=capital(preferences.client_term),
        clinician=capital(preferences.clinician_term),
        client_inside=preferences.client_term,
        clinician_forms=noun_forms(inside),
        pronouns=preferences.pronoun_forms,
        proper=proper,
    )


def quoted(unit: Unit) -> str:
    """The speaker's exact words in quotation marks, without an opening particle, "um" and stammering."""
    said = unit.fluent.lstrip("-–—…,;: ")
    body = said if _COMPARED.match(said) else _EDGES.sub("", said).strip()
    if said[:1].isupper() and not _LIKE.match(said):  # "like two" may get its first word again
        body = capital(body)
    body = body.strip('"') if body.count('"') % 2 or _ALL_QUOTED.fullmatch(body) else body
    body = _LEFT_OPEN.sub("", body.replace('"', "'")).rstrip(" ,;:-–—")
    body = re.sub(r"\s+([,.?!])", r"\1", re.sub(r",'$", "'", body))
    return f'"{body}"' if body.endswith((".", "?", "!", "…", ".'", "?'", "!'")) else f'"{body}."'


def client_reports(unit: Unit, terms: Terms, verb: str = "reported") -> Said:
    """The client's statement as a sentence, in reported speech where that is certain."""
    words = unit.words
    if unit.question:
        return whole(f"{terms.client} asked: {quoted(unit)}")
    told = None if speaks_as_then(unit.exact) or unit.of_a_dialect else _reported(words, terms)
    if told is None:
        return whole(f"{terms.client} stated: {quoted(unit)}")
    return Said(f"{terms.client} {verb}", told)


def _reported(words: str, terms: Terms) -> str | None:
    """What follows "reported": a clause with "that", or a thing; None where neither is certain."""
    words = spelt_out(_LEADING.sub("", words))
    if is_of_the_talk(words) or NO_MAIN_CLAUSE.match(words) or OF_A_DEGREE.match(words):
        return None
    if terms.pronouns.subject == "they" and OTHERS.match(words):
        return None  # nobody could tell them from the client
    clause = words if is_clause(words) else clause_of(words)
    if clause is not None and (not has_verb(main_of(clause)) or is_only_named(clause)):
        return None
    if only_names(words):
        return None
    if clause is None:
        thing = is_thing(words) and not DONE_TO_ME.search(words)
        return reword(words, terms.client_voice) if thing else None
    indirect = reword(clause, terms.client_voice)
    if indirect is not None and indirect.startswith("that's "):
        indirect = "this is " + indirect.removeprefix("that's ")
    elif indirect is not None and indirect.startswith("that "):
        indirect = _pointing(indirect)
    return None if indirect is None or _DANGLING.match(indirect) else f"that {indirect}"


def _pointing(indirect: str) -> str | None:
    """A report that would begin "that that": "this" points as well, but not where a noun follows it."""
    following = indirect.split(" ", 2)[1].lower()
    return f"this{indirect[4:]}" if is_verb(following) or following in ADVERBS else None


def answered(question: Unit, answer: Unit, terms: Terms, *, qualified: bool = False) -> Said | None:
    """A question and its short answer as one sentence; None where both together say nothing.

    `qualified`: the client went on about the same matter, so that the first word alone decides nothing.
    """
    bare = not (set(answer.stems) - _BARE_ANSWER or qualified or _SOME.search(answer.exact))
    if bare and read_answer(answer.exact) is Answer.NO and (denied := _denied(question, terms)) is not None:
        return denied
    if bare and read_answer(answer.exact) is Answer.YES and (said := _confirmed(question, terms)) is not None:
        return said
    return None if _says_nothing(question, answer) else _when_asked(question, answer, terms)


def _says_nothing(question: Unit, answer: Unit) -> bool:
    """Whether the answer leaves everything open, or agrees to what names no matter of a note."""
    if question.risk_in_words:
        return False
    if _OPEN_ANSWER.match(answer.exact.strip()):
        return True
    return not answer.stems and not (touched(question.words) and is_whole(question))


def _confirmed(question: Unit, terms: Terms) -> Said | None:
    """What a plain yes says; None where the question's form leaves it open."""
    said = turned(question.words, terms.asked_voice).confirmed
    return None if said is None else Said(f"{terms.client} confirmed", said)


def _denied(question: Unit, terms: Terms) -> Said | None:
    """What a plain no says; None where the question's form leaves it open."""
    said = turned(question.words, terms.asked_voice).denied
    if said is None or said.startswith(("part of", "any part of")):
        return None  # "is there any part of you that wants to": denied is the wish, not the part
    return Said(f"{terms.client} {'stated' if said.startswith('that ') else 'denied'}", said)


def _when_asked(question: Unit, answer: Unit, terms: Terms) -> Said:
    if _stands_alone(answer.words) and (told := _answer_reported(answer, terms)) is not None:
        return Said(f"{terms.client} reported", told)
    if (regarded := _regarding(question, answer, terms)) is not None:
        return regarded
    asked = when_asked(question, terms)
    if is_open(asked) and not is_clause(answer.words):
        return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")
    topic = _topic(question, terms)
    plain = read_answer(answer.exact) in {Answer.YES, Answer.NO} and answer.length <= _PLAIN
    if topic and not plain:  # a bare "yes" means nothing without what exactly was asked
        asked = f"When asked about {topic}"
    elif plain and asked.startswith("When asked about ") and not question.risk_in_words:
        asked = _asked_in_quotes(question)
    words = answer.words.rstrip(".!")
    if not set(content_stems(words)) - _BARE_ANSWER:
        return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")
    if (told := _answer_reported(answer, terms)) is not None:
        return whole(f"{asked}, {_inside(terms)} reported {told}")
    return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")


def _regarding(question: Unit, answer: Unit, terms: Terms) -> Said | None:
    """An answer behind its topic; None where the question asks for more than a topic."""
    topic = "" if terms.several else topic_of(question.words, answer.exact, terms.asked_voice)
    if not topic:
        return None
    told = _answer_reported(answer, terms) if answer.stems else None
    said = f"stated: {quoted(answer)}" if told is None else f"reported {told}"
    return whole(f"Regarding {topic}, {_inside(terms)} {said}")


_LEFT_OPEN = re.compile(r"(?<=\w),? (?:and|or|because|the|an)[ ,-]*\.?$")
"""What a sentence was going on with when it was left: "I want to be able to walk again and"."""
_NO_NOUN = re.compile(
    r"\b(?:the|an?) (?:in|on|at|of|with|from|by|for|to) (?:the|an?|my|his|her|their|our|your)\b",
    re.IGNORECASE,
)
"""An article whose noun was never said: "with the, you know, in your head"."""


def when_asked(question: Unit, terms: Terms) -> str:
    """What was asked, as a sentence begins with it: indirectly where that is certain, else quoted."""
    sure = question.question and _NO_NOUN.search(question.words) is None
    within = asked_within(question.words, terms.asked_voice) if sure else None
    return f"When asked {within}" if within else _asked_in_quotes(question)


def is_open(asked: str) -> bool:
    """Whether a question put indirectly asks for more than a yes or a no."""
    return bool(_ASKED_OPENLY.match(asked))


def _asked_in_quotes(question: Unit) -> str:
    return f'When asked {quoted(question)[:-1].rstrip(".")}"'


def answer_within(question: Unit, answer: Unit, terms: Terms) -> Said | None:
    """A fragment as the answer to its open question; None where no sentence can tell the question."""
    if (regarded := _regarding(question, answer, terms)) is not None:
        return regarded
    asked = when_asked(question, terms)
    return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}") if is_open(asked) else None


def asked_and_answered(question: Unit, answer: Unit, terms: Terms) -> Said:
    """An answer that means nothing by itself, with what was asked."""
    return answer_within(question, answer, terms) or _when_asked(question, answer, terms)


def asked_exactly(question: Unit, answer: Unit, terms: Terms) -> Said:
    """An answer with all that it was asked for."""
    if (regarded := _regarding(question, answer, terms)) is not None:
        return regarded
    asked = f"{when_asked(question, terms)}, {_inside(terms)}"
    told = _answer_reported(answer, terms)
    return whole(f"{asked} answered: {quoted(answer)}" if told is None else f"{asked} reported {told}")


def _answer_reported(answer: Unit, terms: Terms) -> str | None:
    """What follows "reported"; None where it is not certain, of a dialect, or compared: "like I'd run"."""
    if answer.of_a_dialect or _COMPARED.match(answer.exact.strip()):
        return None
    return _reported(answer.words.rstrip(".!"), terms)


def _stands_alone(words: str) -> bool:
    """Whether an answer says everything itself: about the client, and without pointing at the question."""
    return bool(_OWN.match(words)) and len(content_stems(words)) >= _ENOUGH


def _inside(terms: Terms) -> str:
    return terms.client_inside if terms.client_inside != terms.client else terms.client


def _topic(question: Unit, terms: Terms) -> str:
    """The first two domains a question names, in its own words; empty when it asks for something finer."""
    if question.length > 12 or _MEASURE.match(question.words) or _NARROWER.search(question.words):
        return ""
    named = (word.lower() for _, word in touched(question.words))
    found = list(dict.fromkeys(word for word in named if not _NO_TOPIC.search(word)))[:2]
    plain = [
        word
        for word in found
        if word not in {"down", "low", "back", "better", "work", "change"} or len(found) == 1
    ]
    return " and ".join(_whose(word, question, terms) for word in plain)


_NARROWER = re.compile(
    r"n't\b|\b(?:not|never|without|stop\w*|quit\w*|avoid\w*|cut(?:ting)?|reduc\w*|less|tried|try|trying"
    r"|giv(?:e|ing)"
    r" up|instead|because of)\b",
    re.IGNORECASE,
)
"""Asks of something done or left, which the name of the matter would turn round: "have you tried to stop"."""


def _whose(word: str, question: Unit, terms: Terms) -> str:
    """A relative of the client with whose they are: "her ex-husband"; another word as it is."""
    if word not in KIN:
        return word
    named = re.search(rf"\byour (?:[a-z]+[- ])?{word}\b", question.words, re.IGNORECASE)
    return (named and reword(named.group().lower(), terms.asked_voice)) or word


def names_in(units: Sequence[Unit]) -> frozenset[str]:
    """Words capitalised inside sentences and never written small: proper names, as far as one can tell."""
    inner: set[str] = set()
    small: set[str] = set()
    for unit in units:
        for word in tokens(unit.words)[1:]:
            (inner if word[:1].isupper() and word not in {"I", "I'm", "I've", "I'd", "I'll"} else small).add(
                word
            )
    return frozenset(word for word in inner if word.lower() not in small)
