"""Tokens for the door by client credentials, and why there is none."""

from collections.abc import AsyncGenerator

import httpx2
from msgspec import Struct

BAD_CREDENTIALS = (
    "The client id or its secret is wrong, or the client has been revoked. `zimun api-client list` shows "
    "the clients,"
    " and `zimun api-client rotate CLIENT_ID` gives one a new secret."
)
WHAT_ADDRESS = "`zimun mcp-door` tells the address of a door."


class DoorRefused(Exception):
    """Nothing can be done at this door; its words say what to do."""


class Credentials(Struct, frozen=True):
    """Of an API client."""

    client_id: str
    client_secret: str


class ClientCredentials(httpx2.Auth):
    """Gets a token for the door before the first message, and a new one when the old one has run out (RFC
    6749 §4.4, RFC 8707).

    Never without one, whatever the door lets anybody do: its scopes, its limits and its name in the audit log
    are what was asked for.
    """

    def __init__(self, token_url: str, door_url: str, credentials: Credentials) -> None:
        self._token_url = token_url
        self._door_url = door_url
        self._credentials = credentials
        self._token = ""

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        is_new = not self._token
        if is_new:
            await self._take_token((yield self._token_request()))
        self._sign(request)
        answer = yield request
        if answer.status_code == 401 and not is_new:
            told = yield self._token_request()
            if told.status_code != 200:
                # The call fails, and the program that made it is told so; a client that is revoked gets no
                # other answer.
                return
            await self._take_token(told)
            self._sign(request)
            yield request

    async def _take_token(self, told: httpx2.Response) -> None:
        """Raises ``DoorRefused``."""
        await told.aread()
        if member_of(told, "error") == "invalid_client":
            raise DoorRefused(BAD_CREDENTIALS)
        self._token = member_of(told, "access_token")
        if told.status_code != 200 or not self._token:
            why = member_of(told, "error_description") or member_of(told, "detail") or f"{told.status_code}"
            raise DoorRefused(f"{self._token_url} gives no token: {why}. {WHAT_ADDRESS}")

    def _sign(self, request: httpx2.Request) -> None:
        request.headers["Authorization"] = f"Bearer {self._token}"

    def _token_request(self) -> httpx2.Request:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._credentials.client_id,
            "client_secret": self._credentials.client_secret,
            "resource": self._door_url,
        }
        return httpx2.Request("POST", self._token_url, data=form)


def member_of(answer: httpx2.Response, name: str) -> str:
    """What a member of an answer's JSON says; nothing where it is none."""
    try:
        body = answer.json()
    except ValueError:
        return ""
    return str(body.get(name) or "") if isinstance(body, dict) else ""
