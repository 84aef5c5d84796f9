"""What the page says of an appointment, in every state of it, and to whom it says nothing."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from agent.languages import LANGUAGES
from agent.languages.texts.manage_page.manage_words import manage_words
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from booking_core.storage.audit import AppointmentEvent, AuditEntry
from booking_core.time.clock import FrozenClock
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import words_of


async def test_it_says_what_was_booked_and_until_when_it_may_be_changed(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await speaks(core, booked, "en", "America/New_York")
    words = words_of((await follows(booked).sees()).text)
    for fact in (
        "Your appointment Booked We look forward to seeing you.",
        "Haircut",
        "Tuesday, November 24, 2026, 10:00 AM – 10:45 AM (Berlin time)",
        "On your clock Tuesday, November 24, 2026, 4:00 AM – 4:45 AM (New York time)",
        booked.code,
        "€45.00",
        "You can cancel or move it until Tue, Nov 24, 8:00 AM.",
        "Choose another time Add to calendar Cancel the appointment",
    ):
        assert fact in words
    async with core.sessions() as session:
        name = await session.scalar(select(Organization.name).where(Organization.id == salon.organization_id))
    assert name in words


async def test_it_names_neither_its_customer_nor_how_to_reach_them(follows: Follows, ada: Visitor) -> None:
    page = await follows(await ada.books("Haircut", at(1, 10))).sees()
    assert "ada" not in page.text.lower().replace("saturday", "")


async def test_each_state_has_its_words_and_only_what_can_still_be_done(
    follows: Follows, ada: Visitor, ben: Visitor, clock: FrozenClock
) -> None:
    asked = await ada.books("Bridal styling", at(3, 10))
    words = words_of((await follows(asked).sees()).text)
    assert "Requested It is not booked yet" in words
    assert "Withdraw the request" in words
    moved = await ben.moves(await ben.books("Haircut", at(1, 10)), at(2, 11))
    assert "Moved This is the new time." in words_of((await follows(moved).sees()).text)
    cancelled = await ben.cancels(moved)
    words = words_of((await follows(cancelled).sees()).text)
    assert "Cancelled It is cancelled" in words
    assert "Choose another time" not in words
    booked = await ada.books("Haircut", at(1, 12))
    clock.advance(booked.starts_at - clock.now() + timedelta(minutes=1))
    page = await follows(booked).sees()
    assert "Over It has begun or is over" in words_of(page.text)
    assert "/cancel" not in page.text


@pytest.mark.parametrize("language", sorted(LANGUAGES))
async def test_it_speaks_its_customers_language(
    follows: Follows, ada: Visitor, core: BookingCore, language: str
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await speaks(core, booked, language)
    follower, words = follows(booked), manage_words(language)
    follower.headers["Accept-Language"] = "en"
    for page, title in (("", words.title), ("/cancel", words.cancel_ask), ("/move", words.move)):
        seen = await follower.sees(page)
        assert f'<html lang="{language}" dir="{"rtl" if language in ("he", "ar") else "ltr"}">' in seen.text
        assert title in words_of(seen.text)


async def test_without_a_known_language_it_speaks_the_browsers(
    follows: Follows, ada: Visitor, core: BookingCore
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await speaks(core, booked, None)
    follower = follows(booked)
    follower.headers["Accept-Language"] = "de-AT,de;q=0.9"
    assert "Ihr Termin" in (await follower.sees()).text


async def test_looking_changes_nothing(follows: Follows, ada: Visitor, core: BookingCore) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    before = await everything_of(core, booked)
    follower = follows(booked)
    for page in (
        "",
        "/cancel",
        "/move",
        "/move/20261125T100000Z",
        "/move/20261125T1000Z",
        "/appointment.ics",
    ):
        for ask in (follower.http.get, follower.http.head):
            assert (await ask(f"{follower.path}{page}")).status_code in (200, 404)
    for page in ("/answers", "/chat"):
        assert (await follower.sees(page)).status_code == 405
    assert await everything_of(core, booked) == before


async def test_no_browser_keeps_frames_indexes_or_passes_it_on(follows: Follows, ada: Visitor) -> None:
    follower = follows(await ada.books("Haircut", at(1, 10)))
    for page in ("", "/cancel", "/move", "/appointment.ics"):
        headers = (await follower.sees(page)).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in headers["X-Robots-Tag"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    policy = (await follower.sees()).headers["Content-Security-Policy"]
    assert "script-src" not in policy
    for part in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"):
        assert part in policy


async def test_what_the_business_calls_itself_is_text(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    async with core.sessions() as session, session.begin():
        renamed = update(Organization).where(Organization.id == salon.organization_id)
        await session.execute(renamed.values(name="<script>x</script>"))
    assert "<script" not in (await follows(booked).sees()).text


@pytest.mark.parametrize("done", ["moved", "answered", "cancelled", "withdrawn"])
async def test_an_address_says_nothing_that_is_not_so(follows: Follows, ada: Visitor, done: str) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    plain, claimed = [(await follows(booked).sees(page)).text for page in ("", f"?done={done}")]
    assert words_of(claimed) == words_of(plain)


async def test_the_calendar_file_names_nobody(follows: Follows, ada: Visitor) -> None:
    file: httpx.Response = await follows(await ada.books("Haircut", at(1, 10))).sees("/appointment.ics")
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert "METHOD:PUBLISH" in file.text
    assert "ada" not in file.text.lower()


async def speaks(core: BookingCore, one: Appointment, locale: str | None, time_zone: str = "") -> None:
    async with core.sessions() as session, session.begin():
        theirs = update(Customer).where(Customer.id == one.customer_id)
        await session.execute(theirs.values(locale=locale, time_zone=time_zone or None))


async def everything_of(core: BookingCore, one: Appointment) -> list[object]:
    """Every row that a change of an appointment leaves."""
    async with core.sessions() as session:
        row = await session.get_one(Appointment, one.id)
        kept: list[object] = [row.version, row.status, row.starts_at, row.link_number, dict(row.answers)]
        for table, column in (
            (AuditEntry, AuditEntry.organization_id),
            (AppointmentEvent, AppointmentEvent.organization_id),
            (Mail, Mail.organization_id),
        ):
            found = await session.scalars(select(table.id).where(column == one.organization_id))
            kept.append(sorted(map(str, found)))
    return kept
