"""Where the memory lives and how long transcripts do."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from retention.errors import BadInput
from retention.policy import RetentionPolicy
from retention.postgres import parse_url


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """Settings of the memory. Raises `BadInput` when one can't be."""

    folder: Path
    """Folder of everything kept; made with mode 0700."""

    database_url: str | None = field(default=None, repr=False)
    """`sqlite+aiosqlite:///PATH` or `postgresql+asyncpg://...`; by default `attune.sqlite3` in the folder."""

    key_store_path: Path | None = None
    """SQLite file of the wrapped data keys; by default `keys/keys.sqlite3` in the folder. In no backup."""

    key_store_url: str | None = field(default=None, repr=False)
    """`redis://...` of wrapped data keys that several nodes share, instead of the file."""

    key_store_may_lose: bool = False
    """Whether a Redis that does not write each key to its disk at once is accepted. What it loses is lost."""

    master_key: bytes | None = field(default=None, repr=False)
    """32 bytes; else read from a file."""

    other_master_keys: tuple[bytes, ...] = field(default=(), repr=False)
    """Further ones that data keys may be wrapped with while `master_key` is rotated."""

    master_key_file: Path | None = None
    """File of the master key when none is given; by default `keys/master.key` in the folder, made there."""

    master_key_kms: str | None = None
    """Key service that encrypts what is in that file: `aws:KEY`."""

    transcript_days: float = 7.0
    """Days an unsigned transcript lives: more than 0, at most 7."""

    legal_hold: bool = False
    """Whether two people together may keep a transcript for longer; holds there are stay in force."""

    def __post_init__(self) -> None:
        if not math.isfinite(self.transcript_days):
            raise BadInput("transcript_days must be a number")
        RetentionPolicy(timedelta(days=self.transcript_days))
        self._check_addresses()
        self._check_master_keys()

    def _check_master_keys(self) -> None:
        given = () if self.master_key is None else (self.master_key,)
        if any(len(key) != 32 for key in (*given, *self.other_master_keys)):
            raise BadInput("master_key must be 32 bytes")
        if self.other_master_keys and not given:
            raise BadInput("other_master_keys need master_key: in a file they stand line by line")
        if given and (self.master_key_file is not None or self.master_key_kms is not None):
            raise BadInput("give master_key, or master_key_file and master_key_kms, not both")

    def _check_addresses(self) -> None:
        url = self.database_url
        if url is not None and not url.startswith("sqlite"):
            parse_url(url)
        elif url is not None and url.partition(":///")[2] in ("", ":memory:"):
            raise BadInput("database_url must name a file when it is SQLite")
        if self.key_store_url is None:
            return
        _check_redis(self.key_store_url)
        if self.key_store_path is not None:
            raise BadInput("give key_store_path or key_store_url, not both")
        if self.master_key is None and self.master_key_file is None:
            raise BadInput("key_store_url needs master_key or master_key_file: all nodes must have the same")

    @property
    def shared(self) -> bool:
        """Whether nothing is kept in the folder, so that several nodes may work with this memory."""
        in_server = self.database_url is not None and not self.database_url.startswith("sqlite")
        return in_server and self.key_store_url is not None

    @property
    def policy(self) -> RetentionPolicy:
        """The retention policy these settings ask for."""
        return RetentionPolicy(timedelta(days=self.transcript_days))

    @property
    def database_path(self) -> Path:
        """The SQLite file of the default database."""
        return self.folder / "attune.sqlite3"

    @property
    def files(self) -> tuple[Path, ...]:
        """The SQLite files among records and keys; what is in a server is in no file of ours."""
        found = []
        if self.database_url is None:
            found.append(self.database_path)
        elif self.database_url.startswith("sqlite"):
            found.append(Path(self.database_url.partition(":///")[2]))
        return (*found, self.keys_path) if self.key_store_url is None else tuple(found)

    @property
    def keys_path(self) -> Path:
        """The SQLite file of the key store."""
        return self.key_store_path or self.folder / "keys" / "keys.sqlite3"

    @property
    def master_key_path(self) -> Path:
        """The file of the master key when none is given."""
        return self.master_key_file or self.folder / "keys" / "master.key"


def _check_redis(url: str) -> None:
    """Raises `BadInput` for what is no URL of a Redis; it is not repeated."""
    try:
        parts = urlsplit(url)
        options = parse_qs(parts.query)
    except ValueError:
        raise BadInput("key_store_url is not a URL") from None
    if parts.scheme not in ("redis", "rediss", "unix"):
        raise BadInput("key_store_url must be redis://HOST/NUMBER, rediss://... or unix://...")
    if any(name != "db" and not name.startswith("ssl_") for name in options):
        raise BadInput("key_store_url may have the option db and those that begin with ssl_ only")
