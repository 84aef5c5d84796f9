"""The letter that reminds: what it says in each language, what its reader may press, and when it is not
sent."""

import pytest
from sqlalchemy import update

from agent.languages.texts.letters.appointment_letters import LETTER_WORDS
from agent.languages.texts.manage_page.manage_words import manage_words
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import LINK_MARK, STOP_MARK, SUPERSEDED, TOO_LATE, Mail
from booking_core.notices.reminders import REMINDER_LETTER, promise_reminders
from booking_core.time.clock import FrozenClock
from tests.agent.letters.post_office import LINK, STOP_LINK, deliver_all
from tests.agent.letters.test_appointment_letters import parts_of
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at


def of_reminders(mails: list[Mail]) -> list[str | None]:
    return [one.failure for one in mails if one.kind == REMINDER_LETTER]


async def due(core: BookingCore, clock: FrozenClock) -> None:
    clock.advance(at(1, 14) - clock.now())
    await promise_reminders(core)


@pytest.mark.parametrize("language", sorted(LETTER_WORDS))
async def test_it_says_what_is_ahead_and_how_to_answer_and_to_get_no_more(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock, language: str
) -> None:
    booked = await ada.books("Haircut", at(2, 14))
    async with core.sessions() as session, session.begin():
        theirs = update(Customer).where(Customer.id == booked.customer_id)
        await session.execute(theirs.values(locale=language))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        await due(core, clock)
        kept = await deliver_all(core, salon, box)
    first, reminder = box.letters
    words, pages = LETTER_WORDS[language], manage_words(language)
    assert f"{words.titles['reminder']}: " in str(reminder["Subject"])
    assert reminder["List-Unsubscribe"] == f"<{STOP_LINK}>"
    assert reminder["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert reminder["In-Reply-To"] == first["Message-ID"]
    assert first["List-Unsubscribe"] is None
    parts = parts_of(reminder)
    assert set(parts) == {"plain", "html"}
    for text in parts.values():
        for said in (words.leads["reminder"], booked.code, pages.coming, f"{LINK}/coming", f"{LINK}/move"):
            assert said in text
        assert f"{LINK}/cancel" in text
        assert STOP_LINK in text
        assert words.not_you not in text
    stored = next(one.text for one in kept if one.kind == REMINDER_LETTER)
    assert LINK not in stored
    assert f"{LINK_MARK}/coming" in stored
    assert STOP_MARK in stored


async def test_what_was_moved_or_cancelled_since_is_not_sent(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    moved, cancelled = await ada.books("Haircut", at(2, 14)), await ben.books("Haircut", at(2, 14))
    async with mailbox() as box:
        await deliver_all(core, salon, box)
        await due(core, clock)
        await ada.moves(moved, at(3, 14))
        await ben.cancels(cancelled)
        kept = await deliver_all(core, salon, box)
    assert of_reminders(kept) == [SUPERSEDED, SUPERSEDED]
    assert not [one for one in box.letters if str(one["Subject"]).startswith("Reminder")]


async def test_one_that_waited_too_long_is_not_sent(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(2, 14))
    async with mailbox() as box:
        await due(core, clock)
        clock.advance(at(2, 3) - clock.now())
        kept = await deliver_all(core, salon, box)
    assert of_reminders(kept) == [TOO_LATE]


async def test_sent_once_however_often_it_is_tried(
    ada: Visitor, core: BookingCore, salon: DemoSalon, clock: FrozenClock
) -> None:
    await ada.books("Haircut", at(2, 14))
    async with mailbox() as box:
        await due(core, clock)
        for _ in range(3):
            await deliver_all(core, salon, box)
            await promise_reminders(core)
    assert [str(one["Subject"]).partition(":")[0] for one in box.letters] == ["Booked", "Reminder"]
