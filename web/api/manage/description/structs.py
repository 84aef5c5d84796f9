"""What a noun of the back office is sent as and shown as: types made of its fields, one table for all."""

import atexit
import gc
from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from booking_core.input.fields import Field
from web.api.manage.description.types import LIST, MORE, describe_type
from web.api.values.fields import Id, Instant, Line, Moment

Extra = Sequence[tuple[str, Any]]


class TouchedDecision(Struct, frozen=True, forbid_unknown_fields=True):
    """About one appointment that a change touches: `keep` it as it was promised, `cancel` it, or `move` it to
    a `start`, with `staff` (`any`, `same` or an id) and at `location_id`, if that is another."""

    appointment_id: Id
    decision: Literal["keep", "move", "cancel"]
    start: Instant | None = None
    staff: Id = "any"
    location_id: Id | None = None
    reason: Line | None = None


class TouchedBody(Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of the appointments a change touches. `seen` is what the refusal or the dry run said of
    the list: where the list has become another, nothing is done. `others` is for all that `decisions` does
    not name."""

    seen: Line
    decisions: list[TouchedDecision] = []
    others: Literal["keep", "cancel"] | UnsetType = UNSET


class TouchedAppointment(Struct, frozen=True):
    """It could not take place any more: `broken_rules` are `closed`, `time_off` or `no_qualified_staff`, each
    with the id of whom or what it is about."""

    appointment_id: str
    code: str
    version: int
    service_id: str
    starts_at: Moment
    broken_rules: list[str]


class TouchedView(Struct, frozen=True):
    """The appointments a change touches. `seen` names the list, for decisions about it."""

    seen: str | None
    appointments: list[TouchedAppointment]


class NounTypes(Struct, frozen=True):
    """All types of one noun."""

    new: type[Struct]
    change: type[Struct]
    view: type[Struct]
    changed: type[Struct]
    listed: type[Struct]
    ordered: type[Struct]


# Types that msgspec makes while the program runs can crash the collection of garbage at its very end: which
# object does it is not known, only that nothing is collected any more where everything is frozen first.
atexit.register(gc.freeze)
TOUCHED: Any = ("touched", TouchedBody | UnsetType, UNSET)
DONE: Any = (("dry_run", bool), ("touched", TouchedView))


def types_of(
    name: str, fields: Sequence[Field], about: str, extra: Extra = (), *, is_archived: bool = True
) -> NounTypes:
    """``name`` is what one of them is called, ``about`` what is said of it; ``extra`` is shown beside its
    fields. Of what cannot be archived there is one."""
    known = [(one, describe_type(one, name)) for one in fields]
    needed = [(one.name, kind) for one, kind in known if one.default is UNSET]
    others = [(one.name, kind | UnsetType, UNSET) for one, kind in known if one.default is not UNSET]
    changeable = [(one.name, kind | UnsetType, UNSET) for one, kind in known if not one.fixed]
    identity: list[tuple[str, Any]] = [("id", str), ("version", int)]
    identity += [("archived_at", Moment | None)] if is_archived else []
    shown = [*identity, *((one.name, kind) for one, kind in known), *extra]
    view = _make_struct(f"Managed{name}", shown, about)
    done = f"{about} As it is after the change; with `dry_run`, as it would be."
    return NounTypes(
        new=_make_struct(f"New{name}", [*needed, *others, TOUCHED], about),
        change=_make_struct(
            f"{name}Change", [*changeable, TOUCHED], f"{about} Only what is sent is changed."
        ),
        view=view,
        changed=_make_struct(f"Changed{name}", [*shown, *DONE], done),
        listed=_make_struct(
            f"Managed{name}List", [("items", LIST[view]), ("next_page_token", str | None)], "A page."
        ),
        ordered=_make_struct(
            f"Ordered{name}List", [("items", LIST[view]), *DONE], "All of them, in their order."
        ),
    )


def _make_struct(name: str, fields: Any, about: str) -> type[Struct]:
    # What Python takes for no name, and JSON does.
    named = [(field.replace(".", "__"), *rest) for field, *rest in fields]
    dotted = {field.replace(".", "__"): field for field, *_ in fields}
    made = msgspec.defstruct(name, named, module=__name__, rename=dotted, **MORE)
    made.__doc__ = about
    return made
