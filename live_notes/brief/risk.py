"""The history of risk: every mention with its day, in the note's own status. Silence is told as silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from live_notes.brief.days import day
from live_notes.brief.limits import MOST_DAYS, MOST_QUOTES, MOST_RISK
from live_notes.brief.lines import counted
from live_notes.brief.model import BriefSection, Line, Passage, Past, Said, SectionId, Status
from live_notes.brief.notes import EarlierNote, Mention
from live_notes.brief.splitting import clause_of
from live_notes.brief.statements import Place, Statement, written
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import kinds_in, risks_of

_REPORTED = re.compile(
    r"\b(?:report\w*|endors\w+|disclos\w+|express\w*|acknowledg\w+|admit\w*|confirm\w*|describ\w+"
    r"|stat(?:es|ed)|shared"
    r"|said|told|answered|experienc\w+|attempted|active|passive|current(?:ly)?|has (?:been|had)"
    r"|continues?|relapsed"
    r"|drinks|drank|drinking|uses|used|cut|threatened)\b",
    re.IGNORECASE,
)
_ASKED_ONLY = re.compile(
    r"\b(?:asked|assess\w*|screen\w*|inquir\w+|explor\w+|discuss\w*|review\w*|psychoeducation|monitor\w*"
    r"|safety plan\w*"
    r"|crisis plan\w*|evaluat\w+)\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:not|never|wasn't|weren't|isn't)\b.{0,20}\b(?:discuss|assess|address|ask|screen|explor|evaluat"
    r"|mention)\w*",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:drinks?|drinking|drank|drunk|use[sd]?|using|smok\w+|relaps\w+|bing\w+|consum\w+|intoxicated"
    r"|high|hungover"
    r"|blacked out|crav\w+)\b",
    re.IGNORECASE,
)
_SOBER = re.compile(
    r"\b(?:sober|sobriety|abstinen\w+|abstain\w*|in recovery|clean (?:for|since))\b", re.IGNORECASE
)
_DENIED = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)
_NO_REPORT = frozenset((RiskStatus.DENIED.value, Status.MENTIONED.value))
_SILENT = frozenset(("not discussed", "not assessed", "not recorded", "not asked", "none recorded"))
_EITHER_WAY = "that says nothing either way"
_KINDS = {kind.value: kind for kind in RiskKind}


@dataclass(frozen=True, repr=False)
class _Finding:
    """A kind of risk in one note, in one status. `kind`: ours, where the note's own word means one."""

    kind: str
    status: str
    turn: int
    note: EarlierNote
    passages: tuple[Passage, ...] = ()
    of_another: bool = False


def risk_history(notes: Sequence[EarlierNote], statements: Sequence[Statement]) -> BriefSection:
    """Every mention of risk, the newest first; those that are too many share a line for each kind."""
    found = [one for turn, note in enumerate(notes) for one in _of_note(note, turn, statements)]
    found.sort(key=lambda one: -one.turn)
    section = BriefSection(id=SectionId.RISK, title="Risk history")
    if not found:
        text = f"Nothing about risk is recorded in {counted(len(notes), 'note', 'notes')}; {_EITHER_WAY}."
        return section.model_copy(update={"statement": text, "codes": (Said.RISK_NOT_RECORDED,)})
    lines = [_line(one) for one in found[:MOST_RISK]]
    lines += _shared(found[MOST_RISK:])
    silent = list(_silence(notes, found))
    section = section.model_copy(update={"lines": (*lines, *silent)})
    if not silent:
        return section
    text = f"Where a later note records nothing, {_EITHER_WAY}."
    return section.model_copy(update={"statement": text, "codes": (Said.RISK_SILENCE,)})


def _of_note(note: EarlierNote, turn: int, statements: Sequence[Statement]) -> Iterator[_Finding]:
    """A note's findings: its own, and what its sentences say beyond them."""
    ours = [one for one in statements if one.turn == turn]
    told: dict[tuple[str, str], _Finding] = {}
    for mention in note.risk:
        if mention.status.replace("_", " ").replace("-", " ") not in _SILENT:
            kind = _kind_of(mention.kind)
            passages = _quoted(note, kind, mention, ours)
            told[(kind, mention.status)] = _Finding(
                kind, mention.status, turn, note, passages, of_another=mention.of_another
            )
    known = {one.kind for one in told.values() if not one.of_another}
    quoted = {(one.kind, passage.words) for one in told.values() for passage in one.passages}
    for statement in ours:
        words = clause_of(statement.text)
        for kind, status in _read(statement):
            asked = kind in known and _ASKED_ONLY.search(statement.text)
            if status == Status.MENTIONED and (
                asked or (kind, words) in quoted or _quotes_again(statement.text, kind, note)
            ):
                continue  # the note's own finding says more of it
            passage = Passage(words=words, note=note.id, date=statement.day)
            told.setdefault((kind, status), _Finding(kind, status, turn, note, (passage,)))
    yield from told.values()


def _quotes_again(text: str, kind: str, note: EarlierNote) -> bool:
    """Whether a sentence says no more of a kind of risk than words the note's own finding of it quotes."""
    rest = text
    for mention in note.risk:
        if _kind_of(mention.kind) == kind:
            for quote in mention.quotes:
                rest = rest.replace(quote.rstrip(".!? "), "")
    return rest != text and all(kind != found.value for found in kinds_in(rest))


