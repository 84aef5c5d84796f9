"""First run: what is left to do, a trade to begin with, and a booking that is tried and taken back."""

import re

import pytest
from sqlalchemy import select, text, update

from agent.conversation.conversation import Conversation
from booking_core.access.roles import Role
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.customers.customer import Customer
from booking_core.maintenance.demo import DemoSalon
from booking_core.team.memberships import Membership
from tests.web.console.rows import conversation
from tests.web.console.scene import ada_books_a_haircut
from tests.web.console.settings.forms import arranging, fields_of
from tests.web.console.stage import HERE, Browser, operator_of, stored
from web.console.settings.start.trades import TRADES
from web.console.words.language import LANGUAGES


@pytest.fixture
def home(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/start"


async def empty(core: BookingCore, salon: DemoSalon) -> None:
    """Nothing is offered, and nobody is there any more."""

    async def work(office: object) -> None:
        for noun in (office.services, office.resources):  # type: ignore[attr-defined]
            for row in await noun.list_offered():
                await noun.archive(row.id, expected_version=row.version)

    await arranging(core, salon, work)


async def test_a_trade_brings_services_in_every_language_once(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    await empty(core, salon)
    form = fields_of((await owner.see(home)).text)
    for _ in range(2):
        answer = await owner.send(home, **{**form, "trade": "vet", "person": "Noa"})
        assert answer.headers["location"] == f"{home}?done=trade"
    services = await arranging(core, salon, lambda office: office.services.list_offered())
    assert [one.name for one in services] == ["Examination", "Vaccination", "Follow-up", "Claw trim"]
    assert {(one.min_notice_min, one.cancellation_cutoff_min) for one in services} == {(60, 240)}
    assert services[1].translations["de"]["name"] == "Impfung"
    assert services[1].translations.keys() == set(LANGUAGES) - {"en"}
    people = await arranging(core, salon, lambda office: office.resources.list_offered())
    assert [one.name for one in people] == ["Noa"]
    page = (await owner.see(home)).text
    assert "Services: 4" in page
    assert "Begin with your trade" not in page


@pytest.mark.parametrize("trade", [one.slug for one in TRADES])
async def test_every_trade_can_be_booked_at_once(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str, trade: str
) -> None:
    """In a business that writes German: its own names are German, and English is a translation."""
    await empty(core, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(locale="de-AT")
        )
        await session.execute(
            text("UPDATE organizations SET revision = revision + 1 WHERE id = :id"),
            {"id": salon.organization_id},
        )
    form = fields_of((await owner.see(home)).text)
    answer = await owner.send(home, **{**form, "trade": trade, "person": "Noa"})
    assert answer.status_code == 303, answer.text
    services = await arranging(core, salon, lambda office: office.services.list_offered())
    offered = next(one for one in TRADES if one.slug == trade).services
    assert [one.translations["en"]["name"] for one in services] == [one.name for one in offered]
    assert all("de" not in one.translations for one in services)
    catalogue = await core.catalogue_of(salon.organization_id)
    assert all(catalogue.resources_of[one] for one in catalogue.services)


async def test_an_owner_who_names_herself_is_that_person_in_the_agenda(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    await empty(core, salon)
    form = fields_of((await owner.see(home)).text)
    assert (await owner.send(home, **{**form, "trade": "hair"})).status_code == 303
    [person] = await arranging(core, salon, lambda office: office.resources.list_offered())
    async with core.sessions() as session:
        mine = select(Membership.resource_id).where(
            Membership.organization_id == salon.organization_id, Membership.resource_id.is_not(None)
        )
        assert list(await session.scalars(mine)) == [person.id]


async def test_a_form_from_before_the_set_up_adds_nothing_after_it(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    before = await arranging(core, salon, lambda office: office.services.list_offered())
    await owner.see(home)
    stale = await owner.send(home, trade="vet", person="Noa", expected_version="0")
    assert stale.status_code == 422
    assert "Your services are there already, so nothing was added." in stale.text
    assert len(await arranging(core, salon, lambda office: office.services.list_offered())) == len(before)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"trade": "pirate", "person": "Noa"}, "Please choose a trade."),
        ({"trade": "vet", "person": " "}, "Please say who serves your customers."),
    ],
)
async def test_what_is_missing_is_said_and_nothing_is_made(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str, said: dict[str, str], told: str
) -> None:
    await empty(core, salon)
    form = fields_of((await owner.see(home)).text)
    answer = await owner.send(home, **{**form, **said})
    assert answer.status_code == 422
    assert told in answer.text
    assert await arranging(core, salon, lambda office: office.services.list_offered()) == []


