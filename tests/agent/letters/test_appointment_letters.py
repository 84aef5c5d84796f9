"""One letter a change, whoever makes it: what it says, whom it reaches, and how it ends."""

from email.message import EmailMessage

import pytest
from icalendar import Calendar
from sqlalchemy import update

from agent.letters.appointment_letter import first_letter_of
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import DEMO_EMAIL, DEMO_NAME, Organization
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import MOST_OF_ONE_A_DAY, SUPERSEDED, TOO_MANY, Mail
from tests.agent.letters.post_office import LINK, deliver_all, letters_in, manager_of
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at


def parts_of(letter: EmailMessage) -> dict[str, str]:
    """Text and HTML of a letter, and its calendar file, which is in it twice."""
    found = {
        part.get_content_subtype(): part.get_content() for part in letter.walk() if not part.is_multipart()
    }
    return {kind: str(content) for kind, content in found.items()}


@pytest.fixture
async def three(ada: Visitor, core: BookingCore, salon: DemoSalon) -> tuple[Appointment, list[EmailMessage]]:
    """An appointment that was booked, moved by the business and cancelled by its customer, and what was
    sent of it, tried twice."""
    async with mailbox() as box:
        booked = await ada.books("Haircut", at(1, 10))
        await deliver_all(core, salon, box)
        await manager_of(core, salon).moves(booked, at(2, 11))
        await deliver_all(core, salon, box)
        await ada.cancels(booked)
        await deliver_all(core, salon, box)
        letters = await deliver_all(core, salon, box)
    assert all(one.sent_at is not None for one in letters)
    return booked, box.letters


async def test_each_change_is_told_once_and_all_of_them_are_one_thread(
    three: tuple[Appointment, list[EmailMessage]],
) -> None:
    booked, letters = three
    assert [letter["Subject"] for letter in letters] == [
        "Booked: Haircut, Tue, Nov 24, 10:00 AM",
        "Moved: Haircut, Wed, Nov 25, 11:00 AM",
        "Cancelled: Haircut, Wed, Nov 25, 11:00 AM",
    ]
    first = f"<{first_letter_of(booked.id)}@salon.example>"
    assert [letter["In-Reply-To"] for letter in letters] == [None, first, first]
    assert letters[0]["Message-ID"] == first
    assert len({letter["Message-ID"] for letter in letters}) == 3
    assert {letter["Reply-To"] for letter in letters} == {DEMO_EMAIL}
    assert {letter["Auto-Submitted"] for letter in letters} == {"auto-generated"}


async def test_it_says_what_was_and_what_is_and_who_changed_it(
    three: tuple[Appointment, list[EmailMessage]],
) -> None:
    booked, letters = three
    told = [parts_of(letter) for letter in letters]
    for one in told:
        assert booked.code in one["plain"]
        assert booked.code in one["html"]
        assert LINK in one["html"]
    assert "Until now: Tuesday, November 24, 2026, 10:00 AM – 10:45 AM" in told[1]["plain"]
    assert "We had to move your appointment" in told[1]["plain"]
    assert "You have cancelled your appointment" in told[2]["plain"]


async def test_its_calendar_file_follows_every_change(
    three: tuple[Appointment, list[EmailMessage]],
) -> None:
    files = [Calendar.from_ical(parts_of(letter)["calendar"]) for letter in three[1]]
    assert [file["METHOD"] for file in files] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [file.events[0]["SEQUENCE"] for file in files] == [0, 1, 2]
    assert len({file.events[0]["UID"] for file in files}) == 1
    assert files[0].events[0]["ATTENDEE"] == "mailto:ada@example.com"


