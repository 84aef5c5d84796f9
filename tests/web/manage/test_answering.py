"""Questions that are still open are answered once; what was answered is neither shown nor changed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from booking_core.appointments.appointment import Appointment
from booking_core.back_office.back_office import BackOffice
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.reminders import promise_reminders
from booking_core.storage.audit import AuditEntry
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import deliver_all
from tests.agent.letters.test_appointment_letters import parts_of
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at, owner_of
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import words_of


@pytest.fixture
async def booked(ada: Visitor, core: BookingCore, salon: DemoSalon) -> Appointment:
    """A haircut that was booked before the owner asked anything."""
    booked = await ada.books("Haircut", at(1, 10))
    asks = (
        {
            "key": "length",
            "kind": "choice",
            "label": "How long?",
            "choices": ["short", "long"],
            "required": True,
        },
        {"key": "first", "kind": "yes_no", "label": "Is it your first time?"},
        {"key": "note", "kind": "text", "label": "Anything else?", "sensitive": True},
    )

    async def ask(office: BackOffice) -> None:
        for number, one in enumerate(asks):
            given = {"service_id": salon.services["Haircut"], **one}
            await office.questions.create(given, key=str(number))

    await core.arrange(salon.organization_id, owner_of(salon.organization_id), ask)
    return booked


async def answers_of(core: BookingCore, one: Appointment) -> dict[str, object]:
    async with core.sessions() as session:
        return dict((await session.get_one(Appointment, one.id)).answers)


async def test_they_are_answered_and_asked_no_more(
    follows: Follows, booked: Appointment, core: BookingCore
) -> None:
    follower = follows(booked)
    page = words_of((await follower.sees()).text)
    assert "We would like to know" in page
    sent = {"answers.length": "short", "answers.first": "no", "answers.note": "  a scar  "}
    landed = await follower.lands(await follower.sends("/answers", **sent))
    assert "Thank you, we have your answers." in landed
    assert "We would like to know" not in landed
    assert "scar" not in landed
    assert await answers_of(core, booked) == {"length": "short", "first": False, "note": "a scar"}
    async with core.sessions() as session:
        entries = select(AuditEntry).where(AuditEntry.subject == booked.id)
        entry = await session.scalar(entries.where(AuditEntry.action == "appointment.answered"))
    assert entry is not None
    assert entry.details == {"questions": ["first", "length", "note"]}


async def test_what_was_answered_stays_and_the_rest_is_still_asked(
    follows: Follows, booked: Appointment, core: BookingCore
) -> None:
    follower = follows(booked)
    await follower.sends("/answers", **{"answers.length": "short"})
    again = {"answers.length": "long", "answers.note": "none", "answers.unknown": "x"}
    await follower.sends("/answers", **again)
    assert await answers_of(core, booked) == {"length": "short", "note": "none"}
    page = words_of((await follower.sees()).text)
    assert "Is it your first time?" in page
    assert "How long?" not in page


async def test_a_wrong_answer_is_told_beside_what_was_written(
    follows: Follows, booked: Appointment, core: BookingCore
) -> None:
    wrong = {"answers.length": "endless", "answers.note": "<b>mind</b> my ears"}
    refused = await follows(booked).sends("/answers", **wrong)
    assert refused.status_code == 422
    assert "&lt;b&gt;mind&lt;/b&gt; my ears" in refused.text
    assert refused.text.count('aria-invalid="true"') == 1
    assert await answers_of(core, booked) == {}


async def test_nothing_is_answered_of_what_was_cancelled(
    follows: Follows, booked: Appointment, ada: Visitor, core: BookingCore
) -> None:
    await ada.cancels(booked)
    follower = follows(booked)
    assert "We would like to know" not in (await follower.sees()).text
    assert (await follower.sends("/answers", **{"answers.length": "short"})).status_code == 409
    assert await answers_of(core, booked) == {}


async def test_letters_say_that_questions_are_open_until_they_are_answered(
    booked: Appointment, follows: Follows, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    """The first is put in words only when it goes, which is after the questions."""
    sentence = "We have a few questions before you come."
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        assert sentence in parts_of(box.letters[0])["plain"]
        answers = {"answers.length": "short", "answers.first": "no", "answers.note": "none"}
        await follows(booked).sends("/answers", **answers)
        clock.advance(booked.starts_at - clock.now() - timedelta(minutes=110))
        await promise_reminders(core)
        await deliver_all(core, salon, box)
    assert str(box.letters[-1]["Subject"]).startswith("Reminder")
    assert sentence not in parts_of(box.letters[-1])["plain"]
