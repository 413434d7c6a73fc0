"""The clinician's style: what was learned of how they write, and what they change of it by hand."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from aiohttp import web
from pydantic import Field

from live_notes.style import (
    Learned,
    Profile,
    RuleRefused,
    Standing,
    exported,
    rewritten,
    standing,
    text_of,
    turned,
    without,
)
from live_notes.style.limits import MOST_RULES
from live_notes.style.rules import MAX_CHARS
from retention import BadInput, NotFound, StaleVersion
from signaling.access import Scope
from signaling.rest.shapes import Line
from signaling.routes import JSON, PART, Body, Call, Reply, Route

FILE_NAME = "attune-style.json"

RuleId = Annotated[str, Field(pattern=f"^{PART}$")]


class RuleView(Reply):
    """A rule and what was seen of it. Beside its words in English it says its parts, of which few are there.

    `writable`: the one part that may be written anew, as it is now; null where there is none.
    """

    id: str
    kind: Literal["wording", "addition", "heading", "order", "omission", "length", "voice"]
    words: str = Field(description="the rule in plain English")
    standing: Standing
    enabled: bool
    edited: bool = Field(description="written by hand: it works whatever is seen")
    seen: int = Field(description="sessions that agreed")
    contrary: int = Field(description="sessions that did not")
    writable: str | None = None
    before: str | None = None
    after: str | None = None
    section: str | None = None
    text: str | None = None
    first: str | None = None
    second: str | None = None
    topic: str | None = None
    most: int | None = None
    keeping: str | None = None
    tense: str | None = None


class StyleView(Reply):
    """The style profile. `emerging`: habits seen too seldom to be rules as yet."""

    learning: bool
    sessions: int = Field(description="sessions learned from")
    emerging: int
    rules: list[RuleView]


class RuleChange(Body):
    """A rule on or off, or written anew: what stands instead, is added, heads a section, or how many stay."""

    id: RuleId
    enabled: bool | None = None
    text: Line | None = Field(default=None, max_length=MAX_CHARS)


class StyleChange(Body):
    """What is to change; whatever is left out stays as it is."""

    learning: bool | None = Field(default=None, description="whether signed notes are learned from")
    rules: list[RuleChange] = Field(default_factory=list, max_length=4 * MOST_RULES)


class ExportedRule(Reply):
    """A rule in a file: its words, its parts, its counts."""

    text: str
    rule: dict[str, Any]
    seen: int
    contrary: int
    enabled: bool


class StyleFile(Reply):
    """A style profile as a file, which `attune draft --style` takes."""

    attune_style: Literal[1]
    sessions: int
    rules: list[ExportedRule]


async def read(call: Call) -> StyleView:
    """The style profile."""
    return _view(await call.house.notebook.styles.profile())


async def change(call: Call) -> StyleView:
    """Changes all that is given, or nothing. Raises `NotFound`, `RuleRefused`, `BadInput`."""
    asked = call.body(StyleChange)
    return _view(await call.house.notebook.styles.change("style.changed", lambda now: _changed(now, asked)))


async def delete(call: Call) -> StyleView:
    """Forgets every rule and every count."""
    return _view(await call.house.notebook.styles.delete())


async def delete_rule(call: Call) -> StyleView:
    """Forgets a rule and its counts; one that is not there is forgotten already."""
    rule = call.part("rule")
    return _view(await call.house.notebook.styles.change("style.changed", lambda now: without(now, rule)))


async def export(call: Call) -> web.Response:
    """The style profile as a file."""
    file = exported(await call.house.notebook.styles.profile())
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    text = json.dumps(file, ensure_ascii=False, indent=2)
    return web.Response(text=text, content_type=JSON, charset="utf-8", headers=headers)


def _changed(profile: Profile, asked: StyleChange) -> Profile:
    if asked.learning is not None:
        profile = profile.model_copy(update={"learning": asked.learning})
    for one in asked.rules:
        if one.text is not None:
            profile = rewritten(profile, one.id, one.text)
        if one.enabled is not None:
            profile = turned(profile, one.id, one.enabled)
    return profile


def _view(profile: Profile) -> StyleView:
    rules = [_rule(one) for one in profile.shown]
    return StyleView(
        learning=profile.learning, sessions=profile.sessions, emerging=profile.emerging, rules=rules
    )


_WRITABLE = {"wording": "after", "addition": "text", "heading": "after", "length": "most"}


def _rule(one: Learned) -> RuleView:
    parts = one.rule.model_dump(mode="json")
    writable = parts.get(_WRITABLE.get(one.rule.kind, ""))
    return RuleView(
        id=one.id,
        words=text_of(one.rule),
        standing=standing(one),
        enabled=one.enabled,
        edited=one.edited,
        seen=one.seen,
        contrary=one.contrary,
        writable=None if writable is None else str(writable),
        **parts,
    )


ROUTES = (
    Route(
        "GET", "/v1/style", Scope.SETTINGS, read, "The style profile", reply=StyleView, access="style.read"
    ),
    Route(
        "PUT",
        "/v1/style",
        Scope.SETTINGS,
        change,
        "Turn learning or rules on or off, write rules anew",
        StyleChange,
        StyleView,
        refuses=(NotFound, RuleRefused, BadInput, StaleVersion),
    ),
    Route(
        "DELETE",
        "/v1/style",
        Scope.SETTINGS,
        delete,
        "Forget the whole style profile",
        reply=StyleView,
        refuses=(StaleVersion,),
    ),
    Route(
        "DELETE",
        "/v1/style/rules/{rule}",
        Scope.SETTINGS,
        delete_rule,
        "Forget one rule",
        reply=StyleView,
        refuses=(StaleVersion,),
    ),
    Route(
        "GET",
        "/v1/style/export",
        Scope.SETTINGS,
        export,
        "The style profile as a file",
        reply=StyleFile,
        access="style.exported",
    ),
)
