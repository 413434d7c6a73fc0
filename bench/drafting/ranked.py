"""Run by the environment that has `sumy`: picks sentences by TextRank or LexRank. Imports nothing of ours.

In: `{"texts": [{"sentences": [...], "words": N}, ...]}`; out: `{"textrank": [[...], ...], "lexrank": ...}`,
for each text the sentences picked, in order, as many as fit into about N words.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-not-found]
from sumy.nlp.stemmers import Stemmer  # type: ignore[import-not-found]
from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-not-found]
from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-not-found]
from sumy.utils import get_stop_words  # type: ignore[import-not-found]


class _Words:
    """What sumy needs of a tokenizer; its own one wants a model that is downloaded."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", sentence.lower()))


def picked(summarizer: Any, sentences: list[str], words: int) -> list[str]:
    """The best sentences, in order, that have about so many words together."""
    document = ObjectDocumentModel([Paragraph([Sentence(text, _Words()) for text in sentences])])

    def best(count: int) -> list[str]:
        return [str(sentence) for sentence in summarizer(document, count)]

    # More sentences have more words: the greatest count that fits is found by halving.
    fits = bisect_right(
        range(1, len(sentences) + 1), words, key=lambda n: sum(len(t.split()) for t in best(n))
    )
    return best(max(1, fits))


def main() -> None:
    """Answers standard input on standard output."""
    asked = json.load(sys.stdin)["texts"]
    answers = {}
    for name, kind in (("textrank", TextRankSummarizer), ("lexrank", LexRankSummarizer)):
        summarizer = kind(Stemmer("english"))
        summarizer.stop_words = get_stop_words("english")
        answers[name] = [picked(summarizer, text["sentences"], text["words"]) for text in asked]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