def _kind_of(word: str) -> str:
    """Our name of a kind of risk, or the note's own where it means none or several."""
    if word in _KINDS:
        return word
    meant = kinds_in(word)
    return next(iter(meant)).value if len(meant) == 1 else word


def _quoted(
    note: EarlierNote, kind: str, mention: Mention, statements: Sequence[Statement]
) -> tuple[Passage, ...]:
    """The mention's first quotes, a question never without its answer; else the note's own sentence."""
    quotes = list(mention.quotes[:MOST_QUOTES])
    if quotes and quotes[-1].rstrip().endswith("?"):
        quotes += mention.quotes[MOST_QUOTES : MOST_QUOTES + 1]
    if quotes:
        return tuple(Passage(words=clause_of(one), note=note.id, date=note.date) for one in quotes)
    spoken = [one for one in statements if any(kind == found.value for found in kinds_in(one.text))]
    return tuple(Passage(words=clause_of(one.text), note=note.id, date=one.day) for one in spoken[:1])


def _read(statement: Statement) -> Iterator[tuple[str, str]]:
    """What a written sentence says of each kind of risk: `reported` or `denied`, else `mentioned`."""
    text = statement.text
    if _NOT_ASKED.search(text):
        return
    told: dict[RiskKind, set[str]] = {}
    for item in risks_of([written(text)]):
        told.setdefault(item.kind, set()).add(_plain_status(item, text))
    for kind, statuses in told.items():
        yield from ((kind.value, one) for one in sorted(statuses - {Status.MENTIONED.value}))
        if statuses == {Status.MENTIONED.value} and _worth_a_line(kind, statement):
            yield kind.value, Status.MENTIONED.value


def _plain_status(item: RiskItem, text: str) -> str:
    """Denied where it says denied, reported where somebody reports it, else no more than mentioned."""
    if item.status is RiskStatus.DENIED and _DENIED.search(text):
        return item.status.value
    used = item.kind is not RiskKind.SUBSTANCE_USE or (_USED.search(text) and not _SOBER.search(text))
    if item.status is RiskStatus.REPORTED and _REPORTED.search(text) and used:
        return item.status.value
    return Status.MENTIONED.value


def _worth_a_line(kind: RiskKind, statement: Statement) -> bool:
    """Not what a plan says of a risk, nor every drink that a sentence has in it."""
    if statement.place in {Place.PLAN, Place.GOAL}:
        return False
    return kind is not RiskKind.SUBSTANCE_USE or bool(_SOBER.search(statement.text))


def _line(found: _Finding) -> Line:
    quotes = " ".join(f"“{one.words}”" for one in found.passages)
    text = f"{_named(found.kind)}: {found.status}."
    if quotes:
        text = f"{text} {quotes}"
    if (corrected := found.note.corrected) is not None:
        text = f"{text} (A correction was added to the note on {day(corrected)}.)"
    return Line(
        text=text,
        notes=(found.note.id,),
        date=found.passages[0].date if found.passages else found.note.date,
        status=found.status,
        topic=found.kind,
        passages=found.passages,
        corrected=corrected,
    )


def _shared(older: Sequence[_Finding]) -> list[Line]:
    """One line a kind, with the days of each status."""
    lines = []
    for kind in dict.fromkeys(one.kind for one in older):
        ours = [one for one in older if one.kind == kind]
        told = "; ".join(
            f"{status} {_days([one for one in ours if one.status == status])}"
            for status in dict.fromkeys(one.status for one in ours)
        )
        notes = tuple(dict.fromkeys(one.note.id for one in ours))
        text = f"{_named(kind)}, earlier: {told}."
        past = tuple(Past(status=one.status, note=one.note.id, date=one.note.date) for one in ours)
        date, status = ours[0].note.date, Status.EARLIER.value
        lines.append(Line(text=text, notes=notes, date=date, status=status, topic=kind, past=past))
    return lines


def _days(found: Sequence[_Finding]) -> str:
    days = [day(one.note.date) for one in found]
    if len(days) <= MOST_DAYS:
        return ", ".join(days)
    return f"in {len(days)} notes from {days[-1]} to {days[0]}"


def _silence(notes: Sequence[EarlierNote], found: Sequence[_Finding]) -> Iterator[Line]:
    """For each kind that was more than denied: how many notes since then record nothing of it."""
    own = [one for one in found if not one.of_another]
    for kind in dict.fromkeys(one.kind for one in own if one.status not in _NO_REPORT):
        last = next(one for one in own if one.kind == kind)
        later = notes[last.turn + 1 :]
        if later:
            since = "the note since" if len(later) == 1 else f"the {len(later)} notes since"
            yield Line(
                text=f"{_named(kind)}: not recorded in {since} {day(last.note.date)}.",
                notes=tuple(note.id for note in reversed(later)),
                date=later[-1].date,
                status=Status.NOT_RECORDED.value,
                topic=kind,
                past=(Past(status=last.status, note=last.note.id, date=last.note.date),),
            )


def _named(kind: str) -> str:
    return kind[:1].upper() + kind[1:]
