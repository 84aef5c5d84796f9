"""The outbox: letters to customers, what became of each, and, where no mail server is set, what they say."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from litestar import Response, get
from litestar.di import NamedDependency
from msgspec import Struct
from sqlalchemy import select, text

from booking_core.access.roles import require_role
from booking_core.appointments.appointment import Appointment
from booking_core.appointments.record import (
    APPROVED_LETTER,
    CANCELLED_LETTER,
    CONFIRMED_LETTER,
    DECLINED_LETTER,
    DISPLACED_LETTER,
    MOVED_LETTER,
    NO_SHOW_LETTER,
    REQUESTED_LETTER,
)
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.notices.outbox import (
    BY_TEXT,
    CODE_MARK,
    GIVEN_UP,
    LINK_MARK,
    NO_MOBILE,
    STOP_MARK,
    STOPPED,
    SUPERSEDED,
    TOO_LATE,
    TOO_MANY,
    UNKNOWN,
    Mail,
    mails_of,
)
from booking_core.notices.reminders import REMINDER_LETTER
from web.console.access.signed_in import SignedIn
from web.console.rendering.formatting import LocalFormat
from web.console.rendering.page import PageRequest, has_seen, live_page, no_change
from web.console.words.translate import N_, gettext
from web.jobs.mail import has_mail_server, leave_the_house, with_address, with_secrets
from web.secrets.manage_links import ManageLinks
from web.settings import Settings

SHOWN = 100
# Another after every change of a letter that the page shows.
VERSION = text(
    "SELECT string_agg(CAST(version AS text), ',') FROM (SELECT xmin AS version FROM outbox WHERE "
    "organization_id = :organization AND one_time_link_id IS NULL"
    " ORDER BY created_at DESC, id LIMIT :most) AS shown"
)
HIDDEN = "••••••"
KINDS = {
    "verification_code": N_("One-time code"),
    CONFIRMED_LETTER: N_("Appointment confirmed"),
    REQUESTED_LETTER: N_("Request received"),
    APPROVED_LETTER: N_("Request approved"),
    DECLINED_LETTER: N_("Request declined"),
    MOVED_LETTER: N_("Appointment moved"),
    CANCELLED_LETTER: N_("Appointment cancelled"),
    REMINDER_LETTER: N_("Reminder"),
    DISPLACED_LETTER: N_("Another time asked for"),
    NO_SHOW_LETTER: N_("Appointment missed"),
    # Of an older release.
    "appointment_changed": N_("Appointment changed"),
    "person_wanted": N_("Person asked for"),
    "customer_late": N_("A customer will be late"),
    "team_booked": N_("To the team: booked"),
    "team_requested": N_("To the team: asked for"),
    "team_moved": N_("To the team: moved"),
    "team_cancelled": N_("To the team: cancelled"),
    "webhook_disabled": N_("Webhook switched off"),
}


STATES = {"sent": N_("Sent"), "waiting": N_("On its way"), "kept": N_("Not sent")}
# Why a letter was not sent; of anything else the mail server's number is told.
FAILURES = {
    TOO_LATE: N_("Too late"),
    SUPERSEDED: N_("Replaced by the next email"),
    GIVEN_UP: N_("Given up: the mail server could not be reached"),
    STOPPED: N_("The customer wants no text messages"),
    NO_MOBILE: N_("Not a mobile number"),
    TOO_MANY: N_("Too many text messages that day"),
    UNKNOWN: N_("Nobody knows whether it arrived"),
}
TEXT_GIVEN_UP = N_("Given up: the provider could not be reached")


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
    at: str
    when: str


@get("/outbox")
async def outbox_page(
    request: PageRequest,
    core: NamedDependency[BookingCore],
    operator: NamedDependency[SignedIn],
    settings: NamedDependency[Settings],
) -> Response[str]:
    async with core.desk(operator.organization_id, operator.actor) as desk:
        require_role(operator.role, "outbox.read")
        local, now = LocalFormat.of(desk.catalogue.organization), desk.clock.now()
        has_server = leave_the_house(settings, desk.catalogue)
        is_demo = not has_server and has_mail_server(settings, desk.catalogue)
        letters_now = await desk.session.scalar(
            VERSION, {"organization": desk.organization_id, "most": SHOWN}
        )
        # The day is part of it, because today's times are written another way tomorrow.
        version = f"{letters_now} {local.day_of(now)}"
        if has_seen(request, version):
            return no_change()
        mails = await mails_of(desk.session, operator.organization_id, SHOWN)
        links = await _links_of(desk, mails, ManageLinks.of(settings))

    def leaves(mail: Mail) -> bool:
        return leave_the_house(settings, desk.catalogue, mail.channel)

    return live_page(
        request,
        operator,
        "outbox",
        every_s=4,
        version=version,
        letters=_letters(mails, links, settings, local, now, leaves),
        has_server=has_server,
        is_demo=is_demo,
    )


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
            at=mail.created_at.isoformat(),
            when=local.when(mail.created_at, now),
        )
        for mail in mails
    ]


def _without_secrets(mail: Mail, settings: Settings) -> str:
    text = mail.text.replace(CODE_MARK, HIDDEN).replace(LINK_MARK, HIDDEN)
    return with_address(mail, text, settings)


def kind_of(mail: Mail) -> str:
    """What it tells, and that it is a text message where it is one."""
    kind = gettext(KINDS.get(mail.kind, mail.kind))
    return gettext("%(kind)s, by text message", kind=kind) if mail.channel == BY_TEXT else kind


def letter_state(mail: Mail, has_server: bool) -> str:
    if mail.sent_at is not None:
        return "sent"
    if mail.failure is not None:
        return "replaced" if mail.failure == SUPERSEDED else "failed"
    return "waiting" if has_server else "kept"


def letter_label(mail: Mail, has_server: bool) -> str:
    """What became of a letter, in words."""
    if mail.failure is not None and mail.sent_at is None:
        if mail.failure == GIVEN_UP and mail.channel == BY_TEXT:
            return gettext(TEXT_GIVEN_UP)
        if mail.failure in FAILURES:
            return gettext(FAILURES[mail.failure])
        return gettext("Refused (%(why)s)", why=mail.failure)
    state = letter_state(mail, has_server)
    if state == "waiting" and mail.tries:
        return gettext("Trying again (%(tries)s so far)", tries=mail.tries)
    return gettext(STATES[state])
