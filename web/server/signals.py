"""Being asked to stop: the signals, and what each phase of a process does about them."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SignalHandler = Callable[[int, FrameType | None], Any] | signal.Handlers


def on_signals(handler: SignalHandler) -> None:
    """What being asked to stop does from now on."""
    for number in SIGNALS:
        signal.signal(number, handler)


def abort(*_: object) -> None:
    """A signal before serving has begun: undo what was started, and leave."""
    raise KeyboardInterrupt
