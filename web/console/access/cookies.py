"""The console's cookies: of a visit before sign-in, of a password that was right, of a session after it, of a
device that is known, and of an address that has just joined. Scripts see none."""

from datetime import timedelta

from litestar.datastructures import Cookie
from msgspec import Struct

from web.settings import Settings


class Cookies(Struct, frozen=True):
    """Names and flags. Over https a browser keeps a ``__Host-`` cookie to exactly this host; a laptop without
    TLS has none of it."""

    secure: bool

    @classmethod
    def of(cls, settings: Settings) -> "Cookies":
        return cls(secure=settings.public_url.startswith("https://"))

    @property
    def session(self) -> str:
        return f"{self._prefix}zimun-session"

    @property
    def visit(self) -> str:
        return f"{self._prefix}zimun-visit"

    @property
    def pending(self) -> str:
        return f"{self._prefix}zimun-second-factor"

    @property
    def device(self) -> str:
        return f"{self._prefix}zimun-device"

    @property
    def address(self) -> str:
        """The e-mail address of whoever has just used a link, for the sign-in that follows."""
        return f"{self._prefix}zimun-address"

    def set(self, name: str, secret: str, lasts: timedelta | None = None) -> Cookie:
        """A cookie until the browser closes, or for so long; how long it is worth anything is decided on the
        server."""
        return Cookie(
            key=name,
            value=secret,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
            max_age=None if lasts is None else int(lasts.total_seconds()),
        )

    def delete(self, name: str) -> Cookie:
        return Cookie(
            key=name, value="", path="/", secure=self.secure, httponly=True, samesite="lax", max_age=0
        )

    @property
    def _prefix(self) -> str:
        return "__Host-" if self.secure else ""
