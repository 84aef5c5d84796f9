"""A process is ended in steps, and whether it has ended."""

import signal
from collections.abc import Callable
from time import sleep
from typing import NamedTuple

import psutil

LOOK_EVERY = 0.02


class Farewell(NamedTuple):
    """One step of ending a process: the signal, and the seconds it gets before the next step."""

    signal: signal.Signals
    patience: float


def end(
    send: Callable[[signal.Signals], None], is_over: Callable[[], bool], farewells: tuple[Farewell, ...]
) -> None:
    """Send the signals one after the other until the process is gone."""
    for farewell in farewells:
        if is_over():
            return
        send(farewell.signal)
        for _ in range(round(farewell.patience / LOOK_EVERY)):
            if is_over():
                return
            sleep(LOOK_EVERY)


def find_process(pid: int) -> psutil.Process | None:
    """The process with this id, unless it is over."""
    try:
        process = psutil.Process(pid)
    except psutil.NoSuchProcess:
        return None
    return None if has_ended(process) else process


def has_ended(process: psutil.Process) -> bool:
    # Where nobody collects orphans (many containers), an ended process stays on the list as a zombie.
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
