"""The days of a strip, and the times of one day."""

from collections.abc import Callable
from typing import Annotated, Any

from litestar import Request, Router, post
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, JSONBody

from agent.ui_blocks.more_times import GivenUp, read_given_up
from booking_core.desk import Desk
from booking_core.errors import NotFound
from booking_core.storage.audit import CHAT, Actor
from web.chat.customer.bearer import own_conversation
from web.chat.limits import must_be_let_look, origin_of
from web.chat.slot_ids import slot_tokens
from web.chat.times.search import FoundTimes, WantedTimes, find_times, like_listed
from web.chat.times.views import TimeViews, day_view, strip_view
from web.context import AppContext

Bearer = Annotated[str | None, HeaderParameter(name="Authorization")]
View = Callable[[Desk, FoundTimes, TimeViews], dict[str, Any]]


@post("/days", status_code=200)
async def list_days(
    request: Request[Any, Any, Any],
    data: JSONBody[WantedTimes],
    context: NamedDependency[AppContext],
    authorization: Bearer = None,
) -> dict[str, Any]:
    await _must_be_let_look(request, data, context)
    given_up = await _read_given_up(data, context, authorization)
    wanted = like_listed(data, given_up)
    return await _look(
        wanted,
        wanted.days,
        context,
        given_up,
        lambda desk, found, views: strip_view(desk, found, wanted, views),
    )


@post("/day", status_code=200)
async def list_day(
    request: Request[Any, Any, Any],
    data: JSONBody[WantedTimes],
    context: NamedDependency[AppContext],
    authorization: Bearer = None,
) -> dict[str, Any]:
    await _must_be_let_look(request, data, context)
    given_up = await _read_given_up(data, context, authorization)
    return await _look(data, 1, context, given_up, lambda _, found, views: day_view(found, views))


async def _look(
    wanted: WantedTimes, days: int, context: AppContext, given_up: GivenUp, view: View
) -> dict[str, Any]:
    async def read(desk: Desk) -> dict[str, Any]:
        desk.speak(wanted.lang)
        found = await find_times(desk, wanted, days, given_up)
        return view(desk, found, TimeViews(desk.catalogue, slot_tokens(context), wanted.staff_id))

    actor = Actor(door=CHAT, id=wanted.conversation_id or "visitor")
    return await context.core.read_only(wanted.organization_id, actor, read)


async def _must_be_let_look(
    request: Request[Any, Any, Any], wanted: WantedTimes, context: AppContext
) -> None:
    organization = (await context.core.catalogue_of(wanted.organization_id)).organization
    await must_be_let_look(context.core.redis, organization, origin_of(request, context.settings))


async def _read_given_up(wanted: WantedTimes, context: AppContext, authorization: str | None) -> GivenUp:
    """What the conversation has in hand, for whoever bears its token. Raises ``NotFound``."""
    if wanted.conversation_id is None:
        return GivenUp()
    own = await own_conversation(wanted.conversation_id, context, authorization)
    if own.organization_id != wanted.organization_id:
        raise NotFound("There is no such conversation.")
    return await read_given_up(context.core, own.id, wanted.block_id or "")


ROUTER = Router("/chat/v1/times", route_handlers=[list_days, list_day])
