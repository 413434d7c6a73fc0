"""`python -m bench style --visits FILE...`: whether a style that is learned saves its clinician edits.

A simulated clinician (`bench.drafting.clinicians`) signs thirty sessions in one fixed way. Each is drafted by
the embedded drafter with what was learned so far, edited, signed, and learned from. Told are the words
changed per hundred signed, in the first and the last ten sessions; and for the last ten the same without the
profile, which leaves out that sessions differ. Exit code 1 where first to last falls by less than half.

Beside them stands what they do not tell. *Bound*: sentences about risk, doses or scores that this clinician
strikes out and no style may. *Missed*: sentences that this clinician would have kept and the style left out,
which cost no change since nobody sees them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from statistics import fmean

from rapidfuzz.distance import Levenshtein

from bench.drafting.clinicians import CLINICIANS, Clinician, Sections
from bench.drafting.visits import Visit, visits_of
from live_notes import DraftSpec, MaskedTranscript, NoteFormat
from live_notes.drafting.checks import check_draft
from live_notes.drafting.embedded.drafter import draft_embedded
from live_notes.drafting.note import Draft
from live_notes.request import lines_from_transcript
from live_notes.style import NO_STYLE, Part, Profile, Style, learned, observed
from live_notes.style.topics import stays
from live_notes.style.words import keys_of

SESSIONS, EACH_END = 30, 10
TARGET = 50.0
"""Per cent by which the words to change are to fall."""


@dataclass(frozen=True)
class Run:
    """One clinician's thirty sessions. Words per hundred signed; falls in per cent."""

    clinician: str
    seed: int
    first: float
    last: float
    fall: float
    without: float
    paired_fall: float
    bound_last: float
    unbound_fall: float
    """First to last, apart from what no style may leave out."""
    missed_last: float
    whole_fall: float
    """First to last, with what was missed as words to change."""
    rules: int


@dataclass(frozen=True)
class _Session:
    """One session, in words per hundred signed."""

    changed: float
    without: float
    bound: float
    missed: float


def main(arguments: Sequence[str]) -> int:
    """Prints a line a run, or JSON."""
    parser = argparse.ArgumentParser(prog="bench style", description=__doc__)
    parser.add_argument("--visits", type=Path, nargs="+", help="tables or folders of dialogues")
    parser.add_argument("--seeds", type=int, default=3, help="runs a clinician, each with other sessions")
    parser.add_argument("--from-seed", type=int, default=1, help="the first of the seeds")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if not chosen.visits:
        print("bench style: not run; give --visits FILE...", file=sys.stderr)
        return 0
    visits = [visit for source in chosen.visits for visit in visits_of(source)]
    drafts = {visit.name: drafted for visit in visits if (drafted := _draft(visit)) is not None}
    seeds = range(chosen.from_seed, chosen.from_seed + chosen.seeds)
    runs = [run(who, seed, drafts) for who in CLINICIANS for seed in seeds]
    print(json.dumps([asdict(one) for one in runs]) if chosen.json else "\n".join(map(_line, runs)))
    return int(any(one.fall < TARGET for one in runs))


def run(clinician: Clinician, seed: int, drafts: dict[str, Draft]) -> Run:
    """Thirty sessions of one clinician."""
    chosen = random.Random(seed).sample(sorted(drafts), SESSIONS)
    profile = Profile(salt=f"bench {seed}")
    sessions = []
    for number, name in enumerate(chosen):
        edits = random.Random(f"{seed} {name}").random()
        session, signed = _session(clinician, drafts[name], profile.style, edits)
        sessions.append(session)
        bare = _parts(_sections(drafts[name], NO_STYLE))
        shows = observed(bare, _parts(signed), profile.known, style=profile.style)
        profile = learned(profile, shows, f"client {number}")
    return _run(clinician.name, seed, sessions, len(profile.style.rules))


def _session(clinician: Clinician, plain: Draft, style: Style, edits: float) -> tuple[_Session, Sections]:
    """What one session costs, and what is signed."""
    bare, shown = _sections(plain, NO_STYLE), _sections(plain, style)
    signed = clinician.signs(shown, random.Random(edits))
    hundred = max(1, len(_words(signed))) / 100
    struck = _texts(shown) - _texts(clinician.keeps(shown))
    left = Counter(
        sentence.text for section in style.shaped(plain).sections for sentence in section.sentences
    )
    session = _Session(
        changed=_changed(shown, signed),
        without=_changed(bare, clinician.signs(bare, random.Random(edits))),
        bound=_size(text for text in struck.elements() if stays(text)) / hundred,
        missed=_size((_texts(clinician.keeps(bare)) - left).elements()) / hundred,
    )
    return session, signed


def _run(clinician: str, seed: int, sessions: Sequence[_Session], rules: int) -> Run:
    first, last = _mean(sessions[:EACH_END]), _mean(sessions[-EACH_END:])
    return Run(
        clinician,
        seed,
        round(first.changed, 1),
        round(last.changed, 1),
        _fall(first.changed, last.changed),
        round(last.without, 1),
        _fall(last.without, last.changed),
        round(last.bound, 1),
        _fall(first.changed - first.bound, last.changed - last.bound),
        round(last.missed, 1),
        _fall(first.changed + first.missed, last.changed + last.missed),
        rules,
    )


def _mean(sessions: Sequence[_Session]) -> _Session:
    return _Session(*map(fmean, zip(*map(astuple, sessions), strict=True)))


def _fall(before: float, after: float) -> float:
    return round(100 * (1 - after / before), 1)


def _draft(visit: Visit) -> Draft | None:
    lines = tuple(lines_from_transcript(list(visit.turns)))
    spec = DraftSpec(NoteFormat.SOAP)
    draft = check_draft(draft_embedded(MaskedTranscript(lines), spec), lines, spec.preferences)
    return draft if sum(len(section.sentences) for section in draft.sections) > 3 else None


def _sections(draft: Draft, style: Style) -> Sections:
    shaped = style.shaped(draft)
    return tuple(
        (
            section.title,
            (*(style.worded(s.text) for s in section.sentences), *style.added_to(section)),
        )
        for section in shaped.sections
    )


def _parts(sections: Sections) -> list[Part]:
    return [Part(title, texts) for title, texts in sections]


def _texts(sections: Sections) -> Counter[str]:
    return Counter(text for _, texts in sections for text in texts)


def _size(texts: Iterable[str]) -> int:
    return sum(len(keys_of(text)) for text in texts)


def _words(sections: Sections) -> list[str]:
    return [key for title, texts in sections for text in (title, *texts) for key in keys_of(text)]


def _changed(shown: Sections, signed: Sections) -> float:
    """Words to put in, take out or change, per hundred signed."""
    return 100 * Levenshtein.distance(_words(shown), _words(signed)) / max(1, len(_words(signed)))


def _line(one: Run) -> str:
    return (
        f"{one.clinician}, seed {one.seed}: first ten {one.first}, last ten {one.last} (fall {one.fall} %); "
        f"last ten without the profile {one.without} (fall {one.paired_fall} %); "
        f"bound {one.bound_last} (fall without {one.unbound_fall} %), "
        f"missed {one.missed_last} (fall with {one.whole_fall} %); {one.rules} rules"
    )
