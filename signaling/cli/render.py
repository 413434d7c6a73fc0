"""How a transcript, a note, a receipt and energy look in a terminal. JSON shapes in, rich text out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from live_notes import risk_in_words

Json = Mapping[str, Any]
COLOURS = {"clinician": "cyan", "client": "green"}
MOST_QUOTES = 3
RISK_STYLE = {"reported": "bold red", "denied": "yellow", "unclear": "bold yellow"}


def clock(seconds: float) -> str:
    """Seconds as `m:ss`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def segment_line(segment: Json, *, tentative: bool = False) -> Text:
    """One segment: time, speaker, words; a partial is dim."""
    colour = COLOURS.get(str(segment["role"]), "magenta")
    doubt = " (?)" if segment.get("uncertain") else ""
    return Text.assemble(
        (f"{clock(segment['start']):>6}  ", "dim"),
        (f"{segment['speaker']}{doubt}: ", f"bold {colour}"),
        (str(segment["text"]), "dim italic" if tentative else ""),
    )


def transcript(segments: Sequence[Json]) -> Group:
    """All segments, one a line."""
    return Group(*(segment_line(segment) for segment in segments))


def note(note: Json, segments: Sequence[Json]) -> RenderableType:
    """A note with the words each sentence rests on beneath it, and what is said against it."""
    spoken = {segment["id"]: segment for segment in segments}
    parts: list[RenderableType] = []
    if note.get("statement"):
        parts.append(Text(str(note["statement"]), style="yellow"))
    parts += _risk(note, spoken)
    for section in note["sections"]:
        parts.append(Text(str(section["title"]), style="bold underline"))
        if section.get("fixed"):
            parts.append(Padding(Text(str(section["fixed"])), (0, 0, 0, 2)))
        if section.get("statement"):
            parts.append(Text(f"  {section['statement']}", style="dim"))
        for sentence in section["sentences"]:
            parts += _sentence(sentence, spoken)
    drafted = not note.get("statement")  # of what is not drafted it goes without saying
    if note.get("not_discussed") and drafted:
        parts.append(Text(f"Not discussed this session: {', '.join(note['not_discussed'])}.", style="dim"))
    if note.get("drafter_notice"):
        parts.append(Text(str(note["drafter_notice"]), style="yellow"))
    title = f"{_format_name(note)} note, drafted by {note['drafter']}"
    return Panel(Group(*parts), title=title, title_align="left", padding=(1, 2))


def _format_name(note: Json) -> str:
    """The built-in format, or the practice's own template by its name."""
    own = note.get("template")
    return str(own["name"]) if own else str(note["format"]).upper()


def _risk(note: Json, spoken: Mapping[str, Json]) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for item in note.get("risk", ()):
        style = RISK_STYLE.get(str(item["status"]), "bold")
        told = risk_in_words(str(item["status"]), past=bool(item.get("past")), whose=item.get("whose"))
        parts.append(Text(f"Risk: {item['kind']}: {told}", style=style))
        said = " ".join(f"“{quote}”" for quote in item.get("quotes", ()))
        parts += [Padding(Text(said), (0, 0, 0, 6))] if said else []
        parts += _quotes(item["evidence"], spoken)
    return [*parts, Text()] if parts else []


def _sentence(sentence: Json, spoken: Mapping[str, Json]) -> list[RenderableType]:
    flags = "".join(f" [{flag}]" for flag in sentence["flags"])
    line = Text.assemble(("  • ", "dim"), str(sentence["text"]), (flags, "bold red"))
    reasons = [
        Padding(Text(str(one["reason"]), style="red"), (0, 0, 0, 6)) for one in sentence.get("objections", ())
    ]
    return [line, *_quotes(sentence["evidence"], spoken), *reasons]


def _quotes(evidence: Sequence[str], spoken: Mapping[str, Json]) -> list[RenderableType]:
    known = [spoken[one] for one in evidence if one in spoken]
    quotes: list[RenderableType] = [Padding(_quote(one), (0, 0, 0, 6)) for one in known[:MOST_QUOTES]]
    if len(known) > MOST_QUOTES:
        quotes.append(Padding(Text(f"and {len(known) - MOST_QUOTES} more", style="dim"), (0, 0, 0, 6)))
    return quotes


def _quote(segment: Json) -> Text:
    """One line of evidence, cut where the terminal ends."""
    words = f"{clock(segment['start'])} {segment['speaker']}: “{str(segment['text']).strip()}”"
    return Text(words, style="dim", no_wrap=True, overflow="ellipsis")


def receipt(receipt: Json, *, verified: bool, status: int | None) -> RenderableType:
    """A receipt of destruction with what was checked about it."""
    counts = ", ".join(f"{name} {count}" for name, count in dict(receipt.get("counts", {})).items())
    lines = [
        f"receipt   {receipt['id']}",
        f"what      {receipt.get('what', '')} of session {receipt.get('session', '')}",
        f"why       {receipt.get('why', '')}",
        f"when      {receipt.get('destroyed_at', '')}",
        f"counts    {counts}",
        f"hash      {receipt.get('hash', '')}",
    ]
    verdict = ("signature and chain verified", "green") if verified else ("NOT VALID", "bold red")
    gone = f"asking for the transcript now answers {status}"
    gone_style = "green" if status == 410 else "bold red"
    return Panel(
        Group(Text("\n".join(lines)), Text(*verdict), Text(gone, style=gone_style)),
        title="The transcript is destroyed",
        title_align="left",
        padding=(1, 2),
    )


STAGES = {
    "media": "hearing",
    "recognition": "recognition",
    "masking": "masking",
    "drafting_local": "drafting here",
    "drafting_remote": "drafting elsewhere",
}


def energy(report: Json) -> Text:
    """Watt-hours, carbon and water, low to high, with how they are known; beneath it the stages."""
    wh, grams, water = report["watt_hours"], report["grams_co2e"], report["water_millilitres"]
    told = Text.assemble(
        ("Energy of this session: ", "bold"),
        f"{wh['mid']:.3f} Wh ({wh['low']:.3f} to {wh['high']:.3f}), ",
        f"{grams['mid']:.2f} g CO₂e ({grams['low']:.2f} to {grams['high']:.2f}), ",
        f"{water['mid']:.2f} ml of water ({water['low']:.2f} to {water['high']:.2f}), ",
        (str(report.get("label", "modelled")), "italic"),
    )
    for stage, joules in report["stages"].items():
        told.append(f"\n  {STAGES.get(stage, stage):<20}{_spent(report, stage, joules)}", style="dim")
    told.append(f"\n  Not counted: {'; '.join(report['not_counted'])}.", style="dim")
    return told


def _spent(report: Json, stage: str, joules: Json) -> str:
    figures = f"{joules['mid']:8.1f} J ({joules['low']:.1f} to {joules['high']:.1f})"
    seconds = report["cpu_seconds"].get(stage)
    counted = f"{report['remote_tokens']} tokens" if seconds is None else f"{seconds:.2f} CPU s"
    return f"{figures:<32}{counted}"
