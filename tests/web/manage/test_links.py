"""Links that lead nowhere: made up, replaced, of somebody erased, of another installation. All are answered
alike, by the same steps."""

import re
from collections import Counter
from typing import Any

import httpx
import pytest
from msgspec import structs

from booking_core.appointments.by_link.link import LINKED, find_linked, renew_link
from booking_core.core import BookingCore
from booking_core.errors import Conflict, NotAllowed, NotFound
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.statements import Statement
from tests.agent.letters.post_office import manager_of
from tests.cast import Visitor, at
from tests.web.manage.conftest import Follows
from tests.web.manage.follower import Follower
from web.app import create_app
from web.secrets import manage_links
from web.secrets.manage_links import ManageLinks
from web.settings import Settings

# What is another at each answer; the length too, once it is compressed with the nonce in it.
OWN = re.compile(r'nonce="[^"]+"')
VARIES = ("x-request-id", "date", "content-length")


def same_each_time(page: httpx.Response) -> tuple[Any, ...]:
    kept = {name: value for name, value in page.headers.items() if name not in VARIES}
    policy = re.sub(r"nonce-[^']+", "nonce", kept.pop("content-security-policy"))
    return page.status_code, policy, kept, OWN.sub("", page.text)


@pytest.fixture
async def worthless(
    ada: Visitor, ben: Visitor, core: BookingCore, salon: DemoSalon, links: ManageLinks, settings: Settings
) -> dict[str, str]:
    """Tokens that lead nowhere, by why."""
    booked, manager = await ada.books("Haircut", at(1, 10)), manager_of(core, salon)
    old = links.token(booked.id, 1)
    await manager.at_desk(lambda desk: renew_link(desk, booked.id, 1))
    gone = await ben.cancels(await ben.books("Haircut", at(1, 12)))
    of_erased = links.token(gone.id, 1)
    await manager.at_desk(lambda desk: desk.erase_customer(gone.customer_id))
    elsewhere = ManageLinks.of(structs.replace(settings, secret_key="the key of another installation"))
    good = links.token(booked.id, 2)
    return {
        "replaced": old,
        "erased": of_erased,
        "of number 0": links.token(gone.id, 0),
        "of another installation": elsewhere.token(booked.id, 2),
        "of another appointment": links.token(gone.id, 2)[:20] + good[20:],
        "not yet given out": links.token(booked.id, 3),
        "of no appointment": links.token(f"apt_{'b' * 20}", 1),
        "cut off": good[:-1],
        "longer": good + "A",
        "in capitals": good.upper(),
        "short": "x",
        "the id alone": booked.id,
        "not ascii": "%C3%BC" * 42,
    }


