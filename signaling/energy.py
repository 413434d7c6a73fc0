"""What each session spent: CPU seconds and remote tokens from anywhere, as joules, written down."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from live_notes.energy import NOTHING, Estimate, Factors, ModelSize, Stage, joules_of_answer
from media_worker.package_energy import Joules, PackageMeter
from retention import BadInput, Memory, NotFound, RemoteTotal, SessionId
from signaling.logs import get_logger
from signaling.steady import kind_of
from wire.control import EnergyUsed

GATHER_SECONDS = 1.0
RETRY_SECONDS = 5.0
REST_SECONDS = 15.0
"""Between two writings. Who asks for the figures has everything written down first."""
METER_SECONDS = 5.0
"""How often energy counters are read, where there are any: work is priced by the seconds it was done in."""

_log = get_logger()


@dataclass(slots=True)
class Spent:
    """CPU seconds of one stage of one session that are not written down yet.

    `here` was spent on this machine and is priced by its counters when they are read next; `modelled` has
    no counter; `measured` has its joules (without PUE).
    """

    here: float = 0.0
    modelled: float = 0.0
    measured: float = 0.0
    low: float = 0.0
    mid: float = 0.0

    def priced(self, joules: Joules | None) -> Spent:
        """The same, with what was spent here at this price; without one it is modelled."""
        if joules is None:
            return Spent(0.0, self.modelled + self.here, self.measured, self.low, self.mid)
        measured = self.measured + self.here
        return Spent(0.0, self.modelled, measured, self.low + joules.low, self.mid + joules.mid)

    def plus(self, other: Spent) -> Spent:
        """Both together."""
        return Spent(
            self.here + other.here,
            self.modelled + other.modelled,
            self.measured + other.measured,
            self.low + other.low,
            self.mid + other.mid,
        )

    @property
    def seconds(self) -> float:
        """CPU seconds, however known."""
        return self.here + self.modelled + self.measured


@dataclass(frozen=True, slots=True)
class Answered:
    """Tokens that a remote model read and wrote for a session, and their joules."""

    prompt_tokens: int = 0
    answer_tokens: int = 0
    joules: Estimate = NOTHING

    def plus(self, other: Answered) -> Answered:
        """Both together."""
        return Answered(
            self.prompt_tokens + other.prompt_tokens,
            self.answer_tokens + other.answer_tokens,
            self.joules.plus(other.joules),
        )


@dataclass(frozen=True, slots=True)
class _Debt:
    """One sum that is owed to the store: how to write it, and how to keep it when the store refuses."""

    session: str
    stage: str
    write: Callable[[], Awaitable[None]]
    keep: Callable[[], None]


@dataclass(slots=True)
class EnergyBook:
    """Takes in CPU seconds and tokens from anywhere, keeps them as joules; one task writes them down.

    `meter` reads this machine's energy counters, None where they can't be read.
    """

    memory: Memory
    factors: Factors = field(default_factory=Factors)
    meter: PackageMeter | None = None
    _spent: dict[tuple[str, str], Spent] = field(default_factory=dict)
    _answered: dict[tuple[str, str], Answered] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def used(self, message: EnergyUsed) -> None:
        """A worker's report; its joules are those of its own machine."""
        if message.joules_low is None or message.joules_mid is None:
            self._owe(message.session, message.stage, Spent(modelled=message.cpu_seconds))
        else:
            low, mid = message.joules_low, message.joules_mid
            spent = Spent(measured=message.cpu_seconds, low=min(low, mid), mid=mid)
            self._owe(message.session, message.stage, spent)

    def spend(self, session: str, stage: str, cpu_seconds: float) -> None:
        """CPU seconds of one stage of a session, spent on this machine."""
        self._owe(session, stage, Spent(here=cpu_seconds))

    def answered(
        self, session: str, model: str, prompt_tokens: int, answer_tokens: int, size: ModelSize | None
    ) -> None:
        """What a remote model read and wrote; `size` as declared, None if it was not."""
        if prompt_tokens > 0 or answer_tokens > 0:
            told = Answered(prompt_tokens, answer_tokens, joules_of_answer(answer_tokens, size))
            self._keep_answer(session, model, told)

    async def drafted(self, session: SessionId, cpu_seconds: float) -> None:
        """CPU seconds of a draft, or of the checks of an edit: priced now, written down with the rest.

        Never fails and never waits for the store: neither a note nor its next key stroke may.
        """
        self.spend(session, Stage.DRAFTING_LOCAL, cpu_seconds)
        self._spent = self._priced()

    async def flush(self) -> bool:
        """Writes down what was taken in; what the store did not take is kept for the next time (False)."""
        self._changed.clear()
        complete, debts, refused = True, self._debts(), list[_Debt]()
        try:
            while debts:
                session, stage = debts[0].session, debts[0].stage
                try:
                    await debts[0].write()
                except (NotFound, BadInput) as error:
                    _log.warning("energy_refused", session=session, stage=stage, code=error.code)
                except Exception as error:  # noqa: BLE001 - supervisor: figures must end no draft
                    complete = False
                    refused.append(debts[0])
                    _log.error("energy_waits", session=session, stage=stage, error=kind_of(error))
                del debts[0]
        finally:
            for debt in (*refused, *debts):  # `debts` is what a cancelled flush did not come to
                debt.keep()
        return complete

    async def run(self) -> None:
        """Writes down until cancelled, and follows the energy counters, if they can be read."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._write_down(), name="energy-writing")
            if self.meter is not None:
                tasks.create_task(self._follow_counters(), name="energy-counters")

    async def _write_down(self) -> None:
        """The first figures after about a second, more of them seldom: each costs a transaction."""
        while True:
            await self._changed.wait()
            await asyncio.sleep(GATHER_SECONDS)
            await asyncio.sleep(REST_SECONDS if await self.flush() else RETRY_SECONDS)

    async def _follow_counters(self) -> None:
        """Prices what was spent here by the seconds in which it was spent."""
        while True:
            await asyncio.sleep(METER_SECONDS)
            self._spent = self._priced()

    def _owe(self, session: str, stage: str, spent: Spent) -> None:
        if spent.seconds > 0:
            self._spent[session, stage] = self._spent.get((session, stage), Spent()).plus(spent)
            self._changed.set()

    def _keep_answer(self, session: str, model: str, told: Answered) -> None:
        self._answered[session, model] = self._answered.get((session, model), Answered()).plus(told)
        self._changed.set()

    def _debts(self) -> list[_Debt]:
        """All that is owed, priced. Whoever takes it has to write it or to keep it."""
        waiting, self._spent = self._priced(), {}
        answers, self._answered = self._answered, {}
        return [
            *(self._debt_of_stage(*key, spent) for key, spent in waiting.items()),
            *(self._debt_of_model(*key, told) for key, told in answers.items()),
        ]

    def _priced(self) -> dict[tuple[str, str], Spent]:
        """What is owed, with what was spent here at the price of the seconds in which it was spent."""
        here = {key: spent.here for key, spent in self._spent.items() if spent.here > 0}
        interval = None
        if self.meter is not None:
            self.meter.interval()
            interval = self.meter.covering(sum(here.values()))
        prices = {} if interval is None else interval.shared(here)
        return {key: spent.priced(prices.get(key)) for key, spent in self._spent.items()}

    def _debt_of_stage(self, session: str, stage: str, spent: Spent) -> _Debt:
        async def write() -> None:
            joules = self.factors.joules_of_cpu(spent.modelled)
            joules = joules.plus(self.factors.joules_of_package(spent.low, spent.mid))
            figures = (spent.seconds, joules.low, joules.mid, joules.high, spent.measured)
            await self.memory.energy.add(SessionId(session), stage, *figures)

        return _Debt(session, stage, write, lambda: self._owe(session, stage, spent))

    def _debt_of_model(self, session: str, model: str, told: Answered) -> _Debt:
        async def write() -> None:
            tokens, joules = (told.prompt_tokens, told.answer_tokens), told.joules
            total = RemoteTotal(model, *tokens, joules.low, joules.mid, joules.high)
            await self.memory.energy.add_answer(SessionId(session), total)

        def keep() -> None:
            self._keep_answer(session, model, told)

        return _Debt(session, Stage.DRAFTING_REMOTE, write, keep)
