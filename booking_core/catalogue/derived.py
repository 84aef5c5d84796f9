"""What is made of something that does not change, once for all who ask."""

from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Deriving:
    """Whoever made something of it finds it made the next time."""

    def once(self, derive: Callable[[Self], T]) -> T:
        """What a function makes of this and nothing else, made when it is first asked for."""
        kept: dict[Any, Any] = vars(self).setdefault("_derived", {})
        if derive not in kept:
            kept[derive] = derive(self)
        made: T = kept[derive]
        return made

    def forget_derived(self) -> None:
        """For a copy that is changed."""
        vars(self)["_derived"] = {}
