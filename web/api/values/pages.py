"""Pages of a list that is read whole: the token names the last item of the page before, so changes in between
lose nothing."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec import UNSET, Struct, UnsetType

from booking_core.errors import NotFound
from web.api.values.fields import PageSize, PageToken

USUAL = 50


class HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=HasId)


class PageQuery(Struct, frozen=True, forbid_unknown_fields=True):
    page_size: PageSize = USUAL
    page_token: PageToken | UnsetType = UNSET


def page_of(items: Sequence[T], query: PageQuery) -> tuple[Sequence[T], str | None]:
    """The page asked for, and the token of the one after it, if there is one. Raises ``NotFound``."""
    start = 0
    if query.page_token is not UNSET:
        start = next((at for at, item in enumerate(items, 1) if item.id == query.page_token), 0)
        if not start:
            raise NotFound("There is no such page.")
    page = items[start : start + query.page_size]
    return page, page[-1].id if start + query.page_size < len(items) else None
