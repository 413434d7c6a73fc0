"""Turns one unit, or a question and its answer, into a sentence of a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.asking import asked_within
from live_notes.drafting.embedded.beginnings import clause_of, is_clause, is_thing
from live_notes.drafting.embedded.people_words import KIN
from live_notes.drafting.embedded.questions import turned
from live_notes.drafting.embedded.reported import Voice, reword, speaks_as_then
from live_notes.drafting.embedded.saying import Said, capital, whole
from live_notes.drafting.embedded.saying_much import is_whole
from live_notes.drafting.embedded.spoken_forms import spelt_out
from live_notes.drafting.embedded.topics import topic_of
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.verbs import ADVERBS, BASE, FINITE, PAST, UNCERTAIN, is_verb
from live_notes.drafting.language.words import content_stems, tokens, word_count
from live_notes.drafting.preferences import TOGETHER, Preferences, Pronouns, noun_forms, reference
from live_notes.drafting.risk_words import RISK_WORDS

_EDGES = re.compile(
    r"^(?:(?:um+|uh+|er+m?|hm+|mm+|so|well(?! done)|and|but|okay"
    r"|ok|yeah|oh|like|right|alright|i mean|you know)"
    r"(?:,|\.\.\.|…|-)?\s+)+(?=\S+\s+\S+\s+\S+)",
    re.IGNORECASE,
)
_LIKE = re.compile(r"like (?=[a-z])", re.IGNORECASE)
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
_NAMED_ONLY = re.compile(r"^(?:my|our|the|this|that) (?!'s)[a-z]+(?: [a-z]+)?\.?$", re.IGNORECASE)
"""A thing and no clause: "my left ear"."""
_OWN = re.compile(r"^(?:i|i'm|i've|my|we|we've)\b(?!.*\b(?:it|that|so|one|them|there)\b)", re.IGNORECASE)
_ASKED_OPENLY = re.compile(r"When asked (?:how|what|when|where|why|who|which) ")
_ENOUGH = 2
_MOST_NAMED = 4


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
    body = _EDGES.sub("", said).strip()
    if said[:1].isupper() and not _LIKE.match(said):  # "like two" may get its first word again
        body = capital(body)
    body = body.strip('"') if body.count('"') % 2 or _ALL_QUOTED.fullmatch(body) else body
    body = body.replace('"', "'").rstrip(" ,;:-–—")
    body = re.sub(r"\s+([,.?!])", r"\1", body)
    return f'"{body}"' if body.endswith((".", "?", "!", "…", ".'", "?'", "!'")) else f'"{body}."'


def client_reports(unit: Unit, terms: Terms, verb: str = "reported") -> Said:
    """The client's statement as a sentence, in reported speech where that is certain."""
    words = unit.words
    if unit.question:
        return whole(f"{terms.client} asked: {quoted(unit)}")
    told = None if speaks_as_then(unit.exact) else _reported(words, terms)
    if told is None:
        return whole(f"{terms.client} stated: {quoted(unit)}")
    return Said(f"{terms.client} {verb}", told)


def _reported(words: str, terms: Terms) -> str | None:
    """What follows "reported": a clause with "that", or a thing; None where neither is certain."""
    words = spelt_out(_LEADING.sub("", words))
    if _OF_THE_TALK.match(words) or _NO_MAIN_CLAUSE.match(words):
        return None
    if terms.pronouns.subject == "they" and _OTHERS.match(words):
        return None  # nobody could tell them from the client
    clause = words if is_clause(words) else clause_of(words)
    if clause is not None and (not _has_verb(_main(clause)) or _is_only_named(clause)):
        return None
    if only_names(words):
        return None
    if clause is None:
        thing = is_thing(words) and not _DONE_TO_ME.search(words)
        return reword(words, terms.client_voice) if thing else None
    indirect = reword(clause, terms.client_voice)
    if indirect is not None and indirect.startswith("that's "):
        indirect = "this is " + indirect.removeprefix("that's ")
    elif indirect is not None and indirect.startswith("that "):
        indirect = _pointing(indirect)
    return None if indirect is None or _DANGLING.match(indirect) else f"that {indirect}"


