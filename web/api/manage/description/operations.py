"""The operations of a noun, named after it, as the reference tells them."""

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from booking_core.access.scopes import Scope
from web.api.description.operations import Operation
from web.api.holds.hold import RULES
from web.api.manage.description.structs import NounTypes, TouchedBody
from web.api.values.fields import Id
from web.api.values.pages import PageQuery

# What a write may be refused with, decisions about the appointments it touches among it.
OF_WRITES = (
    "appointments_touched",
    "settings_busy",
    "slot_taken",
    "slot_held",
    *RULES,
    "unavailable",
    "outcome_unknown",
)
OF_FIELDS = ("name_taken", "own_language", "unknown_reference")
OF_VERSIONS = ("not_found", "precondition_required", "precondition_failed")


# What archiving means beyond the thing itself.
_ARCHIVED = {
    "location": " People and rooms whose `location_id` it is are not offered meanwhile, wherever else they"
    " work: their appointments are among those it touches.",
    "resource": " What only they serve cannot be booked meanwhile.",
}


class WriteQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """With `dry_run` everything is checked and nothing is done: the answer is what it would be, and says
    which appointments it would touch."""

    dry_run: bool = False


class ManagedQuery(PageQuery, frozen=True, forbid_unknown_fields=True):
    """What is offered; with `archived`, what may be restored."""

    archived: bool = False


class TouchedOnly(Struct, frozen=True, forbid_unknown_fields=True):
    """Decisions about the appointments this touches, if there are any."""

    touched: TouchedBody | UnsetType = UNSET


class OrderBody(Struct, frozen=True, forbid_unknown_fields=True):
    """All `ids` in their new order, and as they were `seen`: where that is not their order any more, nothing
    is done."""

    ids: Annotated[list[Id], Meta(max_length=1000)]
    seen: Annotated[list[Id], Meta(max_length=1000)]


class NounNames(Struct, frozen=True):
    """What a noun is called: ``one`` and ``many`` in names of operations, ``words`` where people read."""

    one: str
    many: str
    words: str


def to_read(name: str, summary: str, answer: Any, query: type[Struct] | None = None) -> Operation:
    """One that only reads; of one thing, with its version."""
    return Operation(
        name=name,
        summary=summary,
        scope=Scope.ORG_MANAGE,
        query=query,
        answer=answer,
        versioned=query is None,
        refusals=("not_found",),
    )


def to_write(
    name: str, summary: str, answer: Any, body: type[Struct] | None, *refusals: str, **more: Any
) -> Operation:
    """One that changes a version that is known."""
    told = {"keyed": "optional", "needs_version": True, "query": WriteQuery, **more}
    known = OF_VERSIONS if told["needs_version"] else ()
    return Operation(
        name=name,
        summary=summary,
        scope=Scope.ORG_MANAGE,
        body=body,
        answer=answer,
        refusals=(*known, *refusals, *OF_WRITES),
        **told,
    )


class NounOperations:
    """Of a noun: ``refusals`` are what its fields may be refused for beyond what all are."""

    def __init__(self, names: NounNames, types: NounTypes, refusals: tuple[str, ...] = ()) -> None:
        one, many, words = names.one, names.many, names.words
        wrong = (*OF_FIELDS, *refusals)
        self.list = to_read(
            f"list_managed_{many}", f"All {words}, as they are set up", types.listed, ManagedQuery
        )
        self.show = to_read(f"get_managed_{one}", f"One of the {words}", types.view)
        self.create = _to_create(names, types, wrong)
        self.change = to_write(
            f"change_{one}",
            f"Change one of the {words}",
            types.changed,
            types.change,
            *wrong,
            "fixed",
            "archived",
        )
        self.archive = _to_archive(names, types)
        self.restore = to_write(
            f"restore_{one}",
            f"Bring one of the {words} back",
            types.changed,
            TouchedOnly,
            *wrong,
            body_needed=False,
        )
        self.reorder = to_write(
            f"reorder_{many}",
            f"Put the {words} in order",
            types.ordered,
            OrderBody,
            "not_found",
            "version_conflict",
            needs_version=False,
        )


def _to_create(names: NounNames, types: NounTypes, wrong: tuple[str, ...]) -> Operation:
    return to_write(
        f"create_{names.one}",
        f"Add to the {names.words}",
        types.changed,
        types.new,
        *wrong,
        success=(201, 200),
        keyed="required",
        needs_version=False,
        description="A dry run is answered with 200.",
    )


def _to_archive(names: NounNames, types: NounTypes) -> Operation:
    return to_write(
        f"archive_{names.one}",
        f"Take one out of the {names.words}",
        types.changed,
        TouchedOnly,
        *(("last_location",) if names.one == "location" else ()),
        body_needed=False,
        description="What was booked before still finds it, and it can be restored."
        + _ARCHIVED.get(names.one, ""),
    )
