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

_ELSEWHERE = frozenset(("medication", "coping and homework", "goals", "substance use"))
"""Have sections of their own in a brief."""

_THEMES = tuple(domain for domain in DOMAINS if domain.name not in _ELSEWHERE)


def themes(
    notes: Sequence[EarlierNote], statements: Sequence[Statement], elsewhere: frozenset[Passage]
) -> BriefSection:
    """The themes of most notes first; of several alike the one that was spoken of last.

    `elsewhere`: what other sections show already, which is no theme of its own.
    """
    reports = [one for one in statements if one.reports and passage(one) not in elsewhere]
    about = {domain: [one for one in reports if _is_about(one.text, domain)] for domain in _THEMES}
    ranked = sorted(
        (domain for domain in _THEMES if about[domain]),
        key=lambda domain: (-_notes_of(about[domain]), -about[domain][-1].turn, -len(about[domain])),
    )
    lines = tuple(_line(domain, about[domain], notes) for domain in ranked[:MOST_THEMES])
    section = BriefSection(
        id=SectionId.THEMES, title="Themes", lines=lines, left_out=len(ranked) - len(lines)
    )
    if lines:
        return section
    told = {"statement": "Not recorded in these notes.", "codes": (Said.THEMES_NOT_RECORDED,)}
    return section.model_copy(update=told)


def _is_about(text: str, domain: Domain) -> bool:
    return any(match.group().lower() not in TOO_BROAD for match in domain.words.finditer(text))


def _notes_of(statements: Sequence[Statement]) -> int:
    return len({one.turn for one in statements})


def _line(domain: Domain, about: Sequence[Statement], notes: Sequence[EarlierNote]) -> Line:
    last = [one for one in about if one.turn == about[-1].turn]
    # The sentence that says most of the theme itself.
    words = passage(max(last, key=lambda one: len(domain.words.findall(one.text))))
    spoken = [notes[turn] for turn in sorted({one.turn for one in about}, reverse=True)]
    count = counted(len(spoken), "note", "notes")
    name = domain.name[:1].upper() + domain.name[1:]
    return line(
        f"{name} ({count}). {day(words.date)}: {words.words}", [words], Status.THEME, spoken, domain.name
    )
