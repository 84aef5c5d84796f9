"""Patterns that are put together from the words of languages, each compiled once.

The cache of ``re`` holds 512; the receptionist has more, and every message would compile dozens of them anew.
"""

from functools import lru_cache

from agent.languages.patterns.prefiltered import AnyPattern, prefilter

# About three times as many as there are.
MOST = 4096


@lru_cache(maxsize=MOST)
def compiled(pattern: str, flags: int = 0) -> AnyPattern:
    """The pattern, which holds nothing of what people write: ``flags`` as ``re`` has them."""
    return prefilter(pattern, flags)
