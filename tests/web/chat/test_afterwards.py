"""What a customer may do beside talking: rate an answer, end the conversation, go on with it elsewhere."""

import re
from datetime import timedelta
from http import HTTPStatus

import httpx
from sqlalchemy import select

from booking_core.core import BookingCore
from booking_core.holds.hold import RELEASED, Hold
from booking_core.maintenance.demo import DemoSalon
from tests.cast import MONDAY
from tests.web.chat.conftest import Browser, opened
from web.secrets.continue_links import LINK_LASTS, link_to
from web.settings import Settings


async def first_answer(page: Browser) -> str:
    return str(next(one["id"] for one in (await page.shown())["messages"] if one["role"] == "assistant"))


async def rate(page: Browser, message_id: str, rating: object) -> httpx.Response:
    path = f"{page.path}/messages/{message_id}/feedback"
    return await page.http.post(path, json={"rating": rating}, headers=page.headers)


async def test_an_answer_is_rated_and_the_rating_is_taken_back(page: Browser) -> None:
    answer = await first_answer(page)
    for rating in ("up", "down", "down", None):
        assert (await rate(page, answer, rating)).json() == {"message_id": answer, "rating": rating}
        assert (await page.shown())["messages"][0].get("feedback") == rating
    told = await page.polls(wait=0)
    assert [one["data"]["rating"] for one in told if one["event"] == "feedback.recorded"] == [
        "up",
        "down",
        "down",
        None,
    ]


async def test_only_answers_of_ones_own_conversation_are_rated_and_only_up_or_down(
    page: Browser, http: httpx.AsyncClient, salon: DemoSalon
) -> None:
    other = await opened(http, salon.organization_id)
    said = (await page.sends(text="hello")).json()["message_id"]
    for message_id in (await first_answer(other), said, "msg_unknown"):
        assert (await rate(page, message_id, "up")).status_code == HTTPStatus.NOT_FOUND
    assert (
        await rate(page, await first_answer(page), "sideways")
    ).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


async def test_an_ended_conversation_takes_no_more_messages_and_ending_it_twice_is_once(
    page: Browser,
) -> None:
    for _ in range(2):
        ended = await page.http.post(f"{page.path}/end", headers=page.headers)
        assert ended.json()["status"] == "closed"
    assert (await page.shown())["status"] == "closed"
    refused = await page.sends(text="one more thing")
    assert refused.json()["code"] == "conversation_closed"
    assert [one["event"] for one in await page.polls(wait=0)] == ["conversation.closed"]


async def test_ending_gives_the_held_time_back(page: Browser, worker: None, core: BookingCore) -> None:
    await page.sends(text="a haircut with Dana on friday at 10:30")
    assert "hold.created" in [event["event"] for event in await page.until("run.completed")]
    await page.http.post(f"{page.path}/end", headers=page.headers)
    async with core.sessions() as session, session.begin():
        held = await session.scalars(select(Hold.status).where(Hold.owner == f"chat:{page.id}"))
    assert list(held) == [RELEASED]


async def continue_chat(http: httpx.AsyncClient, link: str) -> httpx.Response:
    proof = link.partition("#continue=")[2]
    return await http.post("/chat/v1/conversations/resume", json={"link": proof})


def link_of(page: Browser, salon: DemoSalon, settings: Settings, sent: timedelta = timedelta()) -> str:
    return link_to(salon.organization_id, page.id, settings, MONDAY + sent)


async def test_a_link_continues_the_conversation_on_another_device_and_the_first_goes_on(
    page: Browser, http: httpx.AsyncClient, salon: DemoSalon, settings: Settings
) -> None:
    answer = await continue_chat(http, link_of(page, salon, settings))
    second = Browser(http, {**answer.json(), "cursor": ""})
    assert second.id == page.id
    assert second.headers != page.headers
    for device in (second, page):
        assert (await device.shown())["conversation_id"] == page.id


async def test_the_proof_of_a_link_stands_where_browsers_send_it_to_nobody(
    page: Browser, salon: DemoSalon, settings: Settings
) -> None:
    assert re.fullmatch(rf"{settings.public_url}/c/o_\w+#continue=[\w.-]+", link_of(page, salon, settings))


async def test_an_old_link_a_forged_one_and_one_to_an_ended_conversation_open_nothing(
    page: Browser, http: httpx.AsyncClient, salon: DemoSalon, settings: Settings
) -> None:
    old = link_of(page, salon, settings, -LINK_LASTS - timedelta(seconds=1))
    good = link_of(page, salon, settings)
    for link in (
        old,
        good[:-1],
        good + "A",
        good.replace("#continue=", "#continue=x"),
        "#continue=",
        "#continue=a.b",
    ):
        assert (await continue_chat(http, link)).json()["code"] == "link_expired", link
    await page.http.post(f"{page.path}/end", headers=page.headers)
    assert (await continue_chat(http, good)).status_code == HTTPStatus.NOT_FOUND
