"""Histories: what concurrent operations on a few times answered and when, and whether one after the other
could have answered so.

A history is linearizable (Herlihy and Wing, 1990) if every operation can be given one moment between its call
and its answer such that all of them, done at those moments, give those answers. The search is that of Wing
and Gong with Lowe's memory of dead ends.
"""

from collections.abc import Iterator

from msgspec import Struct

# Which appointment has each time; None where nobody has.
State = tuple[str | None, ...]
FREE, TAKEN = "free", "taken"


class Operation(Struct, frozen=True):
    """``called`` and ``answered`` in any unit. ``kind``: book (slot, appointment), move (slot, appointment),
    cancel (appointment), refused (slot was not free for ``appointment``), look (``saw``, one of FREE and
    TAKEN per slot)."""

    called: float
    answered: float
    kind: str
    slot: int = 0
    appointment: str = ""
    saw: tuple[str, ...] = ()


def after(state: State, operation: Operation) -> State | None:
    """The state the operation leaves behind; None where it could not have answered so."""
    if operation.kind == "look":
        return state if operation.saw == tuple(TAKEN if one else FREE for one in state) else None
    if operation.kind == "refused":
        return state if state[operation.slot] not in (None, operation.appointment) else None
    if operation.kind == "cancel":
        return tuple(None if one == operation.appointment else one for one in state)
    if state[operation.slot] not in (None, operation.appointment):
        return None
    if operation.kind == "move" and operation.appointment not in state:
        return None
    left = tuple(None if one == operation.appointment else one for one in state)
    return (*left[: operation.slot], operation.appointment, *left[operation.slot + 1 :])


def is_linearizable(history: list[Operation], slots: int) -> bool:
    operations = sorted(history, key=lambda operation: operation.called)
    dead: set[tuple[int, frozenset[int], State]] = set()
    ways = [possible(operations, 0, frozenset(), (None,) * slots)]
    while ways:
        step = next(ways[-1], None)
        if step is None:
            ways.pop()
        elif step[0] == len(operations):
            return True
        elif step not in dead:
            dead.add(step)
            ways.append(possible(operations, *step))
    return False


def possible(
    operations: list[Operation], first: int, done: frozenset[int], state: State
) -> Iterator[tuple[int, frozenset[int], State]]:
    """What may come next. All before ``first`` are done, and of the later ones those of ``done``."""
    latest = min(
        (operations[number].answered for number in range(first, len(operations)) if number not in done),
        default=0,
    )
    for number in range(first, len(operations)):
        if operations[number].called > latest:
            return
        if number in done:
            continue
        following = after(state, operations[number])
        if following is not None:
            now_done, begins = done | {number}, first
            while begins in now_done:
                now_done, begins = now_done - {begins}, begins + 1
            yield begins, now_done, following
