"""Who follows a link: reads pages, and presses what stands on them, without any script."""

import re
from html import unescape

import httpx

FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
LINK = re.compile(r'href="([^"]*)"')


class Follower:
    def __init__(self, http: httpx.AsyncClient, token: str, **headers: str) -> None:
        self.http, self.path = http, f"/b/{token}"
        self.headers = {"Accept": "text/html", **headers}

    async def sees(self, page: str = "") -> httpx.Response:
        return await self.http.get(f"{self.path}{page}", headers=self.headers)

    async def sends(self, page: str, **fields: str) -> httpx.Response:
        return await self.http.post(f"{self.path}{page}", data=fields, headers=self.headers)

    async def presses(self, page: httpx.Response, action: str, **more: str) -> httpx.Response:
        """The form of a page that was seen, with what it holds."""
        return await self.sends(action, **{**dict(FIELD.findall(page.text)), **more})

    async def lands(self, answer: httpx.Response) -> str:
        """The words of the page that an answer leads to."""
        assert answer.status_code == 303, answer.text
        return words_of((await self.http.get(answer.headers["Location"], headers=self.headers)).text)


def links_in(page: httpx.Response) -> list[str]:
    return [unescape(link) for link in LINK.findall(page.text)]


def words_of(html: str) -> str:
    """What is read on a page, in one line."""
    body = re.sub(r"<(style|head)\b.*?</\1>", " ", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
