"""The working rules of a style, applied to a draft: cut, shorten, order, head, word, add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from live_notes.drafting.note import Draft, Section, Sentence
from live_notes.style.rules import (
    OF_SENTENCES,
    Addition,
    Heading,
    Keeping,
    Length,
    Omission,
    Order,
    Rule,
    Tense,
    Voice,
    Wording,
    text_of,
)
from live_notes.style.topics import stays, topics_of
from live_notes.style.wording import reworded
from live_notes.style.words import keys_of

_Kind = TypeVar("_Kind", Addition, Heading, Length, Omission, Order, Voice, Wording)


@dataclass(frozen=True)
class Style:
    """Rules that work. Pure: the same draft always comes out the same, and coming out changes no more."""

    rules: tuple[Rule, ...] = ()

    def __repr__(self) -> str:
        return f"<Style {len(self.rules)} rules>"

    def shaped(self, draft: Draft) -> Draft:
        """The draft with sentences cut, sections shortened, put in order and headed; no word is changed."""
        sections = [self._shortened(self._cut(section)) for section in draft.sections]
        headed = tuple(map(self._headed, self._ordered(sections)))
        return draft.model_copy(update={"sections": headed})

    def worded(self, text: str) -> str:
        """A sentence in the style's words, where it still says the same."""
        return reworded(text, self._wordings, self._tense)

    def added_to(self, section: Section) -> tuple[str, ...]:
        """The sentences this style adds to a section and that do not stand there yet."""
        there = {_plain(sentence.text) for sentence in section.sentences}
        title = self.untitled(section.title)
        wanted = dict.fromkeys(rule.text for rule in self._of(Addition) if rule.section == title)
        return tuple(text for text in wanted if _plain(text) not in there)

    def untitled(self, title: str) -> str:
        """The title a section has in its format, by the heading this style gives it."""
        return next((rule.before for rule in self._of(Heading) if rule.after == title), title)

    @property
    def told(self) -> str:
        """The rules in plain words, a line each, for a language model; "" without any.

        Sentences that are added are left out: they rest on no line, so no drafter may write them.
        """
        return "\n".join(f"- {text_of(rule)}." for rule in self.rules if not isinstance(rule, Addition))

    @property
    def of_sentences(self) -> Style:
        """Without what it does to sections: a template's are as the practice wants them."""
        return Style(tuple(rule for rule in self.rules if isinstance(rule, OF_SENTENCES)))

    def _cut(self, section: Section) -> Section:
        topics = {rule.topic for rule in self._of(Omission)}
        left = [s for s in section.sentences if _stays(s) or topics.isdisjoint(topics_of(s.text))]
        return _with(section, left) if left else section  # a section is never emptied by a habit

    def _shortened(self, section: Section) -> Section:
        title = self.untitled(section.title)
        rule = next((rule for rule in self._of(Length) if rule.section == title), None)
        if rule is None:
            return section
        return _with(section, shortened(section.sentences, rule.most, rule.keeping))

    def _ordered(self, sections: Sequence[Section]) -> list[Section]:
        before = [section.title for section in sections]
        titles = [self.untitled(title) for title in before]
        order = ordered(titles, [(rule.first, rule.second) for rule in self._of(Order)])
        return (
            [sections[titles.index(title)] for title in order]
            if len(set(titles)) == len(titles)
            else [*sections]
        )

    def _headed(self, section: Section) -> Section:
        headings = {rule.before: rule.after for rule in self._of(Heading)}
        return section.model_copy(update={"title": headings.get(section.title, section.title)})

    @cached_property
    def _wordings(self) -> list[Wording]:
        return self._of(Wording)

    @cached_property
    def _tense(self) -> Tense | None:
        return next((rule.tense for rule in self._of(Voice)), None)

    def _of(self, kind: type[_Kind]) -> list[_Kind]:
        return [rule for rule in self.rules if isinstance(rule, kind)]


NO_STYLE = Style()


def shortened(sentences: Sequence[Sentence], most: int, keeping: Keeping) -> list[Sentence]:
    """The sentences that stay when there may be `most`; those that must stay do, also beyond that."""
    ranked = [at for at, sentence in enumerate(sentences) if not _stays(sentence)]
    if keeping is Keeping.LONGEST:
        ranked.sort(key=lambda at: -len(keys_of(sentences[at].text)))
    surplus = len(sentences) - most
    going = set(ranked[max(0, len(ranked) - surplus) :]) if surplus > 0 else set()
    left = [sentence for at, sentence in enumerate(sentences) if at not in going]
    return left or list(sentences)


def ordered(titles: Sequence[str], rules: Sequence[tuple[str, str]]) -> list[str]:
    """The titles in the order these rules ask for, else as they were; as they were where rules contradict."""
    now = list(titles)
    for _ in range(len(now) ** 2):
        wrong = [
            (one, two) for one, two in rules if one in now and two in now and now.index(one) > now.index(two)
        ]
        if not wrong:
            return now
        first, second = wrong[0]
        now.remove(first)
        now.insert(now.index(second), first)
    return list(titles)


def _stays(sentence: Sentence) -> bool:
    """Whether no rule may leave it out: what must be read, and what a check objects to."""
    return bool(sentence.flags) or stays(sentence.text)


def _with(section: Section, sentences: Sequence[Sentence]) -> Section:
    return section.model_copy(update={"sentences": tuple(sentences)})


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
