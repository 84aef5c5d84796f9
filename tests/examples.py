"""How many examples a property is tried on: a third of them in everyday runs, all with ``--full``."""

import sys

# Properties are decorated while their modules are read, before any fixture. Processes of a shared run are
# told nothing of it: they are everyday runs.
FULL = "--full" in sys.argv


def examples(most: int) -> int:
    return most if FULL else -(-most // 3)
