"""The energy log: CPU seconds and modelled joules of a session by stage. No content."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from retention.canonical import clear_word
from retention.ground import Ground, practice_of
from retention.ids import SessionId
from retention.schema import energy


@dataclass(frozen=True, slots=True)
class EnergyTotal:
    """What one stage of a session has used so far; joules as low, middle and high estimates."""

    stage: str
    cpu_seconds: float
    joules_low: float
    joules_mid: float
    joules_high: float


class EnergyLog:
    """Sums by session and stage."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def add(
        self,
        session: SessionId,
        stage: str,
        cpu_seconds: float,
        joules_low: float,
        joules_mid: float,
        joules_high: float,
    ) -> None:
        """Adds to a stage's sums. Raises `NotFound`, `BadInput`."""
        this = (energy.c.session == session) & (energy.c.stage == clear_word(stage, "stage"))
        added = {
            "cpu_seconds": cpu_seconds,
            "joules_low": joules_low,
            "joules_mid": joules_mid,
            "joules_high": joules_high,
        }
        async with self._ground.store.write() as connection:
            await practice_of(connection, session)
            sums = {name: energy.c[name] + value for name, value in added.items()}
            changed = await connection.execute(update(energy).where(this).values(sums))
            if changed.rowcount == 0:
                await connection.execute(insert(energy).values(session=session, stage=stage, **added))

    async def totals(self, session: SessionId) -> list[EnergyTotal]:
        """The sums of each stage, by name of stage. Raises `NotFound`."""
        query = select(energy).where(energy.c.session == session).order_by(energy.c.stage)
        async with self._ground.store.read() as connection:
            await practice_of(connection, session)
            return [
                EnergyTotal(row.stage, row.cpu_seconds, row.joules_low, row.joules_mid, row.joules_high)
                for row in await connection.execute(query)
            ]
