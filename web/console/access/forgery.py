"""Against forged requests: a change counts only when it comes from a page of ours and carries that page's
token."""

import hmac
import secrets
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from booking_core.input.web_address import split_address
from web.console.access.cookies import Cookies
from web.console.words.translate import N_

READING = frozenset({"GET", "HEAD", "OPTIONS"})
SALT_BYTES = 16
# What is read in place of bytes that are no text.
UNREADABLE = "\ufffd"
TOO_OLD = N_("That page was too old, so nothing was done. Please try again.")
SENT_FORM = "sent_form"
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
        if isinstance(connection, Request):
            form = await connection.form()
            _must_be_text(form)
            # Whoever answers that this cannot be done just now offers to send it once more.
            connection.scope["state"][SENT_FORM] = form
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
        return origin == self.public_origin or _host(origin) == connection.headers.get("Host")


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


def _must_be_text(form: FormMultiDict) -> None:
    """Bytes that are no UTF-8 were read as the mark of what cannot be read; they would be kept so. Raises
    ``ClientException``."""
    if any(UNREADABLE in text for named in form.multi_items() for text in named if isinstance(text, str)):
        raise ClientException("This is no text in UTF-8.")


def _host(origin: str) -> str:
    """Empty for what cannot be read, which is no host of ours."""
    parts = split_address(origin)
    return parts.netloc if parts else ""


def _sign(secret: str, salt: str) -> str:
    return hmac.new(secret.encode(), f"console form {salt}".encode(), "sha256").hexdigest()


async def _read_token(connection: Connection) -> str:
    sent = connection.headers.get(HEADER)
    if sent is None and isinstance(connection, Request):
        sent = (await connection.form()).get(FIELD, "")
    # Compared as ASCII only; anything else was never a token of ours.
    return sent if isinstance(sent, str) and sent.isascii() else ""
