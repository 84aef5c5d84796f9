"""The process that plays the demo, begun by `zimun run` (``demo_player``)."""

import asyncio
import os
import signal
import sys
from contextlib import suppress

import uvloop

from web.commands.terminal.screen import begin_log
from web.demo.until_now import play_demo
from web.server.gc_tuning import freeze_startup_objects
from web.settings import Settings

# Visitors come first.
NICENESS = 10


def main() -> None:
    os.nice(NICENESS)
    settings = Settings.from_environment()
    begin_log(settings.log_level)
    freeze_startup_objects()
    uvloop.run(play_until_told(settings))


async def play_until_told(settings: Settings) -> None:
    """Until it is played, somebody ends us, or whoever began us is gone."""
    playing = asyncio.create_task(play_demo(settings))
    loop = asyncio.get_running_loop()

    def stop() -> None:
        # Once: a second cancellation would break off the turn that the first lets end.
        loop.remove_reader(sys.stdin)
        loop.remove_signal_handler(signal.SIGTERM)
        playing.cancel()

    loop.add_signal_handler(signal.SIGTERM, stop)
    loop.add_reader(sys.stdin, stop)
    with suppress(asyncio.CancelledError):
        await playing


if __name__ == "__main__":
    main()
