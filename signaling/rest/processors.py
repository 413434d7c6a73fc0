"""The declared AI processors: where each stands, under what agreement, and what it may be used for now.

For reading only. Which addresses words may be sent to is set by whoever operates the server, in its
configuration, and by no login (docs/decisions/0025).
"""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from aiohttp import web

from live_notes.processors import BusinessAssociateAgreement, Permission, Processor
from signaling.access import Scope
from signaling.house import House
from signaling.routes import Call, Reply, Route, as_json


class AgreementView(Reply):
    """A business associate agreement with its first and last day; `days_left` counts the last one, too."""

    reference: str
    from_: date
    to: date
    in_force: bool
    days_left: int


class AttestationView(Reply):
    """Who attested something, and when."""

    by: str
    at: date


class PermissionView(Reply):
    """Whether a call for this purpose would be permitted now; `reason` says why not."""

    purpose: str
    allowed: bool
    reason: str | None


class ProcessorView(Reply):
    """A declared AI processor.

    `stands_locally`: declared local, and its host is this machine or a declared private one. `permitted` has
    every purpose there is. `key_missing`: the variable `api_key_env` is not set, so that no call is made.
    `drafts`: it drafts notes at present.
    """

    id: str
    endpoint: str
    host: str
    model: str
    purposes: tuple[str, ...]
    region: str
    local: bool
    stands_locally: bool
    private_hosts: tuple[str, ...]
    baa: AgreementView | None
    zero_retention: AttestationView | None
    no_training: AttestationView | None
    api_key_env: str | None
    key_missing: bool
    timeout_seconds: float
    max_answer_tokens: int
    parameters_billions: float | None
    active_parameters_billions: float | None
    permitted: tuple[PermissionView, ...]
    drafts: bool


class ProcessorList(Reply):
    """The declared AI processors; `processor` drafts at present if `drafter` is `model`."""

    drafter: str
    processor: str | None
    processors: tuple[ProcessorView, ...]


async def processors(call: Call) -> web.Response:
    """The declared AI processors, and who drafts at present."""
    house = call.house
    return as_json(
        {
            "drafter": house.settings.drafter,
            "processor": house.settings.processor,
            "processors": [_told(house, processor) for processor in house.processors],
        }
    )


def _told(house: House, processor: Processor) -> dict[str, Any]:
    """A declaration with what follows from it at this moment."""
    now, key = house.now(), processor.api_key_env
    return {
        **processor.model_dump(mode="json"),
        "purposes": sorted(purpose.value for purpose in processor.purposes),
        "private_hosts": sorted(processor.private_hosts),
        "host": processor.host,
        "stands_locally": processor.stands_locally,
        "baa": None if processor.baa is None else _agreed(house, processor.baa),
        "key_missing": key is not None and not os.environ.get(key),
        "permitted": [_permitted(one) for one in house.processors.permissions(processor, now)],
        "drafts": house.settings.drafter == "model" and house.settings.processor == processor.id,
    }


def _agreed(house: House, agreement: BusinessAssociateAgreement) -> dict[str, Any]:
    now = house.now()
    facts = {"in_force": agreement.covers(now), "days_left": agreement.days_left(now)}
    return {**agreement.model_dump(mode="json"), **facts}


def _permitted(one: Permission) -> dict[str, Any]:
    return {"purpose": one.purpose.value, "allowed": one.allowed, "reason": one.reason}


ROUTES = (
    Route(
        "GET",
        "/v1/processors",
        Scope.RECORDS_READ,
        processors,
        "Declared AI processors, and what each may be used for now",
        reply=ProcessorList,
    ),
)
