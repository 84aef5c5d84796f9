"""The outbox: where letters can be read as long as nobody sends them."""

from datetime import datetime, timedelta

from sqlalchemy import text

from booking_core.access.roles import Role
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import CODE_MARK, LINK_MARK, MAIL_JOB, Mail
from booking_core.notices.waiting import next_tries
from booking_core.storage.ids import new_id
from booking_core.storage.jobs import MAIL, defer
from tests.cast import at
from tests.web.console.stage import HERE, Browser, operator_of, stored
from web.console.outbox.labels import letter_label
from web.jobs.mail import codes_of
from web.settings import Settings

WITH_SERVER = Settings(public_url=HERE, smtp_url="smtp://127.0.0.1:9")


def letter(salon: DemoSalon, **facts: object) -> Mail:
    facts = {
        "conversation_id": None,
        "sent_at": None,
        "failure": None,
        "tries": 0,
        "expires_at": None,
        "subject": "Your code",
        **facts,
    }
    return Mail(
        id=new_id("mail"),
        organization_id=salon.organization_id,
        kind="verification_code",
        recipient="ada@example.com",
        text=f"Enter {CODE_MARK}, please. <b>Now</b> {LINK_MARK}",
        verification_id="ver_1",
        created_at=at(0, 8),
        **facts,
    )


async def read_seen(core: BookingCore, salon: DemoSalon, settings: Settings | None = None) -> str:
    manager = await operator_of(core, salon, Role.MANAGER)
    async with Browser(core, settings=settings) as browser:
        await browser.enter(manager)
        return (await browser.see("/console/outbox")).text


async def test_without_a_mail_server_the_code_can_be_read(core: BookingCore, salon: DemoSalon) -> None:
    await stored(core, letter(salon, conversation_id="cnv_1"))
    page = await read_seen(core, salon)
    assert "ada@example.com" in page
    assert f"/c/{salon.organization_id}#continue=" in page
    assert codes_of(Settings(public_url=HERE)).of("ver_1") in page
    assert "Not sent" in page
    assert "&lt;b&gt;" in page


async def test_members_have_no_outbox(core: BookingCore, salon: DemoSalon) -> None:
    await stored(core, letter(salon))
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert "/outbox" not in (await browser.see("/console/agenda")).text
        refused = await browser.see("/console/outbox")
    assert refused.status_code == 403
    assert "Only an owner or manager may do this." in refused.text
    assert "ada@example.com" not in refused.text


async def test_with_a_mail_server_only_the_customer_reads_the_code(
    core: BookingCore, salon: DemoSalon
) -> None:
    await stored(
        core,
        letter(salon, conversation_id="cnv_1"),
        letter(salon, sent_at=at(0, 8)),
        letter(salon, failure="554"),
        letter(salon, tries=2),
    )
    page = await read_seen(core, salon, WITH_SERVER)
    assert codes_of(WITH_SERVER).of("ver_1") not in page
    assert "#continue=" not in page
    assert "••••••, please. &lt;b&gt;Now&lt;/b&gt; ••••••" in page
    for state in ("On its way", "Sent", "Refused (554)", "Trying again (2 so far)"):
        assert state in page


async def test_letters_of_another_organization_are_not_shown(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    await stored(core, letter(other_salon))
    page = await read_seen(core, salon)
    assert "ada@example.com" not in page
    assert "No emails yet" in page


def test_codes_need_the_key() -> None:
    """Another installation's secret gives other codes for the same row."""
    rows = [f"ver_{number}" for number in range(20)]
    ours = codes_of(Settings(secret_key="one secret of enough letters, really"))
    theirs = codes_of(Settings(secret_key="another secret of enough letters, too"))
    assert [ours.of(row) for row in rows] != [theirs.of(row) for row in rows]
    assert all(len(ours.of(row)) == 6 and ours.of(row).isdigit() for row in rows)


async def waits_until(core: BookingCore, mail: Mail, again: datetime) -> None:
    async with core.sessions() as session, session.begin():
        await defer(session, MAIL_JOB, queue=MAIL, mail_id=mail.id)
        await session.execute(
            text("UPDATE procrastinate_jobs SET scheduled_at = :at WHERE args ->> 'mail_id' = :id"),
            {"at": again, "id": mail.id},
        )


async def test_a_letter_that_waits_says_why_and_when_and_is_tried_at_once(
    core: BookingCore, salon: DemoSalon
) -> None:
    mail = letter(salon, tries=2, waits_because="sign_in", subject="It waits")
    mail.created_at = core.clock.now() - timedelta(minutes=40)
    await stored(core, mail, letter(salon, sent_at=at(0, 8), subject="It went"))
    again = core.clock.now() + timedelta(minutes=30)
    await waits_until(core, mail, again)
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.enter(await operator_of(core, salon, Role.MANAGER))
        page = (await browser.see("/console/outbox")).text
        for said in (
            "refuses user or password",
            "Next try: 08:30",
            "have been waiting for a while",
            "It went",
        ):
            assert said in page, said
        unsent = (await browser.see(f"/console/{salon.organization_id}/outbox?show=unsent")).text
        assert ("It waits" in unsent, "It went" in unsent) == (True, False)
        for _ in range(2):
            answer = await browser.send(f"/console/{salon.organization_id}/outbox/retry")
            assert answer.status_code == 303
        assert "are tried now" in (await browser.see(answer.headers["location"])).text
    async with core.sessions() as session:
        assert (await next_tries(session, salon.organization_id))[mail.id] == core.clock.now()


async def test_another_business_has_nothing_tried(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    mail = letter(salon, tries=1, waits_because="silent")
    await stored(core, mail)
    again = core.clock.now() + timedelta(minutes=30)
    await waits_until(core, mail, again)
    async with Browser(core, settings=WITH_SERVER) as browser:
        await browser.enter(await operator_of(core, other_salon, Role.OWNER))
        await browser.see("/console/outbox")
        await browser.send(f"/console/{other_salon.organization_id}/outbox/retry")
    async with core.sessions() as session:
        assert (await next_tries(session, salon.organization_id))[mail.id] == again


async def test_an_email_that_is_just_being_sent_is_not_tried_again(salon: DemoSalon) -> None:
    assert letter_label(letter(salon, tries=1), has_server=True) == "On its way"
    failed = letter(salon, tries=1, waits_because="silent")
    assert letter_label(failed, has_server=True) == "Trying again (1 so far)"
