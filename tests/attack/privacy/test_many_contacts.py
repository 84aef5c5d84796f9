"""Somebody fills a conversation with addresses and numbers: it costs no more each time, and nothing personal
gets past the vault."""

from time import monotonic
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from agent.conversation.vault import MOST_VALUES
from agent.languages.texts.fields import FIELD_ERRORS
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.web.api.conftest import api_clock, api_url, http, webhook_port

__all__ = ["api_clock", "api_url", "http", "webhook_port"]

FLOOD = 300
LONGEST = 4_000


class Talker:
    """A customer who has opened a conversation."""

    def __init__(self, http: httpx.AsyncClient, opened: dict[str, Any]) -> None:
        self.http = http
        self.id = opened["conversation_id"]
        self.headers = {"Authorization": f"Bearer {opened['token']}"}

    async def says(self, words: str) -> httpx.Response:
        return await self.http.post(
            f"/chat/v1/conversations/{self.id}/messages",
            json={"client_msg_id": new_id("m"), "text": words},
            headers=self.headers,
        )


async def talker(http: httpx.AsyncClient, salon: DemoSalon, locale: str = "en") -> Talker:
    body = {"organization_id": salon.organization_id, "locale": locale}
    return Talker(http, (await http.post("/chat/v1/conversations", json=body)).json())


def addresses(round_: int, count: int) -> str:
    return " ".join(f"a{round_}x{number}@b.co" for number in range(count))[:LONGEST]


async def read_kept(core: BookingCore, conversation_id: str) -> tuple[list[str], int]:
    """What customers' messages say, and how many values the vault has."""
    async with core.sessions() as session, session.begin():
        mine = {"id": conversation_id}
        said = await session.scalars(
            text(
                "SELECT text FROM messages WHERE conversation_id = :id AND role = 'customer' ORDER BY "
                "position"
            ),
            mine,
        )
        count = await session.scalar(
            text("SELECT count(*) FROM personal_values WHERE conversation_id = :id"), mine
        )
        return list(said), count or 0


async def test_hundreds_of_addresses_at_once_are_not_taken_in(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, size: Sized, figures: Figures
) -> None:
    customer = await talker(http, salon)
    took = []
    for number in range(size(28, 3)):
        began = monotonic()
        answer = await customer.says(addresses(number, FLOOD))
        took.append(round((monotonic() - began) * 1000))
        assert (answer.status_code, answer.json()["code"]) == (422, "too_many_contacts")
        assert "@" not in answer.text
    figures.note(posts=len(took), first_ms=took[0], last_ms=took[-1])
    assert await read_kept(core, customer.id) == ([], 0)
    assert (await customer.says("A haircut tomorrow? I am at ada@example.com")).status_code == 202
    assert await read_kept(core, customer.id) == (["A haircut tomorrow? I am at [email 1]"], 1)


async def test_a_full_conversation_takes_in_no_more_and_goes_on_concealing(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon
) -> None:
    customer, number = await talker(http, salon), 0
    while (answer := await customer.says(addresses(number, 45))).status_code == 202:
        number += 1
    assert answer.json()["code"] == "too_many_contacts"
    said, count = await read_kept(core, customer.id)
    assert count <= MOST_VALUES < count + 45
    assert not any("@" in one for one in said)
    # What was told before is known as ever, and one address more is one too many.
    assert (await customer.says("As I said: a0x0@b.co and a3x7@b.co")).status_code == 202
    assert "@" not in (await read_kept(core, customer.id))[0][-1]
    # Up to the last place.
    rest = " ".join(f"b{one}@c.de" for one in range(count, MOST_VALUES))
    assert (await customer.says(rest)).status_code == 202
    assert (await customer.says("and last@c.de")).status_code == 422
    assert (await customer.says("and 030 1234567")).status_code == 422
    assert (await customer.says("And at ten?")).status_code == 202
    assert (await read_kept(core, customer.id))[1] == MOST_VALUES


@pytest.mark.parametrize("words", [f"{'a' * 400}@example.com", f"me@{'a' * 60}.{'b' * 300}.com"])
async def test_what_is_longer_than_any_address_is_not_taken_in(
    http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, words: str
) -> None:
    customer = await talker(http, salon)
    assert (await customer.says(words)).status_code == 422
    assert await read_kept(core, customer.id) == ([], 0)


@pytest.mark.parametrize("language", sorted(FIELD_ERRORS))
async def test_the_customer_is_told_in_their_language(
    http: httpx.AsyncClient, salon: DemoSalon, language: str
) -> None:
    customer = await talker(http, salon, language)
    answer = await customer.says(addresses(0, 60))
    assert answer.json()["detail"] == FIELD_ERRORS[language]["too_many_contacts"]
