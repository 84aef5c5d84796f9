"""One customer by their e-mail address or phone number: what is known of them, as a file, and its erasure.
The contact is sent in forms only, as addresses of pages are kept by browsers and logs."""

import msgspec
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from agent.data_retention.erasure import erase_person
from agent.data_retention.export import export_person
from agent.data_retention.known import Known, find_known
from agent.live_stream.stream import ConversationLog
from agent.verification.proof_request import normal_contact
from booking_core.access.roles import require_role
from booking_core.appointments.appointment import Appointment
from booking_core.desk import Desk
from booking_core.errors import Conflict
from web.console.access.headers import KEEP_FOR_BACK
from web.console.forms.sent import read_sent
from web.console.rendering.visit import Visit
from web.console.words.translate import gettext

HERE, LONGEST = "privacy", 254


@post("/settings/privacy/customer", status_code=200, cache_control=KEEP_FOR_BACK)
async def show_customer(visit: NamedDependency[Visit]) -> Response[str]:
    return await _draw(visit, (await read_sent(visit.request)).text("contact"))


@post("/settings/privacy/export", status_code=200)
async def export_customer(visit: NamedDependency[Visit]) -> Response[bytes]:
    require_role(visit.operator.role, "customer.export")
    written = (await read_sent(visit.request)).text("contact")
    told = await visit.carry_out(lambda desk: export_person(desk, _contact(desk, written)))
    content = msgspec.json.format(msgspec.json.encode(told), indent=2)
    headers = {"Content-Disposition": 'attachment; filename="customer.json"'}
    return Response(content, media_type="application/json", headers=headers)


@post("/settings/privacy/erase", status_code=303)
async def erase_customer(visit: NamedDependency[Visit]) -> Response[str] | Redirect:
    """Only where the box says that they are sure. Repeating it changes nothing."""
    require_role(visit.operator.role, "customer.erase")
    sent = await read_sent(visit.request)
    written = sent.text("contact")
    if not sent.text("sure"):
        return await _draw(visit, written, gettext("Please tick the box if you are sure."))

    async def work(desk: Desk) -> None:
        await erase_person(desk, ConversationLog(visit.core.redis), _contact(desk, written))

    try:
        await visit.carry_out(work)
    except Conflict:
        # The page lists what is in the way.
        return await _draw(visit, written, gettext("Nothing was done"))
    return Redirect(f"{visit.home}/privacy?done=erased", status_code=303)


def _contact(desk: Desk, written: str) -> str:
    """As contacts are kept; what is none reaches nobody."""
    wanted = written.replace("\0", "").strip()[:LONGEST]
    return normal_contact(wanted, wanted, (desk.catalogue.organization.country,)) or wanted


async def _draw(visit: Visit, written: str, wrong: str = "") -> Response[str]:
    require_role(visit.operator.role, "customer.export")

    async def look(desk: Desk) -> tuple[Known, list[tuple[str, str]]]:
        known = await find_known(desk, _contact(desk, written))
        return known, [(one.id, _when(visit, desk, one)) for one in known.ahead]

    known, ahead = await visit.read(look)
    return visit.page(
        "settings/privacy_customer.html",
        HERE,
        status_code=422 if wrong else 200,
        known=known,
        ahead=ahead,
        contact=written,
        wrong=wrong,
        address=f"{visit.home}/{HERE}",
    )


def _when(visit: Visit, desk: Desk, booked: Appointment) -> str:
    """On the clock of its place, as it was promised, and by which clock."""
    clock = desk.catalogue.location(booked.location_id).time_zone
    return f"{visit.local(desk, clock).day_and_time(booked.starts_at)} ({clock})"
