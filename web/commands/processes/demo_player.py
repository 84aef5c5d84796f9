"""The demo is played beside `zimun run`: in a process of its own, so that no page waits for it, at low
priority."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from web.settings import Settings

# It ends with the turn at hand; what is broken off then is taken up at the next start.
ENDED_WITHIN_SECONDS = 5.0


@asynccontextmanager
async def demo_player(settings: Settings) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that plays the demo until now and ends with 0 once that is done; else it is ended behind the
    block. Its standard input is ours to close: it ends as well where we have no time to say so."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "web.commands.processes.demo_process",
        stdin=asyncio.subprocess.PIPE,
        env=settings.environment_of_child(),
        # Ctrl-C is for us, who end it.
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
            with suppress(TimeoutError):
                async with asyncio.timeout(ENDED_WITHIN_SECONDS):
                    await process.wait()
        if process.returncode is None:
            process.kill()
