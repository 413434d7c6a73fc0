"""What each session spent: CPU seconds from anywhere, modelled as joules and written down."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from live_notes.energy import PowerModel
from retention import BadInput, Memory, NotFound, SessionId
from signaling.logs import get_logger
from signaling.steady import kind_of
from wire.control import EnergyUsed

GATHER_SECONDS = 1.0
RETRY_SECONDS = 5.0

_log = get_logger()


@dataclass(slots=True)
class EnergyBook:
    """Takes in CPU seconds from anywhere, keeps them modelled as joules; one task writes them down."""

    memory: Memory
    _model: PowerModel = field(default_factory=PowerModel)
    _spent: dict[tuple[str, str], float] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def used(self, message: EnergyUsed) -> None:
        """A worker's report."""
        self.spend(message.session, message.stage, message.cpu_seconds)

    def spend(self, session: str, stage: str, cpu_seconds: float) -> None:
        """CPU seconds of one stage of a session."""
        if cpu_seconds > 0:
            self._spent[session, stage] = self._spent.get((session, stage), 0.0) + cpu_seconds
            self._changed.set()

    async def drafted(self, session: SessionId, cpu_seconds: float) -> None:
        """CPU seconds of a draft. Never fails: the note is kept already, its figures can wait."""
        self.spend(session, "drafting_local", cpu_seconds)
        await self.flush()

    async def flush(self) -> bool:
        """Writes down what was taken in; what the store did not take is kept for the next time (False)."""
        self._changed.clear()
        waiting, self._spent = self._spent, {}
        complete = True
        for (session, stage), seconds in waiting.items():
            try:
                await self._write(session, stage, seconds)
            except (NotFound, BadInput) as error:
                _log.warning("energy_refused", session=session, stage=stage, code=error.code)
            except Exception as error:  # noqa: BLE001 - supervisor: figures must end neither a draft nor a server
                complete = False
                self.spend(session, stage, seconds)
                _log.error("energy_waits", session=session, stage=stage, error=kind_of(error))
        return complete

    async def _write(self, session: str, stage: str, seconds: float) -> None:
        joules = self._model.of_cpu(seconds)
        await self.memory.energy.add(SessionId(session), stage, seconds, joules.low, joules.mid, joules.high)

    async def run(self) -> None:
        """Writes down until cancelled, gathering reports of about a second."""
        while True:
            await self._changed.wait()
            await asyncio.sleep(GATHER_SECONDS)
            if not await self.flush():
                await asyncio.sleep(RETRY_SECONDS)
