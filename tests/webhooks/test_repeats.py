"""What is not taken comes again, later and later, until it is taken or nobody is there."""

from datetime import timedelta

import pytest

from booking_core.notices.outbox import Mail, mails_of
from booking_core.time.clock import FrozenClock
from booking_core.webhooks.courier import SCHEDULE
from booking_core.webhooks.delivery_log import redeliver
from booking_core.webhooks.endpoints import WebhookEndpoint
from tests.cast import Visitor, at, owner_of
from tests.webhooks.conftest import Post
from tests.webhooks.receivers import Receiver


async def letters_to_the_business(post: Post, endpoint: WebhookEndpoint) -> list[Mail]:
    """That its endpoint was switched off."""
    async with post.core.sessions() as session:
        letters = await mails_of(session, endpoint.organization_id, 10)
    return [one for one in letters if one.kind == "webhook_disabled"]


async def test_what_is_not_taken_comes_again_later_and_later_and_then_no_more(
    post: Post, receiver: Receiver, ada: Visitor, clock: FrozenClock
) -> None:
    receiver.answers = [503]
    new = await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    for wait in SCHEDULE:
        again_at = await post.courier.deliver(delivery.id)
        assert again_at is not None
        assert wait <= again_at - clock.now() <= wait * 1.1
        clock.advance(again_at - clock.now())
    assert await post.courier.deliver(delivery.id) is None
    assert len(set(receiver.told)) == 1
    assert len(receiver.received) == len(SCHEDULE) + 1
    (given_up,) = await post.deliveries()
    assert (given_up.status, given_up.answer, given_up.attempts) == ("given_up", 503, 10)
    endpoint = await post.endpoint(new.endpoint.id)
    assert endpoint.disabled_because == "failing"
    [letter] = await letters_to_the_business(post, endpoint)
    assert letter.recipient == "hello@lavender.example"
    assert receiver.url in letter.text
    assert f"{endpoint.failing_since:%Y-%m-%d %H:%M} UTC" in letter.text


async def test_one_that_takes_something_now_and_then_is_not_disabled(
    post: Post, receiver: Receiver, ada: Visitor, clock: FrozenClock
) -> None:
    new = await post.adds(receiver.url)
    receiver.answers = [500, 500, 204, 500]
    await ada.books("Haircut", at(1, 10))
    await ada.books("Haircut", at(1, 12))
    await post.announces()
    first, second = await post.deliveries()
    assert await post.courier.deliver(first.id) is not None
    assert await post.courier.deliver(second.id) is not None
    clock.advance(timedelta(seconds=6))
    assert await post.courier.deliver(second.id) is None
    for wait in SCHEDULE:
        await post.courier.deliver(first.id)
        clock.advance(wait)
    assert (await post.deliveries())[0].status == "given_up"
    endpoint = await post.endpoint(new.endpoint.id)
    assert endpoint.disabled_at is None
    assert await letters_to_the_business(post, endpoint) == []


async def test_one_that_is_gone_is_told_nothing_more(post: Post, receiver: Receiver, ada: Visitor) -> None:
    receiver.answers = [410]
    new = await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    await ada.books("Haircut", at(1, 12))
    await post.announces()
    for delivery in await post.deliveries():
        assert await post.courier.deliver(delivery.id) is None
    endpoint = await post.endpoint(new.endpoint.id)
    assert (endpoint.disabled_because, len(receiver.received)) == ("gone", 1)
    assert {one.status for one in await post.deliveries()} == {"given_up"}
    await ada.books("Haircut", at(1, 14))
    assert len(await post.events()) == 2


@pytest.mark.parametrize("answer", [301, 302, 307, 400, 404, 429, 500])
async def test_nothing_but_a_success_is_one(
    post: Post, receiver: Receiver, ada: Visitor, answer: int
) -> None:
    receiver.answers = [answer]
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    assert await post.courier.deliver(delivery.id) is not None


async def test_a_slow_receiver_gets_it_again(post: Post, receiver: Receiver, ada: Visitor) -> None:
    receiver.slow_s = 3
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    assert await post.courier.deliver(delivery.id) is not None
    (again,) = await post.deliveries()
    assert (again.status, again.problem) == ("pending", "No answer in time.")
    receiver.slow_s = 0
    assert await post.courier.deliver(delivery.id) is None
    assert len(set(receiver.told)) == 1


async def test_it_can_be_sent_once_more_under_the_same_id(
    post: Post, receiver: Receiver, ada: Visitor
) -> None:
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    await post.courier.deliver(delivery.id)
    await post.core.transaction(
        post.salon.organization_id,
        owner_of(post.salon.organization_id),
        lambda desk: redeliver(desk, delivery.id),
    )
    await post.courier.deliver(delivery.id)
    assert len(receiver.told) == 2
    assert len(set(receiver.told)) == 1
