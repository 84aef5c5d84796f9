"""The courier: every event once to everybody who asked, in its order, again while it is not taken, and no
longer than that."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from standardwebhooks.webhooks import Webhook

from booking_core.core import BookingCore
from booking_core.errors import SlotTaken
from booking_core.maintenance.demo import DemoSalon
from booking_core.time.clock import FrozenClock, SystemClock
from booking_core.webhooks.deliveries import WebhookDelivery
from booking_core.webhooks.subscriptions import remove_endpoint, rotate_secret
from tests.agent.customers import Chatter
from tests.cast import Visitor, at, owner_of
from tests.webhooks.conftest import SEAL, Post
from tests.webhooks.receivers import Receiver


async def test_every_change_is_told_in_its_order(
    post: Post, receiver: Receiver, ada: Visitor, clock: FrozenClock
) -> None:
    await post.adds(receiver.url)
    booked = await ada.books("Haircut", at(1, 10))
    await ada.moves(booked, at(1, 12))
    await ada.cancels(booked)
    done = await ada.books("Haircut", at(1, 15))
    clock.advance(timedelta(days=2))
    await ada.at_desk(lambda desk: desk.complete(done.id))
    await post.announces()
    for delivery in await post.deliveries():
        assert await post.courier.deliver(delivery.id) is None
    told = [json.loads(one.body) for one in receiver.received]
    assert [(one["type"], one["data"]["version"]) for one in told] == [
        ("appointment.confirmed", 1),
        ("appointment.rescheduled", 2),
        ("appointment.cancelled", 3),
        ("appointment.confirmed", 1),
        ("appointment.completed", 2),
    ]
    assert {name for one in told for name in one["data"]} == {"organization_id", "appointment_id", "version"}
    assert len(set(receiver.told)) == 5


async def test_what_was_not_asked_for_is_not_told(post: Post, receiver: Receiver, ada: Visitor) -> None:
    await post.adds(receiver.url, "appointment.cancelled")
    booked = await ada.books("Haircut", at(1, 10))
    await ada.cancels(booked)
    assert [event.kind for event in await post.events()] == ["appointment.cancelled"]


async def test_where_nobody_listens_nothing_is_promised(post: Post, ada: Visitor) -> None:
    await ada.books("Haircut", at(1, 10))
    assert await post.events() == []


async def test_what_did_not_happen_is_not_told(
    post: Post, receiver: Receiver, ada: Visitor, ben: Visitor, core: BookingCore
) -> None:
    await post.adds(receiver.url)
    hold = await ada.holds("Massage", at(0, 10))
    await core.redis.flushdb()
    await ben.books("Massage", at(0, 10))
    with pytest.raises(SlotTaken):
        await ada.confirms(hold)
    assert len(await post.events()) == 1


async def test_an_event_announced_twice_is_delivered_once(
    post: Post, receiver: Receiver, ada: Visitor
) -> None:
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    await post.announces()
    await post.announces()
    assert len(await post.deliveries()) == 1


async def test_a_delivery_that_was_taken_is_not_sent_again(
    post: Post, receiver: Receiver, ada: Visitor
) -> None:
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    assert [await post.courier.deliver(delivery.id) for _ in range(3)] == [None] * 3
    assert len(receiver.received) == 1


async def test_while_a_secret_is_exchanged_both_verify_and_then_only_the_newer_ones(
    post: Post, receiver: Receiver, ada: Visitor
) -> None:
    new = await post.adds(receiver.url)
    secrets = [new.secret]
    for _ in range(2):
        rotated = await post.core.transaction(
            post.salon.organization_id,
            owner_of(post.salon.organization_id),
            lambda desk: rotate_secret(desk, new.endpoint.id, SEAL),
        )
        secrets.append(rotated.secret)
    endpoint = await post.endpoint(new.endpoint.id)
    assert endpoint.open_secrets(SEAL) == [secrets[2], secrets[1]]
    assert not any(one.encode() in sealed for one in secrets for sealed in endpoint.secrets)
    post.core.clock = SystemClock()
    outcome = await post.courier.attempt(endpoint, "evt_1", "{}")
    assert outcome.is_taken
    for secret in secrets[1:]:
        Webhook(secret).verify(receiver.received[0].body, receiver.received[0].headers)


async def test_a_removed_endpoint_takes_its_deliveries_along(
    post: Post, receiver: Receiver, ada: Visitor, core: BookingCore, salon: DemoSalon
) -> None:
    new = await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    await core.transaction(
        salon.organization_id,
        owner_of(salon.organization_id),
        lambda desk: remove_endpoint(desk, new.endpoint.id),
    )
    assert await post.courier.deliver(delivery.id) is None
    async with core.sessions() as session, session.begin():
        left = select(func.count()).where(WebhookDelivery.organization_id == salon.organization_id)
        assert await session.scalar(left) == 0
    assert receiver.received == []


async def test_a_conversation_that_waits_for_a_person_is_told_of(
    post: Post, receiver: Receiver, core: BookingCore, salon: DemoSalon
) -> None:
    await post.adds(receiver.url, "conversation.handed_off")
    eve = Chatter(core, salon)
    await eve.says("I want to talk to a person, please")
    (event,) = await post.events()
    assert event.kind == "conversation.handed_off"
    delivery = await post.announces_one()
    assert await post.courier.deliver(delivery.id) is None
    told = json.loads(receiver.received[0].body)["data"]
    assert told == {"organization_id": salon.organization_id, "conversation_id": event.subject}
