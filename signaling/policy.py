"""`/policy`: what this installation does with words, as its configuration and code enforce it."""

from __future__ import annotations

from html import escape
from typing import Any

from aiohttp import web

from live_notes.energy import method_of
from signaling.config import Settings, factors_of
from signaling.house import House
from signaling.pages import written
from signaling.wordings import days_in_words

_MEASURED = "measured by the processor's own counter, shared by CPU time"
_MODELLED = "modelled from CPU time, as this server can read no counter of the processor"
_REMOTE = "; what a remote model answers is modelled by its tokens"
_HOLD = (
    " The law may oblige this practice to keep a transcript for longer. Two people have to decide that "
    "together, it stands in the audit chain, and what was to be destroyed meanwhile is destroyed at its end."
)


async def statement(house: House) -> dict[str, Any]:
    """The policy as JSON: one truth for the page and for programs. Raises `StoreUnavailable`."""
    settings = house.settings
    # Holds that were placed before they were switched off go on until two people end them.
    holding = settings.legal_hold or any(hold.in_force for hold in await house.memory.holds.list())
    return {
        "practice": settings.practice_name,
        "version": house.version,
        "audio": {"stored": False, "kept_in_memory_seconds_at_most": 120, "video_reaches_server": False},
        "recogniser": {"model": settings.model, "runs_on": "this server"},
        "transcript": {
            "sealed_with": "AES-256-GCM, one key a session, kept apart from the records",
            "destroyed_at": ["signing of the note", "withdrawal of consent", "the clinician's request"],
            "destroyed_after_days_at_the_latest": settings.transcript_days,
            "checked_every_seconds": settings.sweep_seconds,
            "legal_hold": holding,
        },
        "receipts": {"signed_with": "Ed25519", "public_key": house.memory.receipts.public_key},
        "note": {"kept": True, "drafter": settings.drafter, "signed_by": "the clinician"},
        "style": {
            "made_of": "a closed list of general and clinical words",
            "names_or_words_of_clients": False,
        },
        "processors": [
            {
                "name": processor.id,
                "host": processor.host,
                "model": processor.model,
                "local": processor.local,
                "baa": None if processor.baa is None else processor.baa.reference,
            }
            for processor in house.processors
        ],
        "wordings": [
            *dict.fromkeys(one.version for one in (*house.wordings, *house.in_person_wordings)),
            house.attestation.version,
        ],
        "telemetry": False,
        "training": False,
        "emotion_detection": False,
        "energy": {
            "method": (_MODELLED if house.energy.meter is None else _MEASURED) + _REMOTE,
            **method_of(factors_of(settings)),
        },
    }


async def serve(request: web.Request, house: House) -> web.Response:
    """The policy as a page, or as JSON for a client that asks for it."""
    stated = await statement(house)
    if "application/json" in request.headers.get("Accept", ""):
        return web.json_response(stated, headers={"Cache-Control": "no-cache"})
    return web.Response(text=page(stated), content_type="text/html", headers={"Cache-Control": "no-cache"})


def page(stated: dict[str, Any]) -> str:
    """The policy in plain language."""
    kept = days_in_words(stated["transcript"]["destroyed_after_days_at_the_latest"])
    energy = stated["energy"]
    parts = [
        _section(
            "What is heard",
            "Sound is heard only after the clinician starts the companion and everyone present has agreed on "
            "their own screen. It is turned into words on this server by the speech model "
            f"“{stated['recogniser']['model']}”. Sound is never stored: it is held in memory for seconds and "
            "then overwritten. Video goes directly between the participants and never reaches this server.",
        ),
        _section(
            "How long the transcript lives",
            "The transcript is sealed with a key of its own. It is destroyed when the note is signed, when a "
            f"participant withdraws, or when the clinician asks, and after {kept} at the latest. Each "
            "destruction leaves a signed receipt that anybody can verify, with the key "
            f"{stated['receipts']['public_key']}." + (_HOLD if stated["transcript"]["legal_hold"] else ""),
        ),
        _section("Who helps to draft the note", _processors(stated["processors"])),
        _section(
            "What is learned",
            "How a clinician words their notes (short forms, order, sentences that stand in every note) may "
            f"be remembered in rules made of {stated['style']['made_of']}. Your name, and what you say, are "
            "not part of them.",
        ),
        _section(
            "What never happens",
            "No telemetry, no training on anyone's words, no resale, no detection of emotions or mental "
            "states from voice or face.",
        ),
        _section(
            "Energy",
            f"The energy, carbon and water of each session are shown to the clinician: {energy['method']}. "
            f"Not counted: {', '.join(energy['not_counted'])}.",
        ),
        f"<p>Factors:</p><ul>{''.join(_factor(one) for one in energy['factors'])}</ul>",
    ]
    unnamed = stated["practice"] == Settings.model_fields["practice_name"].default
    who = "this practice" if unnamed else escape(stated["practice"])
    title, version = f"How {who} handles what you say", escape(stated["version"])
    return written(
        title,
        f"<h1>{title}</h1>{''.join(parts)}"
        f"<p><small>Generated from the running configuration, version {version}. Consent wordings: "
        f"{escape(', '.join(stated['wordings']))}.</small></p>",
    )


def _factor(stated: dict[str, Any]) -> str:
    low, mid, high = (f"{stated[which]:g}" for which in ("low", "mid", "high"))
    span = mid if low == high else f"{mid} ({low} to {high})"
    value = escape(f"{stated['name']} {span} {stated['unit']}")
    return f"<li><strong>{value}</strong><br><small>{escape(stated['source'])}</small></li>"


def _section(title: str, text: str) -> str:
    return f"<section><h2>{escape(title)}</h2><p>{escape(text)}</p></section>"


def _processors(processors: list[dict[str, Any]]) -> str:
    if not processors:
        return "Drafts are made on this server. Nothing that is said is sent to anyone else."
    named = "; ".join(
        f"{one['name']} (model {one['model']}, at {one['host']}, "
        + ("on this machine" if one["local"] else f"under the agreement {one['baa']}")
        + ")"
        for one in processors
    )
    return f"Only masked text, with names and other identifiers replaced, is sent to: {named}."
