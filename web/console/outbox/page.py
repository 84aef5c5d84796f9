"""The outbox: letters to customers, what became of each, and, where no mail server is set, what they say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec import Struct
from sqlalchemy import select, text

from booking_core.access.roles import require_role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.catalogue import Catalogue
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.notices.outbox import CODE_MARK, LINK_MARK, STOP_MARK, Mail, mails_of
from booking_core.notices.waiting import next_tries, try_letters_now
from web.console.access.signed_in import SignedIn
from web.console.outbox.labels import kind_of, letter_label, letter_state, waiting_text
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, has_seen, live_page, no_change
from web.console.rendering.visit import Visit
from web.jobs.mail import has_mail_server, leave_the_house, with_address, with_secrets
from web.secrets.manage_links import ManageLinks
from web.settings import Settings

SHOWN = 100
UNSENT, RETRIED = "unsent", "retried"
# Another after every change of a letter that the page shows.
VERSION = text(
    "SELECT string_agg(CAST(version AS text), ',') FROM (SELECT xmin AS version FROM outbox WHERE "
    "organization_id = :organization AND one_time_link_id IS NULL AND (NOT :unsent OR sent_at IS NULL)"
    " ORDER BY created_at DESC, id LIMIT :most) AS shown"
)
HIDDEN = "••••••"


class LetterRow(Struct, frozen=True):
    """One line of the page. ``state`` is ``sent``, ``failed``, ``replaced``, ``waiting`` or ``kept`` (there
    is no mail server to take it)."""

    id: str
    recipient: str
    subject: str
    kind: str
    text: str
    state: str
    state_label: str
    why: str
    next_try: str
    at: str
    when: str


@get("/outbox")
async def outbox_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    settings: NamedDependency[Settings],
    show: FromQuery[str] = "",
    done: FromQuery[str] = "",
) -> Response[str]:
    """``show`` is ``unsent`` for those that were not sent."""
    only_unsent = show == UNSENT
    async with core.desk(operator.organization_id, operator.actor) as desk:
        require_role(operator.role, "outbox.read")
        local, now = LocalFormat.of(desk.catalogue.organization), desk.clock.now()
        tries = await next_tries(desk.session, desk.organization_id)
        # The day is part of it, because today's times are written another way tomorrow.
        version = f"{await _newest(desk, only_unsent)} {local.day_of(now)} {sorted(tries.values())}"
        if has_seen(request, version):
            return no_change()
        mails = await mails_of(desk.session, operator.organization_id, SHOWN, only_unsent=only_unsent)
        links = await _links_of(desk, mails, ManageLinks.of(settings))

    def leaves(mail: Mail) -> bool:
        return leave_the_house(settings, desk.catalogue, mail.channel)

    return live_page(
        request,
        operator,
        "outbox",
        every_s=4,
        version=version,
        letters=_letters(mails, links, settings, local, now, leaves, tries),
        **_servers(settings, desk.catalogue),
        only_unsent=only_unsent,
        is_retried=done == RETRIED,
    )


def _servers(settings: Settings, catalogue: Catalogue) -> dict[str, bool]:
    has_server = leave_the_house(settings, catalogue)
    return {"has_server": has_server, "is_demo": not has_server and has_mail_server(settings, catalogue)}


async def _newest(desk: Desk, only_unsent: bool) -> str | None:
    wanted = {"organization": desk.organization_id, "most": SHOWN, "unsent": only_unsent}
    found: str | None = await desk.session.scalar(VERSION, wanted)
    return found


@post("/outbox/retry", status_code=303)
async def try_now(visit: NamedDependency[Visit]) -> Redirect:
    """Pressing twice does no more than once."""
    await visit.carry_out(try_letters_now)
    return Redirect(f"{visit.operator.home}/outbox?done={RETRIED}", status_code=303)


async def _links_of(desk: Desk, mails: Sequence[Mail], links: ManageLinks) -> dict[str, str]:
    """Where the letters of appointments lead, by the appointment's id."""
    named = {mail.appointment_id for mail in mails if mail.appointment_id}
    found = await desk.session.scalars(
        select(Appointment).where(
            Appointment.organization_id == desk.organization_id, Appointment.id.in_(named)
        )
    )
    return {one.id: links.in_letters(one) for one in found}


def _letters(
    mails: Sequence[Mail],
    links: dict[str, str],
    settings: Settings,
    local: LocalFormat,
    now: datetime,
    leaves: Callable[[Mail], bool],
    tries: Mapping[str, datetime],
) -> list[LetterRow]:
    # Where letters go nowhere this page is where the customer's code arrives; else nobody but the customer
    # reads it.
    hidden, whole = partial(_without_secrets, settings=settings), with_secrets(settings)

    def text_of(mail: Mail) -> str:
        link = links.get(mail.appointment_id or "", HIDDEN)
        whole_text = hidden if leaves(mail) else whole
        return whole_text(mail).replace(LINK_MARK, link).replace(STOP_MARK, HIDDEN)

    return [
        LetterRow(
            id=mail.id,
            recipient=mail.recipient,
            subject=mail.subject,
            kind=kind_of(mail),
            text=text_of(mail),
            state=letter_state(mail, leaves(mail)),
            state_label=letter_label(mail, leaves(mail)),
            why=waiting_text(mail) if leaves(mail) else "",
            next_try=local.moment(tries[mail.id], now) if mail.id in tries and leaves(mail) else "",
            at=mail.created_at.isoformat(),
            when=local.when(mail.created_at, now),
        )
        for mail in mails
    ]


def _without_secrets(mail: Mail, settings: Settings) -> str:
    text = mail.text.replace(CODE_MARK, HIDDEN).replace(LINK_MARK, HIDDEN)
    return with_address(mail, text, settings)