def only_names(words: str) -> bool:
    """Whether a few words name a thing and say nothing of it: "my left ear"."""
    return bool(_NAMED_ONLY.match(words)) and not _does_something(tokens(words))


def _does_something(named: Sequence[str]) -> bool:
    """Whether the last of a few words is what the others do: "my hands shake", and not "my actual face"."""
    last, before = named[-1].lower(), named[-2].lower()
    several = before.endswith("s") or before in {
        "children",
        "people",
        "feet",
        "teeth",
        "men",
        "women",
        "police",
    }
    plain = last in BASE and last not in PAST | UNCERTAIN
    return is_verb(last) and (several or not plain)


_NO_MAIN_CLAUSE = re.compile(
    r"^(?:the|my|our|his|her|their|that|this) (?:[a-z]+ ){0,2}[a-z]+ (?!being\b)[a-z]{2,}ing (?!(?:[\w']+ )*?"
    r"(?:is|are|was|were|has|have|had|did|does|'s|isn't|wasn't|aren't|weren't|made|makes|got|gets|helps?"
    r"|helped|felt"
    r"|feels?|went|came|keeps?|kept|started|hurts?)\b)"
    r"|^i (?:told|tell|said to) (?:it|myself)\b"
    r"|^(?:nothing|something|anything) (?:to|much|else|special|since|for|new|like)\b"
    r"(?!.*\b(?:is|was|has|had|does|did|came|comes|help\w*|work\w*|happen\w*|change\w*)\b)"
    r"|^(?:(?:maybe|probably|perhaps|mostly|just|only) )*(?:(?:this|next|last|on|in|at|by"
    r"|around) (?:the )?[\w]+ )?"
    r"(?:when|if|because|until|while|after|before)\b[^,]*$",
    re.IGNORECASE,
)
"""A thing that does something beside the point, or a condition alone: no clause that could be reported."""
_OF_THE_TALK = re.compile(
    r"^(?:that'll|that will|that would|that should) (?:do|be|work)\b|^(?:that's|that is) (?:plenty"
    r"|enough|all|it"
    r"|fine|grand|fair|right|good|great)(?=$|[,.])"
    r"|^i'll (?:(?:just|always) )?(?:wave|see you|let you|leave you|be off|be going|get (?:going"
    r"|out of)|get my coat"
    r"|say (?:goodbye|bye)|shut up|stop (?:talking|there)|leave it (?:there|at that))\b",
    re.IGNORECASE,
)
"""What is said of the talk itself, or to take leave."""
_DONE_TO_ME = re.compile(r"\b(?:me|mine)\b", re.IGNORECASE)
_TAKES_UP = re.compile(r"^(?:he|she|it|they|we|who|which|where|that|whose)\b", re.IGNORECASE)
_OTHERS = re.compile(r"^they(?:'\w+)?\b(?!.*\b(?:i|me|my|we|us|our)\b)", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"^(?:my|our|the|these|those|some|most|every\w*|people)\b", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"\s(?:that|who|which|where) (?:i|we|he|she|it|they|you)(?:'\w+)? [\w']+(?: [\w']+)?[.! ]*$",
    re.IGNORECASE,
)
"""A clause at the end that only says which one."""


def _main(clause: str) -> str:
    """A clause without the one that only tells which thing it is about ("the spare room that we have")."""
    return _OF_A_NOUN.sub("", clause) if _NOUN_FIRST.match(clause) else clause


def _is_only_named(clause: str) -> bool:
    """Whether a thing is named of which nothing more is said: "the tenth, in the morning, I work"."""
    named, comma, rest = clause.partition(",")
    if not comma or not _NOUN_FIRST.match(named) or _has_verb(named) or word_count(named) > _MOST_NAMED:
        return False
    after = rest.rpartition(",")[2].strip()
    begins = tokens(after)[0].lower() if tokens(after) else ""
    return not (_TAKES_UP.match(rest.strip()) or is_verb(begins) or begins in ADVERBS or begins in FINITE)


def _has_verb(words: str) -> bool:
    return any(is_verb(word) or "'" in word or word.lower() in FINITE for word in tokens(words))


