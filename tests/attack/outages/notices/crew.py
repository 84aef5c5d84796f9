"""Workers that are killed, and replaced at once: real ones with all their queues, forked from one process
that has imported everything."""

import os
import random
import signal
from multiprocessing.process import BaseProcess

import psutil
import uvloop

from tests.attack.mutants.mutant import Mutant
from tests.attack.options import mutant_named
from tests.attack.outages.worker import PROCESSES
from web.settings import Settings
from web.worker.worker import run_worker


class Crew:
    """``deaths`` is how many were killed, ``gone`` how many ended by themselves, which none may."""

    def __init__(self, settings: Settings, size: int, mutant: Mutant | None) -> None:
        self._settings, self._size = settings, size
        self._mutant = None if mutant is None else mutant.name
        self._alive: list[BaseProcess] = []
        self.deaths = self.gone = 0

    def fill(self) -> None:
        """As many as there shall be."""
        alive = [one for one in self._alive if one.is_alive()]
        self.gone += len(self._alive) - len(alive)
        self._alive = alive
        while len(self._alive) < self._size:
            process = PROCESSES.Process(target=work, args=(self._settings, self._mutant), daemon=True)
            process.start()
            self._alive.append(process)

    def kill_any(self) -> None:
        self._kill(random.choice(self._alive))

    def kill_who_speaks_from(self, port: int) -> bool:
        """Whoever has this end of a connection; whether anybody has."""
        for one in self._alive:
            ends = psutil.Process(one.pid).net_connections("tcp4") if one.is_alive() else ()
            if any(end.laddr and end.laddr.port == port for end in ends):
                self._kill(one)
                return True
        return False

    def end(self) -> None:
        while self._alive:
            self._kill(self._alive[0])

    def _kill(self, process: BaseProcess) -> None:
        self._alive.remove(process)
        self.gone += not process.is_alive()
        if process.pid:
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        self.deaths += 1


def work(settings: Settings, mutant: str | None) -> None:
    if mutant is not None:
        mutant_named(mutant).breaks_code()
    uvloop.run(run_worker(settings))
