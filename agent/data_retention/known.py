"""Who is reached by a contact, and all that is kept of them: what ``erase_person`` forgets."""

from collections.abc import Collection, Sequence

from msgspec import Struct
from sqlalchemy import or_, select, text

from agent.conversation.conversation import Conversation
from agent.conversation.personal_value import PersonalValue
from booking_core.access.roles import require_role
from booking_core.appointments.appointment import Appointment
from booking_core.customers.customer import Customer
from booking_core.desk import Desk
from booking_core.storage.audit import AuditEntry

COMMAND_LINE = "system"
# A mailbox may be a family's: its letters are somebody else's too, but for those of one's own appointments.
# Those of the team are nobody's but theirs.
LETTERS = text(
    """
    SELECT id FROM outbox WHERE organization_id = :organization AND one_time_link_id IS NULL AND (
        recipient = :contact OR conversation_id = ANY (:conversations) OR appointment_id = ANY (:appointments)
        OR recipient = ANY (:ways) AND NOT EXISTS (
            SELECT FROM customers WHERE organization_id = :organization
              AND recipient IN (email, phone) AND id <> ALL (:customers)))
    """
)


class Known(Struct, frozen=True):
    """Rows and ids; ``ahead`` are the appointments that stand in the way of an erasure."""

    customers: Sequence[Customer]
    past: Sequence[Appointment]
    ahead: Sequence[Appointment]
    conversation_ids: Sequence[str]
    letter_ids: Sequence[str]

    @property
    def is_nothing(self) -> bool:
        return not (self.customers or self.conversation_ids or self.letter_ids)


def must_be_allowed(desk: Desk, verb: str) -> None:
    """Whoever is at the server's command line owns all of it; everybody else has a role. Raises
    ``NotAllowed``."""
    if desk.actor.door != COMMAND_LINE:
        require_role(desk.actor.role, verb)


async def find_known(desk: Desk, contact: str) -> Known:
    """What is kept of whoever this normalised contact reaches. Raises ``NotAllowed``."""
    must_be_allowed(desk, "customer.export")
    customers = await customers_reached(desk, contact)
    booked = select(Appointment).where(
        Appointment.organization_id == desk.organization_id,
        Appointment.customer_id.in_([one.id for one in customers]),
    )
    theirs = (await desk.session.scalars(booked.order_by(Appointment.starts_at))).all()
    now = desk.clock.now()
    ahead = [one for one in theirs if one.stands and one.ends_at > now]
    conversations = await conversations_of(desk, customers, contact)
    asked = {
        "organization": desk.organization_id,
        "contact": contact,
        "conversations": list(conversations),
        "customers": [one.id for one in customers],
        "appointments": [one.id for one in theirs],
        "ways": [way for one in customers for way in (one.email, one.phone) if way],
    }
    letters = (await desk.session.scalars(LETTERS, asked)).all()
    return Known(customers, [one for one in theirs if one not in ahead], ahead, conversations, letters)


async def customers_reached(desk: Desk, contact: str) -> Sequence[Customer]:
    reached = or_(Customer.email == contact, Customer.phone == contact)
    whose = select(Customer).where(Customer.organization_id == desk.organization_id, reached)
    return (await desk.session.scalars(whose)).all()


async def conversations_of(desk: Desk, customers: Collection[Customer], contact: str) -> Sequence[str]:
    """The ids of customers' conversations: those that made or changed their appointments, those in which
    their contact was given, and those of whoever the website says is the same in one of these."""
    customer_ids = [one.id for one in customers]
    contacts = {contact, *(way for one in customers for way in (one.email, one.phone) if way)}
    theirs = select(Appointment.id).where(
        Appointment.organization_id == desk.organization_id, Appointment.customer_id.in_(customer_ids)
    )
    changed = select(AuditEntry.actor).where(
        AuditEntry.organization_id == desk.organization_id,
        AuditEntry.door == "chat",
        AuditEntry.subject.in_(theirs),
    )
    given = select(PersonalValue.conversation_id).where(
        PersonalValue.organization_id == desk.organization_id, PersonalValue.normal.in_(contacts)
    )
    here = Conversation.organization_id == desk.organization_id
    theirs_by_contact = or_(
        Conversation.customer_id.in_(customer_ids), Conversation.id.in_(changed), Conversation.id.in_(given)
    )
    subjects = select(Conversation.identified_as).where(here, theirs_by_contact)
    found = await desk.session.scalars(
        select(Conversation.id).where(here, or_(theirs_by_contact, Conversation.identified_as.in_(subjects)))
    )
    return list(found)