async def test_a_request_is_asked_approved_or_declined_with_a_word(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    manager = manager_of(core, salon)
    async with mailbox() as box:
        asked = await ada.books("Bridal styling", at(3, 10))
        await deliver_all(core, salon, box)
        await manager.at_desk(lambda desk: desk.approve(asked.id))
        other = await ada.books("Bridal styling", at(4, 10))
        await manager.at_desk(lambda desk: desk.decline(other.id, reason="We are\n<b>full</b>."))
        await deliver_all(core, salon, box)
    first, approved, declined = map(parts_of, box.letters)
    assert "It is not booked yet" in first["plain"]
    assert "STATUS:TENTATIVE" in first["calendar"]
    assert "STATUS:CONFIRMED" in approved["calendar"]
    assert "A message from" in declined["plain"]
    assert "> We are\n> <b>full</b>." in declined["plain"].replace("\r\n", "\n")
    assert "We are<br>&lt;b&gt;full&lt;/b&gt;." in declined["html"]
    # The question of the one that was declined before its letter was sent is not told any more.
    assert len(box.letters) == 3


async def test_what_was_not_sent_yet_is_replaced_and_the_next_says_where_it_last_was(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        await ada.moves(booked, at(2, 11))
        await ada.moves(booked, at(3, 12))
        letters = await deliver_all(core, salon, box)
    assert [one.failure for one in letters] == [None, SUPERSEDED, None]
    assert [letter["Subject"] for letter in box.letters][1:] == ["Moved: Haircut, Thu, Nov 26, 12:00 PM"]
    assert "Until now: Tuesday, November 24" in parts_of(box.letters[1])["plain"]


async def test_a_price_from_which_it_costs_is_told_as_that_in_letter_and_calendar_file(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    async with core.sessions() as session, session.begin():
        (await session.get_one(Service, salon.services["Haircut"])).price_is_from = True
    async with mailbox() as box:
        await ada.books("Haircut", at(1, 10))
        await deliver_all(core, salon, box)
    parts = parts_of(box.letters[0])
    assert "Price: from €45.00" in parts["plain"]
    assert "from €45.00" in parts["html"]
    assert "from €45.00" in Calendar.from_ical(parts["calendar"]).events[0]["DESCRIPTION"]


async def test_not_now_is_tried_again_and_never_is_noted(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    await ada.books("Haircut", at(1, 10))
    async with mailbox("451 later", "250 taken", "550 nobody here") as box:
        with pytest.raises(Unavailable):
            await deliver_all(core, salon, box)
        await deliver_all(core, salon, box)
        await ada.books("Haircut", at(1, 12))
        letters = await deliver_all(core, salon, box)
    assert len(box.letters) == 1
    assert sorted((one.failure or "sent", one.tries) for one in letters) == [("550", 1), ("sent", 2)]


async def test_a_letter_says_nothing_that_whoever_booked_typed_and_each_attendee_is_alone(
    ada: Visitor, eve_of_class: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    ada.contact = ContactDetails("Visit evil example now", "ada@example.com")
    for one in (ada, eve_of_class):
        await one.books("Yoga class", at(2, 12))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
    assert sorted(letter["To"] for letter in box.letters) == ["ada@example.com", "eve@example.com"]
    for letter, own, others in zip(
        sorted(box.letters, key=lambda one: str(one["To"])), ("ada", "eve"), ("eve@", "ada@"), strict=True
    ):
        assert f"{own}@example.com" in parts_of(letter)["calendar"].replace("\r\n ", "")
        assert others not in letter.as_string()
        assert "evil" not in letter.as_string()


@pytest.fixture
def eve_of_class(core: BookingCore, salon: DemoSalon) -> Visitor:
    return Visitor(core, salon, "Eve")


async def test_who_has_no_address_gets_no_letter_and_who_has_a_language_reads_it(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    ada.contact = ContactDetails("Ada", None, "+49305550199")
    await ada.books("Haircut", at(1, 10))
    ada.contact = ContactDetails("Ada", "ada@example.com", time_zone="America/New_York", locale="he-IL")
    await ada.books("Haircut", at(1, 12))
    [letter] = await deliver_all(core, salon)
    assert letter.subject.startswith("התור נקבע: ")
    assert "בשעון שלך: " in letter.text
    assert "6:00" in letter.text


async def test_the_demo_writes_to_nobody(ada: Visitor, core: BookingCore, salon: DemoSalon) -> None:
    await ada.books("Haircut", at(1, 10))
    named = update(Organization).where(Organization.id == salon.organization_id).values(name=DEMO_NAME)
    async with core.sessions() as session, session.begin():
        await session.execute(named)
    async with mailbox() as box:
        [letter] = await deliver_all(core, salon, box)
    assert (box.letters, letter.sent_at, letter.failure) == ([], None, None)
    assert letter.text
    # Tests share a database: there is one demo at most.
    async with core.sessions() as session, session.begin():
        await session.execute(named.values(name="Not the demo"))


async def test_nobody_is_written_of_what_did_not_happen(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with core.desk(salon.organization_id, ada.actor) as desk:
            hold = await ada.holds("Haircut", at(1, 10))
            await desk.confirm(hold.id, ada.contact)
            raise ZeroDivisionError
    assert await letters_in(core, salon) == []


async def test_nobody_is_flooded_by_bookings_under_their_address(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    """An appointment may be moved for ever, and each move is a letter to whatever address was given."""
    booked, other = await ada.books("Haircut", at(1, 10)), await ben.books("Haircut", at(1, 12))
    for number in range(MOST_OF_ONE_A_DAY):
        booked = await ada.moves(booked, at(2, 10 + number % 2))
        await write_as_sent(core, booked)
    await ada.moves(booked, at(3, 11))
    async with mailbox() as box:
        kept = await deliver_all(core, salon, box)
    assert [letter["To"] for letter in box.letters] == [ben.contact.email]
    assert {one.failure for one in kept if one.appointment_id == booked.id} == {None, TOO_MANY}
    assert [one.failure for one in kept if one.appointment_id == other.id] == [None]


async def write_as_sent(core: BookingCore, booked: Appointment) -> None:
    async with core.sessions() as session, session.begin():
        of_it = update(Mail).where(Mail.appointment_id == booked.id)
        await session.execute(of_it.values(sent_at=core.clock.now()))
