"""Against forged requests: a change counts only when it comes from a page of ours and carries that page's
token."""

import hmac
import secrets
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from web.console.access.cookies import Cookies
from web.console.words.translate import N_

READING = frozenset({"GET", "HEAD", "OPTIONS"})
SALT_BYTES = 16
TOO_OLD = N_("That page was too old, so nothing was done. Please try again.")
FIELD, HEADER = "csrf_token", "X-CSRF-Token"
Connection = ASGIConnection[Any, Any, Any, Any]


class ForgeryGuard:
    """Lets reading through; refuses a change from another site, or without the token of this session (or
    visit)."""

    def __init__(self, public_url: str, cookies: Cookies) -> None:
        self.public_origin = origin_of(public_url)
        self.cookies = cookies

    async def __call__(self, connection: Connection, _: BaseRouteHandler) -> None:
        if isinstance(connection, Request) and connection.method in READING:
            return
        if not self.comes_from_here(connection):
            raise PermissionDeniedException(N_("That came from another website, so nothing was done."))
        secret = token_secret(connection, self.cookies)
        if secret is None or not is_token_of(secret, await _read_token(connection)):
            raise PermissionDeniedException(
                N_("That page was too old, so nothing was done. Please try again.")
            )

    def comes_from_here(self, connection: Connection) -> bool:
        """By what browsers say and pages cannot change; a browser that says neither still has to know the
        token."""
        if connection.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            return False
        origin = connection.headers.get("Origin")
        if origin is None:
            return True
        return origin == self.public_origin or urlsplit(origin).netloc == connection.headers.get("Host")


def token_secret(connection: Connection, cookies: Cookies) -> str | None:
    """The secret this browser's tokens are made from: of its session, or of its visit before there is one."""
    return connection.cookies.get(cookies.session) or connection.cookies.get(cookies.visit)


def token_of(secret: str) -> str:
    """What a page of this session carries. The cookie cannot be read back from it.

    Salted anew for every page: compressed pages that repeat what was asked for give away no part of it
    (BREACH).
    """
    salt = secrets.token_hex(SALT_BYTES)
    return salt + _sign(secret, salt)


def is_token_of(secret: str, token: str) -> bool:
    salt, signature = token[: 2 * SALT_BYTES], token[2 * SALT_BYTES :]
    return hmac.compare_digest(signature, _sign(secret, salt))


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _sign(secret: str, salt: str) -> str:
    return hmac.new(secret.encode(), f"console form {salt}".encode(), "sha256").hexdigest()


async def _read_token(connection: Connection) -> str:
    sent = connection.headers.get(HEADER)
    if sent is None and isinstance(connection, Request):
        sent = (await connection.form()).get(FIELD, "")
    # Compared as ASCII only; anything else was never a token of ours.
    return sent if isinstance(sent, str) and sent.isascii() else ""
