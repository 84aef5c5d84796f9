"""The tests of everything. What is compiled for them is kept on disk, whatever the machine's Python is told:
a process that compiles all of Zimun again takes twice as long to start, and tests start many."""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
