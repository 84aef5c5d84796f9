"""What happens in the wrong moment: between the look at what is free and the winning of a hold."""

from collections.abc import Awaitable, Callable
from typing import Any

from booking_core.desk import Desk
from booking_core.live_holds.hold_book import AcquireRequest, AcquireResult


class Interrupted:
    """A hold book in which something happens just before a time is won."""

    def __init__(self, desk: Desk, happening: Callable[[], Awaitable[Any]]) -> None:
        self._book = desk.holds
        self._happening: Callable[[], Awaitable[Any]] | None = happening
        desk.holds = self  # type: ignore[assignment]

    async def acquire(self, organization_id: str, wish: AcquireRequest) -> AcquireResult:
        happening, self._happening = self._happening, None
        if happening is not None:
            await happening()
        return await self._book.acquire(organization_id, wish)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)
