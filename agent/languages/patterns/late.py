"""Long patterns that are compiled when something is first looked for with them.

Compiling them took a sixth of the time in which the application is imported, and hardly a message needs any.
"""

import re
from functools import cached_property
from typing import Any, cast
from weakref import WeakSet


def compiled_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, with ``flags`` as ``re`` has them. Raises ``re.error`` when first looked for, if it is
    none."""
    return cast(re.Pattern[str], _LatePattern(pattern, flags))


def prepare_late_patterns() -> None:
    """For a process that reads what people write: compile them before the first of them waits."""
    for late in list(_LATE):
        late.compiled  # noqa: B018 - is made by being asked for


class _LatePattern:
    """What of a pattern is asked for is kept: from the second time on it is as quick as any other's."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        _LATE.add(self)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.compiled, name)
        setattr(self, name, asked)
        return asked

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)


_LATE: WeakSet[_LatePattern] = WeakSet()
