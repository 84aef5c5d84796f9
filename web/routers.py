"""Routers that are made anew for each application."""

from typing import Any, Self

from litestar import Router


class OwnRouter(Router):
    """A router that is made where it is registered, and registered once.

    Litestar copies a router with everything below it wherever it is registered, because it may be registered
    in several places: of routers in routers, half of the time in which an application starts.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
