"""The domains a clinician expects a note to cover, and the words that show each was spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from live_notes.drafting.author.domains import SHORTHAND
from live_notes.drafting.everyday import ELSEWHERE, EVERYDAY
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import tokens, word_set
from live_notes.masking.clinical import is_drug


@dataclass(frozen=True)
class Domain:
    """A topic: its name in `not_discussed`, the words that touch it, its weight in selection."""

    name: str
    words: AnyCase
    weight: float


def _domain(name: str, words: str, weight: float = 1.0) -> Domain:
    return Domain(name, AnyCase(rf"\b(?:{words})\b"), weight)


MEDICATION_DOMAIN = "medication"
HOMEWORK_DOMAIN = "coping and homework"
GOALS_DOMAIN = "goals"

DOMAINS: tuple[Domain, ...] = (
    _domain(
        "sleep",
        r"sleep\w*|slept|insomnia|nightmares?|naps?|napping|awake|wak(?:e|es|ing)(?: up)?|woke(?: up)?"
        r"|bedtime"
        r"|melatonin|oversle\w+",
        1.3,
    ),
    _domain(
        "appetite",
        r"appetite|eat|eats|eating|ate|meals?|hungry|weight|bing(?:e|es|ed|ing)|purg(?:e|ing|ed)|diet",
        1.1,
    ),
    _domain(
        "mood",
        r"mood\w*|depress\w*|sad|sadness|down|hopeless\w*|empty|numb|happy|happier|cry|cries|crying|cried"
        r"|tearful"
        r"|irritab\w+|angry|anger|guilt\w*|shame|ashamed|worthless\w*|lonely|loneliness|grie(?:f|ving|ve)|low"
        r"|unmotivated|motivation",
        1.4,
    ),
    _domain(
        "anxiety",
        r"anxi\w+|worr(?:y|ies|ied|ying)|panic\w*|nervous|overwhelm\w*|stress\w*|tense|tension"
        r"|racing thoughts?|dread"
        r"|fear\w*|afraid|scared|ruminat\w+|overthink\w*|on edge",
        1.4,
    ),
    _domain(
        "energy and concentration",
        r"energy|tired\w*|exhaust\w*|fatigue\w*|concentrat\w+|focus\w*|distract\w+|memory|forgetful",
    ),
    _domain(
        MEDICATION_DOMAIN,
        r"medication\w*|medicine\w*|meds|dose|doses|dosage|mg|milligrams?|pills?|tablets?|prescri\w+"
        r"|side effects?"
        r"|antidepressants?|ssri|sertraline|zoloft|fluoxetine|prozac|lexapro|escitalopram|citalopram"
        r"|bupropion"
        r"|wellbutrin|venlafaxine|effexor|duloxetine|cymbalta|lamotrigine|lithium|quetiapine|seroquel"
        r"|trazodone"
        r"|xanax|alprazolam|lorazepam|ativan|clonazepam|klonopin|buspirone|hydroxyzine|propranolol|adderall"
        r"|methylphenidate|ritalin|aripiprazole|abilify|mirtazapine|paroxetine|inhalers?|ibuprofen|tylenol",
        1.5,
    ),
    _domain(
        "substance use",
        r"alcohol|drink(?:s|ing)?|drank|drunk|beers?|wine|vodka|whiske?y|weed|marijuana|cannabis|cocaine"
        r"|heroin"
        r"|meth|opioids?|fentanyl|drugs|smok(?:e|es|ed|ing)|vap(?:e|es|ed|ing)|nicotine|cigarettes?|sober"
        r"|sobriety"
        r"|relaps\w+|hungover|substances?|high on",
        1.3,
    ),
    _domain(
        "relationships and support",
        r"husband|wife|partner|boyfriend|girlfriend|spouse|marriage|divorc\w+|family|mother|mom|mum|father"
        r"|dad|parents?"
        r"|sister|brother|siblings?|son|daughter|kids?|children|friends?|roommate|relationship\w*|aunt\w*"
        r"|uncle"
        r"|grandm\w+|grandf\w+|support(?:ed|ive|s)?|lonely|isolat\w+|dating|broke up|breakup|argu\w+",
        1.1,
    ),
    _domain(
        "work or school",
        r"work\w*|job|jobs|boss|co-?workers?|office|career|school|college|class|classes|exam\w*|homework"
        r"|teacher"
        r"|student|shifts?|laid off|fired|promotion|deadline\w*|unemployed",
    ),
    _domain(
        "physical health",
        r"pain\w*|headache\w*|migraine\w*|doctor|blood|heart|chest|stomach|nausea\w*|dizz\w+|health|illness"
        r"|sick"
        r"|surgery|injur\w+|breath\w*|symptoms?|cough\w*|fever|rash|swelling|diabet\w+|asthma|allerg\w+"
        r"|knee|back"
        r"|shoulder|exercise|exercising|gym",
        1.1,
    ),
    _domain(
        HOMEWORK_DOMAIN,
        r"cop(?:e|ing)|breathing|journal\w*|diar(?:y|ies)|mindful\w*|meditat\w+|grounding|skills?|techniques?"
        r"|thought records?"
        r"|practi[cs]\w+|homework|worksheet\w*|exercise\w*|walks?|walking|routine\w*|strateg\w+"
        r"|experiment\w*|helps (?:me|them|him|her)|for (?:the next|the coming) (?:week|fortnight)",
        1.2,
    ),
    _domain(
        GOALS_DOMAIN,
        r"goals?|progress|improv\w+|better|change|changes|want to be able|working on|working toward"
        r"|hop(?:e|es|ing) (?:to (?!see you|hear|god)|for (?!the best))|(?:what|how) would you (?:want"
        r"|like) (?:\w+ ){0,2}(?:to be"
        r" |be )?different|aim(?:s|ing)? (?:to|for)|would you like [a-z]+ to (?:be|look)"
        r"|(?:i want|i'd like|i would like|i'd love) to (?:be able|be better|get better|feel better"
        r"|get (?:it|this|things)"
        r" (?:down|under|back)|stop|quit|change|learn|go back to|do the \w+ course|cut (?:down|back)"
        r"|manage|become)",
    ),
)
"""The domains, in the order they are reported as not discussed."""


TOO_BROAD = word_set("down low back better change changes work working heart goals support empty numb sick")
"""Words that touch a domain but also mean other things: they alone don't show that it was discussed."""


