"""What the loop adds to a model's stream, beside the bare openai SDK and two agent frameworks on the same
fake provider.

    python -m bench.loop [--turns 200] [--pause 0] [--write]

A turn is three requests, two tool calls and an answer in words; tools do nothing, events go into a list. Each
contender has a process of its own, the provider another. The frameworks are installed into a throw-away
environment. Processor time is the figure to read: waiting depends on what else the machine does. The
contenders take turns, five rounds of them, because a machine is not as fast in one minute as in the next;
what is told is the middle of the rounds, of ratios to the SDK in the same round too.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from rich.progress import Progress

from bench.command import command
from bench.machine import machine
from bench.report import shown, table

ROOT = Path(__file__).resolve().parent.parent
OURS, FRAMEWORKS = ("bare_sdk", "zimun"), ("openai_agents", "pydantic_ai")
PACKAGES = ("openai-agents", "pydantic-ai-slim[openai]", "uvloop")
AT_ONCE = (1, 50)
ROUNDS = 5
HEAD = ("milliseconds", "CPU a turn", "x SDK", "first word p50", "p99", "whole turn p50", "p99")
Measured = dict[str, float]


def main(turns: int, pause: float) -> list[str]:
    with (
        tempfile.TemporaryDirectory() as directory,
        provide(pause) as base_url,
        Progress(transient=True) as progress,
    ):
        pythons = dict.fromkeys(OURS, Path(sys.executable))
        pythons |= dict.fromkeys(FRAMEWORKS, with_frameworks(Path(directory)))
        task = progress.add_task("turns", total=len(pythons) * len(AT_ONCE) * ROUNDS)
        rounds: list[dict[tuple[str, int], Measured]] = []
        for _ in range(ROUNDS):
            rounds.append({})
            for at_once, name in product(AT_ONCE, pythons):
                share = max(turns // ROUNDS, at_once)
                rounds[-1][name, at_once] = measure(pythons[name], name, base_url, share, at_once)
                progress.advance(task)
    return tell(rounds, turns, pause)


@contextmanager
def provide(pause: float) -> Iterator[str]:
    command = [sys.executable, "-m", "bench.loops.provider", str(pause)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise SystemExit("the provider has no output")
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()


def with_frameworks(directory: Path) -> Path:
    """A Python of the same version that has the frameworks, and not our locks."""
    subprocess.run([sys.executable, "-m", "venv", str(directory)], check=True)
    python = directory / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def measure(python: Path, name: str, base_url: str, turns: int, at_once: int) -> Measured:
    measuring = [str(python), "-m", "bench.loops.measure", name, base_url, str(turns), str(at_once)]
    run = subprocess.run(measuring, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{name} failed:\n{run.stderr[-2000:]}")
    measured: Measured = json.loads(run.stdout)
    return measured


def tell(rounds: list[dict[tuple[str, int], Measured]], turns: int, pause: float) -> list[str]:
    rows = []
    for name, at_once in rounds[0]:
        measured = [found[name, at_once] for found in rounds]
        ratios = [found[name, at_once]["cpu_ms"] / found["bare_sdk", at_once]["cpu_ms"] for found in rounds]
        times = [
            f"{middle(measured, key):.1f}" for key in ("first_p50", "first_p99", "whole_p50", "whole_p99")
        ]
        costs = f"{middle(measured, 'cpu_ms'):.2f}", f"{statistics.median(ratios):.2f}"
        rows.append((f"{name}, {at_once} at once", *costs, *times))
    return [
        f"{machine()}; {turns} turns in {ROUNDS} rounds, the provider pauses {pause * 1000:g} ms after "
        f"each chunk",
        "",
        *table(HEAD, rows),
    ]


def middle(measured: list[Measured], key: str) -> float:
    return statistics.median(one[key] for one in measured)


if __name__ == "__main__":
    parser = command(__doc__)
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument(
        "--pause", type=float, default=0.0, help="seconds the provider waits after each chunk"
    )
    chosen = parser.parse_args()
    shown("loop", main(chosen.turns, chosen.pause), write=chosen.write)
