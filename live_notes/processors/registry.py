"""AI processors as declared, and the one question asked of them, whether a call is permitted.

A processor is permitted when it is declared local and stands on this machine or on
a host declared private, or when a business associate agreement covers the moment of
the call (45 CFR 164.502(e), 164.504(e)). Everything else is refused. Who may hear speech must
besides neither keep it nor train with it.
"""

from __future__ import annotations

import ipaddress
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from live_notes.errors import ProcessorMisdeclared, ProcessorRefused


class Purpose(StrEnum):
    """What a processor may be used for."""

    DRAFTING = "drafting"
    REDRAFTING = "redrafting"
    BRIEF = "brief"
    RECOGNITION = "recognition"
    """Hearing speech, which can't be masked: it must be declared by itself and attested twice."""


_ONE_WORD = r"^[A-Za-z0-9_.:/@+=?&%#,~-]{1,200}$"
"""What may stand in the ledger in the clear: one word."""


class _Declaration(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class BusinessAssociateAgreement(_Declaration):
    """An agreement under 45 CFR 164.504(e): its reference and its first and last day, both included (UTC)."""

    reference: str = Field(pattern=_ONE_WORD)
    from_: date = Field(alias="from")
    to: date

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.to < self.from_:
            raise ValueError("the agreement ends before it begins")
        return self

    def covers(self, now: datetime) -> bool:
        """Whether the agreement is in force at `now`."""
        return self.from_ <= now.date() <= self.to

    def days_left(self, now: datetime) -> int:
        """Days until its last one, that one included; 0 when it is over."""
        return max(0, (self.to - now.date()).days + 1)


class Attestation(_Declaration):
    """Who attested something about a processor, and when."""

    by: str = Field(min_length=1, max_length=200)
    at: date


class Processor(_Declaration):
    """One declared AI endpoint.

    `endpoint` is the base URL of an OpenAI-compatible API, without credentials or query.
    `local` is a declaration: loopback alone does not make a processor local, since a
    tunnel may end there. `private_hosts` names hosts of the practice's own network that
    count as local. `api_key_env` names the environment variable that holds the key.
    `parameters_billions`, and of a mixture of experts `active_parameters_billions`, say
    how large the model is: its energy is estimated from that.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")
    endpoint: str = Field(max_length=500)
    model: str = Field(pattern=_ONE_WORD)
    purposes: frozenset[Purpose] = Field(min_length=1)
    region: str = Field(default="unstated", max_length=100)
    local: bool = False
    private_hosts: frozenset[str] = frozenset()
    baa: BusinessAssociateAgreement | None = None
    zero_retention: Attestation | None = None
    no_training: Attestation | None = None
    api_key_env: str | None = Field(default=None, pattern=r"^[A-Z_][A-Z0-9_]*$")
    timeout_seconds: float = Field(default=30.0, gt=0, le=300)
    max_answer_tokens: int = Field(default=2000, ge=16, le=16000)
    parameters_billions: float | None = Field(default=None, gt=0, le=100_000)
    active_parameters_billions: float | None = Field(default=None, gt=0, le=100_000)

    @model_validator(mode="after")
    def _no_more_work_than_there_are(self) -> Self:
        active = self.active_parameters_billions
        if active is not None and (self.parameters_billions is None or active > self.parameters_billions):
            raise ValueError("active_parameters_billions needs parameters_billions and is at most that")
        return self

    @field_validator("endpoint")
    @classmethod
    def _is_a_plain_base_url(cls, endpoint: str) -> str:
        parts = urlsplit(endpoint)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("the endpoint is an http or https URL")
        if not parts.hostname.isascii():
            raise ValueError("the endpoint's host is written in ASCII (xn--...), as it is asked for")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("the endpoint carries no credentials, query or fragment")
        return endpoint.rstrip("/")

    @property
    def host(self) -> str:
        """The endpoint's host, lower case."""
        return (urlsplit(self.endpoint).hostname or "").lower()

    @property
    def stands_locally(self) -> bool:
        """Declared local, and its host is loopback or one of the declared private hosts."""
        return self.local and (is_loopback(self.host) or self.host in self.private_hosts)


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine; names are not resolved, so DNS can't change the answer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a processor may be called for a purpose, and if not, why."""

    purpose: Purpose
    allowed: bool
    reason: str | None = None


class ProcessorRegistry:
    """The declared processors by id.

    Raises:
        ProcessorMisdeclared: two declarations share an id.
    """

    def __init__(self, processors: Iterable[Processor] = ()) -> None:
        self._processors: dict[str, Processor] = {}
        for processor in processors:
            if processor.id in self._processors:
                raise ProcessorMisdeclared("two processors are declared with the same id")
            self._processors[processor.id] = processor

    def __iter__(self) -> Iterator[Processor]:
        return iter(self._processors.values())

    def __len__(self) -> int:
        return len(self._processors)

    def named(self, processor_id: str) -> Processor:
        """The processor with that id.

        Raises:
            ProcessorRefused: none is declared under it.
        """
        processor = self._processors.get(processor_id)
        if processor is None:
            raise ProcessorRefused("no processor is declared under this id: declare it in the configuration")
        return processor

    def permit(self, processor: Processor, purpose: Purpose, now: datetime) -> None:
        """Returns if `processor` may be called for `purpose` at `now` (aware).

        Raises:
            ProcessorRefused: it is not the declared one, is declared for other purposes, is neither
                local nor under an agreement in force, or would hear speech without attestations.
        """
        if self._processors.get(processor.id) is not processor:
            raise ProcessorRefused("this processor is not the declared one")
        if purpose not in processor.purposes:
            raise ProcessorRefused(f"processor {processor.id} is not declared for {purpose}")
        if processor.stands_locally:
            return
        if processor.baa is None:
            raise ProcessorRefused(f"processor {processor.id} is neither local nor under an agreement (BAA)")
        if not processor.baa.covers(now):
            raise ProcessorRefused(f"the agreement (BAA) with processor {processor.id} is not in force")
        if not processor.endpoint.startswith("https://"):
            raise ProcessorRefused(f"processor {processor.id} is remote: its endpoint must use https")
        if purpose is Purpose.RECOGNITION and not (processor.zero_retention and processor.no_training):
            raise ProcessorRefused(
                f"processor {processor.id} would hear voices: attest zero_retention and no_training first"
            )

    def permissions(self, processor: Processor, now: datetime) -> tuple[Permission, ...]:
        """What `permit` answers for every purpose there is."""
        return tuple(self._permission(processor, purpose, now) for purpose in Purpose)

    def _permission(self, processor: Processor, purpose: Purpose, now: datetime) -> Permission:
        try:
            self.permit(processor, purpose, now)
        except ProcessorRefused as refusal:
            return Permission(purpose, allowed=False, reason=refusal.detail)
        return Permission(purpose, allowed=True)


def registry_from(declarations: Iterable[object]) -> ProcessorRegistry:
    """A registry from settings: each declaration a mapping with the fields of `Processor`.

    Raises:
        ProcessorMisdeclared: a declaration is invalid; the message names the entry and the field.
    """
    return ProcessorRegistry(
        _declared(position, entry) for position, entry in enumerate(declarations, start=1)
    )


def read_registry(path: Path) -> ProcessorRegistry:
    """A registry from a TOML file with one `[[processor]]` table each.

    Raises:
        ProcessorMisdeclared: the file can't be read or is invalid.
    """
    try:
        declared: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise ProcessorMisdeclared("the processors' file can't be read as TOML") from None
    entries = declared.pop("processor", [])
    if declared or not isinstance(entries, list):
        raise ProcessorMisdeclared("the processors' file holds [[processor]] tables and nothing else")
    return registry_from(entries)


def _declared(position: int, entry: object) -> Processor:
    try:
        return Processor.model_validate(entry)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "entry"
        raise ProcessorMisdeclared(f"processor {position}: {where}: {first['msg']}") from None
