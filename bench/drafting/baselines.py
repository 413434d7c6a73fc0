"""What a drafter has to be better than: the whole transcript, its longest turns, TextRank and LexRank.

The latter two are `sumy`'s, in an environment of their own under the given folder: nothing of the product
needs them. They may pick about as many words as the embedded drafter wrote of the same visit.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.drafting.visits import Visit
from bench.neighbours.environment import Packages, python_of

LONGEST_TURNS = 12
SUMY = Packages("sumy", "0.11.0", ("numpy<2.5",))
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def whole(visit: Visit) -> str:
    """Every turn, one a line."""
    return visit.text


def longest(visit: Visit) -> str:
    """The longest turns, in order."""
    texts = [str(turn["text"]) for turn in visit.turns]
    longest_first = sorted(range(len(texts)), key=lambda at: -len(texts[at].split()))
    return "\n".join(texts[at] for at in sorted(longest_first[:LONGEST_TURNS]))


def ranked(visits: Sequence[Visit], words: Sequence[int], cache: Path) -> Mapping[str, list[str]]:
    """Of each visit the sentences picked by each method, one a line, at most about so many words.

    Raises:
        NotInstalledError: the environment can't be made here.
        subprocess.CalledProcessError: it failed.
    """
    texts = [
        {
            "sentences": [one for turn in visit.turns for one in _SENTENCE.split(str(turn["text"]))],
            "words": most,
        }
        for visit, most in zip(visits, words, strict=True)
    ]
    script = Path(__file__).with_name("ranked.py")
    done = subprocess.run(
        [python_of(SUMY, cache), script],
        input=json.dumps({"texts": texts}),
        capture_output=True,
        text=True,
        check=True,
    )
    return {
        name: ["\n".join(picked) for picked in chosen] for name, chosen in json.loads(done.stdout).items()
    }
