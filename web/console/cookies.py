"""The console's two cookies: one of a visit before sign-in, one of a session after it. Scripts see neither."""

from litestar.datastructures import Cookie
from msgspec import Struct

from web.settings import Settings


class Cookies(Struct, frozen=True):
    """Names and flags. Over https a browser keeps a ``__Host-`` cookie to exactly this host; a laptop without TLS has none of it."""

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

    def kept(self, name: str, secret: str) -> Cookie:
        """A cookie until the browser closes; how long it is worth anything is decided on the server."""
        return Cookie(key=name, value=secret, path="/", secure=self.secure, httponly=True, samesite="lax")

    def gone(self, name: str) -> Cookie:
        return Cookie(
            key=name, value="", path="/", secure=self.secure, httponly=True, samesite="lax", max_age=0
        )

    @property
    def _prefix(self) -> str:
        return "__Host-" if self.secure else ""
