"""Where the memory lives and how long transcripts do."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from retention.errors import BadInput
from retention.policy import RetentionPolicy


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """Settings of the memory. Raises `BadInput` when one can't be."""

    folder: Path
    """Folder of everything kept; made with mode 0700."""

    database_url: str | None = None
    """SQLAlchemy URL with an asynchronous driver; by default `attune.sqlite3` in the folder."""

    key_store_path: Path | None = None
    """SQLite file of the wrapped data keys; by default `keys/keys.sqlite3` in the folder. In no backup."""

    master_key: bytes | None = field(default=None, repr=False)
    """32 bytes; else read from `keys/master.key` in the folder, made there on the first run."""

    transcript_days: float = 7.0
    """Days an unsigned transcript lives: more than 0, at most 7."""

    def __post_init__(self) -> None:
        if not math.isfinite(self.transcript_days):
            raise BadInput("transcript_days must be a number")
        RetentionPolicy(timedelta(days=self.transcript_days))
        url = self.database_url or ""
        if url.startswith("sqlite") and url.partition(":///")[2] in ("", ":memory:"):
            raise BadInput("database_url must name a file when it is SQLite")
        if self.master_key is not None and len(self.master_key) != 32:
            raise BadInput("master_key must be 32 bytes")

    @property
    def policy(self) -> RetentionPolicy:
        """The retention policy these settings ask for."""
        return RetentionPolicy(timedelta(days=self.transcript_days))

    @property
    def database_path(self) -> Path:
        """The SQLite file of the default database."""
        return self.folder / "attune.sqlite3"

    @property
    def keys_path(self) -> Path:
        """The SQLite file of the key store."""
        return self.key_store_path or self.folder / "keys" / "keys.sqlite3"

    @property
    def master_key_path(self) -> Path:
        """The file of the master key when none is given."""
        return self.folder / "keys" / "master.key"
