"""Letters leave once, however often they are tried, or say why they did not."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.errors import Unavailable
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.mailer import Mailer
from booking_core.notices.outbox import CODE_MARK, TOO_LATE, Mail, NewMail, deliver, post
from booking_core.storage.ids import new_id
from booking_core.time.clock import FrozenClock
from tests.booking_core.notices.mailbox import mailbox, whole_text

SENDER = "Chat <chat@salon.example>"


@pytest.fixture
def letter(salon: DemoSalon, clock: FrozenClock) -> NewMail:
    return NewMail(
        id=new_id("mail"),
        organization_id=salon.organization_id,
        kind="verification_code",
        recipient="ada@example.com",
        subject="Your code",
        text=f"Enter {CODE_MARK} please, Ädä.",
        verification_id="ver_1",
        expires_at=clock.now() + timedelta(minutes=10),
    )


async def post_letter(core: BookingCore, letter: NewMail) -> None:
    async with core.sessions() as session, session.begin():
        await post(session, letter, core.clock.now())


async def keep(core: BookingCore, letter: NewMail) -> Mail:
    async with core.sessions() as session, session.begin():
        return await session.get_one(Mail, letter.id)


async def jobs_for(core: BookingCore, letter: NewMail) -> int:
    counted = text("SELECT count(*) FROM procrastinate_jobs WHERE args ->> 'mail_id' = :id")
    async with core.sessions() as session, session.begin():
        return int(await session.scalar(counted, {"id": letter.id}) or 0)


async def test_a_letter_is_sent_once_with_its_code(
    core: BookingCore, salon: DemoSalon, letter: NewMail
) -> None:
    await post_letter(core, letter)
    async with mailbox() as box:
        mailer = Mailer(box.url, SENDER)
        await deliver(core, mailer, letter.id, whole_text)
        await deliver(core, mailer, letter.id, whole_text)
    [sent] = box.letters
    assert "Enter 271828 please, Ädä." in sent.get_content()
    assert (sent["To"], sent["Subject"]) == ("ada@example.com", "Your code")
    assert str(sent["From"]).endswith("<chat@salon.example>")
    assert str(sent["From"]).startswith("Salon test_")
    assert sent["Message-ID"] == f"<{letter.id}@salon.example>"
    assert (await keep(core, letter)).sent_at == core.clock.now()


async def test_the_code_is_not_at_rest(core: BookingCore, letter: NewMail) -> None:
    await post_letter(core, letter)
    async with mailbox() as box:
        await deliver(core, Mailer(box.url, SENDER), letter.id, whole_text)
    assert "271828" not in (await keep(core, letter)).text


async def test_posting_twice_is_posting_once(core: BookingCore, letter: NewMail) -> None:
    await post_letter(core, letter)
    await post_letter(core, letter)
    assert await jobs_for(core, letter) == 1


async def test_a_letter_whose_transaction_was_undone_was_never_written(
    core: BookingCore, letter: NewMail
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with core.sessions() as session, session.begin():
            await post(session, letter, core.clock.now())
            raise ZeroDivisionError
    assert await jobs_for(core, letter) == 0


async def test_not_now_is_tried_again_with_the_same_message_id(core: BookingCore, letter: NewMail) -> None:
    await post_letter(core, letter)
    async with mailbox("451 come back", "250 taken") as box:
        mailer = Mailer(box.url, SENDER)
        with pytest.raises(Unavailable):
            await deliver(core, mailer, letter.id, whole_text)
        await deliver(core, mailer, letter.id, whole_text)
    assert [one["Message-ID"] for one in box.letters] == [f"<{letter.id}@salon.example>"]
    assert (await keep(core, letter)).tries == 2


async def test_never_is_not_tried_again_and_its_words_are_not_kept(
    core: BookingCore, letter: NewMail
) -> None:
    await post_letter(core, letter)
    async with mailbox("554 no ada@example.com here") as box:
        mailer = Mailer(box.url, SENDER)
        await deliver(core, mailer, letter.id, whole_text)
        await deliver(core, mailer, letter.id, whole_text)
    assert box.letters == []
    assert (await keep(core, letter)).failure == "554"


async def test_nobody_at_the_address_of_the_mail_server_is_no_reason_to_give_up(
    core: BookingCore, letter: NewMail
) -> None:
    await post_letter(core, letter)
    with pytest.raises(Unavailable):
        await deliver(core, Mailer("smtp://127.0.0.1:9", SENDER), letter.id, whole_text)
    assert (await keep(core, letter)).failure is None


async def test_a_code_that_is_over_is_not_sent(
    core: BookingCore, letter: NewMail, clock: FrozenClock
) -> None:
    await post_letter(core, letter)
    clock.advance(timedelta(minutes=10))
    async with mailbox() as box:
        await deliver(core, Mailer(box.url, SENDER), letter.id, whole_text)
    assert box.letters == []
    assert (await keep(core, letter)).failure == TOO_LATE


async def test_without_a_mail_server_letters_stay_where_they_are(core: BookingCore, letter: NewMail) -> None:
    await post_letter(core, letter)
    await deliver(core, None, letter.id, whole_text)
    waiting = await keep(core, letter)
    assert (waiting.tries, waiting.sent_at, waiting.failure) == (0, None, None)


@pytest.mark.parametrize("subject", ["Hi\nBcc: eve@example.com", "Hi\r\nX: y"])
async def test_no_subject_adds_a_header(core: BookingCore, letter: NewMail, subject: str) -> None:
    hostile = NewMail(
        **{name: getattr(letter, name) for name in letter.__struct_fields__} | {"subject": subject}
    )
    await post_letter(core, hostile)
    async with mailbox() as box:
        await deliver(core, Mailer(box.url, SENDER), letter.id, whole_text)
    assert box.letters == []
    assert (await keep(core, letter)).failure == "ValueError"