async def test_every_link_that_leads_nowhere_is_answered_alike_by_the_same_steps(
    http: httpx.AsyncClient, worthless: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: Counter[str] = Counter()
    count(monkeypatch, steps)
    answers, taken = {}, {}
    for why, token in worthless.items():
        steps.clear()
        answers[why] = same_each_time(await Follower(http, token).sees())
        taken[why] = dict(steps)
    first, *others = answers.values()
    assert first[0] == 404
    assert "This link does not work" in first[3]
    assert all(one == first for one in others), answers
    assert set(map(repr, taken.values())) == {repr({"asked": 1, "signed": 1})}


def count(monkeypatch: pytest.MonkeyPatch, steps: Counter[str]) -> None:
    """Counts what is asked of PostgreSQL, and what is signed."""
    look_up, sign = BookingCore.look_up, manage_links._signature

    async def ask(core: BookingCore, statement: Statement, **values: Any) -> Any:
        # The watch over the workers asks, too, and something else.
        steps["asked"] += statement is LINKED
        return await look_up(core, statement, **values)

    def count_signing(*args: Any) -> str:
        steps["signed"] += 1
        return sign(*args)

    monkeypatch.setattr(BookingCore, "look_up", ask)
    monkeypatch.setattr(manage_links, "_signature", count_signing)


async def test_nothing_is_done_by_a_link_that_leads_nowhere(
    http: httpx.AsyncClient, worthless: dict[str, str]
) -> None:
    for token in worthless.values():
        for page in ("/cancel", "/move", "/answers", "/chat"):
            sent = await Follower(http, token).sends(page, version="1", start="20261125T1000Z")
            assert sent.status_code == 404


async def test_a_link_opens_no_other_appointment(
    follows: Follows, ada: Visitor, links: ManageLinks, other_salon: DemoSalon, core: BookingCore
) -> None:
    one, other = await ada.books("Haircut", at(1, 10)), await ada.books("Haircut", at(2, 10))
    foreign = await Visitor(core, other_salon, "Ada").books("Haircut", at(1, 10))
    page = (await follows(one).sees()).text
    for another in (other, foreign):
        assert another.code not in page
        assert another.id[4:] not in page
    swapped = links.token(other.id, 1)[:20] + links.token(one.id, 1)[20:]
    assert (await Follower(follows.http, swapped).sees()).status_code == 404


async def test_a_replaced_link_is_worthless_at_once_and_the_next_is_good(
    follows: Follows, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    old, manager = follows(booked), manager_of(core, salon)
    asked = await old.sees("/cancel")
    for _ in range(2):
        renewed = await manager.at_desk(lambda desk: renew_link(desk, booked.id, 1))
    assert renewed.link_number == 2
    assert (await old.presses(asked, "/cancel")).status_code == 404
    assert (await follows(renewed).sees()).status_code == 200


async def test_a_link_that_is_replaced_while_it_is_pressed_changes_nothing(
    ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    await ada.at_desk(lambda desk: find_linked(desk, booked.id, 1))
    await manager_of(core, salon).at_desk(lambda desk: renew_link(desk, booked.id, 1))
    with pytest.raises(NotFound):
        await ada.at_desk(lambda desk: find_linked(desk, booked.id, 1))


async def test_only_whoever_arranges_the_business_replaces_a_link(
    ada: Visitor, core: BookingCore, salon: DemoSalon, other_salon: DemoSalon
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    with pytest.raises(NotFound):
        await ada.at_desk(lambda desk: renew_link(desk, booked.id, 1))
    member = manager_of(core, salon)
    member.actor = structs.replace(member.actor, role="member")
    with pytest.raises(NotAllowed):
        await member.at_desk(lambda desk: renew_link(desk, booked.id, 1))
    with pytest.raises(NotFound):
        await manager_of(core, other_salon).at_desk(lambda desk: renew_link(desk, booked.id, 1))
    await ada.cancels(booked)
    manager = manager_of(core, salon)
    await manager.at_desk(lambda desk: desk.erase_customer(booked.customer_id))
    with pytest.raises(Conflict):
        await manager.at_desk(lambda desk: renew_link(desk, booked.id, 0))


async def test_links_made_with_the_old_secret_key_are_good_while_it_is_known(
    ada: Visitor, core: BookingCore, settings: Settings
) -> None:
    booked = await ada.books("Haircut", at(1, 10))
    token = ManageLinks.of(settings).token(booked.id, 1)
    after = structs.replace(settings, secret_key="another key, and long enough")
    during = structs.replace(after, secret_key_old=(settings.secret_key,))
    answers = []
    for one in (during, after):
        app = create_app(one, clock=core.clock)
        transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
        async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://zimun") as http:
            answers.append((await Follower(http, token).sees()).status_code)
    assert answers == [200, 404]


async def test_whoever_asks_too_often_waits(http: httpx.AsyncClient, settings: Settings) -> None:
    app = create_app(settings)
    transport = httpx.ASGITransport(app, client=("203.0.113.9", 1))  # type: ignore[arg-type]
    async with app.lifespan(), httpx.AsyncClient(transport=transport, base_url="http://zimun") as guesser:
        answers = [await Follower(guesser, "x").sees() for _ in range(121)]
    assert {one.status_code for one in answers[:120]} == {404}
    assert answers[120].status_code == 429
    assert int(answers[120].headers["Retry-After"]) > 0
    assert (await Follower(http, "x").sees()).status_code == 404
