"""Themes: what the notes come back to, counted by notes, each with the newest words about it."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.brief.days import day
from live_notes.brief.limits import MOST_THEMES
from live_notes.brief.lines import counted, line, passage
from live_notes.brief.model import BriefSection, Line, Passage, Said, SectionId, Status
from live_notes.brief.notes import EarlierNote
from live_notes.brief.statements import Statement
from live_notes.drafting.domains import DOMAINS, TOO_BROAD, Domain
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.mentions import kinds_in

_ELSEWHERE = frozenset(("medication", "coping and homework", "goals", "substance use"))
"""Have sections of their own in a brief."""

_THEMES = tuple(domain for domain in DOMAINS if domain.name not in _ELSEWHERE)


def themes(
    notes: Sequence[EarlierNote], statements: Sequence[Statement], elsewhere: frozenset[Passage]
) -> BriefSection:
    """The themes of most notes first; of several alike the one that was spoken of last.

    `elsewhere`: what other sections show already, which is no theme of its own.
    """
    reports = [
        one
        for one in statements
        if one.reports and passage(one) not in elsewhere and not kinds_in(one.text) - {RiskKind.SUBSTANCE_USE}
    ]
    about = {domain: [one for one in reports if _is_about(one.text, domain)] for domain in _THEMES}
    ranked = sorted(
        (domain for domain in _THEMES if about[domain]),
        key=lambda domain: (-_notes_of(about[domain]), -about[domain][-1].turn, -len(about[domain])),
    )
    shown: set[str] = set()
    lines = tuple(_line(domain, about[domain], notes, shown) for domain in ranked[:MOST_THEMES])
    section = BriefSection(
        id=SectionId.THEMES, title="Themes", lines=lines, left_out=len(ranked) - len(lines)
    )
    if lines:
        return section
    told = {"statement": "Not recorded in these notes.", "codes": (Said.THEMES_NOT_RECORDED,)}
    return section.model_copy(update=told)


def _is_about(text: str, domain: Domain) -> bool:
    found = (match.group().lower() for match in domain.words.finditer(text))
    return any(word not in TOO_BROAD and not word.startswith("exam") for word in found)


def _notes_of(statements: Sequence[Statement]) -> int:
    return len({one.turn for one in statements})


def _line(domain: Domain, about: Sequence[Statement], notes: Sequence[EarlierNote], shown: set[str]) -> Line:
    """A theme with the newest words about it, if possible others than those of the themes before it."""
    fresh = [one for one in about if one.text not in shown] or about
    last = [one for one in fresh if one.turn == fresh[-1].turn]
    chosen = max(last, key=lambda one: sum(1 for _ in domain.words.finditer(one.text)))
    shown.add(chosen.text)
    words = passage(chosen)
    spoken = [notes[turn] for turn in sorted({one.turn for one in about}, reverse=True)]
    name, count = domain.name[:1].upper() + domain.name[1:], counted(len(spoken), "note", "notes")
    text = f"{name} ({count}). {day(words.date)}: {words.words}"
    return line(text, [words], Status.THEME, spoken, domain.name)
