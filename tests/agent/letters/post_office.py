"""Letters of a salon as the worker writes and sends them, without its queue."""

from sqlalchemy import select, text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.mailer import Mailer
from booking_core.notices.outbox import Mail
from booking_core.storage.audit import CONSOLE, Actor
from tests.booking_core.notices.mailbox import Mailbox
from tests.cast import Visitor
from web.jobs.mail import Post, deliver_appointment_letter

LINK = "https://zimun.example/b/here"
STOP_LINK = "https://zimun.example/r/here"
SENDER = "Chat <chat@salon.example>"
PROMISED = text(
    "SELECT args ->> 'mail_id' FROM procrastinate_jobs JOIN outbox ON outbox.id = args ->> 'mail_id'"
    " WHERE task_name = 'send_appointment_letter' AND outbox.organization_id = :here"
    " ORDER BY procrastinate_jobs.id"
)


def post_office(core: BookingCore, box: Mailbox | None = None) -> Post:
    mailer = Mailer(box.url, SENDER) if box else None
    return Post(core, lambda mail: mail.text, mailer, lambda _: LINK, lambda _: STOP_LINK)


async def deliver_all(core: BookingCore, salon: DemoSalon, box: Mailbox | None = None) -> list[Mail]:
    """All letters that are promised, in their order, and what became of them."""
    async with core.sessions() as session:
        promised = list(await session.scalars(PROMISED, {"here": salon.organization_id}))
    for mail_id in promised:
        await deliver_appointment_letter(post_office(core, box), mail_id)
    return await letters_in(core, salon)


async def letters_in(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    theirs = select(Mail).where(
        Mail.organization_id == salon.organization_id, Mail.appointment_id.is_not(None)
    )
    async with core.sessions() as session:
        return list(await session.scalars(theirs.order_by(Mail.appointment_id, Mail.appointment_version)))


def manager_of(core: BookingCore, salon: DemoSalon) -> Visitor:
    """Somebody of the business, at its console."""
    manager = Visitor(core, salon, "Miriam", door=CONSOLE)
    manager.actor = Actor(CONSOLE, "acc_1", role=Role.MANAGER, organization_id=salon.organization_id)
    return manager
