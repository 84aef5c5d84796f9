"""The reference: complete, true, and readable without anything from elsewhere."""

import re

import httpx

from web.api.description.codes import CODES


async def test_the_page_loads_nothing(http: httpx.AsyncClient) -> None:
    page = await http.get("/api/v1/docs")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert not re.search(r'(src|href)="https?://', page.text)
    assert "Keep a time for ten minutes" in page.text


async def test_every_refusal_is_described(http: httpx.AsyncClient) -> None:
    document = (await http.get("/api/v1/openapi.json")).json()
    told = {
        code
        for methods in document["paths"].values()
        for operation in methods.values()
        for answer in operation["responses"].values()
        for code in answer.get("content", {}).get("application/problem+json", {}).get("examples", ())
    }
    assert told == set(CODES)
