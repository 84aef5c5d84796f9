"""The back office broken on purpose: whoever comes second wins, roles and organizations are not asked for,
and what a change means for appointments is not looked at again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from agent.models.own import own_endpoints
from booking_core.appointments import find
from booking_core.back_office import back_office, decisions, pictures, settings
from booking_core.back_office.hours import opening_hours
from booking_core.back_office.nouns import noun
from booking_core.storage.idempotency import Keyed
from web.worker.chat_models import ChatModels


class Whatever:
    """Is what anything is."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, _: object) -> bool:
        return True

    def __ne__(self, _: object) -> bool:
        return False


def any_version_will_do() -> None:
    def must_be_version(*_: Any) -> None: ...

    noun.must_be_version = must_be_version
    settings.must_be_version = must_be_version
    opening_hours.must_be_version = must_be_version
    pictures.must_be_version = must_be_version


def managers_say_how_long_things_are_kept() -> None:
    settings.RETENTION = frozenset()


def any_role_will_do() -> None:
    def require_role(*_: Any) -> None: ...

    noun.require_role = require_role  # type: ignore[attr-defined]


def rows_of_anybody_are_found() -> None:
    async def find_one(context: Any, table: Any, condition: Any, _: str, **__: Any) -> Any:
        return (await context.session.scalars(select(table).where(condition))).one()

    find._find_one = find_one


def decisions_count_whatever_the_list_has_become() -> None:
    decisions.digest_seen = lambda _: Whatever()  # type: ignore[assignment, return-value]


def nobody_asks_what_a_change_touches() -> None:
    async def settle_touched(*_: Any) -> list[Any]:
        return []

    back_office.settle_touched = settle_touched  # type: ignore[attr-defined]


def what_is_archived_is_changed() -> None:
    noun.must_be_offered_still = lambda _: None  # type: ignore[attr-defined]


def keys_are_kept_as_they_were_given() -> None:
    Keyed.stored_key = property(lambda self: self.key)  # type: ignore[assignment, method-assign]


def models_are_chosen_once() -> None:
    known: dict[str, Sequence[Any]] = {}

    async def of(self: ChatModels, catalogue: Any) -> Sequence[Any]:
        owner = catalogue.organization.id
        if owner not in known:
            async with AsyncSession(self._core.reads) as session:
                found = await own_endpoints(session, owner, self._seal)
            known[owner] = [self._providers.model(one) for one in found or ()]
        return known[owner]

    ChatModels.of = of  # type: ignore[method-assign]
