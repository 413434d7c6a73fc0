"""What needs no drafter: the whole dialogue, its longest turns, and sentences by graph rank (`sumy`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bench.drafting.visits import Visit

Baseline = Callable[[Visit], str]
LONGEST = 12
RANKED = 25
"""Sentences that a ranked summary has: about as many words as the written notes."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def whole(visit: Visit) -> str:
    """Everything that was said."""
    return visit.text


def longest(visit: Visit) -> str:
    """The longest turns, in order."""
    turns = [str(turn["text"]) for turn in visit.turns]
    kept = sorted(range(len(turns)), key=lambda at: -len(turns[at].split()))[:LONGEST]
    return "\n".join(turns[at] for at in sorted(kept))


def text_rank(visit: Visit) -> str:
    """TextRank (Mihalcea and Tarau, EMNLP 2004)."""
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _ranked(visit, TextRankSummarizer())


def lex_rank(visit: Visit) -> str:
    """LexRank (Erkan and Radev, JAIR 2004)."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _ranked(visit, LexRankSummarizer())


def oracle(visit: Visit) -> str:
    """Sentences chosen one after the other for what they add to ROUGE-1: what selecting can reach at best."""
    sentences = [one for turn in visit.turns for one in _SENTENCE.split(str(turn["text"])) if one.strip()]
    wanted = _counted(visit.note or "")
    chosen: set[int] = set()
    best, size, shared = 0.0, 0, 0
    have: dict[str, int] = {}
    counts = [_counted(sentence) for sentence in sentences]
    while True:
        gains = []
        for at, words in enumerate(counts):
            if at in chosen:
                continue
            more = sum(
                min(wanted.get(word, 0), have.get(word, 0) + n) - min(wanted.get(word, 0), have.get(word, 0))
                for word, n in words.items()
            )
            length = size + sum(words.values())
            gains.append((2 * (shared + more) / max(1, length + sum(wanted.values())), at, more, length))
        if not gains or max(gains)[0] <= best:
            return "\n".join(sentences[at] for at in sorted(chosen))
        best, at, more, size = max(gains)
        shared += more
        chosen.add(at)
        for word, n in counts[at].items():
            have[word] = have.get(word, 0) + n


BASELINES: dict[str, Baseline] = {
    "whole transcript": whole,
    f"{LONGEST} longest turns": longest,
    "TextRank": text_rank,
    "LexRank": lex_rank,
    "oracle of selection": oracle,
}


def _counted(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in re.findall(r"[a-z0-9]+", text.lower()):
        found[word] = found.get(word, 0) + 1
    return found


def _ranked(visit: Visit, summarizer: Any) -> str:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = _Words()
    paragraphs = [
        Paragraph([Sentence(one, words) for one in _SENTENCE.split(str(turn["text"])) if one.strip()])
        for turn in visit.turns
    ]
    return "\n".join(str(one) for one in summarizer(ObjectDocumentModel(paragraphs), RANKED))


class _Words:
    """A tokenizer for `sumy` that needs no data of NLTK's."""

    language = "english"

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[^\W\d_]+", sentence.lower()))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(_SENTENCE.split(text))