_ANY = AnyCase("|".join(domain.words.pattern for domain in DOMAINS))


def touched(text: str) -> list[tuple[Domain, str]]:
    """The domains a text speaks of, each with the first word that shows it, in reading order."""
    if not _ANY.may_be_in(text):
        return []
    found = [(m.start(), d, m.group()) for d in DOMAINS if (m := d.words.search(text)) is not None]
    return [(domain, word) for _, domain, word in sorted(found, key=lambda item: item[0])]


def untouched(texts: Iterable[str], written: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the domains no text speaks of; `written` are a clinician's own, with their shorthand."""
    remaining = list(DOMAINS)
    for text in (text.replace("’", "'") for text in texts):
        remaining = [domain for domain in remaining if not _spoken_of(domain, text)]
    for text in written:
        remaining = [
            domain
            for domain in remaining
            if not (_shows(domain, text) or SHORTHAND[domain.name].search(text))
        ]
    return tuple(domain.name for domain in remaining)


def _spoken_of(domain: Domain, text: str) -> bool:
    """Whether a line speaks of a domain, in its words or everyday ones."""
    if not (_shows(domain, text) or EVERYDAY[domain.name].search(text)):
        return False
    elsewhere = ELSEWHERE.get(domain.name)
    if elsewhere is None or not elsewhere.search(text):
        return True
    rest = elsewhere.sub(" ", text)
    return _shows(domain, rest) or bool(EVERYDAY[domain.name].search(rest))


def _shows(domain: Domain, text: str) -> bool:
    if domain.name == MEDICATION_DOMAIN and any(is_drug(word.lower()) for word in tokens(text)):
        return True
    return any(match.group().lower() not in TOO_BROAD for match in domain.words.finditer(text))
