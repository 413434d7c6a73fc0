"""Every setting of the front door, in one typed place, read once at start.

The environment's variables carry the prefix `ATTUNE_` (`ATTUNE_PORT=8700`). A variable with that prefix
that names no setting is refused, so that a misspelt promise is never silently ignored.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from live_notes.energy import Factors
from live_notes.masking import DEFAULT_MODEL
from media_worker.settings import EarSettings

PREFIX = "ATTUNE_"
MAX_TERMS = 40
"""Terms of a practice's own vocabulary; more would not fit a recogniser's prompt."""

FOREIGN_PREFIXES = ("ATTUNE_EAR_", "ATTUNE_WORKER_")
"""Variables of the media worker, which reads them itself."""

DATABASES = ("postgresql+asyncpg://", "sqlite+aiosqlite:///")

Urls = Annotated[tuple[str, ...], NoDecode]


class UnknownSettingError(ValueError):
    """An environment variable with our prefix names no setting."""


class Settings(BaseSettings):
    """Settings of one signaling node. Units are in the names; defaults suit one machine."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    # where
    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8700, ge=0, le=65535, description="TCP port; 0 takes a free one")
    public_url: str | None = Field(
        default=None, description="URL people open, e.g. https://attune.example; default: host and port"
    )
    folder: Path = Field(default=Path("attune-data"), description="folder of the sealed records and keys")
    practice_name: str = Field(default="Practice", max_length=120, description="name shown to clinicians")
    language: str = Field(
        default="en",
        description="language of the calls (BCP 47) unless a session or a participant has another",
    )

    # memory
    database_url: SecretStr | None = Field(
        default=None,
        description="postgresql+asyncpg://USER:PASSWORD@HOST/DATABASE or sqlite+aiosqlite:///PATH; "
        "default: a file in the folder",
    )
    key_store_path: Path | None = Field(default=None, description="key store file; default: folder/keys/")
    key_store_url: SecretStr | None = Field(
        default=None,
        description="redis://:PASSWORD@HOST/NUMBER of the key store that several nodes share, instead of a "
        "file; needs master_key or master_key_file, and a Redis with --appendonly yes --appendfsync always "
        '--save ""',
    )
    key_store_may_lose: bool = Field(
        default=False,
        description="accept a Redis key store that could lose keys, and with them notes, or that hides its "
        "settings (CONFIG GET)",
    )
    master_key: SecretStr | None = Field(
        default=None, description="32 bytes, base64; default: in a file, see master_key_file"
    )
    other_master_keys: SecretStr | None = Field(
        default=None,
        description="further master keys, comma separated: the new one and then the old one while `attune "
        "keys rotate` replaces one that is given as master_key",
    )
    master_key_file: Path | None = Field(
        default=None,
        description="file of the master key, made on the first start; default: folder/keys/master.key",
    )
    master_key_kms: str | None = Field(
        default=None,
        description="key service that encrypts the master key in its file: aws:KEY, with a key's id, ARN or "
        "alias/NAME; credentials and region as AWS's tools take them; needs attune[aws]",
    )
    transcript_days: float = Field(
        default=7.0, gt=0, le=7, description="days an unsigned session's transcript may live (at most 7)"
    )
    legal_hold: bool = Field(
        default=False,
        description="whether two people together may keep a transcript longer (`attune hold`), seen by all",
    )
    rest_minutes: float = Field(
        default=10.0,
        gt=0,
        description="minutes without use after which an ended session's words leave memory; they stay sealed",
    )
    sweep_seconds: float = Field(default=60.0, gt=0, description="seconds between sweeps")

    # ears
    workers: int = Field(default=1, ge=0, le=64, description="media workers started on this machine")
    model: str = Field(
        default_factory=lambda: EarSettings().model,
        min_length=1,
        description="recogniser: base, tiny.en, an added model's name or a model folder; default: "
        "ATTUNE_EAR_MODEL, else what `attune models use` chose, else base",
    )
    worker_token: SecretStr | None = Field(
        default=None, description="bearer token of other machines' workers; default: random, own only"
    )
    vocabulary: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        max_length=MAX_TERMS,
        description="names and terms of the practice that the recogniser should know, comma separated; names "
        "of a session's people and the clinician's own list come first",
    )
    worker_heartbeat_seconds: float = Field(default=1.0, gt=0, description="seconds between their heartbeats")
    worker_timeout_seconds: float = Field(default=4.0, gt=0, description="silence until a worker is lost")
    worker_behind_seconds: float = Field(
        default=6.0, gt=0, description="wait of the oldest window from which a worker counts as stalled"
    )
    leg_connect_seconds: float = Field(default=8.0, gt=0, description="time an audio leg has to connect")
    flush_seconds: float = Field(default=10.0, gt=0, description="longest wait for last words after the call")

    # drafting and masking
    drafter: Literal["embedded", "model"] = Field(default="embedded", description="who drafts notes")
    processors_file: Path | None = Field(default=None, description="TOML file that declares AI processors")
    processor: str | None = Field(default=None, description="name of the processor the model drafter uses")
    masking_processes: int = Field(default=1, ge=1, le=16, description="processes that mask transcripts")
    masking_model: str = Field(
        default=DEFAULT_MODEL,
        pattern=r"^[a-z][a-z0-9_]{0,99}$",
        description="installed spaCy package that masking reads with; `blank`: none, lists and forms alone",
    )

    # energy
    pue: float | None = Field(
        default=None,
        ge=1,
        le=5,
        allow_inf_nan=False,
        description="power usage effectiveness of the building the machine stands in",
    )
    grid_grams_per_kwh: float | None = Field(
        default=None,
        ge=0,
        le=3000,
        allow_inf_nan=False,
        description="carbon of the electricity used, grams of CO2e per kWh",
    )
    grid_source: str | None = Field(
        default=None, max_length=200, description="where that figure is from, shown beside it"
    )
    water_litres_per_kwh: float | None = Field(
        default=None,
        ge=0,
        le=1000,
        allow_inf_nan=False,
        description="water consumed for a kWh, for cooling on site and by the power plants, litres",
    )

    # network between browsers
    stun_urls: Urls = Field(default=(), description="STUN URLs, comma separated; none by default")
    turn_urls: Urls = Field(default=(), description="TURN URLs, comma separated")
    turn_secret: SecretStr | None = Field(default=None, description="coturn's static-auth-secret")
    turn_ttl_seconds: int = Field(default=6 * 3600, ge=60, description="life of a TURN credential")

    # several nodes as one server
    redis_url: SecretStr | None = Field(
        default=None,
        description="redis://:PASSWORD@HOST/NUMBER by which nodes find each other; keeps no words, must not "
        "be the key store's, needs no disk; default: none, this server is alone",
    )
    node_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/?#]+/?$",
        description="inner address at which the other nodes and media workers reach this one, "
        "e.g. http://10.0.0.5:8700; words pass over it, so that it must be private or https",
    )
    cluster_secret: SecretStr | None = Field(
        default=None, description="32 bytes, base64, the same on all nodes: proves them to each other"
    )
    lease_seconds: float = Field(
        default=10.0,
        gt=0,
        le=15,
        description="seconds after which a dead node's sessions may be taken over by another",
    )

    # people
    join_token_hours: float = Field(
        default=24.0, gt=0, le=24 * 14, description="life of a join link, counted from the appointment"
    )
    owner_link_minutes: float = Field(default=60.0, gt=0, le=24 * 60, description="life of the one-time link")
    login_hours: float = Field(default=12.0, gt=0, le=24 * 7, description="life of a clinician's login")

    # rooms
    grace_seconds: float = Field(default=60.0, ge=0, description="time to come back after a drop")
    abandoned_seconds: float = Field(default=300.0, ge=0, description="empty room's time until it ends")
    max_call_minutes: float = Field(default=240.0, gt=0, description="longest call; then time is over")

    # limits
    heartbeat_seconds: float = Field(default=5.0, gt=0, description="seconds between a browser's heartbeats")
    hello_seconds: float = Field(default=5.0, gt=0, description="time a new socket has to say hello")
    max_body_bytes: int = Field(default=512 * 1024, ge=1024, description="largest REST body")
    recording_megabytes: int = Field(
        default=4096, ge=1, le=65536, description="largest uploaded recording, MiB; it is never held whole"
    )
    outbox_messages: int = Field(default=256, ge=16, description="messages queued for one socket")
    messages_per_second: float = Field(default=50.0, gt=0, description="a socket's lasting message rate")
    message_burst: int = Field(default=300, ge=1, description="messages a socket may send at once")
    login_attempts_per_minute: float = Field(default=10.0, gt=0, description="login attempts an address has")
    note_seconds: float = Field(default=60.0, gt=0, description="longest time to draft a note")

    # running
    log_format: Literal["console", "json"] = Field(default="console", description="form of log lines")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="least level logged"
    )
    harden: bool = Field(
        default=True,
        description="overwrite freed memory (restarts once); keep memory out of swap where permitted",
    )
    undumpable: bool = Field(
        default=True,
        description="refuse debuggers of the same user, the workers too (PR_SET_DUMPABLE 0)",
    )

    @field_validator("stun_urls", "turn_urls", "vocabulary", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @model_validator(mode="after")
    def _complete(self) -> Self:
        database = "" if self.database_url is None else self.database_url.get_secret_value()
        if database and not database.startswith(DATABASES):
            raise ValueError(f"database_url must begin with {' or '.join(DATABASES)}")
        if self.key_store_url is not None and self.master_key is None and self.master_key_file is None:
            raise ValueError("key_store_url needs master_key or master_key_file, the same on all nodes")
        if self.key_store_url is not None and self.key_store_path is not None:
            raise ValueError("give key_store_path or key_store_url, not both")
        if self.redis_url is not None:
            self._complete_cluster(database)
        if self.turn_urls and self.turn_secret is None:
            raise ValueError("turn_urls need turn_secret (coturn's static-auth-secret)")
        if self.drafter == "model" and (self.processors_file is None or self.processor is None):
            raise ValueError("drafter=model needs processors_file and processor")
        if self.processors_file is not None and not self.processors_file.is_file():
            raise ValueError("processors_file does not exist")
        return self

    def _complete_cluster(self, database: str) -> None:
        if self.node_url is None or self.cluster_secret is None:
            raise ValueError("redis_url needs node_url and cluster_secret")
        if not database.startswith("postgresql") or self.key_store_url is None:
            raise ValueError(
                "redis_url needs records that nodes share: database_url (PostgreSQL), key_store_url"
            )
        if self.redis_url == self.key_store_url:
            raise ValueError("redis_url and key_store_url must be two servers: one forgets, one must not")


def factors_of(settings: Settings) -> Factors:
    """The energy, carbon and water factors these settings name."""
    return Factors.of(
        pue=settings.pue,
        grams_per_kwh=settings.grid_grams_per_kwh,
        litres_per_kwh=settings.water_litres_per_kwh,
        grid_source=settings.grid_source,
    )


def unknown_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Names of `ATTUNE_*` variables that no setting reads, sorted."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    return tuple(
        sorted(
            name
            for name in environment
            if name.upper().startswith(PREFIX)
            and name.upper() not in known
            and not name.upper().startswith(FOREIGN_PREFIXES)
        )
    )


def load_settings(**given: Any) -> Settings:
    """The settings from the environment; `given` (command-line options, `None` meaning not given) win.

    Raises:
        UnknownSettingError: a variable with our prefix names no setting.
        pydantic.ValidationError: a value is out of its range.
    """
    unknown = unknown_variables(os.environ)
    if unknown:
        raise UnknownSettingError(f"unknown setting: {', '.join(unknown)}")
    return Settings(**{name: value for name, value in given.items() if value is not None})
