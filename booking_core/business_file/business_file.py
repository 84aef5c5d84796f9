"""The two things to do with a file: make the business as it says, and make one of the business as it is. Both
within a transaction of the back office."""

from collections.abc import Sequence
from typing import Any, NoReturn

from msgspec import structs

from booking_core.access.roles import require_role
from booking_core.back_office.back_office import BackOffice
from booking_core.back_office.touched import AppointmentsTouched, Touched
from booking_core.business_file.adopt import adopt
from booking_core.business_file.carry_out import carry_out
from booking_core.business_file.complete import also_wrong, complete
from booking_core.business_file.plan.booked import count_booked
from booking_core.business_file.plan.plan import Plan, make_plan
from booking_core.business_file.read import read_as_far
from booking_core.business_file.standing import name_rows, read_standing
from booking_core.business_file.write import write_document
from booking_core.business_file.wrong import FileRefused
from booking_core.errors import Conflict


async def apply_file(
    office: BackOffice, data: Any, *, prune: bool = False, planned: Plan | None = None
) -> Plan:
    """Make the business as the plain ``data`` of a file say; what was changed for that. Repeating it changes
    nothing. Raises ``FileRefused``, and ``Conflict`` where it would be anything else than ``planned``; what
    it means for appointments is settled before the commit, as with every change."""
    document, wrong = read_as_far(data)
    standing = await read_standing(office)
    if wrong := [*wrong, *also_wrong(document, standing, wrong)] if wrong else complete(document, standing):
        raise FileRefused(wrong)
    renamed = adopt(document, standing)
    plan = make_plan(document, standing, renamed, prune=prune)
    plan = structs.replace(plan, booked=await count_booked(office, plan, standing))
    if planned not in (None, plan):
        raise out_of_date()
    await name_rows(office, standing)
    # A business that spoke another language before has such words, and its file is the same elsewhere.
    office.words_as_given = True
    await carry_out(office, plan, document, standing)
    return plan


def out_of_date() -> Conflict:
    """Somebody has changed the business, or booked what would go, since somebody else saw the plan."""
    return Conflict("Something has changed since the plan was made, so nothing was done. Please start again.")


class Rehearsal(Exception):
    """What ``apply_file`` would do, and which appointments that touches. Whoever raises it undoes it all."""

    def __init__(self, plan: Plan, touched: Sequence[Touched]) -> None:
        super().__init__("a rehearsal is undone")
        self.plan = plan
        self.touched = tuple(touched)


async def rehearse_file(office: BackOffice, data: Any, *, prune: bool = False) -> NoReturn:
    """Apply a file, look what it means, and raise ``Rehearsal``; or ``FileRefused``, like ``apply_file``."""
    plan = await apply_file(office, data, prune=prune)
    try:
        await office.finish()
    except AppointmentsTouched as error:
        raise Rehearsal(plan, error.touched) from error
    raise Rehearsal(plan, ())


async def export_file(office: BackOffice) -> dict[str, Any]:
    """The business as plain data of a file. What had no key yet keeps the one that it has there."""
    require_role(office.actor.role, "settings.read")
    standing = await read_standing(office)
    await name_rows(office, standing)
    return write_document(standing)
