"""What every address has in common: HEAD is answered like GET, and no page of the console is a page too."""

import pytest
from sqlalchemy import select

from agent.conversation.conversation import Conversation
from tests.web.chat.conftest import opened
from tests.web.conftest import Business


@pytest.mark.parametrize(
    "path", ["/health/ready", "/c/{here}", "/api/v1/openapi.json", "/console/sign-in", "/nope"]
)
async def test_head_is_answered_where_get_is(business: Business, path: str) -> None:
    web, where = business.processes.webs[0], path.format(here=business.salon.organization_id)
    whole, head = await web.get(where), await web.head(where)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


async def test_the_head_of_a_stream_ends(business: Business) -> None:
    page = await opened(business.processes.webs[0], business.salon.organization_id)
    head = await page.http.head(f"{page.path}/events", headers=page.headers, timeout=5)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"].startswith("text/event-stream")


@pytest.mark.parametrize("path", ["/console/{here}/nope", "/console/{here}/agenda/nope", "/console/a/b/c/d"])
async def test_an_address_without_a_page_is_told_on_one(business: Business, path: str) -> None:
    where = path.format(here=business.salon.organization_id)
    page = await business.processes.webs[0].get(where, headers={"Accept-Language": "de"})
    assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert '<html lang="de"' in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]


DATA = "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", None),
        ("/.env", DATA),
        ("/oauth/token", DATA),
        ("/c/o_x", DATA),
        ("/health/ready", DATA),
        ("/api/v1/docs", "default-src 'none'; style-src"),
        ("/api/v1/nope", DATA),
        ("/embed/chat.js", None),
    ],
)
async def test_every_answer_is_taken_for_what_it_says_it_is(
    business: Business, path: str, policy: str | None
) -> None:
    headers = (await business.processes.webs[0].get(path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers.get("Content-Security-Policy", "").startswith(policy or "")
    assert policy != DATA or headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/c/o_x", "/c/o_x?lang=de", "/embed/frame?organization_id=o_x&lang=de"])
async def test_a_customer_with_a_broken_link_reads_a_page(business: Business, path: str) -> None:
    headers = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": "de"}
    page = await business.processes.webs[0].get(path, headers=headers)
    assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert '<html lang="de" dir="ltr">' in page.text
    assert "Diese Seite gibt es nicht" in page.text
    assert page.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("page", "is_kept"), [("https://[", False), ("https://a]b/", False), ("https://shop.example/a", True)]
)
async def test_a_page_that_cannot_be_read_is_left_out(business: Business, page: str, is_kept: bool) -> None:
    said = {"organization_id": business.salon.organization_id, "page": page}
    opened = await business.processes.webs[0].post("/chat/v1/conversations", json=said)
    assert opened.status_code == 201
    async with business.core.sessions() as session:
        kept = select(Conversation.page).where(Conversation.id == opened.json()["conversation_id"])
        assert await session.scalar(kept) == (page if is_kept else None)
