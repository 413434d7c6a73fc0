"""A TCP line that can be cut, between a browser and a server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class CuttableLine:
    """Passes bytes on to a port of this machine until it is cut; counts the connections it took."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._whole = True
        self._ends: set[asyncio.StreamWriter] = set()
        self.port = 0
        self.taken = 0

    def cut(self) -> None:
        """Ends all connections without a word, and every new one at once."""
        self._whole = False
        for end in tuple(self._ends):
            end.transport.abort()

    def mend(self) -> None:
        """Takes connections again."""
        self._whole = True

    async def serve(self, near_in: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        """Passes one connection on."""
        self.taken += 1
        if not self._whole:
            near_out.transport.abort()
            return
        far_in, far_out = await asyncio.open_connection("127.0.0.1", self._to)
        self._ends |= {near_out, far_out}
        try:
            async with asyncio.TaskGroup() as passing:
                passing.create_task(_pass(near_in, far_out))
                passing.create_task(_pass(far_in, near_out))
        finally:
            self._ends -= {near_out, far_out}


async def _pass(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):  # it was cut
        while part := await source.read(65536):
            sink.write(part)
            await sink.drain()
    sink.close()


@asynccontextmanager
async def cuttable(port: int) -> AsyncIterator[CuttableLine]:
    """A line to `port`; its own end is at `line.port`."""
    line = CuttableLine(port)
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    line.port = server.sockets[0].getsockname()[1]
    async with server:
        yield line
        line.cut()
