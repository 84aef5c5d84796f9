"""Every mutant, and the program that breaks one after the other, in a process and a database of its own."""

import subprocess
import sys

from tests.attack.mutants import (
    access,
    back_office,
    booking,
    outages,
    pages,
    people,
    privacy,
    turns,
    understanding,
)
from tests.attack.mutants.mutant import BROKEN, Mutant
from tests.attack.mutants.notices import links, reminders, sending, texts

# What pytest ends with.
CAUGHT, MISSED = 1, 0
LASTS_AT_MOST = 600
MUTANTS = (
    *booking.MUTANTS,
    *turns.MUTANTS,
    *understanding.MUTANTS,
    *pages.MUTANTS,
    *outages.MUTANTS,
    *access.MUTANTS,
    *people.MUTANTS,
    *back_office.MUTANTS,
    *privacy.MUTANTS,
    *links.MUTANTS,
    *reminders.MUTANTS,
    *texts.MUTANTS,
    *sending.MUTANTS,
)


def main() -> None:
    wanted = [mutant for mutant in MUTANTS if not sys.argv[1:] or mutant.name in sys.argv[1:]]
    verdicts = [_verdict(mutant, attack) for mutant in wanted for attack in mutant.attacks]
    sys.exit(not all(verdicts))


def _verdict(mutant: Mutant, attack: str) -> bool:
    where, _, name = attack.partition("::")
    chosen = ["-k", name] if name else []
    command = [
        sys.executable,
        "-m",
        "pytest",
        where if where.startswith("tests/") else f"tests/attack/{where}",
        *chosen,
        "--mutant",
        mutant.name,
        "-x",
        *(["--full"] if mutant.full else []),
    ]
    try:
        run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LASTS_AT_MOST)
    except subprocess.TimeoutExpired:
        sys.stdout.write(f"{mutant.name:57} {attack:48} NO VERDICT   within {LASTS_AT_MOST} seconds\n")
        return False
    known = {CAUGHT: "noticed", MISSED: "NOT NOTICED", BROKEN: "BROKEN"}
    found = known.get(run.returncode, f"broken run ({run.returncode})")
    reasons = [line for line in run.stdout.splitlines() if line.startswith(("E  ", "! ", "!!!!"))]
    sys.stdout.write(
        f"{mutant.name:57} {attack:48} {found:12} {(reasons or [''])[0].removeprefix('E').strip('! ')[:86]}\n"
    )
    sys.stdout.flush()
    return run.returncode == CAUGHT
