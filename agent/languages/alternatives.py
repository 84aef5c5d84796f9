"""Words as the alternatives of a regular expression."""

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """The words, escaped, with ``|`` between them: the longest first, so that none hides one it begins."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
