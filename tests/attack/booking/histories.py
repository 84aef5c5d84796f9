"""Histories: what concurrent deeds on a few times answered and when, and whether one after the other could
have answered so.

A history is linearizable (Herlihy and Wing, 1990) if every deed can be given one moment between its call and
its answer such that all of them, done at those moments, give those answers. The search is that of Wing and
Gong with Lowe's memory of dead ends.
"""

from collections.abc import Iterator

from msgspec import Struct

# Which appointment has each time; None where nobody has.
State = tuple[str | None, ...]
FREE, TAKEN = "free", "taken"


class Deed(Struct, frozen=True):
    """``called`` and ``answered`` in any unit. ``kind``: book (slot, appointment), move (slot, appointment),
    cancel (appointment), refused (slot was not free for ``appointment``), look (``saw``, one of FREE and
    TAKEN per slot)."""

    called: float
    answered: float
    kind: str
    slot: int = 0
    appointment: str = ""
    saw: tuple[str, ...] = ()


def after(state: State, deed: Deed) -> State | None:
    """The state the deed leaves behind; None where it could not have answered so."""
    if deed.kind == "look":
        return state if deed.saw == tuple(TAKEN if one else FREE for one in state) else None
    if deed.kind == "refused":
        return state if state[deed.slot] not in (None, deed.appointment) else None
    if deed.kind == "cancel":
        return tuple(None if one == deed.appointment else one for one in state)
    if state[deed.slot] not in (None, deed.appointment):
        return None
    if deed.kind == "move" and deed.appointment not in state:
        return None
    left = tuple(None if one == deed.appointment else one for one in state)
    return (*left[: deed.slot], deed.appointment, *left[deed.slot + 1 :])


def is_linearizable(history: list[Deed], slots: int) -> bool:
    deeds = sorted(history, key=lambda deed: deed.called)
    dead: set[tuple[int, frozenset[int], State]] = set()
    ways = [possible(deeds, 0, frozenset(), (None,) * slots)]
    while ways:
        step = next(ways[-1], None)
        if step is None:
            ways.pop()
        elif step[0] == len(deeds):
            return True
        elif step not in dead:
            dead.add(step)
            ways.append(possible(deeds, *step))
    return False


def possible(
    deeds: list[Deed], first: int, done: frozenset[int], state: State
) -> Iterator[tuple[int, frozenset[int], State]]:
    """What may come next. All before ``first`` are done, and of the later ones those of ``done``."""
    latest = min(
        (deeds[number].answered for number in range(first, len(deeds)) if number not in done), default=0
    )
    for number in range(first, len(deeds)):
        if deeds[number].called > latest:
            return
        if number in done:
            continue
        following = after(state, deeds[number])
        if following is not None:
            now_done, begins = done | {number}, first
            while begins in now_done:
                now_done, begins = now_done - {begins}, begins + 1
            yield begins, now_done, following