def _pointing(indirect: str) -> str | None:
    """A report that would begin "that that": "this" points as well, but not where a noun follows it."""
    following = indirect.split(" ", 2)[1].lower()
    return f"this{indirect[4:]}" if is_verb(following) or following in ADVERBS else None


def answered(question: Unit, answer: Unit, terms: Terms, *, qualified: bool = False) -> Said | None:
    """A question and its short answer as one sentence; None where both together say nothing.

    `qualified`: the client went on about the same matter, so that the first word alone decides nothing.
    """
    bare = not (set(content_stems(answer.words)) - _BARE_ANSWER or qualified or _SOME.search(answer.exact))
    if bare and read_answer(answer.exact) is Answer.NO and (denied := _denied(question, terms)) is not None:
        return denied
    if bare and read_answer(answer.exact) is Answer.YES and (said := _confirmed(question, terms)) is not None:
        return said
    return None if _says_nothing(question, answer) else _when_asked(question, answer, terms)


def _says_nothing(question: Unit, answer: Unit) -> bool:
    """Whether the answer leaves everything open, or agrees to what names no matter of a note."""
    if RISK_WORDS.search(question.words):
        return False
    if _OPEN_ANSWER.match(answer.exact.strip()):
        return True
    return not content_stems(answer.words) and not (touched(question.words) and is_whole(question))


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
    if _stands_alone(answer.words) and (told := _reported(answer.words.rstrip(".!"), terms)) is not None:
        return Said(f"{terms.client} reported", told)
    if (regarded := _regarding(question, answer, terms)) is not None:
        return regarded
    asked = when_asked(question, terms)
    if is_open(asked) and not is_clause(answer.words):
        return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")
    topic = _topic(question, terms)
    plain = read_answer(answer.exact) in {Answer.YES, Answer.NO} and word_count(answer.words) <= _PLAIN
    if topic and not plain:  # a bare "yes" means nothing without what exactly was asked
        asked = f"When asked about {topic}"
    elif plain and asked.startswith("When asked about ") and not RISK_WORDS.search(question.words):
        asked = _asked_in_quotes(question)
    words = answer.words.rstrip(".!")
    if not set(content_stems(words)) - _BARE_ANSWER:
        return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")
    if (told := _reported(words, terms)) is not None:
        return whole(f"{asked}, {_inside(terms)} reported {told}")
    return whole(f"{asked}, {_inside(terms)} answered: {quoted(answer)}")


def _regarding(question: Unit, answer: Unit, terms: Terms) -> Said | None:
    """An answer behind its topic; None where the question asks for more than a topic."""
    topic = "" if terms.several else topic_of(question.words, answer.exact, terms.asked_voice)
    if not topic:
        return None
    told = _reported(answer.words.rstrip(".!"), terms) if content_stems(answer.words) else None
    said = f"stated: {quoted(answer)}" if told is None else f"reported {told}"
    return whole(f"Regarding {topic}, {_inside(terms)} {said}")


def when_asked(question: Unit, terms: Terms) -> str:
    """What was asked, as a sentence begins with it: indirectly where that is certain, else quoted."""
    within = asked_within(question.words, terms.asked_voice) if question.question else None
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
    told = _reported(answer.words.rstrip(".!"), terms)
    return whole(f"{asked} answered: {quoted(answer)}" if told is None else f"{asked} reported {told}")


def _stands_alone(words: str) -> bool:
    """Whether an answer says everything itself: about the client, and without pointing at the question."""
    return bool(_OWN.match(words)) and len(content_stems(words)) >= _ENOUGH


def _inside(terms: Terms) -> str:
    return terms.client_inside if terms.client_inside != terms.client else terms.client


def _topic(question: Unit, terms: Terms) -> str:
    """The first two domains a question names, in its own words; empty when it asks for something finer."""
    if word_count(question.words) > 12 or _MEASURE.match(question.words):
        return ""
    named = (word.lower() for _, word in touched(question.words))
    found = list(dict.fromkeys(word for word in named if not _NO_TOPIC.search(word)))[:2]
    plain = [
        word
        for word in found
        if word not in {"down", "low", "back", "better", "work", "change"} or len(found) == 1
    ]
    return " and ".join(_whose(word, question, terms) for word in plain)


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