async def test_what_a_business_begins_with_is_to_do_until_somebody_has_saved_it(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    async with core.sessions() as session, session.begin():
        mine = update(Organization).where(Organization.id == salon.organization_id)
        await session.execute(mine.values(steps_saved=[]))
    settings = home.removesuffix("/start")
    for done, path in enumerate(("business", f"hours/{salon.location_id}"), start=3):
        assert f"{done} of 9 done" in (await owner.see(home)).text
        form = fields_of((await owner.see(f"{settings}/{path}")).text)
        assert (await owner.send(f"{settings}/{path}", **form)).status_code == 303
    assert "5 of 9 done" in (await owner.see(home)).text


async def attempt(core: BookingCore, salon: DemoSalon, page: str | None) -> Conversation:
    chat = await ada_books_a_haircut(core, salon)
    async with core.sessions() as session, session.begin():
        await session.execute(update(Conversation).where(Conversation.id == chat.id).values(page=page))
    return chat


def page_of(salon: DemoSalon) -> str:
    """What the widget says of where it stands."""
    return f"http://console.test/console/{salon.organization_id}/settings/start/chat"


async def test_a_trial_is_taken_back_and_names_nobody_any_more(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    chat = await attempt(core, salon, page_of(salon))
    page = (await owner.see(f"{home}/try")).text
    assert "Haircut" in page
    assert f'src="{home}/chat"' in page
    assert f'data-org-id="{salon.organization_id}"' in (await owner.see(f"{home}/chat")).text
    for _ in range(2):
        answer = await owner.send(f"{home}/try/{chat.id}/back")
        assert answer.status_code == 303
    async with core.sessions() as session:
        appointments = select(Appointment.status).where(Appointment.organization_id == salon.organization_id)
        assert set(await session.scalars(appointments)) == {"cancelled"}
        names = select(Customer.name).where(Customer.organization_id == salon.organization_id)
        assert set(await session.scalars(names)) == {"(erased)"}
        outcomes = select(Conversation.outcome).where(Conversation.id == chat.id)
        assert await session.scalar(outcomes) == "cancelled"
    told = (await owner.see(answer.headers["location"])).text
    assert "A cancelled appointment and an empty conversation stay, without a name." in told
    assert "Nothing yet." in (await owner.see(f"{home}/try")).text


@pytest.mark.parametrize("where", ["https://salon.example/", None])
async def test_what_a_customer_booked_elsewhere_is_no_trial(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str, where: str | None
) -> None:
    chat = await attempt(core, salon, where)
    assert "Nothing yet." in (await owner.see(f"{home}/try")).text
    assert (await owner.send(f"{home}/try/{chat.id}/back")).status_code == 404


async def test_only_a_website_of_theirs_is_a_website(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    async def is_seen() -> bool:
        return bool(re.search(r'class="done"><a[^>]*/embed"', (await owner.see(home)).text))

    own = f"{HERE}/c/{salon.organization_id}"
    for page in (
        page_of(salon),
        own,
        f"{HERE}/demo",
        HERE,
        f"https://other.example/c/{salon.organization_id}",
    ):
        await stored(core, conversation(salon, page=page))
    assert not await is_seen()
    await stored(core, conversation(salon, page="https://www.lavender.example/"))
    assert await is_seen()


async def test_a_member_neither_begins_nor_takes_back(core: BookingCore, salon: DemoSalon, home: str) -> None:
    chat = await attempt(core, salon, page_of(salon))
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as browser:
        await browser.enter(member)
        assert (await browser.see(home)).status_code == 403
        assert (await browser.see(f"{home}/try")).status_code == 403
        assert (await browser.send(home, trade="vet", person="Noa")).status_code == 403
        assert (await browser.send(f"{home}/try/{chat.id}/back")).status_code == 403


async def test_another_salons_trial_is_not_found(
    core: BookingCore, salon: DemoSalon, other_salon: DemoSalon, owner: Browser, home: str
) -> None:
    chat = await attempt(core, other_salon, page_of(other_salon))
    await owner.see(home)
    assert (await owner.send(f"{home}/try/{chat.id}/back")).status_code == 404


async def test_who_signs_in_to_an_empty_business_comes_here(
    core: BookingCore, salon: DemoSalon, owner: Browser, home: str
) -> None:
    assert (await owner.client.get("/console")).headers["location"].endswith("/conversations")
    await empty(core, salon)
    assert (await owner.client.get("/console")).headers["location"] == home
    member = await operator_of(core, salon, Role.MEMBER)
    async with Browser(core) as other:
        await other.enter(member)
        assert (await other.client.get("/console")).headers["location"].endswith("/conversations")
