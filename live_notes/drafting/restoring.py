"""Puts names back as they were spoken: each placeholder of a sentence from the lines it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from live_notes.drafting.language.words import PLACEHOLDER
from live_notes.drafting.note import Sentence
from live_notes.drafting.spec import EvidenceLine

Unmask = Callable[[str], str]
"""Puts names back in the place of placeholders; raises `PlaceholderError`."""


def spoken_forms(line: EvidenceLine) -> dict[str, str]:
    """What each placeholder of a line stands for in that very line; empty where that is not certain."""
    if line.masked is None:
        return {}
    forms: dict[str, str] = {}
    pieces = PLACEHOLDER.split(line.masked.text)
    names = PLACEHOLDER.findall(line.masked.text)
    rest = line.spoken
    if not rest.startswith(pieces[0]):
        return {}
    rest = rest[len(pieces[0]) :]
    for name, after in zip(names, pieces[1:], strict=True):
        # The words after a placeholder tell where it ends; a bare space could stand inside a name.
        end = len(rest) if not after and name is names[-1] else rest.find(after, 1) if after.strip() else -1
        if end < 1 or forms.get(name, rest[:end]) != rest[:end]:
            return {}
        forms[name] = rest[:end]
        rest = rest[end + len(after) :]
    whole = PLACEHOLDER.sub(lambda match: forms[match.group()], line.masked.text)
    return forms if whole == line.spoken else {}


def restored(sentence: Sentence, lines: Mapping[str, EvidenceLine], unmask: Unmask) -> Sentence:
    """The sentence with its names as spoken, and with `unmask`'s where the lines leave it open.

    Raises:
        PlaceholderError: a placeholder was invented or spoiled.
    """
    forms: dict[str, str] = {}
    for line_id in sentence.evidence:
        for placeholder, surface in spoken_forms(lines[line_id]).items():
            forms.setdefault(placeholder, surface)
    # What was spoken may itself look like a placeholder, so the rest is read back piece by piece.
    pieces, end = [], 0
    for match in PLACEHOLDER.finditer(sentence.text):
        pieces.append(unmask(sentence.text[end : match.start()]))
        pieces.append(forms.get(match.group()) or unmask(match.group()))
        end = match.end()
    pieces.append(unmask(sentence.text[end:]))
    return sentence.model_copy(update={"text": "".join(pieces)})
