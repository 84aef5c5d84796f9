"""What a receiver answers: its beginning is kept beside the delivery, whatever it is, and forgotten with the
customer or the conversation that it is about."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from agent.data_retention.erasure import erase_person, forget_conversations
from agent.data_retention.export import export_person
from agent.live_stream.stream import ConversationLog
from booking_core.core import BookingCore
from booking_core.time.clock import FrozenClock
from booking_core.webhooks.deliveries import WebhookDelivery
from booking_core.webhooks.sender import MOST_TEXT, ReceiverAnswer, Sender
from tests.agent.customers import Chatter
from tests.cast import Visitor, at, owner_of
from tests.webhooks.conftest import Post
from tests.webhooks.receivers import Receiver, receiving

HEAD = b"HTTP/1.1 422 No\r\n\r\n"
SHORT_OF_IT = b"HTTP/1.1 500 No\r\nContent-Length: 500\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "status", "text"),
    [
        (HEAD + b"no such appointment\n", 422, "no such appointment"),
        (
            HEAD + b"<script>\x00\x1b[31mred\r\n\tline\xff",
            422,
            "<script>[31mred\n\tline\N{REPLACEMENT CHARACTER}",
        ),
        (HEAD + b"x" * 5_000_000, 422, "x" * MOST_TEXT),
        (HEAD + "\N{RIGHT-TO-LEFT OVERRIDE}moc.knab".encode(), 422, "moc.knab"),
        (SHORT_OF_IT + b"it broke o", 500, "it broke o"),
        (b"HTTP/1.1 204 Yes\r\n\r\n", 204, ""),
    ],
)
async def test_the_beginning_is_read_whatever_it_is(answer: bytes, status: int, text: str) -> None:
    async with receiving(Receiver(answer)) as receiver:
        sent = await Sender(frozenset({receiver.origin})).post(receiver.url, {}, b"{}")
    assert sent == ReceiverAnswer(status, text)


async def test_a_status_stands_although_its_text_never_comes() -> None:
    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 Yes\r\nContent-Length: 500\r\n\r\nwell")
        await reader.read()
        writer.close()

    server = await asyncio.start_server(stall, "127.0.0.1", 0)
    origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    sent = await Sender(frozenset({origin}), patience_s=0.5).post(f"{origin}/", {}, b"{}")
    server.close()
    await server.wait_closed()
    assert sent == ReceiverAnswer(200, "well")


async def test_it_is_that_of_the_last_attempt_and_goes_with_the_customer(
    post: Post, receiver: Receiver, ada: Visitor, core: BookingCore, clock: FrozenClock
) -> None:
    await post.adds(receiver.url)
    await ada.books("Haircut", at(1, 10))
    delivery = await post.announces_one()
    receiver.answers = [HEAD + b"closed", HEAD + b"thank you, Ada"]
    for said in ("closed", "thank you, Ada"):
        await post.courier.deliver(delivery.id)
        assert await text_of(core, delivery) == said
    clock.advance(timedelta(days=2))
    contact = str(ada.contact.email)
    here = ada.salon.organization_id
    told = await core.transaction(here, owner_of(here), partial(export_person, contact=contact))
    assert [one["text"] for one in told["what_programs_answered"]] == ["thank you, Ada"]
    log = ConversationLog(core.redis)
    await core.transaction(here, owner_of(here), partial(erase_person, log=log, contact=contact))
    assert await text_of(core, delivery) is None


async def test_it_goes_with_the_conversation(post: Post, receiver: Receiver, core: BookingCore) -> None:
    await post.adds(receiver.url)
    await Chatter(core, post.salon).says("I want to talk to a person, please")
    delivery = await post.announces_one()
    receiver.answers = [HEAD + b"Eve waits"]
    await post.courier.deliver(delivery.id)
    assert await text_of(core, delivery) == "Eve waits"
    log = ConversationLog(core.redis)
    await post.does(lambda desk: forget_conversations(desk, log, [delivery.subject]))
    assert await text_of(core, delivery) is None


async def text_of(core: BookingCore, delivery: WebhookDelivery) -> str | None:
    async with core.sessions() as session, session.begin():
        kept: str | None = await session.scalar(
            select(WebhookDelivery.answer_text).where(WebhookDelivery.id == delivery.id)
        )
    return kept
