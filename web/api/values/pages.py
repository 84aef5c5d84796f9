"""Pages of a list that is read whole: the token names the last item of the page before, so changes in between
lose nothing, nor does it matter whether that one is still shown."""

from collections.abc import Callable, Sequence
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


def page_of(
    items: Sequence[T], query: PageQuery, is_shown: Callable[[T], bool] = lambda _: True
) -> tuple[Sequence[T], str | None]:
    """The page asked for of the ``items`` that are shown, and the token of the one after it, if there is one.
    Whatever was shown before belongs among the items. Raises ``NotFound``."""
    start = 0
    if query.page_token is not UNSET:
        start = next((at for at, item in enumerate(items, 1) if item.id == query.page_token), 0)
        if not start:
            raise NotFound("There is no such page.")
    rest = [item for item in items[start:] if is_shown(item)]
    page = rest[: query.page_size]
    return page, page[-1].id if len(rest) > len(page) else None
