"""What lasts as long as a process: every container that its long-lived things hold, by class and
attribute."""

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Set
from types import CellType, FunctionType, MethodType, ModuleType
from typing import Any

OURS = ("booking_core.", "agent.", "web.")
CONTAINERS = (dict, list, set, deque)
# What things of ours are reached through.
BETWEEN = (dict, list, tuple, set, frozenset, deque, CellType, MethodType)


def containers_of(roots: Iterable[Any]) -> dict[str, str]:
    """``module.Class.attribute`` of every container that is reached from here, and what it is."""
    found: dict[str, str] = {}
    for thing in _reach(roots):
        if _is_ours(thing):
            found |= {
                f"{type(thing).__module__}.{type(thing).__name__}.{name}": type(value).__name__
                for name, value in _attributes(thing).items()
                if isinstance(value, CONTAINERS)
            }
    return found


def _reach(roots: Iterable[Any]) -> Iterator[Any]:
    seen: set[int] = set()
    waiting = list(roots)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType | str | bytes | int | float):
            continue
        seen.add(id(thing))
        yield thing
        waiting += _next(thing)


def _next(thing: Any) -> list[Any]:
    if isinstance(thing, FunctionType):
        # Not what its module knows: that is looked for by name.
        return [*(thing.__closure__ or ()), *(thing.__defaults__ or ())]
    if isinstance(thing, BETWEEN):
        return gc.get_referents(thing)
    if _is_ours(thing) or type(thing).__module__.startswith(("litestar.", "functools")):
        return [*_attributes(thing).values(), *gc.get_referents(thing)]
    return []


def _is_ours(thing: Any) -> bool:
    return type(thing).__module__.startswith(OURS)


def _attributes(thing: Any) -> Mapping[str, Any]:
    slots = [name for kind in type(thing).__mro__ for name in _names(getattr(kind, "__slots__", ()))]
    held = {name: getattr(thing, name) for name in slots if name != "__dict__" and hasattr(thing, name)}
    return held | getattr(thing, "__dict__", {})


def _names(slots: str | Iterable[str]) -> Iterable[str] | Set[str]:
    return (slots,) if isinstance(slots, str) else slots
