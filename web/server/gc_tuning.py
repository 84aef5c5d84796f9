"""What a process has made by the time it begins to serve lasts as long as it does."""

import gc

# New objects until the next look for garbage: one request makes thousands and leaves hardly any behind, so that looking every 700 of
# them, as Python does, took a tenth of the processor's time.
LOOKS_EVERY = 20_000


def keep_what_is_here() -> None:
    """Garbage collections from now on pass over it, and are rarer: modules and their tables are most of the heap, and none of it is garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOKS_EVERY, *gc.get_threshold()[1:])
