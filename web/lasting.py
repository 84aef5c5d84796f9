"""What a process has made by the time it begins to serve lasts as long as it does."""

import gc


def keep_what_is_here() -> None:
    """Garbage collections from now on pass over it: modules and their tables are most of the heap, and none of it is garbage."""
    gc.collect()
    gc.freeze()
